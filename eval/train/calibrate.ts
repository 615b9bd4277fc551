import { scoreOf } from "#reading/possible.ts";
import { asTheReader, passagesOf, readWith } from "./candidates.ts";
import type { Material } from "./material.ts";
import { matched, proposedBy } from "./measure.ts";
import { fitOnce, type Lesson, partOf, parts } from "./steps.ts";

/** How often proposals with such a sum are right; rising, in order of sum. */
export type Calibration = readonly (readonly [score: number, right: number])[];

/** What was proposed by a fit that never saw the hand or file, and whether it was right. */
export interface Judged {
  source: Material["source"];
  score: number;
  isMarked: boolean;
  isRight: boolean;
}

/** Proposals on each part by a fit on the others' lessons, so that hands are as unseen as a stranger's. */
export function judgedApart(lessons: readonly Lesson[]): Judged[] {
  return Array.from({ length: parts }).flatMap((_, part) => {
    const weights = fitOnce(lessons.filter(({ material }) => partOf(material) !== part));
    readWith(weights);
    return lessons
      .filter(({ material }) => material.folder !== null && partOf(material) === part)
      .flatMap(({ material }) => judgedOn(material, weights));
  });
}

function judgedOn(material: Material, weights: Readonly<Record<string, number>>): Judged[] {
  const proposed = proposedBy(
    material,
    passagesOf(material),
    ({ possible, offset }, { ready }) => offset + scoreOf(asTheReader(possible, ready), weights),
  );
  const { kept, right } = matched(material, proposed);
  return kept.map((one) => ({
    source: material.source,
    score: one.score,
    isMarked: one.isMarked,
    isRight: right.has(one),
  }));
}

/** A step of the table stands for at least so many proposals, so that its share is known to about a tenth. */
const proposalsLeast = 60;

/**
 * The rising curve through what was judged (pool adjacent violators, so that a higher sum is never worth less), as
 * points between which `confidence.ts` draws lines. A prior of two right in three keeps the ends off 0 and 1.
 */
export function calibrationOf(judged: readonly Pick<Judged, "score" | "isRight">[]): Calibration {
  const sorted = judged.toSorted((a, b) => a.score - b.score);
  const pools: { sum: number; right: number; of: number }[] = [];
  for (let at = 0; at < sorted.length; at += proposalsLeast) {
    const rest = sorted.length - at;
    const some = sorted.slice(at, rest < 2 * proposalsLeast ? sorted.length : at + proposalsLeast);
    pools.push({
      sum: some.reduce((sum, { score }) => sum + score, 0),
      right: some.filter(({ isRight }) => isRight).length,
      of: some.length,
    });
    if (some.length > proposalsLeast) break;
  }
  for (let at = 1; at < pools.length; at += 1) {
    const one = pools[at];
    const before = pools[at - 1];
    if (one === undefined || before === undefined || one.right / one.of > before.right / before.of) continue;
    pools.splice(at - 1, 2, { sum: one.sum + before.sum, right: one.right + before.right, of: one.of + before.of });
    at = Math.max(0, at - 2);
  }
  return pools.map(({ sum, right, of }) => [two(sum / of), two((right + 2) / (of + 3))] as const);
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}
