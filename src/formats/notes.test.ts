import { describe, expect, test } from "vitest";
import { type Markup, pageCharactersMax } from "#domain/model/page.ts";
import { TimeZone } from "#domain/model/time.ts";
import type { InputFile } from "./file.ts";
import { breaches } from "./notes/contract.ts";
import { blocksOf, type NotesOptions, type PageRead, readNotes } from "./notes.ts";

function file(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The one page of a file that has no problems. */
function pageOf(name: string, text: string, options: NotesOptions = {}): PageRead {
  const { pages, problems } = readNotes(file(name, text), options);
  expect(problems).toEqual([]);
  expect(pages).toHaveLength(1);
  return pages[0]!;
}

/** Blocks as lines: kind, level, box and words. */
function shown(page: PageRead | undefined): string[] {
  return (page?.blocks ?? []).map(
    ({ kind, level, box, text }) => `${kind} ${level}${box === null ? "" : ` ${box}`}: ${text}`,
  );
}

describe("pages as received (NT1)", () => {
  test("the text is the file, decoded and nothing else, and reading it again gives equal blocks", () => {
    const texts: [string, Markup, string][] = [
      ["a.md", "markdown", "# Day\r\n\r\n- *call* Ana\r\n"],
      ["a.txt", "plain", "one\rtwo\n\n  three"],
      ["a.html", "html", "<ul>\n<li>R&amp;D</li>\r\n</ul>"],
      ["noname", "html", "<!DOCTYPE html><p>x</p>"],
      ["a.log", "plain", "16:01 <Zakim> hello"],
    ];
    for (const [name, markup, text] of texts) {
      const page = pageOf(name, text);
      expect(page).toMatchObject({ name, text, markup, encoding: "utf-8" });
      expect(blocksOf(page.text, page.markup)).toEqual(page.blocks);
    }
  });

  test("the encoding is that of the mark, the one HTML or XML declares, or a guess", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]);
    const declared = new TextEncoder().encode('<html><meta charset="windows-1251"><p>');
    const cyrillic = new Uint8Array([...declared, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(readNotes({ name: "a.txt", bytes: utf16 }).pages[0]).toMatchObject({ text: "Aé", encoding: "utf-16le" });
    const page = readNotes({ name: "a.html", bytes: cyrillic }).pages[0];
    expect(page?.encoding).toBe("windows-1251");
    expect(page?.blocks.map((block) => block.text)).toEqual(["Привет"]);
  });

  test("a page's title is the front matter's, the HTML title, or the first heading", () => {
    expect(pageOf("a.md", '---\ntitle: "Day one"\nx: y\n---\n# Other').title).toBe("Day one");
    expect(pageOf("a.html", "<title>Mine</title><h1>Other</h1>").title).toBe("Mine");
    expect(pageOf("a.md", "words\n\n## First").title).toBe("First");
    expect(pageOf("a.txt", "words").title).toBeNull();
  });
});

describe("the day a page was taken on (RD5)", () => {
  test.each([
    ["the front matter before all", "2019-01-01.md", "---\ndate: 2025-02-03\n---\n# 2020-05-05", "2025-02-03"],
    ["the file name before what it holds", "2019-03-25.md", "# Meeting 2020-05-05", "2019-03-25"],
    ["a first heading with a date", "a.md", "# OpenJS Meeting 2019-07-30\n\n- x", "2019-07-30"],
    ["a first line that is a date", "a.txt", "Monday 3 Feb 2025\n- call Ana", "2025-02-03"],
    ["a labelled line", "a.md", "# Notes\n\n**Date:** 3 Feb 2025\n\nwords", "2025-02-03"],
    [
      "OneNote's head",
      "a.html",
      '<head><meta name="created" content="2019-03-25T15:41:00.0000000"></head><p>x',
      "2019-03-25",
    ],
    [
      "the line under OneNote's title",
      "a.html",
      "<p>Offsite</p><p>Monday, March 25, 2019</p><p>3:41 PM</p><p>x",
      "2019-03-25",
    ],
    ["Notion's Created", "a.md", "# Offsite\n\nCreated: March 25, 2019 3:41 PM\n\nx", "2019-03-25"],
    ["the folder, when nothing nearer says it", "minutes/2022-06-22/index.html", "<p>x</p>", "2022-06-22"],
  ])("%s", (_, name, text, day) => {
    expect(pageOf(name, text).takenOn).toBe(day);
  });

  test("is null where nothing says so for certain", () => {
    expect(pageOf("Day 2.md", "# Day 2\n\nRust 1.0 is of May 15, 2015\n\ndue 2025-03-03").takenOn).toBeNull();
    expect(pageOf("ALAAC2018Sun0230pm.txt", "Tuesday 4 Feb").takenOn).toBeNull();
  });
});

describe("an Evernote export", () => {
  const enex = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20250210T090000Z" application="Evernote">
<note><title>Ana &amp; Li</title><created>20250203T230000Z</created><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x">
<en-note><div><en-todo checked="false"/>call Ana</div><div/><div><en-todo checked="true"/>book</div><div>R&amp;D&nbsp;day<br/>end</div><en-media hash="1" type="image/png"/><en-crypt>c2VjcmV0</en-crypt></en-note>]]></content>
<resource><data encoding="base64">iVBORw0KGgo=</data><mime>image/png</mime></resource><resource><data>JVBE</data><mime>application/pdf</mime></resource>
<task><title>ring Jo</title><taskStatus>open</taskStatus></task></note>
<note><title>Two, 6 Feb 2025</title><content><![CDATA[<en-note><ul><li>x</li></ul></en-note>]]></content><created>20250205T080000Z</created></note>
<note><title>Odd</title><content>none</content></note>
</en-export>`;
  const timeZone = TimeZone.parse("Europe/Brussels");

  test("is one page whose blocks come from all notes, each under its title and of the day it names or was made on", () => {
    const { pages, problems } = readNotes(file("trip.enex", enex), { timeZone });
    const [page] = pages;
    expect(page).toMatchObject({ text: enex, markup: "html", takenOn: null, title: null });
    expect(shown(page)).toEqual([
      "heading 1: Ana & Li",
      "line 0 open: call Ana",
      "line 0 ticked: book",
      "line 0: R&D day",
      "line 0: end",
      "item 0 open: ring Jo",
      "heading 1: Two, 6 Feb 2025",
      "item 0: x",
      "heading 1: Odd",
    ]);
    // 23:00 in UTC is the next day in Brussels.
    expect(page?.blocks.map((block) => block.takenOn)).toEqual([
      ...Array.from({ length: 6 }, () => "2025-02-04"),
      "2025-02-06",
      "2025-02-06",
      null,
    ]);
    expect(problems.map(({ what, kept }) => [what, kept])).toEqual([
      ["1 picture skipped", "the words around them"],
      ["1 attached file skipped", "the words around them"],
      ["The content of 1 note cannot be read", "the titles"],
    ]);
    expect(breaches(enex, page?.blocks ?? [])).toEqual([]);
    expect(blocksOf(enex, "html", { timeZone })).toEqual(page?.blocks);
  });
});

describe("Google Keep", () => {
  const html = `<?xml version="1.0" ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Partner day</title><style type="text/css">.x { color: red }</style></head>
<body><div class="note DEFAULT"><div class="heading"><div class="meta-icons"></div>
Mar 25, 2019, 3:20:11 PM</div>
<div class="title">Partner day</div>
<div class="content"><ul class="list"><li class="listitem"><span class="bullet">&#9744;</span>
<span class="text">ring Ana</span></li><li class="listitem checked"><span class="bullet">&#9745;</span><span class="text">badge</span></li></ul>
first<br>- second</div></div></body></html>`;

  test("in HTML: its date, title, boxes and lines", () => {
    const page = pageOf("Partner day.html", html);
    expect(page).toMatchObject({ takenOn: "2019-03-25", title: "Partner day" });
    expect(shown(page)).toEqual([
      "line 0: Mar 25, 2019, 3:20:11 PM",
      "heading 1: Partner day",
      "item 0 open: ring Ana",
      "item 0 ticked: badge",
      "line 0: first",
      "item 0: second",
    ]);
  });

  test("in JSON: runs point into the file, escapes as runs of their own (NT3)", () => {
    const json = `{"color":"DEFAULT","textContent":"caf\\u00e9 with \\"Ana\\"\\n- send it","title":"Day","userEditedTimestampUsec":1553527211000000,"listContent":[{"text":"badge","isChecked":true},{"text":"ring","isChecked":false}],"labels":[{"name":"Work"}]}`;
    const page = pageOf("Day.json", json);
    expect(page).toMatchObject({ text: json, markup: "plain", takenOn: "2019-03-25", title: "Day" });
    expect(shown(page)).toEqual([
      'line 0: café with "Ana"',
      "item 0: send it",
      "heading 1: Day",
      "item 0 ticked: badge",
      "item 0 open: ring",
    ]);
    expect(page.blocks[0]?.runs.map(({ start, end }) => json.slice(start, end))).toEqual([
      "caf",
      "\\u00e9",
      " with ",
      '\\"',
      "Ana",
      '\\"',
    ]);
    expect(blocksOf(json, "plain")).toEqual(page.blocks);
  });

  test("JSON that is no note of Keep is refused with what to do", () => {
    const { pages, problems } = readNotes(file("x.json", '{"a":1}'));
    expect(pages).toEqual([]);
    expect(problems[0]?.what).toContain("Save it as text or HTML");
  });
});

describe("files that are no notes", () => {
  const zeros = Array.from({ length: 60 }, () => 0);
  test.each([
    ["a.pdf", "%PDF-1.7\n...", "a PDF document"],
    ["a.docx", "PK\u0003\u0004........", "a Word document"],
    ["a.png", "\u0089PNG\r\n", "a picture"],
    ["a.heic", "\u0000\u0000\u0000\u0018ftypheic", "a picture, film or recording"],
    ["a.db", "SQLite format 3\u0000", "a database"],
    ["a.rtf", "{\\rtf1 words}", "an RTF document"],
    ["a.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1", "an Office document of the old kind"],
    ["a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related", "a web archive"],
    ["empty.txt", "", "empty"],
  ])("%s is refused with what to do instead", (name, head, what) => {
    const bytes = Uint8Array.from(head, (sign) => sign.charCodeAt(0));
    const { pages, problems } = readNotes({ name, bytes });
    expect(pages).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: name, kept: "nothing" });
    expect(problems[0]?.what).toContain(what);
  });

  test("bytes that are no text are refused, a few NUL characters in a text are read as blanks", () => {
    const noise = Uint8Array.from([...zeros, 1, 2, 3, 7, 0x41]);
    expect(readNotes({ name: "x.bin", bytes: noise })).toMatchObject({ pages: [], problems: [{ kept: "nothing" }] });
    const { pages, problems } = readNotes(file("a.txt", `${"word ".repeat(50)}and\u0000then`));
    expect(pages[0]?.blocks[0]?.text).toContain("and then");
    expect(problems.map((problem) => problem.what)).toEqual(["The text holds NUL characters"]);
  });

  test("a file without words is a page and a problem", () => {
    expect(readNotes(file("a.txt", " \n---\n"))).toMatchObject({
      pages: [{ blocks: [] }],
      problems: [{ kept: "the page" }],
    });
  });
});

describe("limits", () => {
  test("a text beyond the most that a page holds is split at a line, and said so", () => {
    const line = `${"x".repeat(1023)}\n`;
    const text = line.repeat(pageCharactersMax / 1024 + 1);
    const { pages, problems } = readNotes(file("long.txt", text));
    expect(pages.map((page) => [page.name, page.text.length])).toEqual([
      ["long.txt (1 of 2)", pageCharactersMax],
      ["long.txt (2 of 2)", 1024],
    ]);
    expect(problems.map((problem) => problem.kept)).toEqual(["all of it, as 2 pages"]);
  });

  test("an Evernote export beyond it is split between notes, and a note's pictures are what is cut", () => {
    const note = (title: string, picture: number): string =>
      `<note><title>${title}</title><content><![CDATA[<en-note>words</en-note>]]></content><resource><data>${"A".repeat(picture)}</data><mime>image/png</mime></resource></note>`;
    const text = `<en-export>${note("One", 10)}${note("Big", pageCharactersMax)}${note("Three", 10)}</en-export>`;
    const { pages, problems } = readNotes(file("big.enex", text));
    expect(pages.map((page) => page.blocks.map((block) => block.text))).toEqual([
      ["One", "words"],
      ["Big", "words"],
      ["Three", "words"],
    ]);
    expect(problems[0]?.kept).toBe("the words, as 3 pages");
    for (const page of pages) expect(blocksOf(page.text, page.markup)).toEqual(page.blocks);
  });

  test("texts made to be slow are read in linear time", () => {
    const hostile = [
      "[",
      "[](",
      '[](x "',
      "`a``b",
      "*a **b ",
      "_a ",
      "<b ",
      "&a",
      ">",
      "- ",
      "|a",
      "[[a|",
      "![",
      "~~a",
      "<!--",
      "```\n~~~\n",
      "\\",
      "http://",
      "[a\nb](",
      "word word\n",
      "<ul>",
      "<li>",
      "</i>",
      "<td>",
      "<table>",
      "&amp",
      "<p style='",
      "<div hidden>",
      "<s>",
    ];
    for (const piece of hostile) {
      const text = piece.repeat(100_000 / piece.length);
      for (const markup of ["plain", "markdown", "html"] as const)
        expect(blocksOf(text, markup).length).toBeGreaterThanOrEqual(0);
    }
  });
});
