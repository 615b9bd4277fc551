import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { plain } from "#domain/model/plain.ts";
import { Likeness, type LikenessItem } from "#recall/likeness.ts";
import { notesText, seeded } from "./material.ts";

export interface LikenessFigures {
  from: string;
  /** Milliseconds, the least of five tries of each note: one note against 5,000 open items, ten likest with words and reasons, warm. */
  p50Ms: number;
  p95Ms: number;
  /** The same by plain minisearch over the same words, without words or reasons. */
  plainP50Ms: number;
  plainP95Ms: number;
  /** Processor time to take in 20,000 notes and 5,000 items; the longest one part of it held the thread. */
  buildMs: number;
  longestPartMs: number;
  plainBuildMs: number;
  megabytes: number;
}

/** Measures likeness on lines of notes, each with an event, a session and people drawn by chance from a fixed beginning. */
export function likenessFigures(root: string): LikenessFigures {
  const { text, from } = notesText(root, 4e6);
  const lines = text.split("\n").filter((line) => line.trim().length >= 20);
  const random = seeded(11);
  const many = (count: number, share: number) =>
    Array.from({ length: Math.floor(random() * 3) }, () => `p${Math.floor(random() * count * share)}`);
  const made = Array.from({ length: 25_000 }, (_, at): LikenessItem => {
    const event = Math.floor(random() * 8);
    return {
      id: `i${at}`,
      // Another number on each, so that lines that come again are not one.
      text: `${lines[at % lines.length] ?? ""} ${at}`,
      personIds: many(320, 1),
      organizationIds: many(320, 0.4),
      sessionId: `s${event} ${Math.floor(random() * 40)}`,
      eventId: `e${event}`,
      on: null,
    };
  });
  const open = made.slice(0, 5_000);
  const asking = made.slice(5_000, 5_600);
  const likeness = new Likeness();
  for (const item of open) likeness.put(item);
  const search = plainIndex(open);
  const ours = times(asking, (item) => likeness.like(item, 10));
  const theirs = times(asking, (item) => search.search(item.text).slice(0, 10));

  const before = heapUsed();
  const whole = new Likeness();
  let longestPartMs = 0;
  let buildMs = 0;
  for (let at = 0; at < made.length; at += 100) {
    const startedAt = mainMs();
    for (const item of made.slice(at, at + 100)) whole.put(item);
    const passed = mainMs() - startedAt;
    buildMs += passed;
    longestPartMs = Math.max(longestPartMs, passed);
  }
  const megabytes = (heapUsed() - before) / 1e6;
  // Held until here, or the collector would have taken it before it was weighed.
  if (whole.size !== made.length) throw new Error(`Likeness took in ${whole.size} of ${made.length}`);
  const plainStartedAt = mainMs();
  plainIndex(made);
  const plainBuildMs = mainMs() - plainStartedAt;
  return {
    from,
    p50Ms: at(ours, 0.5),
    p95Ms: at(ours, 0.95),
    plainP50Ms: at(theirs, 0.5),
    plainP95Ms: at(theirs, 0.95),
    buildMs,
    longestPartMs,
    plainBuildMs,
    megabytes,
  };
}

/** The fraction of the sorted times below which so much of them is. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** How long each takes once all are warm, the least of five times, since a processor's own clock is too coarse; sorted. */
function times(asking: readonly LikenessItem[], ask: (item: LikenessItem) => unknown): number[] {
  for (const item of asking) ask(item);
  return asking
    .map((item) => {
      const tries = Array.from({ length: 5 }, () => {
        const startedAt = performance.now();
        ask(item);
        return performance.now() - startedAt;
      });
      return Math.min(...tries);
    })
    .toSorted((one, other) => one - other);
}

function plainIndex(items: readonly LikenessItem[]): MiniSearch<LikenessItem> {
  const index = new MiniSearch<LikenessItem>({ fields: ["text"], processTerm: (term) => plain(term) || null });
  index.addAll(items);
  return index;
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  // With the flag set, a new context has the collector as a function.
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

function mainMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
