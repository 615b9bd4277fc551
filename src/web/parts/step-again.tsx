import { useEffect, useState } from "react";
import type { Step } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { sayRepeat } from "#questions/say-repeat.ts";
import { DayField } from "./day-field.tsx";
import { useToday } from "./day-said.tsx";
import { useWorkingDays } from "./working-days.ts";
import styles from "./step-dialogs.module.css";

/** When a step that repeats comes again: as its rule says, or as a person does; null for no more. */
export interface Repeating {
  again: Day | null;
  isOn: boolean;
  /** It is to come again, and nobody has said when. */
  isUnsaid: boolean;
  say: (day: Day | null) => void;
  turn: (isOn: boolean) => void;
}

/** RP2: asks the rule for the next day, which is loaded then; a person may say another, or that it was the last. */
export function useAgain(step: Step): Repeating {
  const today = useToday();
  const [day, setDay] = useState<Day | null>(null);
  const [isOn, turn] = useState(step.repeats !== null);
  useEffect(() => {
    if (step.repeats === null) return;
    let isCurrent = true;
    const ask = async () => {
      const { nextDay } = await import("#questions/repeating.ts");
      if (isCurrent) setDay(nextDay(step, today));
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [step, today]);
  return { again: isOn ? day : null, isOn, isUnsaid: isOn && day === null, say: setDay, turn };
}

export function Again({ repeats, repeating }: { repeats: string; repeating: Repeating }) {
  const workingDays = useWorkingDays();
  return (
    <fieldset>
      <legend>Repeats {sayRepeat(repeats, workingDays)}</legend>
      <label className={styles["check"]}>
        <input type="checkbox" checked={repeating.isOn} onChange={({ target }) => repeating.turn(target.checked)} />
        It comes again
      </label>
      {repeating.isOn && <DayField label="Again on" value={repeating.again} onChange={repeating.say} />}
    </fieldset>
  );
}
