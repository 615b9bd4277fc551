import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { EntryHead, Transactor, Tx } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Guess, Layers, type NounRow } from "#replica/layers.ts";
import { Replica } from "#replica/replica.ts";
import { Ids, record } from "../../test/contract/store-records.ts";

const workspaceId = "01970000-0000-7000-8000-000000000001" as WorkspaceId;
const memberId = "01970000-0000-7000-8000-000000000002" as MemberId;
const deviceId = "01970000-0000-7000-8000-000000000003" as DeviceId;

const workspace: NounRow = {
  noun: "workspace",
  record: record("workspace", { id: workspaceId, name: "Upshot", timeZone: "Europe/Brussels" }),
  removed: false,
};

async function open(rows: readonly NounRow[] = []): Promise<Layers> {
  const layers = new Layers(new Replica(workspaceId, memberId, nounNames));
  await layers.confirm({ rows: [workspace, ...rows], entries: [], settled: new Set() });
  return layers;
}

function note(id: string, fields: Record<string, unknown> = {}): RecordOf<"note"> {
  return record("note", { id, text: "one", ...fields });
}

function rowOf(record: RecordOf<"note">, removed = false): NounRow {
  return { noun: "note", record, removed };
}

/** A command of one act, which counts how often it ran. */
class Act implements Guess {
  readonly entryId: EntryId;
  readonly #work: (tx: Tx) => Promise<void>;
  runs = 0;

  constructor(entryId: string, work: (tx: Tx) => Promise<void>) {
    this.entryId = entryId as EntryId;
    this.#work = work;
  }

  run(store: Transactor): Promise<unknown> {
    this.runs += 1;
    return store.transact(workspaceId, head(this.entryId), this.#work);
  }
}

function head(id: EntryId): EntryHead {
  const at = "2026-02-01T10:00:00.000Z" as EntryHead["at"];
  return { id, command: "test.act", args: null, memberId, deviceId, at, undoes: null };
}

function texts({ replica }: Layers): Record<string, string> {
  return Object.fromEntries([...replica.all("note")].map(({ id, text }) => [id.slice(-1), text]));
}

const ids = new Ids(0x1a1a);
const [a, b, c] = [ids.next(), ids.next(), ids.next()].map((id) => id as RecordOf<"note">["id"]) as [
  RecordOf<"note">["id"],
  RecordOf<"note">["id"],
  RecordOf<"note">["id"],
];

describe("a command on top of what is confirmed", () => {
  test("shows at once, is another way of seeing the confirmed rows, and goes when it is refused", async () => {
    const layers = await open([rowOf(note(a))]);
    const change = new Act(ids.next(), (tx) => tx.patch("note", a, { text: "two" }));
    await layers.add(change);
    expect(texts(layers)).toEqual({ [a.slice(-1)]: "two" });
    await layers.confirm({ rows: [], entries: [], settled: new Set([change.entryId]) });
    expect(texts(layers)).toEqual({ [a.slice(-1)]: "one" });
    expect(layers.pending).toEqual([]);
  });

  test("that is refused here leaves nothing behind, and is not on top", async () => {
    const layers = await open();
    const refused = new Act(ids.next(), async (tx) => {
      await tx.insert("note", note(a));
      throw new Refusal("not-allowed", "Not today.");
    });
    await expect(layers.add(refused)).rejects.toThrow("Not today.");
    expect([texts(layers), layers.pending]).toEqual([{}, []]);
  });

  test("is not run again where the server confirms just what was guessed, nor is what stands on it", async () => {
    const layers = await open([rowOf(note(a))]);
    const first = new Act(ids.next(), (tx) => tx.patch("note", a, { text: "two" }));
    const second = new Act(ids.next(), (tx) => tx.patch("note", a, { state: "kept" }));
    await layers.add(first);
    await layers.add(second);
    await layers.confirm({
      rows: [rowOf(note(a, { text: "two" })), rowOf(note(b))],
      entries: [],
      settled: new Set([first.entryId]),
    });
    expect([first.runs, second.runs]).toEqual([1, 1]);
    expect(layers.replica.get("note", a)).toMatchObject({ text: "two", state: "kept" });
  });

  test("is run again on top of what another device wrote, and both changes stay (invariant 6)", async () => {
    const layers = await open([rowOf(note(a)), rowOf(note(b))]);
    const mine = new Act(ids.next(), (tx) => tx.patch("note", a, { state: "kept" }));
    const aside = new Act(ids.next(), (tx) => tx.patch("note", b, { state: "kept" }));
    await layers.add(mine);
    await layers.add(aside);
    await layers.confirm({ rows: [rowOf(note(a, { text: "theirs" }))], entries: [], settled: new Set() });
    expect(layers.replica.get("note", a)).toMatchObject({ text: "theirs", state: "kept" });
    expect([mine.runs, aside.runs]).toEqual([2, 1]);
    await layers.confirm({ rows: [], entries: [], settled: new Set([mine.entryId]) });
    expect(layers.replica.get("note", a)).toMatchObject({ text: "theirs", state: "unread" });
  });

  test("is run again where a list that it read has another record now", async () => {
    const layers = await open([rowOf(note(a))]);
    const keepAll = new Act(ids.next(), async (tx) => {
      for (const one of await tx.list("note", { state: "unread" })) await tx.patch("note", one.id, { state: "kept" });
    });
    await layers.add(keepAll);
    await layers.confirm({ rows: [rowOf(note(b))], entries: [], settled: new Set() });
    await layers.confirm({ rows: [rowOf(note(c, { state: "letGo" }))], entries: [], settled: new Set() });
    expect([...layers.replica.all("note")].map(({ state }) => state)).toEqual(["kept", "kept", "letGo"]);
    expect(keepAll.runs).toBe(2);
  });

  test("that no longer fits changes nothing, and comes back when it fits again", async () => {
    const layers = await open([rowOf(note(a))]);
    const change = new Act(ids.next(), (tx) => tx.patch("note", a, { text: "two" }));
    await layers.add(change);
    await layers.confirm({ rows: [rowOf(note(a), true)], entries: [], settled: new Set() });
    expect([texts(layers), layers.pending]).toEqual([{}, [change.entryId]]);
    await layers.confirm({ rows: [rowOf(note(a))], entries: [], settled: new Set() });
    expect(texts(layers)).toEqual({ [a.slice(-1)]: "two" });
  });

  test("stays when everything confirmed is dropped, and is there again with the rows it needs", async () => {
    const layers = await open([rowOf(note(a))]);
    const change = new Act(ids.next(), (tx) => tx.patch("note", a, { text: "two" }));
    const add = new Act(ids.next(), (tx) => tx.insert("note", note(b)));
    await layers.add(change);
    await layers.add(add);
    await layers.drop();
    expect(texts(layers)).toEqual({});
    await layers.confirm({ rows: [workspace], entries: [], settled: new Set() });
    expect(texts(layers)).toEqual({ [b.slice(-1)]: "one" });
    await layers.confirm({ rows: [rowOf(note(a))], entries: [], settled: new Set() });
    expect(texts(layers)).toEqual({ [a.slice(-1)]: "two", [b.slice(-1)]: "one" });
  });

  test("gives listeners one notice, and none where what it guessed is confirmed", async () => {
    const layers = await open([rowOf(note(a))]);
    let told = 0;
    layers.replica.watch([{ noun: "note" }], () => void (told += 1));
    const change = new Act(ids.next(), (tx) => tx.patch("note", a, { text: "two" }));
    await layers.replica.changing(() => layers.add(change));
    expect(told).toBe(1);
    await layers.replica.changing(() =>
      layers.confirm({ rows: [rowOf(note(a, { text: "two" }))], entries: [], settled: new Set([change.entryId]) }),
    );
    expect(told).toBe(1);
  });
});

/** Acts whose outcome depends on what they find. Numbers choose among three notes. */
const act = fc.record({
  do: fc.constantFrom("insert", "patch", "copy", "count", "remove", "revive", "refuse", "undo"),
  which: fc.nat({ max: 2 }),
  other: fc.nat({ max: 2 }),
  text: fc.constantFrom("x", "y", "z"),
});
type AnyAct = typeof act extends fc.Arbitrary<infer T> ? T : never;
const three = [a, b, c] as const;

async function perform(tx: Tx, one: AnyAct, undone: EntryId): Promise<void> {
  const [id, other] = [three[one.which]!, three[one.other]!]; // of three
  const there = await tx.get("note", id);
  switch (one.do) {
    case "insert":
      return tx.insert("note", note(id, { text: one.text }));
    case "patch":
      return tx.patch("note", id, { text: one.text });
    case "copy":
      return tx.patch("note", id, { text: ((await tx.get("note", other))?.text ?? "none").slice(0, 3) });
    case "count":
      return tx.patch("note", id, { text: `${(await tx.list("note", { text: one.text })).length}` });
    case "remove":
      return there ? tx.remove("note", id) : undefined;
    case "revive":
      return tx.revive("note", id);
    case "refuse":
      if (there?.text === one.text) throw new Refusal("not-allowed", "Not with these words.");
      return tx.patch("note", id, { state: "kept" });
    case "undo": {
      const entry = await tx.entry(undone);
      return tx.patch("note", id, { text: `${entry?.changes.length ?? "no"}` });
    }
  }
}

const doings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("run" as const), act }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("confirm" as const),
        rows: fc.uniqueArray(
          fc.record({
            which: fc.nat({ max: 2 }),
            text: fc.constantFrom("x", "y", "z", "0", "1"),
            removed: fc.boolean(),
          }),
          { selector: ({ which }) => which, maxLength: 3 },
        ),
        settled: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop" as const) }) },
  ),
  { maxLength: 30 },
);

test("whatever is run, confirmed, settled and dropped: it looks as if all pending had been run anew on the rows", async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const names = new Ids(0x2b2b);
      const layers = await open();
      let guesses: Act[] = [];
      let rows = new Map<string, NounRow>([[workspaceId, workspace]]);
      for (const one of list) {
        if (one.kind === "run") {
          const undone = guesses.at(-1)?.entryId ?? (names.next() as EntryId);
          const guess = new Act(names.next(), (tx) => perform(tx, one.act, undone));
          await layers.addAgain(guess);
          guesses.push(guess);
        } else if (one.kind === "drop") {
          rows = new Map([[workspaceId, workspace]]);
          await layers.drop();
          await layers.confirm({ rows: [workspace], entries: [], settled: new Set() });
        } else {
          const fresh = one.rows.map(({ which, text, removed }) => rowOf(note(three[which]!, { text }), removed));
          for (const row of fresh) rows.set(row.record.id, row);
          const settled = new Set(one.settled.flatMap((at) => guesses[at]?.entryId ?? []));
          guesses = guesses.filter(({ entryId }) => !settled.has(entryId));
          await layers.confirm({ rows: fresh, entries: [], settled });
        }
        const plain = await open([...rows.values()].slice(1));
        for (const guess of guesses) await plain.addAgain(guess);
        for (const id of three) expect(layers.replica.kept("note", id)).toEqual(plain.replica.kept("note", id));
        expect(layers.pending).toEqual(guesses.map(({ entryId }) => entryId));
      }
    }),
    { numRuns: 400 },
  );
});
