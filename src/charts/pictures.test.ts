import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WalkPath } from "#questions/walk.ts";
import { barsPicture, followBar } from "./bars.ts";
import { linesIn, type Picture } from "./picture.ts";
import { asSvg } from "./svg.ts";
import { wayPicture } from "./way.ts";

/** Marks whose place is no number, or outside the picture. */
function astray({ marks, width, height }: Picture) {
  return marks.filter((mark) => {
    if (mark.is === "way") return /NaN|Infinity/.test(mark.d);
    const [x, y] = mark.is === "line" ? [mark.x2, mark.y2] : [mark.x, mark.y];
    return !(x >= 0 && x <= width && y >= 0 && y <= height + 20);
  });
}

describe("pictures", () => {
  test("OC2 bars are on one scale, and a part that is there is seen however small it is (property)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ done: fc.nat(1e6), open: fc.nat(1e6), dropped: fc.nat(9) }), { maxLength: 5 }),
        (all) => {
          const bars = all.map(({ done, open, dropped }) =>
            followBar("Ours", { made: done + open + dropped, done, open, dropped }),
          );
          const picture = barsPicture(bars, "says");
          expect(astray(picture)).toEqual([]);
          expect(picture.marks.filter((mark) => mark.is === "box" && mark.width < 1.5)).toEqual([]);
        },
      ),
    );
  });

  test("OC1 the ways back are drawn from top to bottom, however many there are (property)", () => {
    const stop = fc.record({
      noun: fc.constantFrom("step" as const, "note" as const, "session" as const),
      id: fc.integer({ min: 1, max: 9 }).map(String),
      title: fc.string({ maxLength: 60 }),
      quote: fc.constant(null),
      eventId: fc.constant(null),
    });
    const outcome = { noun: "outcome" as const, id: "o", title: "It", quote: null, eventId: null };
    fc.assert(
      fc.property(fc.array(fc.array(stop, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), (ways) => {
        const picture = wayPicture(ways.map((way): WalkPath => [outcome, ...way]));
        expect(picture && astray(picture)).toEqual([]);
      }),
    );
  });

  test("words that do not fit a box end with an ellipsis, and those that do stay whole", () => {
    expect(linesIn("Send Ana the offer", { width: 200, most: 2 })).toEqual(["Send Ana the offer"]);
    expect(linesIn("Send Ana Ruiz of Contoso the whole offer today", { width: 100, most: 2 })).toEqual([
      "Send Ana Ruiz",
      "of Contoso the…",
    ]);
    expect(linesIn("Donaudampfschifffahrtsgesellschaft", { width: 64, most: 1 })[0]).toMatch(/^Donaudamp…$/);
  });

  test("OC2 a picture as text says what it shows, with words escaped", () => {
    const svg = asSvg(
      {
        width: 10,
        height: 10,
        says: "<b>",
        marks: [{ is: "words", x: 0, y: 0, words: "<i>", at: "start", tone: "ink" }],
      },
      (text) => text.replaceAll("<", "&lt;"),
    );
    expect(svg).toBe(
      '<svg viewBox="0 0 10 10" role="img" aria-label="&lt;b>"><text x="0" y="0" text-anchor="start" class="tone-ink">&lt;i></text></svg>',
    );
  });
});
