import { emailOf } from "./card.ts";
import { readDay } from "./days.ts";
import { type ContactField, contactFields, headingKey, isProgrammeHeading, readHeading } from "./headings.ts";
import { isLegalForm, isTitle } from "./names.ts";
import type { Row } from "./table.ts";

/** Which column of a table was taken for what, and why: shown to the person, who may choose otherwise. */
export interface ColumnGuess {
  /** From 1, as people count. */
  column: number;
  /** The heading as written; null where the table has none. */
  heading: string | null;
  field: ContactField;
  /** The word that tells this address from others of its kind. */
  label: string | null;
  basis: "heading" | "values" | "chosen" | "nothing";
  /** The first few different values, for people to check the guess by. */
  samples: string[];
}

/**
 * What a person chose: a field to the column that holds it, or to several, each by its heading as written or by its
 * number from 1 as text (`{ name: "Who", email: ["Mail", "4"], ignored: "Title" }`). Columns not named are guessed.
 */
export type ColumnChoice = Readonly<Partial<Record<ContactField, string | readonly string[]>>>;

export interface Columns {
  guesses: ColumnGuess[];
  /** The index of the heading row, or -1 where there is none; the people stand below it. */
  headingRow: number;
  /** Chosen columns that the table does not have. */
  unknownChoices: string[];
}

/** Finds the heading row and what each column holds, by its heading, then by its values. */
export function guessColumns(rows: readonly Row[], choice: ColumnChoice = {}): Columns {
  const headingRow = findHeadingRow(rows, choice);
  const headings = headingRow < 0 ? null : (rows[headingRow]?.cells ?? []);
  const body = rows.slice(headingRow + 1, headingRow + 1 + sampleRows);
  const width = Math.max(headings?.length ?? 0, ...body.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const values = body.map((row) => row.cells[index] ?? "").filter((value) => value !== "");
    return guessByHeading(index, headings?.[index] ?? null, values);
  });
  guessByValues(columns, body);
  settleNames(columns, body);
  settleLabels(columns);
  const unknownChoices = applyChoice(columns, choice);
  return { guesses: columns, headingRow, unknownChoices };
}

/**
 * True where the columns are those of people one may write to: something names a person or gives an e-mail address,
 * a second column belongs to contacts, and no programme's headings stand beside them.
 */
export function areContacts(columns: Columns): boolean {
  const found = new Set(columns.guesses.filter((guess) => guess.basis !== "nothing").map((guess) => guess.field));
  const reaches = ["email", "phone"].some((field) => found.has(field as ContactField));
  const programme = columns.guesses.filter(
    (guess) => guess.heading !== null && isProgrammeHeading(guess.heading),
  ).length;
  if (programme > (reaches ? 1 : 0)) return false;
  const named = found.has("name") || found.has("givenName") || found.has("familyName");
  const beside = ["email", "phone", "organization", "role", "url", "connectedOn"].filter((field) =>
    found.has(field as ContactField),
  ).length;
  if (columns.headingRow < 0) return found.has("email") && (named || beside > 1);
  return named ? beside > 0 : found.has("email") && beside > 1;
}

/** Rows looked at to guess by values. */
const sampleRows = 200;
/** A heading stands within the first rows: below LinkedIn's note, or a badge scanner's title lines. */
const headingRowsMax = 20;
/** So much of a column must look alike for its values to say what it is. */
const share = 0.6;

function findHeadingRow(rows: readonly Row[], choice: ColumnChoice): number {
  const chosen = new Set(chosenColumns(choice).map(([, column]) => headingKey(column)));
  const isKnown = (cell: string) => readHeading(cell) !== null || (cell !== "" && chosen.has(headingKey(cell)));
  let best = -1;
  let bestKnown = 0;
  for (let index = 0; index < Math.min(rows.length, headingRowsMax); index += 1) {
    const cells = rows[index]?.cells ?? [];
    if (cells.some((cell) => isAddressLike(cell))) continue;
    const known = cells.filter(isKnown).length;
    if (known > bestKnown && (known >= 2 || cells.filter(Boolean).length <= 2)) {
      best = index;
      bestKnown = known;
    }
  }
  if (best >= 0) return best;
  // Headings in a language we do not read: a first row without addresses over columns that have them.
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0 || first.cells.some(isAddressLike)) return -1;
  const isOverAddresses = first.cells.some(
    (cell, index) => cell !== "" && shareOf(others.slice(0, sampleRows), index, isAddressLike) >= share,
  );
  return isOverAddresses ? 0 : -1;
}

function guessByHeading(index: number, heading: string | null, values: string[]): ColumnGuess {
  const read = heading === null ? null : readHeading(heading);
  const guess: ColumnGuess = {
    column: index + 1,
    heading,
    field: read?.field ?? "about",
    label: read?.label ?? null,
    basis: read === null ? "nothing" : "heading",
    samples: [...new Set(values)].slice(0, 3).map((value) => (value.length > 60 ? `${value.slice(0, 59)}…` : value)),
  };
  if (read !== null && heading !== null && titleKeys.has(headingKey(heading)) && values.length > 0) {
    const titles = values.filter((value) => value.split(" ").every((word) => isTitle(word))).length;
    guess.field = titles >= values.length * share ? "salutation" : "role";
  }
  return guess;
}

/** "Dr." or "Head of Sales": only the values tell. */
const titleKeys = new Set(["title", "titel", "titre", "titulo"]);

function guessByValues(columns: ColumnGuess[], body: readonly Row[]): void {
  const unknown = columns.filter((column) => column.basis === "nothing");
  const take = (column: ColumnGuess, field: ContactField) => {
    column.field = field;
    column.basis = "values";
  };
  for (const column of unknown) {
    const index = column.column - 1;
    if (shareOf(body, index, (value) => emailOf(value) !== null) >= share) take(column, "email");
    else if (shareOf(body, index, isUrl) >= share) take(column, "url");
    else if (shareOf(body, index, isPhone) >= share) take(column, "phone");
    else if (column.heading === null && shareOf(body, index, (value) => readDay(value, "day-first") !== null) >= share)
      take(column, "connectedOn");
  }
  const isNamed = columns.some((column) => nameFields.has(column.field) && column.basis !== "nothing");
  if (isNamed) return;
  const email = columns.find((column) => column.field === "email");
  const free = unknown.filter((column) => column.basis === "nothing");
  const whole = free.find((column) => shareOf(body, column.column - 1, isFullName) >= share);
  if (whole !== undefined) take(whole, "name");
  else {
    const single = free.filter((column) => shareOf(body, column.column - 1, isNameWord) >= share).slice(0, 2);
    const [first, second] = single;
    if (first !== undefined && second !== undefined && second.column === first.column + 1) {
      const isSwapped = email !== undefined && familyComesFirst(body, first, second, email);
      take(first, isSwapped ? "familyName" : "givenName");
      take(second, isSwapped ? "givenName" : "familyName");
    }
  }
  if (columns.some((column) => column.field === "organization")) return;
  const company = free.find((column) => column.basis === "nothing" && isCompany(body, column, email));
  if (company !== undefined) take(company, "organization");
}

const nameFields = new Set<ContactField>(["name", "givenName", "familyName"]);

/**
 * "Vorname; Name" and "Apellidos; Nombre": beside one half of a name, a column "Name" is the other half, unless its
 * values hold that half too.
 */
function settleNames(columns: ColumnGuess[], body: readonly Row[]): void {
  const name = columns.find(
    (column) => column.field === "name" && column.heading !== null && halfNameKeys.has(headingKey(column.heading)),
  );
  const given = columns.find((column) => column.field === "givenName");
  const family = columns.find((column) => column.field === "familyName");
  const half = given ?? family;
  if (name === undefined || half === undefined || (given !== undefined && family !== undefined)) return;
  const full = body.filter((row) => {
    const part = row.cells[half.column - 1] ?? "";
    return part !== "" && (row.cells[name.column - 1] ?? "").includes(part);
  }).length;
  if (full > body.length / 2) return;
  name.field = given === undefined ? "givenName" : "familyName";
}

const halfNameKeys = new Set(["name", "nom", "nombre"]);

/** A column of labels belongs to the address after it; elsewhere it is a remark. */
function settleLabels(columns: ColumnGuess[]): void {
  for (const column of columns) {
    if (column.field !== "label") continue;
    const next = columns[column.column];
    if (next === undefined || !["email", "phone", "url", "place"].includes(next.field)) column.field = "ignored";
  }
}

function applyChoice(columns: ColumnGuess[], choice: ColumnChoice): string[] {
  const unknown: string[] = [];
  for (const [field, key] of chosenColumns(choice)) {
    const column =
      columns.find((candidate) => candidate.heading !== null && headingKey(candidate.heading) === headingKey(key)) ??
      columns.find((candidate) => String(candidate.column) === key.trim());
    if (column === undefined) unknown.push(key);
    else {
      column.field = field;
      column.basis = "chosen";
    }
  }
  return unknown;
}

function chosenColumns(choice: ColumnChoice): (readonly [ContactField, string])[] {
  return contactFields.flatMap((field) => {
    const columns = choice[field] ?? [];
    return (typeof columns === "string" ? [columns] : columns).map((column) => [field, column] as const);
  });
}

function shareOf(rows: readonly Row[], index: number, test: (value: string) => boolean): number {
  let filled = 0;
  let passed = 0;
  for (const row of rows) {
    const value = row.cells[index] ?? "";
    if (value === "") continue;
    filled += 1;
    if (test(value)) passed += 1;
  }
  return filled === 0 ? 0 : passed / filled;
}

function isAddressLike(value: string): boolean {
  return emailOf(value) !== null || isUrl(value) || isPhone(value);
}

function isUrl(value: string): boolean {
  return /^(?:https?:\/\/|www\.)[^\s]{3,2000}$/i.test(value);
}

function isPhone(value: string): boolean {
  if (value.length > 30 || !/^[+(\d][\d\s()./+-]*$/.test(value)) return false;
  const digits = value.replace(/\D/g, "").length;
  const isMarked = /^[+(0]/.test(value) || /[\s()-]/.test(value);
  return digits >= 7 && digits <= 16 && isMarked && readDay(value, "day-first") === null;
}

function isFullName(value: string): boolean {
  const words = value.split(/[\s,]+/u).filter(Boolean);
  return words.length >= 2 && words.length <= 5 && words.every((word) => isNameWord(word)) && !hasLegalForm(value);
}

function isNameWord(value: string): boolean {
  return /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|van|von|de|der|la|del|di|da)$/u.test(value);
}

/** E-mail addresses write the given name first: the second column stands before the first in "ana.ruiz@". */
function familyComesFirst(body: readonly Row[], first: ColumnGuess, second: ColumnGuess, email: ColumnGuess): boolean {
  let turned = 0;
  let straight = 0;
  for (const { cells } of body) {
    const local = (cells[email.column - 1] ?? "").toLowerCase();
    const a = local.indexOf((cells[first.column - 1] ?? "").toLowerCase());
    const b = local.indexOf((cells[second.column - 1] ?? "").toLowerCase());
    if (a < 0 || b < 0) continue;
    if (b < a) turned += 1;
    else straight += 1;
  }
  return turned > straight;
}

/** A column with legal forms, or whose words stand in the domains of the e-mail addresses. */
function isCompany(body: readonly Row[], column: ColumnGuess, email: ColumnGuess | undefined): boolean {
  const index = column.column - 1;
  if (shareOf(body, index, hasLegalForm) >= 0.3) return true;
  if (email === undefined) return false;
  let inDomain = 0;
  for (const { cells } of body) {
    const domain = (cells[email.column - 1] ?? "").toLowerCase().split("@").at(-1) ?? "";
    const word = headingKey(cells[index] ?? "").split(" ")[0] ?? "";
    if (word.length >= 4 && domain.includes(word)) inDomain += 1;
  }
  return inDomain >= body.length * 0.4;
}

function hasLegalForm(value: string): boolean {
  return value.includes(" ") && isLegalForm(value.slice(value.lastIndexOf(" ") + 1));
}
