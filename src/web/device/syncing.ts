import type { SyncClient } from "#sync/client.ts";
import { Pokes } from "./pokes.ts";
import { Refusal } from "#domain/refusal.ts";
import { Superseded } from "./storage.ts";
import { DeviceTrouble } from "./trouble.ts";

/** Commands within this time of one another go in one message. */
const gatherMs = 8;
/** The first wait after a failure; each further one is twice as long, up to the longest. */
const waitMs = { first: 1000, longest: 60_000 };

export interface SyncingListener {
  /** The server can be reached, or not. */
  onAway: (isAway: boolean) => void;
  /** This browser's storage is in trouble, or the server refuses whoever asks; or no longer. The message is for people. */
  onTrouble: (trouble: DeviceTrouble | Refusal | null) => void;
  /** Another tab has taken over: this one is to stop. */
  onSuperseded: () => void;
}

/**
 * Says when a device syncs: after its commands, when the server pokes, when the network or the person comes back, and while the
 * server is away again and again, at longer and longer times that chance spreads. Nobody waits for it (invariant 4).
 */
export class Syncing {
  readonly #client: SyncClient;
  readonly #listener: SyncingListener;
  readonly #pokes: Pokes;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  /** Asked for while a sync was under way. */
  #isWanted = false;
  /** The last version that the server spoke of. */
  #poked: number | null = null;
  #failures = 0;
  #isEnded = false;

  constructor(client: SyncClient, listener: SyncingListener) {
    this.#client = client;
    this.#listener = listener;
    this.#pokes = new Pokes(client.replica.workspaceId, {
      onVersion: (version) => {
        this.#poked = version;
        if (!this.#isRunning && version !== this.#client.version) this.now();
      },
      onLost: () => this.#later(this.#failures),
    });
    addEventListener("online", this.now);
    document.addEventListener("visibilitychange", this.#seen);
    this.now();
  }

  /** After a command: soon, with those that come along with it. While the server is away the queue waits for its turn. */
  soon(): void {
    if (this.#failures === 0) this.#in(gatherMs);
  }

  /** Whatever was waited for is over. */
  now = (): void => {
    this.#failures = 0;
    this.#in(0);
  };

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.now);
    document.removeEventListener("visibilitychange", this.#seen);
    this.#pokes.end();
  }

  #seen = (): void => {
    if (document.visibilityState === "visible") this.now();
  };

  #in(ms: number): void {
    if (this.#isEnded) return;
    if (this.#isRunning) {
      this.#isWanted = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#round(), ms);
  }

  #later(failures: number): void {
    const longest = Math.min(waitMs.longest, waitMs.first * 2 ** failures);
    this.#in(longest * (0.5 + Math.random() / 2));
  }

  async #round(): Promise<void> {
    this.#isRunning = true;
    this.#isWanted = false;
    let nextMs: number | null = null;
    try {
      await this.#client.sync();
      this.#failures = 0;
      this.#listener.onTrouble(null);
      this.#listener.onAway(false);
      const rests = this.#isEnded ? 0 : this.#pokes.listen();
      if (rests > 0) nextMs = rests;
      // Whoever is older may be brought up to date meanwhile.
      if (this.#client.status.stopped !== null) nextMs = waitMs.longest;
      else if (this.#poked !== null && this.#poked !== this.#client.version) this.#isWanted = true;
      this.#poked = null;
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#isRunning = false;
    }
    if (this.#failures > 0) this.#later(this.#failures);
    else if (this.#isWanted) this.#in(0);
    else if (nextMs !== null) this.#in(nextMs);
  }

  #failed(error: unknown): void {
    if (this.#isEnded) return;
    if (error instanceof Superseded) return this.#listener.onSuperseded();
    this.#failures += 1;
    if (error instanceof DeviceTrouble || error instanceof Refusal) this.#listener.onTrouble(error);
    else this.#listener.onAway(true);
  }
}
