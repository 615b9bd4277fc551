import { useState } from "react";
import type { EventId, StepId } from "#domain/model/id.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { addDays, addWorkingDays, type Day } from "#domain/model/time.ts";
import type { StepShown } from "#questions/asking.ts";
import { firstSteps } from "#questions/first-steps.ts";
import { Button } from "./button.tsx";
import { StepLine } from "./step-line.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./choose-three.module.css";

/** More than three things at once are none. */
const chosenMax = 3;

/** At most three of mine, each with a day; and what is theirs, with the day on which I look again (ST1, ST2). */
export function ChooseThree({ eventId, onDone }: { eventId: EventId; onDone: () => void }) {
  const run = useRun();
  const { day, mine, theirs } = useQuestion((replica, asking) => firstSteps(replica, eventId, asking), [eventId]);
  const [chosen, setChosen] = useState<ReadonlyMap<StepId, string>>(new Map());
  const change = (stepId: StepId, wanted: string | null) =>
    setChosen((before) => {
      const after = new Map(before);
      if (wanted === null) after.delete(stepId);
      else after.set(stepId, wanted);
      return after;
    });
  const keep = async () => {
    for (const [stepId, dueOn] of chosen) {
      const before = mine.find(({ step }) => step.id === stepId)?.step.dueOn ?? null;
      if (dueOn !== "" && dueOn !== before) await run("step.change", { stepId, dueOn }, { say: null });
    }
    onDone();
  };
  const isLacking = [...chosen.values()].includes("");
  return (
    <>
      <p>{mine.length === 0 ? "None of the steps is yours." : "Choose at most three of yours, each with a day."}</p>
      <ul className={styles["list"]}>
        {mine.map((shown) => (
          <Choice
            key={shown.step.id}
            shown={shown}
            today={day}
            wanted={chosen.get(shown.step.id) ?? null}
            isFull={chosen.size >= chosenMax}
            onChange={(wanted) => change(shown.step.id, wanted)}
          />
        ))}
      </ul>
      {theirs.length > 0 && (
        <section className={styles["theirs"]} aria-labelledby="theirs">
          <h2 id="theirs">What is theirs, and when you look again</h2>
          <ul className={styles["list"]}>
            {theirs.map((shown) => (
              <li key={shown.step.id}>
                <StepLine shown={shown} isOfOneEvent />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button look="main" onPress={() => void keep()} isDisabled={isLacking}>
          {chosen.size === 0 ? "Go on" : `Go on with ${sayCount(chosen.size, "step")}`}
        </Button>
        {isLacking && <p className={styles["lacking"]}>Each of them needs a day.</p>}
      </div>
    </>
  );
}

interface ChoiceProps {
  shown: StepShown;
  today: Day;
  /** Its day where it is chosen, empty while it has none; null where it is not. */
  wanted: string | null;
  isFull: boolean;
  onChange: (wanted: string | null) => void;
}

function Choice({ shown, today, wanted, isFull, onChange }: ChoiceProps) {
  const { step } = shown;
  const isChosen = wanted !== null;
  const near: [string, Day][] = [
    ["Tomorrow", addWorkingDays(today, 1)],
    ["In a week", addDays(today, 7)],
  ];
  return (
    <li className={styles["choice"]}>
      <label className={styles["step"]}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={!isChosen && isFull}
          onChange={(event) => onChange(event.target.checked ? (step.dueOn ?? "") : null)}
        />
        <StepLine shown={shown} isOfOneEvent />
      </label>
      {isChosen && (
        <div className={styles["days"]}>
          {near.map(([words, day]) => (
            <Button key={words} onPress={() => onChange(day)} look={wanted === day ? "main" : "bare"}>
              {`${words}, ${sayDay(day)}`}
            </Button>
          ))}
          <label>
            <span className="unseen">Day for {step.what}</span>
            <input type="date" value={wanted} min={today} onChange={(event) => onChange(event.target.value)} />
          </label>
        </div>
      )}
    </li>
  );
}
