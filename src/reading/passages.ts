import { type Block, pageRange } from "#domain/model/block.ts";
import { isFullStop } from "./full-stop.ts";

/** A passage's place in its block's clean words and in the page. */
export interface Span {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Longer thoughts are cut at a blank: a note's text ends at 20,000 characters and a screen shows far less. */
const passageMax = 2_000;

/**
 * The passages of a block: sentences where it holds several, else the whole line, item or cell. In order, never
 * overlapping; every character of the clean words is in exactly one or is blank (NT2). Headings and code stay
 * whole. Abbreviations, initials, addresses, decimals and ordinals ("3. Februar") do not end a sentence.
 */
export function passagesOf(block: Block): Span[] {
  const { text } = block;
  if (text.trim() === "" || block.runs.length === 0) return [];
  const cuts = block.kind === "heading" || block.kind === "code" ? [] : sentenceEnds(text);
  return spansBetween(block, cuts);
}

/** Cuts a span again, at clean offsets inside it: where one sentence holds several steps. */
export function cutSpan(block: Block, span: Span, at: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = span.from;
  for (const cut of [...at, span.to]) {
    if (cut > from) pushTrimmed(spans, block, from, cut);
    from = Math.max(from, cut);
  }
  return spans;
}

function spansBetween(block: Block, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, block.text.length]) {
    while (cut - from > passageMax) {
      const at = lastBlank(block.text, from + passageMax / 2, from + passageMax);
      pushTrimmed(spans, block, from, at);
      from = at;
    }
    pushTrimmed(spans, block, from, cut);
    from = cut;
  }
  return spans;
}

function lastBlank(text: string, least: number, most: number): number {
  const at = text.lastIndexOf(" ", most);
  if (at > least) return at;
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code <= 0xdbff ? most - 1 : most;
}

function pushTrimmed(spans: Span[], block: Block, from: number, to: number): void {
  const words = block.text.slice(from, to);
  const left = words.length - words.trimStart().length;
  const length = words.trim().length;
  if (length === 0) return;
  const range = { from: from + left, to: from + left + length };
  const { start, end } = pageRange(block, range.from, range.to);
  const before = spans.at(-1);
  // An entity that stands for two characters could be cut; it stays with the first passage.
  spans.push({ ...range, start: before !== undefined && before.end > start ? before.end : start, end });
}

/** Offsets after which a new sentence starts. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  if (!/[.!?…;|•·。！？/]/u.test(text)) return ends;
  const signs = /[.!?…;|•·](?=\s)|\s\/\/(?=\s)|[。！？]/gu;
  for (const match of text.matchAll(signs)) {
    const at = match.index;
    const sign = match[0];
    const after = at + sign.length;
    if (sign === "." && !isFullStop(text, at)) continue;
    // "!! chase legal": signs at the start end nothing.
    if (at < 8 && !/[\p{L}\p{N}]/u.test(text.slice(0, at))) continue;
    if ((sign === "|" || sign === "•" || sign === "·") && at === 0) continue;
    ends.push(after);
  }
  for (const match of text.matchAll(/[.!?][)"”»'’](?=\s+\p{Lu})/gu)) {
    if (match[0].endsWith(")") && isInsideSentence(text, match.index)) continue;
    ends.push(match.index + 2);
  }
  return ends.sort((one, other) => one - other);
}

/** True for "(…!) Then": a bracket that opened within this sentence and stands in its middle reads on. */
function isInsideSentence(text: string, at: number): boolean {
  const next = text
    .slice(at + 2, at + 4)
    .trim()
    .charAt(0);
  return next === next.toLowerCase();
}
