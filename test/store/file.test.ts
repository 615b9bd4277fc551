import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nameWhole } from "#store/file.ts";

/** Another disk, to which no link leads: what FAT is to itself. */
const other = "/dev/shm";
const noOther =
  statSync(other, { throwIfNoEntry: false })?.dev === statSync(tmpdir()).dev ||
  statSync(other, { throwIfNoEntry: false }) === undefined;

describe.each([
  ["on a disk that knows links", tmpdir(), false],
  [`on a disk that knows none${noOther ? ` (skipped: ${other} is no other disk)` : ""}`, other, noOther],
])("a file that is given its name %s", (_, elsewhere, isSkipped) => {
  let folder = "";
  let away = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "upshot-file-"));
    if (!isSkipped) away = mkdtempSync(join(elsewhere, "upshot-file-"));
  });
  afterEach(() => {
    for (const one of [folder, away].filter(Boolean)) rmSync(one, { recursive: true, force: true });
  });

  test.skipIf(isSkipped)("is whole, and never takes the place of one that is there", () => {
    const [part, path] = [join(away, "plan.part"), join(folder, "plan")];
    writeFileSync(part, "a plan");
    nameWhole(part, path);
    expect(readFileSync(path, "utf8")).toBe("a plan");
    writeFileSync(`${part}2`, "another");
    expect(() => nameWhole(`${part}2`, path)).toThrow("EEXIST");
    expect(readFileSync(path, "utf8")).toBe("a plan");
  });
});
