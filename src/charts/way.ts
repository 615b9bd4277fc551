import { linkVertical } from "d3-shape";
import { sayCount } from "#domain/model/say.ts";
import type { WalkNoun, WalkPath, WalkStop } from "#questions/walk.ts";
import { rounded } from "./bars.ts";
import { linesIn, type Mark, type Picture, pictureWidth, type Tone } from "./picture.ts";

/** What each thing on the way is called. */
export const stopWords: Record<WalkNoun, string> = {
  outcome: "Outcome",
  step: "Step",
  lead: "Lead",
  dot: "Joined",
  initiative: "Initiative",
  note: "Note",
  session: "Session",
  meeting: "Meeting",
  event: "Event",
};

const tones: Record<WalkNoun, Tone> = {
  outcome: "theirs",
  step: "mine",
  lead: "mine",
  dot: "cold",
  initiative: "mine",
  note: "ink",
  session: "accent",
  meeting: "accent",
  event: "accent",
};

const width = pictureWidth;
const boxHeight = 62;
const rowHeight = 96;
/** More beside one another could not be read on a phone; the list beside the picture holds all. */
const besideMax = 3;

/** The ways from an outcome back to where it began, as rows from top to bottom (OC1). */
export function wayPicture(paths: readonly WalkPath[]): Picture | null {
  const depth = Math.max(0, ...paths.map((path) => path.length));
  if (depth < 2) return null;
  const rows: Map<string, WalkStop>[] = Array.from({ length: depth }, () => new Map());
  const ways = new Set<string>();
  for (const path of paths) {
    for (const [at, stop] of path.entries()) {
      rows[at]?.set(keyOf(stop), stop);
      const before = path[at - 1];
      if (before !== undefined) ways.add(`${at - 1}|${keyOf(before)}|${keyOf(stop)}`);
    }
  }
  const places = new Map<string, { x: number; y: number }>();
  const boxes: Mark[] = [];
  for (const [row, stops] of rows.entries()) {
    const shown = [...stops.values()].slice(0, besideMax);
    const more = stops.size - shown.length;
    const each = width / shown.length;
    for (const [at, stop] of shown.entries()) {
      const place = { x: each * at + 6, y: row * rowHeight + 1, width: each - 12 - (more > 0 ? 10 : 0) };
      places.set(`${row}|${keyOf(stop)}`, { x: rounded(place.x + place.width / 2), y: place.y });
      boxes.push(...boxOf(stop, place));
    }
    if (more > 0) {
      const y = row * rowHeight + boxHeight + 16;
      boxes.push({ is: "words", x: width, y, words: `and ${more} more`, at: "end", tone: "soft" });
    }
  }
  const link = linkVertical<{ source: [number, number]; target: [number, number] }, [number, number]>();
  const links = [...ways].flatMap((way): Mark[] => {
    const [row = "0", from, to] = way.split("|");
    const [source, target] = [places.get(`${row}|${from}`), places.get(`${Number(row) + 1}|${to}`)];
    if (source === undefined || target === undefined) return [];
    const d = link({ source: [source.x, source.y + boxHeight], target: [target.x, target.y] });
    return d === null ? [] : [{ is: "way", d, tone: "soft" }];
  });
  return {
    width,
    height: (depth - 1) * rowHeight + boxHeight + 2,
    says: `${sayCount(paths.length, "way")} back: ${paths.map((path) => path.map(({ title }) => title).join(", from ")).join("; ")}.`,
    marks: [...links, ...boxes],
  };
}

function boxOf(stop: WalkStop, { x, y, width: wide }: { x: number; y: number; width: number }): Mark[] {
  const lines = linesIn(stop.title, { width: wide - 20, most: 2 });
  return [
    { is: "box", x: rounded(x), y, width: rounded(wide), height: boxHeight, round: 8, tone: "ground", edge: "line" },
    { is: "box", x: rounded(x), y: y + 8, width: 3, height: boxHeight - 16, round: 1, tone: tones[stop.noun] },
    { is: "words", x: rounded(x + 12), y: y + 18, words: stopWords[stop.noun], at: "start", tone: "soft" },
    ...lines.map((words, at): Mark => ({
      is: "words",
      x: rounded(x + 12),
      y: y + 36 + at * 16,
      words,
      at: "start",
      tone: "ink",
    })),
  ];
}

function keyOf({ noun, id }: WalkStop): string {
  return `${noun} ${id}`;
}
