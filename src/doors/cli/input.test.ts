import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readInputs } from "./input.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "upshot-input-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), `words of ${name}\n`);
  }
}

const roomy = { filesMax: 100, bytesMax: 1024 };

describe("the files of a run", () => {
  test("a folder gives its files in name order, without hidden ones; a file named twice is read once", () => {
    write("b.md", "a/z.md", "a/.hidden", "node_modules/x.md");
    const { files, problems } = readInputs([".", "b.md"], folder);
    expect(files.map(({ name }) => name)).toEqual(["a/z.md", "b.md"]);
    expect(problems).toEqual([]);
  });

  test("two files of one name in two folders keep names that tell them apart", () => {
    write("mon/notes.md", "tue/notes.md");
    const { files } = readInputs(["mon/notes.md", "tue/notes.md"], folder);
    expect(files.map(({ name }) => name)).toEqual(["notes.md", "tue/notes.md"]);
  });

  test("a path that the system refuses is a problem, and the rest is read", () => {
    write("a.md");
    const { files, problems } = readInputs(["x".repeat(5000), "nowhere.md", "a.md"], folder);
    expect(files.map(({ name }) => name)).toEqual(["a.md"]);
    expect(problems.map(({ what }) => what)).toEqual([
      "It cannot be read: its name is too long.",
      "There is no such file or folder.",
    ]);
  });

  test.skipIf(process.getuid?.() === 0)(
    "a folder without the right to read it is a problem, and the rest is read",
    () => {
      write("a/x.md", "b/y.md");
      chmodSync(join(folder, "a"), 0o000);
      const { files, problems } = readInputs(["."], folder);
      chmodSync(join(folder, "a"), 0o700);
      expect(files.map(({ name }) => name)).toEqual(["b/y.md"]);
      expect(problems).toEqual([
        { file: "a", line: null, what: "It cannot be read: you have no right to read it.", kept: "nothing" },
      ]);
    },
  );

  test("a folder of more files than a run reads stops there and says so once", () => {
    write("1.md", "2.md", "3.md", "4.md", "5.md", "6.md");
    const { files, problems } = readInputs(["."], folder, { ...roomy, filesMax: 3 });
    expect(files.map(({ name }) => name)).toEqual(["1.md", "2.md", "3.md"]);
    expect(problems).toEqual([
      {
        file: "4.md",
        line: null,
        what: "Only the first 3 files are read. Give a smaller folder.",
        kept: "the files before this one",
      },
    ]);
  });

  test("files that are too large together stop there and say so once", () => {
    write("1.md", "2.md", "3.md", "4.md");
    const { files, problems } = readInputs(["."], folder, { ...roomy, bytesMax: 30 });
    expect(files).toHaveLength(2);
    expect(problems).toMatchObject([{ file: "3.md", what: expect.stringContaining("together") }]);
  });

  test("hundreds of paths that are not there are told by the first and their number", () => {
    const { problems } = readInputs(
      Array.from({ length: 300 }, (_, at) => `none-${at}.md`),
      folder,
    );
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.what).toContain("100 more");
  });
});
