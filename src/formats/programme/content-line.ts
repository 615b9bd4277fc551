import type { Problems } from "../file.ts";
import { limits } from "../file.ts";

/** One property of iCalendar after unfolding: `NAME;PARAM=value:value`. Names are upper case. */
export interface ContentLine {
  /** The line of the file it starts on, from 1. */
  line: number;
  name: string;
  parameters: ReadonlyMap<string, string>;
  /** As written; `textOf` undoes the escapes of a text value. */
  value: string;
}

/**
 * Unfolds a text and reads it property by property (RFC 5545, section 3.1; parameter escapes of RFC 6868). A line that
 * is no property is a problem and is left out, the others stay. CR LF, LF and a lone CR end a line; NUL bytes go.
 */
export function* contentLines(text: string, problems: Problems): Generator<ContentLine> {
  for (const { line, raw } of unfolded(text, problems)) {
    const read = propertyOf(raw, line);
    if (read === null) {
      problems.add(`“${raw.slice(0, 60)}” is no calendar property`, { line, kept: "the lines around it" });
    } else {
      yield read;
    }
  }
}

/** Undoes the escapes of a text value: `\n`, `\,`, `\;`, `\\` (RFC 5545, section 3.3.11). */
export function textOf(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(/\\([^])/g, (_, letter: string) => (letter === "n" || letter === "N" ? "\n" : letter));
}

/** Splits a value at commas that are not escaped, and undoes the escapes of each part. */
export function textsOf(value: string): string[] {
  return (value.match(/(?:\\[^]|[^\\,])+/g) ?? []).map((part) => textOf(part).trim()).filter((part) => part !== "");
}

function* unfolded(text: string, problems: Problems): Generator<{ line: number; raw: string }> {
  let parts: string[] = [];
  let length = 0;
  let start = 1;
  let number = 0;
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const next = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    number += 1;
    const first = text.charCodeAt(at);
    // An empty line ends nothing: mail has put some between a line and its folded rest.
    if (end === at) {
      at = next;
      continue;
    }
    const isFolded = parts.length > 0 && (first === 32 || first === 9);
    if (!isFolded) {
      if (length > 0) yield { line: start, raw: joined(parts) };
      parts = [];
      length = 0;
      start = number;
    }
    const piece = text.slice(isFolded ? at + 1 : at, end);
    if (length + piece.length <= limits.lineCharactersMax) {
      parts.push(piece);
      length += piece.length;
    } else if (length <= limits.lineCharactersMax) {
      problems.add(`A line is longer than ${limits.lineCharactersMax} characters`, {
        line: start,
        kept: "its beginning",
      });
      length = limits.lineCharactersMax + 1;
    }
    at = next;
  }
  if (length > 0) yield { line: start, raw: joined(parts) };
}

function joined(parts: readonly string[]): string {
  const raw = parts.length === 1 ? (parts[0] ?? "") : parts.join("");
  return (raw.includes("\0") ? raw.replaceAll("\0", "") : raw).trim();
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
    at += 1;
  }
  return at;
}

function propertyOf(raw: string, line: number): ContentLine | null {
  const nameEnd = raw.search(/[;:]/);
  if (nameEnd < 1) return null;
  const name = raw.slice(0, nameEnd).trim().toUpperCase();
  if (name.length > 100) return null;
  const parameters = new Map<string, string>();
  let at = nameEnd;
  while (raw[at] === ";") {
    const read = parameterAt(raw, at + 1);
    if (read === null) return null;
    if (read.name !== "" && !parameters.has(read.name)) parameters.set(read.name, read.value);
    at = read.end;
  }
  return raw[at] === ":" ? { line, name, parameters, value: raw.slice(at + 1).trim() } : null;
}

/** `NAME=value` from an offset to the next `;` or `:` outside quotation marks; an empty one (`;;`) is passed over. */
function parameterAt(raw: string, from: number): { name: string; value: string; end: number } | null {
  let at = from;
  while (at < raw.length && !"=;:".includes(raw[at] ?? "")) at += 1;
  const name = raw.slice(from, at).trim().toUpperCase();
  if (raw[at] !== "=") return at < raw.length ? { name, value: "", end: at } : null;
  const valueStart = at + 1;
  at = valueStart;
  let isQuoted = false;
  while (at < raw.length) {
    const letter = raw[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === ";" || letter === ":")) break;
    at += 1;
  }
  if (at >= raw.length) {
    // A quotation mark without an end takes the rest: read the value again as if there were none.
    at = raw.slice(valueStart).search(/[;:]/);
    if (at === -1) return null;
    at += valueStart;
  }
  const value = raw.slice(valueStart, at).trim().replace(/^"|"$/g, "");
  return { name, value: value.replace(/\^(['n^])/g, (_, sign: string) => caretSigns[sign] ?? ""), end: at };
}

const caretSigns: Readonly<Record<string, string>> = { "'": '"', n: "\n", "^": "^" };
