import "#main/temporal.ts";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "#store/sqlite.ts";
import { noPostgres, startPostgres } from "../test/support/postgres.ts";
import { TestWorkspace } from "../test/support/workspace.ts";
import { postgresCommands, sqliteCommands } from "./commands.ts";
import { contactsCsv, dataFolder, notesText } from "./material.ts";
import { hardPassages } from "./passages.ts";
import { readingFigures } from "./reading.ts";
import { stageFigures, stagesOf } from "./stages.ts";
import { wholeProcess } from "./whole.ts";

/** Measures the figures of docs/benchmarks.md and prints them as a table, each beside its baseline from the same run. */
const root = join(import.meta.dirname, "..");
if (process.argv[2] === "--stages") {
  // One process's share of `stageFigures`.
  process.stdout.write(JSON.stringify(stagesOf(process.argv[3] ?? "")));
  process.exit();
}
const rows: { measure: string; value: string; against: string; target: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), "upshot-bench-"));

try {
  debriefWhole();
  reading();
  passages();
  await commands();
  await bigWorkspace();
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

/** A workspace of about 50,000 rows: notes and what hangs on them, a fifth of the steps open. */
async function bigWorkspace(): Promise<void> {
  const path = join(folder, "big.db");
  const store = await openSqlite({ path, synchronous: "NORMAL" });
  const workspace = await TestWorkspace.open(store);
  const { eventId } = (await workspace.run("event.add", { name: "Big", timeZone: "Europe/Brussels" })).result;
  const line = "call Ana about the deck by Friday";
  for (let page = 0; page < 45; page += 1) {
    const text = `${line}\n`.repeat(1_000);
    const passages = Array.from({ length: 1_000 }, (_, place) => ({
      start: place * (line.length + 1),
      end: place * (line.length + 1) + line.length,
      text: line,
    }));
    await workspace.run("page.add", { eventId, pages: [{ name: `p${page}`, text, passages }] });
  }
  for (let place = 0; place < 5_000; place += 1) {
    const { stepId } = (
      await workspace.run("step.add", { what: `Call number ${place}`, kind: "call", dueOn: "2026-02-06", eventId })
    ).result;
    if (place % 5 !== 0) await workspace.run("step.done", { stepId });
  }
  await store.close();
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
