import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { WorkspaceId } from "#domain/model/id.ts";
import { sayProblem } from "#domain/model/problem.ts";
import { sayCount } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { run } from "#domain/run.ts";
import { detect } from "#formats/detect.ts";
import { readWorkspace } from "#formats/workspace.ts";
import { shownPlace } from "../place.ts";
import { debriefPaths, holdsNothing, nothingRead, withEvent } from "./debrief.ts";
import { asFirst, type Desk } from "./desk.ts";
import { jsonText, note, said, type Said } from "./print.ts";
import { saveDebrief } from "./save.ts";
import { type EventOptions, settingsFrom } from "./settings.ts";

/** Takes files into an event, or an exported workspace into an empty store. */
export async function importCommand(desk: Desk, paths: readonly string[], options: EventOptions & Said): Promise<void> {
  const { world } = desk;
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && isExport(resolve(world.cwd, only)))
    return importWorkspace(desk, resolve(world.cwd, only), only, options);
  const settings = await withEvent(desk, settingsFrom(options), { isPart: true });
  const result = await debriefPaths(desk, paths, settings);
  for (const problem of result.plan.problems) note(world, `${sayProblem(problem)} (kept: ${problem.kept})`);
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
    const lines = read.problems.map(sayProblem);
    throw new Refusal(
      "invalid",
      `${lines.join("\n")}\nNothing was taken in: a workspace with a part missing would not be the same one.`,
    );
  }
  if ((await desk.workspaceId()) !== undefined) {
    throw new Refusal(
      "not-allowed",
      `There is a workspace in ${await shownPlace(desk.place)} already. Take the export into an empty place: upshot import ${name} --store NEWFILE. What it holds is taken in beside what is here in the app, under Settings.`,
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
