import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addWorkingDays, Day, dayAt, daysBetween, TimeZone } from "./time.ts";

const day = (text: string) => Day.parse(text);

describe("days", () => {
  test("so many days later is so many days between, over month ends, leap years and the first century", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0003-01-01"), max: new Date("9990-12-31"), noInvalidDate: true }),
        fc.integer({ min: -500, max: 500 }),
        (date, days) => {
          const from = day(date.toISOString().slice(0, 10));
          expect(daysBetween(from, addDays(from, days))).toBe(days);
        },
      ),
    );
  });

  test("working days leave out the days that are not worked", () => {
    expect(addWorkingDays(day("2026-02-06"), 1)).toBe("2026-02-09");
    expect(addWorkingDays(day("2026-02-06"), 6)).toBe("2026-02-16");
    expect(addWorkingDays(day("2026-02-06"), 1, [7])).toBe("2026-02-08");
    expect(addWorkingDays(day("2026-02-06"), 1, [])).toBe("2026-02-09");
  });

  test("which day it is depends on the zone, also in the night the clocks change", () => {
    const at = (instant: string, zone: string) => dayAt(Temporal.Instant.from(instant), TimeZone.parse(zone));
    expect(at("2026-02-04T23:30:00Z", "Europe/Brussels")).toBe("2026-02-05");
    expect(at("2026-02-04T23:30:00Z", "America/New_York")).toBe("2026-02-04");
    expect(at("2026-03-28T23:00:00Z", "Europe/Brussels")).toBe("2026-03-29");
    expect(at("2026-10-25T22:59:59Z", "Europe/Brussels")).toBe("2026-10-25");
  });

  test("a day that is none, and a zone that is none, are not taken", () => {
    expect(Day.safeParse("2026-02-30").success).toBe(false);
    expect(Day.safeParse("26-2-3").success).toBe(false);
    expect(TimeZone.safeParse("Mars/Olympus").success).toBe(false);
  });
});
