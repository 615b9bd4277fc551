import type { Day, TimeZone } from "#domain/model/time.ts";
import type { Known, KnownPerson } from "#reading/read.ts";

/** What is known where nothing is but a day, Tuesday 3 February 2026, and a zone; with more of it as given. */
export function knownWith(more: Partial<Known> = {}): Known {
  return {
    takenOn: "2026-02-03" as Day, // is one
    timeZone: "Europe/Brussels" as TimeZone, // is one
    event: null,
    events: [],
    me: null,
    colleagues: [],
    people: [],
    organizations: [],
    sessions: [],
    workingDays: [1, 2, 3, 4, 5],
    ...more,
  };
}

/** A person of a contacts file, of whom nothing but the name is known unless given. */
export function personWith(name: string, more: Partial<KnownPerson> = {}): KnownPerson {
  return {
    name,
    givenName: null,
    familyName: null,
    nicknames: [],
    organization: null,
    emails: [],
    source: "contacts.vcf",
    ...more,
  };
}
