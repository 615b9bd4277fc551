import type { Debrief } from "#debrief/debrief.ts";
import { toKeep } from "#debrief/keep.ts";
import type { Settings } from "#debrief/gather.ts";
import type { EventId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { contactLines, programmeLines } from "./taken-in.ts";
import { printable } from "./wrap.ts";

/**
 * Keeps what a debrief gathered: the event, its programme, the contacts, the pages with what the reader proposes. Nothing
 * proposed is a step yet (RD2). A page that is there word for word is not kept twice.
 */
export async function saveDebrief(desk: Desk, debrief: Debrief, settings: Settings): Promise<void> {
  const { gathered, known } = debrief;
  const name = settings.eventName ?? gathered.event.name;
  if (name === null) throw new Refusal("invalid", 'Say which event this is: --save "Event name".');
  const beginning = {
    memberName: gathered.me?.name,
    memberOrganization: gathered.me?.organization ?? undefined,
    timeZone: known.timeZone,
  };
  const { world } = desk;
  const eventId = await eventNamed(desk, name, gathered, known, beginning);
  for (const [sessions, isPart] of [
    [gathered.sessions, false],
    [gathered.favourites, true],
  ] as const) {
    if (sessions.length === 0) continue;
    const { result } = await desk.run("session.import", { eventId, sessions, isPart });
    const { added, changed, unchanged, withdrawn, starred } = result;
    world.err.write(
      `Programme: ${added} added, ${changed} changed, ${unchanged} as before, ${withdrawn} withdrawn, ${starred} starred\n`,
    );
    for (const line of programmeLines(result, known.timeZone)) world.err.write(`  ${printable(line)}\n`);
  }
  for (const { file, cards } of gathered.contacts) {
    if (cards.length === 0) continue;
    const { result } = await desk.run("person.import", { cards, source: file, eventId });
    world.err.write(
      `Contacts from ${file}: ${result.added} added, ${result.changed} added to, ${result.unchanged} as before\n`,
    );
    for (const line of contactLines(result)) world.err.write(`  ${printable(line)}\n`);
  }
  await savePages(desk, eventId, debrief);
}

async function eventNamed(
  desk: Desk,
  name: string,
  { event }: Debrief["gathered"],
  known: Debrief["known"],
  beginning: Parameters<Desk["context"]>[0],
): Promise<EventId> {
  await desk.context(beginning);
  const replica = await desk.replica(["event"]);
  const same = [...replica.all("event")].find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return same.id;
  const { result } = await desk.run("event.add", { ...event, name, timeZone: event.timeZone ?? known.timeZone });
  return result.eventId;
}

async function savePages(desk: Desk, eventId: EventId, debrief: Debrief): Promise<void> {
  const replica = await desk.replica(["page", "note", "proposal", "step"]);
  const { pages, again, keptAlready, passagesAsBefore } = toKeep(debrief, {
    pages: replica.by("page", "eventId", eventId),
    notes: replica.by("note", "eventId", eventId),
    proposals: replica.by("proposal", "eventId", eventId),
    steps: replica.by("step", "eventId", eventId),
  });
  const { world } = desk;
  if (keptAlready > 0) world.err.write(`${sayCount(keptAlready, "page")} kept already, word for word\n`);
  if (pages.length === 0) return;
  const { result } = await desk.run("page.add", { eventId, pages, again });
  const passages = sayCount(result.notes, "passage");
  const before = passagesAsBefore > 0 ? ` (${passagesAsBefore} as kept before)` : "";
  world.err.write(
    `Kept ${sayCount(pages.length, "page")}: ${passages}${before}, ${sayCount(result.proposals, "proposal")} to answer\n`,
  );
  if (again.length > 0) {
    world.err.write(
      `${sayCount(again.length, "earlier proposal")} said again; each has the new quote beside its own\n`,
    );
  }
  if (result.proposals > 0) world.err.write('Next: "upshot review-proposals"\n');
}
