import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The program's version, from the nearest package.json above this file; it is run from source and from `dist`. */
export function version(): string {
  return program()?.version ?? "unknown";
}

/** The folder of the built app. */
export function appFolder(): string {
  return join(program()?.folder ?? import.meta.dirname, "dist", "web");
}

function program(): { folder: string; version: string } | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
        string,
        unknown
      >; // npm's file
      if (name === "upshot") return { folder, version: String(version) };
    } catch {
      // None here; the next folder up may have one.
    }
    if (folder === dirname(folder)) return undefined;
  }
}
