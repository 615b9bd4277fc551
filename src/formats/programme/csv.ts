import Papa from "papaparse";
import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import { LineFinder } from "./line.ts";
import { columnsOf, type Row, talksOfRows } from "./rows.ts";
import { emptyDraft, type ProgrammeDraft, Talks } from "./talk.ts";

/**
 * Reads a table of sessions in CSV (RFC 4180, also with `;` or tabs) with a line of headings, which are guessed.
 * A quote that never ends loses its own row: the next line is read as a row again, up to `quotesMax` times.
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
    if (cells.every((cell) => cell.trim() === "")) return;
    if (headings.length === 0) {
      headings = cells.map((cell) => cell.trim());
      places = new Map(headings.map((heading, index) => [heading, index]).reverse() as [string, number][]);
      return;
    }
    if (rows.length >= limits.sessionsMax) {
      talks.pass(line);
      return;
    }
    rows.push({ line, cell: (heading) => cells[places.get(heading) ?? -1] ?? "" });
  };

  let from = 0;
  for (let broken = 0; from < text.length && broken <= quotesMax; broken += 1) {
    const rest = from === 0 ? text : text.slice(from);
    const base = from;
    let cursor = 0;
    from = text.length;
    Papa.parse<string[]>(rest, {
      delimiter,
      step: (result, parser) => {
        const start = base + cursor;
        cursor = result.meta.cursor;
        const isOpen = result.errors.some((error) => error.code === "MissingQuotes");
        if (!isOpen) {
          take(result.data, lines.at(skipLineEnds(text, start)));
          return;
        }
        const lineEnd = text.indexOf("\n", skipLineEnds(text, start));
        problems.add("A quotation mark in this row has no end", {
          line: lines.at(skipLineEnds(text, start)),
          kept: "the rows before and after it",
        });
        from = lineEnd === -1 ? text.length : lineEnd + 1;
        parser.abort();
      },
    });
  }
  return { headings, rows };
}

function skipLineEnds(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === "\n" || text[at] === "\r")) at += 1;
  return at;
}
