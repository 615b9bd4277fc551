import * as z from "zod";
import { isSame } from "../changes.ts";
import { command } from "../command.ts";
import { EntryId, type MemberId, type NoteId } from "../model/id.ts";
import type { IdOf, Noun, RecordOf } from "../model/nouns.ts";
import type { Change, Entry, Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { isFounding } from "../transaction.ts";
import { Ends } from "./ends.ts";
import { notesTold, settle } from "./settle.ts";
import { fitVotes } from "./votes-fit.ts";

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
    if (isFounding(entry.command)) {
      throw new Refusal(
        "not-allowed",
        `"${entry.command}" is the beginning of this workspace and cannot be undone: there is nothing before it.`,
      );
    }
    const told = new Set<NoteId>();
    for (const change of entry.changes.toReversed()) {
      const id = change.id as IdOf<Noun>; // the journal's ids are of the noun beside them
      const before = await tx.get(change.noun, id);
      await takeBack(change, before, { entry, tx });
      for (const record of [before, await tx.get(change.noun, id)]) {
        if (record === undefined) continue;
        for (const noteId of await notesTold(tx, change.noun, record)) told.add(noteId);
      }
    }
    // Looked at when all of it is back: what one change leaves without its other end, the next may mend.
    const ends = new Ends(tx);
    for (const { noun, id } of entry.changes) {
      const why = await ends.missing(noun, id);
      if (why !== undefined) throw changedSince(entry, why);
    }
    await settle(tx, told);
    await fitVotes(tx, entry.changes);
    return { command: entry.command, changes: entry.changes.length };
  },
});

async function takeBack(
  change: Change,
  current: RecordOf<Noun> | undefined,
  { entry, tx }: { entry: Entry; tx: Tx },
): Promise<void> {
  const { noun } = change;
  const id = change.id as IdOf<Noun>; // the journal's ids are of the noun beside them
  switch (change.op) {
    case "insert":
    case "revive":
      if (current === undefined) throw changedSince(entry, `the ${noun} is gone already`);
      return tx.remove(noun, id);
    case "remove":
      if (current !== undefined) throw changedSince(entry, `the ${noun} is back already`);
      if ((await tx.tombstone(noun, id)) === undefined) {
        throw new Refusal(
          "not-found",
          `"${entry.command}" of ${entry.at} cannot be undone here: the ${noun} it removed is not in this copy. ` +
            "The store that this one was exported from still has it.",
        );
      }
      return tx.revive(noun, id);
    case "patch":
      if (current === undefined) throw changedSince(entry, `the ${noun} was removed`);
      for (const [field, value] of Object.entries(change.after)) {
        if (isTold(noun, field)) continue;
        if (!isSame((current as Record<string, unknown>)[field] ?? null, value ?? null)) {
          throw changedSince(entry, `the ${noun}'s ${field} was changed again`);
        }
      }
      return tx.patch(noun, id, ownFields(change));
  }
}

/** A note's state is told by what there is (NT2); it is settled anew, and stands in nobody's way. */
function isTold(noun: Noun, field: string): boolean {
  return noun === "note" && field === "state";
}

function ownFields({ noun, before }: Extract<Change, { op: "patch" }>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(before).filter(([field]) => !isTold(noun, field)));
}

function changedSince(entry: Entry, why: string): Refusal {
  return new Refusal("changed-since", `"${entry.command}" of ${entry.at} cannot be undone: ${why}. Undo that first.`);
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
    if (entry.memberId === memberId && !undone.has(entry.id) && !isFounding(entry.command)) return entry;
  }
  return undefined;
}

export const journalCommands = { undo } as const;
