import type { Block } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import { dayNamedIn, dayOfHeading, dayOfLine } from "./day.ts";

/** What says on which day a page was taken, besides its own first lines. */
export interface TakenHints {
  /** The file's name with its folders. */
  name: string;
  /** Values of a front matter, by key. */
  head: ReadonlyMap<string, string>;
  /** The day the file's own data give as that of making, where they give one. */
  created: Day | null;
}

/** Where a date stands that is about the whole page: headings come late in saved web pages, dates soon after. */
const blocksLooked = 10;
const headKeys = ["date", "taken", "taken on", "day", "datum", "fecha", "created", "created at", "created time"];

/**
 * The day a page was taken on, or null where nothing says so for certain. What the writer said comes first: the front
 * matter, the file's name, a heading among the first blocks that has a day, a first line that is a day; then the time
 * of making that the program noted; then the folders' names from the innermost on.
 */
export function takenOn(blocks: readonly Block[], hints: TakenHints): Day | null {
  const folders = hints.name.split(/[/\\]/u);
  const file = folders.pop() ?? "";
  const first = blocks.slice(0, blocksLooked);
  return (
    firstDay(headKeys, (key) => dayNamedIn(hints.head.get(key) ?? "")) ??
    dayNamedIn(file) ??
    firstDay(first, (block) => (block.kind === "heading" ? dayOfHeading(block.text) : null)) ??
    firstDay(first, (block) => (block.kind === "code" || block.kind === "heading" ? null : dayOfLine(block.text))) ??
    hints.created ??
    firstDay(folders.reverse(), dayNamedIn)
  );
}

function firstDay<T>(all: Iterable<T>, dayIn: (one: T) => Day | null): Day | null {
  for (const one of all) {
    const day = dayIn(one);
    if (day !== null) return day;
  }
  return null;
}
