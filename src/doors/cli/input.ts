import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Problem } from "#domain/model/problem.ts";
import { type InputFile, limits } from "#formats/file.ts";

/** How much one run reads at the most. A folder given by mistake (a home folder) stops there and says so. */
export interface InputLimits {
  filesMax: number;
  /** All files together: they are held in memory at once. */
  bytesMax: number;
}

const inputLimits: InputLimits = { filesMax: 20_000, bytesMax: 256 * 1024 * 1024 };

/**
 * Reads files and folders (and what lies in them) in name order. What cannot be read, be it a folder, is a problem and the
 * rest is kept; a file that is named twice is read once. Hidden files, `node_modules` and links inside folders are passed over.
 */
export function readInputs(
  paths: readonly string[],
  cwd: string,
  most: InputLimits = inputLimits,
): { files: InputFile[]; problems: Problem[] } {
  const walk = new Walk(most);
  for (const path of paths) walk.take(path, cwd);
  return { files: walk.files, problems: walk.problems() };
}

class Walk {
  readonly files: InputFile[] = [];
  readonly #most: InputLimits;
  readonly #problems: Problem[] = [];
  #more = 0;
  #bytes = 0;
  /** Set when a limit of the whole run is reached: nothing more is read. */
  #isOver = false;
  /** What was read already, by its real place. */
  readonly #seen = new Set<string>();
  readonly #names = new Set<string>();

  constructor(most: InputLimits) {
    this.#most = most;
  }

  /** Problems like those of one file: a folder full of them is told by its first ones and their number. */
  problems(): Problem[] {
    if (this.#more === 0) return this.#problems;
    const what = `${this.#more} more files and folders cannot be read and are not listed.`;
    return [...this.#problems, { file: this.#problems.at(-1)?.file ?? "", line: null, what, kept: "as said above" }];
  }

  take(path: string, cwd: string): void {
    const base = resolve(cwd, path);
    const stat = this.#try(path, () => statSync(base, { throwIfNoEntry: false }) ?? null);
    if (stat === undefined) return;
    if (stat === null) return this.#say(path, "There is no such file or folder.");
    if (stat.isDirectory()) return this.#folder(base, base, 0);
    // Two files of one name in different folders keep the paths they were given by.
    this.#file(base, this.#names.has(basename(base)) ? path : basename(base), stat);
  }

  #folder(base: string, folder: string, depth: number): void {
    const name = nameOf(relative(base, folder)) || nameOf(basename(base));
    if (depth > limits.depthMax) return this.#say(name, `The folder lies deeper than ${limits.depthMax} folders.`);
    const entries = this.#try(name, () => readdirSync(folder, { withFileTypes: true }));
    for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      if (this.#isOver) return;
      if (entry.name.startsWith(".") || entry.name === "node_modules" || entry.isSymbolicLink()) continue;
      const full = join(folder, entry.name);
      if (entry.isDirectory()) this.#folder(base, full, depth + 1);
      else {
        const stat = this.#try(nameOf(relative(base, full)), () => lstatSync(full));
        if (stat !== undefined) this.#file(full, relative(base, full), stat);
      }
    }
  }

  #file(full: string, path: string, stat: Stats): void {
    const name = nameOf(path);
    if (!stat.isFile()) return this.#say(name, "This is not a file that can be read.");
    if (stat.size > limits.fileBytesMax)
      return this.#say(name, `The file is larger than ${limits.fileBytesMax >> 20} MiB.`);
    const place = this.#try(name, () => realpathSync(full));
    if (place === undefined || this.#seen.has(place)) return;
    if (this.files.length >= this.#most.filesMax)
      return this.#stop(name, `Only the first ${this.#most.filesMax} files are read. Give a smaller folder.`);
    if (this.#bytes + stat.size > this.#most.bytesMax)
      return this.#stop(name, `The files are larger than ${this.#most.bytesMax >> 20} MiB together. Give fewer.`);
    const bytes = this.#try(name, () => readFileSync(full));
    if (bytes === undefined) return;
    this.#seen.add(place);
    this.#names.add(name);
    this.#bytes += bytes.length;
    this.files.push({ name, bytes });
  }

  #stop(name: string, what: string): void {
    if (!this.#isOver) this.#problems.push({ file: name, line: null, what, kept: "the files before this one" });
    this.#isOver = true;
  }

  #say(file: string, what: string): void {
    if (this.#problems.length < limits.problemsMax) this.#problems.push({ file, line: null, what, kept: "nothing" });
    else this.#more += 1;
  }

  /** What the system refuses is a problem of that file or folder, and undefined. */
  #try<T>(name: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      this.#say(name, `It cannot be read: ${whyOf(error)}.`);
      return undefined;
    }
  }
}

/** Names are written with `/` on every system. */
function nameOf(path: string): string {
  return path.replaceAll("\\", "/");
}

function whyOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The system's codes (POSIX errno) in words. */
const reasons: Record<string, string> = {
  EACCES: "you have no right to read it",
  EPERM: "you have no right to read it",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
  ELOOP: "its links go round in a circle",
  ENOENT: "it is gone",
};
