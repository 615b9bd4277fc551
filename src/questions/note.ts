import type { Event } from "#domain/model/event.ts";
import type { NoteId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Organization, Person } from "#domain/model/person.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Session } from "#domain/model/session.ts";
import type { Replica } from "#replica/replica.ts";
import { showStep, type StepShown } from "./asking.ts";

export interface NoteShown {
  note: Note;
  event: Event | undefined;
  session: Session | undefined;
  people: Person[];
  organizations: Organization[];
  /** What came of it. */
  steps: StepShown[];
  /** What the reader proposed of it, answered or not. */
  proposals: Proposal[];
}

/** One note: its words are on its page (NT3); here is what it is about, and what came of it. */
export function note(replica: Replica, noteId: NoteId): NoteShown | undefined {
  const found = replica.get("note", noteId);
  if (found === undefined) return undefined;
  return {
    note: found,
    event: replica.get("event", found.eventId),
    session: replica.get("session", found.sessionId),
    people: found.personIds.flatMap((id) => replica.get("person", id) ?? []),
    organizations: found.organizationIds.flatMap((id) => replica.get("organization", id) ?? []),
    steps: replica.by("step", "noteId", noteId).map((step) => showStep(replica, step)),
    proposals: replica.by("proposal", "noteId", noteId),
  };
}
