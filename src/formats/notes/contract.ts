import type { Block } from "#domain/model/block.ts";
import { isBlank } from "./words.ts";

/**
 * Where blocks break the promises made to their readers, in words; an empty list is as it should be. The promises: clean
 * words without line ends or blanks at their ends; runs cover the words exactly, in order, without overlap; a run as long as
 * its place holds the page's own characters (or is a blank); blocks stand in the order of the page and never overlap.
 */
export function breaches(page: string, blocks: readonly Block[]): string[] {
  const found: string[] = [];
  let end = 0;
  for (const [i, block] of blocks.entries()) {
    const say = (what: string): void => void found.push(`block ${i} (${block.kind}): ${what}`);
    wordsOf(block, say);
    let at = 0;
    for (const run of block.runs) {
      if (run.at !== at) say(`a run begins at ${run.at} of the words, not at ${at}`);
      if (run.length < 1 || run.end <= run.start || run.end > page.length) say("a run is empty or outside the page");
      if (run.start < end) say(`a run begins at ${run.start}, before ${end}`);
      if (run.length === run.end - run.start) sameWords(page, block, run, say);
      at += run.length;
      end = run.end;
    }
    if (at !== block.text.length) say("the runs do not cover the words");
  }
  return found;
}

type Say = (what: string) => void;

function wordsOf(block: Block, say: Say): void {
  if (block.text === "" || block.text !== block.text.trim()) say("the words are empty or have blanks at their ends");
  if (/[\n\r\t]| {2}/u.test(block.text)) say("the words hold a line end, a tab or two blanks");
  const [least, most] = block.kind === "heading" ? [1, 6] : [0, 200];
  if (!Number.isInteger(block.level) || block.level < least || block.level > most) say(`the level is ${block.level}`);
  let at = 0;
  for (const { start, end } of block.struck) {
    if (start < at || end <= start || end > block.text.length)
      say("a struck range is out of order or outside the words");
    at = end;
  }
}

function sameWords(page: string, block: Block, run: Block["runs"][number], say: Say): void {
  const clean = block.text.slice(run.at, run.at + run.length);
  const raw = page.slice(run.start, run.end);
  if (clean === raw || (clean === " " && isBlank(raw.charCodeAt(0)))) return;
  say(`"${clean}" is said to stand where "${raw}" stands`);
}
