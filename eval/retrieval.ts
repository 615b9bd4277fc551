import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Likeness } from "#recall/likeness.ts";
import { type Settings, settingsBare, settingsUsual } from "#recall/likeness/settings.ts";
import { cranfield } from "./retrieval/cranfield.ts";
import { plainBm25 } from "./retrieval/floor.ts";
import { meanOf, type Measures, measuresOf } from "./retrieval/measures.ts";
import { minutesSets } from "./retrieval/minutes.ts";
import { notePages } from "./retrieval/pages.ts";
import { sessionSets } from "./retrieval/programmes.ts";
import type { Asked, RetrievalSet } from "./retrieval/sets.ts";
import { stepSets } from "./retrieval/steps.ts";
import { table } from "./table.ts";

/**
 * How well likeness finds: minisearch as it comes over stems (the floor), our BM25 alone, and likeness, on the half of each set's questions
 * that nothing was chosen on; then what each addition does alone. Says which sets are left out, and why.
 * @param split `train` for the halves the constants were chosen on; else the others
 */
export function evaluateRetrieval(dataFolder: string, split = "dev"): string {
  const isTrain = split === "train";
  const made = [
    { part: "Cranfield", sets: listOf(cranfield(dataFolder)) },
    { part: "sessions", sets: sessionSets(dataFolder) },
    { part: "notes", sets: listOf(notePages(dataFolder)) },
    { part: "minutes", sets: minutesSets(dataFolder) },
    { part: "steps", sets: stepSets() },
  ];
  const left = made.filter(({ sets }) => sets === null).map(({ part }) => `${part}: left out, not in ${dataFolder}`);
  const sets = made
    .flatMap(({ sets: some }) => some ?? [])
    .map((set) => ({ ...set, asked: set.asked.filter((_, at) => at % 2 === (isTrain ? 0 : 1)) }));
  const compared = sets.map((set) => ({
    set,
    floor: measured(set, (items) => plainBm25(items)),
    bare: measured(set, likenessWith(settingsBare)),
    ours: measured(set, likenessWith(settingsUsual)),
  }));
  const about = sets.map(
    ({ name, about: what, items, asked }) => `${name}: ${what} (${asked.length} to ${items.length})`,
  );
  const rows = compared.flatMap(({ set, floor, bare, ours }) => [
    [set.name, "minisearch", ...cellsOf(floor), ""],
    ["", "BM25 alone", ...cellsOf(bare), ""],
    ["", "likeness", ...cellsOf(ours), betterAndWorse(ours, bare)],
  ]);
  const head = ["", "", "nDCG@10", "recall@10", "MRR", "MAP", "ms", "MB", "better/worse than BM25 alone"];
  const main = table(
    `How well likeness finds, on the half of the questions ${isTrain ? "it was chosen on" : "nothing was chosen on"}`,
    head,
    rows,
  );
  const additions = table(
    "nDCG@10 that each addition makes alone, beside BM25 alone",
    ["", ...sets.map(({ name }) => name)],
    Object.entries(alone).map(([name, settings]) => [
      name,
      ...compared.map(({ set, bare }) => {
        const { mean } = measured(set, likenessWith({ ...settingsBare, ...settings }), { isTimed: false });
        return signed(mean.ndcg - bare.mean.ndcg);
      }),
    ]),
  );
  const published =
    "Published beside: Cranfield, BM25: nDCG@10 .352, MAP .305. Note to its session among 2,229: MRR .67 (BM25), .31 (USE-lite).";
  return [...about, ...left, "", main, "", additions, "", published].join("\n");
}

const alone: Record<string, Partial<Settings>> = {
  titles: { title: settingsUsual.title },
  names: { name: settingsUsual.name },
  "families of words": { family: settingsUsual.family },
  "words together": { pair: settingsUsual.pair },
  "shared people": { person: settingsUsual.person },
  "near in time": { near: settingsUsual.near },
};

function listOf(set: RetrievalSet | null): RetrievalSet[] | null {
  return set === null ? null : [set];
}

type Ask = (query: Asked["query"], limit: number) => string[];

function likenessWith(settings: Settings): (items: RetrievalSet["items"]) => Ask {
  return (items) => {
    const likeness = new Likeness(settings);
    for (const item of items) likeness.put(item);
    return (query, limit) =>
      limit <= 10 ? likeness.like(query, limit).map(({ id }) => id) : likeness.rank(query, limit).map(({ id }) => id);
  };
}

/** Enough for a mean; minisearch takes long for a long question. */
const timedMax = 50;

interface Result {
  mean: Measures;
  each: Measures[];
  /** To ask for ten with their words and reasons, warm: processor time of the main thread. */
  ms: number;
  megabytes: number;
}

function measured(
  set: RetrievalSet,
  indexed: (items: RetrievalSet["items"]) => Ask,
  { isTimed = true }: { isTimed?: boolean } = {},
): Result {
  const before = isTimed ? heapUsed() : 0;
  const ask = indexed(set.items);
  const megabytes = isTimed ? (heapUsed() - before) / 1e6 : Number.NaN;
  const each = set.asked.map(({ query, grades }) => measuresOf(ask(query, 1000), grades));
  const timed = isTimed ? set.asked.slice(0, timedMax) : [];
  const startedAt = process.threadCpuUsage();
  for (const { query } of timed) ask(query, 10);
  const { user, system } = process.threadCpuUsage(startedAt);
  return { mean: meanOf(each), each, ms: (user + system) / 1000 / timed.length, megabytes };
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  // With the flag set, a new context has the collector as a function.
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

function cellsOf({ mean: { ndcg, recall, mrr, map }, ms, megabytes }: Result): string[] {
  return [...[ndcg, recall, mrr, map].map(thousandths), ms.toFixed(1), megabytes.toFixed(1)];
}

/** On how many questions one ranks better and worse than another, by nDCG@10. */
function betterAndWorse(one: Result, other: Result): string {
  const differences = one.each.map(({ ndcg }, at) => ndcg - (other.each[at]?.ndcg ?? 0));
  return `${differences.filter((by) => by > 1e-9).length}/${differences.filter((by) => by < -1e-9).length}`;
}

function thousandths(value: number): string {
  return value.toFixed(3).replace(/^0/u, "");
}

function signed(value: number): string {
  const shown = thousandths(Math.abs(value));
  if (shown === ".000") return "0";
  return value < 0 ? `-${shown}` : `+${shown}`;
}
