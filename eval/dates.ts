import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "chrono-node/en";
import type { Day, TimeZone } from "#domain/model/time.ts";
import { daysIn } from "#reading/days.ts";

/** How often the days found in one set of cases were the expected ones, for our reader and for chrono-node alone. */
export interface DateRow {
  set: string;
  /** Dates and date periods that the set expects to be found. */
  cases: number;
  oursRight: number;
  chronoRight: number;
  /** Days found where the set expects no time of any kind. */
  oursFalse: number;
  chronoFalse: number;
}

/**
 * The sets about calendar days and periods of days. Left out: times, durations, repeats and time zones by themselves
 * (no day is named there), and the sets that give no day to count from.
 */
const sets = [
  "DateParser",
  "DatePeriodParser",
  "HolidayParser",
  "MergedParser",
  "DateTimeModelComplexCalendar",
  "DateTimeModelCalendarMode",
  "DateTimeModelExtendedTypes",
] as const;

/**
 * Runs the Recognizers-Text English cases in `dataFolder/dates` through `daysIn` and through chrono-node alone
 * (`forwardDate`, English). A case is right when a stretch of words that overlaps the expected one was given the
 * expected day, or first and last day. The set's own conventions are kept, two excepted: its periods end before their
 * last-named day and ours on it, and its weeks run to Sunday where ours run to Friday. Where it lists a past and a
 * future reading, either counts. Empty where the folder is absent.
 */
export function evaluateDates(dataFolder: string): DateRow[] {
  const rows: DateRow[] = [];
  for (const set of sets) {
    const file = join(dataFolder, "dates", `${set}.json`);
    if (!existsSync(file)) continue;
    const row: DateRow = { set, cases: 0, oursRight: 0, chronoRight: 0, oursFalse: 0, chronoFalse: 0 };
    for (const { expected, ours, chrono } of judged(file)) {
      const days = expected.filter(({ readings }) => readings.length > 0);
      row.cases += days.length;
      row.oursRight += days.filter((one) => ours.some((found) => isRight(found, one))).length;
      row.chronoRight += days.filter((one) => chrono.some((found) => isRight(found, one))).length;
      const isFalse = (found: Stretch) => !expected.some((one) => overlaps(found, one));
      row.oursFalse += ours.filter(isFalse).length;
      row.chronoFalse += chrono.filter(isFalse).length;
    }
    rows.push(row);
  }
  return rows;
}

/** A stretch of words and the day, or first and last day, read from them. */
interface Stretch {
  start: number;
  end: number;
  first: string;
  last: string;
}

/** What a case expects of a stretch of words: any of these readings; none where it names no day. */
interface Expected {
  start: number;
  end: number;
  readings: Reading[];
}

interface Reading {
  first: string | null;
  last: string | null;
}

/** A case with what it expects and what both readers found. */
interface Judged {
  text: string;
  takenOn: string;
  expected: Expected[];
  ours: Stretch[];
  chrono: Stretch[];
}

/** The cases of a file that give a day to count from. */
function judged(file: string): Judged[] {
  const cases: Case[] = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as Case[]; // the corpus's own shape
  return cases.flatMap((one) => {
    const takenOn = one.Context?.ReferenceDateTime?.slice(0, 10);
    if (takenOn === undefined) return [];
    const expected = one.Results.map((result) => expectedOf(result, one.Input));
    return [
      { text: one.Input, takenOn, expected, ours: oursIn(one.Input, takenOn), chrono: chronoIn(one.Input, takenOn) },
    ];
  });
}

interface Case {
  Input: string;
  Context?: { ReferenceDateTime?: string };
  Results: Result[];
}

interface Result {
  Text: string;
  Type?: string;
  TypeName?: string;
  Start?: number;
  Length?: number;
  Value?: Resolution | null;
  Resolution?: Resolution | null;
}

interface Resolution {
  FutureResolution?: Record<string, string>;
  PastResolution?: Record<string, string>;
  values?: Record<string, string>[];
}

function expectedOf(result: Result, text: string): Expected {
  const found = text.toLowerCase().indexOf(result.Text.toLowerCase());
  const start = result.Start ?? Math.max(found, 0);
  const end = start + result.Text.length;
  const type = (result.Type ?? result.TypeName ?? "").replace("datetimeV2.", "");
  if (type !== "date" && type !== "daterange") return { start, end, readings: [] };
  const resolution = result.Value ?? result.Resolution;
  const values = resolution?.values ?? [resolution?.FutureResolution ?? {}, resolution?.PastResolution ?? {}];
  return { start, end, readings: values.flatMap((value) => readingOf(value)) };
}

function readingOf(value: Record<string, string>): Reading[] {
  const day = value["date"] ?? value["value"];
  if (day !== undefined) return isDay(day) ? [{ first: day, last: day }] : [];
  const first = value["startDate"] ?? value["start"];
  const end = value["endDate"] ?? value["end"];
  if ((first !== undefined && !isDay(first)) || (end !== undefined && !isDay(end))) return [];
  if (first === undefined && end === undefined) return [];
  if (first === undefined) return [{ first: null, last: end ?? null }];
  if (end === undefined) return [{ first, last: null }];
  const last = moved(end, -1);
  const isWeek = moved(first, 6) === last && Temporal.PlainDate.from(first).dayOfWeek === 1;
  if (isWeek) return [{ first, last: moved(first, 4) }];
  // "From the 4th to the 22nd" ends on the 22nd there as well, although its periods otherwise end before their end.
  return [
    { first, last },
    { first, last: end },
  ];
}

function isDay(text: string): boolean {
  return /^[12]\d{3}-\d\d-\d\d$/.test(text);
}

function moved(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function oursIn(text: string, takenOn: string): Stretch[] {
  return daysIn(text, {
    takenOn: takenOn as Day, // the corpus writes ISO days
    timeZone: "UTC" as TimeZone,
    event: null,
    events: [],
    sessions: [],
    workingDays: [1, 2, 3, 4, 5],
    order: "month-first", // the corpus is American
  }).flatMap(({ start, end, on, until }) => (on === null ? [] : [{ start, end, first: on, last: until ?? on }]));
}

function chronoIn(text: string, takenOn: string): Stretch[] {
  const reference = new Date(`${takenOn}T12:00:00Z`);
  return parse(text, { instant: reference, timezone: 0 }, { forwardDate: true }).flatMap(
    ({ index, text: words, start, end }) => {
      const isNamed = (["day", "weekday", "month", "year"] as const).some((part) => start.isCertain(part));
      if (!isNamed) return [];
      const first = dayOfParts(start.get("year"), start.get("month"), start.get("day"));
      if (first === null) return [];
      let last =
        end === undefined || end === null
          ? first
          : (dayOfParts(end.get("year"), end.get("month"), end.get("day")) ?? first);
      // chrono names a month by its first day.
      if (
        (end === undefined || end === null) &&
        start.isCertain("month") &&
        !start.isCertain("day") &&
        !start.isCertain("weekday")
      ) {
        last = Temporal.PlainDate.from(first).with({ day: 31 }, { overflow: "constrain" }).toString();
      }
      return [{ start: index, end: index + words.length, first, last }];
    },
  );
}

function dayOfParts(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" }).toString();
}

/**
 * Where the set gives only an end ("before", "by") or only a beginning ("after", "since"), the day at that end counts
 * as right, and so do the one beside it and the first working day after it.
 */
function isRight(found: Stretch, expected: Expected): boolean {
  if (!overlaps(found, expected)) return false;
  return expected.readings.some(({ first, last }) => {
    if (first !== null && last !== null) return found.first === first && found.last === last;
    if (last !== null) return [last, moved(last, -1)].some((day) => day === found.first || day === found.last);
    return first !== null && [0, 1, 2, 3].some((days) => moved(first, days) === found.first);
  });
}

function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}
