import type { Lines, RawLine } from "./lines.ts";

/** What the head of a Markdown file says about it, and how many of the file's lines it takes. */
export interface FrontMatter {
  /** Keys in lower case; the values are words without their quotation marks. */
  values: Map<string, string>;
  lines: number;
}

/** More lines than this are no head. */
const linesMax = 200;

/**
 * Reads the head between two lines of `---` (YAML) or `+++` (TOML): simple `key: value` and `key = value` lines; lists
 * and nested values are passed over. Null where there is none: without an end, or without any key, `---` is a drawn line.
 */
export function frontMatter(text: string, lines: Lines): FrontMatter | null {
  const fence = lineText(text, lines.at(0));
  if (fence !== "---" && fence !== "+++") return null;
  const values = new Map<string, string>();
  for (let i = 1; i < Math.min(lines.count, linesMax); i += 1) {
    const line = lineText(text, lines.at(i));
    if (line === fence || (fence === "---" && line === "...")) return values.size > 0 ? { values, lines: i + 1 } : null;
    const match = /^([\p{L}][\p{L}\p{N} _-]{0,40}?) ?[:=](?: (.*))?$/u.exec(line);
    const key = match?.[1]?.toLowerCase();
    const value = (match?.[2] ?? "").trim().replace(/^(["'])(.*)\1$/u, "$2");
    if (key !== undefined && !values.has(key)) values.set(key, value);
  }
  return null;
}

function lineText(text: string, line: RawLine): string {
  return line.to - line.start > 2000 ? "" : text.slice(line.start, line.to);
}
