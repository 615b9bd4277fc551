import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { run } from "#domain/run.ts";
import { workspaceVersion } from "#formats/workspace.ts";
import { openMemory } from "#store/memory.ts";
import { exported, readText, takeIn, wholeOf } from "../support/copy.ts";
import { draftOf, passagesOf, TestWorkspace } from "../support/workspace.ts";

/** A workspace with a person, a touch, and one of each that is removed again, as an export's text. */
async function small() {
  const workspace = await TestWorkspace.open();
  const { personId } = (await workspace.run("person.add", { name: "Ana" })).result;
  await workspace.run("touch.add", { personId, way: "call", touchedOn: "2026-02-04" });
  const text = await exported(workspace.store, workspace.workspaceId);
  return { workspace, personId, text };
}

/** The text with each record's line of a noun changed. */
function changed(text: string, noun: string, change: (value: Record<string, object>) => unknown): string {
  const lines = text.split("\n").map((line) => {
    if (!line.startsWith(`{"noun":"${noun}"`)) return line;
    const value = JSON.parse(line) as Record<string, object>; // a line of ours
    return JSON.stringify({ ...value, ...(change(value) as object) });
  });
  return lines.join("\n");
}

describe("export and import", () => {
  test("DA1 an export with a broken line or a missing record is refused whole, and says where", async () => {
    const { workspace, text } = await small();
    expect(await readText(text.replace('"noun":"person"', '"none":"person"'))).toMatchObject({
      workspaceId: null,
      problems: [{ file: "export.jsonl", line: 4, what: "This line is neither a record nor a journal entry." }],
    });
    const deep = text.replace('"args":{', `"args":{"deep":${"[".repeat(5_000)}${"]".repeat(5_000)},`);
    expect((await readText(deep)).problems).toMatchObject([{ what: expect.stringContaining("neither a record") }]);
    expect((await readText("\u0000\u0001")).problems).toMatchObject([
      { line: 1, what: expect.stringContaining("not the header") },
    ]);
    const lost = text.replace(/^\{"noun":"person".*\n/m, "");
    const store = openMemory();
    await expect(takeIn(lost, { ...workspace.context, store })).rejects.toThrow("names a person");
    const twice = text.replace(/^(\{"noun":"person".*\n)/m, "$1$1");
    await expect(takeIn(twice, { ...workspace.context, store })).rejects.toThrow("twice");
    const wrong = text.replace('"op":"insert"', '"op":"upsert"');
    await expect(takeIn(wrong, { ...workspace.context, store })).rejects.toThrow(/journal entry \d+, changes/);
    expect(await store.workspaces()).toEqual([]);
  });

  test("DA1 an export that a newer Upshot made is refused whole, whatever is new in it, and says to update", async () => {
    const { workspace, text } = await small();
    const newer = text.replace('"version":2', '"version":3');
    expect((await readText(newer)).problems).toEqual([
      {
        file: "export.jsonl",
        line: 1,
        kept: "nothing",
        what: "A newer Upshot made this export (version 3; this one reads up to 2). Update Upshot, then import it again.",
      },
    ]);
    for (const unread of [
      text.replace('"version":2', '"version":2,"team":"x"'),
      text.replace('{"noun":"person"', '{"noun":"parrot"'),
      changed(text, "person", () => ({ archived: true })),
    ]) {
      const { workspaceId, problems } = await readText(unread);
      expect({ workspaceId, what: problems[0]?.what }).toEqual({
        workspaceId: null,
        what: expect.stringContaining("pdate Upshot, then import it again"),
      });
    }
    const store = openMemory();
    for (const lossy of [
      changed(text, "person", ({ fields }) => ({ fields: { ...fields, pronouns: "she" } })),
      changed(text, "person", ({ fields }) => ({
        fields: { ...fields, emails: [{ value: "ana@example.org", label: null, isOld: true }] },
      })),
      text.replace(/"undoes":null/, '"undoes":null,"reason":"x"'),
      text.replace(/"op":"insert"/, '"op":"insert","why":"x"'),
    ]) {
      await expect(takeIn(lossy, { ...workspace.context, store })).rejects.toThrow(/made by a newer Upshot.*update/s);
    }
    expect(await store.workspaces()).toEqual([]);
  });

  test("DA1 an export is not taken into a place where the workspace is already", async () => {
    const { workspace, text } = await small();
    await expect(takeIn(text, workspace.context)).rejects.toThrow("only be taken into an empty place");
  });

  test("DA1 an export is read the same in whatever pieces it comes", async () => {
    const { workspace } = await small();
    await workspace.run("person.add", { name: "Zoë \u{1F642}" });
    const text = await exported(workspace.store, workspace.workspaceId);
    expect(await readText(text, 1)).toEqual(await readText(text));
  });

  test("ST6 what was removed before an export is brought back in the copy", async () => {
    const { workspace, personId } = await small();
    const removed = await workspace.run("person.remove", { personId });
    const store = openMemory();
    await takeIn(await exported(workspace.store, workspace.workspaceId), { ...workspace.context, store });
    workspace.store = store;
    await workspace.run("undo", { entryId: removed.entryId });
    const records = await workspace.records();
    expect([records.person, records.touch]).toMatchObject([[{ name: "Ana" }], [{ personId }]]);
  });

  test("DA1 an export of version 1, without tombstones, is taken in; what it lacks cannot be brought back, and that is said", async () => {
    const { workspace, personId } = await small();
    const removed = await workspace.run("person.remove", { personId });
    const text = await exported(workspace.store, workspace.workspaceId);
    const first = text.replace('"version":2', '"version":1').replaceAll(/^.*"removed":true.*\n/gm, "");
    const store = openMemory();
    await takeIn(first, { ...workspace.context, store });
    workspace.store = store;
    await expect(workspace.run("undo", { entryId: removed.entryId })).rejects.toThrow(
      /cannot be undone here: the \w+ it removed is not in this copy/,
    );
  });
});

describe("exports of past versions", () => {
  const frozen = new URL("../frozen/export/", import.meta.url);

  test.each(readdirSync(frozen))("DA1 %s is taken in whole: exported again, it holds every line", async (file) => {
    const text = readFileSync(new URL(file, frozen), "utf8");
    const { workspaceId } = await readText(text);
    const store = openMemory();
    const { context } = await TestWorkspace.open();
    const newId = () => crypto.randomUUID();
    await takeIn(text, { ...context, workspaceId: workspaceId as WorkspaceId, store, newId });
    const again = (await exported(store, workspaceId as WorkspaceId)).split("\n").filter((line) => line !== "");
    const [, ...lines] = text.split("\n").filter((line) => line !== "");
    // The last is the import's own entry; later versions may have given a record more fields.
    expect(again.slice(1, -1).map((line) => JSON.parse(line) as unknown)).toMatchObject(
      lines.map((line) => JSON.parse(line) as object),
    );
  });

  test("DA1 there is one of every version that can be read", () => {
    const versions = Array.from({ length: workspaceVersion }, (_, at) => `${at + 1}.jsonl`);
    expect(readdirSync(frozen).sort()).toEqual(versions);
  });
});

describe("the journal of an import", () => {
  test("DA1 holds how much was taken in and its hash, and nothing of it a second time: a copy of a copy does not grow", async () => {
    const { workspace } = await small();
    const sizes: number[] = [];
    for (let copy = 0; copy < 3; copy += 1) {
      const text = await exported(workspace.store, workspace.workspaceId);
      sizes.push(text.length);
      const read = await readText(text);
      const store = openMemory();
      const { records, entries } = read;
      const args = { records, entries, sha256: "0".repeat(64) };
      await run("workspace.import", args, { ...workspace.context, store });
      workspace.store = store;
      const [entry] = await store.entries(workspace.workspaceId, { limit: 1 });
      expect(entry).toMatchObject({ command: "workspace.import", changes: [] });
      expect(JSON.stringify(entry).length).toBeLessThan(600);
    }
    expect(sizes[2]! - sizes[1]!).toBeLessThan(600);
  });

  test("ST6 is its beginning: it cannot be undone, and what came before it can", async () => {
    const { workspace } = await small();
    const store = openMemory();
    const { entryId } = await takeIn(await exported(workspace.store, workspace.workspaceId), {
      ...workspace.context,
      store,
    });
    workspace.store = store;
    await expect(workspace.run("undo", { entryId })).rejects.toThrow("is the beginning of this workspace");
    const [, touch] = await store.entries(workspace.workspaceId, { limit: 2 });
    await workspace.run("undo", { entryId: touch!.id });
    expect((await workspace.records()).touch).toEqual([]);
  });
});

test("NT1 the journal keeps no second copy of a page: its entry names the rows, and undo and redo bring them back whole", async () => {
  const workspace = await TestWorkspace.open();
  const text = Array.from({ length: 400 }, (_, line) => `Line ${line} of a long day: call Ana about the deck.`).join(
    "\n",
  );
  const before = await workspace.records();
  const page = {
    name: "day-1.md",
    text,
    passages: passagesOf(text),
    proposals: [draftOf(text, { quote: "call Ana" })],
  };
  const added = await workspace.run("page.add", { pages: [page] });
  const [entry] = await workspace.store.entries(workspace.workspaceId, { limit: 1 });
  expect(entry?.args).toMatchObject({
    pages: [{ name: "day-1.md", text: { characters: text.length }, passages: { items: 400 }, proposals: { items: 1 } }],
  });
  expect(JSON.stringify(entry?.args).length).toBeLessThan(500);
  const after = await wholeOf(workspace.store, workspace.workspaceId);
  const undone = await workspace.run("undo", { entryId: added.entryId });
  expect(await workspace.records()).toEqual(before);
  await workspace.run("undo", { entryId: undone.entryId });
  expect((await wholeOf(workspace.store, workspace.workspaceId)).rows).toEqual(after.rows);
});
