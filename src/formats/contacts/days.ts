import { plain } from "#domain/model/plain.ts";
import { type Day, dayOf } from "#domain/model/time.ts";
import { monthOf } from "../month.ts";

/** How a column writes a day in numbers: 31/12/2025 or 12/31/2025. Null where no value of it tells. */
export type DayOrder = "day-first" | "month-first" | null;

/**
 * The order of day and month in a column of slashed or dashed dates: the first number above 12 tells, an AM or PM
 * means month first. RD5: nothing is guessed.
 */
export function dayOrder(values: Iterable<string>): DayOrder {
  for (const value of values) {
    const parts = numbersOf(value);
    if (parts === null || parts.isoLike) continue;
    if (parts.separator === ".") return "day-first";
    if (parts.first > 12) return "day-first";
    if (parts.second > 12) return "month-first";
    if (/\b[ap]\.?m\b/i.test(value)) return "month-first";
  }
  return null;
}

/**
 * The calendar day at the start of a cell, as written where it was taken: ISO 8601, "15 Jan 2024", "Jan 15, 2024",
 * "15. Januar 2024", 15.01.2024, or numbers in the given order. Null where there is none or it is no day of the calendar.
 */
export function readDay(text: string, order: DayOrder): Day | null {
  const value = text.trim().slice(0, 60);
  const parts = numbersOf(value);
  if (parts !== null) {
    if (parts.isoLike) return day(parts.first, parts.second, parts.third);
    const isDayFirst = parts.separator === "." || parts.first > 12 || order === "day-first";
    if (isDayFirst) return day(year(parts.third), parts.second, parts.first);
    return order === "month-first" || parts.second > 12 ? day(year(parts.third), parts.first, parts.second) : null;
  }
  const words = plain(value)
    .split(/[\s.,-]+/u)
    .filter(Boolean);
  const named = words.findIndex((word) => monthOf(word) > 0);
  if (named < 0) return null;
  const month = monthOf(words[named] ?? "");
  const numbers = words.map((word) =>
    /^\d{1,4}(?:st|nd|rd|th|er)?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN,
  );
  // "15 Jan 2024", "15 de enero de 2024", or "Jan 15, 2024".
  const before = numbers.slice(0, named).find((number) => number >= 1 && number <= 31);
  const after = numbers.slice(named + 1).filter((number) => !Number.isNaN(number));
  const dayNumber = before ?? after[0];
  const yearNumber = before === undefined ? after[1] : after[0];
  if (dayNumber === undefined || yearNumber === undefined) return null;
  return day(year(yearNumber), month, dayNumber);
}

interface Numbers {
  first: number;
  second: number;
  third: number;
  separator: string;
  isoLike: boolean;
}

function numbersOf(text: string): Numbers | null {
  const found = /^\s{0,10}(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})(?!\d)/.exec(text);
  if (found === null) return null;
  const [, first = "", separator = "", second = "", third = ""] = found;
  const isoLike = first.length === 4;
  if (!isoLike && (first.length > 2 || third.length === 1)) return null;
  return { first: Number(first), second: Number(second), third: Number(third), separator, isoLike };
}

/** Two digits are a year of this century: nobody scanned a badge before. */
function year(number: number): number {
  return number < 100 ? 2000 + number : number;
}

function day(yearNumber: number, month: number, dayNumber: number): Day | null {
  if (yearNumber < 1900 || yearNumber > 2999) return null;
  try {
    return dayOf(Temporal.PlainDate.from({ year: yearNumber, month, day: dayNumber }, { overflow: "reject" }));
  } catch {
    return null;
  }
}
