import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { InputFile } from "#formats/file.ts";
import { root } from "../house/source.ts";

const folder = process.env["UPSHOT_DATA"] ?? join(root, "..", "shared", "data");

/** Why tests on real files cannot run here, for the titles of those that are skipped; null where they can. */
export const noRealData: string | null = existsSync(folder) ? null : "no real data: set UPSHOT_DATA to its folder";

/** The files below a folder of the real data, in name order. */
export function realFiles(below: string): InputFile[] {
  const base = join(folder, below);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}
