import { flag, lexicon } from "./lexicon.ts";
import { nameTokens } from "./tokens.ts";

/** A person's name in its parts, each a word as written. */
export interface NameParts {
  given: string[];
  /** With its particles: "van der Berg" is three. */
  family: string[];
  nicknames: string[];
}

/**
 * Takes a name apart: "Dr. Ana M. Ruiz", "Ruiz, Ana", "Ana Ruiz, PhD", `Robert "Bob" Smith`, "Jan van der Berg". What a
 * contact file says of given and family name counts more than the order of the words.
 */
export function partsOfName(name: string, says: { givenName: string | null; familyName: string | null }): NameParts {
  const nicknames: string[] = [];
  const bare = name.slice(0, 300).replace(/["“”„«(]([^"“”«»()]{1,40})["“”»)]/gu, (_all, inner: string) => {
    const nick = wordsOf(inner);
    if (nick.length === 1 && nick[0] !== nick[0]?.toUpperCase()) nicknames.push(...nick);
    return " ";
  });
  const given = wordsOf(says.givenName ?? "");
  const family = wordsOf(says.familyName ?? "");
  if (given.length > 0 && family.length > 0) return { given, family: withoutSuffix(family), nicknames };
  const [before, after] = splitOnce(bare, ",");
  const left = withoutTitles(wordsOf(before));
  const right = withoutTitles(wordsOf(after));
  if (right.length > 0 && left.length > 0 && right.length <= 3 && !right.some(isSuffix)) {
    return { given: right, family: left, nicknames };
  }
  const words = withoutSuffix(left);
  if (words.length < 2) return { given: given.length > 0 ? given : words, family, nicknames };
  if (family.length > 0 && words.length > family.length) {
    return { given: words.slice(0, words.length - family.length), family, nicknames };
  }
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isParticle(word));
  const from = particle > 0 ? particle : words.length - 1;
  return { given: words.slice(0, from), family: words.slice(from), nicknames };
}

function wordsOf(text: string): string[] {
  return nameTokens(text).map((token) => text.slice(token.start, token.end));
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function isParticle(word: string): boolean {
  return ((lexicon().get(word.toLowerCase()) ?? 0) & flag.particle) !== 0;
}

function withoutTitles(words: string[]): string[] {
  const from = words.findIndex((word) => ((lexicon().get(word.toLowerCase()) ?? 0) & flag.title) === 0);
  return from < 0 ? words : words.slice(from);
}

function withoutSuffix(words: string[]): string[] {
  let end = words.length;
  while (end > 1 && isSuffix(words[end - 1] ?? "")) end -= 1;
  return words.slice(0, end);
}

const suffixes = new Set([
  "jr",
  "sr",
  "ii",
  "iii",
  "iv",
  "phd",
  "ph.d",
  "md",
  "mba",
  "msc",
  "bsc",
  "ma",
  "esq",
  "cissp",
  "pmp",
  "mls",
  "mlis",
  "cpa",
]);

function isSuffix(word: string): boolean {
  return suffixes.has(word.toLowerCase());
}
