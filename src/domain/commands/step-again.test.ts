import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

async function withRepeating(fields: object = {}) {
  const workspace = await TestWorkspace.open(); // Wed 4 Feb 2026
  const step = {
    what: "Send the numbers",
    kind: "email",
    dueOn: "2026-02-02",
    repeats: "FREQ=WEEKLY;BYDAY=MO",
  } as const;
  const { result } = await workspace.run("step.add", { ...step, ...fields });
  return { workspace, stepId: result.stepId };
}

describe("a step that repeats", () => {
  test("RP1 begins on a day, and keeps one while it repeats", async () => {
    const { workspace, stepId } = await withRepeating();
    await expect(workspace.run("step.add", { what: "Water the plants", repeats: "FREQ=DAILY" })).rejects.toThrow(
      '"Water the plants" is to come again and has no day yet; give the day on which it begins.',
    );
    await expect(workspace.run("step.change", { stepId, dueOn: null })).rejects.toThrow("has no day yet");
    await workspace.run("step.change", { stepId, dueOn: null, repeats: null });
  });

  test("RP2 done without a word of the next is refused, so that no door forgets it", async () => {
    const { workspace, stepId } = await withRepeating();
    await expect(workspace.run("step.done", { stepId })).rejects.toThrow(
      '"Send the numbers" repeats (FREQ=WEEKLY;BYDAY=MO): say on which day it comes again, or that it does not (null).',
    );
    for (const again of ["2026-02-04", "2026-02-01"]) {
      await expect(workspace.run("step.done", { stepId, again })).rejects.toThrow(
        `comes again after 2026-02-04, not on ${again}; choose a later day.`,
      );
    }
    await workspace.run("step.done", { stepId, again: null });
    expect((await workspace.records()).step).toMatchObject([{ state: "done", repeats: "FREQ=WEEKLY;BYDAY=MO" }]);
    const { result } = await workspace.run("step.add", { what: "Once" });
    await expect(workspace.run("step.done", { stepId: result.stepId, again: "2026-03-01" })).rejects.toThrow(
      '"Once" does not repeat',
    );
  });

  test("RP2 done before its day, it comes again after that day", async () => {
    const { workspace, stepId } = await withRepeating({ dueOn: "2026-02-09" });
    await expect(workspace.run("step.done", { stepId, again: "2026-02-09" })).rejects.toThrow("after 2026-02-09");
    await workspace.run("step.done", { stepId, again: "2026-02-16" });
    expect((await workspace.records()).step.map(({ dueOn }) => dueOn)).toEqual(["2026-02-09", "2026-02-16"]);
  });

  test("RP2 the next one has all of it but what was of the one done, and one undo takes both back", async () => {
    const workspace = await TestWorkspace.open();
    const { commitmentId } = (
      await workspace.run("commitment.add", { what: "Be seen", span: "year", startsOn: "2026-01-01" })
    ).result;
    const note = (await workspace.run("note.add", { text: "send them the numbers every week" })).result;
    const { stepId } = (
      await workspace.run("step.add", {
        what: "Send the numbers",
        noteId: note.noteId,
        commitmentId,
        cue: "after lunch",
        dueOn: "2026-02-02",
        dueEnd: "2026-02-04",
        dueText: "this week",
        repeats: "FREQ=WEEKLY;BYDAY=MO",
      })
    ).result;
    await workspace.run("step.defer", { stepId, to: "2026-02-06" });
    await workspace.run("step.keep", { stepId, month: "2026-01-31" });
    await workspace.run("step.change", { stepId, dueOn: "2026-02-05", dueEnd: "2026-02-06" });
    const before = (await workspace.records()).step;
    const done = await workspace.run("step.done", { stepId, cameOfIt: "thanks", again: "2026-02-09" });
    const [was, next] = (await workspace.records()).step;
    expect(was).toMatchObject({ state: "done", cameOfIt: "thanks", repeats: null });
    expect(next).toEqual({
      ...before[0],
      id: done.result.nextId,
      createdAt: "2026-02-04T18:00:00.000Z",
      dueOn: "2026-02-09",
      dueEnd: "2026-02-10",
      dueText: null,
      deferrals: [],
      keptFor: null,
    });
    await workspace.run("step.reopen", { stepId });
    expect((await workspace.records()).step.filter(({ repeats }) => repeats !== null)).toHaveLength(1);
    await workspace.run("step.done", { stepId });
    expect((await workspace.records()).step).toHaveLength(2);
  });

  test("ST6 RP2 undo of a repeating step that is done takes the next one back with it", async () => {
    const { workspace, stepId } = await withRepeating();
    const before = (await workspace.records()).step;
    const { entryId } = await workspace.run("step.done", { stepId, again: "2026-02-09" });
    const undone = await workspace.run("undo", { entryId });
    expect((await workspace.records()).step).toEqual(before);
    await workspace.run("undo", { entryId: undone.entryId });
    expect((await workspace.records()).step.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ["done", "2026-02-02"],
      ["open", "2026-02-09"],
    ]);
  });

  test("RP2 ST2 theirs comes again on the day I look again, after its due day where it has one", async () => {
    const theirs = { isTheirs: true, ownerName: "Ana Ruiz" };
    const { workspace, stepId } = await withRepeating({ ...theirs, dueOn: null, checkBackOn: "2026-02-03" });
    await workspace.run("step.done", { stepId, again: "2026-02-10" });
    expect((await workspace.records()).step[1]).toMatchObject({
      dueOn: null,
      checkBackOn: "2026-02-10",
      state: "open",
    });
    const due = await withRepeating(theirs);
    await due.workspace.run("step.done", { stepId: due.stepId, again: "2026-02-09" });
    expect((await due.workspace.records()).step[1]).toMatchObject({ dueOn: "2026-02-09", checkBackOn: "2026-02-10" });
  });
});
