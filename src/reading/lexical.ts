import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";
import { wordWeights } from "./word-weights.ts";

/**
 * What words say for a step or against it, beside the grammar of `features.ts`: the verb, the word after it, the words of the
 * act, all words of its sentence and the pairs they stand in. Names are all alike here, and so are numbers; each counts once.
 *
 * This is the sum for an act's own words, without those of its sentence.
 */
export function scoreOfAct(sentence: Sentence, frame: Frame, extent: Extent): number {
  const { tokens } = sentence;
  const verb = said.get(frame.verb?.lemma ?? wordAs(sentence, frame.verbAt));
  const object = said.get(wordAs(sentence, frame.verbAt + 1));
  let sum = (verb?.verb ?? 0) + (object?.object ?? 0);
  const counted = new Set<Said>();
  for (let at = firstAt(sentence, extent.start); at < tokens.length; at += 1) {
    if ((tokens[at]?.end ?? 0) > extent.end) break;
    const one = said.get(wordAs(sentence, at));
    if (one === undefined || one.word === 0 || counted.has(one)) continue;
    counted.add(one);
    sum += one.word;
  }
  return sum;
}

/** The sum for all words of a sentence and their pairs, the same for each of its acts. Linear in the sentence. */
export function scoreOfSentence(sentence: Sentence): number {
  let sum = 0;
  const counted = new Set<Said | Pair>();
  let before = said.get(start);
  for (let at = 0; at <= sentence.tokens.length; at += 1) {
    const word = wordAs(sentence, at);
    const pair = before?.pairs.get(word);
    if (pair !== undefined && !counted.has(pair)) {
      counted.add(pair);
      sum += pair.weight;
    }
    before = said.get(word);
    if (before === undefined || before.anywhere === 0 || counted.has(before)) continue;
    counted.add(before);
    sum += before.anywhere;
  }
  return sum;
}

/** All that words say of an act, as names of features, for training. A blank tells them from those of `features.ts`. */
export function wordFeatures(sentence: Sentence, frame: Frame, extent: Extent): string[] {
  const { tokens } = sentence;
  const words = new Set([
    `verb ${frame.verb?.lemma ?? wordAs(sentence, frame.verbAt)}`,
    `object ${wordAs(sentence, frame.verbAt + 1)}`,
  ]);
  for (let at = firstAt(sentence, extent.start); at < tokens.length; at += 1) {
    if ((tokens[at]?.end ?? 0) > extent.end) break;
    words.add(`word ${wordAs(sentence, at)}`);
  }
  let before = start;
  for (let at = 0; at <= tokens.length; at += 1) {
    const word = wordAs(sentence, at);
    words.add(`pair ${before} ${word}`);
    words.add(`anywhere ${word}`);
    before = word;
  }
  return [...words];
}

/** What one word says, by the place it stands in, and with the word after it. */
interface Said {
  verb: number;
  object: number;
  word: number;
  anywhere: number;
  pairs: Map<string, Pair>;
}

interface Pair {
  weight: number;
}

const said = new Map<string, Said>();

/** Lays out weights by word, so that a sentence asks once for each of its words. Training lays out others in their place. */
export function weighWords(table: Readonly<Record<string, number>>): void {
  said.clear();
  for (const [feature, weight] of Object.entries(table)) {
    const [place = "", word = "", next = ""] = feature.split(" ");
    const one = said.get(word) ?? { verb: 0, object: 0, word: 0, anywhere: 0, pairs: new Map<string, Pair>() };
    said.set(word, one);
    if (place === "pair") one.pairs.set(next, { weight });
    else if (place === "verb" || place === "object" || place === "word" || place === "anywhere") one[place] = weight;
  }
}

weighWords(wordWeights);

/** Stand for what is before the first word, and after the last. */
const start = "^";
const end = "$";

function wordAs(sentence: Sentence, at: number): string {
  const token = sentence.tokens[at];
  if (token === undefined) return at < 0 ? start : end;
  if ((sentence.nameOf[at] ?? null) !== null) return "NAME";
  return token.kind === "number" ? "0" : token.lower;
}

/** The first token that begins at an offset or after it. */
function firstAt({ tokens }: Sentence, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
