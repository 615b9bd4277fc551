import { useState } from "react";
import type { Event } from "#domain/model/event.ts";
import { Currency, moneyFrom } from "#domain/model/money.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { amountTyped } from "./outcome-form.tsx";
import { useRun } from "./workspace.tsx";

/** OC2: what going cost: fee, travel, and the days of whoever went, each where it is known. */
export function CostForm({ event: { id: eventId, cost }, onClose }: { event: Event; onClose: () => void }) {
  const run = useRun();
  const typed = (amount: number | null | undefined) =>
    amount === null || amount === undefined || cost === null ? "" : amountTyped(amount, cost.currency);
  const [currency, setCurrency] = useState<string>(cost?.currency ?? "EUR");
  const [fee, setFee] = useState(typed(cost?.fee));
  const [travel, setTravel] = useState(typed(cost?.travel));
  const [days, setDays] = useState(cost === null || cost.days === null ? "" : String(cost.days));
  const [dayRate, setDayRate] = useState(typed(cost?.dayRate));
  const code = Currency.safeParse(currency.trim().toUpperCase());
  const read = (text: string) => (text.trim() === "" ? null : code.success ? moneyFrom(text, code.data) : undefined);
  const wrong = (text: string) =>
    read(text) === undefined && code.success ? "An amount, like 900 or 900.50." : undefined;
  const count = days.trim() === "" ? null : Number(days.replace(",", "."));
  const isCount = count === null || (count >= 0 && count <= 365);
  const keep = async () => {
    const [said, gone, rate] = [read(fee), read(travel), read(dayRate)];
    if (!code.success || said === undefined || gone === undefined || rate === undefined || !isCount) return;
    const isEmpty = said === null && gone === null && rate === null && count === null;
    const next = { currency: code.data, fee: said, travel: gone, days: count, dayRate: rate };
    await run("event.change", { eventId, cost: isEmpty ? null : next });
    onClose();
  };
  return (
    <Dialog title="What did it cost?" isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label="Fee"
          inputMode="decimal"
          value={fee}
          onChange={setFee}
          error={wrong(fee)}
          autoFocus
          autoComplete="off"
        />
        <TextField
          label="Travel"
          hint="Train, hotel, meals."
          inputMode="decimal"
          value={travel}
          onChange={setTravel}
          error={wrong(travel)}
          autoComplete="off"
        />
        <TextField
          label="Days"
          inputMode="decimal"
          value={days}
          onChange={setDays}
          error={isCount ? undefined : "A number of days, like 2.5."}
          autoComplete="off"
        />
        <TextField
          label="A day is reckoned at"
          hint="What a day of whoever went costs. Leave it empty to leave time out."
          inputMode="decimal"
          value={dayRate}
          onChange={setDayRate}
          error={wrong(dayRate)}
          autoComplete="off"
        />
        <TextField
          label="Currency"
          value={currency}
          onChange={setCurrency}
          maxLength={3}
          error={code.success ? undefined : "Three letters, like EUR."}
          autoComplete="off"
        />
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit">
            Keep it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
