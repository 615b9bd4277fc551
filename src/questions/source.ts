import type { PageId } from "#domain/model/id.ts";
import type { Page } from "#domain/model/page.ts";
import type { Replica } from "#replica/replica.ts";

/** The way back from a thing to the words it came from (NT3). */
export interface Source {
  page: Pick<Page, "id" | "name" | "takenOn">;
  /** Line of the page, from 1. */
  line: number;
  quote: string;
  /** The whole lines the quote stands in, with one line before and after. */
  around: { before: string; lines: string; after: string };
}

/** The exact words between `start` and `end` of a page, with their surroundings; undefined where there is no page. */
export function source(
  replica: Replica,
  pageId: PageId | null,
  start: number | null,
  end: number | null,
): Source | undefined {
  const page = replica.get("page", pageId);
  if (page === undefined || start === null || end === null) return undefined;
  const { text } = page;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const until = lineEnd(text, end);
  return {
    page: { id: page.id, name: page.name, takenOn: page.takenOn },
    line: text.slice(0, start).split("\n").length,
    quote: text.slice(start, end),
    around: {
      before: from === 0 ? "" : text.slice(text.lastIndexOf("\n", from - 2) + 1, from - 1),
      lines: text.slice(from, until),
      after: until >= text.length ? "" : text.slice(until + 1, lineEnd(text, until + 1)),
    },
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
