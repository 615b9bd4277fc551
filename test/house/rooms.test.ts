import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, isTest, root, type SourceFile, sourceFiles } from "./source.ts";

/** What each room may import from npm; the compiler holds which rooms it may import (its tsconfig.json). */
const packagesOf: Record<string, readonly string[]> = {
  domain: ["zod"],
  reading: [],
  recall: ["@orama/stemmers", "minisearch", "ts-fsrs"],
  formats: ["chardet", "entities", "fflate", "htmlparser2", "papaparse", "zod"],
  replica: [],
  questions: ["rrule"],
  charts: ["d3-scale", "d3-shape"],
  report: [],
  store: ["kysely", "pg"],
  sync: ["zod"],
  debrief: ["ical.js", "papaparse"],
  assist: [],
  web: [
    "@fontsource-variable/inter",
    "@tesseract.js-data/eng",
    "idb",
    "lucide-react",
    "react",
    "react-aria-components",
    "react-dom",
    "temporal-polyfill",
    "tesseract.js",
    "tesseract.js-core",
    "uqr",
    "uuid",
    "wouter",
    "zod",
    "zxing-wasm",
  ],
  doors: ["@hono/node-server", "commander", "hono", "zod"],
  main: ["@hono/node-server", "temporal-polyfill", "uuid"],
};

/** Rooms that never learn the time, a random number or the machine's zone by themselves (invariant 2). */
const pureRooms = [
  "domain",
  "reading",
  "recall",
  "replica",
  "questions",
  "formats",
  "charts",
  "report",
  "debrief",
  "sync",
];

/** Rooms that may touch the machine. */
const nodeRooms = ["store", "doors", "main"];

const files = sourceFiles("src").filter((file) => !isTest(file));

function roomOf({ path }: SourceFile): string {
  return path.split("/")[1] ?? "";
}

describe("rooms", () => {
  test("every folder of src is a room with its packages named here", () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(packagesOf).sort());
  });

  test("a room imports from npm only what it may", () => {
    const strange = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith(".") && !name.startsWith("#") && !name.startsWith("node:"))
        .filter((name) => !packagesOf[roomOf(file)]?.includes(packageName(name)))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(strange).toEqual([]);
  });

  test("only store, doors and main import from Node", () => {
    const strange = files
      .filter((file) => !nodeRooms.includes(roomOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith("node:"))
          .map((name) => `${file.path}: ${name}`),
      );
    expect(strange).toEqual([]);
  });

  test("invariant 2: the pure rooms read no clock and no random number", () => {
    const clock =
      /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.|\bprocess\.|\bresolvedOptions\(/;
    const strange = files
      .filter((file) => pureRooms.includes(roomOf(file)))
      .filter((file) => clock.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(strange).toEqual([]);
  });

  test("doors never import one another", () => {
    const strange = files
      .filter((file) => roomOf(file) === "doors")
      .flatMap((file) =>
        importsOf(file)
          .map((name) => name.replace(/^\.\.\//, "#doors/"))
          .filter((name) => /^#doors\/[^/]+\//.test(name) && name.split("/")[1] !== file.path.split("/")[2])
          .map((name) => `${file.path}: ${name}`),
      );
    expect(strange).toEqual([]);
  });

  test("model knows nothing of commands", () => {
    const strange = files
      .filter((file) => file.path.startsWith("src/domain/model/"))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.includes("../") || name.startsWith("#"))
          .map((name) => `${file.path}: ${name}`),
      );
    expect(strange).toEqual([]);
  });

  test("every folder of src is named in ARCHITECTURE.md", () => {
    const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
    expect([...new Set(files.map(roomOf))].filter((room) => !architecture.includes(`\`${room}/\``))).toEqual([]);
  });

  test("no file is a barrel, a helper drawer, or a default export", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|index)(\.ts$|\/)/;
    expect(
      files.filter((file) => drawers.test(file.path) || /^export default\b/m.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });

  test("no file names a path of some machine", () => {
    const machine = /["'`\s](\/(?:home|root|work|Users)\/[a-z])/;
    const all = [
      ...sourceFiles("src"),
      ...sourceFiles("test"),
      ...sourceFiles("bench"),
      ...sourceFiles("sim"),
      ...sourceFiles("eval"),
    ];
    expect(all.filter((file) => machine.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

function packageName(name: string): string {
  const parts = name.split("/");
  return name.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
