import type { ProposalDraft } from "#domain/model/proposal.ts";
import { mergeRepeats, type Placed } from "#reading/merge.ts";
import { type Possible, threshold } from "#reading/possible.ts";
import { type StepFound, stepsOf } from "#reading/steps.ts";
import type { Plan } from "#debrief/plan.ts";
import { matchSteps, type Place } from "../match.ts";
import type { Tally } from "../table.ts";
import type { Candidate, PassageRead } from "./candidates.ts";
import type { Material } from "./material.ts";

/** A step proposed, with the sum that it was proposed for. */
export interface Proposed extends Place {
  step: StepFound["step"];
  isMarked: boolean;
  score: number;
  repeats: Place[];
}

/** What the reader would propose if its possible steps had these sums: as `readPage` and `read` do it, merged (S10). */
export function proposedBy(
  { known, pages }: Material,
  passages: readonly PassageRead[],
  score: (candidate: Candidate, passage: PassageRead) => number,
): Proposed[] {
  const found = new Map<ProposalDraft, StepFound>();
  const placed = passages.flatMap((passage): Placed[] => {
    const { page, ready, candidates } = passage;
    const scored = candidates.map((candidate) => ({ candidate, sum: score(candidate, passage) }));
    const isSaid = scored.some(({ candidate, sum }) => !isWhole(candidate) && sum > threshold);
    return scored
      .filter(({ candidate, sum }) => sum > threshold && !(isSaid && isWhole(candidate)))
      .flatMap(({ candidate, sum }) => {
        const possible: Possible = { ...candidate.possible, score: sum };
        return stepsOf(ready, [possible], known).map((step) => {
          const draft = draftOf(candidate, step, page.text);
          found.set(draft, step);
          return { page: pages.indexOf(page), draft };
        });
      });
  });
  const first = new Map(placed.map(({ draft }) => [`${draft.start} ${draft.end} ${draft.quote}`, found.get(draft)]));
  return mergeRepeats(placed).flatMap(({ page, draft }): Proposed[] => {
    const step = first.get(`${draft.start} ${draft.end} ${draft.quote}`);
    if (step === undefined || draft.step === null) return [];
    const place = (at: number, { start, end }: { start: number; end: number }) => ({
      file: pages[at]?.file ?? "",
      start,
      end,
    });
    return [
      {
        ...place(page, draft),
        step: draft.step,
        isMarked: step.isMarked,
        score: step.score,
        repeats: draft.repeats.map((repeat) => place(repeat.page, repeat)),
      },
    ];
  });
}

function isWhole({ possible }: Candidate): boolean {
  return possible.frame.manner === "noun";
}

function draftOf({ start, end }: Candidate, { step, isMarked }: StepFound, text: string): ProposalDraft {
  return {
    means: "step",
    start,
    end,
    quote: text.slice(start, end),
    session: null,
    repeats: [],
    step,
    person: null,
    organization: null,
    observation: null,
    reading: "",
    isMarked,
    heading: null,
    confidence: 0,
  };
}

/** Places proposed as steps against the labels, by the matcher that `npm run eval` counts with. */
export function matched<P extends Place & { repeats: Place[]; step?: Proposed["step"] }>(
  { folder, regions }: Material,
  proposed: readonly P[],
): Tally & { right: ReadonlySet<P>; kept: readonly P[] } {
  if (folder === null) throw new Error("only what is labelled through can be measured");
  const isIn = ({ start, end }: Place) => regions === null || regions.some(([from, to]) => start < to && from < end);
  const kept = proposed.filter((one) => [one, ...one.repeats].some(isIn));
  const steps = kept.map((one) => {
    const [at = one, ...repeats] = [one, ...one.repeats].filter(isIn);
    return { ...one.step, file: at.file, start: at.start, end: at.end, repeats, from: one };
  });
  // The matcher looks at places, owner and kind only; a classifier of passages gives no more than places.
  const plan = { steps: steps as unknown as Plan["steps"] };
  const { pairs, missed, extra } = matchSteps(folder, plan);
  const origin = new Map<unknown, P>(steps.map((step) => [step, step.from]));
  const right = new Set(pairs.flatMap(({ proposal }) => origin.get(proposal) ?? []));
  return { hit: pairs.length, extra: extra.length, missed: missed.length, right, kept };
}
