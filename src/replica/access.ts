import { fieldsOf } from "#domain/model/fields.ts";
import type { EntryId, MemberId } from "#domain/model/id.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import { assert } from "#domain/refusal.ts";
import type { Access } from "#domain/transaction.ts";
import type { Kept, Replica } from "./replica.ts";

/** What a command read: enough to say whether it would do the same on other rows. */
export interface Reads {
  /** Ids that were looked up, by noun. */
  ids: [Noun, string][];
  lists: { noun: Noun; where: object }[];
  entries: Set<EntryId>;
}

/** What a command made of one record: as it found it, and as it left it. */
export interface Write {
  noun: Noun;
  id: string;
  before: Kept | undefined;
  after: Kept;
}

/** What one run of a command leaves behind. */
export interface Trace {
  reads: Reads;
  /** One for each record. */
  writes: Map<string, Write>;
  /** The journal entries it made, its own last. */
  entries: Entry[];
}

export function newTrace(): Trace {
  return { reads: { ids: [], lists: [], entries: new Set() }, writes: new Map(), entries: [] };
}

/**
 * One command's access to a replica: it writes at once and leaves a trace of what it read and wrote. A replica does not check
 * that references lead somewhere: a device may not have pulled everything yet, and the server checks.
 */
export class ReplicaAccess implements Access {
  readonly #replica: Replica;
  readonly #trace: Trace;
  #hasBegun = false;
  readonly #journal: { entry(id: EntryId): Entry | undefined; newest(): Iterable<Entry> };

  constructor(
    replica: Replica,
    trace: Trace,
    journal: { entry(id: EntryId): Entry | undefined; newest(): Iterable<Entry> },
  ) {
    this.#replica = replica;
    this.#trace = trace;
    this.#journal = journal;
  }

  /** A guess has no version of its own; the server gives one. Entries that it takes over are counted from there. */
  async raise(by: number): Promise<number | undefined> {
    if (this.#hasBegun) return by;
    this.#hasBegun = true;
    const { workspaceId } = this.#replica;
    this.#trace.reads.ids.push(["workspace", workspaceId]);
    return this.#replica.kept("workspace", workspaceId) === undefined ? undefined : 0;
  }

  async isAlone(): Promise<boolean> {
    return true;
  }

  async found(): Promise<number> {
    this.#hasBegun = true;
    return 0;
  }

  async get<N extends Noun>(noun: N, id: string): Promise<Row<N> | undefined> {
    this.#trace.reads.ids.push([noun, id]);
    const kept = this.#replica.kept(noun, id);
    return kept && { ...kept, version: 0 };
  }

  async list<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Promise<RecordOf<N>[]> {
    this.#trace.reads.lists.push({ noun, where });
    const wanted = Object.entries(where);
    const found: RecordOf<N>[] = [];
    for (const record of this.#candidates(noun, where)) {
      const fields: Record<string, unknown> = record;
      if (wanted.every(([field, value]) => fields[field] === value)) found.push(record);
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async insert<N extends Noun>(noun: N, { record, removed }: Row<N>): Promise<void> {
    assert(this.#replica.kept(noun, record.id) === undefined, `the id of the new ${noun} is free`);
    this.#put(noun, { record: { ...record }, removed });
  }

  async patch(noun: Noun, id: string, { fields }: { fields: Record<string, unknown> }): Promise<void> {
    const kept = this.#kept(noun, id);
    this.#put(noun, { ...kept, record: { ...kept.record, ...fields } });
  }

  async mark(noun: Noun, id: string, { removed }: { removed: boolean }): Promise<void> {
    this.#put(noun, { ...this.#kept(noun, id), removed });
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    this.#trace.reads.entries.add(id);
    return this.#trace.entries.find((entry) => entry.id === id) ?? this.#journal.entry(id);
  }

  async entries({ limit, memberId }: { limit: number; memberId?: MemberId }): Promise<Entry[]> {
    const found: Entry[] = [];
    for (const entry of this.#journal.newest()) {
      if (found.length >= limit) break;
      this.#trace.reads.entries.add(entry.id);
      if (memberId === undefined || entry.memberId === memberId) found.push(entry);
    }
    return found;
  }

  async insertEntry(entry: Entry): Promise<void> {
    this.#trace.entries.push(entry);
  }

  async lastSequence(): Promise<number> {
    return 0;
  }

  async setLastSequence(): Promise<void> {
    // A device counts its commands in its queue.
  }

  /** Those that an index finds: by an id where one is searched by, since few share one. */
  #candidates<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Iterable<RecordOf<N>> {
    const fields = Object.keys(where) as (keyof RecordOf<N> & string)[]; // `where` holds the noun's own fields
    const field = fields.find((name) => fieldsOf(noun).get(name)?.kind === "id" && where[name] !== null) ?? fields[0];
    if (field === undefined) return this.#replica.all(noun);
    return this.#replica.by(noun, field, where[field] as RecordOf<N>[typeof field]); // one of its fields' values
  }

  #kept(noun: Noun, id: string): Kept {
    const kept = this.#replica.kept(noun, id);
    assert(kept, `the ${noun} that is written was read before`);
    return kept;
  }

  #put<N extends Noun>(noun: N, after: Kept<N>): void {
    const { id } = after.record;
    const key = `${noun} ${id}`;
    const known = this.#trace.writes.get(key);
    if (known) known.after = after;
    else this.#trace.writes.set(key, { noun, id, before: this.#replica.kept(noun, id), after });
    this.#replica.set(noun, id, after);
  }
}
