import { describe, expect, test } from "vitest";
import { cardSeen } from "./carded.ts";

function lines(...texts: string[]) {
  return texts.map((text) => ({ text, height: 20 }));
}

describe("what was seen on a photo of a card", () => {
  test("RD7 a code that says the name is enough, and is believed before the words", () => {
    const code = "MECARD:N:Lund,Sofie;EMAIL:sofie@quayside.example;;";
    const seen = cardSeen({ codes: [code], lines: [] });
    expect(seen).toMatchObject({ isSure: true, text: code, card: { name: "Sofie Lund" } });
    const both = cardSeen({ codes: [code], lines: lines("Sofie B. Lund", "Harbour master", "SOFIE@quayside.example") });
    expect(both.card).toMatchObject({
      name: "Sofie Lund",
      role: "Harbour master",
      emails: [{ value: "sofie@quayside.example", label: null }],
    });
  });

  test("RD7 of a code that is a link or an address, the name is taken from the words beside it", () => {
    const seen = cardSeen({
      codes: ["https://quayside.example/sofie"],
      lines: lines("Sofie Lund", "Quayside Terminals GmbH"),
    });
    expect(seen.isSure).toBe(false);
    expect(seen.card).toMatchObject({
      name: "Sofie Lund",
      organization: "Quayside Terminals GmbH",
      urls: [{ value: "https://quayside.example/sofie", label: null }],
    });
    expect(seen.text).toBe("https://quayside.example/sofie\n\nSofie Lund\nQuayside Terminals GmbH");
  });

  test("the code of a badge that is only a number names nobody, and its words do", () => {
    const seen = cardSeen({ codes: ["4711-0815"], lines: lines("Sofie Lund", "Quayside") });
    expect(seen).toMatchObject({ isSure: false, card: { name: "Sofie Lund", urls: [] } });
  });

  test("words with an address and no name are a card of that address", () => {
    expect(cardSeen({ codes: [], lines: lines("sofie.lund@quayside.example") }).card).toMatchObject({
      name: "Sofie Lund",
      organization: "Quayside",
    });
  });

  test("RD7 nothing seen is nobody, with nothing to keep", () => {
    expect(cardSeen({ codes: [], lines: lines(" ", "~") })).toEqual({ card: null, isSure: false, text: " \n~" });
    expect(cardSeen({ codes: [" "], lines: [] })).toEqual({ card: null, isSure: false, text: "" });
  });
});
