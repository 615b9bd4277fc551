import { Changes, difference } from "./changes.ts";
import { fieldsOf } from "./model/fields.ts";
import type { DeviceId, EntryId, MemberId } from "./model/id.ts";
import type { IdOf, Noun, RecordOf } from "./model/nouns.ts";
import { type Change, type Entry, type EntryHead, OutOfTurn, type Row, type Tx } from "./ports.ts";
import { assert, Refusal } from "./refusal.ts";
import { Turns } from "./turns.ts";

/**
 * What a store, or a replica, does for one command, inside one transaction of one workspace. The rules of `Tx` are built
 * on it once, here.
 */
export interface Access {
  /** Raises the version and gives it, or nothing where there is no such workspace. The first call takes the lock. */
  raise(by: number): Promise<number | undefined>;
  /** True where the store holds no workspace; and nobody makes one before this command has ended. */
  isAlone(): Promise<boolean>;
  /** As `raise` by 1, making the workspace with this epoch where it is not there. */
  found(epoch: string): Promise<number>;
  get<N extends Noun>(noun: N, id: string): Promise<Row<N> | undefined>;
  /** Those that are not removed, in order of id. */
  list<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Promise<RecordOf<N>[]>;
  /** Fails where the id is taken. */
  insert<N extends Noun>(noun: N, row: Row<N>): Promise<void>;
  patch(noun: Noun, id: string, write: { fields: Record<string, unknown>; version: number }): Promise<void>;
  mark(noun: Noun, id: string, write: { removed: boolean; version: number }): Promise<void>;
  entry(id: EntryId): Promise<Entry | undefined>;
  entries(options: { limit: number; memberId?: MemberId }): Promise<Entry[]>;
  insertEntry(entry: Entry): Promise<void>;
  /** How many of a device's commands were counted; 0 where none was. */
  lastSequence(deviceId: DeviceId): Promise<number>;
  setLastSequence(deviceId: DeviceId, sequence: number): Promise<void>;
}

/** The commands that may be a workspace's first. */
const founding: ReadonlySet<string> = new Set(["workspace.create", "workspace.import"]);

export function isFounding(command: string): boolean {
  return founding.has(command);
}

/** Runs one command's work between its first statement and its last, as `Transactor` promises. */
export async function carryOut<T>(
  access: Access,
  { sequence, isFirst, ...head }: EntryHead,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; version: number; changes: Change[] }> {
  if (isFirst && !(await access.isAlone())) throw new Refusal("duplicate", "There is a workspace here already.");
  const version = isFounding(head.command) ? await access.found(head.id) : await access.raise(1);
  if (version === undefined) throw noWorkspace();
  if (sequence !== undefined) {
    await countIn(access, head.deviceId, sequence);
    if (await access.entry(head.id)) throw new OutOfTurn(`Entry ${head.id} is in the journal already.`);
  }
  const tx = new OneCommand(access, version);
  const result = await work(tx);
  const { changes, adopted } = await tx.finish();
  const last = adopted === 0 ? version : await access.raise(adopted);
  assert(last === version + adopted, "nobody else writes a workspace while a command holds it");
  await access.insertEntry({ ...head, version: last, changes });
  return { result, version: last, changes };
}

/**
 * Counts a device's command as handled. Whoever calls it holds a lock that keeps others from counting the same device.
 * @throws OutOfTurn where it is not the one after the last that was counted.
 */
export async function countIn(
  access: Pick<Access, "lastSequence" | "setLastSequence">,
  deviceId: DeviceId,
  sequence: number,
): Promise<void> {
  const last = await access.lastSequence(deviceId);
  if (sequence !== last + 1) throw new OutOfTurn(`Device ${deviceId} is at ${last}, so ${sequence} is not its next.`);
  await access.setLastSequence(deviceId, sequence);
}

export function noWorkspace(): Refusal {
  return new Refusal("not-found", "There is no such workspace here. Create it, or choose one that is here.");
}

class OneCommand implements Tx {
  readonly #access: Access;
  readonly #version: number;
  readonly #changes = new Changes();
  /** A command may start several things at once; a patch reads before it writes, so they are done one by one. */
  readonly #turns = new Turns();
  #adopted = 0;
  #isOver = false;
  #failure: { error: unknown } | undefined;

  constructor(access: Access, version: number) {
    this.#access = access;
    this.#version = version;
  }

  get<N extends Noun>(noun: N, id: IdOf<N>): Promise<RecordOf<N> | undefined> {
    return this.#do(async () => {
      const row = await this.#access.get(noun, id);
      return row && !row.removed ? row.record : undefined;
    });
  }

  list<N extends Noun>(noun: N, where: Partial<RecordOf<N>> = {}): Promise<RecordOf<N>[]> {
    return this.#do(() => {
      for (const [field, value] of Object.entries(where)) {
        const kind = fieldsOf(noun).get(field)?.kind;
        assert(kind !== undefined && kind !== "json", `${noun}.${field} is a field to search by`);
        assert(value !== undefined, `${noun}.${field} is searched by a value or null`);
      }
      return this.#access.list(noun, where);
    });
  }

  insert<N extends Noun>(noun: N, record: RecordOf<N>): Promise<void> {
    return this.#do(async () => {
      await this.#put(noun, { record, removed: false });
      this.#changes.add(noun, record.id, "insert");
    });
  }

  adopt<N extends Noun>(noun: N, row: Omit<Row<N>, "version">): Promise<void> {
    return this.#do(() => this.#put(noun, row));
  }

  patch<N extends Noun>(noun: N, id: IdOf<N>, fields: Partial<Omit<RecordOf<N>, "id">>): Promise<void> {
    return this.#do(async () => {
      assert(!Object.hasOwn(fields, "id"), "an id is never written again");
      for (const field of Object.keys(fields)) assert(fieldsOf(noun).has(field), `${noun} has a field ${field}`);
      const row = await this.#access.get(noun, id);
      assert(row && !row.removed, `the ${noun} that is patched is there`);
      const { before, after } = difference(row.record, fields);
      if (Object.keys(after).length === 0) return;
      await this.#access.patch(noun, id, { fields: after, version: this.#version });
      this.#changes.patch(noun, id, { before, after });
    });
  }

  remove<N extends Noun>(noun: N, id: IdOf<N>): Promise<void> {
    return this.#mark(noun, id, true);
  }

  revive<N extends Noun>(noun: N, id: IdOf<N>): Promise<void> {
    return this.#mark(noun, id, false);
  }

  tombstone<N extends Noun>(noun: N, id: IdOf<N>): Promise<RecordOf<N> | undefined> {
    return this.#do(async () => {
      const row = await this.#access.get(noun, id);
      return row?.removed ? row.record : undefined;
    });
  }

  entry(id: EntryId): Promise<Entry | undefined> {
    return this.#do(() => this.#access.entry(id));
  }

  entries(options: { limit: number; memberId?: MemberId }): Promise<Entry[]> {
    return this.#do(() => this.#access.entries(options));
  }

  adoptEntry(entry: Omit<Entry, "version">): Promise<void> {
    return this.#do(async () => {
      await this.#access.insertEntry({ ...entry, version: this.#version + this.#adopted });
      this.#adopted += 1;
    });
  }

  /** Ends the command's use of it. Where one of its acts failed, the command fails, even if it went on regardless. */
  async finish(): Promise<{ changes: Change[]; adopted: number }> {
    await this.#turns.take(async () => undefined);
    this.#isOver = true;
    if (this.#failure) throw this.#failure.error;
    return { changes: this.#changes.all(), adopted: this.#adopted };
  }

  async #put<N extends Noun>(noun: N, { record, removed }: Omit<Row<N>, "version">): Promise<void> {
    for (const field of fieldsOf(noun).keys()) {
      assert(Object.hasOwn(record, field), `a new ${noun} has every field, ${field} too`);
    }
    await this.#access.insert(noun, { record, removed, version: this.#version });
  }

  #mark(noun: Noun, id: string, removed: boolean): Promise<void> {
    return this.#do(async () => {
      const row = await this.#access.get(noun, id);
      const state = removed ? "is there" : "is a tombstone";
      assert(row && row.removed !== removed, `the ${noun} that is ${removed ? "removed" : "revived"} ${state}`);
      await this.#access.mark(noun, id, { removed, version: this.#version });
      this.#changes.add(noun, id, removed ? "remove" : "revive");
    });
  }

  #do<T>(act: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      assert(!this.#isOver, "a command is over when its work resolves");
      try {
        return await act();
      } catch (error) {
        this.#failure ??= { error };
        throw error;
      }
    });
  }
}
