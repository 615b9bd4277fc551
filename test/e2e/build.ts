import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Builds the app as it stands, once for all browser tests, into a folder of this run; and the harness beside it. */
export async function setup(): Promise<() => void> {
  if (process.env["UPSHOT_BROWSER"] !== "all") {
    process.stdout.write(
      "Browser tests that take minutes, or have not held on every run yet, are left out (vitest.config.ts says which run); UPSHOT_BROWSER=all runs them too.\n",
    );
  }
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
