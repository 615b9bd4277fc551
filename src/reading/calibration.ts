/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.22, 0.45],
  [0.78, 0.55],
  [1.35, 0.69],
  [1.72, 0.71],
  [2.17, 0.76],
  [2.67, 0.89],
  [3.44, 0.9],
  [5.19, 0.92],
  [8.53, 0.95],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.17, 0.22],
  [0.44, 0.24],
  [0.69, 0.25],
  [0.92, 0.3],
  [1.2, 0.33],
  [1.59, 0.4],
  [2.82, 0.56],
];
