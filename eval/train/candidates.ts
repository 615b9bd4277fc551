import { pageRange } from "#domain/model/block.ts";
import { type Example, examplesOf } from "#reading/fit.ts";
import type { PageToRead } from "#reading/read.ts";
import type { Ready } from "#reading/sentences.ts";
import { weighWords, wordFeatures } from "#reading/lexical.ts";
import { type Possible, possibleOn, scoreOf } from "#reading/possible.ts";
import { weights } from "#reading/weights.ts";
import type { Place } from "../match.ts";
import type { Material } from "./material.ts";

/** A possible step with its place in the page. */
export interface Candidate extends Place {
  possible: Possible;
  /** What the reader adds besides the weights: its vetoes. */
  offset: number;
}

/** One passage of a page with its possible steps, none or some; the passage as a whole comes last. */
export interface PassageRead {
  page: PageToRead;
  ready: Ready;
  candidates: Candidate[];
}

/** What can be said about a possible step. */
export type Describe = (possible: Possible, ready: Ready) => readonly string[];

/** What the grammar says of it (`features.ts`). */
export const byGrammar: Describe = ({ features }) => features;

/** All that the reader weighs: what the grammar says and what the words do. */
export const asTheReader: Describe = ({ features, frame, extent, heading }, { sentence }) => [
  ...features,
  ...(heading?.features ?? []),
  ...wordFeatures(sentence, frame, extent),
];

/** Features of words have a blank in them, those of the grammar have none. */
export function isWord(feature: string): boolean {
  return feature.includes(" ");
}

/**
 * Lays a table in the place of the one that is stored. What stands near a line is counted by what the table says of it
 * (`nearby` in steps.ts), so a fit has to read with the table it has reached, not with the one stored last time.
 */
export function readWith(table: Readonly<Record<string, number>>): void {
  const entries = Object.entries(table);
  const ofGrammar = Object.fromEntries(entries.filter(([name]) => !isWord(name)));
  const ofWords = Object.fromEntries(entries.filter(([name]) => isWord(name)));
  // Readonly is for the reader; training is the one that writes it.
  const inUse = weights as Record<string, number>;
  for (const name of Object.keys(inUse)) if (ofGrammar[name] === undefined) delete inUse[name];
  Object.assign(inUse, ofGrammar);
  weighWords(ofWords);
}

/** The passages of all pages, read with the table in use, with all possible steps in them. */
export function passagesOf({ pages, known, index }: Material): PassageRead[] {
  return pages.flatMap((page) =>
    possibleOn(page, known, index, true).flatMap(({ ready, possible }): PassageRead[] => {
      const block = page.blocks[ready.blockAt];
      if (block === undefined) return [];
      const candidates = possible.map((one): Candidate => {
        const { start, end } = pageRange(block, ready.from + one.extent.start, ready.from + one.extent.end);
        const offset = Math.round(one.score - scoreOf(one.features) - one.words);
        return { file: page.file, start, end, possible: one, offset };
      });
      return [{ page, ready, candidates }];
    }),
  );
}

/**
 * What a material teaches. How much an example counts, against 1 for one of the corpus, was set by hand on corpus dev: real
 * pages less, since few of them are labelled and those by few hands; lines of minutes least, since one marked item in ten
 * is no step and some unmarked lines are one.
 */
export function examplesFrom(
  { source, name, pages, known, folder, regions, lines }: Material,
  describe: Describe,
): Example[] {
  return pages.flatMap((page) => {
    const about = (steps: readonly Range[], within: readonly Range[] | null, weight: number) =>
      examplesOf({ page, known, steps, regions: within, weight }, describe);
    if (folder !== null) {
      const within = regions?.map(([start, end]) => ({ start, end })) ?? null;
      return about(stepsOn(page, folder), within, source === "corpus" ? 1 : name.startsWith("minutes/") ? 0.7 : 0.5);
    }
    const marked = lines.filter(({ isStep }) => isStep);
    if (source === "line") return about(marked, lines, marked.length > 0 ? 0.3 : 0.1);
    const unmarked = lines.filter(({ isStep }) => !isStep);
    return [...about([], unmarked, 0.05), ...about(marked, marked, 0.2).filter(({ isStep }) => isStep)];
  });
}

interface Range {
  start: number;
  end: number;
}

/** Where a page says a step, also for the second time. */
function stepsOn({ file }: PageToRead, folder: NonNullable<Material["folder"]>): Range[] {
  return folder.pages.flatMap((page) =>
    page.labels.flatMap((label) => {
      if (label.means !== "step") return [];
      return [{ ...label, file: page.file }, ...label.repeats].filter((place) => place.file === file);
    }),
  );
}
