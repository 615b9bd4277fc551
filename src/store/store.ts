import type { DeviceId, EntryId, EventId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { Entry, Row, Transactor } from "#domain/ports.ts";

/**
 * Where workspaces are kept. Every engine gives the same guarantees, and one test body holds them to it
 * (`test/contract/store.test.ts`):
 *
 * - **All or nothing.** A command's rows, its version and its journal entry are written together, or not at all. When
 *   `transact` resolves they are durable: SQLite syncs its log before it answers, PostgreSQL does the same.
 * - **One writer at a time per workspace.** The first statement of a command raises the workspace's version, and the
 *   lock on that row orders all writes, across processes and servers too. `work` sees every earlier command whole.
 * - **The journal is in one order.** Each entry has a version of its own and the newest entry has the head's. An
 *   adopted entry takes a version of its own in the order of adopting.
 * - **Nothing disappears.** Removing leaves a tombstone with the whole record; ids are never used twice.
 * - **A device's command runs once.** Its `sequence` is counted in the transaction that runs it; a command that is not
 *   the device's next is `OutOfTurn` and does nothing.
 * - **A `Mistake` is one again.** A command that fails because the database forbids what it writes fails as a `Mistake`.
 *   Where the place cannot be used (a full disk, a lost connection) it fails as `Trouble`, which may pass.
 * - **Any text is kept**, a NUL character and half a surrogate pair included.
 * - **A store that a newer Upshot has written is not opened**, and not changed (invariant 5).
 *
 * Inside the `work` of `transact` only its `Tx` may be used: asking the store itself waits for the command that waits.
 */
export interface Store extends Transactor {
  /** The workspaces kept here, in order of id. The one question that looks across workspaces. */
  workspaces(): Promise<WorkspaceId[]>;
  /** How far a workspace is. Refuses `not-found`. */
  head(workspaceId: WorkspaceId): Promise<Head>;
  /**
   * The rows of some nouns (all, when not named) at one moment, with the head of that moment. With `since`, the rows
   * that changed after that version; each noun's in order of id. Tombstones are among them. Refuses `not-found`.
   */
  load<N extends Noun = Noun>(
    workspaceId: WorkspaceId,
    nouns?: readonly N[],
    options?: { since?: number },
  ): Promise<Loaded<N>>;
  /** The journal, newest first: at most `limit` entries, those before version `before` where it is given. */
  entries(workspaceId: WorkspaceId, options: { limit: number; before?: number }): Promise<Entry[]>;
  /**
   * Several looks at one moment of a workspace: nothing that is written meanwhile is seen. Refuses `not-found`. Inside
   * `work` only its `Look` may be used.
   */
  look<T>(workspaceId: WorkspaceId, work: (look: Look) => Promise<T>): Promise<T>;
  /**
   * Counts a command of a device's queue as handled without running it: it was refused (and the refusal is kept, for the
   * device to ask again), or its entry is in the journal already. The version stays. Refuses `not-found`.
   * @throws OutOfTurn where it is not the one after the device's last.
   */
  settle(workspaceId: WorkspaceId, settled: Settled): Promise<void>;
  /**
   * Starts a new epoch, for a workspace that came back from a backup: devices see that their cookie is of another
   * history, drop their base rows, keep their queue and pull anew. Gives the epoch. Refuses `not-found`.
   */
  newEpoch(workspaceId: WorkspaceId): Promise<string>;
  /**
   * Writes a complete, checked copy of everything to a new file, while the store is in use. Refuses `not-allowed`
   * where the engine has its own way, and names that way; refuses `duplicate` where the file is there already.
   */
  backup(path: string): Promise<void>;
  /** Looks the whole store over. One sentence for each thing that is wrong; none when all is well. */
  check(): Promise<string[]>;
  /** Lets go of files and connections, after the commands that were begun. */
  close(): Promise<void>;
}

/** A workspace's version, and the history (epoch) it counts in. Together they are a device's cookie. */
export interface Head {
  version: number;
  epoch: string;
}

/** A command of a device's queue that changed nothing. */
export interface Settled {
  deviceId: DeviceId;
  sequence: number;
  refusal: Refused | null;
}

/** Why a command of a device's queue was not applied: its code, and the sentence for people. */
export interface Refused {
  /** The entry it would have been. */
  entryId: EntryId;
  code: string;
  message: string;
}

/** What can be seen of one moment of a workspace. Rows are in order of id; tombstones are among them. */
export interface Look {
  head: Head;
  /** The rows that were last written after version `after` and not after version `until`. */
  rows<N extends Noun>(noun: N, span: { after: number; until: number }): Promise<Row<N>[]>;
  /**
   * Rows in order of id, those after `afterId`, at most `limit`, of versions up to `until`. With `eventId` those of that event, or
   * of none where it is null; only for nouns that have an event.
   */
  slice<N extends Noun>(
    noun: N,
    part: { eventId?: EventId | null; afterId: string; until: number; limit: number },
  ): Promise<Row<N>[]>;
  /** How many rows a noun has. */
  count(noun: Noun): Promise<number>;
  entry(id: EntryId): Promise<Entry | undefined>;
  /** Entries after a version, the oldest first. */
  entriesAfter(version: number, limit: number): Promise<Entry[]>;
  /** Entries before a version, the newest first. */
  entriesBefore(version: number, limit: number): Promise<Entry[]>;
  /**
   * What the newest entry up to a version was stamped with, by chance, when it was written: two histories that agree in it are
   * one up to there. Null for entries that were written before there were stamps.
   */
  stampAt(version: number): Promise<string | null>;
  /** How many of a device's commands were handled; 0 where it is not known. */
  lastSequence(deviceId: DeviceId): Promise<number>;
  /** The refusal that was kept of one of a device's commands. */
  refusal(deviceId: DeviceId, sequence: number): Promise<Refused | undefined>;
}

export interface Loaded<N extends Noun = Noun> extends Head {
  rows: { [K in N]: Row<K>[] };
}
