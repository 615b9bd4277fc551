import { describe, expect, test } from "vitest";
import { exported, readText } from "../support/copy.ts";
import { draftOf, passagesOf, TestWorkspace } from "../support/workspace.ts";

const both = { differing: true, removed: true };

/** A workspace with an event, a page, and a step of mine that was accepted; and its export as records. */
async function withStep() {
  const workspace = await TestWorkspace.open();
  const text = "send Ana the deck\nthey charge by the seat\n";
  const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
  const page = { name: "day-1.md", text, takenOn: "2026-02-04", passages: passagesOf(text) };
  const proposals = [draftOf(text, { quote: "send Ana the deck" })];
  await workspace.run("page.add", { eventId, pages: [{ ...page, proposals }] });
  const [proposal] = (await workspace.records()).proposal;
  if (proposal !== undefined) await workspace.run("proposal.accept", { proposalId: proposal.id });
  return { workspace, eventId, records: await recordsOf(workspace) };
}

async function recordsOf(workspace: TestWorkspace, change: (text: string) => string = (text) => text) {
  return (await readText(change(await exported(workspace.store, workspace.workspaceId)))).records;
}

/** The same records as those of somebody else's workspace: every id is another. */
function elsewhere(text: string): string {
  return text.replaceAll("01940000-0000-7000-8000-", "01940000-0000-7000-9000-");
}

describe("an export taken into a workspace that is there", () => {
  test("DA1 an earlier export of this workspace adds nothing, and changes nothing that was not asked for", async () => {
    const { workspace, eventId, records } = await withStep();
    await workspace.run("event.change", { eventId, name: "Partner Day 2026" });
    const before = await workspace.records();
    const { result } = await workspace.run("workspace.takeIn", { records });
    expect(result).toEqual({ added: 0, broughtBack: 0, changed: 0, left: 0 });
    expect(await workspace.records()).toEqual(before);
  });

  test("DA1 what was removed and what was changed since come back where that is asked for, and one undo parts with them again", async () => {
    const { workspace, eventId, records } = await withStep();
    const exportedState = await workspace.records();
    await workspace.run("event.change", { eventId, name: "Partner Day 2026" });
    const [step] = exportedState.step;
    if (step !== undefined) await workspace.run("step.remove", { stepId: step.id });
    const before = await workspace.records();
    const { result, entryId } = await workspace.run("workspace.takeIn", { records, also: both });
    // The step's own proposal was let go of with it, and is accepted again.
    expect(result).toEqual({ added: 0, broughtBack: 1, changed: 2, left: 0 });
    expect(await workspace.records()).toEqual(exportedState);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("DA1 another workspace's records are added once, however often they are taken in, and its only member is me", async () => {
    const { workspace } = await withStep();
    const records = await recordsOf(workspace, elsewhere);
    const before = await workspace.records();
    const { result, entryId } = await workspace.run("workspace.takeIn", { records });
    expect(result.added).toBe(records.filter(({ noun }) => noun !== "workspace" && noun !== "member").length);
    const after = await workspace.records();
    expect(after.member).toEqual(before.member);
    expect(after.workspace).toEqual(before.workspace);
    expect(after.step.map(({ ownerMemberId }) => ownerMemberId)).toEqual([workspace.memberId, workspace.memberId]);
    expect((await workspace.run("workspace.takeIn", { records })).result).toMatchObject({ added: 0, changed: 0 });
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("DA1 what is part of an event that was removed here is left out, unless that comes back, too", async () => {
    const { workspace, eventId } = await withStep();
    const { pageId } = await workspace.page("something else\n");
    await workspace.run("session.add", { eventId, title: "Keynote" });
    const records = await recordsOf(workspace);
    // As if the session had never reached this copy.
    const fresh = records.map((record) =>
      record.noun === "session" ? { ...record, fields: { ...record.fields, id: workspace.newId() } } : record,
    );
    for (const { id } of (await workspace.records()).step) await workspace.run("step.remove", { stepId: id });
    await workspace.run("page.remove", { pageId });
    for (const page of (await workspace.records()).page) await workspace.run("page.remove", { pageId: page.id });
    for (const { id } of (await workspace.records()).event) await workspace.run("event.remove", { eventId: id });
    expect((await workspace.run("workspace.takeIn", { records: fresh })).result).toMatchObject({ added: 0, left: 1 });
    const { result } = await workspace.run("workspace.takeIn", { records: fresh, also: both });
    expect(result).toMatchObject({ added: 1, left: 0 });
    const after = await workspace.records();
    expect([after.event.length, after.page.length, after.session.length]).toEqual([2, 2, 1]);
  });

  test("DA1 a record that a newer Upshot wrote refuses all of it, and nothing is taken in", async () => {
    const { workspace } = await withStep();
    const records = await recordsOf(workspace, elsewhere);
    const newer = records.map((record) =>
      record.noun === "event" ? { ...record, fields: { ...record.fields, mood: "good" } } : record,
    );
    const before = await workspace.records();
    await expect(workspace.run("workspace.takeIn", { records: newer })).rejects.toThrow("newer Upshot");
    expect(await workspace.records()).toEqual(before);
  });
});
