import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { IdOf, Noun, RecordOf } from "#domain/model/nouns.ts";
import { isSame } from "#domain/changes.ts";
import { assert } from "#domain/refusal.ts";
import { type Changed, type Listener, type Watched, Watchers } from "./watch.ts";

/** One row as a store or the sync hands it over. */
export interface Row<N extends Noun = Noun> {
  noun: N;
  record: RecordOf<N>;
  /** A tombstone: the record was removed. */
  removed: boolean;
}

type Table = Map<string, RecordOf<Noun>>;
type Index = Map<unknown, Map<string, RecordOf<Noun>>>;

/** What is known of an id: its record, there or removed. */
export interface Kept<N extends Noun = Noun> {
  record: RecordOf<N>;
  removed: boolean;
}

/**
 * A workspace in memory, or the nouns of it that a question needs: tables by id, and indexes by field that are made on
 * first use and kept current. Questions read it and nothing else; the same in the browser, the command line and the server.
 * Records are shared with whoever asks, and never written to: a newer state is another record.
 */
export class Replica {
  readonly workspaceId: WorkspaceId;
  /** Who is looking: "mine" is this member's. */
  readonly memberId: MemberId;
  readonly #tables = new Map<Noun, Table>();
  readonly #tombstones = new Map<Noun, Table>();
  readonly #indexes = new Map<Noun, Map<string, Index>>();
  readonly #watchers = new Watchers();
  readonly #changeCounts = new Map<Noun, number>();
  /** What was there before, by noun and id, of what the running transaction has touched. */
  #before: Map<Noun, Map<string, RecordOf<Noun> | undefined>> | undefined;
  #reading: Watched[] | undefined;

  /** @param nouns the nouns it holds; asking for another is a mistake of ours. */
  constructor(workspaceId: WorkspaceId, memberId: MemberId, nouns: readonly Noun[]) {
    this.workspaceId = workspaceId;
    this.memberId = memberId;
    for (const noun of nouns) {
      this.#tables.set(noun, new Map());
      this.#tombstones.set(noun, new Map());
    }
  }

  /** Takes a row in: a new record, a newer state of one, or a tombstone. Rows of nouns it does not hold are left out. */
  put<N extends Noun>({ noun, record, removed }: Row<N>): void {
    this.set(noun, record.id, { record, removed });
  }

  /** Sets what is known of an id, or that nothing is. */
  set<N extends Noun>(noun: N, id: string, kept: Kept<N> | undefined): void {
    const [table, tombstones] = [this.#tables.get(noun), this.#tombstones.get(noun)];
    if (table === undefined || tombstones === undefined) return;
    const before = table.get(id);
    const after = kept === undefined || kept.removed ? undefined : kept.record;
    if (kept?.removed) tombstones.set(id, kept.record);
    else tombstones.delete(id);
    if (before === after) return;
    this.#changeCounts.set(noun, (this.#changeCounts.get(noun) ?? 0) + 1);
    if (after === undefined) table.delete(id);
    else table.set(id, after);
    for (const [field, index] of this.#indexes.get(noun) ?? []) {
      if (before !== undefined) leave(index, fieldOf(before, field), id);
      if (after !== undefined) enter(index, fieldOf(after, field), after);
    }
    this.#touch(noun, id, { before, after });
  }

  /** What is known of an id, a removed record too. */
  kept<N extends Noun>(noun: N, id: string): Kept<N> | undefined {
    const record = this.#tables.get(noun)?.get(id);
    if (record !== undefined) return { record, removed: false } as Kept<N>; // a noun's table holds that noun's records
    const tombstone = this.#tombstones.get(noun)?.get(id);
    return tombstone && ({ record: tombstone, removed: true } as Kept<N>); // as above
  }

  /** Every id that something is known of, by noun. */
  *ids(): Generator<[Noun, string]> {
    for (const tables of [this.#tables, this.#tombstones]) {
      for (const [noun, table] of tables) for (const id of table.keys()) yield [noun, id];
    }
  }

  /**
   * Runs `work` as one transaction: listeners hear of what it changed when it is over, once, and not at all of what ends as it
   * began. Transactions do not overlap.
   */
  async changing<T>(work: () => Promise<T>): Promise<T> {
    assert(this.#before === undefined, "one transaction of a replica runs after another");
    this.#before = new Map();
    try {
      return await work();
    } finally {
      const changes = [...this.#changes(this.#before)];
      this.#before = undefined;
      this.#watchers.tell(changes);
    }
  }

  /** Listens for changes. Gives the way to stop. */
  watch(watched: readonly Watched[], listener: Listener): () => void {
    return this.#watchers.add(watched, listener);
  }

  /** Asks a question, and says what to watch to know when its answer may be another: all that it read. */
  reading<T>(question: () => T): { answer: T; watched: Watched[] } {
    const outer = this.#reading;
    const watched = (this.#reading = []);
    try {
      return { answer: question(), watched };
    } finally {
      outer?.push(...watched);
      this.#reading = outer;
    }
  }

  get<N extends Noun>(noun: N, id: IdOf<N> | null): RecordOf<N> | undefined {
    if (id === null) return undefined;
    this.#reading?.push({ noun, id });
    return this.#table(noun).get(id) as RecordOf<N> | undefined; // a noun's table holds that noun's records
  }

  /** Every record of a noun, in the order it was taken in. */
  all<N extends Noun>(noun: N): IterableIterator<RecordOf<N>> {
    this.#reading?.push({ noun });
    return this.#table(noun).values() as IterableIterator<RecordOf<N>>; // as above
  }

  count(noun: Noun): number {
    this.#reading?.push({ noun });
    return this.#table(noun).size;
  }

  /** How often a record of a noun became another here; for what is made of many and kept as long as none of them does. */
  changesOf(noun: Noun): number {
    this.#reading?.push({ noun });
    return this.#changeCounts.get(noun) ?? 0;
  }

  /** The records of a noun whose field has this value. */
  by<N extends Noun, F extends keyof RecordOf<N> & string>(noun: N, field: F, value: RecordOf<N>[F]): RecordOf<N>[] {
    this.#reading?.push({ noun, field, value });
    const found = this.#index(noun, field).get(value);
    return found === undefined ? [] : ([...found.values()] as RecordOf<N>[]); // as above
  }

  #touch(
    noun: Noun,
    id: string,
    change: { before: RecordOf<Noun> | undefined; after: RecordOf<Noun> | undefined },
  ): void {
    if (this.#before === undefined) {
      if (!this.#watchers.isEmpty) this.#watchers.tell([{ noun, id, ...change }]);
      return;
    }
    let touched = this.#before.get(noun);
    if (touched === undefined) this.#before.set(noun, (touched = new Map()));
    if (!touched.has(id)) touched.set(id, change.before);
  }

  *#changes(touched: Map<Noun, Map<string, RecordOf<Noun> | undefined>>): Generator<Changed> {
    if (this.#watchers.isEmpty) return;
    for (const [noun, records] of touched) {
      for (const [id, before] of records) {
        const after = this.#table(noun).get(id);
        if (!isSame(before, after)) yield { noun, id, before, after };
      }
    }
  }

  #table(noun: Noun): Table {
    const table = this.#tables.get(noun);
    assert(table !== undefined, `a question names every noun it needs; "${noun}" was not loaded`);
    return table;
  }

  #index(noun: Noun, field: string): Index {
    let indexes = this.#indexes.get(noun);
    if (indexes === undefined) this.#indexes.set(noun, (indexes = new Map()));
    let index = indexes.get(field);
    if (index !== undefined) return index;
    indexes.set(field, (index = new Map()));
    for (const record of this.#table(noun).values()) enter(index, fieldOf(record, field), record);
    return index;
  }
}

function fieldOf(record: RecordOf<Noun>, field: string): unknown {
  return (record as Record<string, unknown>)[field]; // the field is one of the noun's own
}

function enter(index: Index, value: unknown, record: RecordOf<Noun>): void {
  const same = index.get(value);
  if (same === undefined) index.set(value, new Map([[record.id, record]]));
  else same.set(record.id, record);
}

function leave(index: Index, value: unknown, id: string): void {
  const same = index.get(value);
  if (same === undefined) return;
  same.delete(id);
  if (same.size === 0) index.delete(value);
}
