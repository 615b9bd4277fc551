import { plain } from "#domain/model/plain.ts";
import { readRows, type Row } from "../contacts/table.ts";
import { limits, type Problems } from "../file.ts";
import type { Found } from "./found.ts";

/**
 * Headings by what their column holds, as Miro, Mural, EasyRetro, Parabol, Retrium and FigJam's plug-ins write them. The first that a table
 * has counts.
 */
const headings = {
  text: [
    "text",
    "sticky text",
    "sticky note",
    "sticky",
    "content",
    "card",
    "note",
    "message",
    "idea",
    "comment",
    "title",
  ],
  column: ["column", "column name", "area", "frame", "list", "lane", "category", "section", "prompt", "topic"],
  group: ["group", "group name", "cluster", "theme", "grouped with"],
  author: ["author", "created by", "creator", "last updated by", "participant", "user", "by"],
} as const;

/** What stands beside words in a table whose headings are the columns themselves. */
const beside = /^(?:votes?|likes?|dots?|score|comments?|emojis?|reactions?|#|id|)$/;

/**
 * A table of stickies: one a row where a heading says which column holds their words, else each heading is a column of the board and what
 * stands below it its stickies, as EasyRetro writes them. A single column without a known heading is a list of stickies.
 */
export function readTable(text: string, found: Found, problems: Problems): void {
  const [head, ...rows] = readRows(withoutEntities(text), problems, { rowsMax: limits.sessionsMax });
  if (head === undefined) return;
  const names = head.cells.map((cell) => plain(cell).trim());
  const at = (kind: keyof typeof headings) => indexOf(names, headings[kind]);
  const words = at("text");
  if (words !== undefined) {
    const [column, group, author] = [at("column"), at("group"), at("author")];
    for (const row of rows) {
      found.add({
        text: row.cells[words] ?? "",
        column: cell(row, column),
        group: cell(row, group),
        author: cell(row, author),
        line: row.line,
      });
    }
    return;
  }
  if (head.cells.length === 1) {
    for (const { cells, line } of [head, ...rows]) found.add({ text: cells[0] ?? "", line });
    return;
  }
  for (const [place, name] of head.cells.entries()) {
    if (beside.test(names[place] ?? "")) continue;
    for (const { cells, line } of rows) found.add({ text: cells[place] ?? "", column: name, line });
  }
}

/** The entities that whiteboards leave in words end in a semicolon, which would be taken for what parts the cells. */
function withoutEntities(text: string): string {
  return text.replaceAll("&nbsp;", " ").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

function indexOf(names: readonly string[], wanted: readonly string[]): number | undefined {
  for (const name of wanted) {
    const place = names.indexOf(name);
    if (place !== -1) return place;
  }
  return undefined;
}

function cell({ cells }: Row, place: number | undefined): string | null {
  return place === undefined ? null : (cells[place] ?? null);
}
