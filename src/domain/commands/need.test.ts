import { beforeEach, describe, expect, test } from "vitest";
import type { NeedId, PersonId } from "#domain/model/id.ts";
import { draft } from "#questions/draft.ts";
import { need } from "#questions/needs.ts";
import { today } from "#questions/today.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

let workspace: TestWorkspace;
let ana: PersonId;
let li: PersonId;
let needId: NeedId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  ana = (await workspace.run("person.add", { name: "Ana Ruiz" })).result.personId;
  li = (await workspace.run("person.add", { name: "Li Wei" })).result.personId;
  needId = (await workspace.run("need.add", { what: "somebody who ran audits in Bergen" })).result.needId;
});

const seen = async () => need(await workspace.replica(), needId, workspace);

describe("needs", () => {
  test("ND1 made known, a need is one step of theirs for each chosen person, asked for, with a day to look again", async () => {
    const { result, entryId } = await workspace.run("need.makeKnown", { needId, personIds: [ana, li, ana] });
    expect((await workspace.records()).step).toMatchObject(
      [ana, li].map((ownerPersonId, at) => ({
        id: result.stepIds[at],
        needId,
        ownerPersonId,
        isTheirs: true,
        basis: "asked",
        what: "somebody who ran audits in Bergen",
        checkBackOn: "2026-02-11",
      })),
    );
    workspace.now = Temporal.Instant.from("2026-02-11T09:00:00Z");
    expect(today(await workspace.replica(), workspace).askAgain.map(({ who }) => who)).toEqual(["Ana Ruiz", "Li Wei"]);
    await workspace.run("undo", { entryId });
    expect((await workspace.records()).step).toEqual([]);
  });

  test("ND1 whoever has not answered is not asked twice, and whoever has may be asked again", async () => {
    await workspace.run("need.makeKnown", { needId, personIds: [ana] });
    await expect(workspace.run("need.makeKnown", { needId, personIds: [ana] })).rejects.toThrow("asked about");
    const { result } = await workspace.run("need.makeKnown", { needId, personIds: [ana, li] });
    expect(result.stepIds).toHaveLength(1);
    const [first] = (await workspace.records()).step;
    await workspace.run("step.done", { stepId: first!.id, cameOfIt: "Jonas did, in 2024" });
    await workspace.run("need.makeKnown", { needId, personIds: [ana] });
    expect((await seen())?.people.map(({ who, step }) => [who, step.state, step.cameOfIt])).toEqual([
      ["Li Wei", "open", null],
      ["Ana Ruiz", "open", null],
      ["Ana Ruiz", "done", "Jonas did, in 2024"],
    ]);
    expect((await seen())?.asked).toEqual({ waiting: 2, answered: 1, declined: 0 });
  });

  test("ND1 ST8 the first words to them make the need known where we met; once written to, they are reminded", async () => {
    const args = { name: "Partner Day", timeZone: "Europe/Brussels", startsOn: "2026-02-03" };
    const { eventId } = (await workspace.run("event.add", args)).result;
    await workspace.run("meeting.add", { personId: ana, eventId, metOn: "2026-02-03" });
    await workspace.run("need.change", { needId, about: "Two weeks in May." });
    const { result } = await workspace.run("need.makeKnown", { needId, personIds: [ana] });
    const stepId = result.stepIds[0]!;
    const words = async () => draft(await workspace.replica(), stepId, { asking: workspace });
    expect(await words()).toMatchObject({
      purpose: "seek",
      subject: "Looking for: somebody who ran audits in Bergen",
      text: [
        "Hello Ana,",
        "We met at Partner Day.",
        "I am looking for this: somebody who ran audits in Bergen.",
        "Two weeks in May.",
        "Can you help, or do you know somebody who could?",
        "Thank you,\nMira",
      ].join("\n\n"),
    });
    await workspace.run("touch.add", { personId: ana, stepId, way: "email", touchedOn: "2026-02-04" });
    expect(await words()).toMatchObject({ purpose: "remind" });
  });

  test("ND1 an end says how, leaves what others were asked as it is, and can be taken back", async () => {
    await workspace.run("need.makeKnown", { needId, personIds: [ana] });
    expect((await workspace.run("need.met", { needId, cameOfIt: "Jonas" })).result).toEqual({ waiting: 1 });
    expect(await seen()).toMatchObject({ need: { state: "met", cameOfIt: "Jonas" }, asked: { waiting: 1 } });
    await expect(workspace.run("need.makeKnown", { needId, personIds: [li] })).rejects.toThrow(
      "is met since 2026-02-04",
    );
    await expect(workspace.run("need.drop", { needId })).rejects.toThrow("need.reopen");
    await workspace.run("need.reopen", { needId });
    await expect(workspace.run("need.remove", { needId })).rejects.toThrow("still asked for by 1 step");
    const [step] = (await workspace.records()).step;
    await workspace.run("step.drop", { stepId: step!.id });
    const { entryId } = await workspace.run("need.remove", { needId });
    expect((await workspace.records()).need).toEqual([]);
    expect((await workspace.records()).step).toMatchObject([{ needId: null, state: "dropped" }]);
    await workspace.run("undo", { entryId });
    expect((await workspace.records()).step).toMatchObject([{ needId }]);
  });

  test("two people who become one take what they were asked with them", async () => {
    await workspace.run("need.makeKnown", { needId, personIds: [li] });
    await workspace.run("person.merge", { keepId: ana, otherId: li });
    expect((await seen())?.people.map(({ who }) => who)).toEqual(["Ana Ruiz"]);
  });
});
