import Papa from "papaparse";
import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import { LineFinder } from "./line.ts";
import { columnsOf, type Row, talksOfRows } from "./rows.ts";
import { emptyDraft, type ProgrammeDraft, Talks } from "./talk.ts";

/**
 * Reads a table of sessions in CSV (RFC 4180, also with `;` or tabs) with a line of headings, which are guessed.
 * A quotation mark that never ends loses its own row: the next line is read as a row again. After `quotesMax` of them
 * the marks of the rest mean nothing.
 */
export function readCsv(text: string, problems: Problems): ProgrammeDraft {
  const talks = new Talks(problems);
  const { headings, rows } = tableOf(text, talks, problems);
  const columns = columnsOf(headings);
  if (!columns.has("title")) {
    problems.add("No column of the table is headed as the sessions' titles", { line: 1 });
    return emptyDraft();
  }
  for (const talk of talksOfRows(rows, columns, problems)) talks.add(talk);
  return { ...emptyDraft(), talks: talks.done() };
}

/** The headings of a CSV text: the first line that is not empty. */
export function headingsOf(text: string): string[] {
  const start = text.search(/\S/);
  if (start === -1) return [];
  const parsed = Papa.parse<string[]>(text.slice(start), { preview: 1 });
  return (parsed.data[0] ?? []).map((heading) => heading.trim());
}

/** Each takes one pass over what is left, so the number is what keeps the time linear. */
const quotesMax = 20;

function tableOf(text: string, talks: Talks, problems: Problems): { headings: string[]; rows: Row[] } {
  const lines = new LineFinder(text);
  const delimiter = Papa.parse<string[]>(text.slice(0, 64_000), { preview: 20 }).meta.delimiter;
  const rows: Row[] = [];
  let headings: string[] = [];
  let places = new Map<string, number>();
  const take = (cells: string[], line: number): void => {
    if (headings.length === 0) {
      headings = cells.map((cell) => cell.trim());
      // The first of two like headings counts.
      places = new Map(headings.map((heading, index): [string, number] => [heading, index]).reverse());
      return;
    }
    if (rows.length >= limits.sessionsMax) {
      talks.pass(line);
      return;
    }
    rows.push({ line, cell: (heading) => cells[places.get(heading) ?? -1] ?? "" });
  };

  let from = 0;
  for (let broken = 0; from < text.length; broken += 1) {
    from = readRows(text, from, { delimiter, isQuoted: broken < quotesMax }, (cells, start, isOpen) => {
      // An empty row first, before any look for its line: there may be millions.
      if (cells.every((cell) => cell.trim() === "")) return;
      const line = lines.at(start);
      if (!isOpen) take(cells, line);
      else problems.add("A quotation mark in this row has no end", { line, kept: "the rows before and after it" });
    });
  }
  return { headings, rows };
}

/** Reads rows from an offset until a quotation mark has no end; gives the offset after that row's first line. */
function readRows(
  text: string,
  from: number,
  form: { delimiter: string; isQuoted: boolean },
  row: (cells: string[], start: number, isOpen: boolean) => void,
): number {
  let cursor = 0;
  let next = text.length;
  Papa.parse<string[]>(from === 0 ? text : text.slice(from), {
    delimiter: form.delimiter,
    // A sign that no text has: every quotation mark is then a letter.
    ...(form.isQuoted ? {} : { quoteChar: "\u0000" }),
    step: (result, parser) => {
      const start = from + cursor;
      cursor = result.meta.cursor;
      const isOpen = result.errors.some((error) => error.code === "MissingQuotes");
      row(result.data, start, isOpen);
      if (!isOpen) return;
      const lineEnd = text.indexOf("\n", start);
      next = lineEnd === -1 ? text.length : lineEnd + 1;
      parser.abort();
    },
  });
  return next;
}
