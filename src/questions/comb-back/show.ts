import type { Commitment } from "#domain/model/commitment.ts";
import type { Event } from "#domain/model/event.ts";
import type { Lead } from "#domain/model/lead.ts";
import type { Note } from "#domain/model/note.ts";
import type { Person } from "#domain/model/person.ts";
import type { Session } from "#domain/model/session.ts";
import type { Subject } from "#domain/model/sitting.ts";
import { isToAskAgain, isVague } from "#domain/model/step.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import type { Warmth } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { ageDays } from "../ask-again.ts";
import { organizationName, personName, showStep, type StepShown, zoneOf } from "../asking.ts";
import { openPath } from "../cold-leads.ts";
import { warmth } from "../warmth.ts";

/** A card as a person reads it: by what it is about. */
export type Face =
  | { about: "note"; note: Note; event: Event | undefined; session: Session | undefined; takenOn: Day }
  | { about: "theirs" | "vague" | "cameOf"; shown: StepShown; ageDays: number }
  | {
      about: "cold";
      person: Person | undefined;
      lead: Lead | undefined;
      organization: string | null;
      warmth: Warmth | null;
      /** To a lead: the way that is still open, in a sentence (EC4). */
      path: string | null;
    }
  | { about: "event"; event: Event; notes: number }
  | { about: "commitment"; commitment: Commitment };

/** What a card shows; undefined where what it is about is gone, or needs no answer any more: it was done elsewhere, or got its day. */
export function faceOf(replica: Replica, subject: Subject, day: Day): Face | undefined {
  switch (subject.about) {
    case "note":
      return noteFace(replica, subject);
    case "theirs":
    case "vague":
    case "cameOf":
      return stepFace(replica, subject, day);
    case "cold":
      return coldFace(replica, subject, day);
    case "event": {
      const event = replica.get("event", subject.eventId);
      if (event === undefined) return undefined;
      return { about: "event", event, notes: replica.by("note", "eventId", event.id).length };
    }
    case "commitment": {
      const commitment = replica.get("commitment", subject.commitmentId);
      if (commitment?.state !== "open") return undefined;
      return { about: "commitment", commitment };
    }
  }
}

function noteFace(replica: Replica, { noteId }: Subject): Face | undefined {
  const note = replica.get("note", noteId);
  if (note === undefined || note.state === "letGo") return undefined;
  const takenOn = replica.get("page", note.pageId)?.takenOn ?? dayAt(note.createdAt, zoneOf(replica));
  const [event, session] = [replica.get("event", note.eventId), replica.get("session", note.sessionId)];
  return { about: "note", note, event, session, takenOn };
}

function stepFace(replica: Replica, { about, stepId }: Subject, day: Day): Face | undefined {
  const step = replica.get("step", stepId);
  if (step === undefined) return undefined;
  const shown = showStep(replica, step);
  const face = { shown, ageDays: ageDays(replica, shown, day) };
  if (about === "theirs") return isToAskAgain(step, day) ? { about, ...face } : undefined;
  if (about === "vague") return isVague(step) ? { about, ...face } : undefined;
  return step.state === "done" && step.cameOfIt === null ? { about: "cameOf", ...face } : undefined;
}

function coldFace(replica: Replica, { leadId, personId }: Subject, day: Day): Face | undefined {
  const lead = replica.get("lead", leadId);
  const person = replica.get("person", lead?.personId ?? personId);
  if (lead === undefined && person === undefined) return undefined;
  const organization = organizationName(replica, lead?.organizationId ?? person?.organizationId ?? null);
  return {
    about: "cold",
    person,
    lead,
    organization,
    warmth: person === undefined ? null : warmth(replica, person, day),
    path: lead === undefined ? null : (openPath(replica, lead, day)?.sentence ?? null),
  };
}

/** What a card is about, in a line: for lists, and for the command line. */
export function sayFace(replica: Replica, face: Face): string {
  switch (face.about) {
    case "note":
      return face.note.text;
    case "theirs":
    case "vague":
    case "cameOf":
      return [face.shown.who, face.shown.step.what].filter(Boolean).join(": ");
    case "cold":
      return face.lead?.name ?? personName(replica, face.person?.id ?? null) ?? "";
    case "event":
      return face.event.name;
    case "commitment":
      return face.commitment.what;
  }
}
