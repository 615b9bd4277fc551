import { join } from "node:path";
import type { Calibration } from "./calibrate.ts";
import { isWord } from "./candidates.ts";
import type { ObservationsTrained } from "./observations.ts";

/** What training stores, file by file, as the formatter leaves it; figures only, none of the texts. */
export interface Trained {
  /** Of the grammar and of words, in one. */
  steps: Readonly<Record<string, number>>;
  observations: ObservationsTrained;
  calibration: Calibration;
}

const reading = join(import.meta.dirname, "..", "..", "src", "reading");

/** The files with their text. */
export function filesOf({ steps, observations, calibration }: Trained): { path: string; text: string }[] {
  return [
    {
      path: join(reading, "weights.ts"),
      text: `/**
 * What each feature of a possible step (\`features.ts\`) says for it, in units of log odds: a sum above 0 is proposed.
 * Written by \`npm run train\`: do not edit. docs/model-card.md says what it was fitted on and how.
 */
export const weights: Readonly<Record<string, number>> = ${record(steps, (feature) => !isWord(feature))};
`,
    },
    {
      path: join(reading, "word-weights.ts"),
      text: `/**
 * What the words of a possible step and of its sentence (\`lexical.ts\`) say for it, in units of log odds: words and pairs of
 * words that several hands of our corpus use. Written by \`npm run train\`: do not edit. docs/model-card.md says how.
 */
export const wordWeights: Readonly<Record<string, number>> = ${record(steps, isWord)};
`,
    },
    {
      path: join(reading, "observation-weights.ts"),
      text: `/**
 * What each cue (\`observation-features.ts\`) and word says for an observation: "any", whether a passage is worth keeping,
 * where a sum of log odds above 0 is proposed, and for each kind how much it looks like that kind.
 * Written by \`npm run train\`: do not edit. docs/model-card.md says what it was fitted on and how.
 */
export const observationWeights: Readonly<Record<string, number>> = ${record(observations.table)};
`,
    },
    {
      path: join(reading, "calibration.ts"),
      text: `/**
 * How often steps proposed for such a sum of weights were right, on hands and files that the fit had not seen; sums rise.
 * Written by \`npm run train\`: do not edit. docs/model-card.md says how it was measured.
 */
export const calibration: readonly (readonly [score: number, right: number])[] = [
${points(calibration)}
];

/** The same for observations: how often what is proposed for such a sum of "any" is one of the kind that is said. */
export const observationCalibration: readonly (readonly [score: number, right: number])[] = [
${points(observations.calibration)}
];
`,
    },
  ];
}

function points(curve: Calibration): string {
  return curve.map(([score, right]) => `  [${score}, ${right}],`).join("\n");
}

function record(table: Readonly<Record<string, number>>, isIn: (name: string) => boolean = () => true): string {
  const lines = Object.entries(table)
    .filter(([name]) => isIn(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `  ${/^[A-Za-z_]\w*$/u.test(name) ? name : quoted(name)}: ${value},`);
  return `{\n${lines.join("\n")}\n}`;
}

/** As the formatter has it: single quotes where there is a double one inside. */
function quoted(name: string): string {
  return name.includes('"') && !name.includes("'") ? `'${name}'` : JSON.stringify(name);
}
