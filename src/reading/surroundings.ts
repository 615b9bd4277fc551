import type { Block } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import type { Known, KnownSession, PageToRead } from "./read.ts";
import { type SectionKind, sectionOf } from "./sections.ts";

/** What stands around a block: it decides how its words are read. */
export interface Surroundings {
  /** What the nearest heading, label or parent item announces. */
  section: SectionKind | null;
  /** The nearest heading's words, whatever they are. */
  heading: string | null;
  /** True under a heading that announces a talk or nothing known: notes of what somebody else said. */
  isTalk: boolean;
  session: KnownSession | null;
  /** The day its words count from (an explicit day heading changes it). */
  takenOn: Day;
  /** For a table's cell: the cells of its row, by the heading of their column. */
  row: readonly Block[] | null;
  /** True where the whole page writes arrows or boxes before most lines, so that they say nothing. */
  arrowsAreBullets: boolean;
}

export interface Page {
  around: Surroundings[];
  genre: Genre;
}

/** How a page is written, measured once over its blocks. */
export interface Genre {
  /** Minutes of a meeting: attendees, agenda, lines that begin with who spoke. */
  isMinutes: boolean;
  /** Mostly bullets of a talk. */
  isTalk: boolean;
  /** Share of blocks that open with an arrow. */
  arrows: number;
  /** A wall of stickies: headings of broken, working, ideas. */
  isWall: boolean;
}

/**
 * Reads what headings, labels, list parents and tables say about each block of a page. Linear in the blocks.
 * `dayHeading` gives the day an explicit day heading names, or null.
 */
export function surroundingsOf(
  page: PageToRead,
  known: Known,
  sessions: readonly (KnownSession | null)[],
  dayHeading: (words: string, takenOn: Day) => Day | null,
): Page {
  const genre = genreOf(page);
  const around: Surroundings[] = [];
  const noteDay = page.takenOn ?? known.takenOn;
  let day = noteDay;
  let headings: { level: number; section: SectionKind | null; words: string }[] = [];
  let label: { section: SectionKind; isOverItems: boolean; sawAny: boolean } | null = null;
  let parents: { level: number; section: SectionKind | null }[] = [];
  let rows = new Map<number, Block[]>();
  for (const [at, block] of page.blocks.entries()) {
    if (block.takenOn !== null) day = block.takenOn as Day;
    const gap = at === 0 ? 0 : lineEnds(page, page.blocks[at - 1], block);
    const isDayLine = block.kind === "heading" || (block.kind === "line" && block.text.length <= 60);
    const headedDay = isDayLine ? dayHeading(block.text, noteDay) : null;
    if (headedDay !== null) day = headedDay;
    if (block.kind === "heading") {
      headings = headings.filter((heading) => heading.level < block.level);
      headings.push({ level: block.level, section: sectionOf(block.text), words: block.text });
      label = null;
      parents = [];
    } else if (block.kind !== "cell") {
      if (label !== null && endsLabel(label, block, gap)) label = null;
      const own = labelSection(block);
      if (block.kind === "item") {
        parents = parents.filter((parent) => parent.level < block.level);
        parents.push({ level: block.level, section: own });
      } else {
        parents = [];
        if (own !== null) label = { section: own, isOverItems: page.blocks[at + 1]?.kind === "item", sawAny: false };
        else if (label !== null) label.sawAny = true;
      }
    }
    if (block.kind === "cell") {
      if (page.blocks[at - 1]?.kind !== "cell") rows = rowsFrom(page.blocks, at);
    }
    const inner = parents.findLast((parent) => parent.section !== null && parent.level < block.level)?.section ?? null;
    const fromHeading = headings.findLast((heading) => heading.section !== null)?.section ?? null;
    const last = headings.at(-1);
    // A heading without a known meaning under "To do" ("Contoso") still belongs to it; the reverse is a new part.
    const section =
      inner ?? (label !== null && (label.sawAny || label.isOverItems) ? label.section : null) ?? fromHeading;
    const session = sessions[at] ?? null;
    around.push({
      section,
      heading: last?.words ?? null,
      isTalk: section === null && (session !== null || (last !== undefined && last.section === null)),
      session,
      takenOn: day,
      row: block.kind === "cell" && block.row !== null ? (rows.get(block.row) ?? null) : null,
      arrowsAreBullets: genre.arrows > 0.6,
    });
  }
  return { around, genre };
}

/** The section that a whole line announces: "Next steps:" or a bare phrase that is known. */
function labelSection(block: Block): SectionKind | null {
  const words = block.text.trim();
  if (words.length > 60) return null;
  const isLabel = words.endsWith(":") || block.kind === "line" || block.kind === "item";
  return isLabel ? sectionOf(words.endsWith(":") ? words.slice(0, -1) : words) : null;
}

function endsLabel(label: { isOverItems: boolean; sawAny: boolean }, block: Block, gap: number): boolean {
  if (label.isOverItems) return block.kind !== "item" && label.sawAny && gap > 1;
  return gap > 1 && label.sawAny;
}

/** How many line ends stand between two blocks. Only the gap is looked at, so a page costs its length once. */
function lineEnds(page: PageToRead, before: Block | undefined, block: Block): number {
  const from = before?.runs.at(-1)?.end;
  const to = block.runs[0]?.start;
  if (from === undefined || to === undefined || to <= from) return 1;
  let count = 0;
  for (let at = from; at < to && count < 3; at += 1) if (page.text.charCodeAt(at) === 10) count += 1;
  return count;
}

function rowsFrom(blocks: readonly Block[], from: number): Map<number, Block[]> {
  const rows = new Map<number, Block[]>();
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind !== "cell" || block.row === null) break;
    const row = rows.get(block.row);
    if (row === undefined) rows.set(block.row, [block]);
    else row.push(block);
  }
  return rows;
}

function genreOf(page: PageToRead): Genre {
  let arrows = 0;
  let spoken = 0;
  let lines = 0;
  let isMinutes = false;
  let wall = 0;
  for (const block of page.blocks) {
    if (block.kind === "code") continue;
    if (block.kind === "heading" || block.text.length < 60) {
      const section = sectionOf(block.text.replace(/:\s*$/u, ""));
      if (section === "people" || section === "agenda") isMinutes = true;
      if (section === "broken" || section === "working") wall += 1;
    }
    if (block.kind === "heading") continue;
    lines += 1;
    if (/^(?:->|=>|→|➔|-->)/u.test(block.text)) arrows += 1;
    if (/^\\?[[(]?[\p{Lu}@][\p{L}/&. ]{1,24}\\?[\])]?:\s|^\[[\p{L}/&. ]{2,24}\\?\]\s/u.test(block.text)) spoken += 1;
  }
  return {
    isMinutes: isMinutes || (lines > 5 && spoken / lines > 0.25),
    isTalk: false,
    arrows: lines < 5 ? 0 : arrows / lines,
    isWall: wall >= 2,
  };
}
