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
/** Commands and bare transactions take turns in parts of so many, so that what else the machine does slows both. */
const partCount = 500;

/** 10,000 `step.add` through `run`, and as many bare one-row transactions on the same file; synchronous=FULL both. */
export async function sqliteCommands(): Promise<CommandFigures> {
  const folder = mkdtempSync(join(tmpdir(), "upshot-bench-"));
  const path = join(folder, "upshot.db");
  const store = await openSqlite({ path });
  const bare = new DatabaseSync(path, { timeout: 1_000 });
  bare.exec("PRAGMA synchronous=FULL; CREATE TABLE bench_bare (id TEXT PRIMARY KEY, what TEXT)");
  const insert = bare.prepare("INSERT INTO bench_bare VALUES (?, ?)");
  const rates = await inTurns(store, async (id) => void insert.run(id, "Call Ana about the deck"));
  bare.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return { engine: "SQLite", ...rates };
}

/** The same on PostgreSQL at `url`. */
export async function postgresCommands(url: string): Promise<CommandFigures> {
  const store = await openPostgres({ url });
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE bench_bare (id TEXT PRIMARY KEY, what TEXT)");
  const text = "INSERT INTO bench_bare VALUES ($1, $2)";
  const rates = await inTurns(store, async (id) => {
    await client.query({ name: "bare", text, values: [id, "Call Ana about the deck"] });
  });
  await client.query("DROP TABLE bench_bare");
  await client.end();
  await store.close();
  return { engine: "PostgreSQL", ...rates };
}

async function inTurns(store: Store, bare: (id: string) => Promise<void>): Promise<Omit<CommandFigures, "engine">> {
  const workspace = await TestWorkspace.open(store);
  const add = () => workspace.run("step.add", { what: "Call Ana about the deck", kind: "call", dueOn: "2026-02-06" });
  const seconds = { commands: 0, bare: 0 };
  for (let done = 0; done < count; done += partCount) {
    seconds.commands += await timed(async () => {
      for (let one = 0; one < partCount; one += 1) await add();
    });
    seconds.bare += await timed(async () => {
      for (let one = done; one < done + partCount; one += 1) await bare(`id-${one}`);
    });
  }
  return { commandsPerSecond: count / seconds.commands, barePerSecond: count / seconds.bare };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
