import type { Memory } from "#domain/model/memory.ts";
import type { Known } from "../read.ts";
import {
  type Entry,
  type Hit,
  type SomeOrganization,
  type Someone,
  type Tables,
  addWords,
  plainWords,
} from "./hits.ts";
import { addOrganization, gatherOrganizations, organizationKey, shortNames } from "./known-organizations.ts";
import { addPerson, gatherPeople } from "./known-people.ts";
import { flag, lexicon } from "./lexicon.ts";
import { type NameToken, hashOf } from "./tokens.ts";

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
  const people = gatherPeople(known);
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
