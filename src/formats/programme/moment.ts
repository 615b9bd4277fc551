import { monthOf } from "../month.ts";

/**
 * A time as a programme states it: a point on the time line (with the offset it was written in, null for `Z`), or a
 * time on the wall that needs the programme's zone.
 */
export type Moment =
  | { kind: "instant"; at: Temporal.Instant; offset: string | null }
  | { kind: "local"; at: Temporal.PlainDateTime };

/** In which order the two small numbers of `03/04/2025` stand. Null: nothing in the file tells. */
export type SlashOrder = "day-first" | "month-first" | null;

/** Parts of a text longer than this are no date. */
const dateCharactersMax = 120;

/** The longest talk believed, in minutes: two weeks. */
const minutesMax = 14 * 24 * 60;

const isoMoment =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T| {1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[^\]]{1,64}\])?$/i;

/**
 * Reads an ISO 8601 date and time, tolerant of single digits (`2017-11-1T10:00`) and of a blank for `T`.
 * Null where there is no time of day, or no such day.
 */
export function momentOf(text: string): Moment | null {
  if (text.length > dateCharactersMax) return null;
  const found = isoMoment.exec(text.trim());
  if (found === null) return null;
  const day = dayFrom(Number(found[1]), Number(found[2]), Number(found[3]));
  const at = day === null ? null : atClock(day, Number(found[4]), Number(found[5]), Number(found[6] ?? 0));
  return at === null ? null : momentAt(at, found[7] ?? null);
}

/** A wall-clock time with the offset it was written in (`+01:00`, `+0100`, `Z`), or none. */
export function momentAt(at: Temporal.PlainDateTime, offset: string | null): Moment | null {
  if (offset === null) return { kind: "local", at };
  const named = offset.toUpperCase() === "Z" ? null : offsetName(offset);
  try {
    const instant = at.toZonedDateTime(named ?? "UTC").toInstant();
    return { kind: "instant", at: instant, offset: named };
  } catch {
    return null;
  }
}

/** `+0100`, `+01`, `+1:00` -> `+01:00`. Null where it is no offset. */
export function offsetName(text: string): string | null {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (found === null) return null;
  const hours = Number(found[2]);
  const minutes = Number(found[3] ?? 0);
  if (hours > 18 || minutes > 59) return null;
  return `${found[1]}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** A time of day on a day; 24:00 is the next midnight, a leap second the one before. Null where there is none. */
export function atClock(
  day: Temporal.PlainDate,
  hour: number,
  minute: number,
  second = 0,
): Temporal.PlainDateTime | null {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) return null;
  try {
    const at = day.toPlainDateTime({ hour: hour % 24, minute, second: Math.min(second, 59) });
    return hour === 24 ? at.add({ days: 1 }) : at;
  } catch {
    return null;
  }
}

/** A calendar day, or null where there is no such day. Years outside 1900 to 2200 are no programme's. */
export function dayFrom(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** What a text says of day and times: the day (or that it can be read in two ways), and clock times in order. */
export interface Span {
  day: Temporal.PlainDate | "ambiguous" | null;
  clocks: { hour: number; minute: number }[];
}

interface DayPattern {
  pattern: RegExp;
  read: (found: RegExpExecArray, order: SlashOrder) => Span["day"];
  /** It holds a month's name. Such a pattern is dear to compile (40 ms), so it waits for one. */
  hasMonth?: true;
}

const dayPatterns: readonly DayPattern[] = [
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
    read: (found) => dayFrom(Number(found[1]), Number(found[2]), Number(found[3])),
  },
  {
    pattern: /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/,
    read: (found) => dayFrom(fullYear(found[3]), Number(found[2]), Number(found[1])),
  },
  {
    pattern: /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/,
    read: (found, order) => slashed(Number(found[1]), Number(found[2]), fullYear(found[3]), order),
  },
  {
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s{1,3}(?:de\s|of\s)?(\p{L}{3,12})\.?,?\s{1,3}(?:de\s)?(\d{4})(?!\d)/iu,
    read: (found) => dayFrom(Number(found[3]), monthOf(found[2] ?? ""), Number(found[1])),
    hasMonth: true,
  },
  {
    pattern: /(?<!\p{L})(\p{L}{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/iu,
    read: (found) => dayFrom(Number(found[3]), monthOf(found[1] ?? ""), Number(found[2])),
    hasMonth: true,
  },
];

const clock = /(?<![\d:.])(\d{1,2})(?:[:h](\d{2})(?::\d{2})?|\.(\d{2})(?!\d))?\s?([ap]\.?m\b\.?)?(?![\d:])/giu;

/**
 * Finds the day and the clock times in a text as people write them: `24 May 2022 | 08:45 - 09:45`,
 * `Freitag, 27. Dezember 2019, 11:00`, `10/31/2017 9:00 AM`. Month names in English, German, French, Spanish,
 * Italian, Portuguese and Dutch.
 */
export function spanOf(text: string, order: SlashOrder): Span {
  let rest = text.slice(0, dateCharactersMax);
  let day: Span["day"] = null;
  for (const { pattern, read, hasMonth } of dayPatterns) {
    if (hasMonth === true && !namesMonth(rest)) continue;
    const found = pattern.exec(rest);
    if (found === null) continue;
    day = read(found, order);
    if (day === null) continue;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length).replace(/^T(?=\d)/, " ")}`;
    break;
  }
  const clocks: Span["clocks"] = [];
  for (const found of rest.matchAll(clock)) {
    const minutes = found[2] ?? found[3];
    const half = found[4]?.charAt(0).toLowerCase();
    // A bare number is a time of day only with am or pm: "Room 5" is none.
    if (minutes === undefined && half === undefined) continue;
    const stated = Number(found[1]);
    const hour = half === undefined ? stated : (stated % 12) + (half === "p" ? 12 : 0);
    const minute = Number(minutes ?? 0);
    if (hour <= 24 && minute <= 59) clocks.push({ hour, minute });
  }
  return { day, clocks };
}

function namesMonth(text: string): boolean {
  // "4thMay": an ending of two letters may stick to the name.
  for (const [word] of text.matchAll(/\p{L}{3}[\p{L}\p{M}]*/gu))
    if (monthOf(word) > 0 || monthOf(word.slice(2)) > 0) return true;
  return false;
}

/** Looks at all of a file's days: one number above 12 settles the order of every `03/04/2025` in it. */
export function slashOrderOf(texts: Iterable<string>): SlashOrder {
  let order: SlashOrder = null;
  for (const text of texts) {
    const found = /(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(text.slice(0, dateCharactersMax));
    if (found === null) continue;
    const seen = Number(found[1]) > 12 ? "day-first" : Number(found[2]) > 12 ? "month-first" : null;
    if (seen === null) continue;
    // Both orders in one file: nothing can be relied on.
    if (order !== null && order !== seen) return null;
    order = seen;
  }
  return order;
}

const spokenDuration =
  /^(?:(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:h|hr|hrs|hours?|std\.?|stunden?))?\s?,?\s?(?:(\d{1,4})\s?(?:m|min|mins|minutes?|minuten|')?)?$/i;

/**
 * Minutes of `00:45`, `0:45`, `90`, `1:30:00` (hours, minutes, seconds), `PT45M`, `1h 30m`, `45 min`. Null where it
 * is no duration, is nothing, or is longer than two weeks.
 */
export function minutesOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 40) return null;
  const minutes = colonMinutes(trimmed) ?? isoMinutes(trimmed) ?? spokenMinutes(trimmed);
  return minutes === null || minutes <= 0 || minutes > minutesMax ? null : minutes;
}

function colonMinutes(text: string): number | null {
  const parts = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text);
  if (parts === null) return null;
  const [first, second, third, fourth] = [Number(parts[1]), Number(parts[2]), parts[3], parts[4]];
  if (fourth !== undefined) return first * 1440 + second * 60 + Number(third) + Number(fourth) / 60;
  return first * 60 + second + Number(third ?? 0) / 60;
}

function isoMinutes(text: string): number | null {
  if (!/^[+-]?P/i.test(text)) return null;
  try {
    return Temporal.Duration.from(text.toUpperCase()).total({ unit: "minute", relativeTo: "2000-01-01" });
  } catch {
    return null;
  }
}

function spokenMinutes(text: string): number | null {
  const found = spokenDuration.exec(text);
  if (found === null || (found[1] === undefined && found[2] === undefined)) return null;
  return Math.round(Number((found[1] ?? "0").replace(",", ".")) * 60) + Number(found[2] ?? 0);
}

function slashed(first: number, second: number, year: number, order: SlashOrder): Span["day"] {
  if (first > 12) return dayFrom(year, second, first);
  if (second > 12) return dayFrom(year, first, second);
  if (first === second) return dayFrom(year, first, second);
  if (order === null) return "ambiguous";
  return order === "day-first" ? dayFrom(year, second, first) : dayFrom(year, first, second);
}

function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  return digits?.length === 2 ? 2000 + year : year;
}
