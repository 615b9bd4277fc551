import type { Event } from "#domain/model/event.ts";
import type { Memory } from "#domain/model/memory.ts";
import type { Organization } from "#domain/model/person.ts";
import type { Session } from "#domain/model/session.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { memory, memoryForReading } from "./memory.ts";
import { type Asking, organizationName, zoneOf } from "./asking.ts";

/** What a workspace knows that helps to read notes: who I am, with whom I work, whom I know, what was on. */
export interface WorkspaceKnown {
  today: Day;
  timeZone: TimeZone;
  workingDays: readonly number[];
  me: { name: string; organization: string | null } | null;
  colleagues: string[];
  people: PersonKnown[];
  organizations: Organization[];
  events: { name: string; startsOn: Day | null; endsOn: Day | null }[];
  /** What answers taught (RD6); absent where they taught nothing. */
  memory?: Memory;
}

/** An event with its programme, as more of its notes are read beside it. */
export interface EventWithProgramme extends Pick<Event, "name" | "kind" | "startsOn" | "endsOn" | "timeZone"> {
  sessions: Session[];
}

export const programmesNouns = ["event", "session"] as const;

/** Every event with its programme, what was withdrawn from it left out. */
export function programmes(replica: Replica): EventWithProgramme[] {
  return [...replica.all("event")].map(({ id, name, kind, startsOn, endsOn, timeZone }) => ({
    name,
    kind,
    startsOn,
    endsOn,
    timeZone,
    sessions: replica.by("session", "eventId", id).filter((session) => !session.isWithdrawn),
  }));
}

interface PersonKnown {
  name: string;
  givenName: string | null;
  familyName: string | null;
  nicknames: readonly string[];
  organization: string | null;
  emails: readonly string[];
  source: string;
}

export const knownNouns = ["workspace", "member", "event", "person", "organization", "proposal", "step"] as const;

/**
 * What the workspace knows, for whatever reads notes beside it: a debrief, a captured line. Colleagues are the other members,
 * and the people who are marked as such.
 */
export function known(replica: Replica, asking: Asking): WorkspaceKnown {
  const timeZone = zoneOf(replica);
  const me = replica.get("member", replica.memberId);
  const others = [...replica.all("member")].filter((member) => member.id !== replica.memberId);
  const people = [...replica.all("person")];
  const learned = memoryForReading(memory(replica));
  const colleagues = [...others, ...people.filter((person) => person.isColleague)].map(({ name }) => name);
  colleagues.push(...(learned?.colleagues ?? []));
  return {
    today: dayAt(asking.now, timeZone),
    timeZone,
    workingDays: replica.get("workspace", replica.workspaceId)?.workingDays ?? [],
    me: me === undefined ? null : { name: me.name, organization: me.organization },
    colleagues: [...new Set(colleagues)],
    people: people.map((person) => ({
      ...person,
      organization: organizationName(replica, person.organizationId),
      emails: person.emails.map((email) => email.value),
      source: person.source ?? "your people",
    })),
    organizations: [...replica.all("organization")],
    events: [...replica.all("event")],
    ...(learned === undefined ? {} : { memory: learned.memory }),
  };
}

/** What a line captured at an event is read beside: all that the workspace knows, and the event's programme, on the event's day. */
export function knownAt(replica: Replica, event: Event | undefined, asking: Asking): KnownAt {
  const workspace = known(replica, asking);
  const timeZone = event?.timeZone ?? workspace.timeZone;
  return {
    ...workspace,
    takenOn: dayAt(asking.now, timeZone),
    timeZone,
    event: event ?? null,
    sessions: event === undefined ? [] : replica.by("session", "eventId", event.id),
  };
}

export interface KnownAt extends WorkspaceKnown {
  /** The day it is, in the event's zone. */
  takenOn: Day;
  event: Event | null;
  sessions: Session[];
}
