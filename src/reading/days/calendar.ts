import { workingDaysDefault } from "#domain/model/time.ts";
import { PlainDay } from "./plain-day.ts";

/** Days reckoned on the calendar: weeks by the workspace's working days, months, quarters, Easter. */

/** A first and a last day; `last` is null for a single day. */
export interface Stretch {
  first: PlainDay;
  last: PlainDay | null;
}

/** The working week: the ISO weekday it begins on and how many days it has from there to its last. */
export interface WorkWeek {
  first: number;
  length: number;
}

/**
 * The working week of the given ISO weekdays (1 = Monday), for "this week", "next week" and "end of the week": from
 * the first worked day after the longest free stretch to the last before it. Monday to Friday where none is given.
 */
export function workWeekOf(workingDays: readonly number[]): WorkWeek {
  const worked = new Set(workingDays.filter((day) => day >= 1 && day <= 7));
  if (worked.size === 0 || worked.size === 7)
    return worked.size === 7 ? { first: 1, length: 7 } : { first: 1, length: 5 };
  let first = 1;
  let longest = 0;
  for (let day = 1; day <= 7; day += 1) {
    if (!worked.has(day)) continue;
    let free = 0;
    while (!worked.has(weekdayBefore(day, free + 1))) free += 1;
    if (free > longest) {
      longest = free;
      first = day;
    }
  }
  return { first, length: 7 - longest };
}

function weekdayBefore(day: number, back: number): number {
  return ((day - 1 - back + 14) % 7) + 1;
}

/** The first working day of the week that holds the day; weeks run from one such day to the eve of the next. */
export function weekStart(date: PlainDay, week: WorkWeek): PlainDay {
  return date.subtract({ days: (date.dayOfWeek - week.first + 7) % 7 });
}

/** The first to the last working day of the week that begins there. */
export function weekFrom(start: PlainDay, week: WorkWeek): Stretch {
  return { first: start, last: week.length > 1 ? start.add({ days: week.length - 1 }) : null };
}

/** The next such weekday strictly after the day (RD5: on a Friday, "Friday" is the next week's). */
export function weekdayAfter(date: PlainDay, weekday: number): PlainDay {
  return date.add({ days: ((weekday - date.dayOfWeek + 6) % 7) + 1 });
}

/** The last such weekday strictly before the day. */
export function weekdayBeforeDay(date: PlainDay, weekday: number): PlainDay {
  return date.subtract({ days: ((date.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** The n-th working day after a day (n >= 1), by the ISO weekdays that are worked. */
export function workingDayAfter(date: PlainDay, count: number, workingDays: readonly number[]): PlainDay {
  const worked = workingDays.length > 0 ? workingDays : workingDaysDefault;
  let day = date;
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 });
    if (worked.includes(day.dayOfWeek)) left -= 1;
  }
  return day;
}

/** Saturday and Sunday, or the two free days of a working week that has other ones, on or after the day. */
export function weekendOnOrAfter(date: PlainDay, week: WorkWeek): Stretch {
  const saturday = week.length === 5 ? ((week.first + 4) % 7) + 1 : 6;
  const isInside = date.dayOfWeek === saturday || date.dayOfWeek === (saturday % 7) + 1;
  const first =
    isInside && date.dayOfWeek !== saturday
      ? date.subtract({ days: 1 })
      : weekdayAfter(date.subtract({ days: 1 }), saturday);
  return { first, last: first.add({ days: 1 }) };
}

export function dayIn(year: number, month: number, day: number): PlainDay | null {
  if (!(year >= 1000 && year <= 9999) || month < 1 || month > 12 || day < 1) return null;
  const first = PlainDay.from({ year, month, day: 1 });
  return day > first.daysInMonth ? null : first.with({ day });
}

export function monthOf(year: number, month: number): { first: PlainDay; last: PlainDay } {
  const first = PlainDay.from({ year, month, day: 1 });
  return { first, last: first.with({ day: first.daysInMonth }) };
}

/** Months `from` to `to` of a year, first to last day: quarters and halves. */
export function monthsOf(year: number, from: number, to: number): { first: PlainDay; last: PlainDay } {
  return { first: monthOf(year, from).first, last: monthOf(year, to).last };
}

/** Easter Sunday in the Gregorian calendar (the computus as printed in Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): PlainDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return PlainDay.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** The n-th such weekday from a day on (n >= 1), or the last one up to a day (n = -1). */
export function nthWeekday(from: PlainDay, to: PlainDay, weekday: number, n: number): PlainDay | null {
  if (n === -1) return weekdayBeforeDay(to.add({ days: 1 }), weekday);
  const found = weekdayAfter(from.subtract({ days: 1 }), weekday).add({ days: 7 * (n - 1) });
  return PlainDay.compare(found, to) > 0 ? null : found;
}

/** Monday of an ISO 8601 week. */
export function isoWeek(year: number, number: number): PlainDay | null {
  if (number < 1 || number > 53) return null;
  const fourth = PlainDay.from({ year, month: 1, day: 4 }); // always in week 1
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: 7 * (number - 1) });
  return monday.weekOfYear === number ? monday : null;
}

export function isBefore(one: PlainDay, other: PlainDay): boolean {
  return PlainDay.compare(one, other) < 0;
}
