import { expect, test } from "vitest";
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
  expect(devices(entries)).toEqual([
    { deviceId: workspace.context.deviceId, lastAt: "2026-02-04T19:00:00.000Z", commands: 5 },
  ]);
});
