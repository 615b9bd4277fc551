import * as z from "zod";
import { CardId, CommitmentId, DotId, LeadId, MemberId, NoteId, StepId } from "./id.ts";
import { Line } from "./text.ts";
import { Instant } from "./time.ts";

/**
 * A recorded join between an old note and something under way: exactly one of a step, a lead, a commitment.
 * Written by `dot.join` and `dot.part`.
 */
export const Dot = z.object({
  id: DotId,
  createdAt: Instant,
  memberId: MemberId,
  noteId: NoteId,
  stepId: StepId.nullable().default(null),
  leadId: LeadId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  /** The card it was made at; null where it was made elsewhere. */
  cardId: CardId.nullable().default(null),
  /** What ties them, in words. */
  line: Line.nullable().default(null),
});
export type Dot = z.infer<typeof Dot>;
