/** How well a ranking answers, each 0 to 1. */
export interface Measures {
  ndcg: number;
  recall: number;
  mrr: number;
  map: number;
}

/** Of one ranking (ids, the best first): nDCG@10 with linear gains, recall@10, the first answer's reciprocal rank, average precision. */
export function measuresOf(ranking: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  let gain = 0;
  let found = 0;
  let precision = 0;
  let first = 0;
  let foundOfTen = 0;
  for (const [at, id] of ranking.entries()) {
    const grade = grades.get(id) ?? 0;
    if (grade === 0) continue;
    found += 1;
    precision += found / (at + 1);
    if (first === 0) first = 1 / (at + 1);
    if (at < 10) {
      gain += grade / Math.log2(at + 2);
      foundOfTen += 1;
    }
  }
  const ideal = [...grades.values()]
    .toSorted((one, other) => other - one)
    .slice(0, 10)
    .reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);
  return { ndcg: gain / ideal, recall: foundOfTen / grades.size, mrr: first, map: precision / grades.size };
}

export function meanOf(all: readonly Measures[]): Measures {
  const mean = (pick: (one: Measures) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    ndcg: mean((one) => one.ndcg),
    recall: mean((one) => one.recall),
    mrr: mean((one) => one.mrr),
    map: mean((one) => one.map),
  };
}
