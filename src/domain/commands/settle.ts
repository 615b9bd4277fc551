import type { NoteId } from "../model/id.ts";
import { holds, stateOf } from "../model/ledger.ts";
import type { Note } from "../model/note.ts";
import type { Noun, RecordOf } from "../model/nouns.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Tx } from "../ports.ts";

/**
 * Writes what became of these notes (NT2), as `stateOf` tells it. Every command that changes a step, a proposal or a note
 * ends with it, for the notes that `notesTold` names. Notes that are gone are left out.
 */
export async function settle(tx: Tx, noteIds: Iterable<NoteId>): Promise<void> {
  const repeating = new Repeating(tx);
  for (const id of new Set(noteIds)) {
    const note = await tx.get("note", id);
    if (note === undefined) continue;
    const steps = await tx.list("step", { noteId: id });
    const leads = await tx.list("lead", { noteId: id });
    const own = await tx.list("proposal", { noteId: id });
    const told = (proposals: readonly Proposal[]) =>
      stateOf(note, { steps: steps.length + leads.length, proposals: proposals.map((proposal) => proposal.state) });
    // What was made stays so, whatever else says it again.
    const state = told(own) === "made" ? "made" : told([...own, ...(await repeating.on(note))]);
    await tx.patch("note", id, { state });
  }
}

/** The notes whose state a record has a say in: a note's own; a step's or lead's; a proposal's, and those that say it again (S10). */
export async function notesTold<N extends Noun>(tx: Tx, noun: N, record: RecordOf<N>): Promise<NoteId[]> {
  // The noun says whose record it is.
  if (noun === "note") return [(record as RecordOf<"note">).id];
  if (noun === "step" || noun === "lead") return [(record as RecordOf<"step" | "lead">).noteId ?? []].flat();
  if (noun === "proposal") return notesOfProposal(tx, record as Proposal);
  return [];
}

async function notesOfProposal(tx: Tx, { noteId, repeats }: Proposal): Promise<NoteId[]> {
  const told = [noteId];
  for (const pageId of new Set(repeats.map((repeat) => repeat.pageId))) {
    for (const note of await tx.list("note", { pageId })) {
      if (repeats.some((repeat) => holds(note, repeat))) told.push(note.id);
    }
  }
  return told;
}

/**
 * What proposals had made is gone: they are let go, so that their passages are not counted as made into something
 * (NT2). The caller removes the thing itself, first or later.
 */
export async function unmake(tx: Tx, madeId: string): Promise<NoteId[]> {
  const told: NoteId[] = [];
  for (const proposal of await tx.list("proposal", { madeId })) {
    await tx.patch("proposal", proposal.id, { state: "letGo", madeId: null });
    told.push(...(await notesTold(tx, "proposal", proposal)));
  }
  return told;
}

/** What proposals had made is another record now: two were merged. */
export async function madeInstead(tx: Tx, fromId: string, toId: string): Promise<void> {
  for (const { id } of await tx.list("proposal", { madeId: fromId })) await tx.patch("proposal", id, { madeId: toId });
}

/** The proposals that a note says again, which are of its own event; an event's are asked for once. */
class Repeating {
  readonly #tx: Tx;
  readonly #byEvent = new Map<Note["eventId"], Proposal[]>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async on(note: Note): Promise<Proposal[]> {
    if (note.pageId === null) return [];
    let all = this.#byEvent.get(note.eventId);
    if (all === undefined) {
      const ofEvent = await this.#tx.list("proposal", { eventId: note.eventId });
      this.#byEvent.set(note.eventId, (all = ofEvent.filter((proposal) => proposal.repeats.length > 0)));
    }
    return all.filter((proposal) => proposal.repeats.some((repeat) => holds(note, repeat)));
  }
}
