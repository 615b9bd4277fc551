import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

describe("RV2: dots", () => {
  test("RV2: a note is joined to something under way, once, and parted again", async () => {
    const workspace = await TestWorkspace.open();
    const { noteId } = (await workspace.run("note.add", { text: "queues drop jobs" })).result;
    const { stepId } = (await workspace.run("step.add", { what: "Write the guide" })).result;
    const { dotId } = (await workspace.run("dot.join", { noteId, stepId })).result;
    expect((await workspace.records()).dot).toMatchObject([{ id: dotId, noteId, stepId, cardId: null }]);
    await expect(workspace.run("dot.join", { noteId, stepId })).rejects.toThrow(/joined already/);
    await workspace.run("dot.part", { dotId });
    expect((await workspace.records()).dot).toEqual([]);
    await expect(workspace.run("dot.part", { dotId })).rejects.toThrow(/There is no dot/);
  });

  test("RV2: a dot joins to one thing that is there", async () => {
    const workspace = await TestWorkspace.open();
    const { noteId } = (await workspace.run("note.add", { text: "queues drop jobs" })).result;
    const { stepId } = (await workspace.run("step.add", { what: "Write the guide" })).result;
    await expect(workspace.run("dot.join", { noteId })).rejects.toThrow(/one thing/);
    await workspace.run("step.remove", { stepId });
    await expect(workspace.run("dot.join", { noteId, stepId })).rejects.toThrow(/There is no step/);
  });

  test("RV2: a step that is removed takes its dots with it, and undo brings both back", async () => {
    const workspace = await TestWorkspace.open();
    const { noteId } = (await workspace.run("note.add", { text: "queues drop jobs" })).result;
    const { stepId } = (await workspace.run("step.add", { what: "Write the guide" })).result;
    await workspace.run("dot.join", { noteId, stepId });
    const before = await workspace.records();
    const { entryId } = await workspace.run("step.remove", { stepId });
    expect((await workspace.records()).dot).toEqual([]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });
});
