import { zipSync, type Zippable } from "fflate";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "./archive.ts";
import { limits } from "./file.ts";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function opened(bytes: Uint8Array): { files: [string, string][]; problems: [string, string][] } {
  const { files, problems } = openArchive({ name: "a.zip", bytes });
  return {
    files: files.map((file) => [file.name, words(file.bytes)]),
    problems: problems.map((problem) => [problem.file, problem.what]),
  };
}

/** A zip in which each name appears as it is given, also twice. */
function zipOf(
  entries: [string, Uint8Array | string][],
  options: { level?: 0 | 9; attrs?: number; os?: number } = {},
): Uint8Array {
  // zipSync takes an object, so every entry gets a placeholder of its name's length, put right afterwards.
  const placed: Zippable = {};
  const names = entries.map(([name], i) => {
    const length = text(name).length;
    return [String(i).padStart(length, "~").slice(-length), name] as const;
  });
  for (const [i, [, content]] of entries.entries()) {
    placed[names[i]![0]] = [typeof content === "string" ? text(content) : content, options];
  }
  const bytes = zipSync(placed);
  for (const [from, to] of names) replaceAll(bytes, text(from), text(to));
  return bytes;
}

function replaceAll(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): void {
  const isHead = (at: number): boolean => bytes[at] === 0x50 && bytes[at + 1] === 0x4b;
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const nameAt = isHead(at) && bytes[at + 2] === 3 ? at + 30 : isHead(at) && bytes[at + 2] === 1 ? at + 46 : -1;
    if (nameAt >= 0 && from.every((byte, i) => bytes[nameAt + i] === byte)) bytes.set(to, nameAt);
  }
}

/** Sets or clears bits of the flags of every entry, in both of its heads. */
function withFlags(zip: Uint8Array, change: (flags: number) => number): Uint8Array {
  const bytes = zip.slice();
  for (let at = 0; at + 10 < bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b) continue;
    const place = bytes[at + 2] === 3 ? at + 6 : bytes[at + 2] === 1 ? at + 8 : -1;
    if (place < 0) continue;
    const flags = change(bytes[place]! | (bytes[place + 1]! << 8));
    bytes[place] = flags & 0xff;
    bytes[place + 1] = flags >> 8;
  }
  return bytes;
}

describe("a zip of notes", () => {
  test("gives its files in order, named after the archive, without folders and what systems put in", () => {
    const zip = zipOf([
      ["notes/day 1.md", "# One"],
      ["notes/", ""],
      ["__MACOSX/._day 1.md", "x"],
      ["notes/.DS_Store", "x"],
      ["./b\\día.txt", "two"],
    ]);
    expect(opened(zip)).toEqual({
      files: [
        ["a.zip/notes/day 1.md", "# One"],
        ["a.zip/b/día.txt", "two"],
      ],
      problems: [],
    });
  });

  test("stored and packed files of any content come out as they went in", () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 4000, size: "max" }),
      fc.nat(255).map((byte) => new Uint8Array(9000).fill(byte)),
    );
    fc.assert(
      fc.property(fc.array(content, { maxLength: 4 }), fc.constantFrom(0, 9), (contents, level) => {
        const zip = zipOf(
          contents.map((bytes, i) => [`${i}.txt`, bytes]),
          { level },
        );
        expect(openArchive({ name: "a.zip", bytes: zip })).toEqual({
          files: contents.map((bytes, i) => ({ name: `a.zip/${i}.txt`, bytes })),
          problems: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  test("names without the mark of UTF-8 are UTF-8 where they can be, else code page 437", () => {
    const isMarked = 0x800;
    const unmarked = withFlags(zipOf([["día.txt", "x"]]), (flags) => flags & ~isMarked);
    expect(opened(unmarked).files[0]?.[0]).toBe("a.zip/día.txt");
    const old = withFlags(zipOf([["d\u0001\u0001a.txt", "x"]]), (flags) => flags & ~isMarked);
    const bytes = old.map((byte, i) =>
      byte === 1 && old[i - 1] === 0x64 ? 0xa1 : byte === 1 && old[i - 2] === 0x64 ? 0x81 : byte,
    );
    expect(opened(bytes).files[0]?.[0]).toBe("a.zip/díüa.txt");
  });

  test("an archive inside is opened, one in that one is not", () => {
    const deep = zipOf([["c.md", "deep"]]);
    const inner = zipOf([
      ["b.md", "inner"],
      ["deep.zip", deep],
    ]);
    expect(opened(zipOf([["in.zip", inner]]))).toEqual({
      files: [["a.zip/in.zip/b.md", "inner"]],
      problems: [["a.zip/in.zip/deep.zip", "This is an archive in an archive in an archive; unpack it first"]],
    });
  });

  test("a name that is there twice: the same content is one file, other content gets a number", () => {
    const zip = zipOf([
      ["a.md", "one"],
      ["a.md", "two"],
      ["a.md", "one"],
    ]);
    const { files, problems } = opened(zip);
    expect(files).toEqual([
      ["a.zip/a.md", "one"],
      ["a.zip/a (2).md", "two"],
    ]);
    expect(problems).toHaveLength(1);
  });
});

describe("hostile and broken archives", () => {
  test("a path that leaves the archive is a problem, and the rest is kept", () => {
    const zip = zipOf([
      ["../up.md", "x"],
      ["a/../../up.md", "x"],
      ["..\\up.md", "x"],
      ["/etc/abs.md", "x"],
      ["C:\\win.md", "x"],
      ["\\\\host\\share.md", "x"],
      ["ok..md", "fine"],
    ]);
    const { files, problems } = opened(zip);
    expect(files).toEqual([["a.zip/ok..md", "fine"]]);
    expect(problems.map(([file]) => file)).toEqual(Array.from({ length: 6 }, () => "a.zip"));
    for (const [, what] of problems) expect(what).toMatch(/climbs out of|outside/u);
  });

  test("encrypted files, links and unknown ways of packing are problems that name them", () => {
    expect(opened(withFlags(zipOf([["s.md", "x"]]), (flags) => flags | 1)).problems).toEqual([
      ["a.zip/s.md", "This file is encrypted; unpack it first"],
    ]);
    const link = zipOf([["l.md", "/etc/passwd"]], { os: 3, attrs: (0o120777 << 16) >>> 0 });
    expect(opened(link)).toEqual({
      files: [],
      problems: [["a.zip/l.md", "This is a link to another file, and links are not followed"]],
    });
  });

  test("a file packed denser than any honest one is not unpacked to its end", () => {
    const zip = zipOf(
      [
        ["before.md", "one"],
        ["bomb.txt", new Uint8Array(40 * 1024 * 1024)],
        ["after.md", "two"],
      ],
      { level: 9 },
    );
    const { files, problems } = opened(zip);
    expect(files.map(([name]) => name)).toEqual(["a.zip/before.md", "a.zip/after.md"]);
    expect(problems).toEqual([
      ["a.zip/bomb.txt", `This is packed more than ${limits.archiveRatioMax} to 1, as no honest file is`],
    ]);
  });

  test("many entries that share the same packed bytes are stopped by the ratio of the whole", () => {
    // Fifield's overlapping files: here 300 directory entries that all point to one file of 900 KB.
    const one = zipOf(
      [["000.txt", Uint8Array.from({ length: 900_000 }, (_, i) => (i % 64 === 0 ? (i * 7919) >> 6 : 32))]],
      { level: 9 },
    );
    const view = new DataView(one.buffer);
    const at = view.getUint32(one.length - 22 + 16, true);
    const entry = one.slice(at, one.length - 22);
    const entries = Array.from({ length: 300 }, (_, i) => {
      const copy = entry.slice();
      copy.set(text(`${String(i).padStart(3, "0")}.txt`), 46);
      return copy;
    });
    const end = one.slice(-22);
    new DataView(end.buffer).setUint32(12, entry.length * entries.length, true);
    const bomb = new Uint8Array([...one.slice(0, at), ...entries.flatMap((copy) => [...copy]), ...end]);
    const { files, problems } = openArchive({ name: "a.zip", bytes: bomb });
    expect(files.length).toBeLessThan(300);
    expect(problems.at(-1)?.what).toContain("times its size");
  });

  test("more bytes than the limit of all files together: the first are kept, and it is said", () => {
    // Not packed, so no ratio speaks: directory entries that all point to one file of 60 MB.
    const size = 60 * 1024 * 1024;
    const one = zipOf([["000.txt", new Uint8Array(size).fill(97)]], { level: 0 });
    const view = new DataView(one.buffer);
    const at = view.getUint32(one.length - 22 + 16, true);
    const entry = one.slice(at, one.length - 22);
    new DataView(entry.buffer).setUint32(16, 0, true); // without a checksum, which would be worked out for each
    const count = Math.floor(limits.archiveBytesMax / size) + 2;
    const end = one.slice(-22);
    new DataView(end.buffer).setUint32(12, entry.length * count, true);
    const bytes = new Uint8Array(at + entry.length * count + end.length);
    bytes.set(one.subarray(0, at));
    for (let n = 0; n < count; n += 1) {
      entry.set(text(`${String(n).padStart(3, "0")}.txt`), 46);
      bytes.set(entry, at + entry.length * n);
    }
    bytes.set(end, at + entry.length * count);
    const { files, problems } = openArchive({ name: "a.zip", bytes });
    expect(files.map(({ name }) => name)).toEqual(Array.from({ length: count - 2 }, (_, n) => `a.zip/00${n}.txt`));
    expect(problems.map(({ file, what, kept }) => ({ file, what, kept }))).toEqual([
      {
        file: `a.zip/00${count - 2}.txt`,
        what: "The archive unpacks to more than 256 MB",
        kept: "the files before it",
      },
    ]);
  });

  test("more files than the limit: the first are kept, and it is said", () => {
    const names = Array.from({ length: limits.archiveFilesMax + 5 }, (_, i) => `${i}.md`);
    const many = zipSync(Object.fromEntries(names.map((name) => [`x${name}`, [text("x"), { level: 0 }]])));
    const { files, problems } = openArchive({ name: "a.zip", bytes: many });
    expect(files).toHaveLength(limits.archiveFilesMax);
    expect(problems.map((problem) => problem.what)).toEqual([
      `The archive holds more than ${limits.archiveFilesMax} files`,
    ]);
  });

  test("of an archive that is cut off, the whole files and the beginning of the last are kept", () => {
    const noise = Array.from({ length: 4000 }, (_, i) => ((i * 2654435761) >>> 13).toString(36)).join(" ");
    const zip = zipOf([
      ["one.md", "whole"],
      ["two.md", noise],
    ]);
    const { files, problems } = opened(zip.slice(0, zip.length - 3000));
    expect(files.map(([name]) => name)).toEqual(["a.zip/one.md", "a.zip/two.md"]);
    expect(files[0]?.[1]).toBe("whole");
    expect(noise.startsWith(files[1]?.[1] ?? "-")).toBe(true);
    expect(files[1]?.[1].length).toBeGreaterThan(1000);
    expect(problems.map(([file]) => file)).toEqual(["a.zip", "a.zip/two.md"]);
  });

  test("a file whose checksum is wrong is kept and said to be damaged", () => {
    const zip = zipOf([["one.md", "the words"]], { level: 0 });
    zip[30 + "one.md".length] = "T".charCodeAt(0);
    expect(opened(zip)).toEqual({
      files: [["a.zip/one.md", "The words"]],
      problems: [["a.zip/one.md", "This file is damaged or cut off in the archive"]],
    });
  });

  test("any bytes at all, and any byte of a zip changed, never throw (a mistake is a problem)", () => {
    const zip = zipOf([
      ["one.md", "the words of the first file, the words of the first file"],
      ["two.md", "more"],
    ]);
    const changed = fc.tuple(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length)).map(([at, byte, length]) => {
      const bytes = zip.slice();
      bytes[at] = byte;
      return length % 3 === 0 ? bytes.slice(0, length) : bytes;
    });
    fc.assert(
      fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const { files } = openArchive({ name: "a.zip", bytes });
        for (const file of files) expect(file.name.startsWith("a.zip/")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
