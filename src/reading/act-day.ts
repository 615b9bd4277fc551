import { firstFrom } from "#domain/model/place.ts";
import type { DayFound } from "./days.ts";
import type { Sentence } from "./sentence.ts";
import { adverbs, conjunctions, determiners, prepositions } from "./words.ts";

/**
 * Whether a day says when something is to be done: not what has been, and not a part of a name for something ("the
 * March invoice", "a Monday temp", "the crash from October", "the hotel of Sept").
 */
export function saysWhen(sentence: Sentence, day: DayFound): boolean {
  return day.sense !== "past" && !isPartOfName(sentence, day);
}

/** "next year", "2027": no days to be reminded on; a quarter or half of it are. */
export function isYear({ on, until }: DayFound): boolean {
  return on !== null && until !== null && on.slice(5) === "01-01" && until.slice(5) === "12-31";
}

const single = /^\p{L}[\p{L}\d]*\.?$/u;
const weekdays =
  /^(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donners|freitag|samstag|sonn|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)/iu;
const months =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|h[12]|jän|mär|mai|okt|dez|janv|fév|avr|juin|juil|août|déc|ene|abr|ago|dic)/iu;
const genitives = new Set("of de von du".split(" "));
const spans = new Set(
  "course half middle end beginning start week weeks month rest part days cours courant mois fin début milieu verlauf laufe mitte ende anfang curso mes final".split(
    " ",
  ),
);
const unsure = new Set("an un une una ein eine einen einem einer".split(" "));
const followers = new Set("please pls asap latest too and or".split(" "));

/** A month, quarter or weekday that only tells which thing is meant. */
function isPartOfName(sentence: Sentence, day: DayFound): boolean {
  const { tokens } = sentence;
  const first = firstFrom(tokens, day.start);
  const before = tokens[first - 1];
  const words = day.words.trim();
  const isOf = before !== undefined && genitives.has(before.lower) && months.test(words) && single.test(words);
  if (isOf && !spans.has(tokens[first - 2]?.lower ?? "")) return true;
  const isFrom = /^(?:from|aus|von|vom|de|du) (\p{L}+)$/iu.exec(words);
  if (isFrom !== null && months.test(isFrom[1] ?? "") && before !== undefined && before.kind === "word") return true;
  if (!single.test(words) || !(months.test(words) || weekdays.test(words))) return false;
  if (isAny(sentence, first)) return true;
  let at = first;
  while (tokens[at] !== undefined && (tokens[at]?.start ?? 0) < day.end) at += 1;
  const next = tokens[at];
  if (next === undefined || next.kind !== "word" || next.start > day.end + 1) return false;
  const isNoun =
    !prepositions.has(next.lower) &&
    !conjunctions.has(next.lower) &&
    !determiners.has(next.lower) &&
    !adverbs.has(next.lower) &&
    !followers.has(next.lower) &&
    !next.text.includes("'");
  if (!isNoun || before === undefined) return false;
  if (months.test(words)) return sentence.languages.size === 0;
  return ["our", "their", "his", "her"].includes(before.lower);
}

/** "a Monday temp", "on a quiet Thursday": some such day, none in particular. */
function isAny(sentence: Sentence, at: number): boolean {
  const before = sentence.tokens[at - 1];
  if (before === undefined) return false;
  // French and Spanish "a" is "to": "dire a Morgane mardi".
  const isUnsure = (word: string): boolean => unsure.has(word) || (word === "a" && sentence.languages.size === 0);
  if (isUnsure(before.lower)) return true;
  return (
    isUnsure(sentence.tokens[at - 2]?.lower ?? "") &&
    /^\p{Ll}{3,}$/u.test(before.text) &&
    !prepositions.has(before.lower)
  );
}
