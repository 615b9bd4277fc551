import type { Kysely, Sql } from "kysely";
import { Client, Pool, types } from "pg";
import { Refusal } from "#domain/refusal.ts";
import type { Ask, Engine } from "./engine.ts";
import { createMigrationTable, lockName, migrate, pendingOf } from "./migrate.ts";
import type { Tables } from "./migrations/migration.ts";
import { retry } from "./retry.ts";
import { SqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import { codeOf, postgresTrouble, refuseOldPostgres } from "./trouble.ts";

/**
 * Opens the store in a PostgreSQL database (15 or later), brought up to this program's shape. Several servers may have
 * it open. `poolMax` is the most connections held at once (10, pg's own default).
 *
 * @throws Trouble where the server does not answer or does not let us in; Refusal where it is too old, or the data newer.
 */
export async function openPostgres(options: { url: string; poolMax?: number }): Promise<Store> {
  const { url } = options;
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    max: options.poolMax ?? 10,
    // Versions and amounts are within what a number holds exactly; pg gives every bigint as text otherwise.
    types: {
      getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)),
    },
  });
  // A connection that is lost fails what runs on it, and is replaced when one is next wanted. Heard here as well, so that
  // a server going away does not end this process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const engine = new PostgresEngine(pool, url);
  try {
    await engine.prepare();
  } catch (error) {
    await pool.end();
    throw postgresTrouble(error, url) ?? error;
  }
  return new SqlStore(engine);
}

/** A server in reach answers in milliseconds; a host that swallows every packet would be waited for without end. */
const connectTimeoutMs = 10_000;

/** serialization_failure and deadlock_detected: rolled back for another's sake, to be run again. */
const passing = {
  patienceMs: 10_000,
  isPassing: (error: unknown) => codeOf(error) === "40001" || codeOf(error) === "40P01",
};

class PostgresEngine implements Engine {
  readonly #pool: Pool;
  readonly #url: string;

  constructor(pool: Pool, url: string) {
    this.#pool = pool;
    this.#url = url;
  }

  readonly place = (n: number): string => `$${n}`;

  /** Each statement sees what was committed before it: after waiting for the workspace's row, all that went before. */
  write: Engine["write"] = (work) =>
    retry(() => this.#transaction("begin isolation level read committed", work), passing);

  read: Engine["read"] = (work) =>
    retry(() => this.#transaction("begin isolation level repeatable read read only", work), passing);

  /** The row that migrations lock, too. */
  alone: Engine["alone"] = async (ask) => {
    await ask("select name from migration where name = $1 for update", [lockName], () => undefined);
  };

  /** Migrates, unless the database is newer: then it is left as it is. */
  async prepare(): Promise<void> {
    if (pendingOf(await this.#migrationsDone()).length === 0) return;
    const { db, sql } = await this.#openKysely();
    const build = { db, sql, engine: "postgres" } as const;
    await retry(() => createMigrationTable(build), { ...passing, isPassing: isRace });
    const lock = db.insertInto("migration").values({ name: lockName, ran_at: "" });
    await lock.onConflict((taken) => taken.doNothing()).execute();
    // A connection of its own holds the lock, a row's, which falls with it; the pool's build, each statement by itself.
    const holder = new Client({ connectionString: this.#url });
    holder.on("error", () => undefined); // its query says so too
    await holder.connect();
    try {
      await holder.query("begin");
      await holder.query("select name from migration where name = $1 for update", [lockName]);
      await migrate(build);
    } finally {
      await holder.end();
    }
  }

  /** Class 23: integrity constraint violation. */
  readonly isForbidden = (error: unknown): boolean => String(codeOf(error)).startsWith("23");

  readonly trouble = (error: unknown) => postgresTrouble(error, this.#url);

  backup: Engine["backup"] = async () => {
    throw new Refusal("not-allowed", "This data is in PostgreSQL. Back it up with PostgreSQL's own pg_dump.");
  };

  check: Engine["check"] = async () => [];

  close: Engine["close"] = () => this.#pool.end();

  async #transaction<T>(begin: string, work: (ask: Ask) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      await client.query(begin);
      const result = await work(async (text, values, read) => {
        const { rows } = await client.query<unknown[]>({ text, values, rowMode: "array" });
        return rows.map(read);
      });
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      // Where it cannot even be rolled back it is closed: whatever state it is in, nothing of it stays.
      const isBack = await client.query("rollback").then(
        () => true,
        () => false,
      );
      client.release(!isBack);
      throw error;
    }
  }

  async #migrationsDone(): Promise<string[]> {
    const { rows: server } = await this.#pool.query<{ version: number; isThere: boolean }>(
      `select current_setting('server_version_num')::int as "version", exists (select table_name from information_schema.tables
       where table_schema = current_schema() and table_name = 'migration') as "isThere"`,
    );
    refuseOldPostgres(server[0]?.version ?? 0, this.#url);
    if (!server[0]?.isThere) return [];
    const { rows } = await this.#pool.query<{ name: string }>("select name from migration");
    return rows.map((row) => row.name);
  }

  /** For migrations alone; loaded when there are some to run. */
  async #openKysely(): Promise<{ db: Kysely<Tables>; sql: Sql }> {
    const { Kysely, PostgresDialect, sql } = await import("kysely");
    return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: this.#pool }) }), sql };
  }
}

/** Two who make the same table at once: one of them is told that a name is taken, by table or by its type. */
function isRace(error: unknown): boolean {
  return ["23505", "42P07", "42710"].includes(String(codeOf(error)));
}
