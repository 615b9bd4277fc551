import { type Block, pageRange } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import { type DayContext, type DayFound, dateOrder, dayHeading, daysIn } from "#reading/days.ts";
import type { Known, PageToRead, Passage } from "#reading/read.ts";
import { surroundingsOf } from "#reading/surroundings.ts";

/** A passage as a language model is asked about it. */
export interface Asked {
  passage: Passage;
  block: Block;
  /** Where the passage's words begin in the block's clean words. */
  from: number;
  /** The day its words count from: a day heading above it changes it. */
  takenOn: Day;
  /** The days that its words name; no other day is believed (RD5). */
  days: DayFound[];
}

/**
 * A page's passages with their place in its blocks and the days they name, in order. A passage whose place cannot be told is
 * left out. Linear in the page.
 */
export function askedOf(page: PageToRead, passages: readonly Passage[], known: Known): Asked[] {
  const order = dateOrder(page.text);
  const context = (takenOn: Day): DayContext => ({ ...known, takenOn, order });
  const { around } = surroundingsOf(
    page,
    known,
    page.blocks.map(() => null),
    (words, takenOn) => dayHeading(words, context(takenOn)),
  );
  const asked: Asked[] = [];
  let at = 0;
  let from = 0;
  for (const passage of passages) {
    while (at < page.blocks.length && endOf(page.blocks[at]) <= passage.start) {
      at += 1;
      from = 0;
    }
    const first = page.blocks[at];
    if (first === undefined) break;
    const block = endOf(first) >= passage.end ? first : rowOf(page.blocks, at, passage.end);
    const found = block.text.indexOf(passage.text, from);
    if (found < 0 || passage.text === "") continue;
    const { end } = pageRange(block, found, found + passage.text.length);
    if (end !== passage.end) continue;
    from = found + passage.text.length;
    const takenOn = around[at]?.takenOn ?? page.takenOn ?? known.takenOn;
    const days = daysIn(passage.text, context(takenOn)).filter(isSure);
    asked.push({ passage, block, from: found, takenOn, days });
  }
  return asked;
}

/** A day that can be due: one day or range, not one of several, not before the note. */
function isSure({ on, isAmbiguous, sense }: DayFound): boolean {
  return on !== null && !isAmbiguous && sense !== "past";
}

/** The cells of a row whose step is one passage, as one block of their words, as the reader joins them: "Bo | slides". */
function rowOf(blocks: readonly Block[], from: number, end: number): Block {
  let row: Block | null = null;
  for (let at = from; at < blocks.length; at += 1) {
    const cell = blocks[at];
    if (cell === undefined || cell.text === "" || cell.row === null) continue;
    if ((cell.runs[0]?.start ?? end) >= end) break;
    row = row === null ? cell : beside(row, cell);
  }
  return row ?? blocks[from]!; // the caller's own place
}

function beside(row: Block, cell: Block): Block {
  const bar = { at: row.text.length, length: 3, start: endOf(row), end: cell.runs[0]?.start ?? endOf(row) };
  const shift = bar.at + bar.length;
  return {
    ...row,
    text: `${row.text} | ${cell.text}`,
    runs: [...row.runs, bar, ...cell.runs.map((run) => ({ ...run, at: run.at + shift }))],
    struck: [...row.struck, ...cell.struck.map(({ start, end }) => ({ start: start + shift, end: end + shift }))],
    column: null,
  };
}

/** Where a block ends in the page; one without words ends before everything. */
function endOf(block: Block | undefined): number {
  return block?.runs.at(-1)?.end ?? -1;
}
