import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandNames } from "#domain/commands.ts";
import { root, sourceFiles } from "./source.ts";

/** Rules of SPEC.md: a line "- **NT1** ..." states one. */
const stated = [...readFileSync(join(root, "SPEC.md"), "utf8").matchAll(/^- \*\*([A-Z]{1,2}\d+)\*\*/gm)].flatMap(
  (match) => match[1] ?? [],
);

const tests = [...sourceFiles("src"), ...sourceFiles("test")].filter((file) => file.path.endsWith(".test.ts"));
const titles = tests.flatMap((file) =>
  [
    ...file.text.matchAll(
      /\b(?:test|it|describe)(?:\.[a-zA-Z]+(?:\([^)]*\))?)*\(\s*(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? ""),
);

describe("rules", () => {
  test("every rule of SPEC.md is in a test's title", () => {
    expect(stated.length).toBeGreaterThan(20);
    expect(stated.filter((rule) => !titles.some((title) => new RegExp(`\\b${rule}\\b`).test(title)))).toEqual([]);
  });

  test("every rule that a test's title names is in SPEC.md", () => {
    const named = titles.flatMap((title) =>
      [...title.matchAll(/\b(?:NT|RD|FO|ST|EC|RV|BD|OC|SY|SE|DA|S)\d+\b/g)].map((match) => match[0]),
    );
    expect([...new Set(named)].filter((rule) => !stated.includes(rule))).toEqual([]);
  });

  test("every command is named in SPEC.md or ARCHITECTURE.md's table of verbs", () => {
    const papers = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
    expect(commandNames.filter((name) => !papers.includes(`\`${name}\``))).toEqual([]);
  });

  test("no test is skipped without a condition, and none is the only one", () => {
    const narrowed = tests
      .filter((file) => /\b(?:test|it|describe)\.(?:only|skip|todo)\(/.test(file.text))
      .map((file) => file.path);
    expect(narrowed).toEqual([]);
  });
});
