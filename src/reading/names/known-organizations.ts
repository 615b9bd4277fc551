import type { OrganizationRelation } from "#domain/model/person.ts";
import type { Known } from "../read.ts";
import { type Entry, type Hit, type SomeOrganization, type Tables, addKey, addWords, plainWords } from "./hits.ts";
import { flag, lexicon } from "./lexicon.ts";
import { noOrganizations } from "./words.ts";

/** An organization's name to compare by: plain, without its legal form ("Contoso GmbH" and "Contoso" are one). */
export function organizationKey(name: string): string {
  let key = organizationKeys.get(name);
  if (key === undefined) {
    key = organizationWords(name).join(" ");
    if (organizationKeys.size < organizationKeysMax) organizationKeys.set(name, key);
  }
  return key;
}

/** Many people share an organization, so each name is taken apart once. */
const organizationKeys = new Map<string, string>();
const organizationKeysMax = 20_000;

/** All organizations known, each once: those given, the writer's, and those of people and speakers. */
export function gatherOrganizations(known: Known): SomeOrganization[] {
  const byKey = new Map<string, SomeOrganization>();
  const add = (name: string | null, relation: OrganizationRelation | null): void => {
    if (name === null) return;
    const key = organizationKey(name);
    if (key.length < 2 || ((lexicon().get(key) ?? 0) & flag.leadsIn) !== 0 || noNames.has(key)) return;
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, { name: name.trim(), relation, key });
    else there.relation ??= relation;
  };
  for (const { name, relation } of known.organizations) add(name, relation);
  add(known.me?.organization ?? null, null);
  for (const person of known.people) add(person.organization, null);
  for (const session of known.sessions) for (const speaker of session.speakers) add(speaker.organization, null);
  return [...byKey.values()];
}

const noNames: ReadonlySet<string> = new Set(noOrganizations);

/** Enters every way in which an organization may be called. */
export function addOrganization(
  tables: Tables & { domains: Map<string, SomeOrganization> },
  organization: SomeOrganization,
  shorts: ReadonlyMap<string, SomeOrganization | null>,
): void {
  const hit: Hit = { form: "organization", who: null, organization };
  const all = plainWords(organization.name);
  const bare = organizationWords(organization.name);
  addWords(tables, bare, hit);
  if (all.length > bare.length) addWords(tables, all, hit);
  const [first = ""] = bare;
  // "Contoso Technologies" is called "Contoso", unless that is a word of its own.
  const isOwnName = first.length > 3 && (lexicon().get(first) ?? 0) === 0;
  if (bare.length === 2 && isOwnName && ((lexicon().get(bare[1] ?? "") ?? 0) & flag.organizationNoun) !== 0) {
    addKey(tables, first, first, 1, hit);
  }
  for (const word of bare.length > 1 ? [first, bare.at(-1) ?? ""] : [])
    if (shorts.get(word) === organization) addKey(tables, word, word, 1, hit);
  const domain = bare.join("");
  if (domain.length > 2 && !tables.domains.has(domain)) tables.domains.set(domain, organization);
  if (isOwnName && !tables.domains.has(first)) tables.domains.set(first, organization);
}

/**
 * One word that stands for a longer name ("Fabrikam" for "Fabrikam Bicycles", "Litware" for "Bank Litware"): its first, or
 * its last behind a word for a kind of organization; no word of the lexicon, of somebody's name, or of a second organization.
 */
export function shortNames(
  organizations: readonly SomeOrganization[],
  words: ReadonlyMap<string, Entry>,
): Map<string, SomeOrganization | null> {
  const shorts = new Map<string, SomeOrganization | null>();
  const add = (word: string, organization: SomeOrganization): void => {
    const isPerson = words.get(word)?.hits?.some((hit) => hit.who !== null) === true;
    if (word.length < 4 || isPerson || ((lexicon().get(word) ?? 0) & ~flag.family) !== 0) return;
    shorts.set(word, shorts.has(word) ? null : organization);
  };
  for (const organization of organizations) {
    const bare = organizationWords(organization.name);
    const [first = ""] = bare;
    add(first, organization);
    const isKind = ((lexicon().get(first) ?? 0) & flag.organizationNoun) !== 0 || kinds.test(first);
    if (bare.length === 2 && isKind) add(bare[1] ?? "", organization);
  }
  return shorts;
}

/** Words for a kind of organization that stand first in its name. */
const kinds =
  /^(?:banco|banque|caisse|mutuelle|assurances?|seguros|supermercados?|hotel|cabinet|atelier|maison|editions|ediciones|editorial|imprenta|imprimerie|cooperativa|cooperative|scierie|garage|clinique|clinica|hopital|ville|mairie|stadt|gemeinde|stadtwerke|stiftung|stichting|gemeente|kloster|molkerei|cafe|gasthof|praxis|\p{L}*(?:verein|werke|zentrum|verband))$/u;

function organizationWords(name: string): string[] {
  const words = plainWords(name).map((word) => word.replaceAll(".", ""));
  let end = words.length;
  while (end > 1 && ((lexicon().get(words[end - 1] ?? "") ?? 0) & flag.legal) !== 0) end -= 1;
  return words.slice(words[0] === "the" && end > 2 ? 1 : 0, end);
}
