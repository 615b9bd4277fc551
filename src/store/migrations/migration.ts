import type { CreateTableBuilder, Kysely, Sql } from "kysely";
import type { Kind } from "#domain/model/fields.ts";
import type { Value } from "../values.ts";

/** Every table: its columns' cells by name. Columns are checked against the nouns' schemas, not by the compiler. */
export type Tables = Record<string, Record<string, Value>>;

/**
 * One step from one shape of the database to the next: named, forward only, and never edited once it was released. What
 * it writes down is the shape of its own day; it reads nothing from the schemas, which move on. It may be stopped at any
 * statement and run again, since PostgreSQL runs it outside a transaction: so it says `if not exists`.
 */
export interface Migration {
  /** The file's name, in the order in which they run. */
  name: string;
  up(build: Build): Promise<void>;
}

/** What a migration builds with. */
export interface Build {
  db: Kysely<Tables>;
  sql: Sql;
  engine: "sqlite" | "postgres";
}

export interface Shape {
  /** Kinds by column name; a `?` allows null. `workspace_id` comes before them by itself. */
  columns: Record<string, Kind | `${Kind}?`>;
  /** The columns that are the key, after `workspace_id`. */
  key: readonly string[];
  /** Columns that hold the id of a row of another table. Each gets a foreign key and an index. */
  references?: Record<string, string>;
  /** Of those, the columns that mostly are null: their index leaves such rows out. */
  sparse?: readonly string[];
  /** Further columns that rows are looked up by. */
  indexes?: readonly string[];
  /** A column whose values are each there once in a workspace. */
  unique?: string;
}

/** Makes a table whose primary key, foreign keys and indexes all begin with `workspace_id`. */
export async function createTable(build: Build, name: string, shape: Shape): Promise<void> {
  const { references = {}, indexes = [], sparse = [] } = shape;
  let table: CreateTableBuilder<string, string> = build.db.schema.createTable(name).ifNotExists();
  table = withColumn(build, table, { name: "workspace_id", kind: "id" });
  for (const [column, kind] of Object.entries(shape.columns)) {
    table = withColumn(build, table, { name: column, kind });
  }
  table = table.addPrimaryKeyConstraint(`${name}_key`, ["workspace_id", ...shape.key]);
  for (const [column, target] of Object.entries(references)) {
    const from = ["workspace_id", column];
    table = table.addForeignKeyConstraint(`${name}_${column}_is_there`, from, target, ["workspace_id", "id"]);
  }
  if (build.engine === "sqlite") table = table.modifyEnd(build.sql`strict`);
  await table.execute();
  for (const column of [...Object.keys(references), ...indexes]) {
    if (sparse.includes(column)) await sparseIndex(build, name, column);
    else await indexOn(build, name, column).execute();
  }
  if (shape.unique !== undefined) await indexOn(build, name, shape.unique).unique().execute();
}

/** A noun's table: the record's columns, then the version that wrote it last, and its tombstone. */
export function createNoun(build: Build, noun: string, shape: Omit<Shape, "key">): Promise<void> {
  return createTable(build, noun, {
    ...shape,
    columns: { ...shape.columns, version: "integer", removed: "boolean" },
    key: ["id"],
    indexes: ["version", ...(shape.indexes ?? [])],
  });
}

/** Adds a column to a table that is there; it is null in the rows that are. */
export async function addColumn(
  build: Build,
  table: string,
  column: { name: string; kind: `${Kind}?` },
): Promise<void> {
  const { db, sql, engine } = build;
  // SQLite has no "if not exists" for a column.
  const info = sql<{ name: string }>`select name from pragma_table_info(${table})`;
  const known = engine === "sqlite" ? (await info.execute(db)).rows.map(({ name }) => name) : [];
  if (known.includes(column.name)) return;
  const ifNew = engine === "postgres" ? sql`if not exists` : sql``;
  const type = typeOf(build, column.kind);
  await sql`alter table ${sql.table(table)} add column ${ifNew} ${sql.id(column.name)} ${type}`.execute(db);
}

/** An index on (workspace_id, `column`) without the rows where the column is null. */
export async function sparseIndex(build: Build, table: string, column: string): Promise<void> {
  await indexOn(build, table, column).where(column, "is not", null).execute();
}

/** An index on (workspace_id, `column`). */
function indexOn({ db }: Build, table: string, column: string) {
  return db.schema.createIndex(`${table}_${column}`).ifNotExists().on(table).columns(["workspace_id", column]);
}

function withColumn(
  build: Build,
  table: CreateTableBuilder<string, string>,
  column: { name: string; kind: string },
): CreateTableBuilder<string, string> {
  const isNullable = column.kind.endsWith("?");
  return table.addColumn(column.name, typeOf(build, column.kind), (built) => (isNullable ? built : built.notNull()));
}

/** Ids are ordered by their bytes on PostgreSQL as on SQLite, whatever the database's language. */
function typeOf({ engine, sql }: Build, named: string) {
  const kind = named.replace("?", "") as Kind; // `Shape` allows no other
  const types = {
    id: engine === "postgres" ? sql`text collate "C"` : sql`text`,
    text: sql`text`,
    integer: engine === "postgres" ? sql`bigint` : sql`integer`,
    real: engine === "postgres" ? sql`double precision` : sql`real`,
    boolean: sql`integer`,
    json: sql`text`,
  };
  return types[kind];
}
