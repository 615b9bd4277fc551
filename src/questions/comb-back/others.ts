import type { Commitment } from "#domain/model/commitment.ts";
import { isIn, periodOn } from "#domain/model/period.ts";
import { type CardAbout, type Subject } from "#domain/model/sitting.ts";
import { isToAskAgain, isVague, ownerOf, type Step } from "#domain/model/step.ts";
import { addDays, type Day, dayAt, instantOf, plainDate } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { zoneOf } from "../asking.ts";
import { isOurs, within } from "../commitments.ts";
import { homeOn } from "../event-clock.ts";
import { coldLeads, coldPeople } from "./cold.ts";
import { keyOf, restsUntil, type Showings } from "./showings.ts";

/**
 * How many of each a comb-back brings, however many there are (RV5): with seven notes that is a quarter of an hour. What does not come
 * this week comes in one of the next: those that were not shown for longest go first.
 */
export const othersMax: Record<Exclude<CardAbout, "note">, number> = {
  theirs: 5,
  cold: 3,
  vague: 3,
  event: 2,
  commitment: 3,
  cameOf: 3,
};

/** What could be brought: what it is, and since when it waits for it. */
interface Waiting {
  subject: Subject;
  since: Day;
}

interface Asked {
  day: Day;
  showings: Showings;
}

/** What comes after the notes, in the order of RV5. */
export function chooseOthers(replica: Replica, { day, showings }: Asked): Subject[] {
  const choose = (about: keyof typeof othersMax, waiting: readonly Waiting[]) =>
    longestFirst(waiting, { day, showings }).slice(0, othersMax[about]);
  return [
    ...choose("theirs", theirsDue(replica, day)),
    ...chooseCold(replica, { day, showings }),
    ...choose("vague", vague(replica)),
    ...choose("event", eventsWithoutSteps(replica, day)),
    ...choose("commitment", commitmentsIdle(replica, day)),
    ...choose("cameOf", closedUnsaid(replica, day)),
  ];
}

/** Those that may be brought, by how long they have waited: since they were last shown, or since they are what they are. */
function longestFirst(waiting: readonly Waiting[], { day, showings }: Asked): Subject[] {
  return waiting
    .flatMap(({ subject, since }) => {
      const rests = restsUntil(showings.get(keyOf(subject)));
      if (rests === null || (rests.until !== null && rests.until > day)) return [];
      const from = rests.until ?? rests.shownOn ?? since;
      return [{ subject, from: from > since ? from : since }];
    })
    .toSorted((a, b) => order(a.from, b.from) || order(keyOf(a.subject), keyOf(b.subject)))
    .map(({ subject }) => subject);
}

/** Cold leads and people: the less familiar first (EC4), and one of those that have waited longest, so that everybody has a turn. */
function chooseCold(replica: Replica, asked: Asked): Subject[] {
  const cold = [...coldLeads(replica, asked.day), ...coldPeople(replica, asked.day)];
  const waiting = longestFirst(
    cold.map(({ since, ...named }) => ({ since, subject: about("cold", named) })),
    asked,
  );
  const touches = new Map(cold.map((one) => [keyOf(about("cold", one)), one.touches]));
  const lessFamiliar = waiting.toSorted((a, b) => (touches.get(keyOf(a)) ?? 0) - (touches.get(keyOf(b)) ?? 0));
  const chosen = new Set([...waiting.slice(0, 1), ...lessFamiliar]);
  return [...chosen].slice(0, othersMax.cold);
}

function theirsDue(replica: Replica, day: Day): Waiting[] {
  return replica
    .by("step", "state", "open")
    .filter((step) => isToAskAgain(step, day))
    .map((step) => ({ subject: about("theirs", { stepId: step.id }), since: step.checkBackOn ?? day }));
}

function vague(replica: Replica): Waiting[] {
  const zone = zoneOf(replica);
  return replica
    .by("step", "state", "open")
    .filter((step) => isVague(step) && ownerOf(step, replica.memberId) !== "colleague")
    .map((step) => ({ subject: about("vague", { stepId: step.id }), since: dayAt(step.createdAt, zone) }));
}

/** After a year an event without steps is one that nothing follows from. */
const eventDays = 365;

function eventsWithoutSteps(replica: Replica, day: Day): Waiting[] {
  const from = addDays(day, -eventDays);
  const ended = [...replica.all("event")].flatMap((event) => {
    const home = homeOn(event);
    return home !== null && home < day && home >= from ? [{ event, home }] : [];
  });
  if (ended.length === 0) return [];
  const withNotes = new Set<string>();
  for (const { eventId, state } of replica.all("note"))
    if (eventId !== null && state !== "letGo") withNotes.add(eventId);
  return ended
    .filter(({ event }) => withNotes.has(event.id) && replica.by("step", "eventId", event.id).length === 0)
    .map(({ event, home }) => ({ subject: about("event", { eventId: event.id }), since: home }));
}

/** Open commitments of mine and of the team whose span is now, with no step open or closed this month, nor under anything that serves them. */
function commitmentsIdle(replica: Replica, day: Day): Waiting[] {
  const monthStart = periodOn("month", day).startsOn;
  const open = replica.by("commitment", "state", "open");
  return open
    .filter((one) => isOurs(replica, one) && isIn(day, one) && !isWorkedOn(replica, one, monthStart))
    .map(({ id, startsOn }) => ({
      subject: about("commitment", { commitmentId: id }),
      since: startsOn > monthStart ? startsOn : monthStart,
    }));
}

function isWorkedOn(replica: Replica, commitment: Commitment, monthStart: Day): boolean {
  const zone = zoneOf(replica);
  return within(replica, commitment).some(({ id }) =>
    replica
      .by("step", "commitmentId", id)
      .some(({ state, closedAt }) => state === "open" || (closedAt !== null && dayAt(closedAt, zone) >= monthStart)),
  );
}

/** A week's worth, and a few days for a sitting that is late. */
const closedDays = 10;

/** Steps of mine and of theirs that were done lately, of which nobody has said what came (ST5). */
function closedUnsaid(replica: Replica, day: Day): Waiting[] {
  const zone = zoneOf(replica);
  const from = addDays(day, -closedDays);
  const fromInstant = instantOf(plainDate(addDays(from, -1)).toZonedDateTime({ timeZone: zone }).toInstant());
  const isLately = ({ closedAt }: Step) =>
    closedAt !== null && closedAt >= fromInstant && dayAt(closedAt, zone) >= from;
  return replica
    .by("step", "state", "done")
    .filter((step) => step.cameOfIt === null && isLately(step) && ownerOf(step, replica.memberId) !== "colleague")
    .map((step) => ({
      subject: about("cameOf", { stepId: step.id }),
      since: dayAt(step.closedAt ?? fromInstant, zone),
    }));
}

/** A card's subject, by the one thing it names. */
export function about(what: CardAbout, named: Partial<Omit<Subject, "about">>): Subject {
  const { noteId = null, stepId = null, leadId = null, personId = null, eventId = null, commitmentId = null } = named;
  return { about: what, noteId, stepId, leadId, personId, eventId, commitmentId };
}

function order(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
