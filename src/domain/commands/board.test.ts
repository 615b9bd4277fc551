import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardId, EventId, MemberId, StickyId } from "#domain/model/id.ts";
import { type Box, clusterSize, wall } from "#domain/model/wall.ts";
import { Refusal } from "#domain/refusal.ts";
import { run } from "#domain/run.ts";
import { board } from "#questions/board.ts";
import { boardsOf, mergedWall } from "#questions/boards.ts";
import { Replica } from "#replica/replica.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

/** An offsite's wall with three people at it; Mira facilitates. */
async function atTheWall(columns?: string[]) {
  const workspace = await TestWorkspace.open();
  const event = await workspace.run("event.add", { name: "Lake days", kind: "offsite", timeZone: "Europe/Brussels" });
  const { eventId } = event.result;
  const added = await workspace.run("board.add", {
    eventId,
    name: "What slows us down",
    columns: columns?.map((name) => ({ name })) ?? null,
  });
  const people: MemberId[] = [workspace.memberId];
  for (const name of ["Bo Lindqvist", "Ines Prado"]) {
    people.push((await workspace.run("member.add", { name })).result.memberId);
  }
  const [mira, bo, ines] = people as [MemberId, MemberId, MemberId]; // the three just made
  return { workspace, eventId, boardId: added.result.boardId, mira, bo, ines };
}

type Wall = Awaited<ReturnType<typeof atTheWall>>;

/** Runs a command as somebody of the team. */
const as =
  (workspace: TestWorkspace, memberId: MemberId): TestWorkspace["run"] =>
  (name, args) =>
    run(name, args, { ...workspace.context, memberId });

async function seenBy({ workspace }: Wall, memberId: MemberId): Promise<Replica> {
  const replica = new Replica(workspace.workspaceId, memberId, nounNames);
  const records = await workspace.records();
  for (const noun of nounNames) for (const record of records[noun]) replica.put({ noun, record, removed: false });
  return replica;
}

async function shownTo(at: Wall, memberId: MemberId) {
  const shown = board(await seenBy(at, memberId), at.boardId);
  if (shown === undefined) throw new Error("the board is there");
  return shown;
}

async function textsFor(at: Wall, memberId: MemberId): Promise<string[]> {
  const { columns } = await shownTo(at, memberId);
  return columns.flatMap(({ clusters, stickies }) =>
    [...clusters.flatMap((cluster) => cluster.stickies), ...stickies].map(({ text }) => text),
  );
}

async function write({ workspace, boardId }: Wall, memberId: MemberId, text: string, columnId = "broken") {
  return (await as(workspace, memberId)("sticky.write", { boardId, columnId, text })).result.stickyId;
}

async function upTo({ workspace, boardId }: Wall, last: "show" | "cluster" | "vote" | "talk") {
  for (const mode of ["show", "cluster", "vote", "talk"] as const) {
    await workspace.run("board.mode", { boardId, mode });
    if (mode === last) return;
  }
}

describe("a wall", () => {
  test("BD1 each writes for themselves: the others' stickies are counted and not seen before they are shown", async () => {
    const at = await atTheWall();
    await write(at, at.mira, "Nobody owns the handover");
    const bos = await write(at, at.bo, "Two trackers");
    expect(await textsFor(at, at.mira)).toEqual(["Nobody owns the handover"]);
    expect(await textsFor(at, at.bo)).toEqual(["Two trackers"]);
    expect(await shownTo(at, at.ines)).toMatchObject({
      count: 0,
      hidden: 2,
      writers: [
        { name: "Bo Lindqvist", count: 1 },
        { name: "Mira Okafor", count: 1 },
      ],
    });
    for (const act of [
      () => as(at.workspace, at.ines)("sticky.move", { stickyId: bos, x: 0, y: 0 }),
      () => at.workspace.run("sticky.change", { stickyId: bos, text: "One tracker" }),
    ]) {
      await expect(act()).rejects.toThrow("everybody still writes for themselves");
    }
    await upTo(at, "show");
    expect(await textsFor(at, at.ines)).toEqual(["Nobody owns the handover", "Two trackers"]);
  });

  test("BD1 a second round of writing hides what is written in it, and leaves on the wall what was shown", async () => {
    const at = await atTheWall();
    await write(at, at.bo, "Two trackers");
    await upTo(at, "show");
    await at.workspace.run("board.mode", { boardId: at.boardId, mode: "write" });
    await write(at, at.bo, "No time to review");
    expect(await textsFor(at, at.ines)).toEqual(["Two trackers"]);
    await upTo(at, "show");
    expect(await textsFor(at, at.ines)).toEqual(["Two trackers", "No time to review"]);
  });

  test("BD1 what somebody wrote with no network is taken when the others have gone on, and is on the wall at once", async () => {
    const at = await atTheWall();
    await upTo(at, "vote");
    await write(at, at.bo, "Written on the train");
    expect(await textsFor(at, at.ines)).toEqual(["Written on the train"]);
  });

  test("BD1 the modes come in order, moved by whoever facilitates; back is open, and somebody can take over", async () => {
    const at = await atTheWall();
    const { workspace, boardId } = at;
    await expect(workspace.run("board.mode", { boardId, mode: "vote" })).rejects.toThrow(
      '"What slows us down" is at Write; Show comes next, Vote later.',
    );
    await expect(as(workspace, at.bo)("board.mode", { boardId, mode: "show" })).rejects.toThrow(
      'Mira Okafor facilitates "What slows us down".',
    );
    await upTo(at, "talk");
    await workspace.run("board.mode", { boardId, mode: "cluster" });
    await as(workspace, at.bo)("board.change", { boardId, facilitatorId: at.bo });
    await as(workspace, at.bo)("board.mode", { boardId, mode: "vote" });
    await as(workspace, at.bo)("board.time", { boardId, minutes: 5 });
    expect(await shownTo(at, at.ines)).toMatchObject({
      board: { mode: "vote", timerEndsAt: "2026-02-04T18:05:00.000Z" },
      facilitator: "Bo Lindqvist",
      isFacilitator: false,
    });
  });

  test("BD1 dots are each person's, on clusters and on stickies in none, and are counted when the voting is over", async () => {
    const at = await atTheWall();
    const { workspace, boardId } = at;
    const [one, two, three] = [await write(at, at.mira, "a"), await write(at, at.bo, "b"), await write(at, at.bo, "c")];
    await upTo(at, "cluster");
    const { clusterId } = (await workspace.run("cluster.make", { boardId, stickyIds: [one, two], name: "Handover" }))
      .result;
    await expect(workspace.run("vote.put", { boardId, clusterId })).rejects.toThrow("is at Cluster; dots are put");
    await workspace.run("board.mode", { boardId, mode: "vote" });
    await workspace.run("vote.put", { boardId, stickyId: one }); // it stands for its cluster
    await workspace.run("vote.put", { boardId, clusterId });
    await workspace.run("vote.put", { boardId, stickyId: three });
    await expect(workspace.run("vote.put", { boardId, stickyId: three })).rejects.toThrow("3 dots each");
    await as(workspace, at.bo)("vote.put", { boardId, clusterId });
    expect((await shownTo(at, at.ines)).votes).toEqual({
      each: 3,
      mine: 0,
      left: 3,
      put: 4,
      voters: 2,
      isShown: false,
    });
    const before = await shownTo(at, at.mira);
    expect(before.columns[0]?.clusters[0]).toMatchObject({ votes: null, mine: 2 });
    await workspace.run("vote.takeBack", { boardId, stickyId: three });
    await workspace.run("board.mode", { boardId, mode: "talk" });
    const after = await shownTo(at, at.mira);
    expect(after.columns[0]).toMatchObject({
      clusters: [{ name: "Handover", votes: 3, mine: 2 }],
      stickies: [{ text: "c", votes: 0 }],
    });
    await expect(workspace.run("vote.takeBack", { boardId, clusterId })).rejects.toThrow("is at Talk");
  });

  test("BD1 nobody ever has more dots than the board gives, in whatever order they are put, taken back and undone", async () => {
    const step = fc.record({
      act: fc.constantFrom("put", "takeBack", "undo", "each", "remove", "write"),
      who: fc.nat(2),
      pick: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const at = await atTheWall();
        const { workspace, boardId } = at;
        const people = [at.mira, at.bo, at.ines];
        const stickies: StickyId[] = [await write(at, at.mira, "a"), await write(at, at.mira, "b")];
        await upTo(at, "vote");
        for (const { act, who, pick } of steps) {
          const runs = as(workspace, people[who] ?? at.mira);
          const stickyId = stickies[pick % stickies.length] ?? stickies[0]!; // there are two at least
          try {
            if (act === "put") await runs("vote.put", { boardId, stickyId });
            else if (act === "takeBack") await runs("vote.takeBack", { boardId, stickyId });
            else if (act === "each") await runs("board.change", { boardId, votesEach: (pick % 4) + 1 });
            else if (act === "write") stickies.push(await write(at, at.mira, "more"));
            else if (act === "remove") await workspace.run("sticky.remove", { stickyId });
            else {
              const entries = await workspace.store.entries(workspace.workspaceId, { limit: 21 });
              const entry = entries[pick % entries.length];
              if (entry !== undefined && entry.command !== "board.mode") await runs("undo", { entryId: entry.id });
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const { vote, board: boards } = await workspace.records();
          const each = boards[0]?.votesEach ?? 0;
          for (const votes of Map.groupBy(vote, ({ memberId }) => memberId).values()) {
            expect(votes.length).toBeLessThanOrEqual(each);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("BD1 a cluster keeps its stickies together, goes when nothing is left in it, and comes back by undo with its dots", async () => {
    const at = await atTheWall();
    const { workspace, boardId } = at;
    const [one, two] = [await write(at, at.mira, "a"), await write(at, at.bo, "b", "ideas")];
    await upTo(at, "cluster");
    const { clusterId } = (await workspace.run("cluster.make", { boardId, stickyIds: [one, two] })).result;
    await workspace.run("cluster.name", { clusterId, name: "Handover" });
    await workspace.run("cluster.move", { clusterId, columnId: "working", x: 12, y: 12 });
    const stickies = (await workspace.records()).sticky;
    expect(stickies.map(({ columnId }) => columnId)).toEqual(["working", "working"]);
    await workspace.run("board.mode", { boardId, mode: "vote" });
    await workspace.run("vote.put", { boardId, clusterId });
    await workspace.run("cluster.leave", { stickyId: one });
    const { entryId } = await workspace.run("cluster.leave", { stickyId: two, columnId: "ideas" });
    expect(await workspace.records()).toMatchObject({ cluster: [], vote: [] });
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toMatchObject({ cluster: [{ name: "Handover" }], vote: [{ clusterId }] });
    await workspace.run("cluster.remove", { clusterId });
    expect((await workspace.records()).sticky.map((sticky) => sticky.clusterId)).toEqual([null, null]);
  });

  test("BD1 two people who move two stickies, and write and move one, both win: each act writes its own fields", async () => {
    const at = await atTheWall();
    const stickyId = await write(at, at.bo, "Two trackers");
    await upTo(at, "show");
    await as(at.workspace, at.ines)("sticky.move", { stickyId, columnId: "ideas", x: 40, y: 200.5 });
    await as(at.workspace, at.bo)("sticky.change", { stickyId, text: "Three trackers" });
    const { changes } = await as(at.workspace, at.bo)("sticky.move", { stickyId, x: 41, y: 200.5 });
    expect(changes).toEqual([{ noun: "sticky", id: stickyId, op: "patch", before: { x: 40 }, after: { x: 41 } }]);
    await expect(as(at.workspace, at.ines)("sticky.change", { stickyId, text: "None" })).rejects.toThrow(
      "Somebody else wrote this sticky.",
    );
  });

  test("BD1 no column is lost with what hangs in it, and a board that is removed comes back with all of it", async () => {
    const at = await atTheWall(["Keep", "Stop"]);
    const { workspace, boardId } = at;
    const columns = (await workspace.records()).board[0]?.columns ?? [];
    const [keep, stop] = columns;
    await write(at, at.mira, "Two trackers", stop?.id);
    await expect(workspace.run("board.change", { boardId, columns: [keep!] })).rejects.toThrow(
      'The column "Stop" still holds 1 sticky',
    );
    await workspace.run("board.change", { boardId, columns: [{ id: stop!.id, name: "Stop doing" }, { name: "Try" }] });
    await expect(workspace.run("event.remove", { eventId: at.eventId })).rejects.toThrow("still has 1 board");
    const before = await workspace.records();
    const { entryId } = await workspace.run("board.remove", { boardId });
    expect(await workspace.records()).toMatchObject({ board: [], sticky: [] });
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("BD1 nothing new hangs on something else, and tidying a board leaves nothing upon another", async () => {
    const at = await atTheWall();
    const { workspace, boardId } = at;
    const stickies: StickyId[] = [];
    for (let n = 0; n < 12; n += 1) stickies.push(await write(at, n % 2 === 0 ? at.mira : at.bo, `Sticky ${n}`));
    const own = async () => (await workspace.records()).sticky.filter(({ memberId }) => memberId === at.mira);
    const before = await own();
    expect(before.slice(0, 2).map(({ y }) => y)).toEqual([wall.gap, wall.gap]); // the others' take no room yet
    await upTo(at, "show");
    expect(await overlaps(at)).toEqual([]);
    expect((await own())[0]).toEqual(before[0]);
    await workspace.run("board.mode", { boardId, mode: "cluster" });
    await workspace.run("cluster.make", { boardId, stickyIds: stickies.slice(0, 5) });
    await workspace.run("cluster.make", { boardId, stickyIds: stickies.slice(5, 7) });
    await workspace.run("sticky.move", { stickyId: stickies[8]!, x: 20, y: 20 });
    expect(await overlaps(at)).not.toEqual([]);
    await workspace.run("board.tidy", { boardId });
    expect(await overlaps(at)).toEqual([]);
  });

  test("BD1 the merged wall shows every sticky of an event's boards that I see once, by column, with its group", async () => {
    const group = fc.record({
      columns: fc.uniqueArray(fc.constantFrom("Broken", "Working", "Ideas", "Stop"), { minLength: 1 }),
      stickies: fc.array(fc.record({ column: fc.nat(3), who: fc.nat(2), cluster: fc.nat(4) }), { maxLength: 8 }),
      isShown: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 4 }), async (groups) => {
        const at = await atTheWall();
        const { workspace, eventId } = at;
        await workspace.run("board.remove", { boardId: at.boardId });
        for (const [n, { columns, stickies, isShown }] of groups.entries())
          await fill(at, n, { columns, stickies, isShown });
        const replica = await seenBy(at, at.bo);
        const merged = mergedWall(replica, eventId);
        const once = merged?.columns.flatMap(({ topics }) =>
          topics.flatMap((topic) => topic.stickies.map(({ id }) => id)),
        );
        const single = boardsOf(replica, eventId).flatMap(({ board: { id } }) =>
          (board(replica, id)?.columns ?? []).flatMap(({ clusters, stickies }) => [
            ...clusters.flatMap((cluster) => cluster.stickies.map((sticky) => sticky.id)),
            ...stickies.map((sticky) => sticky.id),
          ]),
        );
        expect(once?.toSorted()).toEqual(single.toSorted());
        expect(new Set(once).size).toBe(once?.length);
        const all = groups.reduce((sum, { stickies }) => sum + stickies.length, 0);
        expect((merged?.count ?? 0) + (merged?.hidden ?? 0)).toBe(all);
        expect(merged?.count).toBe(once?.length);
        const names = merged?.columns.map(({ name }) => name) ?? [];
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });

  test("BD1 stickies of a file hang in the columns and clusters it names, for all to see, and undo takes them away again", async () => {
    const at = await atTheWall();
    await write(at, at.bo, "Not shown yet");
    const { entryId } = await at.workspace.run("sticky.import", {
      boardId: at.boardId,
      stickies: [
        { text: "Deploys on Friday", column: "BROKEN", author: "Ola" },
        { text: "Pairing", column: "Working", group: "Together" },
        { text: "Mob review", column: "Working", group: "Together" },
        { text: "A day without meetings", column: "Idea" },
        { text: "Ship weekly", column: "Action items" },
      ],
    });
    const { columns, count } = await shownTo(at, at.ines);
    expect(count).toBe(5);
    expect(
      columns.map(({ column, clusters, stickies }) => [
        column.name,
        ...clusters.map(({ name, stickies }) => [name, stickies.length]),
        ...stickies.map(({ text, writer }) => [text, writer]),
      ]),
    ).toEqual([
      ["Broken", ["Deploys on Friday", "Ola"]],
      ["Working", ["Together", 2]],
      ["Ideas", ["A day without meetings", null]],
      ["Action items", ["Ship weekly", null]],
    ]);
    expect(await overlaps(at)).toEqual([]);
    await at.workspace.run("undo", { entryId });
    expect((await shownTo(at, at.bo)).columns.map(({ column }) => column.name)).toEqual(["Broken", "Working", "Ideas"]);
  });

  test("BD1 the journal tells neither what somebody wrote for themselves nor on what a dot is", async () => {
    const at = await atTheWall();
    const stickyId = await write(at, at.bo, "Two trackers");
    await as(at.workspace, at.bo)("sticky.change", { stickyId, text: "Three trackers" });
    await upTo(at, "vote");
    await as(at.workspace, at.bo)("vote.put", { boardId: at.boardId, stickyId });
    const entries = await at.workspace.store.entries(at.workspace.workspaceId, { limit: 10 });
    const [dot] = entries;
    expect(JSON.stringify(entries.map(({ args }) => args))).not.toContain("trackers");
    expect(JSON.stringify(dot)).not.toContain(stickyId);
  });
});

async function fill(
  { workspace, eventId, mira, bo, ines }: Wall,
  n: number,
  {
    columns,
    stickies,
    isShown,
  }: { columns: string[]; stickies: { column: number; who: number; cluster: number }[]; isShown: boolean },
) {
  const added = await workspace.run("board.add", {
    eventId: eventId satisfies EventId,
    name: "Wall",
    group: `Group ${n}`,
    columns: columns.map((name) => ({ name })),
  });
  const boardId: BoardId = added.result.boardId;
  const own = (await workspace.records()).board.find(({ id }) => id === boardId)?.columns ?? [];
  const byCluster = new Map<number, StickyId[]>();
  for (const { column, who, cluster } of stickies) {
    const columnId = own[column % own.length]?.id ?? "";
    const memberId = [mira, bo, ines][who] ?? mira;
    const { result } = await as(workspace, memberId)("sticky.write", { boardId, columnId, text: "Words" });
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), result.stickyId]);
  }
  if (!isShown) return;
  await workspace.run("board.mode", { boardId, mode: "show" });
  for (const [cluster, stickyIds] of byCluster) {
    if (cluster > 1) await workspace.run("cluster.make", { boardId, stickyIds });
  }
}

/** Pairs of things that lie on one another. */
async function overlaps({ workspace }: Wall): Promise<string[]> {
  const { sticky, cluster } = await workspace.records();
  const boxes: (Box & { id: string; columnId: string })[] = [
    ...cluster.map((one) => ({
      ...one,
      ...clusterSize(sticky.filter(({ clusterId }) => clusterId === one.id).length),
    })),
    ...sticky.filter(({ clusterId }) => clusterId === null).map((one) => ({ ...one, ...wall.sticky })),
  ];
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => {
      const isApart =
        a.columnId !== b.columnId ||
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      return isApart ? [] : [`${a.id} and ${b.id}`];
    }),
  );
}
