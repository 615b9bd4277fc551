import { describe, expect, test } from "vitest";
import type { Block } from "#domain/model/block.ts";
import { limits } from "../file.ts";
import { htmlBlocks } from "./html.ts";

/** Blocks as lines: kind, level, box and words. */
function shown(html: string): string[] {
  return htmlBlocks(html).blocks.map(
    ({ kind, level, box, text }) => `${kind} ${level}${box === null ? "" : ` ${box}`}: ${text}`,
  );
}

function under(html: string, block: Block | undefined): string[] {
  return block?.runs.map(({ start, end }) => html.slice(start, end)) ?? [];
}

describe("what a browser shows", () => {
  test("block elements and br end a line, inline elements and line ends do not", () => {
    const html = "<div>Ana <b>sends</b>\n  the <a href='x'>de</a>ck<br>by Friday</div><p>Li<p>Jo</p>rest<hr>end";
    expect(shown(html)).toEqual([
      "line 0: Ana sends the deck",
      "line 0: by Friday",
      "line 0: Li",
      "line 0: Jo",
      "line 0: rest",
      "line 0: end",
    ]);
  });

  test("scripts, styles, the head's title, comments and hidden elements are not read; the title is kept", () => {
    const html =
      "<html><head><title>My &amp; notes</title><style>p{}</style></head><body><script>let a</script><!-- no -->" +
      '<p>a <span style="display: none">no <span>no</span></span>b</p><div hidden>no <div>no</div> no</div>c<template>no</template>';
    expect(shown(html)).toEqual(["line 0: a b", "line 0: c"]);
    expect(htmlBlocks(html).title).toBe("My & notes");
  });

  test("a page without head and body tags, or with a head that is never closed, is read all the same", () => {
    expect(shown("<head><title>t</title>Ana<body>Li")).toEqual(["line 0: Ana", "line 0: Li"]);
  });

  test("entities and folded blanks are runs of their own, and point into the file (NT3)", () => {
    const html = "<p>R&amp;D\n   caf&#233;&nbsp;&nbsp;&#x1F600; &fjlig;</p>";
    const [block] = htmlBlocks(html).blocks;
    expect(block?.text).toBe("R&D café 😀 fj");
    expect(under(html, block)).toEqual([
      "R",
      "&amp;",
      "D",
      "\n   ",
      "caf",
      "&#233;",
      "&nbsp;&nbsp;",
      "&#x1F600;",
      " ",
      "&fjlig;",
    ]);
  });

  test("pre keeps its line ends; with code in it, it is code", () => {
    expect(shown("<pre>- one\ntwo</pre><pre><code>let a\nlet b</code></pre><p>an <code>inline</code> one")).toEqual([
      "item 0: one",
      "line 0: two",
      "code 0: let a",
      "code 0: let b",
      "line 0: an inline one",
    ]);
  });
});

describe("lists and headings", () => {
  test("the depth of lists, also where items are not closed or lists stand in lists without an item", () => {
    expect(
      shown("<ul><li>a<ul><li>b<li>c</ul><li>d<ul><ul><li>e</ul></ul></ul><ol><li><p>f</p><p>more</p></li></ol>"),
    ).toEqual(["item 0: a", "item 1: b", "item 1: c", "item 0: d", "item 2: e", "item 0: f", "line 1: more"]);
  });

  test("marks that were typed into a line count as in plain text", () => {
    expect(
      shown(
        "# Day 1<br>- call Ana<br>• ring Li<br>[ ] book<br>&#9745; done<br>-&gt; send<br>-----<br>&nbsp;&nbsp;&nbsp; in",
      ),
    ).toEqual([
      "heading 1: Day 1",
      "item 0: call Ana",
      "item 0: ring Li",
      "item 0 open: book",
      "item 0 ticked: done",
      "line 0: -> send",
      "line 1: in",
    ]);
  });

  test("headings and quotes", () => {
    expect(shown("<h2>Tuesday</h2><blockquote>said <ul><li>Ana</ul></blockquote>x")).toEqual([
      "heading 2: Tuesday",
      "quote 0: said",
      "quote 0: Ana",
      "line 0: x",
    ]);
  });
});

describe("boxes and strikes, as programs write them", () => {
  test("a checkbox of HTML, of Notion, OneNote, Google Keep and other editors", () => {
    const html =
      '<ul><li><input type="checkbox"> a</li><li><input type=checkbox checked>b</li></ul>' +
      '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>c</span></li><li><div class="checkbox checkbox-off"></div>d</li></ul>' +
      '<p data-tag="to-do">e</p><p data-tag="to-do:completed">f</p>' +
      '<ul class="list"><li class="listitem checked"><span class="bullet">&#9745;</span><span class="text">g</span></li>' +
      '<li class="listitem"><span class="bullet">&#9744;</span><span class="text">h</span></li></ul><ul><li data-checked="false">i</li></ul>';
    expect(shown(html)).toEqual([
      "item 0 open: a",
      "item 0 ticked: b",
      "item 0 ticked: c",
      "item 0 open: d",
      "line 0 open: e",
      "line 0 ticked: f",
      "item 0 ticked: g",
      "item 0 open: h",
      "item 0 open: i",
    ]);
  });

  test("struck by element or by style, over several lines (S6)", () => {
    const html =
      '<p>call <s>Bob <b>and</b></s> Ana</p><del><p>a</p><p>b</p></del><p style="text-decoration:line-through">c</p>d';
    expect(htmlBlocks(html).blocks.map(({ text, struck }) => [text, struck])).toEqual([
      ["call Bob and Ana", [{ start: 5, end: 12 }]],
      ["a", [{ start: 0, end: 1 }]],
      ["b", [{ start: 0, end: 1 }]],
      ["c", [{ start: 0, end: 1 }]],
      ["d", []],
    ]);
  });

  test("lists that Word writes as paragraphs", () => {
    const html =
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>a</p>" +
      "<p style='mso-list:l0 level2 lfo1'>b</p>";
    expect(shown(html)).toEqual(["item 0: a", "item 1: b"]);
  });
});

describe("tables", () => {
  function cells(html: string): unknown[] {
    return htmlBlocks(html).blocks.map(({ kind, text, column, row }) => [kind, text, column, row]);
  }

  test("th, thead or an all bold first row are the headings, which are not read", () => {
    const body = "<tr><td>Ana<td>the deck<tr><td><td>ring Li";
    const expected = [
      ["code", "Who", "Who", null],
      ["code", "What now", "What now", null],
      ["cell", "Ana", "Who", 0],
      ["cell", "the deck", "What now", 0],
      ["cell", "ring Li", "What now", 1],
    ];
    expect(cells(`<table><tr><th>Who<th>What now${body}</table>`)).toEqual(expected);
    expect(cells(`<table><thead><tr><td>Who<td>What now</thead>${body}</table>`)).toEqual(expected);
    expect(cells(`<table><tr><td><b>Who</b><td><p><strong>What</strong> <b>now</b></p>${body}</table>`)).toEqual(
      expected,
    );
  });

  test("without headings the columns have none; a leading th names the cells beside it", () => {
    expect(cells("<table><tr><td>a<td>b<tr><td>c<td>d</table>").map((cell) => (cell as unknown[])[2])).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(cells("<table><tr><th>Owner<td>Ana</table>")).toEqual([
      ["cell", "Owner", null, 0],
      ["cell", "Ana", "Owner", 0],
    ]);
  });

  test("a table in a cell keeps its own columns, and a cell may span several", () => {
    const html =
      "<table><tr><th colspan=2>Wide</th><th>C</th></tr><tr><td>1</td><td><table><tr><td>in</td></tr></table></td><td>3</td></tr></table>after";
    expect(cells(html)).toEqual([
      ["code", "Wide", "Wide", null],
      ["code", "C", "C", null],
      ["cell", "1", "Wide", 0],
      ["cell", "in", null, 0],
      ["cell", "3", "C", 0],
      ["line", "after", null, null],
    ]);
  });
});

describe("hostile pages", () => {
  test("lists nested far beyond the limit are read, and said to be too deep", () => {
    const deep = 20_000;
    const read = htmlBlocks(`${"<ul><li>x".repeat(deep)}${"</li></ul>".repeat(deep)}<p>after`);
    expect(read.isTooDeep).toBe(true);
    expect(read.blocks).toHaveLength(deep + 1);
    expect(read.blocks.at(-1)).toMatchObject({ kind: "line", level: 0, text: "after" });
    expect(Math.max(...read.blocks.map((block) => block.level))).toBeLessThanOrEqual(limits.depthMax);
  });

  test("an end tag inside a cell ends nothing outside it", () => {
    expect(shown("<ul><li><table><tr><td>a</li></ul></td><td>b</td></tr></table></li><li>c</li></ul>")).toEqual([
      "cell 0: a",
      "cell 0: b",
      "item 0: c",
    ]);
  });
});
