import * as z from "zod";
import { command } from "../command.ts";
import { type Board, isFacilitator } from "../model/board.ts";
import { BoardId, type MemberId, StickyId } from "../model/id.ts";
import { Place, Sticky } from "../model/sticky.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { leaveCluster } from "./cluster-left.ts";
import { found } from "./found.ts";
import { seen } from "./seen.ts";
import { stickyImport } from "./sticky-import.ts";
import { placeIn, refuseStrangeColumn } from "./wall-places.ts";
import { unname } from "./unname.ts";

const { text } = Sticky.shape;
const { x, y } = Place.shape;

/**
 * Writes one thought, in whatever mode the board is: what somebody wrote with no network while all were writing is not lost when the
 * others have gone on. Where no place is given it hangs where there is room.
 */
const write = command({
  title: "Write a sticky",
  args: z.strictObject({
    boardId: BoardId,
    text,
    columnId: Place.shape.columnId,
    x: x.nullable().default(null),
    y: y.nullable().default(null),
  }),
  async run({ boardId, text, columnId, ...at }, { tx, newId, now, memberId }) {
    const board = await found(tx, "board", boardId);
    refuseStrangeColumn(board, columnId);
    const place = at.x === null || at.y === null ? await placeIn(tx, board, columnId, memberId) : { x: at.x, y: at.y };
    const id = newId() as StickyId;
    const written = { id, createdAt: instantOf(now), boardId, text, columnId, ...place };
    await tx.insert("sticky", Sticky.parse({ ...written, memberId, round: board.round }));
    return { stickyId: id };
  },
  // What somebody writes for themselves is not read in the journal.
  kept: ({ boardId, columnId }) => ({ boardId, columnId }),
});

/** BD1: the words of a sticky are their writer's, and the facilitator's who mends a slip. */
const change = command({
  title: "Change a sticky",
  args: z.strictObject({ stickyId: StickyId, text }),
  async run({ stickyId, text }, { tx, memberId }) {
    const { board, sticky } = await seen(tx, stickyId, memberId);
    refuseOthersWords(board, sticky, memberId);
    await tx.patch("sticky", stickyId, { text });
  },
  kept: ({ stickyId }) => ({ stickyId }),
});

/** Moves a sticky; out of its cluster is `cluster.leave`. Where no place is given it hangs where the column has room. */
const move = command({
  title: "Move a sticky",
  args: z.strictObject({
    stickyId: StickyId,
    columnId: Place.shape.columnId.optional(),
    x: x.nullable().default(null),
    y: y.nullable().default(null),
  }),
  async run({ stickyId, columnId, ...at }, { tx, memberId }) {
    const { board, sticky } = await seen(tx, stickyId, memberId);
    if (columnId !== undefined) refuseStrangeColumn(board, columnId);
    const into = columnId ?? sticky.columnId;
    const place = at.x === null || at.y === null ? await placeIn(tx, board, into, memberId) : { x: at.x, y: at.y };
    await tx.patch("sticky", stickyId, { ...(columnId !== undefined && { columnId }), ...place });
  },
});

/** With the dots on it, which their members have again. */
const remove = command({
  title: "Remove a sticky",
  args: z.strictObject({ stickyId: StickyId }),
  async run({ stickyId }, { tx, memberId }) {
    const { board, sticky } = await seen(tx, stickyId, memberId);
    refuseOthersWords(board, sticky, memberId);
    for (const vote of await tx.list("vote", { stickyId })) await tx.remove("vote", vote.id);
    await unname(tx, "sticky", stickyId);
    await tx.remove("sticky", stickyId);
    await leaveCluster(tx, sticky);
  },
});

function refuseOthersWords(board: Board, sticky: Sticky, memberId: MemberId): void {
  if (sticky.memberId === null || sticky.memberId === memberId) return;
  if (board.facilitatorId !== null && isFacilitator(board, memberId)) return;
  throw new Refusal(
    "not-allowed",
    "Somebody else wrote this sticky. Ask them, or whoever facilitates; you can write one of your own beside it.",
  );
}

export const stickyCommands = {
  "sticky.write": write,
  "sticky.change": change,
  "sticky.move": move,
  "sticky.remove": remove,
  "sticky.import": stickyImport,
} as const;
