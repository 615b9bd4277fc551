import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import "../../src/main/temporal.ts";
import { knownFrom, pagesToRead } from "#debrief/debrief.ts";
import { gather } from "#debrief/gather.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import type { InputFile } from "#formats/file.ts";
import { indexNames, type NameIndex } from "#reading/names.ts";
import type { Known, PageToRead } from "#reading/read.ts";
import { type CorpusFolder, readCorpus, type Split } from "../corpus.ts";
import { folderOf } from "../real/folder.ts";
import { bytesOf, readRealLabels, type RealHeader, type RealLabels } from "../real/labels.ts";

/** Pages to learn from or to measure on: one hand's folder, one real file, or one file of minutes with marked lines. */
export interface Material {
  source: "corpus" | "real" | "minutes" | "line";
  /** Whose it is, or which file: what is held out is held out by it. */
  name: string;
  pages: PageToRead[];
  known: Known;
  index: NameIndex;
  /** The labels, where every step is labelled. */
  folder: CorpusFolder | null;
  /** The stretches that are labelled, where not all is. */
  regions: RealHeader["regions"] | null;
  /** Where only some lines are known to hold a marked action item or none. */
  lines: { start: number; end: number; isStep: boolean }[];
}

/** One split of our corpus. */
export function corpusMaterial(split: Split): Material[] {
  return readCorpus(split).map((folder) => ({
    ...gathered(folder.files, folder.event.notesTakenOn),
    source: "corpus",
    name: folder.hand,
    folder,
    regions: null,
    lines: [],
  }));
}

/** The labelled regions of real notes and minutes, without those that nobody develops on. */
export function realMaterial(dataFolder: string): Material[] {
  return readRealLabels().flatMap((labels): Material[] => {
    const bytes = labels.split === "dev" ? bytesOf(dataFolder, labels) : "not for training";
    if (typeof bytes === "string") return [];
    const inside = { ...labels, labels: labels.labels.filter((label) => isInside(label, labels)) };
    return [
      {
        ...gathered([{ name: labels.file, bytes }], labels.takenOn),
        source: "real",
        name: labels.file,
        folder: folderOf(inside, bytes),
        regions: labels.regions,
        lines: [],
      },
    ];
  });
}

function isInside(label: RealLabels["labels"][number], { regions, labels }: RealLabels): boolean {
  const isHere = regions.some(([from, to]) => from <= label.start && label.end <= to);
  if (!isHere || label.label !== "merge") return isHere;
  return labels.some((step) => step.label === "step" && step.id === label.id);
}

interface MarkedLine {
  path: string;
  line: number;
  label: "step" | "unmarked";
  text: string;
}

/** Which part of the public minutes a file is in: by a hash of its path, so that a file is wholly in one. */
export function isMinutesDev(path: string): boolean {
  return (createHash("sha1").update(path).digest()[0] ?? 0) % 3 === 0;
}

/**
 * The public minutes whose lines are marked, without those that a label file of split "test" is about: each file with its
 * markers stripped, and each of its marked and unmarked lines as a page of its own.
 */
export function minutesMaterial(dataFolder: string): Material[] {
  const hidden = new Set(readRealLabels().flatMap(({ split, file }) => (split === "test" ? [file] : [])));
  const byFile = new Map<string, MarkedLine[]>();
  for (const line of readFileSync(join(dataFolder, "minutes", "labels.jsonl"), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    // Our own measuring data; its README says its shape.
    const marked = JSON.parse(line) as MarkedLine;
    if (!hidden.has(marked.path)) byFile.set(marked.path, [...(byFile.get(marked.path) ?? []), marked]);
  }
  return [...byFile].flatMap(([path, marked]) => [
    ...wholeFile(dataFolder, path, marked),
    ...marked.map(({ text, label }) => ({
      ...gathered([{ name: "minutes.txt", bytes: new TextEncoder().encode(text) }], noDay),
      source: "line" as const,
      name: path,
      folder: null,
      regions: null,
      lines: [{ start: 0, end: text.length, isStep: label === "step" }],
    })),
  ]);
}

/** Steps' days play no part in training, so any day will do where minutes name none. */
const noDay = "2020-01-01";

function wholeFile(dataFolder: string, path: string, marked: readonly MarkedLine[]): Material[] {
  const file = join(dataFolder, path);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  for (const { line, label, text } of marked) {
    if (label === "step") lines[line - 1] = withoutMarker(lines[line - 1] ?? "", text);
  }
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const material = gathered([{ name: path, bytes }], noDay);
  if (material.pages.length !== 1) return [];
  return [
    {
      ...material,
      source: "minutes",
      name: path,
      folder: null,
      regions: null,
      lines: marked.map(({ line, label }) => {
        const from = starts[line - 1] ?? 0;
        return { start: from, end: from + (lines[line - 1] ?? "").length, isStep: label === "step" };
      }),
    },
  ];
}

/** Takes "AI:", "ACTION:", "TODO" before an item's words away, so that they are what is learned. */
function withoutMarker(line: string, text: string): string {
  const at = line.indexOf(text.slice(0, 12));
  const bullet = /^\s*(?:[-*+]\s+|\d+\.\s+)?/u.exec(line)?.[0] ?? "";
  if (at > bullet.length && /A(?:I|ction)|TODO|to ?do/iu.test(line.slice(bullet.length, at)) && !/<\w/u.test(line))
    return bullet + line.slice(at);
  return line.replace(/ACTION:\s*/u, "");
}

function gathered(files: readonly InputFile[], takenOn: string): Pick<Material, "pages" | "known" | "index"> {
  const found = gather(files);
  const known = knownFrom(found, { today: Day.parse(takenOn), timeZone: TimeZone.parse("UTC") });
  return { pages: pagesToRead(found), known, index: indexNames(known) };
}
