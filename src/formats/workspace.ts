import * as z from "zod";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { Problem } from "#domain/model/problem.ts";
import { Instant } from "#domain/model/time.ts";
import { type InputFile, limits, Problems } from "./file.ts";
import { decode } from "./decode.ts";

/** The version of the export this code writes, and the newest it reads (invariant 5: a newer one stops and says so). */
export const workspaceVersion = 1;

const Header = z.object({
  format: z.literal("upshot.workspace"),
  version: z.int().min(1),
  workspaceId: z.uuid(),
  exportedAt: Instant,
});
const RecordLine = z.object({
  noun: z.enum(nounNames as [Noun, ...Noun[]]),
  fields: z.record(z.string(), z.unknown()),
});
const EntryLine = z.object({ entry: z.looseObject({ id: z.uuid() }) });

/** One exported record: its noun and all of its fields. */
export interface ExportedRecord {
  noun: Noun;
  fields: object;
}

/**
 * Writes a whole workspace as JSON lines (DA1): a header, then every record in the order of `nouns`, then the journal,
 * oldest entry first. UTF-8, one JSON value a line, so that any program can read it and a diff means something.
 */
export function* writeWorkspace(
  workspaceId: string,
  exportedAt: Instant,
  records: Iterable<ExportedRecord>,
  entries: Iterable<object>,
): Iterable<string> {
  yield `${JSON.stringify({ format: "upshot.workspace", version: workspaceVersion, workspaceId, exportedAt })}\n`;
  for (const { noun, fields } of records) yield `${JSON.stringify({ noun, fields })}\n`;
  for (const entry of entries) yield `${JSON.stringify({ entry })}\n`;
}

export interface WorkspaceRead {
  /** Null where the file is no export this code can read; then `problems` says why. */
  workspaceId: string | null;
  records: z.infer<typeof RecordLine>[];
  entries: z.infer<typeof EntryLine>["entry"][];
  problems: Problem[];
}

/**
 * Reads an export. Unlike other inputs it is all or nothing: a line that cannot be read makes the export unfit, since a
 * workspace that lacks a record would not be the one that was exported; every such line is listed.
 */
export function readWorkspace(file: InputFile): WorkspaceRead {
  const problems = new Problems(file.name);
  const read: WorkspaceRead = { workspaceId: null, records: [], entries: [], problems: [] };
  if (file.bytes.length > limits.archiveBytesMax) {
    problems.add(`The export is larger than ${limits.archiveBytesMax >> 20} MiB.`);
    return { ...read, problems: problems.done() };
  }
  const lines = decode(file.bytes).text.split("\n");
  const header = Header.safeParse(jsonOf(lines[0] ?? ""));
  if (!header.success) problems.add("The first line is not the header of an exported workspace.", { line: 1 });
  else if (header.data.version > workspaceVersion) {
    problems.add(
      `The export is of version ${header.data.version}; this Upshot reads up to ${workspaceVersion}. Use a newer one.`,
      {
        line: 1,
      },
    );
  } else {
    for (const [place, line] of lines.entries()) if (place > 0 && line.trim() !== "") readLine(line, place + 1);
  }
  const isWhole = header.success && problems.list.length === 0;
  return { ...read, workspaceId: isWhole ? header.data.workspaceId : null, problems: problems.done() };

  function readLine(line: string, number: number): void {
    const value = jsonOf(line);
    const record = RecordLine.safeParse(value);
    if (record.success) return void read.records.push(record.data);
    const entry = EntryLine.safeParse(value);
    if (entry.success) return void read.entries.push(entry.data.entry);
    problems.add("This line is neither a record nor a journal entry.", { line: number });
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
