import { stemmer as stemmedEnglish } from "@orama/stemmers/english";
import { stemmer as stemmedFrench } from "@orama/stemmers/french";
import { stemmer as stemmedGerman } from "@orama/stemmers/german";
import { stemmer as stemmedSpanish } from "@orama/stemmers/spanish";
import { type Language, languageOfSmallWord } from "#domain/model/language.ts";
import { plain } from "#domain/model/plain.ts";
import { isStopWord } from "./stop-words.ts";

/** A word of a text that says what it is about. */
export interface Word {
  /** As it is written. */
  written: string;
  /** What its other forms have in common: the stem, in plain letters. */
  stem: string;
}

/** The words of a text in order, without those that say nothing. Linear in the text's length. */
export function wordsOf(text: string): Word[] {
  const written = text.match(wordPattern) ?? [];
  const language = languageOf(written);
  const words: Word[] = [];
  for (const one of written) {
    if (unspaced.test(one)) for (const pair of pairsOf(one)) words.push({ written: pair, stem: pair });
    else {
      const stem = stemOf(one, language);
      if (stem !== null) words.push({ written: one, stem });
    }
  }
  return words;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** Scripts that set no blanks between words: there, two neighbouring signs stand for a word. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function pairsOf(run: string): string[] {
  const signs = Array.from(run.toLowerCase());
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => (signs[at] ?? "") + sign);
}

/** The language most of the small words at the beginning are of; English where there are none. */
function languageOf(written: readonly string[]): Language {
  const counts = { en: 0, de: 0, fr: 0, es: 0 };
  let best: Language = "en";
  for (const word of written.slice(0, 400)) {
    const language = languageOfSmallWord(word.toLowerCase());
    if (language === undefined) continue;
    counts[language] += 1;
    if (counts[language] > counts[best]) best = language;
  }
  return best;
}

/** The stem of a word, or null where the word says nothing. */
function stemOf(written: string, language: Language): string | null {
  const known = stems[language];
  const lower = written.toLowerCase();
  const before = known.get(lower);
  if (before !== undefined) return before;
  const letters = plain(lower);
  const isSilent = letters === "" || isStopWord(letters, language);
  // The stemmers' own time grows with a word's square; what is longer is no word of theirs.
  const stem = isSilent ? null : lower.length > stemmedLettersMax ? letters : plain(stemmed[language](lower));
  if (known.size >= stemsKeptMax) known.clear();
  known.set(lower, stem);
  return stem;
}

const stemmedLettersMax = 40;

/** Stems that were told are kept: a stemmer takes a microsecond a word, which would be most of an index's time. */
const stemsKeptMax = 20_000;
const stems: Readonly<Record<Language, Map<string, string | null>>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
};

const stemmed: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  de: stemmedGerman,
  fr: stemmedFrench,
  es: stemmedSpanish,
};

/** Porter's stem. The package's takes the "t" or "s" off with "-tion" and "-sion", which parts "connection" from "connect". */
function english(word: string): string {
  const stem = stemmedEnglish(word);
  const bare = /^(.+[st])ions?$/u.exec(word)?.[1];
  return bare !== undefined && stem === bare.slice(0, -1) ? bare : stem;
}
