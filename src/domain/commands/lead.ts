import * as z from "zod";
import { command, type Work } from "../command.ts";
import { LeadId, NoteId, StepId } from "../model/id.ts";
import { Lead, type Stage, StageKey, stagesOf } from "../model/lead.ts";
import { Line } from "../model/text.ts";
import { Day, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { askIntroduction } from "./introduction.ts";
import { NextStep } from "./next-step.ts";
import { notesTold, settle } from "./settle.ts";
import { addStep } from "./step.ts";
import { refuseToCome, todayOf } from "./today.ts";
import { unname } from "./unname.ts";

/** What a person says of a lead, whatever its stage. */
const about = Lead.omit({
  id: true,
  createdAt: true,
  name: true,
  noteId: true,
  stage: true,
  stageOn: true,
  restsUntil: true,
  why: true,
});

/**
 * A connection that may become something: from a person, an organization, a note or a step, whose event, session, people and words it
 * takes over where nothing else is said (NT3, OC1). It begins at the first stage, and takes its first next step with it: one act, one
 * undo. A step it is made from is its next one, where that is open.
 */
const add = command({
  title: "Make a lead",
  args: z.strictObject({
    ...changes(about),
    /** Without one it is called by its organization, its person, or the words of its step. */
    name: Line.nullish(),
    noteId: NoteId.nullish(),
    stepId: StepId.nullish(),
    stage: StageKey.nullish(),
    restsUntil: Day.nullish(),
    why: Line.nullish(),
    next: NextStep.nullish(),
  }),
  async run({ name, stepId, stage: wanted, restsUntil, why, next, ...args }, work) {
    const { tx, newId, now } = work;
    const today = await todayOf(work);
    const from = await withOrganization({ ...(await originOf({ stepId, ...args }, work)), ...said(args) }, tx);
    const stage = await stageNamed(wanted ?? null, work);
    const id = newId() as LeadId;
    const lead = Lead.parse({
      id,
      createdAt: instantOf(now),
      ...from,
      name: name ?? (await nameOf(from, { stepId, work })),
      stage: stage.key,
      stageOn: today,
      ...restOf(stage, { restsUntil, why, today }),
    });
    await refersToAll(lead, work);
    refuseHalfAmount(lead);
    await tx.insert("lead", lead);
    if (stepId !== null && stepId !== undefined) await tx.patch("step", stepId, { leadId: id });
    await settle(tx, await notesTold(tx, "lead", lead));
    const step = next ? await addStep(stepFor(lead, next), work) : { stepId: null };
    return { leadId: id, ...step };
  },
});

type Origin = Partial<Pick<Lead, "personId" | "organizationId" | "eventId" | "sessionId" | "noteId" | "commitmentId">>;

/** Where a lead comes from, as far as that is not said: its step, else its note, else the latest meeting with its person. */
async function originOf(
  args: { [K in keyof Origin]: Origin[K] | undefined } & { stepId?: StepId | null | undefined },
  { tx }: Work,
): Promise<Origin> {
  const { stepId, noteId, personId } = args;
  if (stepId !== null && stepId !== undefined) {
    const step = await found(tx, "step", stepId);
    if (step.leadId !== null) {
      const { name } = await found(tx, "lead", step.leadId);
      throw new Refusal("duplicate", `"${step.what}" works on a lead already: "${name}". Change that one.`);
    }
    const { organizationId, eventId, sessionId, commitmentId } = step;
    const ofStep = { personId: step.isTheirs ? step.ownerPersonId : step.withPersonId, noteId: step.noteId };
    return withOrganization({ ...ofStep, organizationId, eventId, sessionId, commitmentId }, tx);
  }
  if (noteId !== null && noteId !== undefined) {
    const note = await found(tx, "note", noteId);
    const { eventId, sessionId } = note;
    const [person, another] = note.personIds;
    const [organization, other] = note.organizationIds;
    const ofNote = {
      personId: another === undefined ? (person ?? null) : null,
      organizationId: other === undefined ? (organization ?? null) : null,
    };
    return withOrganization({ noteId, eventId, sessionId, ...ofNote }, tx);
  }
  if (personId === null || personId === undefined) return {};
  const meetings = (await tx.list("meeting", { personId })).filter(({ eventId }) => eventId !== null);
  const last = meetings.toSorted((a, b) => ((a.metOn ?? "") < (b.metOn ?? "") ? -1 : 1)).at(-1);
  return withOrganization({ personId, eventId: last?.eventId ?? null, sessionId: last?.sessionId ?? null }, tx);
}

/** A person's lead is with their organization, too. */
async function withOrganization(origin: Origin, tx: Work["tx"]): Promise<Origin> {
  if ((origin.organizationId ?? null) !== null || !origin.personId) return origin;
  const { organizationId } = await found(tx, "person", origin.personId);
  return { ...origin, organizationId };
}

async function nameOf(
  lead: Origin,
  { stepId, work: { tx } }: { stepId: StepId | null | undefined; work: Work },
): Promise<string> {
  if (lead.organizationId) return (await found(tx, "organization", lead.organizationId)).name;
  if (lead.personId) return (await found(tx, "person", lead.personId)).name;
  if (stepId) return (await found(tx, "step", stepId)).what;
  throw new Refusal("invalid", "A lead needs a name, or the person, organization or step it is with.");
}

/** The fields that were said; null is said too. */
function said<T extends object>(args: T) {
  return given(args);
}

/** A lead's next step is with the lead's person and organization, unless it says otherwise. */
function stepFor(lead: Lead, next: z.infer<typeof NextStep>): Parameters<typeof addStep>[0] {
  const { personId, organizationId, eventId, sessionId, commitmentId, id: leadId } = lead;
  const person = next.isTheirs ? { ownerPersonId: personId } : { withPersonId: personId };
  return { ...person, organizationId, eventId, sessionId, commitmentId, ...next, leadId };
}

const change = command({
  title: "Change a lead",
  args: z.strictObject({ leadId: LeadId, name: Line.optional(), ...changes(about) }),
  async run({ leadId, ...args }, work) {
    const lead = await found(work.tx, "lead", leadId);
    const written = given(args);
    await refersToAll(written, work);
    refuseHalfAmount({ ...lead, ...written });
    await work.tx.patch("lead", leadId, written);
  },
});

/**
 * Moves a lead to a stage, on a day that has come. Resting needs the day on which it comes back; lost and resting take why. Its open
 * steps stay as they are, and the answer says how many there are: what was promised is owed whether or not anything was won.
 */
const move = command({
  title: "Move a lead to a stage",
  args: z.strictObject({
    leadId: LeadId,
    stage: StageKey,
    on: Day.nullish(),
    restsUntil: Day.nullish(),
    why: Line.nullish(),
  }),
  async run({ leadId, stage: key, on, restsUntil, why }, work) {
    const { tx } = work;
    const lead = await found(tx, "lead", leadId);
    const stage = await stageNamed(key, work);
    const today = await todayOf(work);
    await refuseToCome(on, { what: `"${lead.name}" at ${stage.name}`, eventId: lead.eventId }, work);
    const isThere = lead.stage === stage.key;
    const rest = restOf(stage, { restsUntil: restsUntil ?? (isThere ? lead.restsUntil : null), why, today });
    if (
      isThere &&
      (on ?? lead.stageOn) === lead.stageOn &&
      rest.restsUntil === lead.restsUntil &&
      (why ?? lead.why) === lead.why
    ) {
      throw new Refusal("changed-since", `"${lead.name}" is at ${stage.name} already, since ${lead.stageOn}.`);
    }
    const stageOn = on ?? (isThere ? lead.stageOn : today);
    await tx.patch("lead", leadId, { stage: stage.key, stageOn, ...rest, why: why ?? (isThere ? lead.why : null) });
    const openSteps = (await tx.list("step", { leadId, state: "open" })).length;
    return { openSteps, means: stage.means };
  },
});

/** What is kept of a rest, and why a lead was lost or rests; refuses what does not go with the stage. */
function restOf(
  stage: Stage,
  { restsUntil, why, today }: { restsUntil: Day | null | undefined; why: string | null | undefined; today: Day },
): Pick<Lead, "restsUntil" | "why"> {
  const { means, name } = stage;
  if (means === "resting" && (restsUntil ?? null) === null) {
    throw new Refusal("invalid", `At ${name} a lead needs the day on which it comes back (restsUntil).`);
  }
  if (means === "resting" && (restsUntil ?? today) <= today) {
    throw new Refusal("invalid", `A lead cannot rest until ${restsUntil}: that day has come. Choose a later one.`);
  }
  if (means !== "resting" && restsUntil) {
    throw new Refusal(
      "invalid",
      `A lead at ${name} does not rest; leave restsUntil out, or move it to where it rests.`,
    );
  }
  if (why && means !== "resting" && means !== "lost") {
    throw new Refusal("invalid", `Why is kept of a lead that is lost or rests; ${name} takes none.`);
  }
  return { restsUntil: restsUntil ?? null, why: why ?? null };
}

/** The stage of a key; without one, the first that goes. */
async function stageNamed(key: StageKey | null, { tx, workspaceId }: Work): Promise<Stage> {
  const stages = stagesOf(await found(tx, "workspace", workspaceId));
  const stage = stages.find((one) => (key === null ? one.means === "going" : one.key === key));
  if (stage !== undefined) return stage;
  throw new Refusal("not-found", `There is no stage "${key}"; there are ${stages.map((one) => one.key).join(", ")}.`);
}

function refuseHalfAmount({ name, amount, currency }: Pick<Lead, "name" | "amount" | "currency">): void {
  if (amount === null || currency !== null) return;
  throw new Refusal("invalid", `"${name}" has an amount in no currency; give one, as EUR.`);
}

async function refersToAll(lead: Partial<Lead>, { tx }: Work): Promise<void> {
  await refersTo(tx, "person", lead.personId);
  await refersTo(tx, "organization", lead.organizationId);
  await refersTo(tx, "event", lead.eventId);
  await refersTo(tx, "session", lead.sessionId);
  await refersTo(tx, "note", lead.noteId);
  await refersTo(tx, "commitment", lead.commitmentId);
}

/** Its steps stay, and name no lead any more. */
const remove = command({
  title: "Remove a lead",
  args: z.strictObject({ leadId: LeadId }),
  async run({ leadId }, { tx }) {
    const lead = await found(tx, "lead", leadId);
    await unname(tx, "lead", leadId);
    await tx.remove("lead", leadId);
    await settle(tx, await notesTold(tx, "lead", lead));
  },
});

export const leadCommands = {
  "lead.add": add,
  "lead.change": change,
  "lead.move": move,
  "lead.remove": remove,
  "lead.askIntroduction": askIntroduction,
} as const;
