import type { Person } from "#domain/model/person.ts";
import { duplicatesAmong } from "#recall/duplicates.ts";
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

/** How much is known of a person. */
function fullness(person: Person): number {
  return Object.values(person).filter((value) => value !== null && !(Array.isArray(value) && value.length === 0))
    .length;
}
