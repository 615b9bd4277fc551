import type { Span } from "./inline-link.ts";
import { skipBlanks, trimEnd } from "./marks.ts";

/**
 * True for the row that divides a pipe table's headings from its rows: `|---|:--:|`. `[from, to)` is without blanks at
 * its ends.
 */
export function isTableRule(text: string, from: number, to: number): boolean {
  let dashes = 0;
  let pipes = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text.charAt(at);
    if (sign === "-") dashes += 1;
    else if (sign === "|") pipes += 1;
    else if (sign !== ":" && sign !== " " && sign !== "\t") return false;
  }
  return dashes > 0 && pipes > 0;
}

/** True for a row that stands between pipes; then a table needs no row of headings. */
export function isFencedRow(text: string, from: number, to: number): boolean {
  return to - from > 2 && text.charAt(from) === "|" && text.charAt(to - 1) === "|";
}

/** True where `[from, to)` holds a pipe that divides cells. */
export function hasPipe(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (text.charCodeAt(at) === 0x7c && text.charCodeAt(at - 1) !== 0x5c) return true;
  }
  return false;
}

/** The cells of one row of a pipe table, without blanks at their ends; an empty cell has `from === to`. */
export function cellsOf(text: string, from: number, to: number): Span[] {
  const cells: Span[] = [];
  let start = text.charAt(from) === "|" ? from + 1 : from;
  for (let at = start; at <= to; at += 1) {
    if (at < to && (text.charCodeAt(at) !== 0x7c || text.charCodeAt(at - 1) === 0x5c)) continue;
    if (at === to && start === to) break;
    const first = skipBlanks(text, start, at);
    cells.push({ from: first, to: trimEnd(text, first, at) });
    start = at + 1;
  }
  return cells;
}
