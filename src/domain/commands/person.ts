import * as z from "zod";
import { command } from "../command.ts";
import type { Event } from "../model/event.ts";
import { EventId, type MeetingId, PersonId } from "../model/id.ts";
import { ContactCard, Meeting, Person } from "../model/person.ts";
import { sayAll, sayNouns } from "../model/say.ts";
import { Name } from "../model/text.ts";
import { type Day, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { organizationNamed } from "./organization.ts";
import { capture } from "./person-card.ts";
import { grow, PersonIndex } from "./person-index.ts";
import { merge } from "./person-merge.ts";
import { settle, unmake } from "./settle.ts";
import { countNaming, unname } from "./unname.ts";

const fields = Person.omit({ id: true, createdAt: true });

const add = command({
  title: "Add a person",
  args: fields.extend({ organization: Name.nullish() }),
  async run({ organization, ...args }, work) {
    await refersTo(work.tx, "organization", args.organizationId);
    const organizationId = organization ? await organizationNamed(organization, work) : args.organizationId;
    const id = work.newId() as PersonId;
    await work.tx.insert("person", { ...args, organizationId, id, createdAt: instantOf(work.now) });
    return { personId: id };
  },
});

const change = command({
  title: "Change a person",
  args: z.strictObject({ personId: PersonId, ...changes(fields) }),
  async run({ personId, ...args }, { tx }) {
    await found(tx, "person", personId);
    await refersTo(tx, "organization", args.organizationId);
    await tx.patch("person", personId, given(args));
  },
});

/**
 * Takes in contact cards. A card that is certainly a person who is there (`PersonIndex`) adds to that person what is new,
 * and what it says otherwise in words; the report names each with the reason, and undo parts them. Anybody else is added.
 * Likenesses short of certain are never merged here: `alike` proposes them, with a reason, for `person.merge`. The day on
 * which we connected, where a file says so, is kept as how we met.
 */
const imports = command({
  title: "Take in contacts",
  args: z.strictObject({
    cards: z.array(ContactCard),
    source: z.string().max(1000),
    /** The event whose files they came with: who connected on one of its days was met there (EC1). */
    eventId: EventId.nullable().default(null),
  }),
  async run({ cards, source, eventId }, work) {
    const { tx } = work;
    const organizations = new Map(
      (await tx.list("organization")).map((organization) => [organization.name, organization.id]),
    );
    const index = new PersonIndex(await tx.list("person"));
    const isDated = cards.some(({ connectedOn }) => connectedOn !== null);
    const known = isDated ? await tx.list("meeting") : [];
    const meetings = new Set(known.map(({ personId, metOn }) => `${personId} ${metOn}`));
    const event = eventId === null ? null : await found(tx, "event", eventId);
    const connected = async (personId: PersonId, metOn: Day | null, place: number) => {
      if (metOn === null || meetings.has(`${personId} ${metOn}`)) return;
      const id = work.newId(`meeting ${place} of ${source}`) as MeetingId;
      const meeting = Meeting.parse({
        id,
        createdAt: instantOf(work.now),
        personId,
        eventId: event !== null && isOnDayOf(event, metOn) ? event.id : null,
        metOn,
        line: `Connected (${source})`,
      });
      await tx.insert("meeting", meeting);
    };
    const report: ImportReport = { added: 0, changed: 0, unchanged: 0, merged: [], alike: [] };
    for (const [place, { organization, connectedOn, ...card }] of cards.entries()) {
      let organizationId = (organization === null ? null : organizations.get(organization)) ?? null;
      if (organizationId === null && organization !== null) {
        organizationId = await organizationNamed(organization, work);
        organizations.set(organization, organizationId);
      }
      const { same, alike } = index.find({ ...card, organizationId, organization });
      if (same !== undefined) {
        const { person, because } = same;
        await connected(person.id, connectedOn, place);
        const grown = grow(person, { ...card, organizationId }, { source, organization });
        const gave = Object.keys(grown);
        report[gave.length === 0 ? "unchanged" : "changed"] += 1;
        if (gave.length === 0) continue;
        report.merged.push({ personId: person.id, name: person.name, card: card.name, because, gave });
        await tx.patch("person", person.id, grown);
        index.add({ ...person, ...grown });
        continue;
      }
      const person: Person = {
        ...card,
        organizationId,
        id: work.newId(`person ${place} of ${source}`) as PersonId,
        createdAt: instantOf(work.now),
        isColleague: false,
        source,
        rhythmDays: null,
        language: null,
        timeZone: null,
      };
      await tx.insert("person", person);
      await connected(person.id, connectedOn, place);
      index.add(person);
      report.added += 1;
      if (alike === undefined) continue;
      const { person: other, because } = alike;
      report.alike.push({ personId: person.id, name: person.name, otherId: other.id, other: other.name, because });
    }
    return report;
  },
});

function isOnDayOf({ startsOn, endsOn }: Event, day: Day): boolean {
  return startsOn !== null && day >= startsOn && day <= (endsOn ?? startsOn);
}

/** What an import did with its cards, as counts, and by name where a card met somebody who was there. */
export interface ImportReport {
  added: number;
  changed: number;
  unchanged: number;
  /** Cards that were certainly somebody and added to them: who, why, and which fields grew. */
  merged: { personId: PersonId; name: string; card: string; because: string; gave: string[] }[];
  /** People who were added and may be somebody who was there. */
  alike: { personId: PersonId; name: string; otherId: PersonId; other: string; because: string }[];
}

/** A person whom steps still name stays: what was promised is not forgotten by removing the person. */
const remove = command({
  title: "Remove a person",
  args: z.strictObject({ personId: PersonId }),
  async run({ personId }, { tx }) {
    const person = await found(tx, "person", personId);
    const steps = new Set([
      ...(await tx.list("step", { ownerPersonId: personId })).map(({ id }) => id),
      ...(await tx.list("step", { withPersonId: personId })).map(({ id }) => id),
    ]);
    const leads = await countNaming(tx, "person", personId, "lead");
    const naming = sayAll([
      [steps.size, sayNouns(steps.size, "step")],
      [leads, sayNouns(leads, "lead")],
    ]);
    if (naming !== "") {
      throw new Refusal(
        "not-allowed",
        `${person.name} is still named by ${naming}; merge them into another person, or change those first.`,
      );
    }
    for (const meeting of await tx.list("meeting", { personId })) await tx.remove("meeting", meeting.id);
    for (const meeting of await tx.list("meeting", { throughPersonId: personId })) {
      await tx.patch("meeting", meeting.id, { throughPersonId: null });
    }
    for (const touch of await tx.list("touch", { personId })) await tx.remove("touch", touch.id);
    for (const note of await tx.list("note")) {
      if (!note.personIds.includes(personId)) continue;
      await tx.patch("note", note.id, { personIds: note.personIds.filter((id) => id !== personId) });
    }
    await unname(tx, "person", personId);
    await tx.remove("person", personId);
    await settle(tx, await unmake(tx, personId));
  },
});

export const personCommands = {
  "person.add": add,
  "person.capture": capture,
  "person.change": change,
  "person.import": imports,
  "person.merge": merge,
  "person.remove": remove,
} as const;
