import type { Event } from "#domain/model/event.ts";
import type { EventId, OrganizationId, PersonId } from "#domain/model/id.ts";
import type { Session } from "#domain/model/session.ts";
import { addDays, dayAt } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, organizationName } from "./asking.ts";

/** Where a person who captures a line is likely to be. */
export interface Capturing {
  /** Events to choose from, the latest first. */
  events: Event[];
  /** The one that is on today, by the days of its own zone. */
  event: Event | null;
}

/** The event by today's date: one that is on, the one that began last where several are. */
export function capturing(replica: Replica, { now }: Asking): Capturing {
  const events = [...replica.all("event")].sort((a, b) => ((a.startsOn ?? "") < (b.startsOn ?? "") ? 1 : -1));
  const isOn = ({ startsOn, endsOn, timeZone }: Event) => {
    const today = dayAt(now, timeZone);
    return startsOn !== null && startsOn <= today && today <= (endsOn ?? startsOn);
  };
  return { events, event: events.find(isOn) ?? null };
}

/** What is on at an event now, and what may be meant besides. */
export interface SessionsNow {
  /** Of yesterday, today and tomorrow, or all where none of them is then; in the order of the programme. */
  sessions: Session[];
  /** By the clock: one that is on now; of several the one that was attended, or is starred. */
  session: Session | null;
}

/** The session by the clock. One that ended within this time still counts while nothing else is on: its notes come in the break. */
const breakMinutes = 15;

export function sessionsNow(replica: Replica, eventId: EventId | null, { now }: Asking): SessionsNow {
  const event = replica.get("event", eventId);
  if (event === undefined) return { sessions: [], session: null };
  const sessions = replica
    .by("session", "eventId", event.id)
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .sort((a, b) => ((a.startsAt ?? "") < (b.startsAt ?? "") ? -1 : 1));
  const today = dayAt(now, event.timeZone);
  const near = sessions.filter(({ startsAt }) => {
    if (startsAt === null) return false;
    const day = dayAt(startsAt, event.timeZone);
    return day >= addDays(today, -1) && day <= addDays(today, 1);
  });
  return { sessions: near.length > 0 ? near : sessions, session: onAt(sessions, now) ?? null };
}

function onAt(sessions: readonly Session[], now: Temporal.Instant): Session | undefined {
  const at = now.epochMilliseconds;
  const within = (lateMs: number) =>
    sessions
      .filter(({ startsAt, endsAt }) => {
        if (startsAt === null || endsAt === null) return false;
        return Date.parse(startsAt) <= at && at < Date.parse(endsAt) + lateMs;
      })
      .sort((a, b) => meant(b) - meant(a) || ((a.startsAt ?? "") < (b.startsAt ?? "") ? 1 : -1));
  return within(0)[0] ?? within(breakMinutes * 60_000)[0];
}

function meant({ isAttended, isStarred }: Session): number {
  return (isAttended === true ? 2 : 0) + (isStarred ? 1 : 0);
}

/** Somebody, or an organization, that can be named with an @. */
export interface Mention {
  noun: "person" | "organization";
  id: PersonId | OrganizationId;
  name: string;
  /** What tells two of one name apart. */
  beside: string | null;
}

/** Whose name, or a word of it, begins with what was typed: people first, then organizations, by name. */
export function mentions(replica: Replica, typed: string, max: number): Mention[] {
  const wanted = folded(typed);
  const begins = (name: string) => {
    const words = folded(name);
    return words.startsWith(wanted) || words.includes(` ${wanted}`);
  };
  const people = [...replica.all("person")]
    .filter(({ name, nicknames }) => begins(name) || nicknames.some(begins))
    .map(({ id, name, organizationId }): Mention => {
      return { noun: "person", id, name, beside: organizationName(replica, organizationId) };
    });
  const organizations = [...replica.all("organization")]
    .filter(({ name }) => begins(name))
    .map(({ id, name, relation }): Mention => ({ noun: "organization", id, name, beside: relation }));
  const byName = (a: Mention, b: Mention) => a.name.localeCompare(b.name);
  return [...people.sort(byName), ...organizations.sort(byName)].slice(0, max);
}

/** Everybody and every organization whose whole name stands in a text, as it stands after it was completed. */
export function mentioned(
  replica: Replica,
  text: string,
): { personIds: PersonId[]; organizationIds: OrganizationId[] } {
  const stands = ({ name }: { name: string }) => standsIn(text, name);
  return {
    personIds: [...replica.all("person")].filter(stands).map(({ id }) => id),
    organizationIds: [...replica.all("organization")].filter(stands).map(({ id }) => id),
  };
}

/** True where the words stand in the text and are no part of longer ones. */
function standsIn(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
