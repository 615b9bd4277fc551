import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nounNames } from "#domain/model/nouns.ts";
import type { Place } from "#store/engine.ts";
import { type Statement, Statements, workspacesText } from "#store/statements.ts";
import { tableOf } from "#store/tables.ts";

/** The SQL itself, as it is written for each engine; nothing is run here. */
const engines: { name: string; place: Place }[] = [
  { name: "SQLite", place: () => "?" },
  { name: "PostgreSQL", place: (n) => `$${n}` },
];

/** A statement's shape: the workspace is the first thing it asks for or writes, and nothing widens that. */
const shapes = [
  /^select ([^()]*|(max|count)\([^()]*\) as "\w+") from "\w+" where "workspace_id" = (\?|\$1)( and | order by |$)/,
  /^update "\w+" set [^()]* where "workspace_id" = (\?|\$\d+)( and | returning |$)/,
  /^insert into "\w+" \("workspace_id", [^()]*\) values \((\?|\$1), [^()]*\)( on conflict \("workspace_id"(, "id")?\) |$)/,
];

function expectOfOne(text: string): void {
  expect({ text, isOfOne: shapes.some((shape) => shape.test(text)) }).toEqual({ text, isOfOne: true });
  expect(text).not.toMatch(/ or | join |;|--|:/);
}

describe.each(engines)("on $name", ({ place }) => {
  test("every statement is of one workspace, and says so first", () => {
    const statements = every(new Statements(place));
    expect(statements.length).toBeGreaterThan(300);
    for (const { text, slots } of statements) {
      expectOfOne(text);
      expect(slots.filter((slot) => slot === "workspace_id")).toEqual(["workspace_id"]);
      expect(placesIn(text)).toEqual(slots.map((_, at) => place(at + 1)));
    }
  });
});

/** The parameters of a statement, in order. */
function placesIn(text: string): string[] {
  return text.match(/\?|\$\d+/g) ?? [];
}

test("one statement looks across workspaces, and it gives their ids alone", () => {
  expect(workspacesText).toBe('select "workspace_id" from "head" order by "workspace_id"');
});

test("statements are made in statements.ts, and shapes in migrations; nowhere else is there a way to a table", () => {
  const source = fileURLToPath(new URL("../../src/store/", import.meta.url));
  const files = readdirSync(source).filter((file) => file.endsWith(".ts"));
  const building =
    /selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|sql`|\.raw\(|(["'`])(select|insert|update|delete) /;
  // The engines and `migrate.ts` ask only for what was migrated, and for the engine's own catalogue.
  const makers = files.filter((file) => building.test(readFileSync(source + file, "utf8")));
  expect(makers).toEqual(["migrate.ts", "postgres.ts", "sqlite.ts", "statements.ts"]);
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
    "count",
    "entries",
    "entriesAfter",
    "entry",
    "found",
    "get",
    "head",
    "insert",
    "insertEntry",
    "insertRefusal",
    "lastSequence",
    "list",
    "mark",
    "newest",
    "patch",
    "raise",
    "refusal",
    "rows",
    "setEpoch",
    "setLastSequence",
    "slice",
    "stamp",
  ]);
});

/** Every statement, with each column in turn to search by and to write, and all together. */
function every(statements: Statements): Statement[] {
  const all = [
    statements.head(),
    statements.raise(),
    statements.found(),
    statements.setEpoch(),
    statements.entry(),
    statements.insertEntry(),
    statements.lastSequence(),
    statements.setLastSequence(),
    statements.insertRefusal(),
    statements.refusal(),
    statements.entriesAfter(),
    statements.stamp(),
    statements.newest("journal"),
  ];
  for (const ofMember of [false, true]) {
    all.push(statements.entries({ ofMember }), statements.entries({ ofMember, isBefore: true }));
  }
  for (const noun of nounNames) {
    const columns = tableOf(noun).columns.map(({ name }) => name);
    all.push(statements.get(noun), statements.insert(noun), statements.mark(noun));
    all.push(statements.count(noun), statements.newest(noun), statements.slice(noun, "any"));
    if (tableOf(noun).column.has("eventId")) all.push(statements.slice(noun, "none"), statements.slice(noun, "one"));
    all.push(statements.rows(noun, { isSince: false }), statements.rows(noun, { isSince: true }));
    all.push(statements.rows(noun, { isSince: true, isUntil: true }));
    all.push(statements.list(noun, [], []), statements.list(noun, columns, []), statements.list(noun, [], columns));
    all.push(statements.patch(noun, columns));
    for (const name of columns) {
      all.push(statements.list(noun, [name], []), statements.list(noun, [], [name]), statements.patch(noun, [name]));
    }
  }
  return all;
}
