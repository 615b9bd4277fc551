import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";
import { lastUndoable } from "./journal.ts";

describe("undo", () => {
  test("ST6 what was added is removed, what was changed is as it was, what was removed is back", async () => {
    const workspace = await TestWorkspace.open();
    const empty = await workspace.records();
    const added = await workspace.run("person.add", { name: "Ana Ruiz", organization: "Contoso" });
    const { personId } = added.result;
    const one = await workspace.records();
    const changed = await workspace.run("person.change", { personId, role: "CTO" });
    const removed = await workspace.run("person.remove", { personId });
    await workspace.run("undo", { entryId: removed.entryId });
    expect((await workspace.records()).person).toMatchObject([{ name: "Ana Ruiz", role: "CTO" }]);
    await workspace.run("undo", { entryId: changed.entryId });
    expect(await workspace.records()).toEqual(one);
    await workspace.run("undo", { entryId: added.entryId });
    expect(await workspace.records()).toEqual(empty);
  });

  test("ST6 an undo can be undone, and the last undoable entry is the one a person means", async () => {
    const workspace = await TestWorkspace.open();
    const first = await workspace.run("person.add", { name: "Ana" });
    const second = await workspace.run("person.add", { name: "Bo" });
    const last = async () =>
      lastUndoable(await workspace.store.entries(workspace.workspaceId, { limit: 50 }), workspace.memberId)?.id;
    expect(await last()).toBe(second.entryId);
    const undone = await workspace.run("undo", { entryId: second.entryId });
    expect(await last()).toBe(first.entryId);
    await workspace.run("undo", { entryId: undone.entryId });
    expect((await workspace.records()).person.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
    expect(await last()).toBe(second.entryId);
  });

  test("ST6 what was changed again, or built on, is not undone, and the refusal says what stands in the way", async () => {
    const workspace = await TestWorkspace.open();
    const added = await workspace.run("person.add", { name: "Ana" });
    const { personId } = added.result;
    const renamed = await workspace.run("person.change", { personId, name: "Ana R." });
    await workspace.run("person.change", { personId, name: "Ana Ruiz" });
    await expect(workspace.run("undo", { entryId: renamed.entryId })).rejects.toThrow(
      "the person's name was changed again",
    );
    await workspace.run("touch.add", { personId, way: "call", touchedOn: "2026-02-04" });
    await expect(workspace.run("undo", { entryId: added.entryId })).rejects.toThrow("1 touch now name the person");
  });

  test("ST6 the beginning of a workspace cannot be undone", async () => {
    const workspace = await TestWorkspace.open();
    const [entry] = await workspace.store.entries(workspace.workspaceId, { limit: 1 });
    await expect(workspace.run("undo", { entryId: entry!.id })).rejects.toThrow("beginning of a workspace");
  });

  test("ST6 undoing everything, newest first, gives the workspace as it began, whatever was done", async () => {
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom("person", "step", "merge", "defer", "done", "touch", "change", "remove", "meeting"),
        pick: fc.nat(),
        other: fc.nat(),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const workspace = await TestWorkspace.open();
        const before = await workspace.records();
        const done = [];
        for (const { act, pick, other } of list) done.push(...(await attempt(workspace, act, pick, other)));
        for (const entryId of done.toReversed()) await workspace.run("undo", { entryId });
        expect(await workspace.records()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

/** Does one act where the rules allow it; its entry, or none. */
async function attempt(workspace: TestWorkspace, act: string, pick: number, other: number) {
  const { person, step } = await workspace.records();
  const one = person[pick % Math.max(1, person.length)];
  const two = person[other % Math.max(1, person.length)];
  const some = step[pick % Math.max(1, step.length)];
  const doing = () => {
    if (act === "person") return workspace.run("person.add", { name: `P${other % 5}`, organization: `O${pick % 3}` });
    if (act === "step")
      return workspace.run("step.add", { what: "x", withPersonId: one?.id ?? null, isTheirs: pick % 2 === 0 });
    if (act === "merge" && one && two) return workspace.run("person.merge", { keepId: one.id, otherId: two.id });
    if (act === "defer" && some) return workspace.run("step.defer", { stepId: some.id, to: "2026-03-01", why: "x" });
    if (act === "done" && some) return workspace.run("step.done", { stepId: some.id, cameOfIt: "nothing" });
    if (act === "touch" && one)
      return workspace.run("touch.add", { personId: one.id, way: "call", touchedOn: "2026-02-04" });
    if (act === "meeting" && one && two)
      return workspace.run("meeting.add", { personId: one.id, throughPersonId: two.id });
    if (act === "change" && one) return workspace.run("person.change", { personId: one.id, role: `r${other % 3}` });
    if (act === "remove" && one) return workspace.run("person.remove", { personId: one.id });
    return undefined;
  };
  try {
    const done = await doing();
    return done === undefined ? [] : [done.entryId];
  } catch {
    return []; // refused by a rule: nothing happened
  }
}
