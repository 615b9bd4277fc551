import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Block } from "#domain/model/block.ts";
import { limits } from "../file.ts";
import {
  attributeMax,
  type Attributes,
  attributesRead,
  blockTags,
  boxOf,
  type Effect,
  effectOf,
  impliedEnds,
  tableTags,
  voidTags,
} from "./html-elements.ts";
import { type Cell, Table } from "./html-table.ts";
import { typedFront } from "./typed-front.ts";
import { isBlank, Words } from "./words.ts";

/** What an HTML page holds besides its blocks. */
export interface HtmlRead {
  blocks: Block[];
  /** The words of `<title>`. */
  title: string | null;
  /** The time of making that the page's head gives, as it stands there (OneNote, Evernote). */
  created: string | null;
  /** True where elements nest deeper than `limits.depthMax`; what is deeper is read as if it were not nested. */
  isTooDeep: boolean;
}

export interface HtmlOptions {
  /** Where in the page the HTML begins and ends; the whole page where they are missing. */
  from?: number;
  to?: number;
  /** Written as XML (Evernote): `<div/>` is an element without content. */
  isXml?: boolean;
}

/**
 * The blocks of an HTML page, or of a part of one; runs point into the page as received. Reads what a browser would
 * show: scripts, styles, the head and hidden elements are passed over, line ends are blanks except in `pre`. Kinds
 * come from the elements (`h1`, `li` with its depth, `td` with its column, `blockquote`, `pre` with `code`), and where
 * a line of text begins with a list mark, a box or hashes, from these. Boxes: checkboxes, `☐`, and what Google Keep,
 * Notion, Evernote, OneNote write. Struck: `s`, `strike`, `del`, and the line-through style. Built on htmlparser2's
 * tokenizer, which gives exact offsets and is linear; elements are tracked here, no deeper than `limits.depthMax`.
 */
export function htmlBlocks(page: string, options: HtmlOptions = {}): HtmlRead {
  return new HtmlScanner(page, options).read();
}

/** An open element that changes how what is inside it is read. */
interface Frame {
  name: string;
  /** Open elements of the same name inside it that are no frames of their own. */
  nested: number;
  effect: Effect | { is: "table"; table: Table } | { is: "row"; table: Table } | { is: "cell"; cell: Cell };
}

const createdNames = new Set(["created", "date", "dcterms.created", "dcterms.date", "dc.date"]);
/** A name longer than this is none that is known here. */
const nameMax = 40;
const titleMax = 1000;
const colspanMax = 1000;

class HtmlScanner {
  readonly #page: string;
  readonly #from: number;
  readonly #to: number;
  readonly #isXml: boolean;
  readonly #words: Words;
  readonly #blocks: Block[] = [];
  readonly #frames: Frame[] = [];
  /** Elements that are open beyond the depth limit, by name. */
  readonly #over = new Map<string, number>();
  #isTooDeep = false;
  #title = "";
  #created: string | null = null;
  /** True in a page that Google Keep exported: its `div.title` is a heading. */
  #isKeep = false;
  /** The box that waits for its line's words. */
  #box: Block["box"] = null;
  /** Hard spaces before the line's first word: an indentation that shows. */
  #lead = 0;
  /** How many open elements hide, strike out, keep line ends, are the title, are bold. */
  readonly #open = { hidden: 0, struck: 0, pre: 0, title: 0, bold: 0 };
  #cell: Cell | null = null;
  /** The tag that is being read. */
  #tag = "";
  #attributes: Attributes = {};
  #attribute: string | null = null;

  constructor(page: string, options: HtmlOptions) {
    this.#page = page;
    this.#from = options.from ?? 0;
    this.#to = options.to ?? page.length;
    this.#isXml = options.isXml ?? false;
    this.#words = new Words(page);
  }

  read(): HtmlRead {
    const tokenizer = new Tokenizer({ recognizeSelfClosing: this.#isXml }, this.#callbacks());
    tokenizer.write(this.#page.slice(this.#from, this.#to));
    tokenizer.end();
    this.#flush();
    while (this.#frames.length > 0) this.#pop();
    const title = this.#title.replaceAll(/\s+/gu, " ").trim();
    return {
      blocks: this.#blocks,
      title: title === "" ? null : title,
      created: this.#created,
      isTooDeep: this.#isTooDeep,
    };
  }

  #callbacks(): TokenizerCallbacks {
    const base = this.#from;
    const nothing = (): void => {};
    return {
      // An end tag that the page breaks off in comes as text from -1 on; a browser shows nothing.
      ontext: (start, end) => (start < 0 ? undefined : this.#text(start + base, end + base)),
      ontextentity: (code, end) => this.#entity(String.fromCodePoint(code), end + base),
      onopentagname: (start, end) => {
        this.#tag = this.#name(start + base, end + base);
        this.#attributes = {};
      },
      onattribname: (start, end) => {
        const name = this.#name(start + base, end + base);
        // The first of two attributes with one name counts.
        this.#attribute = attributesRead.has(name) && this.#attributes[name] === undefined ? name : null;
        if (this.#attribute !== null) this.#attributes[this.#attribute] = "";
      },
      onattribdata: (start, end) =>
        this.#value(this.#page.slice(start + base, Math.min(end, start + attributeMax) + base)),
      onattribentity: (code) => this.#value(String.fromCodePoint(code)),
      onattribend: nothing,
      onopentagend: () => this.#opened(false),
      onselfclosingtag: () => this.#opened(this.#isXml),
      onclosetag: (start, end) => this.#closed(this.#name(start + base, end + base)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    };
  }

  #name(from: number, to: number): string {
    return to - from > nameMax ? "" : this.#page.slice(from, to).toLowerCase();
  }

  #value(more: string): void {
    if (this.#attribute === null) return;
    const value = this.#attributes[this.#attribute] ?? "";
    if (value.length < attributeMax) this.#attributes[this.#attribute] = value + more;
  }

  #text(from: number, to: number): void {
    if (this.#open.title > 0 && this.#title.length < titleMax)
      this.#title += this.#page.slice(from, Math.min(to, from + titleMax));
    if (this.#open.hidden > 0) return;
    if (this.#open.pre > 0) return this.#lines(from, to);
    const isFirst = this.#words.isEmpty;
    this.#words.add(from, to);
    this.#looks(isFirst, from, to);
  }

  #entity(clean: string, end: number): void {
    if (this.#open.title > 0) this.#title += clean;
    if (this.#open.hidden > 0) return;
    const start = this.#page.lastIndexOf("&", end - 1);
    if (this.#words.isEmpty && clean === "\u00a0") this.#lead += 1;
    this.#words.addAs(clean, start, end);
  }

  /** Notes how far a line is indented, and whether a cell holds words that are not bold. */
  #looks(isFirst: boolean, from: number, to: number): void {
    const isPlain = this.#cell?.isHead === true && !this.#cell.isMarked && this.#open.bold === 0;
    if (!isFirst && !isPlain) return;
    let at = from;
    for (; at < to && isBlank(this.#page.charCodeAt(at)); at += 1) {
      if (isFirst && this.#page.charCodeAt(at) === 0xa0) this.#lead += 1;
    }
    if (isPlain && at < to && this.#cell !== null) this.#cell.isHead = false;
  }

  /** In `pre`, line ends are line ends. */
  #lines(from: number, to: number): void {
    let start = from;
    for (let at = from; at < to; at += 1) {
      const code = this.#page.charCodeAt(at);
      if (code !== 0x0a && code !== 0x0d) continue;
      this.#words.add(start, at);
      this.#flush();
      start = at + 1;
    }
    this.#words.add(start, to);
  }

  #opened(isSelfClosing: boolean): void {
    const [name, attributes] = [this.#tag, this.#attributes];
    if (voidTags.has(name)) return this.#void(name, attributes);
    this.#endImplied(name);
    if (blockTags.has(name)) this.#flush();
    if (name === "b" || name === "strong") this.#open.bold += 1;
    const effect = this.#effect(name, attributes);
    if (effect !== null) this.#push({ name, nested: 0, effect });
    else {
      const frame = this.#frames.findLast((one) => one.name === name);
      if (frame !== undefined) frame.nested += 1;
    }
    const box = boxOf(name, attributes);
    if (box !== null && this.#open.hidden === 0) this.#box = box;
    if (isSelfClosing) this.#closed(name);
  }

  #effect(name: string, attributes: Attributes): Frame["effect"] | null {
    const effect = effectOf(name, attributes);
    if (effect?.is === "hidden") return effect;
    if (name === "table") return { is: "table", table: new Table() };
    if (name === "tr" || name === "td" || name === "th") return this.#tablePart(name, attributes);
    if (effect?.is === "title" && (this.#title !== "" || this.#open.hidden > 0)) return { is: "hidden" };
    if (name === "code") this.#codeInPre();
    if (name === "div" && attributes["class"] !== undefined) {
      const classes = attributes["class"].split(" ");
      this.#isKeep ||= classes.includes("note");
      if (this.#isKeep && classes.includes("title")) return { is: "heading", level: 1 };
    }
    return effect;
  }

  #tablePart(name: string, attributes: Attributes): Frame["effect"] | null {
    const around = this.#frames.findLast(({ effect: { is } }) => is === "row" || is === "table" || is === "cell");
    const effect = around?.effect;
    if (effect?.is !== "row" && effect?.is !== "table") return null;
    if (name === "tr") return { is: "row", table: effect.table };
    if (effect.is === "table") this.#push({ name: "tr", nested: 0, effect: { is: "row", table: effect.table } });
    const isMarked = name === "th" || this.#frames.some((one) => one.effect.is === "table-head");
    const span = Math.min(colspanMax, Math.max(1, Number.parseInt(attributes["colspan"] ?? "1", 10) || 1));
    return { is: "cell", cell: effect.table.cell({ span, isHead: true, isMarked }) };
  }

  /** `pre` alone keeps line ends (mail archives, chat logs); with `code` in it, it holds code. */
  #codeInPre(): void {
    const frame = this.#frames.at(-1);
    if (frame?.effect.is === "pre" && this.#words.isEmpty) frame.effect.isCode = true;
  }

  #void(name: string, attributes: Attributes): void {
    if (name === "meta" && createdNames.has(attributes["name"]?.toLowerCase() ?? "")) {
      this.#created ??= attributes["content"] ?? null;
    }
    if (this.#open.hidden > 0) return;
    if (name === "br" || name === "hr") return this.#flush();
    const box = boxOf(name, attributes);
    if (box === null) return;
    // A second box begins a line of its own; Evernote's always stands before its words.
    if (this.#box !== null || name === "en-todo") this.#flush();
    this.#box = box;
  }

  #closed(name: string): void {
    if (blockTags.has(name) || name === "br") this.#flush();
    if (name === "b" || name === "strong") this.#open.bold = Math.max(0, this.#open.bold - 1);
    const over = this.#over.get(name) ?? 0;
    if (over > 0) {
      this.#over.set(name, over - 1);
      return;
    }
    // A cell is a wall: an end tag inside it ends nothing outside, unless it is the table's own.
    const wall = tableTags.has(name) ? -1 : this.#frames.findLastIndex((one) => one.effect.is === "cell");
    for (let at = this.#frames.length - 1; at > wall; at -= 1) {
      const frame = this.#frames[at]!;
      if (frame.name !== name) continue;
      if (frame.nested > 0) frame.nested -= 1;
      else while (this.#frames.length > at) this.#pop();
      return;
    }
  }

  #endImplied(name: string): void {
    const last = this.#frames.findLastIndex((one) => blockTags.has(one.name));
    if (blockTags.has(name) && this.#frames[last]?.name === "p") {
      this.#flush();
      while (this.#frames.length > last) this.#pop();
    }
    const rule = impliedEnds.get(name);
    if (rule === undefined) return;
    for (let at = this.#frames.length - 1; at >= 0; at -= 1) {
      const frame = this.#frames[at]!;
      if (rule.within.includes(frame.name)) return;
      if (!rule.ends.includes(frame.name)) continue;
      this.#flush();
      while (this.#frames.length > at) this.#pop();
    }
  }

  #push(frame: Frame): void {
    if (this.#frames.length >= limits.depthMax) {
      this.#isTooDeep = true;
      this.#over.set(frame.name, (this.#over.get(frame.name) ?? 0) + 1);
      return;
    }
    this.#frames.push(frame);
    this.#count(frame.effect, 1);
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const { effect } = frame;
    this.#count(effect, -1);
    if (effect.is === "item") this.#box = null;
    if (effect.is === "row") effect.table.endRow();
  }

  #count(effect: Frame["effect"], by: 1 | -1): void {
    if (effect.is === "hidden" || effect.is === "title") this.#open.hidden += by;
    if (effect.is === "title") this.#open.title += by;
    if (effect.is === "pre") this.#open.pre += by;
    if (effect.is === "bold") this.#open.bold = Math.max(0, this.#open.bold + by);
    if (effect.is === "struck") {
      this.#open.struck += by;
      this.#words.isStruck = this.#open.struck > 0;
    }
    if (effect.is === "cell") {
      const outer = this.#frames.findLast((one) => one.effect.is === "cell")?.effect;
      this.#cell = outer?.is === "cell" ? outer.cell : null;
      if (by > 0) this.#open.bold = 0;
    }
  }

  /** Ends a line: its words, where there are any, become a block. */
  #flush(): void {
    const words = this.#words.take();
    this.#words.isStruck = this.#open.struck > 0;
    const lead = Math.round(this.#lead / 4);
    this.#lead = 0;
    if (words === null) return;
    const around = this.#around();
    const box = this.#box ?? around.box;
    this.#box = null;
    const read =
      around.kind === "heading" || around.kind === "code" ? { ...around, words } : typedFront(words, around, lead);
    if (read === null) return;
    const { kind, level } = read;
    const block: Block = {
      kind,
      level: Math.min(level, limits.depthMax),
      ...read.words,
      box: box ?? read.box,
      column: null,
      row: null,
      takenOn: null,
    };
    this.#blocks.push(block);
    this.#cell?.blocks.push(block);
  }

  /** What the open elements make of a line. */
  #around(): Pick<Block, "kind" | "level" | "box"> {
    let kind: Block["kind"] | null = null;
    let box: Block["box"] = null;
    let lists = 0;
    let level: number | null = null;
    let isOuter = false;
    for (let at = this.#frames.length - 1; at >= 0; at -= 1) {
      const { effect } = this.#frames[at]!;
      if (effect.is === "heading") return { kind: "heading", level: effect.level, box: null };
      if (effect.is === "pre" && effect.isCode) return { kind: "code", level: 0, box: null };
      if (effect.is === "cell") {
        kind ??= "cell";
        isOuter = true;
      }
      if (effect.is === "quote") kind = "quote";
      if (isOuter) continue;
      if (effect.is === "list") {
        lists += 1;
        level ??= effect.level;
      }
      if (effect.is === "item" && kind === null) {
        kind = effect.isFirst ? "item" : "line";
        box = effect.isFirst ? effect.box : null;
        level ??= effect.level;
        effect.isFirst = false;
      }
    }
    const depth = level ?? (kind === "item" || kind === "quote" ? Math.max(0, lists - 1) : lists);
    return { kind: kind ?? "line", level: depth, box };
  }
}
