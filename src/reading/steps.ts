import type { StepReading } from "#domain/model/proposal.ts";
import { checkBackAfter } from "#domain/model/step.ts";
import type { NameIndex } from "./names.ts";
import type { Known, PageToRead } from "./read.ts";
import { audienceOf } from "./kinds/audience.ts";
import { kindOf } from "./kinds.ts";
import { type Ready, sentencesOf } from "./sentences.ts";
import { isYear, saysWhen } from "./act-day.ts";
import { type Extent, extentsOf } from "./extent.ts";
import { isTold, quoteOf } from "./quote.ts";
import { othersOf } from "./quote-end.ts";
import { type Cue, cuesIn } from "./cues.ts";
import { type Setting, featuresOf } from "./features.ts";
import type { Cast, Somebody } from "./cast.ts";
import { basisOf, certaintyOf, ownerOf } from "./fields.ts";
import { organizationOf, withOf } from "./whom.ts";
import type { Frame } from "./frame.ts";
import { framesOf } from "./frames.ts";
import { type Sentence, once, overlaps, wordAt } from "./sentence.ts";
import { scoreOfAct, scoreOfSentence } from "./lexical.ts";
import { weights } from "./weights.ts";
import { wordsOfStep } from "./what.ts";

/** A step read in a sentence; offsets are in the sentence's text. */
export interface StepFound {
  start: number;
  end: number;
  step: StepReading;
  isMarked: boolean;
  /** Log odds, the sum of the weights of its features. */
  score: number;
  features: string[];
}

/** Where a sum of weights becomes a proposal. */
export const threshold = 0;

/**
 * The steps that a sentence holds, in order, with every field (S1 to S12). Theirs get a check-back day: the first
 * working day after the due day, or 7 days after the note where none is known.
 */
export function stepsOf(ready: Ready, possible: readonly Possible[], known: Known): StepFound[] {
  const { sentence, setting, cast } = ready;
  const steps: Possible[] = [];
  for (const one of possible) {
    if (one.score <= threshold || isStruck(setting, one.extent)) continue;
    const before = steps.at(-1);
    // "If he finds a driver he takes it": of the two the condition is none.
    const isCondition = before !== undefined && conditional.has(wordAt(sentence, before.frame.from - 1));
    if (before !== undefined && (isCondition || heads(sentence, before, one))) {
      steps.pop();
      steps.push(one);
      continue;
    }
    if (before === undefined || !isTold(sentence, before, one.frame)) steps.push(one);
  }
  const taken = new Set(steps);
  const others = othersOf(possible.filter((one) => !taken.has(one)).map(({ frame }) => frame));
  if (setting.row?.isTask === true) return readTask(ready, steps, known);
  let floor = 0;
  return steps.map((one, at) => {
    const roof = steps[at + 1]?.extent.start ?? sentence.text.length;
    const quote = quoteOf(sentence, one.frame, one.extent, { floor, roof, others });
    floor = quote.end;
    return read(sentence, setting, cast, known, one, quote);
  });
}

const conditional = new Set("if wenn falls si s' unless sofern".split(" "));

/** "Tuesday breakfast: tell everyone": an appointment with its day that only says when the act behind its colon is. */
function heads(sentence: Sentence, before: Possible, one: Possible): boolean {
  if (before.frame.manner !== "appointment" || before.extent.day === null || one.frame.subject.who !== "none")
    return false;
  return /^\s?:\s*$/u.test(sentence.text.slice(before.extent.end, one.extent.start));
}

/** A row of a status table is one step: of what its task may mean the likeliest, in all its words. */
function readTask({ sentence, setting, cast }: Ready, steps: readonly Possible[], known: Known): StepFound[] {
  const best = steps.reduce<Possible | null>(
    (one, other) => (one !== null && one.score >= other.score ? one : other),
    null,
  );
  if (best === null) return [];
  const end = sentence.text.replace(/[\s.,;:!]+$/u, "").length;
  return [read(sentence, setting, cast, known, best, { ...best.extent, start: 0, end: Math.max(1, end) })];
}

/**
 * The sentences of a page with all possible steps in each, scored: by what each says, then by what stands around it.
 * A bare act among promises and dated acts is one of the writer's own; among rules of a talk it is advice (S5).
 */
export function possibleOn(
  page: PageToRead,
  known: Known,
  index: NameIndex,
  everything = false,
): { ready: Ready; possible: Possible[] }[] {
  const all = [...sentencesOf(page, known, index)].map((ready) => ({
    ready,
    possible: possibleSteps(ready.sentence, ready.setting),
  }));
  const strong = new Uint16Array(page.blocks.length + 1);
  for (const { ready, possible } of all) {
    const before = strong[ready.blockAt] ?? 0;
    strong[ready.blockAt] = before + possible.filter((one) => one.score > sure).length;
  }
  let sum = 0;
  for (const count of strong) sum += Math.min(1, count);
  for (const { ready, possible } of all) {
    if (possible.length === 0) continue;
    const features = nearby(strong, ready.blockAt, sum, page.blocks.length);
    for (const one of possible) {
      if (!isPlain(one.frame)) {
        if (page.blocks.length > 3 || distant.has(one.frame.subject.who)) continue;
        one.features.push("page:line");
        one.score += scoreOf(["page:line"]);
        continue;
      }
      one.features.push(...features);
      one.score += scoreOf(features);
    }
  }
  if (!everything) for (const { possible } of all) dropWhole(possible);
  return all;
}

/** Those who announce more often than they promise. */
const distant = new Set(["they", "thing", "organization", "you"]);

/** A thought is a step as a whole only where no act in it is one. */
function dropWhole(possible: Possible[]): void {
  const whole = possible.at(-1);
  if (whole === undefined || whole.frame.manner !== "noun") return;
  if (possible.some((one) => one !== whole && one.score > threshold)) possible.pop();
}

/** A sum at which a step is sure enough to speak for its neighbours. */
const sure = 0.8;

/** Acts whose words alone say little: what stands near decides with them. */
function isPlain(frame: Frame): boolean {
  return frame.manner === "bare" || frame.manner === "mid" || frame.manner === "noun" || frame.subject.who === "none";
}

function nearby(strong: Uint16Array, at: number, sum: number, blocks: number): string[] {
  let near = 0;
  for (const other of [at - 3, at - 2, at - 1, at + 1, at + 2, at + 3]) near += Math.min(1, strong[other] ?? 0);
  const own = Math.min(1, strong[at] ?? 0);
  const share = (sum - own) / Math.max(1, blocks - 1);
  const features: string[] = [];
  if (near >= 1) features.push("near:step");
  if (near >= 3) features.push("near:steps");
  if (blocks <= 3) features.push("page:alone");
  else if (sum - own === 0) features.push("page:none");
  else if (share > 0.2) features.push("page:dense");
  else if (share > 0.05) features.push("page:some");
  return features;
}

export interface Possible {
  frame: Frame;
  extent: Extent;
  features: string[];
  /** What its words and those of its sentence say (`lexical.ts`); a part of `score`. */
  words: number;
  /** Log odds: the sum of the weights of its features, its words, and the vetoes. */
  score: number;
}

/** All possible steps of a sentence with their features and scores, good or bad; the sentence as a whole comes last. */
function possibleSteps(sentence: Sentence, setting: Setting): Possible[] {
  if (
    setting.around.isLabel ||
    setting.block.kind === "code" ||
    setting.marks.isTicked ||
    setting.block.box === "ticked"
  )
    return [];
  if (setting.row !== null && (setting.row.isClosed || !setting.row.isTask)) return [];
  const frames = joined(framesOf(sentence));
  const cues = once(() => cuesIn(sentence, setting));
  const days = frames.length > 0 ? sentence.days() : [];
  const extents = extentsOf(sentence, frames, days);
  const found: Possible[] = [];
  const said = once(() => scoreOfSentence(sentence));
  for (const [at, frame] of frames.entries()) {
    const extent = extents[at];
    if (extent === undefined || extent.end <= extent.start) continue;
    const features = featuresOf(sentence, frame, extent, setting, cues());
    const words = said() + scoreOfAct(sentence, frame, extent);
    found.push({ frame, extent, features, words, score: scoreOf(features) + words + vetoOf(features) });
  }
  const isSaid = frames.some((frame) => frame.subject.who !== "none" && frame.verb?.isGuess !== true);
  const whole = wholeOf(sentence, setting, isSaid, cues);
  return whole === null ? found : [...found, whole];
}

export function scoreOf(features: readonly string[], table: Readonly<Record<string, number>> = weights): number {
  let sum = 0;
  for (const feature of features) sum += table[feature] ?? 0;
  return sum;
}

/**
 * Joins what is one act: "call and ask", "look into X and tell Y" stay two, but a governor and the verb it governs
 * ("asked her to send") are one frame already. Frames that begin inside the one before give way to it.
 */
function joined(frames: readonly Frame[]): Frame[] {
  const kept: Frame[] = [];
  for (const frame of frames) {
    const before = kept.at(-1);
    const isSwallowed = frame.manner === "bare" && before !== undefined && before.subject.who !== "none";
    if (before !== undefined && frame.from <= before.verbAt && isSwallowed) continue;
    if (before !== undefined && frame.from <= before.verbAt && before.verb === null) kept.pop();
    else if (
      before !== undefined &&
      frame.from <= before.verbAt &&
      frame.from < before.verbAt + 1 &&
      before.verb !== null &&
      frame.verbAt > before.verbAt
    ) {
      if (before.manner === "bare" || before.manner === "mid" || before.manner === "present" || before.manner === "ing")
        kept.pop();
      else continue;
    }
    kept.push(frame);
  }
  return kept;
}

/** A marked or listed thought without a verb ("visa", "the deck for Ana") is a step as a whole (S1). */
function wholeOf(sentence: Sentence, setting: Setting, isSaid: boolean, cues: () => readonly Cue[]): Possible | null {
  const section = setting.label ?? setting.around.section;
  const isListed = section === "steps" || section === "look" || section === "theirs";
  const isMarked = setting.marks.mark !== null && setting.isFirst;
  // A sentence that says who does what is no list entry: its act is a step or it is none.
  const isShort = sentence.tokens.length <= 14 && !isSaid;
  const isTask = setting.row !== null && setting.row.isTask;
  const isDue = isShort && sentence.days().some((day) => day.sense !== "past" && day.on !== null);
  const isIdea = isShort && idea.test(sentence.text);
  const isSent = isShort && hasReceiver(sentence);
  const isAssigned = isShort && setting.isAssigned && setting.isFirst;
  if (!isListed && !isMarked && !isDue && !isSent && !isIdea && !isAssigned && !isTask) return null;
  if (sentence.tokens.length === 0 || !/[\p{L}\p{N}]/u.test(sentence.text)) return null;
  const last = sentence.tokens.length - 1;
  const frame: Frame = {
    manner: "noun",
    subject: { who: "none", words: null, name: null, from: 0, to: 0 },
    verb: null,
    verbAt: 0,
    from: 0,
    to: last + 1,
    actFrom: 0,
    language: "en",
    isNegated: false,
    isHedged: false,
    isQuestion: false,
    report: null,
    reporter: null,
    told: null,
    asker: null,
    isCoordinated: false,
    isElided: false,
  };
  const day = sentence.days().find((found) => saysWhen(sentence, found)) ?? null;
  const end = sentence.text.replace(/[\s.,;:!]+$/u, "").length;
  const extent: Extent = { start: 0, end: Math.max(1, end), actEnd: Math.max(1, end), day };
  const features = featuresOf(sentence, frame, extent, setting, cues());
  const words = scoreOfSentence(sentence) + scoreOfAct(sentence, frame, extent);
  return { frame, extent, features, words, score: scoreOf(features) + words + vetoOf(features) };
}

/** "maybe a post on X", "perhaps a short note": a text that may come to be. */
const idea =
  /^(?:maybe|perhaps|evtl\.?|vielleicht|vllt\.?|peut-être|quizás?|possibly) (?:an?|some|the|ein(?:e|en)?|une?|un[ao]?)(?![\p{L}\p{N}])/iu;

/** What no cue can outweigh: the words themselves say that nothing is to come of it (S6). */
const vetoes = new Set(["retracted", "in:done", "in:parked", "hypothetical"]);

function vetoOf(features: readonly string[]): number {
  if (features.includes("appointment:recurring") && !features.includes("to:person")) return -8;
  const isRefused =
    features.includes("refused") && features.some((feature) => requests.has(feature.split("|")[0] ?? ""));
  return isRefused || features.some((feature) => vetoes.has(feature)) ? -8 : 0;
}

const requests = new Set(["asked", "wants", "requested"]);

/** "SOC2 report to Steve", "card for Ana": a thing and whom it is for, at the end. */
export function hasReceiver(sentence: Sentence): boolean {
  return sentence.names.some((name) => {
    if (name.means !== "person" || name.start < 3) return false;
    return /(?:(?<![\p{L}\p{N}])(?:to|for|an|für|à|pour|para|a)\s|,\s?)$/iu.test(
      sentence.text.slice(Math.max(0, name.start - 6), name.start),
    );
  });
}

function isStruck(setting: Setting, extent: Extent): boolean {
  return setting.struck.some((range) => overlaps(range, extent.start, extent.end));
}

function read(
  sentence: Sentence,
  setting: Setting,
  cast: Cast,
  known: Known,
  possible: Possible,
  quote: Extent,
): StepFound {
  const { frame } = possible;
  const extent = { ...possible.extent, day: setting.row?.due ?? quote.day };
  const mark = setting.isFirst ? setting.marks.mark : null;
  const { owner, who } = ownerOf(
    sentence,
    frame,
    cast,
    mark === "theirs" || (setting.label ?? setting.around.section) === "theirs",
  );
  const kind = (frame.verb === null ? setting.around.listed : null) ?? kindOf(sentence, frame, extent);
  const whom = withOf(sentence, frame, extent, cast, kind);
  const other = whom !== null && (whom.name === who?.name || whom.isMe) ? null : whom;
  const words = sentence.text.slice(extent.start, extent.end);
  const dueOn = extent.day === null || extent.day.isAmbiguous || isYear(extent.day) ? null : extent.day.on;
  const dueEnd = dueOn === null ? null : (extent.day?.until ?? null);
  const what = wordsOfStep(sentence, frame, extent, other);
  const step: StepReading = {
    owner,
    basis: basisOf(sentence, frame, owner, cast),
    kind,
    what,
    who: owner === "me" ? null : nameLine(who),
    with: nameLine(other),
    organization: organizationOf(sentence, frame, extent, [other, who]),
    audience: audienceOf(kind, words),
    dueOn,
    dueEnd,
    dueText: extent.day === null ? null : extent.day.words.trim().slice(0, 1000) || null,
    checkBackOn: owner === "them" ? checkBackAfter(dueEnd ?? dueOn, setting.around.takenOn, known.workingDays) : null,
    certainty: certaintyOf(sentence, frame, extent),
    isUrgent: setting.marks.isUrgent && setting.isFirst,
  };
  return {
    start: isHeaded(frame, quote, setting) ? -setting.head : quote.start,
    end: quote.end,
    step,
    isMarked: mark !== null,
    score: possible.score,
    features: possible.features,
  };
}

/** "Theo: script, half a page": the name in front belongs to the words, but not before "I'll send it". */
function isHeaded(frame: Frame, quote: Extent, { head }: Setting): boolean {
  return head > 0 && quote.start === 0 && !["me", "we", "you"].includes(frame.subject.who);
}

function nameLine(who: Somebody | null): string | null {
  const name = who?.name.trim().slice(0, 300) ?? "";
  return name === "" ? null : name;
}
