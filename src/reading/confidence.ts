import { calibration } from "./calibration.ts";

/**
 * How often steps with such a sum of weights were right on notes that the fit had not seen: `calibration.ts` gives points,
 * between them lies a straight line, beyond them their ends. What the writer marked has a high sum already, and is right as
 * often as its sum says.
 */
export function confidenceOf(score: number): number {
  return onCurve(calibration, score);
}

/** The height of a curve given by points in rising order, with straight lines between them; two decimals. */
export function onCurve(curve: readonly (readonly [score: number, right: number])[], score: number): number {
  let [before, value] = curve[0] ?? [0, 0];
  for (const [sum, right] of curve) {
    if (score <= sum)
      return two(sum === before ? right : value + ((right - value) * Math.max(0, score - before)) / (sum - before));
    before = sum;
    value = right;
  }
  return two(value);
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}
