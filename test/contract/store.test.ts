import * as fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordOf } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import { openMemory } from "#store/memory.ts";
import { openPostgres } from "#store/postgres.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../support/postgres.ts";
import { fieldsOf, freeNouns, histories, Oracle } from "./store-oracle.ts";
import { Desk, entryId } from "./store-records.ts";

/** One body for every engine: what `store.ts` promises in words. */
const engines: { name: string; open: () => Promise<Store>; isMissing?: string | null; runs: number }[] = [
  { name: "memory", open: async () => openMemory(), runs: 200 },
  { name: "SQLite in memory", open: () => openSqlite({ path: ":memory:" }), runs: 200 },
  { name: "SQLite", open: () => openSqlite({ path: join(folder, "contract.sqlite") }), runs: 40 },
  {
    name: "PostgreSQL",
    open: async () => openPostgres({ url: await postgres!.fresh() }),
    isMissing: noPostgres,
    runs: 40,
  },
];

/** What each engine says of an id that is taken, and of a reference to what is not there. */
const taken = /is free|UNIQUE constraint|unique constraint/;
const notThere = /is there|FOREIGN KEY constraint|foreign key constraint/;

let folder = "";
let postgres: TestPostgres | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "upshot-store-"));
  if (noPostgres === null) postgres = await startPostgres();
});

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const { name, open, isMissing, runs } of engines) {
  describe.skipIf(isMissing)(`the store on ${name}${isMissing ? ` (skipped: ${isMissing})` : ""}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store.close();
    });

    describe("a workspace", () => {
      test("begins with workspace.create, at version 1, in an epoch named by that entry", async () => {
        const desk = new Desk(store);
        const head = desk.head({ command: "workspace.create" });
        const done = await store.transact(desk.workspaceId, head, (tx) => tx.insert("workspace", desk.workspace()));
        expect(done).toEqual({
          result: undefined,
          version: 1,
          changes: [{ noun: "workspace", id: desk.workspaceId, op: "insert" }],
        });
        expect(await store.head(desk.workspaceId)).toEqual({ version: 1, epoch: head.id });
        expect(await store.workspaces()).toContain(desk.workspaceId);
      });

      test("may begin with workspace.import", async () => {
        const desk = new Desk(store);
        const { version } = await desk.act(async () => undefined, { command: "workspace.import" });
        expect(version).toBe(1);
      });

      test("that is not there refuses every other command and every question as not-found, and stays not there", async () => {
        const desk = new Desk(store);
        const notFound = expect.objectContaining({ name: "Refusal", code: "not-found" });
        await expect(desk.act(async () => undefined)).rejects.toEqual(notFound);
        await expect(store.head(desk.workspaceId)).rejects.toEqual(notFound);
        await expect(store.load(desk.workspaceId)).rejects.toEqual(notFound);
        await expect(store.entries(desk.workspaceId, { limit: 1 })).rejects.toEqual(notFound);
        await expect(store.newEpoch(desk.workspaceId)).rejects.toEqual(notFound);
        expect(await store.workspaces()).not.toContain(desk.workspaceId);
      });

      test("whose creation fails is not there", async () => {
        const desk = new Desk(store);
        const failing = desk.act(
          async (tx) => {
            await tx.insert("workspace", desk.workspace());
            throw new Refusal("not-allowed", "no");
          },
          { command: "workspace.create" },
        );
        await expect(failing).rejects.toThrow("no");
        expect(await store.workspaces()).not.toContain(desk.workspaceId);
        await desk.create();
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 1 });
      });

      test("created twice at once is there once, and the second sees it", async () => {
        const desk = new Desk(store);
        const create = () =>
          desk.act(
            async (tx) => {
              if (await tx.get("workspace", desk.workspaceId)) throw new Refusal("duplicate", "It is there.");
              await tx.insert("workspace", desk.workspace());
            },
            { command: "workspace.create" },
          );
        const outcomes = await Promise.allSettled([create(), create()]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 1 });
      });

      test("is refused as the store's first where there is one", async () => {
        const desk = await Desk.open(store);
        const other = new Desk(store);
        const first = other.act(async () => undefined, { command: "workspace.create", isFirst: true });
        await expect(first).rejects.toEqual(expect.objectContaining({ name: "Refusal", code: "duplicate" }));
        expect(await store.workspaces()).not.toContain(other.workspaceId);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 1 });
      });

      test("sees nothing of another, even where ids are the same", async () => {
        const [one, two] = [await Desk.open(store), await Desk.open(store)];
        const event = await one.insert("event", one.event({ name: "One" }));
        await two.insert("event", { ...event, name: "Two" });
        await two.act((tx) => tx.patch("event", event.id, { place: "Ghent" }));
        await one.act((tx) => tx.remove("event", event.id));
        expect(await one.list("event")).toEqual([]);
        expect(await two.list("event")).toEqual([{ ...event, name: "Two", place: "Ghent" }]);
        const entries = await store.entries(one.workspaceId, { limit: 100 });
        expect(await two.act((tx) => tx.entry(entries[0]!.id))).toMatchObject({ result: undefined });
        expect((await two.act((tx) => tx.entries({ limit: 100 }))).result.map(({ version }) => version)).toEqual([
          5, 4, 3, 2, 1,
        ]);
      });

      test("gets a new epoch and keeps its version", async () => {
        const desk = await Desk.open(store);
        const before = await store.head(desk.workspaceId);
        const epoch = await store.newEpoch(desk.workspaceId);
        expect(epoch).not.toBe(before.epoch);
        expect(await store.head(desk.workspaceId)).toEqual({ version: before.version, epoch });
      });
    });

    describe("a record", () => {
      test("comes back as it was put in, whatever its noun and its values (NT1)", async () => {
        const desk = await Desk.open(store);
        for (const noun of freeNouns) {
          await fc.assert(
            fc.asyncProperty(fieldsOf(noun, { some: false }), async (fields) => {
              const made = { ...fields, id: desk.ids.next() } as RecordOf<typeof noun>; // random, of its columns
              await desk.insert(noun, made);
              expect(await desk.get(noun, made.id)).toEqual(made);
            }),
            { numRuns: 8 },
          );
        }
      });

      test("is a value: changing what was given or got changes nothing kept", async () => {
        const desk = await Desk.open(store);
        const person = desk.person({ emails: [{ value: "ana@example.org" }] });
        await desk.insert("person", person);
        person.emails[0]!.value = "changed@example.org";
        const got = await desk.get("person", person.id);
        got?.emails.push({ value: "more@example.org", label: null });
        const { rows } = await store.load(desk.workspaceId, ["person"]);
        rows.person[0]?.record.emails.push({ value: "more@example.org", label: null });
        expect(await desk.get("person", person.id)).toMatchObject({
          emails: [{ value: "ana@example.org", label: null }],
        });
      });

      test("is found by equality of any scalar field, null too, in order of id", async () => {
        const desk = await Desk.open(store);
        const event = await desk.insert("event", desk.event());
        const [a, b, c, d] = [
          desk.note({ eventId: event.id, text: "it's one", start: 0, end: 4 }),
          desk.note({ eventId: event.id, text: "two\0", state: "kept" }),
          desk.note({ text: "it's one" }),
          desk.note({ text: "two\uDC00" }),
        ];
        await desk.insert("note", d, c, b, a);
        expect(await desk.list("note")).toEqual([a, b, c, d]);
        expect(await desk.list("note", {})).toEqual([a, b, c, d]);
        expect(await desk.list("note", { eventId: event.id })).toEqual([a, b]);
        expect(await desk.list("note", { eventId: null })).toEqual([c, d]);
        expect(await desk.list("note", { text: "it's one", eventId: null })).toEqual([c]);
        expect(await desk.list("note", { text: "two\0" })).toEqual([b]);
        expect(await desk.list("note", { text: "two\uDC00" })).toEqual([d]);
        expect(await desk.list("note", { start: 0, pageId: null })).toEqual([a]);
        expect(await desk.list("note", { id: c.id })).toEqual([c]);
        expect(await desk.list("note", { state: "made" })).toEqual([]);
        const step = await desk.insert("step", desk.step({ isTheirs: true }), desk.step());
        expect(await desk.list("step", { isTheirs: true })).toEqual([step]);
      });

      test("is ordered by the bytes of its id, in any language of the database", async () => {
        const desk = await Desk.open(store);
        const ids = ["0197000a-0000-7000-8000-00000000000B", "0197000A-0000-7000-8000-00000000000a"];
        const [small, large] = ids.map((id) => desk.event({ id }));
        await desk.insert("event", small!, large!);
        expect((await desk.list("event")).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
      });

      test("is not searched by a list or an object", async () => {
        const desk = await Desk.open(store);
        await expect(desk.list("note", { personIds: [] })).rejects.toThrow("Must hold");
      });

      test("is there once: an id that is taken, by a tombstone too, fails", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note());
        const { version } = await store.head(desk.workspaceId);
        await expect(desk.insert("note", note)).rejects.toThrow(taken);
        await expect(desk.insert("note", note)).rejects.toEqual(expect.objectContaining({ name: "Mistake" }));
        await desk.act((tx) => tx.remove("note", note.id));
        await expect(desk.insert("note", note)).rejects.toThrow(taken);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: version + 1 });
      });

      test("refers only to what is there, a tombstone too, in its own workspace", async () => {
        const [desk, other] = [await Desk.open(store), await Desk.open(store)];
        const elsewhere = await other.insert("event", other.event());
        const event = await desk.insert("event", desk.event());
        const note = await desk.insert("note", desk.note());
        await expect(desk.insert("note", desk.note({ eventId: elsewhere.id }))).rejects.toThrow(notThere);
        await expect(desk.act((tx) => tx.patch("note", note.id, { eventId: elsewhere.id }))).rejects.toThrow(notThere);
        await desk.act((tx) => tx.remove("event", event.id));
        await desk.act((tx) => tx.patch("note", note.id, { eventId: event.id }));
        expect(await desk.get("note", note.id)).toEqual({ ...note, eventId: event.id });
      });

      test("holds values of its fields' kinds and no others", async () => {
        const desk = await Desk.open(store);
        const wrong = (fields: Record<string, unknown>) =>
          expect(desk.insert("step", { ...desk.step(), ...fields })).rejects.toThrow("Must hold");
        await wrong({ start: 1.5 });
        await wrong({ isUrgent: "yes" });
        await wrong({ what: null });
        await wrong({ what: 7 });
        await wrong({ unknown: 1 });
        await wrong({ cue: undefined });
        await wrong({ deferrals: "[]" });
      });
    });

    describe("a patch", () => {
      test("writes the named fields and no others (invariant 6), and records those that changed", async () => {
        const desk = await Desk.open(store);
        const step = await desk.insert("step", desk.step({ dueOn: "2026-02-03", deferrals: [] }));
        const deferrals = [{ from: null, to: "2026-02-09", at: "2026-02-01T10:00:00.000Z", why: null }];
        const fields = { dueOn: "2026-02-09", kind: "email", what: step.what, deferrals } as Partial<RecordOf<"step">>;
        const done = await desk.act((tx) => tx.patch("step", step.id, fields));
        expect(done.changes).toEqual([
          {
            noun: "step",
            id: step.id,
            op: "patch",
            before: { dueOn: "2026-02-03", kind: "do", deferrals: [] },
            after: { dueOn: "2026-02-09", kind: "email", deferrals },
          },
        ]);
        expect(await desk.get("step", step.id)).toEqual({ ...step, ...fields });
      });

      test("that changes nothing, lists and objects compared by value, records nothing and leaves the row's version", async () => {
        const desk = await Desk.open(store);
        const event = await desk.insert(
          "event",
          desk.event({ focus: [{ question: "Who?" }], cost: { currency: "EUR", fee: 100 } }),
        );
        const cost = { days: null, dayRate: null, travel: null, fee: 100, currency: "EUR" };
        const { id, ...fields } = event;
        const { changes } = await desk.act((tx) => tx.patch("event", id, { ...fields, cost }));
        expect(changes).toEqual([]);
        const { rows } = await store.load(desk.workspaceId, ["event"]);
        expect(rows.event).toEqual([{ record: event, version: 2, removed: false }]);
        expect((await store.entries(desk.workspaceId, { limit: 1 }))[0]).toMatchObject({ version: 3, changes: [] });
      });

      test("after another of the same record in one command becomes one change; where they end as they began, none", async () => {
        const desk = await Desk.open(store);
        const [a, b, c] = [desk.note({ text: "a" }), desk.note({ text: "b" }), desk.note({ text: "c" })];
        await desk.insert("note", a, b);
        const { changes } = await desk.act(async (tx) => {
          await tx.patch("note", a.id, { text: "1" });
          await tx.patch("note", b.id, { text: "2" });
          await tx.insert("note", c);
          await tx.patch("note", c.id, { text: "3" });
          await tx.patch("note", a.id, { text: "4", state: "kept" });
          await tx.patch("note", b.id, { text: "b" });
        });
        expect(changes).toEqual([
          {
            noun: "note",
            id: a.id,
            op: "patch",
            before: { text: "a", state: "unread" },
            after: { text: "4", state: "kept" },
          },
          { noun: "note", id: c.id, op: "insert" },
        ]);
        expect(await desk.list("note")).toEqual([{ ...a, text: "4", state: "kept" }, b, { ...c, text: "3" }]);
      });

      test("of what is not there, or was removed, fails", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note());
        const patch = (id: RecordOf<"note">["id"]) => desk.act((tx) => tx.patch("note", id, { text: "x" }));
        await expect(patch(desk.note().id)).rejects.toThrow("Must hold");
        await desk.act((tx) => tx.remove("note", note.id));
        await expect(patch(note.id)).rejects.toThrow("Must hold");
      });
    });

    describe("a tombstone", () => {
      test("is not there for get and list, and comes back as it was", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note({ text: "kept whole" }));
        const { changes } = await desk.act(async (tx) => {
          await tx.remove("note", note.id);
          expect(await tx.get("note", note.id)).toBeUndefined();
          expect(await tx.list("note")).toEqual([]);
        });
        expect(changes).toEqual([{ noun: "note", id: note.id, op: "remove" }]);
        const { rows } = await store.load(desk.workspaceId, ["note"]);
        expect(rows.note).toEqual([{ record: note, version: 3, removed: true }]);
        const back = await desk.act((tx) => tx.revive("note", note.id));
        expect(back.changes).toEqual([{ noun: "note", id: note.id, op: "revive" }]);
        expect(await desk.get("note", note.id)).toEqual(note);
      });

      test("is made of what is there and lifted from what is removed, or the act fails", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note());
        await expect(desk.act((tx) => tx.revive("note", note.id))).rejects.toThrow("Must hold");
        await expect(desk.act((tx) => tx.remove("note", desk.note().id))).rejects.toThrow("Must hold");
        await desk.act((tx) => tx.remove("note", note.id));
        await expect(desk.act((tx) => tx.remove("note", note.id))).rejects.toThrow("Must hold");
      });
    });

    describe("a command", () => {
      test("that fails leaves everything as it was: rows, version, journal, epoch", async () => {
        const desk = await Desk.open(store);
        const [kept, gone] = [desk.note({ text: "kept" }), desk.note({ text: "gone" })];
        await desk.insert("note", kept, gone);
        await desk.act((tx) => tx.remove("note", gone.id));
        const before = await desk.everything();
        const failing = desk.act(async (tx) => {
          await tx.insert("note", desk.note());
          await tx.patch("note", kept.id, { text: "changed" });
          await tx.remove("note", kept.id);
          await tx.revive("note", gone.id);
          await tx.adoptEntry({ ...desk.head(), changes: [] });
          throw new Refusal("not-allowed", "Not today.");
        });
        await expect(failing).rejects.toEqual(expect.objectContaining({ name: "Refusal", code: "not-allowed" }));
        expect(await desk.everything()).toEqual(before);
      });

      test("fails where one of its acts failed, even when it goes on as if nothing were", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note());
        const before = await desk.everything();
        const going = desk.act(async (tx) => {
          await tx.insert("note", note).catch(() => undefined);
          return "done";
        });
        await expect(going).rejects.toThrow(taken);
        expect(await desk.everything()).toEqual(before);
      });

      test("is over when its work resolves: what it does later fails", async () => {
        const desk = await Desk.open(store);
        const { result: tx } = await desk.act(async (tx) => ({ tx }));
        await expect(tx.tx.insert("note", desk.note())).rejects.toThrow("Must hold");
        expect(await desk.list("note")).toEqual([]);
      });

      test("may start several acts at once; they are done in the order in which they were started", async () => {
        const desk = await Desk.open(store);
        const [a, b, c] = [desk.note({ text: "as it was" }), desk.note(), desk.note()];
        await desk.insert("note", a);
        const { changes } = await desk.act(async (tx) => {
          await Promise.all([
            tx.patch("note", a.id, { text: "another" }),
            tx.insert("note", b),
            tx.patch("note", b.id, { text: "1" }),
            tx.patch("note", a.id, { text: "as it was" }),
            tx.insert("note", c),
            tx.remove("note", b.id),
          ]);
        });
        expect(changes.map(({ id, op }) => [id, op])).toEqual([
          [b.id, "insert"],
          [c.id, "insert"],
          [b.id, "remove"],
        ]);
        expect(await desk.list("note")).toEqual([a, c]);
      });

      test("sees all that was done before it: forty at once that each add one lose none", async () => {
        const desk = await Desk.open(store);
        const note = await desk.insert("note", desk.note({ start: 0 }));
        const add = () =>
          desk.act(async (tx) => {
            const { start } = (await tx.get("note", note.id))!; // inserted above
            await pause(Math.random() * 3);
            await tx.patch("note", note.id, { start: (start ?? 0) + 1 });
            return (start ?? 0) + 1;
          });
        const done = await Promise.all(Array.from({ length: 40 }, add));
        expect(done.map(({ result }) => result).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 40 }, (_, n) => n + 1),
        );
        expect(done.every(({ result, version }) => version === result + 2)).toBe(true);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 42 });
      });

      test("under way shows nothing of itself to who loads meanwhile", async () => {
        const desk = await Desk.open(store);
        const note = desk.note();
        let begun = () => {};
        const hasBegun = new Promise<void>((done) => (begun = done));
        const running = desk.act(async (tx) => {
          await tx.insert("note", note);
          begun();
          await pause(30);
          throw new Error("never happened");
        });
        await hasBegun;
        const [loaded] = await Promise.all([
          store.load(desk.workspaceId, ["note"]),
          expect(running).rejects.toThrow("never happened"),
        ]);
        expect(loaded).toMatchObject({ version: 1, rows: { note: [] } });
      });
    });

    describe("the journal", () => {
      test("holds each command with who, when, from which device, its arguments and changes (invariant 10)", async () => {
        const desk = await Desk.open(store);
        const note = desk.note();
        const undoes = entryId(desk.ids.next());
        const args = { text: "it's \0 half \uD800", list: [1, null, { deep: true }] };
        const head = desk.head({ command: "note.add", args, undoes });
        await store.transact(desk.workspaceId, head, (tx) => tx.insert("note", note));
        const entry = { ...head, version: 2, changes: [{ noun: "note", id: note.id, op: "insert" }] };
        expect(await store.entries(desk.workspaceId, { limit: 1 })).toEqual([entry]);
        expect((await desk.act((tx) => tx.entry(head.id))).result).toEqual(entry);
        expect((await desk.act((tx) => tx.entry(undoes))).result).toBeUndefined();
      });

      test("gives the newest first, by the page, and a member's own", async () => {
        const desk = await Desk.open(store);
        const memberId = desk.head({}).id as never; // another member's id
        for (let n = 0; n < 4; n += 1) await desk.act(async () => undefined, n % 2 ? { memberId } : {});
        const versions = async (options: { limit: number; before?: number }) =>
          (await store.entries(desk.workspaceId, options)).map(({ version }) => version);
        expect(await versions({ limit: 10 })).toEqual([5, 4, 3, 2, 1]);
        expect(await versions({ limit: 2 })).toEqual([5, 4]);
        expect(await versions({ limit: 2, before: 4 })).toEqual([3, 2]);
        expect(await versions({ limit: 2, before: 1 })).toEqual([]);
        const { result } = await desk.act((tx) => tx.entries({ limit: 10, memberId }));
        expect(result.map(({ version }) => version)).toEqual([5, 3]);
        expect((await desk.act((tx) => tx.entries({ limit: 1 }))).result.map(({ version }) => version)).toEqual([6]);
      });

      test("takes over entries of another copy, each with a version of its own before the command's", async () => {
        const desk = await Desk.open(store);
        const [first, second] = [desk.head({ command: "event.add" }), desk.head({ command: "event.remove" })];
        const event = desk.event();
        const done = await desk.act(async (tx) => {
          await tx.insert("event", event);
          await tx.adoptEntry({ ...first, changes: [{ noun: "event", id: event.id, op: "insert" }] });
          await tx.adoptEntry({ ...second, changes: [] });
          expect(await tx.entry(first.id)).toMatchObject({ command: "event.add" });
        });
        expect(done).toMatchObject({ version: 4, changes: [{ noun: "event", id: event.id, op: "insert" }] });
        const entries = await store.entries(desk.workspaceId, { limit: 10 });
        expect(entries.map(({ version, command }) => [version, command])).toEqual([
          [4, "test.act"],
          [3, "event.remove"],
          [2, "event.add"],
          [1, "workspace.create"],
        ]);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 4 });
        expect(await desk.act(async () => "next")).toMatchObject({ version: 5 });
      });

      test("holds an entry once", async () => {
        const desk = await Desk.open(store);
        const head = desk.head();
        await store.transact(desk.workspaceId, head, async () => undefined);
        await expect(store.transact(desk.workspaceId, head, async () => undefined)).rejects.toThrow(taken);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 2 });
      });
    });

    describe("loading", () => {
      test("gives whole nouns with versions and tombstones, at one version, in order of id", async () => {
        const desk = await Desk.open(store);
        const event = await desk.insert("event", desk.event());
        const [a, b] = [desk.note({ eventId: event.id }), desk.note()];
        await desk.insert("note", b, a);
        await desk.act((tx) => tx.remove("note", b.id));
        const loaded = await store.load(desk.workspaceId);
        expect(loaded).toMatchObject({ ...(await store.head(desk.workspaceId)), version: 4 });
        const rows = Object.entries(loaded.rows).filter(([, kept]) => kept.length > 0);
        expect(Object.fromEntries(rows)).toEqual({
          workspace: [{ record: desk.workspace(), version: 1, removed: false }],
          event: [{ record: event, version: 2, removed: false }],
          note: [
            { record: a, version: 3, removed: false },
            { record: b, version: 4, removed: true },
          ],
        });
      });

      test("gives the nouns that are asked for, and since a version what changed after it", async () => {
        const desk = await Desk.open(store);
        const [a, b] = [desk.note({ text: "a" }), desk.note({ text: "b" })];
        await desk.insert("note", a);
        await desk.insert("note", b);
        await desk.insert("event", desk.event());
        await desk.act((tx) => tx.patch("note", a.id, { text: "A" }));
        const { rows, version } = await store.load(desk.workspaceId, ["note", "step"], { since: 3 });
        expect(rows).toEqual({ note: [{ record: { ...a, text: "A" }, version: 5, removed: false }], step: [] });
        const nothing = await store.load(desk.workspaceId, ["note", "event"], { since: version });
        expect(nothing.rows).toEqual({ note: [], event: [] });
      });
    });

    describe("a device's queue", () => {
      test("is counted with each command: the next runs once, any other is out of turn and does nothing", async () => {
        const desk = await Desk.open(store);
        const deviceId = desk.head().deviceId;
        const last = () => store.look(desk.workspaceId, (look) => look.lastSequence(deviceId));
        const push = (sequence: number) => desk.act((tx) => tx.insert("note", desk.note()), { sequence });
        expect(await last()).toBe(0);
        await push(1);
        await push(2);
        expect(await last()).toBe(2);
        const before = await desk.everything();
        const outOfTurn = expect.objectContaining({ name: "OutOfTurn" });
        for (const sequence of [0, 1, 2, 4]) await expect(push(sequence)).rejects.toEqual(outOfTurn);
        expect(await desk.everything()).toEqual(before);
        expect(await last()).toBe(2);
        expect(before.entries[0]).not.toHaveProperty("sequence");
      });

      test("is not counted where the command fails", async () => {
        const desk = await Desk.open(store);
        const head = desk.head({ sequence: 1 });
        const failing = store.transact(desk.workspaceId, head, async () => {
          throw new Refusal("not-allowed", "Not today.");
        });
        await expect(failing).rejects.toThrow("Not today.");
        expect(await store.look(desk.workspaceId, (look) => look.lastSequence(head.deviceId))).toBe(0);
        await store.transact(desk.workspaceId, head, async () => undefined);
      });

      test("finds an entry that is in the journal already out of turn, under whatever number it comes again", async () => {
        const desk = await Desk.open(store);
        const head = desk.head();
        await store.transact(desk.workspaceId, head, async () => undefined);
        const again = store.transact(desk.workspaceId, { ...head, sequence: 1 }, async () => undefined);
        await expect(again).rejects.toEqual(expect.objectContaining({ name: "OutOfTurn" }));
      });

      test("of two at once with one number runs one", async () => {
        const desk = await Desk.open(store);
        const push = () => desk.act((tx) => tx.insert("note", desk.note()), { sequence: 1 });
        const outcomes = await Promise.allSettled([push(), push(), push()]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
        expect(await store.head(desk.workspaceId)).toMatchObject({ version: 2 });
      });

      test("counts a refused command too and keeps why; the version stays", async () => {
        const desk = await Desk.open(store);
        const { deviceId, id } = desk.head();
        const refusal = { entryId: id, code: "not-found", message: 'There is no "step\0\uD83D" here.' };
        await store.settle(desk.workspaceId, { deviceId, sequence: 1, refusal });
        await store.settle(desk.workspaceId, { deviceId, sequence: 2, refusal: null });
        const look = await store.look(desk.workspaceId, async (look) => ({
          version: look.head.version,
          last: await look.lastSequence(deviceId),
          refusals: [await look.refusal(deviceId, 1), await look.refusal(deviceId, 2)],
        }));
        expect(look).toEqual({ version: 1, last: 2, refusals: [refusal, undefined] });
        const again = store.settle(desk.workspaceId, { deviceId, sequence: 2, refusal });
        await expect(again).rejects.toEqual(expect.objectContaining({ name: "OutOfTurn" }));
        expect(await desk.act(async () => "next", { sequence: 3 })).toMatchObject({ version: 2 });
        const elsewhere = new Desk(store);
        await expect(store.settle(elsewhere.workspaceId, { deviceId, sequence: 1, refusal })).rejects.toEqual(
          expect.objectContaining({ name: "Refusal", code: "not-found" }),
        );
      });
    });

    describe("looking", () => {
      test("sees rows and entries between versions, and nothing of what is written meanwhile", async () => {
        const desk = await Desk.open(store);
        const [a, b, c] = [desk.note({ text: "a" }), desk.note({ text: "b" }), desk.note({ text: "c" })];
        for (const note of [a, b, c]) await desk.insert("note", note);
        await desk.act((tx) => tx.remove("note", b.id));
        const seen = await store.look(desk.workspaceId, async (look) => ({
          head: look.head,
          between: await look.rows("note", { after: 2, until: 4 }),
          all: await look.rows("note", { after: 0, until: 9 }),
          none: await look.rows("event", { after: 0, until: 9 }),
          count: await look.count("note"),
          after: (await look.entriesAfter(2, 2)).map(({ version }) => version),
          before: (await look.entriesBefore(5, 2)).map(({ version }) => version),
        }));
        const rows = [
          { record: a, version: 2, removed: false },
          { record: b, version: 5, removed: true },
          { record: c, version: 4, removed: false },
        ];
        expect(seen).toEqual({
          head: await store.head(desk.workspaceId),
          between: [rows[2]],
          all: rows,
          none: [],
          count: 3,
          after: [3, 4],
          before: [4, 3],
        });
        const [entry] = await store.entries(desk.workspaceId, { limit: 1 });
        expect(await store.look(desk.workspaceId, (look) => look.entry(entry!.id))).toEqual(entry);
        expect(await store.look(desk.workspaceId, (look) => look.entry(entryId(desk.ids.next())))).toBeUndefined();
        await expect(store.look(new Desk(store).workspaceId, async () => undefined)).rejects.toEqual(
          expect.objectContaining({ name: "Refusal", code: "not-found" }),
        );
      });

      test("sees what each entry was stamped with: the same entry written once more is stamped otherwise", async () => {
        const desk = await Desk.open(store);
        const other = new Desk(store);
        const head = desk.head();
        await store.transact(desk.workspaceId, head, async () => undefined);
        await other.create();
        await store.transact(other.workspaceId, head, async () => undefined);
        const stamps = (workspaceId: typeof desk.workspaceId) =>
          store.look(workspaceId, (look) => Promise.all([1, 2, 99].map((version) => look.stampAt(version))));
        const [one, two] = [await stamps(desk.workspaceId), await stamps(other.workspaceId)];
        expect(one[1]).toBe(one[2]);
        expect(new Set([...one, ...two]).size).toBe(4);
        expect(await stamps(desk.workspaceId)).toEqual(one);
      });

      test("goes through a noun's rows by id, a part at a time, of one event, of none, or of all", async () => {
        const desk = await Desk.open(store);
        const event = await desk.insert("event", desk.event());
        const notes = [1, 2, 3, 4].map((n) => desk.note({ text: `${n}`, eventId: n % 2 === 0 ? event.id : null }));
        await desk.insert("note", ...notes.toReversed());
        await desk.act((tx) => tx.patch("note", notes[3]!.id, { text: "later" }));
        const texts = (part: { eventId?: typeof event.id | null; afterId?: string; until?: number; limit?: number }) =>
          store.look(desk.workspaceId, async (look) =>
            (await look.slice("note", { afterId: "", until: 99, limit: 9, ...part })).map(({ record }) => record.text),
          );
        expect(await texts({})).toEqual(["1", "2", "3", "later"]);
        expect(await texts({ limit: 2 })).toEqual(["1", "2"]);
        expect(await texts({ afterId: notes[1]!.id })).toEqual(["3", "later"]);
        expect(await texts({ until: 3 })).toEqual(["1", "2", "3"]);
        expect(await texts({ eventId: event.id })).toEqual(["2", "later"]);
        expect(await texts({ eventId: null, limit: 1, afterId: notes[0]!.id })).toEqual(["3"]);
      });
    });

    test("random histories leave the rows, versions and changes that a plain oracle says", async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (commands) => {
          const desk = new Desk(store);
          await desk.act(async () => undefined, { command: "workspace.create" });
          const oracle = new Oracle();
          for (const command of commands) {
            const calls = oracle.plan(command);
            const acting = desk.act(async (tx) => {
              for (const call of calls) await call(tx);
              if (command.fails) throw new Error("on purpose");
            });
            const outcome = await acting.then(
              ({ changes }) => changes,
              (error: unknown) => error,
            );
            expect(outcome).toEqual(command.fails ? new Error("on purpose") : oracle.entries[0]?.changes);
          }
          const { version, rows } = await store.load(desk.workspaceId);
          expect({ version, rows }).toEqual({ version: oracle.version, rows: oracle.loaded() });
          const entries = await store.entries(desk.workspaceId, { limit: 1000 });
          expect(entries.map(({ version, changes }) => ({ version, changes }))).toEqual(oracle.entries);
        }),
        { numRuns: runs },
      );
    });

    test("is in order after all of that", async () => {
      expect(await store.check()).toEqual([]);
    });
  });
}
