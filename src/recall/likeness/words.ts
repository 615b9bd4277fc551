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
  /** Written as a name is: with a capital in the midst of a sentence, or within the word. */
  isName: boolean;
}

/**
 * The words of a text in order, without those that say nothing. Linear in the text's length, of which no more is read than the longest
 * that is stored, a session's abstract of 50,000 characters.
 * @param withStops true to have all of them, as the baseline of the evaluation has
 */
export function wordsOf(text: string, withStops = false): Word[] {
  const language = languageOf(text);
  const words: Word[] = [];
  for (const { 0: written, index } of text.slice(0, lettersMax).matchAll(wordPattern)) {
    if (unspaced.test(written))
      for (const pair of pairsOf(written)) words.push({ written: pair, stem: pair, isName: false });
    else {
      const { stem, isStop } = stemOf(written, language);
      if (stem !== "" && (withStops || !isStop)) words.push({ written, stem, isName: isName(written, text, index) });
    }
  }
  return words;
}

function isName(written: string, text: string, index: number): boolean {
  if (!capital.test(written)) return false;
  return (
    capital.test(written.slice(1)) || (text.charAt(index - 1) === " " && withinSentence.test(text.charAt(index - 2)))
  );
}

const capital = /\p{Lu}/u;
const withinSentence = /[\p{Ll}\p{N},;:(]/u;

const lettersMax = 50_000;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** Scripts that set no blanks between words: there, two neighbouring signs stand for a word. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function pairsOf(run: string): string[] {
  const signs = Array.from(run.toLowerCase());
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => (signs[at] ?? "") + sign);
}

/** The language most of the small words at the beginning are of; English where there are none. */
function languageOf(text: string): Language {
  const counts = { en: 0, de: 0, fr: 0, es: 0 };
  let best: Language = "en";
  for (const word of text.slice(0, languageLetters).match(wordPattern) ?? []) {
    const language = languageOfSmallWord(word.toLowerCase());
    if (language === undefined) continue;
    counts[language] += 1;
    if (counts[language] > counts[best]) best = language;
  }
  return best;
}

/** A paragraph or two tell the language. */
const languageLetters = 2_000;

interface Stem {
  stem: string;
  isStop: boolean;
}

/** The stem of a word, and whether the word says nothing. */
function stemOf(written: string, language: Language): Stem {
  const known = stems[language];
  const lower = written.toLowerCase();
  const before = known.get(lower);
  if (before !== undefined) return before;
  const letters = plain(lower);
  // The stemmers' own time grows with a word's square; what is longer is no word of theirs.
  const isLong = lower.length > stemmedLettersMax;
  const found = {
    stem: isLong ? letters : plain(stemmed[language](lower)),
    isStop: isStopWord(letters, language),
  };
  if (known.size >= stemsKeptMax) known.clear();
  known.set(lower, found);
  return found;
}

const stemmedLettersMax = 40;

/** Stems that were told are kept: a stemmer takes a microsecond a word, which would be most of an index's time. */
const stemsKeptMax = 20_000;
const stems: Readonly<Record<Language, Map<string, Stem>>> = {
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
