import type { Basis, Certainty } from "./step.ts";
import { sayDistance } from "./say.ts";
import { type Day, daysBetween } from "./time.ts";

/** What decides how much a step of mine matters today. */
export interface Weighable {
  basis: Basis;
  certainty: Certainty;
  isUrgent: boolean;
  /** The last day it is due, or null. */
  wantedOn: Day | null;
  /** The other side's name, or null. */
  with: string | null;
  /** The commitment that it serves, in its words (PL3). */
  serves?: string | null;
}

/** How many steps are put first (ST7): more than three at once are no choice. */
export const mattersMostMax = 3;

/**
 * The steps that matter most, at most `max`, each with its reason as a sentence. The order: missed promises, urgent
 * ones, what is due within a week (a promise to somebody before an intention of one's own), promises without a day, the rest; tentative
 * ones after firm ones of the same rank, and what serves a commitment before what serves none. Equal ranks keep the order given.
 */
export function mattersMost<T>(
  steps: readonly T[],
  weighable: (step: T) => Weighable,
  today: Day,
  max: number = mattersMostMax,
): { step: T; why: string }[] {
  return steps
    .map((step, place) => ({ step, place, ...weighServing(weighable(step), today) }))
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, max)
    .map(({ step, why }) => ({ step, why }));
}

/** What serves a commitment is put before what is due a day or two before it. */
const servingWeight = 5;

/** PL3: the day is drawn from what was committed to, and its reason says so. */
function weighServing(step: Weighable, today: Day): { weight: number; why: string } {
  const { weight, why } = weigh(step, today);
  if (!step.serves) return { weight, why };
  return { weight: weight + servingWeight, why: `${why}. It serves “${step.serves}”` };
}

/** Weights are ranks made to add up: a missed promise outranks anything due, due outranks undated. */
function weigh(step: Weighable, today: Day): { weight: number; why: string } {
  const left = step.wantedOn === null ? null : daysBetween(today, step.wantedOn);
  const isPromise = step.basis === "promised" && step.with !== null;
  const whose = reasonOf(step);
  const doubt = step.certainty === "tentative" ? -30 : 0;
  const urgent = step.isUrgent ? 40 : 0;
  const promise = isPromise ? 20 : step.with === null ? 0 : 10;
  if (left !== null && left < 0) {
    return {
      weight: 100 + Math.min(-left, 30) + urgent + promise + doubt,
      why: `${whose}, and its day was ${sayDistance(left)}`,
    };
  }
  if (left !== null && left <= 7) {
    return {
      weight: 60 + (7 - left) * 2 + urgent + promise + doubt,
      why: `${whose}, and it is due ${sayDistance(left)}`,
    };
  }
  if (left !== null)
    return {
      weight: 20 - Math.min(left, 60) / 6 + urgent + promise + doubt,
      why: `${whose}, due ${sayDistance(left)}`,
    };
  if (step.isUrgent) {
    const why = step.with === null ? whose : `${whose}, and you marked it urgent`;
    return { weight: 60 + promise + doubt, why };
  }
  return { weight: 10 + promise + doubt, why: `${whose}; it has no day yet` };
}

/** A step that is `promised` may be one's own intention as well, so no promise is told of. */
function reasonOf(step: Weighable): string {
  if (step.with === null) return step.isUrgent ? "You marked it urgent" : "You set it yourself";
  return step.basis === "promised" ? `It is for ${step.with}` : `${step.with} asked you`;
}
