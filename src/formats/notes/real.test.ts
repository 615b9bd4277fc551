import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf, type PageRead, readNotes } from "../notes.ts";
import { breaches } from "./contract.ts";

const data = process.env["UPSHOT_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");
const isThere = existsSync(join(data, "notes")) && existsSync(join(data, "minutes"));
const why = isThere ? "" : ` (skipped: there is no notes and minutes folder in ${data}; UPSHOT_DATA names another)`;

/** Every file of the two folders, by its path. */
function* files(): Generator<{ name: string; bytes: Uint8Array }> {
  for (const folder of ["notes", "minutes"]) {
    for (const entry of readdirSync(join(data, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !entry.name.endsWith(".jsonl"))
        yield { name: relative(data, path), bytes: readFileSync(path) };
    }
  }
}

let pages: Map<string, PageRead> | null = null;

function allPages(): Map<string, PageRead> {
  if (pages !== null) return pages;
  pages = new Map();
  for (const file of files()) {
    const read = readNotes(file);
    expect(read.problems).toEqual([]);
    for (const page of read.pages) pages.set(file.name, page);
  }
  return pages;
}

function count(page: PageRead, kind: string): number {
  return page.blocks.filter((block) => block.kind === kind).length;
}

describe.skipIf(!isThere)(`real notes and minutes${why}`, () => {
  test("every file is one page without a problem, keeps every promise, and reads again to equal blocks", () => {
    expect(allPages().size).toBe(527);
    for (const [name, page] of allPages()) {
      expect([name, breaches(page.text, page.blocks)]).toEqual([name, []]);
      expect(blocksOf(page.text, page.markup)).toEqual(page.blocks);
    }
  });

  test("no letter or digit is lost: what no block holds is a link's target, a number of a list, or markup (NT2)", () => {
    for (const [name, page] of allPages()) {
      if (page.markup === "html") continue;
      const held = new Uint8Array(page.text.length);
      for (const block of page.blocks) for (const run of block.runs) held.fill(1, run.start, run.end);
      // An independent reading of the same: strip targets, tags, comments, entities, fences' languages, list numbers.
      const blank = (match: string): string => " ".repeat(match.length);
      const rest = page.text
        .replaceAll(/<!--.*?-->/gsu, blank)
        .replaceAll(/\]\(\s*(?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\s*\)/gu, blank)
        .replaceAll(/<\/?[a-z][^<>\n]*>/giu, blank)
        .replaceAll(/&#?\w+;/gu, blank)
        .replaceAll(/^[ \t]*(?:```|~~~).*$/gmu, blank)
        .replaceAll(/^[ \t>]*\(?(?:\d{1,3}|[a-z])[.)]+(?=\s|$)/gimu, blank)
        .replaceAll(/^([ \t>]*(?:[-*+•–—] *)?)\[[xX]\]/gmu, blank);
      const unheld = [...rest.matchAll(/[\p{L}\p{N}]/gu)].filter((match) => held[match.index] === 0);
      expect([name, unheld.map((match) => page.text.slice(match.index - 20, match.index + 20))]).toEqual([name, []]);
    }
  });

  test("as many items as li elements with words of their own, in HTML", () => {
    for (const [name, page] of allPages()) {
      if (page.markup !== "html") continue;
      const body = page.text.replaceAll(/<style[^]*?<\/style>|<script[^]*?<\/script>/gu, "");
      const items = [...body.matchAll(/<li\b[^>]*>(?:\s|&nbsp;|<(?!\/?(?:li|ul|ol)\b)[^>]*>)*(?!<|\s|&nbsp;)/gu)]
        .length;
      // Lines that begin with a typed mark are items too.
      const typed = [
        ...body.matchAll(
          /(?:<br>|<body>)(?:\s|&nbsp;)*(?:[-*•+] ?(?=\p{L})|[-*•+](?:\s|&nbsp;)|\d{1,3}[.)](?:\s|&nbsp;))/gu,
        ),
      ].length;
      expect([name, count(page, "item")]).toEqual([name, items + typed]);
    }
  });

  test("as many blocks as lines with words in the chat logs", () => {
    let logs = 0;
    for (const [name, page] of allPages()) {
      if (!name.endsWith(".log")) continue;
      logs += 1;
      const lines = page.text.split("\n").filter((line) => line.trim() !== "");
      expect([name, page.blocks.length]).toEqual([name, lines.length]);
    }
    expect(logs).toBe(69);
  });

  test("as many headings as lines of hashes with words in Markdown", () => {
    for (const [name, page] of allPages()) {
      if (page.markup !== "markdown") continue;
      const text = page.text.replaceAll(/^[ \t]*(```|~~~)[^]*?^[ \t]*\1[`~]*[ \t]*$/gmu, "");
      const hashes = [...text.matchAll(/^[ \t]*#{1,6}(?:[ \t]+(?:#+[ \t]*)?(?!\\$)\S|(?<=##)[\p{L}\p{N}])/gmu)].length;
      const under = [...text.matchAll(/^#{1,6}[ \t]*\\?\n[ \t]*[^\s#*-]/gmu)].length;
      const underlined = [...text.matchAll(/^[^\n#|*>-][^\n]*\n(?:={3,}|-{3,})[ \t]*$/gmu)].length;
      const found = count(page, "heading");
      const isRight = found >= hashes + under && found <= hashes + under + underlined;
      expect([name, found, isRight]).toEqual([name, found, true]);
    }
  });

  test("a few pages, word for word", () => {
    const words = (name: string): string[] =>
      allPages()
        .get(name)!
        .blocks.map(({ kind, level, text }) => `${kind} ${level}: ${text}`);
    expect(words("minutes/openjs-cpc/meetings/2019/2019-04-08.md").slice(21, 27)).toEqual([
      "heading 3: openjs-foundation/bootstrap",
      "item 0: OpenJS Foundation Executive Director Job Description #151",
      "item 1: Brian: Updated from past version, wanted to get community feedback.",
      "item 1: Have a few people who have indicated they are interested so would like to get it out to see if there are others",
      "item 1: Worked through a number of the comments that are being discussed in github.",
      "item 0: Infrastructure: Mailing lists #134",
    ]);
    expect(words("minutes/kubernetes/sig-release/meeting-notes-archive/2019.md")[6]).toBe(
      "heading 2: December 2, 2019 (recording)",
    );
    const chat = allPages().get("minutes/json-ld-cg/2022-06-22/index.html");
    expect(chat?.takenOn).toBe("2022-06-22");
    // The sign of each line's own link is hidden by its style.
    expect(chat?.blocks.some((block) => block.text.includes("✪"))).toBe(false);
    expect(chat?.blocks.some((block) => block.text.startsWith("Niklas Lindström: I was also in the WG"))).toBe(true);
    const days = [...allPages()]
      .filter(([name]) => name.includes("openjs-cpc/meetings/2"))
      .map(([name, page]) => [name, page.takenOn]);
    expect(days).toEqual(days.map(([name]) => [name, /\d{4}-\d{2}-\d{2}/u.exec(name!)?.[0] ?? null]));
  });
});
