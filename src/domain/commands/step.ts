import * as z from "zod";
import { command, type Work } from "../command.ts";
import { StepId, type TouchId } from "../model/id.ts";
import { holds } from "../model/ledger.ts";
import { asksWhy, dayWanted, isPutOff, Step, withNewDay } from "../model/step.ts";
import { Line, Prose } from "../model/text.ts";
import { Touch, TouchWay } from "../model/touch.ts";
import { periodOn } from "../model/period.ts";
import { Day, dayAt, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { checkBackDay } from "./check-back.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { notesTold, settle, unmake } from "./settle.ts";
import { comeAgain, refuseAgain, refuseNoBeginning } from "./step-again.ts";
import { todayOf } from "./today.ts";
import { unname } from "./unname.ts";

const fields = Step.omit({
  id: true,
  createdAt: true,
  state: true,
  closedAt: true,
  cameOfIt: true,
  deferrals: true,
  keptFor: true,
});

/**
 * A step somebody sets by hand. Nobody named: it is mine. Theirs gets a check-back day (ST2). What it comes from is named by
 * a note, or by a place on a page; the quote is the page's own words there (NT3), and is filled in.
 */
const add = command({
  title: "Add a step",
  args: z.strictObject(fields.shape),
  run: (args, work) => addStep(args, work),
});

/** Makes a step as `step.add` does, for commands that take one with what they are for. */
export async function addStep(given: z.input<typeof fields>, work: Work): Promise<{ stepId: StepId }> {
  const { tx, memberId, newId, now } = work;
  const args = fields.parse(given);
  await refersToAll(args, work);
  const source = await sourceOf(args, work);
  const id = newId() as StepId;
  const step: Step = {
    ...Step.parse({ id, createdAt: instantOf(now), ...args }),
    ...source,
    ownerMemberId: isNobodys(args) && !args.isTheirs ? memberId : args.ownerMemberId,
    checkBackOn: args.isTheirs ? (args.checkBackOn ?? (await checkBackDay(args, work))) : args.checkBackOn,
  };
  refuseContradiction(step);
  refuseNoBeginning(step);
  await tx.insert("step", step);
  await settle(tx, await notesTold(tx, "step", step));
  return { stepId: id };
}

type Source = Pick<Step, "eventId" | "noteId" | "pageId" | "start" | "end" | "quote">;

/** Where a step says it comes from, checked and filled in: the note that holds the words, their place, and the words. */
async function sourceOf(args: Source & Pick<Step, "what">, { tx }: Work): Promise<Source> {
  const { noteId, pageId, start, end, quote } = args;
  const note = noteId === null ? null : await found(tx, "note", noteId);
  const place = start ?? end ?? pageId ?? quote;
  if (place === null) {
    if (note === null) return args;
    const eventId = args.eventId ?? note.eventId;
    if (note.pageId === null || note.start === null || note.end === null) {
      return { eventId, noteId, pageId: null, start: null, end: null, quote: note.text };
    }
    const { text } = await found(tx, "page", note.pageId);
    const { start: from, end: until } = note;
    return { eventId, noteId, pageId: note.pageId, start: from, end: until, quote: text.slice(from, until) };
  }
  if (pageId === null || start === null || end === null || end <= start) {
    throw new Refusal(
      "invalid",
      `"${args.what}" says where it comes from only in part; give the page with start and end, or the note alone.`,
    );
  }
  const page = await found(tx, "page", pageId);
  const words = page.text.slice(start, end);
  if (end > page.text.length || (quote !== null && quote !== words)) {
    throw new Refusal("invalid", `"${args.what}" quotes words that ${page.name} does not have at ${start}.`);
  }
  const notes = note === null ? await tx.list("note", { pageId }) : [note];
  const holder = notes.find((one) => holds(one, { pageId, start, end }));
  if (note !== null && holder === undefined) {
    throw new Refusal("invalid", `"${args.what}" quotes words that do not stand in the note it names.`);
  }
  const eventId = args.eventId ?? page.eventId;
  return { eventId, noteId: holder?.id ?? null, pageId, start, end, quote: words };
}

/**
 * The source of a step never changes (NT3); everything else a person said about it may. A new day leaves nothing of the old
 * one, and what is theirs is looked at again after its new day (ST2).
 */
const change = command({
  title: "Change a step",
  args: z.strictObject({
    stepId: StepId,
    ...changes(fields.omit({ noteId: true, pageId: true, start: true, end: true, quote: true })),
  }),
  async run({ stepId, ...args }, work) {
    const step = await found(work.tx, "step", stepId);
    await refersToAll(args, work);
    const written: Partial<Step> = { ...given(args), ...withNewDay(step, args) };
    const after = () => ({ ...step, ...written });
    const { isTheirs, dueOn, dueEnd } = after();
    if (isTheirs !== step.isTheirs) {
      if (isTheirs) written.ownerMemberId ??= null;
      else written.checkBackOn ??= null;
    }
    const isMoved = isTheirs !== step.isTheirs || dueOn !== step.dueOn || dueEnd !== step.dueEnd;
    if (isTheirs && isMoved) written.checkBackOn ??= await checkBackDay({ dueOn, dueEnd }, work);
    if (!isTheirs && isNobodys(after())) written.ownerMemberId = work.memberId;
    refuseContradiction(after());
    refuseNoBeginning(after());
    await work.tx.patch("step", stepId, written);
  },
});

/** Nobody is named as the owner: where it is not theirs, it is mine. */
function isNobodys(step: Pick<Step, "ownerMemberId" | "ownerPersonId" | "ownerName">): boolean {
  return step.ownerMemberId === null && step.ownerPersonId === null && step.ownerName === null;
}

/** A member's step is no step of theirs, and a stretch of days ends after it starts. */
export function refuseContradiction(
  step: Pick<Step, "what" | "isTheirs" | "ownerMemberId" | "dueOn" | "dueEnd">,
): void {
  if (step.isTheirs && step.ownerMemberId !== null) {
    throw new Refusal("invalid", `"${step.what}" cannot be theirs and a member's; name a person as its owner instead.`);
  }
  if (step.dueEnd !== null && (step.dueOn === null || step.dueEnd < step.dueOn)) {
    throw new Refusal(
      "invalid",
      `"${step.what}" cannot end (${step.dueEnd}) before it starts (${step.dueOn ?? "no day"}); give dueOn and dueEnd in order.`,
    );
  }
}

async function refersToAll(args: Partial<Step> | Given, { tx }: Work): Promise<void> {
  await refersTo(tx, "event", args.eventId);
  await refersTo(tx, "session", args.sessionId);
  await refersTo(tx, "member", args.ownerMemberId);
  await refersTo(tx, "person", args.ownerPersonId);
  await refersTo(tx, "person", args.withPersonId);
  await refersTo(tx, "organization", args.organizationId);
  await refersTo(tx, "lead", args.leadId);
  await refersTo(tx, "need", args.needId);
  await refersTo(tx, "commitment", args.commitmentId);
  await refersTo(tx, "initiative", args.initiativeId);
}
type Given = { [K in keyof Step]?: Step[K] | undefined };

/**
 * ST3: putting off is allowed and counted; after the third time it asks why. Theirs moves its check-back day (ST2). A first day, or an
 * earlier one, puts nothing off.
 */
const defer = command({
  title: "Put off a step",
  args: z.strictObject({ stepId: StepId, to: Day, why: Line.nullable().default(null) }),
  async run({ stepId, to, why }, work) {
    const { tx, now } = work;
    const step = await openStep(stepId, work);
    if (to < (await todayOf(work))) {
      throw new Refusal(
        "invalid",
        `"${step.what}" cannot be put off to ${to}: that day is over. Choose a day from today on.`,
      );
    }
    const day = step.isTheirs ? { checkBackOn: to } : { dueOn: to, dueEnd: null, dueText: null };
    if (!isPutOff(step, to)) {
      await tx.patch("step", stepId, day);
      return { deferrals: step.deferrals.length };
    }
    if (asksWhy(step, to) && why === null) {
      throw new Refusal(
        "not-allowed",
        `"${step.what}" was put off ${step.deferrals.length} times already; say why this time, or drop it.`,
      );
    }
    const deferrals = [...step.deferrals, { from: dayWanted(step), to, at: instantOf(now), why }];
    await tx.patch("step", stepId, { ...day, deferrals });
    return { deferrals: deferrals.length };
  },
});

/**
 * ST5: closing asks what came of it; null skips, "nothing" is an answer. Where doing it was a contact, `touch` says of which way, and
 * it is logged with it (EC2): one act, taken back by one undo. RP2: one that repeats says when it comes `again`, or null for no more;
 * the next one is made with it.
 */
const done = command({
  title: "Mark a step done",
  args: z.strictObject({
    stepId: StepId,
    cameOfIt: Prose.nullable().default(null),
    touch: TouchWay.nullable().default(null),
    again: Day.nullable().optional(),
  }),
  async run({ stepId, cameOfIt, touch, again }, work) {
    const step = await openStep(stepId, work);
    await refuseAgain(step, again, work);
    await close(stepId, "done", cameOfIt, work);
    if (touch !== null) await logTouch(stepId, touch, work);
    return { nextId: again ? await comeAgain(step, again, work) : null };
  },
});

async function logTouch(stepId: StepId, way: TouchWay, work: Work): Promise<void> {
  const { tx, now, newId } = work;
  const { isTheirs, ownerPersonId, withPersonId, what, eventId } = await found(tx, "step", stepId);
  const personId = isTheirs ? ownerPersonId : withPersonId;
  if (personId === null) {
    throw new Refusal("invalid", `"${what}" names no person, so doing it was no touch; say so without one.`);
  }
  const direction = isTheirs ? "in" : "out";
  const touchedOn = await todayOf(work);
  const id = newId() as TouchId;
  const touch = { id, createdAt: instantOf(now), personId, eventId, stepId, way, direction, touchedOn, line: what };
  await tx.insert("touch", Touch.parse(touch));
}

/** PL4: at a month's end a step stays as it is; its day, and how late it is, too (ST3). */
const keep = command({
  title: "Keep a step at a month's end",
  args: z.strictObject({ stepId: StepId, month: Day }),
  async run({ stepId, month }, work) {
    await openStep(stepId, work);
    await work.tx.patch("step", stepId, { keptFor: periodOn("month", month).startsOn });
  },
});

const drop = command({
  title: "Drop a step",
  args: z.strictObject({ stepId: StepId, cameOfIt: Prose.nullable().default(null) }),
  run: ({ stepId, cameOfIt }, work) => close(stepId, "dropped", cameOfIt, work),
});

async function close(id: StepId, state: "done" | "dropped", cameOfIt: string | null, work: Work): Promise<void> {
  await openStep(id, work);
  await work.tx.patch("step", id, { state, closedAt: instantOf(work.now), cameOfIt });
}

/** ST5 later: the answer to "what came of it?" for a step that is closed. */
const cameOf = command({
  title: "Say what came of a step",
  args: z.strictObject({ stepId: StepId, cameOfIt: Prose.nullable() }),
  async run({ stepId, cameOfIt }, { tx }) {
    const step = await found(tx, "step", stepId);
    if (step.state === "open") throw new Refusal("not-allowed", `"${step.what}" is still open; mark it done first.`);
    await tx.patch("step", stepId, { cameOfIt });
  },
});

const reopen = command({
  title: "Open a step again",
  args: z.strictObject({ stepId: StepId }),
  async run({ stepId }, { tx }) {
    const step = await found(tx, "step", stepId);
    if (step.state === "open") throw new Refusal("changed-since", `"${step.what}" is open already.`);
    await tx.patch("step", stepId, { state: "open", closedAt: null, cameOfIt: null });
  },
});

/** The proposal it was made of is let go with it, so the passage is no longer made into it (NT2). */
const remove = command({
  title: "Remove a step",
  args: z.strictObject({ stepId: StepId }),
  async run({ stepId }, { tx }) {
    const step = await found(tx, "step", stepId);
    for (const touch of await tx.list("touch", { stepId })) await tx.patch("touch", touch.id, { stepId: null });
    await unname(tx, "step", stepId);
    await tx.remove("step", stepId);
    await settle(tx, [...(await unmake(tx, stepId)), ...(await notesTold(tx, "step", step))]);
  },
});

async function openStep(id: StepId, { tx, workspaceId }: Work): Promise<Step> {
  const step = await found(tx, "step", id);
  if (step.state === "open") return step;
  const { timeZone } = await found(tx, "workspace", workspaceId);
  const since = step.closedAt === null ? "" : ` on ${dayAt(step.closedAt, timeZone)}`;
  throw new Refusal(
    "changed-since",
    `"${step.what}" is closed already (${step.state}${since}). Say what came of it with step.cameOf, or open it again with step.reopen.`,
  );
}

export const stepCommands = {
  "step.add": add,
  "step.change": change,
  "step.defer": defer,
  "step.keep": keep,
  "step.done": done,
  "step.drop": drop,
  "step.cameOf": cameOf,
  "step.reopen": reopen,
  "step.remove": remove,
} as const;
