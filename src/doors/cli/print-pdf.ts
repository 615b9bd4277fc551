import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "#domain/refusal.ts";
import type { World } from "./world.ts";

/** What Chromium and its relatives are called where they are on the path. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** A page of a few hundred items is printed in two seconds where it was measured; a browser that hangs is ended. */
const timeoutMs = 60_000;

/**
 * Prints a file of HTML through the machine's Chromium (`UPSHOT_CHROMIUM` names one). Where there is none, or it fails, that is refused
 * with the other way: the browser's own print.
 */
export async function printPdf({
  page,
  target,
  env,
}: {
  page: string;
  target: string;
  env: World["env"];
}): Promise<void> {
  const program = chromiumOn(env);
  if (program === undefined) throw noPdf("No Chromium was found on this machine (UPSHOT_CHROMIUM can name one).");
  if (existsSync(target))
    throw new Refusal("duplicate", `${target} is there already; name another file, or move it away.`);
  const profile = mkdtempSync(join(tmpdir(), "upshot-print-"));
  const args = [
    "--headless=new",
    // Chromium refuses to sandbox for root; what it prints is our own file, without script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${profile}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${target}`,
    pathToFileURL(page).href,
  ];
  try {
    await new Promise<void>((done, fail) => {
      execFile(program, args, { timeout: timeoutMs }, (error) => (error === null ? done() : fail(error)));
    });
  } catch {
    throw noPdf(`${program} could not print it.`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  if (!existsSync(target)) throw noPdf(`${program} printed nothing.`);
}

function chromiumOn(env: World["env"]): string | undefined {
  const named = env["UPSHOT_CHROMIUM"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

function noPdf(why: string): Refusal {
  return new Refusal(
    "not-allowed",
    `${why} Write it as HTML (upshot report EVENT --html FILE), open that in a browser, and print it as PDF from there.`,
  );
}
