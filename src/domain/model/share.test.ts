import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventId } from "./id.ts";
import { apportioned, sharesOf, wholeParts } from "./share.ts";

const ids = fc
  .integer({ min: 1, max: 40 })
  .map((count) => Array.from({ length: count }, (_, at) => `event ${at}` as EventId));
const said = fc.array(
  fc.record({
    eventId: fc.integer({ min: 0, max: 50 }).map((at) => `event ${at}` as EventId),
    part: fc.nat(wholeParts),
  }),
);

describe("shares", () => {
  test("OC1 whatever was said of whichever events, the shares of those that led there sum to one (property)", () => {
    fc.assert(
      fc.property(ids, fc.option(said), (eventIds, shares) => {
        const parts = sharesOf(eventIds, shares);
        expect(parts.map(({ eventId }) => eventId)).toEqual(eventIds);
        expect(parts.reduce((sum, { part }) => sum + part, 0)).toBe(wholeParts);
        expect(parts.every(({ part }) => Number.isInteger(part) && part >= 0)).toBe(true);
      }),
    );
  });

  test("OC1 are equal where nobody said otherwise, the first getting what does not divide", () => {
    const three = ["a", "b", "c"] as EventId[];
    expect(sharesOf(three, null).map(({ part }) => part)).toEqual([3334, 3333, 3333]);
  });

  test("OC1 stay as they were said, and follow the events: one that goes leaves its part to the others in proportion", () => {
    const [a, b, c] = ["a", "b", "c"] as [EventId, EventId, EventId];
    const shares = [
      { eventId: a, part: 5000 },
      { eventId: b, part: 3000 },
      { eventId: c, part: 2000 },
    ];
    expect(sharesOf([a, b, c], shares)).toEqual(shares);
    expect(sharesOf([b, c], shares).map(({ part }) => part)).toEqual([6000, 4000]);
    expect(sharesOf([a, "d" as EventId], shares).map(({ part }) => part)).toEqual([5000, 5000]);
  });

  test("OC1 an amount is split without a cent lost, however large (property)", () => {
    fc.assert(
      fc.property(fc.nat(1e15), ids, fc.option(said), (amount, eventIds, shares) => {
        const weights = sharesOf(eventIds, shares).map(({ part }) => part);
        const parts = apportioned(amount, weights);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [at, part] of parts.entries()) {
          expect(Math.abs(part - (amount * (weights[at] ?? 0)) / wholeParts)).toBeLessThan(1.5);
        }
      }),
    );
  });
});
