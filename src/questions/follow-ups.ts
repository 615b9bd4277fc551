import { daysLate, lookDays, type LookName } from "#domain/model/clock.ts";
import type { Event } from "#domain/model/event.ts";
import type { Person } from "#domain/model/person.ts";
import { addDays, type Day, dayAt, daysBetween } from "#domain/model/time.ts";
import { isMine } from "#domain/model/touch.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName, zoneOf } from "./asking.ts";
import { clockAfter, clockNumbers, homeOn, metAt, metDay } from "./event-clock.ts";

/** A follow-up whose day has come: who, after which event, and how late it is. */
export interface FollowUpDue {
  person: Person;
  organization: string | null;
  /** The event at which they were met last; null for a slow rhythm with somebody met at none. */
  event: Event | null;
  look: LookName;
  dueOn: Day;
  daysLate: number;
}

/** Nouns that `followUps` reads. */
export const followUpsNouns = ["workspace", "person", "organization", "event", "meeting", "touch"] as const;

/**
 * So many days after the third look was due, an event's looks leave the day's list: who was not followed up by then is cold, and
 * stands with the event and in the comb-back, where cold leads are worked a few at a time (EC4). Without it one neglected event
 * would stand on every list from then on.
 */
const listedDays = 14;

/**
 * Whose follow-up is wanted by `day` (EC1): those who have had none first, then the others, the latest event's before an older one's.
 * Each person stands once, with the event at which they were met last; colleagues have no clock.
 */
export function followUps(replica: Replica, day: Day): FollowUpDue[] {
  const due: FollowUpDue[] = [];
  const seen = new Set<string>();
  const listedFrom = addDays(day, -listedDays);
  for (const event of lastFirst(replica, day)) {
    const home = homeOn(event);
    if (home !== null && lookDays(home, clockNumbers(replica)).third < listedFrom) continue;
    for (const { person, meeting } of metAt(replica, event.id)) {
      if (seen.has(person.id) || person.isColleague) continue;
      seen.add(person.id);
      const clock = clockAfter(replica, { person, meeting, event });
      const next = clock?.next;
      if (!clock || !next || next.dueOn > day) continue;
      due.push({
        ...about(replica, person),
        event,
        look: next.look,
        dueOn: next.dueOn,
        daysLate: daysLate(clock, day),
      });
    }
  }
  for (const person of replica.all("person")) {
    if (person.rhythmDays === null || person.isColleague || seen.has(person.id)) continue;
    const dueOn = addDays(lastContactOn(replica, person), person.rhythmDays);
    if (dueOn > day) continue;
    due.push({ ...about(replica, person), event: null, look: "rhythm", dueOn, daysLate: daysBetween(dueOn, day) });
  }
  return due.sort((a, b) => Number(b.look === "first") - Number(a.look === "first"));
}

function lastFirst(replica: Replica, day: Day): Event[] {
  return [...replica.all("event")]
    .filter((event) => (homeOn(event) ?? day) <= day)
    .sort((a, b) => (homeOn(b) ?? "").localeCompare(homeOn(a) ?? "") || b.id.localeCompare(a.id));
}

function about(replica: Replica, person: Person): Pick<FollowUpDue, "person" | "organization"> {
  return { person, organization: organizationName(replica, person.organizationId) };
}

/** The newest day on which I was in touch; where there is none, the day on which they were taken in. */
function lastContactOn(replica: Replica, person: Person): Day {
  const days = [
    ...replica.by("touch", "personId", person.id).flatMap((touch) => (isMine(touch) ? touch.touchedOn : [])),
    ...replica.by("meeting", "personId", person.id).flatMap((meeting) => metDay(replica, meeting) ?? []),
  ].sort();
  return days.at(-1) ?? dayAt(person.createdAt, zoneOf(replica));
}
