import { basename } from "node:path";
import { boardModeWords } from "#domain/model/board.ts";
import { sayProblem } from "#domain/model/problem.ts";
import { sayCount } from "#domain/model/say.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { readStickies } from "#formats/stickies.ts";
import { boardNouns, type MergedTopic, type MergedWall, mergedWall } from "#questions/boards.ts";
import { wallMarkdown } from "#questions/wall-markdown.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import type { Desk } from "./desk.ts";
import { readInputs } from "./input.ts";
import { paintFor } from "./paint.ts";
import { note, print, said, type Said } from "./print.ts";
import { namedOrAt, ref, severalFit } from "./ref.ts";
import { printable } from "./wrap.ts";

export interface BoardOptions extends Said {
  group?: string;
  new?: string;
  import?: string;
  md?: boolean;
}

/** BD1: the wall of an event as a list; with options a board is begun, or stickies of a file are hung on one. */
export async function boardCommand(desk: Desk, name: string, options: BoardOptions): Promise<void> {
  const replica = await desk.replica(boardNouns);
  const event = namedOrAt(replica, "event", name);
  if (options.new !== undefined) {
    const args = { eventId: event.id, name: options.new, group: options.group ?? null };
    const { result } = await desk.run("board.add", args);
    return said(desk, options, result, `A new board of ${event.name}: ${options.new} (${ref(result.boardId)})`);
  }
  if (options.import !== undefined)
    return importStickies(desk, replica, { eventId: event.id, path: options.import }, options);
  const boardId = options.group === undefined ? null : boardMeant(replica, event.id, options.group).id;
  const wall = mergedWall(replica, event.id, boardId);
  assert(wall !== undefined, "the event was just found in this replica");
  if (options.md === true && options.json !== true) {
    desk.world.out.write(wallMarkdown(wall));
    return;
  }
  print(desk, options, wall, () => linesOf(desk, wall));
}

async function importStickies(
  desk: Desk,
  replica: Replica,
  { eventId, path }: { eventId: MergedWall["event"]["id"]; path: string },
  options: BoardOptions,
): Promise<void> {
  const board = boardMeant(replica, eventId, options.group);
  const { files, problems } = readInputs([path], desk.world.cwd);
  const read = files.map(readStickies);
  const all = [...problems, ...read.flatMap((one) => one.problems)];
  for (const problem of all) note(desk.world, `${sayProblem(problem)} (kept: ${problem.kept})`);
  const stickies = read.flatMap((one) => one.stickies);
  if (stickies.length === 0) {
    throw new Refusal("invalid", `Nothing was hung up: ${basename(path)} holds no stickies that could be read.`);
  }
  const { result } = await desk.run("sticky.import", { boardId: board.id, stickies });
  said(
    desk,
    options,
    result,
    `Hung ${sayCount(stickies.length, "sticky", "stickies")} on ${board.name} (${ref(board.id)})`,
  );
}

/** The board of a group or a name; without one the event's only board. */
function boardMeant(replica: Replica, eventId: MergedWall["event"]["id"], group: string | undefined) {
  const all = replica.by("board", "eventId", eventId);
  const fits = group === undefined ? all : matching(all, (board) => `${board.group ?? ""} ${board.name}`.trim(), group);
  const [only, second] = fits;
  if (only === undefined) {
    const words = group === undefined ? "no board yet" : `no board "${group}"`;
    throw new Refusal(
      "not-found",
      `The event has ${words}. Begin one: upshot board ${ref(eventId)} --new "What slows us down?"`,
    );
  }
  if (second === undefined) return only;
  const names = fits.map((board) => `${board.group ?? board.name} (${ref(board.id)})`);
  if (group === undefined)
    throw new Refusal("invalid", `The event has several boards: ${names.join(", ")}. Say which: --group NAME`);
  throw severalFit(group, names);
}

function linesOf(desk: Desk, { event, boards, columns, count, hidden }: MergedWall): string[] {
  const paint = paintFor(desk.world);
  if (boards.length === 0) {
    return [
      `${printable(event.name)} has no board yet. Begin one: upshot board ${ref(event.id)} --new "What slows us down?"`,
    ];
  }
  const isSeveral = boards.length > 1;
  const notYet = hidden > 0 ? `, ${hidden} not shown yet` : "";
  return [
    `${paint.strong(printable(event.name))}  ${paint.soft(`${sayCount(count, "sticky", "stickies")}${notYet}`)}`,
    ...boards.map(({ id, name, mode }) => printable(`${paint.soft(ref(id))}  ${name}: ${boardModeWords[mode].name}`)),
    ...columns.flatMap(({ name, topics }) => [
      "",
      `${paint.accent(printable(name))}  ${paint.soft(String(topics.length))}`,
      ...topics.flatMap((topic) => topicLines(topic, isSeveral).map(printable)),
    ]),
  ];
}

function topicLines({ id, name, votes, group, isCluster, stickies }: MergedTopic, isSeveral: boolean): string[] {
  const beside = [isSeveral && group, votes !== null && votes > 0 && sayCount(votes, "dot")].filter(Boolean).join(", ");
  const head = `${ref(id)}  ${name}${beside === "" ? "" : `  (${beside})`}`;
  return isCluster ? [head, ...stickies.map((sticky) => `          ${ref(sticky.id)}  ${sticky.text}`)] : [head];
}
