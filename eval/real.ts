import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan, PlanQuote } from "#debrief/plan.ts";
import { decode } from "#formats/decode.ts";
import { trapKinds } from "./annotation.ts";
import { matchSteps, type Place } from "./match.ts";
import { planOf } from "./read.ts";
import { folderOf, sourceOf, sources } from "./real/folder.ts";
import {
  bytesOf,
  type Choice,
  choices,
  readRealLabels,
  type RealHeader,
  type RealLabel,
  type RealLabels,
  type RealSplit,
} from "./real/labels.ts";
import { type Right, type Score, scoreFolder, sum } from "./score.ts";
import { f1, outOf, precision, recall, share, table, type Tally } from "./table.ts";

/** What `evaluateReal` gives: the counts, in full and by part, and what had to be left out. */
export interface RealResult {
  split: RealSplit;
  /** Files scored. */
  files: number;
  /** Characters of all regions that were scored. */
  characters: number;
  all: Score;
  /** Of `all`: is it my step or somebody else's, whoever that is? Nobody tells the reader who the colleagues are. */
  mine: Right;
  /** People, in the files where all of them are labelled. */
  people: Tally & { files: number };
  bySource: Map<string, Score>;
  byChoice: Map<Choice, Score>;
  leftOut: { file: string; why: string }[];
}

/**
 * Reads the labelled regions of real notes and minutes with the reader, as the corpus is read, and scores them with the same
 * matcher. Each file is a folder of its own, given to the reader under its own name with its day and nothing else: no
 * programme, no contacts, no colleagues. Proposals outside the regions count for nothing. A file that is not there, or not the
 * one that was labelled, is left out and named.
 */
export function evaluateReal(dataFolder: string, options: { split: RealSplit }): RealResult {
  const leftOut: RealResult["leftOut"] = [];
  const scored: { labels: RealLabels; whole: Score; mine: Right; byChoice: Map<Choice, Score> }[] = [];
  for (const labels of readRealLabels()) {
    if (labels.split !== options.split) continue;
    const bytes = bytesOf(dataFolder, labels);
    if (typeof bytes === "string") {
      leftOut.push({ file: labels.file, why: bytes });
      continue;
    }
    const plan = planOf([{ name: labels.file, bytes }], labels.takenOn);
    const byChoice = new Map<Choice, Score>();
    for (const choice of choices) {
      const regions = labels.regions.filter((_, at) => labels.chosen[at] === choice);
      if (regions.length > 0) byChoice.set(choice, scoreRegions(labels, bytes, plan, regions).score);
    }
    const { score, mine } = scoreRegions(labels, bytes, plan, labels.regions);
    scored.push({ labels, whole: score, mine, byChoice });
  }
  const total = (choice: Choice) => sum(scored.flatMap(({ byChoice }) => byChoice.get(choice) ?? []));
  return {
    split: options.split,
    files: scored.length,
    characters: scored.reduce((n, { labels }) => n + labels.regions.reduce((m, [start, end]) => m + end - start, 0), 0),
    all: sum(scored.map(({ whole }) => whole)),
    mine: {
      right: scored.reduce((n, { mine }) => n + mine.right, 0),
      of: scored.reduce((n, { mine }) => n + mine.of, 0),
    },
    people: peopleOf(scored.filter(({ labels }) => labels.people).map(({ whole }) => whole)),
    bySource: new Map(
      sources.flatMap((source) => {
        const own = scored.filter(({ labels }) => sourceOf(labels.file) === source);
        return own.length === 0 ? [] : [[source, sum(own.map(({ whole }) => whole))]];
      }),
    ),
    byChoice: new Map(choices.map((choice) => [choice, total(choice)])),
    leftOut,
  };
}

/** The tables of one split as text; with `errors`, each mistake with its file, line and words after them. */
export function sayReal(result: RealResult, options: { dataFolder: string; errors?: boolean }): string {
  const { all, leftOut } = result;
  const left = leftOut.map(({ file, why }) => `left out: ${file} (${why})`);
  if (result.files === 0) return [`# Real notes and minutes, ${result.split}: nothing to read`, ...left].join("\n");
  const thousands = Math.round(result.characters / 1000);
  const parts = [
    `# Real notes and minutes, ${result.split}: ${result.files} files, regions of ${thousands} thousand characters`,
    ...left,
    table(
      "Steps",
      ["", "labels", "P", "R", "F1", "traps taken"],
      [
        ["all", ...tallyCells(all.steps), trapsOf(all)],
        ...[...result.byChoice].map(([choice, score]) => [
          choice === "through" ? "  read straight through" : "  chosen for what they hold",
          ...tallyCells(score.steps),
          trapsOf(score),
        ]),
        ...[...result.bySource].map(([source, score]) => [`  ${source}`, ...tallyCells(score.steps), trapsOf(score)]),
      ],
    ),
    table(
      "Of the steps found",
      ["", "right", "besides"],
      [
        ["range agrees (.8)", outOf(all.spans.right, all.spans.of)],
        ["owner", outOf(all.owner.right, all.owner.of)],
        ["  mine or not", outOf(result.mine.right, result.mine.of)],
        ["basis", outOf(all.basis.right, all.basis.of)],
        ["kind", outOf(all.kind.right, all.kind.of)],
        ["certainty", outOf(all.certainty.right, all.certainty.of)],
        ["who", outOf(all.who.right, all.who.of), `${all.who.extra} named for nothing`],
        ["with", outOf(all.with.right, all.with.of), `${all.with.extra} named for nothing`],
        ["day", outOf(all.day.right, all.day.withDay), `${all.day.missed} missed, ${all.day.wrong} wrong`],
        ["day invented", outOf(all.day.invented, all.day.withoutDay)],
      ],
    ),
    table(
      "Traps taken for steps",
      ["kind", "labels", "taken", "share"],
      trapKinds.flatMap((kind) => {
        const { of, taken } = all.traps.get(kind) ?? { of: 0, taken: 0 };
        return of === 0 ? [] : [[kind, String(of), String(taken), share(taken / of)]];
      }),
    ),
  ];
  const { people } = result;
  if (people.files > 0)
    parts.push(
      table(
        `People, in the ${people.files} files where all are labelled`,
        ["", "labels", "P", "R", "F1"],
        [["by full name", ...tallyCells(people)]],
      ),
    );
  if (options.errors === true) parts.push(listOf(all, options.dataFolder));
  return `${parts.join("\n\n")}\n`;
}

/** Scores what a plan says about some regions of a file; `mine` as in `RealResult`. */
export function scoreRegions(
  labels: RealLabels,
  bytes: Uint8Array,
  plan: Plan,
  regions: RealHeader["regions"],
): { score: Score; mine: Right } {
  const folder = folderOf(
    { ...labels, labels: labels.labels.filter((label) => isInside(label, regions) && isWhole(label, labels, regions)) },
    bytes,
  );
  const kept = keepInside(plan, labels.file, regions);
  const score = scoreFolder(folder, kept);
  const mine: Right = { right: 0, of: 0 };
  for (const { label, proposal } of matchSteps(folder, kept).pairs) {
    mine.of += 1;
    mine.right += Number((proposal.owner === "me") === (label.owner === "me"));
  }
  return { score, mine };
}

/** A merge counts where its step does. */
function isWhole(label: RealLabel, { labels }: RealLabels, regions: RealHeader["regions"]): boolean {
  if (label.label !== "merge") return true;
  return labels.some((step) => step.label === "step" && step.id === label.id && isInside(step, regions));
}

export function isInside({ start, end }: Pick<Place, "start" | "end">, regions: RealHeader["regions"]): boolean {
  return regions.some(([from, to]) => from <= start && end <= to);
}

/** What the plan says about the regions: a proposal counts at those of its places that lie in one. */
function keepInside(plan: Plan, file: string, regions: RealHeader["regions"]): Plan {
  const inside = (place: PlanQuote) =>
    place.file === file && regions.some(([from, to]) => place.start < to && from < place.end);
  return {
    ...plan,
    steps: plan.steps.flatMap((step) => {
      const [first, ...rest] = [step, ...step.repeats].filter(inside);
      if (first === undefined) return [];
      const { start, end, quote } = first;
      return [{ ...step, start, end, quote, repeats: rest }];
    }),
    observations: plan.observations.filter(inside),
    people: plan.people.filter(({ mentions }) => mentions.some(inside)),
    organizations: plan.organizations.filter(({ mentions }) => mentions.some(inside)),
  };
}

function peopleOf(scores: readonly Score[]): RealResult["people"] {
  const { hit, extra, missed } = sum(scores).people;
  return { files: scores.length, hit, extra, missed };
}

function tallyCells(tally: Tally): string[] {
  return [String(tally.hit + tally.missed), share(precision(tally)), share(recall(tally)), share(f1(tally))];
}

function trapsOf({ traps }: Score): string {
  const all = [...traps.values()];
  return `${all.reduce((n, { taken }) => n + taken, 0)}/${all.reduce((n, { of }) => n + of, 0)}`;
}

function listOf({ mistakes }: Score, dataFolder: string): string {
  const texts = new Map<string, string>();
  const lines = mistakes.map(({ file, start, what, words }) => {
    const path = join(dataFolder, file);
    const text = texts.get(file) ?? (existsSync(path) ? decode(readFileSync(path)).text : "");
    texts.set(file, text);
    return `${file}:${text.slice(0, start).split("\n").length}  ${what}: ${words.replace(/\s+/gu, " ")}`;
  });
  return `What went wrong (${lines.length})\n${lines.join("\n")}`;
}
