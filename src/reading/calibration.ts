/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.07, 0.43],
  [0.34, 0.45],
  [0.81, 0.51],
  [1.22, 0.59],
  [1.79, 0.71],
  [2.31, 0.86],
  [2.65, 0.87],
  [3.34, 0.9],
  [5.09, 0.9],
  [8.44, 0.97],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.27, 0.22],
  [0.69, 0.25],
  [0.94, 0.29],
  [1.23, 0.35],
  [1.61, 0.4],
  [2.85, 0.59],
];
