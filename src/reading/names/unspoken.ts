/** A half-open range of clean words. */
interface Range {
  start: number;
  end: number;
}

/** Longer quotations are looked at only so far; it keeps unpaired marks cheap. */
const quotationMax = 400;

const closers: Record<string, string> = {
  '"': '"',
  "“": "”",
  "”": "”",
  "„": "“",
  "«": "»",
  "»": "«",
  "‚": "‘",
  "‘": "’",
  "'": "'",
};

const openers = /["“”„«»‚‘']/gu;

const slogan =
  /(?:^|[\s(])(?:slogan|tagline|tag line|motto|mantra|call to action|quote|zitat|lema|devise|citation)\s{0,2}[:=]/giu;

/**
 * Where a text does not speak for its writer: quotations, and what follows "slogan:", "motto:", "call to action:" to
 * the end of its line. A name inside is no person (SPEC.md). A quoted run of one or two words is a name or a term and
 * is left in. In order, never overlapping.
 */
export function unspokenRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(openers)) {
    const at = match.index;
    if (at < from || !opens(text, at)) continue;
    const end = closingOf(text, at + 1, closers[match[0]] ?? match[0]);
    if (end < 0) continue;
    if (wordCount(text, at + 1, end) > 2) ranges.push({ start: at, end: end + 1 });
    from = end + 1;
  }
  if (text.includes(":") || text.includes("=")) pushSlogans(ranges, text);
  return ranges.length < 2 ? ranges : merged(ranges);
}

function pushSlogans(ranges: Range[], text: string): void {
  for (const match of text.matchAll(slogan)) {
    const start = match.index + match[0].length;
    const line = text.indexOf("\n", start);
    ranges.push({ start, end: line < 0 ? text.length : line });
  }
}

/** An opening mark stands before a word and not after one. */
function opens(text: string, at: number): boolean {
  const before = at === 0 ? " " : (text[at - 1] ?? " ");
  const after = text[at + 1] ?? " ";
  return !/[\p{L}\p{N}.,!?]/u.test(before) && !/\s/u.test(after);
}

function closingOf(text: string, from: number, closer: string): number {
  let window = text.slice(from, from + quotationMax);
  const line = window.indexOf("\n");
  if (line >= 0) window = window.slice(0, line);
  // “German” and typed quotations close with another's mark as well.
  const other = closer === "“" ? "”" : closer === "”" ? '"' : closer;
  for (let at = next(window, 0, closer, other); at >= 0; at = next(window, at + 1, closer, other)) {
    // An apostrophe inside a word closes nothing.
    if (!/[\p{L}\p{N}]/u.test(text[from + at + 1] ?? " ")) return from + at;
  }
  return -1;
}

function next(window: string, from: number, closer: string, other: string): number {
  const at = window.indexOf(closer, from);
  if (other === closer) return at;
  const second = window.indexOf(other, from);
  return at < 0 || (second >= 0 && second < at) ? second : at;
}

function wordCount(text: string, from: number, to: number): number {
  let count = 0;
  let inWord = false;
  for (let at = from; at < to; at += 1) {
    const isBlank = text.charCodeAt(at) === 32;
    if (!isBlank && !inWord) count += 1;
    inWord = !isBlank;
  }
  return count;
}

function merged(ranges: Range[]): Range[] {
  ranges.sort((one, other) => one.start - other.start);
  const out: Range[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else out.push(range);
  }
  return out;
}
