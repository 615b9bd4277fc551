import * as z from "zod";
import { EventId, SessionId } from "./id.ts";
import { Name } from "./text.ts";
import { Instant } from "./time.ts";

/** Who speaks, as the programme names them. */
export const Speaker = z.object({
  name: Name,
  organization: Name.nullable().default(null),
});
export type Speaker = z.infer<typeof Speaker>;

/**
 * One item of an event's programme. The programme's own fields are written by `session.import` (and
 * `session.add` where there is no programme); `isStarred` by `session.star`, `isAttended` by `session.attend`,
 * so that importing a changed programme never touches a mark.
 */
export const Session = z.object({
  id: SessionId,
  createdAt: Instant,
  eventId: EventId,
  /** The programme's own key; a changed programme is matched by it first, then by title and time. */
  guid: z.string().max(300).nullable().default(null),
  title: z.string().trim().min(1).max(1000),
  subtitle: z.string().max(1000).nullable().default(null),
  track: z.string().max(300).nullable().default(null),
  room: z.string().max(300).nullable().default(null),
  kind: z.string().max(100).nullable().default(null),
  language: z.string().max(35).nullable().default(null),
  startsAt: Instant.nullable().default(null),
  endsAt: Instant.nullable().default(null),
  speakers: z.array(Speaker).max(200).default([]),
  abstract: z.string().max(50_000).nullable().default(null),
  url: z.string().max(2000).nullable().default(null),
  /** Meant to go. */
  isStarred: z.boolean().default(false),
  /** Went; null while nobody has said. */
  isAttended: z.boolean().nullable().default(null),
  /** The newest programme no longer has it. It stays, with its marks and notes. Written by `session.import`. */
  isWithdrawn: z.boolean().default(false),
});
export type Session = z.infer<typeof Session>;

/** What a programme file says of a session: the fields an import may write. */
export const ProgrammeSession = Session.omit({
  id: true,
  createdAt: true,
  eventId: true,
  isAttended: true,
  isWithdrawn: true,
});
export type ProgrammeSession = z.infer<typeof ProgrammeSession>;
