import { useState } from "react";
import { Currency, minorDigits, moneyFrom } from "#domain/model/money.ts";
import { type Outcome, type OutcomeKind, outcomeKinds, outcomeKindWords } from "#domain/model/outcome.ts";
import { Day } from "#domain/model/time.ts";
import { Button } from "./button.tsx";
import { useToday } from "./day-said.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./outcome-form.module.css";

/** What an outcome is said to have come from. */
export type OutcomeSources = Partial<
  Pick<Outcome, "stepIds" | "leadIds" | "dotIds" | "initiativeIds" | "noteIds" | "eventIds">
>;

interface Props {
  /** What it came from; an outcome that is there keeps what it has. */
  from?: OutcomeSources;
  outcome?: Outcome;
  /** Words to begin with. */
  what?: string;
  onClose: () => void;
}

/** OC1: what came of it: in words, of which kind, on which day, and what it is worth where somebody can say. */
export function OutcomeForm({ from = {}, outcome, what: given = "", onClose }: Props) {
  const run = useRun();
  const today = useToday();
  const usual = useQuestion((replica) => lastCurrency(replica.all("outcome")), []);
  const [what, setWhat] = useState(outcome?.what ?? given);
  const [kind, setKind] = useState<OutcomeKind>(outcome?.kind ?? "relationship");
  const [cameOn, setCameOn] = useState<string>(outcome?.cameOn ?? today);
  const [currency, setCurrency] = useState(outcome?.currency ?? usual);
  const [amount, setAmount] = useState(amountOf(outcome));
  const code = Currency.safeParse(currency.trim().toUpperCase());
  const minor = amount.trim() === "" || !code.success ? null : (moneyFrom(amount, code.data) ?? "wrong");
  const day = Day.safeParse(cameOn);
  const isNothing = kind === "nothing";
  const keep = async () => {
    if (what.trim() === "" || minor === "wrong" || !day.success) return;
    const worth =
      isNothing || minor === null || !code.success
        ? { amount: null, currency: null }
        : { amount: minor, currency: code.data };
    const said = { what: what.trim(), kind, cameOn: day.data, ...worth };
    if (outcome === undefined) await run("outcome.add", { ...from, ...said });
    else await run("outcome.change", { outcomeId: outcome.id, ...said });
    onClose();
  };
  return (
    <Dialog title={outcome === undefined ? "What came of it?" : "Change this outcome"} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField label="In words" value={what} onChange={setWhat} isRequired autoFocus autoComplete="off" />
        <div className={styles["two"]}>
          <NativePick
            label="Kind"
            isNeeded
            value={kind}
            onChange={(chosen) => setKind(outcomeKinds.find((one) => one === chosen) ?? kind)}
            from={outcomeKinds.map((id) => ({ id, words: outcomeKindWords[id] }))}
          />
          <label className={styles["day"]}>
            Day
            <input type="date" required max={today} value={cameOn} onChange={({ target }) => setCameOn(target.value)} />
          </label>
        </div>
        {!isNothing && (
          <div className={styles["two"]}>
            <TextField
              label="What it is worth"
              hint="Leave it empty where nobody can say."
              inputMode="decimal"
              value={amount}
              onChange={setAmount}
              autoComplete="off"
              error={minor === "wrong" ? "An amount, like 12500 or 12500.50." : undefined}
            />
            <TextField
              label="Currency"
              value={currency}
              onChange={setCurrency}
              maxLength={3}
              autoComplete="off"
              error={code.success || amount.trim() === "" ? undefined : "Three letters, like EUR."}
            />
          </div>
        )}
        <DialogActs>
          <Button onPress={onClose}>{outcome === undefined ? "Not now" : "Leave it"}</Button>
          <Button look="main" type="submit" isDisabled={what.trim() === ""}>
            {outcome === undefined ? "Record it" : "Keep it"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** The currency that was used last; the euro where none was. */
function lastCurrency(outcomes: Iterable<Outcome>): string {
  let last = "EUR";
  for (const { currency } of outcomes) last = currency ?? last;
  return last;
}

function amountOf(outcome: Outcome | undefined): string {
  if (outcome === undefined || outcome.amount === null || outcome.currency === null) return "";
  return amountTyped(outcome.amount, outcome.currency);
}

/** An amount in minor units as it is typed: "12500.50". */
export function amountTyped(amount: number, currency: Currency): string {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(amount % 10 ** digits === 0 ? 0 : digits);
}
