import type { ClusterId, StickyId } from "#domain/model/id.ts";
import { type Box, clusterSize, columnWidth, wall } from "#domain/model/wall.ts";
import type { BoardShown, ColumnShown } from "./board.ts";

/** A place on the whole wall, its columns side by side. */
export interface Point {
  x: number;
  y: number;
}

/** What letting go of something would do: put it with a sticky or into a cluster, or hang it there. */
export type Drop =
  | { does: "join"; clusterId: ClusterId }
  | { does: "make"; stickyId: StickyId }
  | { does: "hang"; columnId: string; x: number; y: number };

/**
 * What lies where something is let go of, its upper left corner at `at`. While all write for themselves nothing is put together.
 * @param held what is let go of; it never lies on itself
 */
export function dropAt(shown: Pick<BoardShown, "board" | "columns">, held: string, at: Point): Drop {
  const { columns } = shown;
  const middle = { x: at.x + wall.sticky.width / 2, y: at.y + wall.sticky.height / 2 };
  const place = Math.min(columns.length - 1, Math.max(0, Math.floor(middle.x / columnWidth)));
  const column = columns[place];
  const left = place * columnWidth;
  const isCluster = columns.some(({ clusters }) => clusters.some(({ id }) => id === held));
  if (column !== undefined && shown.board.mode !== "write" && !isCluster) {
    const within = { x: middle.x - left, y: middle.y };
    const cluster = column.clusters.find(({ x, y, stickies }) =>
      holds({ x, y, ...clusterSize(stickies.length) }, within),
    );
    if (cluster !== undefined) return { does: "join", clusterId: cluster.id };
    const sticky = column.stickies.find(({ id, x, y }) => id !== held && holds({ x, y, ...wall.sticky }, within));
    if (sticky !== undefined) return { does: "make", stickyId: sticky.id };
  }
  const right = columnWidth - wall.sticky.width;
  return {
    does: "hang",
    columnId: column?.column.id ?? "",
    x: Math.round(Math.min(right, Math.max(0, at.x - left))),
    y: Math.round(Math.max(0, at.y)),
  };
}

/** How high a wall is: room for another row below what hangs lowest. */
export function wallHeight(columns: readonly ColumnShown[]): number {
  const bottoms = columns.flatMap(({ clusters, stickies }) => [
    ...clusters.map(({ y, stickies }) => y + clusterSize(stickies.length).height),
    ...stickies.map(({ y }) => y + wall.sticky.height),
  ]);
  return Math.max(wall.sticky.height * 3, ...bottoms) + wall.sticky.height + 2 * wall.gap;
}

function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
