import type { PageId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Page } from "#domain/model/page.ts";
import type { Replica } from "#replica/replica.ts";

/** A stretch of a page, with the words that are looked at. */
export interface Around {
  page: Pick<Page, "id" | "name" | "takenOn" | "eventId">;
  /** The stretch in parts, in their order. Of text and Markdown it is the page itself, character for character (NT1); of HTML the passages' words. */
  parts: { text: string; isQuote: boolean }[];
  isFirst: boolean;
  isLast: boolean;
}

/** The words between `start` and `end` of a page with up to `lines` lines (of HTML: passages) before and after them (NT3). */
export function around(
  replica: Replica,
  place: { pageId: PageId; start: number; end: number },
  lines: number,
): Around | undefined {
  const page = replica.get("page", place.pageId);
  if (page === undefined) return undefined;
  const { id, name, takenOn, eventId } = page;
  const stretch = page.markup === "html" ? passagesAround(replica, place, lines) : linesAround(page.text, place, lines);
  return { page: { id, name, takenOn, eventId }, ...stretch };
}

type Stretch = Omit<Around, "page">;

function linesAround(text: string, { start, end }: { start: number; end: number }, lines: number): Stretch {
  let from = text.lastIndexOf("\n", start - 1) + 1;
  for (let n = 0; n < lines && from > 0; n += 1) from = text.lastIndexOf("\n", from - 2) + 1;
  let until = lineEnd(text, end);
  for (let n = 0; n < lines && until < text.length; n += 1) until = lineEnd(text, until + 1);
  return {
    parts: [
      { text: text.slice(from, start), isQuote: false },
      { text: text.slice(start, end), isQuote: true },
      { text: text.slice(end, until), isQuote: false },
    ],
    isFirst: from === 0,
    isLast: until >= text.length,
  };
}

function passagesAround(
  replica: Replica,
  { pageId, start, end }: { pageId: PageId; start: number; end: number },
  count: number,
): Stretch {
  const notes = notesOf(replica, pageId);
  const holds = (note: Note) => (note.start ?? 0) < end && (note.end ?? 0) > start;
  const at = Math.max(0, notes.findIndex(holds));
  const shown = notes.slice(Math.max(0, at - count), at + count + 1);
  return {
    parts: shown.map((note) => ({ text: `${note.text}\n`, isQuote: holds(note) })),
    isFirst: at <= count,
    isLast: at + count + 1 >= notes.length,
  };
}

/** A page with what was made of each passage (NT2). */
export interface PageShown {
  page: Page;
  /** Passages and what stands between them; `note` is null for blank space. Together they are the page, character for character (NT1). */
  parts: { text: string; note: Note | null }[];
}

export function page(replica: Replica, pageId: PageId): PageShown | undefined {
  const found = replica.get("page", pageId);
  if (found === undefined) return undefined;
  const parts: PageShown["parts"] = [];
  let at = 0;
  for (const note of notesOf(replica, pageId)) {
    const [start, end] = [note.start ?? at, note.end ?? at];
    if (start > at) parts.push({ text: found.text.slice(at, start), note: null });
    parts.push({ text: found.text.slice(start, end), note });
    at = end;
  }
  if (at < found.text.length) parts.push({ text: found.text.slice(at), note: null });
  return { page: found, parts };
}

function notesOf(replica: Replica, pageId: PageId): Note[] {
  return replica.by("note", "pageId", pageId).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
