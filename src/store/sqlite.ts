import { existsSync, rmSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Kysely, Sql, SqliteDatabase } from "kysely";
import { Refusal } from "#domain/refusal.ts";
import { Turns } from "#domain/turns.ts";
import type { Ask, Engine } from "./engine.ts";
import { makeFile, nameWhole, syncToDisk } from "./file.ts";
import { createMigrationTable, migrate, pendingOf } from "./migrate.ts";
import type { Tables } from "./migrations/migration.ts";
import { retry } from "./retry.ts";
import { SqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import { sqliteCodeOf, sqliteTrouble } from "./trouble.ts";

/**
 * Opens the store in one SQLite file, made (readable by its owner alone) where it is not there, and brought up to this
 * program's shape. `:memory:` is a store without a file. Several processes may have the file open.
 *
 * With `FULL`, the default, a command that was answered survives a power cut; with `NORMAL` it survives the
 * process's end alone (measured: lost in 5 of 8 simulated power cuts), for data that can be made again.
 *
 * @throws Trouble where the file cannot be opened or is no database; Refusal where it is another program's, or newer.
 */
export async function openSqlite(options: { path: string; synchronous?: "FULL" | "NORMAL" }): Promise<Store> {
  const { path } = options;
  try {
    const database = openFile(path);
    const engine = new SqliteEngine(database, path);
    try {
      await retry(() => engine.prepare(options.synchronous ?? "FULL"), busy);
    } catch (error) {
      database.close();
      throw error;
    }
    return new SqlStore(engine);
  } catch (error) {
    throw sqliteTrouble(error, path) ?? error;
  }
}

/** How long a command waits for another process that writes. An import of a large programme takes a few seconds. */
const patienceMs = 30_000;

/**
 * SQLite's own waiting stops the whole process, and so could not end where the one who writes is this very process.
 * So it is short, and `retry` waits between.
 */
const busyTimeoutMs = 10;

const busy = { patienceMs, isPassing: isBusy };

class SqliteEngine implements Engine {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, Prepared>();
  /** One connection does one thing at a time: a reader must not see half a command. */
  readonly #turns = new Turns();

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#path = path;
  }

  readonly place = (): string => "?";

  write: Engine["write"] = (work) =>
    this.#turns.take(() =>
      retry(async () => {
        // The right to write is taken with the beginning, so that no command finds out late that it has to wait.
        this.#run("begin immediate");
        try {
          const result = await work(this.#ask);
          this.#run("commit");
          return result;
        } finally {
          if (this.#database.isTransaction) this.#run("rollback");
        }
      }, busy),
    );

  /** Who may write is alone, always. */
  alone: Engine["alone"] = async () => undefined;

  read: Engine["read"] = (work) =>
    this.#turns.take(() =>
      retry(async () => {
        this.#run("begin");
        try {
          return await work(this.#ask);
        } finally {
          this.#run("rollback");
        }
      }, busy),
    );

  /** Sets the connection up and migrates, unless the file is newer or not ours: then it is left as it is. */
  async prepare(synchronous: "FULL" | "NORMAL"): Promise<void> {
    const pending = pendingOf(this.#migrationsDone());
    this.#database.exec("pragma journal_mode = wal");
    this.#database.exec(`pragma synchronous = ${synchronous}`);
    // What a sync means on macOS, where the plain call leaves data in the drive's own memory. Elsewhere it says nothing.
    this.#database.exec("pragma fullfsync = on");
    if (pending.length === 0) return;
    const { db, sql } = await openKysely(this.#database);
    await db.transaction().execute(async (transaction) => {
      const build = { db: transaction, sql, engine: "sqlite" } as const;
      await createMigrationTable(build);
      await migrate(build);
    });
  }

  /** SQLITE_CONSTRAINT (19) and its extended codes. */
  readonly isForbidden = (error: unknown): boolean => sqliteCodeOf(error) === 19;

  readonly trouble = (error: unknown) => sqliteTrouble(error, this.#path);

  backup: Engine["backup"] = (path) =>
    this.#turns.take(async () => {
      if (existsSync(path)) throw new Refusal("duplicate", `${path} is there already. Choose another name.`);
      const part = `${path}.part`;
      try {
        rmSync(part, { force: true });
        makeFile(part);
        this.#database.prepare("vacuum into ?").run(part);
        verify(part);
        nameWhole(part, path);
      } catch (error) {
        // What is wrong is with the new file, unless the store itself is damaged.
        throw sqliteTrouble(error, sqliteCodeOf(error) === 11 ? this.#path : path) ?? error;
      } finally {
        for (const end of ["", "-journal"]) if (existsSync(part + end)) rmSync(part + end);
      }
    });

  check: Engine["check"] = () => this.#turns.take(async () => problemsOf(this.#database));

  close: Engine["close"] = () => this.#turns.take(async () => this.#database.close());

  #migrationsDone(): string[] {
    const tables = this.#database.prepare("select name from sqlite_master where type = 'table'").all();
    if (tables.length === 0) return [];
    if (!tables.some((table) => table["name"] === "migration")) {
      throw new Refusal("not-allowed", "This file is another program's database. Nothing was changed.");
    }
    const rows = this.#database.prepare("select name from migration").all();
    return rows.map((row) => String(row["name"]));
  }

  readonly #ask: Ask = async (text, values, read) => this.#prepared(text).read(values, read);

  #run(text: string): void {
    this.#prepared(text).read([], () => undefined);
  }

  /** Statements are few (see `Statements`) and kept; a thousand is far more than there are. */
  #prepared(text: string): Prepared {
    const known = this.#statements.get(text);
    if (known) return known;
    if (this.#statements.size >= 1000) this.#statements.clear();
    const made = new Prepared(this.#database.prepare(text));
    this.#statements.set(text, made);
    return made;
  }
}

class Prepared {
  readonly #isReading: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.#isReading = statement.columns().length > 0;
    statement.setReturnArrays(true);
  }

  /**
   * What `read` makes of each row. A row is a list of cells, which takes half the time of an object (measured at 50,000
   * rows of 17 cells), and is let go before the next comes.
   */
  read<T>(values: readonly SQLInputValue[], read: (cells: readonly unknown[]) => T): T[] {
    const rows: T[] = [];
    if (!this.#isReading) this.#statement.run(...values);
    else {
      for (const cells of this.#statement.iterate(...values) as Iterable<unknown>) {
        rows.push(read(cells as unknown[])); // as was asked for
      }
    }
    return rows;
  }
}

/** Kysely on the database, for migrations alone; loaded when there are some to run. */
async function openKysely(database: DatabaseSync): Promise<{ db: Kysely<Tables>; sql: Sql }> {
  const { Kysely, sql, SqliteDialect } = await import("kysely");
  const adapter: SqliteDatabase = {
    // Kysely begins a transaction plainly.
    prepare: (text) => {
      const statement = database.prepare(text === "begin" ? "begin immediate" : text);
      const input = (parameters: readonly unknown[]) => parameters as SQLInputValue[]; // migrations bind `Value`s
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...input(parameters)),
        run: (parameters) => statement.run(...input(parameters)),
        iterate: (parameters) => statement.iterate(...input(parameters)),
      };
    },
    close: () => undefined, // not Kysely's to close
  };
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapter }) }), sql };
}

function openFile(path: string): DatabaseSync {
  if (path !== ":memory:") makeFile(path);
  return new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeoutMs });
}

/** Opens a copy and looks it over, then makes sure that it is on the disk. */
function verify(path: string): void {
  const copy = new DatabaseSync(path, { readOnly: true });
  const wrong = problemsOf(copy);
  copy.close();
  if (wrong.length > 0) throw new Error(`The copy is not sound, and was not kept: ${wrong[0]}`);
  syncToDisk(path);
}

function problemsOf(database: DatabaseSync): string[] {
  const integrity = database.prepare("pragma integrity_check").all();
  const wrong = integrity.map((row) => String(row["integrity_check"])).filter((line) => line !== "ok");
  for (const row of database.prepare("pragma foreign_key_check").all()) {
    wrong.push(`A ${String(row["table"])} refers to a ${String(row["parent"])} that is not there.`);
  }
  return wrong;
}

/** SQLITE_BUSY (5) and its extended codes: another connection holds the lock that was wanted. */
function isBusy(error: unknown): boolean {
  return sqliteCodeOf(error) === 5;
}
