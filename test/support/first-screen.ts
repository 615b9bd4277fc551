import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The app's own, then the screen it opens with: each is imported by what comes before it. */
const parts = ["app", "today"];

/**
 * The JavaScript that a built app needs before Today is shown: what its page loads, the app, Today, and whatever these import.
 * What is loaded later, when somebody does something or all is quiet, is not among it.
 * @param folder of the build, with its `index.html`
 */
export function firstScreenScripts(folder: string): string[] {
  const read = (name: string) => readFileSync(join(folder, "assets", name), "utf8");
  const found = new Set<string>();
  const take = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, imported = ""] of read(name).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      take(imported);
  };
  const page = readFileSync(join(folder, "index.html"), "utf8");
  for (const [, name = ""] of page.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)) take(name);
  for (const part of parts) {
    const later = new RegExp(`\\bimport\\(\\s*["'\`]\\./(${part}-[\\w.-]+\\.js)`);
    const name = [...found].map((one) => later.exec(read(one))?.[1]).find((one) => one !== undefined);
    if (name === undefined) throw new Error(`No script of the first screen loads "${part}".`);
    take(name);
  }
  return [...found];
}

/** How many bytes of a build's scripts a browser that takes gzip is sent. */
export function gzipBytes(folder: string, scripts: readonly string[]): number {
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, "assets", name))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}
