import type { Span } from "./commitment.ts";
import { addDays, type Day } from "./time.ts";

/** A year, a quarter or a month, by its first day. */
export interface Period {
  span: Span;
  startsOn: Day;
}

const monthsOf: Record<Span, number> = { year: 12, quarter: 3, month: 1 };
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** The period of that length that a day lies in. */
export function periodOn(span: Span, day: Day): Period {
  const month = Number(day.slice(5, 7)) - 1;
  return { span, startsOn: dayOfMonth(Number(day.slice(0, 4)), month - (month % monthsOf[span])) };
}

/** The one after it; with `away` so many after it, or before it where that is negative. */
export function periodAfter({ span, startsOn }: Period, away = 1): Period {
  const month = Number(startsOn.slice(5, 7)) - 1 + away * monthsOf[span];
  return { span, startsOn: dayOfMonth(Number(startsOn.slice(0, 4)), month) };
}

/** Its last day. */
export function lastOf(period: Period): Day {
  return addDays(periodAfter(period).startsOn, -1);
}

/** True where a day is one of the period's. */
export function isIn(day: Day, period: Period): boolean {
  return day >= period.startsOn && day <= lastOf(period);
}

/** True where the one lies wholly in the other; each lies in itself. */
export function liesIn(inner: Period, outer: Period): boolean {
  return inner.startsOn >= outer.startsOn && lastOf(inner) <= lastOf(outer);
}

/** A period as addresses and the command line write it: "2026", "2026-Q4", "2026-11". */
export function periodKey({ span, startsOn }: Period): string {
  if (span === "year") return startsOn.slice(0, 4);
  return span === "month" ? startsOn.slice(0, 7) : `${startsOn.slice(0, 4)}-Q${quarterOf(startsOn)}`;
}

/** The period that is written so; undefined where none is. */
export function periodAt(key: string): Period | undefined {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:[qQ]([1-4])|(0[1-9]|1[0-2])))?$/.exec(key.trim()) ?? [];
  if (year === undefined || Number(year) < 1900) return undefined;
  if (quarter !== undefined) return { span: "quarter", startsOn: dayOfMonth(Number(year), Number(quarter) * 3 - 3) };
  if (month !== undefined) return { span: "month", startsOn: dayOfMonth(Number(year), Number(month) - 1) };
  return { span: "year", startsOn: dayOfMonth(Number(year), 0) };
}

/** A period as people say it: "2026", "Q4 2026", "Nov 2026". */
export function sayPeriod({ span, startsOn }: Period): string {
  const year = startsOn.slice(0, 4);
  if (span === "year") return year;
  return span === "quarter"
    ? `Q${quarterOf(startsOn)} ${year}`
    : `${monthNames[Number(startsOn.slice(5, 7)) - 1] ?? ""} ${year}`;
}

function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** The first day of a month of a year; months before the first and after the last count on (0 is January). */
function dayOfMonth(year: number, month: number): Day {
  const at = year * 12 + month;
  const [years, months] = [Math.floor(at / 12), at % 12];
  return `${String(years).padStart(4, "0")}-${String(months + 1).padStart(2, "0")}-01` as Day; // a first of a month is a day
}
