import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith } from "../../test/support/known.ts";

const known = knownWith({ me: { name: "Noa Verhulst", organization: null } });

function leftOf(text: string): [string, string][] {
  return read([pageOf(text)], known).flatMap((reading) =>
    reading.leftAlone.map(({ start, end, reason }): [string, string] => [reason, text.slice(start, end)]),
  );
}

describe("what was left alone", () => {
  test("S4 S5 S6 S7 words that hold an act and are no step are told with the reason", () => {
    const text = [
      "# The harbour keynote",
      "- they will open a second quay in June",
      "- if you meet somebody, write to them within a day",
      "- [x] order the banner",
      "- could we send the crane plans earlier?",
      "- the keynote was long",
    ].join("\n");
    expect(leftOf(text)).toEqual([
      ["announced", "they will open a second quay in June"],
      ["advice", "if you meet somebody, write to them within a day"],
      ["done", "order the banner"],
      ["question", "could we send the crane plans earlier?"],
    ]);
  });

  test("what is proposed is not left alone", () => {
    expect(leftOf("- I will send Ana the deck by Friday\n- TODO order the banner\n")).toEqual([]);
  });
});
