import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Plan } from "#debrief/plan.ts";
import { observationKinds } from "#domain/model/note.ts";
import { trapKinds } from "./annotation.ts";
import { type CorpusFolder, readCorpus, type Split, splits } from "./corpus.ts";
import { hasCue } from "./cue.ts";
import { sayMemory } from "./memory.ts";
import { scoreMinutes } from "./minutes.ts";
import { planOf } from "./read.ts";
import { evaluateReal, sayReal } from "./real.ts";
import { emptyScore, type Mistake, type Score, scoreFolder, scoreLines, sum } from "./score.ts";
import { f1, outOf, precision, recall, share, table, type Tally } from "./table.ts";

const usage = `npm run eval -- [options]: how well the reader reads

  --split train|dev|test   which part of our corpus, several with commas (dev; test only when a version is finished); for
                           retrieval, train shows the questions its constants were chosen on
  --hand NAME              only this writer of the corpus
  --errors                 list what was missed, proposed for nothing, and read wrongly, with its place
  --only PART              corpus, real, minutes, duplicates, dates, sessions, retrieval or memory (all)`;

const parts = ["corpus", "real", "minutes", "duplicates", "dates", "sessions", "retrieval", "memory"] as const;

const { values: asked } = parseArgs({
  options: {
    split: { type: "string", default: "dev" },
    hand: { type: "string" },
    errors: { type: "boolean", default: false },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const dataFolder = process.env["UPSHOT_DATA"] ?? join(import.meta.dirname, "..", "..", "shared", "data");

if (asked.help) console.log(usage);
else {
  for (const part of parts) {
    if (asked.only !== undefined && asked.only !== part) continue;
    if (part === "corpus") for (const split of asked.split.split(",")) evaluateCorpus(splitNamed(split));
    else if (asked.hand !== undefined) continue;
    else if (part === "real") evaluateRealNotes(asked.split.split(",").includes("test") ? "test" : "dev");
    else if (part === "minutes") evaluateMinutes();
    else if (part === "memory")
      for (const split of asked.split.split(",")) console.log(`${await sayMemory(splitNamed(split), dataFolder)}\n`);
    else await evaluatePart(part);
  }
}

function evaluateRealNotes(split: "dev" | "test"): void {
  if (!existsSync(dataFolder))
    console.log("Real notes and minutes: left out, no real data (set UPSHOT_DATA to its folder)\n");
  else console.log(sayReal(evaluateReal(dataFolder, { split }), { dataFolder, errors: asked.errors }));
}

function splitNamed(name: string): Split {
  const split = splits.find((one) => one === name);
  if (split === undefined) throw new Error(`There is no split "${name}". Splits: ${splits.join(", ")}.`);
  return split;
}

function evaluateCorpus(split: Split): void {
  const folders = readCorpus(split).filter(({ hand }) => asked.hand === undefined || hand === asked.hand);
  if (folders.length === 0) {
    console.log(`Our corpus, ${split}: no folder${asked.hand === undefined ? "" : ` by ${asked.hand}`}.\n`);
    return;
  }
  const scored = folders.map((folder) => ({ folder, score: scoreFolder(folder, planOfFolder(folder)) }));
  const all = sum(scored.map(({ score }) => score));
  const floor = emptyScore();
  for (const folder of folders) scoreLines(floor, folder, ({ text }) => hasCue(text));
  console.log(`# Our corpus, ${split}: ${folders.length} folders\n`);
  console.log(stepTables(all, floor));
  console.log(byHand(scored));
  console.log(otherTables(all));
  if (asked.errors) console.log(listOf(all.mistakes, folders));
}

function planOfFolder(folder: CorpusFolder): Plan {
  return planOf(folder.files, folder.event.notesTakenOn);
}

function stepTables(all: Score, floor: Pick<Score, "lines">): string {
  const found = table(
    "Steps",
    ["", "labels", "P", "R", "F1"],
    [
      ["steps (ranges overlap)", ...tallyCells(all.steps)],
      ["lines that hold a step", ...tallyCells(all.lines)],
      ["  a bare cue expression", ...tallyCells(floor.lines)],
    ],
  );
  const { day } = all;
  const fields = table(
    "Of the steps found",
    ["", "right", "besides"],
    [
      ["range agrees (.8)", outOf(all.spans.right, all.spans.of)],
      ["owner", outOf(all.owner.right, all.owner.of)],
      ["basis", outOf(all.basis.right, all.basis.of)],
      ["kind", outOf(all.kind.right, all.kind.of)],
      ["certainty", outOf(all.certainty.right, all.certainty.of)],
      ["who", outOf(all.who.right, all.who.of), `${all.who.extra} named for nothing`],
      ["with", outOf(all.with.right, all.with.of), `${all.with.extra} named for nothing`],
      ["organization", outOf(all.organization.right, all.organization.of)],
      ["audience", outOf(all.audience.right, all.audience.of)],
      ["day", outOf(day.right, day.withDay), `${day.missed} missed, ${day.wrong} wrong`],
      ["day invented", outOf(day.invented, day.withoutDay)],
      ["session", outOf(all.sessions.right, all.sessions.of)],
    ],
  );
  const repeats = table(
    "Steps said more than once",
    ["labels", "found", "proposed once", "with all quotes"],
    [[all.repeats.of, all.repeats.found, all.repeats.once, all.repeats.withQuotes].map(String)],
  );
  const confidence = table(
    "Confidence given, and how often it was right",
    ["confidence", "proposed", "right"],
    all.confidence.flatMap(({ right, of }, tenth) =>
      of === 0 ? [] : [[`${share(tenth / 10)} to ${share((tenth + 1) / 10)}`, String(of), share(right / of)]],
    ),
  );
  return `${found}\n\n${fields}\n\n${repeats}\n\n${confidence}\n`;
}

function otherTables(all: Score): string {
  const traps = [...trapKinds, "observation" as const].flatMap((kind) => {
    const { of, taken } = all.traps.get(kind) ?? { of: 0, taken: 0 };
    return of === 0 ? [] : [[kind, String(of), String(taken), share(taken / of)]];
  });
  const of = [...all.traps.values()].reduce((total, trap) => total + trap.of, 0);
  const taken = [...all.traps.values()].reduce((total, trap) => total + trap.taken, 0);
  const trapTable = table(
    "Hard negatives taken for steps",
    ["kind", "labels", "taken", "share"],
    [...traps, ["all", String(of), String(taken), share(of === 0 ? null : taken / of)]],
  );
  const observations = table(
    "Observations",
    ["kind", "labels", "P", "R", "F1"],
    [
      ...observationKinds.map((kind) => [
        kind,
        ...tallyCells(all.observations.get(kind) ?? { hit: 0, extra: 0, missed: 0 }),
      ]),
      ["whatever kind", ...tallyCells(all.observationsAnyKind)],
    ],
  );
  const people = table(
    "People and organizations",
    ["", "labels", "P", "R", "F1"],
    [["people, by full name", ...tallyCells(all.people)]],
  );
  return `${trapTable}\n\n${observations}\n\n${people}\nmet or only mentioned: ${outOf(all.met.right, all.met.of)} right; organizations found: ${outOf(all.organizations.right, all.organizations.of)}\n`;
}

function byHand(scored: readonly { folder: CorpusFolder; score: Score }[]): string {
  const rows = scored.map(({ folder, score }) => {
    const traps = [...score.traps.values()];
    const { day } = score;
    return [
      folder.name,
      folder.language,
      ...tallyCells(score.steps),
      outOf(score.owner.right, score.owner.of),
      outOf(score.kind.right, score.kind.of),
      outOf(day.right, day.withDay),
      `${day.invented}`,
      `${traps.reduce((n, trap) => n + trap.taken, 0)}/${traps.reduce((n, trap) => n + trap.of, 0)}`,
    ];
  });
  return `${table("By hand", ["folder", "lang", "steps", "P", "R", "F1", "owner", "kind", "day", "invented", "traps"], rows)}\n`;
}

function tallyCells(tally: Tally): string[] {
  return [String(tally.hit + tally.missed), share(precision(tally)), share(recall(tally)), share(f1(tally))];
}

function listOf(mistakes: readonly Mistake[], folders: readonly CorpusFolder[]): string {
  const lines = mistakes.map(({ folder, file, start, what, words }) => {
    const page = folders
      .find(({ split, name }) => `${split}/${name}` === folder)
      ?.pages.find((one) => one.file === file);
    const line = page === undefined ? 0 : page.text.slice(0, start).split("\n").length;
    return `${folder}/${file}:${line}  ${what}: ${words.replace(/\s+/gu, " ")}`;
  });
  return `What went wrong (${lines.length})\n${lines.join("\n")}\n`;
}

function evaluateMinutes(): void {
  const score = scoreMinutes(dataFolder, planOf);
  if (score === null) {
    console.log(`# Minutes: left out, there is no ${join(dataFolder, "minutes", "labels.jsonl")}\n`);
    return;
  }
  console.log(
    `${table(
      `# Minutes with their markers stripped: does a line hold a step? (${score.lines} lines)`,
      ["", "marked", "P", "R", "F1"],
      [
        ["reader", ...tallyCells(score.reader)],
        ["a bare cue expression", ...tallyCells(score.cue)],
        ["an act at the start", ...tallyCells(score.opening)],
      ],
    )}\n`,
  );
  if (!asked.errors) return;
  for (const { path, line, what, text } of score.differing) console.log(`${path}:${line}  ${what}: ${text}`);
}

/** Further tables, each from the file of its name: `evaluateDates(dataFolder)` in dates.ts returns rows, heading first. */
async function evaluatePart(part: "duplicates" | "dates" | "sessions" | "retrieval"): Promise<void> {
  const path = join(import.meta.dirname, `${part}.ts`);
  if (!existsSync(path)) {
    console.log(`# ${part}: left out, there is no eval/${part}.ts\n`);
    return;
  }
  // What a module outside this file exports is looked at before it is used.
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const evaluate = module[`evaluate${part.charAt(0).toUpperCase()}${part.slice(1)}`];
  if (typeof evaluate !== "function") throw new Error(`eval/${part}.ts has no evaluate function`);
  const result: unknown = await (evaluate as (folder: string, split: string) => unknown)(dataFolder, asked.split);
  console.log(`${say(part, result)}\n`);
}

/** Rows as a table: records become columns by their keys; lists are taken as they are, heading first; words as words. */
function say(title: string, result: unknown): string {
  if (result === null || result === undefined) return `# ${title}: left out, its data is not in ${dataFolder}`;
  if (!Array.isArray(result))
    return `# ${title}\n${typeof result === "string" ? result : JSON.stringify(result, null, 1)}`;
  const rows: unknown[] = result;
  if (rows.length === 0) return `# ${title}: left out, its data is not in ${dataFolder}`;
  if (rows.every((row) => Array.isArray(row))) {
    const [head = [], ...body] = rows.map((row) => row.map((cell) => sayCell(cell)));
    return table(`# ${title}`, head, body);
  }
  const records = rows.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
  const head = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return table(
    `# ${title}`,
    head,
    records.map((record) => head.map((key) => sayCell(record[key]))),
  );
}

function sayCell(cell: unknown): string {
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : share(cell);
  if (cell === null || cell === undefined) return "-";
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}
