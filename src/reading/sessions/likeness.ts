import type { Programme } from "./programme.ts";
import { sessionWords } from "./words.ts";

/** Which session the words of a whole section are likest, and how far ahead of the next. */
export interface Likeness {
  session: number;
  score: number;
  second: number;
  /** How many of the section's words any session has. */
  words: number;
}

interface Bodies {
  /** Word to pairs of session and count, flat. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** What BM25 adds to a word's count for each session's length. */
  norms: Float64Array;
  /** The sessions' scores while one text is weighed; all 0 between. */
  scores: Float64Array;
  /** The sessions in the order in which they scored first. */
  order: Int32Array;
}

const bodies = new WeakMap<Programme, Bodies>();

/** BM25's usual constants (Robertson and Zaragoza 2009). */
const k1 = 1.2;
const b = 0.75;
/** A title's words count as if said so often in the abstract. */
const titleTimes = 3;
/** Abstracts are read so far: of 943 at FOSDEM 2025 nine in ten end before 1,631 characters, the longest at 9,858. */
const abstractMax = 4000;
/** Words that more sessions than this share of all have say nothing. */
const commonShare = 0.2;

/**
 * The session likest to some words by BM25 over title, speakers and abstract; null where the programme knows fewer than
 * `wordsMin` of them, so that most sections cost one look-up a word.
 */
export function likest(programme: Programme, words: readonly string[], wordsMin: number): Likeness | null {
  const { postings, norms, scores, order } = bodiesOf(programme);
  const count = programme.sessions.length;
  const known: (readonly number[])[] = [];
  for (const word of new Set(words)) {
    const found = postings.get(word);
    if (found !== undefined) known.push(found);
  }
  if (known.length < wordsMin) return null;
  let touched = 0;
  for (const found of known) {
    const df = found.length / 2;
    if (count > 20 && df > count * commonShare) continue;
    const idf = Math.log(1 + (count - df + 0.5) / (df + 0.5));
    for (let at = 0; at < found.length; at += 2) {
      const session = found[at] ?? 0;
      const times = found[at + 1] ?? 0;
      const before = scores[session] ?? 0;
      if (before === 0) order[touched++] = session;
      scores[session] = before + (idf * times * (k1 + 1)) / (times + (norms[session] ?? 0));
    }
  }
  let session = -1;
  let score = 0;
  let second = 0;
  for (let at = 0; at < touched; at += 1) {
    const number = order[at] ?? 0;
    const value = scores[number] ?? 0;
    scores[number] = 0;
    if (value > score) {
      second = score;
      score = value;
      session = number;
    } else if (value > second) second = value;
  }
  return session < 0 ? null : { session, score, second, words: known.length };
}

/** Counts the words of all sessions; once per programme, and only when a section asks. */
function bodiesOf(programme: Programme): Bodies {
  const before = bodies.get(programme);
  if (before !== undefined) return before;
  const postings = new Map<string, number[]>();
  const lengths = new Float64Array(programme.sessions.length);
  let total = 0;
  for (const [number, session] of programme.sessions.entries()) {
    const count = (text: string, times: number): void => {
      const words = sessionWords(text);
      for (const word of words) {
        const there = postings.get(word);
        if (there === undefined) postings.set(word, [number, times]);
        else if (there[there.length - 2] === number) there[there.length - 1] = (there[there.length - 1] ?? 0) + times;
        else there.push(number, times);
      }
      total += times * words.length;
      lengths[number] = (lengths[number] ?? 0) + times * words.length;
    };
    count(session.title, titleTimes);
    for (const speaker of session.speakers) count(speaker.name, 1);
    count((session.abstract ?? "").slice(0, abstractMax), 1);
  }
  const meanLength = total / Math.max(1, programme.sessions.length);
  const norms = lengths.map((length) => k1 * (1 - b + (b * length) / meanLength));
  const made: Bodies = {
    postings,
    norms,
    scores: new Float64Array(lengths.length),
    order: new Int32Array(lengths.length),
  };
  bodies.set(programme, made);
  return made;
}
