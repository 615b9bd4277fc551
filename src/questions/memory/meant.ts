import { comparable } from "#domain/model/memory.ts";
import type { Answer } from "./answers.ts";

/** Words of a quote that a person's answer says to mean somebody, or nobody. */
export interface Meant {
  /** The words as they are compared, and as they were written. */
  words: string;
  written: string;
  means: "person" | "organization";
  /** Null where the answer took the name away. */
  name: string | null;
  /** It was read as something else. */
  isCorrection: boolean;
  /** The words look like the name: a part of it, a short form, a slip, an abbreviation. */
  isAlike: boolean;
  answer: Answer;
}

/**
 * What an accepted proposal says that words mean: the names that were read beside those that stand. Either those that differ
 * (`isCorrection`), or those that do not.
 */
export function meantBy(answer: Answer, isCorrection: boolean): Meant[] {
  const { proposal, step, name } = answer;
  if (proposal.state !== "accepted") return [];
  const { step: read, person, organization } = proposal;
  const found: Meant[] = [];
  const add = (means: Meant["means"], read: string | null, now: string | null): void => {
    if ((comparable(read ?? "") !== comparable(now ?? "")) !== isCorrection) return;
    const one = meant(answer, { means, read, now, isCorrection });
    if (one !== null) found.push(one);
  };
  if (person !== null) add("person", person.name, name);
  if (organization !== null) add("organization", organization.name, name);
  if (read !== null && step !== null) {
    add("person", read.with, step.with);
    if (read.owner !== "me" && step.owner !== "me") add("person", read.who, step.who);
    // A step knows organizations that are there; that it knows none says nothing.
    if (step.organization !== null) add("organization", read.organization, step.organization);
  }
  return found;
}

interface Names {
  means: Meant["means"];
  read: string | null;
  now: string | null;
  isCorrection: boolean;
}

function meant(answer: Answer, { means, read, now, isCorrection }: Names): Meant | null {
  const { quote } = answer.proposal;
  const written = read === null ? writtenLike(quote, now) : writtenFor(quote, read, now);
  if (written === null) return null;
  const words = comparable(written);
  // A name that was read as it was written, and stands so, says nothing new.
  if (words === "" || (!isCorrection && words === comparable(now ?? ""))) return null;
  return { words, written, means, name: now, isCorrection, isAlike: now !== null && looksLike(written, now), answer };
}

interface Word {
  text: string;
  plain: string;
  start: number;
  end: number;
}

/** Quotes are short; of a long one the beginning is looked at. */
const quoteMax = 600;

function wordsOf(text: string): Word[] {
  return [...text.slice(0, quoteMax).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map((match) => {
    const whole = match[0].replace(/['’]s$/u, "");
    return { text: whole, plain: comparable(whole), start: match.index, end: match.index + whole.length };
  });
}

function partsOf(name: string): string[] {
  return comparable(name)
    .split(" ")
    .filter((part) => part.length > 1);
}

/** The words of a quote that were read as a name; null where it was told from elsewhere (a pronoun, a heading). */
function writtenFor(quote: string, read: string, now: string | null): string | null {
  const words = wordsOf(quote);
  const parts = [...partsOf(read), ...(now === null ? [] : partsOf(now))];
  const own = new Set(partsOf(read));
  const at = words.findIndex(({ text, plain }) => own.has(plain) || isShortFor(text, read));
  return at < 0 ? null : runAt(quote, words, at, parts);
}

/** Where no name was read: the words of a quote that look like the one that stands. */
function writtenLike(quote: string, now: string | null): string | null {
  if (now === null) return null;
  const words = wordsOf(quote);
  const parts = partsOf(now);
  const at = words.findIndex(({ text, plain }) => parts.includes(plain) || isShortFor(text, now));
  return at < 0 ? null : runAt(quote, words, at, parts);
}

/** A word and its neighbours that belong to the name as well: "Ana Ruis" for Ana Ruiz. */
function runAt(quote: string, words: readonly Word[], at: number, parts: readonly string[]): string {
  const belongs = (index: number, beside: number): boolean => {
    const [word, next] = [words[index], words[beside]];
    if (word === undefined || next === undefined || !isCapital(word.text)) return false;
    const gap = quote.slice(Math.min(word.end, next.end), Math.max(word.start, next.start));
    return /^[ .-]{1,2}$/u.test(gap) && parts.some((part) => isNear(word.plain, part));
  };
  let [from, to] = [at, at];
  while (belongs(from - 1, from)) from -= 1;
  while (belongs(to + 1, to)) to += 1;
  return quote.slice(words[from]?.start ?? 0, words[to]?.end ?? 0);
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether words may stand for a name: parts of it, each exactly or nearly, or a short form. */
function looksLike(written: string, name: string): boolean {
  const parts = partsOf(name);
  const words = partsOf(written);
  return (
    isShortFor(written, name) || (words.length > 0 && words.every((word) => parts.some((part) => isNear(word, part))))
  );
}

/** "TTX" for Tritex, "AR" for Ana Ruiz, "Marge" for Margerie, with a capital: it begins alike and leaves letters out. */
function isShortFor(written: string, name: string): boolean {
  const short = comparable(written);
  if (!isCapital(written) || short.includes(" ") || short.length < 2) return false;
  if (written.length <= 5 && written === written.toUpperCase())
    return isWithin(short, comparable(name).replaceAll(" ", ""));
  return short.length >= 3 && partsOf(name).some((part) => part.startsWith(short));
}

/** Every letter of the one in the other, in order, the first as first. */
function isWithin(letters: string, word: string): boolean {
  if (letters.charAt(0) !== word.charAt(0)) return false;
  let at = 0;
  for (const letter of word) if (letter === letters.charAt(at)) at += 1;
  return at === letters.length;
}

/** The same word, or one slip away in a longer one. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}
