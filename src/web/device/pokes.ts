import * as z from "zod";
import type { WorkspaceId } from "#domain/model/id.ts";

const Version = z.object({ version: z.int().min(0) });

interface PokesListener {
  /** The server's workspace is at this version now; said at once, and then of each new one. */
  onVersion: (version: number) => void;
  /** It broke. Whoever finds the server again asks to `listen` again. */
  onLost: () => void;
}

/** So long a broken connection is left alone, twice as long each time it broke before it stood. */
const restMs = { first: 500, longest: 60_000 };

/**
 * The server's pokes: one event for each new version of the workspace. An EventSource left to itself would knock every few
 * seconds for as long as the server is away; here it is let go of, and asked for again once the server was reached.
 */
export class Pokes {
  readonly #listener: PokesListener;
  readonly #address: string;
  #source: EventSource | null = null;
  #breaks = 0;
  #restsUntil = 0;

  constructor(workspaceId: WorkspaceId, listener: PokesListener) {
    this.#listener = listener;
    this.#address = `/api/pokes?workspace=${workspaceId}`;
  }

  /** Listens, where it does not already; or gives after how many milliseconds to ask again. */
  listen(): number {
    if (this.#source !== null) return 0;
    const rests = this.#restsUntil - performance.now();
    if (rests > 0) return rests;
    const source = (this.#source = new EventSource(this.#address));
    source.addEventListener("open", () => (this.#breaks = 0));
    source.addEventListener("version", (event) => {
      const said = Version.safeParse(parsed(event.data));
      if (said.success) this.#listener.onVersion(said.data.version);
    });
    source.addEventListener("error", () => {
      this.end();
      this.#restsUntil = performance.now() + Math.min(restMs.longest, restMs.first * 2 ** this.#breaks);
      this.#breaks += 1;
      this.#listener.onLost();
    });
    return 0;
  }

  end(): void {
    this.#source?.close();
    this.#source = null;
  }
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
