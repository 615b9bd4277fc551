/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.29, 0.44],
  [0.78, 0.5],
  [1.06, 0.6],
  [1.32, 0.67],
  [1.72, 0.68],
  [2.06, 0.73],
  [2.34, 0.83],
  [2.86, 0.88],
  [4.45, 0.91],
  [7.65, 0.95],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.09, 0.22],
  [0.37, 0.24],
  [0.7, 0.25],
  [0.94, 0.29],
  [1.22, 0.35],
  [1.59, 0.37],
  [2.83, 0.57],
];
