import type { OrganizationId, PersonId, SessionId, EventId } from "#domain/model/id.ts";
import { plain } from "#domain/model/plain.ts";
import { type Day, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { metDay } from "./event-clock.ts";

/** Who is looking, in the graph of ties; all others stand there by their id. */
export const me = "me";

/** Between whom a tie is: me, people, and what ties people together. */
export type End = typeof me | PersonId | OrganizationId | SessionId | EventId;

/** One thing that is known of two: what a path says of the hand-over between them. */
export type Tie =
  | { is: "known"; meetings: number; touches: number; lastOn: Day | null; metAt: EventId | null; metOn: Day | null }
  | { is: "colleague" }
  | { is: "contact" }
  | { is: "introduced" }
  | { is: "introduces"; isDone: boolean }
  | { is: "noted" }
  | { is: "worksAt" }
  | { is: "speaksAt" }
  | { is: "wasAt" };

/** A tie, from whom to whom, and how strong it is: how likely it is that something is handed over by it, from 0 to 1. */
export interface TieFound {
  from: End;
  to: End;
  tie: Tie;
  strength: number;
}

/** Nothing is certain. */
export const strengthMax = 0.95;

/**
 * How strong ties are, and why. A path is as good as the hand-overs on it, one after the other, so that strengths multiply; the numbers
 * say how they stand to each other, and no more:
 * - whom I know: half of what there is to a tie comes with the first contact, and each further one adds half of the rest; a written
 *   line counts half a meeting or call. It fades by time: half of it is gone after half a year, but two fifths stay for good, since who was
 *   met can be written to years later.
 * - a colleague of mine will do it; who introduced us once knows both; who was asked to, may.
 * - colleagues of theirs: .65 to the organization and .65 from it is a tie of .42. Of so many that they cannot all know each other,
 *   the tie thins out with the root of their number. So it does with those who speak at one session, or were at one event.
 * - an address alone is a door that may be knocked at, and hardly more.
 */
const strengths = {
  colleague: 0.9,
  introduced: 0.8,
  introduces: 0.7,
  mayIntroduce: 0.5,
  noted: 0.25,
  contact: 0.08,
  worksAt: 0.65,
  speaksAt: 0.55,
  wasAt: 0.3,
} as const;

const halfLifeDays = 180;
const staysForGood = 0.4;
/** So many know each other; of more, not all do. */
const circle = 10;
/** A note that names more people than that is a list of them, and ties nobody. */
const notedMax = 6;

/** The nouns that ties are found in. */
export const tieNouns = [
  "workspace",
  "person",
  "organization",
  "event",
  "session",
  "meeting",
  "touch",
  "step",
  "note",
] as const;

/** Every tie that the workspace tells of, on a day. In time that grows with the rows, and not with the pairs among them. */
export function* ties(replica: Replica, day: Day): Generator<TieFound> {
  yield* ofMine(replica, day);
  yield* ofOrganizations(replica);
  yield* ofIntroductions(replica);
  yield* ofProgrammes(replica);
  yield* ofNotes(replica);
}

/** How strong a tie of mine is, by what there was between us. */
export function knownStrength({
  spoken,
  written,
  lastOn,
  day,
}: {
  spoken: number;
  written: number;
  lastOn: Day | null;
  day: Day;
}): number {
  const often = 1 - 0.5 ** (spoken + written / 2);
  const days = lastOn === null ? 2 * 365 : Math.max(0, daysBetween(lastOn, day));
  return Math.min(strengthMax, often * (staysForGood + (1 - staysForGood) * 0.5 ** (days / halfLifeDays)));
}

function* ofMine(replica: Replica, day: Day): Generator<TieFound> {
  for (const person of replica.all("person")) {
    const { id } = person;
    const meetings = replica.by("meeting", "personId", id);
    const touches = replica.by("touch", "personId", id);
    if (meetings.length + touches.length > 0) {
      const first = meetings.find(({ eventId }) => eventId !== null) ?? meetings[0];
      const metOn = first === undefined ? null : metDay(replica, first);
      const spoken = touches.filter(({ way }) => way === "call" || way === "meeting").length;
      const lastOn = latest([
        ...touches.map(({ touchedOn }) => touchedOn),
        ...meetings.flatMap((meeting) => metDay(replica, meeting) ?? []),
      ]);
      const tie: Tie = {
        is: "known",
        meetings: meetings.length,
        touches: touches.length,
        lastOn,
        metAt: first?.eventId ?? null,
        metOn,
      };
      const written = touches.length - spoken;
      yield {
        from: me,
        to: id,
        tie,
        strength: knownStrength({ spoken: spoken + meetings.length, written, lastOn, day }),
      };
    }
    if (person.isColleague) yield { from: me, to: id, tie: { is: "colleague" }, strength: strengths.colleague };
    else if (person.emails.length + person.phones.length > 0) {
      yield { from: me, to: id, tie: { is: "contact" }, strength: strengths.contact };
    }
    for (const { throughPersonId } of meetings) {
      if (throughPersonId !== null && throughPersonId !== id) {
        yield { from: throughPersonId, to: id, tie: { is: "introduced" }, strength: strengths.introduced };
      }
    }
  }
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}

function* ofOrganizations(replica: Replica): Generator<TieFound> {
  for (const { id } of replica.all("organization")) {
    const people = replica.by("person", "organizationId", id);
    const strength = strengths.worksAt * thinned(people.length);
    for (const person of people) yield { from: person.id, to: id, tie: { is: "worksAt" }, strength };
  }
}

/** The larger the circle, the less likely that two of it know each other. */
function thinned(count: number): number {
  return Math.min(1, Math.sqrt(circle / Math.max(1, count)));
}

/** Who introduced, or was asked to introduce, whom. What was dropped says that it does not go that way. */
function* ofIntroductions(replica: Replica): Generator<TieFound> {
  for (const step of replica.by("step", "kind", "introduce")) {
    const { ownerPersonId, withPersonId, state } = step;
    if (ownerPersonId === null || withPersonId === null || ownerPersonId === withPersonId || state === "dropped")
      continue;
    const isDone = state === "done";
    const strength = isDone ? strengths.introduces : strengths.mayIntroduce;
    yield { from: ownerPersonId, to: withPersonId, tie: { is: "introduces", isDone }, strength };
  }
}

/** Who speaks at one session, and who was met at the event where somebody speaks. Speakers are people by their names. */
function* ofProgrammes(replica: Replica): Generator<TieFound> {
  const byName = new Map<string, PersonId>();
  for (const { id, name } of replica.all("person")) byName.set(plain(name), id);
  const speaking = new Map<EventId, Set<PersonId>>();
  for (const { id, eventId, speakers } of replica.all("session")) {
    const known = speakers.flatMap(({ name }) => byName.get(plain(name)) ?? []);
    for (const person of known) {
      const there = speaking.get(eventId);
      if (there === undefined) speaking.set(eventId, new Set([person]));
      else there.add(person);
      if (known.length > 1) {
        yield { from: person, to: id, tie: { is: "speaksAt" }, strength: strengths.speaksAt * thinned(known.length) };
      }
    }
  }
  for (const [eventId, speakers] of speaking) {
    const there = new Set([...speakers, ...replica.by("meeting", "eventId", eventId).map(({ personId }) => personId)]);
    if (there.size < 2) continue;
    const strength = strengths.wasAt * thinned(there.size);
    for (const person of there) yield { from: person, to: eventId, tie: { is: "wasAt" }, strength };
  }
}

function* ofNotes(replica: Replica): Generator<TieFound> {
  for (const { personIds } of replica.all("note")) {
    if (personIds.length < 2 || personIds.length > notedMax) continue;
    for (const [n, from] of personIds.entries()) {
      for (const to of personIds.slice(n + 1)) {
        if (from !== to) yield { from, to, tie: { is: "noted" }, strength: strengths.noted };
      }
    }
  }
}
