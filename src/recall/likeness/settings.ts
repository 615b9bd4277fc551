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
  /** What two words that stand together in both add, as a share of what the rarer of them is worth. */
  pair: number;
  person: number;
  organization: number;
  session: number;
  track: number;
  event: number;
  /** How many of the best are looked at again for words that stand together. */
  rerankMax: number;
}

export const settingsUsual: Settings = {
  k1: 1.2,
  b: 0.75,
  title: 2,
  joined: 0.5,
  pair: 0.3,
  person: 1,
  organization: 1,
  session: 1,
  track: 0.5,
  event: 0.5,
  rerankMax: 100,
};
