import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InputFile } from "#formats/file.ts";
import { type Annotated, type StepLabel, parseAnnotated } from "./annotation.ts";

/** `dev` holds hands and styles that `train` never shows; nobody looks into `test` while developing. */
export const splits = ["train", "dev", "test"] as const;
export type Split = (typeof splits)[number];

/** What the corpus says about the event; the file is the one that `upshot debrief FOLDER` reads too. */
export interface CorpusEvent {
  name: string;
  kind: string;
  startsOn?: string;
  endsOn?: string;
  timeZone: string;
  notesTakenOn: string;
  notesBy?: string;
  notesByOrganization?: string;
  colleagues?: string[];
}

/** One page of notes: its labels, and the plain text that the reader gets. */
export interface CorpusPage extends Annotated {
  file: string;
  takenOn: string;
}

/** One folder of the corpus: one event in one person's notes. */
export interface CorpusFolder {
  split: Split;
  name: string;
  hand: string;
  /** `en`, `de`, `fr`, `es`, or a mix such as `de+en`. */
  language: string;
  voice: string;
  event: CorpusEvent;
  pages: CorpusPage[];
  /** What the reader is given: the plain notes, the programme, the contacts, event.json. */
  files: InputFile[];
}

/** Annotated notes end in this; what stands before it is the name of the file the person wrote. */
export const labelledSuffix = ".labelled";

const corpusFolder = join(import.meta.dirname, "corpus");

/** Reads one split of the corpus, folders in order of name. Throws on a mistake in an annotation, with its place. */
export function readCorpus(split: Split): CorpusFolder[] {
  const root = join(corpusFolder, split);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => readFolder(split, name));
}

function readFolder(split: Split, name: string): CorpusFolder {
  const folder = join(corpusFolder, split, name);
  const hand = name.slice(0, name.indexOf("-"));
  const about = hands()[hand];
  if (about === undefined) throw new Error(`${split}/${name}: hands.json does not know the hand "${hand}"`);
  // event.json is ours; the corpus test checks its shape.
  const event = JSON.parse(readFileSync(join(folder, "event.json"), "utf8")) as CorpusEvent;
  const pages: CorpusPage[] = [];
  const files: InputFile[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const bytes = readFileSync(join(folder, file));
    if (!file.endsWith(labelledSuffix)) {
      files.push({ name: file, bytes });
      continue;
    }
    const plainName = file.slice(0, -labelledSuffix.length);
    // A file name may carry its own day: 2026-03-04.md.
    const takenOn = /\d{4}-\d{2}-\d{2}/u.exec(plainName)?.[0] ?? event.notesTakenOn;
    try {
      const page = { file: plainName, takenOn, ...parseAnnotated(bytes.toString("utf8"), takenOn) };
      pages.push(page);
      files.push({ name: plainName, bytes: new TextEncoder().encode(page.text) });
    } catch (error) {
      throw new Error(`${split}/${name}/${file}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  joinRepeats(`${split}/${name}`, pages);
  return { split, name, hand, ...about, event, pages, files };
}

/** Gives each step the places where it is said again, on any page of the folder (S10). */
export function joinRepeats(folder: string, pages: CorpusPage[]): void {
  const byId = new Map<string, StepLabel>();
  for (const label of pages.flatMap((page) => page.labels)) {
    if (label.means !== "step" || label.id === null) continue;
    if (byId.has(label.id)) throw new Error(`${folder}: two steps have the id "${label.id}"`);
    byId.set(label.id, label);
  }
  for (const page of pages) {
    for (const { id, ...span } of page.merges) {
      const step = byId.get(id);
      if (step === undefined) throw new Error(`${folder}/${page.file}: merge: no step has the id "${id}"`);
      step.repeats.push({ file: page.file, ...span });
    }
  }
}

/** Who the invented writers are: `hands.json`, one entry a hand. */
function hands(): Record<string, { language: string; voice: string }> {
  const path = join(corpusFolder, "hands.json");
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, { language: string; voice: string }>;
}
