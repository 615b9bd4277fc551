import { describe, expect, test } from "vitest";
import { columnWidth, wall } from "#domain/model/wall.ts";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { proposedClusters } from "./board-alike.ts";
import { dropAt, wallHeight } from "./board-drop.ts";
import { board, topicsOf } from "./board.ts";

/** A wall on which these hang, at Cluster. */
async function wallWith(texts: readonly string[]) {
  const workspace = await TestWorkspace.open();
  const { eventId } = (await workspace.run("event.add", { name: "Lake days", timeZone: "Europe/Brussels" })).result;
  const { boardId } = (await workspace.run("board.add", { eventId, name: "Wall" })).result;
  for (const text of texts) await workspace.run("sticky.write", { boardId, columnId: "broken", text });
  for (const mode of ["show", "cluster"] as const) await workspace.run("board.mode", { boardId, mode });
  const shown = async () => {
    const found = board(await workspace.replica(), boardId);
    if (found === undefined) throw new Error("the board is there");
    return found;
  };
  return { workspace, boardId, shown };
}

describe("what is asked of a wall", () => {
  test("BD1 likeness proposes what belongs together, with the words it shares, and puts nothing together by itself", async () => {
    const { workspace, boardId, shown } = await wallWith([
      "The handover to the night shift is lost in chat",
      "Nobody writes the night shift handover down",
      "Releases wait for one person",
      "Only one person can do releases",
      "The coffee is cold",
    ]);
    const proposed = proposedClusters(await shown());
    expect(proposed.map(({ stickies, into }) => [stickies.map(({ text }) => text).sort(), into])).toEqual(
      expect.arrayContaining([
        [["Nobody writes the night shift handover down", "The handover to the night shift is lost in chat"], null],
        [["Only one person can do releases", "Releases wait for one person"], null],
      ]),
    );
    expect(proposed).toHaveLength(2);
    const night = proposed.find(({ words }) => words.includes("night"));
    expect((await workspace.records()).cluster).toEqual([]);
    const stickyIds = (night?.stickies ?? []).map(({ id }) => id);
    const { clusterId } = (await workspace.run("cluster.make", { boardId, stickyIds })).result;
    await workspace.run("sticky.write", { boardId, columnId: "ideas", text: "One page for the night shift" });
    const after = proposedClusters(await shown());
    expect(after.find(({ words }) => words.includes("night"))).toMatchObject({
      into: { id: clusterId },
      stickies: [{ text: "One page for the night shift" }],
    });
  });

  test("BD1 letting go puts a sticky with the one beneath it, into a cluster, or where it is, and never beyond its column", async () => {
    const { workspace, boardId, shown } = await wallWith(["a", "b", "c"]);
    const before = await shown();
    const [a, b, c] = before.columns[0]?.stickies ?? [];
    if (a === undefined || b === undefined || c === undefined) throw new Error("three hang there");
    expect(dropAt(before, b.id, { x: a.x + 20, y: a.y + 10 })).toEqual({ does: "make", stickyId: a.id });
    expect(dropAt(before, a.id, { x: a.x + 20, y: a.y + 10 })).toEqual({
      does: "hang",
      columnId: "broken",
      x: a.x + 20,
      y: a.y + 10,
    });
    expect(dropAt(before, a.id, { x: columnWidth * 2 - 90, y: -40 })).toEqual({
      does: "hang",
      columnId: "working",
      x: columnWidth - wall.sticky.width,
      y: 0,
    });
    const { clusterId } = (await workspace.run("cluster.make", { boardId, stickyIds: [a.id, b.id] })).result;
    const after = await shown();
    expect(dropAt(after, c.id, { x: a.x + 5, y: a.y + 30 })).toEqual({ does: "join", clusterId });
    expect(dropAt(after, clusterId, { x: c.x, y: c.y })).toMatchObject({ does: "hang" });
    expect(dropAt({ ...before, board: { ...before.board, mode: "write" } }, b.id, a)).toMatchObject({ does: "hang" });
    expect(wallHeight(after.columns)).toBeGreaterThan(2 * wall.sticky.height);
  });

  test("BD1 what is talked about comes with the most dots first, a cluster with its stickies", async () => {
    const { workspace, boardId, shown } = await wallWith(["a", "b", "c"]);
    const [a, b, c] = (await shown()).columns[0]?.stickies ?? [];
    await workspace.run("cluster.make", { boardId, stickyIds: [b!.id, a!.id], name: "Handover" });
    await workspace.run("board.mode", { boardId, mode: "vote" });
    for (let dots = 0; dots < 2; dots += 1) await workspace.run("vote.put", { boardId, stickyId: c!.id });
    await workspace.run("vote.put", { boardId, stickyId: a!.id });
    await workspace.run("board.mode", { boardId, mode: "talk" });
    expect(topicsOf(await shown()).map(({ name, votes, stickies }) => [name, votes, stickies.length])).toEqual([
      ["c", 2, 1],
      ["Handover", 1, 2],
    ]);
  });
});
