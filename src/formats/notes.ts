import type { Block } from "#domain/model/block.ts";
import { type Markup, pageCharactersMax } from "#domain/model/page.ts";
import type { Problem } from "#domain/model/problem.ts";
import { type Day, TimeZone } from "#domain/model/time.ts";
import { decode, sayOdd } from "./decode.ts";
import { type InputFile, limits, Problems } from "./file.ts";
import { isGarbled, notText } from "./notes/binary.ts";
import { dayNamedIn } from "./notes/day.ts";
import { enexBlocks, isEnex } from "./notes/enex.ts";
import { frontMatter } from "./notes/front-matter.ts";
import { htmlBlocks } from "./notes/html.ts";
import { keepNote } from "./notes/keep.ts";
import { Lines } from "./notes/lines.ts";
import { takenOn } from "./notes/taken.ts";
import { textBlocks } from "./notes/text.ts";

/** The pages of one file, and what could not be read. */
export interface NotesRead {
  pages: PageRead[];
  problems: Problem[];
}

/** One page as it was received (NT1), with its blocks. */
export interface PageRead {
  /** The file's name with its folders. */
  name: string;
  /** The file as received, decoded and nothing else. */
  text: string;
  markup: Markup;
  /** The Encoding Standard's name of the encoding the bytes were in. */
  encoding: string;
  /** The day the page says it was taken on; null where nothing says so for certain. No clock is read. */
  takenOn: Day | null;
  title: string | null;
  /** What is read of the text; `blocksOf(text, markup)` gives the same again. */
  blocks: Block[];
}

export interface NotesOptions {
  /** The zone in which times that a program noted (Evernote, Keep) become days; UTC where it is missing. */
  timeZone?: TimeZone;
}

/**
 * Reads one file of notes: plain text, Markdown, HTML (also as Google Keep, Notion, OneNote, Evernote, Etherpad write
 * it), an Evernote export, a Google Keep note in JSON; any encoding. One file is one page; only a text beyond
 * `pageCharactersMax` is split, at a line (or note) and said so. Refuses, as a problem that says what to do: files that hold
 * no text (PDF, Word, pictures, databases), web archives (MHTML), RTF, empty files.
 */
export function readNotes(file: InputFile, options: NotesOptions = {}): NotesRead {
  const problems = new Problems(file.name);
  const refused = whyRefused(file);
  if (refused !== null) {
    problems.add(refused);
    return { pages: [], problems: problems.done() };
  }
  const isTooLong = file.bytes.length > limits.fileBytesMax;
  const bytes = isTooLong ? file.bytes.subarray(0, limits.fileBytesMax) : file.bytes;
  if (isTooLong)
    problems.add(`The file is larger than ${limits.fileBytesMax >> 20} MB`, { kept: "the part up to there" });
  const decoded = decode(bytes, declaredEncoding(bytes));
  const { text, encoding } = decoded;
  if (isGarbled(text)) {
    problems.add(`This is no text that can be read. ${saveAs}`);
    return { pages: [], problems: problems.done() };
  }
  sayOdd(decoded, problems);
  if (text.includes("\u0000"))
    problems.add("The text holds NUL characters", { kept: "the text; they are read as blanks" });
  const markup = markupOf(file.name, text);
  if (isOtherJson(file.name, text, markup)) {
    problems.add(`This JSON is no note of Google Keep, and no other kind that is known here. ${saveAs}`);
    return { pages: [], problems: problems.done() };
  }
  const { parts, isCut } = split(text);
  if (parts.length > 1 || isCut) {
    const kept = `${isCut ? "the words" : "all of it"}, as ${counted(parts.length, "page")}`;
    problems.add(`The text is longer than ${pageCharactersMax} characters, the most a page holds`, { kept });
  }
  const pages = parts.map((part, i) => {
    const name = parts.length > 1 ? `${file.name} (${i + 1} of ${parts.length})` : file.name;
    return pageOf({ file: file.name, name, text: part, markup, encoding }, options, problems);
  });
  if (pages.every((page) => page.blocks.length === 0))
    problems.add("There are no words in this file", { kept: "the page" });
  return { pages, problems: problems.done() };
}

/**
 * The blocks of a page's text: also used to read stored pages again, with equal results. An Evernote export (marked up
 * as `html`) and a Google Keep note in JSON (`plain`) are recognised by their start.
 */
export function blocksOf(text: string, markup: Markup, options: NotesOptions = {}): Block[] {
  const timeZone = options.timeZone ?? utc;
  if (markup === "html") return isEnex(text) ? enexBlocks(text, timeZone).blocks : htmlBlocks(text).blocks;
  return (markup === "plain" ? keepNote(text, timeZone)?.blocks : null) ?? textBlocks(text, markup);
}

/** Why a file holds no notes that can be read, in a sentence that says what to do, or null where it may be read. */
export function whyRefused(file: InputFile): string | null {
  if (file.bytes.length === 0) return "The file is empty.";
  const what = notText(file.bytes, file.name);
  if (what !== null) return `This is ${what}, which cannot be read as notes. ${saveAs}`;
  const head = String.fromCharCode(...file.bytes.subarray(0, 2000));
  if (/^(?:MIME-Version:|From: <Saved by)/iu.test(head)) return `This is a web archive (MHTML). ${saveAs}`;
  return null;
}

const utc = TimeZone.parse("UTC");
const saveAs = "Save it as text or HTML and give that.";

interface Received {
  /** The file's own name, which may hold a day. */
  file: string;
  name: string;
  text: string;
  markup: Markup;
  encoding: string;
}

function pageOf(received: Received, options: NotesOptions, problems: Problems): PageRead {
  const { file, ...page } = received;
  const timeZone = options.timeZone ?? utc;
  const hints = { name: file, head: new Map<string, string>(), created: null };
  if (page.markup === "html") {
    if (isEnex(page.text)) return enexPage(received, timeZone, problems);
    const { blocks, title, created, isTooDeep } = htmlBlocks(page.text);
    if (isTooDeep) sayTooDeep(problems);
    const day = takenOn(blocks, { ...hints, created: created === null ? null : dayNamedIn(created.slice(0, 100)) });
    return { ...page, takenOn: day, title: title ?? firstHeading(blocks), blocks };
  }
  const keep = page.markup === "plain" ? keepNote(page.text, timeZone) : null;
  if (keep !== null) {
    const day = takenOn(keep.blocks, { ...hints, created: keep.takenOn });
    return { ...page, takenOn: day, title: keep.title, blocks: keep.blocks };
  }
  const blocks = textBlocks(page.text, page.markup);
  const head = frontMatter(page.text, new Lines(page.text.slice(0, headCharactersMax)))?.values ?? hints.head;
  const title = head.get("title") ?? "";
  return {
    ...page,
    takenOn: takenOn(blocks, { ...hints, head }),
    title: title === "" ? firstHeading(blocks) : title,
    blocks,
  };
}

/** More characters than the lines of any front matter. */
const headCharactersMax = 64 * 1024;

function enexPage(received: Received, timeZone: TimeZone, problems: Problems): PageRead {
  const { file: _, ...page } = received;
  const read = enexBlocks(page.text, timeZone);
  if (read.isTooDeep) sayTooDeep(problems);
  if (read.pictures > 0)
    problems.add(`${counted(read.pictures, "picture")} skipped`, { kept: "the words around them" });
  if (read.files > 0)
    problems.add(`${counted(read.files, "attached file")} skipped`, { kept: "the words around them" });
  if (read.unread > 0)
    problems.add(`The content of ${counted(read.unread, "note")} cannot be read`, { kept: "the titles" });
  const days = new Set(read.blocks.map((block) => block.takenOn));
  const [only = null] = days;
  // The blocks of one export may be of many days; then the page as a whole has none. The day is one of `enexBlocks`.
  const day = days.size === 1 ? (only as Day | null) : null;
  return { ...page, takenOn: day, title: read.notes === 1 ? firstHeading(read.blocks) : null, blocks: read.blocks };
}

function isOtherJson(name: string, text: string, markup: Markup): boolean {
  if (markup !== "plain" || !/\.json$/iu.test(name) || !/^\s{0,100}[[{]/u.test(text.slice(0, 200))) return false;
  return keepNote(text, utc) === null;
}

function sayTooDeep(problems: Problems): void {
  problems.add(`Elements are nested deeper than ${limits.depthMax}`, {
    kept: "all words; what is deeper is not nested",
  });
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

function firstHeading(blocks: readonly Block[]): string | null {
  return blocks.find((block) => block.kind === "heading")?.text ?? null;
}

/** By the name's ending; a text that begins like HTML is HTML whatever its name. */
function markupOf(name: string, text: string): Markup {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (isEnex(text) || /^(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype html|html)[\s>]/u.test(start)) return "html";
  const ending = /\.([a-z]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^(?:html?|xhtml|enex)$/u.test(ending)) return "html";
  return /^(?:md|markdown|mdown|mkdn?|mdx|mdwn|mdtxt|rmd|qmd)$/u.test(ending) ? "markdown" : "plain";
}

/** The encoding that an HTML or XML file names in its first 1,024 bytes (HTML Standard, 13.2.3.2). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const match = head.trimStart().startsWith("<?xml")
    ? /encoding\s?=\s?["']([\w.:-]{1,40})["']/iu.exec(head.slice(0, head.indexOf("?>")))
    : null;
  if (match !== null) return match[1] ?? null;
  const meta = head.search(/<meta/iu);
  return meta < 0 ? null : (/charset\s?=\s?["']?([\w.:-]{1,40})/iu.exec(head.slice(meta))?.[1] ?? null);
}

/**
 * Parts of at most `pageCharactersMax` characters, cut at a line, or at a note of an Evernote export; there what is left of
 * a note that alone is longer (its pictures) is passed over, and `isCut` says so.
 */
function split(text: string): { parts: string[]; isCut: boolean } {
  const parts: string[] = [];
  const mark = isEnex(text) ? "<note>" : "\n";
  let isCut = false;
  for (let from = 0; from < text.length || from === 0;) {
    const most = from + pageCharactersMax;
    if (most >= text.length) {
      parts.push(text.slice(from));
      break;
    }
    const cut = text.lastIndexOf(mark, most - 1) + (mark === "\n" ? 1 : 0);
    const isSurrogate = (text.charCodeAt(most) & 0xfc00) === 0xdc00;
    let to = cut > from ? cut : most - (isSurrogate ? 1 : 0);
    parts.push(text.slice(from, to));
    if (mark === "<note>" && cut <= from) {
      isCut = true;
      const next = text.indexOf(mark, to);
      to = next < 0 ? text.length : next;
      if (to >= text.length) break;
    }
    from = to;
  }
  return { parts, isCut };
}
