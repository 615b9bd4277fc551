import { type Block, pageRange } from "#domain/model/block.ts";
import { array, assert, constantFrom, nat, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { cutSpan, passagesOf } from "./passages.ts";

const blockOf = (text: string, kind: Block["kind"] = "line", start = 0): Block => ({
  kind,
  level: 0,
  text,
  runs: text === "" ? [] : [{ at: 0, length: text.length, start, end: start + text.length }],
  box: null,
  struck: [],
  column: null,
  row: null,
  takenOn: null,
});
const split = (text: string, kind: Block["kind"] = "line"): string[] =>
  passagesOf(blockOf(text, kind)).map((span) => text.slice(span.from, span.to));

describe("NT2 sentences of a line are passages of their own", () => {
  test.each([
    ["Met Ana. Send her the deck.", ["Met Ana.", "Send her the deck."]],
    ["great talk! call Paul? yes", ["great talk!", "call Paul?", "yes"]],
    ["send deck; ring the printer", ["send deck;", "ring the printer"]],
    ["one • two • three", ["one •", "two •", "three"]],
    ["a line of its own", ["a line of its own"]],
    ["call Tom on Mon. Send Ana the deck", ["call Tom on Mon.", "Send Ana the deck"]],
    ["meet at 9 a.m. Then call Tom", ["meet at 9 a.m.", "Then call Tom"]],
    ["see page 3. Then call Tom", ["see page 3.", "Then call Tom"]],
    ["met ana. send her the deck", ["met ana.", "send her the deck"]],
    ["that is what I do. send it", ["that is what I do.", "send it"]],
    ["Plan b. Call the union", ["Plan b.", "Call the union"]],
  ])("%s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe("NT2 what ends in a full stop without ending a sentence stays whole", () => {
  test.each([
    "Ask Dr. Ruiz about the trial",
    "J. R. Smith sends the paper",
    "Bring samples, e.g. two bottles, to the stand",
    "costs approx. 3.5 million",
    "bis 3. Februar an Ana schicken",
    "am 9. und 10. März in Kassel",
    "see www.example.org/a.b for v2.1 of it",
    "meet at 9 a.m. in the lobby",
    "z.B. die Preisliste",
    "Contoso Inc. and Fabrikam Ltd. merge",
    "Treffen am 2. Dezember mit Ana",
    "Konzept für den 2. Tag schreiben",
    "am 9. 2. um zehn anrufen",
    "send it Dec. 4 at noon",
    "call Tom on Mon. about the van",
    "Fri. 28 Nov. is the deadline",
    "appeler Ana le 3 déc. pour le devis",
    "z. B. die Preisliste, d. h. die neue, u. a. an Ana",
    "she sends it sem. prochaine",
    "they need our co. reg. no. 44",
    "Emmanuelle R. calls the union",
    "I. B. writes to me",
    "Hr. Brandl und Fr. Moser bringen es mit",
    "Mo. Termin mit Ana",
    "!! chase legal about the contract",
    "Netzbetreiber wg. Zähler anrufen",
    "Eng. Abdi rings the depot",
  ])("%s", (text) => {
    expect(split(text)).toEqual([text]);
  });
});

test("NT2 headings and code are never split", () => {
  expect(split("Day 1. Keynote. Notes", "heading")).toEqual(["Day 1. Keynote. Notes"]);
  expect(split("a = 1. b = 2", "code")).toEqual(["a = 1. b = 2"]);
});

test("NT2 a line too long for a note is cut at blanks", () => {
  const spans = passagesOf(blockOf("word ".repeat(2_000)));
  expect(spans.length).toBeGreaterThan(4);
  expect(Math.max(...spans.map((span) => span.to - span.from))).toBeLessThanOrEqual(2_000);
});

test("NT2 a sentence that holds two steps is cut between them", () => {
  const block = blockOf("I send the deck and Ana calls me");
  const [span] = passagesOf(block);
  expect(span).toBeDefined();
  const cut = span === undefined ? [] : cutSpan(block, span, [20]);
  expect(cut.map(({ from, to }) => block.text.slice(from, to))).toEqual(["I send the deck and", "Ana calls me"]);
});

test("NT2 every character that is no blank is in exactly one passage, in order, whatever the text (property)", () => {
  const piece = oneof(
    constantFrom(
      "Ana",
      "send",
      "deck.",
      "e.g.",
      "3.",
      "März",
      "Call!",
      "? ",
      "; ",
      "…",
      "https://a.b/c.d",
      "(yes.)",
      "„Ja.“",
      "•",
      "|",
      "-> ",
    ),
    string({ unit: "grapheme", maxLength: 6 }),
    constantFrom(" ", "  ", "\t", "\u00a0"),
  );
  assert(
    property(array(piece, { maxLength: 60 }), nat(50), (pieces, start) => {
      const text = pieces.join("");
      const block = blockOf(text, "line", start);
      const spans = passagesOf(block);
      let last = 0;
      let end = 0;
      for (const span of spans) {
        expect(span.from).toBeGreaterThanOrEqual(last);
        expect(text.slice(last, span.from).trim()).toBe("");
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect({ start: span.start, end: span.end }).toEqual(pageRange(block, span.from, span.to));
        last = span.to;
        end = span.end;
      }
      expect(text.slice(last).trim()).toBe("");
    }),
    { numRuns: 500 },
  );
});
