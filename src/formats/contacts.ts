import type { ContactCard } from "#domain/model/person.ts";
import type { Problem } from "#domain/model/problem.ts";
import { type ColumnChoice, type ColumnGuess, areContacts, guessColumns } from "./contacts/columns.ts";
import { readPeopleTable } from "./contacts/people-table.ts";
import { readRows } from "./contacts/table.ts";
import { readCards } from "./contacts/vcard.ts";
import { decode, sayOdd } from "./decode.ts";
import { type InputFile, limits, Problems } from "./file.ts";

export type { ColumnChoice, ColumnGuess } from "./contacts/columns.ts";
export { contactFields } from "./contacts/headings.ts";

export type ContactsFormat = "vcard" | "linkedin" | "csv";

export interface ContactsRead {
  format: ContactsFormat;
  cards: ContactCard[];
  /** For a table: which column was taken for what. To be shown, and overridden through `options.columns`. */
  columns: ColumnGuess[] | null;
  /** Photos, logos, sounds and keys of a vCard, which are left out. */
  photosSkipped: number;
  problems: Problem[];
}

/**
 * A file of contacts -> cards: vCard 2.1, 3.0 and 4.0, LinkedIn's Connections.csv, and tables (CSV, semicolons, tabs;
 * any encoding) of address books, spreadsheets and badge scanners. Never throws: what cannot be read is a problem with
 * its line, and the rest is kept. Every limit of `limits` holds. Merges nothing.
 */
export function readContacts(file: InputFile, options: { columns?: ColumnChoice } = {}): ContactsRead {
  const problems = new Problems(file.name);
  let { bytes } = file;
  if (bytes.length > limits.fileBytesMax) {
    problems.add(`The file is larger than ${limits.fileBytesMax >> 20} MB`, { kept: "what was read up to there" });
    bytes = bytes.subarray(0, limits.fileBytesMax);
  }
  if (hasCards(bytes)) {
    const { cards, photosSkipped } = readCards(bytes, problems);
    return { format: "vcard", cards, columns: null, photosSkipped, problems: problems.done() };
  }
  const decoded = decode(bytes);
  sayOdd(decoded, problems);
  const { format, cards, columns } = readPeopleTable(decoded.text, problems, options.columns);
  return { format, cards, columns, photosSkipped: 0, problems: problems.done() };
}

/**
 * What kind of contact file this is, from its first 64 KiB; null where it is none. A table of sessions, of tasks or of
 * prose is none, nor is Markdown, HTML or JSON with addresses in it. Columns that a person named count as they said.
 */
export function detectContacts(file: InputFile, named?: ColumnChoice): ContactsFormat | null {
  if (hasCards(file.bytes)) return "vcard";
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (!tableExtensions.has(extension)) return null;
  const head = decode(evenly(file.bytes.subarray(0, sampleBytes), file.bytes.length)).text;
  const lastEnd = head.lastIndexOf("\n");
  const whole = file.bytes.length > sampleBytes && lastEnd > 0 ? head.slice(0, lastEnd) : head;
  const rows = readRows(whole, new Problems(file.name), { rowsMax: 100 });
  const columns = guessColumns(rows, named);
  if (extension === "txt" && rows.length < 2) return null;
  if (!areContacts(columns)) return null;
  const isLinkedin = columns.guesses.some((guess) => guess.heading?.trim().toLowerCase() === "connected on");
  return isLinkedin ? "linkedin" : "csv";
}

const tableExtensions = new Set(["csv", "tsv", "tab", "txt", ""]);
const sampleBytes = 64 * 1024;

/** The file's first line, or one near the top after some stray text, begins a card. */
function hasCards(bytes: Uint8Array): boolean {
  const head = decode(evenly(bytes.subarray(0, sampleBytes), bytes.length)).text;
  return /^[ \t]{0,40}BEGIN:VCARD[ \t]{0,40}$/im.test(head) && !/^\s{0,40}BEGIN:VCALENDAR/i.test(head);
}

/** A sample that does not end inside a character: cut back to before the last line end. */
function evenly(sample: Uint8Array, wholeLength: number): Uint8Array {
  if (sample.length === wholeLength) return sample;
  const end = sample.lastIndexOf(10);
  return end > 0 ? sample.subarray(0, end) : sample;
}
