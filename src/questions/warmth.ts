import type { Person } from "#domain/model/person.ts";
import { sayTouch } from "#domain/model/say.ts";
import { daysMissed, dayWanted, ownerOf, type Step } from "#domain/model/step.ts";
import { addDays, type Day, dayAt } from "#domain/model/time.ts";
import { isMine, type Touch } from "#domain/model/touch.ts";
import { newsDays, type Warmth, warmthOf } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { metDay } from "./event-clock.ts";
import { eventOf, zoneOf } from "./asking.ts";

/** How warm the connection with a person is today, and why (EC3). It is computed each time it is asked and stored nowhere. */
export function warmth(replica: Replica, person: Person, today: Day): Warmth {
  const news = addDays(today, -newsDays);
  const touches = touchesOf(replica, person).filter(({ touchedOn }) => touchedOn <= today);
  const promises = promisesBetween(replica, person).filter(isPromise);
  const name = firstNameOf(person);
  const isLate = (step: Step) => daysMissed(step, today) > 0 && ownerOf(step, replica.memberId) === "me";
  const isKept = ({ state, closedAt }: Step) =>
    state === "done" && closedAt !== null && dayAt(closedAt, zoneOf(replica)) >= news;
  return warmthOf({
    today,
    name,
    last: lastOf(replica, { person, name, touches, today }),
    isMutual: touches.some((touch) => touch.touchedOn >= news && (touch.direction === "in" || isSpoken(touch))),
    unansweredOn: unansweredOn(touches),
    owed: promises
      .filter(isLate)
      .map((step) => ({ what: step.what, sinceOn: dayWanted(step) ?? today }))
      .sort((a, b) => (a.sinceOn < b.sinceOn ? -1 : 1)),
    kept: promises.filter(isKept).length,
    rhythmDays: person.rhythmDays,
  });
}

/** How a person is called among people who know them. */
export function firstNameOf({ name, givenName }: Pick<Person, "name" | "givenName">): string {
  return givenName ?? name.split(" ")[0] ?? name;
}

/** Every contact with a person, the oldest first; of one day in the order in which they were logged. */
export function touchesOf(replica: Replica, person: Pick<Person, "id">): Touch[] {
  return replica
    .by("touch", "personId", person.id)
    .toSorted((a, b) => order(a.touchedOn, b.touchedOn) || order(a.id, b.id));
}

/** Steps between us: ours that are for them, and theirs. */
export function promisesBetween(replica: Replica, person: Pick<Person, "id">): Step[] {
  const ours = replica.by("step", "withPersonId", person.id).filter(({ isTheirs }) => !isTheirs);
  return [...ours, ...replica.by("step", "ownerPersonId", person.id).filter(({ isTheirs }) => isTheirs)];
}

/** Said firmly: what was asked and not yet promised is owed by nobody, nor is a maybe. */
export function isPromise({ basis, certainty }: Step): boolean {
  return basis === "promised" && certainty === "firm";
}

function isSpoken({ way }: Touch): boolean {
  return way === "call" || way === "meeting";
}

/** The day of their newest line that has had no answer; null where I was the last to write, or we spoke since. */
function unansweredOn(touches: readonly Touch[]): Day | null {
  const last = touches.at(-1);
  return last === undefined || isMine(last) ? null : last.touchedOn;
}

function lastOf(
  replica: Replica,
  { person, name, touches, today }: { person: Person; name: string; touches: readonly Touch[]; today: Day },
): { day: Day; words: string } | null {
  const touch = touches.at(-1);
  const met = replica
    .by("meeting", "personId", person.id)
    .flatMap((meeting) => {
      const day = metDay(replica, meeting);
      const event = eventOf(replica, meeting.eventId);
      return day === null || day > today
        ? []
        : [{ day, words: event === undefined ? "you met" : `met at ${event.name}` }];
    })
    .toSorted((a, b) => order(a.day, b.day))
    .at(-1);
  if (touch === undefined || (met !== undefined && met.day > touch.touchedOn)) return met ?? null;
  return { day: touch.touchedOn, words: sayTouch(touch.way, touch.direction, name) };
}

function order(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
