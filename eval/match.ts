import type { Plan, PlanStep } from "#debrief/plan.ts";
import type { StepLabel } from "./annotation.ts";
import type { CorpusFolder } from "./corpus.ts";

/** A stretch of one of a folder's files. */
export interface Place {
  file: string;
  start: number;
  end: number;
}

export interface Pair<L, P> {
  label: L;
  proposal: P;
  /** Characters in both over characters in either, 1 for the same range. */
  agreement: number;
}

export interface Matching<L, P> {
  pairs: Pair<L, P>[];
  missed: L[];
  /** Proposals that fit no label, or one that another proposal fits better. */
  extra: P[];
}

/** Characters that two places share. */
export function shared(a: Place, b: Place): number {
  return a.file === b.file ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

/** Two places fit where they share at least half of the shorter one. */
export function fits(a: Place, b: Place): boolean {
  return shared(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start) && shared(a, b) > 0;
}

/** Intersection over union, in characters. */
function agreementOf(a: Place, b: Place): number {
  const both = shared(a, b);
  return both / (a.end - a.start + (b.end - b.start) - both);
}

/**
 * Labels to proposals, one to one: the pairs that fit are taken best agreement first (ties in order of place), each label
 * and each proposal once. `likeness` breaks ties between labels with the same range (S9: one act of two owners).
 */
export function match<L, P>(
  labels: readonly L[],
  proposals: readonly P[],
  options: {
    labelPlaces: (label: L) => readonly Place[];
    proposalPlaces: (proposal: P) => readonly Place[];
    likeness?: (label: L, proposal: P) => number;
  },
): Matching<L, P> {
  const candidates: (Pair<L, P> & { rank: number })[] = [];
  for (const label of labels) {
    for (const proposal of proposals) {
      let agreement = 0;
      for (const a of options.labelPlaces(label)) {
        for (const b of options.proposalPlaces(proposal)) {
          if (fits(a, b)) agreement = Math.max(agreement, agreementOf(a, b));
        }
      }
      if (agreement === 0) continue;
      // Likeness counts for less than any real difference of ranges.
      const rank = agreement + (options.likeness?.(label, proposal) ?? 0) / 1000;
      candidates.push({ label, proposal, agreement, rank });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank);
  const labelsTaken = new Set<L>();
  const proposalsTaken = new Set<P>();
  const pairs: Pair<L, P>[] = [];
  for (const { label, proposal, agreement } of candidates) {
    if (labelsTaken.has(label) || proposalsTaken.has(proposal)) continue;
    labelsTaken.add(label);
    proposalsTaken.add(proposal);
    pairs.push({ label, proposal, agreement });
  }
  return {
    pairs,
    missed: labels.filter((label) => !labelsTaken.has(label)),
    extra: proposals.filter((proposal) => !proposalsTaken.has(proposal)),
  };
}

/** A folder's label with its file. */
export type Placed<L> = L & { file: string };

/** A folder's labels of one meaning, each with its file. */
export function labelled<M extends CorpusFolder["pages"][number]["labels"][number]["means"]>(
  folder: CorpusFolder,
  means: M,
): Placed<Extract<CorpusFolder["pages"][number]["labels"][number], { means: M }>>[] {
  type Wanted = Extract<CorpusFolder["pages"][number]["labels"][number], { means: M }>;
  return folder.pages.flatMap((page) =>
    page.labels
      .filter((label): label is Wanted => label.means === means)
      .map((label) => ({ ...label, file: page.file })),
  );
}

/** Steps of a folder to steps of its plan. A step that is said several times may be found at any of its places (S10). */
export function matchSteps(folder: CorpusFolder, plan: Pick<Plan, "steps">): Matching<Placed<StepLabel>, PlanStep> {
  return match(labelled(folder, "step"), plan.steps, {
    labelPlaces: (label) => [label, ...label.repeats],
    proposalPlaces: (step) => [step, ...step.repeats],
    likeness: (label, step) => Number(label.owner === step.owner) + Number(label.kind === step.kind),
  });
}
