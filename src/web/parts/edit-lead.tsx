import { useState } from "react";
import type { Lead } from "#domain/model/lead.ts";
import { minorDigits, moneyFrom } from "#domain/model/money.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./edit-lead.module.css";

/** All that can be said otherwise about a lead; where it came from stays (NT3). */
export function EditLead({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const run = useRun();
  const [name, setName] = useState(lead.name);
  const [ours, setOurs] = useState(lead.ours ?? "");
  const [theirs, setTheirs] = useState(lead.theirs ?? "");
  const [amount, setAmount] = useState(amountTyped(lead));
  const [currency, setCurrency] = useState(lead.currency ?? "EUR");
  const [about, setAbout] = useState(lead.about ?? "");
  const code = currency.trim().toUpperCase();
  const money = amount.trim() === "" ? null : moneyFrom(amount, code);
  const isRight = name.trim() !== "" && money !== undefined && (money === null || /^[A-Z]{3}$/.test(code));
  const keep = async () => {
    const after = {
      name: name.trim(),
      ours: ours.trim() || null,
      theirs: theirs.trim() || null,
      about: about.trim() || null,
      amount: money ?? null,
      currency: money === null ? null : code,
    };
    const changed = Object.entries(after).filter(([field, value]) => lead[field as keyof typeof after] !== value); // its own keys
    onClose();
    if (changed.length > 0) await run("lead.change", { leadId: lead.id, ...Object.fromEntries(changed) });
  };
  return (
    <Dialog title="Change this lead" isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) void keep();
        }}
      >
        <TextField label="What may come of it" value={name} onChange={setName} isRequired autoFocus maxLength={300} />
        <TextField label="Our call to action" hint="What we are to do." value={ours} onChange={setOurs} />
        <TextField label="Theirs" hint="What we ask of them." value={theirs} onChange={setTheirs} />
        <div className={styles["money"]}>
          <TextField
            label="What it may be worth"
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            error={money === undefined ? "This is no amount" : undefined}
          />
          <TextField label="Currency" value={currency} onChange={setCurrency} maxLength={3} />
        </div>
        <TextArea label="About it" value={about} onChange={setAbout} />
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" isDisabled={!isRight}>
            Keep it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function amountTyped({ amount, currency }: Lead): string {
  if (amount === null || currency === null) return "";
  const digits = minorDigits(currency);
  return amount % 10 ** digits === 0 ? String(amount / 10 ** digits) : (amount / 10 ** digits).toFixed(digits);
}
