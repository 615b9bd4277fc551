import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstScreenScripts, gzipBytes } from "../support/first-screen.ts";

/** Of a phone's slow line, a second (1.6 Mbit/s). */
const bytesMax = 190_000;

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the first screen's JavaScript", () => {
  const folder = mkdtempSync(join(tmpdir(), "upshot-first-"));
  // As people get it: the other browser tests run React with its warnings, which is larger.
  beforeAll(() => {
    const vite = ["node_modules/vite/bin/vite.js", "build", "--config", "vite.web.config.ts", "--logLevel", "error"];
    execFileSync(process.execPath, [...vite, "--outDir", folder, "--emptyOutDir"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`is at most ${bytesMax / 1000} KB, as sent`, () => {
    const bytes = gzipBytes(folder, firstScreenScripts(folder));
    // React alone takes half of this: less were a walk that misses something.
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(bytesMax);
  });

  test("has no commands, no dialogs, and no reading of photos and files in it", () => {
    const later = readdirSync(join(folder, "assets")).filter((name) =>
      /^(?:commands|run|words|photo|codes|reader|capture|palette|step-dialogs|toast-regions)-.*\.js$/.test(name),
    );
    expect(later.length).toBeGreaterThan(5);
    expect(firstScreenScripts(folder).filter((name) => later.includes(name))).toEqual([]);
  });
});
