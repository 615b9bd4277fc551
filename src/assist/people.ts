import type { Known, KnownPerson } from "#reading/read.ts";
import type { Asked } from "./numbered.ts";

/** Names that one request tells at the most: enough for the fullest part of a page, and no list of contacts. */
const namesMax = 60;

/** Known people by the words of their names, arranged once a run. */
export interface People {
  me: string | null;
  colleagues: string[];
  byWord: ReadonlyMap<string, readonly KnownPerson[]>;
  byName: ReadonlyMap<string, KnownPerson | null>;
}

/** Arranges whom the reader knows. */
export function peopleOf(known: Known): People {
  const byWord = new Map<string, KnownPerson[]>();
  const byName = new Map<string, KnownPerson | null>();
  for (const person of known.people) {
    for (const word of new Set([person.name, ...person.nicknames].flatMap(tellingWords))) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [person]);
      else list.push(person);
    }
    byName.set(person.name.toLowerCase(), person);
  }
  // Colleagues and the writer are known by name alone.
  for (const name of [...known.colleagues, ...(known.me === null ? [] : [known.me.name])])
    if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), null);
  const me = known.me !== null && isName(known.me.name) ? oneLine(known.me.name) : null;
  return { me, colleagues: tell(known.colleagues), byWord, byName };
}

/** Whom a request tells of: the writer, colleagues, and those known people whom the part's words mention. */
export interface Names {
  me: string | null;
  colleagues: readonly string[];
  others: string[];
}

/**
 * Names alone, and only of people with a name (initials do not count) among the part's words. A name that is an address or a
 * number is not told.
 */
export function namesFor(part: readonly Asked[], { me, colleagues, byWord }: People): Names {
  const others = new Set<string>();
  for (const word of new Set(part.flatMap(({ passage }) => wordList(passage.text))))
    for (const person of (byWord.get(word) ?? []).slice(0, namesMax)) others.add(person.name);
  return { me, colleagues, others: tell([...others].filter((name) => !colleagues.includes(name))) };
}

/** The words of a text, small and without signs. */
export function wordList(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words of a name that tell who it is: no initials, and no particles ("van", "de la"), which would tell of everybody who has one. */
function tellingWords(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => word.length > 3 || (word.length > 1 && !/^\p{Ll}/u.test(word)))
    .map((word) => word.toLowerCase());
}

function tell(names: readonly string[]): string[] {
  return [...new Set(names.filter(isName).map(oneLine))].slice(0, namesMax);
}

/** Contact files hold addresses and numbers where a name should be; those are not sent. */
function isName(name: string): boolean {
  return name.trim() !== "" && !name.includes("@") && (name.match(/\d/gu)?.length ?? 0) < 5;
}

function oneLine(name: string): string {
  return name
    .replace(/[\p{Cc}\u2028\u2029;]/gu, " ")
    .trim()
    .slice(0, 100);
}
