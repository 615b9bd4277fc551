import { Check } from "lucide-react";
import type { Clock } from "#domain/model/clock.ts";
import { lookWords, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import styles from "./look-marks.module.css";

/** The clock's three looks as marks (EC1): the day on which each was, or is wanted; one whose day has passed says so in words, too. */
export function LookMarks({ clock, today }: { clock: Clock; today: Day }) {
  return (
    <ol className={styles["marks"]}>
      {clock.looks.map(({ look, dueOn, doneOn }) => {
        const state = doneOn !== null ? "done" : dueOn < today ? "late" : "open";
        const words = { done: "done on", late: "its day was", open: "wanted by" }[state];
        return (
          <li key={look} data-state={state}>
            <span className={styles["dot"]} aria-hidden>
              {state === "done" && <Check size={12} strokeWidth={3} />}
            </span>
            <span className="unseen">
              {lookWords[look]}, {words}{" "}
            </span>
            <span>{sayDay(doneOn ?? dueOn, today).replace(/^\w+ /, "")}</span>
          </li>
        );
      })}
    </ol>
  );
}
