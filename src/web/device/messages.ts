import type { CommandName } from "#domain/commands.ts";
import type { EntryId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import { Refusal, type RefusalCode } from "#domain/refusal.ts";
import type { Kept } from "#replica/replica.ts";
import type { RefusedCommand } from "#sync/client.ts";
import type { StoredRow } from "#sync/storage.ts";
import type { WorkspaceStatus } from "./open-workspace.ts";
import { DeviceTrouble, type TroubleKind } from "./trouble.ts";

/** The number of what tabs say to each other. Tabs of another number are older or newer programs. */
export const tabWire = 1;

/** Something that the tab with the queue does, for itself or for a tab beside it. Each can be asked for twice and is done once. */
export type Ask =
  | { what: "run"; entryId: EntryId; name: CommandName; args: unknown }
  | { what: "again"; entryId: EntryId; asEntry: EntryId }
  | { what: "dismiss"; entryId: EntryId }
  | { what: "dropLost" };

/** What a tab shows of the device beside the rows. */
export interface Shown {
  status: WorkspaceStatus;
  refused: RefusedCommand[];
  lost: StoredRow[];
}

/** A record as it now is; without `kept` nothing is known of it any more. */
export interface RowNews {
  noun: Noun;
  id: string;
  kept: Kept | undefined;
}

export type Message = { wire: number } & (
  | { kind: "hello" | "ping"; tab: string }
  /** What was kept here is being taken away: nobody goes on with it. */
  | { kind: "over" }
  | { kind: "ask"; tab: string; number: number; ask: Ask }
  /** A tab has the queue from now on. */
  | { kind: "here"; host: string }
  /** It hears, though it may be busy. */
  | { kind: "alive"; host: string; to: string }
  /** Everything but the rows, which are in the storage; the answer to `hello`. */
  | { kind: "all"; host: string; to: string; deviceId: string; shown: Shown; entries: Entry[] }
  /**
   * What became another, as of so many writes to the storage. `number` counts them without gaps.
   */
  | { kind: "news"; host: string; number: number; writes: number; rows: RowNews[] }
  | { kind: "shown"; host: string; number: number; shown: Shown; entries: Entry[]; gone: EntryId[] }
  | { kind: "answer"; host: string; to: string; number: number; answer: Answer }
);

export type Answer = { done: unknown } | { failed: Failure };

type Failure =
  | { is: "refusal"; code: RefusalCode; sentence: string }
  | { is: "trouble"; trouble: TroubleKind }
  | { is: "mistake"; message: string };

/** An error as another tab can be told of it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return { is: "refusal", code: error.code, sentence: error.message };
  if (error instanceof DeviceTrouble) return { is: "trouble", trouble: error.kind };
  return { is: "mistake", message: error instanceof Error ? error.message : String(error) };
}

/** The error of a failure that another tab told of. */
export function errorOf(failure: Failure): Error {
  switch (failure.is) {
    case "refusal":
      return new Refusal(failure.code, failure.sentence);
    case "trouble":
      return new DeviceTrouble(failure.trouble);
    case "mistake":
      return new Error(failure.message);
  }
}
