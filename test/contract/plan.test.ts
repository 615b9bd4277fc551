import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../house/source.ts";
import { TestTerminal } from "../support/terminal.ts";

const terminal = new TestTerminal();
afterAll(() => terminal.close());

/** The plan that docs/plan.md shows, its remarks taken off. */
function documented(): unknown {
  const [, shown = ""] = /```jsonc\n([\s\S]*?)\n```/.exec(readFileSync(join(root, "docs/plan.md"), "utf8")) ?? [];
  return JSON.parse(shown.replace(/ \/\/ .*$/gm, "").replace(/,(?=\s*[}\]])/g, ""));
}

/** Every path of keys in a value; the entries of a list share one path, and each must have all keys of the others. */
function pathsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) {
    const each = value.map((entry) => pathsOf(entry, `${path}[]`));
    const all = [...new Set(each.flat())];
    return [
      path,
      ...all.map((one) => (each.every((own) => own.includes(one) || isInList(one, path)) ? one : `${one}?`)),
    ];
  }
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`))];
}

/** Whether a path lies in a further list below: that list may be empty for one entry and filled for another. */
function isInList(path: string, list: string): boolean {
  return path.slice(list.length + 2).includes("[]");
}

test("the JSON of a debrief has exactly the fields that docs/plan.md shows, null and never missing", async () => {
  const again = join(terminal.folder, "again.md");
  writeFileSync(again, "- TODO look into Fabrikam's open source metering library\n");
  const plan = await terminal.json(["debrief", "examples/harbour-partner-day", again, "nowhere.md"]);
  expect([...new Set(pathsOf(plan))].sort()).toEqual([...new Set(pathsOf(documented()))].sort());
});
