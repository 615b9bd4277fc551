import * as z from "zod";
import { CardId, CommitmentId, EventId, LeadId, MemberId, NoteId, PersonId, SittingId, StepId } from "./id.ts";
import { Line } from "./text.ts";
import { Day, Instant } from "./time.ts";

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
