import type { Event } from "#domain/model/event.ts";
import type { EventId, InitiativeId } from "#domain/model/id.ts";
import {
  type Checkin,
  firstStepBy,
  goingSoftMax,
  type Initiative,
  isUnderWay,
  mondayOf,
  nextCheckIn,
} from "#domain/model/initiative.ts";
import type { Sticky } from "#domain/model/sticky.ts";
import { type Day, dayAt, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, type StepShown, stepShownNouns, todayIn, zoneOf } from "./asking.ts";

/**
 * The Monday test of one initiative (BD3): the day on which its owner is asked for the first step, and whether anything was heard since. Seen
 * by all.
 */
export interface MondayTest {
  askedOn: Day;
  /** `toCome` before the day; `started` once the first step is done or the owner checked in; else `silent`, with its age. */
  is: "toCome" | "started" | "silent";
  startedOn: Day | null;
  silentDays: number;
}

export interface InitiativeShown {
  initiative: Initiative;
  owner: string | null;
  isMine: boolean;
  firstStep: StepShown | null;
  monday: MondayTest | null;
  /** The latest first; its colour is the initiative's. */
  checkins: readonly Checkin[];
  /** When the next check-in is wanted; null where none is. A missed one has its age. */
  next: { dueOn: Day; daysMissed: number } | null;
  commitment: string | null;
  /** Its open steps, the first step too. */
  openSteps: number;
}

export interface Roadmap {
  event: Event;
  /** Under way, in the roadmap's order. */
  going: InitiativeShown[];
  /** Not now: kept for later. */
  notNow: InitiativeShown[];
  /** Done and dropped, the latest first. */
  over: InitiativeShown[];
  /** More are under way than a team carries (BD2). */
  isTooMany: boolean;
  /** The last day on which a first step that begins today may be due (BD2). */
  firstStepBy: Day;
  /** Of those under way: how many were started since the Monday, and how many owners have been silent (BD3). */
  started: number;
  silent: number;
}

export const roadmapNouns = [...stepShownNouns, "initiative", "checkin", "commitment"] as const;

/** The roadmap of an offsite, with the Monday test for all to see (BD2, BD3). Undefined where there is no such event. */
export function roadmap(replica: Replica, eventId: EventId, asking: Asking): Roadmap | undefined {
  const event = replica.get("event", eventId);
  if (event === undefined) return undefined;
  const today = todayIn(replica, asking);
  const all = replica
    .by("initiative", "eventId", eventId)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map((initiative) => showInitiative(replica, initiative, today));
  const going = all.filter(({ initiative }) => isUnderWay(initiative));
  const over = all.filter(({ initiative }) => initiative.closedAt !== null);
  return {
    event,
    going,
    notNow: all.filter(({ initiative }) => initiative.state === "notNow"),
    over: over.sort((a, b) => (b.initiative.closedAt ?? "").localeCompare(a.initiative.closedAt ?? "")),
    isTooMany: going.length > goingSoftMax,
    firstStepBy: firstStepBy({ endsOn: endOf(event), today }, workingDaysOf(replica)),
    started: going.filter(({ monday }) => monday?.is === "started").length,
    silent: going.filter(({ monday }) => monday?.is === "silent").length,
  };
}

export interface InitiativeSeen extends InitiativeShown {
  event: Event | undefined;
  /** The words on the wall that it came from (NT3). */
  stickies: Sticky[];
  steps: StepShown[];
  /** The one of an earlier offsite that it carries on, and those that carry it on. */
  before: Initiative | undefined;
  after: Initiative[];
}

/** One initiative with all that is known of it. Undefined where there is none. */
export function initiative(replica: Replica, id: InitiativeId, asking: Asking): InitiativeSeen | undefined {
  const found = replica.get("initiative", id);
  if (found === undefined) return undefined;
  return {
    ...showInitiative(replica, found, todayIn(replica, asking)),
    event: replica.get("event", found.eventId),
    stickies: found.stickyIds.flatMap((stickyId) => replica.get("sticky", stickyId) ?? []),
    steps: replica.by("step", "initiativeId", id).map((step) => showStep(replica, step)),
    before: replica.get("initiative", found.carriedFromId),
    after: replica.by("initiative", "carriedFromId", id),
  };
}

/** What an initiative asks of its owner today. */
export interface InitiativeDue {
  initiative: Initiative;
  asks: "firstStep" | "checkIn";
  daysLate: number;
}

/** Mine that ask for something today: the first step from the Monday on (BD3), and check-ins whose day has come. The latest first. */
export function initiativesDue(replica: Replica, asking: Asking): InitiativeDue[] {
  const today = todayIn(replica, asking);
  return replica
    .by("initiative", "ownerMemberId", replica.memberId)
    .filter(isUnderWay)
    .flatMap((initiative): InitiativeDue[] => {
      const { monday, next } = showInitiative(replica, initiative, today);
      if (monday?.is === "silent") return [{ initiative, asks: "firstStep", daysLate: monday.silentDays }];
      if (next === null || next.dueOn > today) return [];
      return [{ initiative, asks: "checkIn", daysLate: next.daysMissed }];
    })
    .sort((a, b) => b.daysLate - a.daysLate || (a.initiative.id < b.initiative.id ? -1 : 1));
}

export function showInitiative(replica: Replica, initiative: Initiative, today: Day): InitiativeShown {
  const { id, ownerMemberId, firstStepId, commitmentId } = initiative;
  const checkins = replica
    .by("checkin", "initiativeId", id)
    .toSorted((a, b) => b.checkedOn.localeCompare(a.checkedOn) || (a.id < b.id ? 1 : -1));
  const step = replica.get("step", firstStepId);
  const underWay = isUnderWay(initiative);
  return {
    initiative,
    owner: replica.get("member", ownerMemberId)?.name ?? null,
    isMine: ownerMemberId === replica.memberId,
    firstStep: step === undefined ? null : showStep(replica, step),
    monday: underWay ? mondayTest(replica, initiative, { checkins, today }) : null,
    checkins,
    next: underWay ? nextCheckIn(initiative, { lastOn: checkins[0]?.checkedOn ?? null, today }) : null,
    commitment: replica.get("commitment", commitmentId)?.what ?? null,
    openSteps: replica.by("step", "initiativeId", id).filter(({ state }) => state === "open").length,
  };
}

function mondayTest(
  replica: Replica,
  { eventId, startedOn, firstStepId }: Initiative,
  { checkins, today }: { checkins: readonly Checkin[]; today: Day },
): MondayTest | null {
  if (startedOn === null) return null;
  const askedOn = mondayOf({ endsOn: endOf(replica.get("event", eventId)), startedOn }, workingDaysOf(replica));
  const step = replica.get("step", firstStepId);
  const days = [
    ...(step?.state === "done" && step.closedAt !== null ? [dayAt(step.closedAt, zoneOf(replica))] : []),
    ...checkins.map(({ checkedOn }) => checkedOn),
  ];
  const first = days.toSorted()[0];
  if (first !== undefined) return { askedOn, is: "started", startedOn: first, silentDays: 0 };
  if (today < askedOn) return { askedOn, is: "toCome", startedOn: null, silentDays: 0 };
  return { askedOn, is: "silent", startedOn: null, silentDays: daysBetween(askedOn, today) };
}

function endOf(event: Event | undefined): Day | null {
  return event?.endsOn ?? event?.startsOn ?? null;
}

function workingDaysOf(replica: Replica): readonly number[] {
  return replica.get("workspace", replica.workspaceId)?.workingDays ?? [];
}
