import { type Spelling, type TokenKind, spellingAt } from "./spelling.ts";

/** A word, number, link, handle, arrow or single sign of clean words: a spelling at its place. */
export class Token {
  /** Range in the clean words. */
  readonly start: number;
  readonly end: number;
  readonly spelling: Spelling;

  constructor(start: number, end: number, spelling: Spelling) {
    this.start = start;
    this.end = end;
    this.spelling = spelling;
  }

  get text(): string {
    return this.spelling.text;
  }

  get lower(): string {
    return this.spelling.lower;
  }

  get kind(): TokenKind {
    return this.spelling.kind;
  }

  get isCapital(): boolean {
    return this.spelling.isCapital;
  }
}

// Tried at one place only, where a cheaper look says that they may match; each is linear in what it reads.
const linkHere = /(?:(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/uy;
const handleHere = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}/uy;
const arrowHere = /<?[-=]{1,3}>|<[-=]{1,3}(?!\w)|[→⇒←⇐⟶➔➜]/uy;
const wordHere = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’_-][\p{L}\p{N}]+)*/uy;
const numberHere = /\p{N}+(?:[.,:/]\p{N}+)*[a-z]{0,3}/uy;

const endings = new Set(["ll", "d", "ve", "re", "m", "s"]);
const beginnings = new Set(["j", "l", "d", "m", "t", "s", "n", "c", "qu"]);

/** The tokens of clean words, in order; blanks between them are left out. Linear in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let runEnd = 0;
  let mayLink = false;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at += 1;
      continue;
    }
    if (at >= runEnd) {
      runEnd = endOfRun(text, at);
      const run = text.slice(at, runEnd);
      mayLink = run.includes("@") || run.includes("://") || run.includes("www.");
    }
    at = mayLink ? (linkAt(tokens, text, at) ?? plainAt(tokens, text, at, code)) : plainAt(tokens, text, at, code);
  }
  return tokens;
}

function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code > 0x1fff && blank.test(String.fromCharCode(code)))
  );
}

const blank = /\s/u;

function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function linkAt(tokens: Token[], text: string, at: number): number | null {
  return take(tokens, text, at, linkHere, "link") ?? take(tokens, text, at, handleHere, "handle");
}

/** A word, number, arrow or sign at a place; gives the place after it. */
function plainAt(tokens: Token[], text: string, at: number, code: number): number {
  if (code < 128) {
    if (isAsciiLetter(code)) return wordAtPlace(tokens, text, at);
    if (code >= 48 && code <= 57) return take(tokens, text, at, numberHere, "number") ?? sign(tokens, text, at);
    if (code === 45 || code === 60 || code === 61) {
      return take(tokens, text, at, arrowHere, "arrow") ?? sign(tokens, text, at);
    }
    return sign(tokens, text, at);
  }
  wordHere.lastIndex = at;
  if (wordHere.test(text)) return wordAtPlace(tokens, text, at);
  return (
    take(tokens, text, at, numberHere, "number") ?? take(tokens, text, at, arrowHere, "arrow") ?? sign(tokens, text, at)
  );
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function wordAtPlace(tokens: Token[], text: string, at: number): number {
  let end = at;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end += 1;
  const next = end < text.length ? text.charCodeAt(end) : 32;
  // Plain letters up to a blank or common sign need no expression.
  if (next > 127 || next === 39 || next === 45 || next === 95 || (next >= 48 && next <= 57)) {
    wordHere.lastIndex = at;
    if (wordHere.test(text)) end = wordHere.lastIndex;
  }
  pushWord(tokens, text, at, end);
  return end;
}

function take(tokens: Token[], text: string, at: number, expression: RegExp, kind: TokenKind): number | null {
  expression.lastIndex = at;
  if (!expression.test(text)) return null;
  const end = expression.lastIndex;
  tokens.push(token(text, at, end, kind));
  return end;
}

function sign(tokens: Token[], text: string, at: number): number {
  const end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  tokens.push(token(text, at, end, "mark"));
  return end;
}

function token(page: string, start: number, end: number, kind: TokenKind): Token {
  return new Token(start, end, spellingAt(page, start, end, kind));
}

/** English endings ("I'll") and French beginnings ("j'envoie") are tokens of their own. */
function pushWord(tokens: Token[], text: string, from: number, to: number): void {
  const at = apostropheIn(text, from, to);
  if (at > from) {
    if (beginnings.has(text.slice(from, at).toLowerCase()) && to - at > 2) {
      tokens.push(token(text, from, at + 1, "word"));
      pushWord(tokens, text, at + 1, to);
      return;
    }
    if (endings.has(text.slice(at + 1, to).toLowerCase())) {
      tokens.push(token(text, from, at, "word"), token(text, at, to, "word"));
      return;
    }
  }
  tokens.push(token(text, from, to, "word"));
}

/** The first plain apostrophe of a word, else the first that is not; -1 where it has none. */
function apostropheIn(text: string, from: number, to: number): number {
  let curly = -1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 39) return at;
    if (code === 0x2019 && curly < 0) curly = at;
  }
  return curly;
}
