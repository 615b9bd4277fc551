import type { Day, TimeZone } from "#domain/model/time.ts";
import { expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { type Known, read } from "./read.ts";

const known: Known = {
  takenOn: "2026-02-03" as Day,
  timeZone: "Europe/Brussels" as TimeZone,
  event: null,
  events: [],
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Tom Aerts"],
  people: [],
  organizations: [],
  sessions: [],
  workingDays: [1, 2, 3, 4, 5],
};

test.each([
  ["Tom sends the deck by Friday", "Send the deck"],
  ["Tom is sending the deck on Friday", "Send the deck"],
  ["Tom drafts the outline", "Draft the outline"],
])("RD1 what is done is said as an act, without its day: %s", (text, what) => {
  const [reading] = read([pageOf(text)], known);
  expect(reading?.proposals.find(({ step }) => step !== null)?.step?.what).toBe(what);
});
