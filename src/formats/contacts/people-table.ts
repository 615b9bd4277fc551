import type { ContactCard } from "#domain/model/person.ts";
import { limits, type Problems } from "../file.ts";
import { type CardParts, emptyParts, toCard } from "./card.ts";
import { type ColumnChoice, type ColumnGuess, guessColumns } from "./columns.ts";
import { type DayOrder, dayOrder, readDay } from "./days.ts";
import { headingKey } from "./headings.ts";
import { nameOfParts, oneLine, readBare, readName } from "./names.ts";
import { readRows, type Row } from "./table.ts";

export interface TableRead {
  format: "linkedin" | "csv";
  cards: ContactCard[];
  columns: ColumnGuess[];
}

/**
 * A table of people as delimited text -> cards, one per row that names or reaches somebody; other rows are problems with
 * their line. LinkedIn's `Connections.csv` is known by its headings; the note above them is passed over. A column that
 * nothing is known of goes to what is said about the person, under its heading: a badge scanner's questions are the point of it.
 */
export function readPeopleTable(text: string, problems: Problems, choice: ColumnChoice = {}): TableRead {
  const rows = readRows(text, problems, { rowsMax: limits.cardsMax + tableHeadMax });
  const { guesses, headingRow, unknownChoices } = guessColumns(rows, choice);
  const format = isLinkedin(guesses) ? "linkedin" : "csv";
  for (const key of unknownChoices) problems.add(`there is no column "${key}"`, { kept: "the guess" });
  if (format === "csv") {
    for (const row of rows.slice(0, Math.max(0, headingRow)))
      problems.add("stands above the column headings", { line: row.line });
  }
  const days = dayColumns(guesses, rows.slice(headingRow + 1), problems);
  const cards: ContactCard[] = [];
  // What a person chose comes first where only one value fits.
  const columns = [...guesses].sort((a, b) => Number(b.basis === "chosen") - Number(a.basis === "chosen"));
  const headings = headingRow < 0 ? null : rows[headingRow]?.cells.join("\u0000");
  for (const row of rows.slice(headingRow + 1)) {
    if (row.cells.join("\u0000") === headings) continue;
    if (cards.length >= limits.cardsMax) {
      problems.add(`more than ${limits.cardsMax} rows`, { line: row.line, kept: `the first ${limits.cardsMax}` });
      break;
    }
    const parts = partsOf(row, columns, guesses, days);
    const card = toCard(parts, (what, line) => problems.add(what, { line, kept: "the row without it" }));
    if (card === null) problems.add("a row without a name or an address", { line: row.line });
    else cards.push(card);
  }
  return { format, cards, columns: guesses };
}

/** Rows read beyond the people: headings and what stands above them. */
const tableHeadMax = 50;

function isLinkedin(columns: readonly ColumnGuess[]): boolean {
  const keys = new Set(columns.map((column) => headingKey(column.heading ?? "")));
  return ["first name", "last name", "connected on"].every((key) => keys.has(key));
}

/** The order of day and month of each date column. One whose order nothing tells is a problem, and is left out. */
function dayColumns(columns: readonly ColumnGuess[], rows: readonly Row[], problems: Problems): Map<number, DayOrder> {
  const orders = new Map<number, DayOrder>();
  for (const { column, field, heading } of columns) {
    if (field !== "connectedOn") continue;
    const values = rows.map((row) => row.cells[column - 1] ?? "").filter((value) => value !== "");
    const order = dayOrder(values);
    orders.set(column, order);
    if (
      order === null &&
      values.some((value) => readDay(value, null) === null && readDay(value, "day-first") !== null)
    ) {
      const what = `the days in column ${column}${heading === null ? "" : ` (${heading})`} may be day/month or month/day`;
      problems.add(what, { kept: "the rows without those days" });
    }
  }
  return orders;
}

function partsOf(
  row: Row,
  columns: readonly ColumnGuess[],
  inOrder: readonly ColumnGuess[],
  days: Map<number, DayOrder>,
): CardParts {
  const parts = emptyParts();
  const words = { given: [] as string[], middle: [] as string[], family: [] as string[] };
  const places = new Map<string, string[]>();
  for (const guess of columns) {
    const cell = row.cells[guess.column - 1] ?? "";
    if (cell === "") continue;
    switch (guess.field) {
      case "name":
        parts.name ||= cell;
        break;
      case "givenName":
        words.given.push(cell);
        break;
      case "middleName":
        words.middle.push(cell);
        break;
      case "familyName":
        words.family.push(cell);
        break;
      case "nickname":
        parts.nicknames.push(...several(cell));
        break;
      case "organization":
        parts.organization ||= cell;
        break;
      case "department":
        parts.about.push(`Department: ${oneLine(cell)}`);
        break;
      case "role":
        parts.role ||= cell;
        break;
      case "email":
        for (const value of several(cell, /[;,\s]/u))
          parts.emails.push({ value, label: labelFor(guess, row, inOrder), line: row.line });
        break;
      case "phone":
        for (const value of several(cell, /[;|]/u))
          parts.phones.push({ value, label: labelFor(guess, row, inOrder), line: row.line });
        break;
      case "url":
        for (const value of several(cell))
          parts.urls.push({ value, label: labelFor(guess, row, inOrder) ?? siteOf(value), line: row.line });
        break;
      case "place": {
        const key = guess.label ?? "";
        places.set(key, [...(places.get(key) ?? []), oneLine(cell)]);
        break;
      }
      case "about":
        parts.about.push(guess.basis === "nothing" && guess.heading ? `${guess.heading}: ${cell}` : cell);
        break;
      case "connectedOn":
        parts.connectedOn ??= readDay(cell, days.get(guess.column) ?? null);
        break;
      case "salutation":
      case "label":
      case "ignored":
        break;
    }
  }
  parts.place = [...([...places.values()][0] ?? [])].join(", ");
  useNameWords(parts, words.given.join(" "), words.middle.join(" "), words.family.join(" "));
  return parts;
}

/** Names in columns of their own; the form with degrees is kept beside the plain one ("Rui Sample, PhD"). */
function useNameWords(parts: CardParts, given: string, middle: string, family: string): void {
  if (given === "" && family === "") return;
  parts.givenName = readBare(given);
  parts.familyName = readBare(family);
  const written = oneLine([given, middle, family].filter(Boolean).join(" "));
  const name = nameOfParts(given, middle, family, "");
  if (name !== written && readName(written).aliases.includes(written)) parts.nicknames.push(written);
  parts.name ||= name;
}

/** Google writes several values into one cell with " ::: " between them. */
function several(cell: string, also?: RegExp): string[] {
  const values = cell.split(":::").flatMap((value) => (also === undefined ? [value] : value.split(also)));
  return values.map((value) => value.trim()).filter(Boolean);
}

function labelFor(guess: ColumnGuess, row: Row, columns: readonly ColumnGuess[]): string | null {
  const before = columns[guess.column - 2];
  const label =
    before?.field === "label" ? (row.cells[guess.column - 2] ?? "").replace(/^\*\s?/u, "").toLowerCase() : "";
  return label || guess.label;
}

function siteOf(url: string): string | null {
  return /^(?:https?:\/\/)?(?:[a-z]{1,3}\.)?linkedin\.com\//i.test(url) ? "linkedin" : null;
}
