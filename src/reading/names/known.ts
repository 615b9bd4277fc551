import type { Memory } from "#domain/model/memory.ts";
import type { OrganizationRelation } from "#domain/model/person.ts";
import type { Known, KnownPerson } from "../read.ts";
import { folded, foldedWithE, withoutE } from "./folding.ts";
import { flag, lexicon } from "./lexicon.ts";
import { nicknamesOf } from "./nicknames.ts";
import { type NameParts, partsOfName } from "./person-name.ts";
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
 * How a run of words fits a known name, the surest first: all of it; what a person corrected to it (RD6); one part of it; a nickname the contacts give;
 * a usual short form or the other spelling; initials; an account name.
 */
type Form =
  | "full"
  | "remembered"
  | "reversed"
  | "cut"
  | "given"
  | "family"
  | "short"
  | "initials"
  | "account"
  | "organization";

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
  /** The longest that is an organization's. */
  longestOrganization: number;
  /** The hits sorted out, once something asks; a first name may be that of hundreds. */
  sorted?: SortedHits;
}

/** The hits of one word, for people and for organizations. */
export interface SortedHits {
  people: readonly Hit[];
  /** The surest form in which the word is somebody's name. */
  form: Form;
  byForm: ReadonlyMap<Form, readonly Someone[]>;
  /** Those of the surest form, given and family names counting alike. */
  fitting: readonly Someone[];
  organization: SomeOrganization | null;
}

const unsorted: SortedHits = { people: [], form: "full", byForm: new Map(), fitting: [], organization: null };

/** A word's hits sorted out; kept with the word. */
export function sortedHits(entry: Entry): SortedHits {
  const { hits } = entry;
  return hits === null ? unsorted : (entry.sorted ??= sortOut(hits));
}

function sortOut(hits: readonly Hit[]): SortedHits {
  const people = hits.filter((hit) => hit.who !== null);
  const form = bestForm(people);
  const byForm = new Map<Form, Someone[]>();
  for (const { form: own } of people)
    if (!byForm.has(own))
      byForm.set(
        own,
        peopleOf(people, (hit) => hit.form === own),
      );
  return {
    people,
    form,
    byForm,
    fitting: peopleOf(people, (hit) => isAlike(hit.form, form)),
    organization: hits.find((hit) => hit.organization !== null)?.organization ?? null,
  };
}

function isAlike(form: Form, surest: Form): boolean {
  return form === surest || (isPart(form) && isPart(surest));
}

function isPart(form: Form): boolean {
  return form === "given" || form === "family";
}

const order: readonly Form[] = [
  "full",
  "remembered",
  "given",
  "family",
  "reversed",
  "cut",
  "initials",
  "account",
  "short",
];

/** The surest form of some hits; a whole name counts most. */
export function bestForm(hits: readonly Hit[]): Form {
  let best = order.length;
  for (const hit of hits) best = Math.min(best, order.indexOf(hit.form));
  return order[best] ?? "full";
}

/** The people of those hits that fit, each once. */
export function peopleOf(hits: readonly Hit[], fits: (hit: Hit) => boolean): Someone[] {
  const people = new Set<Someone>();
  for (const hit of hits) if (hit.who !== null && fits(hit)) people.add(hit.who);
  return [...people];
}

/** Everything known, arranged so that one look-up per word of a note is enough. */
export interface KnownNames {
  /** Plain word to entry: words that known names start with, and those of the lexicon once they were looked up. */
  words: Map<string, Entry>;
  /** Names of two words and more, plain, joined by blanks. */
  phrases: ReadonlyMap<string, readonly Hit[]>;
  emails: ReadonlyMap<string, Someone>;
  /** Mail domain's name without its ending ("contoso") to organization. */
  domains: ReadonlyMap<string, SomeOrganization>;
  people: readonly Someone[];
  me: Someone | null;
  /** Words that look like a name, and that a person said are none (RD6). */
  nobody: ReadonlySet<string>;
  /** Words that a person said to be short for an organization. */
  abbreviations: { has(plain: string): boolean };
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
  for (const word of words.keys()) {
    const bit = hashOf(word) & (filterBits - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

/** Arranges contacts, speakers, colleagues, the writer and organizations. Cost: a few look-ups per name. */
export function arrange(known: Known): KnownNames {
  const words = new Map<string, Entry>();
  const phrases = new Map<string, Hit[]>();
  const people = gather(known);
  const emails = new Map<string, Someone>();
  for (const named of people.all) {
    addPerson({ words, phrases }, named);
    for (const email of named.who.person.emails) {
      const address = email.toLowerCase();
      if (!emails.has(address)) emails.set(address, named.who);
    }
  }
  const organizations = gatherOrganizations(known);
  const domains = new Map<string, SomeOrganization>();
  const shorts = shortNames(organizations, words);
  for (const organization of organizations) addOrganization({ words, phrases, domains }, organization, shorts);
  if (known.memory !== undefined) addRemembered({ words, phrases }, people.find, known.memory);
  learnOrdinaryWords(words, known);
  const all = people.all.map(({ who }) => who);
  return {
    words,
    phrases,
    emails,
    domains,
    people: all,
    me: people.me,
    nobody: known.memory?.nobody ?? new Set(),
    abbreviations: known.memory?.organizations ?? new Set(),
    filter: filterOf(words),
  };
}

/** What is known of a plain word; undefined where nothing is. */
export function entryOf(known: KnownNames, plain: string): Entry | undefined {
  let entry = known.words.get(plain);
  if (entry === undefined) {
    entry = lexiconEntry(plain);
    if (entry !== undefined) known.words.set(plain, entry);
  }
  return entry;
}

/** A plain word's flags; none where nothing is known of it. */
export function flagsOf(known: KnownNames, plain: string): number {
  return known.words.get(plain)?.flags ?? lexicon().get(plain) ?? 0;
}

/** Words of the lexicon that no known name starts with differ only in their flags, so few entries do for all. */
const byFlags = new Map<number, Entry>();

function lexiconEntry(plain: string): Entry | undefined {
  const flags = lexicon().get(plain);
  if (flags === undefined) return undefined;
  let entry = byFlags.get(flags);
  if (entry === undefined) {
    entry = { flags, hits: null, longest: 0, longestOrganization: 0 };
    byFlags.set(flags, entry);
  }
  return entry;
}

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

/** A person's card as the reader keeps it; used for those a note alone names as well. */
export function someone(person: KnownPerson, isListed = false): Someone {
  return named(person, isListed).who;
}

/** A person and the parts of the name, as written and plain. */
interface Named {
  who: Someone;
  parts: NameParts;
  given: string[];
  family: string[];
}

function named(person: KnownPerson, isListed: boolean): Named {
  const parts = partsOfName(person.name, person);
  const given = parts.given.map(folded);
  const family = parts.family.map(folded);
  const who: Someone = {
    person,
    isListed,
    isColleague: false,
    isMe: false,
    given: given[0] ?? "",
    family: family.at(-1) ?? "",
    initials: (given[0] ?? "").charAt(0) + (family.find((word) => !isParticle(word)) ?? "").charAt(0),
    organizationName: person.organization,
    organization: person.organization === null ? "" : organizationKey(person.organization),
  };
  return { who, parts, given, family };
}

/** A person of whom only the name is known. */
export function bareName(name: string, organization: string | null = null): KnownPerson {
  return { name, givenName: null, familyName: null, nicknames: [], organization, emails: [], source: "" };
}

function gather(known: Known): { all: Named[]; me: Someone | null; find: (name: string) => Someone | null } {
  const all: Named[] = [];
  const byName = new Map<string, Someone[]>();
  const mine = organizationKey(known.me?.organization ?? "");
  const add = (person: KnownPerson, listed: boolean): void => {
    const one = named(person, listed);
    const { who } = one;
    if (who.given === "" && who.family === "") return;
    const key = `${who.given} ${who.family}`;
    const same = byName.get(key);
    const twin = same?.find((other) => isSamePerson(other, who));
    if (twin !== undefined) {
      if (twin.organization === "" && who.organization !== "") {
        twin.organizationName = who.organizationName;
        twin.organization = who.organization;
      }
      return;
    }
    if (mine !== "" && who.organization === mine) who.isColleague = true;
    if (same === undefined) byName.set(key, [who]);
    else same.push(who);
    all.push(one);
  };
  for (const person of known.people) add(person, true);
  for (const session of known.sessions) {
    for (const speaker of session.speakers) {
      add({ ...bareName(speaker.name, speaker.organization), source: "programme" }, true);
    }
  }
  const find = (name: string): Someone | null => {
    const one = named(bareName(name), false);
    const { who } = one;
    if (who.given === "" && who.family === "") return null;
    const same = byName.get(`${who.given} ${who.family}`);
    if (same?.[0] !== undefined) return same[0];
    byName.set(`${who.given} ${who.family}`, [who]);
    all.push(one);
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
  return { all, me, find };
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

function addPerson(tables: Tables, { who, parts, ...plain }: Named): void {
  const { person } = who;
  const given = plain.given.filter((word) => word.length > 0);
  const family = plain.family.filter((word) => word.length > 0);
  const nicknames = [...person.nicknames, ...parts.nicknames].map(plainWords).filter((words) => words.length > 0);
  const first = given[0];
  const last = family.at(-1);
  // One hit for each form, whatever words lead to it.
  const hit = (form: Form): Hit => ({ form, who, organization: null });
  const [full, familyHit, account, givenHit] = [hit("full"), hit("family"), hit("account"), hit("given")];
  if (first !== undefined && last !== undefined) {
    const cut = hit("cut");
    for (const lastNames of spellings(parts.family)) {
      const all = lastNames.join(" ");
      const end = lastNames.at(-1) ?? last;
      const count = lastNames.length;
      if (given.length > 1) addKey(tables, first, `${given.join(" ")} ${all}`, given.length + count, full);
      addKey(tables, first, `${first} ${all}`, 1 + count, full);
      if (count > 1) addKey(tables, first, `${first} ${end}`, 2, full);
      addKey(tables, lastNames[0] ?? last, `${all} ${first}`, 1 + count, hit("reversed"));
      addKey(tables, first.charAt(0), `${first.charAt(0)} ${all}`, 1 + count, cut);
      for (const nick of nicknames)
        addKey(tables, nick[0] ?? "", `${nick.join(" ")} ${all}`, nick.length + count, full);
      for (const nick of nicknamesOf(first)) addKey(tables, nick, `${nick} ${all}`, 1 + count, full);
      if (count > 1) addKey(tables, lastNames[0] ?? last, all, count, familyHit);
      addKey(tables, end, end, 1, familyHit);
    }
    if (last.includes("-"))
      for (const part of last.split("-")) if (part.length > 2) addKey(tables, part, part, 1, familyHit);
    addKey(tables, first, `${first} ${last.charAt(0)}`, 2, cut);
    const initials = hit("initials");
    if (who.initials.length === 2) addKey(tables, who.initials, who.initials, 1, initials);
    if (given.length > 1) {
      const letters = given.map((word) => word.charAt(0)).join("") + last.charAt(0);
      addKey(tables, letters, letters, 1, initials);
    }
    for (const name of [
      first + last,
      `${first}.${last}`,
      first.charAt(0) + last,
      first + last.charAt(0),
      `${first}_${last}`,
    ]) {
      addKey(tables, name, name, 1, account);
    }
  }
  for (const nick of first === undefined ? [] : mailNames(person.emails, first, last ?? "")) {
    addKey(tables, nick, nick, 1, givenHit);
    if (last !== undefined) addKey(tables, nick, `${nick} ${last}`, 2, full);
  }
  if (given.length > 1) addKey(tables, given[0] ?? "", given.join(" "), given.length, givenHit);
  if (first !== undefined) {
    for (const [spelling = ""] of spellings(parts.given.slice(0, 1))) addKey(tables, spelling, spelling, 1, givenHit);
    const short = hit("short");
    for (const nick of nicknamesOf(first)) addKey(tables, nick, nick, 1, short);
  }
  for (const nick of nicknames) addKey(tables, nick[0] ?? "", nick.join(" "), nick.length, givenHit);
  for (const email of person.emails) {
    const local = folded(email.slice(0, Math.max(0, email.indexOf("@"))));
    if (local.length >= 3) addKey(tables, local, local, 1, account);
  }
}

/** What somebody calls themselves in an address ("ros@" for Rosalind): a short word that begins as the given name does. */
function mailNames(emails: readonly string[], given: string, family: string): string[] {
  return emails.flatMap((email) => {
    const local = folded(email.slice(0, Math.max(0, email.indexOf("@"))));
    if (!/^[a-z]{3,8}$/u.test(local) || local.charAt(0) !== given.charAt(0) || local === given) return [];
    if (local.startsWith(given) || (family !== "" && local.includes(family.slice(0, 4)))) return [];
    return ((lexicon().get(local) ?? 0) & ~(flag.given | flag.family | flag.smallWord)) === 0 ? [local] : [];
  });
}

/** A name's plain words, and its words with the umlaut spelt out or taken back. */
function spellings(parts: readonly string[]): string[][] {
  const plain = parts.map(folded);
  const all = [plain];
  const spelt = parts.map((part, at) => foldedWithE(part) ?? plain[at] ?? "");
  if (isOther(spelt, plain)) all.push(spelt);
  const short = plain.map((part) => withoutE(part) ?? part);
  if (isOther(short, plain)) all.push(short);
  return all;
}

function isOther(words: readonly string[], plain: readonly string[]): boolean {
  return words.some((word, at) => word !== plain[at]);
}

/** Enters a name of so many words, `key`, which begins with `first`. Longer ones than six words are none. */
function addKey(tables: Tables, first: string, key: string, count: number, hit: Hit): void {
  if (count > 6) return;
  let entry = tables.words.get(first);
  if (entry === undefined) {
    entry = { flags: lexicon().get(first) ?? 0, hits: null, longest: 0, longestOrganization: 0 };
    tables.words.set(first, entry);
  }
  if (entry.longest < count) entry.longest = count;
  if (hit.organization !== null && entry.longestOrganization < count) entry.longestOrganization = count;
  if (count === 1) {
    if (entry.hits === null) entry.hits = [hit];
    else if (!isThere(entry.hits, hit)) entry.hits.push(hit);
    return;
  }
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
function shortNames(
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

/** What a person corrected words to (RD6), whoever else they would fit. */
function addRemembered(tables: Tables, find: (name: string) => Someone | null, memory: Memory): void {
  for (const [words, { name }] of memory.people) {
    const who = find(name);
    if (who !== null) addWords(tables, plainWords(words), { form: "remembered", who, organization: null });
  }
  for (const [words, { name }] of memory.organizations) {
    const organization: SomeOrganization = { name, relation: null, key: organizationKey(name) };
    addWords(tables, plainWords(words), { form: "organization", who: null, organization });
  }
}

function addWords(tables: Tables, words: readonly string[], hit: Hit): void {
  const [first] = words;
  if (first !== undefined) addKey(tables, first, words.join(" "), words.length, hit);
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
  for (const { abstract } of known.sessions) learnFrom(words, (abstract ?? "").slice(0, abstractCharactersRead));
}

function learnFrom(words: Map<string, Entry>, text: string): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (code >= 97 && code <= 122) {
      if (start < 0 && isBreak(at === 0 ? 32 : text.charCodeAt(at - 1))) start = at;
      continue;
    }
    if (start >= 0 && at - start > 2 && isBreak(code)) {
      const entry = words.get(text.slice(start, at));
      if (entry !== undefined && entry.hits !== null && (entry.flags & flag.given) === 0) entry.flags |= flag.ordinary;
    }
    start = -1;
  }
}

/** A blank or a point: what stands around a word of prose, and not inside a link or an address. */
function isBreak(code: number): boolean {
  return code === 0 || code === 32 || code === 10 || code === 13 || code === 44 || code === 46 || code === 59;
}
