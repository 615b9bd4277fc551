import { useState } from "react";
import type { Day } from "#domain/model/time.ts";
import { repeatIn } from "#questions/repeat-words.ts";
import { sayRepeat } from "#questions/say-repeat.ts";
import { TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import styles from "./repeat-field.module.css";
import { useWorkingDays } from "./working-days.ts";

interface Props {
  value: string | null;
  /** What a bare "every week" repeats on. */
  day: Day;
  onChange: (repeats: string | null) => void;
}

const phrases = ["every working day", "every week", "every month", "on the first working day of each month"] as const;

/** How a step repeats: a few ways in one tap, and any other in words (RP3). */
export function RepeatField({ value, day, onChange }: Props) {
  const workingDays = useWorkingDays();
  const [typed, setTyped] = useState("");
  const rules = phrases.flatMap((phrase) => repeatIn(phrase, { day, workingDays })?.repeats ?? []);
  const offered = value === null || rules.includes(value) ? rules : [value, ...rules];
  const read = (words: string) => {
    setTyped(words);
    const found = repeatIn(words, { day, workingDays });
    if (found !== null) onChange(found.repeats);
  };
  const isRead = typed.trim() === "" || repeatIn(typed, { day, workingDays }) !== null;
  return (
    <div className={styles["repeat"]}>
      <NativePick
        label="Repeats"
        value={value ?? "never"}
        isNeeded
        onChange={(chosen) => onChange(chosen === "never" ? null : chosen)}
        from={[
          { id: "never", words: "Never" },
          ...offered.map((rule) => ({ id: rule, words: capital(sayRepeat(rule, workingDays)) })),
        ]}
      />
      <TextField
        label="Or in words"
        placeholder="every other Friday, on the 15th of every month"
        value={typed}
        onChange={read}
        autoComplete="off"
        {...(!isRead &&
          typed.length > 12 && { hint: "Say it like “every Monday” or “on the last day of each month”." })}
      />
    </div>
  );
}

/** The first day of a rule from a day on, for a step that has none yet. */
export async function firstDay(repeats: string, from: Day): Promise<Day | null> {
  const { daysOf } = await import("#questions/repeating.ts");
  return daysOf(repeats, from, 1)[0] ?? null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
