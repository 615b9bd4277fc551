import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import type { Asking } from "./asking.ts";
import { charterNouns, charterOf, type CharterShown } from "./charter.ts";
import { type InitiativeShown, roadmap, roadmapNouns } from "./roadmap.ts";

/** What somebody who was there looks for, and whom to talk to: "Ben looks for two people for onboarding" (BD6). */
export interface Opening {
  who: string | null;
  what: string;
  about: string | null;
}

/** For those who stayed at home (BD6): what was decided, what changes for them, and where they can join in. */
export interface Digest {
  event: Event;
  decided: InitiativeShown[];
  /** Put off on purpose. */
  notNow: InitiativeShown[];
  /** The charter this offsite made. */
  charter: CharterShown | undefined;
  /** Steps that others than those at home have from it: who does what by when. */
  steps: { who: string; what: string; dueOn: Day | null }[];
  openings: Opening[];
  learned: Note[];
}

export const digestNouns = [...roadmapNouns, ...charterNouns, "need", "note"] as const;

export function digest(replica: Replica, eventId: EventId, asking: Asking): Digest | undefined {
  const shown = roadmap(replica, eventId, asking);
  if (shown === undefined) return undefined;
  const memberName = (id: Parameters<typeof replica.get<"member">>[1]) => replica.get("member", id)?.name ?? null;
  const needs = replica.by("need", "eventId", eventId).filter(({ state, side }) => state === "open" && side === "seek");
  const steps = replica.by("step", "eventId", eventId).filter((step) => step.state === "open" && !step.isTheirs);
  return {
    event: shown.event,
    decided: shown.going,
    notNow: shown.notNow,
    charter: charterOf(replica, eventId),
    steps: steps
      .filter(({ initiativeId }) => initiativeId === null)
      .map(({ ownerMemberId, ownerName, what, dueOn }) => ({
        who: memberName(ownerMemberId) ?? ownerName ?? "Somebody",
        what,
        dueOn,
      })),
    openings: needs.map(({ memberId, what, about }) => ({ who: memberName(memberId), what, about })),
    learned: replica.by("note", "eventId", eventId).filter(({ observation }) => observation === "learned"),
  };
}
