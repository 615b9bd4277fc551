import { closeSync, constants, copyFileSync, existsSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal, Trouble } from "#domain/refusal.ts";
import { makeFile, syncToDisk } from "./file.ts";
import { openSqlite } from "./sqlite.ts";
import { sqliteCodeOf, sqliteTrouble } from "./trouble.ts";

/** The files of one database in WAL mode. */
const ends = ["", "-wal", "-shm"] as const;

/**
 * Puts the backup at `source` in the place of the store at `place`, whose present state is copied to `aside`. Wherever the
 * process or the machine stops, the place holds the old store or the restored one, whole. The backup stays as it is; it is looked
 * over first, and each of its workspaces starts a new epoch, so that devices notice.
 *
 * @returns whether there was something to keep aside
 * @throws Refusal where the backup is none, or the store is in use; Trouble where a file cannot be written
 */
export async function restoreSqlite({
  source,
  place,
  aside,
}: Record<"source" | "place" | "aside", string>): Promise<boolean> {
  const fresh = `${place}.restoring`;
  try {
    await prepare(source, fresh);
    const isThere = existsSync(place);
    if (isThere) keepAside(place, aside);
    renameSync(fresh, place);
    syncToDisk(dirname(place));
    return isThere;
  } catch (error) {
    throw sqliteTrouble(error, place) ?? error;
  } finally {
    for (const end of ends) rmSync(fresh + end, { force: true });
  }
}

/** Makes a sound store of the backup, of this program's shape and in new epochs, all of it in one file and on the disk. */
async function prepare(source: string, fresh: string): Promise<void> {
  for (const end of ends) rmSync(fresh + end, { force: true });
  makeFile(fresh);
  let isRead = false;
  try {
    // Not a copy of its file: where the backup is a store itself, its newest commands are still in its log.
    const backup = new DatabaseSync(source, { readOnly: true });
    try {
      backup.prepare("pragma schema_version").get(); // reads its first page
      isRead = true;
      backup.prepare("vacuum into ?").run(fresh);
    } finally {
      backup.close();
    }
    const store = await openSqlite({ path: fresh });
    try {
      const workspaces = await store.workspaces();
      const wrong = workspaces.length === 0 ? ["it holds no workspace"] : await store.check();
      if (wrong.length > 0) throw new Refusal("invalid", wrong.join(" "));
      for (const workspaceId of workspaces) await store.newEpoch(workspaceId);
    } finally {
      await store.close();
    }
  } catch (error) {
    const raised: unknown = error instanceof Trouble ? error.cause : error;
    if (isRead && writing.has(sqliteCodeOf(raised) ?? 0)) throw raised; // the new store's trouble, not the backup's
    throw new Refusal("invalid", `${source} is no backup that can be restored: ${whyNot(raised)} Nothing was changed.`);
  }
  syncToDisk(fresh);
}

/** SQLite's result codes for what is written: read-only, an error of the disk, a full disk. */
const writing = new Set([8, 10, 13]);

/** By SQLite's result code (sqlite.org/rescode.html), in words that fit a backup. */
const whyNotRead: Record<number, string> = {
  3: "you have no right to read it.",
  10: "it cannot be read: it is a folder, or the disk answered with an error.",
  11: "it is damaged.",
  14: "it cannot be opened. See that you have the right to read it.",
  26: "it is no database of Upshot's.",
};

function whyNot(error: unknown): string {
  const known = whyNotRead[sqliteCodeOf(error) ?? 0];
  return known ?? (error instanceof Error ? error.message.replace(" Nothing was changed.", "") : String(error));
}

/** Copies the present store, as one file where it is sound, and leaves no log that would be taken for the restored one's. */
function keepAside(place: string, aside: string): void {
  const isSettled = settle(place);
  for (const end of isSettled ? [""] : ends) {
    if (!existsSync(place + end)) continue;
    copyFileSync(place + end, aside + end, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    syncToDisk(aside + end);
  }
  if (!isSettled) for (const end of ["-wal", "-shm"]) rmSync(place + end, { force: true });
}

/** Brings what is in the log into the file. False where the file is no sound database: then it is kept as it is. */
function settle(place: string): boolean {
  if (!isDatabase(place)) return false; // not even opened: SQLite would throw its log away
  let present: DatabaseSync | undefined;
  try {
    present = new DatabaseSync(place, { timeout: 1_000 });
    // Leaving WAL takes the whole file for itself, so it fails while another process has it open.
    present.exec("pragma locking_mode = exclusive; pragma journal_mode = delete");
    return true;
  } catch (error) {
    const code = sqliteCodeOf(error);
    if (code === 11 || code === 26) return false;
    if (code !== 5 && code !== 6) throw error;
    throw new Refusal(
      "not-allowed",
      `${place} is in use by another process. End that, and restore again; nothing was changed.`,
    );
  } finally {
    present?.close();
  }
}

/** By the first words of every database file (sqlite.org/fileformat.html, 1.3). An empty file is one, too. */
function isDatabase(path: string): boolean {
  const file = openSync(path, "r");
  const start = Buffer.alloc(15);
  const length = readSync(file, start);
  closeSync(file);
  return length === 0 || start.toString("latin1") === "SQLite format 3";
}
