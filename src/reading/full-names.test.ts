import { expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith } from "../../test/support/known.ts";

const known = knownWith({ me: { name: "Noa Verhulst", organization: null }, colleagues: [], people: [] });

/** People and readings of steps over all pages, in order. */
function found(...pages: string[]): { people: string[]; steps: string[] } {
  const drafts = read(
    pages.map((text, at) => pageOf(text, `${at}.md`)),
    known,
  ).flatMap(({ proposals }) => proposals);
  return {
    people: drafts.flatMap(({ person }) => (person === null ? [] : [person.name])),
    steps: drafts.flatMap(({ step, reading }) => (step === null ? [] : [reading])),
  };
}

test("RD1 who is named by one word is who the notes name in full elsewhere, in the steps too", () => {
  expect(
    found(
      "-> ring Cedric tomorrow about the wall\nthanked Frau Falke for the analysis",
      "Cedric Obi had us walk\nNele Falke was there",
    ),
  ).toEqual({
    people: ["Cedric Obi", "Nele Falke"],
    steps: [expect.stringMatching(/^You -> Cedric Obi: ring Cedric Obi about the wall/u)],
  });
});

test("RD1 a first name that two have in full stays as it is written", () => {
  const { people, steps } = found("-> ring Cedric tomorrow about the wall", "met Cedric Obi and Cedric Wu");
  expect(people).toContain("Cedric");
  expect(steps).toEqual([expect.stringMatching(/^You -> Cedric: ring Cedric/u)]);
});
