import { isBefore, isoWeek, nthWeekday, weekFrom, weekStart } from "./calendar.ts";
import { yearAt } from "./months.ts";
import { after, day, type Lead, markAt, nested, type Scan, skipArticle, type Span, tenseOf, wordAt } from "./scan.ts";
import { type Period, periodOf, targetAt } from "./targets.ts";
import { ordinals, units, weekdays, words } from "./words.ts";

/** "first week of March", "last day of the month", "first Monday of next month", "third Tuesday in October". */
export function countedAt(scan: Scan, at: number): Span | null {
  const token = scan.tokens[at];
  const word = wordAt(scan, at);
  const isLast = ["last", "letzte", "letzten", "letzter", "derniere", "dernier", "ultima", "ultimo", "final"].includes(
    word,
  );
  let n = isLast ? -1 : (ordinals.get(word) ?? 0);
  if (token?.kind === "number" && token.suffix !== "") n = token.values[0]!; // a number has one value
  if (n === 0 || n > 31) return null;
  const what = wordAt(scan, at + 1);
  const unit = units.get(what);
  const weekday = weekdays.get(what);
  if (unit !== "week" && unit !== "day" && (weekday === undefined || weekday.trust === "number")) return null;
  const of = ["of", "in", "de", "du", "im", "des"].includes(wordAt(scan, at + 2))
    ? skipArticle(scan, skipArticle(scan, at + 3))
    : -1;
  const german =
    of === -1 && (unit === "week" || weekday !== undefined) && scan.language === "de" ? skipArticle(scan, at + 2) : of;
  if (german === -1) return null;
  const period = targetAt(scan, german, true);
  if (period === null || period.unit === "week" || period.unit === "weekend") return null;
  const found = inPeriod(scan, n, unit === "day" ? "day" : unit === "week" ? "week" : (weekday?.n ?? 0), period);
  if (found === null) return null;
  // "the first Monday of the month" that has passed is next month's.
  if (
    period.offset === 0 &&
    period.unit === "month" &&
    found.first !== null &&
    isBefore(found.last ?? found.first, scan.today)
  ) {
    const nextMonth = periodOf(scan, "month", 1, false);
    if (nextMonth !== null)
      return inPeriod(scan, n, unit === "day" ? "day" : unit === "week" ? "week" : (weekday?.n ?? 0), {
        ...nextMonth,
        next: period.next,
      });
  }
  return found;
}

function inPeriod(scan: Scan, n: number, what: "day" | "week" | number, period: Period): Span | null {
  if (what === "day") {
    const date = n === -1 ? period.last : period.first.add({ days: n - 1 });
    return isBefore(period.last, date) ? null : { ...day(date, period.next), isEnd: n === -1 };
  }
  if (what !== "week") {
    const date = nthWeekday(period.first, period.last, what, n);
    return date === null ? null : day(date, period.next);
  }
  // A month's weeks are those that have their Thursday in it, as ISO 8601 has it for the year's.
  const thursday = nthWeekday(period.first, period.last, 4, n);
  if (thursday === null) return null;
  const monday = thursday.subtract({ days: 3 });
  const { first, last } = weekFrom(weekStart(monday.add({ days: 2 }), scan.week), scan.week);
  return {
    first: isBefore(first, period.first) ? period.first : first,
    last: last !== null && isBefore(period.last, last) ? period.last : last,
    unit: "week",
    next: period.next,
  };
}

const weekOfWords = words("of commencing beginning starting from vom ab du del");

/** "the week of the 9th", "w/c 9 Feb", "week ending 13 Feb", "Woche vom 9. Februar", "semaine du 9". */
export function weekOf(scan: Scan, at: number): Span | null {
  let next = -1;
  const word = wordAt(scan, at);
  if (
    units.get(word) === "week" &&
    !word.endsWith("s") &&
    word !== "w" &&
    (weekOfWords.has(wordAt(scan, at + 1)) || wordAt(scan, at + 1) === "ending")
  )
    next = at + 2;
  else if (word === "w" && markAt(scan, at + 1) === "/" && ["c", "b", "o"].includes(wordAt(scan, at + 2)))
    next = at + 3;
  else if (word === "wc" && scan.tokens[at + 1]?.kind !== "word") next = at + 1;
  if (next === -1 || isLength(scan, at, next)) return null;
  const on = wordAt(scan, next) === "on" ? next + 1 : next;
  const named = skipArticle(scan, on);
  const romance = ["du", "del"].includes(wordAt(scan, next - 1));
  const lead: Lead = {
    kind: "on",
    words: romance ? wordAt(scan, next - 1) : "on",
    language: word === "woche" ? "de" : word === "semaine" ? "fr" : word === "semana" ? "es" : "en",
    hasArticle: named > on || romance,
  };
  const date = nested(scan, lead, named);
  if (date?.readings !== undefined) return { ...date, unit: "week" };
  if (date === null || date.first === null || date.unit !== "day") return null;
  const stretch = weekFrom(weekStart(date.first, scan.week), scan.week);
  return { ...stretch, unit: "week", next: date.next };
}

/** KW 12, CW12, "calendar week 12", 2026-W12: an ISO 8601 week, this year's or where that is past the next year's. */
export function weekNumber(scan: Scan, at: number): Span | null {
  const word = wordAt(scan, at);
  const glued = /^(?:kw|cw)(\d{1,2})$/.exec(word);
  let number = glued === null ? Number.NaN : Number(glued[1]);
  let next = at + 1;
  if (glued === null) {
    const isNamed = (word === "kw" || word === "cw") && scan.tokens[at]!.isUpper; // the word is there
    const long = after(scan, at, "calendar", "week");
    const iso = long === -1 ? after(scan, at, "iso", "week") : long;
    if (!isNamed && iso === -1 && word !== "kalenderwoche") return null;
    next = iso === -1 ? at + 1 : iso;
    const token = scan.tokens[next];
    if (token?.kind !== "number" || token.suffix !== "") return null;
    number = token.values[0]!; // a number has one value
    next += 1;
  }
  const year = yearAt(scan, next, true);
  let monday = isoWeek(year?.year ?? scan.today.year, number);
  if (monday === null) return null;
  if (year === null && isBefore(monday.add({ days: 6 }), scan.today) && tenseOf(scan) !== "past")
    monday = isoWeek(scan.today.year + 1, number) ?? monday;
  return {
    ...weekFrom(weekStart(monday.add({ days: 2 }), scan.week), scan.week),
    unit: "week",
    next: year?.next ?? next,
  };
}

/** "for a week starting tomorrow" is a length. */
function isLength(scan: Scan, at: number, next: number): boolean {
  return ["a", "one"].includes(wordAt(scan, at - 1)) && wordAt(scan, next - 1) !== "of";
}
