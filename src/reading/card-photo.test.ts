import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LineSeen, readCardPhoto } from "./card-photo.ts";

/** Lines of one height, or with their own where it is said. */
function lines(...seen: (string | [text: string, height: number])[]): LineSeen[] {
  return seen.map((line) =>
    typeof line === "string" ? { text: line, height: 20 } : { text: line[0], height: line[1] },
  );
}

const nothing = { name: null, role: null, organization: null, emails: [], phones: [], urls: [] };

describe("a photographed card", () => {
  test("RD7 the company above the name, icons read as signs, two numbers with what they are", () => {
    const seen = lines(
      ["QUAYSIDE", 34],
      "— ——",
      ["Sofie Lund", 30],
      "Head of Partnerships",
      "& M +45 20 12 34 56",
      "T +45 33 00 00 00",
      "@ sofie.lund @quayside.example",
      "© www.quayside.example",
      "Kajgade 4, 8000 Aarhus",
    );
    expect(readCardPhoto(seen)).toEqual({
      name: "Sofie Lund",
      role: "Head of Partnerships",
      organization: "QUAYSIDE",
      emails: ["sofie.lund@quayside.example"],
      phones: [
        { value: "+45 20 12 34 56", label: "mobile" },
        { value: "+45 33 00 00 00", label: "work" },
      ],
      urls: ["www.quayside.example"],
    });
  });

  test("RD7 a badge: the name over two lines, the event and the kind of guest are nobody", () => {
    const seen = lines(["Open Logistics Expo", 40], ["SOFIE", 60], ["LUND", 60], "Quayside Terminals", "ATTENDEE");
    expect(readCardPhoto(seen, ["Open Logistics Expo"])).toEqual({
      ...nothing,
      name: "Sofie Lund",
      organization: "Quayside Terminals",
    });
  });

  test("a name that is in no list is told by the address, or by the size of its letters", () => {
    const addressed = lines("Bluewater Tugs", "Oyelaran Adeb", "Chief Engineer", "o.adeb@bluewater.example");
    expect(readCardPhoto(addressed)).toMatchObject({ name: "Oyelaran Adeb", organization: "Bluewater Tugs" });
    const tall = lines(["Fenwick Oru", 48], "Bluewater Tugs");
    expect(readCardPhoto(tall)).toMatchObject({ name: "Fenwick Oru", organization: "Bluewater Tugs" });
  });

  test("an organization that only the address names, and none where the mail is a service's", () => {
    expect(readCardPhoto(lines("Sofie Lund", "sofie@quayside.example"))).toMatchObject({ organization: "Quayside" });
    expect(readCardPhoto(lines("Sofie Lund", "sofie.lund@gmail.com"))).toMatchObject({ organization: null });
  });

  test("RD5 what is no card gives nothing that it does not say", () => {
    expect(readCardPhoto(lines("~ . |", "4711", ""))).toEqual(nothing);
    expect(readCardPhoto([])).toEqual(nothing);
  });

  test("never throws, and invents no word", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 140 }),
      fc.constantFrom("Sofie Lund", "CTO", "Quayside GmbH", "a@b.co", "+45 20 12 34 56", "SOFIE", "LUND", "Speaker"),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ text: line, height: fc.nat(60) }), { maxLength: 70 }), (seen) => {
        const { name, role, emails, phones } = readCardPhoto(seen);
        const all = seen
          .map(({ text }) => text.replace(/\s*@\s*/gu, "@"))
          .join(" ")
          .toLowerCase();
        for (const word of (name ?? "").split(" ")) expect(all).toContain(word.toLowerCase());
        for (const words of [role ?? "", ...emails, ...phones.map(({ value }) => value)]) {
          expect(all).toContain(words.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });
});
