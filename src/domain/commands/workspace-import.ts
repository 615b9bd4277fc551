import * as z from "zod";
import { command } from "../command.ts";
import { fieldsOf } from "../model/fields.ts";
import { DeviceId, EntryId, MemberId } from "../model/id.ts";
import { type Noun, nounNames, nouns, type RecordOf, references } from "../model/nouns.ts";
import { Instant } from "../model/time.ts";
import type { Change, Entry } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { ExportRow } from "./arriving.ts";

const nounName = z.enum(nounNames as [Noun, ...Noun[]]); // there is more than one

/** A record or tombstone of an export. Which schema its fields must fit depends on the noun. */
const ImportedRecord = z.strictObject({
  noun: nounName,
  fields: z.record(z.string(), z.unknown()),
  removed: z.boolean().default(false),
});

const someFields = z.record(z.string(), z.unknown());
const ImportedChange: z.ZodType<Change> = z.discriminatedUnion("op", [
  z.strictObject({ noun: nounName, id: z.uuid(), op: z.literal(["insert", "remove", "revive"]) }),
  z.strictObject({ noun: nounName, id: z.uuid(), op: z.literal("patch"), before: someFields, after: someFields }),
]);
const ImportedEntry: z.ZodType<Omit<Entry, "version">> = z.strictObject({
  id: EntryId,
  command: z.string().max(100),
  args: z.unknown(),
  memberId: MemberId,
  deviceId: DeviceId,
  at: Instant,
  changes: z.array(ImportedChange),
  undoes: EntryId.nullable(),
});

/**
 * Takes a whole exported workspace as the first command of that workspace (DA1): ids, tombstones and journal are kept, so it
 * equals the one that was exported, and what was done there can be undone here (ST6). Every record is checked against its
 * schema and its references first; one that does not fit refuses the whole import and names it, and so does whatever a
 * newer Upshot has written and this one would lose (invariant 5).
 *
 * The journal keeps how many records and entries there were, and `sha256`, of the file they came from. It cannot be
 * undone: nothing is before it.
 */
export const importWorkspace = command({
  title: "Take in an exported workspace",
  args: z.strictObject({
    records: z.array(z.unknown()),
    entries: z.array(z.unknown()).default([]),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null),
  }),
  kept: ({ records, entries, sha256 }) => ({ records: records.length, entries: entries.length, sha256 }),
  async run({ records, entries }, { tx, workspaceId }) {
    if ((await tx.get("workspace", workspaceId)) !== undefined) {
      throw new Refusal(
        "not-allowed",
        "An export can only be taken into an empty place; this workspace is there already.",
      );
    }
    const { rows, journal } = checkedExport({ records, entries }, workspaceId);
    const byNoun = Map.groupBy(rows, ({ noun }) => noun);
    for (const noun of nounNames) {
      for (const { record, removed } of byNoun.get(noun) ?? []) await tx.adopt(noun, { record, removed });
    }
    for (const entry of journal) await tx.adoptEntry(entry);
    return { records: rows.filter(({ removed }) => !removed).length, entries: journal.length };
  },
});

/**
 * An export's records and journal entries, each checked against its schema, with all that they name.
 * @throws Refusal that names the first that does not fit, or that a newer Upshot has written
 */
export function checkedExport(
  { records, entries }: { records: readonly unknown[]; entries: readonly unknown[] },
  workspaceId: string,
): { rows: ExportRow[]; journal: Omit<Entry, "version">[] } {
  const rows = records.map((record, place) => rowFrom(record, `record ${place + 1}`));
  const journal = entries.map((entry, place) => entryFrom(entry, `journal entry ${place + 1}`));
  checkReferences(rows, workspaceId);
  refuseTwice("journal entry", journal);
  return { rows, journal };
}

/** One record of an export, checked against its schema; `place` is what a refusal calls it. */
export function rowFrom(given: unknown, place: string): ExportRow {
  const { noun, fields, removed } = parsed(ImportedRecord, given, place);
  const record = parsed(nouns[noun] as z.ZodType<RecordOf<Noun>>, fields, `${place} (${noun})`); // the noun's own schema
  const lost = lostField(fields, record);
  if (lost !== undefined) throw madeByNewer(`${place} (${noun}) has a field "${lost}"`);
  return { noun, record, removed };
}

function entryFrom(given: unknown, place: string): Omit<Entry, "version"> {
  const entry = parsed(ImportedEntry, given, place);
  for (const change of entry.changes) {
    if (change.op !== "patch") continue;
    for (const field of Object.keys({ ...change.before, ...change.after })) {
      if (!fieldsOf(change.noun).has(field))
        throw madeByNewer(`${place} changes a field "${field}" of a ${change.noun}`);
    }
  }
  return entry;
}

function parsed<T>(schema: z.ZodType<T>, given: unknown, place: string): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  if (issue?.code === "unrecognized_keys") throw madeByNewer(`${place} has a field "${issue.keys[0]}"`);
  throw new Refusal(
    "invalid",
    `The export's ${place}${path === "" ? "" : `, ${path}`}: ${issue?.message}. Where a newer Upshot made it, update this one.`,
  );
}

/** The first field, however deep, that was given and that the schema has left out. */
function lostField(given: unknown, kept: unknown): string | undefined {
  if (typeof given !== "object" || given === null || typeof kept !== "object" || kept === null) return undefined;
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(kept, key)) return key;
    const lost = lostField(value, (kept as Record<string, unknown>)[key]); // it was just seen to have it
    if (lost !== undefined) return `${key}.${lost}`;
  }
  return undefined;
}

function madeByNewer(what: string): Refusal {
  return new Refusal(
    "not-allowed",
    `The export was made by a newer Upshot: its ${what}, which this one does not know. Nothing was taken in; update Upshot and import it again.`,
  );
}

function checkReferences(rows: readonly ExportRow[], workspaceId: string): void {
  const ids = new Map<Noun, Set<string>>(nounNames.map((noun) => [noun, new Set<string>()]));
  for (const noun of nounNames) {
    const own = rows.filter((row) => row.noun === noun).map(({ record }) => record);
    refuseTwice(noun, own);
    for (const { id } of own) ids.get(noun)?.add(id);
  }
  if (ids.get("workspace")?.size !== 1 || !ids.get("workspace")?.has(workspaceId)) {
    throw new Refusal("invalid", "An export holds exactly one workspace, and it must be the one it is taken in as.");
  }
  for (const { noun, record } of rows) {
    for (const [field, target] of Object.entries(references[noun])) {
      const id = (record as Record<string, unknown>)[field]; // the field is one of the record's own
      if (typeof id === "string" && !ids.get(target)?.has(id)) {
        throw new Refusal("invalid", `A ${noun} names a ${target} (${field} ${id}) that the export does not hold.`);
      }
    }
  }
}

function refuseTwice(what: string, things: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) throw new Refusal("invalid", `The export holds the ${what} ${id} twice.`);
    seen.add(id);
  }
}
