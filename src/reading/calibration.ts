/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.16, 0.35],
  [0.49, 0.54],
  [0.8, 0.62],
  [1.06, 0.63],
  [1.49, 0.64],
  [1.89, 0.81],
  [2.19, 0.83],
  [2.5, 0.87],
  [3.02, 0.89],
  [3.98, 0.91],
  [5.42, 0.93],
  [7.76, 0.94],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.2, 0.13],
  [0.62, 0.19],
  [1.23, 0.24],
  [2.84, 0.45],
];
