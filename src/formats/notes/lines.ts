import { skipBlanks, trimEnd } from "./marks.ts";

/** One line of a text as it stands. */
export interface RawLine {
  /** Where the line begins. */
  start: number;
  /** Where its words begin and end; equal for a blank line. */
  from: number;
  to: number;
  /** Before its line end. */
  end: number;
}

/** The lines of a text, by number. They are made when asked for: a page of many lines costs two numbers each. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /**
   * Line ends: LF, CR LF, CR alone (old Macs, also mixed), line and paragraph separator (Google Docs, Apple Notes),
   * vertical tab (Word's soft break), form feed.
   */
  constructor(text: string) {
    this.#text = text;
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if ((code > 0x0d && code !== 0x2028 && code !== 0x2029) || code < 0x0a) continue;
      this.#starts.push(start);
      this.#ends.push(at);
      if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
      start = at + 1;
    }
    if (start >= text.length) return;
    this.#starts.push(start);
    this.#ends.push(text.length);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Line `i`, from 0; past the last line an empty one at the end of the text. */
  at(i: number): RawLine {
    const text = this.#text;
    const start = this.#starts[i] ?? text.length;
    const end = this.#ends[i] ?? text.length;
    const from = skipBlanks(text, start, end);
    return { start, from, to: trimEnd(text, from, end), end };
  }
}

/** Columns that `[start, from)` takes: a tab reaches the next multiple of four. */
export function columns(text: string, start: number, from: number): number {
  let column = 0;
  for (let at = start; at < from; at += 1) column += text.charCodeAt(at) === 0x09 ? 4 - (column % 4) : 1;
  return column;
}

/** A line that opens or closes fenced code: its sign, its length, and whether words follow; else null. */
export function fenceOf(text: string, line: RawLine): { sign: string; length: number; isBare: boolean } | null {
  const sign = text.charAt(line.from);
  if ((sign !== "`" && sign !== "~") || line.to - line.from < 3) return null;
  let at = line.from;
  while (at < line.to && text.charAt(at) === sign) at += 1;
  const length = at - line.from;
  if (length < 3) return null;
  // Ticks again on the line: code within a line, no fence.
  if (sign === "`" && text.slice(at, line.to).includes("`")) return null;
  return { sign, length, isBare: at === line.to };
}

/**
 * The text with each HTML comment outside fenced code blanked out, its line ends too, so that all offsets stay. A comment
 * that is never closed is words.
 */
export function withoutComments(text: string): string {
  if (!text.includes("<!--")) return text;
  const parts: string[] = [];
  let copied = 0;
  let fence: { sign: string; length: number } | null = null;
  let next = text.indexOf("<!--");
  const lines = new Lines(text);
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.at(i);
    if (line.end <= copied) continue;
    const mark = fenceOf(text, line);
    if (fence !== null) {
      if (mark !== null && mark.isBare && mark.sign === fence.sign && mark.length >= fence.length) fence = null;
      continue;
    }
    if (mark !== null && line.start >= copied) {
      fence = mark;
      continue;
    }
    // Looked for again only once it is behind: each place of the text is searched once.
    if (next < line.start) next = text.indexOf("<!--", line.start);
    while (next >= 0 && next < line.end) {
      const close = text.indexOf("-->", next + 4);
      if (close < 0) return parts.join("") + text.slice(copied);
      if (isInTicks(text, Math.max(copied, line.start), next)) {
        next = text.indexOf("<!--", next + 4);
        continue;
      }
      parts.push(text.slice(copied, next), " ".repeat(close + 3 - next));
      copied = close + 3;
      next = text.indexOf("<!--", copied);
    }
    if (next < 0) break;
  }
  return parts.join("") + text.slice(copied);
}

function isInTicks(text: string, from: number, to: number): boolean {
  let ticks = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x60) ticks += 1;
  return ticks % 2 === 1;
}
