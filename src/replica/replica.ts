import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { IdOf, Noun, RecordOf } from "#domain/model/nouns.ts";
import { assert } from "#domain/refusal.ts";

/** One row as a store or the sync hands it over. */
export interface Row<N extends Noun = Noun> {
  noun: N;
  record: RecordOf<N>;
  /** A tombstone: the record was removed. */
  removed: boolean;
}

type Table = Map<string, RecordOf<Noun>>;
type Index = Map<unknown, Map<string, RecordOf<Noun>>>;

/**
 * A workspace in memory, or the nouns of it that a question needs: tables by id, and indexes by field that are made on
 * first use and kept current. Questions read it and nothing else; the same in the browser, the command line and the server.
 */
export class Replica {
  readonly workspaceId: WorkspaceId;
  /** Who is looking: "mine" is this member's. */
  readonly memberId: MemberId;
  readonly #tables = new Map<Noun, Table>();
  readonly #indexes = new Map<Noun, Map<string, Index>>();

  /** @param nouns the nouns it holds; asking for another is a mistake of ours. */
  constructor(workspaceId: WorkspaceId, memberId: MemberId, nouns: readonly Noun[]) {
    this.workspaceId = workspaceId;
    this.memberId = memberId;
    for (const noun of nouns) this.#tables.set(noun, new Map());
  }

  /** Takes a row in: a new record, a newer state of one, or a tombstone. Rows of nouns it does not hold are left out. */
  put<N extends Noun>({ noun, record, removed }: Row<N>): void {
    const table = this.#tables.get(noun);
    if (table === undefined) return;
    const before = table.get(record.id);
    if (removed) table.delete(record.id);
    else table.set(record.id, record);
    for (const [field, index] of this.#indexes.get(noun) ?? []) {
      if (before !== undefined) index.get(fieldOf(before, field))?.delete(record.id);
      if (!removed) enter(index, fieldOf(record, field), record);
    }
  }

  get<N extends Noun>(noun: N, id: IdOf<N> | null): RecordOf<N> | undefined {
    if (id === null) return undefined;
    return this.#table(noun).get(id) as RecordOf<N> | undefined; // a noun's table holds that noun's records
  }

  /** Every record of a noun, in the order it was taken in. */
  all<N extends Noun>(noun: N): IterableIterator<RecordOf<N>> {
    return this.#table(noun).values() as IterableIterator<RecordOf<N>>; // as above
  }

  count(noun: Noun): number {
    return this.#table(noun).size;
  }

  /** The records of a noun whose field has this value. */
  by<N extends Noun, F extends keyof RecordOf<N> & string>(noun: N, field: F, value: RecordOf<N>[F]): RecordOf<N>[] {
    const found = this.#index(noun, field).get(value);
    return found === undefined ? [] : ([...found.values()] as RecordOf<N>[]); // as above
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
