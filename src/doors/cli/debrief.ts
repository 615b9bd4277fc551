import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Problem, sayProblem } from "#domain/model/problem.ts";
import { sayCount } from "#domain/model/say.ts";
import { dayAt, isTimeZone, type TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Debrief, debrief, type Surroundings } from "#debrief/debrief.ts";
import type { FileTaken } from "#debrief/gather.ts";
import { outlineOf } from "#debrief/outline.ts";
import { sayTaken } from "#debrief/taken.ts";
import { known, knownNouns, programmes, programmesNouns } from "#questions/known.ts";
import type { ColumnGuess } from "#formats/contacts.ts";
import type { Desk } from "./desk.ts";
import { eventMeant } from "./event-meant.ts";
import { withFile } from "../file-trouble.ts";
import { readInputs } from "./input.ts";
import { pastedName, readAll } from "./input-stream.ts";
import { writeNewFile } from "./new-file.ts";
import { paintFor } from "./paint.ts";
import { jsonText, note } from "./print.ts";
import { printOutline } from "./print-outline.ts";
import { saveDebrief } from "./save.ts";
import { type EventOptions, dayOf, type RunSettings, settingsFrom } from "./settings.ts";
import type { World } from "./world.ts";
import { printable } from "./wrap.ts";

export interface DebriefOptions extends EventOptions {
  save?: string | true;
  today?: string;
  json?: boolean;
  md?: string | true;
  html?: string | true;
  csv?: string | true;
  ics?: string | true;
}

/** The main job: files in, plan out. Stores nothing unless `--save`. */
export async function debriefCommand(desk: Desk, paths: readonly string[], options: DebriefOptions): Promise<void> {
  const { world } = desk;
  refuseFileAsName(world, options.save);
  if (paths.length === 0)
    throw new Refusal("invalid", "Name the files or the folder of the event: upshot debrief ~/notes/fosdem");
  const given = typeof options.save === "string" ? { event: options.save, ...options } : options;
  const settings = await withEvent(desk, settingsFrom(given), { isPart: false });
  const asOf = dayOf("--today", options.today);
  const targets = [options.md, options.html, options.csv, options.ics];
  const shown = [options.json, ...targets].filter((target) => target === true || target === "-");
  if (shown.length > 1)
    throw new Refusal("invalid", "Only one form can go to standard output; name a file for each other: --md plan.md");
  refuseUnwritable(world, targets);
  const result = await debriefPaths(desk, paths, settings);
  const { plan } = result;
  const today = asOf ?? dayAt(world.now(), plan.event.timeZone as TimeZone); // the plan's zone was checked when it was read
  const isEmpty = holdsNothing(result);
  const kept = options.save !== undefined && !isEmpty ? await saveDebrief(desk, result, settings, "--save") : null;
  const outline = outlineOf(plan, today);
  let isWritten = false;
  const write = async (target: string | true | undefined, text: () => Promise<string>) => {
    if (target === undefined) return;
    isWritten = true;
    if (target === true || target === "-") return void world.out.write(shownText(world, await text()));
    const whole = await text();
    await writeNewFile(world, { target }, (put) => put(whole));
    note(world, `Wrote ${target}`);
  };
  await write(options.json === true ? true : undefined, async () => jsonText(plan));
  await write(options.md, async () => (await import("#debrief/as-markdown.ts")).asMarkdown(outline));
  await write(options.html, async () => (await import("#debrief/as-html.ts")).asHtml(outline));
  await write(options.csv, async () => (await import("#debrief/as-csv.ts")).asCsv(plan));
  await write(options.ics, async () => (await import("#debrief/as-ics.ts")).asIcs(plan, world.now()));
  if (!isWritten && !isEmpty) printOutline(outline, world, paintFor(world));
  // Last, where the plan does not scroll it away.
  for (const line of kept?.lines ?? []) note(world, line);
  if (isEmpty) throw nothingRead(plan.problems);
}

/** `--save notes.md` would keep an event called "notes.md" and leave the notes unread. */
function refuseFileAsName(world: World, save: string | true | undefined): void {
  if (typeof save !== "string" || !existsSync(resolve(world.cwd, save))) return;
  throw new Refusal(
    "invalid",
    `--save takes the event's name, and there is a file or folder called ${save}. Name it first: upshot debrief ${save} --save "Event name"`,
  );
}

/**
 * A plan is written to new files only: what is there may be the notes themselves. Asked first, before anything is read or kept, and so
 * is whether the folder takes a file.
 */
function refuseUnwritable(world: World, targets: readonly (string | true | undefined)[]): void {
  for (const target of targets) {
    if (typeof target !== "string" || target === "-") continue;
    const path = resolve(world.cwd, target);
    if (existsSync(path))
      throw new Refusal("duplicate", `${target} is there already and is left as it is; name a new file.`);
    withFile(target, () => accessSync(dirname(path), constants.W_OK));
  }
}

/** None of the files held anything of an event. */
export function holdsNothing({ gathered }: Debrief): boolean {
  const { pages, sessions, favourites, contacts } = gathered;
  return (
    pages.length + sessions.length + favourites.length + contacts.reduce((sum, one) => sum + one.cards.length, 0) === 0
  );
}

/** Which files there were, and why each could not be read. */
export function nothingRead(problems: readonly Problem[]): Refusal {
  const why = problems.map(sayProblem);
  const more = why.length > 5 ? [`and ${why.length - 5} more`] : [];
  return new Refusal("not-found", ["Nothing could be read.", ...why.slice(0, 5), ...more].join("\n"));
}

/** A file's text on a terminal, where it must not steer; elsewhere as it is. */
function shownText(world: World, text: string): string {
  return world.out.isTTY === true ? text.split(/\r?\n/).map(printable).join("\n") : text;
}

/** Where the event that was named is kept already, its whole name: more of its files are read beside what is kept of it. */
export async function withEvent(desk: Desk, settings: RunSettings, how: { isPart: boolean }): Promise<RunSettings> {
  if (settings.eventName === undefined || (await desk.workspaceId()) === undefined) return settings;
  const event = eventMeant(await desk.replica(["event"]), settings.eventName, how);
  return event === undefined ? settings : { ...settings, eventName: event.name };
}

/** Reads the paths and debriefs them beside what the workspace knows already; says what each file was taken for. */
export async function debriefPaths(desk: Desk, paths: readonly string[], settings: RunSettings): Promise<Debrief> {
  const { world } = desk;
  // Before anything is read: it says where pages go, and wrong settings cost no time.
  const assisted = settings.languageModel === true ? (await import("./language-model.ts")).languageModel(world) : null;
  const { files, problems } = readInputs(
    paths.filter((path) => path !== "-"),
    world.cwd,
  );
  if (paths.includes("-")) files.push({ name: pastedName, bytes: await readAll(world) });
  if (files.length === 0) throw nothingRead(problems);
  const progress = progressOn(world);
  const read = debrief(files, await surroundings(desk), settings, progress.step);
  const result = assisted === null ? read : await assisted(read, progress);
  progress.clear();
  result.plan.problems.unshift(...problems);
  for (const line of takenLines(result.gathered.taken)) note(world, line);
  for (const { file, photosSkipped, columns } of result.gathered.contacts) {
    if (photosSkipped > 0) note(world, `  ${file}: ${sayCount(photosSkipped, "photo")} skipped`);
    if (columns !== null) note(world, `  ${file}: ${columns.map(columnLine).join(", ")}`);
  }
  return result;
}

/** "Firma = organization", so that a wrong guess is seen and can be overridden with `--column`. */
function columnLine({ column, heading, field, basis }: ColumnGuess): string {
  return `${heading ?? `column ${column}`} = ${basis === "nothing" || field === "ignored" ? "not used" : field}`;
}

/** Lines for files of one kind that are shown; more are counted. */
const takenMax = 20;

/** What each file was taken for; of a kind that has many, the first ones, and the others together. */
function takenLines(taken: readonly FileTaken[]): string[] {
  const shown = new Map<FileTaken["as"], number>();
  const more = new Map<FileTaken["as"], FileTaken[]>();
  const lines = taken.flatMap((one) => {
    const before = shown.get(one.as) ?? 0;
    shown.set(one.as, before + 1);
    if (before < takenMax) return [`${one.file}: ${sayTaken(one)}`];
    const rest = more.get(one.as);
    if (rest === undefined) more.set(one.as, [one]);
    else rest.push(one);
    return [];
  });
  const others = [...more].map(([as, files]) => {
    const count = files.reduce((sum, file) => sum + file.count, 0);
    return `${sayCount(files.length, "more file")}: ${sayTaken({ as, count })}`;
  });
  return [...lines, ...others];
}

/** What the workspace knows already, where there is one; a look never makes one. */
async function surroundings(desk: Desk): Promise<Surroundings> {
  const { world } = desk;
  const machine = (isTimeZone(world.timeZone) ? world.timeZone : "UTC") as TimeZone; // just checked
  const nobody: Surroundings = { today: dayAt(world.now(), machine), timeZone: machine };
  if ((await desk.workspaceId()) === undefined) return nobody;
  const replica = await desk.replica([...knownNouns, ...programmesNouns]);
  return { ...known(replica, { now: world.now() }), programmes: programmes(replica) };
}

/** Files done so far, on a terminal only, on one line that is cleared at the end. */
function progressOn(world: World): { step: (done: number, total: number, what: string) => void; clear: () => void } {
  const isShown = world.err.isTTY === true;
  return {
    step: (done, total, what) => void (isShown && world.err.write(`\r\u001B[K${done}/${total} ${printable(what)}`)),
    clear: () => void (isShown && world.err.write("\r\u001B[K")),
  };
}
