import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calibration } from "./calibration.ts";
import { confidenceOf } from "./confidence.ts";

test("a higher sum is never given less confidence, and none is given certainty", () => {
  const sum = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(sum, sum, (one, other) => {
      const [low, high] = [confidenceOf(Math.min(one, other)), confidenceOf(Math.max(one, other))];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low);
      expect(high).toBeLessThan(1);
    }),
  );
});

test("at a measured sum the confidence is the share that was right, halfway between two it lies between them", () => {
  for (const [at, [sum, right]] of calibration.entries()) {
    expect(confidenceOf(sum)).toBe(right);
    const next = calibration[at + 1];
    if (next === undefined) continue;
    expect(confidenceOf((sum + next[0]) / 2)).toBeCloseTo((right + next[1]) / 2, 1);
  }
});
