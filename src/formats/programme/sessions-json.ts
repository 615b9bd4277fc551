import type { Problems } from "../file.ts";
import { type Json, JsonObject, objectsIn, wordsOf } from "./json.ts";
import { columnsOf, type Row, talksOfRows } from "./rows.ts";
import { emptyDraft, type ProgrammeDraft, Talks } from "./talk.ts";

/** How many objects are looked at for the names of the fields; an export names them all in the first few. */
const sampleMax = 50;

/**
 * Reads a flat list of sessions (`[{"Title": ..., "Room": ..., "Speakers": ...}, ...]`), as conference sites export
 * them. What a field holds is guessed from its name, as in a table.
 */
export function readSessionsJson(root: Json, problems: Problems): ProgrammeDraft {
  const items = itemsOf(root);
  const talks = new Talks(problems);
  const columns = columnsOf([...new Set(items.slice(0, sampleMax).flatMap((item) => [...item.fields.keys()]))]);
  if (!columns.has("title")) {
    problems.add("No field of the list is named as the sessions' titles");
    return emptyDraft();
  }
  const rows = items.map((item): Row => ({ line: item.line, cell: (name) => cellOf(item.get(name)) }));
  for (const talk of talksOfRows(rows, columns, problems)) talks.add(talk);
  return { ...emptyDraft(), talks: talks.done() };
}

function itemsOf(root: Json): JsonObject[] {
  if (!(root instanceof JsonObject)) return objectsIn(root);
  return [...root.fields.values()].map((value) => objectsIn(value)).find((items) => items.length > 0) ?? [];
}

/** A list is its words, separated as in a cell; the names of objects stand for them. */
function cellOf(value: Json): string {
  if (!Array.isArray(value)) return (value instanceof JsonObject ? value.words("name", "title") : wordsOf(value)) ?? "";
  return value
    .map((item) => (item instanceof JsonObject ? item.words("name", "fullName", "title") : wordsOf(item)))
    .filter((words) => words !== null)
    .join("; ");
}
