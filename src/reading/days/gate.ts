import { WordTable } from "../word-table.ts";
import { holidayStarts } from "./anchors.ts";
import { normal } from "./tokens.ts";
import { vagueStarts } from "./vague.ts";
import { dayWords, ends, months, ordinals, units, weekdays, whichWords, words } from "./words.ts";

/**
 * Whether a text can name a day at all: one pass over its letters and digits against a table of words. Everything
 * dear (tokens, grammar) is behind it; about five in six lines of notes and minutes end here. It may say yes for
 * nothing, and never no for a day that the grammar reads.
 */
export function hasDayCue(text: string): boolean {
  // A cell that says "Do": in a sentence these are other words oftener.
  if (text.length <= 4 && /^\s?(?:mo|di|mi|do|fr|sa|so)\.?\s?$/i.test(text)) return true;
  let at = 0;
  let isArticle = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      let end = at + 1;
      while (isLetter(text.charCodeAt(end))) end += 1;
      const says = end - at > longestCue ? "nothing" : wordsSay.at(text, at, end);
      if (says === "day" || (says === "a" && /^\.s\.a\.p/i.test(text.slice(end, end + 6)))) return true;
      isArticle = says === "article";
      at = end;
    } else if (isDigit(code)) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      if (isArticle || isDateLike(text, at, end)) return true;
      at = end;
    } else at += 1;
  }
  return false;
}

/** Digits that may be part of a date by what stands around them: 9th, 9., 9/2, 2026, 10d, Q2. */
function isDateLike(text: string, start: number, end: number): boolean {
  const next = text[end];
  if (next !== undefined && "./-–—°".includes(next)) {
    // A list's "1. " and a full stop after a number name nothing by themselves; German days have a cue word or a second digit.
    return next !== "." || isDigit(text.charCodeAt(end + 1)) || start > 0;
  }
  if (end - start === 4 && (text[start] === "1" || text[start] === "2")) return true;
  if (isLetter(text.charCodeAt(end))) return true;
  return start > 0 && isLetter(text.charCodeAt(start - 1));
}

const romanceArticles = words("le el du del au al");

/** In the tables, but only ever beside another cue or a number: too many plain sentences hold them. */
const common = words("a an as when once all good new so do am w p es lo de");

/** A day always holds one of these, or digits that look like a date. Counts, articles, parts and prepositions need one beside them. */
const cues: ReadonlySet<string> = new Set(
  [
    ...[weekdays, months, dayWords, ends, units].flatMap((map) => [...map.keys()]),
    ...[...whichWords].filter(([, which]) => which === 1).map(([word]) => word),
    ...[...ordinals].filter(([, n]) => n > 3).map(([word]) => word),
    ...vagueStarts,
    ...holidayStarts,
    ..."after following post before prior ahead nach vor apres avant despues antes tras".split(" "),
    ..."midweek day tag jour dia morning evening night arvo noche soir matin abend twenty thirty conference kw cw kalenderwoche wc werktage workdays weekdays".split(
      " ",
    ),
    ..."end close ende fin werktagen werktag arbeitstage arbeitstagen arbeitstag workday possible retour vuelta back aujourd hui".split(
      " ",
    ),
  ].filter((word) => !common.has(word)),
);

const longestCue = Math.max(...[...cues].map((word) => word.length));

/** What a word as written says of days: that one may be named, that digits after it are one's, or that "a.s.a.p." may begin. */
const wordsSay = new WordTable((written): "day" | "article" | "a" | "nothing" => {
  const word = normal(written);
  if (cues.has(word)) return "day";
  return romanceArticles.has(word) ? "article" : word === "a" ? "a" : "nothing";
}, 20_000);

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
