import * as z from "zod";
import { CheckinId, ClusterId, CommitmentId, EventId, InitiativeId, MemberId, StepId, StickyId } from "./id.ts";
import { Line, Name, Prose } from "./text.ts";
import { addDays, addWorkingDays, Day, type Day as DayType, daysBetween, Instant } from "./time.ts";

/**
 * `notNow`: kept, and not begun. `going` and `stuck` are under way. A stuck one says what would unstick it.
 */
export const initiativeStates = ["notNow", "going", "stuck", "done", "dropped"] as const;
export const InitiativeState = z.enum(initiativeStates);
export type InitiativeState = z.infer<typeof InitiativeState>;

/** How many are under way at once before it asks whether that is still few (BD2). */
export const goingSoftMax = 5;

/** The first step of an initiative is due within so many working days (BD2). */
export const firstStepWorkingDays = 5;

/** How often a check-in is wanted where nobody chose otherwise: a week is one round of everybody's plans. */
export const rhythmUsualDays = 7;

/** More stickies than that are no one problem. */
export const stickiesMax = 200;

/**
 * One item of an offsite's roadmap (BD2): a problem in the team's own words, one owner, a measure, a first step, and a rhythm of
 * check-ins. Written by the commands of `commands/initiative.ts`.
 */
export const Initiative = z.object({
  id: InitiativeId,
  createdAt: Instant,
  name: Line,
  /** The problem, in the team's words. */
  problem: Prose.nullable().default(null),
  /** The offsite that it came from. */
  eventId: EventId.nullable().default(null),
  /** What on the wall it came from. */
  clusterId: ClusterId.nullable().default(null),
  stickyIds: z.array(StickyId).max(stickiesMax).default([]),
  /** The one who answers for it; null while it is not begun. */
  ownerMemberId: MemberId.nullable().default(null),
  /** What is measured, and from where to where: "days until a partner answers", "9", "3". */
  measure: Line.nullable().default(null),
  measureFrom: Line.nullable().default(null),
  measureTo: Line.nullable().default(null),
  firstStepId: StepId.nullable().default(null),
  /** A check-in every so many days. */
  rhythmDays: z.int().min(1).max(365).default(rhythmUsualDays),
  commitmentId: CommitmentId.nullable().default(null),
  /** The role of the charter that it belongs to, by its name. */
  role: Name.nullable().default(null),
  /** Its place on the roadmap: lower comes first. */
  rank: z.number().default(0),
  state: InitiativeState.default("notNow"),
  /** The day on which it was agreed to begin: check-ins count from there. */
  startedOn: Day.nullable().default(null),
  /** What would unstick it. */
  stuckOn: Line.nullable().default(null),
  closedAt: Instant.nullable().default(null),
  /** What came of it, what was learned, or why it was dropped. */
  cameOfIt: Prose.nullable().default(null),
  /** The initiative of an earlier offsite that goes on in this one (BD4). */
  carriedFromId: InitiativeId.nullable().default(null),
});
export type Initiative = z.infer<typeof Initiative>;

/** How its owner sees it. */
export const checkInColours = ["green", "amber", "red"] as const;
export const CheckInColour = z.enum(checkInColours);
export type CheckInColour = z.infer<typeof CheckInColour>;

/** One check-in: a line, and a colour that its owner chose. Written by `initiative.checkIn`. */
export const Checkin = z.object({
  id: CheckinId,
  createdAt: Instant,
  initiativeId: InitiativeId,
  memberId: MemberId,
  checkedOn: Day,
  colour: CheckInColour,
  line: Line,
});
export type Checkin = z.infer<typeof Checkin>;

export function isUnderWay({ state }: Pick<Initiative, "state">): boolean {
  return state === "going" || state === "stuck";
}

/** The last day on which a first step may be due (BD2), counted from the end of the offsite, or from `today` where that is later. */
export function firstStepBy(
  { endsOn, today }: { endsOn: DayType | null; today: DayType },
  workingDays: readonly number[],
): DayType {
  return addWorkingDays(endsOn !== null && endsOn > today ? endsOn : today, firstStepWorkingDays, workingDays);
}

/** The Monday of the Monday test (BD3): the first working day after the offsite, or after the initiative was begun where that is later. */
export function mondayOf(
  { endsOn, startedOn }: { endsOn: DayType | null; startedOn: DayType },
  workingDays: readonly number[],
): DayType {
  return addWorkingDays(endsOn !== null && endsOn > startedOn ? endsOn : startedOn, 1, workingDays);
}

/** When the next check-in is wanted, and by how many days it was missed. */
export function nextCheckIn(
  { startedOn, rhythmDays }: Pick<Initiative, "startedOn" | "rhythmDays">,
  { lastOn, today }: { lastOn: DayType | null; today: DayType },
): { dueOn: DayType; daysMissed: number } | null {
  const from = lastOn ?? startedOn;
  if (from === null) return null;
  const dueOn = addDays(from, rhythmDays);
  return { dueOn, daysMissed: Math.max(0, daysBetween(dueOn, today)) };
}
