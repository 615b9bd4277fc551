import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import type { WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { sayCount } from "#domain/model/say.ts";
import { instantOf } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import { detect } from "#formats/detect.ts";
import { readWorkspace, writeWorkspace } from "#formats/workspace.ts";
import { debriefPaths } from "./debrief.ts";
import type { Store } from "#store/store.ts";
import type { Desk } from "./desk.ts";
import { isPostgres } from "./place.ts";
import { saveDebrief } from "./save.ts";
import { type EventOptions, settingsFrom } from "./settings.ts";

/** The journal of one workspace is exported whole; this many entries are asked for at a time. */
const entriesPage = 5_000;

/** Takes files into an event, or an exported workspace into an empty store. */
export async function importCommand(desk: Desk, paths: readonly string[], options: EventOptions): Promise<void> {
  const { world } = desk;
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && isExport(resolve(world.cwd, only)))
    return importWorkspace(desk, resolve(world.cwd, only), only);
  const settings = settingsFrom(options);
  const result = await debriefPaths(desk, paths, settings);
  for (const { file, line, what, kept } of result.plan.problems) {
    world.err.write(`${file}${line === null ? "" : `:${line}`}: ${what} (kept: ${kept})\n`);
  }
  await saveDebrief(desk, result, settings);
}

function isExport(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return detect({ name: path, bytes: readFileSync(path).subarray(0, 4096) }) === "workspace";
}

/** DA1: an export taken into an empty store gives the same workspace. */
async function importWorkspace(desk: Desk, path: string, name: string): Promise<void> {
  const read = readWorkspace({ name, bytes: readFileSync(path) });
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
  const [member] = read.records.filter((record) => record.noun === "member");
  const memberId = (member?.fields["id"] ?? world.newId()) as Parameters<typeof run>[2]["memberId"]; // checked by the command
  const context = {
    store: await desk.store(),
    workspaceId: read.workspaceId as WorkspaceId, // a UUID, checked by the reader
    memberId,
    deviceId: world.newId() as Parameters<typeof run>[2]["deviceId"], // a fresh id
    now: world.now(),
    newId: world.newId,
  };
  const args = { records: read.records, entries: read.entries } as unknown as ArgsOf<"workspace.import">; // the command checks every record
  const { result } = await run("workspace.import", args, context);
  world.out.write(
    `Took in ${sayCount(result.records, "record")} and ${sayCount(result.entries, "journal entry", "journal entries")}.\n`,
  );
}

export async function exportCommand(desk: Desk, target: string | undefined): Promise<void> {
  const { world } = desk;
  const workspaceId = await desk.workspaceId();
  if (workspaceId === undefined) throw new Refusal("not-found", "There is nothing to export yet.");
  const store = await desk.store();
  const { rows } = await store.load(workspaceId);
  const records = nounNames.flatMap((noun) =>
    rows[noun].filter((row) => !row.removed).map(({ record }) => ({ noun, fields: record })),
  );
  const entries = [];
  for (let before: number | undefined; ;) {
    const page = await store.entries(workspaceId, { limit: entriesPage, ...(before === undefined ? {} : { before }) });
    entries.push(...page.map(({ version: _, ...entry }) => entry));
    before = page.at(-1)?.version;
    if (page.length < entriesPage || before === undefined) break;
  }
  const lines = writeWorkspace(workspaceId, instantOf(world.now()), records, entries.reverse());
  if (target === undefined || target === "-") {
    for (const line of lines) world.out.write(line);
    return;
  }
  const path = resolve(world.cwd, target);
  if (existsSync(path)) throw new Refusal("duplicate", `${target} is there already; name a new file.`);
  writeFileSync(path, [...lines].join(""), { mode: 0o600 });
  world.out.write(
    `Exported ${sayCount(records.length, "record")} and ${sayCount(entries.length, "journal entry", "journal entries")} to ${target}\n`,
  );
}

export async function backupCommand(desk: Desk, target: string): Promise<void> {
  await (await desk.store()).backup(resolve(desk.world.cwd, target));
  desk.world.out.write(`Backed up ${desk.place} to ${target}\n`);
}

/**
 * Puts a backup in the store's place. The present file is moved aside, never overwritten; the backup is looked over first. Every
 * workspace in it starts a new epoch, so that devices notice.
 */
export async function restoreCommand(desk: Desk, source: string): Promise<void> {
  const { world, place } = desk;
  if (isPostgres(place))
    throw new Refusal(
      "not-allowed",
      "A PostgreSQL store is restored with pg_restore or psql, by whoever runs the server.",
    );
  const from = resolve(world.cwd, source);
  if (!existsSync(from)) throw new Refusal("not-found", `There is no file ${source}.`);
  const fresh = `${place}.restoring`;
  await soundCopy(from, fresh, source);
  const aside = existsSync(place) ? `${place}.before-${instantOf(world.now()).replaceAll(":", "-")}` : null;
  for (const end of ["", "-wal", "-shm"])
    if (aside !== null && existsSync(place + end)) renameSync(place + end, aside + end);
  renameSync(fresh, place);
  const store = await desk.store();
  for (const workspaceId of await store.workspaces()) await store.newEpoch(workspaceId);
  world.out.write(`Restored ${source}.${aside === null ? "" : `\nWhat was there before is kept as ${aside}`}\n`);
}

/** Copies a backup beside the store and looks the copy over (bringing it up to this program's shape); the backup stays as it is. */
async function soundCopy(from: string, fresh: string, name: string): Promise<void> {
  const { openSqlite } = await import("#store/sqlite.ts");
  for (const end of ["", "-wal", "-shm"]) rmSync(fresh + end, { force: true });
  mkdirSync(dirname(fresh), { recursive: true, mode: 0o700 });
  copyFileSync(from, fresh);
  try {
    const copy = await openSqlite({ path: fresh });
    const wrong = await problemsOf(copy);
    await copy.close();
    if (wrong.length > 0) throw new Error(wrong.join(" "));
  } catch (error) {
    for (const end of ["", "-wal", "-shm"]) rmSync(fresh + end, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal("invalid", `${name} is no backup that can be restored: ${why}. Nothing was changed.`);
  }
}

async function problemsOf(store: Store): Promise<string[]> {
  const isEmpty = (await store.workspaces()).length === 0;
  return isEmpty ? ["it holds no workspace"] : store.check();
}
