import type { Found } from "./found.ts";

/** One line that says something. */
interface Line {
  number: number;
  /** Of a heading its level, else 0. */
  heading: number;
  /** Of a list's item how far it is indented, else null. */
  indent: number | null;
  words: string;
}

/** The longest line that is looked at; a paragraph is no sticky. */
const lineMax = 10_000;

/**
 * A list of stickies in Markdown or plain text: headings are columns, those below them and items with items of their own are what was put
 * together. Where nothing is marked as an item, each line is one. A first heading that holds nothing is the board's name.
 */
export function readList(text: string, found: Found): void {
  const lines = linesOf(text);
  const isMarked = lines.some(({ indent }) => indent !== null);
  const columnLevel = levelOfColumns(lines);
  let column: string | null = null;
  let heading: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.heading > 0) {
      if (line.heading <= columnLevel) [column, heading] = [line.heading === columnLevel ? line.words : null, null];
      else heading = line.words;
      continue;
    }
    if (isMarked && line.indent === null) continue;
    if (hasInner(lines, at)) continue;
    found.add({ text: line.words, column, group: parentOf(lines, at) ?? heading, line: line.number });
  }
}

/** The level of the headings that are columns: the highest with more than one, or the first that holds something. */
function levelOfColumns(lines: readonly Line[]): number {
  const levels = lines.flatMap(({ heading }) => (heading > 0 ? [heading] : []));
  const highest = Math.min(7, ...levels);
  const isTitle = levels.filter((level) => level === highest).length === 1 && levels.length > 1;
  if (!isTitle) return highest;
  const at = lines.findIndex(({ heading }) => heading === highest);
  const next = lines[at + 1];
  return next !== undefined && next.heading > 0 ? next.heading : highest;
}

function hasInner(lines: readonly Line[], at: number): boolean {
  const [own, next] = [lines[at]?.indent ?? null, lines[at + 1]?.indent ?? null];
  return own !== null && next !== null && next > own;
}

/** The words of the item that an item stands in. */
function parentOf(lines: readonly Line[], at: number): string | null {
  const indent = lines[at]?.indent ?? 0;
  if (indent === 0) return null;
  for (let before = at - 1; before >= 0 && before > at - innerMax; before -= 1) {
    const line = lines[before];
    const outer = line?.indent ?? null;
    if (line === undefined || outer === null) return null;
    if (outer < indent) return line.words;
  }
  return null;
}

/** More in one cluster belongs together no longer; it bounds the way back to what an item stands in. */
const innerMax = 300;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.slice(0, lineMax);
    const number = at + 1;
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (heading) lines.push({ number, heading: heading[1]?.length ?? 1, indent: null, words: bare(heading[2] ?? "") });
    else {
      const item = /^([ \t]*)(?:[-*+•]|\d{1,3}[.)])[ \t](.*)$/.exec(line);
      const words = bare(item?.[2] ?? line);
      if (words === "" || /^[-=*_]{3,}$/.test(words)) continue;
      const indent = item ? (item[1] ?? "").replaceAll("\t", "    ").length : null;
      lines.push({ number, heading: 0, indent, words });
    }
  }
  return lines;
}

/** Words without a box to tick, the signs of emphasis, and how many dots it had. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^\[[ xX]\] /, "")
    .replaceAll(/\*\*|__/g, "")
    .replace(/ \(\d{1,4} (?:dots?|votes?)\)$/, "")
    .replace(/ #+$/, "")
    .trim();
}
