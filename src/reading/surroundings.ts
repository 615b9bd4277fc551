import type { Block } from "#domain/model/block.ts";
import type { StepKind } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { verbsOf } from "./acts.ts";
import { plainCapitals } from "./words.ts";
import type { Known, KnownSession, PageToRead } from "./read.ts";
import { type TableRow, rowsFrom } from "./rows.ts";
import { type SectionKind, kindOfSection, sectionOf } from "./sections.ts";
import { once } from "./sentence.ts";

/** What stands around a block: it decides how its words are read. */
export interface Surroundings {
  /** What the nearest heading, label or parent item announces. */
  section: SectionKind | null;
  /** The kind of step the nearest heading lists ("Calls"). */
  listed: StepKind | null;
  /** The nearest heading's words, whatever they are. */
  heading: string | null;
  /** True under a heading that announces a talk or nothing known: notes of what somebody else said. */
  isTalk: boolean;
  /** Counts the groups of a page: a heading or a blank line begins a new one. */
  group: number;
  /** It heads what follows and is no thought of its own. */
  isLabel: boolean;
  session: KnownSession | null;
  /** The day its words count from (an explicit day heading changes it). */
  takenOn: Day;
  /** For a table's cell: its row. */
  row: TableRow | null;
}

export interface Page {
  around: Surroundings[];
  genre: Genre;
}

/** How a page is written, measured once over its blocks. */
export interface Genre {
  /** Minutes of a meeting: attendees, agenda, lines that begin with who spoke. */
  isMinutes: boolean;
  /** Share of blocks that open with an arrow. */
  arrows: number;
}

/**
 * Reads what headings, labels, list parents and tables say about each block of a page. Linear in the blocks.
 * `dayHeading` gives the day an explicit day heading names, or null.
 */
export function surroundingsOf(
  page: PageToRead,
  known: Known,
  sessions: readonly (KnownSession | null)[],
  dayHeading: (words: string, takenOn: Day, isHeading: boolean) => Day | null,
): Page {
  const genre = genreOf(page);
  const around: Surroundings[] = [];
  const noteDay = page.takenOn ?? known.takenOn;
  let day = noteDay;
  let headings: Heading[] = [];
  let parents: { level: number; section: SectionKind | null }[] = [];
  let rows: TableRow[] = [];
  let inRow = 0;
  let sections: RowSections | null = null;
  let gap = 2;
  let group = 0;
  for (const [at, block] of page.blocks.entries()) {
    const next = page.blocks[at + 1];
    const gapAfter = next === undefined ? 2 : lineEnds(page, block, next);
    if (block.takenOn !== null) day = block.takenOn as Day;
    const heading = headingOf(page, block, next, gap, gapAfter);
    const isDayLine =
      heading !== null || (block.kind === "line" && block.text.length <= 40 && !beginsWithVerb(block.text));
    const headedDay = isDayLine ? dayHeading(block.text, noteDay, heading !== null) : null;
    if (headedDay !== null) day = headedDay;
    if (heading !== null || gap > 1) group += 1;
    if (heading !== null) {
      headings = headings.filter((one) => one.level < heading.level);
      headings.push(heading);
      parents = [];
    } else {
      const last = headings.at(-1);
      if (last !== undefined && isOver(last, block, gap)) headings.pop();
      else if (last !== undefined) last.isUsed = true;
    }
    let own: SectionKind | null = null;
    if (block.kind === "item" && heading === null) {
      own = labelSection(block);
      parents = parents.filter((parent) => parent.level < block.level);
      parents.push({ level: block.level, section: own });
    } else if (heading === null) parents = [];
    if (block.kind === "cell" && (page.blocks[at - 1]?.kind !== "cell" || inRow >= rows.length)) {
      rows = rowsFrom(page.blocks, at);
      inRow = 0;
    }
    const row = block.kind === "cell" ? (rows[inRow] ?? null) : null;
    if (row !== null) {
      inRow += 1;
      if (sections?.row !== row) sections = sectionsOf(row);
    }
    const inner = parents.findLast((parent) => parent.section !== null && parent.level < block.level)?.section ?? null;
    const last = headings.at(-1);
    const section = inner ?? inherited(headings);
    const session = sessions[at] ?? null;
    around.push({
      section: section ?? (row === null || sections === null ? null : rowSection(block, sections)),
      listed: (last?.section === null ? headings.at(-2) : last)?.listed() ?? null,
      heading: last?.words ?? null,
      isTalk: section === null && session !== null,
      isLabel:
        (heading !== null && !isCard(block, headings)) ||
        (own !== null && block.text.trim().endsWith(":")) ||
        (own !== null && next?.kind === "item" && next.level > block.level),
      session,
      group,
      takenOn: day,
      row,
    });
    gap = gapAfter;
  }
  return { around, genre };
}

/** "call Thurs pm" is no day heading. */
function beginsWithVerb(text: string): boolean {
  const word = /^[\p{L}-]+/u.exec(text)?.[0]?.toLowerCase() ?? "";
  return verbsOf(word).length > 0;
}

/** A heading right under "To do" that has no meaning of its own is a card on a board: a thought like any other. */
function isCard(block: Block, headings: readonly Heading[]): boolean {
  const own = headings.at(-1);
  const parent = headings.at(-2);
  if (block.kind !== "heading" || own === undefined || parent === undefined || own.section !== null) return false;
  return parent.section === "steps" || parent.section === "theirs" || parent.section === "look";
}

/** The first cells of a row that announce something: the first, and one more for the first cell itself. */
interface RowSections {
  row: TableRow;
  found: { cell: Block; section: SectionKind }[];
}

function sectionsOf(row: TableRow): RowSections {
  const found: RowSections["found"] = [];
  for (const cell of row.cells) {
    if (found.length === 2) break;
    const section = cell.text.length > 40 ? null : sectionOf(cell.text);
    if (section !== null) found.push({ cell, section });
  }
  return { row, found };
}

/** An exported board's row says in another cell which column its sticky hung in ("Do", "Tired of"). */
function rowSection(block: Block, { found }: RowSections): SectionKind | null {
  return found.find(({ cell }) => cell !== block)?.section ?? null;
}

/** Under "To do", "Contoso" is still to do; but what a topic under "Agenda" or "Present" holds is no agenda. */
function inherited(headings: readonly Heading[]): SectionKind | null {
  const known = headings.findLast((one) => one.section !== null);
  if (known === undefined || known.section === null) return null;
  return known === headings.at(-1) || reaching.has(known.section) ? known.section : null;
}

const reaching = new Set<SectionKind>([
  "steps",
  "agreed",
  "look",
  "theirs",
  "ideas",
  "parked",
  "done",
  "broken",
  "working",
]);

interface Heading {
  level: number;
  section: SectionKind | null;
  words: string;
  /** The kind of step it lists, asked for by all that stands under it. */
  listed: () => StepKind | null;
  /** A line in plain text that stands as one; its reach ends at a blank line where it is not in capitals. */
  isLine: boolean;
  isCapitals: boolean;
  overItems: boolean;
  isUsed: boolean;
}

/** Plain lines that head what follows sit below all real headings. */
const lineLevel = 7;

/** A heading, or a line that stands as one: it ends in a colon, is in capitals, or is a known phrase over a list. */
function headingOf(
  page: PageToRead,
  block: Block,
  next: Block | undefined,
  gap: number,
  gapAfter: number,
): Heading | null {
  const words = block.text.trim();
  if (block.kind === "heading") {
    return {
      level: block.level,
      section: sectionOf(words),
      words,
      listed: once(() => kindOfSection(words)),
      isLine: false,
      isCapitals: true,
      overItems: false,
      isUsed: false,
    };
  }
  const isNumbered = block.kind === "item" && isNumberedOver(page, block, next);
  if ((block.kind !== "line" && !isNumbered) || words.length > 60 || next === undefined) return null;
  const plain = words.endsWith(":") ? words.slice(0, -1) : words;
  const section = sectionOf(plain);
  const isCapitals =
    /\p{Lu}{3}/u.test(words) &&
    words.replaceAll(/\([^()]*\)/gu, "") === words.replaceAll(/\([^()]*\)/gu, "").toUpperCase() &&
    !/[.!?]$/u.test(words);
  const overItems = next.kind === "item";
  const isShort = words.length <= 40 && !/[.!?,;]$/u.test(words);
  if (section === null && beginsWithVerb(words) && !isCapitals && !words.endsWith(":")) return null;
  const isHeading =
    section !== null ||
    isNumbered ||
    (isCapitals && gap > 1) ||
    (words.endsWith(":") && gapAfter <= 1) ||
    (overItems && gap > 1 && gapAfter <= 1 && isShort);
  if (!isHeading) return null;
  const listed = once(() => kindOfSection(words));
  return { level: lineLevel, section, words, listed, isLine: true, isCapitals, overItems, isUsed: false };
}

/** "5. Who does what" over bullets or lines: a numbered heading, not an item of a list. */
function isNumberedOver(page: PageToRead, block: Block, next: Block | undefined): boolean {
  if (!hasNumber(page, block) || next === undefined || hasNumber(page, next)) return false;
  return (next.kind === "item" && next.level <= block.level) || next.kind === "line";
}

function hasNumber(page: PageToRead, block: Block): boolean {
  const start = block.runs[0]?.start ?? 0;
  return block.kind === "item" && /\d[.)]\s*$/u.test(page.text.slice(Math.max(0, start - 6), start));
}

/** Whether a line heading's reach is over at this block. */
function isOver(heading: Heading, block: Block, gap: number): boolean {
  if (!heading.isLine || !heading.isUsed || heading.isCapitals) return false;
  return gap > 1 && !(heading.overItems && block.kind === "item");
}

/** The section that a whole line announces: "Next steps:" or a bare phrase that is known. */
function labelSection(block: Block): SectionKind | null {
  const words = block.text.trim();
  if (words.length > 60) return null;
  const isLabel = words.endsWith(":") || block.kind === "line" || block.kind === "item";
  return isLabel ? sectionOf(words.endsWith(":") ? words.slice(0, -1) : words) : null;
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

const minutes =
  /^\W{0,4}(?:attendees?|present|participants?|attending|apologies|regrets|agenda|minutes|teilnehmer|anwesend|tagesordnung|présents?|ordre du jour|asistentes|orden del día)\b/iu;
const spokenStart =
  /^\\?[[(]?(@?\p{L}[\p{L}/&.]{1,20}(?: \p{Lu}[\p{L}.]{0,20}){0,2})\\?[\])]?:\s|^\\?\[([\p{L}/&. ]{2,24})\\?\]\s|^\[?\d{1,2}[:.]\d{2}\]?[ -]{0,3}<?([\p{L}\d_-]{2,24})[>:]/u;

/** A line that begins with who spoke, as minutes and chat logs have it; "NOTES:" and "Next steps:" are labels. */
function speaks(text: string): boolean {
  const start = text.slice(0, 80);
  // A cheap look: the name ends in one of these.
  if (!start.includes(":") && !start.includes("]") && !start.includes(">")) return false;
  const match = spokenStart.exec(start);
  const words = match?.[1] ?? match?.[2] ?? match?.[3];
  if (words === undefined || sectionOf(words) !== null) return false;
  if (match?.[3] !== undefined) return true;
  return (
    !(words.length > 3 && words === words.toUpperCase()) &&
    /\p{Lu}/u.test(words) &&
    !plainCapitals.has(words.toLowerCase())
  );
}

function genreOf(page: PageToRead): Genre {
  let arrows = 0;
  let spoken = 0;
  let lines = 0;
  let isMinutes = false;
  for (const block of page.blocks) {
    if (block.kind === "code") continue;
    if (!isMinutes && block.text.length < 60 && minutes.test(block.text)) {
      const section = sectionOf(block.text.replace(/:\s*$/u, ""));
      isMinutes = section === "people" || section === "agenda";
    }
    if (block.kind === "heading") continue;
    lines += 1;
    if (/^(?:->|=>|→|➔|-->)/u.test(block.text)) arrows += 1;
    if (speaks(block.text)) spoken += 1;
  }
  return {
    isMinutes: isMinutes || (lines > 5 && spoken / lines > 0.25),
    arrows: lines < 5 ? 0 : arrows / lines,
  };
}
