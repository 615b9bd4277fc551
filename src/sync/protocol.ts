import * as z from "zod";
import { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { Instant } from "#domain/model/time.ts";
import type { Change } from "#domain/ports.ts";

/**
 * What devices and servers say to each other. Every message carries the number of the wire it speaks: it rises whenever a
 * message, a noun or a command's arguments get something new (a test holds the number to their shapes), and shapes only grow
 * (invariant 5). Whoever meets a number that is higher than its own stops and says so:
 *
 * - A server takes pushes of older devices, since their commands' arguments are still understood; but it sends them no
 *   rows, which may hold what they do not know: `client-older`.
 * - A server asked by a newer device does nothing: `server-older`. The device keeps its queue.
 */
export const protocol = 1;

/**
 * At most so many rows a page, and so many characters of JSON (2 MB in the Latin alphabet). A page ends with a version, so one
 * command's rows may be more.
 */
export const pageMax: PageMax = { rows: 10_000, characters: 2_000_000 };
export interface PageMax {
  rows: number;
  characters: number;
}
/**
 * At most so many commands a push, and so many characters; one command may be more. 500 take a server well under a second,
 * and where an answer is lost they are sent again as a whole.
 */
export const pushCommandsMax = 500;
export const pushCharactersMax = 2_000_000;

/** How far a copy is: a version in one history of the workspace. A server that came back from a backup starts a new epoch. */
export const Cookie = z.object({ epoch: z.string().max(60), version: z.int().min(0) });
export type Cookie = z.infer<typeof Cookie>;

/** Of a message that may be of a later wire than this one: enough to find out. */
export const Envelope = z.looseObject({ protocol: z.int().min(1) });

/** Who speaks, and about which workspace. */
const from = { protocol: z.int().min(1), workspaceId: WorkspaceId, memberId: MemberId, deviceId: DeviceId };

/** Ids that a command drew where it first ran; it draws the same ones wherever it runs again. */
export const Drawn = z.object({
  /** The journal entry it makes. */
  entryId: EntryId,
  /** Those drawn without a purpose, in order. */
  ids: z.array(z.uuid()).default([]),
  /** The others, by purpose. */
  idsFor: z.record(z.string(), z.uuid()).default({}),
});
export type Drawn = z.infer<typeof Drawn>;

/** A command as it was run on a device. */
export const PushedCommand = Drawn.extend({
  /** The device's own count of its commands, from 1 without gaps. */
  sequence: z.int().min(1),
  name: z.string().max(100),
  args: z.unknown(),
  /** When it ran on the device, by the device's clock. */
  at: Instant,
});
export type PushedCommand = z.infer<typeof PushedCommand>;

/** The next commands of a device's queue, in order. */
export const Push = z.object({
  ...from,
  /** What the device stands on; null where it has pulled nothing yet. */
  cookie: Cookie.nullable(),
  commands: z.array(PushedCommand).min(1).max(pushCommandsMax),
});
export type Push = z.infer<typeof Push>;

/**
 * What became of one command. A command that was answered before is answered the same again, and nothing is done for it.
 */
export const CommandResult = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("applied"),
    sequence: z.int().min(1),
    /** The workspace's version that it made: a pull up to there holds it. */
    version: z.int().min(1),
  }),
  z.object({
    outcome: z.literal("refused"),
    sequence: z.int().min(1),
    /** A code of `domain/refusal.ts`, or `mistake`: a mistake of ours, which would happen again. */
    code: z.string().max(40),
    /** For people. */
    sentence: z.string(),
  }),
]);
export type CommandResult = z.infer<typeof CommandResult>;

/** Answers that a push and a pull have in common. */
const unable = [
  /** There is no such workspace, or not for who asks. */
  z.object({ answer: z.literal("no-workspace"), protocol: z.int() }),
  /** The device speaks a later wire than the server. */
  z.object({ answer: z.literal("server-older"), protocol: z.int() }),
  /** It is not a message of this wire. */
  z.object({ answer: z.literal("malformed"), protocol: z.int(), problem: z.string() }),
] as const;

const handled = {
  protocol: z.int(),
  /** The epoch that the commands are part of; null where there is no workspace. */
  epoch: z.string().nullable(),
  results: z.array(CommandResult),
};

export const PushAnswer = z.discriminatedUnion("answer", [
  /** One for each command, in order; fewer where the server stopped on the way: the rest is to be pushed again. */
  z.object({ answer: z.literal("done"), ...handled }),
  /** The device stands on another history; nothing was done. It pulls anew, then pushes again. */
  z.object({ answer: z.literal("pull-first"), protocol: z.int() }),
  /**
   * The device's count does not fit the server's, from the command after `results` on. `gap`: the server lacks earlier ones
   * (it lost them). `forked`: another command was counted under this number (the device's storage was lost in part, or copied). In both
   * cases the device takes a new id and counts anew.
   */
  z.object({ answer: z.literal("renew"), why: z.enum(["gap", "forked"]), ...handled }),
  /**
   * The message is larger than the server, or something on the way to it, takes; nothing was done. The device pushes fewer commands at
   * once; one that is too large by itself it counts as refused.
   */
  z.object({ answer: z.literal("too-large"), protocol: z.int() }),
  ...unable,
]);
export type PushAnswer = z.infer<typeof PushAnswer>;

/** What changed since the device was here last. */
export const Pull = z.object({
  ...from,
  /** Null for everything. */
  cookie: Cookie.nullable(),
  /**
   * The version that the last page was made of, and its stamp: so that a server notices a history that is not its own. The cookie's
   * version would not do, since a page before the last leaves out rows that were written again after it.
   */
  seen: z.object({ version: z.int().min(0), stamp: z.string().max(60).nullable() }).nullable(),
  /** Where a first pull stands, as the last page gave it. */
  rest: z.string().max(300).nullable(),
});
export type Pull = z.infer<typeof Pull>;

/** A row of the noun it stands under. */
export const PulledRow = z.object({
  record: z.looseObject({ id: z.uuid() }),
  version: z.int().min(1),
  removed: z.boolean().default(false),
});
export type PulledRow = z.infer<typeof PulledRow>;

/** A journal entry without its arguments: they may be long, and undo and history need only what changed. */
export const PulledEntry = z.object({
  id: EntryId,
  version: z.int().min(1),
  command: z.string(),
  memberId: MemberId,
  deviceId: DeviceId,
  at: Instant,
  changes: z.array(z.custom<Change>((change) => typeof change === "object" && change !== null && "op" in change)),
  undoes: EntryId.nullable(),
});
export type PulledEntry = z.infer<typeof PulledEntry>;

/**
 * One page. After a first pull's last page (`rest` null) and after every later page, the device holds exactly the workspace at
 * `cookie.version`, once nothing changed while the first pull went on; what did comes in the pages after.
 */
export const Page = z.object({
  answer: z.literal("page"),
  protocol: z.int(),
  /** True where the device is to let go of the rows it has: this begins a first pull. */
  isAfresh: z.boolean(),
  cookie: Cookie,
  /** Names the history up to `version`; null where the store has no name for it. */
  stamp: z.string().nullable(),
  /** What to ask with next in a first pull; null when it is complete. */
  rest: z.string().nullable(),
  hasMore: z.boolean(),
  /** By noun. */
  rows: z.record(z.string(), z.array(PulledRow)),
  /** The journal's entries of these versions; in a first pull the newest ones, on its last pages. */
  entries: z.array(PulledEntry),
  /** For showing progress: how many rows a first pull brings in all, on its first page. */
  total: z.int().min(0).nullable(),
  /** The workspace's version, which a device that has all is at. */
  version: z.int().min(0),
});
export type Page = z.infer<typeof Page>;

export const PullAnswer = z.discriminatedUnion("answer", [
  Page,
  /** The server's data may hold what the device does not know. Its queue is still taken. */
  z.object({ answer: z.literal("client-older"), protocol: z.int() }),
  ...unable,
]);
export type PullAnswer = z.infer<typeof PullAnswer>;
