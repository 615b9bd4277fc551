import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Row } from "#domain/ports.ts";
import type { Cookie, Drawn, Pull, PulledEntry } from "./protocol.ts";

/**
 * Where a device keeps its copy: what it pulled, and every command that it ran. An implementation holds to two things:
 * a `write` is kept whole or not at all, and once it resolves it survives the end of the process. (Of queues that were
 * kept in memory and written later, closing the tab lost 5 of 5; of those written before the screen answered, none.)
 */
export interface DeviceStorage {
  /** Everything that is kept; nothing where the device is new or its storage was taken from it. */
  load(): Promise<Stored | undefined>;
  write(change: Writing): Promise<void>;
}

export interface Stored {
  device: Device;
  /** The rows that were pulled, and the journal's newest entries. */
  rows: StoredRow[];
  entries: PulledEntry[];
  /** In no order. */
  commands: QueuedCommand[];
  /** Rows of an earlier epoch, see `Writing.clear`. */
  aside: StoredRow[];
}

/** What a device knows of itself. It stands in the same storage as the queue, so that neither is ever there without the other. */
export interface Device {
  /** The shape of what is kept here; a device that meets a higher one than its own leaves it alone (invariant 5). */
  shape: number;
  workspaceId: WorkspaceId;
  memberId: MemberId;
  deviceId: DeviceId;
  /** The number of the next command. */
  nextSequence: number;
  /** The place of the next command in the queue; unlike the number it is never counted anew. */
  nextPlace: number;
  /** What the rows are; null before the first pull. */
  cookie: Cookie | null;
  /** The epoch that the applied commands are part of; null before the first answer. */
  epoch: string | null;
  /** Where a first pull stands; null where none is under way. */
  rest: string | null;
  /** The version that the last page was made of, and its stamp. */
  seen: Pull["seen"];
  /** How many rows the first pull that is under way brings. */
  total: number | null;
}

export type StoredRow<N extends Noun = Noun> = Row<N> & { noun: N };

/** A command of this device, from when it is run until a month after the server has answered. */
export interface QueuedCommand extends Drawn {
  deviceId: DeviceId;
  sequence: number;
  place: number;
  name: string;
  args: unknown;
  /** What it answered when it was run, so that who asks again is answered the same. */
  result?: unknown;
  at: Instant;
  state: "pending" | "applied" | "refused";
  /** The version it made on the server, once it was applied. */
  version: number | null;
  /** Why it was refused. */
  refusal: { code: string; sentence: string } | null;
  /** When the server answered, by this device's clock. */
  answeredAt: Instant | null;
  /** True where a server had applied it and then lost it. It is tried again by itself when it is refused. */
  wasApplied: boolean;
}

/** What to keep, all of it or nothing. */
export interface Writing {
  device?: Device;
  /**
   * Lets go of all rows and entries, before those of this writing are put. With `aside` the rows (where some are aside
   * already, those that are not yet among them) are kept aside.
   */
  clear?: "drop" | "aside";
  rows?: StoredRow[];
  entries?: PulledEntry[];
  /** Entries to let go of. */
  forgetEntries?: EntryId[];
  /** Puts commands, in place of those of the same entry. */
  commands?: QueuedCommand[];
  forgetCommands?: EntryId[];
  /** What is aside from now on, in place of what was. */
  aside?: StoredRow[];
}
