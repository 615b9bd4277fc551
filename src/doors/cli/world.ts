import type { Readable } from "node:stream";

/** The outside of the command line: `main` gives it, and tests give another. */
export interface World {
  out: Output;
  err: Output;
  in: Readable & { isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown };
  env: Record<string, string | undefined>;
  cwd: string;
  now: () => Temporal.Instant;
  /** The machine's own zone, for a workspace that has none yet. */
  timeZone: string;
  /** The name the machine knows its user by. */
  userName: string;
  newId: () => string;
  /** The program's version. */
  version: string;
  /** Serves the app until the process is told to stop. */
  serve: (asked: Serving) => Promise<void>;
}

/** How the app is to be served. */
export interface Serving {
  /** Where the data is kept, as `placeOf` gives it. */
  place: string;
  /** The address to listen on. */
  host: string;
  /** 0 takes any that is free. */
  port: number;
  /** Names beside this machine's own under which it may be asked for. */
  allowHost: string[];
  /** True where a browser is to be opened, if there is one. */
  isOpening: boolean;
  /** Told the app's address once it answers. */
  ready: (url: string) => void;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}
