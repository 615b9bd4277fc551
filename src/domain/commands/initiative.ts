import * as z from "zod";
import { command, type Work } from "../command.ts";
import { type CheckinId, EventId, InitiativeId, MemberId, PersonId, type StepId } from "../model/id.ts";
import { Checkin, firstStepBy, goingSoftMax, Initiative, isUnderWay } from "../model/initiative.ts";
import { sayDay, sayNouns } from "../model/say.ts";
import { checkBackAfter, Step, StepKind } from "../model/step.ts";
import { Line, Prose } from "../model/text.ts";
import { Day, type Day as DayType, instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { todayOf } from "./today.ts";
import { unname } from "./unname.ts";

const fields = Initiative.omit({
  id: true,
  createdAt: true,
  state: true,
  startedOn: true,
  stuckOn: true,
  firstStepId: true,
  closedAt: true,
  cameOfIt: true,
  carriedFromId: true,
});

/** BD2: an item of the roadmap, kept as "not now" until it begins. What it came from is a cluster of the wall, or stickies. */
const add = command({
  title: "Put an initiative on the roadmap",
  args: z.strictObject(fields.shape),
  async run(args, { tx, newId, now }) {
    await refersToAll(tx, args);
    const id = newId() as InitiativeId;
    const stickyIds = [...new Set([...args.stickyIds, ...(await stickiesOf(tx, args.clusterId))])];
    const rank = args.rank === 0 ? await lastRank(tx, args.eventId) : args.rank;
    await tx.insert("initiative", { ...Initiative.parse({ id, createdAt: instantOf(now), ...args, rank }), stickyIds });
    return { initiativeId: id };
  },
});

async function stickiesOf(tx: Tx, clusterId: Initiative["clusterId"]): Promise<Initiative["stickyIds"]> {
  return clusterId === null ? [] : (await tx.list("sticky", { clusterId })).map(({ id }) => id);
}

async function lastRank(tx: Tx, eventId: Initiative["eventId"]): Promise<number> {
  const ranks = (await tx.list("initiative", { eventId })).map(({ rank }) => rank);
  return Math.max(0, ...ranks) + 1;
}

/** Of one under way the owner and the measure may become others, and never none (BD2). */
const change = command({
  title: "Change an initiative",
  args: z.strictObject({ initiativeId: InitiativeId, ...changes(fields) }),
  async run({ initiativeId, ...args }, { tx }) {
    const initiative = await found(tx, "initiative", initiativeId);
    await refersToAll(tx, args);
    const written = given(args);
    if (isUnderWay(initiative)) refuseLacking({ ...initiative, ...written });
    await tx.patch("initiative", initiativeId, written);
  },
});

const FirstStep = z.strictObject({ what: Line, dueOn: Day, kind: StepKind.default("do") });

/**
 * BD2: begins it. It has one owner, a measure, and a first step of the owner's that is due within 5 working days of the offsite's end. Where
 * five are under way already it asks whether that is still few: `isBeyondFew` says yes.
 */
const start = command({
  title: "Begin an initiative",
  args: z.strictObject({
    initiativeId: InitiativeId,
    firstStep: FirstStep,
    isBeyondFew: z.boolean().default(false),
  }),
  async run({ initiativeId, firstStep, isBeyondFew }, work) {
    const { tx, newId, now } = work;
    const initiative = await found(tx, "initiative", initiativeId);
    if (isUnderWay(initiative)) throw new Refusal("changed-since", `"${initiative.name}" is under way already.`);
    refuseLacking(initiative);
    const going = (await tx.list("initiative", { eventId: initiative.eventId })).filter(isUnderWay);
    if (going.length >= goingSoftMax && !isBeyondFew) {
      throw new Refusal(
        "not-allowed",
        `${sayNouns(going.length, "initiative")} of this roadmap are under way, which is as many as a team carries. Leave "${initiative.name}" for later, or begin it beyond the few.`,
      );
    }
    const today = await todayOf(work);
    const latest = await latestFirstStep(initiative, { today, work });
    if (firstStep.dueOn > latest) {
      throw new Refusal(
        "invalid",
        `The first step of "${initiative.name}" is due on ${firstStep.dueOn}; make it small enough for ${sayDay(latest, today)} at the latest.`,
      );
    }
    const stepId = newId("first step") as StepId;
    const { eventId, ownerMemberId, commitmentId, role } = initiative;
    const about = { initiativeId, eventId, ownerMemberId, commitmentId, role };
    await tx.insert("step", Step.parse({ id: stepId, createdAt: instantOf(now), ...about, ...firstStep }));
    const begun = { state: "going", startedOn: today, firstStepId: stepId } as const;
    await tx.patch("initiative", initiativeId, { ...begun, closedAt: null, cameOfIt: null, stuckOn: null });
    return { stepId };
  },
});

async function latestFirstStep(
  { eventId }: Initiative,
  { today, work }: { today: DayType; work: Work },
): Promise<DayType> {
  const { workingDays } = await found(work.tx, "workspace", work.workspaceId);
  const event = eventId === null ? undefined : await work.tx.get("event", eventId);
  return firstStepBy({ endsOn: event?.endsOn ?? event?.startsOn ?? null, today }, workingDays);
}

function refuseLacking({ name, ownerMemberId, measure }: Initiative): void {
  const lacking = [ownerMemberId === null ? "one owner" : "", measure === null ? "a measure" : ""].filter(Boolean);
  if (lacking.length === 0) return;
  throw new Refusal("invalid", `"${name}" needs ${lacking.join(" and ")} to be under way; say so first.`);
}

/** A line and a colour that its owner chose. */
const checkIn = command({
  title: "Check in on an initiative",
  args: z.strictObject({
    initiativeId: InitiativeId,
    colour: Checkin.shape.colour,
    line: Checkin.shape.line,
  }),
  async run({ initiativeId, colour, line }, work) {
    const { tx, newId, memberId, now } = work;
    const initiative = await found(tx, "initiative", initiativeId);
    if (!isUnderWay(initiative)) throw notUnderWay(initiative);
    if (initiative.ownerMemberId !== memberId) {
      const owner = await tx.get("member", initiative.ownerMemberId!); // who is under way has an owner
      throw new Refusal("not-allowed", `"${initiative.name}" is ${owner?.name ?? "somebody else"}'s to check in on.`);
    }
    const id = newId() as CheckinId;
    const checkedOn = await todayOf(work);
    await tx.insert("checkin", { id, createdAt: instantOf(now), initiativeId, memberId, checkedOn, colour, line });
    return { checkinId: id };
  },
});

/** It is stuck: what would unstick it, and of whom; that is a step, of a member's or of theirs. */
const stuck = command({
  title: "Say that an initiative is stuck",
  args: z.strictObject({
    initiativeId: InitiativeId,
    on: Line,
    memberId: MemberId.nullable().default(null),
    personId: PersonId.nullable().default(null),
    dueOn: Day.nullable().default(null),
  }),
  async run({ initiativeId, on, memberId, personId, dueOn }, work) {
    const { tx, newId, now } = work;
    const initiative = await found(tx, "initiative", initiativeId);
    if (!isUnderWay(initiative)) throw notUnderWay(initiative);
    if (memberId !== null && personId !== null) {
      throw new Refusal("invalid", `Say of whom "${on}" is wanted: of a member or of a person outside, not of both.`);
    }
    await refersTo(tx, "member", memberId);
    await refersTo(tx, "person", personId);
    const stepId = newId("unstick") as StepId;
    const isTheirs = personId !== null;
    const { eventId, commitmentId } = initiative;
    const { workingDays } = await found(tx, "workspace", work.workspaceId);
    const step = Step.parse({
      id: stepId,
      createdAt: instantOf(now),
      initiativeId,
      eventId,
      commitmentId,
      isTheirs,
      ownerPersonId: personId,
      ownerMemberId: isTheirs ? null : (memberId ?? initiative.ownerMemberId),
      basis: "asked",
      what: on,
      dueOn,
      checkBackOn: isTheirs ? checkBackAfter(dueOn, await todayOf(work), workingDays) : null,
    });
    await tx.insert("step", step);
    await tx.patch("initiative", initiativeId, { state: "stuck", stuckOn: on });
    return { stepId };
  },
});

const unstick = command({
  title: "Say that an initiative goes on",
  args: z.strictObject({ initiativeId: InitiativeId }),
  async run({ initiativeId }, { tx }) {
    const initiative = await found(tx, "initiative", initiativeId);
    if (initiative.state !== "stuck") throw new Refusal("changed-since", `"${initiative.name}" is not stuck.`);
    await tx.patch("initiative", initiativeId, { state: "going", stuckOn: null });
  },
});

const done = command({
  title: "Mark an initiative done",
  args: z.strictObject({ initiativeId: InitiativeId, cameOfIt: Prose.nullable().default(null) }),
  run: ({ initiativeId, cameOfIt }, work) => close(initiativeId, { state: "done", cameOfIt }, work),
});

/** Dropping says why: the next offsite opens with it (BD4). */
const drop = command({
  title: "Drop an initiative",
  args: z.strictObject({ initiativeId: InitiativeId, why: Line }),
  run: ({ initiativeId, why }, work) => close(initiativeId, { state: "dropped", cameOfIt: why }, work),
});

async function close(
  initiativeId: InitiativeId,
  { state, cameOfIt }: { state: "done" | "dropped"; cameOfIt: string | null },
  { tx, now }: Work,
): Promise<{ openSteps: number }> {
  const initiative = await found(tx, "initiative", initiativeId);
  if (initiative.closedAt !== null) {
    throw new Refusal("changed-since", `"${initiative.name}" is ${initiative.state} already.`);
  }
  await tx.patch("initiative", initiativeId, { state, cameOfIt, stuckOn: null, closedAt: instantOf(now) });
  return { openSteps: (await tx.list("step", { initiativeId, state: "open" })).length };
}

/** It goes on later: kept, with nothing wanted of anybody. */
const later = command({
  title: "Leave an initiative for later",
  args: z.strictObject({ initiativeId: InitiativeId }),
  async run({ initiativeId }, { tx }) {
    const initiative = await found(tx, "initiative", initiativeId);
    if (initiative.state === "notNow") throw new Refusal("changed-since", `"${initiative.name}" is "not now" already.`);
    await tx.patch("initiative", initiativeId, { state: "notNow", startedOn: null, stuckOn: null, closedAt: null });
  },
});

/** BD4: goes on at the next offsite, as an initiative of its own that names the one before, which is closed as carried on. */
const carry = command({
  title: "Carry an initiative over",
  args: z.strictObject({ initiativeId: InitiativeId, eventId: EventId }),
  async run({ initiativeId, eventId }, { tx, newId, now }) {
    const before = await found(tx, "initiative", initiativeId);
    const event = await found(tx, "event", eventId);
    const isCarried = (await tx.list("initiative", { eventId })).some(
      ({ carriedFromId }) => carriedFromId === initiativeId,
    );
    if (isCarried || before.eventId === eventId) {
      throw new Refusal("duplicate", `"${before.name}" is on the roadmap of ${event.name} already.`);
    }
    const id = newId() as InitiativeId;
    const at = instantOf(now);
    const anew = { state: "notNow", startedOn: null, firstStepId: null, closedAt: null, cameOfIt: null } as const;
    const rank = await lastRank(tx, eventId);
    const carried = {
      ...before,
      ...anew,
      id,
      createdAt: at,
      eventId,
      rank,
      carriedFromId: initiativeId,
      clusterId: null,
    };
    await tx.insert("initiative", Initiative.parse(carried));
    if (before.closedAt === null) {
      const cameOfIt = before.cameOfIt ?? `Goes on: carried over to ${event.name}.`;
      await tx.patch("initiative", initiativeId, { state: "dropped", closedAt: at, cameOfIt, stuckOn: null });
    }
    return { initiativeId: id };
  },
});

/** Only one that nothing was done for: else it is done, dropped, or left for later. */
const remove = command({
  title: "Remove an initiative",
  args: z.strictObject({ initiativeId: InitiativeId }),
  async run({ initiativeId }, { tx }) {
    const { name } = await found(tx, "initiative", initiativeId);
    const { length } = await tx.list("step", { initiativeId });
    if (length > 0) {
      throw new Refusal(
        "not-allowed",
        `"${name}" has ${sayNouns(length, "step")}; drop it and say why, or leave it for later.`,
      );
    }
    await unname(tx, "initiative", initiativeId);
    await tx.remove("initiative", initiativeId);
  },
});

function notUnderWay({ name, state }: Initiative): Refusal {
  const words = state === "notNow" ? `"not now"; begin it first` : `${state} already`;
  return new Refusal("not-allowed", `"${name}" is ${words}.`);
}

async function refersToAll(tx: Tx, args: { [K in keyof Initiative]?: Initiative[K] | undefined }): Promise<void> {
  await refersTo(tx, "event", args.eventId);
  await refersTo(tx, "cluster", args.clusterId);
  await refersTo(tx, "member", args.ownerMemberId);
  await refersTo(tx, "commitment", args.commitmentId);
  for (const id of args.stickyIds ?? []) await refersTo(tx, "sticky", id);
}

export const initiativeCommands = {
  "initiative.add": add,
  "initiative.change": change,
  "initiative.start": start,
  "initiative.checkIn": checkIn,
  "initiative.stuck": stuck,
  "initiative.unstick": unstick,
  "initiative.done": done,
  "initiative.drop": drop,
  "initiative.later": later,
  "initiative.carry": carry,
  "initiative.remove": remove,
} as const;
