import type { Debrief } from "#debrief/debrief.ts";
import { commandOf, type ToKeep } from "#debrief/keep.ts";
import type { Settings } from "#debrief/gather.ts";
import { sayCount } from "#domain/model/say.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ResultOf } from "#domain/run.ts";
import { eventNamed, keptNouns, keptOf } from "#questions/kept.ts";
import type { Desk } from "./desk.ts";
import { intoLines } from "./event-meant.ts";
import { contactLines, programmeLines } from "./taken-in.ts";

/**
 * Keeps what a debrief gathered, in one command: the event, its programme, the contacts, the pages with what the reader proposes. Nothing
 * proposed is a step yet (RD2). A page that is there word for word is not kept twice.
 *
 * @param option the option that names the event, for where nothing does
 * @returns what was kept, and the lines that tell it
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
  const replica = await desk.replica(keptNouns);
  const eventId = name === null ? undefined : eventNamed(replica, name)?.id;
  const where = eventId === undefined ? { name } : { eventId, kept: keptOf(replica, eventId) };
  const { args, toBeKept } = commandOf(debrief, where);
  const { result } = await desk.run("event.debrief", args);
  const lines = linesOf(result, { ...toBeKept, timeZone: known.timeZone });
  const before = [...replica.all("event")];
  const event = result.eventId === null ? undefined : (await desk.replica(["event"])).get("event", result.eventId);
  const into = event === undefined ? [] : intoLines(event, before, eventId === undefined);
  return { result, lines: [...into, ...lines] };
}

type Told = Pick<ToKeep, "keptAlready" | "passagesAsBefore" | "again" | "pages"> & { timeZone: TimeZone };

/** What was kept, a line for each kind, with what comes next. */
function linesOf({ programme, stars, people, pages: kept }: ResultOf<"event.debrief">, told: Told): string[] {
  const lines = [programme, stars].flatMap((report) => {
    if (report === null) return [];
    const { added, changed, unchanged, withdrawn, starred } = report;
    return [
      `Programme: ${added} added, ${changed} changed, ${unchanged} as before, ${withdrawn} withdrawn, ${starred} starred`,
      ...programmeLines(report, told.timeZone).map((line) => `  ${line}`),
    ];
  });
  for (const report of people) {
    const { source, added, changed, unchanged } = report;
    lines.push(`Contacts from ${source}: ${added} added, ${changed} added to, ${unchanged} as before`);
    lines.push(...contactLines(report).map((line) => `  ${line}`));
  }
  if (told.keptAlready > 0) lines.push(`${sayCount(told.keptAlready, "page")} kept already, word for word`);
  if (kept === null) return lines;
  const before = told.passagesAsBefore > 0 ? ` (${told.passagesAsBefore} as kept before)` : "";
  const proposals = sayCount(kept.proposals, "proposal");
  lines.push(
    `Kept ${sayCount(told.pages.length, "page")}: ${sayCount(kept.notes, "passage")}${before}, ${proposals} to answer`,
  );
  if (told.again.length > 0)
    lines.push(`${sayCount(told.again.length, "earlier proposal")} said again; each has the new quote beside its own`);
  if (kept.proposals > 0) lines.push('Next: "upshot review"; "upshot undo" takes all of it back');
  return lines;
}
