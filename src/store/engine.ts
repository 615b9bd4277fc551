import type { Trouble } from "#domain/refusal.ts";
import type { Value } from "./values.ts";

/** Writes the n-th parameter, from 1, in the engine's way. */
export type Place = (n: number) => string;

/** What a database brings; `sql-store.ts` makes a store of it. */
export interface Engine {
  /** How it writes the n-th parameter. */
  place: Place;
  /**
   * Runs `work` in one transaction that has the right to write, again where another writer was in the way. Durable
   * when it resolves.
   */
  write<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Inside `write`: waits until no other transaction is between this and its end. */
  alone(ask: Ask): Promise<void>;
  /** Runs `work` on what was committed at one moment. */
  read<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** True where the database forbids what was written (a key that is taken, a reference to nothing): it will again. */
  isForbidden(error: unknown): boolean;
  /** What keeps the place from being used, in words; undefined where an error says no such thing. */
  trouble(error: unknown): Trouble | undefined;
  /** See `Store.backup`. */
  backup(path: string): Promise<void>;
  /** The database's own look at itself. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}

/** Runs a statement of `statements.ts` and gives what `read` makes of each row, a list of cells. */
export type Ask = <T>(text: string, values: Value[], read: (cells: readonly unknown[]) => T) => Promise<T[]>;
