import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Page } from "#domain/model/page.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Step } from "#domain/model/step.ts";
import type { Replica } from "#replica/replica.ts";

/** What an event holds of earlier debriefs, for a debrief to be kept beside it. */
export interface KeptOfEvent {
  pages: Page[];
  notes: Note[];
  proposals: Proposal[];
  steps: Step[];
}

export const keptNouns = ["event", "page", "note", "proposal", "step"] as const;

/** The event of a name, without regard to case. */
export function eventNamed(replica: Replica, name: string): Event | undefined {
  const wanted = name.toLowerCase();
  return [...replica.all("event")].find((event) => event.name.toLowerCase() === wanted);
}

/** What an event holds already; nothing where it is new. */
export function keptOf(replica: Replica, eventId: EventId | null): KeptOfEvent {
  if (eventId === null) return { pages: [], notes: [], proposals: [], steps: [] };
  return {
    pages: replica.by("page", "eventId", eventId),
    notes: replica.by("note", "eventId", eventId),
    proposals: replica.by("proposal", "eventId", eventId),
    steps: replica.by("step", "eventId", eventId),
  };
}
