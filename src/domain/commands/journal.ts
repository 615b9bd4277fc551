import * as z from "zod";
import { command } from "../command.ts";
import { EntryId, type MemberId, type NoteId } from "../model/id.ts";
import { type IdOf, type Noun, nounNames, references } from "../model/nouns.ts";
import type { Change, Entry, Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { notesTold, settle } from "./settle.ts";

/** Commands that make a workspace; there is nothing to go back to. */
const beginnings = new Set(["workspace.create", "workspace.import"]);

/**
 * Takes back one command (ST6), from its journal entry: what it added is removed, what it removed comes back, what it
 * wrote is what it was. Refused where something was changed or built on it since, and says what. An undo is itself an
 * entry, so undoing it does the command again.
 */
const undo = command({
  title: "Undo",
  args: z.strictObject({ entryId: EntryId }),
  undoes: ({ entryId }) => entryId,
  async run({ entryId }, { tx }) {
    const entry = await tx.entry(entryId);
    if (entry === undefined) throw new Refusal("not-found", `There is no entry ${entryId} in the journal.`);
    if (beginnings.has(entry.command))
      throw new Refusal("not-allowed", "The beginning of a workspace cannot be undone.");
    const told = new Set<NoteId>();
    for (const change of entry.changes.toReversed()) {
      for (const id of await notesToldBy(change, tx)) told.add(id);
      await takeBack(change, entry, tx);
      for (const id of await notesToldBy(change, tx)) told.add(id);
    }
    await settle(tx, told);
    return { command: entry.command, changes: entry.changes.length };
  },
});

/** The notes in whose state the changed record has a say, as it is now. */
async function notesToldBy({ noun, id }: Change, tx: Tx): Promise<NoteId[]> {
  const record = await tx.get(noun, id as IdOf<Noun>); // the journal's ids are of the noun beside them
  return record === undefined ? [] : notesTold(tx, noun, record);
}

async function takeBack(change: Change, entry: Entry, tx: Tx): Promise<void> {
  const id = change.id as IdOf<Noun>; // the journal's ids are of the noun beside them
  const current = await tx.get(change.noun, id);
  switch (change.op) {
    case "insert":
    case "revive":
      if (current === undefined) throw changedSince(entry, `the ${change.noun} is gone already`);
      await refuseIfNamed(change.noun, id, entry, tx);
      return tx.remove(change.noun, id);
    case "remove":
      if (current !== undefined) throw changedSince(entry, `the ${change.noun} is back already`);
      return tx.revive(change.noun, id);
    case "patch":
      if (current === undefined) throw changedSince(entry, `the ${change.noun} was removed`);
      for (const [field, value] of Object.entries(change.after)) {
        if (isTold(change.noun, field)) continue;
        if (!isSame((current as Record<string, unknown>)[field], value)) {
          throw changedSince(entry, `the ${change.noun}'s ${field} was changed again`);
        }
      }
      return tx.patch(change.noun, id, ownFields(change));
  }
}

/** A note's state is told by what there is (NT2); it is settled anew, and stands in nobody's way. */
function isTold(noun: Noun, field: string): boolean {
  return noun === "note" && field === "state";
}

function ownFields({ noun, before }: Extract<Change, { op: "patch" }>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(before).filter(([field]) => !isTold(noun, field)));
}

/** What something else has come to name stays. */
async function refuseIfNamed(noun: Noun, id: string, entry: Entry, tx: Tx): Promise<void> {
  for (const other of nounNames) {
    for (const [field, target] of Object.entries(references[other])) {
      if (target !== noun) continue;
      const naming = await tx.list(other, { [field]: id });
      if (naming.length > 0)
        throw changedSince(entry, `${naming.length} ${other}${naming.length > 1 ? "s" : ""} now name the ${noun}`);
    }
  }
}

function changedSince(entry: Entry, why: string): Refusal {
  return new Refusal("changed-since", `"${entry.command}" of ${entry.at} cannot be undone: ${why}. Undo that first.`);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/**
 * The newest entry of a member that undo would take back: neither an undo itself nor undone already.
 * @param entries newest first
 */
export function lastUndoable(entries: readonly Entry[], memberId: MemberId): Entry | undefined {
  const undone = new Set<EntryId>();
  for (const entry of entries) {
    if (entry.undoes !== null) {
      if (!undone.has(entry.id)) undone.add(entry.undoes);
      continue;
    }
    if (entry.memberId === memberId && !undone.has(entry.id) && !beginnings.has(entry.command)) return entry;
  }
  return undefined;
}

export const journalCommands = { undo } as const;
