import type { Board } from "../model/board.ts";
import type { BoardId, ClusterId } from "../model/id.ts";
import type { Sticky } from "../model/sticky.ts";
import { type Box, clusterSize, freePlace, type Size, tidied, wall } from "../model/wall.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** What hangs in a column: its clusters, and the stickies that are in none. */
export async function hanging(tx: Tx, boardId: BoardId, columnId: string): Promise<Box[]> {
  const { loose, clusters } = await partsOf(tx, boardId, columnId);
  return [
    ...clusters.map(({ cluster: { x, y }, size }) => ({ x, y, ...size })),
    ...loose.map(({ x, y }) => ({ x, y, ...wall.sticky })),
  ];
}

/** A free place in a column for something new. */
export async function placeIn(tx: Tx, boardId: BoardId, columnId: string, size: Size = wall.sticky) {
  return freePlace(await hanging(tx, boardId, columnId), size);
}

/** Hangs everything in a column beside one another. Only what moves is written. */
export async function tidyColumn(tx: Tx, { id }: Board, columnId: string): Promise<void> {
  const { loose, clusters } = await partsOf(tx, id, columnId);
  const places = tidied([...clusters.map(({ size }) => size), ...loose.map(() => wall.sticky)]);
  for (const [at, { cluster }] of clusters.entries()) await tx.patch("cluster", cluster.id, places[at] ?? {});
  for (const [at, sticky] of loose.entries()) {
    await tx.patch("sticky", sticky.id, places[clusters.length + at] ?? {});
  }
}

/** Refuses a column that the board has not. */
export function refuseStrangeColumn(board: Board, columnId: string): void {
  if (board.columns.some(({ id }) => id === columnId)) return;
  const columns = board.columns.map(({ id, name }) => `${name} (${id})`).join(", ");
  throw new Refusal("not-found", `"${board.name}" has no column "${columnId}". Its columns: ${columns}.`);
}

async function partsOf(tx: Tx, boardId: BoardId, columnId: string) {
  const all = await tx.list("sticky", { boardId });
  const inside = new Map<ClusterId, number>();
  for (const { clusterId } of all) if (clusterId) inside.set(clusterId, (inside.get(clusterId) ?? 0) + 1);
  const clusters = (await tx.list("cluster", { boardId }))
    .filter((cluster) => cluster.columnId === columnId)
    .map((cluster) => ({ cluster, size: clusterSize(inside.get(cluster.id) ?? 0) }));
  const loose: Sticky[] = all.filter((sticky) => sticky.clusterId === null && sticky.columnId === columnId);
  return { clusters, loose };
}
