import type { DeviceId, EntryId, MemberId, WorkspaceId } from "./model/id.ts";
import type { IdOf, Noun, RecordOf } from "./model/nouns.ts";
import type { Instant } from "./model/time.ts";

/**
 * The narrow door through which commands touch storage, inside one transaction of one workspace. A removed record
 * is not there for `get` and `list`. Whatever is changed here is recorded as the entry's `changes`.
 */
export interface Tx {
  get<N extends Noun>(noun: N, id: IdOf<N>): Promise<RecordOf<N> | undefined>;
  /** Records whose fields equal all of `where`, in order of id (which is order of creation). */
  list<N extends Noun>(noun: N, where?: Partial<RecordOf<N>>): Promise<RecordOf<N>[]>;
  /** Fails (a mistake of ours) where the id is taken, also by a removed record. */
  insert<N extends Noun>(noun: N, record: RecordOf<N>): Promise<void>;
  /** Writes the named fields and no others (invariant 6). Fails where the record is not there. */
  patch<N extends Noun>(noun: N, id: IdOf<N>, fields: Partial<Omit<RecordOf<N>, "id">>): Promise<void>;
  /** Leaves a tombstone. Fails where the record is not there. */
  remove<N extends Noun>(noun: N, id: IdOf<N>): Promise<void>;
  /** Brings a removed record back as it was. Fails where there is no tombstone. */
  revive<N extends Noun>(noun: N, id: IdOf<N>): Promise<void>;
  /** The record of a tombstone, as it was when it was removed. */
  tombstone<N extends Noun>(noun: N, id: IdOf<N>): Promise<RecordOf<N> | undefined>;
  /** A journal entry of this workspace. */
  entry(id: EntryId): Promise<Entry | undefined>;
  /** The newest entries first, at most `limit`. */
  entries(options: { limit: number; memberId?: MemberId }): Promise<Entry[]>;
  /**
   * Takes over a record or a tombstone of another copy of this workspace; only for `workspace.import`. It is no change of the
   * command's own: what made it stands in the entries that are taken over beside it.
   */
  adopt<N extends Noun>(noun: N, row: Omit<Row<N>, "version">): Promise<void>;
  /** Takes over an entry of another copy of this workspace; only for `workspace.import`. */
  adoptEntry(entry: Omit<Entry, "version">): Promise<void>;
}

/** A record as it is kept. */
export interface Row<N extends Noun = Noun> {
  record: RecordOf<N>;
  /** The workspace's version that wrote it last. */
  version: number;
  /** True for a tombstone. */
  removed: boolean;
}

/** What one command changed in one record. For an insert the record itself holds the fields. */
export type Change =
  | { noun: Noun; id: string; op: "insert" | "remove" | "revive" }
  | { noun: Noun; id: string; op: "patch"; before: Record<string, unknown>; after: Record<string, unknown> };

/** One command in the journal: who, when, from which device, and what changed (invariant 10). */
export interface Entry {
  id: EntryId;
  /** The workspace's version that this command made. */
  version: number;
  command: string;
  /** What was asked for; of much text or many items only how much it was, since the rows hold it (`keptArgs`). */
  args: unknown;
  memberId: MemberId;
  deviceId: DeviceId;
  at: Instant;
  changes: Change[];
  /** The entry this one takes back, for `undo`. */
  undoes: EntryId | null;
}

/** What a command's work gives the store to write beside its changes. */
export interface EntryHead extends Omit<Entry, "version" | "changes"> {
  /**
   * The device's own count of its commands, from 1, where the command comes out of a device's queue. It is counted in the
   * command's own transaction, so that a command that is sent twice runs once.
   */
  sequence?: number;
  /**
   * The workspace is to be the store's only one: refused as `duplicate` where the store holds one. Of several that begin one at
   * once, one does, and the others find it.
   */
  isFirst?: boolean;
}

/**
 * A command of a device's queue was not the next of its device, or its entry is in the journal already. Nothing was done:
 * `run` did not even begin.
 */
export class OutOfTurn extends Error {
  override readonly name = "OutOfTurn";
}

/** The part of the store that runs commands. */
export interface Transactor {
  /**
   * Runs `work` in one transaction of one workspace: its first statement raises the workspace's version and so
   * orders all writes of that workspace; the last writes the journal entry. When the promise resolves, everything is
   * durable; when it rejects, nothing happened. `work` may be run again after a serialization failure, so it is a pure
   * function of its arguments and the rows. The first command of a workspace is `workspace.create` or `workspace.import`; any other
   * command on a workspace that is not there is refused as `not-found`.
   */
  transact<T>(
    workspaceId: WorkspaceId,
    head: EntryHead,
    work: (tx: Tx) => Promise<T>,
  ): Promise<{ result: T; version: number; changes: Change[] }>;
}

/** Who runs a command, where and when. The domain learns the time and random numbers from here alone. */
export interface Context {
  store: Transactor;
  workspaceId: WorkspaceId;
  memberId: MemberId;
  deviceId: DeviceId;
  now: Temporal.Instant;
  /**
   * A fresh UUIDv7 for `now`. A device keeps the ids that a command drew, and the server's run draws the same ones again,
   * in order; so where it depends on the rows whether (or how often) an id is drawn, `purpose` says what it is for, in words that
   * are the same on either side and once in a command: "step of" and the proposal's id.
   */
  newId: (purpose?: string) => string;
}
