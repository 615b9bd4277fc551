import * as z from "zod";
import {
  CommitmentId,
  EventId,
  InitiativeId,
  LeadId,
  MemberId,
  NeedId,
  NoteId,
  OrganizationId,
  PageId,
  PersonId,
  SessionId,
  StepId,
} from "./id.ts";
import { Line, Name, Prose } from "./text.ts";
import { type Day as DayType, addDays, addWorkingDays, Day, daysBetween, Instant } from "./time.ts";

/** Who does it, seen from the person looking: `me`, a `colleague`, or `them` outside. */
export const owners = ["me", "colleague", "them"] as const;
export const Owner = z.enum(owners);
export type Owner = z.infer<typeof Owner>;

/** `promised`: the owner said so or set it themselves. `asked`: it was requested and not yet promised. */
export const bases = ["promised", "asked"] as const;
export const Basis = z.enum(bases);
export type Basis = z.infer<typeof Basis>;

export const stepKinds = [
  "call",
  "email",
  "message",
  "meet",
  "investigate",
  "write",
  "share",
  "introduce",
  "do",
] as const;
export const StepKind = z.enum(stepKinds);
export type StepKind = z.infer<typeof StepKind>;

/** With whom an idea is shared. */
export const audiences = ["team", "chapter", "public"] as const;
export const Audience = z.enum(audiences);
export type Audience = z.infer<typeof Audience>;

export const certainties = ["firm", "tentative"] as const;
export const Certainty = z.enum(certainties);
export type Certainty = z.infer<typeof Certainty>;

export const stepStates = ["open", "done", "dropped"] as const;
export const StepState = z.enum(stepStates);
export type StepState = z.infer<typeof StepState>;

/** One time a step was put off (ST3). */
export const Deferral = z.object({ from: Day.nullable(), to: Day, at: Instant, why: Line.nullable() });
export type Deferral = z.infer<typeof Deferral>;

/** Putting off asks why from this many deferrals on (ST3: "after the third time"). */
export const deferralsWithoutWhy = 3;

/**
 * One next step. Its words and people are written by `step.add`, `step.change` and by accepting a proposal;
 * `dueOn` and `deferrals` also by `step.defer`; `state`, `closedAt`, `cameOfIt` by `step.done`, `step.drop`,
 * `step.reopen`, `cameOfIt` also by `step.cameOf`; `keptFor` by `step.keep`. The source (`noteId` to `quote`) is written once, on creation (NT3).
 */
export const Step = z.object({
  id: StepId,
  createdAt: Instant,
  eventId: EventId.nullable().default(null),
  sessionId: SessionId.nullable().default(null),
  noteId: NoteId.nullable().default(null),
  pageId: PageId.nullable().default(null),
  start: z.int().min(0).nullable().default(null),
  end: z.int().min(0).nullable().default(null),
  quote: z.string().max(20_000).nullable().default(null),
  /** True where the owner is outside the team: a step of theirs is never my overdue (ST2). */
  isTheirs: z.boolean().default(false),
  /** The member who does it; null for theirs, and for a colleague who is no member. */
  ownerMemberId: MemberId.nullable().default(null),
  /** The person who does it, where it is not a member. */
  ownerPersonId: PersonId.nullable().default(null),
  /** The owner as written, where the words fit no known person or fit several. */
  ownerName: Name.nullable().default(null),
  basis: Basis.default("promised"),
  kind: StepKind.default("do"),
  what: Line,
  withPersonId: PersonId.nullable().default(null),
  withName: Name.nullable().default(null),
  organizationId: OrganizationId.nullable().default(null),
  audience: Audience.nullable().default(null),
  /** The lead it works on, the need it makes known, the commitment it serves. */
  leadId: LeadId.nullable().default(null),
  needId: NeedId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  /** The initiative it moves on. */
  initiativeId: InitiativeId.nullable().default(null),
  /** The role of the charter it falls to, by its name. */
  role: Name.nullable().default(null),
  /** How it comes back when it is done: the rule of RFC 5545, section 3.3.10 ("FREQ=WEEKLY;BYDAY=MO"). */
  repeats: z
    .string()
    .regex(/^FREQ=[A-Z0-9=;,+-]{4,190}$/)
    .nullable()
    .default(null),
  /** The month at whose end it was last said to stay as it is, by its first day. Written by `step.keep`. */
  keptFor: Day.nullable().default(null),
  /** Mine and colleagues': the day it is due; for a range, its first day. */
  dueOn: Day.nullable().default(null),
  /** The last day of a range ("next week"); null for a single day. */
  dueEnd: Day.nullable().default(null),
  /** The words the day was read from. */
  dueText: Line.nullable().default(null),
  /** Theirs: the day on which I look again (ST2). */
  checkBackOn: Day.nullable().default(null),
  /** The if-then line: "when I sit down on Tuesday with coffee". */
  cue: Line.nullable().default(null),
  certainty: Certainty.default("firm"),
  isUrgent: z.boolean().default(false),
  deferrals: z.array(Deferral).max(200).default([]),
  state: StepState.default("open"),
  closedAt: Instant.nullable().default(null),
  /** What came of it (ST5): null was skipped, "nothing" is an answer. */
  cameOfIt: Prose.nullable().default(null),
});
export type Step = z.infer<typeof Step>;

/** Whose step it is for the member who looks. */
export function ownerOf(step: Pick<Step, "isTheirs" | "ownerMemberId">, memberId: MemberId): Owner {
  if (step.isTheirs) return "them";
  return step.ownerMemberId === memberId ? "me" : "colleague";
}

/** A week is one round of everybody's plans. */
export const checkBackAfterDays = 7;

/**
 * The day on which I look again at a step of theirs (ST2): the first working day after it is due, or a week after `from` (the
 * day it was said) where no day is known.
 * @param due the last day of a range
 */
export function checkBackAfter(due: DayType | null, from: DayType, workingDays: readonly number[]): DayType {
  return due === null ? addDays(from, checkBackAfterDays) : addWorkingDays(due, 1, workingDays);
}

type Due = Pick<Step, "dueOn" | "dueEnd" | "dueText">;

/** What is written beside a step's new day: of the old one nothing stays, neither a range's end nor the words for it. */
export function withNewDay(before: Due, given: { [K in keyof Due]?: Due[K] | undefined }): Partial<Omit<Due, "dueOn">> {
  const { dueOn = before.dueOn, dueEnd, dueText = null } = given;
  if (dueOn === before.dueOn && (dueEnd === undefined || dueEnd === before.dueEnd)) return {};
  return { dueEnd: dueEnd ?? null, dueText };
}

/** The day on which a step wants attention: the last day it is due, or for theirs the check-back day. */
export function dayWanted(step: Pick<Step, "isTheirs" | "dueOn" | "dueEnd" | "checkBackOn">): DayType | null {
  return step.isTheirs ? step.checkBackOn : (step.dueEnd ?? step.dueOn);
}

/** ST3: a day later than the one on which the step is wanted. A first day, or an earlier one, puts nothing off. */
export function isPutOff(step: Parameters<typeof dayWanted>[0], to: DayType): boolean {
  const wanted = dayWanted(step);
  return wanted !== null && to > wanted;
}

/** ST3: true where putting a step off to a day asks why: it was put off too often already. */
export function asksWhy(step: Parameters<typeof dayWanted>[0] & Pick<Step, "deferrals">, to: DayType): boolean {
  return isPutOff(step, to) && step.deferrals.length >= deferralsWithoutWhy;
}

/** ST1: an open step without its day is vague. Owner and kind are always there; "do" with no day says little. */
export function isVague(step: Pick<Step, "state" | "isTheirs" | "dueOn" | "dueEnd" | "checkBackOn">): boolean {
  return step.state === "open" && dayWanted(step) === null;
}

/** How many days an open step of ours is past its day (ST3); 0 when it is not. Theirs is never overdue (ST2). */
export function daysMissed(
  step: Pick<Step, "state" | "isTheirs" | "dueOn" | "dueEnd" | "checkBackOn">,
  today: DayType,
): number {
  const wanted = dayWanted(step);
  if (step.state !== "open" || step.isTheirs || wanted === null) return 0;
  return Math.max(0, daysBetween(wanted, today));
}

/** ST2: an open step of theirs whose check-back day has come: it is mine to ask again. */
export function isToAskAgain(step: Pick<Step, "state" | "isTheirs" | "checkBackOn">, today: DayType): boolean {
  return step.state === "open" && step.isTheirs && step.checkBackOn !== null && step.checkBackOn <= today;
}
