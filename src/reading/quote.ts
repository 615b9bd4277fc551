import { firstFrom } from "#domain/model/place.ts";
import { asksOf, circumstances, hangs, isStop, questions, startsDay } from "./clause.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { type Beside, endOf } from "./quote-end.ts";
import { startOf } from "./quote-start.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { conjunctions } from "./words.ts";

/**
 * The words shown for a step: those of its act, and what belongs to them (S3, SPEC.md "with owner and day where
 * adjoining"): a condition or circumstance before or after it, the question asked, who it is put to in front, the day
 * behind. Quotes of one sentence are in order and never overlap. Each costs its own length.
 */
export function quoteOf(sentence: Sentence, frame: Frame, extent: Extent, beside: Beside): Extent {
  if (frame.manner === "noun")
    return { ...extent, start: extent.start + leading(sentence.text.slice(extent.start, extent.end)) };
  const { end, day } = endOf(sentence, frame, extent, beside);
  const first = startOf(sentence, frame, { ...extent, day }, beside.floor);
  return { start: first.start, end: withOwner(sentence, end, beside.roof), actEnd: extent.actEnd, day: first.day };
}

/** How many characters of blanks, points and commas open a thought that is quoted whole. */
function leading(words: string): number {
  return /^[\s.,;:!–—-]*/u.exec(words)?.[0].length ?? 0;
}

/** Whether an act is only told with the one before it: "tell Ana before she leaves", "ask him whether he sends it". */
export function isTold(sentence: Sentence, before: { frame: Frame; extent: Extent }, frame: Frame): boolean {
  for (let at = frame.from - 1; at > before.frame.verbAt && frame.from - at < 8; at -= 1) {
    const word = wordAt(sentence, at);
    if (isStop(sentence, at) || word === "," || conjunctions.has(word)) return false;
    if (asksOf(before.frame) && questions.has(word)) return true;
    if ((circumstances.has(word) || hangs.has(word)) && !startsDay(sentence, at, sentence.days())) return true;
  }
  return false;
}

/** "(Emi)" or "- Nils" right behind: the owner belongs to the words. */
function withOwner(sentence: Sentence, end: number, roof: number): number {
  const behind = sentence.names[firstFrom(sentence.names, end)];
  if (behind === undefined || behind.means !== "person" || behind.start > end + 3 || behind.end > roof) return end;
  const between = sentence.text.slice(end, behind.start);
  if (/^\s?[([]$/u.test(between)) return /^[)\]]/u.test(sentence.text.slice(behind.end)) ? behind.end + 1 : end;
  const isLast = /^\W*$/u.test(sentence.text.slice(behind.end));
  return /^\s[-–—]\s?$/u.test(between) && isLast ? behind.end : end;
}
