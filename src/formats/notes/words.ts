import type { Run } from "#domain/model/block.ts";

/** Clean words with their places in the page: the part of a block that does not depend on its kind. */
export interface CleanWords {
  text: string;
  runs: Run[];
  struck: { start: number; end: number }[];
}

/**
 * Gathers the clean words of one block from a page. Takes page ranges in order, gives `CleanWords`: stretches of
 * blanks become one space, what is invisible is left out, blanks at both ends too. A run is exact (its clean words
 * are the page's own characters) unless it is an entity or escape, or a folded blank; those are runs of their own.
 */
export class Words {
  /** While true, what is added is struck out. */
  isStruck = false;
  readonly #page: string;
  #text = "";
  #runs: Run[] = [];
  #struck: { start: number; end: number }[] = [];
  #blankStart = -1;
  #blankEnd = -1;
  #isExact = false;

  constructor(page: string) {
    this.#page = page;
  }

  get isEmpty(): boolean {
    return this.#text === "";
  }

  /** Adds the page's own characters `[from, to)`. */
  add(from: number, to: number): void {
    const page = this.#page;
    let at = from;
    while (at < to) {
      const code = page.charCodeAt(at);
      if (isBlank(code)) {
        const start = at;
        while (at < to && isBlank(page.charCodeAt(at))) at += 1;
        this.addBlank(start, at);
      } else if (isInvisible(code)) {
        at += 1;
      } else {
        const end = wordsEnd(page, at, to);
        this.#push(page.slice(at, end), at, end, true);
        at = end;
      }
    }
  }

  /** Adds clean words that stand for the page's `[from, to)`: an entity or an escape. */
  addAs(clean: string, from: number, to: number): void {
    let kept = "";
    for (let i = 0; i < clean.length; i += 1) {
      const code = clean.charCodeAt(i);
      if (isBlank(code)) return this.addBlank(from, to);
      if (!isInvisible(code)) kept += clean.charAt(i);
    }
    if (kept !== "") this.#push(kept, from, to, false);
  }

  /** Says that `[from, to)` is blank. Only the first of several stretches in a row becomes the space. */
  addBlank(from: number, to: number): void {
    if (this.#text === "") return;
    if (this.#blankStart < 0) {
      this.#blankStart = from;
      this.#blankEnd = to;
    } else if (this.#blankEnd === from) {
      this.#blankEnd = to;
    }
  }

  /** The words gathered so far, or null where there are none; gathering starts anew. */
  take(): CleanWords | null {
    const taken = this.#text === "" ? null : { text: compact(this.#text), runs: this.#runs, struck: this.#struck };
    this.#text = "";
    this.#runs = [];
    this.#struck = [];
    this.#blankStart = -1;
    this.isStruck = false;
    return taken;
  }

  #push(clean: string, start: number, end: number, isExact: boolean): void {
    if (this.#blankStart >= 0) {
      const isWithin = this.#isWithinStruck();
      const [from, to] = [this.#blankStart, this.#blankEnd];
      this.#blankStart = -1;
      this.#append(" ", from, to, to - from === 1 && this.#page.charCodeAt(from) === 0x20);
      if (isWithin) this.#strike(this.#text.length - 1);
    }
    const at = this.#text.length;
    this.#append(clean, start, end, isExact);
    if (this.isStruck) this.#strike(at);
  }

  /** True where the last of the words is struck and the next will be: then the blank between is too. */
  #isWithinStruck(): boolean {
    return this.isStruck && this.#struck.at(-1)?.end === this.#text.length;
  }

  #append(clean: string, start: number, end: number, isExact: boolean): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && isExact && this.#isExact && last.end === start) {
      last.length += clean.length;
      last.end = end;
    } else if (last !== undefined && !isExact && last.start === start && last.end === end) {
      // An entity of two code points comes in two parts.
      last.length += clean.length;
    } else {
      this.#runs.push({ at: this.#text.length, length: clean.length, start, end });
    }
    this.#isExact = isExact;
    this.#text += clean;
  }

  #strike(from: number): void {
    const last = this.#struck.at(-1);
    if (last !== undefined && last.end === from) last.end = this.#text.length;
    else this.#struck.push({ start: from, end: this.#text.length });
  }
}

/**
 * The same words in one byte for each character where Latin-1 holds them all. One arrow or curly quotation mark anywhere
 * in a page makes V8 keep the whole page, and whatever is cut out of it, in two; words in one are found, compared and
 * matched faster, and most patterns are then compiled for one kind of text only (measured: a sixth of reading 1 MB).
 */
function compact(words: string): string {
  const { length } = words;
  if (length > compactMax) return words;
  const codes: number[] = [];
  for (let at = 0; at < length; at += 1) {
    const code = words.charCodeAt(at);
    if (code > 0xff) return words;
    codes.push(code);
  }
  return String.fromCharCode(...codes);
}

/** Longer words are left as they are: they would be as many arguments of one call. */
const compactMax = 4_000;

/** The end of a stretch of words that single spaces divide. */
function wordsEnd(page: string, from: number, to: number): number {
  let end = from + 1;
  while (end < to) {
    const code = page.charCodeAt(end);
    if (code > 0x20 && code < 0x7f) {
      end += 1;
    } else if (code === 0x20) {
      if (end + 1 >= to) break;
      const next = page.charCodeAt(end + 1);
      if (isBlank(next) || isInvisible(next)) break;
      end += 2;
    } else if (isBlank(code) || isInvisible(code)) {
      break;
    } else {
      end += 1;
    }
  }
  return end;
}

/** The same words without their first `count` characters, and without the blank that then leads. */
export function withoutFront(words: CleanWords, count: number): CleanWords | null {
  let cut = count;
  if (words.text.charAt(cut) === " ") cut += 1;
  if (cut === 0) return words;
  if (cut >= words.text.length) return null;
  const runs: Run[] = [];
  for (const run of words.runs) {
    const gone = cut - run.at;
    if (gone >= run.length) continue;
    if (gone <= 0) runs.push({ ...run, at: run.at - cut });
    else {
      const isExact = run.length === run.end - run.start;
      const start = isExact ? run.start + gone : run.start;
      runs.push({ at: 0, length: run.length - gone, start, end: run.end });
    }
  }
  const struck = words.struck
    .filter((range) => range.end > cut)
    .map((range) => ({ start: Math.max(0, range.start - cut), end: range.end - cut }));
  return { text: words.text.slice(cut), runs, struck };
}

/** Blank in the page: Unicode's white space, control characters, the byte order mark. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  if (code <= 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Neither seen nor a gap: soft hyphen, zero-width space, word joiner, marks of writing direction. */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    code === 0x2060 ||
    (code >= 0x202a && code <= 0x202e)
  );
}
