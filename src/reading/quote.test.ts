import type { Block } from "#domain/model/block.ts";
import type { StepReading } from "#domain/model/proposal.ts";
import type { Day } from "#domain/model/time.ts";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { daysIn } from "./days.ts";
import { extentsOf } from "./extent.ts";
import { framesOf } from "./frames.ts";
import { othersOf } from "./quote-end.ts";
import { quoteOf } from "./quote.ts";
import { read } from "./read.ts";
import { once, sentenceOf } from "./sentence.ts";
import { tokensOf } from "./tokens.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

/** Wednesday 4 February 2026. */
const known = knownWith({
  takenOn: "2026-02-04" as Day, // a Wednesday
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Tom Aerts"],
  people: [personWith("Ana Ruiz", { givenName: "Ana", familyName: "Ruiz", organization: "Contoso" })],
});

/** The steps of a page of items, as the words quoted and what was read. */
function stepsIn(...items: string[]): { quote: string; step: StepReading }[] {
  const text = items.join("\n");
  let start = 0;
  const blocks = items.map((item): Block => {
    const runs = [{ at: 0, length: item.length, start, end: start + item.length }];
    start += item.length + 1;
    return { kind: "item", level: 0, text: item, runs, box: null, struck: [], column: null, row: null, takenOn: null };
  });
  const [reading] = read([{ file: "notes.md", text, blocks, takenOn: null }], known);
  return (reading?.proposals ?? []).flatMap(({ quote, step }) => (step === null ? [] : [{ quote, step }]));
}

const quotesIn = (...items: string[]): string[] => stepsIn(...items).map(({ quote }) => quote);

describe("RD1 a quote holds the whole of its act, with owner and day where they adjoin, and no more", () => {
  test.each([
    ["I'll look into the car park at Mill Lane next week", "I'll look into the car park at Mill Lane next week"],
    ["Tom could carry it if his boss agrees", "Tom could carry it if his boss agrees"],
    ["If Ana agrees I send the deck", "If Ana agrees I send the deck"],
    ["ask Ana which laptops she wants to borrow", "ask Ana which laptops she wants to borrow"],
    ["Tom will look at the draft until Lise is back", "Tom will look at the draft until Lise is back"],
    ["Tom does the application, deadline is mid-May", "Tom does the application, deadline is mid-May"],
    ["I write a report for Ana, two pages, by Monday", "I write a report for Ana, two pages, by Monday"],
    ["Ana, please send the price list", "Ana, please send the price list"],
    ["book the train tomorrow before noon", "book the train tomorrow before noon"],
    ["Miss Ruiz to prepare the paper by 3 March", "Miss Ruiz to prepare the paper by 3 March"],
    ["call Ana tomorrow because she asked twice", "call Ana tomorrow"],
    ["call Ana on Friday, she said", "call Ana on Friday"],
    ["Ana sends the samples on Monday once they are dry", "Ana sends the samples on Monday"],
  ])("RD1 %s", (text, expected) => {
    expect(quotesIn(text)).toEqual([expected]);
  });
});

describe("S9 one act is one step", () => {
  test.each([
    ["I promised Åsa to visit the lab on Friday", "I promised Åsa to visit the lab on Friday"],
    ["send Ana numbers by Friday", "send Ana numbers by Friday"],
    ["tell Ana before she leaves", "tell Ana before she leaves"],
    [
      "If Ana finds a second driver, she takes the boxes in April",
      "If Ana finds a second driver, she takes the boxes in April",
    ],
    ["Emmanuelle R. calls the union on Monday", "Emmanuelle R. calls the union on Monday"],
  ])("S9 %s", (text, expected) => {
    expect(quotesIn(text)).toEqual([expected]);
  });
  test("S9 who promises somebody something owns it", () => {
    expect(stepsIn("I promised Ana to visit the lab")[0]?.step).toMatchObject({ owner: "me", with: "Ana Ruiz" });
  });
});

describe("RD5 a day that only tells which thing is meant is no due day", () => {
  test.each([
    ["send Ana the March invoice", null],
    ["Tom looks at what a Monday temp costs", null],
    ["Tom will visit Ana on a quiet Thursday", null],
    ["run it on the crash from October", null],
    ["send the Q1 report to Ana by Friday", "2026-02-06"],
    ["book the booth for next year", null],
    ["send Ana the deck in March", "2026-03-01"],
    ["If it is not there on Friday I ring Ana", "2026-02-06"],
    ["Tuesday breakfast: tell the team about the rule", "2026-02-10"],
    ["check whether we count as a club before Monday", "2026-02-08"],
  ])("RD5 %s", (text, expected) => {
    expect(stepsIn(text).map(({ step }) => step.dueOn)).toEqual([expected]);
  });
});

test("a quote is found in steps that grow with its sentence, however many acts it holds (property)", () => {
  const words = constantFrom(
    ..."I will|send Ana the deck|if she agrees|, before|by Friday|and call Tom|ask whether|, please|(Tom)|tomorrow,|when".split(
      "|",
    ),
  );
  const looksOf = (text: string): number => {
    let looks = 0;
    const tokens = new Proxy(tokensOf(text), {
      get: (list, key, receiver): unknown => {
        looks += 1;
        return Reflect.get(list, key, receiver) as unknown;
      },
    });
    const days = once(() => daysIn(text, known));
    const sentence = sentenceOf(text, tokens, [], days);
    const frames = framesOf(sentence);
    const extents = extentsOf(sentence, frames, days());
    const others = othersOf(frames.filter((_frame, at) => at % 2 === 1));
    looks = 0;
    for (const [at, frame] of frames.entries()) {
      const extent = extents[at];
      if (extent === undefined || at % 2 === 1) continue;
      const roof = extents[at + 2]?.start ?? text.length;
      quoteOf(sentence, frame, extent, { floor: extents[at - 2]?.end ?? 0, roof, others });
    }
    return looks;
  };
  assert(
    property(array(words, { minLength: 3, maxLength: 8 }), (list) => {
      const text = (times: number): string => `${list.join(" ")} `.repeat(times);
      // Eight times the words: halving a list costs a few looks more, going through it for each act 64 times as many.
      expect(looksOf(text(40))).toBeLessThan(16 * Math.max(looksOf(text(5)), 100));
    }),
    { numRuns: 60 },
  );
});

test("RD1 quotes of one line are in order and never overlap, whatever is said (property)", () => {
  const words = constantFrom(
    ..."I|will|send|Ana|Tom|the|deck|if|once|before|she|he|leaves|by Friday|tomorrow|,|and|ask|whether|call|, please|until|said|to|(Tom)|- Tom|.|wenn|ob|zu schicken|a|of|March".split(
      "|",
    ),
  );
  assert(
    property(array(words, { minLength: 2, maxLength: 22 }), (list) => {
      const text = list.join(" ");
      const [reading] = read(
        [
          {
            file: "notes.md",
            text,
            blocks: [
              {
                kind: "item",
                level: 0,
                text,
                runs: [{ at: 0, length: text.length, start: 0, end: text.length }],
                box: null,
                struck: [],
                column: null,
                row: null,
                takenOn: null,
              },
            ],
            takenOn: null,
          },
        ],
        known,
      );
      const places = (reading?.proposals ?? [])
        .filter(({ step }) => step !== null)
        .flatMap((one) => [one, ...one.repeats])
        .toSorted((one, other) => one.start - other.start);
      let end = 0;
      for (const place of places) {
        expect(place.start).toBeGreaterThanOrEqual(end);
        expect(place.quote).toBe(text.slice(place.start, place.end));
        ({ end } = place);
      }
    }),
    { numRuns: 400 },
  );
});
