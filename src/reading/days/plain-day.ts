import type { Day } from "#domain/model/time.ts";

interface Length {
  days?: number;
  weeks?: number;
  months?: number;
  years?: number;
}

/**
 * A calendar day of the Gregorian calendar with the part of `Temporal.PlainDate` that the day grammar asks for, name by
 * name, and the same answers. The grammar makes and compares a few dozen days for each sentence that names one; this
 * costs a few nanoseconds each (what Temporal costs: docs/decisions/2026-11-24-global-temporal.md).
 */
export class PlainDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;

  private constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** From `YYYY-MM-DD`, which was checked when it was parsed, or from its parts; a day past its month's end is its last. */
  static from(of: string | { year: number; month: number; day: number }): PlainDay {
    if (typeof of !== "string")
      return new PlainDay(of.year, of.month, Math.min(of.day, monthLength(of.year, of.month)));
    return new PlainDay(Number(of.slice(0, -6)), Number(of.slice(-5, -3)), Number(of.slice(-2)));
  }

  /** Below 0 where the first is earlier, above where it is later. */
  static compare(one: PlainDay, other: PlainDay): number {
    return one.year - other.year || one.month - other.month || one.day - other.day;
  }

  get daysInMonth(): number {
    return monthLength(this.year, this.month);
  }

  /** ISO 8601: 1 is Monday. */
  get dayOfWeek(): number {
    return modulo(numberOf(this.year, this.month, this.day) + 3, 7) + 1; // day 0, 1 January 1970, was a Thursday
  }

  /** ISO 8601: week 1 holds the year's first Thursday. */
  get weekOfYear(): number {
    const thursday = numberOf(this.year, this.month, this.day) + 4 - this.dayOfWeek;
    return Math.floor((thursday - numberOf(dayOfNumber(thursday).year, 1, 1)) / 7) + 1;
  }

  /** Years and months first, to the month's last day where it is shorter; then weeks and days. */
  add({ days = 0, weeks = 0, months = 0, years = 0 }: Length): PlainDay {
    let { year, month, day } = this;
    if (months !== 0 || years !== 0) {
      const count = month - 1 + months;
      year += years + Math.floor(count / 12);
      month = modulo(count, 12) + 1;
      day = Math.min(day, monthLength(year, month));
    }
    const more = days + 7 * weeks;
    const to = day + more;
    if (to >= 1 && to <= 28) return new PlainDay(year, month, to);
    return dayOfNumber(numberOf(year, month, day) + more);
  }

  subtract({ days = 0, weeks = 0, months = 0, years = 0 }: Length): PlainDay {
    return this.add({ days: -days, weeks: -weeks, months: -months, years: -years });
  }

  /** Another day of the month, or the same of another year; a day past the month's end is its last. */
  with({ year = this.year, day = this.day }: { year?: number; day?: number }): PlainDay {
    return new PlainDay(year, this.month, Math.min(day, monthLength(year, this.month)));
  }

  equals(other: PlainDay): boolean {
    return this.day === other.day && this.month === other.month && this.year === other.year;
  }

  /** Whole days from this one to another; negative where the other is earlier. */
  daysUntil(other: PlainDay): number {
    return numberOf(other.year, other.month, other.day) - numberOf(this.year, this.month, this.day);
  }

  /** `YYYY-MM-DD`. */
  toString(): Day {
    const { year } = this;
    const digits = year >= 0 && year <= 9999 ? padded(year, 4) : `${year < 0 ? "-" : "+"}${padded(Math.abs(year), 6)}`;
    return `${digits}-${padded(this.month, 2)}-${padded(this.day, 2)}` as Day; // a day of the calendar
  }
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : (lengths[month - 1] ?? 0);
}

/** Days since 1 January 1970 (Hinnant, chrono-Compatible Low-Level Date Algorithms, `days_from_civil`). */
function numberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The way back (`civil_from_days`). */
function dayOfNumber(number: number): PlainDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return PlainDay.from({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  });
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
