import * as z from "zod";

/**
 * Calendar days and instants are different types and never mix: a due day has no hour, a touch has one.
 * Both are stored as ISO 8601 text and computed with Temporal.
 */

/** A calendar day, `YYYY-MM-DD`, in the zone of the event or workspace it belongs to. */
export const Day = z.iso.date().brand<"Day">();
export type Day = z.infer<typeof Day>;

/** A point on the time line, ISO 8601 in UTC with `Z`, to the millisecond. */
export const Instant = z.iso.datetime().brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** An IANA time zone name the runtime knows, such as `Europe/Brussels`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "is not a time zone this machine knows, such as Europe/Brussels" })
  .brand<"TimeZone">();
export type TimeZone = z.infer<typeof TimeZone>;

/** True for an IANA zone name (or a fixed offset such as `+02:00`) that Temporal accepts. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day as a Temporal value. The text was checked when it was parsed. */
export function plainDate(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

/** The branded day of a Temporal value. */
export function dayOf(date: Temporal.PlainDate): Day {
  return date.toString({ calendarName: "never" }) as Day;
}

/** The branded instant of a Temporal value, to the millisecond. */
export function instantOf(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: "millisecond" }) as Instant;
}

/** Which calendar day it is at an instant in a zone. */
export function dayAt(instant: Temporal.Instant | Instant, zone: TimeZone): Day {
  const at = typeof instant === "string" ? Temporal.Instant.from(instant) : instant;
  return dayOf(at.toZonedDateTimeISO(zone).toPlainDate());
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * A day's number, counted from 1 January 1970, by arithmetic alone: lists compare thousands of days in a process that has
 * just begun, where a Temporal value for each costs most (figures: docs/decisions/2026-11-24-global-temporal.md).
 */
function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0); // a year that begins in March, so that the leap day is its last
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** A day so many days later (or earlier, when negative). By arithmetic as well: spacing thousands of notes adds days to thousands. */
export function addDays(day: Day, days: number): Day {
  const shifted = dayNumber(day) + days + 719_468; // days since 1 March of the year 0
  const cycle = Math.floor(shifted / 146_097); // 400 years
  const inCycle = shifted - cycle * 146_097;
  const yearInCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const dayOfYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  const year = cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) return dayOf(plainDate(day).add({ days }));
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return `${`${year}`.padStart(4, "0")}-${two(month)}-${two(date)}` as Day; // written as a day is
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** ISO weekdays a week is worked on, 1 = Monday. The workspace may change them. */
export const workingDaysDefault: readonly number[] = [1, 2, 3, 4, 5];

/** The n-th working day after a day (n >= 1), by the weekdays that are worked. */
export function addWorkingDays(day: Day, count: number, workingDays: readonly number[] = workingDaysDefault): Day {
  const worked = workingDays.length > 0 ? workingDays : workingDaysDefault;
  let date = plainDate(day);
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 });
    if (worked.includes(date.dayOfWeek)) left -= 1;
  }
  return dayOf(date);
}
