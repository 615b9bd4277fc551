import type { ProposalDraft, StepReading } from "#domain/model/proposal.ts";
import type { Day } from "#domain/model/time.ts";
import { describe, expect, test } from "vitest";
import { mergeMentions, mergeRepeats, type Placed } from "./merge.ts";

const base: ProposalDraft = {
  means: "step",
  start: 0,
  end: 10,
  quote: "0123456789",
  step: null,
  person: null,
  organization: null,
  observation: null,
  reading: "x",
  isMarked: false,
  heading: null,
  confidence: 0.7,
  repeats: [],
  session: null,
};

function step(what: string, more: Partial<StepReading> = {}, page = 0, start = 0): Placed {
  const reading: StepReading = {
    owner: "me",
    basis: "promised",
    kind: "email",
    what,
    who: null,
    with: null,
    organization: null,
    audience: null,
    dueOn: null,
    dueEnd: null,
    dueText: null,
    checkBackOn: null,
    certainty: "firm",
    isUrgent: false,
    ...more,
  };
  return { page, draft: { ...base, start, end: start + 10, step: reading } };
}

const whats = (placed: readonly Placed[]): (string | undefined)[] =>
  mergeRepeats(placed).map(({ draft }) => draft.step?.what);

describe("S10 what is said again is the same step", () => {
  test("S10 the same words to the same person", () => {
    const merged = mergeRepeats([
      step("Send Ana Ruiz the price deck", { with: "Ana Ruiz" }),
      step("Price deck", { with: "Ana Ruiz", dueOn: "2026-02-06" as Day }, 1, 40),
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.draft.repeats).toEqual([{ page: 1, start: 40, end: 50, quote: "0123456789" }]);
    expect(merged[0]?.draft.step?.dueOn).toBe("2026-02-06");
  });
  test.each([
    ["another owner", { owner: "them" as const }],
    ["another person", { with: "Paul Meyer" }],
    ["another day", { dueOn: "2026-02-09" as Day }],
  ])("S9 %s makes another step", (_title, other) => {
    const first = step("Send the price deck", { with: "Ana Ruiz", dueOn: "2026-02-06" as Day });
    const second = step("Send the price deck", { with: "Ana Ruiz", dueOn: "2026-02-06" as Day, ...other });
    expect(whats([first, second])).toHaveLength(2);
  });
  test("S10 what one page merges by itself stays merged beside another page that is like one part of it only", () => {
    const first = step("Send the price deck and the seating plan", { dueOn: "2026-02-09" as Day }, 0);
    const both = [step("Send the price deck", {}, 1, 20), step("Price deck", { dueOn: "2026-02-06" as Day }, 1, 40)];
    const onSecond = (placed: readonly Placed[]): number[] =>
      mergeRepeats(placed).flatMap(({ page, draft }) => (page === 1 ? [draft.start] : []));
    expect(onSecond(both)).toEqual([20]);
    expect(onSecond([first, ...both])).toEqual([20]);
  });
  test("S9 other words make another step", () => {
    expect(whats([step("Send the price deck"), step("Send the seating plan")])).toHaveLength(2);
  });
});

test("mentions of a person are one proposal: met once is met, the quotes are kept", () => {
  const person = {
    name: "Ana Ruiz",
    organization: null,
    role: null,
    email: null,
    phone: null,
    met: false,
    known: null,
  };
  const merged = mergeMentions([
    { page: 0, draft: { ...base, means: "person", person } },
    {
      page: 2,
      draft: {
        ...base,
        means: "person",
        start: 30,
        end: 38,
        person: { ...person, met: true, organization: "Contoso" },
      },
    },
  ]);
  expect(merged).toHaveLength(1);
  expect(merged[0]?.draft.person).toEqual({ ...person, met: true, organization: "Contoso" });
  expect(merged[0]?.draft.reading).toBe("Met: Ana Ruiz, Contoso");
  expect(merged[0]?.draft.repeats.map((repeat) => repeat.page)).toEqual([2]);
});
