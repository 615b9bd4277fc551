import { pageRange } from "#domain/model/block.ts";
import { type Example, fitOptions, fitWeights } from "#reading/fit.ts";
import { handWeights } from "#reading/hand.ts";
import { hasCue } from "../cue.ts";
import { fits, type Place } from "../match.ts";
import { f1, precision, recall, table, type Tally } from "../table.ts";
import {
  asTheReader,
  byGrammar,
  type Describe,
  examplesFrom,
  passagesOf,
  type PassageRead,
  readWith,
} from "./candidates.ts";
import { corpusMaterial, isMinutesDev, type Material, minutesMaterial, realMaterial } from "./material.ts";
import { matched, proposedBy } from "./measure.ts";
import { fitOnce, fitSteps, type Lesson, partOf, parts } from "./steps.ts";
import { trainTagger } from "./tagger.ts";
import { describePassage, describeWithWords, withoutRare } from "./words.ts";

interface Read {
  material: Material;
  passages: PassageRead[];
}

type Places = (Place & { repeats: Place[] })[];

/** Learns from some pages and proposes steps on others. */
type Model = (train: readonly Read[]) => (read: Read) => Places;

/**
 * How well models of growing size find steps on hands and files they never saw, by one matcher: corpus dev after learning
 * from everything, and the real files each after learning from the others (five parts by file).
 */
export function compareModels(dataFolder: string): string {
  const dev = corpusMaterial("dev");
  const real = realMaterial(dataFolder);
  const train = [
    ...corpusMaterial("train"),
    ...real,
    ...minutesMaterial(dataFolder).filter(({ name }) => !isMinutesDev(name)),
  ];
  const { table: weights } = fitSteps(train);
  readWith(handWeights);
  const byHand = { train: readAll(train), dev: readAll(dev) };
  // Examples are made from here on: with the fitted table in use.
  readWith(weights);
  const fitted = { train: readAll(train), dev: readAll(dev) };
  const rows = models.map(([name, model, isByHand]) => {
    const read = isByHand ? byHand : fitted;
    const apart = Array.from({ length: parts }, (_, part) => {
      const propose = model(read.train.filter(({ material }) => partOf(material) !== part));
      return read.train
        .filter(({ material }) => material.source === "real" && partOf(material) === part)
        .map((one) => matched(one.material, propose(one)));
    });
    const propose = model(read.train);
    return [name, ...cells(read.dev.map((one) => matched(one.material, propose(one)))), ...cells(apart.flat())];
  });
  return table(
    `Steps on ${dev.length} unseen folders of the corpus (dev), and on ${real.length} real files, each unseen`,
    ["", "dev P", "R", "F1", "real P", "R", "F1"],
    rows,
  );
}

function readAll(materials: readonly Material[]): Read[] {
  return materials.map((material) => ({ material, passages: passagesOf(material) }));
}

function cells(tallies: readonly Tally[]): string[] {
  const all = { hit: 0, extra: 0, missed: 0 };
  for (const { hit, extra, missed } of tallies) {
    all.hit += hit;
    all.extra += extra;
    all.missed += missed;
  }
  return [precision(all), recall(all), f1(all)].map((value) => (100 * (value ?? 0)).toFixed(1));
}

const models: readonly [name: string, model: Model, isByHand: boolean][] = [
  ["a  a bare cue expression", () => byCue, true],
  ["b  weights set by hand", () => byHandModel, true],
  ["c  fitted linear model", linear(byGrammar, 0), false],
  ["d  c and the words of the act, pull 3", linear(describeWithWords, 3), false],
  ["d  c and the words of the act, pull 10", linear(describeWithWords, 10), false],
  ["d  c, words of act and passage, pull 3", linear(asTheReader, 3), false],
  ["d  c, words of act and passage, pull 10", linear(asTheReader, 10), false],
  ["e  passages by words and context", passageModel, false],
  ["f  perceptron over passages, words", taggerModel(false), false],
  ["f  perceptron over passages, words and c", taggerModel(true), false],
];

function byHandModel({ material, passages }: Read): Places {
  return proposedBy(material, passages, sumOf(handWeights, byGrammar));
}

function byCue({ passages }: Read): Places {
  return passages.flatMap((passage) => (hasCue(passage.ready.sentence.text) ? [placeOf(passage)] : []));
}

function placeOf({ page, ready }: PassageRead): Place & { repeats: Place[] } {
  const block = page.blocks[ready.blockAt];
  const length = Math.max(1, ready.sentence.text.length);
  const { start, end } = block === undefined ? { start: 0, end: 0 } : pageRange(block, ready.from, ready.from + length);
  return { file: page.file, start, end, repeats: [] };
}

function sumOf(weights: Readonly<Record<string, number>>, describe: Describe): Parameters<typeof proposedBy>[2] {
  return ({ possible, offset }, { ready }) => sum(weights, describe(possible, ready)) + offset;
}

function sum(weights: Readonly<Record<string, number>>, features: readonly string[]): number {
  return features.reduce((total, feature) => total + (weights[feature] ?? 0), 0);
}

/** A linear model over possible steps; words are pulled to 0, harder than the grammar to its weights set by hand. */
function linear(describe: Describe, pullOfWords: number): Model {
  const made = new Map<Material, Lesson>();
  const lessonOf = ({ material }: Read): Lesson => {
    const lesson = made.get(material) ?? { material, examples: examplesFrom(material, describe) };
    made.set(material, lesson);
    return lesson;
  };
  return (train) => {
    const weights = fitOnce(train.map(lessonOf), pullOfWords);
    return ({ material, passages }) => proposedBy(material, passages, sumOf(weights, describe));
  };
}

/** Does a passage hold a step? Null where that is not labelled. */
function holdsOf({ material }: Read, passage: PassageRead): boolean | null {
  const place = placeOf(passage);
  const { folder, regions, lines } = material;
  if (folder === null) {
    const line = lines.find(({ start, end }) => start < place.end && place.start < end);
    return line === undefined ? null : line.isStep;
  }
  if (regions !== null && !regions.some(([from, to]) => from <= place.start && place.end <= to)) return null;
  return folder.pages.some(({ file, labels }) =>
    labels.some(
      (label) => label.means === "step" && [{ ...label, file }, ...label.repeats].some((one) => fits(one, place)),
    ),
  );
}

function passageModel(train: readonly Read[]): (read: Read) => Places {
  const examples = train.flatMap((read) =>
    described(read).flatMap(({ features, passage }): Example[] => {
      const isStep = holdsOf(read, passage);
      return isStep === null ? [] : [{ features, isStep, weight: read.material.folder === null ? 0.2 : 1 }];
    }),
  );
  const weights = fitWeights(withoutRare(examples), {}, { ...fitOptions, bounds: {}, rounds: 300 });
  return (read) =>
    described(read).flatMap(({ features, passage }) => (sum(weights, features) > 0 ? [placeOf(passage)] : []));
}

function described({ passages }: Read): { features: string[]; passage: PassageRead }[] {
  return passages.map((passage, at) => ({
    passage,
    features: describePassage(passage, [passages[at - 1], passages[at + 1]]),
  }));
}

/** The tagger knows, where `withGrammar`, also what the reader says of the best possible step of each passage. */
function taggerModel(withGrammar: boolean): Model {
  const all = (read: Read) =>
    described(read).map(({ features, passage }) => {
      const best = bestOf(passage);
      if (!withGrammar || best === null) return features;
      const tenth = `sum ${Math.max(-8, Math.min(8, Math.round(best.possible.score)))}`;
      return [...features, ...best.possible.features.map((feature) => `act ${feature}`), tenth];
    });
  return (train) => {
    const sequences = train.flatMap((read) => {
      if (read.material.folder === null) return [];
      const features = all(read);
      const known = read.passages.flatMap((passage, at) => {
        const holds = holdsOf(read, passage);
        return holds === null ? [] : [{ features: features[at] ?? [], holds }];
      });
      return [{ features: known.map((one) => one.features), holds: known.map((one) => one.holds) }];
    });
    const tag = trainTagger(sequences, 12);
    return (read) => {
      const said = tag(all(read));
      return read.passages.flatMap((passage, at): Places => {
        if (said[at] !== true) return [];
        const clear = passage.candidates.filter(({ possible }) => possible.score > 0);
        const best = bestOf(passage);
        const acts = clear.length > 0 || best === null ? clear : [best];
        return acts.length === 0
          ? [placeOf(passage)]
          : acts.map(({ file, start, end }) => ({ file, start, end, repeats: [] }));
      });
    };
  };
}

function bestOf({ candidates }: PassageRead): PassageRead["candidates"][number] | null {
  return candidates.reduce<PassageRead["candidates"][number] | null>(
    (top, one) => (top === null || one.possible.score > top.possible.score ? one : top),
    null,
  );
}
