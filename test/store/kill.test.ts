import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { openSqlite } from "#store/sqlite.ts";
import { Chance } from "../support/chance.ts";
import { seed } from "../support/seed.ts";

/**
 * A process that writes is ended with SIGKILL at random moments, and everything it was answered is there. The moments
 * come from the seed of all tests, `UPSHOT_SEED`.
 */

const writer = fileURLToPath(new URL("../support/kill-writer.ts", import.meta.url));
const workspaceId = "01970000-0000-7000-8000-000000000001" as WorkspaceId; // a UUIDv7
const kills = 50;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "upshot-kill-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test(`after kill -9 during a stream of commands, ${kills} times, every acknowledged command is there and the file is sound`, async () => {
  const chance = new Chance(seed);
  const path = join(folder, "killed.sqlite");
  const answered = new Set<string>();
  let next = prepare(path);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = next;
    await child.go();
    next = prepare(path);
    // From the opening of the file (for the first, its making) into the stream of commands.
    await pause(chance.next() * 200);
    child.process.kill("SIGKILL");
    for (const id of await child.answered) answered.add(id);

    const { problems, notes, inserted, versions } = await contents(path);
    expect(problems).toEqual([]);
    expect(answered.difference(notes)).toEqual(new Set());
    expect(inserted).toEqual(notes);
    expect(versions).toEqual(Array.from({ length: versions.length }, (_, n) => versions.length - n));
  }
  next.process.kill("SIGKILL");
  expect(answered.size).toBeGreaterThan(kills);
}, 300_000); // 25 s on an idle machine of two cores, 90 s on one that is busy

test("two processes that write one file at once lose nothing, and neither is refused", async () => {
  const path = join(folder, "shared.sqlite");
  const children = [prepare(path, 250), prepare(path, 250)];
  for (const child of children) await child.go();
  const [one, two] = await Promise.all(children.map((child) => child.answered));
  expect([one?.length, two?.length]).toEqual([250, 250]);
  const { problems, notes, versions } = await contents(path);
  expect(problems).toEqual([]);
  expect(notes).toEqual(new Set([...one!, ...two!]));
  expect(versions).toEqual(Array.from({ length: 502 }, (_, n) => 502 - n)); // both founded it
});

test("a copy made while another process writes is sound and of one moment", async () => {
  const path = join(folder, "busy.sqlite");
  const child = prepare(path);
  await child.go();
  const store = await openSqlite({ path });
  for (let n = 0; n < 5; n += 1) {
    await pause(30);
    const copy = join(folder, `copy-${n}.sqlite`);
    await store.backup(copy);
    const { problems, notes, inserted } = await contents(copy);
    expect(problems).toEqual([]);
    expect(notes).toEqual(inserted);
  }
  child.process.kill("SIGKILL");
  expect((await child.answered).length).toBeGreaterThan(0);
  await store.close();
});

/** What a file holds of the workspace: nothing, where it is not there yet. */
async function contents(path: string) {
  const store = await openSqlite({ path });
  const problems = await store.check();
  const isThere = (await store.workspaces()).includes(workspaceId);
  const rows = isThere ? (await store.load(workspaceId, ["note"])).rows.note : [];
  const entries = isThere ? await store.entries(workspaceId, { limit: 1_000_000 }) : [];
  await store.close();
  return {
    problems,
    notes: new Set<string>(rows.map(({ record }) => record.id)),
    inserted: new Set(entries.flatMap(({ changes }) => changes.map(({ id }) => id))),
    /** Of the journal, newest first. */
    versions: entries.map((entry) => entry.version),
  };
}

interface Writer {
  process: ChildProcess;
  /** Lets it begin, once it is ready to. */
  go(): Promise<void>;
  /** The ids it said were written, once it has ended. */
  answered: Promise<string[]>;
}

/** Starts a writer, which waits to be let go. */
function prepare(path: string, count?: number): Writer {
  const args = [writer, path, workspaceId, ...(count === undefined ? [] : [String(count)])];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  const child = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  const isReady = new Promise<void>((ready) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      ready();
    });
  });
  const answered = new Promise<string[]>((done) => {
    child.once("close", () => done(said.split("\n").filter((line) => line.length === 36)));
  });
  return {
    process: child,
    answered,
    async go() {
      await isReady;
      child.stdin.end("go");
    },
  };
}
