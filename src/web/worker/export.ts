import { checkedExport } from "#domain/commands/workspace-import.ts";
import { sayProblem } from "#domain/model/problem.ts";
import { sayCount } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { readWorkspace } from "#formats/workspace.ts";
import type { ExportRead } from "./messages.ts";

/** So many problems are named; the others are counted. */
const problemsShown = 3;

/**
 * Reads an exported workspace and checks all of it, so that what is shown before it is taken in is what will be.
 * @throws Refusal where it cannot be taken in whole; the sentence says why
 */
export async function exportIn(
  file: File,
  progress: (done: number, total: number, file: string) => void,
): Promise<ExportRead> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        read += chunk.length;
        progress(read, file.size, file.name);
        out.enqueue(chunk);
      },
    }),
  );
  const { workspaceId, exportedAt, records, entries, problems } = await readWorkspace(file.name, chunksOf(counted));
  if (workspaceId === null) {
    const lines = problems.slice(0, problemsShown).map(sayProblem);
    const more = problems.length - lines.length;
    if (more > 0) lines.push(`${sayCount(more, "line")} more cannot be read.`);
    throw new Refusal("invalid", lines.join(" "));
  }
  const { rows, journal } = checkedExport({ records, entries }, workspaceId);
  return { workspaceId, exportedAt, rows, entries: journal, sha256: await hashOf(file) };
}

/** A stream's chunks; browsers differ in whether a stream gives them by itself. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function hashOf(file: File): Promise<string | null> {
  if (!isSecureContext) return null;
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
