import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Kind } from "#domain/model/fields.ts";
import type { DeviceId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import { migrations } from "#store/migrate.ts";
import { openPostgres } from "#store/postgres.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Loaded, Refused, Store } from "#store/store.ts";
import { tableOf } from "#store/tables.ts";
import { Desk } from "../contract/store-records.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../support/postgres.ts";

/** A database of one engine, as a migration finds it, beside the store that opens it. */
interface Database {
  /** Runs statements as they stand. */
  exec(statements: string): Promise<void>;
  ask(statement: string): Promise<Record<string, unknown>[]>;
  open(): Promise<Store>;
  close(): Promise<void>;
}

const frozen = fileURLToPath(new URL("../frozen/store/", import.meta.url));
/** The states that were kept, each named by the newest migration it had been through. */
const states = readdirSync(frozen).sort();

let folder = "";
let postgres: TestPostgres | undefined;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "upshot-migrations-"));
  if (noPostgres === null) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const types: Record<"sqlite" | "postgres", Record<Kind, string>> = {
  sqlite: { id: "TEXT", text: "TEXT", integer: "INTEGER", real: "REAL", boolean: "INTEGER", json: "TEXT" },
  postgres: {
    id: "text C",
    text: "text",
    integer: "bigint",
    real: "double precision",
    boolean: "integer",
    json: "text",
  },
};

const engines = [
  {
    name: "sqlite" as const,
    isMissing: null,
    make: async () => sqlite(),
    columns: `select m.name as "table", c.name as "column", upper(c.type) as "type", c."notnull" as "filled"
      from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
    references: `select m.name as "table", f."from" as "column", f."table" as "target", f."to" as "to"
      from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table' and f."from" <> 'workspace_id'`,
    keys: `select i.name as "name", (select c.name from pragma_index_info(i.name) c where c.seqno = 0) as "first"
      from sqlite_master m join pragma_index_list(m.name) i where m.type = 'table' and m.name <> 'migration'`,
  },
  {
    name: "postgres" as const,
    isMissing: noPostgres,
    make: async () => postgresAt(await postgres!.fresh()),
    columns: `select table_name as "table", column_name as "column",
        data_type || case when collation_name = 'C' then ' C' else '' end as "type",
        case is_nullable when 'NO' then 1 else 0 end as "filled"
      from information_schema.columns where table_schema = 'public'`,
    references: `select c.conrelid::regclass::text as "table", a.attname as "column", c.confrelid::regclass::text as "target",
        b.attname as "to"
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[2]
      where c.contype = 'f' and c.conkey[1] = 1`,
    keys: `select i.indexrelid::regclass::text as "name", a.attname as "first"
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and t.relname <> 'migration'`,
  },
];

/** From which states, kept or empty, each migration was the next to run. */
const ranFrom = new Map<string, Set<string>>();

for (const { name, isMissing, make, columns, references, keys } of engines) {
  describe.skipIf(isMissing)(`migrations on ${name}${isMissing ? ` (skipped: ${isMissing})` : ""}`, () => {
    test("leave the columns and references that the schemas say, and every key and index begins with workspace_id", async () => {
      const database = await make();
      await (await database.open()).close();
      const found = await database.ask(columns);
      const own = found.filter(({ table }) => nounNames.includes(table as never));
      expect(sorted(own)).toEqual(sorted(nounNames.flatMap((noun) => columnsOf(noun, types[name]))));
      expect(new Set(found.map(({ table }) => table))).toEqual(
        new Set([...nounNames, "head", "journal", "device", "refusal", "migration"]),
      );
      const wanted = nounNames.flatMap((noun) =>
        tableOf(noun).columns.flatMap(({ name, refersTo }) =>
          refersTo ? [{ table: noun, column: name, target: refersTo, to: "id" }] : [],
        ),
      );
      expect(sorted(unquoted(await database.ask(references)))).toEqual(sorted(wanted));
      const indexes = unquoted(await database.ask(keys));
      expect(indexes.filter(({ first }) => first !== "workspace_id")).toEqual([]);
      for (const { table, column } of [...wanted, ...nounNames.map((noun) => ({ table: noun, column: "version" }))]) {
        expect(indexes.map((index) => index["name"])).toContain(`${table}_${column}`);
      }
      await database.close();
    });

    test("stopped after any of their statements go on from there", async () => {
      // The statements of all migrations, one a line end; the first are those of the table `migration`.
      const statements = statementsOf(join(frozen, states.at(-1)!, `${name}.sql`));
      for (const stop of [1, 2, 3, 8, 21, statements.length - 3, statements.length - 1]) {
        const database = await make();
        await database.exec(statements.slice(0, stop).join("\n"));
        const store = await database.open();
        const desk = await Desk.open(store);
        expect(await desk.insert("note", desk.note())).toEqual(await desk.list("note").then(([note]) => note));
        await store.close();
        const found = await database.ask(columns);
        const own = found.filter(({ table }) => nounNames.includes(table as never));
        expect(sorted(own)).toEqual(sorted(nounNames.flatMap((noun) => columnsOf(noun, types[name]))));
        await database.close();
      }
    });

    test("run once, whoever opens at the same time", async () => {
      const database = await make();
      const stores = await Promise.all([database.open(), database.open(), database.open()]);
      const done = await database.ask("select name from migration");
      const names = done.map((row) => row["name"]).filter((each) => each !== "lock");
      expect(names).toEqual(migrations.map((migration) => migration.name));
      for (const store of stores) await store.close();
      await database.close();
    });

    test("of a newer program stop this one with a sentence, and nothing is changed (invariant 5)", async () => {
      const database = await make();
      await (await database.open()).close();
      await database.exec("insert into migration (name, ran_at) values ('9999-of-the-future', 'then')");
      const before = [await database.ask(columns), await database.ask("select * from migration")];
      await expect(database.open()).rejects.toEqual(
        expect.objectContaining({
          name: "Refusal",
          code: "not-allowed",
          message: expect.stringContaining("written by a newer Upshot (9999-of-the-future"),
        }),
      );
      expect([await database.ask(columns), await database.ask("select * from migration")]).toEqual(before);
      await database.close();
    });

    test.each(states)("bring %s up to today, and all that it held is there", async (state) => {
      const database = await make();
      await database.exec(readFileSync(join(frozen, state, `${name}.sql`), "utf8"));
      await database.exec(readFileSync(join(frozen, state, "rows.sql"), "utf8"));
      const before = await database.ask("select name from migration");
      const store = await database.open();
      const after = await database.ask("select name from migration");
      noteRun(state, before, after);

      const expected = JSON.parse(readFileSync(join(frozen, state, "expected.json"), "utf8")) as Expected;
      expect(await store.workspaces()).toEqual([expected.workspaceId]);
      const { version, epoch, rows } = await store.load(expected.workspaceId);
      expect({ version, epoch }).toEqual({ version: expected.version, epoch: expected.epoch });
      for (const noun of Object.keys(expected.rows) as (keyof typeof rows)[]) {
        expect(rows[noun]).toMatchObject(expected.rows[noun]); // a later migration may have added fields
      }
      expect(await store.entries(expected.workspaceId, { limit: 1000 })).toEqual(expected.entries);
      for (const { deviceId, sequence, lastSequence, refused } of expected.refusals ?? []) {
        const found = await store.look(expected.workspaceId, async (look) => ({
          lastSequence: await look.lastSequence(deviceId),
          refused: await look.refusal(deviceId, sequence),
        }));
        expect(found).toEqual({ lastSequence, refused });
      }
      const stamp = await store.look(expected.workspaceId, (look) => look.stampAt(expected.version));
      expect(stamp).toBe(expected.stamp ?? null);
      expect(await store.check()).toEqual([]);
      await store.close();
      await database.close();
    });

    test("begin in an empty database", async () => {
      const database = await make();
      const store = await database.open();
      noteRun("", [], await database.ask("select name from migration"));
      expect(await store.workspaces()).toEqual([]);
      await store.close();
      await database.close();
    });
  });
}

test("every migration has run from the state before it, and its own state is kept for those to come", () => {
  for (const [at, { name }] of migrations.entries()) {
    expect([name, [...(ranFrom.get(name) ?? [])]]).toEqual([name, [migrations[at - 1]?.name ?? ""]]);
  }
  expect(states).toEqual(migrations.map((migration) => migration.name));
});

interface Expected extends Loaded {
  workspaceId: WorkspaceId;
  entries: Entry[];
  stamp?: string;
  refusals?: { deviceId: DeviceId; sequence: number; lastSequence: number; refused: Refused }[];
}

function noteRun(state: string, before: Record<string, unknown>[], after: Record<string, unknown>[]): void {
  const known = new Set(["lock", ...before.map((row) => row["name"])]);
  const next = after.map((row) => String(row["name"])).find((name) => !known.has(name));
  if (next !== undefined) ranFrom.set(next, (ranFrom.get(next) ?? new Set()).add(state));
}

function columnsOf(noun: (typeof nounNames)[number], type: Record<Kind, string>): Record<string, unknown>[] {
  const own = tableOf(noun).columns.map(({ name, kind, isNullable }) => ({ name, kind, isNullable }));
  const all: { name: string; kind: Kind; isNullable: boolean }[] = [
    { name: "workspace_id", kind: "id", isNullable: false },
    ...own,
    { name: "version", kind: "integer", isNullable: false },
    { name: "removed", kind: "boolean", isNullable: false },
  ];
  return all.map(({ name, kind, isNullable }) => ({
    table: noun,
    column: name,
    type: type[kind],
    filled: isNullable ? 0 : 1,
  }));
}

function sqlite(): Database {
  const path = join(folder, `${(count += 1)}.sqlite`);
  const file = new DatabaseSync(path);
  return {
    exec: async (statements) => file.exec(statements),
    ask: async (statement) => file.prepare(statement).all(),
    open: () => openSqlite({ path }),
    close: async () => file.close(),
  };
}

async function postgresAt(url: string): Promise<Database> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    exec: async (statements) => void (await client.query(statements)),
    ask: async (statement) => (await client.query<Record<string, unknown>>(statement)).rows,
    open: () => openPostgres({ url, poolMax: 4 }),
    close: () => client.end(),
  };
}

/** Whole statements of a kept state's shape; each ends at the end of a line. */
function statementsOf(path: string): string[] {
  return readFileSync(path, "utf8")
    .trim()
    .split(/(?<=;)\n/);
}

function sorted(rows: Record<string, unknown>[]): string[] {
  return rows.map(({ table, column, ...rest }) => JSON.stringify([table, column, rest])).sort();
}

/** PostgreSQL writes a name that is also a word of SQL in quotes. */
function unquoted(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value).replaceAll('"', "")])),
  );
}
