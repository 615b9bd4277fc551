import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { nameWhole } from "#store/file.ts";
import { withFile } from "../file-trouble.ts";
import type { World } from "./world.ts";

/**
 * Writes a new file that a person named: it is there whole or not at all, whatever fails on the way (a full disk, say), and never in
 * the place of another. `work` writes it a part at a time.
 */
export async function writeNewFile<T>(
  { cwd }: Pick<World, "cwd">,
  { target, mode = 0o666 }: { target: string; mode?: number },
  work: (write: (text: string) => void) => T | Promise<T>,
): Promise<T> {
  const path = resolve(cwd, target);
  const part = `${path}.part`;
  const file = withFile(target, () => openSync(part, "w", mode));
  try {
    // Not `writeSync`, which may write less than it was given. What is wrong is with this file, whatever is read meanwhile.
    const result = await work((text) => withFile(target, () => writeFileSync(file, text)));
    withFile(target, () => {
      fsyncSync(file);
      nameWhole(part, path);
    });
    return result;
  } finally {
    closeSync(file);
    rmSync(part, { force: true });
  }
}
