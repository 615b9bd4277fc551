import { habitOf, type Memory, traitsOfObservation, traitsOfStep, weighed } from "#domain/model/memory.ts";
import { confidenceOf } from "./confidence.ts";
import type { LeftAlone } from "./left-alone.ts";
import type { ObservationFound } from "./observations.ts";
import { type Possible, threshold } from "./possible.ts";
import type { Known } from "./read.ts";
import type { Ready } from "./sentences.ts";
import { stepAt } from "./steps.ts";

/** Below this the next one is likelier to be let go, too. */
const leastProposed = 0.5;
/** Observations are proposed from one in five on; what is right less than half as often is not worth a question. */
const leastAsked = 0.1;

/**
 * Weighs the steps of a sentence by what became of others of their sort (RD6): the confidence moves, and what was never accepted may be
 * left alone. What the writer marked stays as it is (RD3). Nothing is raised that would not be proposed: nobody was asked about that.
 */
export function weighByHabit(ready: Ready, possible: readonly Possible[], known: Known, { habits }: Memory): void {
  const { setting, sentence } = ready;
  if (habits.size === 0 || (setting.marks.mark !== null && setting.isFirst)) return;
  for (const one of possible) {
    if (one.score <= threshold) continue;
    const { start, end } = one.extent;
    const place = { quote: sentence.text.slice(start, end), heading: setting.around.heading };
    const habit = habitOf(traitsOfStep(stepAt(ready, one, known), place), habits);
    if (habit === null) continue;
    const confidence = weighed(confidenceOf(one.score), habit);
    one.habit = { confidence, isLeft: habit.accepted === 0 && confidence < leastProposed, because: habit.because };
  }
}

/** The likeliest act of a sentence that is left alone for a habit; null where there is none. */
export function leftByHabit(possible: readonly Possible[]): { extent: Possible["extent"]; because: string } | null {
  let best: Possible | null = null;
  for (const one of possible) if (one.habit?.isLeft === true && one.score > (best?.score ?? threshold)) best = one;
  return best === null ? null : { extent: best.extent, because: best.habit?.because ?? "" };
}

/** An observation after what became of others of its sort: with another confidence, or left alone. */
export function observationByHabit(
  { kind, confidence: plain }: ObservationFound,
  heading: string | null,
  { habits }: Memory,
): { found: ObservationFound } | { left: Pick<LeftAlone, "reason" | "because"> } {
  const habit = habitOf(traitsOfObservation(kind, heading), habits);
  const confidence = habit === null ? plain : weighed(plain, habit);
  if (habit === null || habit.accepted > 0 || confidence >= leastAsked) return { found: { kind, confidence } };
  return { left: { reason: "let-go", because: habit.because } };
}
