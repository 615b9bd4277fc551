import * as z from "zod";
import { addDays, addWorkingDays, type Day, daysBetween } from "./time.ts";

/** A number of days that the clock counts by. Ten years are no rhythm any more. */
export const LookDays = z.int().min(1).max(3650);

/** When to be in touch after an event: the first counted in working days, the others in days, all from coming home. */
export interface ClockNumbers {
  firstLookWorkingDays: number;
  secondLookDays: number;
  thirdLookDays: number;
  /** ISO weekdays that are worked. */
  workingDays: readonly number[];
}

/** Where nobody chose others (EC1): the habit of people who work partner events, not a measured optimum. */
export const clockUsual = { firstLookWorkingDays: 2, secondLookDays: 7, thirdLookDays: 30 } as const;

/** The clock's numbers as a workspace has them, what was left alone filled in. */
export function clockNumbersOf(workspace: {
  [K in keyof ClockNumbers]: ClockNumbers[K] | null;
}): ClockNumbers {
  return {
    firstLookWorkingDays: workspace.firstLookWorkingDays ?? clockUsual.firstLookWorkingDays,
    secondLookDays: workspace.secondLookDays ?? clockUsual.secondLookDays,
    thirdLookDays: workspace.thirdLookDays ?? clockUsual.thirdLookDays,
    workingDays: workspace.workingDays ?? [],
  };
}

/** The three looks of the clock, and what follows them where the person has a slow rhythm. */
export const lookNames = ["first", "second", "third"] as const;
export type LookName = (typeof lookNames)[number] | "rhythm";

/** One time to be in touch: its day, and the contact that was it, or null. */
export interface Look {
  look: LookName;
  dueOn: Day;
  doneOn: Day | null;
}

/** The clock of one person after one event (EC1). */
export interface Clock {
  /** The day of coming home, from which it counts. */
  homeOn: Day;
  /** The three, in order. */
  looks: readonly Look[];
  /** What comes next, which may be past its day; null where all three were and no rhythm was chosen. */
  next: Look | null;
}

/**
 * The clock as contacts moved it (EC1, EC2). A contact is the look it is nearest to, and whichever looks before that were still
 * wanted: early ones never use up a later look, so the fortnight after an event is not silenced by a first hello, and a late one
 * makes nothing more overdue.
 * @param contacts days of contacts since the meeting, in any order
 * @param rhythmDays how often to be in touch after the third look; null for not at all
 */
export function clockOf(
  homeOn: Day,
  contacts: readonly Day[],
  { numbers, rhythmDays }: { numbers: ClockNumbers; rhythmDays: number | null },
): Clock {
  const days = lookDays(homeOn, numbers);
  const inOrder = contacts.toSorted();
  const looks = lookNames.map((look, at): Look => {
    const dueOn = days[look];
    const before = lookNames[at - 1];
    const opensOn = before === undefined ? null : nearerTo(days[before], dueOn);
    const doneOn = inOrder.find((day) => opensOn === null || day >= opensOn) ?? null;
    return { look, dueOn, doneOn };
  });
  const open = looks.find(({ doneOn }) => doneOn === null);
  return { homeOn, looks, next: open ?? rhythmAfter(inOrder.at(-1), rhythmDays) };
}

/** The days of the three looks of an event. However the numbers are chosen, one look comes after the other. */
export function lookDays(homeOn: Day, numbers: ClockNumbers): Record<(typeof lookNames)[number], Day> {
  const first = addWorkingDays(homeOn, numbers.firstLookWorkingDays, numbers.workingDays);
  const second = later(addDays(homeOn, numbers.secondLookDays), addDays(first, 1));
  const third = later(addDays(homeOn, numbers.thirdLookDays), addDays(second, 1));
  return { first, second, third };
}

/** The first day that is nearer to `day` than to `before`. */
function nearerTo(before: Day, day: Day): Day {
  return addDays(before, Math.floor(daysBetween(before, day) / 2) + 1);
}

function rhythmAfter(lastContact: Day | undefined, rhythmDays: number | null): Look | null {
  if (rhythmDays === null || lastContact === undefined) return null;
  return { look: "rhythm", dueOn: addDays(lastContact, rhythmDays), doneOn: null };
}

/** How many days the next look is past its day; 0 where it is not. */
export function daysLate({ next }: Clock, today: Day): number {
  return next === null ? 0 : Math.max(0, daysBetween(next.dueOn, today));
}

function later(one: Day, other: Day): Day {
  return one < other ? other : one;
}
