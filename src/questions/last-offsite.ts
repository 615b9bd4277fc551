import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { isUnderWay } from "#domain/model/initiative.ts";
import type { Note } from "#domain/model/note.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { type InitiativeShown, roadmapNouns, showInitiative } from "./roadmap.ts";

/** What became of one thing that was agreed at the last offsite. */
export interface Became extends InitiativeShown {
  /** Still to be answered here: carried over, done, or dropped with why. */
  isOpen: boolean;
  /** It is on this offsite's roadmap already. */
  isCarried: boolean;
}

/** With what the next offsite opens (BD4). */
export interface LastOffsite {
  event: Event;
  became: Became[];
  /** Of those that were begun: how many were done. */
  begun: number;
  done: number;
  /** What was learned there, in the team's words. */
  learned: Note[];
}

export const lastOffsiteNouns = [...roadmapNouns, "note"] as const;

/** The offsite before an offsite, and what became of what was agreed at it (BD4). Undefined where there was none. */
export function lastOffsite(replica: Replica, eventId: EventId, asking: Asking): LastOffsite | undefined {
  const next = replica.get("event", eventId);
  if (next === undefined || next.kind !== "offsite") return undefined;
  const event = offsiteBefore(replica, next);
  if (event === undefined) return undefined;
  const today = todayIn(replica, asking);
  const carried = new Set(replica.by("initiative", "eventId", eventId).map(({ carriedFromId }) => carriedFromId));
  const became = replica
    .by("initiative", "eventId", event.id)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map((initiative): Became => ({
      ...showInitiative(replica, initiative, today),
      isOpen: initiative.closedAt === null,
      isCarried: carried.has(initiative.id),
    }));
  const begun = became.filter(({ initiative }) => isUnderWay(initiative) || initiative.startedOn !== null);
  return {
    event,
    became: became.sort((a, b) => Number(b.isOpen) - Number(a.isOpen)),
    begun: begun.length,
    done: begun.filter(({ initiative }) => initiative.state === "done").length,
    learned: replica.by("note", "eventId", event.id).filter(({ observation }) => observation === "learned"),
  };
}

function offsiteBefore(replica: Replica, next: Event): Event | undefined {
  const startOf = ({ startsOn, createdAt }: Event) => startsOn ?? createdAt.slice(0, 10);
  return [...replica.all("event")]
    .filter((event) => event.kind === "offsite" && event.id !== next.id && startOf(event) < startOf(next))
    .sort((a, b) => startOf(b).localeCompare(startOf(a)) || (a.id < b.id ? 1 : -1))[0];
}
