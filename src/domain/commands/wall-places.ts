import type { Board } from "../model/board.ts";
import type { Cluster } from "../model/cluster.ts";
import type { BoardId, ClusterId, MemberId } from "../model/id.ts";
import { isSeenBy, type Sticky } from "../model/sticky.ts";
import { type Box, clusterSize, freePlace, type Size, tidied, wall } from "../model/wall.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** What hangs in a column: its clusters, and the stickies that are in none. */
export async function hanging(tx: Tx, boardId: BoardId, columnId: string): Promise<Box[]> {
  return boxesOf(await partsOf(tx, boardId, columnId));
}

/** A free place in a column for something new, as its member sees the column: what they do not see yet takes no room. */
export async function placeIn(tx: Tx, board: Board, columnId: string, memberId: MemberId) {
  const { loose, clusters } = await partsOf(tx, board.id, columnId);
  return freePlace(boxesOf({ loose: loose.filter((sticky) => isSeenBy(board, sticky, memberId)), clusters }));
}

/**
 * When what was written apart is shown: of this round's stickies those that lie on one another, or on what hangs there already, find a place
 * of their own. The others stay where their writers have put them.
 */
export async function hangUp(tx: Tx, board: Board): Promise<void> {
  const all = await tx.list("sticky", { boardId: board.id });
  for (const { id: columnId } of board.columns) {
    const { loose, clusters } = await partsOf(tx, board.id, columnId, all);
    const [fresh, shown] = [
      loose.filter(({ round }) => round === board.round),
      loose.filter(({ round }) => round !== board.round),
    ];
    const taken = boxesOf({ loose: shown, clusters });
    for (const { id, x, y } of fresh) {
      const own = { x, y, ...wall.sticky };
      const isFree = taken.every((box) => isApart(box, own));
      const place = isFree ? { x, y } : freePlace(taken);
      if (!isFree) await tx.patch("sticky", id, place);
      taken.push({ ...place, ...wall.sticky });
    }
  }
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

interface Parts {
  loose: Sticky[];
  clusters: { cluster: Cluster; size: Size }[];
}

function boxesOf({ loose, clusters }: Parts): Box[] {
  return [
    ...clusters.map(({ cluster: { x, y }, size }) => ({ x, y, ...size })),
    ...loose.map(({ x, y }) => ({ x, y, ...wall.sticky })),
  ];
}

function isApart(a: Box, b: Box): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

async function partsOf(tx: Tx, boardId: BoardId, columnId: string, known?: readonly Sticky[]): Promise<Parts> {
  const all = known ?? (await tx.list("sticky", { boardId }));
  const inside = new Map<ClusterId, number>();
  for (const { clusterId } of all) if (clusterId) inside.set(clusterId, (inside.get(clusterId) ?? 0) + 1);
  const clusters = (await tx.list("cluster", { boardId }))
    .filter((cluster) => cluster.columnId === columnId)
    .map((cluster) => ({ cluster, size: clusterSize(inside.get(cluster.id) ?? 0) }));
  const loose = all.filter((sticky) => sticky.clusterId === null && sticky.columnId === columnId);
  return { clusters, loose };
}
