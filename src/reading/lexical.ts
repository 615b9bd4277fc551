import { firstFrom } from "#domain/model/place.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";
import { classAt } from "./word-class.ts";
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
  for (let at = firstFrom(tokens, extent.start); at < tokens.length; at += 1) {
    if ((tokens[at]?.end ?? 0) > extent.end) break;
    const one = said.get(wordAs(sentence, at));
    if (one === undefined || one.word === 0 || counted.has(one)) continue;
    counted.add(one);
    sum += one.word;
  }
  for (const feature of actClasses(sentence, frame)) sum += patterns.get(feature) ?? 0;
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
  return sum + scoreOfClasses(sentence);
}

/** The sum for the classes of a sentence's words (`word-class.ts`): two and three in a row, and those it opens with. */
function scoreOfClasses(sentence: Sentence): number {
  let sum = 0;
  const counted = new Set<Follower>();
  let before = followers.get(classAt(sentence, -1));
  let beforeThat: Follower | undefined;
  for (let at = 0; at <= sentence.tokens.length; at += 1) {
    const name = classAt(sentence, at);
    const two = before?.next.get(name);
    const three = beforeThat?.next.get(name);
    for (const one of [two, three]) {
      if (one === undefined || one.weight === 0 || counted.has(one)) continue;
      counted.add(one);
      sum += one.weight;
    }
    beforeThat = two;
    before = followers.get(name);
  }
  for (const feature of openingClasses(sentence)) sum += patterns.get(feature) ?? 0;
  return sum;
}

function openingClasses(sentence: Sentence): string[] {
  const two = `opens ${classAt(sentence, 0)} ${classAt(sentence, 1)}`;
  return [two, `${two} ${classAt(sentence, 2)}`];
}

/** How an act is said, with the classes of the two words after its verb and of the two before it all. */
function actClasses(sentence: Sentence, { manner, verbAt, from }: Frame): string[] {
  const after = `act ${manner} ${classAt(sentence, verbAt + 1)}`;
  const before = classAt(sentence, from - 1);
  return [
    after,
    `${after} ${classAt(sentence, verbAt + 2)}`,
    `lead ${manner} ${before}`,
    `lead ${manner} ${classAt(sentence, from - 2)} ${before}`,
  ];
}

/** What the words of a heading and of a page's name say of the things and bare acts below, in sum and as features. */
export interface HeadingSaid {
  score: number;
  features: readonly string[];
}

/** The words of a short heading and of a page's name (`home list.txt`); a long heading says nothing. */
export function headingSaid(heading: string | null, file: string): HeadingSaid {
  const names = [
    ...wordsIn(heading ?? "").map((word) => `head ${word}`),
    ...wordsIn(fileName(file)).map((word) => `file ${word}`),
  ];
  const features = [...new Set(names)];
  let score = 0;
  for (const feature of features) score += headed.get(feature) ?? 0;
  return { score, features };
}

function fileName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** At most eight words of a line of at most 60 characters. */
function wordsIn(line: string): string[] {
  if (line.length > 60) return [];
  const words = line.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
  return words.length > 8 ? [] : words;
}

const headed = new Map<string, number>();

/** All that words say of an act, as names of features, for training. A blank tells them from those of `features.ts`. */
export function wordFeatures(sentence: Sentence, frame: Frame, extent: Extent): string[] {
  const { tokens } = sentence;
  const words = new Set([
    `verb ${frame.verb?.lemma ?? wordAs(sentence, frame.verbAt)}`,
    `object ${wordAs(sentence, frame.verbAt + 1)}`,
  ]);
  for (let at = firstFrom(tokens, extent.start); at < tokens.length; at += 1) {
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
  const classes = Array.from({ length: tokens.length + 2 }, (_, at) => classAt(sentence, at - 1));
  for (const [at, name] of classes.entries()) {
    const next = classes[at + 1];
    if (next === undefined) break;
    words.add(`as ${name} ${next}`);
    const last = classes[at + 2];
    if (last !== undefined) words.add(`as ${name} ${next} ${last}`);
  }
  for (const feature of [...openingClasses(sentence), ...actClasses(sentence, frame)]) words.add(feature);
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

/** A class, or two in a row, with what each class after it says. */
interface Follower {
  weight: number;
  next: Map<string, Follower>;
}

const followers = new Map<string, Follower>();
/** What the classes a sentence opens with say, and those around an act, by the whole feature. */
const patterns = new Map<string, number>();

function followed(table: Map<string, Follower>, name: string): Follower {
  let one = table.get(name);
  if (one === undefined) table.set(name, (one = { weight: 0, next: new Map<string, Follower>() }));
  return one;
}

/** Lays out weights by word, so that a sentence asks once for each of its words. Training lays out others in their place. */
export function weighWords(table: Readonly<Record<string, number>>): void {
  said.clear();
  headed.clear();
  followers.clear();
  patterns.clear();
  for (const [feature, weight] of Object.entries(table)) {
    const [place = "", word = "", next = "", last = ""] = feature.split(" ");
    if (place === "head" || place === "file") {
      headed.set(feature, weight);
      continue;
    }
    if (place === "opens" || place === "act" || place === "lead") {
      patterns.set(feature, weight);
      continue;
    }
    if (place === "as") {
      const two = followed(followed(followers, word).next, next);
      (last === "" ? two : followed(two.next, last)).weight = weight;
      continue;
    }
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

/** A word as the models of words see it: names are all alike, and so are numbers; "^" is before the first, "$" after the last. */
export function wordAs(sentence: Sentence, at: number): string {
  const token = sentence.tokens[at];
  if (token === undefined) return at < 0 ? start : end;
  if ((sentence.nameOf[at] ?? null) !== null) return "NAME";
  return token.kind === "number" ? "0" : token.lower;
}
