/**
 * A block is one line or paragraph of a page as a person sees it: clean words, their place in the page, and the
 * structure around them. `formats/notes` makes blocks from any markup; `reading` reads them. Offsets are UTF-16
 * code units into the page's text as received.
 */
export interface Block {
  kind: "heading" | "item" | "line" | "cell" | "quote" | "code";
  /** Heading level 1 to 6, or list depth from 0. */
  level: number;
  /** The clean words: no markup, entities decoded, no line ends. */
  text: string;
  /** Where the clean words stand in the page; see `Run`. In order, never empty when `text` is not. */
  runs: Run[];
  /** A task box: ticked, open, or none. */
  box: "open" | "ticked" | null;
  /** Clean-text ranges that are struck out. */
  struck: { start: number; end: number }[];
  /** For a cell: its column's heading and its row's number from 0 (the row of headings is not given as cells). */
  column: string | null;
  row: number | null;
  /** The day this part was written where the file itself says so, `YYYY-MM-DD`. */
  takenOn: string | null;
}

/**
 * A stretch of clean words that stands in the page as `end - start` characters from `start`. Usually the lengths
 * are equal; an entity (`&amp;`) is a run of its own whose clean length is shorter.
 */
export interface Run {
  /** Offset of the run's first character in the clean words. */
  at: number;
  /** Clean length. */
  length: number;
  start: number;
  end: number;
}

/** The page range that holds the clean range `[from, to)` of a block. Whole entities are taken where cut. */
export function pageRange(block: Block, from: number, to: number): { start: number; end: number } {
  const first = runAt(block.runs, from);
  const last = runAt(block.runs, Math.max(from, to - 1));
  const start = first.length === first.end - first.start ? first.start + (from - first.at) : first.start;
  const end = last.length === last.end - last.start ? last.start + (to - last.at) : last.end;
  return { start, end };
}

function runAt(runs: readonly Run[], at: number): Run {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low]!;
}
