import { useRef } from "react";
import { Button as Press } from "react-aria-components/Button";
import { useLocation } from "wouter";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { plainDate } from "#domain/model/time.ts";
import { type DayAhead, week } from "#questions/week.ts";
import { exactDay } from "./day-said.tsx";
import { useStepActs } from "./step-acts.tsx";
import { useDragging } from "./use-dragging.ts";
import { useQuestion } from "./workspace.tsx";
import styles from "./week-strip.module.css";

/** More dots say no more. */
const dotsMax = 5;

/** The seven days from today with what is wanted on each. A step dropped on a day moves there; a day that is pressed shows its steps. */
export function WeekStrip() {
  const days = useQuestion(week, []);
  return (
    <ul className={styles["week"]} aria-label="The week ahead">
      {days.map((ahead, away) => (
        <li key={ahead.day}>
          <DayCell ahead={ahead} isToday={away === 0} />
        </li>
      ))}
    </ul>
  );
}

function DayCell({ ahead: { day, steps }, isToday }: { ahead: DayAhead; isToday: boolean }) {
  const acts = useStepActs();
  const [, navigate] = useLocation();
  const dragging = useDragging(useRef(null));
  const className = `${styles["day"]} ${isToday ? styles["today"] : ""}`;
  const show = () => navigate(`/steps?on=${day}`);
  const inside = (
    <>
      <span className="unseen">{`${exactDay(day)}: ${sayCount(steps, "step")}`}</span>
      <span aria-hidden>{sayDay(day).slice(0, 3)}</span>
      <b aria-hidden>{plainDate(day).day}</b>
      <i aria-hidden>
        {Array.from({ length: Math.min(steps, dotsMax) }, (_, dot) => (
          <span key={dot} />
        ))}
      </i>
    </>
  );
  if (dragging === null) {
    return (
      <Press className={className} onPress={show}>
        {inside}
      </Press>
    );
  }
  return (
    <dragging.DropTarget className={className} onPress={show} onStep={(id) => acts.moveTo(id, day)}>
      {inside}
    </dragging.DropTarget>
  );
}
