import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId } from "#domain/model/id.ts";
import type { Entry } from "#domain/ports.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import type { Replica } from "#replica/replica.ts";
import type { RefusedCommand, SyncStatus } from "#sync/client.ts";
import type { StoredRow } from "#sync/storage.ts";

/**
 * A workspace as a screen has it: questions read its replica, commands run on it at once. It is the same for the tab that syncs
 * and for those beside it.
 */
export interface OpenWorkspace {
  readonly replica: Replica;
  readonly deviceId: DeviceId;
  /** Runs a command here and keeps it in the device's queue before it resolves (invariant 4). Rejects with a Refusal. */
  run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>>;
  readonly status: SyncStatus;
  /** Listens for another status. Gives the way to stop. */
  onStatus(listener: (status: SyncStatus) => void): () => void;
  /** The journal entries that are here, the newest first. */
  entries(): Iterable<Entry>;
  /** What the server refused and nobody has seen to. */
  refused(): RefusedCommand[];
  again(entryId: EntryId): Promise<Done<unknown>>;
  dismiss(entryId: EntryId): Promise<void>;
  /** What a server that came back from a backup no longer has. */
  lost(): StoredRow[];
  dropLost(): Promise<void>;
}
