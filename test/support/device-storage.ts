import type { DeviceStorage, Stored, StoredRow, Writing } from "#sync/storage.ts";

/** What a process that was killed never hears of: whoever waited for it is gone, too. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/**
 * A device's disk: it survives the processes that use it, one after another, as IndexedDB survives the tab. What is
 * written is kept as text, whole or not at all, so nothing is shared with who wrote it.
 */
export class TestDisk {
  #device: string | undefined;
  #tables: Record<"rows" | "entries" | "commands" | "aside", Map<string, string>> = empty();
  #session = 0;
  /** What happens at the next write: the process is killed before or after it is kept, or the disk is full. */
  next: "kill-before" | "kill-after" | "full" | null = null;
  writes = 0;
  /** All that was kept since it was empty, in order. */
  kept: Writing[] = [];

  /** The disk as one process has it open; those that had it open before are dead. */
  open(): DeviceStorage {
    this.#session += 1;
    const session = this.#session;
    const alive = () => {
      if (session !== this.#session) throw new Killed("This process is dead.");
    };
    return {
      load: async () => {
        alive();
        return this.#load();
      },
      write: async (change) => {
        alive();
        const next = this.next;
        this.next = null;
        if (next === "full") throw new Error("The disk is full.");
        if (next === "kill-before") this.kill();
        else this.#keep(JSON.parse(JSON.stringify(change)) as Writing); // what went in
        if (next === "kill-after") this.kill();
        await Promise.resolve();
        alive();
      },
    };
  }

  /** Ends the process that has the disk open. */
  kill(): void {
    this.#session += 1;
  }

  /** Takes everything from the device. */
  evict(): void {
    this.clear();
    this.kill();
  }

  /** The same, while a process goes on. */
  clear(): void {
    this.#device = undefined;
    this.#tables = empty();
    this.kept = [];
  }

  /** A disk with all that is on this one. */
  clone(): TestDisk {
    const disk = new TestDisk();
    disk.#device = this.#device;
    disk.#tables = structuredClone(this.#tables);
    disk.kept = [...this.kept];
    return disk;
  }

  /** Changes what is known of the device, as another program would. */
  forge(change: (stored: Stored["device"]) => Stored["device"]): void {
    const stored = this.#load();
    if (stored) this.#device = JSON.stringify(change(stored.device));
  }

  #load(): Stored | undefined {
    if (this.#device === undefined) return undefined;
    const { rows, entries, commands, aside } = this.#tables;
    const all = (table: Map<string, string>) => [...table.values()].map((text) => JSON.parse(text) as never); // what went in
    return {
      device: JSON.parse(this.#device) as Stored["device"], // what went in
      rows: all(rows),
      entries: all(entries),
      commands: all(commands),
      aside: all(aside),
    };
  }

  #keep(change: Writing): void {
    this.writes += 1;
    this.kept.push(change);
    const { rows, entries, commands } = this.#tables;
    const { aside } = this.#tables;
    if (change.clear === "aside") for (const [key, row] of rows) if (!aside.has(key)) aside.set(key, row);
    if (change.clear) {
      rows.clear();
      entries.clear();
    }
    if (change.device) this.#device = JSON.stringify(change.device);
    for (const row of change.rows ?? []) rows.set(keyOf(row), JSON.stringify(row));
    for (const entry of change.entries ?? []) entries.set(entry.id, JSON.stringify(entry));
    for (const id of change.forgetEntries ?? []) entries.delete(id);
    for (const id of change.forgetCommands ?? []) commands.delete(id);
    for (const command of change.commands ?? []) commands.set(command.entryId, JSON.stringify(command));
    if (change.aside) this.#tables.aside = new Map(change.aside.map((row) => [keyOf(row), JSON.stringify(row)]));
  }
}

function keyOf({ noun, record }: StoredRow): string {
  return `${noun} ${record.id}`;
}

function empty() {
  const table = () => new Map<string, string>();
  return { rows: table(), entries: table(), commands: table(), aside: table() };
}
