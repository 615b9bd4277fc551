/** A page's passages in order: what can be said about each, and whether it holds a step (null: not known). */
export interface Sequence {
  features: readonly string[][];
  holds: readonly boolean[];
}

/** Says for each passage of a page whether it holds a step. */
export type Tagger = (features: readonly string[][]) => boolean[];

/**
 * An averaged perceptron over the passages of a page (Collins 2002): a sum for each passage, one for each pair of
 * neighbouring answers, the best row of answers by dynamic programming. No randomness: pages come in the order given.
 */
export function trainTagger(sequences: readonly Sequence[], passes: number): Tagger {
  const weights = new Map<string, number>();
  // Of each weight the sum over time, kept as "weight times now minus what later updates count less".
  const late = new Map<string, number>();
  let now = 1;
  const add = (feature: string, by: number) => {
    weights.set(feature, (weights.get(feature) ?? 0) + by);
    late.set(feature, (late.get(feature) ?? 0) + by * now);
  };
  for (let pass = 0; pass < passes; pass += 1) {
    for (const { features, holds } of sequences) {
      const said = best(features, weights);
      for (const [at, isHeld] of holds.entries()) {
        if (said[at] !== isHeld) for (const feature of features[at] ?? []) add(feature, isHeld ? 1 : -1);
        if (at === 0) continue;
        const right = pair(holds[at - 1], isHeld);
        const wrong = pair(said[at - 1], said[at]);
        if (right === wrong) continue;
        add(right, 1);
        add(wrong, -1);
      }
      now += 1;
    }
  }
  const average = new Map([...weights].map(([feature, weight]) => [feature, weight - (late.get(feature) ?? 0) / now]));
  return (features) => best(features, average);
}

function pair(before: boolean | undefined, here: boolean | undefined): string {
  return `then ${before === true} ${here === true}`;
}

function best(features: readonly string[][], weights: ReadonlyMap<string, number>): boolean[] {
  const weigh = (name: string) => weights.get(name) ?? 0;
  let no = 0;
  let yes = 0;
  const back: { no: boolean; yes: boolean }[] = [];
  for (const [at, here] of features.entries()) {
    const own = here.reduce((sum, feature) => sum + weigh(feature), 0);
    const first = at === 0;
    const noNo = no + (first ? 0 : weigh(pair(false, false)));
    const yesNo = first ? -Infinity : yes + weigh(pair(true, false));
    const noYes = no + (first ? 0 : weigh(pair(false, true)));
    const yesYes = first ? -Infinity : yes + weigh(pair(true, true));
    back.push({ no: yesNo > noNo, yes: yesYes > noYes });
    no = Math.max(noNo, yesNo);
    yes = own + Math.max(noYes, yesYes);
  }
  let isHeld = yes > no;
  const said: boolean[] = features.map(() => false);
  for (let at = features.length - 1; at >= 0; at -= 1) {
    said[at] = isHeld;
    isHeld = (isHeld ? back[at]?.yes : back[at]?.no) ?? false;
  }
  return said;
}
