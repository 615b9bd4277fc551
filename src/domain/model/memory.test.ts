import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, type Habit, habitLogOdds, habitOf, kindKeys, openingOf, traitsOfStep } from "./memory.ts";

const sort = "steps under ideas";
const words = "steps in the words please review it";

describe("what answers say of the next proposal", () => {
  test("RD6 the first answers say nothing, then each says more, up to a limit", () => {
    const letGo = (count: number, trait = sort) => habitLogOdds(trait, { accepted: 0, letGo: count, expected: 0.8 });
    expect([0, 1, 4].map((count) => letGo(count))).toEqual([0, 0, 0]);
    expect(letGo(5)).toBeCloseTo(-2.6, 2); // the odds of (0 + 2 * .8) / (5 + 2), against those of .8
    expect(letGo(6)).toBeLessThan(letGo(5));
    expect(letGo(500)).toBe(-3);
    expect(letGo(1, words)).toBe(0);
    expect(letGo(2, words)).toBeCloseTo(-2.4, 2); // twice the very same
  });

  test("RD6 answers as the reader expected them move nothing, whatever their number", () => {
    expect(habitLogOdds(sort, { accepted: 80, letGo: 20, expected: 0.8 })).toBeCloseTo(0, 9);
  });

  test("RD6 more accepted never counts for less, more let go never for more", () => {
    const count = fc.integer({ min: 0, max: 60 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(count, count, share, fc.constantFrom(sort, words), (accepted, letGo, expected, trait) => {
        const now = habitLogOdds(trait, { accepted, letGo, expected });
        expect(Math.abs(now)).toBeLessThanOrEqual(3);
        if (now === 0) return;
        expect(habitLogOdds(trait, { accepted: accepted + 1, letGo, expected })).toBeGreaterThanOrEqual(now);
        expect(habitLogOdds(trait, { accepted, letGo: letGo + 1, expected })).toBeLessThanOrEqual(now);
      }),
    );
  });

  test("RD6 of several habits the most telling one counts, and no two are added up", () => {
    const habit = (logOdds: number): Habit => ({ accepted: 0, letGo: 4, logOdds, because: `${logOdds}` });
    const habits = new Map([
      ["a", habit(-0.5)],
      ["b", habit(1.2)],
      ["c", habit(-1.2)],
    ]);
    expect(habitOf(["a", "b", "c"], habits)?.because).toBe("1.2");
    expect(habitOf(["a"], habits)?.because).toBe("-0.5");
    expect(habitOf(["d"], habits)).toBeNull();
  });
});

describe("how steps are compared", () => {
  test("RD6 words are the same without case, accents and marks", () => {
    expect(comparable(" José-Luis  “Pepe” RUÍZ ")).toBe("jose luis pepe ruiz");
  });

  test.for([
    ["Send Ana Ruiz the deck", "send"],
    ["Look into the pricing", "look into"],
    ["Follow up with Bo", "follow up"],
    ["Look the word up", "look"],
    ["Visa", "visa"],
    ["?!", ""],
  ] as const)("RD6 %s opens with %s", ([what, opening]) => {
    expect(openingOf({ what })).toBe(opening);
  });

  test("RD6 a kind is known by verb and thing first, then by the verb alone", () => {
    expect(kindKeys({ what: "Send Ana Ruiz the samples", kind: "email" })).toEqual([
      "send samples as email",
      "send as email",
    ]);
    expect(kindKeys({ what: "Ring Ana", kind: "call" })).toEqual(["ring as call"]);
  });

  test("RD6 a step is of the sorts of its heading, its first word and what it is like", () => {
    const step = { what: "Check the roadmap", certainty: "tentative", owner: "them" } as const;
    expect(traitsOfStep(step, { quote: "maybe check the roadmap?", heading: "Ideas:" })).toEqual([
      "steps in the words maybe check the roadmap",
      "steps under ideas",
      "steps that begin with check",
      "steps with a maybe",
      "steps with a question mark",
      "steps of others",
    ]);
    const plain = { what: "Call Ana", certainty: "firm", owner: "me" } as const;
    expect(traitsOfStep(plain, { quote: "call Ana", heading: null })).toEqual(["steps that begin with call"]);
  });
});
