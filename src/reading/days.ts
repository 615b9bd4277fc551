import type { Day } from "#domain/model/time.ts";
import type { Known } from "./read.ts";

/** A day or range of days that words name. */
export interface DayFound {
  /** Range in the clean words, with the preposition that belongs to it ("by Friday"). */
  start: number;
  end: number;
  /** The words themselves: `text.slice(start, end)`. */
  words: string;
  /** The day, or a range's first day; null where the words name a time that is no day (ASAP, "soon", "next call"). */
  on: Day | null;
  /** A range's last day; null for a single day. */
  until: Day | null;
  /** `by` and `before` are deadlines (`before the 9th` is already resolved to the 8th); `past` lies before the note. */
  sense: "by" | "on" | "after" | "from" | "past";
  /** Several readings fit (5/6 without a known order): shown as such and never guessed (RD5). */
  isAmbiguous: boolean;
}

/** The day words count from, and what else fixes days: event, other events, sessions, working days. */
export type DayContext = Pick<Known, "timeZone" | "event" | "events" | "sessions" | "workingDays"> & { takenOn: Day };

/** The days that clean words name, in order of place, resolved against the day the note was taken (RD5). */
export function daysIn(_text: string, _context: DayContext): DayFound[] {
  return [];
}
