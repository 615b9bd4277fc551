import { dayIn, isBefore, weekdayAfter } from "./calendar.ts";
import { isDeadlineLead, isEventDay, type Scan, type Span, tenseOf } from "./scan.ts";
import type { PlainDay } from "./plain-day.ts";

/** Days without a year that lie this far back are meant as past where nothing looks ahead: notes are typed up within weeks. */
const recentDays = 31;
/** With a verb in the past, a month or date up to half a year back is the one meant. */
const pastTenseDays = 183;

/** A weekday that fits the last such date says that it was meant, up to so many days back; a heading up to a year and more. */
const weekdayBackDays = { text: 200, heading: 430 };

/**
 * The year of a day of a month that was said without one: the next such day, today included; a recent one where
 * nothing asks for a day to come. A weekday said beside it decides between the two; null where it fits neither.
 */
export function nearestDate(scan: Scan, month: number, dayOfMonth: number, weekday: number | null): PlainDay | null {
  const { today } = scan;
  // Eight years either way hold a 29 February, also across a century year.
  const reach = month === 2 && dayOfMonth === 29 ? 8 : 1;
  let ahead: PlainDay | null = null;
  let behind: PlainDay | null = null;
  for (let year = today.year - reach; year <= today.year + reach && ahead === null; year += 1) {
    const date = dayIn(year, month, dayOfMonth);
    if (date === null) continue;
    if (isBefore(date, today)) behind = date;
    else ahead = date;
  }
  if (ahead === null || behind === null) return ahead ?? behind;
  const back = distance(behind, today);
  if (weekday !== null && ahead.dayOfWeek !== behind.dayOfWeek) {
    if (ahead.dayOfWeek === weekday) return ahead;
    const isNear = back <= (scan.isHeading ? weekdayBackDays.heading : weekdayBackDays.text);
    return behind.dayOfWeek === weekday && isNear ? behind : null;
  }
  if (scan.isHeading) return back <= distance(today, ahead) ? behind : ahead;
  if (scan.lead?.kind === "since") return behind;
  if (isDeadlineLead(scan)) return ahead;
  if (isEventDay(scan, behind) || (back <= recentDays && distance(today, ahead) > recentDays)) return behind;
  return back <= pastTenseDays && tenseOf(scan) === "past" ? behind : ahead;
}

/** A weekday and a date that do not go together: both readings, none chosen (RD5). */
export function torn(scan: Scan, date: PlainDay, weekday: number, next: number): Span {
  return { first: null, last: null, unit: "day", next, readings: [date, weekdayAfter(scan.today, weekday)] };
}

export function distance(from: PlainDay, to: PlainDay): number {
  return from.daysUntil(to);
}
