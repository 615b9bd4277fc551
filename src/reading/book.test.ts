import { describe, expect, test } from "vitest";
import { bookOf, withBook } from "./book.ts";
import { indexNames, namesIn } from "./names.ts";
import { tokensOf } from "./tokens.ts";
import { knownWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Vikram Bose", "Tom Aerts", "Tom Willems"],
});

const namesOf = (...lines: string[]): (string | null)[][] => {
  const index = indexNames(known);
  const book = bookOf(known);
  return lines.map((line) => withBook(namesIn(line, index), tokensOf(line), book).map((name) => name.name));
};

describe("one word that means a person", () => {
  test("initials of a colleague", () => {
    expect(namesOf("VB to trace the zones")).toEqual([["Vikram Bose"]]);
  });
  test("the writer, in lower case", () => {
    expect(namesOf("noa sends it")).toEqual([["Noa Verhulst"]]);
  });
  test("a first name after the full name was said", () => {
    expect(namesOf("Met Amrit Bains at lunch", "Amrit loads the van")[1]).toEqual(["Amrit Bains"]);
  });
  test("two who would fit stay open (SPEC.md)", () => {
    expect(namesOf("Tom to trace the zones")[0]).not.toContain("Tom Aerts");
  });
});
