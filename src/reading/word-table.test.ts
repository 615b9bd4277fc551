import { expect, test } from "vitest";
import { WordTable } from "./word-table.ts";

/** Words of 1 to 15 letters, thousands of them, so that the table grows and many share a slot. */
function someWords(count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    (at * 7919)
      .toString(36)
      .repeat(1 + (at % 3))
      .slice(0, 15),
  );
}

test("each word in a text gives what it gives alone, however many there are", () => {
  const words = someWords(9_000);
  const text = words.join(" ");
  for (const wordsMax of [20_000, 100]) {
    const table = new WordTable((word) => word.toUpperCase(), wordsMax);
    for (let round = 0; round < 2; round += 1) {
      let at = -1;
      const given = words.map((word) => {
        at = text.indexOf(word, at + 1);
        return table.at(text, at, at + word.length);
      });
      expect(given).toEqual(words.map((word) => word.toUpperCase()));
    }
  }
});

test("a word that comes again is not worked out anew", () => {
  let made = 0;
  const table = new WordTable((word) => [word, (made += 1)], 10);
  const first = table.at("the quay", 4, 8);
  expect(table.at("a quay", 2, 6)).toBe(first);
  expect(table.at("quays", 0, 5)).toEqual(["quays", 2]);
});

test("words made to share a slot give what they give alone, and are not looked for at length", () => {
  // Of two letters each, alike to a hash by 31: "Aa" and "BB".
  let words = [""];
  for (let pair = 0; pair < 6; pair += 1) words = words.flatMap((word) => [`${word}Aa`, `${word}BB`]);
  let made = 0;
  const table = new WordTable((word) => {
    made += 1;
    return word.toLowerCase();
  }, 1_000);
  for (let round = 0; round < 2; round += 1)
    expect(words.map((word) => table.at(word, 0, word.length))).toEqual(words.map((word) => word.toLowerCase()));
  expect(made).toBeGreaterThan(words.length);
});
