import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PulledEntry } from "#sync/protocol.ts";
import type { Device, DeviceStorage, QueuedCommand, StoredRow, Writing } from "#sync/storage.ts";

/** The database that holds this device's copy. A number more is a new shape of it. */
const database = { name: "upshot", version: 1 };

interface Kept extends DBSchema {
  device: { key: "device"; value: Device };
  rows: { key: string; value: StoredRow };
  entries: { key: string; value: PulledEntry };
  commands: { key: string; value: QueuedCommand };
  aside: { key: string; value: StoredRow };
}

/** A device's storage in IndexedDB: a write is one transaction, durable before it resolves. */
export class BrowserStorage implements DeviceStorage {
  readonly #database: IDBPDatabase<Kept>;

  private constructor(db: IDBPDatabase<Kept>) {
    this.#database = db;
  }

  static async open(): Promise<BrowserStorage> {
    const db = await openDB<Kept>(database.name, database.version, {
      upgrade(made) {
        made.createObjectStore("device");
        made.createObjectStore("rows", { keyPath: "record.id" });
        made.createObjectStore("entries", { keyPath: "id" });
        made.createObjectStore("commands", { keyPath: "entryId" });
        made.createObjectStore("aside", { keyPath: "record.id" });
      },
    });
    return new BrowserStorage(db);
  }

  async load() {
    const tx = this.#database.transaction(["device", "rows", "entries", "commands", "aside"]);
    const [device, rows, entries, commands, aside] = await Promise.all([
      tx.objectStore("device").get("device"),
      tx.objectStore("rows").getAll(),
      tx.objectStore("entries").getAll(),
      tx.objectStore("commands").getAll(),
      tx.objectStore("aside").getAll(),
    ]);
    return device === undefined ? undefined : { device, rows, entries, commands, aside };
  }

  async write(change: Writing): Promise<void> {
    const tx = this.#database.transaction(["device", "rows", "entries", "commands", "aside"], "readwrite", {
      durability: "strict",
    });
    const [rows, entries, commands, aside] = [
      tx.objectStore("rows"),
      tx.objectStore("entries"),
      tx.objectStore("commands"),
      tx.objectStore("aside"),
    ];
    if (change.clear === "aside") {
      const there = new Set(await aside.getAllKeys());
      for (const row of await rows.getAll()) if (!there.has(row.record.id)) void aside.put(row);
    }
    if (change.clear !== undefined) void Promise.all([rows.clear(), entries.clear()]);
    for (const row of change.rows ?? []) void rows.put(row);
    for (const entry of change.entries ?? []) void entries.put(entry);
    for (const id of change.forgetEntries ?? []) void entries.delete(id);
    for (const command of change.commands ?? []) void commands.put(command);
    for (const id of change.forgetCommands ?? []) void commands.delete(id);
    if (change.aside !== undefined) {
      void aside.clear();
      for (const row of change.aside) void aside.put(row);
    }
    if (change.device !== undefined) void tx.objectStore("device").put(change.device, "device");
    await tx.done;
  }
}
