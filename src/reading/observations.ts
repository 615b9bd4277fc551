import { type ObservationKind, observationKinds } from "#domain/model/note.ts";
import { observationCalibration } from "./calibration.ts";
import { onCurve } from "./confidence.ts";
import type { Setting } from "./features.ts";
import { wordAs } from "./lexical.ts";
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
  const rows = rowsOf(sentence, setting);
  const any = sum(rows, "any");
  if (any <= 0) return null;
  const scores = observationKinds.map((kind) => ({ kind, score: sum(rows, kind) }));
  const { kind } = scores.reduce((best, one) => (one.score > best.score ? one : best));
  return { kind, confidence: onCurve(observationCalibration, any) };
}

/** `any`: whether it is worth keeping at all; then for each kind how much it looks like that kind. Log odds. */
interface Row extends Record<"any" | ObservationKind, number> {
  /** The number of the sentence it was counted in last. */
  counted: number;
}

/** The weights of a sentence's features and words that are in the table. Each word counts once; linear in the sentence. */
function rowsOf(sentence: Sentence, setting: Setting): Row[] {
  const rows: Row[] = [];
  const count = ++counts;
  for (const feature of observationFeatures(sentence, setting)) {
    const row = byFeature.get(feature);
    if (row !== undefined) rows.push(row);
  }
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const row = byWord.get(wordAs(sentence, at));
    if (row === undefined || row.counted === count) continue;
    row.counted = count;
    rows.push(row);
  }
  return rows;
}

/** So many sentences were weighed: each word of one counts once. */
let counts = 0;

function sum(rows: readonly Row[], column: Exclude<keyof Row, "counted">): number {
  let total = 0;
  for (const row of rows) total += row[column];
  return total;
}

/** The words that are weighed: names are all alike, and so are numbers. */
export function observationWords(sentence: Sentence): Set<string> {
  return new Set(sentence.tokens.map((_, at) => wordAs(sentence, at)));
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

const byFeature = new Map<string, Row>();
const byWord = new Map<string, Row>();
for (const [key, weight] of Object.entries(observationWeights)) {
  const gap = key.indexOf(" ");
  const feature = key.slice(gap + 1);
  const [rows, name] = feature.startsWith("word ") ? [byWord, feature.slice(5)] : [byFeature, feature];
  const row = rows.get(name) ?? emptyRow();
  row[key.slice(0, gap) as Exclude<keyof Row, "counted">] = weight; // a column of the table that training writes
  rows.set(name, row);
}

function emptyRow(): Row {
  return {
    counted: 0,
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
