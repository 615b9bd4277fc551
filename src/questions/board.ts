import { type Board, type BoardColumn, isFacilitator } from "#domain/model/board.ts";
import type { Cluster } from "#domain/model/cluster.ts";
import type { BoardId, ClusterId, EventId, StickyId } from "#domain/model/id.ts";
import { isSeenBy, isShown, type Sticky } from "#domain/model/sticky.ts";
import type { Replica } from "#replica/replica.ts";

/** One sticky as I may see it. */
export interface StickyShown {
  id: StickyId;
  text: string;
  columnId: string;
  x: number;
  y: number;
  clusterId: ClusterId | null;
  /** Who wrote it, where that is known. */
  writer: string | null;
  isMine: boolean;
  /** Mine, and nobody else sees it yet. */
  isPrivate: boolean;
  /** Its words are mine to change, or to remove. */
  isChangeable: boolean;
  /** All dots on it; null until they are counted (BD1). */
  votes: number | null;
  /** My own dots on it. */
  mine: number;
}

export interface ClusterShown extends Pick<Cluster, "id" | "name" | "columnId" | "x" | "y"> {
  stickies: StickyShown[];
  /** With those on its stickies from before they were put together; null until they are counted. */
  votes: number | null;
  mine: number;
}

export interface ColumnShown {
  column: BoardColumn;
  clusters: ClusterShown[];
  /** Those in no cluster. */
  stickies: StickyShown[];
}

export interface BoardShown {
  board: Board;
  event: { id: EventId; name: string } | null;
  facilitator: string | null;
  /** I move it on. */
  isFacilitator: boolean;
  columns: ColumnShown[];
  /** Stickies that I see. */
  count: number;
  /** Stickies that others have written and that are not on the wall yet. */
  hidden: number;
  /** Who has written how many; their words are not told by it. */
  writers: { name: string; count: number }[];
  votes: {
    each: number;
    /** My own dots on the board. */
    mine: number;
    left: number;
    /** All that are on it, and by how many people: how far the voting is. */
    put: number;
    voters: number;
    /** They are counted: everyone sees them. */
    isShown: boolean;
  };
}

/** One wall as I may see it (BD1): while all write for themselves only my own stickies, and dots only when they are counted. */
export function board(replica: Replica, boardId: BoardId): BoardShown | undefined {
  const found = replica.get("board", boardId);
  if (found === undefined) return undefined;
  const votes = votesOf(replica, found);
  const all = replica.by("sticky", "boardId", boardId);
  const seen = all.filter((sticky) => isSeenBy(found, sticky, replica.memberId)).sort(older);
  const shown = seen.map((sticky) => shownSticky(replica, { board: found, sticky, votes }));
  const inside = Map.groupBy(shown, ({ clusterId }) => clusterId);
  const clusters = replica
    .by("cluster", "boardId", boardId)
    .sort(older)
    .map((cluster) => shownCluster(cluster, inside.get(cluster.id) ?? [], votes))
    // One that only others' hidden stickies are in is not there for me.
    .filter(({ stickies }) => stickies.length > 0);
  const isCluster = new Set(clusters.map(({ id }) => id));
  const loose = shown.filter(({ clusterId }) => clusterId === null || !isCluster.has(clusterId));
  const event = replica.get("event", found.eventId);
  const mine = votes.own.length;
  return {
    board: found,
    event: event === undefined ? null : { id: event.id, name: event.name },
    facilitator: replica.get("member", found.facilitatorId)?.name ?? null,
    isFacilitator: isFacilitator(found, replica.memberId),
    columns: found.columns.map((column) => ({
      column,
      clusters: clusters.filter((cluster) => columnOf(found, cluster) === column),
      stickies: loose.filter((sticky) => columnOf(found, sticky) === column),
    })),
    count: seen.length,
    hidden: all.length - seen.length,
    writers: writersOf(replica, all),
    votes: {
      each: found.votesEach,
      mine,
      left: Math.max(0, found.votesEach - mine),
      put: votes.put,
      voters: votes.voters,
      isShown: votes.isCounted,
    },
  };
}

/** What is talked about: a cluster, or a sticky that is in none. */
export interface Topic {
  id: ClusterId | StickyId;
  /** The cluster's name, or its first words. */
  name: string;
  column: string;
  stickies: StickyShown[];
  votes: number | null;
  mine: number;
  isCluster: boolean;
}

/** The topics of a wall: those with the most dots first where they are counted, else column by column. */
export function topicsOf({ columns }: Pick<BoardShown, "columns">): Topic[] {
  const topics = columns.flatMap(({ column, clusters, stickies }) => [
    ...clusters.map((cluster): Topic => ({ ...topicOf(cluster), column: column.name })),
    ...stickies.map(({ id, text, votes, mine }, at, all): Topic => ({
      id,
      name: text,
      column: column.name,
      stickies: all.slice(at, at + 1),
      votes,
      mine,
      isCluster: false,
    })),
  ]);
  return topics.sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0)); // stable: where they are not told the order stays
}

/** What a cluster without a name is called by: the words of its first sticky. */
export function clusterName({ name, stickies }: Pick<ClusterShown, "name" | "stickies">): string {
  return name ?? stickies[0]?.text ?? "Nothing in it yet";
}

function topicOf({ id, stickies, votes, mine, ...cluster }: ClusterShown): Omit<Topic, "column"> {
  return { id, name: clusterName({ ...cluster, stickies }), stickies, votes, mine, isCluster: true };
}

/** Dots by what they are on, as far as I may know them. */
interface Votes {
  isCounted: boolean;
  all: ReadonlyMap<string, number>;
  own: { clusterId: ClusterId | null; stickyId: StickyId | null }[];
  put: number;
  voters: number;
}

function votesOf(replica: Replica, { id, mode }: Board): Votes {
  const votes = replica.by("vote", "boardId", id);
  const all = new Map<string, number>();
  for (const { clusterId, stickyId } of votes) {
    const on = clusterId ?? stickyId;
    if (on !== null) all.set(on, (all.get(on) ?? 0) + 1);
  }
  return {
    isCounted: mode === "talk",
    all,
    own: votes.filter(({ memberId }) => memberId === replica.memberId),
    put: votes.length,
    voters: new Set(votes.map(({ memberId }) => memberId)).size,
  };
}

function shownSticky(
  replica: Replica,
  { board, sticky, votes }: { board: Board; sticky: Sticky; votes: Votes },
): StickyShown {
  const { id, text, columnId, x, y, clusterId, memberId, guestName } = sticky;
  const isMine = memberId === replica.memberId;
  return {
    id,
    text,
    columnId,
    x,
    y,
    clusterId,
    writer: replica.get("member", memberId)?.name ?? guestName,
    isMine,
    isPrivate: isMine && !isShown(board, sticky),
    isChangeable: isMine || memberId === null || board.facilitatorId === replica.memberId,
    votes: votes.isCounted ? (votes.all.get(id) ?? 0) : null,
    mine: votes.own.filter((vote) => vote.stickyId === id).length,
  };
}

function shownCluster(cluster: Cluster, stickies: StickyShown[], votes: Votes): ClusterShown {
  const { id, name, columnId, x, y } = cluster;
  const inside = stickies.reduce((sum, sticky) => sum + (sticky.votes ?? 0), 0);
  return {
    id,
    name,
    columnId,
    x,
    y,
    stickies,
    votes: votes.isCounted ? (votes.all.get(id) ?? 0) + inside : null,
    mine: votes.own.filter((vote) => vote.clusterId === id).length + stickies.reduce((sum, { mine }) => sum + mine, 0),
  };
}

/** What names a column that two devices took away at once hangs in the first. */
function columnOf({ columns }: Board, { columnId }: { columnId: string }): BoardColumn | undefined {
  return columns.find(({ id }) => id === columnId) ?? columns[0];
}

function writersOf(replica: Replica, stickies: readonly Sticky[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { memberId, guestName } of stickies) {
    const name = replica.get("member", memberId)?.name ?? guestName;
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => a.name.localeCompare(b.name));
}

/** In the order in which they were made. */
function older(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
