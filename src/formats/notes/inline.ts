import { decodeHTMLStrict } from "entities";
import { labelAfter, type LinkEnd, type Span, targetAt } from "./inline-link.ts";
import { isBlank, type CleanWords, Words } from "./words.ts";

/** How the words inside a line are marked up. */
export interface InlineRules {
  /** False for plain text: then only emphasis, strikes and links are markup; escapes, code, tags, entities are words. */
  isMarkdown: boolean;
  /** The labels of link definitions on the page, in lower case. */
  definitions: ReadonlySet<string>;
}

/**
 * The clean words of a block whose lines are `lines` (in order). Markup that is not words: emphasis, strikes, links'
 * targets, code ticks, escapes, simple tags; an image gives its alternative text. A mark that has no partner is
 * words. `words` gathers them; it may serve a whole page. Linear: every sign is looked at a bounded number of times.
 */
export function inlineWords(
  text: string,
  lines: readonly Span[],
  rules: InlineRules,
  words: Words = new Words(text),
): CleanWords | null {
  const special = rules.isMarkdown ? markdownSigns : plainSigns;
  if (lines.every((line) => !hasAny(text, line, special))) {
    for (const [i, line] of lines.entries()) {
      if (i > 0) words.addBlank(lines[i - 1]!.to, line.from);
      words.add(line.from, line.to);
    }
    return words.take();
  }
  return new InlineReader(text, lines, rules).read(words);
}

/** A stretch of the block: words, markup that is left out, or a sign that stands for another. */
interface Piece {
  from: number;
  to: number;
  isKept: boolean;
  /** The words it stands for, where they are not its own. */
  as: string | null;
  /** +1 where a strike begins, -1 where it ends. */
  strikes: number;
}

interface Bracket {
  piece: number;
  isImage: boolean;
  /** Opened by two brackets: a wiki link, whose `|` piece divides target and words. */
  isWiki: boolean;
  pipe: number;
}

const markdownSigns = signs("\\`*_~[]!<&:|");
const plainSigns = signs("*_~[]:");
/** Marks of emphasis by sign and length. */
type Openers = Map<string, number>;
/** Tags that people write by hand in Markdown. Others are words. */
const tags = new Set(
  (
    "a abbr b big br center cite code dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd label li mark ol p picture pre q s samp section " +
    "small span strike strong sub summary sup table tbody td th thead tr tt u ul var video wbr"
  ).split(" "),
);

class InlineReader {
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #rules: InlineRules;
  readonly #pieces: Piece[] = [];
  readonly #openers: Openers = new Map();
  readonly #brackets: Bracket[] = [];
  /** For each run of ticks, by its offset: where the next run of the same length is. Made at the first tick. */
  #ticks: Map<number, number> | null = null;
  /** Where the words of the current piece began. */
  #since = 0;
  /** Signs before this place are words or markup already. */
  #at = 0;

  constructor(text: string, lines: readonly Span[], rules: InlineRules) {
    this.#text = text;
    this.#lines = lines;
    this.#rules = rules;
  }

  read(words: Words): CleanWords | null {
    for (const line of this.#lines) this.#readLine(line);
    let depth = 0;
    let end = this.#lines[0]!.from;
    for (const piece of this.#pieces) {
      // Pieces follow each other without gaps but at line ends.
      if (piece.from > end) words.addBlank(end, piece.from);
      end = piece.to;
      if (!piece.isKept) {
        depth = Math.max(0, depth + piece.strikes);
        words.isStruck = depth > 0;
      } else if (piece.as !== null) words.addAs(piece.as, piece.from, piece.to);
      else words.add(piece.from, piece.to);
    }
    return words.take();
  }

  #readLine(line: Span): void {
    this.#since = line.from;
    this.#at = Math.max(this.#at, line.from);
    // A code span or link may have reached into this line.
    if (this.#at > line.from) this.#since = Math.min(this.#at, line.to);
    while (this.#at < line.to) {
      const code = this.#text.charCodeAt(this.#at);
      if (code >= 128 || markdownSigns[code] === 0) this.#at += 1;
      else this.#sign(this.#text.charAt(this.#at), line);
    }
    this.#wordsUntil(line.to);
  }

  #sign(sign: string, line: Span): void {
    if (sign === "*" || sign === "_" || sign === "~") return this.#emphasis(sign, line);
    if (sign === "[") return this.#openBracket(false);
    if (sign === "]") return this.#closeBracket(line);
    if (sign === ":") return this.#address(line);
    if (!this.#rules.isMarkdown) {
      this.#at += 1;
      return;
    }
    if (sign === "\\") return this.#escape(line);
    if (sign === "`") return this.#code(line);
    if (sign === "&") return this.#entity(line);
    if (sign === "<") return this.#tag(line);
    if (sign === "!" && this.#text.charAt(this.#at + 1) === "[" && this.#at + 1 < line.to) {
      return this.#openBracket(true);
    }
    const top = this.#brackets.at(-1);
    if (sign === "|" && top?.isWiki === true && top.pipe < 0) {
      this.#mark(this.#at, this.#at + 1);
      top.pipe = this.#pieces.length - 1;
      return;
    }
    this.#at += 1;
  }

  #wordsUntil(to: number): void {
    if (to > this.#since) this.#push(this.#since, to);
    this.#since = to;
  }

  #push(from: number, to: number): Piece {
    const piece: Piece = { from, to, isKept: true, as: null, strikes: 0 };
    this.#pieces.push(piece);
    return piece;
  }

  /** Makes `[from, to)` a piece of its own (words until something says otherwise) and goes on after it. */
  #mark(from: number, to: number): Piece {
    this.#wordsUntil(from);
    const piece = this.#push(from, to);
    this.#since = to;
    this.#at = to;
    return piece;
  }

  #leaveOut(from: number, to: number): Piece {
    const piece = this.#mark(from, to);
    piece.isKept = false;
    return piece;
  }

  /** An address goes on to the next blank: its `_` and `~` are no emphasis. */
  #address(line: Span): void {
    const text = this.#text;
    let at = this.#at + 1;
    if (text.startsWith("//", at)) {
      at += 2;
      while (at < line.to && !isBlank(text.charCodeAt(at)) && !'<>"*`)]'.includes(text.charAt(at))) at += 1;
    }
    this.#at = Math.min(at, line.to);
  }

  #escape(line: Span): void {
    const next = this.#text.charAt(this.#at + 1);
    if (this.#at + 1 < line.to && !/[!-/:-@[-`{-~]/u.test(next)) {
      this.#at += 1;
      return;
    }
    this.#leaveOut(this.#at, this.#at + 1);
    this.#at = Math.min(this.#at + 1, line.to);
  }

  #emphasis(sign: string, line: Span): void {
    const text = this.#text;
    const from = this.#at;
    let to = from + 1;
    while (to < line.to && text.charAt(to) === sign) to += 1;
    const length = to - from;
    if (length > 3 || (sign === "~" && length !== 2)) {
      this.#at = to;
      return;
    }
    const before = from > line.from ? text.charAt(from - 1) : " ";
    const after = to < line.to ? text.charAt(to) : " ";
    const mayBeInside = sign === "~" || (sign === "*" && length > 1);
    const opens = !isBlank(after.charCodeAt(0)) && (mayBeInside || !isAlphanumeric(before));
    const closes = !isBlank(before.charCodeAt(0)) && (mayBeInside || !isAlphanumeric(after));
    const piece = this.#mark(from, to);
    const strikes = sign === "~" ? 1 : 0;
    if (closes && this.#close(sign + length, piece, strikes)) return;
    if (closes && length === 3 && this.#openers.has(`${sign}1`) && this.#openers.has(`${sign}2`)) {
      this.#close(`${sign}1`, piece, 0);
      this.#close(`${sign}2`, piece, 0);
    } else if (opens) this.#openers.set(sign + length, this.#pieces.length - 1);
  }

  #close(key: string, closer: Piece, strikes: number): boolean {
    const at = this.#openers.get(key);
    if (at === undefined) return false;
    const opener = this.#pieces[at]!;
    // "****" or "~~~~" between no words is no emphasis.
    if (opener.to === closer.from) return false;
    this.#openers.delete(key);
    opener.isKept = false;
    opener.strikes = strikes;
    closer.isKept = false;
    closer.strikes = -strikes;
    return true;
  }

  #openBracket(isImage: boolean): void {
    const from = this.#at;
    const outer = this.#brackets.at(-1);
    const isWiki = this.#rules.isMarkdown && outer !== undefined && this.#pieces[outer.piece]!.to === from;
    if (outer !== undefined) outer.isWiki = false;
    this.#mark(from, from + (isImage ? 2 : 1));
    this.#brackets.push({ piece: this.#pieces.length - 1, isImage, isWiki, pipe: -1 });
  }

  #closeBracket(line: Span): void {
    const from = this.#at;
    const bracket = this.#brackets.pop();
    if (bracket === undefined) {
      this.#at += 1;
      return;
    }
    const opener = this.#pieces[bracket.piece]!;
    if (bracket.isWiki && this.#endsWiki(line)) {
      const outer = this.#brackets.pop();
      if (outer !== undefined) this.#pieces[outer.piece]!.isKept = false;
      this.#leaveOut(from, from + 2);
      for (let i = bracket.piece; i <= Math.max(bracket.piece, bracket.pipe); i += 1) this.#pieces[i]!.isKept = false;
      return;
    }
    const target = targetAt(this.#text, from + 1, line) ?? this.#labelled(opener.to, from, line);
    if (target === null) {
      this.#at += 1;
      return;
    }
    opener.isKept = false;
    if (target.words !== null && !bracket.isImage && this.#isBlankBetween(opener.to, from)) {
      // A link without words: its target is all there is to keep.
      this.#leaveOut(from, target.words.from);
      this.#mark(target.words.from, target.words.to);
      this.#leaveOut(target.words.to, target.to);
    } else this.#leaveOut(from, target.to);
  }

  #labelled(wordsFrom: number, wordsTo: number, line: Span): LinkEnd | null {
    const { definitions } = this.#rules;
    if (definitions.size === 0) return null;
    return labelAfter(this.#text, { from: wordsFrom, to: wordsTo }, { line, definitions });
  }

  /** `]]` ends a wiki link, unless a target follows: then it is a link whose words stand in brackets. */
  #endsWiki(line: Span): boolean {
    const text = this.#text;
    if (this.#at + 1 >= line.to || text.charAt(this.#at + 1) !== "]") return false;
    return this.#at + 2 >= line.to || text.charAt(this.#at + 2) !== "(";
  }

  #isBlankBetween(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (!isBlank(this.#text.charCodeAt(at))) return false;
    return true;
  }

  #code(line: Span): void {
    const text = this.#text;
    const from = this.#at;
    let to = from + 1;
    while (to < line.to && text.charAt(to) === "`") to += 1;
    this.#ticks ??= this.#pairTicks();
    const close = this.#ticks.get(from);
    if (close === undefined) {
      this.#at = to;
      return;
    }
    this.#leaveOut(from, to);
    const length = to - from;
    for (const one of this.#lines) {
      if (one.to <= to || one.from >= close) continue;
      const start = Math.max(one.from, to);
      const end = Math.min(one.to, close);
      if (end > start) this.#push(start, end);
    }
    this.#since = close;
    this.#leaveOut(close, close + length);
  }

  #pairTicks(): Map<number, number> {
    const text = this.#text;
    const runs: Span[] = [];
    for (const line of this.#lines) {
      for (let at = line.from; at < line.to; at += 1) {
        if (text.charCodeAt(at) !== 0x60) continue;
        const from = at;
        while (at < line.to && text.charCodeAt(at) === 0x60) at += 1;
        runs.push({ from, to: at });
      }
    }
    const next = new Map<number, number>();
    const pairs = new Map<number, number>();
    for (const { from, to } of runs.reverse()) {
      const close = next.get(to - from);
      if (close !== undefined) pairs.set(from, close);
      next.set(to - from, from);
    }
    return pairs;
  }

  #entity(line: Span): void {
    const from = this.#at;
    entity.lastIndex = from;
    const match = entity.exec(this.#text)?.[0];
    const clean = match === undefined ? undefined : decodeHTMLStrict(match);
    if (match === undefined || clean === match || from + match.length > line.to) {
      this.#at += 1;
      return;
    }
    this.#mark(from, from + match.length).as = clean ?? null;
  }

  #tag(line: Span): void {
    const text = this.#text;
    const from = this.#at;
    let to = from + 1;
    while (to < line.to && text.charAt(to) !== ">" && text.charAt(to) !== "<") to += 1;
    if (to >= line.to || text.charAt(to) !== ">") {
      // Nothing up to `to` can be a tag either.
      this.#at = from + 1;
      return;
    }
    const inner = text.slice(from + 1, Math.min(to, from + 1 + addressMax));
    if (/^(?:https?:\/\/|mailto:)\S+$|^[^\s@]+@[^\s@]+$/iu.test(inner)) {
      this.#leaveOut(from, from + 1);
      this.#wordsUntil(to);
      this.#leaveOut(to, to + 1);
      return;
    }
    const name = /^\/?([a-z][a-z0-9]{0,10})(?=[\s/]|$)/iu.exec(inner)?.[1]?.toLowerCase();
    if (name === undefined || !tags.has(name)) {
      this.#at = from + 1;
      return;
    }
    const isClosing = inner.startsWith("/");
    const piece = this.#leaveOut(from, to + 1);
    if (name === "s" || name === "del" || name === "strike") piece.strikes = isClosing ? -1 : 1;
    if (name === "br" || name === "td" || name === "th" || name === "li") {
      piece.isKept = true;
      piece.as = " ";
    }
  }
}

const addressMax = 2000;
const entity = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/uy;

function isAlphanumeric(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function signs(which: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const sign of which) table[sign.charCodeAt(0)] = 1;
  return table;
}

function hasAny(text: string, line: Span, table: Uint8Array): boolean {
  for (let at = line.from; at < line.to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && table[code] === 1) return true;
  }
  return false;
}
