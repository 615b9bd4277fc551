import { closeSync, constants, copyFileSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a file and its folders, for their owner alone. What is there already is left as it is. */
export function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function syncToDisk(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

/**
 * Gives what was written at `part` its name: whole, and never in the place of a file that came there meanwhile (`EEXIST`). By a
 * link, which is both at once; on disks that know no links (FAT on a memory stick) by a copy. `part` stays.
 */
export function nameWhole(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && linkless.has(String(error.code)))) throw error;
    copyWhole(part, path);
  }
}

/** What disks answer that know no links (link(2)). */
const linkless = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV"]);

function copyWhole(part: string, path: string): void {
  closeSync(openSync(path, "wx", 0o600)); // ours from here on: what fails is taken away again
  try {
    copyFileSync(part, path, constants.COPYFILE_FICLONE);
    syncToDisk(path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
