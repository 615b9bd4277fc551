import * as z from "zod";
import { difference } from "../changes.ts";
import { command } from "../command.ts";
import { EventId, SessionId } from "../model/id.ts";
import { ProgrammeSession, type Session } from "../model/session.ts";
import { instantOf } from "../model/time.ts";
import { found } from "./found.ts";

/**
 * Takes in an event's programme, the first time or again. A session is matched by guid, then by title and start, then by
 * title where only one has it; what the programme says is written, marks and notes stay. A session the programme
 * no longer has stays too, as withdrawn. `isPart` is for a list that is not the whole programme (favourites): it
 * withdraws nothing, and only stars what it names. `news` tells, from the second time on, what is new and what became otherwise.
 */
const imports = command({
  title: "Take in a programme",
  args: z.strictObject({ eventId: EventId, sessions: z.array(ProgrammeSession), isPart: z.boolean().default(false) }),
  async run({ eventId, sessions, isPart }, { tx, newId, now }) {
    await found(tx, "event", eventId);
    const known = new SessionIndex(await tx.list("session", { eventId }));
    const isFirst = known.isEmpty;
    const report: ProgrammeReport = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, starred: 0, news: [] };
    for (const [place, { isStarred, ...programme }] of sessions.entries()) {
      const match = known.take(programme);
      if (match === undefined) {
        if (isStarred) report.starred += 1;
        const id = newId(`session ${place}`) as SessionId;
        const fresh = { ...programme, id, eventId, createdAt: instantOf(now), isStarred, isAttended: null };
        await tx.insert("session", { ...fresh, isWithdrawn: false });
        report.added += 1;
        if (!isFirst) report.news.push(newsOf(fresh, ["new"], null, fresh));
        continue;
      }
      const fields = { ...(isPart ? {} : { ...programme, isWithdrawn: false }), ...(isStarred ? { isStarred } : {}) };
      const differing = Object.keys(difference(match, fields).after);
      if (isStarred && !match.isStarred) report.starred += 1;
      report[differing.length > 0 ? "changed" : "unchanged"] += 1;
      if (differing.length === 0) continue;
      await tx.patch("session", match.id, fields);
      const what = whatChanged(differing);
      if (what.length > 0) report.news.push(newsOf(match, what, match, { ...match, ...fields }));
    }
    for (const left of isPart ? [] : known.rest()) {
      if (left.isWithdrawn) continue;
      await tx.patch("session", left.id, { isWithdrawn: true });
      report.withdrawn += 1;
      report.news.push(newsOf(left, ["cancelled"], left, null));
    }
    return report;
  },
});

/** What taking in a programme did, as counts, and what is told of single sessions. */
export interface ProgrammeReport {
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  starred: number;
  news: SessionNews[];
}

/** `moved` is another time or room, `changed` anything else that the programme says; `back` was cancelled before. */
export type SessionChange = "new" | "moved" | "renamed" | "changed" | "cancelled" | "back";

/** One session that is not as it was when the programme was taken in before. */
export interface SessionNews {
  sessionId: SessionId;
  /** As it is called now. */
  title: string;
  what: SessionChange[];
  /** I meant to go, or went. */
  isMine: boolean;
  before: Where | null;
  /** Null for a cancelled one. */
  after: Where | null;
}

type Where = Pick<Session, "title" | "room" | "startsAt">;

function newsOf(
  session: Pick<Session, "id" | "isStarred" | "isAttended">,
  what: SessionChange[],
  before: Where | null,
  after: Where | null,
): SessionNews {
  const where = (one: Where | null) => one && { title: one.title, room: one.room, startsAt: one.startsAt };
  const title = after?.title ?? before?.title ?? "";
  const isMine = session.isStarred || session.isAttended === true;
  return { sessionId: session.id, title, what, isMine, before: where(before), after: where(after) };
}

function whatChanged(differing: readonly string[]): SessionChange[] {
  const what = new Set<SessionChange>();
  for (const field of differing) {
    if (field === "isWithdrawn") what.add("back");
    else if (field === "title") what.add("renamed");
    else if (field === "startsAt" || field === "endsAt" || field === "room") what.add("moved");
    else if (field !== "isStarred" && field !== "guid") what.add("changed");
  }
  return [...what];
}

/** Finds the session a programme means among those that are there; each is given out once. */
class SessionIndex {
  readonly #left = new Map<string, Session>();
  readonly #byGuid = new Map<string, Session>();
  readonly #byTitle = new Map<string, Session[]>();

  constructor(sessions: readonly Session[]) {
    for (const session of sessions) {
      this.#left.set(session.id, session);
      if (session.guid !== null) this.#byGuid.set(session.guid, session);
      const title = titleKey(session.title);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), session]);
    }
  }

  get isEmpty(): boolean {
    return this.#byTitle.size === 0;
  }

  take(programme: Pick<Session, "guid" | "title" | "startsAt">): Session | undefined {
    const match = this.#find(programme);
    if (match !== undefined) this.#left.delete(match.id);
    return match;
  }

  #find({ guid, title, startsAt }: Pick<Session, "guid" | "title" | "startsAt">): Session | undefined {
    const byGuid = guid === null ? undefined : this.#byGuid.get(guid);
    if (byGuid !== undefined && this.#left.has(byGuid.id)) return byGuid;
    const sameTitle = (this.#byTitle.get(titleKey(title)) ?? []).filter(
      (session) => this.#left.has(session.id) && (guid === null || session.guid === null || session.guid === guid),
    );
    return (
      sameTitle.find((session) => session.startsAt === startsAt) ?? (sameTitle.length === 1 ? sameTitle[0] : undefined)
    );
  }

  rest(): IterableIterator<Session> {
    return this.#left.values();
  }
}

/** Titles are the same when they differ only in case, punctuation and spacing. */
function titleKey(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const add = command({
  title: "Add a session",
  args: z.strictObject({ eventId: EventId, ...ProgrammeSession.shape }),
  async run(args, { tx, newId, now }) {
    await found(tx, "event", args.eventId);
    const id = newId() as SessionId;
    await tx.insert("session", { ...args, id, createdAt: instantOf(now), isAttended: null, isWithdrawn: false });
    return { sessionId: id };
  },
});

const star = command({
  title: "Mark a session as one I mean to go to",
  args: z.strictObject({ sessionId: SessionId, isStarred: z.boolean().default(true) }),
  async run({ sessionId, isStarred }, { tx }) {
    await found(tx, "session", sessionId);
    await tx.patch("session", sessionId, { isStarred });
  },
});

const attend = command({
  title: "Say whether I went to a session",
  args: z.strictObject({ sessionId: SessionId, isAttended: z.boolean().nullable().default(true) }),
  async run({ sessionId, isAttended }, { tx }) {
    await found(tx, "session", sessionId);
    await tx.patch("session", sessionId, { isAttended });
  },
});

export const sessionCommands = {
  "session.import": imports,
  "session.add": add,
  "session.star": star,
  "session.attend": attend,
} as const;
