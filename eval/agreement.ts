import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotes } from "#formats/notes.ts";
import { passagesOf } from "#reading/passages.ts";
import type { Names, ObservationLabel, StepLabel, TrapLabel } from "./annotation.ts";
import { type CorpusFolder, readCorpus, type Split } from "./corpus.ts";
import { fits, labelled, match, type Matching, type Pair, type Place, type Placed } from "./match.ts";
import { f1, outOf, share, table, type Tally } from "./table.ts";

/** A folder as the corpus has it, and again with the labels of the second pass in place of the first. */
export interface TwiceLabelled {
  first: CorpusFolder;
  second: CorpusFolder;
}

/** Two people's choices for the same things. */
export type Choices = readonly (readonly [first: string, second: string])[];

/** How far two passes over the same pages agree. */
export interface Agreement {
  folders: number;
  pages: number;
  /** "Holds a step" or "does not", once for each passage and once for each line that is not blank. */
  passages: Choices;
  lines: Choices;
  /** "Holds an observation" or "does not", passage by passage. */
  observedPassages: Choices;
  steps: Tally;
  observations: Tally;
  traps: Tally;
  /** Characters in both over characters in either, for each step that both have. */
  ranges: readonly number[];
  /** Of the steps that both have, field by field. `day` is the whole range; `with` and `who` are names. */
  fields: Readonly<Record<Field, Choices>>;
  observationKinds: Choices;
  trapKinds: Choices;
  differences: readonly Difference[];
}

/** One place where the two passes differ. `line` counts from 1. */
export interface Difference {
  place: string;
  line: number;
  what: string;
  words: string;
}

const fields = ["owner", "basis", "kind", "certainty", "who", "with", "organization", "audience", "day"] as const;
export type Field = (typeof fields)[number];

const secondFolder = join(import.meta.dirname, "agreement");

/**
 * The folders that were labelled twice, in order of name. The second labels are kept as offsets into the plain notes, one
 * label a line (`eval/agreement/<split>/<folder>/<file>.jsonl`); a page without such a file was not labelled again.
 */
export function readTwiceLabelled(): TwiceLabelled[] {
  return (["train", "dev"] as const).flatMap((split: Split) => {
    const again = new Set(readdirSync(join(secondFolder, split)));
    return readCorpus(split)
      .filter(({ name }) => again.has(name))
      .map((folder) => {
        const files = new Set(readdirSync(join(secondFolder, split, folder.name)));
        const first = { ...folder, pages: folder.pages.filter(({ file }) => files.has(`${file}.jsonl`)) };
        const pages = first.pages.map((page) => ({
          ...page,
          labels: readSecond(join(secondFolder, split, folder.name, `${page.file}.jsonl`), page.text),
        }));
        return { first, second: { ...first, pages } };
      });
  });
}

function readSecond(path: string, text: string): CorpusFolder["pages"][number]["labels"] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      // Ours, with the fields of annotation.ts; only the words and what the second pass did not label are left out.
      const label = JSON.parse(line) as StepLabel | ObservationLabel | TrapLabel;
      return { ...label, quote: text.slice(label.start, label.end) };
    });
}

/** Compares both passes, over all folders. The reader has no part in it but its cut into passages. */
export function agreementOf(twice: readonly TwiceLabelled[]): Agreement {
  const parts = twice.map(compareFolder);
  const tally = (of: (part: FolderAgreement) => Matching<unknown, unknown>): Tally => ({
    hit: parts.reduce((n, part) => n + of(part).pairs.length, 0),
    missed: parts.reduce((n, part) => n + of(part).missed.length, 0),
    extra: parts.reduce((n, part) => n + of(part).extra.length, 0),
  });
  const pairs = parts.flatMap(({ steps }) => steps.pairs);
  return {
    folders: twice.length,
    pages: twice.reduce((n, { first }) => n + first.pages.length, 0),
    passages: parts.flatMap(({ passages }) => passages),
    lines: parts.flatMap(({ lines }) => lines),
    observedPassages: parts.flatMap(({ observedPassages }) => observedPassages),
    steps: tally(({ steps }) => steps),
    observations: tally(({ observations }) => observations),
    traps: tally(({ traps }) => traps),
    ranges: pairs.map(({ agreement }) => agreement),
    fields: choicesByField(pairs),
    observationKinds: kindsOf(parts.flatMap(({ observations }) => observations.pairs)),
    trapKinds: kindsOf(parts.flatMap(({ traps }) => traps.pairs)),
    differences: parts.flatMap(({ differences }) => differences),
  };
}

/** Cohen's kappa: how much oftener two people agree than by chance, of how much oftener they could. Null without a choice. */
export function kappa(choices: Choices): number | null {
  if (choices.length === 0) return null;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  for (const [one, other] of choices) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
  }
  const observed = agreed(choices) / choices.length;
  let chance = 0;
  for (const [value, count] of first) chance += (count * (second.get(value) ?? 0)) / choices.length ** 2;
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

interface FolderAgreement {
  passages: Choices;
  lines: Choices;
  observedPassages: Choices;
  steps: Matching<Placed<StepLabel>, Placed<StepLabel>>;
  observations: Matching<Placed<ObservationLabel>, Placed<ObservationLabel>>;
  traps: Matching<Placed<TrapLabel>, Placed<TrapLabel>>;
  differences: Difference[];
}

function compareFolder({ first, second }: TwiceLabelled): FolderAgreement {
  const steps = match(labelled(first, "step"), labelled(second, "step"), {
    labelPlaces: placesOf,
    proposalPlaces: placesOf,
    likeness: (one, other) => Number(one.owner === other.owner) + Number(one.kind === other.kind),
  });
  const observations = matchKinds(labelled(first, "observation"), labelled(second, "observation"));
  const traps = matchKinds(labelled(first, "trap"), labelled(second, "trap"));
  const passages = passagesIn(first);
  const lines = linesIn(first);
  return {
    passages: holds(passages, stepPlaces(first), stepPlaces(second)),
    lines: holds(lines, stepPlaces(first), stepPlaces(second)),
    observedPassages: holds(passages, labelled(first, "observation"), labelled(second, "observation")),
    steps,
    observations,
    traps,
    differences: differencesOf(first, { steps, observations, traps }),
  };
}

function matchKinds<L extends Placed<ObservationLabel> | Placed<TrapLabel>>(
  first: readonly L[],
  second: readonly L[],
): Matching<L, L> {
  return match(first, second, {
    labelPlaces: (label) => [label],
    proposalPlaces: (label) => [label],
    likeness: (one, other) => Number(one.kind === other.kind),
  });
}

function holds(units: readonly Place[], first: readonly Place[], second: readonly Place[]): Choices {
  const of = (unit: Place, places: readonly Place[]) => (places.some((place) => fits(place, unit)) ? "yes" : "no");
  return units.map((unit) => [of(unit, first), of(unit, second)]);
}

function stepPlaces(folder: CorpusFolder): Place[] {
  return labelled(folder, "step").flatMap(placesOf);
}

/** Where a step is said, and said again (S10). */
function placesOf(step: Placed<StepLabel>): Place[] {
  return [step, ...step.repeats];
}

function passagesIn(folder: CorpusFolder): Place[] {
  return folder.pages.flatMap(({ file, text }) =>
    readNotes({ name: file, bytes: new TextEncoder().encode(text) }).pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => passagesOf(block).map(({ start, end }) => ({ file, start, end }))),
    ),
  );
}

function linesIn(folder: CorpusFolder): Place[] {
  return folder.pages.flatMap(({ file, text }) => {
    let start = 0;
    return text.split("\n").flatMap((line) => {
      const place = { file, start, end: start + line.length };
      start += line.length + 1;
      return line.trim() === "" ? [] : [place];
    });
  });
}

function choicesByField(pairs: readonly Pair<StepLabel, StepLabel>[]): Record<Field, Choices> {
  const of = (field: Field): Choices => pairs.map(({ label, proposal }) => said(label, proposal, field));
  return {
    owner: of("owner"),
    basis: of("basis"),
    kind: of("kind"),
    certainty: of("certainty"),
    who: of("who"),
    with: of("with"),
    organization: of("organization"),
    audience: of("audience"),
    day: of("day"),
  };
}

function said(first: StepLabel, second: StepLabel, field: Field): readonly [string, string] {
  const one = valueOf(first, field);
  const other = valueOf(second, field);
  // Where a label allows several names, each of them is right.
  const isSame = field === "who" || field === "with" ? overlap(first[field], second[field]) : one === other;
  return isSame ? [one, one] : [one, other];
}

function valueOf(label: StepLabel, field: Field): string {
  if (field === "day") return [label.due, label.dueEnd].filter((day) => day !== null).join("..") || "none";
  if (field === "who" || field === "with") return sayNames(label[field]);
  return label[field] ?? "none";
}

function overlap(first: Names | null, second: Names | null): boolean {
  if (first === null || second === null) return first === second;
  if (first.isOpen || second.isOpen) return first.isOpen === second.isOpen;
  return first.names.some((name) => second.names.includes(name));
}

function sayNames(names: Names | null): string {
  return names === null ? "nobody" : names.names.join(" or ") + (names.isOpen ? " (open)" : "");
}

function kindsOf(pairs: readonly Pair<{ kind: string }, { kind: string }>[]): Choices {
  return pairs.map(({ label, proposal }) => [label.kind, proposal.kind]);
}

function differencesOf(
  folder: CorpusFolder,
  { steps, observations, traps }: Pick<FolderAgreement, "steps" | "observations" | "traps">,
): Difference[] {
  const found: Difference[] = [];
  const note = ({ file, start, end }: Place, what: string) => {
    const text = folder.pages.find((page) => page.file === file)?.text ?? "";
    const line = text.slice(0, start).split("\n").length;
    const place = `${folder.split}/${folder.name}/${file}`;
    found.push({ place, line, what, words: text.slice(start, end) });
  };
  for (const label of steps.missed) note(label, `step (${label.owner} ${label.kind}) only in the first`);
  for (const label of steps.extra) note(label, `step (${label.owner} ${label.kind}) only in the second`);
  for (const { label, proposal, agreement } of steps.pairs) {
    if (agreement < 1) note(label, `range; second: "${proposal.quote}"`);
    const [first, second] = [placesOf(label), placesOf(proposal)];
    const alone = (place: Place, others: readonly Place[]) => !others.some((other) => fits(place, other));
    for (const place of first.filter((one) => alone(one, second))) note(place, "place of a step only in the first");
    for (const place of second.filter((one) => alone(one, first))) note(place, "place of a step only in the second");
    for (const field of fields) {
      const [one, other] = said(label, proposal, field);
      if (one !== other) note(label, `${field} ${one}, second ${other}`);
    }
  }
  for (const [name, matching] of [["observation", observations] as const, ["trap", traps] as const]) {
    for (const label of matching.missed) note(label, `${name} (${label.kind}) only in the first`);
    for (const label of matching.extra) note(label, `${name} (${label.kind}) only in the second`);
    for (const { label, proposal } of matching.pairs) {
      if (label.kind !== proposal.kind) note(label, `${name} ${label.kind}, second ${proposal.kind}`);
    }
  }
  return found.toSorted((a, b) => (a.place === b.place ? a.line - b.line : a.place < b.place ? -1 : 1));
}

/** The choices where at least one of the two named something. */
function named(choices: Choices): Choices {
  return choices.filter(([one, other]) => ![one, other].every((value) => value === "none" || value === "nobody"));
}

function agreed(choices: Choices): number {
  return choices.filter(([one, other]) => one === other).length;
}

function tables(found: Agreement): string {
  const { passages, lines, observedPassages, steps, observations, traps, ranges } = found;
  const choiceCells = (choices: Choices) => [outOf(agreed(choices), choices.length), share(kappa(choices))];
  const tallyCells = (tally: Tally) => [String(tally.hit), String(tally.missed), String(tally.extra), share(f1(tally))];
  const mean = ranges.length === 0 ? null : ranges.reduce((sum, one) => sum + one, 0) / ranges.length;
  const atLeast = (least: number) => outOf(ranges.filter((one) => one >= least).length, ranges.length);
  return [
    `Labelled twice: ${found.folders} folders, ${found.pages} pages`,
    table(
      "Does it hold one?",
      ["", "agreed", "kappa"],
      [
        ["a step, by passage", ...choiceCells(passages)],
        ["a step, by line", ...choiceCells(lines)],
        ["an observation, by passage", ...choiceCells(observedPassages)],
      ],
    ),
    table(
      "Labels",
      ["", "both", "first only", "second only", "F1"],
      [
        ["steps", ...tallyCells(steps)],
        ["observations", ...tallyCells(observations)],
        ["traps", ...tallyCells(traps)],
      ],
    ),
    table(
      "Ranges of the steps that both have",
      ["same", ".8 and more", "mean"],
      [[atLeast(1), atLeast(0.8), share(mean)]],
    ),
    table(
      "Of the labels that both have",
      ["", "agreed", "kappa", "where one of them names it"],
      [
        ...fields.map((field) => {
          const choices = found.fields[field];
          const some = named(choices);
          const cells = some.length < choices.length ? [outOf(agreed(some), some.length)] : [];
          return [field, ...choiceCells(choices), ...cells];
        }),
        ["kind of observation", ...choiceCells(found.observationKinds)],
        ["kind of trap", ...choiceCells(found.trapKinds)],
      ],
    ),
  ].join("\n\n");
}

if (import.meta.main) {
  const found = agreementOf(readTwiceLabelled());
  console.log(`${tables(found)}\n`);
  for (const { place, line, what, words } of found.differences) console.log(`${place}:${line}  ${what}: "${words}"`);
}
