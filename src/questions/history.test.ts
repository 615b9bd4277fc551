import { expect, test } from "vitest";
import type { DeviceId } from "#domain/model/id.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { devices } from "./devices.ts";
import { history } from "./history.ts";

test("ST6 a step's history says who did what on which device, field by field", async () => {
  const workspace = await TestWorkspace.open();
  const person = await workspace.run("person.add", { name: "Ana Ruiz" });
  const { result } = await workspace.run("step.add", { what: "Send the deck", dueOn: day("2026-02-06") });
  const { stepId } = result;
  workspace.now = workspace.now.add({ hours: 1 });
  const withPersonId = person.result.personId;
  await workspace.run("step.change", { stepId, dueOn: day("2026-02-09"), withPersonId, kind: "email" });
  await workspace.run("step.done", { stepId, cameOfIt: "They said yes" });
  const entries = await workspace.store.entries(workspace.workspaceId, { limit: 100 });
  const replica = await workspace.replica();
  const given = { entries, deviceId: workspace.context.deviceId };
  const lines = history(replica, { noun: "step", id: stepId }, given, workspace);
  expect(
    lines.map(({ command, who, isThisDevice, at, changes }) => ({ command, who, isThisDevice, at, changes })),
  ).toEqual([
    {
      command: "step.done",
      who: "you",
      isThisDevice: true,
      at: "2026-02-04T19:00:00.000Z",
      changes: [
        { field: "state", from: "open", to: "done" },
        { field: "what came of it", from: null, to: "They said yes" },
      ],
    },
    {
      command: "step.change",
      who: "you",
      isThisDevice: true,
      at: "2026-02-04T19:00:00.000Z",
      changes: [
        { field: "kind", from: "do", to: "e-mail" },
        { field: "with person", from: null, to: "Ana Ruiz" },
        { field: "due day", from: "Fri 6 Feb", to: "Mon 9 Feb" },
      ],
    },
    { command: "step.add", who: "you", isThisDevice: true, at: "2026-02-04T18:00:00.000Z", changes: [] },
  ]);
});

const other = "01940000-0000-7000-8000-00000000d002" as DeviceId; // checked by eye

test("ST6 a device is called by its name once it has one, in the list of devices and in the history of things", async () => {
  const workspace = await TestWorkspace.open();
  const { deviceId } = workspace.context;
  const { result } = await workspace.run("step.add", { what: "Send the deck" });
  const told = async () => {
    const entries = await workspace.store.entries(workspace.workspaceId, { limit: 100 });
    const replica = await workspace.replica();
    const [line] = history(replica, { noun: "step", id: result.stepId }, { entries, deviceId: other }, workspace);
    const list = devices(replica, { entries, deviceId: other });
    return { line, list: list.map(({ name, isThis, commands }) => ({ name, isThis, commands })) };
  };
  expect(await told()).toMatchObject({ line: { device: null, isThisDevice: false } });
  await workspace.run("workspace.nameDevice", { deviceId, name: "phone" });
  await workspace.run("workspace.nameDevice", { deviceId: other, name: "desk" });
  expect(await told()).toMatchObject({
    line: { device: "phone", isThisDevice: false },
    list: [
      { name: "desk", isThis: true, commands: 0 },
      { name: "phone", isThis: false, commands: 4 },
    ],
  });
  await expect(workspace.run("workspace.nameDevice", { deviceId: other, name: "Phone" })).rejects.toMatchObject({
    code: "duplicate",
  });
  const { entryId } = await workspace.run("workspace.nameDevice", { deviceId, name: null });
  expect((await told()).line?.device).toBeNull();
  await workspace.run("undo", { entryId });
  expect((await told()).line?.device).toBe("phone");
});
