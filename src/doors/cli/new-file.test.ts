import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNewFile } from "./new-file.ts";

let cwd = "";
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "upshot-new-file-"))));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (target: string, work: (put: (text: string) => void) => void) => writeNewFile({ cwd }, { target }, work);

test("a file that is given up halfway (a full disk) leaves nothing behind, so that the same words work again", async () => {
  const full = Object.assign(new Error("no room"), { code: "ENOSPC" });
  const writing = write("plan.html", (put) => {
    put("<!doctype html>");
    throw full;
  });
  await expect(writing).rejects.toBe(full);
  expect(readdirSync(cwd)).toEqual([]);
  await write("plan.html", (put) => put("<!doctype html>"));
  expect(readFileSync(join(cwd, "plan.html"), "utf8")).toBe("<!doctype html>");
  expect(readdirSync(cwd)).toEqual(["plan.html"]);
});

test("a file that came there meanwhile is left as it is, and the refusal names it as it was typed", async () => {
  const writing = write("plan.md", (put) => {
    writeFileSync(join(cwd, "plan.md"), "mine");
    put("# Plan");
  });
  await expect(writing).rejects.toThrow("plan.md is there already and is left as it is.");
  expect(readFileSync(join(cwd, "plan.md"), "utf8")).toBe("mine");
  expect(readdirSync(cwd)).toEqual(["plan.md"]);
});
