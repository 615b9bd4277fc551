import { dayIn, isBefore, monthOf } from "./calendar.ts";
import { type DayList, dayList } from "./day-list.ts";
import { dayOfMonthAt } from "./day-of-month.ts";
import { afterPoint, isYear, monthAt, yearAt } from "./months.ts";
import { day, endsWell, isDashAt, markAt, type Scan, skipArticle, type Span, time, wordAt } from "./scan.ts";
import { months, numbers, ordinals, units } from "./words.ts";
import { nearestDate, torn } from "./years.ts";

/**
 * A date written out: a day of a month in words ("9 Feb", "Feb 9th", "9-11 February 2026", "the third of March"), or
 * a day of the month alone ("the 9th", "bis zum 9.", "le 9"). `weekday` is one said before it; it settles the year,
 * and where no year fits it both readings are kept and neither is chosen.
 */
export function dateAt(scan: Scan, at: number, weekday: number | null = null): Span | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  if (token.kind === "word") return monthFirst(scan, at, weekday) ?? ordinalOfMonth(scan, at, weekday);
  if (token.kind !== "number" && token.kind !== "numbers") return null;
  return yearFirst(scan, at, weekday) ?? dayFirst(scan, at, weekday);
}

/** "9 Feb", "9th of February 2026", "9-11 Feb", "9. Februar", "1er mars", "9 de febrero", "the 9th", "20th of next month". */
function dayFirst(scan: Scan, at: number, weekday: number | null): Span | null {
  const list = dayList(scan, at);
  if (list === null) return null;
  let next = list.next;
  const isGlued = (isDashAt(scan, next) || markAt(scan, next) === "/") && scan.tokens[next]?.gap === false;
  if (isGlued && monthAt(scan, next + 1) !== null) next += 1; // 9-Feb, 22/Jan
  // "room 3, June" is a room; "the 3rd, June" a day.
  const isOf = ["of", "de", "del", "d'"].includes(wordAt(scan, next)) || (markAt(scan, next) === "," && list.isOrdinal);
  const of = isOf ? next + 1 : next;
  const month = monthAt(scan, of);
  if (month !== null && isMonthAfterDay(scan, of, list))
    return dated(scan, list, month, { next: afterPoint(scan, of), weekday });
  return dayOfMonthAt(scan, at, list, weekday);
}

/** "5 may be enough" is no date: a month that is a plain word in lower case needs an ordinal or an end after it. */
function isMonthAfterDay(scan: Scan, at: number, list: DayList): boolean {
  const token = scan.tokens[at]!; // monthAt found a word there
  if (months.get(token.norm)?.trust === "number" && token.norm === "mar" && scan.language === "fr") return false;
  if (token.isCapital || !["may", "march", "sept", "mars"].includes(token.norm))
    return !token.isPossessive || token.isCapital;
  return (
    list.isOrdinal ||
    yearAt(scan, at + 1) !== null ||
    scan.tokens[at + 1] === undefined ||
    scan.tokens[at + 1]?.kind === "mark" ||
    (scan.language !== "en" && endsWell(scan, at + 1))
  );
}

/** "Feb 9", "Feb. 9th, 2026", "February 9-11", "March the 3rd", "May twenty-first". */
function monthFirst(scan: Scan, at: number, weekday: number | null): Span | null {
  const month = monthAt(scan, at);
  if (month === null) return null;
  const token = scan.tokens[at]!; // monthAt found a word there
  let next = afterPoint(scan, at);
  if (isDashAt(scan, next) && scan.tokens[next + 1]?.kind === "number" && !scan.tokens[next]!.gap) next += 1; // the dash is there
  const named = skipArticle(scan, next);
  const spelled = spelledDay(scan, at, named, next);
  if (spelled !== null) {
    const list = { days: [spelled.day], isRange: false, isOrdinal: true, next: 0, firstNext: 0 };
    return dated(scan, list, month, { next: spelled.next, weekday, isMonthFirst: true });
  }
  const list = dayList(scan, named);
  if (list === null) return null;
  // "may 5 people join", "march 10 miles": lower case needs an ordinal, a year or an end.
  const isPlainWord = !token.isCapital && ["may", "march", "mars", "mar", "sept"].includes(token.norm);
  if (
    isPlainWord &&
    !list.isOrdinal &&
    yearAt(scan, list.next) === null &&
    !(weekday !== null || (endsWell(scan, list.next) && !["of", "to", "in"].includes(wordAt(scan, list.next))))
  )
    return null;
  // "May 10 people", "Mar 5 jours": a number of things.
  const follower = wordAt(scan, list.next);
  if (!list.isOrdinal && (units.has(follower) || follower === "people" || follower === "percent")) return null;
  return dated(scan, list, month, { next: list.next, weekday, isMonthFirst: true });
}

/** "March first", "May the twenty-first", "May twenty one"; in lower case only where nothing else can be meant. */
function spelledDay(scan: Scan, month: number, at: number, next: number): { day: number; next: number } | null {
  const token = scan.tokens[month]; // a month was found there
  const ordinal = spelledOrdinal(scan, at);
  if (token?.isCapital === true) return ordinal ?? (at === next ? spelledNumber(scan, at) : null);
  const isSure = months.get(token?.norm ?? "")?.trust === "sure";
  return ordinal !== null && (isSure || scan.tokens[ordinal.next] === undefined) ? ordinal : null;
}

/** "2026 March 5", "2015-sep-1". */
function yearFirst(scan: Scan, at: number, weekday: number | null): Span | null {
  const token = scan.tokens[at];
  if (token?.kind !== "number" || token.digits[0] !== 4 || token.suffix !== "" || !isYear(token.values[0]!))
    return null; // digits[0] is given with values[0]
  const named = isDashAt(scan, at + 1) && scan.tokens[at + 1]?.gap === false ? at + 2 : at + 1;
  const month = monthAt(scan, named);
  if (month === null || (!scan.tokens[named]!.isCapital && named === at + 1)) return null; // monthAt found a word there
  let next = afterPoint(scan, named);
  if (isDashAt(scan, next)) next += 1;
  const list = dayList(scan, next);
  const year = token.values[0]!; // checked above
  if (list === null) return { ...monthOf(year, month), unit: "month", next: afterPoint(scan, named) };
  const date = dayIn(year, month, list.days[0]!); // a list is never empty
  return date === null || (weekday !== null && date.dayOfWeek !== weekday) ? null : day(date, list.firstNext);
}

/** "first of March", "the third of March 2026", "premier mars", "twenty-first of May". */
function ordinalOfMonth(scan: Scan, at: number, weekday: number | null): Span | null {
  const spelled = spelledOrdinal(scan, at);
  if (spelled === null) return null;
  const of = ["of", "de"].includes(wordAt(scan, spelled.next)) ? spelled.next + 1 : spelled.next;
  const month = monthAt(scan, of);
  const list: DayList = {
    days: [spelled.day],
    isRange: false,
    isOrdinal: true,
    next: spelled.next,
    firstNext: spelled.next,
  };
  if (month === null) {
    // "the third" is more often of a list; from the fourth on it is a day where a lead or a weekday says so.
    const isDay = spelled.day > 3 && of === spelled.next && (weekday !== null || scan.lead?.hasArticle === true);
    return isDay ? dayOfMonthAt(scan, at, list, weekday) : null;
  }
  if (of === spelled.next && scan.language === "en") return null;
  return dated(scan, list, month, { next: afterPoint(scan, of), weekday });
}

function spelledOrdinal(scan: Scan, at: number): { day: number; next: number } | null {
  const word = wordAt(scan, at);
  const one = ordinals.get(word);
  if (one !== undefined) return { day: one, next: at + 1 };
  const tens = numbers.get(word);
  if (tens !== 20 && tens !== 30) return null;
  const second = isDashAt(scan, at + 1) ? at + 2 : at + 1;
  const ones = ordinals.get(wordAt(scan, second));
  return ones !== undefined && ones < 10 && tens + ones <= 31 ? { day: tens + ones, next: second + 1 } : null;
}

/** "May twenty one", as it is dictated; only where nothing is counted by it ("in May two people ..."). */
function spelledNumber(scan: Scan, at: number): { day: number; next: number } | null {
  const word = wordAt(scan, at);
  const tens = numbers.get(word);
  if (tens === undefined || tens < 2 || tens > 31 || word === "couple") return null;
  const second = isDashAt(scan, at + 1) ? at + 2 : at + 1;
  const ones = tens === 20 || tens === 30 ? numbers.get(wordAt(scan, second)) : undefined;
  const isTwo = ones !== undefined && ones < 10 && tens + ones <= 31 && !["a", "an"].includes(wordAt(scan, second));
  const next = isTwo ? second + 1 : at + 1;
  return endsWell(scan, next) || yearAt(scan, next) !== null ? { day: isTwo ? tens + ones : tens, next } : null;
}

/** The days of a month in a year where it is longest. */
function longestMonth(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day numbers with their month: a single day, a range, or the first of separate days. */
function dated(
  scan: Scan,
  list: DayList,
  month: number,
  how: { next: number; weekday: number | null; isMonthFirst?: boolean },
): Span | null {
  // 05-Aug-2016, 22/Jan/2019
  const isGlued =
    how.isMonthFirst !== true &&
    (isDashAt(scan, how.next) || markAt(scan, how.next) === "/") &&
    scan.tokens[how.next]?.gap === false;
  const year = yearAt(
    scan,
    isGlued && scan.tokens[how.next + 1]?.digits[0] === 4 ? how.next + 1 : how.next,
    how.isMonthFirst !== true && list.days.length === 1,
  );
  const next = year?.next ?? how.next;
  const resolve = (dayOfMonth: number, weekday: number | null) =>
    year === null ? nearestDate(scan, month, dayOfMonth, weekday) : dayIn(year.year, month, dayOfMonth);
  const from = list.days[0]!; // a list is never empty
  const to = list.days.at(-1)!; // a list is never empty
  const first = resolve(from, how.weekday);
  // "the 31st of November": said, but no day of any year (RD5).
  if (from < 1 || from > longestMonth(month)) return list.days.length === 1 ? time(next) : null;
  if (first === null && year !== null && list.days.length === 1) return time(next);
  // With its year a date is said thrice over; a weekday that does not fit is the slip.
  if (first === null || (year === null && how.weekday !== null && first.dayOfWeek !== how.weekday)) {
    const date = first ?? resolve(from, null);
    return date === null || how.weekday === null ? null : torn(scan, date, how.weekday, next);
  }
  const open = year === null ? { isYearOpen: true } : {};
  if (list.days.length === 1) return { ...day(first, next), ...open };
  const isRun = list.days.every((dayOfMonth, index) => index === 0 || dayOfMonth === list.days[index - 1]! + 1); // index > 0
  if (!list.isRange && !isRun) return day(first, list.firstNext > 0 ? list.firstNext : next);
  const last = dayIn(first.year, month, to);
  return last === null || isBefore(last, first)
    ? null
    : { first, last: isBefore(first, last) ? last : null, unit: "day", next, ...open };
}
