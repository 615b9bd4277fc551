import type { Day } from "#domain/model/time.ts";
import { hasDayCue } from "./days/gate.ts";
import { headingDay } from "./days/heading.ts";
import { orderOf } from "./days/numeric.ts";
import { type Phrase, phrasesIn } from "./days/phrases.ts";
import type { DateOrder } from "./days/scan.ts";
import { tokensOf } from "./days/tokens.ts";
import type { Known } from "./read.ts";

/** A day or range of days that words name. */
export interface DayFound {
  /** Range in the clean words, with the preposition that belongs to it ("by Friday"). */
  start: number;
  end: number;
  /** The words themselves: `text.slice(start, end)`. */
  words: string;
  /** The day, or a range's first day; null where the words name a time that is no day (ASAP, "soon", "next call"), or where several readings fit. */
  on: Day | null;
  /** A range's last day; null for a single day. */
  until: Day | null;
  /** `by` and `before` are deadlines (`before the 9th` is already resolved to the 8th); `past` lies before the note. */
  sense: "by" | "on" | "after" | "from" | "past";
  /** Several readings fit (5/6 without a known order): shown as such and never guessed (RD5). */
  isAmbiguous: boolean;
  /** The days that would fit, where several do. */
  readings?: readonly Day[];
}

/** The day words count from, and what else fixes days: event, other events, sessions, working days. */
export type DayContext = Pick<Known, "timeZone" | "event" | "events" | "sessions" | "workingDays"> & {
  takenOn: Day;
  /** How the page writes numeric dates, from `dateOrder` over its whole text; without it each text settles its own or stays ambiguous. */
  order?: DateOrder | null;
};

/** No more than this is read of one passage: five times the longest note there may be. */
const charactersMax = 100_000;

/**
 * The days that clean words name, in order of place, resolved against the day the note was taken (RD5).
 *
 * Takes one passage or line; English, German, French and Spanish are told apart by their words, so a mixed page needs
 * no switch. Ranges are in order and never overlap; `until` is never before `on`. A length of time, a repeat, a
 * version, a share or a name that is also a month gives nothing.
 */
export function daysIn(text: string, context: DayContext): DayFound[] {
  const read = text.length > charactersMax ? text.slice(0, charactersMax) : text;
  if (!hasDayCue(read)) return [];
  return phrasesIn(read, context).map((phrase) => found(text, phrase));
}

/**
 * The day that a heading names ("Day 2 - Tuesday", "Tue 4 Feb", "2026-02-03", "Dienstag"), for the notes under it;
 * null where it names none, or a day as part of something else ("Prepare for Tuesday"). A weekday is the event's, or
 * the one nearest to the day the page is from; a date without a year the nearest.
 */
export function dayHeading(text: string, context: DayContext): Day | null {
  return hasDayCue(text) ? headingDay(text, context) : null;
}

/** How a page writes numeric dates, where its own dates settle it (13/2 is day first); null where they do not, or disagree. */
export function dateOrder(text: string): DateOrder | null {
  let order: DateOrder | null = null;
  // Line by line, and only those with a slash between digits, so that a long page costs next to nothing.
  for (let at = text.indexOf("/"); at !== -1; at = text.indexOf("/", at + 1)) {
    if (!isDigit(text[at - 1]) || !isDigit(text[at + 1])) continue;
    const before = text.slice(Math.max(0, at - lineMax), at);
    const after = text.slice(at, at + lineMax);
    const lineEnd = after.indexOf("\n");
    const start = at - before.length + before.lastIndexOf("\n") + 1;
    const end = at + (lineEnd === -1 ? after.length : lineEnd);
    const said = orderOf(tokensOf(text.slice(start, end)));
    if (said !== null && order !== null && said !== order) return null;
    order ??= said;
    at = end;
  }
  return order;
}

/** How far from a slash its line is read; longer lines are read in stretches. */
const lineMax = 2000;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

function found(text: string, { start, end, first, last, sense, readings }: Phrase): DayFound {
  const day: DayFound = {
    start,
    end,
    words: text.slice(start, end),
    on: first === null ? null : first.toString(),
    until: last === null ? null : last.toString(),
    sense,
    isAmbiguous: readings.length > 1,
  };
  if (readings.length > 1) day.readings = readings.map((reading) => reading.toString());
  return day;
}
