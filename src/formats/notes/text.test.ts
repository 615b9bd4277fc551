import { describe, expect, test } from "vitest";
import type { Block } from "#domain/model/block.ts";
import { textBlocks } from "./text.ts";

/** Blocks as lines: kind, level, box and words. */
function shown(blocks: readonly Block[]): string[] {
  return blocks.map(({ kind, level, box, text }) => `${kind} ${level}${box === null ? "" : ` ${box}`}: ${text}`);
}

function markdown(text: string): string[] {
  return shown(textBlocks(text, "markdown"));
}

function plain(text: string): string[] {
  return shown(textBlocks(text, "plain"));
}

/** The page's own words under each run of a block. */
function under(text: string, block: Block | undefined): string[] {
  return block?.runs.map(({ start, end }) => text.slice(start, end)) ?? [];
}

describe("lists", () => {
  test("any usual mark makes an item, nested by two columns or a tab, and an indented line is never code", () => {
    expect(markdown("* a\n\t* b\n\t\t* c\n* d\n  - e\n\n        far in\n• f\n– g\n1. h\n   2) i\n(3) j\na) k")).toEqual(
      [
        "item 0: a",
        "item 1: b",
        "item 2: c",
        "item 0: d",
        "item 1: e",
        "line 2: far in",
        "item 0: f",
        "item 0: g",
        "item 0: h",
        "item 1: i",
        "item 0: j",
        "item 0: k",
      ],
    );
  });

  test("a mark repeated is a deeper one, and a dash glued to its word is a mark still", () => {
    expect(plain("* a\n** b\n-milk\n-[ ] eggs")).toEqual([
      "item 0: a",
      "item 1: b",
      "item 0: milk",
      "item 0 open: eggs",
    ]);
  });

  test("arrows, signs, flags and dates are words (RD3)", () => {
    expect(
      plain(
        "-> send the deck\n<- Li sends numbers\n- => call\n-5 degrees\n+1 from Jo\n--dry-run\n12. Mai Anna anrufen",
      ),
    ).toEqual([
      "line 0: -> send the deck",
      "line 0: <- Li sends numbers",
      "item 0: => call",
      "line 0: -5 degrees",
      "line 0: +1 from Jo",
      "line 0: --dry-run",
      "line 0: 12. Mai Anna anrufen",
    ]);
  });

  test("boxes are read with and without a bullet, whatever their look", () => {
    expect(
      plain("- [ ] a\n[x] b\n* [] c\n☐ d\n☑ e\n✓ f\n✔️ g\n- ✅ h\n[-] called off\n[draft] words\n[x](http://a.b) link"),
    ).toEqual([
      "item 0 open: a",
      "item 0 ticked: b",
      "item 0 open: c",
      "item 0 open: d",
      "item 0 ticked: e",
      "item 0 ticked: f",
      "item 0 ticked: g",
      "item 0 ticked: h",
      "item 0 ticked: called off",
      "line 0: [draft] words",
      "line 0: x link",
    ]);
  });

  test("a line under an item is a line one level in", () => {
    expect(markdown("- Ana\n  wants the deck\n\nelse")).toEqual([
      "item 0: Ana",
      "line 1: wants the deck",
      "line 0: else",
    ]);
  });
});

describe("headings", () => {
  test("hashes, closing hashes, hashes with their words on the next line; a tag is no heading", () => {
    expect(markdown("# One #\n##Two\n### C#\n## \n     December 2\n#tag and words\n####### seven")).toEqual([
      "heading 1: One",
      "heading 2: Two",
      "heading 3: C#",
      "heading 2: December 2",
      "line 0: #tag and words",
      "line 0: ####### seven",
    ]);
  });

  test("underlines make a heading; a line drawn under a paragraph only divides", () => {
    expect(markdown("Title\n=====\nSmaller\n---\nIt was a good day.\n---\n* * *\nend")).toEqual([
      "heading 1: Title",
      "heading 2: Smaller",
      "line 0: It was a good day.",
      "line 0: end",
    ]);
    expect(plain("Call Ana\n---\nMonday notes\n------------")).toEqual(["line 0: Call Ana", "heading 2: Monday notes"]);
  });
});

describe("inside a line", () => {
  test("emphasis, code, links, images, escapes and tags are markup; bare addresses and lonely marks are words", () => {
    const text =
      '**Ana** said _yes_ to `x_y` and [the deck](http://a.b/c_(d) "t") ![wall photo](w.png) 5 \\* 3 <b>now</b> https://e.org/a_b_c_ 2 * 3 *oops';
    expect(markdown(text)).toEqual([
      "line 0: Ana said yes to x_y and the deck wall photo 5 * 3 now https://e.org/a_b_c_ 2 * 3 *oops",
    ]);
  });

  test("wiki links give their words, references need a definition, an empty link gives its target", () => {
    const text =
      "[[Ana Ruiz]] and [[ana|Ana]] [docs][d] [not][here] [](http://a.b)\n\n[d]: http://docs.example\n[Li]: sends the deck";
    expect(markdown(text)).toEqual([
      "line 0: Ana Ruiz and Ana docs [not][here] http://a.b",
      "code 0: [d]: http://docs.example",
      "line 0: [Li]: sends the deck",
    ]);
  });

  test("entities are decoded and stand in a run of their own (NT3)", () => {
    const text = "R&amp;D &nbsp; caf&eacute;";
    const [block] = textBlocks(text, "markdown");
    expect(block?.text).toBe("R&D café");
    expect(under(text, block)).toEqual(["R", "&amp;", "D", " &nbsp; ", "caf", "&eacute;"]);
  });

  test("in plain text, entities, tags, code ticks and escapes are words", () => {
    expect(plain("R&amp;D <Zakim> `x` C:\\*new 2 < 3")).toEqual(["line 0: R&amp;D <Zakim> `x` C:\\*new 2 < 3"]);
  });

  test("what is struck out is said as ranges of the clean words (S6)", () => {
    const [block] = textBlocks("- call ~~Bob and~~ **Ana** <del>now</del>", "markdown");
    expect(block?.text).toBe("call Bob and Ana now");
    expect(block?.struck).toEqual([
      { start: 5, end: 12 },
      { start: 17, end: 20 },
    ]);
  });

  test("comments are left out, over several lines too, but not in code and not when never closed", () => {
    expect(markdown("a <!-- b --> c\n<!--\nhidden\n-->\nd\n```\n<!-- shown -->\n```\n<!-- open")).toEqual([
      "line 0: a c",
      "line 0: d",
      "code 0: <!-- shown -->",
      "line 0: <!-- open",
    ]);
  });
});

describe("blocks that are not read", () => {
  test("fenced code is code line by line; a fence that nothing closes is words", () => {
    expect(markdown("```js\nlet a = 1\n\n- b\n```\nafter\n```\nno end\n- c")).toEqual([
      "code 0: let a = 1",
      "code 0: - b",
      "line 0: after",
      "line 0: ```",
      "line 0: no end",
      "item 0: c",
    ]);
  });

  test("a front matter is code, and only at the top", () => {
    expect(markdown("---\ntitle: Day 1\ndate: 2025-02-03\n---\nWords\n\n---\nmore: words\n---\n")).toEqual([
      "code 0: title: Day 1",
      "code 0: date: 2025-02-03",
      "line 0: Words",
      "heading 2: more: words",
    ]);
  });
});

describe("tables", () => {
  test("cells carry their column and row; the row of headings is not read", () => {
    const blocks = textBlocks(
      "| Who | **What** |\n|---|:-:|\n| Ana | the \\| deck |\n| | [ ] ring Li |\n\nafter",
      "markdown",
    );
    expect(blocks.map(({ kind, text, column, row, box }) => ({ kind, text, column, row, box }))).toEqual([
      { kind: "code", text: "Who", column: "Who", row: null, box: null },
      { kind: "code", text: "What", column: "What", row: null, box: null },
      { kind: "cell", text: "Ana", column: "Who", row: 0, box: null },
      { kind: "cell", text: "the | deck", column: "What", row: 0, box: null },
      { kind: "cell", text: "ring Li", column: "What", row: 1, box: "open" },
      { kind: "line", text: "after", column: null, row: null, box: null },
    ]);
  });

  test("rows between pipes are a table without headings; one line with a pipe is a line", () => {
    expect(plain("|a|b|\n|c|d|\n\nAna | Contoso")).toEqual([
      "cell 0: a",
      "cell 0: b",
      "cell 0: c",
      "cell 0: d",
      "line 0: Ana | Contoso",
    ]);
  });
});

test("quotes keep their depth, and >50 % is none", () => {
  expect(plain("> said Ana\n>> and Li\n> - an item\n>50 % of it")).toEqual([
    "quote 0: said Ana",
    "quote 1: and Li",
    "quote 0: an item",
    "line 0: >50 % of it",
  ]);
});

test("lines end at LF, CR LF, a lone CR and the separators of other programs", () => {
  expect(plain("a\r\nb\rc\nd\u2028e\u000bf")).toEqual(["a", "b", "c", "d", "e", "f"].map((word) => `line 0: ${word}`));
});

describe("wrapped lines", () => {
  const wrapped = [
    "We spoke for an hour about the way their partner team hands over",
    "leads, and Ana promised to send the list of the accounts they have",
    "in Belgium before the end of the month. I said we would look at",
    "it together.",
  ];

  test("prose wrapped at one width is one block, each line end a run of one blank", () => {
    const text = wrapped.join("\n");
    const blocks = textBlocks(text, "plain");
    expect(blocks.map((block) => block.text)).toEqual([wrapped.join(" ")]);
    expect(under(text, blocks[0])).toEqual(wrapped.flatMap((line, i) => (i === 0 ? [line] : ["\n", line])));
  });

  test("an item goes on in lines wrapped under it", () => {
    expect(markdown(`* ${wrapped.join("\n  ")}\n* next`)).toEqual([`item 0: ${wrapped.join(" ")}`, "item 0: next"]);
  });

  test("short lines without full stops stay apart", () => {
    const text = "milk\nbread and butter\ncall ana\nask li about the room";
    expect(plain(text)).toHaveLength(4);
  });

  test("long lines of a writer who uses no capitals stay apart, since no wrap width explains their lengths", () => {
    const text = [
      "need to send ana the pricing deck for the partner programme",
      "ask li about the hackathon budget and whether we could sponsor it together",
      "call bob",
      "find out who runs the booth at the spring fair and what they pay for it",
      "the demo broke when the network went away",
    ].join("\n");
    expect(plain(text)).toHaveLength(5);
  });

  test("two lines alone are one only where the page shows that its writer wraps", () => {
    const pair = "Ana wants to see the numbers for the spring before she goes to\nher board";
    expect(plain(`${pair}\n\n${wrapped.join("\n")}`)[0]).toBe(`line 0: ${pair.replace("\n", " ")}`);
    const dump = "milk\neggs\nbread\nring bob\nask li\n\n";
    expect(plain(`${dump}need to tell ana about the prices we saw at the other booth today\nring bob`)).toHaveLength(7);
  });

  test("a break that the writer asked for is kept", () => {
    expect(markdown(wrapped.join("  \n"))).toHaveLength(4);
  });

  test("a link whose words stand on two lines is one", () => {
    expect(markdown("see the [partner\nprogramme](http://a.b) page")).toEqual([
      "line 0: see the partner programme page",
    ]);
  });

  test("a number before a word that is a month elsewhere counts a list, before a month it is a day", () => {
    expect(plain("1. Set up the demo\n2. May need a badge\n3. Out of paper")).toEqual([
      "item 0: Set up the demo",
      "item 0: May need a badge",
      "item 0: Out of paper",
    ]);
    for (const day of ["12. Juni Anruf", "4. May 2026", "5. Set.", "1. Mars: start"]) {
      expect(plain(day)).toEqual([`line 0: ${day}`]);
    }
  });
});
