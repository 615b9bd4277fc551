import * as z from "zod";
import { command, type Work } from "../command.ts";
import { NeedId, PersonId, type StepId } from "../model/id.ts";
import { Need } from "../model/need.ts";
import { sayNouns } from "../model/say.ts";
import { checkBackAfter, Step } from "../model/step.ts";
import { Prose } from "../model/text.ts";
import { Day, dayAt, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { unname } from "./unname.ts";

const fields = Need.omit({ id: true, createdAt: true, state: true, closedAt: true, cameOfIt: true });

/** What I look for, or can offer. Nobody named, it is mine. */
const add = command({
  title: "Write down a need",
  args: z.strictObject({ ...fields.shape, isTeams: z.boolean().default(false) }),
  async run({ isTeams, ...args }, { tx, memberId, newId, now }) {
    await refersToAll(args, { tx });
    const id = newId() as NeedId;
    const owner = isTeams ? null : (args.memberId ?? memberId);
    await tx.insert("need", { ...Need.parse({ id, createdAt: instantOf(now), ...args }), memberId: owner });
    return { needId: id };
  },
});

const change = command({
  title: "Change a need",
  args: z.strictObject({ needId: NeedId, ...changes(fields) }),
  async run({ needId, ...args }, { tx }) {
    await found(tx, "need", needId);
    await refersToAll(args, { tx });
    await tx.patch("need", needId, given(args));
  },
});

/** The most people who are asked in one act: each is written to by oneself. */
export const askedMax = 30;

/**
 * Makes a need known to chosen people: one step of theirs each, asked for, with the day on which I look again (ST2). Whoever was asked
 * and has not answered is not asked twice. The words to each are drafted from the step (ST8); nothing is sent by itself.
 */
const makeKnown = command({
  title: "Make a need known",
  args: z.strictObject({
    needId: NeedId,
    personIds: z.array(PersonId).min(1).max(askedMax),
    checkBackOn: Day.nullable().default(null),
  }),
  async run({ needId, personIds, checkBackOn }, work) {
    const { tx, newId, now } = work;
    const need = await openNeed(needId, work);
    const { workingDays, timeZone } = await found(tx, "workspace", work.workspaceId);
    const asked = new Set((await tx.list("step", { needId })).flatMap(waitsFor));
    const stepIds: StepId[] = [];
    for (const personId of new Set(personIds)) {
      const person = await found(tx, "person", personId);
      if (asked.has(personId)) continue;
      const id = newId(`ask ${personId}`) as StepId;
      const step = Step.parse({
        id,
        createdAt: instantOf(now),
        needId,
        eventId: need.eventId,
        commitmentId: need.commitmentId,
        isTheirs: true,
        ownerPersonId: personId,
        organizationId: person.organizationId,
        basis: "asked",
        kind: "message",
        what: need.what,
        checkBackOn: checkBackOn ?? checkBackAfter(null, dayAt(now, timeZone), workingDays),
      });
      await tx.insert("step", step);
      stepIds.push(id);
    }
    if (stepIds.length === 0) {
      throw new Refusal(
        "duplicate",
        `Everybody named was asked about "${need.what}" already and has not answered yet.`,
      );
    }
    return { stepIds };
  },
});

function waitsFor({ state, ownerPersonId }: Step): PersonId[] {
  return state === "open" && ownerPersonId !== null ? [ownerPersonId] : [];
}

/** Says how a need was met. What others were asked stays as it is: an answer may still come. */
const met = command({
  title: "Say that a need was met",
  args: z.strictObject({ needId: NeedId, cameOfIt: Prose.nullable().default(null) }),
  run: ({ needId, cameOfIt }, work) => close(needId, { state: "met", cameOfIt }, work),
});

const drop = command({
  title: "Drop a need",
  args: z.strictObject({ needId: NeedId, cameOfIt: Prose.nullable().default(null) }),
  run: ({ needId, cameOfIt }, work) => close(needId, { state: "dropped", cameOfIt }, work),
});

async function close(
  needId: NeedId,
  { state, cameOfIt }: { state: "met" | "dropped"; cameOfIt: string | null },
  work: Work,
): Promise<{ waiting: number }> {
  await openNeed(needId, work);
  await work.tx.patch("need", needId, { state, cameOfIt, closedAt: instantOf(work.now) });
  return { waiting: (await work.tx.list("step", { needId, state: "open" })).length };
}

const reopen = command({
  title: "Open a need again",
  args: z.strictObject({ needId: NeedId }),
  async run({ needId }, { tx }) {
    const need = await found(tx, "need", needId);
    if (need.state === "open") throw new Refusal("changed-since", `"${need.what}" is open already.`);
    await tx.patch("need", needId, { state: "open", closedAt: null, cameOfIt: null });
  },
});

/** What somebody still owes an answer to is no need of nobody's: those steps are closed or removed first. */
const remove = command({
  title: "Remove a need",
  args: z.strictObject({ needId: NeedId }),
  async run({ needId }, { tx }) {
    const need = await found(tx, "need", needId);
    const { length } = await tx.list("step", { needId, state: "open" });
    if (length > 0) {
      throw new Refusal(
        "not-allowed",
        `"${need.what}" is still asked for by ${sayNouns(length, "step")}; close those first.`,
      );
    }
    await unname(tx, "need", needId);
    await tx.remove("need", needId);
  },
});

async function openNeed(needId: NeedId, { tx, workspaceId }: Work): Promise<Need> {
  const need = await found(tx, "need", needId);
  if (need.state === "open") return need;
  const { timeZone } = await found(tx, "workspace", workspaceId);
  const since = need.closedAt === null ? "" : ` since ${dayAt(need.closedAt, timeZone)}`;
  throw new Refusal("changed-since", `"${need.what}" is ${need.state}${since}. Open it again with need.reopen.`);
}

async function refersToAll(args: { [K in keyof Need]?: Need[K] | undefined }, { tx }: Pick<Work, "tx">): Promise<void> {
  await refersTo(tx, "member", args.memberId);
  await refersTo(tx, "event", args.eventId);
  await refersTo(tx, "note", args.noteId);
  await refersTo(tx, "commitment", args.commitmentId);
}

export const needCommands = {
  "need.add": add,
  "need.change": change,
  "need.makeKnown": makeKnown,
  "need.met": met,
  "need.drop": drop,
  "need.reopen": reopen,
  "need.remove": remove,
} as const;
