import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { beginAtOnce, Desk } from "../contract/store-records.ts";

/** What SQLite alone promises: files, copies, and several that have one file open. */

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "upshot-sqlite-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("makes its file and folders for their owner alone", async () => {
  const path = join(folder, "new", "deep", "upshot.sqlite");
  const store = await openSqlite({ path });
  await Desk.open(store);
  const modes = [path, `${path}-wal`, join(folder, "new"), join(folder, "new", "deep")].map(
    (each) => statSync(each).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o700, 0o700]);
  await store.close();
});

test("copies itself, while it is in use, to a file that is sound and whole", async () => {
  const store = await openSqlite({ path: join(folder, "original.sqlite") });
  const desk = await Desk.open(store);
  await desk.insert("note", desk.note());
  const path = join(folder, "copies", "copy.sqlite");
  const running = desk.insert("note", desk.note());
  await store.backup(path);
  await running;
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await expect(store.backup(path)).rejects.toEqual(expect.objectContaining({ code: "duplicate" }));
  const copy = await openSqlite({ path });
  expect(await copy.check()).toEqual([]);
  const copied = await copy.load(desk.workspaceId);
  expect(copied.rows.note.length).toBe(copied.version - 1);
  await copy.close();
  await store.close();
});

test("opened twice in one process lets both write, and loses nothing", async () => {
  const path = join(folder, "twice.sqlite");
  const [one, two] = [await openSqlite({ path }), await openSqlite({ path })];
  const desk = await Desk.open(one);
  const write = (store: Store) =>
    store.transact(desk.workspaceId, desk.head(), async (tx) => {
      await tx.insert("note", desk.note());
      await pause(2);
    });
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(n % 2 ? one : two)));
  expect((await one.load(desk.workspaceId)).rows.note.length).toBe(40);
  expect(await two.head(desk.workspaceId)).toMatchObject({ version: 41 });
  await one.close();
  await two.close();
});

test("opened by several that begin the first workspace at once lets one, and the others find it", async () => {
  const path = join(folder, "first.sqlite");
  const stores = await Promise.all([1, 2, 3].map(() => openSqlite({ path })));
  expect(await beginAtOnce(stores)).toEqual({ begun: 1, duplicate: 5, workspaces: 1 });
  for (const store of stores) await store.close();
});

test("syncs every command to the disk unless told otherwise, and checks references", async () => {
  const path = join(folder, "pragmas.sqlite");
  const store = await openSqlite({ path });
  const desk = await Desk.open(store);
  await expect(desk.insert("note", desk.note({ eventId: desk.ids.next() }))).rejects.toThrow("FOREIGN KEY");
  await store.close();
  const file = new DatabaseSync(path);
  expect(file.prepare("pragma journal_mode").get()).toEqual({ journal_mode: "wal" });
  file.close();
});

test("leaves another program's database as it is, and what is no database", async () => {
  const path = join(folder, "other.sqlite");
  const other = new DatabaseSync(path);
  other.exec("create table recipe (name text)");
  other.close();
  await expect(openSqlite({ path })).rejects.toEqual(expect.objectContaining({ name: "Refusal", code: "not-allowed" }));
  const after = new DatabaseSync(path);
  expect(after.prepare("select name from sqlite_master").all()).toEqual([{ name: "recipe" }]);
  expect(after.prepare("pragma journal_mode").get()).toEqual({ journal_mode: "delete" });
  after.close();
  writeFileSync(
    join(folder, "text.sqlite"),
    "not a database, but a line of text that is long enough to be read as one",
  );
  await expect(openSqlite({ path: join(folder, "text.sqlite") })).rejects.toThrow("no database of Upshot's");
});

test("says what is wrong when the head and the journal disagree", async () => {
  const path = join(folder, "wrong.sqlite");
  const store = await openSqlite({ path });
  const desk = await Desk.open(store);
  await desk.insert("note", desk.note());
  const file = new DatabaseSync(path);
  file.exec("update head set version = 1");
  file.close();
  expect(await store.check()).toEqual([
    `Workspace ${desk.workspaceId} is at version 1, but its journal at 2.`,
    `Workspace ${desk.workspaceId} is at version 1, but its note at 2.`,
  ]);
  await store.close();
});
