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
  lengths: Float64Array;
  meanLength: number;
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

/** The session likest to some words by BM25 over title, speakers and abstract; null where none shares a word. */
export function likest(programme: Programme, words: readonly string[]): Likeness | null {
  const { postings, lengths, meanLength } = bodiesOf(programme);
  const count = programme.sessions.length;
  const scores = new Map<number, number>();
  let known = 0;
  for (const word of new Set(words)) {
    const found = postings.get(word);
    if (found === undefined) continue;
    known += 1;
    const df = found.length / 2;
    if (count > 20 && df > count * commonShare) continue;
    const idf = Math.log(1 + (count - df + 0.5) / (df + 0.5));
    for (let at = 0; at < found.length; at += 2) {
      const session = found[at] ?? 0;
      const times = found[at + 1] ?? 0;
      const length = lengths[session] ?? meanLength;
      const gain = (idf * times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / meanLength));
      scores.set(session, (scores.get(session) ?? 0) + gain);
    }
  }
  let session = -1;
  let score = 0;
  let second = 0;
  for (const [number, value] of scores) {
    if (value > score) {
      second = score;
      score = value;
      session = number;
    } else if (value > second) second = value;
  }
  return session < 0 ? null : { session, score, second, words: known };
}

/** Counts the words of all sessions; once per programme, and only when a section asks. */
function bodiesOf(programme: Programme): Bodies {
  const before = bodies.get(programme);
  if (before !== undefined) return before;
  const postings = new Map<string, number[]>();
  const lengths = new Float64Array(programme.sessions.length);
  let total = 0;
  for (const [number, session] of programme.sessions.entries()) {
    const counts = new Map<string, number>();
    const count = (text: string, times: number): void => {
      for (const word of sessionWords(text)) {
        counts.set(word, (counts.get(word) ?? 0) + times);
        total += times;
        lengths[number] = (lengths[number] ?? 0) + times;
      }
    };
    count(session.title, titleTimes);
    for (const speaker of session.speakers) count(speaker.name, 1);
    count((session.abstract ?? "").slice(0, abstractMax), 1);
    for (const [word, times] of counts) {
      const there = postings.get(word);
      if (there === undefined) postings.set(word, [number, times]);
      else there.push(number, times);
    }
  }
  const made: Bodies = { postings, lengths, meanLength: total / Math.max(1, programme.sessions.length) };
  bodies.set(programme, made);
  return made;
}
