import { describe, expect, test } from "vitest";
import { weights } from "#reading/weights.ts";
import { wordWeights } from "#reading/word-weights.ts";
import { calibrationOf, type Judged } from "../../eval/train/calibrate.ts";
import { examplesFrom, asTheReader, isWord, passagesOf, readWith } from "../../eval/train/candidates.ts";
import { corpusMaterial } from "../../eval/train/material.ts";
import { matched, proposedBy } from "../../eval/train/measure.ts";
import { fitOnce, withKnownWords } from "../../eval/train/steps.ts";
import { filesOf } from "../../eval/train/stored.ts";
import { trainTagger } from "../../eval/train/tagger.ts";
import { matchSteps } from "../../eval/match.ts";
import { planOf } from "../../eval/read.ts";

const some = corpusMaterial("train").slice(0, 8);
const lessons = some.map((material) => ({ material, examples: examplesFrom(material, asTheReader) }));

describe("training the reader", () => {
  test("equal pages give equal weights, to the last bit", () => {
    expect(fitOnce(lessons)).toEqual(fitOnce(structuredClone(lessons)));
  });

  test("reading with another table leaves the stored one as it was when it is laid back", () => {
    const stored = { ...weights, ...wordWeights };
    readWith({ bias: 1, "word send": 2 });
    expect(weights).toEqual({ bias: 1 });
    readWith(stored);
    expect(weights).toEqual(Object.fromEntries(Object.entries(stored).filter(([name]) => !isWord(name))));
  });

  test("a word that few hands use is not learned", () => {
    const words = new Set(withKnownWords(lessons).flatMap(({ features }) => features.filter(isWord)));
    for (const word of words) {
      const hands = lessons.filter(({ examples }) => examples.some(({ features }) => features.includes(word)));
      expect(hands.length).toBeGreaterThanOrEqual(5);
    }
  });

  test("what training measures is what the reader proposes", () => {
    for (const material of some) {
      const { folder } = material;
      if (folder === null) throw new Error("the corpus is labelled");
      const { hit, missed } = matched(
        material,
        proposedBy(material, passagesOf(material), ({ possible }) => possible.score),
      );
      const { pairs, missed: left } = matchSteps(folder, planOf(folder.files, folder.event.notesTakenOn));
      expect({ hand: material.name, hit, missed }).toEqual({
        hand: material.name,
        hit: pairs.length,
        missed: left.length,
      });
    }
  });

  test("what is stored are figures and words, as the formatter leaves them", () => {
    const [ofGrammar, ofWords] = filesOf({
      steps: { "will|me": 2.5, bias: -1, 'word "': 0.1 },
      observations: { table: {}, calibration: [[0, 0.4]] },
      calibration: [[0, 0.5]],
    });
    expect(ofGrammar?.text).toContain('= {\n  bias: -1,\n  "will|me": 2.5,\n};\n');
    expect(ofWords?.text).toContain("= {\n  'word \"': 0.1,\n};\n");
  });
});

describe("calibration", () => {
  const judged = (score: number, isRight: boolean): Judged => ({ source: "corpus", score, isMarked: false, isRight });

  test("the share right rises with the sum, also where what was measured dips", () => {
    const dipping = Array.from({ length: 400 }, (_, at) => judged(at / 100, at % 10 < (at < 200 ? 7 : 5)));
    const points = calibrationOf([...dipping, ...Array.from({ length: 200 }, () => judged(5, true))]);
    expect(points.length).toBeGreaterThan(1);
    expect(points.map(([, right]) => right)).toEqual(points.map(([, right]) => right).toSorted((a, b) => a - b));
  });
});

test("the tagger learns what a passage says, and what stands after what", () => {
  const tag = trainTagger(
    [
      { features: [["plan"], ["a"], ["a"]], holds: [true, true, true] },
      { features: [["talk"], ["a"], ["a"]], holds: [false, false, false] },
    ],
    10,
  );
  expect(tag([["plan"], ["a"]])).toEqual([true, true]);
  expect(tag([["talk"], ["a"]])).toEqual([false, false]);
});
