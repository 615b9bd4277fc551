import { clockEnd, isClockAt } from "./clock.ts";
import { after, isDashAt, markAt, type Scan, type Span, wordAt } from "./scan.ts";
import { dayParts, words } from "./words.ts";

const latest: readonly (readonly string[])[] = [
  ["at", "the", "latest"],
  ["at", "latest"],
  ["latest"],
  ["the", "latest"],
  ["or", "earlier"],
  ["or", "sooner"],
  ["or", "before"],
  ["spatestens"],
  ["au", "plus", "tard"],
  ["a", "mas", "tardar"],
  ["como", "muy", "tarde"],
  ["deadline"],
];
const onwards: readonly (readonly string[])[] = [
  ["onwards"],
  ["onward"],
  ["and", "after"],
  ["and", "onwards"],
  ["or", "later"],
  ["and", "later"],
  ["or", "after"],
];

/** The time of day, "first thing", "EOD", "at the latest", "or so" after a day. */
export function trailing(scan: Scan, span: Span): Span {
  let { next } = span;
  let isDeadline = span.isDeadline ?? false;
  let isFrom = false;
  if (span.unit === "day") {
    for (let times = 0; times < 3; times += 1) {
      const to = timeAfter(scan, next);
      if (to === next) break;
      if (["eod", "cob", "eob"].includes(wordAt(scan, next)) || ["eod", "cob", "eob"].includes(wordAt(scan, to - 1)))
        isDeadline = true;
      next = to;
    }
  }
  for (const list of latest) {
    const to = after(scan, next, ...list);
    if (to !== -1) {
      next = to;
      isDeadline = true;
      break;
    }
  }
  for (const list of onwards) {
    const to = after(scan, next, ...list);
    if (to !== -1) {
      next = to;
      isFrom = true;
      break;
    }
  }
  if (
    wordAt(scan, next) === "on" &&
    scan.lead?.kind === "from" &&
    (scan.tokens[next + 1] === undefined || scan.tokens[next + 1]?.kind === "mark")
  )
    next += 1;
  const orSo = after(scan, next, "or", "so");
  if (orSo !== -1) next = orSo;
  return next === span.next ? span : { ...span, next, isDeadline, isFrom };
}

const timeWords = words("eod cob eob");

/** "Tues 8.30", "Friday at 10.15": with a point, only right behind a day. */
function isPointedClock(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token?.kind !== "numbers" || token.joints !== "." || token.digits[1] !== 2) return false;
  return (token.values[0] ?? 99) <= 24 && (token.values[1] ?? 99) < 60;
}

function timeAfter(scan: Scan, at: number): number {
  const word = wordAt(scan, at);
  if (dayParts.has(word) && !(word === "morgen" && scan.language !== "de")) return at + 1;
  if (timeWords.has(word)) return at + 1;
  const firstThing = after(scan, at, "first", "thing");
  if (firstThing !== -1) return firstThing;
  if (isDashAt(scan, at) && scan.tokens[at]?.gap === false && dayParts.has(wordAt(scan, at + 1))) return at + 2;
  const apres = word === "apres" && isDashAt(scan, at + 1) && wordAt(scan, at + 2) === "midi" ? at + 3 : -1;
  if (apres !== -1) return apres;
  const porLa = after(scan, at, "por", "la");
  if (porLa !== -1 && ["manana", "tarde", "noche"].includes(wordAt(scan, porLa))) return porLa + 1;
  if (isClockAt(scan, at)) return clockEnd(scan, at);
  if (isPointedClock(scan, at)) return at + 1;
  const isAt =
    ["at", "um", "a", "by", "before", "from", "around", "ab", "vers"].includes(word) ||
    [",", "@", "("].includes(markAt(scan, at));
  if (!isAt) return at;
  const to = ["las", "la", "about"].includes(wordAt(scan, at + 1)) ? at + 2 : at + 1;
  if (["noon", "midday", "midnight", "lunch", "lunchtime"].includes(wordAt(scan, to)) && word === "at") return to + 1;
  if (isPointedClock(scan, to)) return to + 1;
  if (isClockAt(scan, to)) {
    const end = clockEnd(scan, to);
    return markAt(scan, at) === "(" ? (markAt(scan, end) === ")" ? end + 1 : at) : end;
  }
  const token = scan.tokens[to];
  const isHour =
    ["at", "um"].includes(word) && token?.kind === "number" && token.suffix === "" && token.values[0]! <= 24; // a number has one value
  return isHour && wordAt(scan, to + 1) === "" ? to + 1 : at;
}
