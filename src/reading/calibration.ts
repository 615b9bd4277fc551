/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.08, 0.29],
  [0.47, 0.51],
  [0.97, 0.55],
  [1.3, 0.6],
  [1.57, 0.67],
  [1.84, 0.7],
  [2.06, 0.71],
  [2.35, 0.81],
  [3.03, 0.91],
  [4.9, 0.91],
  [8.59, 0.95],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.16, 0.2],
  [0.55, 0.22],
  [1.05, 0.33],
  [1.59, 0.4],
  [2.79, 0.56],
];
