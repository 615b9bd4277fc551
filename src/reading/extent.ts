import { saysWhen } from "./act-day.ts";
import type { DayFound } from "./days.ts";
import type { Frame } from "./frame.ts";
import {
  asksOf,
  circumstances,
  dashes,
  isApart,
  isCloser,
  isLoose,
  isSubjectWord,
  questions,
  readsOn,
  startsDay,
  startsOther,
  stops,
} from "./clause.ts";
import type { Sentence } from "./sentence.ts";
import { conjunctions } from "./words.ts";

/** The words that hold an act: offsets in the sentence's text, and the day that belongs to it. */
export interface Extent {
  start: number;
  end: number;
  /** Where the act's own words end: before a day that was only joined on. */
  actEnd: number;
  day: DayFound | null;
}

/**
 * The shortest run of words that holds each act, with owner and day where adjoining (SPEC.md): from the frame's
 * first word to the end of its clause. A day before or after the clause, with nothing but a sign between, is taken
 * in. Frames are in order; so are the extents, and they never overlap.
 */
export function extentsOf(sentence: Sentence, frames: readonly Frame[], days: readonly DayFound[]): Extent[] {
  const extents: Extent[] = [];
  const when = days.filter((day) => saysWhen(sentence, day));
  let least = 0;
  for (const [at, frame] of frames.entries()) {
    const first = Math.max(frame.from, 0);
    const limit = frames[at + 1]?.from ?? sentence.tokens.length;
    const last = endOf(sentence, frame, Math.max(limit, frame.verbAt + 1), days);
    let start = Math.max(sentence.tokens[first]?.start ?? 0, least);
    const actEnd = Math.max(sentence.tokens[last]?.end ?? start, start);
    let end = actEnd;
    const roof =
      at + 1 < frames.length ? (sentence.tokens[limit]?.start ?? sentence.text.length) : sentence.text.length;
    const inside = when.filter((found) => found.start >= start && found.end <= end + 1);
    // A deadline before any other day ("the Q1 list tomorrow": the last).
    let day = inside.findLast((found) => found.sense === "by") ?? inside.at(-1) ?? null;
    const after = when.find(
      (found) => found.start >= end && found.end <= roof && isJoint(sentence.text.slice(end, found.start)),
    );
    if (day === null && after !== undefined) {
      day = after;
      end = after.end;
    }
    const before = when.findLast(
      (found) => found.end <= start && found.start >= least && isJoint(sentence.text.slice(found.end, start)),
    );
    const condition = conditionBefore.exec(sentence.text.slice(least, start));
    if (day === null && before !== undefined && condition === null) {
      day = before;
      start = before.start;
    }
    if (condition !== null) {
      const act = start;
      start = least + condition.index + (condition[1]?.length ?? 0);
      // "If it is not there on Friday I ring him": the condition tells when.
      day ??= when.findLast((found) => found.start >= start && found.end <= act) ?? null;
    }
    // A last word in the middle of a day ("by" of "by Friday") is filled up.
    if (day !== null && day.start < end && day.end > end) end = day.end;
    extents.push({ start, end, actEnd, day });
    least = end;
  }
  return extents;
}

/** "If the dean agrees, ": a condition that stands before the act is part of what makes it tentative (S3). */
const conditionBefore = /(^|[.;:–—-]\s{0,2})(?:if|wenn|falls|si|s'|unless|as long as|sofern)\b[^.;:]{0,120}$/iu;

/** Blank, and at most a sign and a small word: the day still adjoins. */
function isJoint(between: string): boolean {
  return between.length <= 8 && /^[\s,:;()–—-]*(?:then|and|so|at)?[\s,:(–—-]*$/u.test(between);
}

/** The last token of the act's clause. */
function endOf(sentence: Sentence, frame: Frame, limit: number, days: readonly DayFound[]): number {
  const { tokens } = sentence;
  let at = Math.max(frame.verbAt, frame.to - 1) + 1;
  for (; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    // A full stop inside a passage ends an abbreviation ("sem. prochaine", "20. Mai").
    if (token.text === "." && at + 1 < limit) continue;
    if (token.kind === "arrow" || stops.has(token.text)) break;
    if (dashes.has(token.text) && isApart(sentence, at)) break;
    if (
      token.text === ":" &&
      at > frame.verbAt + 1 &&
      next !== undefined &&
      tokens[at - 1]?.end === token.start &&
      frame.manner !== "bare"
    )
      break;
    if (token.text === "," && asksOf(frame) && next !== undefined && questions.has(next.lower)) continue;
    if (token.text === "," && !readsOn(sentence, at, days)) break;
    if (asksOf(frame) && questions.has(token.lower)) continue;
    if (isCloser(sentence, at) && (token.lower !== "so" || weOrThey(next?.lower))) break;
    if (circumstances.has(token.lower) && at > frame.verbAt + 1 && !startsDay(sentence, at, days)) break;
    if (conjunctions.has(token.lower) && token.lower !== "&" && startsOther(sentence, at + 1)) break;
  }
  at -= 1;
  while (at > frame.verbAt && isLoose(sentence, at)) at -= 1;
  return Math.max(at, frame.verbAt, frame.to - 1 < tokens.length ? frame.verbAt : 0);
}

function weOrThey(word: string | undefined): boolean {
  return word === undefined || word === "that" || isSubjectWord(word);
}
