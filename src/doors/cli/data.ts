import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { sayCount } from "#domain/model/say.ts";
import { instantOf } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeWorkspace } from "#formats/workspace.ts";
import { entriesOf, recordsOf } from "#store/contents.ts";
import type { Desk } from "./desk.ts";
import { withFile } from "../file-trouble.ts";
import { isPostgres, shownPlace } from "../place.ts";
import { writeNewFile } from "./new-file.ts";
import { said, type Said } from "./print.ts";

/** Writes the whole workspace as it is at one moment, a part at a time; a file is there whole or not at all. */
export async function exportCommand(desk: Desk, target: string | undefined, options: Said): Promise<void> {
  const { world } = desk;
  const workspaceId = await desk.workspaceId();
  if (workspaceId === undefined) throw new Refusal("not-found", "There is nothing to export yet.");
  const store = await desk.store();
  const header = { workspaceId, exportedAt: instantOf(world.now()) };
  const writeAll = (write: (text: string) => unknown) =>
    store.look(workspaceId, async (look) => {
      const [records, entries] = [new Counted(recordsOf(look)), new Counted(entriesOf(look))];
      for await (const text of writeWorkspace(header, { records, entries })) write(text);
      return { records: records.count, entries: entries.count };
    });
  if (target === undefined || target === "-") return void (await writeAll((text) => world.out.write(text)));
  const path = resolve(world.cwd, target);
  if (existsSync(path)) throw new Refusal("duplicate", `${target} is there already; name a new file.`);
  const { records, entries } = await writeNewFile(world, { target, mode: 0o600 }, writeAll);
  said(
    desk,
    options,
    { file: path, records, entries },
    `Exported ${sayCount(records, "record")} and ${sayCount(entries, "journal entry", "journal entries")} to ${target}`,
  );
}

/** Counts what passes, tombstones apart. */
class Counted<T extends object> implements AsyncIterable<T> {
  readonly #things: AsyncIterable<T>;
  count = 0;

  constructor(things: AsyncIterable<T>) {
    this.#things = things;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for await (const thing of this.#things) {
      if (!("removed" in thing && thing.removed === true)) this.count += 1;
      yield thing;
    }
  }
}

export async function backupCommand(desk: Desk, target: string, options: Said): Promise<void> {
  if ((await desk.workspaceId()) === undefined) throw new Refusal("not-found", "There is nothing to back up yet.");
  const path = resolve(desk.world.cwd, target);
  withFile(target, () => accessSync(dirname(path), constants.W_OK));
  await (await desk.store()).backup(path);
  const store = await shownPlace(desk.place);
  said(desk, options, { store, file: path }, `Backed up ${store} to ${target}`);
}

/** Puts a backup in the store's place. What is there now is kept aside, never overwritten. */
export async function restoreCommand(desk: Desk, source: string, options: Said): Promise<void> {
  const { world, place } = desk;
  if (isPostgres(place))
    throw new Refusal(
      "not-allowed",
      "A PostgreSQL store is restored with pg_restore or psql, by whoever runs the server.",
    );
  const from = resolve(world.cwd, source);
  if (!withFile(source, () => statSync(from)).isFile())
    throw new Refusal("invalid", `${source} is no file. Name a backup, as "upshot backup" wrote it.`);
  const aside = `${place}.before-${instantOf(world.now()).replaceAll(":", "-")}`;
  const { restoreSqlite } = await import("#store/restore.ts");
  const isKept = await restoreSqlite({ source: from, place, aside });
  said(
    desk,
    options,
    { store: place, from, aside: isKept ? aside : null },
    `Restored ${source}.${isKept ? `\nWhat was there before is kept as ${aside}` : ""}`,
  );
}
