import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { sayCount } from "#domain/model/say.ts";
import { dayAt, isTimeZone, type TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Debrief, debrief, type Surroundings } from "#debrief/debrief.ts";
import type { FileTaken } from "#debrief/gather.ts";
import { outlineOf } from "#debrief/outline.ts";
import { known, knownNouns } from "#questions/known.ts";
import type { ColumnGuess } from "#formats/contacts.ts";
import type { Desk } from "./desk.ts";
import { readInputs } from "./input.ts";
import { paintFor } from "./paint.ts";
import { isPostgres } from "./place.ts";
import { printOutline } from "./print-outline.ts";
import { saveDebrief } from "./save.ts";
import { type EventOptions, type RunSettings, settingsFrom } from "./settings.ts";
import type { World } from "./world.ts";
import { printable } from "./wrap.ts";

export interface DebriefOptions extends EventOptions {
  save?: string | true;
  json?: boolean;
  md?: string | true;
  html?: string | true;
  csv?: string | true;
  ics?: string | true;
}

/** The main job: files in, plan out. Stores nothing unless `--save`. */
export async function debriefCommand(desk: Desk, paths: readonly string[], options: DebriefOptions): Promise<void> {
  const { world } = desk;
  const settings = settingsFrom(typeof options.save === "string" ? { event: options.save, ...options } : options);
  refuseTaken(world, [options.md, options.html, options.csv, options.ics]);
  const result = await debriefPaths(desk, paths, settings);
  const { plan } = result;
  const today = dayAt(world.now(), plan.event.timeZone as TimeZone); // the plan's zone was checked when it was read
  if (options.save !== undefined) await saveDebrief(desk, result, settings);
  const outline = outlineOf(plan, today);
  let isWritten = false;
  const write = async (target: string | true | undefined, text: () => Promise<string>) => {
    if (target === undefined) return;
    isWritten = true;
    if (target === true || target === "-") return void world.out.write(await text());
    writeFileSync(resolve(world.cwd, target), await text(), { flag: "wx" });
    world.err.write(`Wrote ${target}\n`);
  };
  await write(options.json === true ? true : undefined, async () => `${JSON.stringify(plan, null, 2)}\n`);
  await write(options.md, async () => (await import("#debrief/as-markdown.ts")).asMarkdown(outline));
  await write(options.html, async () => (await import("#debrief/as-html.ts")).asHtml(outline));
  await write(options.csv, async () => (await import("#debrief/as-csv.ts")).asCsv(plan));
  await write(options.ics, async () => (await import("#debrief/as-ics.ts")).asIcs(plan, world.now()));
  if (!isWritten) printOutline(outline, world, paintFor(world));
}

/** A plan is written to new files only: what is there may be the notes themselves. Asked first, before anything is read or kept. */
function refuseTaken(world: World, targets: readonly (string | true | undefined)[]): void {
  for (const target of targets) {
    if (typeof target !== "string" || target === "-" || !existsSync(resolve(world.cwd, target))) continue;
    throw new Refusal("duplicate", `${target} is there already and is left as it is; name a new file.`);
  }
}

/** Reads the paths and debriefs them beside what the workspace knows already; says what each file was taken for. */
export async function debriefPaths(desk: Desk, paths: readonly string[], settings: RunSettings): Promise<Debrief> {
  const { world } = desk;
  // Before anything is read: it says where pages go, and wrong settings cost no time.
  const assisted = settings.languageModel === true ? (await import("./language-model.ts")).languageModel(world) : null;
  const { files, problems } = readInputs(paths, world.cwd);
  if (files.length === 0) {
    throw new Refusal(
      "not-found",
      `Nothing could be read: ${problems.map((one) => `${one.file}: ${one.what}`).join(" ") || "no files"}`,
    );
  }
  const progress = progressOn(world);
  const read = debrief(files, await surroundings(desk), settings, progress.step);
  const result = assisted === null ? read : await assisted(read, progress);
  progress.clear();
  result.plan.problems.unshift(...problems);
  for (const taken of result.gathered.taken) world.err.write(`${takenLine(taken)}\n`);
  for (const { file, photosSkipped, columns } of result.gathered.contacts) {
    if (photosSkipped > 0) world.err.write(`  ${file}: ${sayCount(photosSkipped, "photo")} skipped\n`);
    if (columns !== null) world.err.write(`  ${file}: ${columns.map(columnLine).join(", ")}\n`);
  }
  return result;
}

/** "Firma = organization", so that a wrong guess is seen and can be overridden with `--column`. */
function columnLine({ column, heading, field, basis }: ColumnGuess): string {
  return `${printable(heading ?? `column ${column}`)} = ${basis === "nothing" || field === "ignored" ? "not used" : field}`;
}

function takenLine({ file, as, count }: FileTaken): string {
  switch (as) {
    case "programme":
      return `${file}: programme, ${sayCount(count, "session")}`;
    case "favourites":
      return `${file}: favourites, ${sayCount(count, "session")}`;
    case "contacts":
      return `${file}: contacts, ${sayCount(count, "card")}`;
    case "notes":
      return `${file}: notes, ${sayCount(count, "page")}`;
    case "event":
      return `${file}: the event's settings`;
    case "archive":
      return `${file}: archive, ${sayCount(count, "file")}`;
    case "nothing":
      return `${file}: not read`;
  }
}

/** What the workspace knows already, where there is one; a look never makes one. */
async function surroundings(desk: Desk): Promise<Surroundings> {
  const { world } = desk;
  const machine = (isTimeZone(world.timeZone) ? world.timeZone : "UTC") as TimeZone; // just checked
  const nobody: Surroundings = { today: dayAt(world.now(), machine), timeZone: machine };
  if (!isPostgres(desk.place) && !existsSync(desk.place)) return nobody;
  if ((await desk.workspaceId()) === undefined) return nobody;
  return known(await desk.replica(knownNouns), { now: world.now() });
}

/** Files done so far, on a terminal only, on one line that is cleared at the end. */
function progressOn(world: World): { step: (done: number, total: number, what: string) => void; clear: () => void } {
  const isShown = world.err.isTTY === true;
  return {
    step: (done, total, what) => void (isShown && world.err.write(`\r\u001B[K${done}/${total} ${what}`)),
    clear: () => void (isShown && world.err.write("\r\u001B[K")),
  };
}
