import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { instantOf } from "#domain/model/time.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import { readWorkspace, writeWorkspace } from "#formats/workspace.ts";
import { openMemory } from "#store/memory.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { TestWorkspace } from "../support/workspace.ts";

/** Words people may write, line ends, odd characters and all. */
const words = fc
  .string({
    unit: fc.constantFrom("a", "é", "\u{1F642}", " ", "\n", '"', "\\", "\u2028", "\u0000", "7"),
    minLength: 1,
    maxLength: 30,
  })
  .filter((text) => text.trim() !== "");

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant("person" as const), name: words, organization: fc.option(words) }),
    fc.record({ act: fc.constant("page" as const), text: words }),
    fc.record({ act: fc.constant("step" as const), what: words, dueOn: fc.constantFrom(null, "2026-02-06") }),
    fc.record({ act: fc.constant("capture" as const), text: words }),
    fc.record({ act: fc.constant("undo" as const) }),
  ),
  { maxLength: 12 },
);

async function perform(
  workspace: TestWorkspace,
  list: typeof acts extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  let last: Awaited<ReturnType<TestWorkspace["run"]>> | undefined;
  for (const one of list) {
    if (one.act === "person")
      last = await workspace.run("person.add", { name: one.name, organization: one.organization });
    else if (one.act === "page")
      last = await workspace.run("page.add", { pages: [{ name: "p", text: one.text, passages: [] }] });
    else if (one.act === "step") last = await workspace.run("step.add", { what: one.what, dueOn: one.dueOn });
    else if (one.act === "capture")
      last = await workspace.run("page.capture", { text: one.text, takenOn: "2026-02-04" });
    else if (last !== undefined) {
      await workspace.run("undo", { entryId: last.entryId });
      last = undefined;
    }
  }
}

/** Everything there is, as `load` and the journal give it. */
async function everything(store: Store, workspaceId: WorkspaceId) {
  const { rows } = await store.load(workspaceId);
  const live = nounNames.map((noun) => [
    noun,
    rows[noun]
      .filter((row) => !row.removed)
      .map((row) => row.record)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
  return Object.fromEntries(live) as object;
}

async function exported(workspace: TestWorkspace): Promise<string> {
  const { rows } = await workspace.store.load(workspace.workspaceId);
  const records = nounNames.flatMap((noun) =>
    rows[noun].filter((row) => !row.removed).map(({ record }) => ({ noun, fields: record })),
  );
  const entries = (await workspace.store.entries(workspace.workspaceId, { limit: 10_000 }))
    .map(({ version: _, ...entry }) => entry)
    .reverse();
  return [...writeWorkspace(workspace.workspaceId, instantOf(workspace.now), records, entries)].join("");
}

async function takeIn(text: string, store: Store, like: TestWorkspace): Promise<void> {
  const read = readWorkspace({ name: "export.jsonl", bytes: new TextEncoder().encode(text) });
  expect(read.problems).toEqual([]);
  const args = { records: read.records, entries: read.entries } as unknown as ArgsOf<"workspace.import">; // the command checks them
  await run("workspace.import", args, { ...like.context, store });
}

describe("export and import", () => {
  for (const [engine, open] of [
    ["memory", async () => openMemory()],
    ["SQLite", () => openSqlite({ path: ":memory:" })],
  ] as const) {
    test(`DA1 export then import into an empty store gives an equal workspace, journal and all (${engine})`, async () => {
      await fc.assert(
        fc.asyncProperty(acts, async (list) => {
          const workspace = await TestWorkspace.open(await open());
          await perform(workspace, list);
          const other = await open();
          await takeIn(await exported(workspace), other, workspace);
          expect(await everything(other, workspace.workspaceId)).toEqual(
            await everything(workspace.store, workspace.workspaceId),
          );
          const journal = async (store: Store) =>
            (await store.entries(workspace.workspaceId, { limit: 1_000 }))
              .filter(({ command }) => command !== "workspace.import")
              .map(({ version: _, ...entry }) => entry);
          expect(await journal(other)).toEqual(await journal(workspace.store));
          await workspace.store.close();
          await other.close();
        }),
        { numRuns: engine === "memory" ? 60 : 15 },
      );
    });
  }

  test("DA1 an export with a broken line, a missing record or a newer version is refused whole, and says where", async () => {
    const workspace = await TestWorkspace.open();
    const personId = (await workspace.run("person.add", { name: "Ana" })).result.personId;
    await workspace.run("touch.add", { personId, way: "call", touchedOn: "2026-02-04" });
    const text = await exported(workspace);
    const readText = (changed: string) => readWorkspace({ name: "e.jsonl", bytes: new TextEncoder().encode(changed) });
    expect(readText(text.replace('"noun":"person"', '"noun":"persona"'))).toMatchObject({
      workspaceId: null,
      problems: [{ file: "e.jsonl", line: 4 }],
    });
    expect(readText(text.replace('"version":1', '"version":2')).problems).toMatchObject([
      { line: 1, what: "The export is of version 2; this Upshot reads up to 1. Use a newer one." },
    ]);
    const lost = text
      .split("\n")
      .filter((line) => !line.startsWith('{"noun":"person"'))
      .join("\n");
    const store = openMemory();
    await expect(takeIn(lost, store, workspace)).rejects.toThrow("names a person");
    expect(await store.workspaces()).toEqual([]);
  });

  test("DA1 an export is not taken into a place where the workspace is already", async () => {
    const workspace = await TestWorkspace.open();
    await expect(takeIn(await exported(workspace), workspace.store, workspace)).rejects.toThrow(
      "only be taken into an empty place",
    );
  });
});
