import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { chromiumPath } from "./browser.ts";

/** Builds the app as it stands, once for all browser tests, into a folder of this run; and the harness beside it. */
export async function setup(): Promise<() => void> {
  process.stdout.write(
    chromiumPath === undefined
      ? "There is no Chromium on this machine, so the browser tests are left out: install Debian's package chromium, or name yours in UPSHOT_CHROMIUM.\n"
      : `Browser tests run in ${execFileSync(chromiumPath, ["--version"], { encoding: "utf8" }).trim()}, ${chromiumPath}.\n`,
  );
  const outDir = mkdtempSync(join(tmpdir(), "upshot-app-"));
  const configFile = fileURLToPath(new URL("../../vite.web.config.ts", import.meta.url));
  await build({ configFile, logLevel: "error", build: { outDir, emptyOutDir: true } });
  await buildHarness(join(outDir, "harness"));
  process.env["UPSHOT_E2E_APP"] = outDir;
  return () => rmSync(outDir, { recursive: true, force: true });
}

const harness = fileURLToPath(new URL("harness", import.meta.url));

/** The pages of `harness/`, to be served beside the app. */
export async function buildHarness(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: harness,
    base: "/harness/",
    logLevel: "error",
    build: {
      target: "es2024",
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ["index", "storage"].map((page) => join(harness, `${page}.html`)) },
    },
  });
}
