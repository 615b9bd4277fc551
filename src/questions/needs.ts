import type { NeedId } from "#domain/model/id.ts";
import type { Need } from "#domain/model/need.ts";
import type { Note } from "#domain/model/note.ts";
import { type Day, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { ageDays } from "./ask-again.ts";
import { type Asking, eventOf, showStep, type StepShown, stepShownNouns, todayIn } from "./asking.ts";

/** How many were asked, and what they said. */
export interface AskedCounts {
  waiting: number;
  /** Who answered: closed as done, with or without words. */
  answered: number;
  /** Who cannot, or will not: dropped. */
  declined: number;
}

export interface NeedListed {
  need: Need;
  /** Whose it is, where it is not mine; null for the team's. */
  who: string | null;
  isMine: boolean;
  asked: AskedCounts;
  /** Days since the first of those who have not answered was asked; null where nobody is waited for. */
  waitingDays: number | null;
}

export const needsNouns = [...stepShownNouns, "need"] as const;

/** Every need, the open ones first, those that nobody was asked about before the others, then the newest. */
export function needs(replica: Replica, asking: Asking): NeedListed[] {
  const day = todayIn(replica, asking);
  const order = ({ need, asked }: NeedListed) =>
    need.state !== "open" ? 2 : asked.waiting + asked.answered + asked.declined === 0 ? 0 : 1;
  return [...replica.all("need")]
    .map((need) => listed(replica, need, day))
    .sort((a, b) => order(a) - order(b) || b.need.createdAt.localeCompare(a.need.createdAt));
}

function listed(replica: Replica, need: Need, day: Day): NeedListed {
  const steps = replica.by("step", "needId", need.id);
  const waiting = steps.filter(({ state }) => state === "open");
  const ages = waiting.map((step) => ageDays(replica, showStep(replica, step), day));
  return {
    need,
    who: replica.get("member", need.memberId)?.name ?? null,
    isMine: need.memberId === replica.memberId,
    asked: {
      waiting: waiting.length,
      answered: steps.filter(({ state }) => state === "done").length,
      declined: steps.filter(({ state }) => state === "dropped").length,
    },
    waitingDays: ages.length === 0 ? null : Math.max(...ages),
  };
}

/** Somebody who was asked, with what they said. */
export interface Asked extends StepShown {
  /** Days since they were asked. */
  ageDays: number;
  /** Days since the check-back day; 0 where it is to come. */
  lateDays: number;
}

export interface NeedSeen extends NeedListed {
  event: string | null;
  /** The note it came up in (NT3). */
  note: Note | undefined;
  commitment: string | null;
  /** Who was asked: those who have not answered first, the longest asked before the others. */
  people: Asked[];
}

export const needNouns = [...needsNouns, "note", "commitment"] as const;

/** One need: where it came up, who was asked, and who answered what. Undefined where there is none. */
export function need(replica: Replica, needId: NeedId, asking: Asking): NeedSeen | undefined {
  const found = replica.get("need", needId);
  if (found === undefined) return undefined;
  const day = todayIn(replica, asking);
  const people = replica.by("step", "needId", needId).map((step): Asked => {
    const shown = showStep(replica, step);
    const late = step.checkBackOn === null || step.state !== "open" ? 0 : daysBetween(step.checkBackOn, day);
    return { ...shown, ageDays: ageDays(replica, shown, day), lateDays: Math.max(0, late) };
  });
  return {
    ...listed(replica, found, day),
    event: eventOf(replica, found.eventId)?.name ?? null,
    note: replica.get("note", found.noteId),
    commitment: replica.get("commitment", found.commitmentId)?.what ?? null,
    people: people.sort(
      (a, b) => Number(b.step.state === "open") - Number(a.step.state === "open") || b.ageDays - a.ageDays,
    ),
  };
}
