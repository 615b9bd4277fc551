import { expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith } from "../../test/support/known.ts";

const known = knownWith({ me: { name: "Noa Verhulst", organization: null }, colleagues: ["Tom Aerts"] });

test.each([
  ["Tom sends the deck by Friday", "Send the deck"],
  ["Tom is sending the deck on Friday", "Send the deck"],
  ["Tom drafts the outline", "Draft the outline"],
])("RD1 what is done is said as an act, without its day: %s", (text, what) => {
  const [reading] = read([pageOf(text)], known);
  expect(reading?.proposals.find(({ step }) => step !== null)?.step?.what).toBe(what);
});
