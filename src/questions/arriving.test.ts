import { expect, test } from "vitest";
import { checkedExport } from "#domain/commands/workspace-import.ts";
import { exported, readText } from "../../test/support/copy.ts";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { arriving } from "./arriving.ts";

test("DA1 a dry run says what would come, what says something else here, and what was removed here", async () => {
  const workspace = await TestWorkspace.open();
  const { now } = workspace;
  const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
  const { personId: ana } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
  const { personId: bo } = (await workspace.run("person.add", { name: "Bo Lind" })).result;
  const read = await readText(await exported(workspace.store, workspace.workspaceId));
  const rows = checkedExport(read, workspace.workspaceId).rows;
  await workspace.run("event.change", { eventId, place: "Lyon" });
  await workspace.run("person.remove", { personId: bo });
  const replica = await workspace.replica();
  for (const { noun, record } of rows) {
    if (record.id === bo) replica.put({ noun, record, removed: true });
    if (record.id === ana) replica.set(noun, ana, undefined); // as if she had never reached this copy
  }
  const shown = arriving(replica, { rows, also: { differing: false, removed: false } }, { now });
  expect(shown).toMatchObject({
    fresh: [{ noun: "person", count: 1 }],
    removed: [{ noun: "person", count: 1 }],
    left: [],
    differing: [{ noun: "event", name: "Partner Day", changes: [{ field: "place", from: "Lyon", to: null }] }],
    same: 1,
    coming: 1,
  });
  const all = arriving(replica, { rows, also: { differing: true, removed: true } }, { now });
  expect(all.coming).toBe(3);
  const { result } = await workspace.run("workspace.takeIn", all.args);
  expect(result).toEqual({ added: 0, broughtBack: 1, changed: 1, left: 0 }); // there, Ana is
});
