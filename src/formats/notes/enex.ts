import { decodeXML } from "entities";
import type { Block } from "#domain/model/block.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import { dayOfHeading } from "./day.ts";
import { htmlBlocks } from "./html.ts";
import { Words } from "./words.ts";

/** What an Evernote export holds. */
export interface EnexRead {
  blocks: Block[];
  notes: number;
  /** Pictures and other files inside the notes: they are passed over. */
  pictures: number;
  files: number;
  /** Notes whose content is not written as Evernote writes it. */
  unread: number;
  isTooDeep: boolean;
}

/** True for the text of an Evernote export, or of a part of one that begins with a note. Looks at its start only. */
export function isEnex(text: string): boolean {
  return /^\s{0,100}(?:<note>\s{0,100}<title|(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!DOCTYPE en-export[^>]{0,300}>\s{0,100})?<en-export[\s>])/u.test(
    text.slice(0, 1000),
  );
}

/**
 * The blocks of all notes of an Evernote export (ENEX, Evernote's `evernote-export4.dtd`): each note's title as a heading of
 * level 1, its content (ENML), its tasks as items with a box. `takenOn` of every block is the day that the note's title
 * names, else the day the note was made, in `timeZone`. Files inside notes are counted and passed over.
 */
export function enexBlocks(page: string, timeZone: TimeZone): EnexRead {
  const read: EnexRead = { blocks: [], notes: 0, pictures: 0, files: 0, unread: 0, isTooDeep: false };
  for (let at = page.indexOf("<note>"); at >= 0;) {
    const close = page.indexOf("</note>", at);
    const end = close < 0 ? page.length : close;
    readNote(page, { from: at + "<note>".length, to: end }, timeZone, read);
    at = page.indexOf("<note>", end);
  }
  return read;
}

interface Span {
  from: number;
  to: number;
}

function readNote(page: string, note: Span, timeZone: TimeZone, read: EnexRead): void {
  const blocks: Block[] = [];
  const content = element(page, "content", note);
  const head: Span = { from: note.from, to: content?.from ?? note.to };
  const tail: Span = { from: content?.to ?? note.to, to: note.to };
  const title = element(page, "title", head);
  if (title !== null) addWords(blocks, page, title, { kind: "heading", level: 1, box: null });
  const html = content === null ? null : cdata(page, content);
  if (html !== null) {
    const { blocks: inside, isTooDeep } = htmlBlocks(page, { ...html, isXml: true });
    for (const block of inside) blocks.push(block);
    read.isTooDeep ||= isTooDeep;
  }
  if (html === null) read.unread += 1;
  readTail(page, tail, blocks, read);
  const created = element(page, "created", head) ?? element(page, "created", tail);
  const named = blocks[0]?.kind === "heading" ? dayOfHeading(blocks[0].text) : null;
  const takenOn = named ?? (created === null ? null : dayOfStamp(page.slice(created.from, created.to), timeZone));
  for (const block of blocks) {
    block.takenOn = takenOn;
    read.blocks.push(block);
  }
  read.notes += 1;
}

/** Tasks and files follow the content. */
function readTail(page: string, tail: Span, blocks: Block[], read: EnexRead): void {
  for (let rest = tail; ;) {
    const task = element(page, "task", rest);
    if (task === null) break;
    const title = element(page, "title", task);
    const status = element(page, "taskStatus", task);
    const isOpen = status === null || page.slice(status.from, status.to).trim() === "open";
    if (title !== null) addWords(blocks, page, title, { kind: "item", level: 0, box: isOpen ? "open" : "ticked" });
    rest = { from: task.to, to: tail.to };
  }
  for (let rest = tail; ;) {
    const resource = element(page, "resource", rest);
    if (resource === null) break;
    const mime = element(page, "mime", resource);
    if (mime !== null && page.slice(mime.from, mime.to).trim().startsWith("image/")) read.pictures += 1;
    else read.files += 1;
    rest = { from: resource.to, to: tail.to };
  }
}

/** The inside of the first such element within a range; up to the range's end where it is not closed. */
function element(page: string, name: string, within: Span): Span | null {
  // Slices, so that a search ends with the note and the whole stays linear.
  const text = page.slice(within.from, within.to);
  const open = text.search(new RegExp(`<${name}(?:\\s[^<>]{0,200})?>`, "u"));
  if (open < 0) return null;
  const from = text.indexOf(">", open) + 1;
  const close = text.indexOf(`</${name}>`, from);
  return { from: within.from + from, to: within.from + (close < 0 ? text.length : close) };
}

function cdata(page: string, content: Span): Span | null {
  const text = page.slice(content.from, content.to);
  const open = text.indexOf("<![CDATA[");
  if (open < 0 || text.slice(0, open).trim() !== "") return null;
  const close = text.lastIndexOf("]]>");
  const from = open + "<![CDATA[".length;
  return { from: content.from + from, to: content.from + (close < from ? text.length : close) };
}

function addWords(blocks: Block[], page: string, span: Span, looks: Pick<Block, "kind" | "level" | "box">): void {
  const words = new Words(page);
  let at = span.from;
  for (const match of page.slice(span.from, span.to).matchAll(/&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/giu)) {
    const from = span.from + match.index;
    const clean = decodeXML(match[0]);
    if (clean === match[0]) continue;
    words.add(at, from);
    at = from + match[0].length;
    words.addAs(clean, from, at);
  }
  words.add(at, span.to);
  const taken = words.take();
  if (taken !== null) blocks.push({ ...looks, ...taken, column: null, row: null, takenOn: null });
}

/** Evernote's time, `20190325T150000Z`, as the day it was in the zone. */
function dayOfStamp(stamp: string, timeZone: TimeZone): Day | null {
  const match = /^\s*(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\s*$/u.exec(stamp);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  try {
    return dayAt(Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`), timeZone);
  } catch {
    return null;
  }
}
