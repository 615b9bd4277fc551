import { isBefore } from "./calendar.ts";
import { endShort, partOf, remaining } from "./parts.ts";
import { after, day, markAt, type Scan, type Span, wordAt } from "./scan.ts";
import { type Period, targetAt, week } from "./targets.ts";
import { inWeek } from "./weekdays.ts";
import { weekNumber, weekOf } from "./weeks.ts";
import { units, weekdays, whichWords } from "./words.ts";

/**
 * A week, weekend, month, quarter, half or year, or a part of one (RD5): "this week" is the note's day to Friday,
 * "next week" Monday to Friday, a month its first to its last day, "end of" its last day, "mid" the 15th or
 * Wednesday.
 *
 * Where usage is loose, this is what is read: early, beginning = the first ten days of a month, Monday and Tuesday of
 * a week, the first month of a quarter, January to March of a year; late = from the 21st, Thursday and Friday, the
 * last month, October to December; "by the beginning of" = the first day.
 */
export function periodAt(scan: Scan, at: number): Span | null {
  return (
    partOf(scan, at) ??
    remaining(scan, at) ??
    endShort(scan, at) ??
    weekOf(scan, at) ??
    weekNumber(scan, at) ??
    plain(scan, at)
  );
}

function plain(scan: Scan, at: number): Span | null {
  const period = targetAt(scan, at, false);
  if (period === null) return null;
  const span: Span = { first: period.first, last: period.last, unit: period.unit, next: period.next };
  if (period.isYearOpen === true) span.isYearOpen = true;
  const onDay = weekdayInside(scan, period);
  if (onDay !== null) return onDay;
  if (period.unit === "week" && period.offset === 0) {
    // The note's day to Friday; at a weekend, to the Friday to come.
    const end = isBefore(period.last, scan.today) ? period.last.add({ days: 7 }) : period.last;
    span.first = scan.today;
    span.last = isBefore(scan.today, end) ? end : null;
    const both = after(scan, period.next, "and", "next");
    const either = both === -1 ? after(scan, period.next, "or", "next") : both;
    if (either !== -1)
      return {
        ...span,
        last: week(scan, 1).last,
        next: units.get(wordAt(scan, either)) === "week" ? either + 1 : either,
      };
    return span;
  }
  if (period.unit === "weekend" && period.offset === 0 && isBefore(period.first, scan.today)) {
    // On a Sunday, "this weekend" is that day; without "this" the next one is meant, as with a weekday.
    if (whichWords.has(wordAt(scan, at))) return day(scan.today, span.next);
    return { ...span, first: period.first.add({ days: 7 }), last: period.last.add({ days: 7 }) };
  }
  return span;
}

/** "next week Monday", "next week on Tuesday", "this week, Friday". */
function weekdayInside(scan: Scan, period: Period): Span | null {
  if (period.unit !== "week" || period.offset === null) return null;
  const next =
    ["on", "am", "from"].includes(wordAt(scan, period.next)) || ["(", ","].includes(markAt(scan, period.next))
      ? period.next + 1
      : period.next;
  const name = weekdays.get(wordAt(scan, next));
  if (name === undefined || name.trust === "number") return null;
  if (name.trust === "risky" && !scan.tokens[next]!.isCapital) return null; // a weekday is there
  const isBracketed = markAt(scan, period.next) === "(";
  if (isBracketed && markAt(scan, next + 1) !== ")") return null;
  // "next week, Friday and Monday ...": a list is not one day of that week.
  if (markAt(scan, period.next) === "," && ["and", "or", "und"].includes(wordAt(scan, next + 1))) return null;
  return { ...day(inWeek(scan, name.n, period.offset), isBracketed ? next + 2 : next + 1), weekday: name.n };
}
