import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { Device, DeviceStorage, Stored, StoredRow, Writing } from "#sync/storage.ts";
import { packed, unpacked } from "./blocks.ts";
import { type Happenings, type Kept, openDatabase, stores } from "./database.ts";
import { troubleOf } from "./trouble.ts";

/** When rows become blocks. */
export interface Sizes {
  /** So many rows of one writing, or more, go into blocks at once. */
  blockFrom: number;
  /** Where more rows lie above the blocks, they become blocks themselves. */
  looseMax: number;
  /** Where blocks hold twice as many rows as there are, and so many more, all are packed anew. */
  outlivedMax: number;
}

const usual: Sizes = { blockFrom: 200, looseMax: 1000, outlivedMax: 10_000 };

/** Another tab writes now: this one was taken for gone. Nothing of the writing was kept. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

type Writable = IDBPTransaction<Kept, typeof stores, "readwrite">;

/**
 * A device's storage in IndexedDB. A write is one transaction, on the disk before it resolves (`durability: "strict"`: 2.4 to
 * 3.5 ms). Rows that come many at a time lie in blocks, of which a later one goes before an earlier one; what changed
 * since lies above them, a record a row, and becomes a block when it has grown. Where blocks hold more rows that are
 * outlived than rows that are not, all are packed anew.
 *
 * One tab writes: the last to have claimed it, which every write asks for in its own transaction. So a tab that was frozen,
 * taken for gone, and woke up again writes nothing.
 */
export class BrowserStorage implements DeviceStorage {
  #database: IDBPDatabase<Kept>;
  #token: string | null = null;
  /** How often was written, when this tab wrote last. */
  writes = 0;
  /** Rows in blocks, outlived ones too; and how many of them are not. Known after a load. */
  #inBlocks = { rows: 0, living: 0 };

  readonly #sizes: Sizes;

  private constructor(database: IDBPDatabase<Kept>, sizes: Sizes) {
    this.#database = database;
    this.#sizes = sizes;
  }

  /** @throws DeviceTrouble where this browser cannot be used as it is */
  static async open(happenings: Happenings, sizes = usual): Promise<BrowserStorage> {
    return new BrowserStorage(await openDatabase(happenings), sizes);
  }

  /** Opens the database anew, after the browser took it. */
  async reopen(happenings: Happenings): Promise<void> {
    this.#database = await openDatabase(happenings);
    if (this.#token !== null) await this.claim(this.#token);
  }

  close(): void {
    this.#database.close();
  }

  /** From now on only this tab writes. */
  async claim(token: string): Promise<void> {
    await this.#attempt(async () => {
      const tx = this.#database.transaction("holder", "readwrite", { durability: "strict" });
      const last = await tx.store.get("holder");
      await tx.store.put({ token, writes: last?.writes ?? 0 }, "holder");
      await tx.done;
    });
    this.#token = token;
  }

  /** What this device knows of itself; nothing where it is new. */
  device(): Promise<Device | undefined> {
    return this.#attempt(() => this.#database.get("device", "device"));
  }

  async load(): Promise<Stored | undefined> {
    return (await this.loadAt()).stored;
  }

  /** All that is kept, and after how many writes. */
  loadAt(): Promise<{ stored: Stored | undefined; writes: number }> {
    return this.#attempt(async () => {
      const tx = this.#database.transaction(stores);
      const [device, holder, blocks, loose, entries, commands, aside] = await Promise.all([
        tx.objectStore("device").get("device"),
        tx.objectStore("holder").get("holder"),
        tx.objectStore("blocks").getAll(),
        tx.objectStore("rows").getAll(),
        tx.objectStore("entries").getAll(),
        tx.objectStore("commands").getAll(),
        tx.objectStore("aside").getAll(),
      ]);
      const writes = holder?.writes ?? 0;
      if (device === undefined) return { stored: undefined, writes };
      const inBlocks = blocks.flatMap(unpacked);
      const rows = merged(inBlocks, loose);
      this.#inBlocks = { rows: inBlocks.length, living: rows.length };
      return { stored: { device, rows, entries, commands, aside }, writes };
    });
  }

  async write(change: Writing): Promise<void> {
    await this.#attempt(async () => {
      const tx = this.#database.transaction(stores, "readwrite", { durability: "strict" });
      const failed = tx.done.then(
        () => undefined,
        (why: unknown) => why,
      );
      let writes = 0;
      try {
        writes = await this.#count(tx);
        await this.#putRows(tx, change);
        putRest(tx, change);
      } catch (error) {
        abort(tx);
        // A request that was cut off says only that; the transaction may know why.
        const why = await failed;
        throw isAbort(error) && why !== undefined ? why : error;
      }
      const why = await failed;
      if (why !== undefined) throw why;
      this.writes = writes;
    });
  }

  /** @throws Superseded */
  async #count(tx: Writable): Promise<number> {
    const holder = await tx.objectStore("holder").get("holder");
    // Storage that was taken holds nothing, so no other tab has claimed it either.
    if (holder !== undefined && holder.token !== this.#token)
      throw new Superseded("Another tab writes this storage now.");
    if (this.#token === null) throw new Superseded("This tab has not claimed the storage.");
    const writes = (holder?.writes ?? 0) + 1;
    quietly(tx.objectStore("holder").put({ token: this.#token, writes }, "holder"));
    return writes;
  }

  /** Takes everything away, but for who writes here: a tab that was frozen must not write what it still holds. */
  async forget(): Promise<void> {
    await this.#attempt(async () => {
      const tx = this.#database.transaction(stores, "readwrite", { durability: "strict" });
      await this.#count(tx);
      for (const store of stores) if (store !== "holder") quietly(tx.objectStore(store).clear());
      await tx.done;
    });
    this.#inBlocks = { rows: 0, living: 0 };
  }

  async #putRows(tx: Writable, { clear, rows = [] }: Writing): Promise<void> {
    const [blocks, loose, aside] = [tx.objectStore("blocks"), tx.objectStore("rows"), tx.objectStore("aside")];
    if (clear === "aside") {
      const there = new Set(await aside.getAllKeys());
      const all = merged((await blocks.getAll()).flatMap(unpacked), await loose.getAll());
      for (const row of all) if (!there.has(row.record.id)) quietly(aside.put(row));
    }
    if (clear !== undefined) {
      for (const store of [blocks, loose, tx.objectStore("entries")]) quietly(store.clear());
      this.#inBlocks = { rows: 0, living: 0 };
    }
    if (rows.length === 0) return;
    const { blockFrom, looseMax, outlivedMax } = this.#sizes;
    const isFew = rows.length < blockFrom;
    if (isFew) for (const row of rows) quietly(loose.put(row));
    const count = await loose.count();
    if (isFew && count <= looseMax) return;
    const above = count === 0 ? [] : await loose.getAll();
    if (count > 0) quietly(loose.clear());
    const fresh = isFew ? above : merged(above, rows);
    // A row that is in a block already counts as if it lived twice, until the next load has counted.
    this.#inBlocks.rows += fresh.length;
    const { rows: held, living } = this.#inBlocks;
    if (held <= 2 * living + outlivedMax || living === 0) {
      for (const block of packed(fresh)) quietly(blocks.add(block));
      return;
    }
    const all = merged((await blocks.getAll()).flatMap(unpacked), fresh);
    quietly(blocks.clear());
    for (const block of packed(all)) quietly(blocks.add(block));
    this.#inBlocks = { rows: all.length, living: all.length };
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw troubleOf(error);
    }
  }
}

function putRest(tx: Writable, change: Writing): void {
  const [entries, commands, aside] = [tx.objectStore("entries"), tx.objectStore("commands"), tx.objectStore("aside")];
  for (const entry of change.entries ?? []) quietly(entries.put(entry));
  for (const id of change.forgetEntries ?? []) quietly(entries.delete(id));
  for (const id of change.forgetCommands ?? []) quietly(commands.delete(id));
  for (const command of change.commands ?? []) quietly(commands.put(command));
  if (change.aside !== undefined) {
    quietly(aside.clear());
    for (const row of change.aside) quietly(aside.put(row));
  }
  if (change.device !== undefined) quietly(tx.objectStore("device").put(change.device, "device"));
}

/** Rows by id, where a later one takes the place of an earlier one. */
function merged(below: readonly StoredRow[], above: readonly StoredRow[]): StoredRow[] {
  const byId = new Map<string, StoredRow>();
  for (const row of below) byId.set(row.record.id, row);
  for (const row of above) byId.set(row.record.id, row);
  return [...byId.values()];
}

/** The transaction says what failed in it, once. */
function quietly(request: Promise<unknown> | undefined): void {
  request?.catch(() => undefined);
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function abort(tx: Writable): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}
