import type { ExportRow } from "#domain/commands/arriving.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";
import type { CardSeen, Seen } from "#debrief/carded.ts";
import type { Settings } from "#debrief/gather.ts";
import type { Debrief, Surroundings } from "#debrief/debrief.ts";
import type { commandOf } from "#debrief/keep.ts";
import type { FileTaken } from "#debrief/gather.ts";
import type { Plan } from "#debrief/plan.ts";
import type { InputFile } from "#formats/file.ts";
import type { PageReading } from "#reading/read.ts";

/** What a page asks of the worker that reads. */
export type Asked =
  /** Read an event's files. The worker keeps what it read until the next. */
  | { ask: "debrief"; files: InputFile[]; surroundings: Surroundings; settings: Settings }
  /** What was read last, as the command that keeps it. */
  | { ask: "command"; into: Parameters<typeof commandOf>[1] }
  /** Read one captured line beside what is known. */
  | { ask: "line"; text: string; known: Debrief["known"] }
  /** Read and check an exported workspace. Progress counts its bytes. */
  | { ask: "export"; file: File }
  /** Whom a photo names, of what was seen on it; `others` as `cardSeen` has it. */
  | { ask: "card"; seen: Seen; others: readonly string[] };

/** What comes back for each, in its order; progress before it. */
export interface Answers {
  debrief: DebriefRead;
  command: ReturnType<typeof commandOf>["args"];
  line: PageReading | undefined;
  card: CardSeen;
  export: ExportRead;
}

/** An exported workspace, each record of which was checked, with all that it names. */
export interface ExportRead {
  workspaceId: string;
  exportedAt: Instant | null;
  rows: ExportRow[];
  entries: Omit<Entry, "version">[];
  /** Of the file; null where the browser makes none (a page over plain HTTP). */
  sha256: string | null;
}

/** A debrief as a screen shows it before it is kept. */
export interface DebriefRead {
  plan: Plan;
  taken: FileTaken[];
  /** The event's name where the files say it. */
  name: string | null;
  me: Debrief["known"]["me"];
}

export type Said =
  | { id: number; progress: { done: number; total: number; file: string } }
  | { id: number; answer: Answers[keyof Answers] }
  | { id: number; failed: string };
