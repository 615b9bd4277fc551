import { isOneSlip } from "../names/spelling.ts";
import { type Programme, rarity } from "./programme.ts";

/** How well the best session fits some words, and how far it stands before the next. */
export interface Match {
  /** The session's number. */
  session: number;
  /** 0 to 1: the shared words' rarity over that of the words and the title together; see `match`. */
  score: number;
  /** The score of the best other session (of another title). */
  second: number;
  /** Share of the title's weight that the words hold. */
  coverage: number;
  /** How many words they share, speakers' names included. */
  shared: number;
}

/** A short form or misspelling counts this much of the word it stands for. */
const guessed = 0.7;
/** A short form that begins more title words than this says too little. */
const shortFormsMax = 6;

/**
 * The session whose title and speakers share most with some words, by rarity: sum of the shared words' weights over a
 * mean of the weights of the words given and of the title (Tversky's index, `own` the share of the words given). Among
 * `within` where given. Null where nothing is shared.
 */
export function match(
  programme: Programme,
  words: readonly string[],
  { within = null, own = 0.5 }: { within?: ReadonlySet<number> | null; own?: number } = {},
): Match | null {
  const tally = tallyOf(programme);
  weigh(programme, tally, words, within);
  const { wordsWeight } = tally;
  let session = -1;
  let best = -1;
  let second = 0;
  for (const number of tally.touched) {
    const titleWeight = programme.weights[number] ?? 0;
    const weight = tally.all[number] ?? 0;
    const score = Math.min(1, weight / (own * wordsWeight + (1 - own) * Math.max(titleWeight, weight)));
    if (score > best) {
      if (session >= 0 && !isSameTitle(programme, session, number)) second = best;
      session = number;
      best = score;
    } else if (score > second && !isSameTitle(programme, session, number)) second = score;
  }
  if (session < 0) return null;
  const titleWeight = programme.weights[session] ?? 0;
  const coverage = titleWeight === 0 ? 0 : (tally.title[session] ?? 0) / titleWeight;
  return { session, score: best, second, coverage, shared: tally.count[session] ?? 0 };
}

/** Adds up what the sessions gain by the words, unless that is what was weighed last: a line is often asked twice. */
function weigh(programme: Programme, tally: Tally, words: readonly string[], within: ReadonlySet<number> | null): void {
  if (tally.words === words && tally.within === within) return;
  for (const number of tally.touched) {
    tally.all[number] = 0;
    tally.title[number] = 0;
    tally.count[number] = 0;
  }
  tally.touched.length = 0;
  tally.words = words;
  tally.within = within;
  tally.wordsWeight = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (words.indexOf(word) < at) continue;
    tally.word += 1;
    const { forms, said, saidWeight, weight } = meaningOf(programme, tally.meanings, word);
    for (const { sessions, gained } of forms) gain(tally, sessions, gained, true);
    if (said !== null) gain(tally, said, saidWeight, false);
    tally.wordsWeight += weight;
  }
}

/** What the sessions have gained by some words; kept per programme and used again for the next, so that none is made anew. */
interface Tally {
  /** The words that were weighed, and among which sessions. */
  words: readonly string[] | null;
  within: ReadonlySet<number> | null;
  wordsWeight: number;
  all: Float64Array;
  title: Float64Array;
  count: Uint16Array;
  /** The number of the word that a session last gained by. */
  last: Int32Array;
  word: number;
  touched: number[];
  /** What words say of the sessions, by word. */
  meanings: Map<string, Meaning>;
}

const tallies = new WeakMap<Programme, Tally>();

function tallyOf(programme: Programme): Tally {
  let tally = tallies.get(programme);
  if (tally === undefined) {
    const size = programme.sessions.length;
    tally = {
      words: null,
      within: null,
      wordsWeight: 0,
      all: new Float64Array(size),
      title: new Float64Array(size),
      count: new Uint16Array(size),
      last: new Int32Array(size),
      word: 0,
      touched: [],
      meanings: new Map(),
    };
    tallies.set(programme, tally);
  }
  return tally;
}

/** Sessions gain by each word once, by its surest form. */
function gain(tally: Tally, numbers: readonly number[], weight: number, isTitle: boolean): void {
  const { within } = tally;
  for (const number of numbers) {
    if (tally.last[number] === tally.word || (within !== null && !within.has(number))) continue;
    tally.last[number] = tally.word;
    if (tally.count[number] === 0) tally.touched.push(number);
    tally.count[number] = (tally.count[number] ?? 0) + 1;
    tally.all[number] = (tally.all[number] ?? 0) + weight;
    if (isTitle) tally.title[number] = (tally.title[number] ?? 0) + weight;
  }
}

/** A word no title has says that something else is meant, about as much as a word one in ten titles has. */
function unknownWeight(programme: Programme): number {
  return Math.log(1 + Math.min(10, programme.sessions.length));
}

/** The same talk given twice, or listed for two tracks. */
function isSameTitle(programme: Programme, one: number, other: number): boolean {
  return programme.titleOf[one] === programme.titleOf[other];
}

interface WordForm {
  form: string;
  factor: number;
}

/** What a word says of the sessions. */
interface Meaning {
  /** The sessions whose titles have it, or what it may be short or misspelt for, and what they gain. */
  forms: readonly { sessions: readonly number[]; gained: number }[];
  /** The sessions of the speakers it names, and what they gain. */
  said: readonly number[] | null;
  saidWeight: number;
  /** The word's own weight. */
  weight: number;
}

/** Answers are kept for so many words; notes repeat themselves. */
const meaningsMax = 50_000;

function meaningOf(programme: Programme, known: Map<string, Meaning>, word: string): Meaning {
  let meaning = known.get(word);
  if (meaning === undefined) {
    meaning = meant(programme, word);
    if (known.size < meaningsMax) known.set(word, meaning);
  }
  return meaning;
}

function meant(programme: Programme, word: string): Meaning {
  const forms: { sessions: readonly number[]; gained: number }[] = [];
  let weight = 0;
  for (const { form, factor } of formsOf(programme, word)) {
    const rare = rarity(programme, form);
    weight = Math.max(weight, rare);
    forms.push({ sessions: programme.byWord.get(form) ?? [], gained: rare * factor });
  }
  const said = programme.bySpeakerWord.get(word) ?? null;
  const saidWeight = said === null ? 0 : Math.log(1 + programme.sessions.length / said.length);
  if (said !== null && forms.length === 0) weight = saidWeight;
  return { forms, said, saidWeight, weight: weight === 0 ? unknownWeight(programme) : weight };
}

/** The title words that a word may be: itself; else those it begins or is one slip away from. */
function formsOf(programme: Programme, word: string): readonly WordForm[] {
  return programme.byWord.has(word) ? [{ form: word, factor: 1 }] : guessedForms(programme, word);
}

function guessedForms(programme: Programme, word: string): WordForm[] {
  const forms: WordForm[] = [];
  if (word.length >= 5) {
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      for (const form of programme.byStart.get(word.charAt(0) + length) ?? []) {
        if (isOneSlip(word, form)) forms.push({ form, factor: guessed });
      }
    }
  }
  if (forms.length > 0 || word.length < 4) return forms;
  const from = firstAtLeast(programme.vocabulary, word);
  for (let at = from; at < programme.vocabulary.length && forms.length <= shortFormsMax; at += 1) {
    const form = programme.vocabulary[at] ?? "";
    if (!form.startsWith(word)) break;
    forms.push({ form, factor: guessed });
  }
  return forms.length > shortFormsMax ? [] : forms;
}

function firstAtLeast(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
