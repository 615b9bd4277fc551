import * as z from "zod";
import { command } from "../command.ts";
import { EventId } from "../model/id.ts";
import { ContactCard } from "../model/person.ts";
import { ProgrammeSession } from "../model/session.ts";
import { eventCommands } from "./event.ts";
import { pageCommands } from "./page.ts";
import { personCommands } from "./person.ts";
import { sessionCommands } from "./session.ts";

const page = pageCommands["page.add"].args.shape;

/**
 * Keeps all that an event's files hold: the event (a new one, or one that is there), its programme, favourites, contacts, and the pages with
 * what is proposed. One act of a person, so one command: all of it is kept or none, and one undo takes it back (ST6).
 */
const debrief = command({
  title: "Keep an event's files",
  args: z.strictObject({
    /** The event that is there already; or null, and `event` says what to add. */
    eventId: EventId.nullable().default(null),
    event: eventCommands["event.add"].args.nullable().default(null),
    sessions: z.array(ProgrammeSession).default([]),
    favourites: z.array(ProgrammeSession).default([]),
    contacts: z.array(z.strictObject({ source: z.string().max(1000), cards: z.array(ContactCard) })).default([]),
    pages: z.array(page.pages.element).max(20_000).default([]),
    again: page.again,
  }),
  async run({ event, sessions, favourites, contacts, pages, again, ...args }, work) {
    const eventId = event === null ? args.eventId : (await eventCommands["event.add"].run(event, work)).eventId;
    const importSessions = sessionCommands["session.import"];
    const programme =
      eventId === null || sessions.length === 0
        ? null
        : await importSessions.run({ eventId, sessions, isPart: false }, work);
    const stars =
      eventId === null || favourites.length === 0
        ? null
        : await importSessions.run({ eventId, sessions: favourites, isPart: true }, work);
    const people = [];
    for (const { source, cards } of contacts) {
      people.push({ source, ...(await personCommands["person.import"].run({ source, cards, eventId }, work)) });
    }
    const kept = pages.length === 0 ? null : await pageCommands["page.add"].run({ eventId, pages, again }, work);
    return { eventId, programme, stars, people, pages: kept };
  },
});

export const debriefCommands = { "event.debrief": debrief } as const;
