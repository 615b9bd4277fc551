import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "#debrief/plan.ts";
import type { InputFile } from "#formats/file.ts";
import { hasCue, opensWithAct } from "./cue.ts";
import type { Tally } from "./table.ts";

interface LabelledLine {
  path: string;
  line: number;
  label: "step" | "unmarked";
  text: string;
}

export interface MinutesScore {
  lines: number;
  reader: Tally;
  /** Two bare expressions on the same lines: a cue anywhere, and an act at the line's start. */
  cue: Tally;
  opening: Tally;
  /** Lines on which the reader and the label differ. */
  differing: { path: string; line: number; what: "missed step" | "not marked as a step"; text: string }[];
}

/**
 * Marked action items of public minutes against lines without a mark, each line's words read as a page of its own with its
 * file's day. About one marked item in ten is no true step and some unmarked lines are one, so nobody can reach 1.
 * Null where the data folder is not there.
 */
export function scoreMinutes(
  dataFolder: string,
  planOf: (files: InputFile[], takenOn: string) => Plan,
): MinutesScore | null {
  const path = join(dataFolder, "minutes", "labels.jsonl");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    // The shape is the one its README describes; it is our own measuring data.
    .map((line) => JSON.parse(line) as LabelledLine);
  const score: MinutesScore = {
    lines: lines.length,
    reader: { hit: 0, extra: 0, missed: 0 },
    cue: { hit: 0, extra: 0, missed: 0 },
    opening: { hit: 0, extra: 0, missed: 0 },
    differing: [],
  };
  for (const { path: file, line, label, text } of lines) {
    const isStep = label === "step";
    const plan = planOf([{ name: "minutes.txt", bytes: new TextEncoder().encode(text) }], dayOf(file));
    const said = plan.steps.length > 0;
    count(score.reader, isStep, said);
    count(score.cue, isStep, hasCue(text));
    count(score.opening, isStep, opensWithAct(text));
    if (said !== isStep) {
      score.differing.push({ path: file, line, what: isStep ? "missed step" : "not marked as a step", text });
    }
  }
  return score;
}

function count(tally: Tally, isStep: boolean, said: boolean): void {
  if (isStep && said) tally.hit += 1;
  else if (isStep) tally.missed += 1;
  else if (said) tally.extra += 1;
}

/** The day in a file's path (`2022-07-20`), or New Year's Day of the year in it (`2021.md`). */
function dayOf(path: string): string {
  const day = /\d{4}-\d{2}-\d{2}/u.exec(path)?.[0];
  if (day !== undefined) return day;
  return `${/20\d{2}/u.exec(path)?.[0] ?? "2020"}-01-01`;
}
