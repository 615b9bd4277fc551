import type { ClusterId, EventId, StickyId } from "#domain/model/id.ts";
import { isShown, type Sticky } from "#domain/model/sticky.ts";
import type { Replica } from "#replica/replica.ts";

/** What on an offsite's walls may become an initiative: a cluster, or a sticky by itself, with the dots it got. */
export interface FromTheWall {
  clusterId: ClusterId | null;
  stickyIds: StickyId[];
  /** The cluster's name, or its first words. */
  name: string;
  /** The team's own words. */
  words: string[];
  votes: number;
}

/**
 * Clusters and stickies of an event's walls whose dots are counted, the most first, that no initiative came from yet (BD2). A sticky in no
 * cluster is there only with a dot.
 */
export function fromTheWall(replica: Replica, eventId: EventId): FromTheWall[] {
  const taken = replica.by("initiative", "eventId", eventId);
  const clustersTaken = new Set(taken.map(({ clusterId }) => clusterId));
  const stickiesTaken = new Set(taken.flatMap(({ stickyIds }) => stickyIds));
  const found: FromTheWall[] = [];
  for (const board of replica.by("board", "eventId", eventId)) {
    // Before the dots are counted nobody sees them (BD1).
    if (board.mode !== "talk") continue;
    const votes = replica.by("vote", "boardId", board.id);
    const stickies = replica.by("sticky", "boardId", board.id).filter((sticky) => isShown(board, sticky));
    const byCluster = Map.groupBy(stickies, ({ clusterId }) => clusterId);
    for (const { id, name } of replica.by("cluster", "boardId", board.id)) {
      const inside = inOrder(byCluster.get(id) ?? []);
      const [first] = inside;
      if (clustersTaken.has(id) || first === undefined) continue;
      const own = new Set(inside.map((sticky) => sticky.id));
      const dots = votes.filter((vote) => vote.clusterId === id || (vote.stickyId !== null && own.has(vote.stickyId)));
      const words = inside.map(({ text }) => text);
      found.push({ clusterId: id, stickyIds: [...own], name: name ?? first.text, words, votes: dots.length });
    }
    for (const { id, text } of inOrder(byCluster.get(null) ?? [])) {
      const dots = votes.filter(({ stickyId }) => stickyId === id).length;
      if (dots === 0 || stickiesTaken.has(id)) continue;
      found.push({ clusterId: null, stickyIds: [id], name: text, words: [text], votes: dots });
    }
  }
  return found.sort((a, b) => b.votes - a.votes || a.name.localeCompare(b.name));
}

function inOrder(stickies: readonly Sticky[]): Sticky[] {
  return stickies.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
}
