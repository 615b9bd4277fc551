import { firstFrom } from "#domain/model/place.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";
import { classAt, className, classNumber } from "./word-class.ts";
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
  const count = ++counts;
  for (let at = firstFrom(tokens, extent.start); at < tokens.length; at += 1) {
    if ((tokens[at]?.end ?? 0) > extent.end) break;
    const one = said.get(wordAs(sentence, at));
    if (one === undefined || one.word === 0 || one.counted === count) continue;
    one.counted = count;
    sum += one.word;
  }
  // How it is said, with the classes of the two words after its verb and of the two before it all.
  const next = acts.get(frame.manner)?.next.get(classAt(sentence, frame.verbAt + 1));
  sum += next?.weight ?? 0;
  sum += next?.next.get(classAt(sentence, frame.verbAt + 2))?.weight ?? 0;
  const lead = leads.get(frame.manner)?.next;
  const before = classAt(sentence, frame.from - 1);
  sum += lead?.get(before)?.weight ?? 0;
  return sum + (lead?.get(classAt(sentence, frame.from - 2))?.next.get(before)?.weight ?? 0);
}

/** The sum for all words of a sentence and their pairs, the same for each of its acts. Linear in the sentence. */
export function scoreOfSentence(sentence: Sentence): number {
  let sum = 0;
  const count = ++counts;
  let before = said.get(start);
  for (let at = 0; at <= sentence.tokens.length; at += 1) {
    const word = wordAs(sentence, at);
    const pair = before?.pairs.get(word);
    if (pair !== undefined && pair.counted !== count) {
      pair.counted = count;
      sum += pair.weight;
    }
    before = said.get(word);
    if (before === undefined || before.anywhere === 0 || before.counted === count) continue;
    before.counted = count;
    sum += before.anywhere;
  }
  return sum + scoreOfClasses(sentence);
}

/** The sum for the classes of a sentence's words (`word-class.ts`): two and three in a row, and those it opens with. */
function scoreOfClasses(sentence: Sentence): number {
  let sum = 0;
  const count = ++counts;
  let before = followers.next.get(classAt(sentence, -1));
  let beforeThat: Follower | undefined;
  for (let at = 0; at <= sentence.tokens.length; at += 1) {
    const number = classAt(sentence, at);
    const two = before?.next.get(number);
    const three = beforeThat?.next.get(number);
    if (two !== undefined && two.counted !== count) {
      two.counted = count;
      sum += two.weight;
    }
    if (three !== undefined && three.counted !== count) {
      three.counted = count;
      sum += three.weight;
    }
    beforeThat = two;
    before = followers.next.get(number);
  }
  const two = openings.next.get(classAt(sentence, 0))?.next.get(classAt(sentence, 1));
  sum += two?.weight ?? 0;
  return sum + (two?.next.get(classAt(sentence, 2))?.weight ?? 0);
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
  const classOf = (at: number): string => className(classAt(sentence, at));
  for (let at = -1; at < tokens.length; at += 1) {
    words.add(`as ${classOf(at)} ${classOf(at + 1)}`);
    if (at + 1 < tokens.length) words.add(`as ${classOf(at)} ${classOf(at + 1)} ${classOf(at + 2)}`);
  }
  const { manner, verbAt, from } = frame;
  words.add(`opens ${classOf(0)} ${classOf(1)}`);
  words.add(`opens ${classOf(0)} ${classOf(1)} ${classOf(2)}`);
  words.add(`act ${manner} ${classOf(verbAt + 1)}`);
  words.add(`act ${manner} ${classOf(verbAt + 1)} ${classOf(verbAt + 2)}`);
  words.add(`lead ${manner} ${classOf(from - 1)}`);
  words.add(`lead ${manner} ${classOf(from - 2)} ${classOf(from - 1)}`);
  return [...words];
}

/** Of what a sentence or act says twice the weight counts once: the number of the count that took it last. */
interface Counted {
  counted: number;
}

let counts = 0;

/** What one word says, by the place it stands in, and with the word after it. */
interface Said extends Counted {
  verb: number;
  object: number;
  word: number;
  anywhere: number;
  pairs: Map<string, Pair>;
}

interface Pair extends Counted {
  weight: number;
}

const said = new Map<string, Said>();

/** A class, or several in a row, with what each class after it says. */
interface Follower extends Counted {
  weight: number;
  next: Map<number, Follower>;
}

const emptyFollower = (): Follower => ({ weight: 0, counted: 0, next: new Map() });

/** The classes of any words in a row, those a sentence opens with, and by manner those behind an act's verb and before it. */
let followers = emptyFollower();
let openings = emptyFollower();
const acts = new Map<string, Follower>();
const leads = new Map<string, Follower>();

/** The place of classes in a row in a table of them. */
function placeOf(table: Follower, classes: readonly string[]): Follower {
  let place = table;
  for (const name of classes) {
    const number = classNumber(name);
    let next = place.next.get(number);
    if (next === undefined) place.next.set(number, (next = emptyFollower()));
    place = next;
  }
  return place;
}

function ofManner(table: Map<string, Follower>, manner: string): Follower {
  let one = table.get(manner);
  if (one === undefined) table.set(manner, (one = emptyFollower()));
  return one;
}

/** Lays out weights by word, so that a sentence asks once for each of its words. Training lays out others in their place. */
export function weighWords(table: Readonly<Record<string, number>>): void {
  for (const old of [said, headed, acts, leads]) old.clear();
  followers = emptyFollower();
  openings = emptyFollower();
  for (const [feature, weight] of Object.entries(table)) {
    const [place = "", word = "", ...rest] = feature.split(" ");
    if (place === "head" || place === "file") headed.set(feature, weight);
    else if (place === "opens") placeOf(openings, [word, ...rest]).weight = weight;
    else if (place === "as") placeOf(followers, [word, ...rest]).weight = weight;
    else if (place === "act") placeOf(ofManner(acts, word), rest).weight = weight;
    else if (place === "lead") placeOf(ofManner(leads, word), rest).weight = weight;
    else {
      const one = said.get(word) ?? { verb: 0, object: 0, word: 0, anywhere: 0, pairs: new Map(), counted: 0 };
      said.set(word, one);
      if (place === "pair") one.pairs.set(rest[0] ?? "", { weight, counted: 0 });
      else if (place === "verb" || place === "object" || place === "word" || place === "anywhere") one[place] = weight;
    }
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
