import type { Board } from "#domain/model/board.ts";
import type { BoardId, EventId } from "#domain/model/id.ts";
import { plain } from "#domain/model/plain.ts";
import type { Replica } from "#replica/replica.ts";
import { board, type BoardShown, type Topic, topicsOf } from "./board.ts";

/** What the boards of an event are asked of. */
export const boardNouns = ["workspace", "member", "event", "board", "cluster", "sticky", "vote"] as const;

export interface BoardListed {
  board: Board;
  /** Stickies that I see, and those I do not see yet. */
  count: number;
  hidden: number;
  writers: number;
}

/** The boards of an event, in the order in which they were made. */
export function boardsOf(replica: Replica, eventId: EventId): BoardListed[] {
  return shownOf(replica, eventId).map(({ board, count, hidden, writers }) => ({
    board,
    count,
    hidden,
    writers: writers.length,
  }));
}

export interface MergedTopic extends Topic {
  boardId: BoardId;
  /** The group whose topic it is, or the board's name where it has none. */
  group: string;
}

/** All boards of an event as one wall (BD1). */
export interface MergedWall {
  event: { id: EventId; name: string };
  boards: { id: BoardId; name: string; mode: Board["mode"] }[];
  /** Columns of one name are one column; in each the topics with the most dots first. */
  columns: { name: string; topics: MergedTopic[] }[];
  count: number;
  /** Stickies that are on no wall yet. */
  hidden: number;
}

/**
 * Every sticky of an event's boards that I may see, once: by the names of the columns, and each with its group (BD1). Dots are told of the
 * boards that have counted them.
 * @param only one board, in the same form
 */
export function mergedWall(replica: Replica, eventId: EventId, only: BoardId | null = null): MergedWall | undefined {
  const event = replica.get("event", eventId);
  if (event === undefined) return undefined;
  const boards = shownOf(replica, eventId).filter(({ board }) => only === null || board.id === only);
  const columns = new Map<string, MergedWall["columns"][number]>();
  for (const shown of boards) {
    const group = groupName(shown.board);
    for (const { column } of shown.columns) {
      const key = plain(column.name);
      if (!columns.has(key)) columns.set(key, { name: column.name, topics: [] });
    }
    for (const topic of topicsOf(shown)) {
      columns.get(plain(topic.column))?.topics.push({ ...topic, boardId: shown.board.id, group });
    }
  }
  for (const { topics } of columns.values()) topics.sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  return {
    event: { id: event.id, name: event.name },
    boards: boards.map(({ board }) => ({ id: board.id, name: groupName(board), mode: board.mode })),
    columns: [...columns.values()],
    count: boards.reduce((sum, { count }) => sum + count, 0),
    hidden: boards.reduce((sum, { hidden }) => sum + hidden, 0),
  };
}

/** What a board is called beside others: its group. */
export function groupName({ group, name }: Pick<Board, "group" | "name">): string {
  return group ?? name;
}

function shownOf(replica: Replica, eventId: EventId): BoardShown[] {
  return replica
    .by("board", "eventId", eventId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => board(replica, id) ?? []);
}
