import { WordTable } from "../word-table.ts";
import { folded } from "./folding.ts";

/** How a word is written: names look `capital`, seldom `upper`; `mixed` has digits, points or inner capitals. */
type Shape = "lower" | "capital" | "upper" | "initial" | "mixed" | "number";

/** What was cut off a word's end: "s" ("Ana's"), "ll" ("Ana'll"), "d"; or nothing. */
type Ending = "" | "s" | "ll" | "d";

interface TokenFields {
  start: number;
  end: number;
  shape: Shape;
  isEmail: boolean;
  ending: Ending;
  hash: number;
}

/** A word as names are looked for in it: without "'s", links left out. */
export class NameToken {
  /** Range in the clean words; of a handle without its `@`. */
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
  readonly isEmail: boolean;
  readonly ending: Ending;
  /** A number that equal plain words share, for words of small plain letters; see `hashOf`. */
  readonly hash: number;
  readonly #text: string;
  #plain: string | null = null;

  constructor(text: string, { start, end, shape, isEmail, ending, hash }: TokenFields) {
    this.start = start;
    this.end = end;
    this.shape = shape;
    this.isEmail = isEmail;
    this.ending = ending;
    this.hash = hash;
    this.#text = text;
  }

  /** Lower case, without accents. Worked out when first asked: most words of a note never are. */
  get plain(): string {
    return (this.#plain ??= plains.at(this.#text, this.start, this.end));
  }

  get hasCapitalFirst(): boolean {
    const first = this.#text.charAt(this.start);
    return first !== first.toLowerCase();
  }

  /** `@ana`: the sign stands right before `start`. */
  get isHandle(): boolean {
    return this.start > 0 && this.#text.charCodeAt(this.start - 1) === atSign;
  }
}

/** One string for each word, however often it comes: what looks it up finds its hash worked out. */
const plains = new WordTable(folded, 20_000);

const apostrophe = 39;
const hyphen = 45;
const point = 46;
const slash = 47;
const atSign = 64;
const underline = 95;
const curlyApostrophe = 0x2019;

/** A word's number: the same for the same characters. Small and cheap, good enough to rule most words out. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = nextHash(hash, word.charCodeAt(at));
  return hash;
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The words of clean text, in order, in one pass. Links are skipped; an e-mail address is one token. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind === 0) {
      at += 1;
      continue;
    }
    at = readWord(tokens, text, at, kind);
  }
  return tokens;
}

/** Reads the word at `from` and gives where to go on. Plain letters, small or after one capital, take the short way: most words. */
function readWord(tokens: NameToken[], text: string, from: number, firstKind: number): number {
  let at = from;
  let hash = 0;
  let code = text.charCodeAt(at);
  if (code >= 65 && code <= 90) {
    hash = code;
    at += 1;
    code = text.charCodeAt(at);
  }
  while (code >= 97 && code <= 122) {
    hash = nextHash(hash, code);
    at += 1;
    code = text.charCodeAt(at);
  }
  if (at > from && (code === 32 || code === 44 || code === 41 || at === text.length)) {
    const shape = firstKind !== 2 ? "lower" : at === from + 1 ? "initial" : "capital";
    tokens.push(new NameToken(text, { start: from, end: at, shape, isEmail: false, ending: "", hash }));
    return at;
  }
  const end = endOfWord(text, at > from ? at - 1 : at);
  if (text.startsWith("://", end) || isPathAhead(text, from, end)) return endOfLink(text, end);
  pushWord(tokens, text, { from, to: end, firstKind });
  return end;
}

/** Whether the first word of a text begins with a small letter that belongs to it (the "d'" of "d'Ana" does not): such a text is no name. */
export function beginsSmall(text: string): boolean {
  let at = 0;
  while (at < text.length && kindAt(text, at) === 0) at += 1;
  if (kindAt(text, at) !== 1 || text.startsWith("www.", at)) return false;
  return !isApostrophe(text.charCodeAt(at + 1)) && !isApostrophe(text.charCodeAt(at + 2));
}

function isApostrophe(code: number): boolean {
  return code === apostrophe || code === curlyApostrophe;
}

/** Character kinds: 0 none of a word, 1 lower case or caseless letter, 2 capital, 3 digit. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiKinds[code] ?? 0;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? 1 : 0;
  if (code < 0x250) {
    if (code === 0xd7 || code === 0xf7) return 0;
    const letter = text[at] ?? "";
    return letter.toLowerCase() === letter ? 1 : 2;
  }
  if (code < 0x370) return 1; // modifiers and combining accents continue a word
  if (code >= 0x2000 && code < 0x2c00) return 0; // punctuation, arrows, symbols, boxes
  if (code >= 0xd800 && code < 0xe000) return 0; // emoji and rare scripts: no word of ours
  const letter = text[at] ?? "";
  if (!letterPattern.test(letter)) return 0;
  return letter.toLowerCase() === letter ? 1 : 2;
}

const letterPattern = /[\p{L}\p{M}\p{N}]/u;

const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 3 : 0;
});

/** A word goes on over apostrophes, hyphens, underlines, points and @ between letters or digits. */
function endOfWord(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    if (kindAt(text, at) > 0) {
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    const joins =
      code === apostrophe ||
      code === curlyApostrophe ||
      code === hyphen ||
      code === underline ||
      code === point ||
      code === atSign;
    if (!joins) return at;
    const next = kindAt(text, at + 1);
    if (next === 0) return at;
    // "done.Ana" is a missing blank, "node.js" and "S.A." are one word.
    if (code === point && next === 2 && kindAt(text, at - 1) === 1) return at;
    at += 1;
  }
}

/** "github.com/some/path" and "www.": a link without its scheme. */
function isPathAhead(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(end) !== slash) return text.charCodeAt(from) === 119 && text.startsWith("www.", from);
  const place = text.indexOf(".", from);
  return place > from && place < end - 1 && kindAt(text, end + 1) > 0;
}

function endOfLink(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 0xa0) at += 1;
  return at;
}

interface Word {
  from: number;
  to: number;
  firstKind: number;
}

function pushWord(tokens: NameToken[], text: string, { from, to, firstKind }: Word): void {
  let end = to;
  let ending: Ending = "";
  let inner = false;
  let isEmail = false;
  let capitals = 0;
  let lowers = 0;
  let digits = 0;
  let hash = 0;
  let isAscii = true;
  for (let at = from; at < to; at += 1) {
    const kind = kindAt(text, at);
    const code = text.charCodeAt(at);
    if (kind === 1) lowers += 1;
    else if (kind === 2) capitals += 1;
    else if (kind === 3) digits += 1;
    else if (code === atSign) isEmail = true;
    else if (code === point || code === underline) inner = true;
    else if (code !== hyphen) {
      const rest = to - at - 1;
      // French "d'Ana", "qu'Ana": the name is what follows.
      if (at - from <= 2 && at > from && firstKind === 1 && rest > 1 && !isEnding(text, at + 1, to)) {
        pushWord(tokens, text, { from: at + 1, to, firstKind: kindAt(text, at + 1) });
        return;
      }
      if (rest <= 2 && isEnding(text, at + 1, to)) {
        ending = text.slice(at + 1, to).toLowerCase() as Ending; // `isEnding` checked it
        end = at;
        break;
      }
    }
    if (code > 127) isAscii = false;
    hash = nextHash(hash, code);
  }
  if (end <= from) return;
  if (!isAscii) hash = hashOf(folded(text.slice(from, end)));
  const counts: Counts = { capitals, lowers, digits, inner, kind: firstKind };
  const shape: Shape = isEmail ? "mixed" : shapeOf(text, from, end, counts);
  tokens.push(new NameToken(text, { start: from, end, shape, isEmail, ending, hash }));
}

function isEnding(text: string, from: number, to: number): boolean {
  const tail = text.slice(from, to).toLowerCase();
  return tail === "s" || tail === "ll" || tail === "d";
}

interface Counts {
  capitals: number;
  lowers: number;
  digits: number;
  /** A point or underline inside. */
  inner: boolean;
  /** The first character's kind. */
  kind: number;
}

function shapeOf(text: string, start: number, end: number, { capitals, lowers, digits, inner, kind }: Counts): Shape {
  if (kind === 3) return capitals + lowers === 0 ? "number" : "mixed";
  if (inner || digits > 0) return "mixed";
  if (capitals === 0) return "lower";
  if (lowers === 0) return capitals === 1 ? "initial" : "upper";
  if (kind !== 2) return "mixed";
  if (capitals === 1) return "capital";
  return isNameWithCapitals(text.slice(start, end)) ? "capital" : "mixed";
}

/** "McKay", "O'Brien", "Jean-Luc", "DeShawn": capitals that belong inside a name. */
function isNameWithCapitals(words: string): boolean {
  const parts = words.split(/[-'’‐‑]/u);
  return parts.every((part) => {
    const rest = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)(?=\p{Lu}\p{Ll})/u.exec(part)?.[0].length ?? 0;
    const tail = part.slice(rest);
    return tail.length === 0 || tail.slice(1) === tail.slice(1).toLowerCase();
  });
}
