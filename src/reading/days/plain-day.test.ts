import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlainDay } from "./plain-day.ts";

const day = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const count = fc.integer({ min: -5000, max: 5000 });

describe("PlainDay", () => {
  test("RD5 a day, its weekday, week and month are what Temporal says", () => {
    fc.assert(
      fc.property(day, (of) => {
        const [ours, theirs] = [PlainDay.from(of), Temporal.PlainDate.from(of)];
        expect([ours.toString(), ours.dayOfWeek, ours.weekOfYear, ours.daysInMonth]).toEqual([
          theirs.toString(),
          theirs.dayOfWeek,
          theirs.weekOfYear,
          theirs.daysInMonth,
        ]);
        expect(PlainDay.from(theirs.toString()).toString()).toBe(theirs.toString());
      }),
    );
  });

  test("RD5 days, weeks, months and years later or earlier are what Temporal says", () => {
    fc.assert(
      fc.property(day, count, count, (of, days, months) => {
        const [ours, theirs] = [PlainDay.from(of), Temporal.PlainDate.from(of)];
        expect(ours.add({ days }).toString()).toBe(theirs.add({ days }).toString());
        expect(ours.subtract({ weeks: days }).toString()).toBe(theirs.subtract({ weeks: days }).toString());
        expect(ours.add({ months }).toString()).toBe(theirs.add({ months }).toString());
        expect(ours.subtract({ months }).toString()).toBe(theirs.subtract({ months }).toString());
        expect(
          ours.add({ years: months, months: 7 * Math.sign(months), days: Math.sign(months) * 20 }).toString(),
        ).toBe(theirs.add({ years: months, months: 7 * Math.sign(months), days: Math.sign(months) * 20 }).toString());
      }),
    );
  });

  test("RD5 two days compare, differ and change their parts as Temporal says", () => {
    fc.assert(
      fc.property(day, day, (of, other) => {
        const [one, two] = [PlainDay.from(of), PlainDay.from(other)];
        const [first, second] = [Temporal.PlainDate.from(of), Temporal.PlainDate.from(other)];
        expect(Math.sign(PlainDay.compare(one, two))).toBe(Temporal.PlainDate.compare(first, second));
        expect(one.equals(two)).toBe(first.equals(second));
        expect(one.daysUntil(two)).toBe(first.until(second, { largestUnit: "day" }).days);
        expect(one.with({ day: other.day }).toString()).toBe(first.with({ day: other.day }).toString());
        expect(one.with({ year: other.year }).toString()).toBe(first.with({ year: other.year }).toString());
      }),
    );
  });
});
