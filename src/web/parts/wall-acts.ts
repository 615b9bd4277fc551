import { useMemo } from "react";
import type { BoardId, ClusterId, StickyId } from "#domain/model/id.ts";
import type { Drop } from "#questions/board-drop.ts";
import { type Run, useRun } from "./workspace.tsx";

/** Something on the wall that is moved. */
export type Held = { is: "sticky"; id: StickyId; clusterId: ClusterId | null } | { is: "cluster"; id: ClusterId };

/** What can be done on a wall by letting go of something, and by dots. */
export interface WallActs {
  drop: (held: Held, drop: Drop) => Promise<unknown>;
  put: (on: On) => void;
  takeBack: (on: On) => void;
}

/** On what a dot is. */
export type On = { clusterId: ClusterId } | { stickyId: StickyId };

/** The acts on one board. What is moved is seen where it is; only what is put together is said. */
export function useWallActs(boardId: BoardId): WallActs {
  const run = useRun();
  return useMemo(
    () => ({
      drop: (held, drop) => dropped(run, boardId, held, drop),
      put: (on) => void run("vote.put", { boardId, ...on }, { say: quietly }).catch(told),
      takeBack: (on) => void run("vote.takeBack", { boardId, ...on }, { say: quietly }).catch(told),
    }),
    [run, boardId],
  );
}

/** Many small acts follow one another here; each is seen, and Undo takes the last one back all the same. */
const quietly = "";

function told(): void {
  // A refusal was said where it came up.
}

function dropped(run: Run, boardId: BoardId, held: Held, drop: Drop): Promise<unknown> {
  if (held.is === "cluster") {
    if (drop.does !== "hang") return Promise.resolve();
    const { columnId, x, y } = drop;
    return run("cluster.move", { clusterId: held.id, columnId, x, y }, { say: quietly });
  }
  const stickyId = held.id;
  switch (drop.does) {
    case "join":
      if (drop.clusterId === held.clusterId) return Promise.resolve();
      return run("cluster.join", { clusterId: drop.clusterId, stickyIds: [stickyId] });
    case "make":
      return run("cluster.make", { boardId, stickyIds: [drop.stickyId, stickyId] });
    case "hang": {
      const { columnId, x, y } = drop;
      const name = held.clusterId === null ? "sticky.move" : "cluster.leave";
      return run(name, { stickyId, columnId, x, y }, { say: quietly });
    }
  }
}
