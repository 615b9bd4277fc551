import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImportedSticky } from "#domain/model/sticky.ts";
import { readStickies } from "./stickies.ts";

const read = (name: string, text: string) => readStickies({ name, bytes: new TextEncoder().encode(text) });
const told = (name: string, text: string) =>
  read(name, text).stickies.map(({ text, column, group, author }) => [text, column, group, author]);

describe("stickies of other whiteboards", () => {
  test("BD1 a table with a sticky a row, as Mural exports it: words, area, who wrote it", () => {
    const csv = [
      '"ID","BG Color","Text","Sticky type","Position X","Area","Last Updated By"',
      '"0-1","#FCFE7D","Nobody owns the handover","square","12","Broken","Bo Lindqvist"',
      '"0-2","#FCFE7D","Two lines\nin one","square","12","Working",""',
      '"0-3","#FCFE7D","","square","12","Working",""',
    ].join("\r\n");
    expect(told("mural.csv", csv)).toEqual([
      ["Nobody owns the handover", "Broken", null, "Bo Lindqvist"],
      ["Two lines\nin one", "Working", null, null],
    ]);
  });

  test("BD1 a table whose headings are the columns, as EasyRetro exports it, with the votes beside", () => {
    const csv = "Went well;Votes;To improve;Votes\nPairing;3;Deploys on Friday;5\n;;Two trackers;1\n";
    expect(told("retro.csv", csv)).toEqual([
      ["Pairing", "Went well", null, null],
      ["Deploys on Friday", "To improve", null, null],
      ["Two trackers", "To improve", null, null],
    ]);
  });

  test("BD1 a single column, as Miro exports what was selected, with the markup it leaves", () => {
    expect(told("miro.csv", "<p>Ship &amp; learn</p>\n<p><strong>No</strong> demo</p>\n")).toEqual([
      ["Ship & learn", null, null, null],
      ["No demo", null, null, null],
    ]);
  });

  test("BD1 a list in Markdown: headings are columns, an item with items is what was put together", () => {
    const text = [
      "# Wall of the lake days",
      "",
      "## Broken",
      "- **Handover** (3 dots)",
      "  - Nobody owns it",
      "  - Lost in chat",
      "- [ ] Two trackers",
      "## Ideas",
      "### Meetings",
      "* A day without any",
    ].join("\n");
    expect(told("wall.md", text)).toEqual([
      ["Nobody owns it", "Broken", "Handover", null],
      ["Lost in chat", "Broken", "Handover", null],
      ["Two trackers", "Broken", null, null],
      ["A day without any", "Ideas", "Meetings", null],
    ]);
    expect(told("lines.txt", "One thought\n\nAnother\n")).toEqual([
      ["One thought", null, null, null],
      ["Another", null, null, null],
    ]);
  });

  test("BD1 what is too long is cut, what is too much or nothing is said, and the rest is kept", () => {
    const { stickies, problems } = read("long.md", `- ${"word ".repeat(200)}\n- short\n`);
    expect(stickies.map(({ text }) => text.length)).toEqual([499, 5]);
    expect(problems).toEqual([
      { file: "long.md", line: 1, what: "a sticky of 999 characters; a wall takes 500", kept: "its first 500" },
    ]);
    expect(read("many.txt", "x\n".repeat(2_003))).toMatchObject({
      stickies: { length: 2_000 },
      problems: [{ what: "3 stickies more than the 2000 that a wall takes at once" }],
    });
    expect(read("none.md", "\n")).toEqual({
      stickies: [],
      problems: [{ file: "none.md", line: null, what: "holds no stickies", kept: "nothing" }],
    });
  });

  test("BD1 whatever a file holds, what is read of it can be hung up, or is a problem", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "# ",
        "## ",
        "- ",
        "  - ",
        "\n",
        ",",
        ";",
        '"',
        "Text",
        "Area",
        "<p>",
        "&amp;",
        "\t",
        "é",
        "x".repeat(600),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom("a.csv", "a.md", "a.tsv"), (pieces, name) => {
        const { stickies, problems } = read(name, pieces.join(""));
        for (const sticky of stickies) expect(ImportedSticky.safeParse(sticky).success).toBe(true);
        expect(stickies.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
