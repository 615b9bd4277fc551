import { afterAll, expect, test } from "vitest";
import type { Extent } from "./extent.ts";
import { framesOf } from "./frames.ts";
import { scoreOfAct, scoreOfSentence, weighWords, wordFeatures } from "./lexical.ts";
import { sentenceOf } from "./sentence.ts";
import { tokensOf } from "./tokens.ts";
import { wordWeights } from "./word-weights.ts";

const text = 'send the "deck" to the constructor and send 12 samples';
const sentence = sentenceOf(text, tokensOf(text), [], () => []);
const [frame] = framesOf(sentence);
const extent: Extent = { start: 0, end: 34, actEnd: 34, day: null };

afterAll(() => weighWords(wordWeights));

test("what words say is the sum of the features that training sees, each counted once", () => {
  if (frame === undefined) throw new Error("the sentence holds an act");
  const features = wordFeatures(sentence, frame, extent);
  expect(new Set(features).size).toBe(features.length);
  // Every feature gets a weight of its own, so that one left out or counted twice shows.
  weighWords(Object.fromEntries(features.map((feature, at) => [feature, 2 ** at])));
  expect(scoreOfAct(sentence, frame, extent) + scoreOfSentence(sentence)).toBe(2 ** features.length - 1);
  weighWords({});
  expect(scoreOfAct(sentence, frame, extent) + scoreOfSentence(sentence)).toBe(0);
});

test("numbers are all alike, and words outside the act are none of its own", () => {
  if (frame === undefined) throw new Error("the sentence holds an act");
  const features = wordFeatures(sentence, frame, extent);
  expect(features).toContain("pair send 0");
  expect(features).toContain("word deck");
  expect(features).not.toContain("word samples");
});
