import * as z from "zod";
import { BoardId, ClusterId, MemberId, StickyId, VoteId } from "./id.ts";
import { Instant } from "./time.ts";

/**
 * One dot, on a cluster or on a sticky that is in none; never both. Written by `vote.put` and `vote.takeBack`, and never changed.
 * A member has as many on a board as it gives each (BD1).
 */
export const Vote = z.object({
  id: VoteId,
  createdAt: Instant,
  boardId: BoardId,
  memberId: MemberId,
  clusterId: ClusterId.nullable().default(null),
  stickyId: StickyId.nullable().default(null),
});
export type Vote = z.infer<typeof Vote>;
