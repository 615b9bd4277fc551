import { dayIn, isBefore } from "./calendar.ts";
import type { DayList } from "./day-list.ts";
import {
  after,
  day,
  endsWell,
  isDeadlineLead,
  isVerbNext,
  type Scan,
  skipArticle,
  type Span,
  tenseOf,
  wordAt,
} from "./scan.ts";
import { countedNouns, units, whichWords } from "./words.ts";
import { distance, torn } from "./years.ts";
import type { PlainDay } from "./plain-day.ts";

/**
 * A day of the month whose month was not said: "the 9th" and "by the 9th" (the next 9th after the note), "bis zum
 * 9.", "avant le 12", "the 20th of next month", and behind a weekday ("Friday the 13th", "Tue 10").
 */
export function dayOfMonthAt(scan: Scan, at: number, list: DayList, weekday: number | null): Span | null {
  const inMonth = ofThatMonth(scan, list, weekday);
  if (inMonth !== null) return inMonth;
  const isSuffixed = (scan.tokens[at]?.suffix ?? "") !== "" || scan.tokens[at]?.kind === "word";
  // "Fri 10-12" may be hours, "on 3-5" a score: two numbers in one need the ordinal.
  const isJoined = scan.tokens[at]?.kind === "numbers";
  const isRun = list.days.length > 1 && (list.isRange || list.days[1] === list.days[0]! + 1); // length > 1
  if (isJoined && (!isRun || (!isSuffixed && weekday === null && !isRomance(scan)))) return null;
  if (weekday === null && !scan.isRange && !isLed(scan, list, isSuffixed)) return null;
  const next = isRun ? list.next : list.firstNext;
  if (!isClosed(scan, next, isSuffixed, weekday)) return null;

  const dayOfMonth = list.days[0]!; // a list is never empty
  const first = nextDayOfMonth(scan, dayOfMonth, weekday, isSuffixed);
  if (first === null) {
    const date = weekday !== null && isSuffixed ? nextDayOfMonth(scan, dayOfMonth, null) : null;
    return date === null || weekday === null ? null : torn(scan, date, weekday, next);
  }
  const last = isRun ? dayIn(first.year, first.month, list.days.at(-1)!) : null; // a list is never empty
  if (last !== null && isBefore(first, last)) return { first, last, unit: "day", next };
  return { ...day(first, list.firstNext), dayOfMonth };
}

/** Whether what stands before makes a number a day: an article with 9th, a preposition of its language with 9. or 9. */
function isLed(scan: Scan, list: DayList, isSuffixed: boolean): boolean {
  const { lead } = scan;
  if (lead === null) return false;
  if (isRomance(scan)) return true;
  if (lead.kind === "in" || lead.kind === "at" || lead.kind === "within") return false;
  if (isSuffixed) return lead.hasArticle || lead.kind !== "for";
  // "before the 30 then", as some write English: a deadline, and nothing counted behind it.
  if (lead.language === "en" && lead.hasArticle && isDeadlineLead(scan)) return true;
  const isGerman = lead.language === "de" || (lead.kind === "article" && scan.language === "de");
  return isGerman && (list.isOrdinal || lead.kind === "between");
}

/** "le 9", "avant le 12", "hasta el 9", "del 9 al 11": with the article, and in a passage of that language. */
function isRomance(scan: Scan): boolean {
  const { lead } = scan;
  if (lead === null) return false;
  // A preposition of the language says it by itself; an article alone ("le", "el") needs a passage in it.
  const isOfLanguage =
    lead.kind === "article"
      ? scan.language === "fr" || scan.language === "es"
      : lead.language === "fr" || lead.language === "es";
  return isOfLanguage && (lead.hasArticle || /(?:^| )(?:au|du|del|al)$|^(?:entre|d'ici)/.test(lead.words));
}

/** Whether nothing follows that is counted ("the 9th floor"): a day is followed by an end, a small word or an order. */
function isClosed(scan: Scan, next: number, isSuffixed: boolean, weekday: number | null): boolean {
  const follower = wordAt(scan, next);
  if (countedNouns.has(follower)) return false;
  const isStrong = isDeadlineLead(scan) || weekday !== null;
  if (follower === "of" || follower === "de") return false;
  if (isSuffixed && isStrong) return true;
  // German writes its nouns with a capital: "am 9. treffen" is an order, "am 9. Treffen" a meeting.
  const isGermanVerb = scan.lead?.language === "de" && follower !== "" && scan.tokens[next]?.isCapital === false;
  return endsWell(scan, next) || isVerbNext(scan, next) || isGermanVerb;
}

/** "the 20th of next month", "9th of this month", "the 1st of the month". */
function ofThatMonth(scan: Scan, list: DayList, weekday: number | null): Span | null {
  const isOf = wordAt(scan, list.next) === "of";
  if ((!list.isOrdinal && !isOf && !list.isRange) || weekday !== null) return null;
  const dayOfMonth = list.days[0]!; // a list is never empty
  const of = skipArticle(scan, isOf || wordAt(scan, list.next) === "in" ? list.next + 1 : list.next);
  const which = whichWords.get(wordAt(scan, of));
  if (which !== undefined && units.get(wordAt(scan, of + 1)) === "month") {
    const month = scan.today.with({ day: 1 }).add({ months: which });
    const date = dayIn(month.year, month.month, dayOfMonth);
    const last = list.isRange ? dayIn(month.year, month.month, list.days.at(-1)!) : null; // a list is never empty
    if (date === null) return null;
    return last !== null && isBefore(date, last) ? { first: date, last, unit: "day", next: of + 2 } : day(date, of + 2);
  }
  const to = after(scan, of, "month");
  const date = to === -1 || !isOf ? null : nextDayOfMonth(scan, dayOfMonth, null);
  return date === null ? null : day(date, to);
}

/**
 * How many months on a weekday and a day of the month are looked for together. "Fri 10" without an ordinal may be a
 * time of day, so it counts for this month and the next; further off, "Friday the 14th" is likelier a slip.
 */
const monthsAhead = { bare: 2, ordinal: 3 };

/** The next such day of the month after the note's day; with a weekday beside it, the next that falls on it. */
function nextDayOfMonth(scan: Scan, dayOfMonth: number, weekday: number | null, isOrdinal = true): PlainDay | null {
  const { today } = scan;
  const inMonth = (months: number): PlainDay | null => {
    const month = today.with({ day: 1 }).add({ months });
    const date = dayIn(month.year, month.month, dayOfMonth);
    return date === null || (weekday !== null && date.dayOfWeek !== weekday) ? null : date;
  };
  if (scan.isHeading) {
    // The day of the notes under it: the nearest, today included.
    const near = [-1, 0, 1].map(inMonth).filter((date) => date !== null);
    return near.toSorted((a, b) => Math.abs(distance(today, a)) - Math.abs(distance(today, b)))[0] ?? null;
  }
  const isBack = scan.lead?.kind === "since" || (tenseOf(scan) === "past" && !isDeadlineLead(scan));
  // No hour of the day is above 24, and few are written above 12.
  const limit = weekday !== null && !isOrdinal && dayOfMonth <= 12 ? monthsAhead.bare : monthsAhead.ordinal;
  for (let months = 0; months < limit; months += 1) {
    const date = inMonth(isBack ? -months : months);
    if (date !== null && (isBack ? isBefore(date, today) : isBefore(today, date))) return date;
  }
  return null;
}
