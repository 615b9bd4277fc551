import * as z from "zod";
import { difference } from "../changes.ts";
import { command } from "../command.ts";
import type { NoteId } from "../model/id.ts";
import { type IdOf, listed, type Noun, type RecordOf, references } from "../model/nouns.ts";
import type { Tx } from "../ports.ts";
import { type Arrival, arrivals, type ExportRow, type Here, ownFields } from "./arriving.ts";
import { notesTold, settle } from "./settle.ts";
import { rowFrom } from "./workspace-import.ts";

/**
 * Takes what an export holds into a workspace that is there (DA1): an earlier state of this one, or another's. What was never here is
 * added, with its ids, so that a second time adds nothing. What is here stays as it is, and so does what was removed, unless `also` says
 * otherwise. Its journal is not taken over: what was done elsewhere is no history of this workspace. One undo takes all of it back.
 */
export const takeIn = command({
  title: "Take in what an export holds",
  args: z.strictObject({
    /** The records that are wanted, and the export's members, by whose names those who own steps are known. */
    records: z.array(z.unknown()).max(1_000_000),
    also: z
      .strictObject({ differing: z.boolean().default(false), removed: z.boolean().default(false) })
      .default({ differing: false, removed: false }),
  }),
  kept: ({ records, also }) => ({ records: records.length, also }),
  async run({ records, also }, { tx, memberId }) {
    const rows = records.map((record, place) => rowFrom(record, `record ${place + 1}`));
    const here = await look(tx, rows);
    const members = await tx.list("member");
    const { fresh, differing, removed, left } = arrivals(rows, { here, members, me: memberId, also });
    for (const { noun, record } of fresh) await tx.insert(noun, record);
    const back = also.removed ? removed : [];
    for (const { noun, record } of back) {
      await tx.revive(noun, record.id);
      await patch(tx, { noun, record });
    }
    const changed = also.differing ? differing : [];
    for (const arrival of changed) await patch(tx, arrival);
    await settle(tx, await told(tx, [...fresh, ...back, ...changed]));
    return { added: fresh.length, broughtBack: back.length, changed: changed.length, left: left.length };
  },
});

async function patch(tx: Tx, { noun, record }: Arrival): Promise<void> {
  const now = await tx.get(noun, record.id);
  if (now !== undefined) await tx.patch(noun, record.id, difference({ ...now }, ownFields(noun, record)).after);
}

/** What is here of all that the rows are, and name. */
async function look(tx: Tx, rows: readonly ExportRow[]): Promise<Here> {
  const found = new Map<string, { record: RecordOf<Noun>; removed: boolean } | undefined>();
  const find = async (noun: Noun, id: string) => {
    const key = `${noun} ${id}`;
    if (found.has(key)) return;
    const record = await tx.get(noun, id as IdOf<Noun>); // an id of that noun, as the schema says
    const removed = record === undefined ? await tx.tombstone(noun, id as IdOf<Noun>) : undefined; // as above
    const there = record ?? removed;
    found.set(key, there && { record: there, removed: record === undefined });
  };
  for (const { noun, record } of rows) {
    await find(noun, record.id);
    for (const [field, target] of Object.entries({ ...references[noun], ...listed[noun] })) {
      for (const id of [(record as unknown as Record<string, unknown>)[field]].flat()) {
        if (typeof id === "string") await find(target, id);
      }
    }
  }
  for (const { id } of await tx.list("member")) await find("member", id);
  return (noun, id) => found.get(`${noun} ${id}`);
}

/** The notes whose state what came has a say in. */
async function told(tx: Tx, came: readonly Arrival[]): Promise<Set<NoteId>> {
  const notes = new Set<NoteId>();
  for (const { noun, record } of came) for (const id of await notesTold(tx, noun, record)) notes.add(id);
  return notes;
}
