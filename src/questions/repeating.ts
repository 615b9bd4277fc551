import * as rrule from "rrule";
import type { Step } from "#domain/model/step.ts";
import { addDays, type Day, dayOf, daysBetween, plainDate } from "#domain/model/time.ts";

/**
 * RP2, RP3: when what repeats comes again, by the rule of RFC 5545 (section 3.3.10) that its step keeps. A rule speaks of days here, so
 * only the parts that do are known: FREQ from DAILY up, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL. All is computed
 * on days in UTC, which has no summer time.
 */

// The package says ES modules to bundlers and gives Node one object: the class is where either has it.
const { RRule } = "RRule" in rrule ? rrule : (rrule as unknown as { default: typeof rrule }).default;
type RRule = InstanceType<typeof RRule>;

const numbers = String.raw`[+-]?\d{1,2}(?:,[+-]?\d{1,2})*`;
const days = String.raw`[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)`;
const known = new RegExp(
  `^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\\d{0,2}|BYDAY=${days}(?:,${days})*|(?:BYMONTHDAY|BYMONTH|BYSETPOS)=${numbers}|WKST=${days}|UNTIL=\\d{8}(?:T\\d{6}Z)?)$`,
);

/** How far is looked for the next day, in years for each interval: far enough for 29 February, and over in a moment where there is none. */
const yearsAhead: Record<string, number> = { DAILY: 1, WEEKLY: 10, MONTHLY: 40, YEARLY: 40 };

/**
 * The day on which a step that repeats comes again: the first by its rule that is after its own day and after today, so that whoever
 * skipped a month has one next step and no pile. Counted from the step's own day, as the rule's "every second week" needs.
 * Null where the rule has come to its end, or is none that is known here: then a person says the day.
 */
export function nextDay(
  step: Pick<Step, "repeats" | "isTheirs" | "dueOn" | "dueEnd" | "checkBackOn">,
  today: Day,
): Day | null {
  const own = step.dueOn ?? step.checkBackOn;
  if (step.repeats === null || own === null) return null;
  const last = [own, step.dueEnd ?? own, step.isTheirs ? (step.checkBackOn ?? own) : own, today].sort().at(-1) ?? today;
  const next = ruleOf(step.repeats, own, last)?.after(dateOf(last), false) ?? null;
  return next === null ? null : dayFrom(next);
}

/** The first so many days of a rule from a day on, that day included where it is one. */
export function daysOf(repeats: string, from: Day, count: number): Day[] {
  const days: Day[] = [];
  const rule = ruleOf(repeats, from, from);
  for (let at = rule?.after(dateOf(from), true) ?? null; at !== null && days.length < count;) {
    days.push(dayFrom(at));
    at = rule?.after(at, false) ?? null;
  }
  return days;
}

/** The rule as it goes on from a day, as far as `last` and some years on. */
function ruleOf(repeats: string, from: Day, last: Day): RRule | null {
  if (!repeats.split(";").every((part) => known.test(part))) return null;
  try {
    const options = RRule.parseString(repeats);
    const interval = options.interval ?? 1;
    const isDaily = options.freq === RRule.DAILY;
    // Years of days are passed over in one step; the package goes through them one by one.
    const passed = isDaily ? Math.max(0, Math.floor(daysBetween(from, last) / interval)) * interval : 0;
    const years = (yearsAhead[/FREQ=(\w+)/.exec(repeats)?.[1] ?? ""] ?? 1) * interval;
    const end = dateOf(dayOf(plainDate(last).add({ years: Math.min(years, 2000) })));
    const until = options.until && options.until < end ? options.until : end;
    return new RRule({ ...options, dtstart: dateOf(addDays(from, passed)), until });
  } catch {
    return null; // a number that is none of a day, a week, a month
  }
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayFrom(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day; // of a year from 1900 on, as every day that is kept
}
