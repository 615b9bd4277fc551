import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeCharactersMax, readCode } from "./code.ts";

function card(text: string): Record<string, unknown> | undefined {
  const read = readCode(text);
  if (read === null) return undefined;
  const said = Object.entries(read.card).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(said), isNamed: read.isNamed };
}

const address = (value: string, label: string | null = null) => [{ value, label }];

describe("the code on a card or badge", () => {
  test("RD7 a vCard gives the person as a contact file does", () => {
    const text =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lund;Sofie\r\nFN:Sofie Lund\r\nORG:Quayside\r\nTITLE:Harbour master\r\nTEL;TYPE=CELL:+45 20 12 34 56\r\nEMAIL:sofie@quayside.example\r\nEND:VCARD";
    expect(card(text)).toEqual({
      name: "Sofie Lund",
      givenName: "Sofie",
      familyName: "Lund",
      organization: "Quayside",
      role: "Harbour master",
      phones: address("+45 20 12 34 56", "mobile"),
      emails: address("sofie@quayside.example"),
      isNamed: true,
    });
  });

  test("RD7 a MECARD, with the family name first, escapes, and what many add to it", () => {
    const text =
      "MECARD:N:Lund,Sofie;ORG:Quayside\\; Sons;TITLE:Harbour master;TEL:+4520123456;TEL:+4533000000;EMAIL:sofie@quayside.example;URL:https\\://quayside.example;ADR:Kaj 4,Aarhus;NOTE:berth 9\\\\10;;";
    expect(card(text)).toEqual({
      name: "Sofie Lund",
      givenName: "Sofie",
      familyName: "Lund",
      organization: "Quayside; Sons",
      role: "Harbour master",
      phones: [...address("+4520123456"), ...address("+4533000000")],
      emails: address("sofie@quayside.example"),
      urls: address("https://quayside.example"),
      place: "Kaj 4, Aarhus",
      about: "berth 9\\10",
      isNamed: true,
    });
  });

  test("a MECARD without the comma, or without a name, is read as far as it goes", () => {
    expect(card("mecard:n:Sofie Lund;;")).toEqual({
      name: "Sofie Lund",
      givenName: "Sofie",
      familyName: "Lund",
      isNamed: true,
    });
    expect(card("MECARD:EMAIL:sofie.lund@quayside.example;;")).toEqual({
      name: "Sofie Lund",
      emails: address("sofie.lund@quayside.example"),
      isNamed: false,
    });
    expect(card("MECARD:;;;")).toBeUndefined();
  });

  test.for([
    [
      "mailto:sofie.lund@quayside.example?subject=Berths",
      { name: "Sofie Lund", emails: address("sofie.lund@quayside.example") },
    ],
    [
      "MATMSG:TO:sofie.lund@quayside.example;SUB:Hello;BODY:;;",
      { name: "Sofie Lund", emails: address("sofie.lund@quayside.example") },
    ],
    ["sofie.lund@quayside.example", { name: "Sofie Lund", emails: address("sofie.lund@quayside.example") }],
    ["tel:+4520123456", { name: "+4520123456", phones: address("+4520123456") }],
    [
      "https://quayside.example/sofie",
      { name: "https://quayside.example/sofie", urls: address("https://quayside.example/sofie") },
    ],
    [
      "https://www.linkedin.com/in/sofie-lund-8a1b2c?trk=qr",
      { name: "Sofie Lund", urls: address("https://www.linkedin.com/in/sofie-lund-8a1b2c?trk=qr") },
    ],
  ] as const)("an address alone is kept, and its name is no name that was said: %s", ([text, expected]) => {
    expect(card(text)).toMatchObject({ ...expected, isNamed: false });
  });

  test.for([
    "",
    "4711",
    "WIFI:S:venue;T:WPA;P:secret;;",
    "see https://quayside.example",
    "javascript:alert(1)",
    "https://",
  ])("is nobody's: %s", (text) => {
    expect(readCode(text)).toBeNull();
  });

  test("more than a code can hold is not read", () => {
    expect(readCode(`MECARD:N:Lund,Sofie;NOTE:${"x".repeat(codeCharactersMax)};;`)).toBeNull();
  });

  test("never throws, whatever a code holds", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "MECARD:",
        "BEGIN:VCARD\n",
        "N:",
        ";",
        ",",
        "\\",
        "mailto:",
        "https://",
        "@",
        "MATMSG:TO:",
        "END:VCARD",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(readCode(parts.join(""))?.card.name).not.toBe("");
      }),
      { numRuns: 2000 },
    );
  });
});
