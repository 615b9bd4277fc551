import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/workspace.ts";
import { isIn, lastOf, liesIn, periodAfter, periodAt, periodKey, periodOn, sayPeriod } from "./period.ts";
import { spans } from "./commitment.ts";

describe("years, quarters and months", () => {
  test("PL1 are named by any of their days, and written and read the same way", () => {
    const leap = day("2028-02-29");
    expect(
      spans.map((span) => periodOn(span, leap)).map((one) => [periodKey(one), sayPeriod(one), lastOf(one)]),
    ).toEqual([
      ["2028", "2028", "2028-12-31"],
      ["2028-Q1", "Q1 2028", "2028-03-31"],
      ["2028-02", "Feb 2028", "2028-02-29"],
    ]);
    for (const key of ["2026", "2026-Q4", "2026-11"]) expect(periodKey(periodAt(key)!)).toBe(key);
    for (const key of ["26", "2026-13", "2026-Q5", "2026-1", "", "0001"]) expect(periodAt(key)).toBeUndefined();
  });

  test("PL1 follow each other over the turn of the year, and a month lies in its quarter and year", () => {
    const december = periodOn("month", day("2026-12-31"));
    expect(periodKey(periodAfter(december))).toBe("2027-01");
    expect(periodKey(periodAfter(december, -12))).toBe("2025-12");
    expect(periodKey(periodAfter(periodOn("quarter", day("2026-11-01"))))).toBe("2027-Q1");
    expect(liesIn(december, periodAt("2026-Q4")!)).toBe(true);
    expect(liesIn(periodAt("2026-Q4")!, december)).toBe(false);
    expect(isIn(day("2026-12-31"), december)).toBe(true);
    expect(isIn(day("2027-01-01"), december)).toBe(false);
  });
});
