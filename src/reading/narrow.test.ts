import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isNarrow, narrow } from "./narrow.ts";

const expressions = [
  /(?<![\p{L}\p{N}])(?:next call|kit|stop|größe|é)(?![\p{L}\p{N}])/iu,
  /\bsi\s.{0,3}ait\b|^\W{0,2}no(?:\W|$)/iu,
  /moved to \p{Lu}|a\s(?:\p{L}+\s)?\p{L}{2,}ed/iu,
  /\d+\s?(?:kg|%)|\p{N}x|\w+!/iu,
  /\p{L}\s?\p{Lu}[^.;]{0,4}$/iu,
];
const pieces = constantFrom(
  ..."next call kit KIT ſtop Größe GRÖẞE é É si ait no moved to Łódź łódź Ωmega жук 中文 a shipped ed 5 ⅷ kg % x ! . ; ’ – → 😀 \u2003 \u2028 \u0301 Ÿ".split(
    " ",
  ),
);

test("an expression finds in a narrow text what it finds in the text itself (property)", () => {
  assert(
    property(array(pieces, { maxLength: 8 }), constantFrom(" ", ""), (words, joint) => {
      const text = words.join(joint);
      const found = (words: string): boolean[] => expressions.map((expression) => expression.test(words));
      expect([text, found(narrow(text))]).toEqual([text, found(text)]);
    }),
    { numRuns: 5_000 },
  );
});

test("a narrow text has no character of more than one byte, however long it is", () => {
  expect(/^[\0-\u00ff]*$/u.test(narrow("Zażółć “gęślą” 😀 jaźń – ".repeat(2_000)))).toBe(true);
});

test("an expression that names characters of more than one byte, or marks, or that looks at case, is tried on the text itself", () => {
  expect(expressions.every(isNarrow)).toBe(true);
  expect([/[–—]/iu, /→$/iu, /\u2026/iu, /\p{M}/iu, /\p{Emoji}/iu, /k/u].some(isNarrow)).toBe(false);
});
