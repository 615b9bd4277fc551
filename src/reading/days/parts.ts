import { isBefore, weekdayAfter } from "./calendar.ts";
import { eventDayAt } from "./events.ts";
import {
  day,
  isDashAt,
  isDeadlineLead,
  type Lead,
  markAt,
  nested,
  type Scan,
  skipArticle,
  skipHyphen,
  type Span,
  after,
  wordAt,
} from "./scan.ts";
import { type Period, periodOf, targetAt } from "./targets.ts";
import { inWeek, postAt } from "./weekdays.ts";
import { weekNumber } from "./weeks.ts";
import { ends, ordinals, type Part, parts, units, weekdays, whichWords } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

/** early / mid / late / end of ..., "later this week", "first half of". */
export function partOf(scan: Scan, at: number): Span | null {
  const word = wordAt(scan, at);
  if (word === "midweek") return midweek(scan, at + 1);
  if (word === "later" || word === "earlier") return laterIn(scan, at, word === "later");
  let part = parts.get(word) ?? null;
  let next = skipHyphen(scan, at + 1);
  if (part === null) {
    const ordinal = ordinals.get(word) ?? 0;
    if ((ordinal !== 1 && ordinal !== 2) || !["half", "halfte", "mitad", "moitie"].includes(wordAt(scan, at + 1)))
      return mid(scan, at);
    part = ordinal === 1 ? "firstHalf" : "secondHalf";
    next = at + 2;
  }
  // "fin de semana" is the weekend, "finales de semana" the week's end.
  if (word === "fin" && after(scan, at, "fin", "de", "semana") !== -1) return null;
  if (word === "close" || (part === "end" && isDayEnd(scan, next))) return dayEnd(scan, next);
  const of = ["of", "de", "d", "d'", "in"].includes(wordAt(scan, next)) ? next + 1 : next;
  // "We start next week", "it will end next month", "final week": verbs and plain words without their "of".
  const isVerb =
    part === "start" ||
    word === "final" ||
    ["will", "to", "should", "can", "must", "we", "they"].includes(wordAt(scan, at - 1));
  if (of === next && (part === "start" || part === "end") && isVerb && wordAt(scan, of) !== "del") return null;
  const target = skipHyphen(scan, skipArticle(scan, skipArticle(scan, of)));
  if (
    part === "mid" &&
    wordAt(scan, target) === "week" &&
    whichWords.get(wordAt(scan, target + 1)) === undefined &&
    postAt(scan, target + 1) === null
  ) {
    return midweek(scan, target + 1);
  }
  // "late next week" but also "mid week next week"
  const period = targetAt(scan, target, true);
  if (period === null) return part === "end" ? endOfWeek(scan, target) : null;
  return { ...apply(scan, part, period), next: wordAt(scan, period.next) === "time" ? period.next + 1 : period.next };
}

/** "Ende KW 12": the last working day of that week. */
function endOfWeek(scan: Scan, at: number): Span | null {
  const week = weekNumber(scan, at);
  return week === null || week.last === null ? null : { ...day(week.last, week.next), isEnd: true };
}

/** "mi-mars", "a mediados": mi is a word of its own only before a dash. */
function mid(scan: Scan, at: number): Span | null {
  if (wordAt(scan, at) !== "mi" || !isDashAt(scan, at + 1)) return null;
  const period = targetAt(scan, at + 2, true);
  return period === null ? null : apply(scan, "mid", period);
}

function midweek(scan: Scan, at: number): Span {
  const offset = whichWords.get(wordAt(scan, at));
  if (offset !== undefined && units.get(wordAt(scan, at + 1)) === "week") return day(inWeek(scan, 3, offset), at + 2);
  return day(weekdayAfter(scan.today, 3), at);
}

function isDayEnd(scan: Scan, at: number): boolean {
  const of = ["of", "de"].includes(wordAt(scan, at)) ? skipArticle(scan, at + 1) : skipArticle(scan, at);
  if (["day", "business", "play", "tages", "journee", "dia"].includes(wordAt(scan, of))) return true;
  return ["today", "tomorrow"].includes(wordAt(scan, of)) || weekdays.get(wordAt(scan, of))?.trust === "sure";
}

/** "end of day", "close of business Friday", "end of tomorrow": the day itself, by its end. */
function dayEnd(scan: Scan, next: number): Span | null {
  if (!isDayEnd(scan, next)) return null;
  const of = ["of", "de"].includes(wordAt(scan, next)) ? skipArticle(scan, next + 1) : skipArticle(scan, next);
  const eventDay = eventDayAt(scan, of);
  if (eventDay !== null) return { ...eventDay, isEnd: true };
  const isNamed = !["day", "business", "play", "tages", "journee", "dia"].includes(wordAt(scan, of));
  return ofDay(scan, isNamed ? of : of + 1);
}

/** The day that "EOD" or "end of day" belongs to: the one said next, or the note's. */
function ofDay(scan: Scan, at: number): Span {
  const on =
    ["on", "of", "am"].includes(wordAt(scan, at)) || [",", "("].includes(markAt(scan, at))
      ? skipArticle(scan, at + 1)
      : at;
  const named = nested(scan, scan.lead ?? byLead, on);
  if (named !== null && named.unit === "day" && named.last === null && named.first !== null)
    return { ...named, isEnd: true };
  return { ...day(scan.today, at), isEnd: true };
}

const byLead: Lead = { kind: "by", words: "by", language: "en", hasArticle: false };

/** EOD, COB, EOW, EOM, "month end", "year-end", Monatsende; with what they belong to: "EOD Friday", "EOM March". */
export function endShort(scan: Scan, at: number): Span | null {
  const unit = ends.get(wordAt(scan, at));
  if (unit === "day") return ofDay(scan, at + 1);
  if (unit !== undefined) {
    const of = ["of", "in"].includes(wordAt(scan, at + 1)) ? at + 2 : at + 1;
    const named = targetAt(scan, of, true);
    if (named !== null && (named.unit === unit || (unit === "month" && named.unit === "quarter")))
      return apply(scan, "end", named);
    const period = periodOf(scan, unit, 0, false);
    return period === null ? null : { ...apply(scan, "end", { ...period, next: at + 1 }) };
  }
  const named = units.get(wordAt(scan, at));
  if (named === undefined || named === "week" || named === "day") return null;
  const next = skipHyphen(scan, at + 1);
  if (
    wordAt(scan, next) !== "end" ||
    !["month", "quarter", "year"].includes(wordAt(scan, at)) ||
    scan.tokens[at]!.norm.endsWith("s")
  )
    return null; // a unit is there
  const period = periodOf(scan, named, 0, false);
  return period === null ? null : apply(scan, "end", { ...period, next: next + 1 });
}

/** "later today", "later this week" (from tomorrow on), "earlier this week" (up to yesterday). */
export function laterIn(scan: Scan, at: number, isLater: boolean): Span | null {
  const { today } = scan;
  const word = wordAt(scan, at + 1);
  if (isLater && ["today", "tonight"].includes(word)) return day(today, at + 2);
  const isIn = ["in", "on"].includes(word);
  const to = isIn ? skipArticle(scan, at + 2) : at + 1;
  const period = targetAt(scan, to, isIn && to > at + 2);
  if (period === null) return null;
  if (period.offset !== 0) return isLater ? apply(scan, "late", period) : null;
  const last = period.unit === "week" && isBefore(period.last, today) ? period.last.add({ days: 7 }) : period.last;
  const first = isLater ? today.add({ days: 1 }) : period.first;
  const end = isLater ? last : today.subtract({ days: 1 });
  if (isBefore(end, first)) return day(isLater ? today : end, period.next);
  return { first, last: isBefore(first, end) ? end : null, unit: period.unit, next: period.next };
}

/** "rest of the week", "remainder of this month": from the note's day on. */
export function remaining(scan: Scan, at: number): Span | null {
  if (
    !["rest", "remainder", "balance"].includes(wordAt(scan, at)) ||
    !["of", "der", "des"].includes(wordAt(scan, at + 1))
  )
    return null;
  const period = targetAt(scan, skipArticle(scan, at + 2), true);
  if (period === null || period.offset !== 0) return null;
  const last = isBefore(period.last, scan.today) ? period.last.add({ days: 7 }) : period.last;
  return { first: scan.today, last: isBefore(scan.today, last) ? last : null, unit: period.unit, next: period.next };
}

/** A part of a period, in days. */
function apply(scan: Scan, part: Part, period: Period): Span {
  const { unit, next } = period;
  let { first, last } = period;
  // The week that ends: on a Saturday, the one to come.
  if (unit === "week" && period.offset === 0 && isBefore(last, scan.today)) {
    first = first.add({ days: 7 });
    last = last.add({ days: 7 });
  }
  const stretch = (from: PlainDay, to: PlainDay): Span => ({
    first: from,
    last: isBefore(from, to) ? to : null,
    unit,
    next,
  });
  const months = (from: number, to: number): Span =>
    stretch(first.add({ months: from }), first.add({ months: to + 1 }).subtract({ days: 1 }));
  const length = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (part === "end") return { ...day(last, next), isEnd: true };
  if (part === "start" && (unit === "week" || unit === "weekend" || isDeadlineLead(scan))) return day(first, next);
  switch (unit) {
    case "week":
    case "weekend":
      if (part === "mid") return day(first.add({ days: 2 }), next);
      if (part === "early") return stretch(first, first.add({ days: 1 }));
      if (part === "late") return stretch(last.subtract({ days: 1 }), last);
      return part === "firstHalf" ? stretch(first, first.add({ days: 2 })) : stretch(first.add({ days: 2 }), last);
    case "month":
      if (part === "mid") return day(first.with({ day: 15 }), next);
      if (part === "late") return stretch(first.with({ day: 21 }), last);
      if (part === "firstHalf") return stretch(first, first.with({ day: 15 }));
      return part === "secondHalf" ? stretch(first.with({ day: 16 }), last) : stretch(first, first.with({ day: 10 }));
    case "quarter":
    case "year": {
      if (part === "firstHalf")
        return length === 3 ? stretch(first, first.add({ months: 1 }).with({ day: 15 })) : months(0, length / 2 - 1);
      if (part === "secondHalf")
        return length === 3
          ? stretch(first.add({ months: 1 }).with({ day: 16 }), last)
          : months(length / 2, length - 1);
      if (part === "mid")
        return length === 3
          ? day(first.add({ months: 1 }).with({ day: 15 }), next)
          : months(length / 2 - 1, length / 2);
      const edge = length === 3 ? 1 : length === 6 ? 2 : 3;
      return part === "late" ? months(length - edge, length - 1) : months(0, edge - 1);
    }
    default:
      return unit satisfies never;
  }
}
