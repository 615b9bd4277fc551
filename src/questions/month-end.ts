import { type Commitment, spans } from "#domain/model/commitment.ts";
import { lastOf, type Period, periodAfter, periodOn } from "#domain/model/period.ts";
import { asksWhy, dayWanted, daysMissed, type Step } from "#domain/model/step.ts";
import { addDays, addWorkingDays, type Day, dayOf, plainDate } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, todayIn } from "./asking.ts";
import { isOurs, planNouns, servedBy } from "./commitments.ts";
import type { StepListed } from "./steps.ts";

/** An open thing that a month's end asks about: keep, move or drop. */
export type MonthEndItem =
  | { is: "commitment"; commitment: Commitment; moveTo: Period }
  | {
      is: "step";
      shown: StepListed;
      /** What it serves. */
      serves: string | null;
      /** The day it would go to: one month on, so that what was spread over a month stays spread. */
      moveTo: Day;
      /** ST3: it was put off so often that moving it asks why. */
      needsWhy: boolean;
    };

export interface MonthEnd {
  month: Period;
  day: Day;
  /** What is still to be answered. Whatever was answered, on this device or another, is not in it any more. */
  items: MonthEndItem[];
  /** How many were kept, and how many commitments were moved on. */
  kept: number;
  moved: number;
}

export const monthEndNouns = planNouns;

/**
 * PL4: what is open of a month, to be answered one by one: my commitments and the team's that end with it or ended before, outer ones
 * first, so that what lies in them goes along; then my steps that were wanted by its last day, and those without a day that serve one of
 * them. A thing that was kept is asked about again at the next month's end.
 */
export function monthEnd(replica: Replica, month: Period, asking: Asking): MonthEnd {
  const day = todayIn(replica, asking);
  const last = lastOf(month);
  const { startsOn: from } = month;
  const ours = [...replica.all("commitment")].filter((one) => isOurs(replica, one));
  const of = ours.filter((one) => one.state === "open" && lastOf(one) <= last);
  const asked = of.filter(({ answers }) => !answers.some((one) => one.answer === "keep" && one.from === from));
  const ending = new Set<string>(of.map(({ id }) => id));
  const mine = replica
    .by("step", "state", "open")
    .map((step) => showStep(replica, step))
    .filter(({ owner }) => owner === "me");
  const steps = mine.filter(({ step }) => {
    const wanted = dayWanted(step);
    return wanted === null ? ending.has(servedBy(replica, step)?.id ?? "") : wanted <= last;
  });
  const { workingDays } = replica.get("workspace", replica.workspaceId) ?? { workingDays: [] };
  return {
    month,
    day,
    items: [
      ...asked
        .sort((a, b) => spans.indexOf(a.span) - spans.indexOf(b.span) || (a.startsOn < b.startsOn ? -1 : 1))
        .map((commitment) => ({ is: "commitment" as const, commitment, moveTo: laterThan(commitment, last, day) })),
      ...steps
        .filter(({ step }) => step.keptFor !== from)
        .sort((a, b) => ((dayWanted(a.step) ?? "9") < (dayWanted(b.step) ?? "9") ? -1 : 1))
        .map((shown) => {
          const moveTo = monthOn(shown.step, { last, day, workingDays });
          return {
            is: "step" as const,
            shown: { ...shown, daysMissed: daysMissed(shown.step, day) },
            serves: servedBy(replica, shown.step)?.what ?? null,
            moveTo,
            needsWhy: asksWhy(shown.step, moveTo),
          };
        }),
    ],
    kept: of.length - asked.length + steps.filter(({ step }) => step.keptFor === from).length,
    moved: ours.filter(({ answers }) => answers.some((one) => one.answer === "move" && one.from === from)).length,
  };
}

/** In the last days of a month its end can be answered; from then on it is asked about for a week. */
const offeredBefore = 2;
const offeredAfter = 7;

/** The month whose end is to be answered about now, with how many things it asks about; null where it is none's time, or nothing is left. */
export function monthEndDue(replica: Replica, asking: Asking): { month: Period; count: number } | null {
  const day = todayIn(replica, asking);
  const now = periodOn("month", day);
  const isLast = addDays(day, offeredBefore) > lastOf(now);
  const asked = isLast ? now : periodOn("month", addDays(day, -offeredAfter));
  if (!isLast && asked.startsOn === now.startsOn) return null;
  const count = monthEnd(replica, asked, asking).items.length;
  return count === 0 ? null : { month: asked, count };
}

function laterThan(commitment: Commitment, last: Day, day: Day): Period {
  let period = periodAfter(commitment);
  while (period.startsOn <= last || lastOf(period) < day) period = periodAfter(period);
  return period;
}

interface From {
  last: Day;
  day: Day;
  workingDays: readonly number[];
}

/** The same day of the next month that is to come, on a working day. */
function monthOn(step: Step, { last, day, workingDays }: From): Day {
  const wanted = dayWanted(step);
  const first = addDays(last, 1);
  const later = plainDate(first).with({ day: plainDate(wanted ?? first).day }, { overflow: "constrain" });
  const to = [dayOf(later), addDays(day, 1)].sort().at(-1) ?? day;
  return addWorkingDays(addDays(to, -1), 1, workingDays);
}
