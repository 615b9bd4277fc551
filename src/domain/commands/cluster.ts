import * as z from "zod";
import { command } from "../command.ts";
import { Cluster } from "../model/cluster.ts";
import { BoardId, ClusterId, StickyId } from "../model/id.ts";
import { Place, type Sticky } from "../model/sticky.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { dissolve, leaveCluster } from "./cluster-left.ts";
import { found } from "./found.ts";
import { seen } from "./seen.ts";
import { placeIn, refuseStrangeColumn } from "./wall-places.ts";

const stickyIds = z.array(StickyId).min(1).max(200);

/** A cluster of stickies, where the first of them hangs. One that is in another cluster leaves it. */
const make = command({
  title: "Make a cluster",
  args: z.strictObject({ boardId: BoardId, stickyIds, name: Cluster.shape.name.optional() }),
  async run({ boardId, stickyIds, name = null }, work) {
    const { tx, newId, now, memberId } = work;
    await found(tx, "board", boardId);
    const stickies: Sticky[] = [];
    for (const id of stickyIds) {
      const { sticky } = await seen(tx, id, memberId);
      if (sticky.boardId !== boardId) throw elsewhere();
      stickies.push(sticky);
    }
    const [first] = stickies;
    if (first === undefined) throw elsewhere(); // there is at least one
    const clusterId = newId() as ClusterId;
    const { columnId, x, y } = first;
    await tx.insert("cluster", { id: clusterId, createdAt: instantOf(now), boardId, name, columnId, x, y });
    for (const sticky of stickies) await join(tx, sticky, { id: clusterId, columnId });
    return { clusterId };
  },
});

const name = command({
  title: "Name a cluster",
  args: z.strictObject({ clusterId: ClusterId, name: Cluster.shape.name.unwrap() }),
  async run({ clusterId, name }, { tx }) {
    await found(tx, "cluster", clusterId);
    await tx.patch("cluster", clusterId, { name });
  },
});

/** Moves a cluster with all that is in it, which is in its column then. */
const move = command({
  title: "Move a cluster",
  args: z.strictObject({
    clusterId: ClusterId,
    columnId: Place.shape.columnId.optional(),
    x: Place.shape.x,
    y: Place.shape.y,
  }),
  async run({ clusterId, columnId, x, y }, { tx }) {
    const cluster = await found(tx, "cluster", clusterId);
    if (columnId !== undefined) refuseStrangeColumn(await found(tx, "board", cluster.boardId), columnId);
    await tx.patch("cluster", clusterId, { ...(columnId !== undefined && { columnId }), x, y });
    if (columnId === undefined || columnId === cluster.columnId) return;
    for (const { id } of await tx.list("sticky", { clusterId })) await tx.patch("sticky", id, { columnId });
  },
});

const joins = command({
  title: "Put stickies into a cluster",
  args: z.strictObject({ clusterId: ClusterId, stickyIds }),
  async run({ clusterId, stickyIds }, { tx, memberId }) {
    const cluster = await found(tx, "cluster", clusterId);
    for (const id of stickyIds) {
      const { sticky } = await seen(tx, id, memberId);
      if (sticky.boardId !== cluster.boardId) throw elsewhere();
      await join(tx, sticky, cluster);
    }
  },
});

/** Takes a sticky out of its cluster, to a place of its own. The dots on the cluster stay there. */
const leave = command({
  title: "Take a sticky out of its cluster",
  args: z.strictObject({
    stickyId: StickyId,
    columnId: Place.shape.columnId.optional(),
    x: Place.shape.x.nullable().default(null),
    y: Place.shape.y.nullable().default(null),
  }),
  async run({ stickyId, columnId, ...at }, { tx, memberId }) {
    const { board, sticky } = await seen(tx, stickyId, memberId);
    if (columnId !== undefined) refuseStrangeColumn(board, columnId);
    const into = columnId ?? sticky.columnId;
    const place = at.x === null || at.y === null ? await placeIn(tx, board, into, memberId) : { x: at.x, y: at.y };
    await tx.patch("sticky", stickyId, { clusterId: null, ...(columnId !== undefined && { columnId }), ...place });
    await leaveCluster(tx, sticky);
  },
});

/** Takes a cluster apart: its stickies hang where there is room, and its dots go back to their members. */
const remove = command({
  title: "Take a cluster apart",
  args: z.strictObject({ clusterId: ClusterId }),
  async run({ clusterId }, { tx, memberId }) {
    const cluster = await found(tx, "cluster", clusterId);
    const board = await found(tx, "board", cluster.boardId);
    const inside = await tx.list("sticky", { clusterId });
    for (const sticky of inside) await tx.patch("sticky", sticky.id, { clusterId: null });
    await dissolve(tx, clusterId);
    for (const { id } of inside) {
      // Where it was before it was put away there is something else by now.
      const place = await placeIn(tx, board, cluster.columnId, memberId);
      await tx.patch("sticky", id, { columnId: cluster.columnId, ...place });
    }
  },
});

/** The dots on a sticky stay on it, and count for the cluster while it is in there. */
async function join(tx: Tx, sticky: Sticky, { id: clusterId, columnId }: Joined): Promise<void> {
  if (sticky.clusterId === clusterId) return;
  await tx.patch("sticky", sticky.id, { clusterId, columnId });
  await leaveCluster(tx, sticky);
}

type Joined = Pick<Cluster, "id" | "columnId">;

function elsewhere(): Refusal {
  return new Refusal("not-allowed", "A cluster holds stickies of its own board. Choose stickies of one board.");
}

export const clusterCommands = {
  "cluster.make": make,
  "cluster.name": name,
  "cluster.move": move,
  "cluster.join": joins,
  "cluster.leave": leave,
  "cluster.remove": remove,
} as const;
