import { pageRange } from "#domain/model/block.ts";
import { observationKinds } from "#domain/model/note.ts";
import { fitWeights } from "#reading/fit.ts";
import { mayObserve, observationFeatures } from "#reading/observations.ts";
import { threshold } from "#reading/steps.ts";
import { shared } from "../match.ts";
import { type PassageRead, passagesOf } from "./candidates.ts";
import type { Material } from "./material.ts";

interface ObservationOptions {
  /** How hard weights are pulled to 0. */
  pull: number;
  /** Kinds are rare: what one that is found counts, against a passage that is none. */
  worth: number;
  /** Real notes are labelled for steps only: what their passages count, as examples of none. */
  worthReal: number;
}

const observationOptions: ObservationOptions = { pull: 0.5, worth: 3, worthReal: 0.1 };

/** Of all passages about one in fifty is of a given kind: e to the -3 is one in twenty, before any cue. */
const bias = -3;
const pullOfBias = 0.02;
const rounds = 800;
/** Weights below this say nothing and are not stored. */
const least = 0.05;

/**
 * Fits the table of `observation-weights.ts`: one model for each kind, over the cues of `observations.ts`, on the passages
 * of the corpus that could be an observation and hold no step. Reads with the table of steps in use.
 */
export function fitObservations(
  materials: readonly Material[],
  { pull, worth, worthReal }: ObservationOptions = observationOptions,
): Record<string, number> {
  const examples = materials.flatMap((material) => {
    if (material.folder === null) return [];
    const weight = material.source === "corpus" ? 1 : worthReal;
    return passagesOf(material).flatMap((passage) => {
      const { ready, candidates } = passage;
      if (!mayObserve(ready.sentence, ready.setting)) return [];
      if (candidates.some(({ possible }) => possible.score > threshold)) return [];
      const features = observationFeatures(ready.sentence, ready.setting);
      return [{ features, kind: kindOf(material, passage), weight }];
    });
  });
  const table: Record<string, number> = {};
  for (const kind of observationKinds) {
    const fitted = fitWeights(
      examples.map((example) => ({ ...example, isStep: example.kind === kind })),
      { bias },
      { pull: (feature) => (feature === "bias" ? pullOfBias : pull), truth: worth, rounds, bounds: {} },
    );
    for (const [feature, weight] of Object.entries(fitted)) {
      if (Math.abs(weight) >= least) table[`${kind} ${feature}`] = weight;
    }
  }
  return table;
}

/** The kind of the observation that is labelled where the passage stands, if at least half of it does. */
function kindOf({ folder }: Material, { page, ready }: PassageRead): string | null {
  const block = page.blocks[ready.blockAt];
  const labels = folder?.pages.find(({ file }) => file === page.file)?.labels ?? [];
  if (block === undefined) return null;
  const range = pageRange(block, ready.from, ready.from + Math.max(1, ready.sentence.text.length));
  for (const label of labels) {
    if (label.means !== "observation") continue;
    const both = shared({ file: "", start: label.start, end: label.end }, { file: "", ...range });
    if (both * 2 >= label.end - label.start) return label.kind;
  }
  return null;
}
