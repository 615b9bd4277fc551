import { type ColumnChoice, detectContacts } from "./contacts.ts";
import type { InputFile } from "./file.ts";
import { readNotes, whyRefused } from "./notes.ts";
import { detectProgramme } from "./programme.ts";

/** What a file is taken for: by its name where that says it, else by how it begins. */
export type FileKind = "archive" | "workspace" | "event" | "programme" | "contacts" | "notes";

/**
 * The kind of a file, or null where it is nothing that can be read. Looks at the name and the first 64 KiB; only a JSON file
 * that is nothing else is read whole, since a note of Google Keep says so at its end. A table that shows no contacts by itself
 * is of contacts where it has the columns that a person `named`.
 */
export function detect(file: InputFile, named?: ColumnChoice): FileKind | null {
  if (isZip(file)) return "archive";
  const base = file.name.slice(file.name.lastIndexOf("/") + 1).toLowerCase();
  if (base === "event.json") return "event";
  if (startOf(file).startsWith('{"format":"upshot.workspace"')) return "workspace";
  // Notes in Markdown or HTML may hold a table or a line that looks like another kind; their name settles it.
  if (/\.(md|markdown|mdown|html?|xhtml|enex|log)$/.test(base)) return whyRefused(file) === null ? "notes" : null;
  if (detectContacts(file) !== null) return "contacts";
  if (detectProgramme(file) !== null) return "programme";
  if (named !== undefined && isTable(file) && detectContacts(file, named) !== null) return "contacts";
  // Formats of machines that were not recognised above hold no words for people; JSON only as a note of Google Keep.
  if (/\.(vcf|xml)$/.test(base)) return null;
  if (base.endsWith(".json")) return readNotes(file).pages.length > 0 ? "notes" : null;
  return whyRefused(file) === null ? "notes" : null;
}

/**
 * True for a zip archive, whatever it is called: it begins with a local file header, or the end record of an empty archive (APPNOTE
 * 4.3.7, 4.3.16). Office files are zips, too, and no archives to a person.
 */
export function isZip({ name, bytes }: InputFile): boolean {
  const isHeader =
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
  return isHeader && !/\.(docx|xlsx|pptx|odt|ods|odp|epub|jar|apk|numbers|pages|key)$/i.test(name);
}

/** True for a table by its name. */
export function isTable({ name }: Pick<InputFile, "name">): boolean {
  return /\.(?:csv|tsv|tab)$/i.test(name);
}

function startOf({ bytes }: InputFile): string {
  return String.fromCharCode(...bytes.subarray(0, 64)).replace(/\s/g, "");
}
