import type { PersonId } from "../model/id.ts";
import type { Address, Person } from "../model/person.ts";

/** What tells one person from another. */
interface Known extends Pick<Person, "name" | "nicknames" | "emails" | "phones" | "organizationId"> {
  organization: string | null;
}

/** A person who is there, and why it is they: "same name and e-mail ana@contoso.example". */
export interface Match {
  person: Person;
  because: string;
}

/**
 * Finds who a card is, among those who are there. It knows people by every name (own, nicknames, those of records merged
 * into them) and every address. Certain is: a name and an address in common; a full name and the organization in common, now or
 * in a record that was merged; a full name where one of the two says nothing else and nobody else has it. A name or an e-mail
 * alone is only alike.
 */
export class PersonIndex {
  readonly #byName = new Map<string, Map<PersonId, Person>>();
  readonly #byEmail = new Map<string, Map<PersonId, Person>>();

  constructor(people: readonly Person[]) {
    for (const person of people) this.add(person);
  }

  /** Takes a person in, or again after they changed. */
  add(person: Person): void {
    for (const name of [person.name, ...person.nicknames]) put(this.#byName, name, person);
    for (const { value } of person.emails) put(this.#byEmail, value, person);
  }

  find(card: Known): { same?: Match; alike?: Match } {
    const named = [...(this.#byName.get(card.name.toLowerCase())?.values() ?? [])];
    for (const person of named) {
      const shared = sharedIn(person.emails, card.emails);
      if (shared !== undefined) return { same: { person, because: `same name and e-mail ${shared}` } };
    }
    for (const person of named) {
      const shared = sharedIn(person.phones, card.phones);
      if (shared !== undefined) return { same: { person, because: `same name and phone ${shared}` } };
    }
    const full = named.filter((person) => isFullName(card.name) || isSame(person.name, card.name));
    const colleague = full.find((person) => person.organizationId !== null && worksAt(person, card));
    if (colleague !== undefined) return { same: { person: colleague, because: "same name and organization" } };
    const bare = full.find(isBare);
    const only = full.length === 1 ? full[0] : undefined;
    if (isBare(card) && bare !== undefined)
      return { same: { person: bare, because: "same name, and no more is said" } };
    if (only !== undefined && (isBare(only) || isBare(card)))
      return { same: { person: only, because: "same name, and nobody else has it" } };
    return likenessOf(full[0], "same name") ?? this.#byAddress(card);
  }

  #byAddress(card: Known): { alike?: Match } {
    for (const { value } of card.emails) {
      const [person, ...more] = this.#byEmail.get(value.toLowerCase())?.values() ?? [];
      // An address of several is a desk's, and says nothing about who sits there.
      if (person !== undefined && more.length === 0) return { alike: { person, because: `same e-mail ${value}` } };
    }
    return {};
  }
}

function likenessOf(person: Person | undefined, because: string): { alike: Match } | undefined {
  return person === undefined ? undefined : { alike: { person, because } };
}

function put(index: Map<string, Map<PersonId, Person>>, key: string, person: Person): void {
  const same = index.get(key.toLowerCase());
  if (same === undefined) index.set(key.toLowerCase(), new Map([[person.id, person]]));
  else same.set(person.id, person);
}

/** Two words or more: "Bob" is many people, "Bob Ruiz" hardly. */
function isFullName(name: string): boolean {
  return /\S\s+\S/u.test(name.trim());
}

/** Nothing but a name: it can be told from nobody of that name. */
function isBare(person: Pick<Person, "emails" | "phones" | "organizationId">): boolean {
  return person.emails.length === 0 && person.phones.length === 0 && person.organizationId === null;
}

/** The organization is the person's, or that of a record that became part of them. */
function worksAt(person: Person, card: Known): boolean {
  if (person.organizationId === card.organizationId) return true;
  const { organization } = card;
  return (
    organization !== null &&
    saidAlso(person.about).some(
      (words) =>
        isSame(words.slice(words.length - organization.length), organization) &&
        /(?:^|, )$/u.test(words.slice(0, -organization.length)),
    )
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The first address of the second list that is in the first, as the first writes it. */
function sharedIn(own: readonly Address[], given: readonly Address[]): string | undefined {
  return own.find((one) => given.some((other) => isSame(one.value, other.value)))?.value;
}

const proseMax = 20_000;

/**
 * What a second record of a person adds to the first: empty fields filled, addresses and nicknames joined, and what it says
 * otherwise (role, organization, place, words) as lines of `about`, each once. Nothing is overwritten, nothing dropped.
 */
export function grow(
  person: Person,
  other: Partial<Person>,
  from: { source: string | null; organization: string | null },
): Partial<Omit<Person, "id">> {
  const grown: Partial<Omit<Person, "id">> = {};
  for (const field of ["givenName", "familyName", "role", "place", "source"] as const) {
    const value = other[field];
    if (person[field] === null && value) grown[field] = value;
  }
  if (person.rhythmDays === null && other.rhythmDays) grown.rhythmDays = other.rhythmDays;
  if (person.language === null && other.language) grown.language = other.language;
  if (person.organizationId === null && other.organizationId) grown.organizationId = other.organizationId;
  for (const field of ["emails", "phones", "urls"] as const) {
    const fresh = (other[field] ?? []).filter((address) => sharedIn(person[field], [address]) === undefined);
    if (fresh.length > 0) grown[field] = [...person[field], ...fresh].slice(0, 20);
  }
  const nicknames = [...new Set([...person.nicknames, ...(other.nicknames ?? [])])].slice(0, 20);
  if (nicknames.length > person.nicknames.length) grown.nicknames = nicknames;
  const about = aboutOf(person, other, from);
  if (about !== (person.about ?? "") && about.length <= proseMax) grown.about = about;
  return grown;
}

function aboutOf(
  person: Person,
  other: Partial<Person>,
  { source, organization }: { source: string | null; organization: string | null },
): string {
  const lines = person.about === null || person.about === "" ? [] : [person.about];
  const differs = (own: string | null, given: string | null | undefined) =>
    own !== null && !!given && !isSame(own, given);
  const isElsewhere =
    person.organizationId !== null && !!other.organizationId && other.organizationId !== person.organizationId;
  // The organization comes last: an import looks for it there.
  const otherwise = [
    differs(person.role, other.role) ? other.role : null,
    differs(person.place, other.place) ? other.place : null,
    isElsewhere ? organization : null,
  ].filter(Boolean);
  const words = otherwise.join(", ");
  if (words !== "" && !saidAlso(person.about).includes(words))
    lines.push(`Also${source === null ? "" : ` (${source.replaceAll(/[():]/gu, " ")})`}: ${words}`);
  if (other.about && !(person.about ?? "").includes(other.about)) lines.push(other.about);
  return lines.join("\n");
}

/** What earlier records said otherwise, as `aboutOf` wrote it down. */
function saidAlso(about: string | null): string[] {
  if (about === null || !about.includes("Also")) return [];
  return about.split("\n").flatMap((line) => /^Also(?: \([^)]*\))?: (.+)$/u.exec(line)?.[1] ?? []);
}
