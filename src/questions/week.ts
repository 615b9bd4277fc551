import { addDays, type Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { steps } from "./steps.ts";

/** One day, and how many open steps of mine are wanted on it. */
export interface DayAhead {
  day: Day;
  steps: number;
}

const daysAhead = 7;

/** Today and the six days after it, with what is wanted on each: where there is room for what is put off. */
export function week(replica: Replica, asking: Asking): DayAhead[] {
  const today = todayIn(replica, asking);
  return Array.from({ length: daysAhead }, (_, away) => {
    const day = addDays(today, away);
    return { day, steps: steps(replica, { owner: "me", wantedOn: day }, asking).length };
  });
}
