import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";
import { periodAt } from "../model/period.ts";
import type { CommitmentId } from "../model/id.ts";
import type { ArgsOf } from "../run.ts";

/** A commitment for a period that is written "2026-Q1". */
async function commit(
  workspace: TestWorkspace,
  what: string,
  key: string,
  more: Partial<ArgsOf<"commitment.add">> = {},
): Promise<CommitmentId> {
  const period = periodAt(key);
  if (period === undefined) throw new Error(`${key} is no period`);
  return (await workspace.run("commitment.add", { what, ...period, ...more })).result.commitmentId;
}

/** The outline as it is read: each with its parent's words. */
async function outline(workspace: TestWorkspace): Promise<string[]> {
  const { commitment } = await workspace.records();
  const lines = (parentId: string | null, depth: number): string[] =>
    commitment
      .filter((one) => one.parentId === parentId)
      .sort((a, b) => a.rank - b.rank)
      .flatMap((one) => [`${"  ".repeat(depth)}${one.what}`, ...lines(one.id, depth + 1)]);
  return lines(null, 0);
}

describe("commitments", () => {
  test("PL1 a commitment is for the year, the quarter or the month that a day of it names, and mine unless it is said whose", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("commitment.add", { what: "Ten partners", span: "quarter", startsOn: "2026-05-20" });
    await workspace.run("commitment.add", { what: "A book", span: "year", startsOn: "2026-12-31", memberId: null });
    expect((await workspace.records()).commitment).toMatchObject([
      { what: "Ten partners", span: "quarter", startsOn: "2026-04-01", memberId: workspace.memberId, state: "open" },
      { what: "A book", span: "year", startsOn: "2026-01-01", memberId: null },
    ]);
  });

  test("PL2 a commitment lies in the time of what it serves, or is refused and told why", async () => {
    const workspace = await TestWorkspace.open();
    const year = await commit(workspace, "Grow the partners", "2026");
    const quarter = await commit(workspace, "Three signed", "2026-Q1", { parentId: year });
    await commit(workspace, "First call list", "2026-02", { parentId: quarter });
    await expect(commit(workspace, "Second call list", "2026-04", { parentId: quarter })).rejects.toThrow(
      '"Second call list" would be for Apr 2026, which does not lie in Q1 2026, the time of "Three signed" that it serves. Give it a time within Q1 2026, or take it out of there first.',
    );
    await expect(
      workspace.run("commitment.change", { commitmentId: quarter, span: "quarter", startsOn: "2026-04-01" }),
    ).rejects.toThrow('"First call list", which serves it, is for Feb 2026');
    await expect(
      workspace.run("commitment.change", { commitmentId: quarter, span: "year", startsOn: "2027-01-01" }),
    ).rejects.toThrow("does not lie in 2026");
    await workspace.run("commitment.change", { commitmentId: quarter, what: "Four signed" });
    expect(await outline(workspace)).toEqual(["Grow the partners", "  Four signed", "    First call list"]);
  });

  test("PL2 a commitment is put before, after or into another, and never into what it holds itself", async () => {
    const workspace = await TestWorkspace.open();
    const [a, b, c] = [
      await commit(workspace, "A", "2026"),
      await commit(workspace, "B", "2026"),
      await commit(workspace, "C", "2026"),
    ];
    await workspace.run("commitment.place", { commitmentId: c, parentId: null, after: null });
    expect(await outline(workspace)).toEqual(["C", "A", "B"]);
    await workspace.run("commitment.place", { commitmentId: c, parentId: null, after: a });
    expect(await outline(workspace)).toEqual(["A", "C", "B"]);
    await workspace.run("commitment.place", { commitmentId: b, parentId: c });
    expect(await outline(workspace)).toEqual(["A", "C", "  B"]);
    await expect(workspace.run("commitment.place", { commitmentId: c, parentId: b })).rejects.toThrow(
      '"C" cannot serve "B", which serves "C" itself.',
    );
    await expect(workspace.run("commitment.place", { commitmentId: c, parentId: c })).rejects.toThrow("itself");
  });

  test("PL2 undo makes no circle of two that were moved into each other one after the other", async () => {
    const workspace = await TestWorkspace.open();
    const [a, b] = [await commit(workspace, "A", "2026"), await commit(workspace, "B", "2026")];
    await workspace.run("commitment.place", { commitmentId: a, parentId: b });
    const { entryId } = await workspace.run("commitment.place", { commitmentId: a, parentId: null });
    await workspace.run("commitment.place", { commitmentId: b, parentId: a });
    await expect(workspace.run("undo", { entryId })).rejects.toThrow("would serve itself");
    expect(await outline(workspace)).toEqual(["A", "  B"]);
  });

  test("PL2 however often they are moved, each stands where it was put last, and none is lost", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.nat(5), fc.nat(5)), { maxLength: 70 }), async (moves) => {
        const workspace = await TestWorkspace.open();
        const ids: CommitmentId[] = [];
        for (const what of ["A", "B", "C", "D", "E"]) ids.push(await commit(workspace, what, "2026"));
        for (const [which, into, behind] of moves) {
          const commitmentId = ids[which] ?? ids[0]!; // one of five
          const [parentId, after] = [ids[into] ?? null, ids[behind] ?? null];
          const placed = await workspace
            .run("commitment.place", { commitmentId, parentId, after })
            .then(() => true)
            .catch(() => false);
          const { commitment } = await workspace.records();
          if (!placed) continue;
          const family = commitment.filter((one) => one.parentId === parentId).sort((a, b) => a.rank - b.rank);
          const place = family.findIndex((one) => one.id === commitmentId);
          const before = family.findIndex((one) => one.id === after && after !== commitmentId);
          expect(new Set(family.map(({ rank }) => rank)).size).toBe(family.length);
          const wanted = after === null ? 0 : before === -1 ? family.length - 1 : before + 1;
          expect(place).toBe(wanted);
        }
        expect((await outline(workspace)).map((line) => line.trim()).sort()).toEqual(["A", "B", "C", "D", "E"]);
      }),
      { numRuns: 25 },
    );
  });

  test("PL2 what lies in a removed commitment goes up to its place, and what hung on it stays", async () => {
    const workspace = await TestWorkspace.open();
    const year = await commit(workspace, "Year", "2026");
    await commit(workspace, "Before", "2026-Q1", { parentId: year });
    const quarter = await commit(workspace, "Quarter", "2026-Q1", { parentId: year });
    await commit(workspace, "After", "2026-Q1", { parentId: year });
    await commit(workspace, "One", "2026-01", { parentId: quarter });
    await commit(workspace, "Two", "2026-02", { parentId: quarter });
    await workspace.run("step.add", { what: "Call Ana", commitmentId: quarter });
    const before = await outline(workspace);
    const { entryId } = await workspace.run("commitment.remove", { commitmentId: quarter });
    expect(await outline(workspace)).toEqual(["Year", "  Before", "  One", "  Two", "  After"]);
    expect((await workspace.records()).step).toMatchObject([{ what: "Call Ana", commitmentId: null }]);
    await workspace.run("undo", { entryId });
    expect(await outline(workspace)).toEqual(before);
    expect((await workspace.records()).step).toMatchObject([{ commitmentId: quarter }]);
  });

  test("PL4 at a month's end a commitment is kept once, moved on with what is open in it, or dropped with why", async () => {
    const workspace = await TestWorkspace.open();
    workspace.now = Temporal.Instant.from("2026-04-01T08:00:00Z");
    const year = await commit(workspace, "Year", "2026");
    const quarter = await commit(workspace, "Quarter", "2026-Q1", { parentId: year });
    const open = await commit(workspace, "Open", "2026-03", { parentId: quarter });
    const over = await commit(workspace, "Over", "2026-02", { parentId: quarter });
    await workspace.run("commitment.done", { commitmentId: over, cameOfIt: "a contract" });
    for (let twice = 0; twice < 2; twice += 1) {
      await workspace.run("commitment.keep", { commitmentId: open, month: "2026-03-31" });
    }
    const moved = { commitmentId: quarter, month: "2026-03-01", to: "2026-06-10", why: "the fair took it all" };
    expect((await workspace.run("commitment.move", moved)).result).toEqual({ parentId: year });
    expect((await workspace.records()).commitment).toMatchObject([
      { what: "Year", answers: [] },
      {
        what: "Quarter",
        startsOn: "2026-04-01",
        answers: [{ answer: "move", from: "2026-03-01", to: "2026-04-01", why: "the fair took it all" }],
      },
      {
        what: "Open",
        parentId: quarter,
        startsOn: "2026-04-01",
        answers: [
          { answer: "keep", from: "2026-03-01", to: "2026-03-01" },
          { answer: "move", from: "2026-03-01", to: "2026-04-01" },
        ],
      },
      { what: "Over", startsOn: "2026-02-01", state: "done", cameOfIt: "a contract", answers: [] },
    ]);
    await expect(workspace.run("commitment.move", { ...moved, to: "2026-01-10" })).rejects.toThrow("goes on later");
    await workspace.run("commitment.move", { ...moved, to: "2027-01-10" });
    expect((await workspace.records()).commitment[1]).toMatchObject({ parentId: null, startsOn: "2027-01-01" });
    await workspace.run("commitment.drop", { commitmentId: open, why: "nobody needs it" });
    await expect(workspace.run("commitment.keep", { commitmentId: open, month: "2026-04-01" })).rejects.toThrow(
      '"Open" is closed already (dropped); open it again with commitment.reopen.',
    );
    await workspace.run("commitment.reopen", { commitmentId: open });
    expect((await workspace.records()).commitment[2]).toMatchObject({ state: "open", cameOfIt: null });
  });

  test("PL2 an outline goes so deep and no deeper", async () => {
    const workspace = await TestWorkspace.open();
    let parentId: CommitmentId | null = null;
    for (let depth = 1; depth <= 8; depth += 1) parentId = await commit(workspace, `${depth}`, "2026", { parentId });
    await expect(commit(workspace, "9", "2026", { parentId })).rejects.toThrow("an outline goes 8 deep");
  });
});
