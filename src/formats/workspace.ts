import * as z from "zod";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import { pageCharactersMax } from "#domain/model/page.ts";
import type { Problem } from "#domain/model/problem.ts";
import { Instant } from "#domain/model/time.ts";
import { limits, Problems } from "./file.ts";

/**
 * The version of the export this code writes, and the newest it reads (invariant 5: a newer one stops and says so). Version 2
 * holds tombstones, so that what was removed can be brought back in the copy, too (ST6); a reader of version 1 would take
 * them for records.
 */
export const workspaceVersion = 2;

const Header = z.strictObject({
  format: z.literal("upshot.workspace"),
  version: z.int().min(1),
  workspaceId: z.uuid(),
  exportedAt: Instant,
});
/** A header of any version: enough to say which. */
const AnyHeader = z.looseObject({ format: z.literal("upshot.workspace"), version: z.int().min(1) });
const RecordLine = z.strictObject({
  noun: z.enum(nounNames as [Noun, ...Noun[]]), // there is more than one
  fields: z.record(z.string(), z.unknown()),
  removed: z.literal(true).optional(),
});
const EntryLine = z.strictObject({ entry: z.looseObject({ id: z.uuid() }) });

/** One record of an export: its noun, all of its fields, and whether it was removed (then it is a tombstone). */
export interface ExportedRecord {
  noun: Noun;
  fields: object;
  removed: boolean;
}

/** Characters of text that are gathered before they are given on: a write for each line would take several times as long. */
const chunkCharacters = 64 * 1024;

/**
 * Writes a whole workspace as JSON lines (DA1): a header, then every record and tombstone in the order of `nouns`, then
 * the journal, oldest entry first. One JSON value a line, to be written as UTF-8, so that any program can read it and a
 * diff means something. Comes in parts, and takes what it is given in parts: memory never holds the whole.
 */
export async function* writeWorkspace(
  { workspaceId, exportedAt }: { workspaceId: string; exportedAt: Instant },
  contents: { records: AsyncIterable<ExportedRecord>; entries: AsyncIterable<object> },
): AsyncGenerator<string> {
  let text = lineOf({ format: "upshot.workspace", version: workspaceVersion, workspaceId, exportedAt });
  for await (const { noun, fields, removed } of contents.records) {
    text += lineOf(removed ? { noun, fields, removed } : { noun, fields });
    if (text.length < chunkCharacters) continue;
    yield text;
    text = "";
  }
  for await (const entry of contents.entries) {
    text += lineOf({ entry });
    if (text.length < chunkCharacters) continue;
    yield text;
    text = "";
  }
  yield text;
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

export interface WorkspaceRead {
  /** Null where the file is no export this code can read; then `problems` says why. */
  workspaceId: string | null;
  /** When it was written, as it says; null where it is no export. */
  exportedAt: Instant | null;
  records: z.infer<typeof RecordLine>[];
  entries: z.infer<typeof EntryLine>["entry"][];
  problems: Problem[];
}

/** An export's bytes at the most; what it holds is held in memory until it is stored. */
export const exportBytesMax = 1024 * 1024 * 1024;
/** A line holds a page at the most, of which JSON may write each character as six, and little else. */
const lineCharactersMax = 6 * pageCharactersMax + 1024 * 1024;

/**
 * Reads an export, from its bytes as they come. Unlike other inputs it is all or nothing: a line that cannot be read makes
 * the export unfit, since a workspace that lacks a record would not be the one that was exported; every such line is listed.
 */
export async function readWorkspace(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<WorkspaceRead> {
  const lines = new Lines(name);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let rest = "";
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > exportBytesMax) return lines.refused(`The export is larger than ${exportBytesMax >> 20} MiB.`);
      const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
      rest += first;
      for (const next of more) {
        lines.read(rest);
        rest = next;
      }
      if (rest.length > lineCharactersMax) return lines.refused("A line is longer than any that an export holds.");
      if (lines.isUnfit) break;
    }
    rest += decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the decoder's
    return lines.refused("The export is not in UTF-8, so it was changed after it was written.");
  }
  lines.read(rest);
  return lines.done();
}

/** Takes in an export's lines, one after another. */
class Lines {
  readonly #problems: Problems;
  readonly #read: WorkspaceRead = {
    workspaceId: null,
    exportedAt: null,
    records: [],
    entries: [],
    problems: [],
  };
  #header: z.infer<typeof Header> | undefined;
  #line = 0;

  constructor(name: string) {
    this.#problems = new Problems(name);
  }

  /** Its header is none of ours, so nothing that follows can be understood. */
  get isUnfit(): boolean {
    return this.#line > 0 && this.#header === undefined;
  }

  read(line: string): void {
    this.#line += 1;
    const value = line.trim() === "" ? undefined : jsonOf(line);
    if (this.#line === 1) this.#readHeader(value);
    else if (!this.isUnfit && line.trim() !== "") this.#readLine(value);
  }

  refused(what: string): WorkspaceRead {
    this.#problems.add(what);
    return this.done();
  }

  done(): WorkspaceRead {
    const isWhole = this.#header !== undefined && this.#problems.list.length === 0;
    const workspaceId = isWhole ? (this.#header?.workspaceId ?? null) : null;
    const exportedAt = this.#header?.exportedAt ?? null;
    return { ...this.#read, workspaceId, exportedAt, problems: this.#problems.done() };
  }

  #readHeader(value: unknown): void {
    const [header, any] = [Header.safeParse(value), AnyHeader.safeParse(value)];
    if (any.success && (any.data.version > workspaceVersion || isNewer(header))) {
      const what = `A newer Upshot made this export (version ${any.data.version}; this one reads up to ${workspaceVersion}). Update Upshot, then import it again.`;
      this.#problems.add(what, { line: 1 });
    } else if (header.success) this.#header = header.data;
    else this.#problems.add("The first line is not the header of an exported workspace.", { line: 1 });
  }

  #readLine(value: unknown): void {
    const record = RecordLine.safeParse(value);
    if (record.success) return void this.#read.records.push(record.data);
    const entry = EntryLine.safeParse(value);
    if (entry.success) return void this.#read.entries.push(entry.data.entry);
    const isNamed = typeof (value as { noun?: unknown } | undefined)?.noun === "string"; // any JSON, or none
    const hint =
      isNewer(entry) || (isNamed && isNewer(record))
        ? " A newer Upshot may have made it: update Upshot, then import it again."
        : "";
    this.#problems.add(`This line is neither a record nor a journal entry.${hint}`, { line: this.#line });
  }
}

/** What was read has the shape of ours, but for a field or a noun that is not known here. */
function isNewer({ error }: z.ZodSafeParseResult<unknown>): boolean {
  return (
    error !== undefined && error.issues.every(({ code, path }) => code === "unrecognized_keys" || path[0] === "noun")
  );
}

/** A value of JSON; undefined where it is none, or nested deeper than anything of ours. */
function jsonOf(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return isNestedWithin(value, limits.depthMax) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isNestedWithin(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((field) => isNestedWithin(field, depth - 1));
}
