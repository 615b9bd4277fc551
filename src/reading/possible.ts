import type { NameIndex } from "./names.ts";
import type { Known, PageToRead } from "./read.ts";
import { type Ready, sentencesOf } from "./sentences.ts";
import { saysWhen } from "./act-day.ts";
import { type Extent, extentsOf } from "./extent.ts";
import { type Told, contextsOf } from "./context.ts";
import { type Cue, cuesIn } from "./cues.ts";
import { PairNames, type Setting, featuresOf } from "./features.ts";
import { baseFrame, type Frame } from "./frame.ts";
import { framesOf } from "./frames.ts";
import { type SectionKind, sectionOf, sectionOfPage } from "./sections.ts";
import { type Sentence, once } from "./sentence.ts";
import { type ObservationFound, observationOf } from "./observations.ts";
import { type HeadingSaid, headingSaid, scoreOfAct, scoreOfSentence } from "./lexical.ts";
import { weights } from "./weights.ts";

/** Where a sum of weights becomes a proposal. */
export const threshold = 0;

/** An act that may be a step: how it is said, where it stands, and what speaks for it. */
export interface Possible {
  frame: Frame;
  extent: Extent;
  features: string[];
  /** What its words and those of its sentence say (`lexical.ts`); a part of `score`. */
  words: number;
  /** What the words of the heading above say of a thing or bare act; a part of `words`. */
  heading: HeadingSaid | null;
  /** Log odds: the sum of the weights of its features, its words, and the vetoes. */
  score: number;
  /** What it is after what became of others of its sort, where that is remembered (`habits.ts`). */
  habit: { confidence: number; isLeft: boolean; because: string } | null;
}

/** A sentence with what may be read of it. */
interface PossibleIn {
  ready: Ready;
  possible: Possible[];
  /** What it is worth keeping as where none of its acts is a step. */
  observation: ObservationFound | null;
}

/**
 * The sentences of a page with all possible steps in each, scored: by what each says, then by what stands around it.
 * A bare act among promises and dated acts is one of the writer's own; among rules of a talk it is advice (S5).
 *
 * What stands around is known at the page's end, and until then all its sentences are held: without their tokens, which
 * only those that become steps need again. `everything` is for learning from: no sentence lets go, and none is an observation.
 */
export function possibleOn(page: PageToRead, known: Known, index: NameIndex, everything = false): PossibleIn[] {
  const section = sectionOfPage(page.file, page.blocks[0]?.text ?? "");
  const first = page.blocks[0]?.text.trim();
  const all: PossibleIn[] = [];
  const told: Told[] = [];
  for (const found of sentencesOf(page, known, index)) {
    const { sentence, setting } = found;
    const cues = once(() => cuesIn(sentence, setting));
    const possible = possibleSteps(sentence, setting, cues);
    const ready = section === null ? found : within(found, section, first);
    told.push({
      around: ready.setting.around,
      best: bestOf(possible),
      isErrand: possible.some(isErrand),
      isOff: isOff(setting, cues),
      length: sentence.tokens.length,
    });
    all.push({ ready, possible, observation: everything ? null : observationOf(sentence, ready.setting) });
    if (!everything) sentence.release();
  }
  const contextOf = contextsOf(told);
  const headings = headingsOf(page);
  for (const [at, { ready, possible }] of all.entries()) {
    if (possible.length === 0) continue;
    const context = contextOf(at);
    for (const one of possible) {
      const family = familyOf(one.frame);
      for (const feature of context) {
        // Of what others announce the lines around say nothing.
        if (family === "far" && feature !== "page:alone") continue;
        // An entry of one's own list is a step whatever stands beside it (S1).
        if (family === "thing" && one.features.includes("noun:own")) continue;
        const name = besideNames.of(family, feature);
        one.features.push(name);
        one.score += weights[name] ?? 0;
      }
      if (family === "said" || family === "far") continue;
      one.heading = headings(ready.setting.around.heading);
      one.words += one.heading.score;
      one.score += one.heading.score;
    }
  }
  if (!everything) for (const { possible } of all) dropWhole(possible);
  return all;
}

/** A page that is a list as a whole says so of all that stands under no other heading; its title is no thought. */
function within(ready: Ready, section: SectionKind, title: string | undefined): Ready {
  const { around, label } = ready.setting;
  if (ready.blockAt === 0 && sectionOf(title ?? "") !== null) {
    return { ...ready, setting: { ...ready.setting, around: { ...around, isLabel: true } } };
  }
  if (label !== null || around.section !== null) return ready;
  if (around.heading !== null && around.heading !== title) return ready;
  return { ...ready, setting: { ...ready.setting, label: section } };
}

/** What the heading above and the page's name say, looked up once for each heading. */
function headingsOf({ file }: PageToRead): (heading: string | null) => HeadingSaid {
  const found = new Map<string | null, HeadingSaid>();
  return (heading) => {
    let said = found.get(heading);
    if (said === undefined) found.set(heading, (said = headingSaid(heading, file)));
    return said;
  };
}

/** By its form alone: a bare act of daily work, a thing with its day or receiver. */
function isErrand({ frame, features }: Possible): boolean {
  if (frame.manner === "noun") return errands.some((feature) => features.includes(feature));
  return (
    frame.manner === "bare" &&
    frame.verb !== null &&
    frame.verb.class !== "general" &&
    !features.includes("noun-reading")
  );
}

const errands = ["noun:dated", "noun:deadline", "noun:receiver", "noun:marked", "question"];

function bestOf(possible: readonly Possible[]): number | null {
  let best: number | null = null;
  for (const { score } of possible) if (best === null || score > best) best = score;
  return best;
}

/** A thought is a step as a whole only where no act in it is one. */
function dropWhole(possible: Possible[]): void {
  const whole = possible.at(-1);
  if (whole === undefined || whole.frame.manner !== "noun") return;
  if (possible.some((one) => one !== whole && one.score > threshold)) possible.pop();
}

const besideNames = new PairNames(">");

/** What stands around counts by how much an act says by itself: a thing without a verb, a bare act, one that somebody does. */
function familyOf(frame: Frame): "thing" | "bare" | "said" | "far" {
  if (frame.manner === "noun") return "thing";
  if (frame.manner === "bare" || frame.manner === "mid" || frame.subject.who === "none") return "bare";
  return distant.has(frame.subject.who) ? "far" : "said";
}

/** Those who announce more often than they promise. */
const distant = new Set(["they", "thing", "organization", "you"]);

/** All possible steps of a sentence with their features and scores, good or bad; the sentence as a whole comes last. */
function possibleSteps(sentence: Sentence, setting: Setting, cues: () => readonly Cue[]): Possible[] {
  if (
    setting.around.isLabel ||
    setting.block.kind === "code" ||
    setting.marks.isTicked ||
    setting.block.box === "ticked"
  )
    return [];
  if (setting.row !== null && (setting.row.isClosed || !setting.row.isTask)) return [];
  const frames = joined(framesOf(sentence));
  const days = frames.length > 0 ? sentence.days() : [];
  const extents = extentsOf(sentence, frames, days);
  const found: Possible[] = [];
  const said = once(() => scoreOfSentence(sentence));
  for (const [at, frame] of frames.entries()) {
    const extent = extents[at];
    if (extent === undefined || extent.end <= extent.start) continue;
    const features = featuresOf(sentence, frame, extent, setting, cues());
    const words = said() + scoreOfAct(sentence, frame, extent);
    const score = scoreOf(features) + words + vetoOf(features);
    found.push({ frame, extent, features, words, heading: null, score, habit: null });
  }
  const isSaid = frames.some((frame) => frame.subject.who !== "none" && frame.verb?.isGuess !== true);
  // A sentence that says who does what is no list entry: its act is a step or it is none.
  const isMarked =
    (setting.marks.mark !== null && setting.isFirst) || setting.row?.isTask === true || isListed(setting);
  if (!isMarked && (isSaid || sentence.tokens.length > thingMax)) return found;
  const whole = wholeOf(sentence, setting, cues, said);
  return whole === null ? found : [...found, whole];
}

export function scoreOf(features: readonly string[], table: Readonly<Record<string, number>> = weights): number {
  let sum = 0;
  for (const feature of features) sum += table[feature] ?? 0;
  return sum;
}

/** Ticked, struck out, or said to be done, dropped or past. */
function isOff(setting: Setting, cues: () => readonly Cue[]): boolean {
  if (setting.marks.isTicked || setting.block.box === "ticked" || setting.struck.length > 0) return true;
  return cues().some((cue) => cue === "retracted" || cue === "refused" || cue === "past" || cue === "perfect");
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
function wholeOf(
  sentence: Sentence,
  setting: Setting,
  cues: () => readonly Cue[],
  said: () => number,
): Possible | null {
  if (sentence.tokens.every(({ kind }) => kind === "mark" || kind === "arrow")) return null;
  const frame: Frame = {
    manner: "noun",
    subject: { who: "none", words: null, name: null, from: 0, to: 0 },
    ...baseFrame(null, 0),
    from: 0,
    to: sentence.tokens.length,
  };
  const day = sentence.days().find((found) => saysWhen(sentence, found)) ?? null;
  const end = lengthOfWords(sentence.text);
  const extent: Extent = { start: 0, end: Math.max(1, end), actEnd: Math.max(1, end), day };
  const features = featuresOf(sentence, frame, extent, setting, cues());
  const words = said() + scoreOfAct(sentence, frame, extent);
  const score = scoreOf(features) + words + vetoOf(features);
  return { frame, extent, features, words, heading: null, score, habit: null };
}

/** The length of words without the blanks and signs that only close them. */
function lengthOfWords(text: string): number {
  let words = text.trimEnd();
  while (words !== "" && closing.includes(words.charAt(words.length - 1))) words = words.slice(0, -1).trimEnd();
  return words.length;
}

const closing = ".,;:!";

function isListed(setting: Setting): boolean {
  const section = setting.label ?? setting.around.section;
  return section === "steps" || section === "look" || section === "theirs";
}

/** A thought of more tokens than this is no entry of a list. */
const thingMax = 14;

/** What no cue can outweigh: the words themselves say that nothing is to come of it (S6). */
const vetoes = new Set(["retracted", "in:done", "in:parked", "hypothetical"]);

function vetoOf(features: readonly string[]): number {
  if (features.includes("appointment:recurring") && !features.includes("to:person")) return -8;
  const isRefused =
    features.includes("refused") && features.some((feature) => requests.has(feature.split("|")[0] ?? ""));
  return isRefused || features.some((feature) => vetoes.has(feature)) ? -8 : 0;
}

const requests = new Set(["asked", "wants", "requested"]);
