import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { type Ledger, ledgerOf } from "#domain/model/ledger.ts";
import type { Note, ObservationKind } from "#domain/model/note.ts";
import type { Session } from "#domain/model/session.ts";
import type { Owner } from "#domain/model/step.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, type StepShown, stepShownNouns } from "./asking.ts";

export interface EventListed {
  event: Event;
  ledger: Ledger;
  openSteps: number;
  doneSteps: number;
}

export const eventsNouns = ["workspace", "event", "note", "step"] as const;

/** Events, the latest first, each with its ledger (NT2) and how far its steps are. */
export function events(replica: Replica): EventListed[] {
  return [...replica.all("event")]
    .map((event) => {
      const own = replica.by("step", "eventId", event.id);
      return {
        event,
        ledger: ledgerOf(replica.by("note", "eventId", event.id)),
        openSteps: own.filter((step) => step.state === "open").length,
        doneSteps: own.filter((step) => step.state === "done").length,
      };
    })
    .sort((a, b) => ((a.event.startsOn ?? a.event.createdAt) < (b.event.startsOn ?? b.event.createdAt) ? 1 : -1));
}

export interface EventShown extends EventListed {
  steps: Record<Owner, StepShown[]>;
  met: { name: string; organization: string | null; id: string }[];
  observations: { kind: ObservationKind; note: Note }[];
  sessions: {
    starred: Session[];
    attended: Session[];
    withNotes: { session: Session; notes: number }[];
    count: number;
    /** Of these, how many the newest programme no longer has. */
    withdrawn: number;
  };
}

export const eventNouns = [...stepShownNouns, "session", "note", "meeting"] as const;

/** One event: its ledger (NT2), steps by whose they are, people met, observations, and the sessions that matter. */
export function event(replica: Replica, eventId: EventId, _asking: Asking): EventShown | undefined {
  const found = replica.get("event", eventId);
  if (found === undefined) return undefined;
  const notes = replica.by("note", "eventId", eventId);
  const shown = replica.by("step", "eventId", eventId).map((step) => showStep(replica, step));
  const owned = (owner: Owner) => shown.filter((one) => one.owner === owner);
  const sessions = replica.by("session", "eventId", eventId);
  const notesOf = new Map<string, number>();
  for (const { sessionId } of notes) if (sessionId !== null) notesOf.set(sessionId, (notesOf.get(sessionId) ?? 0) + 1);
  return {
    event: found,
    ledger: ledgerOf(notes),
    openSteps: shown.filter(({ step }) => step.state === "open").length,
    doneSteps: shown.filter(({ step }) => step.state === "done").length,
    steps: { me: owned("me"), colleague: owned("colleague"), them: owned("them") },
    met: replica.by("meeting", "eventId", eventId).flatMap(({ personId }) => {
      const person = replica.get("person", personId);
      if (person === undefined) return [];
      return [
        {
          name: person.name,
          organization: replica.get("organization", person.organizationId)?.name ?? null,
          id: person.id,
        },
      ];
    }),
    observations: notes.flatMap((note) => (note.observation === null ? [] : [{ kind: note.observation, note }])),
    sessions: {
      starred: sessions.filter((session) => session.isStarred),
      attended: sessions.filter((session) => session.isAttended === true),
      withNotes: sessions.flatMap((session) => {
        const count = notesOf.get(session.id);
        return count === undefined ? [] : [{ session, notes: count }];
      }),
      count: sessions.length,
      withdrawn: sessions.filter((session) => session.isWithdrawn).length,
    },
  };
}
