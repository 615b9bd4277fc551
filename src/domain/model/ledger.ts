import type { PageId } from "./id.ts";
import type { Note, NoteState } from "./note.ts";
import type { ProposalState } from "./proposal.ts";

/** What a note's state is told by, beside the note. */
export interface Upon {
  /** How many steps and leads come from it. */
  steps: number;
  /** The states of the proposals that rest on it, and of those that it says again (S10). */
  proposals: readonly ProposalState[];
}

/**
 * What became of a note (NT2). *Made into something* where it holds an observation, where a step or a lead comes from it, or where a
 * proposal was accepted; else what a person said of the passage itself; else *proposed* while a proposal waits for its
 * answer; else *kept* where one was kept; else *let go*. A note that nothing was proposed of is *unread*. A passage that
 * only says a proposal again shares its answer (S10).
 */
export function stateOf(note: Pick<Note, "observation" | "answer">, { steps, proposals }: Upon): NoteState {
  if (note.observation !== null || steps > 0 || proposals.includes("accepted")) return "made";
  if (note.answer !== null) return note.answer;
  if (proposals.includes("open")) return "proposed";
  if (proposals.includes("kept")) return "kept";
  return proposals.length > 0 ? "letGo" : "unread";
}

/** True where a stretch of a page lies within a passage of it. */
export function holds(
  note: Pick<Note, "pageId" | "start" | "end">,
  place: { pageId: PageId; start: number; end: number },
): boolean {
  if (note.pageId !== place.pageId || note.start === null || note.end === null) return false;
  return note.start <= place.start && place.end <= note.end;
}

/** How many notes are in each state; `passages` is their sum (NT2). */
export interface Ledger {
  passages: number;
  made: number;
  proposed: number;
  kept: number;
  letGo: number;
  unread: number;
}

/** Counts the states of notes. The counts always add up to the number of notes given (NT2). */
export function ledgerOf(notes: Iterable<Pick<Note, "state">>): Ledger {
  const ledger: Ledger = { passages: 0, made: 0, proposed: 0, kept: 0, letGo: 0, unread: 0 };
  for (const note of notes) {
    ledger.passages += 1;
    ledger[note.state] += 1;
  }
  return ledger;
}
