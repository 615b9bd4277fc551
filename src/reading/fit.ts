import { pageRange } from "#domain/model/block.ts";
import { indexNames } from "./names.ts";
import type { Known, PageToRead } from "./read.ts";
import type { Ready } from "./sentences.ts";
import { type Possible, possibleOn } from "./possible.ts";

/** A page whose steps a person has labelled: what fitting learns from. */
export interface LabelledPage {
  page: PageToRead;
  known: Known;
  /** Where the steps stand (repeats as well), as ranges of the page's text. */
  steps: readonly Range[];
  /** Only what stands in one of these counts; null where the whole page is labelled. */
  regions: readonly Range[] | null;
  /** What one of its examples counts, against 1 for a page of the corpus. */
  weight: number;
}

interface Range {
  start: number;
  end: number;
}

/** A possible step with its features, and whether a person says that it is one. */
export interface Example {
  features: readonly string[];
  isStep: boolean;
  weight: number;
}

/**
 * The examples of a labelled page: every possible step of it. Of several that overlap one label by half or more only the
 * one that fits it best is taken, and none of the others counts against it. `describe` gives what is said about each: the
 * reader's own features, where nothing else is asked for.
 */
export function examplesOf(
  { page, known, steps, regions, weight }: LabelledPage,
  describe: (possible: Possible, ready: Ready) => readonly string[] = ({ features }) => features,
): Example[] {
  const examples: Example[] = [];
  const best = new Map<Range, { example: Example; fit: number }>();
  for (const { ready, possible } of possibleOn(page, known, indexNames(known), true)) {
    const block = page.blocks[ready.blockAt];
    if (block === undefined) continue;
    for (const one of possible) {
      const isSaidElse = one.frame.manner === "noun" && possible.some((other) => other !== one && other.score > 0.3);
      const range = pageRange(block, ready.from + one.extent.start, ready.from + one.extent.end);
      if (isSaidElse || (regions !== null && !regions.some((region) => holds(region, range)))) continue;
      const step = steps.find((label) => shared(label, range) >= 0.5 * Math.min(length(label), length(range)));
      const example: Example = { features: describe(one, ready), isStep: step !== undefined, weight };
      if (step === undefined) {
        examples.push(example);
        continue;
      }
      const fit = shared(step, range) / (Math.max(step.end, range.end) - Math.min(step.start, range.start));
      if (fit > (best.get(step)?.fit ?? 0)) best.set(step, { example, fit });
    }
  }
  return [...examples, ...[...best.values()].map(({ example }) => example)];
}

const length = ({ start, end }: Range): number => end - start;
const shared = (one: Range, other: Range): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
const holds = (one: Range, other: Range): boolean => one.start <= other.start && one.end >= other.end;

export interface FitOptions {
  /** How strongly a weight is drawn back to where it started; it keeps rare features as they were set by hand. */
  pull: number | ((feature: string) => number);
  /** What a true example counts against a false one. */
  truth: number;
  rounds: number;
  /** Bounds a weight may not leave, by feature: what the definitions say must not be unlearned from few examples. */
  bounds: Readonly<Record<string, readonly [least: number, most: number]>>;
}

/** The options the weights of the repository were fitted with. */
export const fitOptions: FitOptions = {
  pull: 0.7,
  truth: 1.5,
  rounds: 300,
  bounds: {
    "asked|me": [2.6, 9],
    "pledge|me": [2.4, 9],
    "will|me": [2.6, 9],
    "requested|person": [2.6, 9],
    "requested|me": [2.4, 9],
    "requested|we": [2.4, 9],
    "asked|person": [2.6, 9],
    "wants|none": [1, 9],
    "wants|person": [1.6, 9],
    "wants|she": [1.6, 9],
    "mark:mine": [3.6, 9],
    "mark:theirs": [3.6, 9],
    "mark:action": [3.6, 9],
    "mark:box": [3.6, 9],
    "table:task": [3.2, 9],
    "in:steps": [0.4, 9],
    "bare:steps": [1.2, 9],
    "noun:listed": [0.3, 9],
    "noun|none": [-0.7, 9],
    "noun-reading": [-9, -1.4],
    "bare>page:alone": [2.4, 3.2],
    "said>page:alone": [1.4, 2],
    "thing>page:alone": [-9, 0.3],
    "in:parked": [-9, -4.5],
    "in:done": [-9, -5],
    "in:quotes": [-9, -2.5],
    "in:ideas": [-9, -2.6],
    negated: [-9, -3.6],
    retracted: [-9, -4.5],
    refused: [-9, -3],
    "said:always": [-9, -2.2],
    "can|you": [-9, -1],
    "noun:thanks": [-9, -3],
    "announces:all": [-9, -4.5],
    "issue-title": [-9, -2.5],
    "bare:you": [-9, -1],
  },
};

/**
 * Logistic regression by gradient descent with a step of its own for each weight (AdaGrad, Duchi et al. 2011), drawn
 * towards the weights it starts from. Deterministic: equal examples in equal order give equal weights, rounded to two
 * places. Features that neither the start nor an example knows are left out.
 */
export function fitWeights(
  examples: readonly Example[],
  start: Readonly<Record<string, number>>,
  { pull, truth, rounds, bounds }: FitOptions = fitOptions,
): Record<string, number> {
  const names = [...new Set([...Object.keys(start), ...examples.flatMap(({ features }) => features)])].sort();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = rowsOf(examples, places);
  const from = Float64Array.from(names, (name) => start[name] ?? 0);
  const pulls = Float64Array.from(names, (name) => (typeof pull === "number" ? pull : pull(name)));
  const least = Float64Array.from(names, (name) => bounds[name]?.[0] ?? -99);
  const most = Float64Array.from(names, (name) => bounds[name]?.[1] ?? 99);
  const weights = Float64Array.from(from);
  const squares = new Float64Array(names.length);
  for (let round = 0; round < rounds; round += 1) {
    const slope = slopeOf(examples, rows, weights, truth);
    for (let at = 0; at < names.length; at += 1) {
      const step = (slope[at] ?? 0) + (pulls[at] ?? 0) * ((weights[at] ?? 0) - (from[at] ?? 0));
      squares[at] = (squares[at] ?? 0) + step * step;
      const moved = (weights[at] ?? 0) - (0.3 * step) / (Math.sqrt(squares[at] ?? 0) + 1e-6);
      weights[at] = Math.min(most[at] ?? 99, Math.max(least[at] ?? -99, moved));
    }
  }
  const fitted: Record<string, number> = {};
  for (const [at, name] of names.entries()) {
    const weight = Math.round((weights[at] ?? 0) * 100) / 100;
    if (weight !== 0 || start[name] !== undefined) fitted[name] = weight;
  }
  return fitted;
}

/** The places of all examples' features one after another, and where each example's begin. */
interface Rows {
  places: Int32Array;
  starts: Int32Array;
}

function rowsOf(examples: readonly Example[], places: ReadonlyMap<string, number>): Rows {
  const starts = new Int32Array(examples.length + 1);
  for (const [at, { features }] of examples.entries()) starts[at + 1] = (starts[at] ?? 0) + features.length;
  const all = new Int32Array(starts[examples.length] ?? 0);
  let next = 0;
  for (const { features } of examples) for (const feature of features) all[next++] = places.get(feature) ?? 0;
  return { places: all, starts };
}

function slopeOf(
  examples: readonly Example[],
  { places, starts }: Rows,
  weights: Float64Array,
  truth: number,
): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const [at, { isStep, weight }] of examples.entries()) {
    const first = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    let sum = 0;
    for (let next = first; next < end; next += 1) sum += weights[places[next] ?? 0] ?? 0;
    const wrong = (1 / (1 + Math.exp(-sum)) - (isStep ? 1 : 0)) * weight * (isStep ? truth : 1);
    for (let next = first; next < end; next += 1) {
      const place = places[next] ?? 0;
      slope[place] = (slope[place] ?? 0) + wrong;
    }
  }
  return slope;
}
