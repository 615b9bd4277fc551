import { existsSync } from "node:fs";
import { debrief } from "#debrief/debrief.ts";
import type { Plan } from "#debrief/plan.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import type { InputFile } from "#formats/file.ts";
import { type CorpusEvent, type CorpusFolder, readCorpus, type Split } from "./corpus.ts";
import { type Answered, answersTo } from "./memory/answers.ts";
import { inParts, orderOf } from "./memory/parts.ts";
import { Place, type ProposalAt } from "./memory/place.ts";
import { folderOf, sources, sourceOf } from "./real/folder.ts";
import { bytesOf, readRealLabels } from "./real/labels.ts";
import { isInside, scoreRegions } from "./real.ts";
import { type Score, scoreFolder, sum } from "./score.ts";
import { f1, outOf, precision, recall, share, table } from "./table.ts";

/**
 * What the memory is worth (RD6): each hand's pages are read in order; after each, the labels are a person's answers, given through
 * the commands; the pages after it are read alone, beside the workspace without its memory, and with it. A hand that wrote one page is
 * cut at ends of lines, since somebody who answers in the evening writes on the next day. Real notes and minutes are read by source.
 */
export async function sayMemory(split: Split, dataFolder: string): Promise<string> {
  const folders = readCorpus(split);
  const several = folders.filter(({ pages }) => pages.length > 1);
  const hands = (count: number, of: string): string => `# Memory, ${split}: the later ${of} of ${count} hands`;
  const tables = [
    await tableOf(
      hands(several.length, "pages"),
      several.map((folder) => handOf(folder, orderOf(folder.pages))),
    ),
    await tableOf(
      hands(folders.length, "quarters"),
      folders.map((folder) => handOf(folder, inParts(folder.pages, 4))),
    ),
  ];
  const twice = folders.map((folder) => again(handOf(folder, orderOf(folder.pages))));
  tables.push(await tableOf(hands(folders.length, "repetition, word for word,"), twice));
  if (split === "train" || !existsSync(dataFolder)) return tables.join("\n\n");
  const real = realHands(split, dataFolder);
  return [
    ...tables,
    await tableOf(`# Memory, ${split}: the later files of ${real.length} real sources`, real, ofSteps),
  ].join("\n\n");
}

/** One page, or part of one, as it is read, scored and answered. */
interface Reading {
  files: readonly InputFile[];
  takenOn: string;
  score(plan: Plan): Score;
  answers(proposals: readonly ProposalAt[]): Answered[];
}

/** One writer, or source, with what is read of them in order. */
interface Hand {
  /** From which reading on it is scored. */
  scoredFrom: number;
  event: CorpusEvent;
  /** Each reading is of an event of its own. */
  isManyEvents: boolean;
  readings: readonly Reading[];
}

function handOf(folder: CorpusFolder, pages: CorpusFolder["pages"]): Hand {
  const others = folder.files.filter(({ name }) => !folder.pages.some(({ file }) => file === name));
  const readings = pages.map((page): Reading => {
    const one = {
      ...folder,
      pages: [page],
      files: [...others, { name: page.file, bytes: new TextEncoder().encode(page.text) }],
    };
    return {
      files: one.files,
      takenOn: page.takenOn,
      score: (plan) => scoreFolder(one, plan),
      answers: (proposals) => answersTo(one, proposals),
    };
  });
  return { event: folder.event, isManyEvents: false, readings, scoredFrom: 1 };
}

function realHands(split: "dev" | "test", dataFolder: string): Hand[] {
  const all = readRealLabels().filter((labels) => labels.split === split);
  return sources.flatMap((source): Hand[] => {
    const own = all
      .filter(({ file }) => sourceOf(file) === source)
      .toSorted((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.file < b.file ? -1 : 1));
    const readings = own.flatMap((labels): Reading[] => {
      const bytes = bytesOf(dataFolder, labels);
      if (typeof bytes === "string") return [];
      const folder = folderOf(labels, bytes);
      return [
        {
          files: folder.files,
          takenOn: labels.takenOn,
          score: (plan) => scoreRegions(labels, bytes, plan, labels.regions).score,
          // Nobody answers what has no labels: what lies outside the regions, observations, and most people.
          answers: (proposals) =>
            answersTo(
              folder,
              proposals.filter(
                (one) =>
                  isInside(one, labels.regions) && (one.means === "step" || (one.means === "person" && labels.people)),
              ),
            ),
        },
      ];
    });
    const [first] = own;
    if (first === undefined || readings.length < 2) return [];
    const event = { name: source, kind: "conference", timeZone: "UTC", notesTakenOn: first.takenOn };
    return [{ event, isManyEvents: true, readings, scoredFrom: 1 }];
  });
}

const arms = ["alone", "beside the workspace", "with its memory"] as const;
type Arm = (typeof arms)[number];

/** The same pages once more, as of another event: what was corrected, is it read wrongly again? A ceiling, since nobody writes twice the same. */
function again(hand: Hand): Hand {
  const { readings } = hand;
  return { ...hand, isManyEvents: true, readings: [...readings, ...readings], scoredFrom: readings.length };
}

async function tableOf(title: string, hands: readonly Hand[], asked = rowsOf): Promise<string> {
  const scores = new Map<Arm, Score>();
  let remembered = 0;
  for (const arm of arms) {
    const own: Score[] = [];
    for (const hand of hands) {
      const done = await scoresOf(hand, arm);
      own.push(...done.scores);
      if (arm === "with its memory") remembered += done.remembered;
    }
    scores.set(arm, sum(own));
  }
  const rows = asked.map(([name, cell]) => [name, ...[...scores.values()].map(cell)]);
  return `${table(title, ["of what was read later", ...arms], rows)}\nremembered in the end: ${remembered} things`;
}

const rowsOf: readonly [string, (score: Score) => string][] = [
  ["steps, precision", ({ steps }) => share(precision(steps))],
  ["steps, recall", ({ steps }) => share(recall(steps))],
  ["steps, F1", ({ steps }) => share(f1(steps))],
  ["steps found, for nothing", ({ steps }) => `${steps.hit}, ${steps.extra}`],
  ["owner right", ({ owner }) => outOf(owner.right, owner.of)],
  ["who right", ({ who }) => `${outOf(who.right, who.of)}, ${who.extra} for nothing`],
  ["with right", (score) => `${outOf(score.with.right, score.with.of)}, ${score.with.extra} for nothing`],
  ["kind right", ({ kind }) => outOf(kind.right, kind.of)],
  ["confidence, squared error", (score) => squaredError(score)?.toFixed(3) ?? "-"],
  ["people, F1", ({ people }) => share(f1(people))],
  ["observations, precision", ({ observationsAnyKind }) => share(precision(observationsAnyKind))],
  ["observations, recall", ({ observationsAnyKind }) => share(recall(observationsAnyKind))],
  ["observations, F1", ({ observationsAnyKind }) => share(f1(observationsAnyKind))],
];

/** Observations of real notes are labelled by samples only. */
const ofSteps = rowsOf.filter(([name]) => !name.startsWith("observations"));

/** Reads and answers a hand's pages in order; the scores are those of the later ones. */
async function scoresOf(
  { event, isManyEvents, readings, scoredFrom }: Hand,
  arm: Arm,
): Promise<{ scores: Score[]; remembered: number }> {
  const place = new Place(event);
  await place.begin();
  const scores: Score[] = [];
  let remembered = 0;
  for (const [at, reading] of readings.entries()) {
    const { memory, ...rest } = await place.known();
    remembered = memory === undefined ? 0 : Object.values(memory).reduce((sum, part) => sum + part.size, 0);
    const day = { today: Day.parse(reading.takenOn), timeZone: TimeZone.parse("UTC") };
    const beside = arm === "alone" ? day : { ...rest, ...day };
    const result = debrief(
      reading.files,
      arm === "with its memory" && memory !== undefined ? { ...beside, memory } : beside,
    );
    if (at >= scoredFrom) scores.push(reading.score(result.plan));
    await place.keep(result, isManyEvents ? `${event.name} ${at + 1}` : event.name);
    await place.answer((proposals) => reading.answers(proposals));
  }
  return { scores, remembered };
}

/** How far confidence lies from what was right (Brier's score), by the tenths that are counted; less is better. */
function squaredError({ confidence }: Score): number | null {
  let [error, all] = [0, 0];
  for (const [tenth, { right, of }] of confidence.entries()) {
    const given = tenth / 10 + 0.05;
    error += right * (1 - given) ** 2 + (of - right) * given ** 2;
    all += of;
  }
  return all === 0 ? null : error / all;
}
