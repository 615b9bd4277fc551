import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#store/postgres.ts";
import { openSqlite } from "#store/sqlite.ts";
import { postgresTrouble, refuseOldPostgres, sqliteTrouble } from "#store/trouble.ts";
import { Desk } from "../contract/store-records.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../support/postgres.ts";

/** A place that cannot be used is told as trouble, in a sentence that names the place and what would help. */

function troubleWith(...parts: string[]) {
  return expect.objectContaining({ name: "Trouble", message: expect.stringMatching(new RegExp(parts.join(".*"))) });
}

describe("a file", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "upshot-trouble-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("that is a folder, or lies under a file, or is no database is trouble that names it, and is left as it is", async () => {
    mkdirSync(join(folder, "some"));
    await expect(openSqlite({ path: join(folder, "some") })).rejects.toEqual(troubleWith("some", "is a folder"));
    const text = join(folder, "notes.txt");
    writeFileSync(text, "A page of notes that is no database, and is long enough to be taken for one. ".repeat(20));
    await expect(openSqlite({ path: join(text, "upshot.db") })).rejects.toEqual(troubleWith("upshot.db", "is a file"));
    await expect(openSqlite({ path: text })).rejects.toEqual(troubleWith("notes.txt", "no database", "--store"));
    expect(readFileSync(text, "utf8")).toMatch(/^A page of notes/);
    expect(readdirSync(folder).sort()).toEqual(["notes.txt", "some"]);
  });

  test("that is damaged, full, read-only or held by another is trouble that says so", async () => {
    const path = join(folder, "store.db");
    await (await openSqlite({ path })).close();
    const raised = (options: { readOnly?: boolean }, statements: string): unknown => {
      const database = new DatabaseSync(path, { timeout: 0, ...options });
      try {
        database.exec(statements);
        return "nothing was raised";
      } catch (error) {
        return sqliteTrouble(error, path);
      } finally {
        database.close();
      }
    };
    const grow = "create table big (words text); insert into big values (hex(zeroblob(1000000)))";
    expect(raised({ readOnly: true }, grow)).toEqual(troubleWith("store.db cannot be written", "read-only"));
    expect(raised({}, `pragma max_page_count = 10; ${grow}`)).toEqual(
      troubleWith("disk that holds", "store.db is full"),
    );
    const holder = new DatabaseSync(path);
    holder.exec("begin immediate");
    expect(raised({}, grow)).toEqual(troubleWith("store.db is being written by another"));
    holder.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096);
    writeFileSync(path, bytes);
    await expect(openSqlite({ path })).rejects.toEqual(troubleWith("store.db is damaged", "upshot restore"));
  });

  test("to back up to that cannot be made is trouble that names the copy", async () => {
    const path = join(folder, "sound.db");
    const store = await openSqlite({ path });
    await Desk.open(store);
    await expect(store.backup(join(path, "copy.db"))).rejects.toEqual(troubleWith("copy.db cannot be made"));
    await store.close();
  });
});

describe("an address", () => {
  test("where nothing listens, or that cannot be read, is trouble that names it without its password", async () => {
    const opening = openPostgres({ url: "postgres://mira:secret@127.0.0.1:1/upshot" });
    await expect(opening).rejects.toEqual(troubleWith("postgres://127.0.0.1:1/upshot does not answer"));
    await expect(opening).rejects.toThrow(/^((?!secret|mira).)*$/);
    await expect(openPostgres({ url: "postgres://[mira:secret" })).rejects.toEqual(troubleWith("cannot be read"));
  });

  test("is shown without its password, also where that holds a sign that ends the host", () => {
    for (const password of ["secret", "12/secret", "12?secret", "12#secret", "se@cret", "se%cret"]) {
      const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
      const shown = postgresTrouble(refused, `postgres://mira:${password}@127.0.0.1:5432/upshot`)?.message;
      expect(shown).toMatch(/^(?:postgres:..127.0.0.1:5432.upshot|The database) does not answer/);
    }
  });

  test("that asks for SSL where the server has none is trouble, and no mistake of ours", () => {
    const error = new Error("The server does not support SSL connections");
    expect(postgresTrouble(error, "postgres://db/upshot?sslmode=require")).toEqual(troubleWith("db/upshot has no SSL"));
  });

  test("of a server that is too old is refused", () => {
    expect(() => refuseOldPostgres(140_011, "postgres://db/upshot")).toThrow("PostgreSQL 14; Upshot needs 15 or later");
    expect(() => refuseOldPostgres(150_000, "postgres://db/upshot")).not.toThrow();
  });

  test("that gives an error of ours away is no trouble", () => {
    expect(postgresTrouble(new TypeError("x is undefined"), "postgres://db/upshot")).toBeUndefined();
    expect(sqliteTrouble(new TypeError("x is undefined"), "upshot.db")).toBeUndefined();
  });

  describe.skipIf(noPostgres)(`of a server${noPostgres ? ` (skipped: ${noPostgres})` : ""}`, () => {
    let postgres: TestPostgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres.stop());

    test("that has no such database, or may not be written, is trouble", async () => {
      const url = await postgres.fresh();
      const other = new URL(url);
      other.pathname = "/nowhere";
      await expect(openPostgres({ url: other.href })).rejects.toEqual(troubleWith("nowhere is not there", "createdb"));
      await (await openPostgres({ url })).close();
      const standby = new URL(url);
      standby.searchParams.set("options", "-c default_transaction_read_only=on");
      const reading = await openPostgres({ url: standby.href });
      const act = new Desk(reading).act(async () => undefined, { command: "workspace.create" });
      await expect(act).rejects.toEqual(troubleWith("cannot be written", "read-only"));
      await reading.close();
    });
  });
});
