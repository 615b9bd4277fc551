import * as z from "zod";
import { command, type Work } from "../command.ts";
import { CardId, CommitmentId, type DotId, LeadId, type SittingId, StepId, type TouchId } from "../model/id.ts";
import { type Card, CardAnswer, fits, type Sitting } from "../model/sitting.ts";
import { checkBackAfter, type Step } from "../model/step.ts";
import { Line } from "../model/text.ts";
import { Day, instantOf } from "../model/time.ts";
import { Touch, TouchWay } from "../model/touch.ts";
import { Refusal } from "../refusal.ts";
import { joinDot } from "./dot.ts";
import { found } from "./found.ts";
import { noteCommands } from "./note.ts";
import { stepCommands } from "./step.ts";
import { todayOf } from "./today.ts";

const newStep = stepCommands["step.add"];

const Answered = z.strictObject({
  cardId: CardId,
  answer: CardAnswer,
  /** To `step`: the step that is made. What the card is about is filled in where it is left open. */
  step: newStep.args.nullable().default(null),
  /** To `step` at a vague one: the day it gets. */
  on: Day.nullable().default(null),
  /** To `join`: what the note is joined to, one of them. */
  stepId: StepId.nullable().default(null),
  leadId: LeadId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  /** To `rest`: until when. Without it the spacing says when. */
  restsUntil: Day.nullable().default(null),
  /** To `dealt` at a person who goes cold: the contact that it was. */
  touch: TouchWay.nullable().default(null),
  /** What came of it, why it rests, or what ties the two: as the answer is. */
  line: Line.nullable().default(null),
});
type Answered = z.infer<typeof Answered>;

/**
 * Answers a card (RV2), and does what the answer says in the same command, so that one undo takes both back. A card that was answered
 * already keeps its first answer, and so does what it is about where another device dealt a card of it as well (RV4): the second is
 * told. A sitting that is over takes answers still: they were given, and nothing is lost.
 */
const answer = command({
  title: "Answer a card",
  args: Answered,
  async run(args, work) {
    const { tx, now } = work;
    const card = await found(tx, "card", args.cardId);
    await ownSitting(card.sittingId, work);
    await refuseAnswered(card, work);
    if (!fits(card.about, args.answer)) {
      throw new Refusal("invalid", `"${args.answer}" is no answer to a card about "${card.about}".`);
    }
    if (args.restsUntil !== null && (args.answer !== "rest" || args.restsUntil <= (await todayOf(work)))) {
      throw new Refusal(
        "invalid",
        `Only what rests has a day to rest until, and ${args.restsUntil} is to be after today.`,
      );
    }
    const { answer: said, restsUntil, line } = args;
    const made = await act(card, args, work);
    await tx.patch("card", card.id, { answer: said, answeredAt: instantOf(now), restsUntil, line });
    return made;
  },
});

/** The sitting; of another member there is none (a comb-back is private). */
export async function ownSitting(id: SittingId, { tx, memberId }: Work): Promise<Sitting> {
  const sitting = await tx.get("sitting", id);
  if (sitting !== undefined && sitting.memberId === memberId) return sitting;
  throw new Refusal("not-found", `There is no comb-back ${id} of yours here. Begin one anew.`);
}

const words: Record<CardAnswer, string> = {
  step: "a step was made of it",
  join: "it was joined to something under way",
  rest: "it rests",
  letGo: "it was let go",
  dealt: "it was dealt with",
};

async function refuseAnswered(card: Card, { tx, memberId }: Work): Promise<void> {
  const { noteId, stepId, leadId, personId, eventId, commitmentId } = card;
  const alike = await tx.list("card", { about: card.about, noteId, stepId, leadId, personId, eventId, commitmentId });
  for (const other of alike) {
    if (other.answer === null || other.answeredAt === null) continue;
    // Of another sitting: it is the same asking where it was answered after this card was dealt.
    if (other.id !== card.id && other.answeredAt < card.createdAt) continue;
    if ((await tx.get("sitting", other.sittingId))?.memberId !== memberId) continue;
    throw new Refusal(
      "changed-since",
      `This card was answered already: ${words[other.answer]}. That answer stands; undo takes it back.`,
    );
  }
}

/** What an answer made or gave a day: a step, a dot. */
export interface Made {
  stepId?: StepId;
  dotId?: DotId;
}

async function act(card: Card, args: Answered, work: Work): Promise<Made> {
  if (args.answer === "join") return joinNote(card, args, work);
  switch (card.about) {
    case "note":
      return actOnNote(card, args, work);
    case "theirs":
    case "vague":
      return actOnStep(await stepOf(card, work), { card, args, work });
    case "cameOf":
      return actOnClosed(await stepOf(card, work), { args, work });
    case "cold":
      if (args.touch !== null) await logTouch(card, { args, work });
      return args.answer === "step" ? makeStep(await aboutCold(card, work), args, work) : {};
    case "event":
      return args.answer === "step" ? makeStep({ eventId: card.eventId }, args, work) : {};
    case "commitment":
      return args.answer === "step" ? makeStep({ commitmentId: card.commitmentId }, args, work) : {};
  }
}

function joinNote(card: Card, args: Answered, work: Work): Promise<Made> {
  if (card.noteId === null) throw new Refusal("invalid", "Only a note is joined to something.");
  const { stepId, leadId, commitmentId, line } = args;
  return joinDot({ noteId: card.noteId, stepId, leadId, commitmentId, line }, card.id, work);
}

async function actOnNote({ noteId }: Card, args: Answered, work: Work): Promise<Made> {
  if (noteId === null) throw new Refusal("not-found", "The note is not there any more.");
  if (args.answer === "step") return makeStep({ noteId }, args, work);
  const { state } = await found(work.tx, "note", noteId);
  if (args.answer === "letGo" && state !== "made") await noteCommands["note.letGo"].run({ noteIds: [noteId] }, work);
  return {};
}

interface At {
  args: Answered;
  work: Work;
}

async function stepOf({ stepId }: Card, { tx }: Work): Promise<Step> {
  if (stepId === null) throw new Refusal("not-found", "The step is not there any more.");
  return found(tx, "step", stepId);
}

/** A step of theirs whose day to look again has come, or one without its day. */
async function actOnStep(step: Step, { card, args, work }: At & { card: Card }): Promise<Made> {
  const stepId = step.id;
  switch (args.answer) {
    case "dealt":
      await stepCommands["step.done"].run({ stepId, cameOfIt: args.line, touch: args.touch }, work);
      return {};
    case "letGo":
      await stepCommands["step.drop"].run({ stepId, cameOfIt: args.line }, work);
      return {};
    case "rest":
      if (card.about === "theirs" && args.restsUntil !== null) {
        await stepCommands["step.defer"].run({ stepId, to: args.restsUntil, why: args.line }, work);
      }
      return {};
    case "step":
    case "join":
      return card.about === "vague" ? giveDay(step, { args, work }) : askAgain(step, { args, work });
  }
}

async function giveDay(step: Step, { args: { on }, work }: At): Promise<Made> {
  if (on === null) throw new Refusal("invalid", `Give "${step.what}" a day, with "on".`);
  const day = step.isTheirs ? { checkBackOn: on } : { dueOn: on };
  await stepCommands["step.change"].run({ stepId: step.id, ...day }, work);
  return { stepId: step.id };
}

/** My step to ask for theirs, which is looked at again once that was done. */
async function askAgain(step: Step, { args, work }: At): Promise<Made> {
  const made = await makeStep(
    { ...contextOf(step), withPersonId: step.ownerPersonId, withName: step.ownerName },
    args,
    work,
  );
  const { workingDays } = await found(work.tx, "workspace", work.workspaceId);
  const today = await todayOf(work);
  const due = args.step?.dueOn ?? null;
  const checkBackOn = checkBackAfter(due !== null && due > today ? due : null, today, workingDays);
  await stepCommands["step.change"].run({ stepId: step.id, checkBackOn }, work);
  return made;
}

/** ST5 later: what came of a step that was closed without an answer; letting it go says that nothing did. */
async function actOnClosed(step: Step, { args, work }: At): Promise<Made> {
  const say = (cameOfIt: string) => stepCommands["step.cameOf"].run({ stepId: step.id, cameOfIt }, work);
  switch (args.answer) {
    case "dealt":
      if (args.line === null) throw new Refusal("invalid", `Say in a line what came of "${step.what}".`);
      await say(args.line);
      return {};
    case "letGo":
      await say("nothing");
      return {};
    case "step": {
      const made = await makeStep(
        { ...contextOf(step), withPersonId: step.withPersonId, withName: step.withName },
        args,
        work,
      );
      await say(args.step?.what ?? "a next step");
      return made;
    }
    case "rest":
    case "join":
      return {};
  }
}

function contextOf({ eventId, sessionId, organizationId, leadId, commitmentId }: Step): Partial<Step> {
  return { eventId, sessionId, organizationId, leadId, commitmentId };
}

async function aboutCold({ leadId, personId }: Card, { tx }: Work): Promise<Partial<Step>> {
  if (leadId === null) return { withPersonId: personId };
  const lead = await found(tx, "lead", leadId);
  const { personId: withPersonId, organizationId, eventId, commitmentId } = lead;
  return { leadId, withPersonId, organizationId, eventId, commitmentId };
}

async function logTouch(card: Card, { args, work }: At): Promise<void> {
  const { tx, newId, now } = work;
  const personId = (await aboutCold(card, work)).withPersonId ?? null;
  if (personId === null || args.touch === null) {
    throw new Refusal("invalid", "This names no person, so there was nobody to be in touch with; say so without it.");
  }
  const id = newId("touch") as TouchId; // a new one
  const touch = { id, createdAt: instantOf(now), personId, way: args.touch, direction: "out", line: args.line };
  await tx.insert("touch", Touch.parse({ ...touch, touchedOn: await todayOf(work) }));
}

/** The step as it was said; what it leaves open is what the card is about. */
async function makeStep(about: Partial<Step>, { step }: Answered, work: Work): Promise<Made> {
  if (step === null) throw new Refusal("invalid", "Say what the step is, with a day where it has one.");
  const open = Object.entries(about).filter(([field]) => step[field as keyof typeof step] === null); // a step's own fields
  return newStep.run({ ...step, ...Object.fromEntries(open) }, work);
}

export const cardCommands = { "card.answer": answer } as const;
