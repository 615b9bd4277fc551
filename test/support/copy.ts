import { expect } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Context } from "#domain/ports.ts";
import { run } from "#domain/run.ts";
import { readWorkspace, type WorkspaceRead, writeWorkspace } from "#formats/workspace.ts";
import { entriesOf, recordsOf } from "#store/contents.ts";
import type { Store } from "#store/store.ts";

/** A workspace as an export's text. */
export function exported(store: Store, workspaceId: WorkspaceId): Promise<string> {
  const header = { workspaceId, exportedAt: "2026-02-04T18:00:00.000Z" as Instant }; // checked by eye
  return store.look(workspaceId, async (look) => {
    const parts: string[] = [];
    const contents = { records: recordsOf(look), entries: entriesOf(look) };
    for await (const part of writeWorkspace(header, contents)) parts.push(part);
    return parts.join("");
  });
}

/** Reads an export's text, in pieces of so many bytes. */
export function readText(text: string, bytesEach = 1 << 16): Promise<WorkspaceRead> {
  const bytes = new TextEncoder().encode(text);
  const count = Math.ceil(bytes.length / bytesEach);
  return readWorkspace(
    "export.jsonl",
    Array.from({ length: count }, (_, at) => bytes.subarray(at * bytesEach, (at + 1) * bytesEach)),
  );
}

/** Takes an export's text into the context's store. */
export async function takeIn(text: string, context: Context) {
  const read = await readText(text);
  expect(read.problems).toEqual([]);
  return run("workspace.import", { records: read.records, entries: read.entries }, context);
}

/** All that a workspace is: its records and tombstones, and its journal, without versions and without the import's own entry. */
export async function wholeOf(store: Store, workspaceId: WorkspaceId) {
  const { rows } = await store.load(workspaceId);
  const entries = await store.entries(workspaceId, { limit: 100_000 });
  return {
    rows: nounNames.map((noun) => rows[noun].map(({ record, removed }) => ({ noun, record, removed }))),
    entries: entries.filter(({ command }) => command !== "workspace.import").map(({ version: _, ...entry }) => entry),
  };
}
