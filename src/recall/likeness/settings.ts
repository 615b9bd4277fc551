/** What the parts of likeness count. The usual values were chosen on the halves for tuning of `npm run eval -- --only retrieval`. */
export interface Settings {
  /** BM25: how soon a word that comes again stops counting more. */
  k1: number;
  /** BM25: how much a long item's words count less, 0 to 1. */
  b: number;
  /** A title's word counts as so many of the text. A multiple of a half, as all weights of places. */
  title: number;
  /** A word of a note that was joined to the item before counts as so many of its own. */
  joined: number;
  /** What a name asked for counts more than another word: 0.5 is half as much again. */
  name: number;
  /** What a word counts that begins with one asked for, or begins it ("market", "marketplace"), times the share they have in common. */
  family: number;
  /** What two words that stand together in both add, as a share of what the commoner of them is worth. */
  pair: number;
  person: number;
  organization: number;
  session: number;
  track: number;
  event: number;
  /** What the same day adds, as a share of the score; a day further away less, by `nearDays`. */
  near: number;
  /** After so many days, nearness counts a third of what it does on the same day (one part in e). */
  nearDays: number;
}

/**
 * Organizations and sessions count as people do, which is measured; tracks and events, which more items share, half as much. None of
 * these four could be measured: no set has them beside words without being made of them.
 */
export const settingsUsual: Settings = {
  k1: 1.2,
  b: 0.75,
  title: 3,
  joined: 0.5,
  name: 0.5,
  family: 0.4,
  pair: 0.15,
  person: 2,
  organization: 2,
  session: 2,
  track: 1,
  event: 1,
  near: 0.3,
  nearDays: 90,
};

/** BM25 alone, with its usual constants. */
export const settingsBare: Settings = {
  ...settingsUsual,
  title: 1,
  joined: 0,
  name: 0,
  family: 0,
  pair: 0,
  person: 0,
  organization: 0,
  session: 0,
  track: 0,
  event: 0,
  near: 0,
};
