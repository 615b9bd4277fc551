import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Markup } from "#domain/model/page.ts";
import { blocksOf } from "../notes.ts";
import { breaches } from "./contract.ts";

/** Pieces of markup, sloppy and hostile, that texts are made of. */
const pieces = [
  ..." \t\n\r\u0000\u00a0\u2028\ufeff\u200b\ud83d\udc4d".split(""),
  ..."abcXYZ019.,:;!?-–—*_~`#>|[]()<&/\\=+•☐☑✓\"'".split(""),
  ..."äß中é".split(""),
  "\r\n",
  "  \n",
  "\n\n",
  "\n- ",
  "\n    * ",
  "\n1. ",
  "- [ ] ",
  "[x] ",
  "## ",
  "\n---\n",
  "\n===\n",
  "```",
  "\n```\n",
  "~~",
  "**",
  "](http://x.y/z)",
  "![alt](p.png)",
  "[[",
  "]]",
  "| a | b |\n",
  "|---|---|\n",
  "\n> ",
  "<!--",
  "-->",
  "&amp;",
  "&nbsp;",
  "&acE;",
  "&#x1F600;",
  "&bogus;",
  "https://example.org/a_b_c?d=e ",
  "->",
  "<-",
  "[ref]: https://example.org\n",
  "a line of words that is long enough to have been wrapped by a mail program\n",
  "and another such line that goes on with what the one before it had to say\n",
];
const htmlPieces = [
  ...pieces,
  ..."<html> <head> <body> <title> </title> <script> </script> <style> </style> <textarea> </textarea>".split(" "),
  ..."<ul> </ul> <ol> </ol> <li> </li> <p> </p> <div> </div> <br> <br/> </br> <h1> </h1> <h3> </h3>".split(" "),
  ..."<table> </table> <tr> </tr> <th> </th> <td> </td> <thead> </thead> <b> </b> <s> </s> <del> </del>".split(" "),
  ..."<pre> </pre> <code> </code> <blockquote> </blockquote> <a> </a> <span> </span> <dl> <dt> <dd> <hr>".split(" "),
  '<li class="checked">',
  '<input type="checkbox" checked>',
  "<input type=checkbox>",
  "<div hidden>",
  '<span style="display:none">',
  '<p style="text-decoration: line-through">',
  "<en-todo/>",
  "<![CDATA[",
  "]]>",
  '<td colspan="3">',
  "<a href='x>y'>",
  "<",
  "</",
];

/** Any UTF-16 code unit, halves of pairs too; half of them ASCII. */
const anyUnit = fc.oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0xffff }));

const textOf = (of: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.constantFrom(...of), { maxLength: 120, size: "max" }).map((all) => all.join("")),
    fc.array(anyUnit, { maxLength: 200, size: "max" }).map((units) => String.fromCharCode(...units)),
  );

describe("any text at all", () => {
  for (const markup of ["plain", "markdown", "html"] as const satisfies readonly Markup[]) {
    test(`read as ${markup} gives blocks that keep every promise, and never throws (NT1, NT3)`, () => {
      fc.assert(
        fc.property(textOf(markup === "html" ? htmlPieces : pieces), (text) => {
          expect(breaches(text, blocksOf(text, markup))).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    });
  }

  test("inside an Evernote export keeps every promise", () => {
    fc.assert(
      fc.property(textOf(htmlPieces), textOf(htmlPieces), (title, content) => {
        const text = `<?xml version="1.0"?><en-export><note><title>${title}</title><content><![CDATA[<en-note>${content}</en-note>]]></content></note></en-export>`;
        expect(breaches(text, blocksOf(text, "html"))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("inside a Google Keep note in JSON keeps every promise", () => {
    const settings = fc.record({ title: textOf(pieces), textContent: textOf(pieces), item: textOf(pieces) });
    fc.assert(
      fc.property(settings, fc.boolean(), ({ title, textContent, item }, isAscii) => {
        const note = { textContent, title, userEditedTimestampUsec: 1, listContent: [{ text: item, isChecked: true }] };
        const json = JSON.stringify(note);
        const text = isAscii ? json.replaceAll(/[\u007f-\uffff]/gu, inAscii) : json;
        expect(breaches(text, blocksOf(text, "plain"))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

function inAscii(sign: string): string {
  return Array.from({ length: sign.length }, (_, i) => sign.charCodeAt(i))
    .map((code) => `\\u${code.toString(16).padStart(4, "0")}`)
    .join("");
}

/** Every offset that a match takes. */
function placesOf(match: RegExpExecArray): number[] {
  return Array.from({ length: match[0].length }, (_, i) => match.index + i);
}

describe("no words are lost", () => {
  /** Letters and digits that no block holds. */
  function uncovered(text: string, markup: Markup): number[] {
    const held = new Uint8Array(text.length);
    for (const block of blocksOf(text, markup)) for (const run of block.runs) held.fill(1, run.start, run.end);
    return [...text.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index).filter((at) => held[at] === 0);
  }

  const lines = fc.array(
    fc.tuple(
      fc.constantFrom("", "  ", "\t", "    ", "> "),
      fc.constantFrom(
        "",
        "- ",
        "* ",
        "• ",
        "– ",
        "1. ",
        "2) ",
        "[ ] ",
        "- [x] ",
        "☐ ",
        "✓ ",
        "# ",
        "### ",
        "-> ",
        "<- ",
      ),
      fc.array(
        fc.constantFrom(
          "Ana",
          "sends",
          "the",
          "*deck*",
          "by",
          "_Friday_",
          "~~no~~",
          "12",
          "(if",
          "so)",
          "**!**",
          "a*b",
          "x_y_z",
          "C#",
          "—",
          "=>",
        ),
        {
          maxLength: 30,
          size: "max",
        },
      ),
      fc.constantFrom("\n", "\r\n", "\r", "\n\n", "  \n"),
    ),
    { maxLength: 20, size: "max" },
  );

  test("every letter and digit of a plain text is in exactly one block, but for the number or the x of a mark (NT2)", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.map(([indent, mark, words, end]) => indent + mark + words.join(" ") + end).join("");
        const marks = [...text.matchAll(/(?<=(?:^|[\n\r])[\t >]*)(?:(\d{1,3})[.)](?=\s|$)|(?:[-*•–] )?\[(x)\])/gu)];
        const inMarks = new Set(marks.flatMap((mark) => placesOf(mark)));
        expect(uncovered(text, "plain").filter((at) => !inMarks.has(at))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("every letter and digit between the tags of HTML is in exactly one block (NT2)", () => {
    const shown = htmlPieces.filter((piece) =>
      /^<\/?(?:ul|ol|li|p|div|h1|h3|b|s|del|table|tr|td|th|blockquote|dl|dt|dd|a|span)>$/u.test(piece),
    );
    const text = fc.array(
      fc.oneof(fc.constantFrom(...shown), fc.constantFrom("Ana ", "sends ", "12 ", "é", "a&amp;b ")),
      { maxLength: 80, size: "max" },
    );
    fc.assert(
      fc.property(text, (all) => {
        const html = all.join("");
        const inTags = new Set([...html.matchAll(/<[^>]*>/gu)].flatMap((tag) => placesOf(tag)));
        expect(uncovered(html, "html").filter((at) => !inTags.has(at))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
