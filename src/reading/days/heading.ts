import type { Day } from "#domain/model/time.ts";
import { type Phrase, phrasesIn } from "./phrases.ts";
import type { ScanContext } from "./scan.ts";
import { tokensOf } from "./tokens.ts";
import { words } from "./words.ts";

/** Words that make a heading a plan for a day, not the day it was written on. */
const planWords = words(
  "by before after until till due deadline for next todo todos follow followup prepare plan planned ready bis vor nach fur fallig avant apres pour d'ici antes para hasta last tomorrow ago prep remaining",
);

/** A heading has at most this many words before its day: "Contoso Partner Summit notes, day 2". */
const wordsBeforeMax = 5;

/**
 * The one day a heading names: at its beginning, whatever follows ("Tue 4 Feb: keynote"), or at its end behind a few
 * words ("Notes Tuesday"). Where it names a day twice ("Day 2 - Tuesday") both must agree.
 */
export function headingDay(text: string, context: ScanContext): Day | null {
  const phrases = phrasesIn(text, context, true);
  const named = phrases.filter((phrase) => phrase.first !== null);
  const [first] = named;
  if (first === undefined || first.first === null || named.length < phrases.length) return null;
  if (!named.every((phrase) => isDay(phrase, phrase.start > 0) && phrase.first?.equals(first.first!) === true))
    return null; // first.first was checked
  const before = tokensOf(text.slice(0, first.start)).filter((token) => token.kind === "word");
  const lead = tokensOf(text.slice(first.start, first.end))[0]?.norm ?? "";
  if (planWords.has(lead) || before.some((token) => planWords.has(token.norm))) return null;
  const isFirst = before.length === 0;
  const isLast = !/[\p{L}\p{N}]/u.test(text.slice(named.at(-1)!.end)); // named has a first
  return isFirst || (isLast && before.length <= wordsBeforeMax) ? first.first.toString() : null;
}

/** A single day; "from" only behind other words ("Notes from Thursday"). */
function isDay(phrase: Phrase, isBehind: boolean): boolean {
  const isOn = phrase.sense === "on" || phrase.sense === "past" || (phrase.sense === "from" && isBehind);
  return phrase.last === null && phrase.unit === "day" && isOn;
}
