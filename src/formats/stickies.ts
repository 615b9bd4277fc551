import type { Problem } from "#domain/model/problem.ts";
import { type ImportedSticky, importedMax } from "#domain/model/sticky.ts";
import { decode } from "./decode.ts";
import { type InputFile, limits, Problems } from "./file.ts";
import { Found } from "./stickies/found.ts";
import { readList } from "./stickies/list.ts";
import { readTable } from "./stickies/table.ts";

/** The stickies of a file, in its order, and what was wrong with it. */
export interface ReadStickies {
  stickies: ImportedSticky[];
  problems: Problem[];
}

/**
 * Reads stickies from what a whiteboard exports (BD1): tables of Miro, Mural and EasyRetro (CSV, also with semicolons or tabs), and lists in
 * Markdown or plain text, whose headings are columns. Problems are values; what can be read is kept. Linear in the file.
 */
export function readStickies({ name, bytes }: InputFile): ReadStickies {
  const problems = new Problems(name);
  const found = new Found(problems, importedMax);
  if (bytes.length > limits.fileBytesMax) {
    problems.add(`is larger than ${limits.fileBytesMax / 1024 / 1024} MB`);
  } else {
    const { text } = decode(bytes);
    if (/\.(?:csv|tsv|tab)$/i.test(name)) readTable(text, found, problems);
    else readList(text, found);
  }
  const stickies = found.done();
  if (stickies.length === 0 && problems.list.length === 0) problems.add("holds no stickies");
  return { stickies, problems: problems.done() };
}
