import type { KnownNames } from "./known.ts";
import { flag } from "./lexicon.ts";
import { unspokenRanges } from "./unspoken.ts";
import { type NameToken, nameTokens } from "./tokens.ts";

/** One text under the eye of `namesIn`: its words, their flags, and how it is written as a whole. */
export interface Scan {
  text: string;
  tokens: readonly NameToken[];
  known: KnownNames;
  /** Each word's flags; the same length as `tokens`. */
  flags: readonly number[];
  /** Most longer words have a capital: a heading or title, where a capital says nothing. */
  isTitleCase: boolean;
  /** German prose: every noun has a capital. */
  isGerman: boolean;
  /** French or Spanish prose: "de" links a name to where its bearer works more often than it belongs to it. */
  isRomance: boolean;
  /** True where a word stands in a quotation, slogan or title. */
  isUnspoken: (at: number) => boolean;
}

/** Takes a text apart for finding names. Linear in the text. */
export function scanOf(text: string, known: KnownNames): Scan {
  const tokens = nameTokens(text);
  const flags: number[] = [];
  let german = 0;
  let romance = 0;
  let other = 0;
  let longCapitals = 0;
  let longWords = 0;
  for (const token of tokens) {
    flags.push(known.words.get(token.plain)?.flags ?? 0);
    if (germanWords.has(token.plain)) german += 1;
    else if (romanceWords.has(token.plain)) romance += 1;
    else if (token.shape === "lower" && token.plain.length <= 3) other += 1;
    if (token.end - token.start >= 4 && token.shape !== "number") {
      longWords += 1;
      if (token.shape !== "lower") longCapitals += 1;
    }
  }
  return {
    text,
    tokens,
    known,
    flags,
    isTitleCase: longWords >= 2 && longCapitals / longWords >= titleCaseShare,
    isGerman: german >= 2 && german >= other / 2,
    isRomance: romance >= 2 && romance >= other / 2,
    isUnspoken: unspokenAt(text, tokens),
  };
}

/** Sentences of prose have under a third of their longer words in capitals; title case has nearly all. */
const titleCaseShare = 0.7;

const germanWords = new Set(
  "der die das den dem des ein eine einen einem einer und mit nicht ist sind wir ich fur auf bei vom zum zur von im am wird hat haben nach noch auch uns mir ihm ihn sie getroffen gesprochen schickt will soll muss uber als aus bis wegen nur schon".split(
    " ",
  ),
);

const romanceWords = new Set(
  "le les des du et avec pour dans sur une un est pas nous je il elle qui que au aux chez ce cette el la los las con por para una del al y en se lo su mi yo hable discute parle rencontre conoci de".split(
    " ",
  ),
);

function unspokenAt(text: string, tokens: readonly NameToken[]): (at: number) => boolean {
  const ranges = unspokenRanges(text);
  if (ranges.length === 0) return () => false;
  const marks = new Uint8Array(tokens.length);
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= token.start) next += 1;
    const range = ranges[next];
    if (range !== undefined && range.start <= token.start) marks[at] = 1;
  }
  return (at) => marks[at] === 1;
}

/** What stands between two neighbouring words. */
export function gap(scan: Scan, at: number): string {
  const before = scan.tokens[at - 1];
  const token = scan.tokens[at];
  if (before === undefined || token === undefined) return "";
  // "'s" belongs to the word before, the sign of a handle to the word after.
  return scan.text.slice(before.end + clitic(before), token.start);
}

function clitic(token: NameToken): number {
  return token.ending === "" ? 0 : token.ending.length + 1;
}

/** True where two neighbouring words have only a blank between them (or a point after an initial or title). */
export function isJoined(scan: Scan, at: number): boolean {
  const before = scan.tokens[at - 1];
  const token = scan.tokens[at];
  if (before === undefined || token === undefined || before.ending !== "" || token.isHandle) return false;
  const width = token.start - before.end;
  if (width === 1) return isBlank(scan.text.charCodeAt(before.end));
  if (width !== 2 || scan.text.charCodeAt(before.end) !== 46) return false;
  const isShort = before.shape === "initial" || (flagsAt(scan, at - 1) & flag.title) !== 0;
  return isShort && isBlank(scan.text.charCodeAt(before.end + 1));
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 9;
}

/** A word's flags; none beyond the ends. */
export function flagsAt(scan: Scan, at: number): number {
  return scan.flags[at] ?? 0;
}

/** A sentence, clause or list entry starts here, so that a capital says nothing. */
export function isInitial(scan: Scan, at: number): boolean {
  if (at === 0) return true;
  return startsAnew.test(gap(scan, at));
}

const startsAnew = /[.!?:;\n\t|•*→>"“„«–—]|\s-\s|\)\s/u;
const endsClause = /[.!?;\n\t|•]/u;

/** True where something between the two words ends a clause. */
export function isClauseEnd(scan: Scan, at: number): boolean {
  const between = gap(scan, at);
  if (between === " ") return false;
  const isShort = scan.tokens[at - 1]?.shape === "initial" || (flagsAt(scan, at - 1) & flag.title) !== 0;
  return !(isShort && between.startsWith(".")) && endsClause.test(between);
}

/** Written like a name: "Ana", "McKay", "Jean-Luc". */
export function looksNamed(token: NameToken | undefined): boolean {
  return token !== undefined && token.shape === "capital" && !token.isEmail;
}
