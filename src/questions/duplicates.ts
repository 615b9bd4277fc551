import type { Organization, Person } from "#domain/model/person.ts";
import { duplicatesAmong } from "#recall/duplicates.ts";
import { organizationsAlike } from "#recall/organizations-alike.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName } from "./asking.ts";

/** Two people who may be one; merging is proposed with its reason and never done by itself. */
export interface DuplicatePair {
  /** The older record, or the fuller one: what a merge would keep. */
  keep: Person;
  other: Person;
  likeness: number;
  reason: string;
}

/** Pairs of people who look alike, the likeliest first. Needs the nouns person and organization. */
export function duplicates(replica: Replica): DuplicatePair[] {
  const people = [...replica.all("person")];
  const byId = new Map<string, Person>(people.map((person) => [person.id, person]));
  const candidates = people.map((person) => ({
    key: person.id,
    name: person.name,
    givenName: person.givenName,
    familyName: person.familyName,
    nicknames: person.nicknames,
    organization: organizationName(replica, person.organizationId),
    emails: person.emails,
    phones: person.phones,
    urls: person.urls,
    place: person.place,
  }));
  return duplicatesAmong(candidates)
    .flatMap(({ a, b, likeness, reason }) => {
      const [one, two] = [byId.get(a), byId.get(b)];
      if (one === undefined || two === undefined) return [];
      const [keep, other] = fullness(two) > fullness(one) ? [two, one] : [one, two];
      return [{ keep, other, likeness, reason }];
    })
    .sort((left, right) => right.likeness - left.likeness);
}

/** Two organizations that may be one. */
export interface OrganizationPair {
  /** The fuller one, with more people: what a merge would keep. */
  keep: Organization;
  other: Organization;
  reason: string;
}

/** Pairs of organizations that look alike, the surest first. Needs the nouns person and organization. */
export function organizationDuplicates(replica: Replica): OrganizationPair[] {
  const byId = new Map<string, Organization>([...replica.all("organization")].map((one) => [one.id, one]));
  const weight = (one: Organization) => 10 * replica.by("person", "organizationId", one.id).length + fullness(one);
  const candidates = [...byId.values()].map(({ id, name, domains, url }) => ({ key: id, name, domains, url }));
  return organizationsAlike(candidates).flatMap(({ a, b, reason }) => {
    const [one, two] = [byId.get(a), byId.get(b)];
    if (one === undefined || two === undefined) return [];
    const [keep, other] = weight(two) > weight(one) ? [two, one] : [one, two];
    return [{ keep, other, reason }];
  });
}

/** How much is known of a person or an organization. */
function fullness(record: Person | Organization): number {
  return Object.values(record).filter((value) => value !== null && !(Array.isArray(value) && value.length === 0))
    .length;
}
