import { type ObservationKind, observationKinds } from "#domain/model/note.ts";
import { observationCalibration } from "./calibration.ts";
import { onCurve } from "./confidence.ts";
import type { Setting } from "./features.ts";
import { observationFeatures } from "./observation-features.ts";
import { observationWeights } from "./observation-weights.ts";
import type { Sentence } from "./sentence.ts";

/** What a sentence is worth keeping as, and how sure the reader is of it. */
export interface ObservationFound {
  kind: ObservationKind;
  confidence: number;
}

/**
 * What a sentence without a step is worth keeping as, or null for most: under an offsite's columns it is what they say
 * (S12), elsewhere a linear model over cues and words decides whether it is worth it, and another of which kind it is.
 */
export function observationOf(sentence: Sentence, setting: Setting): ObservationFound | null {
  if (!mayObserve(sentence, setting)) return null;
  const section = setting.label ?? setting.around.section;
  const column = section === null ? undefined : columns.get(section);
  const isSticky = setting.isFirst && setting.after === "" && sentence.tokens.length <= 24;
  if (column !== undefined && column !== "learned" && isSticky) return { kind: column, confidence: 0.85 };
  const scores = observationScores(sentence, setting);
  if (scores.any <= 0) return null;
  const kind = observationKinds.reduce((best, one) => (scores[one] > scores[best] ? one : best));
  return { kind, confidence: onCurve(observationCalibration, scores.any) };
}

/** `any`: whether it is worth keeping at all; then for each kind how much it looks like that kind. Log odds. */
export type ObservationScores = Record<"any" | ObservationKind, number>;

/** Sums of the weights of a sentence's features and words. Each word counts once; linear in the sentence. */
export function observationScores(sentence: Sentence, setting: Setting): ObservationScores {
  const sums = emptyRow();
  for (const feature of observationFeatures(sentence, setting)) add(sums, byFeature.get(feature));
  for (const word of observationWords(sentence)) add(sums, byWord.get(word));
  return sums;
}

/** The words that are weighed: names are all alike, and so are numbers. */
export function observationWords({ tokens, nameOf }: Sentence): Set<string> {
  const words = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if ((nameOf[at] ?? null) !== null) words.add("NAME");
    else words.add(token.kind === "number" ? "0" : token.lower);
  }
  return words;
}

/** The columns of an offsite's wall and the like: whatever stands there is of their kind. */
const columns = new Map<string, ObservationKind>([
  ["broken", "broken"],
  ["working", "working"],
  ["ideas", "idea"],
  ["learned", "learned"],
  ["competitor", "competitor"],
  ["partner", "partner"],
  ["market", "market"],
  ["technology", "technology"],
]);

/** A thought that could be an observation at all: no heading, label, code, quotation, slogan, or ticked line. */
export function mayObserve(sentence: Sentence, setting: Setting): boolean {
  const { block, around, marks } = setting;
  if (around.isLabel || block.kind === "heading" || block.kind === "code" || block.kind === "quote") return false;
  if (marks.isTicked || block.box !== null || (sentence.tokens.length < 5 && around.section === null)) return false;
  if (
    !/\p{L}{2}/u.test(sentence.text) ||
    setting.quoted.some((range) => range.end - range.start > sentence.text.length * 0.7)
  )
    return false;
  return !setting.struck.some((range) => range.end - range.start > sentence.text.length / 2);
}

const columnsOfTable = ["any", ...observationKinds] as const;
const byFeature = new Map<string, ObservationScores>();
const byWord = new Map<string, ObservationScores>();

/** Lays out weights by feature and by word, so that a sentence asks once for each. Training lays out others in their place. */
export function weighObservations(table: Readonly<Record<string, number>>): void {
  byFeature.clear();
  byWord.clear();
  for (const [key, weight] of Object.entries(table)) {
    const gap = key.indexOf(" ");
    const column = columnsOfTable.find((name) => name === key.slice(0, gap));
    if (column === undefined) continue;
    const feature = key.slice(gap + 1);
    const [rows, name] = feature.startsWith("word ") ? [byWord, feature.slice(5)] : [byFeature, feature];
    const row = rows.get(name) ?? emptyRow();
    row[column] = weight;
    rows.set(name, row);
  }
}

weighObservations(observationWeights);

function emptyRow(): ObservationScores {
  return {
    any: 0,
    competitor: 0,
    partner: 0,
    technology: 0,
    market: 0,
    learned: 0,
    idea: 0,
    broken: 0,
    working: 0,
  };
}

function add(sums: ObservationScores, row: ObservationScores | undefined): void {
  if (row !== undefined) for (const column of columnsOfTable) sums[column] += row[column];
}
