import { workingDayAfter } from "./calendar.ts";
import { day, isDashAt, markAt, type Scan, type Span, wordAt } from "./scan.ts";
import { numbers, type Unit, units, vagueNumbers, workingDayWords, workingWords } from "./words.ts";
import { PlainDay } from "./plain-day.ts";

export interface Amount {
  /** Fewest and most; equal unless a range was said ("2-3 weeks"). Null for "a few". */
  from: number | null;
  to: number;
  unit: Unit;
  isWorking: boolean;
  /** What else was said with it: the 12 days of "1 month and 12 days". */
  more: readonly { count: number; unit: Unit }[];
  next: number;
}

/** A number and a unit: "two weeks", "10 days", "2-3 weeks", "a couple of weeks", "a week or two", "1 month and 12 days", 10d. */
export function amountAt(scan: Scan, at: number): Amount | null {
  const one = oneAmount(scan, at);
  if (one === null) return null;
  if (one.from === 1 && wordAt(scan, one.next) === "or" && numbers.get(wordAt(scan, one.next + 1)) === 2) {
    return { ...one, to: 2, next: one.next + 2 };
  }
  const more: { count: number; unit: Unit }[] = [];
  let { next } = one;
  while (one.from === one.to && more.length < 2) {
    const join = wordAt(scan, next) === "and" || markAt(scan, next) === "," ? next + 1 : next;
    const second = ["a", "an", "one"].includes(wordAt(scan, join)) ? null : oneAmount(scan, join);
    const before = more.at(-1)?.unit ?? one.unit;
    if (
      second === null ||
      second.from === null ||
      second.from !== second.to ||
      unitOrder.indexOf(second.unit) >= unitOrder.indexOf(before)
    )
      break;
    more.push({ count: second.from, unit: second.unit });
    next = second.next;
  }
  // "in two weeks' time", "in a month or so"
  if (markAt(scan, next) === "'" || markAt(scan, next) === "’") next += wordAt(scan, next + 1) === "time" ? 1 : 0;
  if (["time", "zeit"].includes(wordAt(scan, next))) next += 1;
  if (wordAt(scan, next) === "or" && wordAt(scan, next + 1) === "so") next += 2;
  return { ...one, more, next };
}

const unitOrder: readonly Unit[] = ["day", "week", "fortnight", "month", "quarter", "year"];

function oneAmount(scan: Scan, at: number): Amount | null {
  const count = countAt(scan, at);
  if (count === null) return null;
  const unit = unitAfter(scan, count.next, count.suffix);
  if (unit === null || count.to > countMax) return null;
  // Idioms for one and two weeks, in words only.
  const isWord = unit.unit === "day" && !unit.isWorking && scan.tokens[at]?.kind === "word" && count.from === count.to;
  const idiom = !isWord ? undefined : { huit: 7, acht: 7, quinze: 14, quince: 14 }[wordAt(scan, at)];
  return { from: idiom ?? count.from, to: idiom ?? count.to, more: [], ...unit };
}

interface Count {
  from: number | null;
  to: number;
  next: number;
  suffix: string;
}

function countAt(scan: Scan, at: number): Count | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  if (token.kind === "numbers") {
    const [from = 0, to = 0] = token.values;
    return token.joints === "-" && from < to ? { from, to, next: at + 1, suffix: token.suffix } : null;
  }
  if (
    token.kind === "word" &&
    ["about", "around", "approximately", "roughly", "etwa", "ca", "environ", "unos", "the", "another"].includes(
      token.norm,
    ) &&
    scan.lead !== null
  ) {
    return countAt({ ...scan, lead: null }, at + 1);
  }
  const one = oneCount(scan, at);
  if (one === null || one.value === null)
    return one === null ? null : { from: null, to: 1, next: one.next, suffix: "" };
  const isTo = ["to", "or", "bis", "oder", "a", "ou", "o"].includes(wordAt(scan, one.next)) || isDashAt(scan, one.next);
  const second = isTo && one.suffix === "" ? oneCount(scan, one.next + 1) : null;
  if (second !== null && second.value !== null && second.value > one.value && wordAt(scan, one.next + 1) !== "a") {
    return { from: one.value, to: second.value, next: second.next, suffix: second.suffix };
  }
  return { from: one.value, to: one.value, next: one.next, suffix: one.suffix };
}

export function oneCount(scan: Scan, at: number): { value: number | null; next: number; suffix: string } | null {
  const token = scan.tokens[at];
  if (token?.kind === "number") {
    const value = token.values[0]!; // a number has one value
    return value > 0 && !/^(?:st|nd|rd|th)$/.test(token.suffix) ? { value, next: at + 1, suffix: token.suffix } : null;
  }
  const word = wordAt(scan, at);
  if (word === "") return null;
  const isArticle = ["a", "an"].includes(word);
  if (isArticle && ["few", "couple", "good"].includes(wordAt(scan, at + 1))) return oneCount(scan, at + 1);
  if (isArticle && wordAt(scan, at + 1) === "half") return null;
  if (word === "half" || word === "halbes" || word === "halben") return null;
  if (word === "next" || word === "coming") return null;
  if (vagueNumbers.has(word)) return { value: null, next: at + 1, suffix: "" };
  if ((word === "ein" || word === "einem") && ["paar"].includes(wordAt(scan, at + 1)))
    return { value: null, next: at + 2, suffix: "" };
  const tens = numbers.get(word);
  if (tens === undefined) return null;
  if (tens >= 20 && tens % 10 === 0) {
    const dash = isDashAt(scan, at + 1) ? at + 2 : at + 1;
    const ones = numbers.get(wordAt(scan, dash));
    if (ones !== undefined && ones < 10 && wordAt(scan, dash) !== "a" && wordAt(scan, dash) !== "an")
      return { value: tens + ones, next: dash + 1, suffix: "" };
  }
  const of = word === "couple" && wordAt(scan, at + 1) === "of" ? at + 2 : at + 1;
  return { value: tens, next: of, suffix: "" };
}

/** More of any unit than this is no plan, but a count of something. */
const countMax = 400;

export function unitAfter(
  scan: Scan,
  at: number,
  suffix: string,
): { unit: Unit; isWorking: boolean; next: number } | null {
  if (suffix !== "") {
    const short = suffix === "d" ? "day" : suffix === "mo" ? "month" : units.get(suffix);
    return short === undefined ? null : { unit: short, isWorking: false, next: at };
  }
  const word = wordAt(scan, at);
  if (workingDayWords.has(word)) return { unit: "day", isWorking: true, next: at + 1 };
  if (workingWords.has(word) && units.get(wordAt(scan, at + 1)) === "day")
    return { unit: "day", isWorking: true, next: at + 2 };
  if (["full", "calendar", "more", "short"].includes(word)) return unitAfter(scan, at + 1, "");
  const dash = isDashAt(scan, at) && scan.tokens[at]?.gap === false;
  const unit = units.get(word);
  if (dash || unit === undefined || unit === "weekend" || word === "w") return null; // "a 2-day course" is a length
  const isWorking = unit === "day" && workingWords.has(wordAt(scan, at + 1));
  return { unit, isWorking, next: isWorking ? at + 2 : at + 1 };
}

/** The day, or first and last day, so far from a day. */
export function moved(scan: Scan, from: PlainDay, way: 1 | -1, amount: Amount, next: number): Span {
  const { workingDays } = scan.context;
  const start = amount.more.reduce(
    (date, { count, unit }) => step(date, way * count, { unit, isWorking: false }, workingDays),
    from,
  );
  const least = amount.from ?? amount.to;
  const first = step(start, way * least, amount, workingDays);
  if (least === amount.to) return day(first, next);
  const last = step(start, way * amount.to, amount, workingDays);
  return PlainDay.compare(first, last) < 0
    ? { first, last, unit: "day", next }
    : { first: last, last: first, unit: "day", next };
}

export function step(
  from: PlainDay,
  count: number,
  { unit, isWorking }: Pick<Amount, "unit" | "isWorking">,
  workingDays: readonly number[],
): PlainDay {
  if (isWorking && count > 0) return workingDayAfter(from, count, workingDays);
  switch (unit) {
    case "day":
      return from.add({ days: isWorking ? Math.round((count * 7) / 5) : count });
    case "week":
    case "weekend":
      return from.add({ days: 7 * count });
    case "fortnight":
      return from.add({ days: 14 * count });
    case "month":
      return Number.isInteger(count) ? from.add({ months: count }) : from.add({ months: Math.trunc(count), days: 15 });
    case "quarter":
      return from.add({ months: 3 * count });
    case "year":
      return from.add({ months: Math.round(12 * count) });
    default:
      return unit satisfies never;
  }
}
