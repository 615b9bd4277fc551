import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#domain/model/block.ts";
import { cardsIn } from "./cards.ts";

function block(text: string, more: Partial<Block> = {}): Block {
  return {
    kind: "line",
    level: 0,
    text,
    runs: [{ at: 0, length: text.length, start: 0, end: text.length }],
    box: null,
    struck: [],
    column: null,
    row: null,
    takenOn: null,
    ...more,
  };
}

function readings(...lines: string[]): unknown[] {
  return cardsIn(lines.map((line) => block(line))).map((card) => card.reading);
}

describe("business cards", () => {
  test("RD1 a card's back, one thing to a line, with the place of each", () => {
    const lines = [
      "Ana Ruiz",
      "CTO",
      "Contoso GmbH",
      "ana.ruiz@contoso.example",
      "m: +49 151 2345678",
      "Liked the demo a lot.",
    ];
    const cards = cardsIn(lines.map((line) => block(line)));
    expect(cards.map((card) => card.reading)).toEqual([
      {
        name: "Ana Ruiz",
        organization: "Contoso GmbH",
        role: "CTO",
        email: "ana.ruiz@contoso.example",
        phone: "+49 151 2345678",
      },
    ]);
    expect([cards[0]?.from, cards[0]?.to, cards[0]?.phone]).toEqual([
      0,
      4,
      { block: 4, start: 3, end: 18, words: "+49 151 2345678" },
    ]);
  });

  test("RD1 all in one line, parted by commas or bars", () => {
    const ana = { name: "Ana Ruiz", organization: "Contoso", role: "CTO" };
    expect(readings("Ana Ruiz, CTO, Contoso, ana@contoso.example", "Ana Ruiz | CTO | Contoso")).toEqual([
      { ...ana, email: "ana@contoso.example", phone: null },
      { ...ana, email: null, phone: null },
    ]);
  });

  test("RD1 capitals, titles and degrees are taken off the name; a mail address gives the company", () => {
    expect(readings("Dr. NKIRU OBI", "Head of Sales", "nkiru@litware.co.uk")).toEqual([
      { name: "Nkiru Obi", organization: "Litware", role: "Head of Sales", email: "nkiru@litware.co.uk", phone: null },
    ]);
    expect(readings("Kim Lee", "kim.lee@gmail.com")).toEqual([
      { name: "Kim Lee", organization: null, role: null, email: "kim.lee@gmail.com", phone: null },
    ]);
  });

  test("RD1 labelled lines", () => {
    expect(readings("Name: Ana Ruiz", "Company: Contoso", "Tel: 0151 234567")).toEqual([
      { name: "Ana Ruiz", organization: "Contoso", role: null, email: null, phone: "0151 234567" },
    ]);
  });

  test("RD1 rows of a badge scanner's table", () => {
    const cell = (text: string, row: number, column: string): Block => block(text, { kind: "cell", row, column });
    const cards = cardsIn([
      cell("Ana Ruiz", 0, "Name"),
      cell("Contoso", 0, "Company"),
      cell("Li Wei", 1, "Name"),
      cell("Litware", 1, "Company"),
    ]);
    expect(cards.map((card) => [card.reading.name, card.reading.organization, card.from, card.to])).toEqual([
      ["Ana Ruiz", "Contoso", 0, 1],
      ["Li Wei", "Litware", 2, 3],
    ]);
  });

  test.for([
    [["Dynamic Dashboards", "Django and D3", "Docker Compose"]],
    [["Goals for today:", "Not Bore You", "Learn Things"]],
    [["Ana Ruiz", "Paul Obi", "Kim Lee"]],
    [["Ana Ruiz", "said that the roadmap is open."]],
  ])("S5 no card: %s", ([lines]) => {
    expect(readings(...(lines ?? []))).toEqual([]);
  });

  test("NT3 never throws, and every part is the words at its place", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom(
        "Ana Ruiz",
        "CTO",
        "Contoso",
        "a@b.co",
        "+49 151 2345678",
        "Name: Ana",
        "Ana Ruiz, CTO, Contoso",
        "",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const blocks = lines.map((text) => block(text));
        let last = -1;
        for (const card of cardsIn(blocks)) {
          expect(card.from).toBeGreaterThan(last);
          last = card.to;
          for (const part of [card.name, card.role, card.organization, card.email, card.phone]) {
            if (part === null) continue;
            expect(blocks[part.block]?.text.slice(part.start, part.end)).toBe(part.words);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
