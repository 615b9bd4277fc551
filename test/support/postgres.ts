import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** A real PostgreSQL for tests. Each caller of `fresh` gets an empty database of its own. */
export interface TestPostgres {
  /** The address of a new, empty database. */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

const given = process.env["UPSHOT_TEST_DATABASE_URL"];
const programs = given === undefined ? findPrograms() : undefined;

/** Why tests on PostgreSQL cannot run here, for the titles of those that are skipped; null where they can. */
export const noPostgres: string | null =
  given !== undefined || programs !== undefined
    ? null
    : "no PostgreSQL programs (initdb, postgres) found, and UPSHOT_TEST_DATABASE_URL is not set";

/**
 * The server of `UPSHOT_TEST_DATABASE_URL` (whose user may create databases; those made are dropped again), or a private
 * one in a temporary folder, reachable through a socket in that folder alone, and stopped and removed by `stop`. The
 * private one syncs nothing to the disk unless `isSynced`, for measuring: no test cuts its power.
 */
export async function startPostgres({ isSynced = false } = {}): Promise<TestPostgres> {
  if (given !== undefined) return lent(given);
  if (programs === undefined) throw new Error(noPostgres ?? "");
  const folder = mkdtempSync(join(tmpdir(), "upshot-pg-"));
  const owner = ownerOf(folder);
  // Sorting by a language's rules, so that a test would see where we rely on the order of bytes without saying so.
  const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en"];
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "upshot", "-A", "trust", "--no-sync", ...order];
  execFileSync(join(programs, "initdb"), init, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const run = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", `fsync=${isSynced ? "on" : "off"}`];
  const server = spawn(join(programs, "postgres"), run, { ...owner, cwd: folder, stdio: "ignore" });
  const stopNow = () => server.kill("SIGINT");
  process.once("exit", stopNow);
  const url = `postgresql://upshot@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await answering(url, server);
  return {
    fresh: () => createDatabase(url),
    async stop() {
      const ended = new Promise((done) => server.once("exit", done));
      stopNow();
      await ended;
      process.off("exit", stopNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server that is not ours: what was made in it is dropped. */
function lent(url: string): TestPostgres {
  const made: string[] = [];
  return {
    async fresh() {
      const fresh = await createDatabase(url);
      made.push(new URL(fresh).pathname.slice(1));
      return fresh;
    },
    async stop() {
      for (const name of made) await ask(url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Makes a database with a name of its own and gives its address. */
async function createDatabase(url: string): Promise<string> {
  const name = `upshot_test_${randomUUID().replaceAll("-", "")}`;
  await ask(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let left = 200; ; left -= 1) {
    try {
      await ask(url, "select 1");
      return;
    } catch (error) {
      if (left === 0 || server.exitCode !== null) throw error;
      await pause(50);
    }
  }
}

/** The folder that holds both programs: on the PATH, or where Debian and its kin put each version's (the newest). */
function findPrograms(): string | undefined {
  const versions = "/usr/lib/postgresql";
  const installed = list(versions).sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...installed.map((version) => join(versions, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => isProgram(join(folder, "initdb")) && isProgram(join(folder, "postgres")));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or `nobody`, and the folder is theirs. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const line = ["postgres:", "nobody:"].map((name) => users.find((user) => user.startsWith(name))).find(Boolean);
  const [, , uid, gid] = (line ?? "nobody:x:65534:65534").split(":").map(Number);
  const owner = { uid: uid ?? 65534, gid: gid ?? 65534 };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}
