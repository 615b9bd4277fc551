import * as z from "zod";
import { EventId, NoteId, OrganizationId, PageId, PersonId, SessionId } from "./id.ts";
import { Instant } from "./time.ts";

/** The one state every passage is in (NT2). */
export const noteStates = ["unread", "proposed", "made", "kept", "letGo"] as const;
export const NoteState = z.enum(noteStates);
export type NoteState = z.infer<typeof NoteState>;

/** What a person may say of a passage itself: keep it as a note, or let it go. */
export const NoteAnswer = z.enum(["kept", "letGo"]);
export type NoteAnswer = z.infer<typeof NoteAnswer>;

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

/** The most people, and the most organizations, that one note is about. */
export const aboutMax = 50;

/**
 * One thought: a passage of a page, or a line captured on the spot (then `pageId`, `start`, `end` are null).
 * `pageId`, `start`, `end`, `text` are written once, by `page.add` or `note.add`; what it is about by `note.change` and by
 * accepting what was proposed of it.
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
  /** What became of it (NT2). Always what `stateOf` says; written by every command that changes what it is told by. */
  state: NoteState.default("unread"),
  /** What a person said of the passage itself. Written by `note.keep` and `note.letGo`. */
  answer: NoteAnswer.nullable().default(null),
  observation: ObservationKind.nullable().default(null),
  sessionId: SessionId.nullable().default(null),
  personIds: z.array(PersonId).max(aboutMax).default([]),
  organizationIds: z.array(OrganizationId).max(aboutMax).default([]),
});
export type Note = z.infer<typeof Note>;
