import { describe, expect, test } from "vitest";
import { parseAnnotated } from "../../eval/annotation.ts";
import { type CorpusFolder, joinRepeats, readCorpus, splits } from "../../eval/corpus.ts";
import { match } from "../../eval/match.ts";
import { emptyScore, scoreFolder, sum } from "../../eval/score.ts";
import { f1, precision, recall, table } from "../../eval/table.ts";
import { planFromLabels } from "./plan-from-labels.ts";

const folders = splits.flatMap((split) => readCorpus(split));

/** A folder of one page, for showing one thing at a time. */
function folderOf(annotated: string): CorpusFolder {
  const pages = [{ file: "notes.txt", takenOn: "2026-03-12", ...parseAnnotated(annotated, "2026-03-12") }];
  joinRepeats("someone-somewhere", pages);
  return {
    split: "dev",
    name: "someone-somewhere",
    hand: "someone",
    language: "en",
    voice: "plain",
    event: { name: "Somewhere", kind: "conference", timeZone: "UTC", notesTakenOn: "2026-03-12", notesBy: "Me Myself" },
    pages,
    files: [],
  };
}

describe("the scorer", () => {
  test("a plan made from the labels scores 1 on everything", () => {
    const score = sum(folders.map((folder) => scoreFolder(folder, planFromLabels(folder))));
    expect(score.mistakes).toEqual([]);
    expect([precision(score.steps), recall(score.steps)]).toEqual([1, 1]);
    expect(score.steps.hit).toBeGreaterThan(200);
    for (const { right, of } of [
      score.spans,
      score.owner,
      score.basis,
      score.kind,
      score.certainty,
      score.who,
      score.with,
      score.organization,
      score.audience,
      score.met,
      score.organizations,
      score.sessions,
    ]) {
      expect(of).toBeGreaterThan(0);
      expect(right).toBe(of);
    }
    expect(score.day).toMatchObject({ missed: 0, wrong: 0, invented: 0, right: score.day.withDay });
    expect([...score.traps.values()].every(({ taken }) => taken === 0)).toBe(true);
    expect([f1(score.observationsAnyKind), f1(score.people), f1(score.lines)]).toEqual([1, 1, 1]);
    expect(score.repeats).toMatchObject({
      found: score.repeats.of,
      once: score.repeats.of,
      withQuotes: score.repeats.of,
    });
  });

  test("a plan whose ranges are moved behind the words finds nothing", () => {
    const score = sum(
      folders.map((folder) => {
        const plan = planFromLabels(folder);
        const steps = plan.steps.map((step) => ({
          ...step,
          start: step.start + 9000,
          end: step.end + 9000,
          repeats: [],
        }));
        return scoreFolder(folder, { ...plan, steps });
      }),
    );
    expect(score.steps.hit).toBe(0);
    expect(score.steps.extra).toBe(score.steps.missed);
  });

  test("a plan whose ranges are moved by a third still finds, and says that the ranges differ", () => {
    const folder = folderOf(
      "- ⟦step | ring the printer about the posters⟧\n- ⟦step email | mail Ana the price list⟧\n",
    );
    const plan = planFromLabels(folder);
    const steps = plan.steps.map((step) => {
      const by = Math.floor((step.end - step.start) / 3);
      return { ...step, start: step.start + by, end: step.end + by };
    });
    const score = scoreFolder(folder, { ...plan, steps });
    expect(score.steps).toEqual({ hit: 2, extra: 0, missed: 0 });
    expect(score.spans).toEqual({ right: 0, of: 2 });
  });

  test("a step proposed for a hard negative is counted under its kind", () => {
    const folder = folderOf("⟦not advice | always ring before nine⟧. ⟦obs idea | ring them all⟧. ⟦step | ring Ana⟧");
    const plan = planFromLabels(folder);
    const [step] = plan.steps;
    if (step === undefined) throw new Error("the folder has one step");
    const taken = { ...step, start: 0, end: 22, quote: "always ring before nine" };
    const score = scoreFolder(folder, { ...plan, steps: [step, taken] });
    expect(score.steps).toEqual({ hit: 1, extra: 1, missed: 0 });
    expect(score.traps.get("advice")).toEqual({ of: 1, taken: 1 });
    expect(score.traps.get("observation")).toEqual({ of: 1, taken: 0 });
    expect(score.mistakes.map(({ what }) => what)).toEqual(["not a step (advice)"]);
  });

  test("wrong fields are counted one by one, with an invented day apart from a wrong one", () => {
    const folder = folderOf(
      '⟦step them email who="Ana Ruiz" due=2026-03-13 | Ana mails me tomorrow⟧\n⟦step with="Paul?" | lunch with Paul⟧',
    );
    const plan = planFromLabels(folder);
    const steps = plan.steps.map((step) => ({
      ...step,
      owner: "me" as const,
      who: "Ana",
      due: "2026-03-14",
      with: "Paul Ott",
    }));
    const score = scoreFolder(folder, { ...plan, steps });
    expect(score.owner).toEqual({ right: 1, of: 2 });
    expect(score.who).toEqual({ right: 0, of: 1, extra: 1 });
    expect(score.with).toEqual({ right: 0, of: 1, extra: 1 });
    expect(score.day).toEqual({ right: 0, missed: 0, wrong: 1, invented: 1, withDay: 1, withoutDay: 1 });
  });

  test("S10: a repeat that is proposed again is a false proposal, and not merged", () => {
    const folder = folderOf("⟦step id=a call | ring Ana on Friday⟧\nRecap\n⟦merge a | Ana: ring⟧");
    const plan = planFromLabels(folder);
    const [step] = plan.steps;
    if (step === undefined) throw new Error("the folder has one step");
    const again = { ...step, ...step.repeats[0], repeats: [] };
    const score = scoreFolder(folder, { ...plan, steps: [{ ...step, repeats: [] }, again] });
    expect(score.steps).toEqual({ hit: 1, extra: 1, missed: 0 });
    expect(score.repeats).toEqual({ of: 1, found: 1, once: 0, withQuotes: 0 });
  });

  test("each label and each proposal is matched once, best agreement first", () => {
    const place = (start: number, end: number) => ({ file: "a", start, end });
    const { pairs, missed, extra } = match([place(0, 10), place(12, 20)], [place(0, 20), place(0, 9)], {
      labelPlaces: (label) => [label],
      proposalPlaces: (proposal) => [proposal],
    });
    expect(pairs.map(({ label, proposal }) => [label.start, proposal.end])).toEqual([
      [0, 9],
      [12, 20],
    ]);
    expect([missed, extra]).toEqual([[], []]);
  });

  test("the sum of nothing is an empty score", () => {
    expect(sum([])).toEqual(emptyScore());
  });

  test("tables align their columns", () => {
    expect(
      table(
        "T",
        ["", "n"],
        [
          ["a", "10"],
          ["bcd", "2"],
        ],
      ),
    ).toBe("T\n      n\n---  --\na    10\nbcd   2");
  });
});
