import type { Debrief } from "#debrief/debrief.ts";
import { toKeep } from "#debrief/keep.ts";
import type { Settings } from "#debrief/gather.ts";
import type { Event } from "#domain/model/event.ts";
import { sayCount } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { note } from "./print.ts";
import { contactLines, programmeLines } from "./taken-in.ts";

/**
 * Keeps what a debrief gathered, in one command: the event, its programme, the contacts, the pages with what the reader proposes. Nothing
 * proposed is a step yet (RD2). A page that is there word for word is not kept twice.
 *
 * @param option the option that names the event, for where nothing does
 */
export async function saveDebrief(desk: Desk, debrief: Debrief, settings: Settings, option: "--save" | "--event") {
  const { gathered, known } = debrief;
  const name = settings.eventName ?? gathered.event.name;
  const isContactsOnly = gathered.pages.length + gathered.sessions.length + gathered.favourites.length === 0;
  if (name === null && !isContactsOnly)
    throw new Refusal("invalid", `Say which event this is: ${option} "Event name".`);
  const beginning = {
    memberName: gathered.me?.name,
    memberOrganization: gathered.me?.organization ?? undefined,
    timeZone: known.timeZone,
  };
  await desk.context(beginning);
  const replica = await desk.replica(["event", "page", "note", "proposal", "step"]);
  const event = name === null ? undefined : [...replica.all("event")].find((one) => isNamed(one, name));
  const { pages, again, keptAlready, passagesAsBefore } = toKeep(debrief, keptOf(replica, event));
  const timeZone = gathered.event.timeZone ?? known.timeZone;
  const { result } = await desk.run("event.debrief", {
    eventId: event?.id ?? null,
    event: event !== undefined || name === null ? null : { ...gathered.event, name, timeZone },
    sessions: gathered.sessions,
    favourites: gathered.favourites,
    contacts: gathered.contacts
      .filter(({ cards }) => cards.length > 0)
      .map(({ file, cards }) => ({ source: file, cards })),
    pages,
    again,
  });
  const { world } = desk;
  for (const report of [result.programme, result.stars]) {
    if (report === null) continue;
    const { added, changed, unchanged, withdrawn, starred } = report;
    note(
      world,
      `Programme: ${added} added, ${changed} changed, ${unchanged} as before, ${withdrawn} withdrawn, ${starred} starred`,
    );
    for (const line of programmeLines(report, known.timeZone)) note(world, `  ${line}`);
  }
  for (const report of result.people) {
    const { source, added, changed, unchanged } = report;
    note(world, `Contacts from ${source}: ${added} added, ${changed} added to, ${unchanged} as before`);
    for (const line of contactLines(report)) note(world, `  ${line}`);
  }
  if (keptAlready > 0) note(world, `${sayCount(keptAlready, "page")} kept already, word for word`);
  if (result.pages !== null) {
    const { notes, proposals } = result.pages;
    const before = passagesAsBefore > 0 ? ` (${passagesAsBefore} as kept before)` : "";
    const counts = `${sayCount(notes, "passage")}${before}, ${sayCount(proposals, "proposal")} to answer`;
    note(world, `Kept ${sayCount(pages.length, "page")}: ${counts}`);
    if (again.length > 0)
      note(world, `${sayCount(again.length, "earlier proposal")} said again; each has the new quote beside its own`);
    if (proposals > 0) note(world, 'Next: "upshot review"; "upshot undo" takes all of it back');
  }
  return result;
}

function isNamed(event: Event, name: string): boolean {
  return event.name.toLowerCase() === name.toLowerCase();
}

/** What the event holds already; nothing where it is new. */
function keptOf(replica: Replica, event: Event | undefined): Parameters<typeof toKeep>[1] {
  if (event === undefined) return { pages: [], notes: [], proposals: [], steps: [] };
  return {
    pages: replica.by("page", "eventId", event.id),
    notes: replica.by("note", "eventId", event.id),
    proposals: replica.by("proposal", "eventId", event.id),
    steps: replica.by("step", "eventId", event.id),
  };
}
