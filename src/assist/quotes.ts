import { pageRange } from "#domain/model/block.ts";
import type { PageToRead } from "#reading/read.ts";
import type { Asked } from "./numbered.ts";

/** Words of a page: `quote === page.text.slice(start, end)` (RD1). */
export interface PageRange {
  start: number;
  end: number;
  quote: string;
}

/** Fewer letters and figures than this say nothing, unless they are all that the passage says. */
const lettersMin = 3;

/**
 * Where a quote stands in the page, or null where it does not (RD1): exactly as given in the passage's clean words, which are
 * what a model is shown. The range and its quote are the page's as received, markup between the words included. Blanks at
 * the quote's ends do not count.
 */
export function rangeOf(quote: string, asked: Asked, page: PageToRead): PageRange | null {
  const words = quote.trim();
  const { passage } = asked;
  if (!words.isWellFormed() || words.length > passage.text.length) return null;
  if (lettersIn(words) < Math.max(1, Math.min(lettersMin, lettersIn(passage.text)))) return null;
  const at = passage.text.indexOf(words);
  return at < 0 ? null : cleanRange(at, at + words.length, asked, page);
}

/** The narrower range of a name within a quote: the whole name, else its first word that the quote says; null where neither stands there. */
export function wordRange(name: string, within: PageRange, asked: Asked, page: PageToRead): PageRange | null {
  for (const words of [name, ...name.split(/\s+/u)]) {
    if (lettersIn(words) === 0) continue;
    for (let at = asked.passage.text.indexOf(words); at >= 0; at = asked.passage.text.indexOf(words, at + 1)) {
      const range = isWhole(asked.passage.text, at, at + words.length)
        ? cleanRange(at, at + words.length, asked, page)
        : null;
      if (range !== null && range.start >= within.start && range.end <= within.end) return range;
    }
  }
  return null;
}

function cleanRange(from: number, to: number, asked: Asked, page: PageToRead): PageRange | null {
  const range = pageRange(asked.block, asked.from + from, asked.from + to);
  // An entity that stands for two characters can begin before the passage.
  const start = Math.max(range.start, asked.passage.start);
  const end = Math.min(range.end, asked.passage.end);
  return start < end ? { start, end, quote: page.text.slice(start, end) } : null;
}

function isWhole(text: string, from: number, to: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(from - 1, from)) && !/[\p{L}\p{N}]/u.test(text.slice(to, to + 1));
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
