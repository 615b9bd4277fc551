import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ObservationKind, observationKinds } from "#domain/model/note.ts";
import {
  type Audience,
  audiences,
  type Basis,
  bases,
  type Certainty,
  certainties,
  type Owner,
  owners,
  type StepKind,
  stepKinds,
} from "#domain/model/step.ts";
import { type Names, trapKinds, type TrapKind } from "../annotation.ts";
import { Fields } from "./fields.ts";

/** Nobody develops on `test`. By a hash of the path, so that a file keeps to its side. */
export const realSplits = ["dev", "test"] as const;
export type RealSplit = (typeof realSplits)[number];

/** How a region came to be labelled: read straight through wherever it fell, or chosen for what it holds. */
export const choices = ["through", "around"] as const;
export type Choice = (typeof choices)[number];

/** The first line of a file below `eval/real/`: which real file it is about, and which stretches of it were read. */
export interface RealHeader {
  /** Path below the data folder. */
  file: string;
  /** Of the file's bytes: labels are offsets, so they hold for these bytes only. */
  sha256: string;
  /** The day the notes are taken to be of. In a file of many meetings: of the newest; steps say their own. */
  takenOn: string;
  split: RealSplit;
  /** Who counts as a colleague, in words; minutes have no writer of their own. */
  team: string | null;
  /** UTF-16 offsets. What is unlabelled inside a region is no step. */
  regions: [start: number, end: number][];
  /** One for each region. */
  chosen: Choice[];
  /** Every person of the regions is labelled, so that people can be counted too; elsewhere only steps and traps are. */
  people: boolean;
}

/** A further line: a label without its words, which stay in the data folder. */
export type RealLabel = { start: number; end: number } & (
  | {
      label: "step";
      owner: Owner;
      basis: Basis;
      kind: StepKind;
      certainty: Certainty;
      who: Names | null;
      with: Names | null;
      org: string | null;
      audience: Audience | null;
      due: string | null;
      dueEnd: string | null;
      id: string | null;
      /** The meeting's day, where it is not the header's. */
      takenOn: string | null;
    }
  | { label: "merge"; id: string }
  | { label: "obs"; kind: ObservationKind }
  | { label: "person"; met: boolean; name: string | null; org: string | null }
  | { label: "org"; name: string | null; relation: string | null }
  | { label: "not"; kind: TrapKind }
);

/** One file of `eval/real/`, read but not yet laid on its text. */
export interface RealLabels extends RealHeader {
  /** Where the labels are, for messages. */
  path: string;
  labels: RealLabel[];
}

/** All files of labels, in order of path. Throws on a line that is none: the labels are ours, so a mistake is one of ours. */
export function readRealLabels(): RealLabels[] {
  return readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map(readLabels);
}

/** The file's bytes, or why they cannot be used. */
export function bytesOf(
  dataFolder: string,
  { file, sha256 }: Pick<RealHeader, "file" | "sha256">,
): Uint8Array | string {
  const path = join(dataFolder, file);
  if (!existsSync(path)) return "not in the data folder";
  const bytes = readFileSync(path);
  const found = createHash("sha256").update(bytes).digest("hex");
  return found === sha256
    ? bytes
    : `changed since it was labelled: sha256 ${found.slice(0, 12)}, not ${sha256.slice(0, 12)}`;
}

function readLabels(path: string): RealLabels {
  const [first = "", ...rest] = readFileSync(path, "utf8").trimEnd().split("\n");
  const fail = (line: number, what: string) => new Error(`${path}:${line}: ${what}`);
  const header = new Fields(first, (what) => fail(1, what));
  const regions = header.list("regions").map((region): [number, number] => {
    if (!Array.isArray(region) || region.length !== 2) throw fail(1, "a region is [start, end]");
    return [Number(region[0]), Number(region[1])];
  });
  const chosen = header.list("chosen").map((choice) => {
    const known = choices.find((one) => one === choice);
    if (known === undefined) throw fail(1, `regions are chosen ${choices.join(" or ")}`);
    return known;
  });
  const read = {
    path,
    file: header.text("file"),
    sha256: header.text("sha256"),
    takenOn: header.text("takenOn"),
    split: header.oneOf("split", realSplits),
    team: header.maybe("team"),
    regions,
    chosen,
    people: header.maybeTruth("people") ?? false,
    labels: rest.map((line, at) => labelOf(new Fields(line, (what) => fail(at + 2, what)))),
  };
  header.end();
  return read;
}

function labelOf(fields: Fields): RealLabel {
  const span = { start: fields.number("start"), end: fields.number("end") };
  const label = fields.oneOf("label", ["step", "merge", "obs", "person", "org", "not"] as const);
  const read = ((): RealLabel => {
    switch (label) {
      case "step":
        return {
          label,
          ...span,
          owner: fields.oneOf("owner", owners),
          basis: fields.oneOf("basis", bases),
          kind: fields.oneOf("kind", stepKinds),
          certainty: fields.oneOf("certainty", certainties),
          who: fields.names("who"),
          with: fields.names("with"),
          org: fields.maybe("org"),
          audience: fields.maybeOneOf("audience", audiences),
          due: fields.maybe("due"),
          dueEnd: fields.maybe("dueEnd"),
          id: fields.maybe("id"),
          takenOn: fields.maybe("takenOn"),
        };
      case "merge":
        return { label, ...span, id: fields.text("id") };
      case "obs":
        return { label, ...span, kind: fields.oneOf("kind", observationKinds) };
      case "person":
        return { label, ...span, met: fields.truth("met"), name: fields.maybe("name"), org: fields.maybe("org") };
      case "org":
        return { label, ...span, name: fields.maybe("name"), relation: fields.maybe("relation") };
      case "not":
        return { label, ...span, kind: fields.oneOf("kind", trapKinds) };
    }
  })();
  fields.end();
  return read;
}
