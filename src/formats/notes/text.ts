import type { Block } from "#domain/model/block.ts";
import { limits } from "../file.ts";
import { frontMatter } from "./front-matter.ts";
import { type InlineRules, inlineWords } from "./inline.ts";
import { labelMax } from "./inline-link.ts";
import { columns, fenceOf, Lines, type RawLine, withoutComments } from "./lines.ts";
import { frontOf, headingMark, isRule, skipBlanks, trimEnd } from "./marks.ts";
import { cellsOf, hasPipe, isFencedRow, isTableRule } from "./table.ts";
import { isBlank, Words } from "./words.ts";
import { addToHabit, blockStarts, type Habit, type Line } from "./wrapped.ts";

/**
 * The blocks of a plain text or Markdown page, line by line: people's notes are sloppier than CommonMark, so an
 * indented line is never code, a tab or two spaces nest a list, and a line stays a block of its own unless it was
 * plainly wrapped (see `wrapped.ts`). Plain text has the same lines as Markdown, but fewer signs inside a line.
 * `code` blocks, which hold no thoughts to read: fenced code, the lines of a front matter, link definitions, and a
 * table's row of headings (each with its own words as `column`). Linear in the length of the text.
 */
export function textBlocks(page: string, markup: "plain" | "markdown"): Block[] {
  return new TextScanner(page, markup === "markdown").blocks();
}

/** Lines that belong together, before it is decided which of them are one block. */
interface Paragraph extends Pick<Block, "kind" | "level" | "box" | "column" | "row"> {
  lines: Line[];
  quotes: number;
}

/** Where the blocks of a paragraph of one line start. */
const wholeParagraph: readonly number[] = [0];

class TextScanner {
  readonly #text: string;
  readonly #isMarkdown: boolean;
  readonly #lines: Lines;
  readonly #gathered: Words;
  readonly #paragraphs: Paragraph[] = [];
  readonly #definitions = new Set<string>();
  /** The paragraph that a next line would belong to. */
  #open: Paragraph | null = null;
  /** The columns of the list items that enclose the next line. */
  #depths: number[] = [];
  /** A heading mark without words: the next line has them. */
  #headingDue: number | null = null;
  /** The lines that could close fenced code, in order. */
  readonly #closers: { line: number; sign: string; length: number }[] = [];
  /** The first of them that is still to come. */
  #closer = 0;
  /** Signs that no later line closes, with the shortest length that was looked for. */
  readonly #unclosed = new Map<string, number>();

  constructor(page: string, isMarkdown: boolean) {
    this.#text = isMarkdown ? withoutComments(page) : page;
    this.#isMarkdown = isMarkdown;
    this.#lines = new Lines(this.#text);
    this.#gathered = new Words(this.#text);
    for (let line = 0; line < this.#lines.count; line += 1) {
      const fence = fenceOf(this.#text, this.#lines.at(line));
      if (fence?.isBare === true) this.#closers.push({ line, sign: fence.sign, length: fence.length });
    }
  }

  blocks(): Block[] {
    for (let i = this.#head(); i < this.#lines.count;) i = this.#read(i);
    const habit: Habit = { wrapped: 0, loose: 0 };
    for (const { lines } of this.#paragraphs) addToHabit(habit, this.#text, lines);
    const rules: InlineRules = { isMarkdown: this.#isMarkdown, definitions: this.#definitions };
    const blocks: Block[] = [];
    for (const paragraph of this.#paragraphs) this.#pushBlocks(blocks, paragraph, habit, rules);
    return blocks;
  }

  #pushBlocks(blocks: Block[], paragraph: Paragraph, habit: Habit, rules: InlineRules): void {
    const { lines, kind } = paragraph;
    const starts = lines.length === 1 ? wholeParagraph : blockStarts(this.#text, lines, habit);
    for (let i = 0; i < starts.length; i += 1) {
      const start = starts[i]!;
      const own = starts.length === 1 ? lines : lines.slice(start, starts[i + 1] ?? lines.length);
      const words =
        kind === "code" && paragraph.column === null
          ? this.#rawWords(own)
          : inlineWords(this.#text, own, rules, this.#gathered);
      if (words === null) continue;
      const { column, row } = paragraph;
      const isFirst = start === 0;
      blocks.push({
        kind: isFirst || kind === "quote" ? kind : "line",
        level: isFirst ? paragraph.level : lines[start]!.level,
        text: words.text,
        runs: words.runs,
        box: isFirst ? paragraph.box : null,
        struck: words.struck,
        column: kind === "code" && column !== null ? words.text : column,
        row,
        takenOn: null,
      });
    }
  }

  #rawWords(lines: readonly Line[]): ReturnType<Words["take"]> {
    for (const line of lines) this.#gathered.add(line.from, line.to);
    return this.#gathered.take();
  }

  /** The front matter's lines as code; gives the first line after it. */
  #head(): number {
    const head = frontMatter(this.#text, this.#lines);
    if (head === null) return 0;
    for (let i = 1; i < head.lines - 1; i += 1) this.#code(this.#lines.at(i));
    return head.lines;
  }

  /** Reads the line (or table, or fenced code) that begins at line `i` and gives the line after it. */
  #read(i: number): number {
    const text = this.#text;
    const line = this.#lines.at(i);
    if (line.from === line.to) return this.#close(i + 1);
    const fence = this.#fenceEnd(i);
    if (fence !== null) return this.#fenced(i, fence);
    const quotes = this.#quotes(line);
    const { from, to } = quotes;
    if (from >= to) return this.#close(i + 1);
    if (isRule(text, from, to)) return this.#rule(i, quotes);
    const heading = headingMark(text, from, to);
    if (heading !== null) return this.#heading(i, heading, quotes);
    const table = quotes.depth === 0 ? this.#table(i) : null;
    if (table !== null) return table;
    if (this.#isMarkdown && this.#define(line)) return this.#close(i + 1);
    this.#words(line, quotes);
    return i + 1;
  }

  #close(next: number): number {
    this.#open = null;
    this.#headingDue = null;
    return next;
  }

  #add(paragraph: Pick<Paragraph, "kind" | "level" | "lines"> & Partial<Paragraph>): Paragraph {
    const { kind, level, lines, box = null, column = null, row = null, quotes = 0 } = paragraph;
    const whole: Paragraph = { kind, level, lines, box, column, row, quotes };
    this.#paragraphs.push(whole);
    return whole;
  }

  #code(line: RawLine): void {
    if (line.from < line.to) this.#add({ kind: "code", level: 0, lines: [this.#line(line, line.from, line.to)] });
  }

  #line(raw: RawLine, from: number, to: number): Line {
    const text = this.#text;
    const indent = columns(text, raw.start, raw.from);
    const isHard =
      (raw.end - raw.to >= 2 && text.startsWith("  ", raw.to)) ||
      (this.#isMarkdown && text.charAt(raw.to - 1) === "\\");
    return { from, to, indent, width: indent + raw.to - raw.from, level: 0, isHard };
  }

  /** The quote marks that lead a line, and what is left of it. `>50 %` is no quote. */
  #quotes(line: RawLine): { depth: number; from: number; to: number } {
    const text = this.#text;
    let { from } = line;
    let depth = 0;
    while (from < line.to && text.charAt(from) === ">" && !/[\d=]/u.test(text.charAt(from + 1))) {
      depth += 1;
      from = skipBlanks(text, from + 1, line.to);
    }
    return { depth, from, to: line.to };
  }

  /** The line that closes the fenced code that line `i` opens; null where it opens none, or none that is closed. */
  #fenceEnd(i: number): number | null {
    const fence = fenceOf(this.#text, this.#lines.at(i));
    if (fence === null || (fence.sign === "~" && !this.#isMarkdown)) return null;
    if (fence.length >= (this.#unclosed.get(fence.sign) ?? Number.POSITIVE_INFINITY)) return null;
    while (this.#closer < this.#closers.length && this.#closers[this.#closer]!.line <= i) this.#closer += 1;
    for (let at = this.#closer; at < this.#closers.length; at += 1) {
      const close = this.#closers[at]!;
      if (close.sign === fence.sign && close.length >= fence.length) return close.line;
    }
    this.#unclosed.set(fence.sign, fence.length);
    return null;
  }

  #fenced(i: number, end: number): number {
    for (let at = i + 1; at < end; at += 1) this.#code(this.#lines.at(at));
    return this.#close(end + 1);
  }

  /** A drawn line: it underlines a heading where one stands above it, else it divides. */
  #rule(i: number, { from, to, depth }: { from: number; to: number; depth: number }): number {
    const above = this.#open;
    const last = above?.lines.at(-1);
    const sign = this.#text.charAt(from);
    if (
      above !== null &&
      last !== undefined &&
      depth === above.quotes &&
      this.#underlines(above, last, { sign, length: to - from })
    ) {
      const level = sign === "=" ? 1 : 2;
      if (above.lines.length === 1) Object.assign(above, { kind: "heading", level });
      else {
        above.lines.pop();
        this.#add({ kind: "heading", level, lines: [last] });
      }
    }
    this.#depths = [];
    return this.#close(i + 1);
  }

  /**
   * `===` always underlines a heading. People also draw `---` under a paragraph to divide, so that underlines only a
   * short line without a full stop, alone or about as long as itself; in plain text always about as long.
   */
  #underlines(above: Paragraph, line: Line, rule: { sign: string; length: number }): boolean {
    if (above.kind !== "line" || (rule.sign !== "=" && rule.sign !== "-")) return false;
    const length = line.to - line.from;
    if (length > 100) return false;
    if (rule.sign === "=") return true;
    if (/[.,;:]/u.test(this.#text.charAt(line.to - 1))) return false;
    const isAsLong = Math.abs(rule.length - length) <= 3;
    return isAsLong || (this.#isMarkdown && above.lines.length === 1);
  }

  #heading(i: number, mark: { at: number; level: number }, { to, depth }: { to: number; depth: number }): number {
    const text = this.#text;
    const raw = this.#lines.at(i);
    let end = to;
    while (end > mark.at && text.charAt(end - 1) === "#") end -= 1;
    // Closing hashes stand apart; "C#" is a word.
    if (end > mark.at && !isBlank(text.charCodeAt(end - 1))) end = to;
    end = trimEnd(text, mark.at, end);
    this.#close(i);
    this.#depths = [];
    // Converters write "## \\" before a heading that begins with a line break.
    if (mark.at >= end || (end - mark.at === 1 && text.charAt(mark.at) === "\\")) {
      this.#headingDue = mark.level;
      return i + 1;
    }
    const lines = [this.#line(raw, mark.at, end)];
    if (depth > 0) this.#add({ kind: "quote", level: depth - 1, lines });
    else this.#add({ kind: "heading", level: mark.level, lines });
    return i + 1;
  }

  /** A pipe table at line `i`: gives the line after it, or null where there is none. */
  #table(i: number): number | null {
    const text = this.#text;
    const line = this.#lines.at(i);
    const next = this.#lines.at(i + 1);
    if (next.from === next.to || !hasPipe(text, line.from, line.to)) return null;
    const hasHead = isTableRule(text, next.from, next.to);
    if (!hasHead && !(isFencedRow(text, line.from, line.to) && isFencedRow(text, next.from, next.to))) return null;
    this.#close(i);
    const heads = hasHead ? cellsOf(text, line.from, line.to) : [];
    const names = heads.map((cell) => this.#headName(line, cell));
    let at = hasHead ? i + 2 : i;
    for (let row = 0; at < this.#lines.count; at += 1) {
      const raw = this.#lines.at(at);
      if (raw.from === raw.to || !hasPipe(text, raw.from, raw.to)) break;
      if (isTableRule(text, raw.from, raw.to)) continue;
      for (const [column, cell] of cellsOf(text, raw.from, raw.to).entries()) {
        const front = frontOf(text, cell.from, cell.to);
        const from = front.box === null ? cell.from : front.at;
        if (from >= cell.to) continue;
        const lines = [this.#line(raw, from, cell.to)];
        this.#add({ kind: "cell", level: 0, box: front.box, column: names[column] ?? null, row, lines });
      }
      row += 1;
    }
    return at;
  }

  /** A heading's words; the heading itself becomes a block that is not read. */
  #headName(raw: RawLine, cell: { from: number; to: number }): string | null {
    if (cell.from >= cell.to) return null;
    const lines = [this.#line(raw, cell.from, cell.to)];
    const rules = { isMarkdown: this.#isMarkdown, definitions: this.#definitions };
    const words = inlineWords(this.#text, lines, rules, this.#gathered);
    this.#add({ kind: "code", level: 0, column: "", lines });
    return words?.text ?? null;
  }

  /** `[label]: https://...` names a target for links. "[Ana]: sends the deck" does not. */
  #define(line: RawLine): boolean {
    const text = this.#text;
    if (text.charAt(line.from) !== "[") return false;
    const head = text.slice(line.from, Math.min(line.to, line.from + labelMax));
    const label = /^\[([^[\]^][^[\]]*)\]:[ \t]*<?(?:[a-z][a-z0-9+.-]{1,20}:\/\/|mailto:|\/|#|\.\.?\/)\S/iu.exec(
      head,
    )?.[1];
    if (label === undefined) return false;
    this.#definitions.add(label.toLowerCase());
    this.#code(line);
    return true;
  }

  /** A line of words: a list item, a line of its own, or one that goes on with the line before. */
  #words(raw: RawLine, { depth, from, to }: { depth: number; from: number; to: number }): void {
    const front = frontOf(this.#text, from, to);
    const line = this.#line(raw, front.at, to);
    const due = this.#headingDue;
    this.#headingDue = null;
    if (due !== null && !front.isItem && depth === 0) {
      this.#add({ kind: "heading", level: due, lines: [line] });
      return;
    }
    if (front.isItem) {
      const level = Math.min(this.#itemLevel(line.indent) + front.deeper, limits.depthMax);
      const quoted = depth > 0 ? { kind: "quote" as const, level: depth - 1 } : { kind: "item" as const, level };
      // A mark without words makes no block, but what follows does not belong to the line before it.
      this.#open = front.at < to ? this.#add({ ...quoted, box: front.box, quotes: depth, lines: [line] }) : null;
      return;
    }
    const open = this.#open;
    if (open !== null && open.quotes === depth) {
      line.level = depth > 0 ? depth - 1 : this.#lineLevel(line.indent);
      open.lines.push(line);
      return;
    }
    if (line.indent <= (this.#depths[0] ?? 0)) this.#depths = [];
    const looks =
      depth > 0
        ? { kind: "quote" as const, level: depth - 1 }
        : { kind: "line" as const, level: this.#lineLevel(line.indent) };
    this.#open = this.#add({ ...looks, quotes: depth, lines: [line] });
  }

  /** An item nests in the one above where it stands two columns or more to its right. */
  #itemLevel(indent: number): number {
    while (this.#depths.length > 0 && indent < this.#depths.at(-1)! + 2) this.#depths.pop();
    this.#depths.push(indent);
    return this.#depths.length - 1;
  }

  #lineLevel(indent: number): number {
    let level = this.#depths.length;
    while (level > 0 && this.#depths[level - 1]! >= indent) level -= 1;
    return Math.min(level > 0 ? level : indent >> 2, limits.depthMax);
  }
}
