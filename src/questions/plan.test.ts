import { describe, expect, test } from "vitest";
import type { CommitmentId } from "#domain/model/id.ts";
import { periodAt, periodKey } from "#domain/model/period.ts";
import type { ArgsOf } from "#domain/run.ts";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { monthEnd, monthEndDue } from "./month-end.ts";
import { plan } from "./plan.ts";
import { today } from "./today.ts";

/** It is Wed 4 Feb 2026 in Brussels until a test goes elsewhere. */
async function opened() {
  const workspace = await TestWorkspace.open();
  const commit = async (what: string, key: string, more: Partial<ArgsOf<"commitment.add">> = {}) =>
    (await workspace.run("commitment.add", { what, ...periodAt(key)!, ...more })).result.commitmentId;
  const step = async (what: string, more: Partial<ArgsOf<"step.add">> = {}) =>
    (await workspace.run("step.add", { what, ...more })).result.stepId;
  const at = (day: string) => (workspace.now = Temporal.Instant.from(`${day}T09:00:00Z`));
  return { workspace, commit, step, at };
}

const month = (key: string) => periodAt(key)!;

describe("the plan", () => {
  test("PL1 a year's outline has what hangs on each, with counts of all that lies in it", async () => {
    const { workspace, commit, step } = await opened();
    const year = await commit("Grow the partners", "2026");
    const quarter = await commit("Three signed", "2026-Q1", { parentId: year });
    await commit("Next year", "2027");
    const call = await step("Call Ana", { commitmentId: quarter, dueOn: "2026-02-09" });
    await step("Write the list", { commitmentId: year });
    const done = await step("Ask Bo", { commitmentId: quarter });
    await workspace.run("step.done", { stepId: done });
    await workspace.run("member.add", { name: "Bo Lindqvist" });
    const shown = plan(await workspace.replica(), periodAt("2026")!, workspace);
    expect(
      shown.items.map(({ commitment: { what }, depth, counts, steps }) => [what, depth, counts, steps.length]),
    ).toEqual([
      ["Grow the partners", 0, { open: 2, done: 1, leads: 0, needs: 0 }, 1],
      ["Three signed", 1, { open: 1, done: 1, leads: 0, needs: 0 }, 1],
    ]);
    expect(shown.items[1]?.steps[0]?.step.id).toBe(call);
    expect(shown.years).toEqual([2026, 2027]);
  });

  test("PL1 ST3 what is still open of a year that is over stands in this year's plan, and says how often it was moved", async () => {
    const { workspace, commit, at } = await opened();
    const commitmentId = await commit("A book", "2025-12", { memberId: null });
    await commit("Done", "2025").then((id) => workspace.run("commitment.done", { commitmentId: id }));
    await workspace.run("commitment.move", { commitmentId, month: "2025-12-01", to: "2026-01-01" });
    at("2027-02-01");
    const { items } = plan(await workspace.replica(), periodAt("2027")!, workspace);
    expect(items).toMatchObject([{ commitment: { what: "A book" }, isOver: true, moved: 1, who: "the team" }]);
  });

  test("PL3 a commitment whose time it is and that has nothing under way this month is shown as such", async () => {
    const { workspace, commit, step, at } = await opened();
    const year = await commit("Grow the partners", "2026");
    const quarter = await commit("Three signed", "2026-Q1", { parentId: year });
    await commit("Later", "2026-Q3", { parentId: year });
    const idle = async () => {
      const { items } = plan(await workspace.replica(), periodAt("2026")!, workspace);
      return items.filter(({ isIdle }) => isIdle).map(({ commitment }) => commitment.what);
    };
    expect(await idle()).toEqual(["Grow the partners", "Three signed"]);
    const stepId = await step("Call Ana", { commitmentId: quarter, dueOn: "2026-03-02" });
    expect(await idle()).toEqual(["Grow the partners", "Three signed"]);
    await workspace.run("step.change", { stepId, dueOn: "2026-02-27" });
    expect(await idle()).toEqual([]);
    await workspace.run("step.done", { stepId });
    expect(await idle()).toEqual([]);
    at("2026-03-02");
    expect(await idle()).toEqual(["Grow the partners", "Three signed"]);
  });

  test("PL3 Today's reason says what a step serves, and what serves a commitment comes first of two alike", async () => {
    const { workspace, commit, step } = await opened();
    const commitmentId = await commit("Three signed", "2026-Q1");
    await step("Buy paper", { dueOn: "2026-02-06" });
    await step("Call Ana", { dueOn: "2026-02-06", commitmentId });
    const { first } = today(await workspace.replica(), workspace);
    expect(first.map(({ step: { what }, why, serves }) => [what, why, serves])).toEqual([
      ["Call Ana", "You set it yourself, and it is due in 2 days. It serves “Three signed”", "Three signed"],
      ["Buy paper", "You set it yourself, and it is due in 2 days", null],
    ]);
  });

  test("PL3 a commitment with nothing planned this week shows on Today: the inner ones, three at the most, and none of others'", async () => {
    const { workspace, commit, step } = await opened();
    const bo = (await workspace.run("member.add", { name: "Bo Lindqvist" })).result.memberId;
    const year = await commit("Year", "2026");
    const january = await commit("One", "2026-02", { parentId: year });
    await commit("Two", "2026-02", { memberId: null });
    await commit("Bo's", "2026-02", { memberId: bo });
    await commit("Three", "2026-Q1");
    await commit("Four", "2026-Q1");
    const idle = async () => today(await workspace.replica(), workspace).idle.map(({ what }) => what);
    expect(await idle()).toEqual(["One", "Two", "Three"]);
    await step("Call Ana", { commitmentId: january, dueOn: "2026-02-08" });
    expect(await idle()).toEqual(["Two", "Three", "Four"]);
    await step("Call Li", { commitmentId: january, dueOn: "2026-02-09" });
    await workspace.run("step.add", { what: "Late", commitmentId: year, dueOn: "2026-01-09" });
    expect(await idle()).toEqual(["Two", "Three", "Four"]);
  });
});

describe("a month's end", () => {
  test("PL4 asks of each open thing of the month, outer ones first, and goes on where it was left", async () => {
    const { workspace, commit, step, at } = await opened();
    const quarter = await commit("Quarter", "2026-Q1");
    const march = await commit("March", "2026-03", { parentId: quarter });
    await commit("April", "2026-04");
    const late = await step("Late", { dueOn: "2026-02-10" });
    const due = await step("Due", { dueOn: "2026-03-31", commitmentId: march });
    await step("Vague, for March", { commitmentId: march });
    await step("Vague");
    await step("Next month", { dueOn: "2026-04-01" });
    await step("Theirs", { isTheirs: true, ownerName: "Ana Ruiz", dueOn: "2026-03-10" });
    at("2026-04-01");
    const left = async () => {
      const { items } = monthEnd(await workspace.replica(), month("2026-03"), workspace);
      return items.map((one) =>
        one.is === "commitment"
          ? [one.commitment.what, periodKey(one.moveTo)]
          : [one.shown.step.what, one.moveTo, one.shown.daysMissed],
      );
    };
    expect(await left()).toEqual([
      ["Quarter", "2026-Q2"],
      ["March", "2026-04"],
      ["Late", "2026-04-10", 50],
      ["Due", "2026-04-30", 1],
      ["Vague, for March", "2026-04-02", 0],
    ]);
    await workspace.run("commitment.move", { commitmentId: quarter, month: "2026-03-01", to: "2026-04-01" });
    await workspace.run("step.keep", { stepId: late, month: "2026-03-01" });
    await workspace.run("step.drop", { stepId: due, cameOfIt: "nobody needs it" });
    expect(await left()).toEqual([]);
    const done = monthEnd(await workspace.replica(), month("2026-03"), workspace);
    expect({ kept: done.kept, moved: done.moved }).toEqual({ kept: 1, moved: 2 });
    at("2026-04-30");
    const { items } = monthEnd(await workspace.replica(), month("2026-04"), workspace);
    expect(items.map((one) => (one.is === "step" ? one.shown.step.what : one.commitment.what))).toEqual([
      "March",
      "April",
      "Late",
      "Next month",
      "Vague, for March",
    ]);
  });

  test("PL4 is offered in the last days of the month and for a week after, while something is left", async () => {
    const { workspace, step, at } = await opened();
    const stepId = await step("Call Ana", { dueOn: "2026-02-10" });
    const offered = async (day: string) => {
      at(day);
      const due = monthEndDue(await workspace.replica(), workspace);
      return due && [periodKey(due.month), due.count];
    };
    expect(await offered("2026-02-26")).toBeNull();
    expect(await offered("2026-02-27")).toEqual(["2026-02", 1]);
    expect(await offered("2026-03-07")).toEqual(["2026-02", 1]);
    expect(await offered("2026-03-08")).toBeNull();
    await workspace.run("step.keep", { stepId, month: "2026-02-28" });
    expect(await offered("2026-03-02")).toBeNull();
    expect(await offered("2026-03-30")).toEqual(["2026-03", 1]);
  });

  test("PL4 ST3 moving a step at a month's end is putting it off: counted, and asked why after the third time", async () => {
    const { workspace, step, at } = await opened();
    const stepId = await step("Call Ana", { dueOn: "2026-02-05" });
    for (const to of ["2026-02-06", "2026-02-09", "2026-02-10"]) await workspace.run("step.defer", { stepId, to });
    at("2026-03-01");
    const [asked] = monthEnd(await workspace.replica(), month("2026-02"), workspace).items;
    expect(asked).toMatchObject({ is: "step", moveTo: "2026-03-10", needsWhy: true });
    await expect(workspace.run("step.defer", { stepId, to: "2026-03-10" })).rejects.toThrow("say why this time");
  });

  test("PL2 an outline that leads back to itself is told whole, each once", async () => {
    const { workspace, commit } = await opened();
    const ids = [await commit("A", "2026"), await commit("B", "2026")] as const;
    const replica = await workspace.replica();
    const turn = (id: CommitmentId, parentId: CommitmentId) =>
      replica.put({ noun: "commitment", record: { ...replica.get("commitment", id)!, parentId }, removed: false });
    turn(ids[0], ids[1]);
    turn(ids[1], ids[0]);
    expect(plan(replica, periodAt("2026")!, workspace).items.map(({ commitment }) => commitment.what)).toEqual([
      "A",
      "B",
    ]);
  });
});
