import type { Block, Run } from "#domain/model/block.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import { type JsonValue, jsonValue, unescaped } from "./json-text.ts";
import { textBlocks } from "./text.ts";

/** One note of Google Keep as Google Takeout writes it. */
export interface KeepRead {
  blocks: Block[];
  title: string | null;
  /** The day the note was made; where that is missing, last changed. */
  takenOn: Day | null;
}

/**
 * Reads a Google Keep note in JSON, or gives null where the text is none. The text received is the JSON itself, and
 * runs point into its strings (`title`, `textContent`, `listContent[].text`): an escape (`\n`, `\u2014`) is a run of its own, so
 * that a quote still is a slice of the file. The rest of the JSON (colours, labels, the same text as HTML) is no note.
 */
export function keepNote(page: string, timeZone: TimeZone): KeepRead | null {
  if (!isKeep(page)) return null;
  const json = jsonValue(page);
  if (json === null || json.is !== "object") return null;
  const title = string(json.members.get("title"));
  const text = string(json.members.get("textContent"));
  const list = json.members.get("listContent");
  const blocks: Block[] = [];
  if (title !== null) {
    for (const block of stringBlocks(page, title)) blocks.push({ ...block, kind: "heading", level: 1, box: null });
  }
  if (text !== null) for (const block of stringBlocks(page, text)) blocks.push(block);
  if (list?.is === "array") for (const item of list.items) addItem(blocks, page, item);
  const takenOn =
    dayOf(json.members.get("createdTimestampUsec"), timeZone) ??
    dayOf(json.members.get("userEditedTimestampUsec"), timeZone);
  const words = blocks.find((block) => block.kind === "heading")?.text ?? null;
  // Keep writes the title after the text; blocks are in the order of the file.
  blocks.sort((one, other) => one.runs[0]!.start - other.runs[0]!.start);
  return { blocks, title: title === null ? null : words, takenOn };
}

/** Looks at whether the text can be a Keep note before it is read as JSON. */
function isKeep(page: string): boolean {
  if (!/^\s{0,100}\{/u.test(page.slice(0, 200)) || !page.includes('"userEditedTimestampUsec"')) return false;
  return page.includes('"textContent"') || page.includes('"listContent"');
}

type JsonString = Extract<JsonValue, { is: "string" }>;

function string(value: JsonValue | undefined): JsonString | null {
  return value?.is === "string" ? value : null;
}

function addItem(blocks: Block[], page: string, item: JsonValue): void {
  if (item.is !== "object") return;
  const text = string(item.members.get("text"));
  if (text === null) return;
  const checked = item.members.get("isChecked");
  const box = checked?.is !== "other" || checked.value === null ? null : checked.value === true ? "ticked" : "open";
  for (const [i, block] of stringBlocks(page, text).entries()) {
    blocks.push(i === 0 ? { ...block, kind: "item", level: 0, box: box ?? block.box } : block);
  }
}

/** The blocks of a string's text, with their runs moved to where its characters stand in the JSON. */
function stringBlocks(page: string, value: JsonString): Block[] {
  const { text, places } = unescaped(page, value);
  return textBlocks(text, "plain").map((block) => ({
    ...block,
    runs: block.runs.flatMap((run) => movedRuns(run, places)),
  }));
}

/** One run over the string's text becomes runs over the JSON; where escapes stand, they are cut out. */
function movedRuns(run: Run, places: readonly number[]): Run[] {
  const place = (at: number): number => places[at]!;
  if (run.length !== run.end - run.start) return [{ ...run, start: place(run.start), end: place(run.end) }];
  const runs: Run[] = [];
  for (let i = 0; i < run.length; i += 1) {
    const [start, end] = [place(run.start + i), place(run.start + i + 1)];
    const last = runs.at(-1);
    if (end - start === 1 && last !== undefined && last.length === last.end - last.start) {
      last.length += 1;
      last.end = end;
    } else runs.push({ at: run.at + i, length: 1, start, end });
  }
  return runs;
}

/** Keep's times are microseconds since 1970; 0 where it has none. */
function dayOf(value: JsonValue | undefined, timeZone: TimeZone): Day | null {
  if (value?.is !== "other" || typeof value.value !== "number") return null;
  const milliseconds = Math.trunc(value.value / 1000);
  // Temporal's own limit, 10^8 days either side of 1970.
  if (milliseconds <= 0 || milliseconds > 8.64e15) return null;
  return dayAt(Temporal.Instant.fromEpochMilliseconds(milliseconds), timeZone);
}
