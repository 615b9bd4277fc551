import * as z from "zod";
import { command } from "../command.ts";
import { type CardId, SittingId } from "../model/id.ts";
import {
  Card,
  type CardAnswer,
  cardAnswers,
  cardsMax,
  isOver,
  namesOne,
  nextCombBack,
  Sitting,
  subjectOf,
} from "../model/sitting.ts";
import { Day, instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { ownSitting } from "./card.ts";
import { found } from "./found.ts";
import { todayOf } from "./today.ts";

const subject = {
  noteId: true,
  stepId: true,
  leadId: true,
  personId: true,
  eventId: true,
  commitmentId: true,
} as const;

/**
 * Begins a comb-back with the cards that the question chose, in their order (RV1, RV5). Two devices may begin one each before they
 * have met: both stay, so that what was answered on either counts, and are gone through as one (RV4). Of what was removed meanwhile
 * there is no card.
 */
const begin = command({
  title: "Begin a comb-back",
  args: z.strictObject({
    cards: z
      .array(z.strictObject(Card.pick({ about: true, ...subject }).shape))
      .min(1)
      .max(cardsMax),
  }),
  async run({ cards }, work) {
    const { tx, newId, now, memberId } = work;
    const id = newId() as SittingId; // a new one
    const cardIds = cards.map(() => newId() as CardId); // new ones
    const createdAt = instantOf(now);
    const strange = cards.find((card) => !namesOne(card));
    if (strange !== undefined) {
      throw new Refusal("invalid", `A card about "${strange.about}" names one such thing, and nothing else.`);
    }
    const seen = new Set<string>();
    const there: Card[] = [];
    for (const [place, card] of cards.entries()) {
      const key = `${card.about} ${subjectOf(card)}`;
      const cardId = cardIds[place];
      if (cardId === undefined || seen.has(key) || !(await isThere(tx, card))) continue;
      seen.add(key);
      there.push(Card.parse({ ...card, id: cardId, createdAt, sittingId: id, place: there.length }));
    }
    if (there.length === 0)
      throw new Refusal("not-found", "Nothing of what this comb-back was to bring is there any more.");
    await tx.insert("sitting", Sitting.parse({ id, createdAt, memberId, startedOn: await todayOf(work) }));
    for (const card of there) await tx.insert("card", card);
    return { sittingId: id, cards: there.length };
  },
});

async function isThere(tx: Tx, card: Pick<Card, keyof typeof subject>): Promise<boolean> {
  const records = [
    card.noteId !== null && (await tx.get("note", card.noteId)),
    card.stepId !== null && (await tx.get("step", card.stepId)),
    card.leadId !== null && (await tx.get("lead", card.leadId)),
    card.personId !== null && (await tx.get("person", card.personId)),
    card.eventId !== null && (await tx.get("event", card.eventId)),
    card.commitmentId !== null && (await tx.get("commitment", card.commitmentId)),
  ];
  return records.some((record) => record !== false && record !== undefined);
}

/**
 * Ends a comb-back, wherever it was stopped, and says what it changed. Ended twice it stays ended, and a day given then counts; what
 * was begun beside it on another device ends with it.
 */
const end = command({
  title: "End a comb-back",
  args: z.strictObject({ sittingId: SittingId, nextOn: Day.nullable().default(null) }),
  async run({ sittingId, ...args }, work) {
    const { tx, now, memberId } = work;
    const sitting = await ownSitting(sittingId, work);
    const today = await todayOf(work);
    if (args.nextOn !== null && args.nextOn <= today) {
      throw new Refusal("invalid", `The next comb-back cannot be on ${args.nextOn}; choose a day after today.`);
    }
    const { combBackDay } = await found(tx, "workspace", work.workspaceId);
    const nextOn = args.nextOn ?? sitting.nextOn ?? nextCombBack(today, combBackDay);
    const endedAt = instantOf(now);
    const beside = (await tx.list("sitting", { memberId })).filter(
      (one) => one.id !== sittingId && !isOver(one, today),
    );
    const cards: Card[] = [];
    for (const one of [sitting, ...beside]) {
      cards.push(...(await tx.list("card", { sittingId: one.id })));
      await tx.patch("sitting", one.id, { endedAt: one.endedAt ?? endedAt, nextOn });
    }
    return { nextOn, ...countAnswers(cards) };
  },
});

/** How many things got which answer, and how many got none; what stands on two cards counts once. */
function countAnswers(cards: readonly Card[]): { answers: Record<CardAnswer, number>; left: number } {
  const answered = new Map<string, CardAnswer | null>();
  for (const card of cards) {
    const key = `${card.about} ${subjectOf(card)}`;
    answered.set(key, answered.get(key) ?? card.answer);
  }
  const said = [...answered.values()];
  const count = (wanted: CardAnswer | null) => said.filter((answer) => answer === wanted).length;
  const answers = Object.fromEntries(cardAnswers.map((answer) => [answer, count(answer)]));
  return { answers: answers as Record<CardAnswer, number>, left: count(null) }; // one for each answer
}

export const sittingCommands = { "sitting.begin": begin, "sitting.end": end } as const;
