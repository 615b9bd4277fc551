import type { OrganizationRelation } from "#domain/model/person.ts";
import type { KnownPerson } from "../read.ts";
import { lexicon } from "./lexicon.ts";
import { nameTokens } from "./tokens.ts";

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
export type Form =
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

/** Where known names are entered: single words, and runs of words by their whole. */
export interface Tables {
  words: Map<string, Entry>;
  phrases: Map<string, Hit[]>;
}

/** Enters a name of so many words, `key`, which begins with `first`. Longer ones than six words are none. */
export function addKey(tables: Tables, first: string, key: string, count: number, hit: Hit): void {
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

/** Enters a name by its plain words. */
export function addWords(tables: Tables, words: readonly string[], hit: Hit): void {
  const [first] = words;
  if (first !== undefined) addKey(tables, first, words.join(" "), words.length, hit);
}

/** A name's words in plain form. */
export function plainWords(text: string): string[] {
  return nameTokens(text.slice(0, 300)).map((token) => token.plain);
}
