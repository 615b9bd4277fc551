import Papa from "papaparse";
import { limits, type Problems } from "../file.ts";
import { readHeading } from "./headings.ts";

/** A row of a delimited text: its cells, trimmed, and the line on which it begins. */
export interface Row {
  line: number;
  cells: string[];
}

/**
 * Delimited text -> rows without the blank ones. The delimiter (comma, semicolon, tab, bar) is the one under which the
 * most headings are known, then the one that cuts the most rows alike; Excel's `sep=;` line decides. A quote that never
 * closes costs its own line, not the rest of the file. At most `rowsMax` rows.
 */
export function readRows(text: string, problems: Problems, options: { rowsMax: number }): Row[] {
  const lines = text.replace(/\r\n?/g, "\n");
  const named = /^sep=(.)\n/i.exec(lines);
  const start = named === null ? { at: 0, line: 1 } : { at: named[0].length, line: 2 };
  const delimiter = named?.[1] ?? guessDelimiter(lines);
  const rows: Row[] = [];
  let { at, line } = start;
  for (let repairs = 0; at < lines.length; repairs += 1) {
    // Each repair looks at the rest of the file once more, so there are only so many; then quotes mean nothing.
    const isLiteral = repairs >= repairsMax;
    const stop = parseFrom(lines.slice(at), delimiter, line, rows, { isLiteral, rowsMax: options.rowsMax, problems });
    if (stop === null) break;
    problems.add("a quotation mark on this line does not close", { line: stop.line, kept: "the line as it stands" });
    at += stop.at;
    line = stop.line;
    const end = lines.indexOf("\n", at);
    const broken = lines.slice(at, end < 0 ? undefined : end);
    addRow(rows, line, broken.replaceAll('"', "").split(delimiter), problems);
    if (end < 0) break;
    at = end + 1;
    line += 1;
  }
  return rows;
}

const repairsMax = 20;
/** A table for people has no more columns; Outlook writes 92. */
const columnsMax = 500;

interface ParseOptions {
  isLiteral: boolean;
  rowsMax: number;
  problems: Problems;
}

/** Adds rows until the end (null) or until a quote goes wrong: then the place of that row. */
function parseFrom(
  text: string,
  delimiter: string,
  firstLine: number,
  rows: Row[],
  options: ParseOptions,
): { at: number; line: number } | null {
  let line = firstLine;
  let rowStart = 0;
  let stop: { at: number; line: number } | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    // Fast mode cuts at delimiters and line ends only: quotes are characters like others.
    ...(options.isLiteral ? { fastMode: true } : {}),
    step: (result, parser) => {
      const cells = result.data;
      const height = 1 + cells.reduce((sum, cell) => sum + count(cell, "\n"), 0);
      const isBroken = result.errors.some((error) => error.type === "Quotes");
      if (isBroken && (height > 1 || result.errors.some((error) => error.code === "MissingQuotes"))) {
        stop = { at: rowStart, line };
        parser.abort();
        return;
      }
      addRow(rows, line, cells, options.problems);
      line += height;
      rowStart = result.meta.cursor;
      if (rows.length >= options.rowsMax) parser.abort();
    },
  });
  return stop;
}

function addRow(rows: Row[], line: number, cells: string[], problems: Problems): void {
  if (cells.length > columnsMax || cells.reduce((sum, cell) => sum + cell.length, 0) > limits.lineCharactersMax) {
    problems.add(`a row of more than ${columnsMax} columns or ${limits.lineCharactersMax} characters`, { line });
    return;
  }
  const trimmed = cells.map((cell) => cell.trim());
  if (trimmed.some((cell) => cell !== "")) rows.push({ line, cells: trimmed });
}

function guessDelimiter(text: string): string {
  const sample = text.slice(0, 64 * 1024);
  let best = { delimiter: ",", known: 0, alike: 0 };
  for (const delimiter of [",", ";", "\t", "|"]) {
    const parsed = Papa.parse<string[]>(sample, { delimiter, newline: "\n", preview: 40, skipEmptyLines: true });
    const known = Math.max(
      0,
      ...parsed.data.slice(0, 20).map((cells) => cells.filter((cell) => readHeading(cell) !== null).length),
    );
    const widths = new Map<number, number>();
    for (const cells of parsed.data)
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    // Rows alike, weighed by how finely they are cut: a comma inside "Ruiz, Ana" cuts alike too, but coarsely.
    const alike = Math.max(0, ...[...widths].map(([width, rows]) => (rows / parsed.data.length) * Math.min(width, 8)));
    if (known > best.known || (known === best.known && alike > best.alike)) best = { delimiter, known, alike };
  }
  return best.delimiter;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
