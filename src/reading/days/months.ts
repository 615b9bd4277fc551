import { isDashAt, isNameNext, markAt, type Scan, wordAt } from "./scan.ts";
import { months, monthsAsNames, units, whichWords } from "./words.ts";

/** The number of the month named at a token, whatever else the word may mean. */
export function monthAt(scan: Scan, at: number): number | null {
  return months.get(wordAt(scan, at))?.n ?? null;
}

/** After a month's name, its abbreviation's point included. */
export function afterPoint(scan: Scan, at: number): number {
  const token = scan.tokens[at];
  const isShort = token !== undefined && token.end - token.start <= 5;
  const isPointed = isShort && markAt(scan, at + 1) === "." && scan.tokens[at + 1]?.gap === false;
  // Where nothing more of the date follows, the point ends the sentence.
  return isPointed && scan.tokens[at + 2]?.kind === "number" ? at + 2 : at + 1;
}

/** A year after a date or period: 2026, ", 2026", "'26", "of 2026", "de 2026"; with `isShort` also 26. */
export function yearAt(scan: Scan, at: number, isShort = false): { year: number; next: number } | null {
  let next = at;
  if (markAt(scan, next) === "," || ["of", "in", "de", "del"].includes(wordAt(scan, next))) next += 1;
  const isQuoted = markAt(scan, next) === "'" || markAt(scan, next) === "’";
  if (isQuoted) next += 1;
  if (markAt(scan, next) === "/" && next === at) next += 1;
  const token = scan.tokens[next];
  if (token?.kind !== "number" || token.suffix !== "") return null;
  const value = token.values[0]!; // a number has one value
  if (token.digits[0] === 4) return value >= 1000 && value < 3000 && !isQuoted ? { year: value, next: next + 1 } : null;
  const isTwo =
    token.digits[0] === 2 &&
    (isQuoted || (isShort && value >= 20 && value <= 45) || (next === at + 1 && markAt(scan, at) === "/"));
  return isTwo ? { year: value > 70 ? 1900 + value : 2000 + value, next: next + 1 } : null;
}

export function isYear(value: number): boolean {
  return value >= 1900 && value <= 2199;
}

/** Whether a month said without a day is the month, and not a person or a verb ("May Chen", "may help"). */
export function isMonthAlone(scan: Scan, at: number, isPart: boolean): boolean {
  const token = scan.tokens[at];
  const name = token === undefined ? undefined : months.get(token.norm);
  if (token === undefined || name === undefined || name.trust === "number") return false;
  const kind = scan.lead?.kind ?? null;
  const next = afterPoint(scan, at);
  if (yearAt(scan, next) !== null) return true;
  // "Jan-Feb 2027", "March to May"
  const isJoined = isDashAt(scan, next) || ["to", "until", "bis", "through"].includes(wordAt(scan, next));
  if (isJoined && token.isCapital && scan.tokens[next + 1]?.isCapital === true && monthAt(scan, next + 1) !== null)
    return true;
  if (token.isCapital && whichWords.has(wordAt(scan, next)) && units.get(wordAt(scan, next + 1)) === "year")
    return true;
  if (token.isPossessive && (monthsAsNames.has(token.norm) || kind === null)) return false;
  if (isPart) return !(monthsAsNames.has(token.norm) && isNameNext(scan, next));
  if (name.trust === "sure") return !(kind === "at");
  const isLed = kind !== null && kind !== "article" && kind !== "at" && !scan.lead!.hasArticle; // kind is the lead's
  const isName = monthsAsNames.has(token.norm) || ["march", "mars"].includes(token.norm);
  if (isNameNext(scan, next) && (isName || name.trust !== "short")) return false;
  if (!isName) return isLed || (token.isCapital && !token.isUpper && at > 0);
  if (token.norm === "march" || token.norm === "mars") {
    if (token.norm === "mars" && scan.language !== "fr") return false;
    return isLed ? scan.lead!.words !== "on" : token.isCapital && !token.isUpper && at > 0 && kind === null; // led
  }
  if (!isLed) return scan.isRange && token.isCapital;
  const isSpeaker = isSpeakerName(scan, token.norm);
  const { words } = scan.lead!; // led
  if (["from", "for", "about", "on", "over", "post"].includes(words))
    return ["onwards", "onward", "on", "to", "until"].includes(wordAt(scan, next)) && words === "from";
  if (!token.isCapital && !["in", "by", "until", "before", "im", "bis", "ab", "en"].includes(words)) return false;
  return !isSpeaker;
}

const givenNames = new WeakMap<object, ReadonlySet<string>>();

/** A speaker of the programme goes by that name. */
function isSpeakerName(scan: Scan, word: string): boolean {
  const { sessions } = scan.context;
  let known = givenNames.get(sessions);
  if (known === undefined) {
    known = new Set(
      sessions.flatMap((session) =>
        session.speakers.map((speaker) => speaker.name.toLowerCase().split(" ", 1)[0] ?? ""),
      ),
    );
    givenNames.set(sessions, known);
  }
  return known.has(word);
}
