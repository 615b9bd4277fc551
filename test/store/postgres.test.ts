import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#store/postgres.ts";
import { beginAtOnce, Desk } from "../contract/store-records.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../support/postgres.ts";

/** What PostgreSQL alone promises: several servers on one database, and commands that are run again. */
describe.skipIf(noPostgres)(`PostgreSQL${noPostgres ? ` (skipped: ${noPostgres})` : ""}`, () => {
  let postgres: TestPostgres | undefined;
  let url = "";
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.fresh();
  });
  afterAll(async () => {
    await postgres?.stop();
  });

  test("runs a command again that was rolled back for another's sake, and journals it once", async () => {
    const store = await openPostgres({ url });
    const desk = await Desk.open(store);
    // Stands for a conflict: the first two inserts fail as a serializable database's would. A sequence is not rolled back.
    await statement(
      url,
      `create sequence attempts;
      create function conflict() returns trigger language plpgsql as $$ begin
        if nextval('attempts') < 3 then raise exception 'conflict' using errcode = '40001'; end if;
        return new;
      end $$;
      create trigger conflict before insert on note for each row execute function conflict()`,
    );
    let runs = 0;
    const note = desk.note();
    const done = await desk.act(async (tx) => {
      runs += 1;
      await tx.insert("note", note);
      return "done";
    });
    expect(done).toEqual({ result: "done", version: 2, changes: [{ noun: "note", id: note.id, op: "insert" }] });
    expect(runs).toBe(3);
    expect((await store.entries(desk.workspaceId, { limit: 9 })).map(({ version }) => version)).toEqual([2, 1]);
    await store.close();
  });

  test("lets two servers with few connections write one workspace at once, and loses nothing", async () => {
    const own = await postgres!.fresh();
    const stores = [
      await openPostgres({ url: own, poolMax: 1 }),
      await openPostgres({ url: own, poolMax: 3 }),
    ] as const;
    const desk = await Desk.open(stores[0]);
    const writing = Array.from({ length: 60 }, (_, n) =>
      stores[n % 2 === 0 ? 0 : 1].transact(desk.workspaceId, desk.head(), (tx) => tx.insert("note", desk.note())),
    );
    const versions = (await Promise.all(writing)).map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 60 }, (_, n) => n + 2));
    expect((await stores[1].load(desk.workspaceId)).rows.note.length).toBe(60);
    for (const store of stores) await store.close();
  });

  test("of several servers that begin the first workspace at once lets one, and the others find it", async () => {
    const own = await postgres!.fresh();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgres({ url: own, poolMax: 2 })));
    expect(await beginAtOnce(stores)).toEqual({ begun: 1, duplicate: 5, workspaces: 1 });
    for (const store of stores) await store.close();
  });

  test("says how to back it up instead of doing it", async () => {
    const store = await openPostgres({ url });
    await expect(store.backup("anywhere")).rejects.toEqual(
      expect.objectContaining({ code: "not-allowed", message: expect.stringContaining("pg_dump") }),
    );
    await store.close();
  });
});

async function statement(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
