import * as z from "zod";
import { fieldsOf } from "#domain/model/fields.ts";
import { EventId } from "#domain/model/id.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import type { Look } from "#store/store.ts";
import { type Cookie, type Page, type PageMax, protocol, type PulledEntry } from "../protocol.ts";
import { Budget } from "./budget.ts";

/** How many journal entries a device begins with: enough to undo and to see what happened lately. */
const entriesMax = 1000;

/** A part of the workspace: a noun's rows, all of them, or those of one event or of none; at last the journal. */
type Part = { noun: Noun; eventId?: EventId | null } | { noun: "journal" };

/** Where a first pull stands. Ids grow with time, so an event that is made meanwhile comes before `newest` and is no part of it. */
const Rest = z.object({
  /** The event that was the newest when it began; null where there was none. */
  newest: EventId.nullable(),
  /** The part that is under way, by name. */
  part: z.string(),
  /** The last id that was sent of it; of the journal, the version. */
  after: z.union([z.string(), z.int()]),
  /** How many journal entries were sent. */
  entries: z.int(),
});
type Rest = z.infer<typeof Rest>;

/**
 * The next page of all there is, the newest event first. It is sent as of the version it began at: rows that are written
 * meanwhile are left out, and come with the changes since that version. So no page needs a store that stands still.
 * @param at where the last page ended; null to begin
 */
export async function firstPull(look: Look, at: { cookie: Cookie; rest: string } | null, max: PageMax): Promise<Page> {
  const rest = at && restFrom(at.rest);
  const until = at && rest ? at.cookie.version : look.head.version;
  const events = await eventsOf(look);
  const newest = rest ? rest.newest : (events[0] ?? null);
  const parts = partsFrom(events.filter((id) => newest !== null && id <= newest));
  const place = Math.max(
    0,
    parts.findIndex((part) => nameOf(part) === rest?.part),
  );
  const page = new Filling(look, { until, entriesSent: rest?.entries ?? 0, max });
  let left: Rest | null = null;
  for (const part of parts.slice(place)) {
    const after = rest && nameOf(part) === rest.part ? rest.after : null;
    const stopped = await page.add(part, after);
    if (stopped === undefined) continue;
    left = { newest, part: nameOf(part), after: stopped, entries: page.entriesSent };
    break;
  }
  return {
    answer: "page",
    protocol,
    isAfresh: rest === null,
    cookie: { epoch: look.head.epoch, version: until },
    stamp: await look.stampAt(look.head.version),
    rest: left && JSON.stringify(left),
    hasMore: left !== null || until < look.head.version,
    rows: page.rows,
    entries: page.entries,
    total: rest === null ? await countOf(look) : null,
    version: look.head.version,
  };
}

export function pulledEntry({ args: _, ...entry }: Entry): PulledEntry {
  return entry;
}

/** One page as it fills. */
class Filling {
  readonly rows: Page["rows"] = {};
  readonly entries: PulledEntry[] = [];
  readonly #look: Look;
  readonly #until: number;
  readonly #budget: Budget;
  #entriesSent: number;

  constructor(look: Look, options: { until: number; entriesSent: number; max: PageMax }) {
    this.#look = look;
    this.#until = options.until;
    this.#entriesSent = options.entriesSent;
    this.#budget = new Budget(options.max);
  }

  get entriesSent(): number {
    return this.#entriesSent;
  }

  /** Adds a part from where it stands. Where the page is full before its end, gives what to go on after. */
  async add(part: Part, after: string | number | null): Promise<string | number | undefined> {
    if (part.noun === "journal") return this.#addEntries(typeof after === "number" ? after : this.#until + 1);
    let afterId = typeof after === "string" ? after : "";
    const { noun, ...event } = part;
    for (;;) {
      const limit = this.#budget.ahead;
      const rows: Row[] = await this.#look.slice(noun, { ...event, afterId, until: this.#until, limit });
      for (const row of rows) {
        if (!this.#budget.take(JSON.stringify(row.record).length)) return afterId;
        (this.rows[noun] ??= []).push(row);
        afterId = row.record.id;
      }
      if (rows.length < limit) return undefined;
    }
  }

  /** The newest first. */
  async #addEntries(from: number): Promise<number | undefined> {
    let before = from;
    while (this.#entriesSent < entriesMax) {
      const limit = Math.min(this.#budget.ahead, entriesMax - this.#entriesSent);
      const entries = await this.#look.entriesBefore(before, limit);
      for (const each of entries) {
        const entry = pulledEntry(each);
        if (!this.#budget.take(JSON.stringify(entry).length)) return before;
        this.entries.push(entry);
        this.#entriesSent += 1;
        before = entry.version;
      }
      if (entries.length < limit) return undefined;
    }
    return undefined;
  }
}

/** The nouns whose rows belong to an event, or to none. */
const eventNouns = nounNames.filter((noun) => fieldsOf(noun).has("eventId"));
const otherNouns: Noun[] = ["organization", "person"];

/**
 * The frame, the newest event with all that is in it, people, what belongs to no event, and then the other events, the
 * newest first.
 */
function partsFrom(events: readonly EventId[]): Part[] {
  const frame = nounNames.filter((noun) => !eventNouns.includes(noun) && !otherNouns.includes(noun));
  const of = (eventId: EventId | null): Part[] => eventNouns.map((noun) => ({ noun, eventId }));
  const [newest, ...others] = events;
  return [
    ...frame.map((noun) => ({ noun })),
    ...(newest === undefined ? [] : of(newest)),
    ...otherNouns.map((noun) => ({ noun })),
    ...of(null),
    ...others.flatMap(of),
    { noun: "journal" },
  ];
}

function nameOf(part: Part): string {
  const event = "eventId" in part ? (part.eventId ?? "none") : "all";
  return `${part.noun} ${event}`;
}

/** Every event's id, removed ones too: the newest made first. */
async function eventsOf(look: Look): Promise<EventId[]> {
  const rows = await look.rows("event", { after: 0, until: look.head.version });
  return rows.map(({ record }) => record.id).sort((a, b) => (a < b ? 1 : -1));
}

async function countOf(look: Look): Promise<number> {
  let count = 0;
  for (const noun of nounNames) count += await look.count(noun);
  return count;
}

function restFrom(text: string): Rest | null {
  try {
    return Rest.parse(JSON.parse(text));
  } catch {
    return null; // not of our making: begin again
  }
}
