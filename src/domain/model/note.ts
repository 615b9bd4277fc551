import * as z from "zod";
import { EventId, NoteId, OrganizationId, PageId, PersonId, SessionId } from "./id.ts";
import { Instant } from "./time.ts";

/** The one state every passage is in (NT2). */
export const noteStates = ["unread", "proposed", "made", "kept", "letGo"] as const;
export const NoteState = z.enum(noteStates);
export type NoteState = z.infer<typeof NoteState>;

/** What a note is worth keeping as, when it is no step. `broken` and `working` are an offsite's two columns. */
export const observationKinds = [
  "competitor",
  "partner",
  "technology",
  "market",
  "learned",
  "idea",
  "broken",
  "working",
] as const;
export const ObservationKind = z.enum(observationKinds);
export type ObservationKind = z.infer<typeof ObservationKind>;

/**
 * One thought: a passage of a page, or a line captured on the spot (then `pageId`, `start`, `end` are null).
 * `pageId`, `start`, `end`, `text` are written once, by `page.add` or `note.add`. `state` is written by the
 * proposal and note commands, and always says what became of the passage (NT2).
 */
export const Note = z.object({
  id: NoteId,
  createdAt: Instant,
  eventId: EventId.nullable().default(null),
  pageId: PageId.nullable().default(null),
  start: z.int().min(0).nullable().default(null),
  end: z.int().min(0).nullable().default(null),
  /** The clean words: the passage without its markup, or the captured line. */
  text: z.string().min(1).max(20_000),
  state: NoteState.default("unread"),
  observation: ObservationKind.nullable().default(null),
  sessionId: SessionId.nullable().default(null),
  personIds: z.array(PersonId).max(50).default([]),
  organizationIds: z.array(OrganizationId).max(50).default([]),
});
export type Note = z.infer<typeof Note>;

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
