import type { Event } from "#domain/model/event.ts";
import type { EventId, SessionId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Page } from "#domain/model/page.ts";
import { type Ledger, ledgerOf } from "#domain/model/ledger.ts";
import type { Session } from "#domain/model/session.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { showStep, type StepShown } from "./asking.ts";

/** Sessions of one day of the event, in the order of their times; `day` is null for those without a time. */
export interface ProgrammeDay {
  day: Day | null;
  sessions: { session: Session; time: string | null; notes: number }[];
}

/** An event's programme by day, in the event's zone, with how many notes stand with each session. */
export function programme(replica: Replica, eventId: EventId): ProgrammeDay[] {
  const event = replica.get("event", eventId);
  if (event === undefined) return [];
  const notes = new Map<string, number>();
  for (const { sessionId } of replica.by("note", "eventId", eventId)) {
    if (sessionId !== null) notes.set(sessionId, (notes.get(sessionId) ?? 0) + 1);
  }
  const days = new Map<Day | null, ProgrammeDay>();
  const sessions = replica.by("session", "eventId", eventId);
  sessions.sort((a, b) => order(a.startsAt, b.startsAt) || order(a.room, b.room) || order(a.title, b.title));
  for (const session of sessions) {
    const day = session.startsAt === null ? null : dayAt(session.startsAt, event.timeZone);
    const list = days.get(day) ?? { day, sessions: [] };
    list.sessions.push({ session, time: timeOf(session, event.timeZone), notes: notes.get(session.id) ?? 0 });
    days.set(day, list);
  }
  return [...days.values()];
}

/** When a session is, on the clocks of the event: "10:00 to 10:45"; null where the programme does not say. */
export function timeOf({ startsAt, endsAt }: Pick<Session, "startsAt" | "endsAt">, zone: TimeZone): string | null {
  if (startsAt === null) return null;
  const clock = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  return endsAt === null ? clock(startsAt) : `${clock(startsAt)} to ${clock(endsAt)}`;
}

export interface SessionShown {
  session: Session;
  event: Event | undefined;
  day: Day | null;
  time: string | null;
  notes: Note[];
  steps: StepShown[];
}

/** One session: what the programme says, and what came of it. */
export function session(replica: Replica, sessionId: SessionId): SessionShown | undefined {
  const found = replica.get("session", sessionId);
  if (found === undefined) return undefined;
  const event = replica.get("event", found.eventId);
  return {
    session: found,
    event,
    day: found.startsAt === null || event === undefined ? null : dayAt(found.startsAt, event.timeZone),
    time: event === undefined ? null : timeOf(found, event.timeZone),
    notes: inPageOrder(replica.by("note", "sessionId", sessionId)),
    steps: replica.by("step", "sessionId", sessionId).map((step) => showStep(replica, step)),
  };
}

/** The pages an event's notes came on, each with its ledger (NT2). */
export function pagesOf(replica: Replica, eventId: EventId): { page: Page; ledger: Ledger }[] {
  return replica
    .by("page", "eventId", eventId)
    .map((page) => ({ page, ledger: ledgerOf(replica.by("note", "pageId", page.id)) }));
}

export function inPageOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => order(a.pageId, b.pageId) || (a.start ?? 0) - (b.start ?? 0) || order(a.id, b.id));
}

function order(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
