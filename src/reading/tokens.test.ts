import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { tokensOf } from "./tokens.ts";

describe("the words of a sentence", () => {
  test.each([
    ["I'll send Ana’s deck", ["I", "'ll", "send", "Ana", "’s", "deck"]],
    ["j'envoie l'offre", ["j'", "envoie", "l'", "offre"]],
    ["I won't follow-up", ["I", "won't", "follow-up"]],
    ["see https://a.example/b?c, ok", ["see", "https://a.example/b?c,", "ok"]],
    ["mail ana@contoso.example now", ["mail", "ana@contoso.example", "now"]],
    ["@Tom -> call 3.5 times", ["@Tom", "->", "call", "3.5", "times"]],
    ["a <- b => c", ["a", "<-", "b", "=>", "c"]],
  ])("%s", (text, words) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(words);
  });
});

test("tokens are in order and leave out nothing but blanks, whatever the text (property)", () => {
  assert(
    property(string({ unit: "grapheme", maxLength: 80 }), (text) => {
      let last = 0;
      for (const token of tokensOf(text)) {
        expect(text.slice(last, token.start).trim()).toBe("");
        expect(token.text).toBe(text.slice(token.start, token.end));
        last = token.end;
      }
      expect(text.slice(last).trim()).toBe("");
    }),
    { numRuns: 500 },
  );
});
