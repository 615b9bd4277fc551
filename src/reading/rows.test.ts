import type { Block } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import { describe, expect, test } from "vitest";
import { type PageReading, type PageToRead, read } from "./read.ts";
import { rowsFrom } from "./rows.ts";
import { knownWith } from "../../test/support/known.ts";

/** Wednesday 4 February 2026. */
const known = knownWith({
  takenOn: "2026-02-04" as Day, // a Wednesday
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Tom Aerts"],
});

/** A page of tables, each a list of lines of cells between bars; the columns' headings come first. */
function pageOf(...tables: readonly (readonly string[])[]): PageToRead {
  const blocks: Block[] = [];
  let text = "";
  for (const [head = "", ...lines] of tables) {
    const columns = head.split("|").map((one) => one.trim());
    for (const [row, line] of lines.entries()) {
      for (const [at, words] of line.split("|").entries()) {
        const clean = words.trim();
        if (clean !== "") {
          const start = text.length + 1;
          const runs = [{ at: 0, length: clean.length, start, end: start + clean.length }];
          const column = columns[at] ?? "";
          blocks.push({ kind: "cell", level: 0, text: clean, runs, box: null, struck: [], column, row, takenOn: null });
        }
        text += `|${clean}`;
      }
      text += "|\n";
    }
  }
  return { file: "notes.md", text, blocks, takenOn: null };
}

function readOne(page: PageToRead): PageReading {
  const [reading] = read([page], known);
  return reading ?? { passages: [], proposals: [], leftAlone: [] };
}

const stepsIn = (page: PageToRead): string[] =>
  readOne(page).proposals.flatMap(({ quote, step }) =>
    step === null ? [] : [`${quote} = ${step.who ?? step.owner}, ${step.dueOn ?? "no day"}`],
  );

describe("S11 an open row of a status table is one step, quoted with owner and day", () => {
  test("S11 the task's words are whole, whatever verbs they hold", () => {
    const page = pageOf([
      "Item | Who | When | State",
      "Show and tell on empty states | Tom | Friday | open",
      "Chase legal about the contract | me | 12 Feb | started",
      "Visit the lab | Tom | | done",
      "Saturday clinic | Tom | | shelved, nobody came",
    ]);
    expect(stepsIn(page)).toEqual([
      "Show and tell on empty states|Tom|Friday = Tom Aerts, 2026-02-06",
      "Chase legal about the contract|me|12 Feb = me, 2026-02-12",
    ]);
  });
  test("S11 the row's own day counts, not one that the task is named after", () => {
    expect(stepsIn(pageOf(["Task | Owner | Due", "Write the March report | Tom | Friday"]))).toEqual([
      "Write the March report|Tom|Friday = Tom Aerts, 2026-02-06",
    ]);
  });
  test("S11 a first column of any heading holds the tasks where others say who, when and how far", () => {
    expect(
      stepsIn(pageOf(["No | Matter | With | By | How it went", "9 | Call the printer | Tom | 10 Feb | open"])),
    ).toEqual(["Call the printer|Tom|10 Feb = Tom Aerts, 2026-02-10"]);
  });
  test("S11 a table right after another is read by its own headings", () => {
    const page = pageOf(
      ["Task | Owner | Due", "Send the deck to legal | Tom | Friday", "Book the van | Tom | Monday"],
      ["Task | Owner | Due", "Call the printer | Tom | Monday"],
    );
    expect(stepsIn(page)).toContain("Call the printer|Tom|Monday = Tom Aerts, 2026-02-09");
  });
  test("NT2 the cells of such a quote are one passage", () => {
    const { passages } = readOne(pageOf(["Task | Owner | Due | State", "Call the printer | Tom | Friday | open"]));
    expect(passages.map(({ text }) => text)).toEqual(["Call the printer | Tom | Friday", "open"]);
  });
});

test("a row of many cells is looked at once, not once for each of its cells", () => {
  const wide = (cells: number): readonly Block[] =>
    pageOf([
      Array.from({ length: cells }, (_one, at) => `c${at}`).join("|"),
      Array.from({ length: cells }, () => "x").join("|"),
    ]).blocks;
  const rows = rowsFrom(wide(4_000), 0);
  expect(rows).toHaveLength(4_000);
  expect(new Set(rows).size).toBe(1);
});
