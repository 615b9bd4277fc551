import { monthOf, monthsOf, weekendOnOrAfter, weekFrom, weekStart, isBefore } from "./calendar.ts";
import { afterPoint, isMonthAlone, isYear, monthAt, yearAt } from "./months.ts";
import {
  after,
  endsWell,
  isDashAt,
  isDeadlineLead,
  isNameNext,
  markAt,
  type Scan,
  skipArticle,
  tenseOf,
  wordAt,
} from "./scan.ts";
import { postAt } from "./weekdays.ts";
import { comingWords, months, ordinals, type Unit, units, weekdays, whichWords, words } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

/** A period with its whole length: a week is its working week, from its first day even where that lies behind. */
export interface Period {
  unit: "week" | "month" | "quarter" | "year" | "weekend";
  first: PlainDay;
  last: PlainDay;
  next: number;
  /** Counted from now (this, next) rather than named (March): 0 is the current one. */
  offset: number | null;
  isYearOpen?: boolean;
}

/** The period named at a token. With `isPart`, "week", "month" and the like need nothing before them. */
export function targetAt(scan: Scan, at: number, isPart: boolean): Period | null {
  return (
    relative(scan, at, isPart) ??
    quarterAt(scan, at) ??
    halfAt(scan, at, isPart) ??
    monthAlone(scan, at, isPart) ??
    yearAlone(scan, at, isPart)
  );
}

/** "this week", "next month", "last quarter", "la semaine prochaine", "the week after next", "next weekend". */
function relative(scan: Scan, at: number, isPart: boolean): Period | null {
  const which = whichAt(scan, at);
  const unit = unitAt(scan, which.next);
  if (unit === null) return null;
  // "next week's plan" tells of a plan, "before next week's call" of a week.
  const isPossessive = scan.tokens[unit.next - 1]?.isPossessive === true;
  if (
    isPossessive &&
    !weekdays.has(wordAt(scan, unit.next)) &&
    (scan.lead === null || scan.lead.kind === "article" || scan.lead.words === "from")
  )
    return null;
  const isHyphened =
    isDashAt(scan, unit.next) && scan.tokens[unit.next]?.gap === false && scan.tokens[unit.next + 1]?.gap === false;
  const isHere = isHyphened && wordAt(scan, unit.next + 1) === "ci"; // ce mois-ci
  if (isHyphened && !isHere) return null; // "month-long"
  const afterNext = after(scan, unit.next, "after", "next");
  if (afterNext !== -1 && (which.offset === null || which.offset === 1))
    return counted(scan, unit.unit, 2, false, afterNext);
  if (which.offset !== null)
    return counted(scan, unit.unit, which.offset, which.isComing, isHere ? unit.next + 2 : unit.next);
  const post = isRomance(scan, at) ? postAt(scan, unit.next) : null;
  if (post !== null) return counted(scan, unit.unit, post.offset, false, post.next);
  return unit.unit === "weekend" || isPart ? counted(scan, unit.unit, 0, false, unit.next) : null;
}

/** this, next, last; "this coming", "this past". */
function whichAt(scan: Scan, at: number): { offset: number | null; isComing: boolean; next: number } {
  const word = wordAt(scan, at);
  const offset = whichWords.get(word);
  if (offset === undefined) return { offset: null, isComing: false, next: at };
  const second = offset === 0 ? wordAt(scan, at + 1) : "";
  const moved = whichWords.get(second);
  if (moved !== undefined) return { offset: moved, isComing: comingWords.has(second), next: at + 2 };
  return { offset, isComing: comingWords.has(word), next: at + 1 };
}

function counted(scan: Scan, unit: Unit, offset: number, isComing: boolean, next: number): Period | null {
  const period = periodOf(scan, unit, offset, isComing);
  return period === null ? null : { ...period, next };
}

function isRomance(scan: Scan, at: number): boolean {
  return /^(?:semaine|sem|mois|trimestre|an|annee|semana|mes|ano|week|weekend)$/.test(wordAt(scan, at));
}

function unitAt(scan: Scan, at: number): { unit: Unit; next: number; word: string } | null {
  const word = wordAt(scan, at);
  const end = after(scan, at, "week", "end");
  if (end !== -1) return { unit: "weekend", next: end, word };
  const romance = after(scan, at, "fin", "de", "semana");
  if (romance !== -1) return { unit: "weekend", next: romance, word };
  const unit = units.get(word);
  // A bare letter and plurals are no period: "next w", "next weeks".
  if (unit === undefined || unit === "day" || word === "w" || (word.endsWith("s") && plurals.has(word))) return null;
  return { unit, next: at + 1, word };
}

const plurals = words(
  "weeks wks months quarters years yrs weekends fortnights semaines semanas meses trimestres ans anos",
);

export function periodOf(scan: Scan, unit: Unit, offset: number, isComing: boolean): Omit<Period, "next"> | null {
  const { today } = scan;
  switch (unit) {
    case "week":
      return { unit: "week", ...week(scan, offset), offset };
    case "weekend": {
      const base = weekendOnOrAfter(today, scan.week);
      const isInside = !isBefore(today, base.first);
      const first = base.first.add({ days: 7 * (isComing && offset === 1 && !isInside ? 0 : offset) });
      return { unit: "weekend", first, last: first.add({ days: 1 }), offset };
    }
    case "month": {
      const month = today.with({ day: 1 }).add({ months: offset });
      return { unit: "month", ...monthOf(month.year, month.month), offset };
    }
    case "quarter": {
      const month = today
        .with({ day: 1 })
        .subtract({ months: (today.month - 1) % 3 })
        .add({ months: 3 * offset });
      return { unit: "quarter", ...monthsOf(month.year, month.month, month.month + 2), offset };
    }
    case "year":
      return { unit: "year", ...monthsOf(today.year + offset, 1, 12), offset };
    case "day":
    case "fortnight":
      return null;
    default:
      return unit satisfies never;
  }
}

export function week(scan: Scan, offset: number): { first: PlainDay; last: PlainDay } {
  const { first, last } = weekFrom(weekStart(scan.today, scan.week).add({ days: 7 * offset }), scan.week);
  return { first, last: last ?? first };
}

/** Q2, "Q2 2026", "second quarter", "2. Quartal", "premier trimestre"; not "FY26 Q2": whose year that is, nobody said. */
function quarterAt(scan: Scan, at: number): Period | null {
  const word = wordAt(scan, at);
  let number = 0;
  let next = at + 1;
  if (/^[qt][1-4]$/.test(word)) {
    const isRead =
      word[0] === "q" || scan.lead?.language === "fr" || scan.language === "fr" || yearAt(scan, next) !== null;
    const isQuestion = at === 0 && markAt(scan, next) === ":";
    if (!isRead || isQuestion || isFiscal(scan, at - 1) || isFiscal(scan, next)) return null;
    if (word[0] === "t" && !scan.tokens[at]!.isCapital) return null; // the word is there
    number = Number(word[1]);
  } else {
    const token = scan.tokens[at];
    if (token?.kind === "word") number = ordinals.get(word) ?? 0;
    else if (token?.kind === "number" && (token.suffix !== "" || markAt(scan, at + 1) === "."))
      number = token.values[0]!; // a number has one value
    if (number < 1 || number > 4) return null;
    if (token?.kind === "number" && markAt(scan, next) === ".") next += 1;
    if (units.get(wordAt(scan, next)) !== "quarter") return null;
    next += 1;
    if (isFiscal(scan, next)) return null;
  }
  const year = yearAt(scan, next) ?? yearBefore(scan, at) ?? relativeYear(scan, next);
  const { today } = scan;
  let which = year?.year ?? today.year;
  if (year === null) {
    const isPast = isBefore(monthsOf(which, number * 3 - 2, number * 3).last, today);
    if (scan.lead?.kind === "since") which -= isPast || today.month > number * 3 ? 0 : 1;
    else if (isPast && tenseOf(scan) !== "past") which += 1;
  }
  return {
    unit: "quarter",
    ...monthsOf(which, number * 3 - 2, number * 3),
    offset: null,
    isYearOpen: year === null,
    next: year?.next ?? next,
  };
}

function isFiscal(scan: Scan, at: number): boolean {
  return /^fy\d*$/.test(wordAt(scan, at)) || wordAt(scan, at) === "fiscal";
}

/** "2026 Q2": the year stood before; it is no part of the words. */
function yearBefore(scan: Scan, at: number): { year: number; next: number } | null {
  const token = scan.tokens[isDashAt(scan, at - 1) ? at - 2 : at - 1];
  if (token?.kind !== "number" || token.digits[0] !== 4 || !isYear(token.values[0]!)) return null; // a number has one value
  return { year: token.values[0]!, next: at + 1 }; // a number has one value
}

/** "of next year", "next year", "of this year". */
function relativeYear(scan: Scan, at: number): { year: number; next: number } | null {
  const next = ["of", "de", "in"].includes(wordAt(scan, at)) ? skipArticle(scan, at + 1) : skipArticle(scan, at);
  const offset = whichWords.get(wordAt(scan, next));
  if (offset !== undefined && units.get(wordAt(scan, next + 1)) === "year")
    return { year: scan.today.year + offset, next: next + 2 };
  return null;
}

/** H1, "H2 2026": with a year, or where a lead or part says that a time is meant (an h1 is also a heading). */
function halfAt(scan: Scan, at: number, isPart: boolean): Period | null {
  const word = wordAt(scan, at);
  if (!/^h[12]$/.test(word) || !scan.tokens[at]!.isCapital || isFiscal(scan, at - 1) || isFiscal(scan, at + 1))
    return null; // the word is there
  const year = yearAt(scan, at + 1) ?? yearBefore(scan, at) ?? relativeYear(scan, at + 1);
  const isLed = scan.lead !== null && scan.lead.kind !== "article" && !scan.lead.hasArticle && scan.lead.kind !== "at";
  if (year === null && !isLed && !isPart) return null;
  const isFirst = word === "h1";
  const passed = isFirst ? scan.today.month > 6 : false;
  const which = year?.year ?? scan.today.year + (passed ? 1 : 0);
  return {
    unit: "quarter",
    ...monthsOf(which, isFirst ? 1 : 7, isFirst ? 6 : 12),
    offset: null,
    next: year?.next ?? at + 1,
  };
}

/** A month by its name, with or without its year; without one, the current or the next such month. */
function monthAlone(scan: Scan, at: number, isPart: boolean): Period | null {
  const offset = whichWords.get(wordAt(scan, at));
  const named = offset === undefined || ["ce", "cet", "esta", "este"].includes(wordAt(scan, at)) ? at : at + 1;
  const month = monthAt(scan, named);
  if (month === null) return null;
  if (!(named > at ? isMonthBeside(scan, named) : isMonthAlone(scan, named, isPart))) return null;
  const next = afterPoint(scan, named);
  const year = yearAt(scan, next, false) ?? relativeYear(scan, next);
  const { today } = scan;
  let which = year?.year ?? today.year;
  if (year === null) {
    if (offset !== undefined && offset < 0) which -= month < today.month ? 0 : 1;
    else if (offset === 1) which += month > today.month ? 0 : 1;
    else if (scan.lead?.kind === "since") which -= month <= today.month ? 0 : 1;
    else if (month < today.month) which += pastMonth(scan, today.month - month) ? 0 : 1;
    else if (month > today.month && pastMonth(scan, today.month + 12 - month)) which -= 1;
  }
  if (which < 1000) return null;
  return { unit: "month", ...monthOf(which, month), offset: null, isYearOpen: year === null, next: year?.next ?? next };
}

/** "Next May", "this March": with its capital, and no name; "this may be the first" is none. */
function isMonthBeside(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]!; // a month was found there
  const isSure =
    months.get(token.norm)?.trust === "sure" || wordAt(scan, at - 1) === "next" || wordAt(scan, at - 1) === "last";
  if (scan.tokens[at + 1]?.kind === "number" && yearAt(scan, at + 1) === null) return false; // "the coming Nov 22nd" is a date
  return (isSure || token.isCapital) && !(isNameNext(scan, at + 1) && token.end - token.start <= 5);
}

/** "We launched in March": a month up to half a year back, where the passage tells of what has been. */
function pastMonth(scan: Scan, monthsBack: number): boolean {
  return monthsBack <= 6 && !isDeadlineLead(scan) && tenseOf(scan) === "past";
}

/** A year in digits, only where a lead or a part makes it a time: "in 2027", "by the end of 2026", not "Ignite 2026". */
function yearAlone(scan: Scan, at: number, isPart: boolean): Period | null {
  const at2 = ["jahr", "year", "ano", "annee"].includes(wordAt(scan, at)) ? at + 1 : at;
  const token = scan.tokens[at2];
  if (token?.kind !== "number" || token.digits[0] !== 4 || token.suffix !== "" || !isYear(token.values[0]!))
    return null; // a number has one value
  const isLed =
    scan.lead !== null &&
    ["in", "by", "before", "after", "since", "from", "between"].includes(scan.lead.kind) &&
    (!scan.lead.hasArticle || at2 > at || scan.isRange);
  const isDuring = scan.lead !== null && ["during", "throughout", "pendant", "durante"].includes(scan.lead.words);
  if (!isLed && !isPart && !isDuring) return null;
  const follower = scan.tokens[at2 + 1];
  if (follower?.kind === "word" && !follower.isCapital && !endsWell(scan, at2 + 1)) return null;
  if (follower?.kind === "mark" && follower.norm === "%") return null;
  return { unit: "year", ...monthsOf(token.values[0]!, 1, 12), offset: null, next: at2 + 1 }; // a number has one value
}
