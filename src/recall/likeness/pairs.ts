import type { Doc } from "./doc.ts";
import type { Postings } from "./postings.ts";
import type { Settings } from "./settings.ts";

/** Two words stand together where at most so many lie between their beginnings. */
const reach = 4;

/**
 * Adds to the scores of the ranked what their words tell that stand together there as they do in the query (the sequential dependence
 * of Metzler and Croft 2005, as BM25 weights it).
 */
export function pairScores(
  query: Doc,
  ranked: readonly number[],
  index: {
    scores: Float64Array;
    sequenceOf: (slot: number) => readonly string[];
    words: Postings;
    settings: Settings;
  },
): void {
  const { scores, sequenceOf, words, settings } = index;
  if (settings.pair === 0) return;
  const worths = new Map<string, Map<string, number>>();
  for (const [at, one] of query.sequence.entries()) {
    const other = query.sequence[at + 1];
    if (other === undefined || other === one) continue;
    const worth = Math.min(words.rarityOf(one), words.rarityOf(other));
    if (worth === 0) continue;
    const [low, high] = one < other ? [one, other] : [other, one];
    const partners = worths.get(low) ?? new Map<string, number>();
    worths.set(low, partners.set(high, worth));
  }
  if (worths.size === 0) return;
  const asked = new Set(query.sequence);
  for (const slot of ranked) {
    const counts = new Map<string, { worth: number; times: number }>();
    let last: { key: string; at: number }[] = [];
    for (const [at, key] of sequenceOf(slot).entries()) {
      if (!asked.has(key)) continue;
      last = last.filter((one) => at - one.at <= reach);
      for (const one of last) {
        const [low, high] = one.key < key ? [one.key, key] : [key, one.key];
        const worth = worths.get(low)?.get(high);
        if (worth === undefined) continue;
        const name = `${low} ${high}`;
        const count = counts.get(name) ?? { worth, times: 0 };
        count.times += 1 / (at - one.at);
        counts.set(name, count);
      }
      last.push({ key, at });
    }
    let sum = 0;
    for (const { worth, times } of counts.values()) sum += (worth * times * (settings.k1 + 1)) / (times + settings.k1);
    scores[slot] = (scores[slot] ?? 0) + settings.pair * sum;
  }
}
