import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { describe, expect, test } from "vitest";
import { nounNames } from "#domain/model/nouns.ts";
import {
  countText,
  entriesAfterText,
  entriesText,
  entryText,
  headText,
  lastSequenceText,
  newestText,
  type Place,
  refusalText,
  rowsText,
  sliceText,
  workspacesText,
} from "#store/reads.ts";
import { entryColumns, refusalColumns, type Statement, Statements, type Tables } from "#store/statements.ts";
import { tableOf } from "#store/tables.ts";

/** The SQL itself, as Kysely compiles it for each engine; nothing is run here. */

const engines: { name: string; db: Kysely<Tables>; place: Place }[] = [
  {
    name: "SQLite",
    place: () => "?",
    db: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
    }),
  },
  {
    name: "PostgreSQL",
    place: (n) => `$${n}`,
    db: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
  },
];

describe.each(engines)("on $name", ({ db, place }) => {
  test("every statement that a command can run is of one workspace, and says so first", () => {
    const statements = every(new Statements(db, sql));
    expect(statements.length).toBeGreaterThan(300);
    for (const { compiled, slots } of statements) {
      const isOfOne = [
        /^select [^()]* from "\w+" where "workspace_id" = (\?|\$1)( and | order by |$)/,
        /^update "\w+" set [^()]* where "workspace_id" = (\?|\$\d+)( and | returning |$)/,
        /^insert into "\w+" \("workspace_id", [^()]*\) values \((\?|\$1), [^()]*\)( on conflict \("workspace_id"(, "id")?\) |$)/,
      ].some((shape) => shape.test(compiled.sql));
      expect({ sql: compiled.sql, isOfOne }).toEqual({ sql: compiled.sql, isOfOne: true });
      expect(slots.filter((slot) => slot === "workspace_id")).toEqual(["workspace_id"]);
      expect(compiled.sql).not.toContain(" or ");
    }
  });

  test("the statements written out for reading are, letter by letter, what Kysely makes", () => {
    const select = (table: string, columns: readonly string[]) =>
      db.selectFrom(table).select(columns).where("workspace_id", "=", "w");
    const written = [headText(place), workspacesText];
    const made: { compile(): { sql: string } }[] = [
      select("head", ["version", "epoch"]),
      db.selectFrom("head").select("workspace_id").orderBy("workspace_id"),
    ];
    for (const noun of nounNames) {
      written.push(rowsText(noun, place, { isSince: false }), rowsText(noun, place, { isSince: true }));
      const rows = select(noun, tableOf(noun).cells);
      made.push(rows.orderBy("id"), rows.where("version", ">", 1).orderBy("id"));
    }
    for (const isBefore of [false, true]) {
      const entries = select("journal", entryColumns);
      written.push(entriesText(place, { isBefore }));
      made.push((isBefore ? entries.where("version", "<", 9) : entries).orderBy("version", "desc").limit(5));
    }
    for (const table of ["journal", ...nounNames] as const) {
      written.push(newestText(table, place));
      const newest = db.selectFrom(table).select((row) => row.fn.max("version").as("version"));
      made.push(newest.where("workspace_id", "=", "w"));
    }
    const withEvents = nounNames.filter((noun) => tableOf(noun).column.has("eventId"));
    for (const noun of nounNames) {
      const rows = select(noun, tableOf(noun).cells);
      const count = db.selectFrom(noun).select((row) => row.fn.countAll().as("count"));
      written.push(rowsText(noun, place, { isSince: true, isUntil: true }), countText(noun, place));
      const between = rows.where("version", ">", 1).where("version", "<=", 2).orderBy("id");
      made.push(between, count.where("workspace_id", "=", "w"));
      for (const event of ["any", "none", "one"] as const) {
        if (event !== "any" && !withEvents.includes(noun)) continue;
        const part = rows.where("id", ">", "i").where("version", "<=", 2);
        const whole =
          event === "any"
            ? part
            : event === "none"
              ? part.where("event_id", "is", null)
              : part.where("event_id", "=", "e");
        written.push(sliceText(noun, place, event));
        made.push(whole.orderBy("id").limit(5));
      }
    }
    const entries = select("journal", entryColumns);
    written.push(entriesAfterText(place), entryText(place), lastSequenceText(place), refusalText(place));
    made.push(
      entries.where("version", ">", 1).orderBy("version").limit(5),
      entries.where("id", "=", "i"),
      select("device", ["last_sequence"]).where("id", "=", "i"),
      select("refusal", refusalColumns).where("device_id", "=", "d").where("sequence", "=", 1),
    );
    expect(written).toEqual(made.map((query) => query.compile().sql));
  });
});

test("one statement looks across workspaces, and it gives their ids alone", () => {
  expect(workspacesText).toBe('select "workspace_id" from "head" order by "workspace_id"');
});

test("statements are made in statements.ts and reads.ts, and shapes in migrations; nowhere else is there a way to a table", () => {
  const source = fileURLToPath(new URL("../../src/store/", import.meta.url));
  const files = readdirSync(source).filter((file) => file.endsWith(".ts"));
  const building =
    /selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|sql`|\.raw\(|(["'`])(select|insert|update|delete) /;
  // The engines and `migrate.ts` ask only for what was migrated, and for the engine's own catalogue.
  const makers = files.filter((file) => building.test(readFileSync(source + file, "utf8")));
  expect(makers).toEqual(["migrate.ts", "postgres.ts", "reads.ts", "sqlite.ts", "statements.ts"]);
  const text = ["migrate.ts", "postgres.ts", "sqlite.ts"].map((file) => readFileSync(source + file, "utf8")).join("\n");
  const tables = text.matchAll(/(?:\bselect [\w ]+ from |selectFrom\("|insertInto\(")(\w+)/g);
  expect([...new Set([...tables].map(([, table]) => String(table)))].sort()).toEqual([
    "information_schema",
    "migration",
    "sqlite_master",
  ]);
});

test("no statement is forgotten here", () => {
  expect(Object.getOwnPropertyNames(Statements.prototype).sort()).toEqual([
    "constructor",
    "entries",
    "entry",
    "found",
    "get",
    "insert",
    "insertEntry",
    "insertRefusal",
    "lastSequence",
    "list",
    "mark",
    "patch",
    "raise",
    "setEpoch",
    "setLastSequence",
  ]);
});

/** Every statement, with each column in turn to search by and to write, and all together. */
function every(statements: Statements): Statement[] {
  const all = [
    statements.raise(),
    statements.found(),
    statements.setEpoch(),
    statements.entry(),
    statements.insertEntry(),
    statements.lastSequence(),
    statements.setLastSequence(),
    statements.insertRefusal(),
  ];
  for (const ofMember of [false, true]) {
    for (const isBefore of [false, true]) all.push(statements.entries({ ofMember, isBefore }));
  }
  for (const noun of nounNames) {
    const columns = tableOf(noun).columns.map(({ name }) => name);
    all.push(statements.get(noun), statements.insert(noun), statements.mark(noun));
    all.push(statements.list(noun, [], []), statements.list(noun, columns, []), statements.list(noun, [], columns));
    all.push(statements.patch(noun, columns));
    for (const name of columns) {
      all.push(statements.list(noun, [name], []), statements.list(noun, [], [name]), statements.patch(noun, [name]));
    }
  }
  return all;
}
