import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Problem } from "#domain/model/problem.ts";
import { type InputFile, limits } from "#formats/file.ts";

/** Files of one run at the most: a folder given by mistake (a home folder) stops here and says so. */
const filesMax = 20_000;

/** Reads files and folders (and what lies in them) in name order. What cannot be read is a problem and the rest is kept. */
export function readInputs(paths: readonly string[], cwd: string): { files: InputFile[]; problems: Problem[] } {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  const problem = (file: string, what: string) => problems.push({ file, line: null, what, kept: "nothing" });
  for (const path of paths) {
    const base = resolve(cwd, path);
    const isFolder = statSync(base, { throwIfNoEntry: false })?.isDirectory() === true;
    visit(base, (full) => (isFolder ? relative(base, full) : basename(full)));
  }
  return { files, problems };

  function visit(full: string, nameOf: (full: string) => string): void {
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat === undefined) return void problem(nameOf(full), "There is no such file or folder.");
    if (stat.isDirectory()) {
      for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith(".") || entry.name === "node_modules" || entry.isSymbolicLink()) continue;
        visit(join(full, entry.name), nameOf);
      }
      return;
    }
    const name = nameOf(full).replaceAll("\\", "/");
    if (!stat.isFile()) return void problem(name, "This is not a file that can be read.");
    if (files.length >= filesMax) {
      if (files.length === filesMax) problem(name, `Only the first ${filesMax} files are read. Give a smaller folder.`);
      return;
    }
    if (stat.size > limits.fileBytesMax)
      return void problem(name, `The file is larger than ${limits.fileBytesMax >> 20} MiB.`);
    try {
      files.push({ name, bytes: readFileSync(full) });
    } catch (error) {
      problem(name, `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
}
