import { lastUndoable } from "#domain/commands/journal.ts";
import type { EntryId } from "#domain/model/id.ts";
import { sayCount, sayDay, shortened } from "#domain/model/say.ts";
import { dayAt } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import { zoneOf } from "#questions/asking.ts";
import type { Desk } from "./desk.ts";
import { countOf } from "./look.ts";
import { paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { ref } from "./ref.ts";
import { type Known, nounsOf, sayEntry } from "./say-entry.ts";
import { printable } from "./wrap.ts";

/** How many journal entries are looked through for the last thing that can be undone. */
const undoLookback = 500;

/** ST6: takes back what was done last, or one entry of the history, and says what that was. */
export async function undoCommand(desk: Desk, entry: string | undefined, options: Said): Promise<void> {
  const entries = await desk.entries(undoLookback);
  const found =
    entry === undefined
      ? lastUndoable(entries, (await desk.context()).memberId)
      : await entryNamed(desk, entries, entry);
  if (found === undefined)
    throw new Refusal("not-found", 'There is nothing of yours to undo. "upshot history" shows what was done.');
  const undone = entries.find((one) => one.id === found.undoes);
  const known = await knownOf(desk, undone === undefined ? [found] : [found, undone]);
  const { result, entryId } = await desk.run("undo", { entryId: found.id });
  said(
    desk,
    options,
    { undone: found.id, entryId, ...result },
    `Undone: ${shortened(sayEntry(found, known, undone))} (${sayCount(result.changes, "change")}). To do it again: upshot undo ${ref(entryId)}`,
  );
}

/** The one entry whose id ends so; several are told with what was done, and with enough of each id to name it. */
async function entryNamed(desk: Desk, entries: readonly Entry[], given: string): Promise<Entry> {
  const wanted = given.trim().toLowerCase();
  const fits = wanted === "" ? [] : entries.filter((one) => one.id.endsWith(wanted));
  const [only, second] = fits;
  if (only === undefined) {
    throw new Refusal(
      "not-found",
      `The last ${undoLookback} entries of the history hold none that ends in "${given}". "upshot history" shows them.`,
    );
  }
  if (second === undefined) return only;
  const known = await knownOf(desk, entries);
  const lines = fits.slice(0, candidatesMax).map((one) => {
    const undone = entries.find(({ id }) => id === one.undoes);
    return `  ${refApart(one.id, fits)}  ${shortened(sayEntry(one, known, undone), 100)}`;
  });
  const more = fits.length > candidatesMax ? [`  and ${fits.length - candidatesMax} more`] : [];
  throw new Refusal("invalid", [`"${given}" fits several. Which do you mean?`, ...lines, ...more].join("\n"));
}

/** How many entries are listed where an id fits several. */
const candidatesMax = 8;

/** As much of an id as tells it from the others, and no less than lists show. */
function refApart(id: string, others: readonly Entry[]): string {
  let length = ref(id).length;
  while (length < id.length && others.some((one) => one.id !== id && one.id.endsWith(id.slice(-length)))) length += 1;
  return id.slice(-length);
}

/** What was done, newest first, in words; what was taken back since says so. */
export async function historyCommand(desk: Desk, options: Said & { max: string }): Promise<void> {
  const entries = await desk.entries(countOf(options.max));
  if (entries.length === 0) return said(desk, options, [], "Nothing was done yet.");
  const replica = await desk.replica([]);
  const zone = zoneOf(replica);
  const known = await knownOf(desk, entries);
  const undone = undoneIn(entries);
  const members = [...replica.all("member")];
  const paint = paintFor(desk.world);
  print(desk, options, entries, () =>
    entries.map((entry) => {
      const at = Temporal.Instant.from(entry.at).toZonedDateTimeISO(zone);
      const when = `${sayDay(dayAt(entry.at, zone))} ${at.toPlainTime().toString({ smallestUnit: "minute" })}`;
      const target = entries.find((one) => one.id === entry.undoes);
      const who = members.length > 1 ? members.find((one) => one.id === entry.memberId)?.name : undefined;
      const words = shortened(sayEntry(entry, known, target));
      const state = undone.has(entry.id) ? paint.soft("  (taken back)") : "";
      return `${paint.soft(`${ref(entry.id)}  ${when.padEnd(16)}`)}  ${printable(who === undefined ? words : `${who}: ${words}`)}${state}`;
    }),
  );
}

/** Entries that an undo took back, where that undo itself was not. */
function undoneIn(newestFirst: readonly Entry[]): Set<EntryId> {
  const undone = new Set<EntryId>();
  for (const { id, undoes } of newestFirst) if (undoes !== null && !undone.has(id)) undone.add(undoes);
  return undone;
}

async function knownOf(desk: Desk, entries: readonly Entry[]): Promise<Known> {
  return desk.records(nounsOf(entries));
}
