import { saysWhen } from "./act-day.ts";
import {
  asksOf,
  circumstances,
  dashes,
  isApart,
  isCloser,
  isLoose,
  questions,
  readsOn,
  startsDay,
  startsOther,
  stops,
} from "./clause.ts";
import type { DayFound } from "./days.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { startOf } from "./quote-start.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { conjunctions } from "./words.ts";

/** What stands around an act that is a step, in its sentence. */
export interface Beside {
  /** Where the quote of the step before it ends; 0 where none stands before. */
  floor: number;
  /** Where the next step's words begin; the text's length where none follows. */
  roof: number;
  /** The acts of the sentence that are no steps. */
  others: readonly Frame[];
}

/**
 * The words shown for a step: those of its act, and what belongs to them (S3, SPEC.md "with owner and day where
 * adjoining"): a condition or circumstance before or after it, the question asked, who it is put to in front, the day
 * behind. Quotes of one sentence are in order and never overlap. Linear in the sentence.
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

/** A clause that hangs on an act is no longer than this; beyond, it is unpunctuated speech. */
const clauseMax = 16;

function endOf(
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  beside: Beside,
): { end: number; day: DayFound | null } {
  const { tokens } = sentence;
  const { roof } = beside;
  const days = sentence.days();
  let { end, day } = extent;
  let at = tokens.findIndex((token) => token.start >= end);
  if (at < 0) return { end, day };
  // The act's own words may end in the middle of the question it asks.
  let clauseFrom = asksOf(frame)
    ? tokens.slice(0, at).findLastIndex((token, index) => index > frame.verbAt && questions.has(token.lower))
    : -1;
  let before = end;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.start >= roof) break;
    if (clauseFrom >= 0) {
      if (at - clauseFrom > clauseMax) {
        end = before;
        break;
      }
      const later = token.text === "," && day === null ? dayAfterComma(sentence, at, beside) : null;
      if (later !== null) {
        day = later;
        end = later.end;
      }
      if (isStop(sentence, at) || token.text === ",") break;
      if (conjunctions.has(token.lower) && (startsOther(sentence, at + 1) || isOther(beside, at + 1))) break;
      end = token.end;
      continue;
    }
    if (isStop(sentence, at)) break;
    if (token.text === ".") continue;
    if (token.text === ",") {
      const later = day === null ? dayAfterComma(sentence, at, beside) : null;
      if (later !== null) {
        day = later;
        end = later.end;
        while (tokens[at + 1] !== undefined && (tokens[at + 1]?.start ?? 0) < end) at += 1;
        continue;
      }
      if (circumstances.has(wordAt(sentence, at + 1)) && isHour(sentence, at + 2)) end = token.end;
      else if (opensClause(sentence, frame, at + 1, days, day) && isPartedByComma(sentence, frame, at + 1)) {
        before = end;
        clauseFrom = at;
      } else if (isInfinitive(sentence, at + 1, roof)) end = token.end;
      else if (day?.end === token.start || !readsOn(sentence, at, days)) break;
      continue;
    }
    if (opensClause(sentence, frame, at, days, day)) {
      before = end;
      clauseFrom = at;
    } else if (endsAct(sentence, beside, at, day)) break;
    end = token.end;
  }
  // "check whether we count before Monday": of what hangs on the act only a deadline at the very end is the act's.
  const clause = clauseFrom < 0 ? end : (tokens[clauseFrom]?.start ?? end);
  day ??=
    days.findLast(
      (found) =>
        found.start >= extent.end &&
        found.end <= end &&
        (found.end <= clause || (found.end === end && until.test(found.words))) &&
        saysWhen(sentence, found),
    ) ?? null;
  at = tokens.findLastIndex((token) => token.end <= end);
  while (at > frame.verbAt && (tokens[at]?.end ?? 0) > extent.end && isLoose(sentence, at)) at -= 1;
  return { end: Math.max(extent.end, tokens[at]?.end ?? end), day };
}

function isStop(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind === "arrow") return true;
  if (token.text === ".") return at + 1 >= sentence.tokens.length;
  return stops.has(token.text) || token.text === ":" || (dashes.has(token.text) && isApart(sentence, at));
}

/** A condition, a circumstance, or the question that an asking act asks begins here. */
function opensClause(
  sentence: Sentence,
  frame: Frame,
  at: number,
  days: readonly DayFound[],
  day: DayFound | null,
): boolean {
  const word = wordAt(sentence, at);
  if (startsDay(sentence, at, days)) return false;
  if (asksOf(frame) && (questions.has(word) || thats.has(word))) return true;
  // With its day said, nothing more is needed to tell when.
  if (day !== null && day.end <= (sentence.tokens[at]?.start ?? 0)) return false;
  return (circumstances.has(word) || hangs.has(word)) && sentence.tokens[at + 1] !== undefined;
}

/** English ", before she hears it" is said afterwards; other languages part every clause by a comma. */
function isPartedByComma(sentence: Sentence, frame: Frame, at: number): boolean {
  return sentence.languages.size > 0 || (asksOf(frame) && questions.has(wordAt(sentence, at)));
}

const hangs = new Set("unless falls sofern solange ob whether bis damit".split(" "));
const thats = new Set("that dass que".split(" "));

/** Something else begins: another act with its own actor, a reason, a new thought. */
function endsAct(sentence: Sentence, beside: Beside, at: number, day: DayFound | null): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || (isCloser(sentence, at) && token.lower !== "who")) return true;
  const isCircumstance = circumstances.has(token.lower) || hangs.has(token.lower);
  if (isCircumstance && !startsDay(sentence, at, sentence.days()) && !isHour(sentence, at + 1)) return true;
  if (conjunctions.has(token.lower) && token.lower !== "&")
    return startsOther(sentence, at + 1) || isOther(beside, at + 1) || circumstances.has(wordAt(sentence, at + 1));
  // "ring Ana tomorrow he said yes": after its day, an actor begins a new thought.
  if (day !== null && token.start >= day.end && speakers.has(token.lower)) return true;
  return beside.others.some(
    (other) => other.from === at && (other.manner === "mid" || other.isNegated || acting.has(other.subject.who)),
  );
}

const acting = new Set<Frame["subject"]["who"]>(["me", "we", "she", "they", "person", "role", "organization"]);
const speakers = new Set("i we he she they il elle er je".split(" "));

/** "before noon", "avant midi": an hour of the day that was said. */
function isHour(sentence: Sentence, at: number): boolean {
  return hours.has(wordAt(sentence, at)) || sentence.tokens[at]?.kind === "number";
}

const hours = new Set(
  "noon midday midnight breakfast lunch lunchtime dinner work opening midi mittag mittags feierabend mediodía desayuno almuerzo comida cena".split(
    " ",
  ),
);

function isOther({ others }: Beside, at: number): boolean {
  return others.some((other) => other.from >= at && (other.from <= at + 1 || other.verbAt <= at + 1));
}

/** ", by Friday week", ", two pages, Monday", ", deadline is mid-June": a day a few words on, with no other act between. */
function dayAfterComma(sentence: Sentence, comma: number, beside: Beside): DayFound | null {
  const { tokens } = sentence;
  const from = tokens[comma]?.end ?? 0;
  const day = sentence.days().find((found) => found.start >= from && found.end <= beside.roof);
  if (day === undefined || !saysWhen(sentence, day)) return null;
  let words = 0;
  for (let at = comma + 1; at < tokens.length && (tokens[at]?.start ?? 0) < day.start; at += 1) {
    words += 1;
    if (words > 6 || isStop(sentence, at)) return null;
    if (beside.others.some((other) => other.from === at && acting.has(other.subject.who))) return null;
  }
  const between = sentence.text.slice(from, day.start);
  if (past.test(between)) return null;
  return words <= 3 || until.test(day.words) || deadlines.test(between) ? day : null;
}

const until =
  /^(?:by|until|till|before|latest|no later|bis|spätestens|vor|avant|d['’]ici|pour|au plus tard|antes|hasta|para)(?!\p{L})/iu;
const past = /(?<!\p{L})(?:asked|said|sent|told|met|did|was|were|promised|called)(?!\p{L})/iu;

const deadlines = /(?<!\p{L})(?:deadline|due|latest|plazo|échéance|délai|frist|termin|fällig)(?!\p{L})/iu;

/** German: ", die Mühlen zu eichen". */
function isInfinitive(sentence: Sentence, from: number, roof: number): boolean {
  if (!sentence.languages.has("de")) return false;
  for (let at = from; at < from + 12; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start >= roof || token.text === "," || isStop(sentence, at)) return false;
    if (token.lower === "zu" && /^\p{Ll}+e?n$/u.test(sentence.tokens[at + 1]?.text ?? "")) return true;
    if (/^\p{Ll}{2,7}zu\p{Ll}{3,}en$/u.test(token.text)) return true;
  }
  return false;
}

/** "(Emi)" or "- Nils" right behind: the owner belongs to the words. */
function withOwner(sentence: Sentence, end: number, roof: number): number {
  const behind = sentence.names.find((name) => name.means === "person" && name.start >= end && name.start <= end + 3);
  if (behind === undefined || behind.end > roof) return end;
  const between = sentence.text.slice(end, behind.start);
  if (/^\s?[([]$/u.test(between)) return /^[)\]]/u.test(sentence.text.slice(behind.end)) ? behind.end + 1 : end;
  const isLast = /^\W*$/u.test(sentence.text.slice(behind.end));
  return /^\s[-–—]\s?$/u.test(between) && isLast ? behind.end : end;
}
