import { firstFrom } from "#domain/model/place.ts";
import { saysWhen } from "./act-day.ts";
import {
  asksOf,
  circumstances,
  hangs,
  isCloser,
  isLoose,
  isStop,
  questions,
  readsOn,
  startsDay,
  startsOther,
} from "./clause.ts";
import type { DayFound } from "./days.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { conjunctions } from "./words.ts";

/** What stands around an act that is a step, in its sentence. */
export interface Beside {
  /** Where the quote of the step before it ends; 0 where none stands before. */
  floor: number;
  /** Where the next step's words begin; the text's length where none follows. */
  roof: number;
  /** The acts of the sentence that are no steps. */
  others: Others;
}

/** Acts by the token they begin at, and the tokens of their verbs. */
export interface Others {
  from: ReadonlyMap<number, Frame>;
  verbs: ReadonlySet<number>;
}

export function othersOf(frames: readonly Frame[]): Others {
  const from = new Map<number, Frame>();
  for (const frame of frames) if (!from.has(frame.from) || acting.has(frame.subject.who)) from.set(frame.from, frame);
  return { from, verbs: new Set(frames.map(({ verbAt }) => verbAt)) };
}

/** A clause that hangs on an act is no longer than this; beyond, it is unpunctuated speech. */
const clauseMax = 16;

/** One walk over what follows an act: where its quote ends so far, its day, and the clause it is in. */
interface Walk {
  end: number;
  day: DayFound | null;
  /** The token that opened a condition, circumstance or question that is being read; -1 outside one. */
  clauseFrom: number;
  /** Where the quote ended before that. */
  before: number;
}

/** Where an act's quote ends, and the day said with it: see `quoteOf`. */
export function endOf(
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  beside: Beside,
): { end: number; day: DayFound | null } {
  const { tokens } = sentence;
  const { end, day } = extent;
  const first = firstFrom(tokens, end);
  if (first >= tokens.length) return { end, day };
  // The act's own words may end in the middle of the question it asks.
  let clauseFrom = asksOf(frame) ? first - 1 : -1;
  while (clauseFrom > frame.verbAt && !questions.has(wordAt(sentence, clauseFrom))) clauseFrom -= 1;
  const walk: Walk = { end, day, clauseFrom: clauseFrom > frame.verbAt ? clauseFrom : -1, before: end };
  for (let at = first; at < tokens.length && (tokens[at]?.start ?? 0) < beside.roof;) {
    const next = walk.clauseFrom < 0 ? goOn(sentence, frame, beside, walk, at) : inClause(sentence, beside, walk, at);
    if (next === null) break;
    at = next;
  }
  walk.day ??= dayBehind(sentence, extent, walk);
  let last = firstFrom(tokens, walk.end) - 1;
  while (last > frame.verbAt && (tokens[last]?.end ?? 0) > extent.end && isLoose(sentence, last)) last -= 1;
  return { end: Math.max(extent.end, Math.min(tokens[last]?.end ?? walk.end, walk.end)), day: walk.day };
}

/** A token behind the act: the place to read on from, or null where the quote ends before it. */
function goOn(sentence: Sentence, frame: Frame, beside: Beside, walk: Walk, at: number): number | null {
  const token = sentence.tokens[at];
  if (token === undefined || isStop(sentence, at)) return null;
  if (token.text === ".") return at + 1;
  if (token.text === ",") return afterComma(sentence, frame, beside, walk, at);
  if (opensClause(sentence, frame, at, walk.day)) open(walk, at);
  else if (endsAct(sentence, beside, at, walk.day)) return null;
  walk.end = token.end;
  return at + 1;
}

function open(walk: Walk, at: number): void {
  walk.before = walk.end;
  walk.clauseFrom = at;
}

function afterComma(sentence: Sentence, frame: Frame, beside: Beside, walk: Walk, at: number): number | null {
  const token = sentence.tokens[at];
  const later = walk.day === null ? dayAfterComma(sentence, at, beside) : null;
  if (later !== null) {
    walk.day = later;
    walk.end = later.end;
    return firstFrom(sentence.tokens, later.end);
  }
  if (circumstances.has(wordAt(sentence, at + 1)) && isHour(sentence, at + 2)) walk.end = token?.end ?? walk.end;
  else if (opensClause(sentence, frame, at + 1, walk.day) && isPartedByComma(sentence, frame, at + 1)) open(walk, at);
  else if (isInfinitive(sentence, at + 1, beside.roof)) walk.end = token?.end ?? walk.end;
  else if (walk.day?.end === token?.start || !readsOn(sentence, at, sentence.days())) return null;
  return at + 1;
}

/** A token of a condition, circumstance or question: it ends at a sign, at another act, or as too long. */
function inClause(sentence: Sentence, beside: Beside, walk: Walk, at: number): number | null {
  const token = sentence.tokens[at];
  if (token === undefined) return null;
  if (at - walk.clauseFrom > clauseMax) {
    walk.end = walk.before;
    return null;
  }
  const later = token.text === "," && walk.day === null ? dayAfterComma(sentence, at, beside) : null;
  if (later !== null) {
    walk.day = later;
    walk.end = later.end;
  }
  if (isStop(sentence, at) || token.text === ",") return null;
  if (conjunctions.has(token.lower) && (startsOther(sentence, at + 1) || isOther(beside, at + 1))) return null;
  walk.end = token.end;
  return at + 1;
}

/** "check whether we count before Monday": a day behind the act; of what hangs on it only a deadline at the very end. */
function dayBehind(sentence: Sentence, extent: Extent, { end, clauseFrom }: Walk): DayFound | null {
  const clause = clauseFrom < 0 ? end : (sentence.tokens[clauseFrom]?.start ?? end);
  const days = sentence.days();
  for (let at = firstFrom(days, end) - 1; at >= 0; at -= 1) {
    const found = days[at];
    if (found === undefined || found.start < extent.end) return null;
    const isTheActs = found.end <= clause || (found.end === end && until.test(found.words));
    if (found.end <= end && isTheActs && saysWhen(sentence, found)) return found;
  }
  return null;
}

/** A condition, a circumstance, or the question that an asking act asks begins here. */
function opensClause(sentence: Sentence, frame: Frame, at: number, day: DayFound | null): boolean {
  const word = wordAt(sentence, at);
  if (startsDay(sentence, at, sentence.days())) return false;
  if (asksOf(frame) && (questions.has(word) || thats.has(word))) return true;
  // With its day said, nothing more is needed to tell when.
  if (day !== null && day.end <= (sentence.tokens[at]?.start ?? 0)) return false;
  return (circumstances.has(word) || hangs.has(word)) && sentence.tokens[at + 1] !== undefined;
}

/** English ", before she hears it" is said afterwards; other languages part every clause by a comma. */
function isPartedByComma(sentence: Sentence, frame: Frame, at: number): boolean {
  return sentence.languages.size > 0 || (asksOf(frame) && questions.has(wordAt(sentence, at)));
}

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
  const other = beside.others.from.get(at);
  return other !== undefined && (other.manner === "mid" || other.isNegated || acting.has(other.subject.who));
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
  return others.from.has(at) || others.from.has(at + 1) || others.verbs.has(at) || others.verbs.has(at + 1);
}

/** ", by Friday week", ", two pages, Monday", ", deadline is mid-June": a day a few words on, with no other act between. */
function dayAfterComma(sentence: Sentence, comma: number, beside: Beside): DayFound | null {
  const { tokens } = sentence;
  const from = tokens[comma]?.end ?? 0;
  const days = sentence.days();
  const day = days[firstFrom(days, from)];
  if (day === undefined || day.end > beside.roof || !saysWhen(sentence, day)) return null;
  let words = 0;
  for (let at = comma + 1; at < tokens.length && (tokens[at]?.start ?? 0) < day.start; at += 1) {
    words += 1;
    if (words > 6 || isStop(sentence, at)) return null;
    if (acting.has(beside.others.from.get(at)?.subject.who ?? "none")) return null;
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
