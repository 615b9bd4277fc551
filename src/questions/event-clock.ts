import { type Clock, type ClockNumbers, clockNumbersOf, clockOf } from "#domain/model/clock.ts";
import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Meeting, Person } from "#domain/model/person.ts";
import type { Day } from "#domain/model/time.ts";
import { isMine } from "#domain/model/touch.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { eventOf } from "./asking.ts";

/** The numbers of this workspace's clock. */
export function clockNumbers(replica: Replica): ClockNumbers {
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  return clockNumbersOf(workspace);
}

/** The day of coming home: the event's last one, in its own zone. Null where the event has no day. */
export function homeOn({ startsOn, endsOn }: Pick<Event, "startsOn" | "endsOn">): Day | null {
  return endsOn ?? startsOn;
}

/** A person met at an event, with the meeting that says so. */
export interface Met {
  person: Person;
  /** The first of several. */
  meeting: Meeting;
}

/** Everybody who was met at an event, each once. */
export function metAt(replica: Replica, eventId: EventId): Met[] {
  const met = new Map<string, Met>();
  for (const meeting of replica.by("meeting", "eventId", eventId)) {
    const person = replica.get("person", meeting.personId);
    const known = met.get(meeting.personId)?.meeting.metOn ?? null;
    const isFirst = known === null || (meeting.metOn !== null && meeting.metOn < known);
    if (person !== undefined && isFirst) met.set(person.id, { person, meeting });
  }
  return [...met.values()];
}

/**
 * The clock of a person after the event at which they were met (EC1): it starts when both are home, and is moved by what I sent, by
 * calls and meetings (EC2), and by meeting again. Meeting at the event is no follow-up; a line sent from there is one. Null where
 * nothing says when it was.
 */
export function clockAfter(replica: Replica, { person, meeting, event }: Met & { event: Event }): Clock | null {
  const metOn = meeting.metOn ?? event.startsOn ?? homeOn(event);
  const home = later(homeOn(event), meeting.metOn);
  if (home === null || metOn === null) return null;
  const touched = replica
    .by("touch", "personId", person.id)
    .filter((touch) => isMine(touch) && touch.touchedOn >= metOn && (touch.way !== "meeting" || touch.touchedOn > home))
    .map(({ touchedOn }) => touchedOn);
  const metAgain = replica
    .by("meeting", "personId", person.id)
    .flatMap((again) => (again.eventId === event.id ? [] : (metDay(replica, again) ?? [])))
    .filter((day) => day > home);
  return clockOf(home, [...touched, ...metAgain], { numbers: clockNumbers(replica), rhythmDays: person.rhythmDays });
}

/** The day of a meeting, or of the event where it was. */
export function metDay(replica: Replica, { metOn, eventId }: Meeting): Day | null {
  const event = eventOf(replica, eventId);
  return metOn ?? (event === undefined ? null : homeOn(event));
}

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? other : one;
}
