import * as z from "zod";
import { CommitmentId, EventId, MemberId, NeedId, NoteId } from "./id.ts";
import { Line, Prose } from "./text.ts";
import { Instant } from "./time.ts";

/** `seek`: what I look for. `offer`: what I can give. */
export const needSides = ["seek", "offer"] as const;
export const NeedSide = z.enum(needSides);
export type NeedSide = z.infer<typeof NeedSide>;

export const needStates = ["open", "met", "dropped"] as const;
export const NeedState = z.enum(needStates);
export type NeedState = z.infer<typeof NeedState>;

/**
 * What somebody looks for or can offer, made known to chosen people: each of them is asked by a step that names it (`step.needId`).
 * Written by the commands of `commands/need.ts`.
 */
export const Need = z.object({
  id: NeedId,
  createdAt: Instant,
  side: NeedSide.default("seek"),
  what: Line,
  about: Prose.nullable().default(null),
  /** Whose it is; null for the whole team's. */
  memberId: MemberId.nullable().default(null),
  /** Where it came up. */
  eventId: EventId.nullable().default(null),
  noteId: NoteId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  state: NeedState.default("open"),
  closedAt: Instant.nullable().default(null),
  /** How it was met, or why it was dropped. */
  cameOfIt: Prose.nullable().default(null),
});
export type Need = z.infer<typeof Need>;
