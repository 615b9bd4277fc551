import { scaleLinear } from "d3-scale";
import { sayCount } from "#domain/model/say.ts";
import { type Mark, type Picture, pictureWidth, type Tone } from "./picture.ts";

/** One bar: its words, what it measures, how that is said, and what its parts mean. */
export interface Bar {
  words: string;
  said: string;
  parts: readonly { amount: number; tone: Tone; words: string }[];
}

const width = pictureWidth;
const rowHeight = 46;

/**
 * Bars one under another, on one scale from nothing to the longest: only for what is of one unit. A part too small to be seen is a hair
 * wide all the same, since it is there.
 */
export function barsPicture(bars: readonly Bar[], says: string): Picture {
  const sum = ({ parts }: Bar) => parts.reduce((all, { amount }) => all + amount, 0);
  const x = scaleLinear([0, Math.max(1, ...bars.map(sum))], [0, width]);
  const marks = bars.flatMap((bar, row): Mark[] => {
    const top = row * rowHeight;
    let from = 0;
    const boxes = bar.parts.flatMap(({ amount, tone }): Mark[] => {
      if (amount === 0) return [];
      const start = x(from);
      from += amount;
      const box = { x: rounded(start), y: top + 20, width: rounded(Math.max(1.5, x(from) - start)), height: 14 };
      return [{ is: "box", ...box, round: 2, tone }];
    });
    return [
      { is: "words", x: 0, y: top + 13, words: bar.words, at: "start", tone: "ink" },
      { is: "words", x: width, y: top + 13, words: bar.said, at: "end", tone: "ink", isStrong: true },
      { is: "box", x: 0, y: top + 20, width, height: 14, round: 2, tone: "line" },
      ...boxes,
    ];
  });
  return { width, height: Math.max(1, bars.length * rowHeight - 8), says, marks };
}

/** How far steps are: done, dropped and open of those that were made (OC2). */
export function followBar(
  words: string,
  { made, done, dropped, open }: { made: number; done: number; dropped: number; open: number },
): Bar {
  return {
    words,
    said: `${done} of ${made} done`,
    parts: [
      { amount: done, tone: "mine", words: `${done} done` },
      { amount: open, tone: "cold", words: `${open} open` },
      { amount: dropped, tone: "soft", words: sayCount(dropped, "dropped", "dropped") },
    ],
  };
}

/** Coordinates to a tenth: more is noise in a file. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
