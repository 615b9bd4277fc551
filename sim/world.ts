import { addDays, type Day, plainDate } from "#domain/model/time.ts";
import type { Chance } from "../test/support/chance.ts";
import { assumptions } from "./assumptions.ts";

/** Something promised on either side: when for, how long it takes, and whether they would keep it unasked. */
export interface Promised {
  id: string;
  isTheirs: boolean;
  person: number;
  dueOn: Day;
  hours: number;
  /** Theirs: the day on which it comes without anybody asking; null where it does not. */
  comesOn: Day | null;
}

/** One event of the year as it happened: the same with lists and without. */
export interface Happened {
  name: string;
  startsOn: Day;
  endsOn: Day;
  people: string[];
  promises: Promised[];
  /** Of the people, those who would become something. */
  leads: number[];
  notes: string[];
}

/** The first day of every simulated year: a Thursday. */
export const yearStart = "2026-01-01" as Day;
export const yearDays = 365;

/** A year's events by chance. */
export function yearOf(chance: Chance): Happened[] {
  const { events, eventDays, peopleMet, notes } = assumptions;
  return Array.from({ length: events }, (_, at): Happened => {
    const startsOn = addDays(yearStart, 10 + at * 42 + chance.below(12));
    const endsOn = addDays(startsOn, eventDays - 1);
    return {
      name: `Event ${at + 1}`,
      startsOn,
      endsOn,
      people: Array.from({ length: peopleMet }, (__, n) => `Person ${at + 1}-${n + 1}`),
      promises: promisesOf(chance, { at, endsOn }),
      leads: Array.from({ length: assumptions.leads }, () => chance.below(peopleMet)),
      notes: Array.from(
        { length: notes },
        (__, n) => `${chance.of(subjects)} ${chance.of(findings)} ${at + 1}-${n + 1}`,
      ),
    };
  });
}

function promisesOf(chance: Chance, { at, endsOn }: { at: number; endsOn: Day }): Promised[] {
  const { promisedByMe, promisedByThem, peopleMet, dueDays, stepHours, theyKeep } = assumptions;
  return Array.from({ length: promisedByMe + promisedByThem }, (_, n): Promised => {
    const isTheirs = n >= promisedByMe;
    const dueOn = addDays(endsOn, dueDays[0] + chance.below(dueDays[1] - dueDays[0] + 1));
    const hours = stepHours[0] + chance.next() * (stepHours[1] - stepHours[0]);
    const comesOn = isTheirs && chance.next() < theyKeep ? dueOn : null;
    return { id: `${at + 1}-${n + 1}`, isTheirs, person: chance.below(peopleMet), dueOn, hours, comesOn };
  });
}

/** Monday to Friday, no holidays. */
export function isWorkday(day: Day): boolean {
  return plainDate(day).dayOfWeek <= 5;
}

const subjects = [
  "queues at the gate",
  "the broker",
  "pricing by seat",
  "their pilot",
  "the northern port",
  "the customs feed",
] as const;
const findings = [
  "drop jobs at midnight",
  "cost less than ours",
  "run on forty quays",
  "need a second team",
  "open in spring",
] as const;
