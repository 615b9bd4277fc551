import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMemory } from "#store/memory.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";

export type Keeping = "memory" | "sqlite";

/** A store that can be copied as it is at a moment, as whoever keeps backups does. */
export interface KeptStore {
  store: Store;
  copy(): Promise<KeptStore>;
  /** Lets go of this store and of all copies of it. */
  end(): Promise<void>;
}

export async function keep(keeping: Keeping): Promise<KeptStore> {
  return keeping === "memory" ? inMemory() : inSqlite();
}

function inMemory(store = openMemory()): KeptStore {
  return { store, copy: async () => inMemory(await store.copy()), end: async () => undefined };
}

async function inSqlite(): Promise<KeptStore> {
  const folder = mkdtempSync(join(tmpdir(), "upshot-sync-"));
  const stores: Store[] = [];
  const opened = async (path: string): Promise<KeptStore> => {
    const store = await openSqlite({ path, synchronous: "NORMAL" });
    stores.push(store);
    return {
      store,
      copy: async () => {
        const backup = join(folder, `${stores.length}.sqlite`);
        await store.backup(backup);
        return opened(backup);
      },
      end: async () => {
        for (const each of stores) await each.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return opened(":memory:");
}
