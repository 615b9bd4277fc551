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
    await expect(workspace.run("undo", { entryId: added.entryId })).rejects.toThrow("1 touch now names the person");
  });

  test("ST6 the beginning of a workspace cannot be undone", async () => {
    const workspace = await TestWorkspace.open();
    const [entry] = await workspace.store.entries(workspace.workspaceId, { limit: 1 });
    await expect(workspace.run("undo", { entryId: entry!.id })).rejects.toThrow("is the beginning of this workspace");
  });

  test("ST6 what names a record that was removed since stays removed, and the refusal names both; then both come back", async () => {
    const workspace = await TestWorkspace.open();
    const { personId } = (await workspace.run("person.add", { name: "Ana" })).result;
    const { touchId } = (await workspace.run("touch.add", { personId, way: "call", touchedOn: "2026-02-04" })).result;
    const touch = await workspace.run("touch.remove", { touchId });
    const person = await workspace.run("person.remove", { personId });
    await expect(workspace.run("undo", { entryId: touch.entryId })).rejects.toThrow(
      "the touch names a person that was removed since. Undo that first.",
    );
    await workspace.run("undo", { entryId: person.entryId });
    await workspace.run("undo", { entryId: touch.entryId });
    expect((await workspace.records()).touch).toMatchObject([{ id: touchId, personId }]);
  });

  test("ST6 what a note lists is not taken from under it", async () => {
    const workspace = await TestWorkspace.open();
    const added = await workspace.run("person.add", { name: "Ana" });
    await workspace.run("note.add", { text: "Ana knows the harbour", personIds: [added.result.personId] });
    await expect(workspace.run("undo", { entryId: added.entryId })).rejects.toThrow("1 note now names the person");
  });
});
