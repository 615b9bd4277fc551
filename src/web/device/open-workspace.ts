import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId } from "#domain/model/id.ts";
import type { Entry } from "#domain/ports.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import type { Replica } from "#replica/replica.ts";
import type { RefusedCommand, SyncStatus } from "#sync/client.ts";
import type { StoredRow } from "#sync/storage.ts";

/** How far this device and the server agree, and whether the browser keeps what it should. */
export interface WorkspaceStatus extends SyncStatus {
  /** True while the server cannot be reached. Everything goes on; what is done is sent when it is back. */
  isAway: boolean;
  /** What a person should know about this browser's storage, as a sentence; null where all is well. */
  trouble: string | null;
}

/**
 * A workspace as a screen has it: questions read its replica, commands run on it at once. It is the same for the tab that syncs
 * and for those beside it.
 */
export interface OpenWorkspace {
  readonly replica: Replica;
  readonly deviceId: DeviceId;
  /** Runs a command here and keeps it in the device's queue before it resolves (invariant 4). Rejects with a Refusal. */
  run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>>;
  readonly status: WorkspaceStatus;
  /** Listens for another status. Gives the way to stop. */
  onStatus(listener: (status: WorkspaceStatus) => void): () => void;
  /** The journal entries that are here, the newest first. */
  entries(): Iterable<Entry>;
  /** What the server refused and nobody has seen to. */
  refused(): RefusedCommand[];
  again(entryId: EntryId): Promise<Done<unknown>>;
  dismiss(entryId: EntryId): Promise<void>;
  /** What a server that came back from a backup no longer has. */
  lost(): StoredRow[];
  dropLost(): Promise<void>;
  /** Takes all that is kept here out of this browser, and ends this copy. What the server has stays there. */
  forget(): Promise<void>;
}
