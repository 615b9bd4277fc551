import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/workspace.ts";
import { type ClockNumbers, clockNumbersOf, clockOf, clockUsual, daysLate, lookDays } from "./clock.ts";
import { addDays, daysBetween, workingDaysDefault } from "./time.ts";

const usual = { ...clockUsual, workingDays: workingDaysDefault };
/** Home on Friday evening. */
const home = day("2026-02-06");
const clock = (contacts: string[] = [], rhythmDays: number | null = null, numbers: ClockNumbers = usual) =>
  clockOf(home, contacts.map(day), { numbers, rhythmDays });

const someDays = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 });
const someNumbers = fc.record({
  firstLookWorkingDays: fc.integer({ min: 1, max: 12 }),
  secondLookDays: fc.integer({ min: 1, max: 40 }),
  thirdLookDays: fc.integer({ min: 1, max: 90 }),
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
});
const someRhythm = fc.option(fc.integer({ min: 1, max: 200 }));

describe("the event clock", () => {
  test("EC1 wants a first follow-up two working days after coming home, a second look at 7 days, a third at 30", () => {
    expect(lookDays(home, usual)).toEqual({ first: "2026-02-10", second: "2026-02-13", third: "2026-03-08" });
    expect(clock().next).toEqual({ look: "first", dueOn: "2026-02-10", doneOn: null });
  });

  test("EC1 counts by the numbers and working days that were chosen, and keeps one look after the other", () => {
    const numbers = clockNumbersOf({
      firstLookWorkingDays: 1,
      secondLookDays: null,
      thirdLookDays: 5,
      workingDays: [7],
    });
    expect(numbers).toEqual({ firstLookWorkingDays: 1, secondLookDays: 7, thirdLookDays: 5, workingDays: [7] });
    expect(lookDays(home, numbers)).toEqual({ first: "2026-02-08", second: "2026-02-13", third: "2026-02-14" });
  });

  test("EC2 a contact is the look it is nearest to, and those before it", () => {
    const doneOn = (contacts: string[]) => clock(contacts).looks.map((look) => look.doneOn);
    expect(doneOn(["2026-02-07"])).toEqual(["2026-02-07", null, null]);
    expect(doneOn(["2026-02-07", "2026-02-08", "2026-02-11"])).toEqual(["2026-02-07", null, null]);
    expect(doneOn(["2026-02-07", "2026-02-12"])).toEqual(["2026-02-07", "2026-02-12", null]);
    expect(doneOn(["2026-02-20"])).toEqual(["2026-02-20", "2026-02-20", null]);
    expect(doneOn(["2026-03-01"])).toEqual(["2026-03-01", "2026-03-01", "2026-03-01"]);
  });

  test("EC1 goes on in the person's own rhythm after the third look, and ends where none was chosen", () => {
    expect(clock(["2026-03-01"]).next).toBeNull();
    expect(clock(["2026-03-01", "2026-03-11"], 90).next).toEqual({ look: "rhythm", dueOn: "2026-06-09", doneOn: null });
    expect(clock([], 90).next?.look).toBe("first");
  });

  test("EC2 a contact never makes anything more overdue, whatever the numbers (property)", () => {
    fc.assert(
      fc.property(
        someDays,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 400 }),
        someNumbers,
        someRhythm,
        (before, more, today, numbers, rhythmDays) => {
          const late = (contacts: number[]) =>
            daysLate(
              clockOf(
                home,
                contacts.map((n) => addDays(home, n)),
                { numbers, rhythmDays },
              ),
              addDays(home, today),
            );
          expect(late([...before, more])).toBeLessThanOrEqual(late(before));
        },
      ),
    );
  });

  test("EC1 is never silent in the first fortnight: however often one was in touch, a look stands (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 20 }), (days) => {
        const { next } = clock(days.map((n) => addDays(home, n)));
        // Before the second look is near, nothing takes it away; after it the third stands.
        const within = Math.max(0, ...days) <= 5 ? 7 : 30;
        expect(next === null ? Infinity : daysBetween(home, next.dueOn)).toBeLessThanOrEqual(within);
      }),
    );
  });

  test("EC1 is the same in whatever order contacts are told (property)", () => {
    fc.assert(
      fc.property(someDays, someNumbers, someRhythm, (days, numbers, rhythmDays) => {
        const of = (order: number[]) =>
          clockOf(
            home,
            order.map((n) => addDays(home, n)),
            { numbers, rhythmDays },
          );
        expect(of(days.toReversed())).toEqual(of(days));
      }),
    );
  });
});
