import * as z from "zod";
import { command } from "../command.ts";
import { type Board, type BoardColumn, columnsMax } from "../model/board.ts";
import { Cluster } from "../model/cluster.ts";
import { BoardId, type ClusterId, type StickyId } from "../model/id.ts";
import { plain } from "../model/plain.ts";
import { ImportedSticky, importedMax, Sticky } from "../model/sticky.ts";
import { instantOf } from "../model/time.ts";
import { clusterSize, tidied, wall } from "../model/wall.ts";
import type { Tx } from "../ports.ts";
import { found } from "./found.ts";
import { hanging } from "./wall-places.ts";

/**
 * Hangs the stickies of a file on a board, below what is there: each in the column of its name, or a new one, and those of one group as a
 * cluster. They are on the wall for all to see, whatever the mode: they were written elsewhere.
 */
export const stickyImport = command({
  title: "Take stickies in",
  args: z.strictObject({ boardId: BoardId, stickies: z.array(ImportedSticky).min(1).max(importedMax) }),
  async run({ boardId, stickies }, { tx, newId, now }) {
    const board = await found(tx, "board", boardId);
    const columns = columnsFor(board, stickies, newId);
    if (columns.length > board.columns.length) await tx.patch("board", boardId, { columns });
    const createdAt = instantOf(now);
    for (const column of columns) {
      const own = stickies.flatMap((sticky, number) =>
        columnOf(sticky, columns) === column ? [{ sticky, number }] : [],
      );
      const groups = Map.groupBy(own, ({ sticky }) => groupOf(sticky));
      const loose = groups.get("") ?? [];
      groups.delete("");
      const clusters = [...groups];
      const sizes = [...clusters.map(([, inside]) => clusterSize(inside.length)), ...loose.map(() => wall.sticky)];
      const places = tidied(sizes, await hanging(tx, boardId, column.id));
      const at = { boardId, columnId: column.id, createdAt };
      for (const [index, [name, inside]] of clusters.entries()) {
        const id = newId(`cluster ${name} in ${column.name}`) as ClusterId;
        const place = places[index] ?? { x: 0, y: 0 }; // one for each
        await tx.insert("cluster", Cluster.parse({ id, ...at, ...place, name: name.slice(0, 120) }));
        for (const one of inside) await hang(tx, one, { ...at, ...place, clusterId: id });
      }
      for (const [index, one] of loose.entries()) {
        await hang(tx, one, { ...at, ...(places[clusters.length + index] ?? { x: 0, y: 0 }), clusterId: null });
      }
    }
    return { stickies: stickies.length };

    async function hang(tx: Tx, { sticky, number }: Numbered, where: object): Promise<void> {
      const id = newId(`sticky ${number}`) as StickyId;
      const { text, author: guestName } = sticky;
      await tx.insert("sticky", Sticky.parse({ ...where, id, text, guestName, round: board.round - 1 }));
    }
  },
});

interface Numbered {
  sticky: ImportedSticky;
  number: number;
}

/** The board's columns and, as far as there is room for them, those that the stickies name besides. */
function columnsFor(
  board: Board,
  stickies: readonly ImportedSticky[],
  newId: (purpose?: string) => string,
): BoardColumn[] {
  const columns = [...board.columns];
  for (const { column } of stickies) {
    const name = column?.trim().slice(0, 60).trim() ?? "";
    if (name === "" || columns.length >= columnsMax || columns.some((one) => isOf(one, name))) continue;
    columns.push({ id: newId(`column ${name}`), name });
  }
  return columns;
}

/** A sticky without a column, or of one that found no room, hangs in the first. */
function columnOf({ column }: ImportedSticky, columns: readonly BoardColumn[]): BoardColumn | undefined {
  const name = column?.trim().slice(0, 60).trim() ?? "";
  return columns.find((one) => isOf(one, name)) ?? columns[0];
}

/** "ideas" and "Ideas" are one column, and so are "Idea" and "Ideas". */
function isOf({ name }: BoardColumn, named: string): boolean {
  const key = (words: string) => plain(words).replace(/s$/, "");
  return named !== "" && key(name) === key(named);
}

function groupOf({ group }: ImportedSticky): string {
  return group?.trim() ?? "";
}
