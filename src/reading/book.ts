import type { NameFound } from "./names.ts";
import type { Known, KnownPerson } from "./read.ts";
import type { Token } from "./tokens.ts";
import { plainCapitals } from "./words.ts";

type Someone = Pick<NameFound, "name" | "person" | "organization" | "isColleague" | "isMe">;

/** Who a single word means on this page: given and family names and initials; null where two would fit. */
export interface Book {
  readonly words: Map<string, Someone | null>;
}

/** Arranges those who are sure to be meant by one word: the writer and colleagues first, then known people. */
export function bookOf(known: Known): Book {
  const words = new Map<string, Someone | null>();
  const near: Someone[] = known.colleagues.map((name) => ({
    name,
    person: null,
    organization: null,
    isColleague: true,
    isMe: false,
  }));
  if (known.me !== null) {
    near.push({
      name: known.me.name,
      person: null,
      organization: known.me.organization,
      isColleague: false,
      isMe: true,
    });
  }
  for (const one of near) {
    for (const word of wordsOf(one.name ?? "", true)) put(words, word, one);
    put(words, `${(one.name ?? "").charAt(0).toUpperCase()}.`, one);
  }
  const taken = new Set(words.keys());
  for (const person of known.people) {
    const one: Someone = {
      name: person.name,
      person,
      organization: person.organization,
      isColleague: false,
      isMe: false,
    };
    for (const word of wordsOf(person.name, false)) if (!taken.has(word)) put(words, word, one);
  }
  return { words };
}

function put(words: Map<string, Someone | null>, word: string, one: Someone): void {
  const before = words.get(word);
  if (before === undefined) words.set(word, one);
  else if (before !== null && before.name !== one.name) words.set(word, null);
}

const titles = new Set("dr mr mrs ms prof frau herr fr hr mme m mlle sr sra don doña rev sir".split(" "));

function wordsOf(name: string, withInitials: boolean): string[] {
  const parts = name.split(/[\s-]+/u).filter((part) => part !== "" && !titles.has(part.toLowerCase().replace(".", "")));
  const given = parts[0];
  const family = parts.at(-1);
  if (given === undefined || family === undefined) return [];
  const words = [given.toLowerCase(), family.toLowerCase()].filter((word) => word.length > 2);
  if (withInitials && parts.length > 1) {
    const initials = name.split(/[\s'’-]+/u).map((part) => part.charAt(0).toUpperCase());
    words.push(initials.join(""), `${given.charAt(0)}${family.charAt(0)}`.toUpperCase());
  }
  return words;
}

/**
 * Names that stand alone at places where only the book can tell that they are names ("Minh checks", "VB to trace", "jutta
 * macht"), and full names for first names of people who were named in full before on the page. Adds whom it sees.
 */
export function withBook(names: readonly NameFound[], tokens: readonly Token[], book: Book): NameFound[] {
  const out: NameFound[] = names.map((name) => fuller(name, book));
  let isSorted = true;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") continue;
    const one = token.text.length === 1 ? initialAt(tokens, at, book) : someoneAt(token, book);
    if (one === null || names.some((name) => name.start < token.end && token.start < name.end)) continue;
    isSorted = false;
    out.push({
      start: token.start,
      end: token.end,
      words: token.text,
      means: "person",
      name: one.name,
      person: one.person,
      candidates: [],
      organization: one.organization,
      relation: null,
      role: null,
      isColleague: one.isColleague,
      isMe: one.isMe,
    });
  }
  for (const name of names) remember(name, book);
  return isSorted ? out : out.sort((first, second) => first.start - second.start);
}

/** "F." at the start of a thought or after a small word: the one colleague whose name begins so. */
function initialAt(tokens: readonly Token[], at: number, book: Book): Someone | null {
  const token = tokens[at];
  const point = tokens[at + 1];
  if (token === undefined || !token.isCapital || point?.text !== "." || point.start !== token.end) return null;
  const next = tokens[at + 2];
  // "J. Ruiz" and "U. S. A." are no single initial.
  if (next !== undefined && next.isCapital) return null;
  return book.words.get(`${token.text}.`) ?? null;
}

function someoneAt(token: Token, book: Book): Someone | null {
  const { text, lower } = token;
  const one = book.words.get(lower);
  if (!token.isCapital && one === undefined) return null;
  if (text.length <= 3 && text === text.toUpperCase() && text.length >= 2) return book.words.get(text) ?? null;
  if (one === undefined || one === null || plainCapitals.has(lower)) return null;
  if (token.isCapital) return one;
  // In lower case only those near the writer, and no word that is a verb as well ("mark", "rob").
  return (one.isColleague || one.person === null) && text.length >= 4 && token.spelling.verbs.length === 0 ? one : null;
}

/** "Amrit" after "Amrit Bains": the same. */
function fuller(found: NameFound, book: Book): NameFound {
  if (found.means !== "person" || found.name === null || found.name.includes(" ") || found.person !== null)
    return found;
  const one = book.words.get(found.name.toLowerCase());
  if (one === undefined || one === null || one.name === null || !one.name.includes(" ")) return found;
  return {
    start: found.start,
    end: found.end,
    words: found.words,
    means: found.means,
    name: one.name,
    person: one.person,
    candidates: found.candidates,
    organization: one.organization ?? found.organization,
    relation: found.relation,
    role: found.role,
    isColleague: one.isColleague,
    isMe: one.isMe,
  };
}

function remember(found: NameFound, book: Book): void {
  if (found.means !== "person" || found.name === null || !found.name.includes(" ")) return;
  const person: KnownPerson | null = found.person;
  const one: Someone = {
    name: found.name,
    person,
    organization: found.organization,
    isColleague: found.isColleague,
    isMe: found.isMe,
  };
  for (const word of wordsOf(found.name, true)) {
    const before = book.words.get(word);
    if (before === undefined) book.words.set(word, one);
    // Who was just named is nearer than a namesake in the contacts, but two on one page stay open.
    else if (before !== null && before.name !== one.name && before.person !== null && before.person.source !== "")
      book.words.set(word, one);
    else if (before !== null && before.name !== one.name) book.words.set(word, null);
  }
  put(book.words, `${found.name.charAt(0).toUpperCase()}.`, one);
  if (found.words !== found.name && !found.words.includes(" ")) put(book.words, found.words.toLowerCase(), one);
  if (found.words.includes(" ")) {
    const [nick = ""] = found.words.split(" ");
    if (nick.length > 2) put(book.words, nick.toLowerCase(), one);
  }
}
