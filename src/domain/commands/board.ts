import * as z from "zod";
import { command } from "../command.ts";
import { Board, BoardColumn, BoardMode, boardModeWords, columnsMax, isFacilitator, modesFrom } from "../model/board.ts";
import { BoardId, type MemberId } from "../model/id.ts";
import { sayAll, sayNouns } from "../model/say.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { refuseTooManyVotes } from "./votes-fit.ts";
import { hangUp, tidyColumn } from "./wall-places.ts";
import { unname } from "./unname.ts";

const fields = Board.pick({ eventId: true, name: true, group: true, votesEach: true, facilitatorId: true });

/** Columns as they are given: one without an id is new. */
const Columns = z
  .array(z.strictObject({ id: BoardColumn.shape.id.nullable().default(null), name: BoardColumn.shape.name }))
  .min(1)
  .max(columnsMax);

/** BD1: whoever makes a board facilitates it until somebody else does. */
const add = command({
  title: "Add a board",
  args: z.strictObject({ ...fields.omit({ facilitatorId: true }).shape, columns: Columns.nullable().default(null) }),
  async run({ columns, ...args }, { tx, newId, now, memberId }) {
    await refersTo(tx, "event", args.eventId);
    const id = newId() as BoardId;
    const board = Board.parse({
      ...args,
      id,
      createdAt: instantOf(now),
      facilitatorId: memberId,
      ...(columns && { columns: withIds(columns, newId) }),
    });
    await tx.insert("board", board);
    return { boardId: id };
  },
});

/** Two who change the columns at once: the later list stands; a column that something hangs in is never lost with it. */
const change = command({
  title: "Change a board",
  args: z.strictObject({
    boardId: BoardId,
    ...changes(fields.omit({ eventId: true })),
    columns: Columns.optional(),
  }),
  async run({ boardId, columns, ...args }, { tx, newId }) {
    const board = await found(tx, "board", boardId);
    await refersTo(tx, "member", args.facilitatorId);
    if (args.votesEach !== undefined) await refuseTooManyVotes(tx, board, args.votesEach);
    const named = columns && withIds(columns, newId);
    if (named) await refuseFullColumns(tx, board, named);
    await tx.patch("board", boardId, given({ ...args, columns: named }));
  },
});

/** BD1: the modes come in order; back is always open. Whoever facilitates moves the board on. */
const mode = command({
  title: "Move a board on",
  args: z.strictObject({ boardId: BoardId, mode: BoardMode }),
  async run({ boardId, mode }, { tx, memberId }) {
    const board = await found(tx, "board", boardId);
    if (board.mode === mode) return;
    await refuseOthers(tx, board, memberId);
    if (!modesFrom(board.mode).includes(mode)) {
      const [next] = modesFrom(board.mode).slice(-1);
      throw new Refusal(
        "not-allowed",
        `"${board.name}" is at ${boardModeWords[board.mode].name}; ${next === undefined ? "" : `${boardModeWords[next].name} comes next, `}${boardModeWords[mode].name} later.`,
      );
    }
    if (board.mode === "write") await hangUp(tx, board);
    const round = mode === "write" ? board.round + 1 : board.round;
    await tx.patch("board", boardId, { mode, round, timerEndsAt: null });
  },
});

/** Starts the clock of a board that all can see, or stops it. */
const time = command({
  title: "Give a board time",
  args: z.strictObject({ boardId: BoardId, minutes: z.number().min(0.5).max(240).nullable() }),
  async run({ boardId, minutes }, { tx, memberId, now }) {
    const board = await found(tx, "board", boardId);
    await refuseOthers(tx, board, memberId);
    const timerEndsAt = minutes === null ? null : instantOf(now.add({ seconds: Math.round(minutes * 60) }));
    await tx.patch("board", boardId, { timerEndsAt });
  },
});

/** Lets guests in who have the link. The same link stands until the board is closed. */
const open = command({
  title: "Open a board to guests",
  args: z.strictObject({ boardId: BoardId }),
  async run({ boardId }, { tx, memberId, newId }) {
    const board = await found(tx, "board", boardId);
    await refuseOthers(tx, board, memberId);
    const joinKey = board.joinKey ?? newId("join key");
    await tx.patch("board", boardId, { joinKey });
    return { joinKey };
  },
});

/** Closes the link. Opened again it is another one. */
const close = command({
  title: "Close a board to guests",
  args: z.strictObject({ boardId: BoardId }),
  async run({ boardId }, { tx, memberId }) {
    const board = await found(tx, "board", boardId);
    await refuseOthers(tx, board, memberId);
    await tx.patch("board", boardId, { joinKey: null });
  },
});

/** Hangs what lies on something else beside it: clusters first, then stickies, in the order they were made. */
const tidy = command({
  title: "Tidy a board",
  args: z.strictObject({ boardId: BoardId }),
  async run({ boardId }, { tx }) {
    const board = await found(tx, "board", boardId);
    for (const column of board.columns) await tidyColumn(tx, board, column.id);
  },
});

/** With all that hangs on it; one undo brings all of it back. */
const remove = command({
  title: "Remove a board",
  args: z.strictObject({ boardId: BoardId }),
  async run({ boardId }, { tx, memberId }) {
    const board = await found(tx, "board", boardId);
    await refuseOthers(tx, board, memberId);
    for (const noun of ["vote", "sticky", "cluster"] as const) {
      for (const { id } of await tx.list(noun, { boardId })) {
        await unname(tx, noun, id);
        await tx.remove(noun, id);
      }
    }
    await tx.remove("board", boardId);
  },
});

async function refuseOthers(tx: Tx, board: Board, memberId: MemberId): Promise<void> {
  if (isFacilitator(board, memberId)) return;
  const facilitator = board.facilitatorId && (await tx.get("member", board.facilitatorId));
  throw new Refusal(
    "not-allowed",
    `${facilitator ? facilitator.name : "Somebody else"} facilitates "${board.name}". Ask for it, or take over first (board.change, facilitatorId).`,
  );
}

/** A column goes only when it is empty. */
async function refuseFullColumns(tx: Tx, board: Board, columns: readonly BoardColumn[]): Promise<void> {
  const stays = new Set(columns.map(({ id }) => id));
  for (const { id, name } of board.columns) {
    if (stays.has(id)) continue;
    const counted: [number, string][] = [];
    for (const noun of ["cluster", "sticky"] as const) {
      const { length } = await tx.list(noun, { boardId: board.id, columnId: id });
      counted.push([length, sayNouns(length, noun)]);
    }
    const hanging = sayAll(counted);
    if (hanging === "") continue;
    throw new Refusal("not-allowed", `The column "${name}" still holds ${hanging}; move them to another column first.`);
  }
}

function withIds(columns: z.infer<typeof Columns>, newId: (purpose?: string) => string): BoardColumn[] {
  const named = columns.map(({ id, name }) => ({ id: id ?? newId(`column ${name}`), name }));
  if (new Set(named.map(({ id }) => id)).size < named.length) {
    throw new Refusal("invalid", "Two columns have the same id; give a new column none.");
  }
  return named;
}

export const boardCommands = {
  "board.add": add,
  "board.change": change,
  "board.mode": mode,
  "board.time": time,
  "board.open": open,
  "board.close": close,
  "board.tidy": tidy,
  "board.remove": remove,
} as const;
