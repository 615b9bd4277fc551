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
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}
