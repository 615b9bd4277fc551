import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Look } from "#store/store.ts";
import { type Cookie, type Page, type PageMax, pageMax, protocol, type Pull, type PullAnswer } from "../protocol.ts";
import { Budget } from "./budget.ts";
import { firstPull, pulledEntry } from "./first-pull.ts";
import type { Serving } from "./server.ts";

/**
 * Days for which a device may be away and still get only what changed: as long as tombstones are sure to be kept. One that
 * was away for longer starts afresh.
 */
export const awayDaysMax = 90;

/**
 * The next page for a device. What it stands on decides: nothing, or another history, or too long ago, and it starts afresh; a
 * first pull that is not through goes on; and else it gets what changed since.
 */
export async function pull(message: Pull, serving: Serving): Promise<PullAnswer> {
  const { store } = serving;
  const { workspaceId } = message;
  try {
    const page = await store.look(workspaceId, (look) => pageFor(message, look, serving));
    if (page !== "lost") return page;
    // This store came back from a backup and nobody said so. Every other device is to notice as well.
    await store.newEpoch(workspaceId);
    return await store.look(workspaceId, (look) => firstPull(look, null, serving.pageMax ?? pageMax));
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return { answer: "no-workspace", protocol };
    throw error;
  }
}

async function pageFor({ cookie, seen, rest }: Pull, look: Look, serving: Serving): Promise<Page | "lost"> {
  const max = serving.pageMax ?? pageMax;
  if (cookie === null || cookie.epoch !== look.head.epoch) return firstPull(look, null, max);
  if (Math.max(cookie.version, seen?.version ?? 0) > look.head.version) return "lost";
  if (seen && seen.stamp !== null && seen.stamp !== (await look.stampAt(seen.version))) return "lost";
  if (rest !== null) return firstPull(look, { cookie, rest }, max);
  if (await isTooLongAgo(cookie, look, serving.now)) return firstPull(look, null, max);
  return changesSince(cookie, look, max);
}

/** True where the device has seen nothing for so long, and something happened soon after it was last here. */
async function isTooLongAgo(cookie: Cookie, look: Look, now: Temporal.Instant): Promise<boolean> {
  if (cookie.version === look.head.version) return false;
  const [newest] = await look.entriesBefore(cookie.version + 1, 1);
  const [next] = await look.entriesAfter(cookie.version, 1);
  const oldest = now.subtract({ hours: awayDaysMax * 24 });
  return [newest, next].every(
    (entry) => entry && Temporal.Instant.compare(Temporal.Instant.from(entry.at), oldest) < 0,
  );
}

/** The rows and entries of as many of the next versions as a page holds. */
async function changesSince(cookie: Cookie, look: Look, max: PageMax): Promise<Page> {
  const { version, epoch } = look.head;
  const entries = await nextEntries(cookie.version, look, max);
  // Where there are no more entries the page is up to date: rows and entries are of the same versions.
  const last = entries.at(-1)?.version ?? version;
  const span = { after: cookie.version, until: last };
  const rows: { noun: Noun; row: Row }[] = [];
  if (last > cookie.version) {
    for (const noun of nounNames) for (const row of await look.rows(noun, span)) rows.push({ noun, row });
  }
  rows.sort((a, b) => a.row.version - b.row.version);
  const until = fitting(rows, { entries, last, max });
  const page = rows.filter(({ row }) => row.version <= until);
  return {
    answer: "page",
    protocol,
    isAfresh: false,
    cookie: { epoch, version: until },
    stamp: await look.stampAt(version),
    rest: null,
    hasMore: until < version,
    rows: byNoun(page),
    entries: entries.filter((entry) => entry.version <= until).map(pulledEntry),
    total: null,
    version,
  };
}

/** Entries of the next versions, by and large as many as a page holds together with their rows. */
async function nextEntries(after: number, look: Look, max: PageMax): Promise<Entry[]> {
  const budget = new Budget(max);
  const entries: Entry[] = [];
  for (;;) {
    const limit = budget.ahead;
    const next = await look.entriesAfter(entries.at(-1)?.version ?? after, limit);
    for (const entry of next) {
      // An entry's arguments and changes are about as long as the rows that it wrote.
      if (!budget.take(JSON.stringify(entry).length, entry.changes.length)) return entries;
      entries.push(entry);
    }
    if (next.length < limit) return entries;
  }
}

/** The last version whose rows still fit into the page, with all before them. The first always do. */
function fitting(
  rows: readonly { row: Row }[],
  { entries, last, max }: { entries: readonly Entry[]; last: number; max: PageMax },
): number {
  const budget = new Budget(max);
  const first = rows[0]?.row.version ?? last;
  for (const { row } of rows) {
    if (budget.take(JSON.stringify(row.record).length)) continue;
    // Cut before this row's version; the first version stays whole, even where it is larger than a page.
    const whole = entries.findLast((entry) => entry.version < row.version)?.version ?? first;
    return Math.max(first, whole);
  }
  return last;
}

function byNoun(rows: readonly { noun: Noun; row: Row }[]): Page["rows"] {
  const found: Page["rows"] = {};
  for (const { noun, row } of rows) (found[noun] ??= []).push(row);
  return found;
}
