import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, type TemplateFields } from "./template.ts";

const none: TemplateFields = {
  me: null,
  first: null,
  event: null,
  session: null,
  said: null,
  what: "Send the deck",
  due: null,
  ask: null,
  askBy: null,
  about: null,
};

describe("templates", () => {
  test("ST8 a part in brackets goes where one of its fields says nothing, and takes what it holds with it", () => {
    const text = "[Hello {first},]\n\n[From yours: {ask}[, by {askBy}]?]\n\n{what}[, by {due}].";
    expect(filled(text, none)).toBe("Send the deck.");
    expect(filled(text, { ...none, first: "Ana", ask: "the map", due: "Fri 6 Feb" })).toBe(
      "Hello Ana,\n\nFrom yours: the map?\n\nSend the deck, by Fri 6 Feb.",
    );
    expect(filled(text, { ...none, askBy: "Mon 9 Feb", ask: "the map" })).toContain("the map, by Mon 9 Feb?");
  });

  test("ST8 what is no field and no pair of brackets stands as it is, and what a field says is no template", () => {
    expect(filled("a ] b {nope} { c [ d", none)).toBe("a ] b {nope} { c [ d");
    expect(filled("{what}", { ...none, what: "[x {first}] {due}" })).toBe("[x {first}] {due}");
    expect(filled("{first}{what}", none)).toBe("Send the deck"); // outside brackets nothing is left out
  });

  test("ST8 any text is taken, in linear time, and all of it is kept where there is neither field nor bracket (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(typeof filled(text, none)).toBe("string");
        const plain = text.replace(/[[\]{}\s]/g, "");
        expect(filled(plain, none)).toBe(plain);
      }),
    );
    expect(filled("[".repeat(10_000) + "]".repeat(10_000), none)).toBe("");
  });
});
