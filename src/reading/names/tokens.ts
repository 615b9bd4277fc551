import { folded } from "./folding.ts";

/** How a word is written: names look `capital`, seldom `upper`; `mixed` has digits, points or inner capitals. */
export type Shape = "lower" | "capital" | "upper" | "initial" | "mixed" | "number";

/** A word as names are looked for in it: without "'s", links left out. */
export interface NameToken {
  /** Range in the clean words; of a handle without its `@`. */
  start: number;
  end: number;
  /** Lower case, without accents. */
  plain: string;
  shape: Shape;
  /** `@ana`: the sign stands right before `start`. */
  isHandle: boolean;
  isEmail: boolean;
  /** What was cut off its end: "s" ("Ana's"), "ll" ("Ana'll"), "d"; or nothing. */
  ending: "" | "s" | "ll" | "d";
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
    const end = endOfWord(text, at);
    if (text.startsWith("://", end) || isPathAhead(text, at, end)) {
      at = endOfLink(text, end);
      continue;
    }
    pushWord(tokens, text, at, end);
    at = end;
  }
  return tokens;
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

const asciiKinds: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 3 : 0;
});

const apostrophe = 39;
const curlyApostrophe = 0x2019;

/** A word goes on over apostrophes, hyphens, underlines, points and @ between letters or digits. */
function endOfWord(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind > 0) {
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    const joins =
      code === apostrophe || code === curlyApostrophe || code === 45 || code === 95 || code === 46 || code === 64;
    if (!joins) return at;
    const next = kindAt(text, at + 1);
    if (next === 0) return at;
    // "done.Ana" is a missing blank, "node.js" and "S.A." are one word.
    if (code === 46 && next === 2 && at - from > 1 && kindAt(text, at - 2) !== 0) return at;
    at += 1;
  }
}

/** "github.com/some/path" and "www.": a link without its scheme. */
function isPathAhead(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(end) !== 47) return text.startsWith("www.", from);
  const point = text.indexOf(".", from);
  return point > from && point < end - 1 && kindAt(text, end + 1) > 0;
}

function endOfLink(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 0xa0) at += 1;
  return at;
}

function pushWord(tokens: NameToken[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  let ending: NameToken["ending"] = "";
  let inner = false;
  let isEmail = false;
  let capitals = 0;
  let lowers = 0;
  let digits = 0;
  for (let at = from; at < to; at += 1) {
    const kind = kindAt(text, at);
    if (kind === 1) lowers += 1;
    else if (kind === 2) capitals += 1;
    else if (kind === 3) digits += 1;
    else {
      const code = text.charCodeAt(at);
      if (code === 64) isEmail = true;
      if (code === apostrophe || code === curlyApostrophe) {
        const rest = to - at - 1;
        // French "d'Ana", "qu'Ana": the name is what follows.
        if (at - from <= 2 && at > from && kindAt(text, from) === 1 && rest > 1) {
          pushWord(tokens, text, at + 1, to);
          return;
        }
        if (rest <= 2) {
          const tail = text.slice(at + 1, to).toLowerCase();
          if (tail === "s" || tail === "ll" || tail === "d") {
            ending = tail;
            end = at;
            break;
          }
        }
      }
      if (code === 46 || code === 95) inner = true;
    }
  }
  if (end <= start) return;
  const words = text.slice(start, end);
  const shape: Shape = isEmail
    ? "mixed"
    : shapeOf(words, { capitals, lowers, digits, inner, kind: kindAt(text, start) });
  const plain = shape === "lower" && isAscii(words) ? words : folded(words);
  const isHandle = start > 0 && text.charCodeAt(start - 1) === 64;
  tokens.push({ start, end, plain, shape, isHandle, isEmail, ending });
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

function shapeOf(words: string, { capitals, lowers, digits, inner, kind }: Counts): Shape {
  if (kind === 3) return capitals + lowers === 0 ? "number" : "mixed";
  if (inner || digits > 0) return "mixed";
  if (capitals === 0) return "lower";
  if (lowers === 0) return capitals === 1 ? "initial" : "upper";
  if (kind !== 2) return "mixed";
  if (capitals === 1) return "capital";
  return isNameWithCapitals(words) ? "capital" : "mixed";
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

function isAscii(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) if (words.charCodeAt(at) > 127) return false;
  return true;
}
