import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "#domain/model/time.ts";
import { type Said, type Showing, spacingOf } from "#recall/spacing.ts";

const monday = "2026-01-05" as Day; // checked by eye

function shown(after: number, said: Said, restsUntil: Day | null = null): Showing {
  return { on: addDays(monday, after), said, restsUntil };
}

const saids: readonly Said[] = ["step", "join", "rest", null];
const histories = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom<Said>("step", "join", "rest", null)), {
    maxLength: 12,
  })
  .map((parts) => {
    let at = 0;
    return parts.map(([gap, said]) => shown((at += gap), said));
  });

describe("RV3: when a note comes back", () => {
  test("RV3: what was of use comes back in the next sitting, what nothing was said of in the one after, what was rested in a month", () => {
    expect(saids.map((said) => spacingOf([shown(0, said)])?.dueOn)).toEqual([
      "2026-01-09",
      "2026-01-09",
      "2026-02-02",
      "2026-01-13",
    ]);
  });

  test("RV3: after any history, what was of use comes back no later than what nothing was said of, and that no later than what was rested", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 60 }), (history, gap) => {
        const last = { on: addDays(history.at(-1)?.on ?? monday, gap), restsUntil: null };
        const due = (said: Said) => spacingOf([...history, { ...last, said }])?.dueOn ?? "";
        expect(due("step") <= due(null)).toBe(true);
        expect(due(null) <= due("rest")).toBe(true);
        expect(due("step")).toBe(due("join"));
      }),
    );
  });

  test("RV3: what was shown is away for a while, whatever was said, and for a year at the most", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const spacing = spacingOf(history);
        const shownOn = history.at(-1)?.on ?? monday;
        const dueOn = spacing?.dueOn ?? addDays(monday, 1);
        expect(dueOn > shownOn && dueOn <= addDays(shownOn, 365)).toBe(true);
      }),
    );
  });

  test("RV3: a chosen day wins, sooner or later than the spacing would have it", () => {
    for (const until of ["2026-01-12", "2026-09-01"] as Day[]) {
      expect(spacingOf([shown(0, "rest", until)])?.dueOn).toBe(until);
    }
  });

  test("RV3: what was let go never comes again by itself; shown and answered again, it does", () => {
    expect(spacingOf([shown(0, "rest"), shown(30, "letGo")])?.dueOn).toBeNull();
    expect(spacingOf([shown(0, "letGo"), shown(30, "step")])?.dueOn).toBe("2026-02-08");
  });

  test("RV3: it is told the same in whatever order the showings come, and of one day the answer counts", () => {
    const history = [shown(0, "rest"), shown(40, null), shown(60, "join")];
    expect(spacingOf(history.toReversed())).toEqual(spacingOf(history));
    expect(spacingOf([shown(0, "rest"), shown(0, null)])).toEqual(spacingOf([shown(0, "rest")]));
    expect(spacingOf([])).toBeUndefined();
  });
});
