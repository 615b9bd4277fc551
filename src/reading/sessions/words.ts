import { folded } from "../names/folding.ts";
import { WordTable } from "../word-table.ts";

/**
 * The words of a title, heading or abstract as sessions are compared by: plain, cut to a rough stem, without the words
 * every title has. One pass, linear.
 */
export function sessionWords(text: string): string[] {
  const words: string[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    const code = text.charCodeAt(at);
    if (code < 128 && !isPlainWordCode(code)) {
      at += 1;
      continue;
    }
    const end = endOfWord(text, at);
    if (end > at) {
      const stem = stems.at(text, at, end);
      if (stem !== "") words.push(stem);
      at = end;
    } else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return words;
}

/** The end of the word that begins there, or the place itself where none does. Plain letters and digits need no pattern. */
function endOfWord(text: string, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code < 128 && isPlainWordCode(code)) {
    at += 1;
    code = text.charCodeAt(at);
  }
  if (at > from && code !== apostrophe && !(code >= 128)) return at;
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

const apostrophe = 39;

function isPlainWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Stems of words as written, "" for those that say nothing: the same words come again and again. */
const stems = new WordTable(comparable, 50_000);

function comparable(written: string): string {
  const small = folded(written);
  const word = small.includes("'") ? small.replaceAll("'", "") : small;
  // A number alone is a time, a count or a year far oftener than a part of a title.
  if (stopWords.has(word) || /^\d+$/u.test(word)) return "";
  const stem = stemOf(word);
  if (stem.length < 2 && !isNamedLetter(written)) return "";
  return sameAs[stem] ?? stem;
}

const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?:s|t|re|ve|ll|d|m)\b)?/uy;

/** "C" and "R" are languages; a small single letter is nothing. */
function isNamedLetter(word: string): boolean {
  return word === "C" || word === "R";
}

/**
 * A stem rough enough that "scaling" and "scale", "policies" and "policy", "containers" and "container" meet. Only the
 * commonest English endings; what it spoils, it spoils on both sides alike.
 */
export function stemOf(word: string): string {
  let stem = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (stem.length > 4 && stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
  else if (
    stem.length > 3 &&
    stem.endsWith("s") &&
    !stem.endsWith("ss") &&
    !stem.endsWith("us") &&
    !stem.endsWith("is")
  )
    stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith("ing")) stem = undoubled(stem.slice(0, -3));
  else if (stem.length > 4 && stem.endsWith("ed")) stem = undoubled(stem.slice(0, -2));
  return stem.length > 4 && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}

/** "running" to "run". */
function undoubled(stem: string): string {
  const last = stem.at(-1);
  return last === stem.at(-2) && last !== "l" && last !== "s" && last !== "z" ? stem.slice(0, -1) : stem;
}

/** Short forms note takers use, by stem. */
const sameAs: Record<string, string | undefined> = {
  k8: "kubernet",
  kubernete: "kubernet",
  js: "javascript",
  ts: "typescript",
  pg: "postgr",
  postgresql: "postgr",
  postgre: "postgr",
  postgres: "postgr",
  db: "databas",
  dbs: "databas",
  infra: "infrastructur",
  perf: "performanc",
  oss: "open",
  mgmt: "management",
  dev: "develop",
  developer: "develop",
  docs: "documentation",
  doc: "documentation",
  org: "organization",
  intro: "introduction",
  authn: "authentication",
  authz: "authorization",
};

const stopWords = new Set(
  (
    "a an and are as at be by can do does for from had has have how i if in into is isnt it its itself just let lets me more my no not of off on or our out over own s so t than that thats the their them then there these they this to too up us " +
    "was we were what when where which while who why will with without you your about after all also any been before being between but cant could did doesnt dont during each few get gets got here he her his ive im me much must new now only other really should some such " +
    "talk talks session sessions notes note keynote workshop presentation slides speaker room day pt part " +
    "der die das den dem des ein eine einen einer eines und oder mit von im in zu zur zum fur auf ist sind wie was nicht aus bei " +
    "le la les des du de un une et ou avec pour sur dans en au aux el los las y con por para una del"
  ).split(" "),
);
