import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { readContacts } from "./contacts.ts";
import { readNotes } from "./notes.ts";
import { readProgramme } from "./programme.ts";

const utf8 = new TextEncoder();

function bytesOf(...parts: (string | number)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...utf8.encode(part)])));
}

describe("bytes to text", () => {
  test("NT1 one byte that is no UTF-8 among umlauts is read as windows-1252, and the rest stays as it was written", () => {
    const bytes = bytesOf("Grüße aus Köln\nfür Jörg ", 0x96, " später\n");
    expect(decode(bytes)).toEqual({
      text: "Grüße aus Köln\nfür Jörg – später\n",
      encoding: "utf-8",
      odd: { count: 1, line: 2 },
    });
  });

  test("text in windows-1252 stays windows-1252, also where two of its letters look like one in UTF-8", () => {
    const bytes = bytesOf(
      "CAF",
      0xc9,
      0x94,
      " tr",
      0xe8,
      "s beau, d",
      0xe9,
      "j",
      0xe0,
      " vu, o",
      0xf9,
      " ",
      0xea,
      "tre",
    );
    expect(decode(bytes).text).toBe("CAFÉ” très beau, déjà vu, où être");
  });

  test("every text in UTF-8 comes back as it was, and nothing is odd in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\uFEFF") && !text.includes("\u0000"));
        expect(decode(utf8.encode(text))).toEqual({ text, encoding: "utf-8", odd: null });
      }),
    );
  });

  test("a page, a card and a programme with an odd byte say so with the line, and keep every word", () => {
    const notes = readNotes({ name: "a.md", bytes: bytesOf("# Müller\n\nschöne Grüße", 0x85, "\n") });
    expect(notes.pages[0]?.text).toBe("# Müller\n\nschöne Grüße…\n");
    expect(notes.problems).toEqual([
      {
        file: "a.md",
        line: 3,
        what: "1 byte of this text in UTF-8 is none",
        kept: "all of it; the byte is read as windows-1252",
      },
    ]);
    const card = bytesOf("BEGIN:VCARD\nVERSION:3.0\nFN:Jürgen Müßig", 0x92, "s\nEND:VCARD\n");
    const cards = readContacts({ name: "a.vcf", bytes: card });
    expect(cards.cards[0]?.name).toBe("Jürgen Müßig’s");
    expect(cards.problems).toMatchObject([{ line: 3 }]);
    const table = bytesOf("Title,Start\nMüll trennen über alles", 0x85, ",2026-02-03 09:00\n");
    const programme = readProgramme({ name: "sessions.csv", bytes: table });
    expect(programme.sessions[0]?.title).toBe("Müll trennen über alles…");
    expect(programme.problems).toContainEqual(
      expect.objectContaining({ line: 2, what: expect.stringContaining("byte") }),
    );
  });
});
