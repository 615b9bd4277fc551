import "#main/temporal.ts";
import { liveYear, type Outcome } from "./year.ts";

/**
 * A year of a person who goes to eight events, with Upshot's lists and without, over many seeds: `npm run simulate`, or with another
 * number of seeds, `npm run simulate -- 20`. What it takes for granted: `assumptions.ts`; in words, beside the figures: docs/simulation.md.
 */
const seeds = Number(process.argv[2] ?? 200);
const years: Record<"without" | "with", Outcome[]> = { without: [], with: [] };
for (let seed = 1; seed <= seeds; seed += 1) {
  for (const arm of ["without", "with"] as const) years[arm].push(await liveYear(seed, arm === "with"));
  if (seed % 20 === 0) process.stderr.write(`${seed} of ${seeds} years\n`);
}

const rows: [string, (outcome: Outcome) => number | null, string][] = [
  ["my promises kept in time", ({ mine }) => (100 * mine.onTime) / mine.made, "%"],
  ["my promises kept, late ones too", ({ mine }) => (100 * (mine.onTime + mine.late)) / mine.made, "%"],
  ["their promises that came", ({ theirs }) => (100 * theirs.came) / theirs.made, "%"],
  ["leads that went silent", ({ leads }) => (100 * leads.silent) / leads.met, "%"],
  ["notes ever seen again", ({ notes }) => (100 * notes.seenAgain) / notes.taken, "%"],
  ["comb-backs held", ({ held }) => (held.length === 0 ? null : held.length), ""],
  [
    "minutes in them, the whole year",
    ({ held }) => (held.length === 0 ? null : sum(held.map(({ minutes }) => minutes))),
    "",
  ],
  [
    "the longest of them, minutes",
    ({ held }) => (held.length === 0 ? null : Math.max(...held.map(({ minutes }) => minutes))),
    "",
  ],
  ["the worst day's list", ({ worstDay }) => (worstDay === 0 ? null : worstDay), ""],
];

print(`| ${seeds} seeds: mean (5th to 95th percentile) | without lists | with Upshot's lists |`);
print("| --- | --- | --- |");
for (const [what, figure, unit] of rows) {
  print(`| ${what} | ${said(years.without, figure, unit)} | ${said(years.with, figure, unit)} |`);
}

function said(outcomes: readonly Outcome[], figure: (outcome: Outcome) => number | null, unit: string): string {
  const values = outcomes.flatMap((outcome) => figure(outcome) ?? []).sort((a, b) => a - b);
  if (values.length === 0) return "-";
  const at = (part: number) => (values[Math.min(values.length - 1, Math.floor(part * values.length))] ?? 0).toFixed(0);
  const space = unit === "" ? "" : ` ${unit}`;
  return `${(sum(values) / values.length).toFixed(0)}${space} (${at(0.05)} to ${at(0.95)})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
