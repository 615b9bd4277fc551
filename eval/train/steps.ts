import { createHash } from "node:crypto";
import { type Example, fitOptions, fitWeights } from "#reading/fit.ts";
import { handWeights } from "#reading/hand.ts";
import { asTheReader, examplesFrom, isWord, readWith } from "./candidates.ts";
import type { Material } from "./material.ts";

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

/** Parts that hands and files fall into, by a hash of their name: what is measured on one was fitted on the others. */
export const parts = 5;

export function partOf({ name }: Material): number {
  return (createHash("sha1").update(`part ${name}`).digest()[0] ?? 0) % parts;
}

/**
 * Fits the tables of `weights.ts` and `word-weights.ts`, in one, and leaves it in use. What stands around a line is judged by
 * what the table says of it, so a first fit is made from pages read with the weights set by hand, and a second from pages
 * read with what the first gave: each part by a fit on the other parts, as a stranger's page will be read.
 */
export function fitSteps(materials: readonly Material[]): { table: Record<string, number>; lessons: Lesson[] } {
  readWith({ ...handWeights });
  const first = materials.map((material) => ({ material, examples: examplesFrom(material, asTheReader) }));
  const lessons: Lesson[] = [];
  for (let part = 0; part < parts; part += 1) {
    readWith(fitOnce(first.filter(({ material }) => partOf(material) !== part)));
    for (const material of materials) {
      if (partOf(material) === part) lessons.push({ material, examples: examplesFrom(material, asTheReader) });
    }
  }
  const table = fitOnce(lessons);
  readWith(table);
  return { table, lessons };
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
