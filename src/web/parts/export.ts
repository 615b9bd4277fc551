import { nounNames } from "#domain/model/nouns.ts";
import { instantOf } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";
import { type ExportedRecord, writeWorkspace } from "#formats/workspace.ts";
import type { OpenWorkspace } from "../device/open-workspace.ts";

/** The workspace as this device has it, as an export (DA1): every record and tombstone, and the journal entries that are here. */
export async function exportOf(workspace: OpenWorkspace): Promise<Blob> {
  const header = { workspaceId: workspace.replica.workspaceId, exportedAt: instantOf(Temporal.Now.instant()) };
  const parts: string[] = [];
  const contents = { records: recordsOf(workspace), entries: entriesOf(workspace) };
  for await (const part of writeWorkspace(header, contents)) parts.push(part);
  return new Blob(parts, { type: "application/jsonl" });
}

/** In the order of the nouns, so that what names a record comes after it. */
async function* recordsOf({ replica }: OpenWorkspace): AsyncGenerator<ExportedRecord> {
  const ids = Map.groupBy(replica.ids(), ([noun]) => noun);
  for (const noun of nounNames) {
    for (const [, id] of ids.get(noun) ?? []) {
      const kept = replica.kept(noun, id);
      if (kept !== undefined) yield { noun, fields: kept.record, removed: kept.removed };
    }
  }
}

/** The oldest first, without the version a store gave them. */
async function* entriesOf(workspace: OpenWorkspace): AsyncGenerator<Omit<Entry, "version">> {
  for (const { version: _, ...entry } of [...workspace.entries()].reverse()) yield entry;
}

/** Hands a file to the person as the browser does with what is downloaded. */
export function handOver(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
