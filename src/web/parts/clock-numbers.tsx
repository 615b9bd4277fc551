import { useState } from "react";
import { type ClockNumbers as Numbers, clockUsual, LookDays } from "#domain/model/clock.ts";
import { clockNumbers } from "#questions/event-clock.ts";
import { TextField } from "./field.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./clock-numbers.module.css";

const looks: readonly { field: Exclude<keyof Numbers, "workingDays">; label: string; hint: string }[] = [
  { field: "firstLookWorkingDays", label: "First follow-up", hint: "Working days after you are home from an event." },
  { field: "secondLookDays", label: "Second look", hint: "Days after you are home." },
  { field: "thirdLookDays", label: "Third look", hint: "Days after you are home; then each person's own rhythm." },
];

/** The numbers of the event clock (EC1); one that is emptied is the usual one again. */
export function ClockNumbers() {
  const numbers = useQuestion((replica) => clockNumbers(replica), []);
  return (
    <div className={styles["numbers"]}>
      {looks.map(({ field, label, hint }) => (
        <Look key={field} field={field} label={label} hint={hint} value={numbers[field]} />
      ))}
    </div>
  );
}

function Look({ field, label, hint, value }: (typeof looks)[number] & { value: number }) {
  const run = useRun();
  const [typed, setTyped] = useState<string | null>(null);
  const days = typed === null || typed.trim() === "" ? null : LookDays.safeParse(Number(typed));
  const error = days?.success === false ? "A whole number of days, 1 or more." : undefined;
  const keep = () => {
    if (typed === null || error !== undefined) return;
    setTyped(null);
    const next = days?.data ?? clockUsual[field];
    if (next !== value) void run("workspace.change", { [field]: next === clockUsual[field] ? null : next });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label={label}
        hint={hint}
        error={error}
        inputMode="numeric"
        value={typed ?? String(value)}
        onChange={setTyped}
        onBlur={keep}
      />
    </form>
  );
}
