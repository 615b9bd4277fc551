import { describe, expect, test } from "vitest";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { Replica } from "#replica/replica.ts";
import type { Changed } from "#replica/watch.ts";
import { record } from "../../test/contract/store-records.ts";

const workspaceId = "01970000-0000-7000-8000-000000000001" as WorkspaceId;
const memberId = "01970000-0000-7000-8000-000000000002" as MemberId;
const [a, b] = ["01970000-0000-7000-8000-00000000000a", "01970000-0000-7000-8000-00000000000b"] as const;

function step(id: string, fields: Record<string, unknown> = {}) {
  return record("step", { id, what: "Send Ana the deck", ...fields });
}

function open() {
  const replica = new Replica(workspaceId, memberId, nounNames);
  const heard: string[][] = [];
  const listen = (changes: readonly Changed[]) => {
    heard.push(
      changes.map(({ id, before, after }) => `${id.slice(-1)} ${before ? "was" : "new"} ${after ? "is" : "gone"}`),
    );
  };
  return { replica, heard, listen };
}

describe("a listener", () => {
  test("is told of what it asked for and of nothing else: a noun, an id, a field's value", async () => {
    const { replica } = open();
    const heard: Record<string, number> = { noun: 0, id: 0, open: 0, done: 0, person: 0 };
    const count = (name: string) => () => void (heard[name] = (heard[name] ?? 0) + 1);
    replica.watch([{ noun: "step" }], count("noun"));
    replica.watch([{ noun: "step", id: a }], count("id"));
    replica.watch([{ noun: "step", field: "state", value: "open" }], count("open"));
    replica.watch([{ noun: "step", field: "state", value: "done" }], count("done"));
    replica.watch([{ noun: "person" }], count("person"));
    replica.put({ noun: "step", record: step(a), removed: false });
    expect(heard).toEqual({ noun: 1, id: 1, open: 1, done: 0, person: 0 });
    replica.put({ noun: "step", record: step(b), removed: false });
    expect(heard).toEqual({ noun: 2, id: 1, open: 2, done: 0, person: 0 });
    replica.put({ noun: "step", record: step(b, { state: "done" }), removed: false });
    expect(heard).toEqual({ noun: 3, id: 1, open: 3, done: 1, person: 0 });
    replica.put({ noun: "step", record: step(b, { state: "done" }), removed: true });
    expect(heard).toEqual({ noun: 4, id: 1, open: 3, done: 2, person: 0 });
  });

  test("is told once a transaction, of all of it", async () => {
    const { replica, heard, listen } = open();
    replica.watch([{ noun: "step" }, { noun: "step", id: a }], listen);
    await replica.changing(async () => {
      replica.put({ noun: "step", record: step(a), removed: false });
      replica.put({ noun: "step", record: step(a, { what: "Ring Ana" }), removed: false });
      replica.put({ noun: "step", record: step(b), removed: false });
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual([["a new is", "b new is"]]);
  });

  test("hears nothing of what ends as it began, and nothing of records that are put again as they are", async () => {
    const { replica, heard, listen } = open();
    replica.put({ noun: "step", record: step(a), removed: false });
    replica.watch([{ noun: "step" }], listen);
    await replica.changing(async () => {
      replica.put({ noun: "step", record: step(a, { what: "Ring Ana" }), removed: false });
      replica.put({ noun: "step", record: step(b), removed: false });
      replica.put({ noun: "step", record: step(a), removed: false });
      replica.put({ noun: "step", record: step(b), removed: true });
    });
    expect(heard).toEqual([]);
  });

  test("hears of what a failed transaction left changed, and the transaction's failure is its own", async () => {
    const { replica, heard, listen } = open();
    replica.watch([{ noun: "step" }], listen);
    const failing = replica.changing(async () => {
      replica.put({ noun: "step", record: step(a), removed: false });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(heard).toEqual([["a new is"]]);
  });

  test("that stopped hears nothing more, and others do", async () => {
    const { replica, heard, listen } = open();
    const stop = replica.watch([{ noun: "step", field: "state", value: "open" }], listen);
    replica.watch([{ noun: "step", field: "state", value: "open" }], listen);
    stop();
    stop();
    replica.put({ noun: "step", record: step(a), removed: false });
    expect(heard).toEqual([["a new is"]]);
  });
});

describe("a question", () => {
  test("that is read says what to watch: exactly what would change its answer", async () => {
    const { replica } = open();
    replica.put({ noun: "step", record: step(a), removed: false });
    replica.put({ noun: "step", record: step(b, { state: "done" }), removed: false });
    const ask = () =>
      replica.reading(() => ({
        open: replica.by("step", "state", "open").map(({ what }) => what),
        owner: replica.get("member", memberId)?.name,
      }));
    const first = ask();
    expect(first).toEqual({
      answer: { open: ["Send Ana the deck"], owner: undefined },
      watched: [
        { noun: "step", field: "state", value: "open" },
        { noun: "member", id: memberId },
      ],
    });
    let told = 0;
    replica.watch(first.watched, () => void (told += 1));
    replica.put({ noun: "step", record: step(b, { state: "done", cameOfIt: "A meeting" }), removed: false });
    expect(told).toBe(0);
    replica.put({ noun: "step", record: step(a, { what: "Ring Ana" }), removed: false });
    replica.put({ noun: "member", record: record("member", { id: memberId, name: "Mira" }), removed: false });
    expect(told).toBe(2);
    expect(ask().answer).toEqual({ open: ["Ring Ana"], owner: "Mira" });
  });

  test("inside another is part of what the outer one read", async () => {
    const { replica } = open();
    const outer = replica.reading(() => {
      replica.count("page");
      return replica.reading(() => [...replica.all("note")].length).watched;
    });
    expect(outer).toEqual({ answer: [{ noun: "note" }], watched: [{ noun: "page" }, { noun: "note" }] });
  });
});
