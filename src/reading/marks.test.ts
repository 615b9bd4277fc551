import { describe, expect, test } from "vitest";
import { marksOf, ownerAtEnd } from "./marks.ts";

const bodyOf = (text: string, answers = false): unknown => {
  const marks = marksOf(text, 0, text.length, answers);
  return {
    body: text.slice(marks.bodyFrom, marks.bodyTo),
    mark: marks.mark,
    owner: marks.owner?.words ?? null,
    speaker: marks.speaker?.words ?? null,
  };
};

describe("RD3 what stands before a thought is a mark, and no part of it", () => {
  test.each([
    ["-> call Paul", { body: "call Paul", mark: "mine", owner: null, speaker: null }],
    ["<- Paul sends it", { body: "Paul sends it", mark: "theirs", owner: null, speaker: null }],
    ["[ ] call Paul", { body: "call Paul", mark: "box", owner: null, speaker: null }],
    ["TODO: call Paul", { body: "call Paul", mark: "action", owner: null, speaker: null }],
    ["AI(Tom): call Paul", { body: "call Paul", mark: "action", owner: "Tom", speaker: null }],
    ["AI Tom: call Paul", { body: "call Paul", mark: "action", owner: "Tom", speaker: null }],
    ["Action item: Tom - call Paul", { body: "call Paul", mark: "action", owner: "Tom", speaker: null }],
    ["ACTION Tom to call Paul", { body: "Tom to call Paul", mark: "action", owner: null, speaker: null }],
    ["@Tom call Paul", { body: "call Paul", mark: "action", owner: "Tom", speaker: null }],
    ["A: call Paul", { body: "call Paul", mark: "action", owner: null, speaker: null }],
    ["Tom: I'll call Paul", { body: "I'll call Paul", mark: null, owner: null, speaker: "Tom" }],
    ["[Tom] will call Paul", { body: "will call Paul", mark: null, owner: null, speaker: "Tom" }],
    ["15:01 <tom> will call Paul", { body: "will call Paul", mark: null, owner: null, speaker: "tom" }],
    ["Agenda: call Paul", { body: "Agenda: call Paul", mark: null, owner: null, speaker: null }],
  ])("RD3 %s", (text, expected) => {
    expect(bodyOf(text)).toEqual(expected);
  });
  test("RD3 on a page of questions and answers, A: is an answer", () => {
    expect(bodyOf("A: in the spring", true)).toMatchObject({ mark: null });
  });
  test.each(["!! call Paul", "call Paul !!", "call Paul (urgent)"])("RD3 urgent: %s", (text) => {
    expect(marksOf(text, 0, text.length, false)).toMatchObject({ isUrgent: true });
  });
  test.each(["✓ call Paul", "[x] call Paul", "call Paul ✅", "call Paul - done"])("S6 ticked: %s", (text) => {
    expect(marksOf(text, 0, text.length, false).isTicked).toBe(true);
  });
});

describe("RD3 an owner at the end", () => {
  test.each([
    ["look at the list - Elsie", "Elsie"],
    ["look at the list (Tom)", "Tom"],
    ["look at the list [nikhita/lauri]", "nikhita/lauri"],
    ["look at the list @tom", "tom"],
  ])("RD3 %s", (text, owner) => {
    expect(ownerAtEnd(text)?.words).toBe(owner);
  });
  test.each(["look at the list", "a well-known list", "see the list (draft)"])("RD3 none: %s", (text) => {
    expect(ownerAtEnd(text)).toBeNull();
  });
});
