import * as z from "zod";
import type { Board } from "./board.ts";
import { BoardId, ClusterId, MemberId, StickyId } from "./id.ts";
import { Name } from "./text.ts";
import { Instant } from "./time.ts";

/** Longer than a sticky of paper holds. */
export const stickyTextMax = 500;

/** A place on the wall: a column, and the upper left corner within it (`model/wall.ts` says how large things are). */
export const Place = z.object({
  columnId: z.string().min(1).max(40),
  x: z.number().min(0).max(10_000),
  y: z.number().min(0).max(1_000_000),
});
export type Place = z.infer<typeof Place>;

/**
 * One thought on the wall. Written by `sticky.write`, `sticky.change`, `sticky.move`, `sticky.import`, `sticky.remove`; `clusterId` by
 * the commands of clusters. Its place is written apart from its words and its cluster, so that two people who do two things win both.
 */
export const Sticky = z.object({
  id: StickyId,
  createdAt: Instant,
  boardId: BoardId,
  text: z.string().trim().min(1).max(stickyTextMax),
  ...Place.shape,
  /** Who wrote it; null for what came from a file. Never written again. */
  memberId: MemberId.nullable().default(null),
  /** The name of who wrote it where it is no member: a guest's, or what the file says. */
  guestName: Name.nullable().default(null),
  clusterId: ClusterId.nullable().default(null),
  /** The board's round when it was written, or the one before for what came from a file; never written again. */
  round: z.int().min(0).default(1),
});
export type Sticky = z.infer<typeof Sticky>;

/** As many as a wall holds that anybody still reads. */
export const importedMax = 2_000;

/** One sticky of a file: its words, and what the file says of it. */
export const ImportedSticky = z.strictObject({
  text: Sticky.shape.text,
  /** The name of the column it stood in. */
  column: z.string().max(300).nullable().default(null),
  /** The name of what it was put together with. */
  group: z.string().max(300).nullable().default(null),
  author: Sticky.shape.guestName,
});
export type ImportedSticky = z.infer<typeof ImportedSticky>;

/** True where a sticky is on the wall for all to see: not what was written in a round of writing that still goes on (BD1). */
export function isShown(board: Pick<Board, "mode" | "round">, sticky: Pick<Sticky, "round">): boolean {
  return board.mode !== "write" || sticky.round < board.round;
}

/** True where a member sees a sticky: it is shown, or their own (BD1). */
export function isSeenBy(
  board: Pick<Board, "mode" | "round">,
  sticky: Pick<Sticky, "round" | "memberId">,
  memberId: MemberId,
): boolean {
  return isShown(board, sticky) || sticky.memberId === memberId;
}
