import type { Known, KnownPerson } from "../read.ts";
import { folded, foldedWithE, withoutE } from "./folding.ts";
import { type Form, type Hit, type Someone, type Tables, addKey, plainWords } from "./hits.ts";
import { organizationKey } from "./known-organizations.ts";
import { flag, lexicon } from "./lexicon.ts";
import { nicknamesOf } from "./nicknames.ts";
import { type NameParts, partsOfName } from "./person-name.ts";

/** A person's card as the reader keeps it; used for those a note alone names as well. */
export function someone(person: KnownPerson, isListed = false): Someone {
  return named(person, isListed).who;
}

/** A person and the parts of the name, as written and plain. */
export interface Named {
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

/** All people known, each once: contacts, speakers, colleagues and the writer. `find` adds whoever only a name is known of. */
export function gatherPeople(known: Known): {
  all: Named[];
  me: Someone | null;
  find: (name: string) => Someone | null;
} {
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

/** Enters every way in which a person's name may be written. */
export function addPerson(tables: Tables, { who, parts, ...plain }: Named): void {
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

function isParticle(word: string): boolean {
  return ((lexicon().get(word) ?? 0) & flag.particle) !== 0;
}
