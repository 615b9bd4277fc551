import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { tokensOf } from "./tokens.ts";
import { WordGate } from "./word-gate.ts";

/** Of each form that the reader's expressions have. */
const expressions = [
  /(?<![\p{L}\p{N}])(?:next (?:call|round)|bi-?weekly|jede[nrs]?|écoles?|cancel+ed)(?![\p{L}\p{N}])/iu,
  /^(?:maybe|quizás?|don't)(?![\p{L}\p{N}])/iu,
  /\byou(?:r|'re)?\b/iu,
  /\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:am|uhr)(?![\p{L}\p{N}])/iu,
  /\d+(?:[.,]\d+)?\s?(?:%|eur)|(?<=[€$]\s?)\d/iu,
  /(?<![\p{L}\p{N}])(?:a|has)\s(?:\p{L}+\s)?\p{L}{2,}ed(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])if (?:i|we) had|(?<![\p{L}\p{N}])wären?\b/iu,
  // Of these nothing is known of the start: they are always tried.
  /(?:->|\s)no$/iu,
  /\bélan|call|(?:\w+ )?partner/iu,
];
const gate = new WordGate(expressions);

const pieces = constantFrom(
  ..."next call round bi biweekly Jeder jede école Cancelled maybe Quizás don't you you're YOUR 5 12:30 14h05 9 am 1on1 3% 40eur € $ a has shipped if I we had wären no élan recall partner ſ é - ' _ , ’ x".split(
    " ",
  ),
);

test("an expression that finds something is never ruled out by the words of a sentence (property)", () => {
  assert(
    property(array(pieces, { maxLength: 8 }), constantFrom(" ", "", "-"), (words, joint) => {
      const text = words.join(joint);
      const open = gate.of(tokensOf(text));
      const ruledOut = expressions.filter((expression, at) => (open & (1 << at)) === 0 && expression.test(text));
      expect([text, ruledOut]).toEqual([text, []]);
    }),
    { numRuns: 5_000 },
  );
});

test("a sentence without their words rules out all expressions that begin with a known word", () => {
  expect(gate.of(tokensOf("I sent Ana the nextcloud link yesterday"))).toBe(0b110000000);
});
