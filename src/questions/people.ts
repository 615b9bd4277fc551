import type { PersonId } from "#domain/model/id.ts";
import type { Meeting, Person } from "#domain/model/person.ts";
import type { Step } from "#domain/model/step.ts";
import type { Touch } from "#domain/model/touch.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName, showStep, type StepShown } from "./asking.ts";

export interface PersonListed {
  person: Person;
  organization: string | null;
  /** The latest touch or meeting day, or null. */
  lastSeenOn: string | null;
  openSteps: number;
}

export const peopleNouns = ["workspace", "person", "organization", "meeting", "touch", "step"] as const;

/** People, those with something open or lately seen first, then by name. */
export function people(replica: Replica): PersonListed[] {
  return [...replica.all("person")]
    .map((person) => ({
      person,
      organization: organizationName(replica, person.organizationId),
      lastSeenOn: lastSeenOn(replica, person.id),
      openSteps: openStepsOf(replica, person.id),
    }))
    .sort(
      (a, b) =>
        b.openSteps - a.openSteps ||
        (b.lastSeenOn ?? "").localeCompare(a.lastSeenOn ?? "") ||
        a.person.name.localeCompare(b.person.name),
    );
}

function lastSeenOn(replica: Replica, personId: PersonId): string | null {
  const days = [
    ...replica.by("touch", "personId", personId).map((touch) => touch.touchedOn),
    ...replica.by("meeting", "personId", personId).flatMap((meeting) => meeting.metOn ?? []),
  ];
  return days.reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}

function openStepsOf(replica: Replica, personId: PersonId): number {
  const own = [...replica.by("step", "withPersonId", personId), ...replica.by("step", "ownerPersonId", personId)];
  return new Set(own.filter((step) => step.state === "open").map((step) => step.id)).size;
}

export interface PersonShown extends PersonListed {
  meetings: { meeting: Meeting; event: string | null; through: string | null }[];
  touches: Touch[];
  steps: StepShown[];
  /** Where the person stands in notes: the note's words and the way back (NT3). */
  notes: { id: string; text: string }[];
}

/** The four lists of a person: what was promised and what was asked, on either side. */
export const promiseLists = ["I promised", "They promised", "I was asked", "I asked them"] as const;

/** A person's open steps by the list they are on. */
export function promisesOf(steps: readonly StepShown[]): Record<(typeof promiseLists)[number], StepShown[]> {
  const open = steps.filter(({ step }) => step.state === "open");
  const of = (isTheirs: boolean, basis: Step["basis"]) =>
    open.filter(({ step }) => step.isTheirs === isTheirs && step.basis === basis);
  return {
    "I promised": of(false, "promised"),
    "They promised": of(true, "promised"),
    "I was asked": of(false, "asked"),
    "I asked them": of(true, "asked"),
  };
}

/** One person: how we met, every touch, what is open both ways, and the notes that name them. */
export function person(replica: Replica, personId: PersonId): PersonShown | undefined {
  const found = replica.get("person", personId);
  if (found === undefined) return undefined;
  const steps = [...replica.by("step", "withPersonId", personId), ...replica.by("step", "ownerPersonId", personId)];
  return {
    person: found,
    organization: organizationName(replica, found.organizationId),
    lastSeenOn: lastSeenOn(replica, personId),
    openSteps: openStepsOf(replica, personId),
    meetings: replica.by("meeting", "personId", personId).map((meeting) => ({
      meeting,
      event: replica.get("event", meeting.eventId)?.name ?? null,
      through: replica.get("person", meeting.throughPersonId)?.name ?? null,
    })),
    touches: replica.by("touch", "personId", personId).toSorted((a, b) => (a.touchedOn < b.touchedOn ? 1 : -1)),
    steps: [...new Map(steps.map((step) => [step.id, step])).values()].map((step) => showStep(replica, step)),
    notes: [...replica.all("note")]
      .filter((note) => note.personIds.includes(personId))
      .map((note) => ({ id: note.id, text: note.text })),
  };
}
