import type { Event } from "#domain/model/event.ts";
import type { EventId, LeadId, OrganizationId, PersonId } from "#domain/model/id.ts";
import { type Lead, type Stage, stagesOf } from "#domain/model/lead.ts";
import type { Note } from "#domain/model/note.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, eventOf, showStep, type StepShown, todayIn } from "./asking.ts";
import { byWhen, isOver, type LeadShown, leadShownNouns, showLead } from "./lead-shown.ts";
import { source, type Source } from "./source.ts";

/** The nouns that one lead is shown from. */
export const leadNouns = [...leadShownNouns, "session", "note", "page", "commitment"] as const;

/** One lead with all that hangs on it. */
export interface LeadSeen extends LeadShown {
  event: Event | undefined;
  session: string | null;
  commitment: string | null;
  /** The note it came from, and the words on its page (NT3). */
  note: Note | undefined;
  source: Source | undefined;
  /** Open ones, what is wanted first before the others, then the closed, the newest first. */
  steps: StepShown[];
  closed: StepShown[];
  /** Of the same person or organization. */
  others: Lead[];
  stages: readonly Stage[];
}

export function lead(replica: Replica, leadId: LeadId, asking: Asking): LeadSeen | undefined {
  const found = replica.get("lead", leadId);
  if (found === undefined) return undefined;
  const steps = replica.by("step", "leadId", leadId);
  const note = replica.get("note", found.noteId);
  const workspace = replica.get("workspace", replica.workspaceId);
  const same = [
    ...(found.personId === null ? [] : replica.by("lead", "personId", found.personId)),
    ...(found.organizationId === null ? [] : replica.by("lead", "organizationId", found.organizationId)),
  ];
  return {
    ...showLead(replica, found, todayIn(replica, asking)),
    event: eventOf(replica, found.eventId),
    session: replica.get("session", found.sessionId)?.title ?? null,
    commitment: replica.get("commitment", found.commitmentId)?.what ?? null,
    note,
    source: note && source(replica, note.pageId, note.start, note.end),
    steps: steps
      .filter(({ state }) => state === "open")
      .toSorted((a, b) => byWhen(dayWanted(a), dayWanted(b)))
      .map((step) => showStep(replica, step)),
    closed: steps
      .filter(({ state }) => state !== "open")
      .toSorted((a, b) => byWhen(b.closedAt, a.closedAt))
      .map((step) => showStep(replica, step)),
    others: [...new Map(same.map((one) => [one.id, one])).values()].filter(({ id }) => id !== leadId),
    stages: stagesOf({ stages: workspace?.stages ?? null }),
  };
}

/** The leads of one thing, for its screen: those that go on first. */
export function leadsOf(
  replica: Replica,
  of: { personId: PersonId } | { organizationId: OrganizationId } | { eventId: EventId } | { noteId: Note["id"] },
  today: Day,
): LeadShown[] {
  const found =
    "personId" in of
      ? replica.by("lead", "personId", of.personId)
      : "organizationId" in of
        ? replica.by("lead", "organizationId", of.organizationId)
        : "eventId" in of
          ? replica.by("lead", "eventId", of.eventId)
          : replica.by("lead", "noteId", of.noteId);
  return found.map((one) => showLead(replica, one, today)).sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
}
