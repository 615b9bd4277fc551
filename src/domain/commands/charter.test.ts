import { beforeEach, describe, expect, test } from "vitest";
import type { CharterId, MemberId } from "#domain/model/id.ts";
import { charters, holdersOf } from "#questions/charter.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

let workspace: TestWorkspace;
let mira: MemberId;
let ben: MemberId;
let charterId: CharterId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  mira = workspace.memberId;
  ben = (await workspace.run("member.add", { name: "Ben Adeyemi" })).result.memberId;
  charterId = (await workspace.run("charter.begin", {})).result.charterId;
});

const asked = async () => charters(await workspace.replica());

describe("the charter", () => {
  test("BD5 a responsibility that nobody has is a gap, one that two have an overlap; so is a role without a holder, or with two", async () => {
    await workspace.run("charter.change", {
      charterId,
      mission: "Partners sell with us because it is easy",
      needed: ["Answers partners", "Keeps the price list", "Plans the events"],
      roles: [
        { name: "Partner desk", duties: ["answers partners", "Plans the events"], holderIds: [mira, ben] },
        { name: "Events", duties: ["plans the events"] },
      ],
    });
    expect((await asked()).draft).toMatchObject({
      gaps: { duties: ["Keeps the price list"], roles: ["Events"] },
      overlaps: [{ duty: "Plans the events", roles: ["Partner desk", "Events"] }],
      shared: [{ role: "Partner desk", holders: ["Mira Okafor", "Ben Adeyemi"] }],
    });
  });

  test("BD5 it counts once those in the room agree, with a remark or without, and not while somebody does not yet", async () => {
    const agree = () => workspace.run("charter.agree", { charterId });
    await expect(agree()).rejects.toThrow("Nobody has answered");
    await workspace.run("charter.answer", { charterId, answer: "notYet" });
    await expect(agree()).rejects.toThrow("Not yet agreed: Mira Okafor");
    await expect(workspace.run("charter.answer", { charterId, answer: "remark" })).rejects.toThrow("Say the remark");
    await workspace.run("charter.answer", { charterId, answer: "remark", remark: "until June" });
    expect((await asked()).draft?.said).toMatchObject([
      { name: "Ben Adeyemi", answer: null },
      { name: "Mira Okafor", answer: "remark", remark: "until June" },
    ]);
    await agree();
    expect(await asked()).toMatchObject({ agreed: { charter: { edition: 1 } }, draft: undefined });
    await expect(workspace.run("charter.change", { charterId, mission: "x" })).rejects.toThrow("stays as it is");
  });

  test("BD5 the next version begins as a copy, is answered anew, and takes the place of the last when it is agreed", async () => {
    const roles = [{ name: "Partner desk", duties: [], holderIds: [ben] }];
    await workspace.run("charter.change", { charterId, mission: "One", roles });
    await workspace.run("charter.answer", { charterId, answer: "agree" });
    await workspace.run("charter.change", { charterId, mission: "One, better" });
    expect((await workspace.records()).agreement).toEqual([]);
    await workspace.run("charter.answer", { charterId, answer: "agree" });
    await workspace.run("charter.agree", { charterId });
    expect(holdersOf(await workspace.replica(), "partner desk")).toEqual(["Ben Adeyemi"]);
    const second = (await workspace.run("charter.begin", {})).result.charterId;
    await expect(workspace.run("charter.begin", {})).rejects.toThrow("Version 2 of the charter is still being written");
    await workspace.run("charter.change", { charterId: second, roles: [{ name: "Partner desk", holderIds: [mira] }] });
    expect(holdersOf(await workspace.replica(), "Partner desk")).toEqual(["Ben Adeyemi"]);
    await workspace.run("charter.answer", { charterId: second, answer: "agree" });
    await workspace.run("charter.agree", { charterId: second });
    expect(await asked()).toMatchObject({
      agreed: { charter: { edition: 2, mission: "One, better" } },
      past: [{ edition: 1, roles }],
    });
    expect(holdersOf(await workspace.replica(), "Partner desk")).toEqual(["Mira Okafor"]);
  });

  test("BD5 two roles are not called the same", async () => {
    const roles = [{ name: "Desk" }, { name: "desk" }];
    await expect(workspace.run("charter.change", { charterId, roles })).rejects.toThrow("a name of its own");
  });
});
