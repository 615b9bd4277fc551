import { describe, expect, test } from "vitest";
import { measuresOf } from "../../eval/retrieval/measures.ts";
import { stepSets } from "../../eval/retrieval/steps.ts";

describe("measures of a ranking", () => {
  test("the only answer in second place", () => {
    expect(measuresOf(["x", "a", "y"], new Map([["a", 1]]))).toEqual({
      ndcg: 1 / Math.log2(3),
      recall: 1,
      mrr: 0.5,
      map: 0.5,
    });
  });

  test("graded answers in the best order make 1, in a worse one less", () => {
    const grades = new Map([
      ["a", 4],
      ["b", 1],
    ]);
    expect(measuresOf(["a", "b"], grades)).toEqual({ ndcg: 1, recall: 1, mrr: 1, map: 1 });
    const turned = measuresOf(["b", "a"], grades);
    expect(turned.map).toBe(1);
    expect(turned.ndcg).toBeCloseTo((1 + 4 / Math.log2(3)) / (4 + 1 / Math.log2(3)));
  });

  test("what stands below the tenth place counts for the mean precision alone", () => {
    const ranking = [...Array.from({ length: 10 }, (_, at) => `x${at}`), "a"];
    expect(measuresOf(ranking, new Map([["a", 1]]))).toEqual({ ndcg: 0, recall: 0, mrr: 1 / 11, map: 1 / 11 });
  });

  test("nothing found is 0 of all", () => {
    expect(measuresOf([], new Map([["a", 1]]))).toEqual({ ndcg: 0, recall: 0, mrr: 0, map: 0 });
  });
});

test("our corpus' sets ask for what their items hold, and no item asks for itself", () => {
  for (const { items, asked } of stepSets()) {
    const ids = new Set(items.map(({ id }) => id));
    expect(ids.size).toBe(items.length);
    expect(asked.length).toBeGreaterThan(50);
    for (const { query, grades } of asked) {
      expect([...grades.keys()].filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.has(query.id)).toBe(false);
    }
  }
});
