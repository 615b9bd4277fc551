import * as z from "zod";
import { command } from "../command.ts";
import { EventId, SessionId } from "../model/id.ts";
import { ProgrammeSession, type Session } from "../model/session.ts";
import { instantOf } from "../model/time.ts";
import { found } from "./found.ts";

/**
 * Takes in an event's programme, the first time or again. A session is matched by guid, then by title and start, then by
 * title where only one has it; what the programme says is written, marks and notes stay. A session the programme
 * no longer has stays too, as withdrawn. `isPart` is for a list that is not the whole programme (favourites): it
 * withdraws nothing, and only stars what it names.
 */
const imports = command({
  title: "Take in a programme",
  args: z.strictObject({ eventId: EventId, sessions: z.array(ProgrammeSession), isPart: z.boolean().default(false) }),
  async run({ eventId, sessions, isPart }, { tx, newId, now }) {
    await found(tx, "event", eventId);
    const known = new SessionIndex(await tx.list("session", { eventId }));
    const report = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, starred: 0 };
    for (const [place, { isStarred, ...programme }] of sessions.entries()) {
      const match = known.take(programme);
      if (match === undefined) {
        if (isStarred) report.starred += 1;
        const id = newId(`session ${place}`) as SessionId;
        await tx.insert("session", {
          ...programme,
          id,
          eventId,
          createdAt: instantOf(now),
          isStarred,
          isAttended: null,
          isWithdrawn: false,
        });
        report.added += 1;
        continue;
      }
      const fields = { ...(isPart ? {} : { ...programme, isWithdrawn: false }), ...(isStarred ? { isStarred } : {}) };
      const before = match as Record<string, unknown>; // compared field by field
      const differs = Object.entries(fields).some(
        ([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value),
      );
      if (isStarred && !match.isStarred) report.starred += 1;
      report[differs ? "changed" : "unchanged"] += 1;
      if (differs) await tx.patch("session", match.id, fields);
    }
    for (const left of isPart ? [] : known.rest()) {
      if (left.isWithdrawn) continue;
      await tx.patch("session", left.id, { isWithdrawn: true });
      report.withdrawn += 1;
    }
    return report;
  },
});

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
