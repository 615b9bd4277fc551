import type { WorkspaceId } from "#domain/model/id.ts";
import type { Head, Store } from "#store/store.ts";

/** How often the store is asked for the version of a workspace that somebody watches: what another process wrote is seen within it. */
const pollMs = 500;

interface Watched {
  /** The last one told; null where there is no such workspace yet. */
  head: Head | null;
  listeners: Set<(version: number) => void>;
}

/**
 * Tells when a workspace has another version. What this process writes is told at once; what others write to the same store (a
 * command line, another server) is found by asking the store now and then, on every engine the same way.
 */
export class Versions {
  readonly #store: Store;
  readonly #watched = new Map<WorkspaceId, Watched>();
  #timer: NodeJS.Timeout | undefined;
  #isPolling = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Calls `listener` with the version there is, and with each that comes. Gives the way to stop. */
  watch(workspaceId: WorkspaceId, listener: (version: number) => void): () => void {
    const watched = this.#watched.get(workspaceId) ?? { head: null, listeners: new Set() };
    this.#watched.set(workspaceId, watched);
    watched.listeners.add(listener);
    if (watched.head === null) void this.#look(workspaceId);
    else listener(watched.head.version);
    this.#timer ??= setInterval(() => void this.#poll(), pollMs);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      this.#watched.delete(workspaceId);
      if (this.#watched.size === 0) this.#rest();
    };
  }

  /** A workspace is at this version now; an earlier one of the same epoch was told before. */
  tell(workspaceId: WorkspaceId, head: Head): void {
    const watched = this.#watched.get(workspaceId);
    if (watched === undefined) return;
    if (watched.head?.epoch === head.epoch && head.version <= watched.head.version) return;
    watched.head = head;
    for (const listener of watched.listeners) listener(head.version);
  }

  /** Watches nothing any more. */
  close(): void {
    this.#watched.clear();
    this.#rest();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #poll(): Promise<void> {
    if (this.#isPolling) return; // a store that is slow is not asked the faster
    this.#isPolling = true;
    for (const workspaceId of this.#watched.keys()) await this.#look(workspaceId);
    this.#isPolling = false;
  }

  async #look(workspaceId: WorkspaceId): Promise<void> {
    try {
      this.tell(workspaceId, await this.#store.head(workspaceId));
    } catch {
      // Not there yet, or the store is in trouble: whoever pushes or pulls is told so; here it is looked at again.
    }
  }
}
