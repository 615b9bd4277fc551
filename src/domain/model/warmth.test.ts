import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/workspace.ts";
import { addDays } from "./time.ts";
import { type WarmthFacts, warmthOf, warmths } from "./warmth.ts";

const today = day("2026-03-02");
const facts: WarmthFacts = {
  today,
  name: "Ana",
  last: { day: day("2026-02-18"), words: "you e-mailed Ana" },
  isMutual: false,
  unansweredOn: null,
  owed: [],
  kept: 0,
  rhythmDays: null,
};
const level = (more: Partial<WarmthFacts>) => warmthOf({ ...facts, ...more }).level;
const ago = (days: number) => ({ day: addDays(today, -days), words: "you called Ana" });

describe("warmth", () => {
  test("EC3 says in one sentence what it rests on", () => {
    expect(warmthOf(facts).sentence).toBe("warm: last touch 12 days ago (you e-mailed Ana)");
    const owed = [{ what: "Send the deck", sinceOn: day("2026-02-24") }];
    expect(warmthOf({ ...facts, owed }).sentence).toBe(
      "cooling: you owe Ana “Send the deck” since Tue 24 Feb, last touch 12 days ago (you e-mailed Ana)",
    );
    expect(warmthOf({ ...facts, unansweredOn: day("2026-02-20"), kept: 2, isMutual: true }).sentence).toContain(
      "Ana wrote on Fri 20 Feb and has no answer yet, 2 promises were kept lately",
    );
    expect(warmthOf({ ...facts, last: null }).sentence).toBe("cold: no touch yet");
  });

  test("EC3 cools with time, more slowly in a slow rhythm, and is hot only where it goes both ways", () => {
    expect([3, 7, 8, 21, 22, 60, 61].map((days) => level({ last: ago(days), isMutual: true }))).toEqual([
      "hot",
      "hot",
      "warm",
      "warm",
      "cooling",
      "cooling",
      "cold",
    ]);
    expect(level({ last: ago(3) })).toBe("warm");
    expect(level({ last: ago(3), kept: 1 })).toBe("hot");
    expect(level({ last: ago(80), rhythmDays: 90 })).toBe("warm");
    expect(level({ last: ago(170), rhythmDays: 90 })).toBe("cooling");
  });

  test("EC3 a contact never makes it colder, nor does a promise kept (property)", () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 400 })),
        fc.integer({ min: 0, max: 400 }),
        fc.boolean(),
        fc.boolean(),
        fc.nat(3),
        fc.option(fc.integer({ min: 1, max: 300 })),
        (before, touched, isMutual, isOwed, kept, rhythmDays) => {
          const owed = isOwed ? [{ what: "Send the deck", sinceOn: day("2026-02-24") }] : [];
          const rank = (more: Partial<WarmthFacts>) =>
            warmths.indexOf(level({ isMutual, owed, kept, rhythmDays, ...more }));
          const last = before === null ? null : ago(before);
          const newer = ago(before === null ? touched : Math.min(before, touched));
          expect(rank({ last: newer })).toBeGreaterThanOrEqual(rank({ last }));
          expect(rank({ last, kept: kept + 1 })).toBeGreaterThanOrEqual(rank({ last }));
        },
      ),
    );
  });
});
