import * as fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { Kind } from "#domain/model/fields.ts";
import type { Change, Row, Tx } from "#domain/ports.ts";
import { tableOf } from "#store/tables.ts";
import { type Fields, Ids } from "./store-records.ts";

/** One act of a random command. Numbers choose among the records there are, so that every act fits when it comes. */
export type Act =
  | { do: "insert"; noun: Noun; fields: Fields }
  | { do: "patch"; noun: Noun; which: number; fields: Fields }
  | { do: "remove" | "revive"; noun: Noun; which: number };

export interface Command {
  acts: Act[];
  /** Thrown after the acts: nothing of them may stay. */
  fails: boolean;
}

/** The words a workspace would be made of by the plainest program that keeps the promises of `Tx`. */
export class Oracle {
  version = 1;
  rows = new Map<string, { noun: Noun } & Row>();
  entries: { version: number; changes: Change[] }[] = [{ version: 1, changes: [] }];
  readonly #ids = new Ids(0xffff);

  /** What a command does to the rows, as calls of `Tx` for the store. The rows are changed where it does not fail. */
  plan({ acts, fails }: Command): ((tx: Tx) => Promise<void>)[] {
    const before = new Map(this.rows);
    const calls: ((tx: Tx) => Promise<void>)[] = [];
    const changes: Change[] = [];
    for (const act of acts) calls.push(...this.#plan(act, changes));
    if (fails) {
      this.rows = before;
      return calls;
    }
    this.version += 1;
    this.entries.unshift({ version: this.version, changes: folded(changes) });
    return calls;
  }

  /** As `Store.load` gives them, in order of id. */
  loaded(): { [N in Noun]: Row[] } {
    const rows = [...this.rows.values()].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    const of = (noun: Noun) =>
      rows.filter((row) => row.noun === noun).map(({ record, version, removed }) => ({ record, version, removed }));
    return Object.fromEntries(nounNames.map((noun) => [noun, of(noun)])) as { [N in Noun]: Row[] }; // every noun
  }

  #plan(act: Act, changes: Change[]): ((tx: Tx) => Promise<void>)[] {
    const { noun } = act;
    const version = this.version + 1;
    if (act.do === "insert") {
      const id = this.#ids.next();
      const record = { ...act.fields, id } as RecordOf<Noun>; // random, of the noun's columns
      this.#put({ noun, record, version, removed: false });
      changes.push({ noun, id, op: "insert" });
      return [(tx) => tx.insert(noun, record)];
    }
    const row = this.#choose(noun, act.which, act.do === "revive");
    if (!row) return [];
    const { id } = row.record;
    if (act.do !== "patch") {
      this.#put({ ...row, version, removed: act.do === "remove" });
      changes.push({ noun, id, op: act.do });
      return [(tx) => (act.do === "remove" ? tx.remove(noun, id) : tx.revive(noun, id))];
    }
    const old: Fields = row.record;
    const after = Object.entries(act.fields).filter(([field, value]) => !isDeepStrictEqual(old[field], value));
    if (after.length > 0) {
      const record = { ...row.record, ...Object.fromEntries(after) } as RecordOf<Noun>; // random, of its columns
      this.#put({ ...row, record, version });
      const before = after.map(([field]) => [field, old[field]]);
      changes.push({ noun, id, op: "patch", before: Object.fromEntries(before), after: Object.fromEntries(after) });
    }
    return [(tx) => tx.patch(noun, id, act.fields)];
  }

  #put(row: { noun: Noun } & Row): void {
    this.rows.set(`${row.noun} ${row.record.id}`, row);
  }

  #choose(noun: Noun, which: number, removed: boolean): ({ noun: Noun } & Row) | undefined {
    const fitting = [...this.rows.values()].filter((row) => row.noun === noun && row.removed === removed);
    return fitting[which % Math.max(1, fitting.length)];
  }
}

/** What stays of a record's patches between two other acts on it: first `before`, last `after`, where they differ. */
function folded(changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  for (const [at, change] of changes.entries()) {
    const own = (other: Change) => other.noun === change.noun && other.id === change.id;
    if (change.op !== "patch") {
      result.push(change);
      continue;
    }
    const earlier = changes.slice(0, at).findLast(own);
    if (earlier?.op === "patch" || earlier?.op === "insert") continue;
    const later = changes.slice(at).filter(own);
    const end = later.findIndex((other) => other.op !== "patch");
    const run = (end === -1 ? later : later.slice(0, end)).filter((other) => other.op === "patch");
    const before: Fields = Object.assign({}, ...run.toReversed().map((patch) => patch.before));
    const after: Fields = Object.assign({}, ...run.map((patch) => patch.after));
    const fields = Object.keys(after).filter((field) => !isDeepStrictEqual(before[field], after[field]));
    const pick = (from: Fields) => Object.fromEntries(fields.map((field) => [field, from[field]]));
    if (fields.length > 0) result.push({ ...change, before: pick(before), after: pick(after) });
  }
  return result;
}

/** Text of any kind: of one letter (so that values repeat), of many alphabets, with NUL and halves of pairs. */
const anyText = fc.oneof(
  fc.constantFrom("", "a", "b", "\0", "\uD83D", "\uFDD0", "\uFDD00000", 'it\'s "quoted" \\ 100%', "\r\n\t"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const anyJson = fc.oneof(
  fc.constantFrom<unknown>([], {}, ["a"], { a: 1, b: null }),
  fc.array(fc.record({ value: anyText, label: fc.option(anyText), n: fc.integer() }), { maxLength: 3 }),
);

const byKind: { [K in Kind]: fc.Arbitrary<unknown> } = {
  id: fc.uuid(),
  text: anyText,
  integer: fc.oneof(fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER), fc.integer()),
  real: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), // JSON has no -0
  boolean: fc.boolean(),
  json: anyJson,
};

/** Values for every field but the id. Fields that refer are null where they may be, and left out where not. */
export function fieldsOf(noun: Noun, options: { some: boolean }): fc.Arbitrary<Fields> {
  const columns = tableOf(noun).columns.filter(({ field }) => field !== "id");
  const values = columns.map(({ field, kind, isNullable, refersTo }) => {
    const nothing = fc.constant(null);
    return [field, refersTo ? nothing : isNullable ? fc.option(byKind[kind]) : byKind[kind]] as const;
  });
  const model = Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>;
  return options.some ? fc.record(model, { requiredKeys: [] }) : fc.record(model);
}

/** Nouns that need no other noun to be there. */
export const freeNouns = nounNames.filter((noun) =>
  tableOf(noun).columns.every(({ refersTo, isNullable }) => refersTo === null || isNullable),
);

const anyNoun = fc.constantFrom<Noun>("event", "note", "step", "organization");
const which = fc.nat({ max: 20 });
const act: fc.Arbitrary<Act> = fc.oneof(
  anyNoun.chain((noun) =>
    fc.record({ do: fc.constant("insert" as const), noun: fc.constant(noun), fields: fieldsOf(noun, { some: false }) }),
  ),
  anyNoun.chain((noun) =>
    fc.record({
      do: fc.constant("patch" as const),
      noun: fc.constant(noun),
      which,
      fields: fieldsOf(noun, { some: true }),
    }),
  ),
  fc.record({ do: fc.constantFrom("remove" as const, "revive" as const), noun: anyNoun, which }),
);

export const histories: fc.Arbitrary<Command[]> = fc.array(
  fc.record({ acts: fc.array(act, { maxLength: 8 }), fails: fc.nat({ max: 4 }).map((n) => n === 0) }),
  { minLength: 1, maxLength: 8 },
);
