import { isBefore, weekdayAfter } from "./calendar.ts";
import { day, isDashAt, markAt, nested, type Scan, skipArticle, type Span, wordAt } from "./scan.ts";
import { words } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

const joinWords = words("to till until through thru bis au al hasta a");
const eitherWords = words("and or und oder et ou y o");

/**
 * The range that begins with a span: "Mon-Wed", "the 3rd to the 5th of March", "9 Feb - 2 March", "Jan-Feb 2027"; also
 * "Tue or Wed" and "Fri/Sat", which are two days in a row. Null where no other end follows.
 */
export function rangeFrom(scan: Scan, from: Span): Span | null {
  if (from.first === null || from.isEnd === true) return null;
  const { next } = from;
  const isDash = isDashAt(scan, next);
  if (isDash || joinWords.has(wordAt(scan, next))) return joined(scan, from, otherEnd(scan, next), isDash);
  const isEither = ["/", "&"].includes(markAt(scan, next)) || eitherWords.has(wordAt(scan, next));
  return isEither && from.weekday !== undefined && from.last === null
    ? twoDays(scan, from, otherEnd(scan, next))
    : null;
}

/** "between the 3rd and the 5th", "zwischen Montag und Mittwoch", "between now and Friday". */
export function between(scan: Scan, at: number): Span | null {
  const from = scan.core(scan, at) ?? nowAt(scan, at);
  if (from === null || from.first === null) return null;
  if (from.last !== null && from.unit === "day") return from;
  const isJoin = ["and", "und", "et", "y"].includes(wordAt(scan, from.next)) || markAt(scan, from.next) === "&";
  return isJoin ? joined(scan, from, otherEnd(scan, from.next), false) : rangeFrom(scan, from);
}

/** "from now until Friday": only with its other end; "from now on" is no day. */
export function fromNow(scan: Scan, at: number): Span | null {
  const now = nowAt(scan, at);
  return now === null ? null : rangeFrom(scan, now);
}

function nowAt(scan: Scan, at: number): Span | null {
  return ["now", "jetzt", "ahora", "maintenant"].includes(wordAt(scan, at)) ? day(scan.today, at + 1) : null;
}

function otherEnd(scan: Scan, join: number): number {
  return skipArticle(scan, skipArticle(scan, join + 1));
}

function other(scan: Scan, at: number): Span | null {
  const lead = { kind: "between", words: "between", language: scan.lead?.language ?? "en", hasArticle: true } as const;
  const to = nested({ ...scan, isRange: true }, lead, at) ?? nowAt(scan, at);
  return to === null || to.first === null || to.unit === "time" ? null : to;
}

/** "Tue/Wed", "Tue or Wed", "Sat & Sun": two days in a row; "Monday or Thursday" are two separate days. */
function twoDays(scan: Scan, from: Span, at: number): Span | null {
  const to = other(scan, at);
  if (from.first === null || to === null || to.first === null || to.weekday === undefined || to.last !== null)
    return null;
  const isBare = to.isBare === true;
  const last = isBare ? weekdayAfter(from.first, to.weekday) : to.first;
  const first = isBare || from.isBare !== true ? from.first : last.subtract({ days: 1 });
  const isInRow = first.dayOfWeek === from.weekday && last.equals(first.add({ days: 1 }));
  return isInRow ? { first, last, unit: "day", next: to.next, isRange: true } : null;
}

function joined(scan: Scan, from: Span, at: number, isDash: boolean): Span | null {
  const to = other(scan, at);
  if (to === null) return null;
  // "Day 2 - Wednesday" says one day twice, "this week - Monday" sets two things apart.
  const isAlike = from.unit === to.unit && (from.weekday === undefined) === (to.weekday === undefined);
  if (isDash && !isAlike) return null;
  const ends = endsOf(scan, from, to);
  if (ends === null || isBefore(ends.last, ends.first)) return null;
  const last = isBefore(ends.first, ends.last) ? ends.last : null;
  return { first: ends.first, last, unit: from.unit === to.unit ? from.unit : "day", next: to.next, isRange: true };
}

/** Both ends, each completed by what only the other says: the week of "Mon-Wed next week", the month, the year. */
function endsOf(scan: Scan, from: Span, to: Span): { first: PlainDay; last: PlainDay } | null {
  if (from.first === null || to.first === null) return null;
  const { first } = from;
  const last = to.last ?? to.first;
  if (to.isBare === true && to.weekday !== undefined) return { first, last: weekdayAfter(first, to.weekday) };
  if (from.isBare === true && from.weekday !== undefined) {
    return { first: last.subtract({ days: (last.dayOfWeek - from.weekday + 7) % 7 }), last };
  }
  if (from.dayOfMonth !== undefined && to.dayOfMonth === undefined && to.unit === "day") {
    const month = from.dayOfMonth <= last.day ? last : last.subtract({ months: 1 });
    return { first: month.with({ day: from.dayOfMonth }), last };
  }
  if (to.dayOfMonth !== undefined) {
    const near = first.with({ day: to.dayOfMonth });
    return { first, last: isBefore(first, near) ? near : near.add({ months: 1 }) };
  }
  if (from.isYearOpen === true && to.isYearOpen !== true) {
    const same = first.with({ year: last.year });
    return { first: isBefore(last, same) ? same.subtract({ years: 1 }) : same, last };
  }
  if (!isBefore(last, first) || to.isYearOpen !== true) return { first, last };
  // "March to May", said in April: the range that now lies in.
  const earlier = first.subtract({ years: 1 });
  const isUnderWay = from.isYearOpen === true && !isBefore(scan.today, earlier) && !isBefore(last, scan.today);
  if (isUnderWay) return { first: earlier, last };
  const later = last.add({ years: 1 });
  return { first, last: to.unit === "month" ? later.with({ day: later.daysInMonth }) : later };
}
