import * as z from "zod";
import { command } from "../command.ts";
import { EventId, PersonId } from "../model/id.ts";
import { type Address, ContactCard, Person } from "../model/person.ts";
import { Name } from "../model/text.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { organizationNamed, replaced } from "./organization.ts";

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
 * Takes in contact cards. A card that equals a person who is there (same name and an e-mail or phone in common, or same
 * name and organization) adds what is new to that person; anybody else is added. Likenesses short of that are never
 * merged here: they are proposed, with a reason (`person.merge`).
 */
const imports = command({
  title: "Take in contacts",
  args: z.strictObject({
    cards: z.array(ContactCard),
    source: z.string().max(1000),
    /** Contacts gathered at an event: it is kept as how we met only where a person says so. */
    eventId: EventId.nullish(),
  }),
  async run({ cards, source }, work) {
    const { tx } = work;
    const index = new PersonIndex(await tx.list("person"));
    const organizations = new Map(
      (await tx.list("organization")).map((organization) => [organization.name, organization.id]),
    );
    const report = { added: 0, changed: 0, unchanged: 0 };
    for (const [place, { organization, connectedOn: _, ...card }] of cards.entries()) {
      let organizationId = organization === null ? null : organizations.get(organization);
      if (organizationId === undefined && organization !== null) {
        organizationId = await organizationNamed(organization, work);
        organizations.set(organization, organizationId);
      }
      const same = index.find({ ...card, organizationId: organizationId ?? null });
      if (same === undefined) {
        const person: Person = {
          ...card,
          organizationId: organizationId ?? null,
          id: work.newId(`person ${place}`) as PersonId,
          createdAt: instantOf(work.now),
          isColleague: false,
          source,
        };
        await tx.insert("person", person);
        index.add(person);
        report.added += 1;
        continue;
      }
      const grown = grow(same, { ...card, organizationId: organizationId ?? null });
      const isSame = Object.keys(grown).length === 0;
      report[isSame ? "unchanged" : "changed"] += 1;
      if (isSame) continue;
      await tx.patch("person", same.id, grown);
      index.add({ ...same, ...grown });
    }
    return report;
  },
});

type Known = Pick<Person, "name" | "emails" | "phones" | "organizationId">;

/** Finds who a card certainly is. */
class PersonIndex {
  readonly #byName = new Map<string, Map<PersonId, Person>>();

  constructor(people: readonly Person[]) {
    for (const person of people) this.add(person);
  }

  add(person: Person): void {
    const key = person.name.toLowerCase();
    const same = this.#byName.get(key) ?? new Map<PersonId, Person>();
    this.#byName.set(key, same.set(person.id, person));
  }

  find(card: Known): Person | undefined {
    const same = [...(this.#byName.get(card.name.toLowerCase())?.values() ?? [])];
    return (
      same.find((person) => shares(person.emails, card.emails) || shares(person.phones, card.phones)) ??
      same.find((person) => person.organizationId !== null && person.organizationId === card.organizationId) ??
      same.find((person) => isBare(person) || isBare(card))
    );
  }
}

/** Nothing but a name: it can be told from nobody of that name. */
function isBare(person: Known): boolean {
  return person.emails.length === 0 && person.phones.length === 0 && person.organizationId === null;
}

function shares(left: readonly Address[], right: readonly Address[]): boolean {
  return left.some((one) => right.some((other) => other.value.toLowerCase() === one.value.toLowerCase()));
}

/** What a second record of a person adds to the first: empty fields filled, addresses joined. Nothing is overwritten. */
function grow(person: Person, other: Partial<Person>): Partial<Omit<Person, "id">> {
  const grown: Record<string, unknown> = {};
  for (const field of ["givenName", "familyName", "organizationId", "role", "place", "about", "source"] as const) {
    if (person[field] === null && other[field]) grown[field] = other[field];
  }
  for (const field of ["emails", "phones", "urls"] as const) {
    const fresh = (other[field] ?? []).filter((address) => !shares(person[field], [address]));
    if (fresh.length > 0) grown[field] = [...person[field], ...fresh].slice(0, 20);
  }
  const nicknames = [...new Set([...person.nicknames, ...(other.nicknames ?? [])])].slice(0, 20);
  if (nicknames.length > person.nicknames.length) grown["nicknames"] = nicknames;
  return grown;
}

/** Two records that are one person: everything that names the other names the kept one. Undo parts them again. */
const merge = command({
  title: "Merge two people",
  args: z.strictObject({ keepId: PersonId, otherId: PersonId }),
  async run({ keepId, otherId }, { tx }) {
    if (keepId === otherId) throw new Refusal("invalid", "A person cannot be merged with themselves.");
    const keep = await found(tx, "person", keepId);
    const other = await found(tx, "person", otherId);
    const grown = grow(keep, other);
    const otherName = keep.name === other.name ? [] : [other.name];
    const nicknames = [...new Set([...(grown.nicknames ?? keep.nicknames), ...otherName])].slice(0, 20);
    await tx.patch("person", keepId, { ...grown, nicknames, isColleague: keep.isColleague || other.isColleague });
    for (const field of ["personId", "throughPersonId"] as const) {
      for (const meeting of await tx.list("meeting", { [field]: otherId })) {
        await tx.patch("meeting", meeting.id, { [field]: keepId });
      }
    }
    for (const field of ["ownerPersonId", "withPersonId"] as const) {
      for (const step of await tx.list("step", { [field]: otherId }))
        await tx.patch("step", step.id, { [field]: keepId });
    }
    for (const touch of await tx.list("touch", { personId: otherId }))
      await tx.patch("touch", touch.id, { personId: keepId });
    for (const note of await tx.list("note")) {
      if (!note.personIds.includes(otherId)) continue;
      await tx.patch("note", note.id, { personIds: replaced(note.personIds, otherId, keepId) });
    }
    await tx.remove("person", otherId);
  },
});

/** A person whom steps still name stays: what was promised is not forgotten by removing the person. */
const remove = command({
  title: "Remove a person",
  args: z.strictObject({ personId: PersonId }),
  async run({ personId }, { tx }) {
    const person = await found(tx, "person", personId);
    const steps = [
      ...(await tx.list("step", { ownerPersonId: personId })),
      ...(await tx.list("step", { withPersonId: personId })),
    ];
    if (steps.length > 0) {
      throw new Refusal(
        "not-allowed",
        `${person.name} is still named by ${steps.length} steps; merge or change those first.`,
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
    await tx.remove("person", personId);
  },
});

export const personCommands = {
  "person.add": add,
  "person.change": change,
  "person.import": imports,
  "person.merge": merge,
  "person.remove": remove,
} as const;
