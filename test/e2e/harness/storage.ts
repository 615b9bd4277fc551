import { BrowserStorage } from "../../../src/web/device/storage.ts";
import type { Stored, Writing } from "#sync/storage.ts";

/** The app's storage in IndexedDB, alone, with blocks of a few rows: what a history needs to have some of each. */
const sizes = { blockFrom: 4, looseMax: 6, outlivedMax: 20 };
const nothing = () => undefined;

const storage = {
  /** Writes to an empty database, opening it anew now and then, and gives what is kept in the end. */
  async replay(writings: readonly Writing[]): Promise<Stored | undefined> {
    let open: BrowserStorage | undefined;
    await new Promise((done, fail) => {
      const gone = indexedDB.deleteDatabase("upshot");
      gone.addEventListener("success", done);
      gone.addEventListener("error", fail);
    });
    for (const [n, writing] of writings.entries()) {
      if (n % 20 === 0) {
        open?.close();
        open = await BrowserStorage.open({ onBlocked: nothing, onNewer: nothing, onTaken: nothing }, sizes);
        await open.claim(`holder ${n}`);
        await open.load();
      }
      await open?.write(writing);
    }
    const stored = await open?.load();
    open?.close();
    return stored;
  },
};

Object.assign(globalThis, { storage });
