import type * as z from "zod";
import type { Context, Entry, Tx } from "./ports.ts";
import type { EntryId } from "./model/id.ts";

/** What a command's work may use: the rows of its workspace, and who, where and when. */
export interface Work extends Pick<Context, "workspaceId" | "memberId" | "deviceId" | "now" | "newId"> {
  tx: Tx;
  /** The id of the journal entry this run writes. */
  entryId: EntryId;
}

/** A verb: everything that changes data is one of these (invariant 1). */
export interface Command<Args extends z.ZodType, Result> {
  /** What a person would say: "Put off a step". Palettes and help show it. */
  title: string;
  args: Args;
  /** A pure function of its arguments and the rows; it may be run again on a newer state. */
  run(args: z.infer<Args>, work: Work): Promise<Result>;
  /** What the journal keeps of the arguments, where that is not what `keptArgs` leaves of them. */
  kept?(args: z.infer<Args>): object;
  /** The journal entry this run takes back; only for `undo`. */
  undoes?(args: z.infer<Args>): Entry["undoes"];
}

/** Types a command from its schema. */
export function command<Args extends z.ZodType, Result>(definition: Command<Args, Result>): Command<Args, Result> {
  return definition;
}
