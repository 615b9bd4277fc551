import * as z from "zod";
import { BoardId, EventId, MemberId } from "./id.ts";
import { Name } from "./text.ts";
import { Instant } from "./time.ts";

/** How far a wall is, in the order in which they come (BD1). */
export const boardModes = ["write", "show", "cluster", "vote", "talk"] as const;
export const BoardMode = z.enum(boardModes);
export type BoardMode = z.infer<typeof BoardMode>;

/** One column of a board. Its id stays when its name changes, so that what hangs in it stays there. */
export const BoardColumn = z.object({ id: z.string().min(1).max(40), name: z.string().trim().min(1).max(60) });
export type BoardColumn = z.infer<typeof BoardColumn>;

/** What an offsite's wall begins with. */
export const usualColumns: readonly BoardColumn[] = [
  { id: "broken", name: "Broken" },
  { id: "working", name: "Working" },
  { id: "ideas", name: "Ideas" },
];

/** More than a screen can show side by side, and than a team can talk about. */
export const columnsMax = 12;

/** Dots a person gets where nobody said otherwise. */
export const votesEachDefault = 3;

/**
 * One wall of an event, or one breakout group's (BD1). Written by `board.add`, `board.change`, `board.mode`, `board.time`,
 * `board.open`, `board.close`, `board.remove`; columns also by `sticky.import`.
 */
export const Board = z.object({
  id: BoardId,
  createdAt: Instant,
  eventId: EventId,
  name: Name,
  /** The breakout group whose board it is; null for the whole team's. */
  group: Name.nullable().default(null),
  columns: z
    .array(BoardColumn)
    .min(1)
    .max(columnsMax)
    .default([...usualColumns]),
  mode: BoardMode.default("write"),
  /** Counts the times that private writing began: what was written in an earlier round has been shown. */
  round: z.int().min(1).default(1),
  /** Who moves it on; null where everybody may. */
  facilitatorId: MemberId.nullable().default(null),
  votesEach: z.int().min(1).max(20).default(votesEachDefault),
  /** When the time that was given is over; null while no clock runs. */
  timerEndsAt: Instant.nullable().default(null),
  /** What a link holds that lets guests in; null while the board is closed to them. */
  joinKey: z.string().min(16).max(100).nullable().default(null),
});
export type Board = z.infer<typeof Board>;

/** What a mode is called, and what everybody does in it. */
export const boardModeWords: Record<BoardMode, { name: string; does: string }> = {
  write: { name: "Write", does: "Everyone writes for themselves. Nobody sees the others' stickies yet." },
  show: { name: "Show", does: "All stickies are on the wall. Read them." },
  cluster: { name: "Cluster", does: "Drag what belongs together onto one another, and give it a name." },
  vote: { name: "Vote", does: "Put your dots where it matters. Nobody sees the others' dots yet." },
  talk: { name: "Talk", does: "The dots are counted. Talk about what has most." },
};

/** The modes that a board can go to from one: the next, and any that were before. */
export function modesFrom(mode: BoardMode): BoardMode[] {
  return boardModes.slice(0, boardModes.indexOf(mode) + 2).filter((other) => other !== mode);
}

/** True where a member moves the board on: its facilitator, or everybody where it has none. */
export function isFacilitator({ facilitatorId }: Pick<Board, "facilitatorId">, memberId: MemberId): boolean {
  return facilitatorId === null || facilitatorId === memberId;
}
