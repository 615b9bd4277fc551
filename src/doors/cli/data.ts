import { createHash, type Hash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import type { WorkspaceId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { instantOf } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { run } from "#domain/run.ts";
import { detect } from "#formats/detect.ts";
import { readWorkspace, writeWorkspace } from "#formats/workspace.ts";
import { debriefPaths, holdsNothing, nothingRead } from "./debrief.ts";
import { entriesOf, recordsOf } from "#store/contents.ts";
import { asFirst, type Desk } from "./desk.ts";
import { withFile } from "./file-trouble.ts";
import { isPostgres } from "./place.ts";
import { jsonText, note, said, type Said } from "./print.ts";
import { saveDebrief } from "./save.ts";
import { type EventOptions, settingsFrom } from "./settings.ts";

/** Takes files into an event, or an exported workspace into an empty store. */
export async function importCommand(desk: Desk, paths: readonly string[], options: EventOptions & Said): Promise<void> {
  const { world } = desk;
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && isExport(resolve(world.cwd, only)))
    return importWorkspace(desk, resolve(world.cwd, only), only, options);
  const settings = settingsFrom(options);
  const result = await debriefPaths(desk, paths, settings);
  for (const { file, line, what, kept } of result.plan.problems) {
    note(world, `${file}${line === null ? "" : `:${line}`}: ${what} (kept: ${kept})`);
  }
  if (holdsNothing(result)) throw nothingRead(result.plan.problems);
  const kept = await saveDebrief(desk, result, settings, "--event");
  for (const line of kept.lines) note(world, line);
  if (options.json === true) world.out.write(jsonText(kept.result));
}

function isExport(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const start = Buffer.alloc(4096);
  const file = openSync(path, "r");
  const length = readSync(file, start);
  closeSync(file);
  return detect({ name: path, bytes: start.subarray(0, length) }) === "workspace";
}

/** DA1: an export taken into an empty store gives the same workspace. */
async function importWorkspace(desk: Desk, path: string, name: string, options: Said): Promise<void> {
  const hash = createHash("sha256");
  const read = await readWorkspace(name, hashed(createReadStream(path), hash));
  if (read.workspaceId === null) {
    const lines = read.problems.map(({ line, what }) => `${name}${line === null ? "" : `:${line}`}: ${what}`);
    throw new Refusal(
      "invalid",
      `${lines.join("\n")}\nNothing was taken in: a workspace with a part missing would not be the same one.`,
    );
  }
  if ((await desk.workspaceId()) !== undefined) {
    throw new Refusal(
      "not-allowed",
      `There is a workspace in ${desk.place} already. Take the export into an empty place: upshot import ${name} --store NEWFILE`,
    );
  }
  const { world } = desk;
  const member = read.records.find((record) => record.noun === "member" && record.removed !== true);
  const memberId = (member?.fields["id"] ?? world.newId()) as Parameters<typeof run>[2]["memberId"]; // checked by the command
  const context = {
    store: asFirst(await desk.store()), // another process may begin one at this moment
    workspaceId: read.workspaceId as WorkspaceId, // a UUID, checked by the reader
    memberId,
    deviceId: world.newId() as Parameters<typeof run>[2]["deviceId"], // a fresh id
    now: world.now(),
    newId: world.newId,
  };
  const args = { records: read.records, entries: read.entries, sha256: hash.digest("hex") };
  const { result } = await run("workspace.import", args, context);
  said(
    desk,
    options,
    { workspaceId: read.workspaceId, ...result },
    `Took in ${sayCount(result.records, "record")} and ${sayCount(result.entries, "journal entry", "journal entries")}.`,
  );
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

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
  const part = `${path}.part`;
  const file = withFile(target, () => openSync(part, "w", 0o600));
  try {
    const { records, entries } = await writeAll((text) => writeSync(file, text));
    fsyncSync(file);
    linkSync(part, path); // unlike renaming, it never takes the place of a file that came there meanwhile
    said(
      desk,
      options,
      { file: path, records, entries },
      `Exported ${sayCount(records, "record")} and ${sayCount(entries, "journal entry", "journal entries")} to ${target}`,
    );
  } finally {
    closeSync(file);
    rmSync(part, { force: true });
  }
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
  said(desk, options, { store: desk.place, file: path }, `Backed up ${desk.place} to ${target}`);
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
