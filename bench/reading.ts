import * as chrono from "chrono-node";
import type { Day, TimeZone } from "#domain/model/time.ts";
import { debrief } from "#debrief/debrief.ts";
import { notesText } from "./material.ts";
import { median } from "./whole.ts";

export interface ReadingFigures {
  from: string;
  /** Seconds for each size in MB. */
  sizes: { megabytes: number; seconds: number }[];
  /** One plain pass of chrono-node over the 1 MB text, line by line, in seconds. */
  chronoSeconds: number;
}

/**
 * Time to debrief notes of 0.25, 1 and 4 MB in this process (decoding, blocks, reading, plan), and chrono-node alone over the 1 MB.
 * The process has read a megabyte twice before: what compiling costs is no matter of size, and is in the whole debrief's row.
 */
export function readingFigures(root: string): ReadingFigures {
  const surroundings = { today: "2026-02-04" as Day, timeZone: "Europe/Brussels" as TimeZone }; // checked by eye
  const read = (megabytes: number) => {
    const bytes = new TextEncoder().encode(notesText(root, megabytes * 1e6).text);
    return timed(() => debrief([{ name: "notes.md", bytes }], surroundings));
  };
  for (const _ of [1, 2]) read(1);
  const sizes = [0.25, 1, 4].map((megabytes) => ({
    megabytes,
    seconds: median(Array.from({ length: 3 }, () => read(megabytes))),
  }));
  const { text, from } = notesText(root, 1e6);
  const reference = new Date(Date.UTC(2026, 1, 4, 12));
  const chronoSeconds = timed(() => {
    for (const line of text.split("\n")) chrono.parse(line, reference);
  });
  return { from, sizes, chronoSeconds };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}
