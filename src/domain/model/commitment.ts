import * as z from "zod";
import { CommitmentId, MemberId } from "./id.ts";
import { Line, Prose } from "./text.ts";
import { Day, Instant } from "./time.ts";

export const spans = ["year", "quarter", "month"] as const;
export const Span = z.enum(spans);
export type Span = z.infer<typeof Span>;

export const commitmentStates = ["open", "done", "dropped"] as const;
export const CommitmentState = z.enum(commitmentStates);
export type CommitmentState = z.infer<typeof CommitmentState>;

/** What was said of an open commitment at a month's end: it stays as it is, or it goes on in a later span. */
export const CommitmentAnswer = z.object({
  answer: z.enum(["keep", "move"]),
  /** The month at whose end it was asked about, by its first day. */
  from: Day,
  /** The span it is for since then, by its first day. */
  to: Day,
  at: Instant,
  why: Line.nullable(),
});
export type CommitmentAnswer = z.infer<typeof CommitmentAnswer>;

export const commitmentAnswersMax = 200;

/**
 * What I or the team committed to: for a year, a quarter, a month. Commitments lie in each other as an outline; steps, leads and
 * needs hang on them. Written by the commands of `commands/commitment.ts`.
 */
export const Commitment = z.object({
  id: CommitmentId,
  createdAt: Instant,
  what: Line,
  about: Prose.nullable().default(null),
  span: Span,
  /** The first day of the span: 1 January, the first of a quarter or of a month. */
  startsOn: Day,
  /** The commitment that it serves. No key of the store's: an outline is reordered, so a parent may be younger than its child. */
  parentId: CommitmentId.nullable().default(null),
  /** Its place among those with the same parent: lower comes first. A number between two others moves one alone (invariant 6). */
  rank: z.number(),
  /** Whose it is; null for the whole team's. */
  memberId: MemberId.nullable().default(null),
  state: CommitmentState.default("open"),
  closedAt: Instant.nullable().default(null),
  /** What came of it, or why it was dropped. */
  cameOfIt: Prose.nullable().default(null),
  answers: z.array(CommitmentAnswer).max(commitmentAnswersMax).default([]),
});
export type Commitment = z.infer<typeof Commitment>;
