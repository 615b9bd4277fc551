import { pageRange } from "#domain/model/block.ts";
import { observationKinds } from "#domain/model/note.ts";
import { fitWeights, type FitOptions } from "#reading/fit.ts";
import { mayObserve, observationWords } from "#reading/observations.ts";
import { observationFeatures } from "#reading/observation-features.ts";
import { threshold } from "#reading/possible.ts";
import { shared } from "../match.ts";
import { type Calibration, calibrationOf } from "./calibrate.ts";
import { partOf, parts } from "./steps.ts";
import { type PassageRead, passagesOf } from "./candidates.ts";
import type { Material } from "./material.ts";

/** One sentence that could be an observation, and the kind that is labelled there. */
interface Lesson {
  material: Material;
  features: string[];
  kind: string | null;
  weight: number;
}

/** Real notes are labelled for steps only: what their passages count, as examples of none. */
const worthReal = 0.05;

/** A word counts where so many hands use it: what one hand likes to say is no sign. */
const handsLeast = 3;

/** About one passage in fourteen is labelled; what one of them counts against one that is none, so that the sum's 0 is where F1 is best on hands held out. */
const worth = 4;

/** How hard the weights are pulled to 0: whether it is one, and which kind, for which there are few examples. */
const pulls = { any: 8, kind: 3 };
const pullOfBias = 0.02;
const rounds = 500;
/** Weights below this say nothing and are not stored. */
const least = 0.05;

/** What training gives for observations. */
export interface ObservationsTrained {
  table: Record<string, number>;
  calibration: Calibration;
}

/**
 * Fits the table of `observation-weights.ts` on the passages of the corpus that could be an observation and hold no step:
 * "any", whether a passage is worth keeping, on all of them, and for each kind a model on those that are. Reads with the
 * table of steps in use. How often proposals are right is counted on hands that their fit had not seen.
 */
export function fitObservations(materials: readonly Material[]): ObservationsTrained {
  const lessons = materials.flatMap(lessonsOf);
  const judged = Array.from({ length: parts }).flatMap((_, part) => {
    const table = fitOnce(lessons.filter(({ material }) => partOf(material) !== part));
    return lessons
      .filter(({ material }) => material.source === "corpus" && partOf(material) === part)
      .map(({ features, kind }) => {
        const sums = sumsOf(table, features);
        return { score: sums.any, isRight: kind !== null && kind === sums.kind };
      })
      .filter(({ score }) => score > 0);
  });
  return { table: fitOnce(lessons), calibration: calibrationOf(judged) };
}

function lessonsOf(material: Material): Lesson[] {
  if (material.folder === null) return [];
  const weight = material.source === "corpus" ? 1 : worthReal;
  return passagesOf(material).flatMap((passage): Lesson[] => {
    const { sentence, setting } = passage.ready;
    if (!mayObserve(sentence, setting)) return [];
    if (passage.candidates.some(({ possible }) => possible.score > threshold)) return [];
    const words = [...observationWords(sentence)].map((word) => `word ${word}`);
    const features = [...observationFeatures(sentence, setting), ...words];
    return [{ material, features, kind: kindOf(material, passage), weight }];
  });
}

function fitOnce(lessons: readonly Lesson[]): Record<string, number> {
  const isKnown = usedBySeveral(lessons);
  const known = lessons.map((lesson) => ({ ...lesson, features: lesson.features.filter(isKnown) }));
  const observed = known.filter(({ kind }) => kind !== null);
  const table: Record<string, number> = {};
  const put = (column: string, fitted: Record<string, number>): void => {
    for (const [feature, weight] of Object.entries(fitted))
      if (Math.abs(weight) >= least) table[`${column} ${feature}`] = weight;
  };
  const options = (pull: number, truth: number): FitOptions => ({
    pull: (feature) => (feature === "bias" ? pullOfBias : pull),
    truth,
    rounds,
    bounds: {},
  });
  put(
    "any",
    fitWeights(
      known.map((lesson) => ({ ...lesson, isStep: lesson.kind !== null })),
      {},
      options(pulls.any, worth),
    ),
  );
  for (const kind of observationKinds) {
    const examples = observed.map((lesson) => ({ ...lesson, isStep: lesson.kind === kind }));
    put(kind, fitWeights(examples, {}, options(pulls.kind, 1)));
  }
  return table;
}

/** True for cues, and for words that several hands of our corpus use. */
function usedBySeveral(lessons: readonly Lesson[]): (feature: string) => boolean {
  const hands = new Map<string, Set<string>>();
  for (const { material, features } of lessons) {
    if (material.source !== "corpus") continue;
    for (const feature of features) {
      const users = hands.get(feature) ?? new Set();
      users.add(material.name);
      hands.set(feature, users);
    }
  }
  return (feature) => (hands.get(feature)?.size ?? 0) >= handsLeast;
}

function sumsOf(table: Readonly<Record<string, number>>, features: readonly string[]): { any: number; kind: string } {
  const sum = (column: string) => features.reduce((total, feature) => total + (table[`${column} ${feature}`] ?? 0), 0);
  return { any: sum("any"), kind: observationKinds.reduce((best, one) => (sum(one) > sum(best) ? one : best)) };
}

/** The kind of the observation that is labelled where the passage stands, if they share half of the shorter. */
function kindOf({ folder }: Material, { page, ready }: PassageRead): string | null {
  const block = page.blocks[ready.blockAt];
  const labels = folder?.pages.find(({ file }) => file === page.file)?.labels ?? [];
  if (block === undefined) return null;
  const range = pageRange(block, ready.from, ready.from + Math.max(1, ready.sentence.text.length));
  for (const label of labels) {
    if (label.means !== "observation") continue;
    const both = shared({ file: "", start: label.start, end: label.end }, { file: "", ...range });
    if (both * 2 >= Math.min(label.end - label.start, range.end - range.start)) return label.kind;
  }
  return null;
}
