import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The program's version, from the nearest package.json above this file; it is run from source and from `dist`. */
export function version(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
        string,
        unknown
      >; // npm's file
      if (name === "upshot") return String(version);
    } catch {
      if (folder === dirname(folder)) return "unknown";
    }
    if (folder === dirname(folder)) return "unknown";
  }
}
