/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by `npm run train`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
  [0.09, 0.41],
  [0.28, 0.44],
  [0.44, 0.46],
  [0.84, 0.51],
  [1.26, 0.59],
  [1.81, 0.72],
  [2.32, 0.84],
  [2.66, 0.86],
  [4.47, 0.91],
  [8.52, 0.97],
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
  [0.27, 0.21],
  [0.69, 0.25],
  [0.93, 0.3],
  [1.41, 0.36],
  [2.83, 0.59],
];
