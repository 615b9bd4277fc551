import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { restoreSqlite } from "#store/restore.ts";
import { openSqlite } from "#store/sqlite.ts";
import { Desk } from "../contract/store-records.ts";

/** A backup comes into a store's place, and what was there is kept, whatever state it is in and whenever it stops. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upshot-restore-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

/** A store with a note of this text; its workspace. */
async function make(name: string, text: string): Promise<WorkspaceId> {
  const store = await openSqlite({ path: at(name) });
  const desk = await Desk.open(store);
  await desk.insert("note", desk.note({ text }));
  await store.close();
  return desk.workspaceId;
}

/** The notes a store holds, and that it is sound. */
async function notesIn(name: string): Promise<string[]> {
  const store = await openSqlite({ path: at(name) });
  const notes: string[] = [];
  for (const id of await store.workspaces()) {
    notes.push(...(await store.load(id, ["note"])).rows.note.map(({ record }) => record.text));
  }
  expect(await store.check()).toEqual([]);
  await store.close();
  return notes;
}

const restore = (source: string) => restoreSqlite({ source: at(source), place: at("store.db"), aside: at("aside.db") });

test("a backup is restored for its owner alone, in a new epoch, and what was there is kept aside", async () => {
  const workspaceId = await make("backup.db", "backed up");
  await make("store.db", "present");
  const before = readFileSync(at("backup.db"));
  expect(await restore("backup.db")).toBe(true);
  expect(await notesIn("store.db")).toEqual(["backed up"]);
  expect(await notesIn("aside.db")).toEqual(["present"]);
  expect(readFileSync(at("backup.db")).equals(before)).toBe(true);
  expect(statSync(at("store.db")).mode & 0o777).toBe(0o600);
  expect(existsSync(at("store.db.restoring"))).toBe(false);
  const [old, now] = [await openSqlite({ path: at("backup.db") }), await openSqlite({ path: at("store.db") })];
  const [was, is] = [await old.head(workspaceId), await now.head(workspaceId)];
  expect(is.version).toBe(was.version);
  expect(is.epoch).not.toBe(was.epoch);
  await old.close();
  await now.close();
});

test("a backup is restored where there is nothing yet", async () => {
  await make("backup.db", "backed up");
  expect(await restore("backup.db")).toBe(false);
  expect(await notesIn("store.db")).toEqual(["backed up"]);
  expect(existsSync(at("aside.db"))).toBe(false);
});

test("commands that are still in the log of either store are not lost on the way", async () => {
  for (const [name, text] of [
    ["store.db", "present"],
    ["backup.db", "backed up"],
  ] as const) {
    const store = await openSqlite({ path: at(`open-${name}`) });
    const desk = await Desk.open(store);
    await desk.insert("note", desk.note({ text }));
    // As a process that was killed leaves it: the notes are in the log alone.
    for (const end of ["", "-wal"]) copyFileSync(at(`open-${name}${end}`), at(`${name}${end}`));
    await store.close();
  }
  await restore("backup.db");
  expect(await notesIn("store.db")).toEqual(["backed up"]);
  expect(await notesIn("aside.db")).toEqual(["present"]);
});

test("a damaged store is kept aside as it is", async () => {
  await make("backup.db", "backed up");
  const damaged = "no database at all, but a file of some length ".repeat(100);
  writeFileSync(at("store.db"), damaged);
  writeFileSync(at("store.db-wal"), "its log");
  await restore("backup.db");
  expect(await notesIn("store.db")).toEqual(["backed up"]);
  expect(readFileSync(at("aside.db"), "utf8")).toBe(damaged);
  expect(readFileSync(at("aside.db-wal"), "utf8")).toBe("its log");
});

test("what is no backup, or a store that is in use, is refused, and nothing is changed", async () => {
  await make("backup.db", "backed up");
  await make("store.db", "present");
  writeFileSync(at("text.db"), "no database at all, but a file of some length ".repeat(100));
  await (await openSqlite({ path: at("empty.db") })).close();
  mkdirSync(at("folder.db"));
  for (const [source, why] of [
    ["text.db", "no database"],
    ["empty.db", "holds no workspace"],
    ["folder.db", "it is a folder"],
  ] as const) {
    await expect(restore(source)).rejects.toThrow(new RegExp(`${source} is no backup that can be restored: .*${why}`));
  }
  const other = await openSqlite({ path: at("store.db") });
  await other.workspaces();
  await expect(restore("backup.db")).rejects.toThrow("in use by another process");
  await other.close();
  expect(await notesIn("store.db")).toEqual(["present"]);
  expect(existsSync(at("aside.db"))).toBe(false);
  expect(existsSync(at("store.db.restoring"))).toBe(false);
});

test("ended with kill -9 at any moment, it leaves the old store or the restored one, whole", async () => {
  await make("one.db", "one");
  await make("two.db", "two");
  await make("store.db", "one");
  const script = fileURLToPath(new URL("../support/restore-again.ts", import.meta.url));
  const env = { ...process.env, NODE_COMPILE_CACHE: at("compiled") };
  for (let kill = 0; kill < 8; kill += 1) {
    const args = [script, at("store.db"), at("one.db"), at("two.db")];
    const child = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((done) => child.once("close", done));
    await new Promise((ready) => child.stdout.once("data", ready));
    child.stdin.end("go");
    await pause(100 + Math.random() * 300);
    child.kill("SIGKILL");
    await ended;
    expect(["one", "two"]).toContain((await notesIn("store.db")).join());
  }
}, 60_000);
