import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PulledEntry } from "#sync/protocol.ts";
import type { Device, QueuedCommand, StoredRow } from "#sync/storage.ts";
import type { Block } from "./blocks.ts";
import { DeviceTrouble, troubleOf } from "./trouble.ts";

/** The database that holds this device's copy. A number more is a new shape of it; a higher one than ours is left alone. */
const named = { name: "upshot", version: 2 };

/** Which tab writes, and how often was written: see `BrowserStorage`. */
export interface Holder {
  token: string;
  writes: number;
}

export interface Kept extends DBSchema {
  device: { key: "device"; value: Device };
  holder: { key: "holder"; value: Holder };
  /** Rows that came many at a time, a later block before an earlier one. */
  blocks: { key: number; value: Block };
  /** Rows that changed since they were put into a block, or that are in none. */
  rows: { key: string; value: StoredRow };
  entries: { key: string; value: PulledEntry };
  commands: { key: string; value: QueuedCommand };
  aside: { key: string; value: StoredRow };
}

export const stores = ["device", "holder", "blocks", "rows", "entries", "commands", "aside"] as const;

/** What happens to an open database by itself. */
export interface Happenings {
  /** An older tab holds the old shape: opening waits until it is closed. */
  onBlocked: (trouble: DeviceTrouble) => void;
  /** A newer tab wants a new shape: the database was closed for it. */
  onNewer: () => void;
  /** The browser took it: storage was cleared by a person, or evicted. */
  onTaken: () => void;
}

/**
 * Opens the database, with the shape of this Upshot.
 * @throws DeviceTrouble where the browser keeps nothing, or a newer Upshot has written what it keeps
 */
export async function openDatabase({ onBlocked, onNewer, onTaken }: Happenings): Promise<IDBPDatabase<Kept>> {
  if (typeof indexedDB === "undefined") throw new DeviceTrouble("unavailable");
  try {
    const opened: IDBPDatabase<Kept> = await openDB<Kept>(named.name, named.version, {
      upgrade(made, from) {
        if (from < 1) {
          made.createObjectStore("device");
          made.createObjectStore("rows", { keyPath: "record.id" });
          made.createObjectStore("entries", { keyPath: "id" });
          made.createObjectStore("commands", { keyPath: "entryId" });
          made.createObjectStore("aside", { keyPath: "record.id" });
        }
        if (from < 2) {
          made.createObjectStore("blocks", { autoIncrement: true });
          made.createObjectStore("holder");
        }
      },
      blocked: () => onBlocked(new DeviceTrouble("older-tab")),
      blocking: () => {
        opened.close();
        onNewer();
      },
      terminated: onTaken,
    });
    return opened;
  } catch (error) {
    const trouble = troubleOf(error);
    // Firefox says so of a private window.
    if (error instanceof DOMException && error.name === "InvalidStateError")
      throw new DeviceTrouble("unavailable", error);
    throw trouble;
  }
}
