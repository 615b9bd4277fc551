import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openPostgres } from "#store/postgres.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { TestWorkspace } from "../test/support/workspace.ts";

export interface CommandFigures {
  engine: string;
  commandsPerSecond: number;
  barePerSecond: number;
}

const count = 10_000;

/** 10,000 `step.add` through `run`, and 10,000 bare one-row transactions on a file in the same folder; synchronous=FULL both. */
export async function sqliteCommands(): Promise<CommandFigures> {
  const folder = mkdtempSync(join(tmpdir(), "upshot-bench-"));
  const store = await openSqlite({ path: join(folder, "upshot.db") });
  const commandsPerSecond = await commandRate(store);
  await store.close();
  const bare = new DatabaseSync(join(folder, "bare.db"));
  bare.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id TEXT PRIMARY KEY, what TEXT) WITHOUT ROWID",
  );
  const insert = bare.prepare("INSERT INTO row VALUES (?, ?)");
  const startedAt = performance.now();
  for (let place = 0; place < count; place += 1) insert.run(`id-${place}`, "Call Ana about the deck");
  const barePerSecond = count / ((performance.now() - startedAt) / 1000);
  bare.close();
  rmSync(folder, { recursive: true });
  return { engine: "SQLite", commandsPerSecond, barePerSecond };
}

/** The same on PostgreSQL at `url`. */
export async function postgresCommands(url: string): Promise<CommandFigures> {
  const store = await openPostgres({ url });
  const commandsPerSecond = await commandRate(store);
  await store.close();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS bench_bare (id TEXT PRIMARY KEY, what TEXT)");
  const startedAt = performance.now();
  for (let place = 0; place < count; place += 1) {
    await client.query({
      name: "bare",
      text: "INSERT INTO bench_bare VALUES ($1, $2)",
      values: [`id-${place}`, "Call Ana about the deck"],
    });
  }
  const barePerSecond = count / ((performance.now() - startedAt) / 1000);
  await client.query("DROP TABLE bench_bare");
  await client.end();
  return { engine: "PostgreSQL", commandsPerSecond, barePerSecond };
}

async function commandRate(store: Store): Promise<number> {
  const workspace = await TestWorkspace.open(store);
  const startedAt = performance.now();
  for (let place = 0; place < count; place += 1)
    await workspace.run("step.add", { what: "Call Ana about the deck", kind: "call", dueOn: "2026-02-06" });
  return count / ((performance.now() - startedAt) / 1000);
}
