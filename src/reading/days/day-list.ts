import { isDashAt, markAt, type Scan, skipArticle, wordAt } from "./scan.ts";
import { months, words } from "./words.ts";

/** Day numbers in a row: 9, 9th, 9., 9-11, "9th to 11th", "9 and 10", 9/10. At most four. */
export function dayList(scan: Scan, at: number): DayList | null {
  const list: DayList = { days: [], isRange: false, isOrdinal: false, next: at, firstNext: at };
  let next = at;
  while (list.days.length < 4) {
    const token = scan.tokens[next];
    if (token?.kind !== "number" && token?.kind !== "numbers") break;
    const isPlain = token.values.every((value, index) => value >= 1 && value <= 31 && token.digits[index]! <= 2); // same length
    if (!isPlain || !isOrdinalOrNone(token.suffix)) break;
    if (token.kind === "numbers" && (token.values.length !== 2 || !"-/".includes(token.joints))) break;
    if (token.kind === "numbers" && token.joints === "-") list.isRange = true;
    list.days.push(...token.values);
    if (token.suffix !== "") list.isOrdinal = true;
    next += 1;
    if (
      token.suffix === "" &&
      markAt(scan, next) === "." &&
      scan.tokens[next]?.gap === false &&
      isPointed(scan, next + 1)
    ) {
      list.isOrdinal = true;
      next += 1;
    }
    list.next = next;
    if (list.days.length === token.values.length) list.firstNext = next;
    const join = joinAt(scan, next);
    if (join === null) break;
    const isMore = scan.tokens[join.next]?.kind === "number" || scan.tokens[join.next]?.kind === "numbers";
    if (!isMore) break;
    if (join.isRange) list.isRange = true;
    next = join.next;
  }
  return list.days.length > 0 ? list : null;
}

export interface DayList {
  days: number[];
  isRange: boolean;
  /** One is written as an ordinal (9th, 1er) or with the German point. */
  isOrdinal: boolean;
  next: number;
  /** Where the first number ends, to read it alone where the list is of separate days. */
  firstNext: number;
}

const rangeWords = words("to bis au al through thru until till hasta jusqu'au a");
const listWords = words("and und et y e or oder ou o");

/** After a number and a point: what makes it an ordinal and the point no full stop. */
function isPointed(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined) return scan.language === "de";
  if (token.kind === "mark") return scan.language === "de" || isDashAt(scan, at) || "/+,".includes(token.norm);
  if (token.kind === "word")
    return months.has(token.norm) || rangeWords.has(token.norm) || listWords.has(token.norm) || scan.language === "de";
  return !token.gap;
}

function joinAt(scan: Scan, at: number): { next: number; isRange: boolean } | null {
  const word = wordAt(scan, at);
  if (word !== "") {
    if (rangeWords.has(word)) return { next: skipArticle(scan, at + 1), isRange: true };
    return listWords.has(word) ? { next: skipArticle(scan, at + 1), isRange: scan.lead?.kind === "between" } : null;
  }
  if (isDashAt(scan, at)) return { next: at + 1, isRange: true };
  return ["/", "&", "+", ","].includes(markAt(scan, at)) ? { next: at + 1, isRange: false } : null;
}

function isOrdinalOrNone(suffix: string): boolean {
  return suffix === "" || /^(?:st|nd|rd|th|er|re|ere|º|ª|°|ten|ter)$/.test(suffix);
}
