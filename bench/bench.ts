import "#main/temporal.ts";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noPostgres, startPostgres } from "../test/support/postgres.ts";
import { chromiumPath } from "../test/e2e/browser.ts";
import { appFigures, firstScreenBytes, searchFigures } from "./app.ts";
import { makeBig } from "./big.ts";
import { postgresCommands, sqliteCommands } from "./commands.ts";
import { likenessFigures } from "./likeness.ts";
import { combBackFigures } from "./comb-back.ts";
import { contactsCsv, dataFolder, notesText } from "./material.ts";
import { hardPassages } from "./passages.ts";
import { pathFigures } from "./paths.ts";
import { pushFigures } from "./pushes.ts";
import { readingFigures } from "./reading.ts";
import { serve } from "./served.ts";
import { stageFigures, stagesOf } from "./stages.ts";
import { syncFigures } from "./syncing.ts";
import { frameFigures, wallFigures } from "./wall.ts";
import { valueFigures } from "./value.ts";
import { median, wholeProcess } from "./whole.ts";

/**
 * Measures the figures of docs/benchmarks.md and prints them as a table, each beside its baseline from the same run. With words, the parts
 * of those names only: `npm run bench -- server`.
 */
const root = join(import.meta.dirname, "..");
if (process.argv[2] === "--stages") {
  // One process's share of `stageFigures`.
  process.stdout.write(JSON.stringify(stagesOf(process.argv[3] ?? "")));
  process.exit();
}
const rows: { measure: string; value: string; against: string; target: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), "upshot-bench-"));

const parts: Record<string, () => void | Promise<void>> = {
  debrief: debriefWhole,
  reading,
  passages,
  paths,
  commands,
  "comb-back": combBackPart,
  workspace: bigWorkspace,
  likeness,
  server,
  value,
  wall,
  app,
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(", ")}.`);

try {
  for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
} finally {
  rmSync(folder, { recursive: true });
}
print();

function debriefWhole(): void {
  const inputs = join(folder, "event");
  mkdirSync(inputs);
  const data = dataFolder(root);
  if (data === null)
    say("The FOSDEM programme is not on this machine (UPSHOT_DATA): the example's programme stands in.");
  copyFileSync(
    data === null ? join(root, "examples/harbour-partner-day/schedule.json") : join(data, "programmes/fosdem-2025.xml"),
    join(inputs, data === null ? "schedule.json" : "schedule.xml"),
  );
  writeFileSync(join(inputs, "contacts.csv"), contactsCsv(2_000));
  writeFileSync(join(inputs, "notes.md"), notesText(root, 1e6).text);
  const nothing = wholeProcess(root, ["--help"], {}, 3);
  const whole = wholeProcess(root, ["debrief", inputs, "--json", "--store", join(folder, "none.db")], {}, 5);
  row(
    "debrief: programme + 2,000 contacts + 1 MB notes, whole process",
    `${whole.seconds.toFixed(2)} s (${whole.cpuSeconds.toFixed(2)} s of processor time)`,
    `${(whole.seconds / nothing.seconds).toFixed(1)} x --help (${nothing.seconds.toFixed(2)} s)`,
    "< 2 s",
  );
  row(
    "  its memory at the most",
    `${whole.megabytes.toFixed(0)} MB`,
    `--help: ${nothing.megabytes.toFixed(0)} MB`,
    "< 300 MB",
  );
  for (const { stage, mainMs, allMs, wallMs } of stageFigures(root, inputs, 3)) {
    row(
      `  ${stage}`,
      `${mainMs.toFixed(0)} ms`,
      `${allMs.toFixed(0)} ms with helpers, ${wallMs.toFixed(0)} ms passed`,
      "",
    );
  }
}

function passages(): void {
  const [worst, next, third] = hardPassages(10_000);
  for (const [at, passage] of [worst, next, third].entries()) {
    if (passage === undefined) continue;
    row(
      at === 0 ? `a hard passage of 10,000 characters, the dearest: ${passage.kind}` : `  then: ${passage.kind}`,
      `${passage.mainMs.toFixed(1)} ms`,
      `${passage.wallMs.toFixed(1)} ms passed`,
      "< 50 ms",
    );
  }
}

async function combBackPart(): Promise<void> {
  const { rows: all, notes, firstMs, warmMs, tiesMs, takeInMs } = await combBackFigures();
  row(
    `a comb-back prepared, ${all} rows, ${notes} notes`,
    `${warmMs.toFixed(0)} ms`,
    `${firstMs.toFixed(0)} ms for the first time in a process, with its indexes`,
    "< 100 ms",
  );
  row(
    "  what a note of it resembles",
    `${tiesMs.toFixed(1)} ms`,
    `5,000 open steps taken in: ${takeInMs.toFixed(0)} ms, in parts`,
    "< 30 ms",
  );
}

function reading(): void {
  const { from, sizes, chronoSeconds } = readingFigures(root);
  const one = sizes.find(({ megabytes }) => megabytes === 1)?.seconds ?? Number.NaN;
  row(
    `reading 1 MB (${from})`,
    `${(1 / one).toFixed(1)} MB/s`,
    `${(one / chronoSeconds).toFixed(2)} x chrono-node alone (${chronoSeconds.toFixed(2)} s)`,
    "reported",
  );
  for (const { megabytes, seconds } of sizes) {
    row(
      `  ${megabytes} MB`,
      `${(seconds * 1000).toFixed(0)} ms`,
      `${((seconds / megabytes / one - 1) * 100).toFixed(0)} % off proportional`,
      "within 15 %",
    );
  }
}

function paths(): void {
  const figures = pathFigures();
  const what = `${figures.people.toLocaleString("en")} people and ${figures.ties.toLocaleString("en")} ties`;
  row(
    `paths: the graph of ${what}, made once for a state of the workspace`,
    `${figures.buildMs.toFixed(0)} ms`,
    `${(figures.buildMs / figures.tiesMs).toFixed(1)} x finding the ties alone (${figures.tiesMs.toFixed(0)} ms)`,
    "reported",
  );
  row(
    "  who could open the door to one person, the graph made",
    `p95 ${figures.askMs.p95.toFixed(1)} ms`,
    `p50 ${figures.askMs.p50.toFixed(1)} ms; the strongest path alone: ${figures.searchMs.toFixed(1)} ms`,
    "p95 < 50 ms",
  );
}

async function commands(): Promise<void> {
  const server = noPostgres === null ? await startPostgres({ isSynced: true }) : null;
  for (const figures of [
    await sqliteCommands(),
    ...(server === null ? [] : [await postgresCommands(await server.fresh())]),
  ]) {
    const { engine, commandsPerSecond, barePerSecond } = figures;
    row(
      `10,000 commands, ${engine}`,
      `${commandsPerSecond.toFixed(0)}/s`,
      `${(barePerSecond / commandsPerSecond).toFixed(2)} x the time of bare one-row transactions (${barePerSecond.toFixed(0)}/s)`,
      "reported",
    );
  }
  if (server === null) say(`PostgreSQL was left out: ${noPostgres}`);
  await server?.stop();
}

async function bigWorkspace(): Promise<void> {
  const path = join(folder, "big.db");
  await makeBig(path);
  const nothing = wholeProcess(root, ["--help"], {}, 5);
  const bigRow = (measure: string, args: readonly string[], times: number, target: string) => {
    const whole = wholeProcess(root, args, {}, times);
    row(
      `${measure}, 50,000 rows, whole process`,
      `${(whole.seconds * 1000).toFixed(0)} ms (${(whole.cpuSeconds * 1000).toFixed(0)} ms of processor time), ${whole.megabytes.toFixed(0)} MB`,
      `${(whole.seconds / nothing.seconds).toFixed(1)} x --help (${(nothing.seconds * 1000).toFixed(0)} ms), ${nothing.megabytes.toFixed(0)} MB`,
      target,
    );
  };
  bigRow("upshot today", ["today", "--store", path], 7, "< 400 ms");
  const file = join(folder, "big.jsonl");
  bigRow("upshot export", ["export", file, "--store", path], 1, "reported");
  bigRow("upshot import", ["import", file, "--store", join(folder, "copy.db")], 1, "reported");
}

function likeness(): void {
  const { from, p50Ms, p95Ms, plainP50Ms, plainP95Ms, ...build } = likenessFigures(root);
  row(
    `likeness of a note against 5,000 open items, warm (${from})`,
    `p95 ${p95Ms.toFixed(1)} ms, p50 ${p50Ms.toFixed(1)} ms`,
    `${(p95Ms / plainP95Ms).toFixed(2)} x plain minisearch (p95 ${plainP95Ms.toFixed(1)} ms, p50 ${plainP50Ms.toFixed(1)} ms)`,
    "p95 < 30 ms",
  );
  row(
    "  taking in 20,000 notes and 5,000 items",
    `${build.buildMs.toFixed(0)} ms of processor time, ${build.megabytes.toFixed(0)} MB, at most ${build.longestPartMs.toFixed(0)} ms for a hundred`,
    `${(build.buildMs / build.plainBuildMs).toFixed(1)} x plain minisearch (${build.plainBuildMs.toFixed(0)} ms)`,
    "reported",
  );
}

function value(): void {
  const { compared, one, report, reportKilobytes } = valueFigures();
  const ms = (figure: number) => `${figure.toFixed(0)} ms of processor time`;
  row(
    "value: 100 events with 5,000 outcomes side by side",
    ms(compared),
    `${(compared / one).toFixed(1)} x one event`,
    "< 100 ms",
  );
  row("  one event of them", ms(one), "", "< 100 ms");
  row("  its report, without the PDF", ms(report), `${reportKilobytes.toFixed(0)} KB of HTML`, "< 1 s");
}

async function server(): Promise<void> {
  const starts: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const served = await serve(root, join(folder, "empty.db"));
    starts.push(served.coldMs);
    await served.stop();
  }
  const nothing = wholeProcess(root, ["--help"], {}, 5);
  row(
    "server: from cold to its first answer",
    `${median(starts).toFixed(0)} ms`,
    `${(median(starts) / nothing.seconds / 1000).toFixed(1)} x --help (${(nothing.seconds * 1000).toFixed(0)} ms)`,
    "< 500 ms",
  );
  const pushes = await pushFigures(root, folder);
  row(
    "server: pushes of one command, 50 devices in 50 workspaces",
    `${pushes.pushesPerSecond.toFixed(0)}/s (${pushes.pushMs.toFixed(2)} ms of the server's processor time each)`,
    `${(pushes.pushesPerSecond / pushes.barePerSecond).toFixed(2)} of the bare store's commands (${pushes.barePerSecond.toFixed(0)}/s)`,
    "reported",
  );
  row(
    "  its memory at the most",
    `${pushes.megabytes.toFixed(0)} MB`,
    `--help: ${nothing.megabytes.toFixed(0)} MB`,
    "reported",
  );
  const path = join(folder, "served.db");
  const sync = await syncFigures(root, path, await makeBig(path));
  row(
    `first pull of ${sync.rows} rows over loopback`,
    `${sync.pull.seconds.toFixed(2)} s`,
    `${sync.pull.cpuSeconds.toFixed(2)} s of the device's processor time`,
    "< 3 s",
  );
  row(
    "500 queued commands pushed, and what they made pulled",
    `${sync.push.seconds.toFixed(2)} s`,
    `${((sync.push.seconds * pushes.barePerSecond) / 500).toFixed(1)} x the bare store's time for them; ${sync.push.cpuSeconds.toFixed(2)} s of the device's processor time`,
    "< 2 s",
  );
  row(
    "a command on one device until another shows it, 50,000 rows",
    `p95 ${sync.passedMs.p95.toFixed(0)} ms`,
    `p50 ${sync.passedMs.p50.toFixed(0)} ms`,
    "p95 < 150 ms",
  );
  row("  the server's memory at the most", `${sync.megabytes.toFixed(0)} MB`, "", "reported");
}

async function wall(): Promise<void> {
  const passed = await wallFigures(root, folder);
  row(
    "wall: from an act of one until another shows it, 12 devices at 400 stickies",
    `p95 ${passed.p95.toFixed(0)} ms`,
    `p50 ${passed.p50.toFixed(0)} ms; until the last of the others p95 ${passed.all95.toFixed(0)} ms; processor time of an act with its eleven pulls: server ${passed.serverMs.toFixed(0)} ms, all twelve devices ${passed.devicesMs.toFixed(0)} ms`,
    "p95 < 150 ms",
  );
  const frames = await frameFigures(root);
  if (frames === undefined) return say("There is no Chromium on this machine: frames were left out.");
  row(
    "  a frame's work on the main thread while one of 400 is dragged",
    `p95 ${frames.p95.toFixed(1)} ms`,
    `p50 ${frames.p50.toFixed(1)} ms`,
    "p95 < 16 ms",
  );
  row(
    "  let go of in one browser until another's screen has it",
    `${frames.shownMs.toFixed(0)} ms`,
    "once",
    "reported",
  );
}

async function app(): Promise<void> {
  row(
    "app: JavaScript for the first screen",
    `${(firstScreenBytes(root) / 1000).toFixed(0)} KB as sent`,
    "",
    "<= 190 KB",
  );
  if (chromiumPath === undefined)
    return say("There is no Chromium on this machine: what the app does in it was left out.");
  const { big, empty, blankMs } = await appFigures(root, folder);
  const times = (one: number, other: number) => `${(one / other).toFixed(1)} x an empty workspace`;
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  row(
    "  opened offline with 50,000 rows until Today can be used",
    ms(big.openMs),
    `${times(big.openMs, empty.openMs)} (${ms(empty.openMs)}); a blank page: ${ms(blankMs)}`,
    "< 1 s",
  );
  row(
    "  the same with a processor four times slower",
    ms(big.slowedMs),
    `${times(big.slowedMs, empty.slowedMs)} (${ms(empty.slowedMs)})`,
    "< 3 s",
  );
  row(
    "  memory of its JavaScript, collected",
    `${big.megabytes.toFixed(0)} MB`,
    `${times(big.megabytes, empty.megabytes)} (${empty.megabytes.toFixed(0)} MB)`,
    "reported",
  );
  row(
    "  Enter until a captured line is on the disk, 50,000 rows: main thread",
    `p99 ${ms(big.savedMs.p99)}`,
    `p50 ${ms(big.savedMs.p50)}; ${times(big.savedMs.p99, empty.savedMs.p99)} (p99 ${ms(empty.savedMs.p99)}); p50 ${ms(big.savedWallMs.p50)} passed`,
    "p99 < 16 ms",
  );
  row(
    `  to another screen, 50,000 rows, the dearest: ${big.screen.name}`,
    `p50 ${ms(big.screen.ms.p50)}`,
    `p95 ${ms(big.screen.ms.p95)}; ${times(big.screen.ms.p50, empty.screen.ms.p50)} (${empty.screen.name}, p50 ${ms(empty.screen.ms.p50)})`,
    "< 50 ms",
  );
  const search = await searchFigures(root, folder);
  row(
    "  a key in the search, 20,000 notes: main thread",
    `p95 ${ms(search.notes.p95)}`,
    `p50 ${ms(search.notes.p50)}; ${times(search.notes.p95, search.empty.p95)} (p95 ${ms(search.empty.p95)})`,
    "p95 < 30 ms",
  );
}

function row(measure: string, value: string, against: string, target: string): void {
  rows.push({ measure, value, against, target });
  say(`${measure}: ${value} (${against})`);
}

function print(): void {
  const columns = ["measure", "value", "against", "target"] as const;
  const width = (column: (typeof columns)[number]) => Math.max(column.length, ...rows.map((one) => one[column].length));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, place) => cell.padEnd(width(columns[place] ?? "measure"))).join(" | ")} |`;
  console.log(
    [
      line(columns),
      line(columns.map((column) => "-".repeat(width(column)))),
      ...rows.map((one) => line(columns.map((column) => one[column]))),
    ].join("\n"),
  );
}

function say(words: string): void {
  console.error(words);
}
