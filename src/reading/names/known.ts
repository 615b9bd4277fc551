import type { OrganizationRelation } from "#domain/model/person.ts";
import type { Known, KnownPerson } from "../read.ts";
import { folded, foldedWithE, withoutE } from "./folding.ts";
import { flag, lexicon } from "./lexicon.ts";
import { nicknamesOf } from "./nicknames.ts";
import { partsOfName } from "./person-name.ts";
import { type NameToken, hashOf, nameTokens } from "./tokens.ts";
import { noOrganizations } from "./words.ts";

/** A known person with what the reader must know of them beside the card. */
export interface Someone {
  person: KnownPerson;
  /** In a contact file or the programme; a colleague or the writer may be neither. */
  isListed: boolean;
  isColleague: boolean;
  isMe: boolean;
  /** Given, family and initials in plain form, to find a person who was named before on the page. */
  given: string;
  family: string;
  initials: string;
  /** The organization as its source writes it, and in comparable form ("" where there is none). */
  organizationName: string | null;
  organization: string;
}

/** A known organization. */
export interface SomeOrganization {
  name: string;
  relation: OrganizationRelation | null;
  key: string;
}

/**
 * How a run of words fits a known name, the surest first: all of it; one part of it; a nickname the contacts give;
 * a usual short form or the other spelling; initials; an account name.
 */
type Form = "full" | "reversed" | "cut" | "given" | "family" | "short" | "initials" | "account" | "organization";

export interface Hit {
  form: Form;
  /** One of the two is set. */
  who: Someone | null;
  organization: SomeOrganization | null;
}

/** What is known of one word: its flags, whom it may name alone, and how long a known name that starts with it is. */
export interface Entry {
  flags: number;
  hits: Hit[] | null;
  longest: number;
}

/** Everything known, arranged so that one look-up per word of a note is enough. */
export interface KnownNames {
  /** Plain word to entry. */
  words: ReadonlyMap<string, Entry>;
  /** Names of two words and more, plain, joined by blanks. */
  phrases: ReadonlyMap<string, readonly Hit[]>;
  emails: ReadonlyMap<string, Someone>;
  /** Mail domain's name without its ending ("contoso") to organization. */
  domains: ReadonlyMap<string, SomeOrganization>;
  people: readonly Someone[];
  me: Someone | null;
  /** One bit for the hash of each word that starts a known name. */
  filter: Uint32Array;
}

/** The filter's bits: 2^20, 128 KB; with 60,000 words one in twenty others passes by chance. */
const filterBits = 1 << 20;

/** False only where a word of small letters starts no known name; it spares most words of a note a look-up. */
export function mayBeKnown(known: KnownNames, token: NameToken): boolean {
  const bit = token.hash & (filterBits - 1);
  return ((known.filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function filterOf(words: ReadonlyMap<string, Entry>): Uint32Array {
  const filter = new Uint32Array(filterBits >>> 5);
  for (const [word, entry] of words) {
    if (entry.longest === 0) continue;
    const bit = hashOf(word) & (filterBits - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

/** Arranges contacts, speakers, colleagues, the writer and organizations. Cost: a few look-ups per name. */
export function arrange(known: Known): KnownNames {
  const words = new Map<string, Entry>();
  for (const [word, flags] of lexicon()) words.set(word, { flags, hits: null, longest: 0 });
  const phrases = new Map<string, Hit[]>();
  const people = gather(known);
  const emails = new Map<string, Someone>();
  for (const who of people.all) {
    addPerson({ words, phrases }, who);
    for (const email of who.person.emails) if (!emails.has(email.toLowerCase())) emails.set(email.toLowerCase(), who);
  }
  const organizations = gatherOrganizations(known);
  const domains = new Map<string, SomeOrganization>();
  for (const organization of organizations) addOrganization({ words, phrases, domains }, organization);
  learnOrdinaryWords(words, known);
  return { words, phrases, emails, domains, people: people.all, me: people.me, filter: filterOf(words) };
}

/** An organization's name to compare by: plain, without its legal form ("Contoso GmbH" and "Contoso" are one). */
export function organizationKey(name: string): string {
  return organizationWords(name).join(" ");
}

/** A person's card as the reader keeps it; used for those a note alone names as well. */
export function someone(person: KnownPerson, is: { listed: boolean; colleague: boolean; me: boolean }): Someone {
  const parts = partsOfName(person.name, person);
  const given = parts.given.map(folded);
  const family = parts.family.map(folded);
  return {
    person,
    isListed: is.listed,
    isColleague: is.colleague,
    isMe: is.me,
    given: given[0] ?? "",
    family: family.at(-1) ?? "",
    initials: (given[0] ?? "").charAt(0) + (family.find((word) => !isParticle(word)) ?? "").charAt(0),
    organizationName: person.organization,
    organization: person.organization === null ? "" : organizationKey(person.organization),
  };
}

/** A person of whom only the name is known. */
export function bareName(name: string, organization: string | null = null): KnownPerson {
  return { name, givenName: null, familyName: null, nicknames: [], organization, emails: [], source: "" };
}

function gather(known: Known): { all: Someone[]; me: Someone | null } {
  const all: Someone[] = [];
  const byName = new Map<string, Someone[]>();
  const mine = organizationKey(known.me?.organization ?? "");
  const add = (person: KnownPerson, listed: boolean): void => {
    const who = someone(person, { listed, colleague: false, me: false });
    if (who.given === "" && who.family === "") return;
    const key = `${who.given} ${who.family}`;
    const same = byName.get(key) ?? [];
    const twin = same.find((other) => isSamePerson(other, who));
    if (twin !== undefined) {
      if (twin.organization === "" && who.organization !== "") {
        twin.organizationName = who.organizationName;
        twin.organization = who.organization;
      }
      return;
    }
    if (mine !== "" && who.organization === mine) who.isColleague = true;
    byName.set(key, [...same, who]);
    all.push(who);
  };
  for (const person of known.people) add(person, true);
  for (const session of known.sessions) {
    for (const speaker of session.speakers) {
      add({ ...bareName(speaker.name, speaker.organization), source: "programme" }, true);
    }
  }
  const find = (name: string): Someone | null => {
    const who = someone(bareName(name), { listed: false, colleague: false, me: false });
    if (who.given === "" && who.family === "") return null;
    const same = byName.get(`${who.given} ${who.family}`);
    if (same?.[0] !== undefined) return same[0];
    byName.set(`${who.given} ${who.family}`, [who]);
    all.push(who);
    return who;
  };
  for (const name of known.colleagues) {
    const who = find(name);
    if (who !== null) who.isColleague = true;
  }
  const me = known.me === null ? null : find(known.me.name);
  if (me !== null) {
    me.isMe = true;
    me.organizationName ??= known.me?.organization ?? null;
    me.isColleague = false;
  }
  return { all, me };
}

/** The same name is the same person unless two contact files give them different organizations and addresses. */
function isSamePerson(one: Someone, other: Someone): boolean {
  const fromProgramme = one.person.source === "programme" || other.person.source === "programme";
  if (fromProgramme || one.organization === other.organization) return true;
  if (one.organization === "" || other.organization === "") return true;
  return one.person.emails.some((email) => other.person.emails.includes(email));
}

interface Tables {
  words: Map<string, Entry>;
  phrases: Map<string, Hit[]>;
}

function addPerson(tables: Tables, who: Someone): void {
  const { person } = who;
  const parts = partsOfName(person.name, person);
  const given = parts.given.map(folded).filter((word) => word.length > 0);
  const family = parts.family.map(folded).filter((word) => word.length > 0);
  const nicknames = [...person.nicknames, ...parts.nicknames].map(plainWords).filter((words) => words.length > 0);
  const first = given[0];
  const last = family.at(-1);
  const add = (form: Form, words: readonly string[]): void => addKey(tables, words, { form, who, organization: null });
  if (first !== undefined && last !== undefined) {
    for (const lastNames of spellings(parts.family)) {
      add("full", [...given, ...lastNames]);
      add("full", [first, ...lastNames]);
      add("full", [first, lastNames.at(-1) ?? last]);
      add("reversed", [...lastNames, first]);
      add("cut", [first.charAt(0), ...lastNames]);
      for (const nick of nicknames) add("full", [...nick, ...lastNames]);
      for (const nick of nicknamesOf(first)) add("full", [nick, ...lastNames]);
      if (lastNames.length > 1) add("family", lastNames);
      add("family", [lastNames.at(-1) ?? last]);
    }
    for (const part of last.split("-")) if (part !== last && part.length > 2) add("family", [part]);
    add("cut", [first, last.charAt(0)]);
    const initials = who.initials;
    if (initials.length === 2) add("initials", [initials]);
    if (given.length > 1) add("initials", [given.map((word) => word.charAt(0)).join("") + last.charAt(0)]);
    for (const account of [
      first + last,
      `${first}.${last}`,
      first.charAt(0) + last,
      first + last.charAt(0),
      `${first}_${last}`,
    ]) {
      add("account", [account]);
    }
  }
  if (given.length > 1) add("given", given);
  if (first !== undefined) {
    for (const spelling of spellings(parts.given.slice(0, 1))) add("given", spelling);
    for (const nick of nicknamesOf(first)) add("short", [nick]);
  }
  for (const nick of nicknames) add("given", nick);
  for (const email of person.emails) {
    const local = folded(email.slice(0, Math.max(0, email.indexOf("@"))));
    if (local.length >= 3) add("account", [local]);
  }
}

/** A name's plain words, and its words with the umlaut spelt out or taken back. */
function spellings(parts: readonly string[]): string[][] {
  const plain = parts.map(folded);
  const all = [plain];
  const spelt = parts.map((part) => foldedWithE(part) ?? folded(part));
  if (spelt.join(" ") !== plain.join(" ")) all.push(spelt);
  const short = plain.map((part) => withoutE(part) ?? part);
  if (short.join(" ") !== plain.join(" ")) all.push(short);
  return all;
}

function addKey(tables: Tables, words: readonly string[], hit: Hit): void {
  const [first] = words;
  if (first === undefined || words.length > 6) return;
  let entry = tables.words.get(first);
  if (entry === undefined) {
    entry = { flags: 0, hits: null, longest: 0 };
    tables.words.set(first, entry);
  }
  entry.longest = Math.max(entry.longest, words.length);
  if (words.length === 1) {
    if (entry.hits === null) entry.hits = [hit];
    else if (!isThere(entry.hits, hit)) entry.hits.push(hit);
    return;
  }
  const key = words.join(" ");
  const hits = tables.phrases.get(key);
  if (hits === undefined) tables.phrases.set(key, [hit]);
  else if (!isThere(hits, hit)) hits.push(hit);
}

/** One person's keys come one after another, so only the newest hits can be the same. */
function isThere(hits: readonly Hit[], hit: Hit): boolean {
  for (let at = hits.length - 1; at >= 0; at -= 1) {
    const other = hits[at];
    if (other === undefined || other.who !== hit.who || other.organization !== hit.organization) return false;
    if (other.form === hit.form) return true;
  }
  return false;
}

function gatherOrganizations(known: Known): SomeOrganization[] {
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

function addOrganization(
  tables: Tables & { domains: Map<string, SomeOrganization> },
  organization: SomeOrganization,
): void {
  const hit: Hit = { form: "organization", who: null, organization };
  const all = plainWords(organization.name);
  const bare = organizationWords(organization.name);
  addKey(tables, bare, hit);
  if (all.length > bare.length) addKey(tables, all, hit);
  const [first = ""] = bare;
  // "Contoso Technologies" is called "Contoso", unless that is a word of its own.
  const isOwnName = first.length > 3 && (lexicon().get(first) ?? 0) === 0;
  if (bare.length === 2 && isOwnName && ((lexicon().get(bare[1] ?? "") ?? 0) & flag.organizationNoun) !== 0) {
    addKey(tables, [first], hit);
  }
  const domain = bare.join("");
  if (domain.length > 2 && !tables.domains.has(domain)) tables.domains.set(domain, organization);
  if (isOwnName && !tables.domains.has(first)) tables.domains.set(first, organization);
}

function organizationWords(name: string): string[] {
  const words = plainWords(name).map((word) => word.replaceAll(".", ""));
  let end = words.length;
  while (end > 1 && ((lexicon().get(words[end - 1] ?? "") ?? 0) & flag.legal) !== 0) end -= 1;
  return words.slice(words[0] === "the" && end > 2 ? 1 : 0, end);
}

function plainWords(text: string): string[] {
  return nameTokens(text.slice(0, 300)).map((token) => token.plain);
}

function isParticle(word: string): boolean {
  return ((lexicon().get(word) ?? 0) & flag.particle) !== 0;
}

/** How much of each abstract is read for ordinary words: its opening holds enough, and 943 of them stay cheap. */
const abstractCharactersRead = 300;

/**
 * A name that the programme itself writes in small letters ("leak", "ring") is an ordinary word at this event, so it
 * needs a capital or a cue to be somebody.
 */
function learnOrdinaryWords(words: Map<string, Entry>, known: Known): void {
  for (const session of known.sessions) {
    const text = (session.abstract ?? "").slice(0, abstractCharactersRead);
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if (code >= 97 && code <= 122) {
        if (start < 0 && isBreak(at === 0 ? 32 : text.charCodeAt(at - 1))) start = at;
        continue;
      }
      if (start >= 0 && at - start > 2 && isBreak(code)) {
        const entry = words.get(text.slice(start, at));
        if (entry !== undefined && entry.hits !== null && (entry.flags & flag.given) === 0)
          entry.flags |= flag.ordinary;
      }
      start = -1;
    }
  }
}

/** A blank or a point: what stands around a word of prose, and not inside a link or an address. */
function isBreak(code: number): boolean {
  return code === 0 || code === 32 || code === 10 || code === 13 || code === 44 || code === 46 || code === 59;
}
