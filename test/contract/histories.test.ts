import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listed, nounNames, references } from "#domain/model/nouns.ts";
import { openMemory } from "#store/memory.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { type Act, actNames, histories, perform } from "../support/acts.ts";
import { exported, takeIn, wholeOf } from "../support/copy.ts";
import { TestWorkspace } from "../support/workspace.ts";

/** What holds after anything a person does, in any order: with undo of older entries, of undos, in copies of copies. */

async function after(history: readonly Act[], store: Store = openMemory()): Promise<TestWorkspace> {
  const workspace = await TestWorkspace.open(store);
  for (const act of history) await perform(workspace, act);
  return workspace;
}

/** Fields of records that name what is removed, or was never there. */
async function loose(workspace: TestWorkspace): Promise<string[]> {
  const records = await workspace.records();
  const there = new Set(nounNames.flatMap((noun) => records[noun].map(({ id }) => `${noun} ${id}`)));
  return nounNames.flatMap((noun) =>
    records[noun].flatMap((record) => {
      const fields: Record<string, unknown> = record;
      return Object.entries({ ...references[noun], ...listed[noun] }).flatMap(([field, target]) => {
        const named = [fields[field]].flat().filter((id) => typeof id === "string");
        return named.every((id) => there.has(`${target} ${id}`)) ? [] : [`${noun}.${field}`];
      });
    }),
  );
}

describe("after any history", () => {
  test("ST6 every undo that is not refused leaves no record naming one that is gone", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const workspace = await after(history);
        expect(await loose(workspace)).toEqual([]);
        expect(await workspace.store.check()).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("ST6 all of it can be undone, undos too, newest first: then the workspace is as it began", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const workspace = await TestWorkspace.open();
        const before = await workspace.records();
        for (const act of history) await perform(workspace, act);
        const entries = await workspace.store.entries(workspace.workspaceId, { limit: 10_000 });
        for (const { id, command } of entries) {
          if (!command.startsWith("workspace.")) await workspace.run("undo", { entryId: id });
        }
        expect(await workspace.records()).toEqual(before);
      }),
      { numRuns: 80 },
    );
  });

  test("ST6 an undo that is undone leaves everything as it was before it", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, pick) => {
        const workspace = await after(history);
        const before = await workspace.records();
        const last = (await workspace.store.head(workspace.workspaceId)).version;
        await perform(workspace, { act: "undo", pick, other: 0 });
        const [newest] = await workspace.store.entries(workspace.workspaceId, { limit: 1 });
        if (newest === undefined || newest.version === last) return; // it was refused
        await workspace.run("undo", { entryId: newest.id });
        expect(await workspace.records()).toEqual(before);
      }),
      { numRuns: 80 },
    );
  });

  for (const [engine, open, numRuns] of [
    ["memory", async () => openMemory(), 60],
    ["SQLite", () => openSqlite({ path: ":memory:" }), 15],
  ] as const) {
    test(`DA1 an export taken into an empty store is the same workspace, tombstones and journal too (${engine})`, async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          const workspace = await after(history, await open());
          const other = await open();
          await takeIn(await exported(workspace.store, workspace.workspaceId), { ...workspace.context, store: other });
          expect(await wholeOf(other, workspace.workspaceId)).toEqual(
            await wholeOf(workspace.store, workspace.workspaceId),
          );
          await workspace.store.close();
          await other.close();
        }),
        { numRuns },
      );
    });
  }

  test("DA1 ST6 what can be undone can be undone in a copy, and with the same outcome", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(fc.nat(1_000), { maxLength: 6 }), async (history, picks) => {
        const one = await after(history);
        const two = await after(history);
        await perform(two, { act: "copy", pick: 0, other: 0 });
        const { entries } = await wholeOf(one.store, one.workspaceId);
        for (const pick of picks) {
          const entryId = entries[pick % entries.length]!.id; // there is the beginning, at least
          const outcomes = [one, two].map((each) =>
            each.run("undo", { entryId }).then(
              ({ result }) => result,
              (error: Error) => error.message,
            ),
          );
          expect(await outcomes[1]).toEqual(await outcomes[0]);
          expect(await two.records()).toEqual(await one.records());
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("the histories are none too tame: in these, every act does something at least once", async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const workspace = await TestWorkspace.open();
      for (const act of history) {
        const { version } = await workspace.store.head(workspace.workspaceId);
        const isDone = await perform(workspace, act);
        if (isDone && (await workspace.store.head(workspace.workspaceId)).version > version) done.add(act.act);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(actNames.filter((name) => !done.has(name))).toEqual([]);
});
