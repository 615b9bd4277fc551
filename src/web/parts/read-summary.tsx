import { useId, useState } from "react";
import { sayTaken } from "#debrief/taken.ts";
import { sayProblem } from "#domain/model/problem.ts";
import { sayAll, sayCount, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import type { DebriefRead } from "../device/reader.ts";
import { Button } from "./button.tsx";
import styles from "./read-summary.module.css";

interface Props {
  read: DebriefRead;
  /** The event it is added to; null where it makes one. */
  event: string | null;
  isKeeping: boolean;
  onKeep: (name: string | null) => void;
  onBack: () => void;
}

/** What was found in an event's files, before anything of it is kept. */
export function ReadSummary({ read, event, isKeeping, onKeep, onBack }: Props) {
  const { plan, taken } = read;
  const [name, setName] = useState(read.name ?? "");
  const id = useId();
  const mine = plan.steps.filter((step) => step.owner === "me").length;
  const theirs = plan.steps.filter((step) => step.owner === "them").length;
  const met = plan.people.filter((person) => person.met).length;
  const isEmpty = taken.every((file) => file.count === 0);
  const found = sayAll([
    [mine, sayCount(mine, "step of yours", "steps of yours")],
    [theirs, sayCount(theirs, "step of theirs", "steps of theirs")],
    [met, sayCount(met, "person met", "people met")],
    [plan.observations.length, sayCount(plan.observations.length, "observation")],
  ]);
  const days = [plan.event.startsOn, plan.event.endsOn].filter((day) => day !== null).map((day) => sayDay(day as Day));
  return (
    <section className={styles["summary"]} aria-labelledby={id}>
      <h2 id={id}>{isEmpty ? "Nothing in these could be read" : "This is what is in them"}</h2>
      <ul className={styles["taken"]}>
        {taken.map((file) => (
          <li key={file.file}>
            <span>{file.file}</span> <span className={styles["as"]}>{sayTaken(file)}</span>
          </li>
        ))}
      </ul>
      {found !== "" && (
        <p>
          Proposed from your notes: <strong>{found}</strong>. You decide about each; nothing is a step before.
        </p>
      )}
      {plan.problems.length > 0 && (
        <details className={styles["problems"]}>
          <summary>{sayCount(plan.problems.length, "thing")} to know</summary>
          <ul>
            {plan.problems.map((problem, n) => (
              <li key={n}>{sayProblem(problem)}</li>
            ))}
          </ul>
        </details>
      )}
      <form
        className={styles["keep"]}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          onKeep(name.trim() === "" ? null : name.trim());
        }}
      >
        {!isEmpty && event === null && (
          <label>
            Event {days.length > 0 && <small>{[...new Set(days)].join(" to ")}</small>}
            <input value={name} onChange={(change) => setName(change.target.value)} required={plan.pages.length > 0} />
          </label>
        )}
        <div className={styles["acts"]}>
          {!isEmpty && (
            <Button type="submit" look="main" isDisabled={isKeeping}>
              {isKeeping ? "Keeping it" : "Keep it"}
            </Button>
          )}
          <Button onPress={onBack} isDisabled={isKeeping}>
            Choose others
          </Button>
        </div>
      </form>
    </section>
  );
}
