import { type Example, fitOptions, fitWeights } from "#reading/fit.ts";
import { handWeights } from "#reading/hand.ts";
import { asTheReader, examplesFrom, isWord, readWith } from "./candidates.ts";
import type { Material } from "./material.ts";

/** Read, fit, read with what came out, fit again: a third time moves nothing that is measured. */
const turns = 2;

/** Words are pulled to 0 harder than the grammar to its hand-set weights: of 3, 5 and 10 the best on hands held out. */
const pullOfWords = 10;

/**
 * A word counts where so many hands of our corpus use it: what one hand likes to say is no sign. Of 3, 5, 8, 12 and 20 the
 * fewest words that lose nothing on real files of a source held out.
 */
const handsLeast = 5;

/** A word that says less than this is not stored. */
const wordLeast = 0.03;

/** The examples of one material. */
export interface Lesson {
  material: Material;
  examples: Example[];
}

/** Fits the tables of `weights.ts` and `word-weights.ts`, in one, and leaves it in use. `each` is given every turn's lessons. */
export function fitSteps(
  materials: readonly Material[],
  each: (lessons: readonly Lesson[]) => void = () => {},
): Record<string, number> {
  let table: Record<string, number> = { ...handWeights };
  for (let turn = 0; turn < turns; turn += 1) {
    readWith(table);
    const lessons = materials.map((material) => ({ material, examples: examplesFrom(material, asTheReader) }));
    each(lessons);
    table = fitOnce(lessons);
  }
  readWith(table);
  return table;
}

/** One fit on lessons as they are. */
export function fitOnce(lessons: readonly Lesson[], pull = pullOfWords): Record<string, number> {
  const examples = withKnownWords(lessons);
  const pullOf = (feature: string) => (isWord(feature) ? pull : pullOfGrammar);
  const fitted = fitWeights(examples, handWeights, { ...fitOptions, pull: pullOf });
  return Object.fromEntries(
    Object.entries(fitted).filter(([feature, weight]) => !isWord(feature) || Math.abs(weight) >= wordLeast),
  );
}

const pullOfGrammar = typeof fitOptions.pull === "number" ? fitOptions.pull : 0.7;

/**
 * Leaves out the words that few hands of our corpus use. Real notes and minutes teach what such words say, but add none:
 * nothing that only real people wrote, such as a name that is not known for one, is stored.
 */
export function withKnownWords(lessons: readonly Lesson[]): Example[] {
  const hands = new Map<string, Set<string>>();
  for (const { material, examples } of lessons) {
    if (material.source !== "corpus") continue;
    for (const feature of examples.flatMap(({ features }) => features)) {
      if (!isWord(feature)) continue;
      const users = hands.get(feature);
      if (users === undefined) hands.set(feature, new Set([material.name]));
      else users.add(material.name);
    }
  }
  const isKept = (feature: string) => !isWord(feature) || (hands.get(feature)?.size ?? 0) >= handsLeast;
  return lessons.flatMap(({ examples }) =>
    examples.map((example) => ({ ...example, features: example.features.filter(isKept) })),
  );
}
