import { describe, expect, test } from "vitest";
import { type Example, examplesOf, fitWeights } from "./fit.ts";
import type { PageToRead } from "./read.ts";
import { knownWith } from "../../test/support/known.ts";

const known = knownWith();
const text = "I'll send the deck and you should rest";
const page: PageToRead = {
  file: "a.md",
  text,
  blocks: [
    {
      kind: "line",
      level: 0,
      text,
      runs: [{ at: 0, length: text.length, start: 0, end: text.length }],
      box: null,
      struck: [],
      column: null,
      row: null,
      takenOn: null,
    },
  ],
  takenOn: null,
};

test("a labelled step is a true example, what else could be one is a false one", () => {
  const examples = examplesOf({ page, known, steps: [{ start: 0, end: 18 }], regions: null, weight: 1 });
  const said = (isStep: boolean): boolean[] =>
    examples.filter((one) => one.isStep === isStep).map((one) => one.features.includes("will|me"));
  expect(said(true)).toEqual([true]);
  expect(said(false)).not.toContain(true);
});

test("outside the labelled regions nothing is an example", () => {
  expect(examplesOf({ page, known, steps: [], regions: [{ start: 0, end: 5 }], weight: 1 })).toEqual([]);
});

describe("fitting", () => {
  const examples: Example[] = [
    { features: ["bias", "promise"], isStep: true, weight: 1 },
    { features: ["bias", "promise"], isStep: true, weight: 1 },
    { features: ["bias", "rule"], isStep: false, weight: 1 },
  ];
  const options = { pull: 0.1, truth: 1, rounds: 300, bounds: { rule: [-1, 9] as const } };
  test("weights move to where the examples point, within their bounds, and stay where none do", () => {
    const fitted = fitWeights(examples, { bias: 0, promise: 0, rule: 0, unseen: 0.5 }, options);
    expect(fitted["promise"]).toBeGreaterThan(0.5);
    expect(fitted["rule"]).toBe(-1);
    expect(fitted["unseen"]).toBe(0.5);
  });
  test("equal examples give equal weights", () => {
    const start = { bias: -1 };
    expect(fitWeights(examples, start, options)).toEqual(fitWeights(examples, start, options));
  });
});
