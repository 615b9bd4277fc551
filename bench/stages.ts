import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Day, TimeZone } from "#domain/model/time.ts";
import { debrief, knownFrom, pagesToRead, planOf } from "#debrief/debrief.ts";
import { gather } from "#debrief/gather.ts";
import { readContacts } from "#formats/contacts.ts";
import { detect } from "#formats/detect.ts";
import type { InputFile } from "#formats/file.ts";
import { readNotes } from "#formats/notes.ts";
import { readProgramme } from "#formats/programme.ts";
import { indexNames } from "#reading/names.ts";
import { read } from "#reading/read.ts";
import { median } from "./whole.ts";

/** What one stage of the debrief costs, in milliseconds: the main thread's own, the process's (its helpers too), and passed. */
export interface Stage {
  stage: string;
  mainMs: number;
  allMs: number;
  wallMs: number;
}

const surroundings = { today: "2026-02-04" as Day, timeZone: "Europe/Brussels" as TimeZone }; // checked by eye

/** The stages of the debrief of a folder, each run for the first time in a process: so it is for whoever waits. */
export function stagesOf(folder: string): Stage[] {
  const files = readdirSync(folder)
    .sort()
    .map((name): InputFile => ({ name, bytes: readFileSync(join(folder, name)) }));
  const of = (kind: ReturnType<typeof detect>) => files.filter((file) => detect(file) === kind);
  const stages: Stage[] = [];
  const measure = <T>(stage: string, work: () => T): T => {
    const before = [process.threadCpuUsage(), process.cpuUsage(), performance.now()] as const;
    const made = work();
    const [main, all, at] = before;
    stages.push({
      stage,
      mainMs: milliseconds(process.threadCpuUsage(main)),
      allMs: milliseconds(process.cpuUsage(all)),
      wallMs: performance.now() - at,
    });
    return made;
  };
  measure("programme", () => of("programme").map((file) => readProgramme(file, {})));
  measure("contacts", () => of("contacts").map((file) => readContacts(file, {})));
  measure("notes: decode and blocks", () => of("notes").map((file) => readNotes(file, {})));
  const gathered = gather(files);
  const known = knownFrom(gathered, surroundings);
  measure("index of names", () => indexNames(known));
  const readings = measure("reading (its index again included)", () => read(pagesToRead(gathered), known));
  measure("plan", () => planOf(gathered, known, readings));
  measure("all of it again, when warm", () => debrief(files, surroundings));
  return stages;
}

/** The medians of so many processes of `bench.ts --stages folder`. */
export function stageFigures(root: string, folder: string, times: number): Stage[] {
  const runs = Array.from({ length: times }, () => {
    const child = spawnSync(process.execPath, [join(root, "bench/bench.ts"), "--stages", folder], { encoding: "utf8" });
    if (child.status !== 0) throw new Error(`The stages could not be measured: ${child.stderr}`);
    return JSON.parse(child.stdout) as Stage[]; // what `bench.ts --stages` prints
  });
  return (runs[0] ?? []).map(({ stage }, at) => {
    const middle = (key: "mainMs" | "allMs" | "wallMs") => median(runs.map((run) => run[at]?.[key] ?? Number.NaN));
    return { stage, mainMs: middle("mainMs"), allMs: middle("allMs"), wallMs: middle("wallMs") };
  });
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
