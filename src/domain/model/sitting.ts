import * as z from "zod";
import { CardId, CommitmentId, EventId, LeadId, MemberId, NoteId, PersonId, SittingId, StepId } from "./id.ts";
import { Line } from "./text.ts";
import { addDays, type Day as DayType, Day, daysBetween, Instant, plainDate } from "./time.ts";

/**
 * One weekly comb-back (RV1 to RV5): a row of cards, answered one after the other, here or on another device. It belongs to the
 * member who sits. Written by the commands of `commands/sitting.ts`.
 */
export const Sitting = z.object({
  id: SittingId,
  createdAt: Instant,
  memberId: MemberId,
  startedOn: Day,
  endedAt: Instant.nullable().default(null),
  /** The day of the next one, chosen at the end. */
  nextOn: Day.nullable().default(null),
});
export type Sitting = z.infer<typeof Sitting>;

/** What a card is about (RV5): an old note; theirs and due for a check back; going cold; vague; an event; a commitment; what came of a step. */
export const cardAbouts = ["note", "theirs", "cold", "vague", "event", "commitment", "cameOf"] as const;
export const CardAbout = z.enum(cardAbouts);
export type CardAbout = z.infer<typeof CardAbout>;

/**
 * What was answered. To a note one of four (RV2): `step`, `join` (a dot), `rest`, `letGo`. To the others: `step` made a step,
 * `dealt` says it was seen to, `rest` later, `letGo` no more.
 */
export const cardAnswers = ["step", "join", "rest", "letGo", "dealt"] as const;
export const CardAnswer = z.enum(cardAnswers);
export type CardAnswer = z.infer<typeof CardAnswer>;

/** The most cards of one sitting, however much there is: a sitting is over in a quarter of an hour. */
export const cardsMax = 60;

/**
 * One card of a sitting. Its answer is a row of its own, so that two devices that answer two cards both win. When a note comes
 * back (RV3) is told from its cards; nothing else is kept of it.
 */
export const Card = z.object({
  id: CardId,
  createdAt: Instant,
  sittingId: SittingId,
  /** Its place in the sitting, from 0. */
  place: z.int().min(0).max(cardsMax),
  about: CardAbout,
  /** The one it is about, by its noun. */
  noteId: NoteId.nullable().default(null),
  stepId: StepId.nullable().default(null),
  leadId: LeadId.nullable().default(null),
  personId: PersonId.nullable().default(null),
  eventId: EventId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  answer: CardAnswer.nullable().default(null),
  answeredAt: Instant.nullable().default(null),
  /** Until when it is to rest, where somebody chose a day. */
  restsUntil: Day.nullable().default(null),
  line: Line.nullable().default(null),
});
export type Card = z.infer<typeof Card>;

/** A sitting can be gone on with for so many days, today's included; then the next one is due, and it is over as it is. */
export const sittingDays = 7;

/** True where a sitting was ended, or its week is. What was not answered in it comes again in another (RV4). */
export function isOver({ endedAt, startedOn }: Pick<Sitting, "endedAt" | "startedOn">, today: DayType): boolean {
  return endedAt !== null || daysBetween(startedOn, today) >= sittingDays;
}

const subjectFields = ["noteId", "stepId", "leadId", "personId", "eventId", "commitmentId"] as const;

/** What a card is about, by its noun's field: a card has one. */
export type Subject = Pick<Card, "about" | (typeof subjectFields)[number]>;

/** The id of what a card is about; undefined where it names nothing. */
export function subjectOf(card: Subject): string | undefined {
  for (const field of subjectFields) {
    const id = card[field];
    if (id !== null) return id;
  }
  return undefined;
}

/** Which fields may name what a card is about. */
const fieldsOfAbout: Record<CardAbout, readonly (typeof subjectFields)[number][]> = {
  note: ["noteId"],
  theirs: ["stepId"],
  cold: ["leadId", "personId"],
  vague: ["stepId"],
  event: ["eventId"],
  commitment: ["commitmentId"],
  cameOf: ["stepId"],
};

/** True where a card names one thing, and that of the noun it is about. */
export function namesOne(card: Subject): boolean {
  const named = subjectFields.filter((field) => card[field] !== null);
  return named.length === 1 && named.every((field) => fieldsOfAbout[card.about].includes(field));
}

/** The answers that fit: to a note one of the four of RV2; to anything else, that it was dealt with in the place of a join. */
export function fits(about: CardAbout, answer: CardAnswer): boolean {
  return answer !== (about === "note" ? "dealt" : "join");
}

/** Sooner than this after a sitting the next one is none: what was done late is not followed by another at once. */
const betweenMinDays = 4;

/** The day of the next comb-back: the workspace's weekday, four days away or more; where nobody fixed one, a week from today. */
export function nextCombBack(today: DayType, weekday: number | null): DayType {
  if (weekday === null) return addDays(today, 7);
  const from = addDays(today, betweenMinDays);
  return addDays(from, (weekday - plainDate(from).dayOfWeek + 7) % 7);
}
