import * as z from "zod";
import { command, type Work } from "../command.ts";
import { StepId } from "../model/id.ts";
import { deferralsWithoutWhy, ownerOf, Step } from "../model/step.ts";
import { Line, Prose } from "../model/text.ts";
import { addDays, addWorkingDays, Day, dayAt, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { notesTold, settle, unmake } from "./settle.ts";

/** Days after which I look again at what is theirs when no day was said: a week is one round of everybody's plans. */
const checkBackDays = 7;

/** The check-back day of a step of theirs (ST2): the working day after it is due, else a week from now. */
export async function checkBackDay(step: { dueOn: Day | null; dueEnd: Day | null }, work: Work): Promise<Day> {
  const workspace = await found(work.tx, "workspace", work.workspaceId);
  const due = step.dueEnd ?? step.dueOn;
  if (due !== null) return addWorkingDays(due, 1, workspace.workingDays);
  return addDays(dayAt(work.now, workspace.timeZone), checkBackDays);
}

const fields = Step.omit({ id: true, createdAt: true, state: true, closedAt: true, cameOfIt: true, deferrals: true });

/** A step somebody sets by hand. Nobody named: it is mine. Theirs gets a check-back day (ST2). */
const add = command({
  title: "Add a step",
  args: z.strictObject(fields.shape),
  async run(args, work) {
    const { tx, memberId, newId, now } = work;
    await refersToAll(args, work);
    await refersTo(tx, "note", args.noteId);
    const isNobodys = args.ownerMemberId === null && args.ownerPersonId === null && args.ownerName === null;
    const id = newId() as StepId;
    await tx.insert("step", {
      ...Step.parse({ id, createdAt: instantOf(now), ...args }),
      ownerMemberId: isNobodys && !args.isTheirs ? memberId : args.ownerMemberId,
      checkBackOn: args.isTheirs ? (args.checkBackOn ?? (await checkBackDay(args, work))) : args.checkBackOn,
    });
    if (args.noteId !== null) await settle(tx, [args.noteId]);
    return { stepId: id };
  },
});

/** The source of a step never changes (NT3); everything else a person said about it may. */
const change = command({
  title: "Change a step",
  args: z.strictObject({
    stepId: StepId,
    ...changes(fields.omit({ noteId: true, pageId: true, start: true, end: true, quote: true })),
  }),
  async run({ stepId, ...args }, work) {
    await found(work.tx, "step", stepId);
    await refersToAll(args, work);
    await work.tx.patch("step", stepId, given(args));
  },
});

async function refersToAll(args: Partial<Step> | Given, { tx }: Work): Promise<void> {
  await refersTo(tx, "event", args.eventId);
  await refersTo(tx, "session", args.sessionId);
  await refersTo(tx, "member", args.ownerMemberId);
  await refersTo(tx, "person", args.ownerPersonId);
  await refersTo(tx, "person", args.withPersonId);
  await refersTo(tx, "organization", args.organizationId);
}
type Given = { [K in keyof Step]?: Step[K] | undefined };

/** ST3: putting off is allowed and counted; after the third time it asks why. Theirs moves its check-back day (ST2). */
const defer = command({
  title: "Put off a step",
  args: z.strictObject({ stepId: StepId, to: Day, why: Line.nullable().default(null) }),
  async run({ stepId, to, why }, work) {
    const { tx, now, workspaceId } = work;
    const step = await openStep(stepId, work);
    const workspace = await found(tx, "workspace", workspaceId);
    const today = dayAt(now, workspace.timeZone);
    if (to < today) throw new Refusal("invalid", `"${step.what}" cannot be put off to ${to}: that day is over.`);
    if (step.deferrals.length >= deferralsWithoutWhy && why === null) {
      throw new Refusal(
        "not-allowed",
        `"${step.what}" was put off ${step.deferrals.length} times already; say why this time, or drop it.`,
      );
    }
    const from = step.isTheirs ? step.checkBackOn : (step.dueEnd ?? step.dueOn);
    const deferrals = [...step.deferrals, { from, to, at: instantOf(now), why }];
    const day = step.isTheirs ? { checkBackOn: to } : { dueOn: to, dueEnd: null, dueText: null };
    await tx.patch("step", stepId, { ...day, deferrals });
    return { deferrals: deferrals.length };
  },
});

/** ST5: closing asks what came of it; null skips, "nothing" is an answer. */
const done = command({
  title: "Mark a step done",
  args: z.strictObject({ stepId: StepId, cameOfIt: Prose.nullable().default(null) }),
  run: ({ stepId, cameOfIt }, work) => close(stepId, "done", cameOfIt, work),
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
    await tx.remove("step", stepId);
    await unmake(tx, stepId);
    await settle(tx, await notesTold(tx, "step", step));
  },
});

async function openStep(id: StepId, { tx, memberId }: Work): Promise<Step> {
  const step = await found(tx, "step", id);
  if (step.state !== "open") {
    const whose = ownerOf(step, memberId) === "me" ? "" : " (not yours)";
    throw new Refusal(
      "changed-since",
      `"${step.what}"${whose} is closed already (${step.state}); open it again first.`,
    );
  }
  return step;
}

export const stepCommands = {
  "step.add": add,
  "step.change": change,
  "step.defer": defer,
  "step.done": done,
  "step.drop": drop,
  "step.cameOf": cameOf,
  "step.reopen": reopen,
  "step.remove": remove,
} as const;
