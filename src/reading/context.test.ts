import { expect, test } from "vitest";
import { type Told, contextsOf } from "./context.ts";

function told(over: Partial<Told> = {}): Told {
  const around = { group: 1, isLabel: false, isTalk: false, session: null, heading: null };
  return { around, best: null, isErrand: false, isOff: false, length: 3, ...over };
}

test("neighbours are those of the same group: another group's line is an edge", () => {
  const other = { ...told().around, group: 2 };
  const contextOf = contextsOf([told({ best: 2 }), told(), told({ around: other, best: 2 }), told({ around: other })]);
  expect(contextOf(0)).toContain("prev:edge");
  expect(contextOf(1)).toContain("prev:step");
  expect(contextOf(1)).toContain("next:edge");
  expect(contextOf(2)).toContain("prev:edge");
});

test("S1 short things among errands, some crossed off, are a list", () => {
  const list = [told({ isErrand: true }), told({ isOff: true }), told(), told({ isErrand: true })];
  expect(contextsOf(list)(2)).toContain("group:list-off");
  const facts = list.map((one) => ({ ...one, isErrand: false }));
  expect(contextsOf(facts)(2)).not.toContain("group:list-off");
});

test("a passage does not speak for itself", () => {
  const page = [told({ best: 3 }), told(), told(), told()];
  expect(contextsOf(page)(0)).toContain("page:none");
  expect(contextsOf(page)(1)).not.toContain("page:none");
});

test("a line captured on the spot has no neighbours", () => {
  expect(contextsOf([told()])(0)).toEqual(["page:alone", "unheaded"]);
});
