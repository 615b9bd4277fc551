import * as z from "zod";
import { AgreementId, CharterId, EventId, MemberId } from "./id.ts";
import { Line, Name, Prose } from "./text.ts";
import { Instant } from "./time.ts";

export const rolesMax = 60;
export const dutiesMax = 60;

/** One role: what it answers for, and who holds it. Several may hold a role; a responsibility that two roles have is shown as an overlap. */
export const Role = z.object({
  name: Name,
  duties: z.array(Line).max(dutiesMax).default([]),
  holderIds: z.array(MemberId).max(50).default([]),
});
export type Role = z.infer<typeof Role>;

/** `draft`: still being written. `agreed`: the one that counts. `past`: there is a newer one that was agreed. */
export const charterStates = ["draft", "agreed", "past"] as const;
export const CharterState = z.enum(charterStates);
export type CharterState = z.infer<typeof CharterState>;

/**
 * A team's charter (BD5): mission, structure, roles with what each answers for, and the open questions. One version a record: an agreed
 * one is never written again; the next begins as its copy. Written by the commands of `commands/charter.ts`.
 */
export const Charter = z.object({
  id: CharterId,
  createdAt: Instant,
  /** The offsite at which this version was made. */
  eventId: EventId.nullable().default(null),
  /** Counts the versions, from 1. */
  edition: z.int().min(1),
  mission: Prose.nullable().default(null),
  structure: Prose.nullable().default(null),
  roles: z.array(Role).max(rolesMax).default([]),
  /** What the team must answer for whoever holds which role: a duty nobody has is shown as a gap. */
  needed: z.array(Line).max(200).default([]),
  questions: z.array(Line).max(100).default([]),
  state: CharterState.default("draft"),
  agreedAt: Instant.nullable().default(null),
});
export type Charter = z.infer<typeof Charter>;

export const agreementAnswers = ["agree", "remark", "notYet"] as const;
export const AgreementAnswer = z.enum(agreementAnswers);
export type AgreementAnswer = z.infer<typeof AgreementAnswer>;

/** What one member says to a charter: agreed, agreed with a remark, not yet. A row of its own, so that all can answer at once. */
export const Agreement = z.object({
  id: AgreementId,
  createdAt: Instant,
  charterId: CharterId,
  memberId: MemberId,
  answer: AgreementAnswer,
  remark: Line.nullable().default(null),
});
export type Agreement = z.infer<typeof Agreement>;
