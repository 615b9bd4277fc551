import type { DeviceId, EntryId, EventId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames, type RecordOf, references } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { type Access, carryOut, countIn, noWorkspace } from "#domain/transaction.ts";
import { Turns } from "#domain/turns.ts";
import type { Head, Look, Refused, Store } from "./store.ts";
import { cellsOf, inOrder, tableOf } from "./tables.ts";

/**
 * A store of plain objects, gone with the process. It gives the guarantees of `Store` but that of lasting, and uses
 * nothing of Node, so that commands can run on it wherever JavaScript does. It can be copied, since it cannot be backed up.
 */
export function openMemory(): MemoryStore {
  return new MemoryStore(new Map());
}

interface Kept {
  version: number;
  epoch: string;
  rows: Record<Noun, Map<string, Row>>;
  /** Oldest first, which is in order of version. */
  journal: Entry[];
  entryById: Map<EntryId, Entry>;
  stamps: Map<EntryId, string>;
  /** The last sequence of each device. */
  devices: Map<DeviceId, number>;
  /** By device and sequence. */
  refusals: Map<string, Refused>;
}

class MemoryStore implements Store {
  readonly #workspaces: Map<WorkspaceId, Kept>;
  readonly #turns = new Turns();

  constructor(workspaces: Map<WorkspaceId, Kept>) {
    this.#workspaces = workspaces;
  }

  /** Another store that holds what this one holds now. */
  copy(): Promise<MemoryStore> {
    return this.#turns.take(async () => new MemoryStore(structuredClone(this.#workspaces)));
  }

  transact: Store["transact"] = (workspaceId, head, work) =>
    this.#turns.take(async () => {
      const access = new MemoryAccess(this.#workspaces, workspaceId);
      try {
        return await carryOut(access, head, work);
      } catch (error) {
        access.takeBack();
        throw error;
      }
    });

  workspaces: Store["workspaces"] = () => this.#turns.take(async () => [...this.#workspaces.keys()].sort());

  look: Store["look"] = (workspaceId, work) => this.#turns.take(() => work(new MemoryLook(this.#kept(workspaceId))));

  settle: Store["settle"] = (workspaceId, { deviceId, sequence, refusal }) =>
    this.#turns.take(async () => {
      const { refusals } = this.#kept(workspaceId);
      await countIn(new MemoryAccess(this.#workspaces, workspaceId), deviceId, sequence);
      if (refusal) refusals.set(`${deviceId} ${sequence}`, copy(refusal));
    });

  head: Store["head"] = (workspaceId) => this.#look(workspaceId, ({ version, epoch }) => ({ version, epoch }));

  load: Store["load"] = <N extends Noun>(
    workspaceId: WorkspaceId,
    nouns: readonly N[] = nounNames as N[], // not named, N is every noun
    { since = 0 }: { since?: number } = {},
  ) =>
    this.#look(workspaceId, ({ version, epoch, rows }) => {
      const changed = nouns.map((noun) => [
        noun,
        inOrder([...rows[noun].values()].filter((row) => row.version > since)),
      ]);
      return { version, epoch, rows: copy(Object.fromEntries(changed) as { [K in N]: Row<K>[] }) }; // each of `nouns`
    });

  entries: Store["entries"] = (workspaceId, { limit, before = Infinity }) =>
    this.#look(workspaceId, ({ journal }) => {
      const earlier = journal.filter((entry) => entry.version < before);
      return copy(newest(earlier, limit));
    });

  newEpoch: Store["newEpoch"] = (workspaceId) => this.#look(workspaceId, (kept) => (kept.epoch = crypto.randomUUID()));

  backup: Store["backup"] = async () => {
    throw new Refusal("not-allowed", "This workspace is kept in memory alone. Export it to keep a copy.");
  };

  check: Store["check"] = async () => [];

  close: Store["close"] = () => this.#turns.take(async () => undefined);

  #look<T>(workspaceId: WorkspaceId, answer: (kept: Kept) => T): Promise<T> {
    return this.#turns.take(async () => answer(this.#kept(workspaceId)));
  }

  #kept(workspaceId: WorkspaceId): Kept {
    const kept = this.#workspaces.get(workspaceId);
    if (!kept) throw noWorkspace();
    return kept;
  }
}

class MemoryLook implements Look {
  readonly head: Head;
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.head = { version: kept.version, epoch: kept.epoch };
    this.#kept = kept;
  }

  async rows<N extends Noun>(noun: N, { after, until }: { after: number; until: number }): Promise<Row<N>[]> {
    return copy(inOrder(this.#all(noun).filter(({ version }) => version > after && version <= until)));
  }

  async slice<N extends Noun>(
    noun: N,
    { eventId, afterId, until, limit }: { eventId?: EventId | null; afterId: string; until: number; limit: number },
  ): Promise<Row<N>[]> {
    const found = this.#all(noun).filter(({ record, version }) => {
      const fields: Record<string, unknown> = record;
      return record.id > afterId && version <= until && (eventId === undefined || fields["eventId"] === eventId);
    });
    return copy(inOrder(found).slice(0, limit));
  }

  async count(noun: Noun): Promise<number> {
    return this.#kept.rows[noun].size;
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    return copy(this.#kept.entryById.get(id));
  }

  async entriesAfter(version: number, limit: number): Promise<Entry[]> {
    const later = this.#kept.journal.filter((entry) => entry.version > version);
    return copy(later.slice(0, limit));
  }

  async entriesBefore(version: number, limit: number): Promise<Entry[]> {
    return copy(
      newest(
        this.#kept.journal.filter((entry) => entry.version < version),
        limit,
      ),
    );
  }

  async stampAt(version: number): Promise<string | null> {
    const newest = this.#kept.journal.findLast((entry) => entry.version <= version);
    return (newest && this.#kept.stamps.get(newest.id)) ?? null;
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    return this.#kept.devices.get(deviceId) ?? 0;
  }

  async refusal(deviceId: DeviceId, sequence: number): Promise<Refused | undefined> {
    return copy(this.#kept.refusals.get(`${deviceId} ${sequence}`));
  }

  #all<N extends Noun>(noun: N): Row<N>[] {
    return [...this.#kept.rows[noun].values()] as Row<N>[]; // the noun's own rows
  }
}

/** Writes at once, and remembers how to take back what it wrote. */
class MemoryAccess implements Access {
  readonly #workspaces: Map<WorkspaceId, Kept>;
  readonly #workspaceId: WorkspaceId;
  readonly #undo: (() => void)[] = [];

  constructor(workspaces: Map<WorkspaceId, Kept>, workspaceId: WorkspaceId) {
    this.#workspaces = workspaces;
    this.#workspaceId = workspaceId;
  }

  takeBack(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  async raise(by: number): Promise<number | undefined> {
    const kept = this.#workspaces.get(this.#workspaceId);
    if (!kept) return undefined;
    this.#undo.push(() => (kept.version -= by));
    return (kept.version += by);
  }

  async isAlone(): Promise<boolean> {
    return this.#workspaces.size === 0;
  }

  async found(epoch: string): Promise<number> {
    const version = await this.raise(1);
    if (version !== undefined) return version;
    const rows = Object.fromEntries(nounNames.map((noun) => [noun, new Map<string, Row>()]));
    const none = { journal: [], entryById: new Map(), stamps: new Map(), devices: new Map(), refusals: new Map() };
    this.#workspaces.set(this.#workspaceId, { version: 1, epoch, rows: rows as Kept["rows"], ...none }); // of every noun
    this.#undo.push(() => this.#workspaces.delete(this.#workspaceId));
    return 1;
  }

  async get<N extends Noun>(noun: N, id: string): Promise<Row<N> | undefined> {
    return copy(this.#rows(noun).get(id));
  }

  async list<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Promise<RecordOf<N>[]> {
    const wanted = Object.entries(where);
    const found: RecordOf<N>[] = [];
    for (const { record, removed } of this.#rows(noun).values()) {
      const fields: Record<string, unknown> = record;
      if (!removed && wanted.every(([field, value]) => fields[field] === value)) found.push(copy(record));
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async insert<N extends Noun>(noun: N, { record, ...row }: Row<N>): Promise<void> {
    assert(!this.#rows(noun).has(record.id), `the id of the new ${noun} is free`);
    this.#put(noun, { record: this.#checked(noun, record), ...row });
  }

  async patch(noun: Noun, id: string, write: { fields: Record<string, unknown>; version: number }): Promise<void> {
    const row = this.#row(noun, id);
    const record = { ...row.record, ...this.#checked(noun, write.fields) } as RecordOf<Noun>; // the noun's own fields
    this.#put(noun, { ...row, record, version: write.version });
  }

  async mark(noun: Noun, id: string, write: { removed: boolean; version: number }): Promise<void> {
    this.#put(noun, { ...this.#row(noun, id), ...write });
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    return copy(this.#kept().entryById.get(id));
  }

  async entries({ limit, memberId }: { limit: number; memberId?: MemberId }): Promise<Entry[]> {
    const { journal } = this.#kept();
    const own = memberId === undefined ? journal : journal.filter((entry) => entry.memberId === memberId);
    return copy(newest(own, limit));
  }

  async insertEntry(entry: Entry): Promise<void> {
    const { journal, entryById, stamps } = this.#kept();
    assert(!entryById.has(entry.id), "a journal entry's id is free");
    const kept = copy(entry);
    journal.push(kept);
    entryById.set(kept.id, kept);
    stamps.set(kept.id, crypto.randomUUID());
    this.#undo.push(() => {
      journal.pop();
      entryById.delete(kept.id);
      stamps.delete(kept.id);
    });
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    return this.#kept().devices.get(deviceId) ?? 0;
  }

  async setLastSequence(deviceId: DeviceId, sequence: number): Promise<void> {
    const { devices } = this.#kept();
    const before = devices.get(deviceId);
    devices.set(deviceId, sequence);
    this.#undo.push(() => (before === undefined ? devices.delete(deviceId) : devices.set(deviceId, before)));
  }

  #kept(): Kept {
    const kept = this.#workspaces.get(this.#workspaceId);
    assert(kept, "a command's first statement found its workspace");
    return kept;
  }

  #rows<N extends Noun>(noun: N): Map<string, Row<N>> {
    return this.#kept().rows[noun];
  }

  #row(noun: Noun, id: string): Row {
    const row = this.#rows(noun).get(id);
    assert(row, `the ${noun} that is written was read before`);
    return row;
  }

  #put<N extends Noun>(noun: N, row: Row<N>): void {
    const rows = this.#rows(noun);
    const { id } = row.record;
    const before = rows.get(id);
    this.#undo.push(() => (before ? rows.set(id, before) : rows.delete(id)));
    rows.set(id, row);
  }

  /** A copy of fields that are of their columns' kinds and refer to what is there: what a database checks by itself. */
  #checked<F extends Record<string, unknown>>(noun: Noun, fields: F): F {
    cellsOf(tableOf(noun), fields);
    for (const [field, target] of Object.entries(references[noun])) {
      const id = fields[field];
      if (typeof id === "string")
        assert(this.#rows(target).has(id), `${noun}.${field} refers to a ${target} that is there`);
    }
    return copy(fields);
  }
}

function newest(journal: readonly Entry[], limit: number): Entry[] {
  return journal.slice(Math.max(0, journal.length - limit)).reverse();
}

/** A copy that shares nothing, of values as JSON knows them. */
function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T; // of the same items
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copy(field)])) as T; // of the same fields
}
