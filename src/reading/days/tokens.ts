import { WordTable } from "../word-table.ts";

/**
 * A word, number or mark of clean words, with what the day grammar asks of it. Times of day, versions, amounts and
 * addresses are told apart here, once, so that the grammar never sees `2.1` of `v2.1` as the 2nd of January.
 */
export interface Token {
  /**
   * `word` letters (with an apostrophe inside); `number` digits that stand alone; `numbers` digits joined by one of
   * `. / - :` or a dash (`9/2`, `2026-02-03`, `10:30`); `mark` any other character; `opaque` what is no date whatever
   * it holds: addresses, file names, versions, amounts.
   */
  kind: "word" | "number" | "numbers" | "mark" | "opaque";
  start: number;
  end: number;
  /** Lower case, without accents, straight apostrophes, and without a possessive `'s`. For a mark: the character. */
  norm: string;
  /** Blank space, or the text's start, stands before it. */
  gap: boolean;
  /** The first letter is a capital. */
  isCapital: boolean;
  /** Two or more letters, all capitals. */
  isUpper: boolean;
  /** Ended in `'s` or `s'`. */
  isPossessive: boolean;
  /** A number's value; the parts of `numbers`. */
  values: readonly number[];
  /** How many digits each of `values` was written with. */
  digits: readonly number[];
  /** What joins `values`, one character each. */
  joints: string;
  /** `th` of 9th, `er` of 1er, `pm` of 3pm, `d` of 10d; empty where a number has none. */
  suffix: string;
}

const ordinalSuffixes = new Set(["st", "nd", "rd", "th", "er", "re", "ere", "º", "ª", "°", "ten", "ter"]);
const clockSuffixes = new Set(["am", "pm", "a", "p", "h", "uhr", "u"]);
const unitSuffixes = new Set(["d", "w", "wk", "wks", "mo", "day", "days", "week", "weeks", "month", "months"]);
/** Names that may stand glued to a number: Feb13, 14april. */
const gluedMonth =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;
/** Letters before digits that make one word of both: Q2, H1, KW7, FY26. */
const gluedQuarter = /^[qth][1-4]$/;
const gluedWord = /^(?:q|h|t|w|kw|cw|fy)$/;

/** Splits clean words into tokens, in order. Linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
      continue;
    }
    const gap = at === 0 || isSpace(text.charCodeAt(at - 1));
    if (isDigit(code)) at = readNumber(text, at, gap, tokens);
    else if (isLetter(code)) at = readWord(text, at, gap, tokens);
    else {
      tokens.push(blank("mark", at, at + 1, text[at]!, gap)); // at < length
      at += 1;
    }
  }
  return tokens;
}

/** Lower case, without accents, with straight apostrophes: how every table of words is written. */
export function normal(words: string): string {
  const lower = words.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/ß/g, "ss");
}

function blank(kind: Token["kind"], start: number, end: number, norm: string, gap: boolean): Token {
  return {
    kind,
    start,
    end,
    norm,
    gap,
    isCapital: false,
    isUpper: false,
    isPossessive: false,
    values: none,
    digits: none,
    joints: "",
    suffix: "",
  };
}

const none: readonly number[] = [];

function readWord(text: string, start: number, gap: boolean, tokens: Token[]): number {
  let end = lettersEnd(text, start);
  // Letters glued to digits: a month and its day are two tokens, Q2 is one, anything else is a name or a code.
  if (isDigit(text.charCodeAt(end))) {
    const letters = normal(text.slice(start, end));
    if (gluedMonth.test(letters) && dayDigits(text, end)) {
      tokens.push(wordToken(text, start, end, gap));
      return end;
    }
    if (gluedWord.test(letters)) {
      while (isDigit(text.charCodeAt(end))) end += 1;
      if (!isLetter(text.charCodeAt(end)) && text[end] !== "_") {
        tokens.push(wordToken(text, start, end, gap));
        return end;
      }
    }
    return readOpaque(text, start, gap, tokens);
  }
  const next = text.charCodeAt(end);
  const after = text.charCodeAt(end + 1);
  const dotted = dottedWord(text, start);
  if (dotted !== null) {
    tokens.push({ ...blank("word", start, start + dotted.length, dotted.norm, gap) });
    return start + dotted.length;
  }
  const isJoined =
    text[end] === "_" ||
    (text[end] === "@" && isLetter(after)) ||
    (text[end] === ":" && text[end + 1] === "/" && text[end + 2] === "/") ||
    // monday.com, notes.md, e.g. - but not "Friday.Then", a full stop without its space
    (text[end] === "." && isLetter(after) && !(isUpperLetter(after) && end - start > 3));
  if (isJoined && next === next) return readOpaque(text, start, gap, tokens);
  tokens.push(wordToken(text, start, end, gap));
  return end;
}

/** `a.m.`, `p.m.`, `a.s.a.p.`: the words whose points are no ends. */
function dottedWord(text: string, start: number): { norm: string; length: number } | null {
  if (text[start + 1] !== "." && text[start + 3] !== ".") return null;
  const said = text.slice(start, start + 8).toLowerCase();
  // French and Spanish "sem. prochaine"
  const isShort = said.startsWith("sem. ") && isLetter(text.charCodeAt(start + 5));
  if (isShort) return { norm: "sem", length: 4 };
  if (text[start + 1] !== ".") return null;
  for (const [pointed, norm] of [
    ["a.s.a.p", "asap"],
    ["a.m", "am"],
    ["p.m", "pm"],
  ] as const) {
    if (!said.startsWith(pointed) || isLetter(text.charCodeAt(start + pointed.length))) continue;
    return { norm, length: text[start + pointed.length] === "." ? pointed.length + 1 : pointed.length };
  }
  return null;
}

function wordToken(text: string, start: number, end: number, gap: boolean): Token {
  const token = blank("word", start, end, normals.at(text, start, end), gap);
  token.isCapital = isUpperLetter(text.charCodeAt(start));
  const words = text.slice(start, end);
  token.isUpper = end - start > 1 && token.isCapital && words === words.toUpperCase();
  if (token.norm.endsWith("'s")) {
    token.norm = token.norm.slice(0, -2);
    token.isPossessive = true;
  } else if (
    token.norm.endsWith("s") &&
    (text[end] === "'" || text[end] === "’") &&
    !isLetter(text.charCodeAt(end + 1))
  ) {
    token.isPossessive = true; // "two weeks' time"
  }
  return token;
}

/** Words as written to how they are compared: the same come again and again. */
const normals = new WordTable(normal, 20_000);

/** Letters, and apostrophes between letters. */
function lettersEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    while (isLetter(text.charCodeAt(end))) end += 1;
    if ((text[end] === "'" || text[end] === "’") && isLetter(text.charCodeAt(end + 1))) end += 1;
    else return end;
  }
}

function readNumber(text: string, start: number, gap: boolean, tokens: Token[]): number {
  if (isTiedBefore(text, start) && !isListed(tokens, start)) return readOpaque(text, start, gap, tokens);
  const values: number[] = [];
  const digits: number[] = [];
  let joints = "";
  let end = start;
  for (;;) {
    const from = end;
    while (isDigit(text.charCodeAt(end))) end += 1;
    digits.push(end - from);
    values.push(end - from > 9 ? Number.NaN : Number(text.slice(from, end)));
    // 10/1-11/7 and 9.2-11.2 are two dates, 2026-02-03 is one.
    const isBetween = isDash(text[end]) && /[./]/.test(joints);
    if (isJoint(text[end]) && !isBetween && isDigit(text.charCodeAt(end + 1)) && values.length < 8) {
      joints += isDash(text[end]) ? "-" : text[end];
      end += 1;
    } else break;
  }
  const token = blank(values.length === 1 ? "number" : "numbers", start, end, text.slice(start, end), gap);
  token.values = values;
  token.digits = digits;
  token.joints = joints;

  const isStamp = joints === "--" && digits[0] === 4;
  const lettersTo = suffixEnd(text, end);
  if (lettersTo > end) {
    const suffix = normal(text.slice(end, lettersTo));
    if (isStamp && suffix === "t" && isDigit(text.charCodeAt(lettersTo))) {
      end = stampEnd(text, lettersTo);
      token.end = end;
      tokens.push(token);
      return end;
    }
    const isGlued = gluedMonth.test(suffix) || (unitSuffixes.has(suffix) && suffix.length > 2);
    const isSuffix = ordinalSuffixes.has(suffix) || clockSuffixes.has(suffix) || unitSuffixes.has(suffix);
    if (isDigit(text.charCodeAt(lettersTo)) && !(suffix === "h")) return readOpaque(text, start, gap, tokens);
    if (!isSuffix && !isGlued) return readOpaque(text, start, gap, tokens);
    if (!isGlued) {
      token.suffix = suffix;
      end = lettersTo;
      if (suffix === "h") while (isDigit(text.charCodeAt(end))) end += 1; // 14h30
      token.end = end;
    }
  }
  if (isTiedAfter(text, end) && token.end === end) return readOpaque(text, start, gap, tokens);
  tokens.push(token);
  return end;
}

function suffixEnd(text: string, from: number): number {
  let end = from;
  while (isLetter(text.charCodeAt(end)) || text[end] === "º" || text[end] === "ª" || text[end] === "°") end += 1;
  return end;
}

/** The end of an ISO 8601 time of day with its zone, from its first digit. */
function stampEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end < from + 24 && /[\d:.+Zz-]/.test(text[end]!)) end += 1; // end < length
  return end;
}

/** A sign before the digits that makes them an amount, a reference or part of a name. */
function isTiedBefore(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  if ("$€£¥#_=&?+\\/^*×".includes(before)) {
    // "Mon/9.2." and "and/or 9th" are rare; "https://x/2026/02/03" and "$10/12" are not.
    return true;
  }
  const earlier = text.charCodeAt(start - 2);
  if (before === "." || before === ",")
    return isDigit(earlier) || isLetter(earlier) ? !isSentenceBreak(text, start) : false;
  if (before === "-") return isLetter(earlier) && !isWordWithDate(text, start - 1);
  return false;
}

/** `9th/10th`, `9./10.`, `9.+10.`, `Q2/26`: the sign joins two day numbers, or a quarter or month and its year. */
function isListed(tokens: readonly Token[], start: number): boolean {
  // The sign itself is the last token, a mark.
  let last = tokens.at(-2);
  if (last?.kind === "mark" && last.norm === ".") last = tokens.at(-3);
  const sign = tokens.at(-1);
  if (sign === undefined || last === undefined || sign.end !== start || !"/+&".includes(sign.norm)) return false;
  if (last.kind === "word") return sign.norm === "/" && (gluedQuarter.test(last.norm) || gluedMonth.test(last.norm));
  return (last.kind === "number" || last.kind === "numbers") && last.end >= sign.start - 1;
}

/** `Fr.6.2.`: the point of an abbreviation of up to four letters. */
function isSentenceBreak(text: string, start: number): boolean {
  let from = start - 2;
  while (from >= 0 && isLetter(text.charCodeAt(from))) from -= 1;
  return start - 2 - from >= 2 && start - 2 - from <= 4 && text[start - 1] === ".";
}

/** `Oct-2`, `pre-9th`: a month's name before the dash. */
function isWordWithDate(text: string, dash: number): boolean {
  let from = dash - 1;
  while (from >= 0 && dash - from < 12 && isLetter(text.charCodeAt(from))) from -= 1;
  return gluedMonth.test(normal(text.slice(from + 1, dash)));
}

function isTiedAfter(text: string, end: number): boolean {
  const next = text[end];
  if (next === undefined) return false;
  if ("%_=€$£°‰²³".includes(next)) return true;
  const after = text.charCodeAt(end + 1);
  // 2026-02-03.md, 3.x; the full stop before a word without its space is rarer than a file name
  if (next === ".") return isLetter(after);
  return false;
}

/** Consumes what hangs together up to the next blank space or bracket, without the marks that end a sentence. */
function readOpaque(text: string, start: number, gap: boolean, tokens: Token[]): number {
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !'()[]{}<>"“”|;'.includes(text[end]!)) end += 1; // end < length
  while (end > start + 1 && ".,:!?'’".includes(text[end - 1]!)) end -= 1; // end > start
  tokens.push(blank("opaque", start, end, "", gap));
  return end;
}

/** One or two digits that end there: the day in Feb13. */
function dayDigits(text: string, at: number): boolean {
  const second = isDigit(text.charCodeAt(at + 1));
  const last = second ? at + 2 : at + 1;
  const next = text.charCodeAt(last);
  return !isDigit(next) && (!isLetter(next) || ordinalSuffixes.has(normal(text.slice(last, suffixEnd(text, last)))));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** Letters of the Latin, Greek, Cyrillic and further alphabets; not punctuation, signs, arrows or emoji. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x2fff) return false;
  return code < 0x3000 || (code > 0x303f && code < 0xd800);
}

function isUpperLetter(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (!isLetter(code)) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

function isDash(character: string | undefined): boolean {
  return character === "-" || character === "–" || character === "—";
}

function isJoint(character: string | undefined): boolean {
  return character === "." || character === "/" || character === ":" || isDash(character);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
