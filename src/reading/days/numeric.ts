import { dayIn, isBefore, monthOf } from "./calendar.ts";
import { isClockAt } from "./clock.ts";
import { isYear } from "./months.ts";
import { nearestDate, torn } from "./years.ts";
import {
  type DateOrder,
  day,
  endsWell,
  isDashAt,
  isDeadlineLead,
  isEventDay,
  markAt,
  type Scan,
  type Span,
  wordAt,
} from "./scan.ts";
import type { Token } from "./tokens.ts";
import { dayParts, words } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

/** Words before digits with a point or slash that make them a version, a place or a share. */
const numbered = words(
  "v version versions ver release build room rooms section chapter step fig figure table part raum kapitel stand hall sprint rev score rated scored ratio",
);

/**
 * A date in digits: 2026-02-03, 9/2/2026, 03.02.2026, 9.2., and 9/2 where something says that it is a date. Where the
 * order of day and month is open and both would be dates, both are kept and neither is chosen (RD5).
 */
export function numericAt(scan: Scan, at: number, weekday: number | null = null): Span | null {
  const token = scan.tokens[at];
  if (token?.kind === "number") return sharedMonth(scan, at);
  if (token?.kind !== "numbers") return null;
  if (token.suffix !== "" || numbered.has(wordAt(scan, at - 1)) || token.values.some(Number.isNaN)) return null;
  const [a = 0, b = 0, c = 0] = token.values;
  const { joints, digits } = token;
  if (joints.length === 2 && joints[0] === joints[1] && joints !== "::") {
    if (digits[0] === 4)
      return isShort(digits[1]) && isShort(digits[2]) ? whole(scan, dayIn(a, b, c), at + 1, weekday, true) : null;
    if (!isShort(digits[0]) || !isShort(digits[1])) return null;
    if (digits[2] === 4 ? !isYear(c) : digits[2] !== 2 || !isTwoDigitYear(scan, token, weekday)) return null;
    const year = digits[2] === 4 ? c : c > 70 ? 1900 + c : 2000 + c;
    return chosen(scan, {
      dayFirst: dayIn(year, b, a),
      monthFirst: dayIn(year, a, b),
      isPointed: joints === "..",
      hasYear: true,
      next: at + 1,
      weekday,
    });
  }
  if (joints.length !== 1 || joints === ":") return null;
  if (digits[0] === 4 || digits[1] === 4) return monthAndYear(scan, token, at);
  if (!isShort(digits[0]) || !isShort(digits[1]) || joints === "-") return null;
  return withoutYear(scan, token, at, weekday);
}

/** "9.-11.2.": the first day takes the month of the second. */
function sharedMonth(scan: Scan, at: number): Span | null {
  const token = scan.tokens[at];
  const dash = markAt(scan, at + 1) === "." ? at + 2 : -1;
  if (dash === -1 || token?.suffix !== "" || !isDashAt(scan, dash)) return null;
  const second = scan.tokens[dash + 1];
  if (second?.kind !== "numbers" || !/^\.\.?$/.test(second.joints) || second.digits[0] === 4) return null;
  const to = numericAt({ ...scan, isRange: true }, dash + 1);
  if (to === null || to.first === null || to.last !== null || to.unit !== "day") return null;
  const first = dayIn(to.first.year, to.first.month, token.values[0] ?? 0);
  return first === null || !isBefore(first, to.first) ? null : { first, last: to.first, unit: "day", next: to.next };
}

function isShort(count: number | undefined): boolean {
  return count === 1 || count === 2;
}

/** 5/6/26 is a date; 1.2.26 may be a version, so points and dashes need a zero in front or a word that says so. */
function isTwoDigitYear(scan: Scan, token: Token, weekday: number | null): boolean {
  return (
    token.joints === "//" ||
    (token.digits[0] === 2 && token.digits[1] === 2) ||
    weekday !== null ||
    isLed(scan) ||
    scan.language === "de"
  );
}

function isLed(scan: Scan): boolean {
  const kind = scan.lead?.kind;
  return kind !== undefined && !["article", "at", "within", "for", "in"].includes(kind);
}

function whole(scan: Scan, date: PlainDay | null, next: number, weekday: number | null, hasYear: boolean): Span | null {
  if (date === null) return null;
  if (hasYear) return day(date, next);
  if (weekday !== null && date.dayOfWeek !== weekday) return torn(scan, date, weekday, next);
  return { ...day(date, next), isYearOpen: true };
}

/** 2026/02, 2026-02, 02.2026, 2/2026. */
function monthAndYear(scan: Scan, token: Token, at: number): Span | null {
  const isYearFirst = token.digits[0] === 4;
  const year = token.values[isYearFirst ? 0 : 1] ?? 0;
  const month = token.values[isYearFirst ? 1 : 0] ?? 0;
  if (!isYear(year) || month < 1 || month > 12 || !isShort(token.digits[isYearFirst ? 1 : 0])) return null;
  // 2010-12 may be years and 2026/02 an issue; 02/2026 is a month.
  const isSure = !isYearFirst && (token.joints === "/" || token.digits[0] === 2);
  if (!isSure && scan.lead === null) return null;
  if (!endsWell(scan, at + 1)) return null;
  return { ...monthOf(year, month), unit: "month", next: at + 1 };
}

/** 9/2 and 9.2.: a share, a score, a version or a time unless something beside it says that it is a date. */
function withoutYear(scan: Scan, token: Token, at: number, weekday: number | null): Span | null {
  const [a = 0, b = 0] = token.values;
  const isPointed = token.joints === ".";
  const hasPoint = isPointed && markAt(scan, at + 1) === "." && scan.tokens[at + 1]?.gap === false;
  const next = hasPoint ? at + 2 : at + 1;
  if (Math.max(a, b) > 31 || Math.min(a, b) > 12 || a < 1 || b < 1) return null;
  if (weekday === null && !scan.isRange) {
    if (!(isPointed ? isPointDate(scan, token, at, hasPoint) : isSlashDate(scan, at))) return null;
    if (!hasPoint && !isClosed(scan, next)) return null;
  }
  const dayFirst = nearestIn(scan, b, a);
  const monthFirst = nearestIn(scan, a, b);
  // "Tues 8.30" is a time; it is the 8th of a month only where the weekday fits.
  const isFit = [dayFirst, monthFirst].some((date) => date?.dayOfWeek === weekday);
  if (weekday !== null && isPointed && !hasPoint && !isFit) return null;
  return chosen(scan, { dayFirst, monthFirst, isPointed, hasYear: false, next, weekday });
}

/** 9/2 behind "by", "on" or the like, in brackets, before a time, opening a line, or alone in a cell. */
function isSlashDate(scan: Scan, at: number): boolean {
  const next = scan.tokens[at + 1];
  if (wordAt(scan, at + 1) === "of" || (next?.norm === "/" && !next.gap)) return false;
  const isBracketed = markAt(scan, at - 1) === "(" && next?.norm === ")";
  const isTimed = isClockAt(scan, next?.norm === "," || next?.norm === "@" ? at + 2 : at + 1);
  const isOpening = at === 0 && (next === undefined || next.norm === ":" || (next.norm === "-" && next.gap));
  if (isBracketed || isTimed || isOpening || isUnlikelyShare(scan.tokens[at]!)) return true; // numbers are there
  if (scan.lead?.kind === "article") return scan.language !== "en";
  return isLed(scan) && scan.lead?.words !== "over" && scan.lead?.words !== "about";
}

/** 26/2 and 7/31: one number is above 12 and both make a date; 24/7 is a saying, 16/9 a picture's shape. */
function isUnlikelyShare({ values, digits }: Token): boolean {
  const [a = 0, b = 0] = values;
  const isOne = a > 12 !== b > 12;
  return isOne && !(a === 24 && b === 7) && !(a === 16 && b === 9 && digits[1] === 1);
}

/** 9.2. with its second point, or 09.02, where the passage or what leads it is German; 09.02. and 9.2.-11.2. anywhere. */
function isPointDate(scan: Scan, token: Token, at: number, hasPoint: boolean): boolean {
  const [a = 0, b = 0] = token.values;
  const isPadded = token.digits[0] === 2 && token.digits[1] === 2 && (a < 10 || b < 10);
  const isGerman = scan.language === "de" || (scan.lead?.language === "de" && scan.lead.kind !== "in");
  if (!hasPoint) return isGerman && isPadded && (isLed(scan) || scan.lead?.kind === "article");
  const isRangeStart = isDashAt(scan, at + 2) && scan.tokens[at + 3]?.kind === "numbers";
  const isAll = at === 0 && scan.tokens[at + 2] === undefined;
  return isPadded || isGerman || isRangeStart || isAll || (isLed(scan) && scan.language !== "en");
}

/** Nothing is counted by it, and no word hangs on it: "on 5/6 occasions", "3/4-inch". */
function isClosed(scan: Scan, next: number): boolean {
  const isHung = isDashAt(scan, next) && scan.tokens[next]?.gap === false && scan.tokens[next + 1]?.gap === false;
  if (isHung) return scan.tokens[next + 1]?.kind === "numbers";
  return endsWell(scan, next) || dayParts.has(wordAt(scan, next)) || isClockAt(scan, next);
}

function nearestIn(scan: Scan, month: number, dayOfMonth: number): PlainDay | null {
  return month > 12 ? null : nearestDate(scan, month, dayOfMonth, null);
}

interface Readings {
  dayFirst: PlainDay | null;
  monthFirst: PlainDay | null;
  isPointed: boolean;
  hasYear: boolean;
  next: number;
  weekday: number | null;
}

/**
 * One of the two orders, where anything settles it: a number above 12, points (only ever day first), the weekday
 * beside it, another date of the text or page, the passage's language, the event's days, or a deadline that would
 * lie in the past. Otherwise both.
 */
function chosen(scan: Scan, { dayFirst, monthFirst, isPointed, hasYear, next, weekday }: Readings): Span | null {
  if (dayFirst === null && monthFirst === null) return null;
  if (dayFirst === null || monthFirst === null || dayFirst.equals(monthFirst))
    return whole(scan, dayFirst ?? monthFirst, next, weekday, hasYear);
  const only = (fits: (date: PlainDay) => boolean) =>
    fits(dayFirst) === fits(monthFirst) ? null : fits(dayFirst) ? dayFirst : monthFirst;
  if (scan.memo.order === undefined) scan.memo.order = orderOf(scan.tokens);
  const order = scan.context.order ?? scan.memo.order ?? (scan.language === "en" ? null : "day-first");
  const settled =
    (weekday === null ? null : only((date) => date.dayOfWeek === weekday)) ??
    (isPointed || order === "day-first" ? dayFirst : order === "month-first" ? monthFirst : null) ??
    only((date) => isEventDay(scan, date)) ??
    (hasYear && isDeadlineLead(scan) ? only((date) => !isBefore(date, scan.today)) : null) ??
    (scan.isHeading ? only((date) => Math.abs(scan.today.daysUntil(date)) <= headingDays) : null);
  if (settled !== null) return whole(scan, settled, next, weekday, hasYear);
  return { first: null, last: null, unit: "day", next, readings: [dayFirst, monthFirst] };
}

/** A heading's date lies this near to the day the page is from: an event is no longer than that. */
const headingDays = 14;

/** The order of day and month that the dates of a text settle among themselves: 13/2 is day first. Null where they do not, or disagree. */
export function orderOf(tokens: readonly Token[]): DateOrder | null {
  let order: DateOrder | null = null;
  for (const token of tokens) {
    if (token.kind !== "numbers" || token.joints[0] !== "/" || token.values.length > 3) continue;
    if (token.values.length === 2 ? token.digits[1] === 4 : token.joints !== "//" || token.digits[2] !== 4) continue;
    const [a = 0, b = 0] = token.values;
    if (a < 1 || b < 1 || a > 31 || b > 31 || !isUnlikelyShare(token)) continue;
    const said: DateOrder = a > 12 ? "day-first" : "month-first";
    if (order !== null && order !== said) return null;
    order = said;
  }
  return order;
}
