import { describe, expect, test } from "vitest";
import { readContacts } from "../contacts.ts";

const encoder = new TextEncoder();

function read(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  return readContacts({ name: "people.vcf", bytes });
}

/** Latin letters as one byte each. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function card(lines: string[], version = "3.0"): string {
  return ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");
}

describe("vCard", () => {
  test("a whole card of version 4.0 gives every field a person has", () => {
    const text = card(
      [
        "FN:Dr. Ana Ruiz",
        "N:Ruiz;Ana;;Dr.;",
        "NICKNAME:Anita,Annie",
        "ORG:Contoso;Alliances;Iberia",
        "TITLE:Head of Alliances",
        "ROLE:Partner manager",
        'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+34-91-555-0101;ext=12',
        "TEL;TYPE=cell:+34 600 555 010",
        "EMAIL;TYPE=home:ana@home.example",
        "EMAIL;TYPE=work;PREF=1:ana@contoso.example",
        "URL:https://contoso.example/ana",
        "IMPP;X-SERVICE-TYPE=Skype:skype:ana.ruiz",
        "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/anaruiz",
        "ADR;TYPE=work:;;Gran Vía 1;Madrid;;28013;Spain",
        "NOTE:Met at the booth.\\nWants the deck\\, soon\\; really.",
        "BDAY:19800101",
      ],
      "4.0",
    );
    expect(read(text)).toEqual({
      format: "vcard",
      columns: null,
      photosSkipped: 0,
      problems: [],
      cards: [
        {
          name: "Ana Ruiz",
          givenName: "Ana",
          familyName: "Ruiz",
          nicknames: ["Anita", "Annie", "Dr. Ana Ruiz"],
          role: "Head of Alliances",
          emails: [
            { value: "ana@contoso.example", label: "work" },
            { value: "ana@home.example", label: "home" },
          ],
          phones: [
            { value: "+34-91-555-0101 ext. 12", label: "work" },
            { value: "+34 600 555 010", label: "mobile" },
          ],
          urls: [
            { value: "https://contoso.example/ana", label: null },
            { value: "skype:ana.ruiz", label: "Skype" },
            { value: "https://www.linkedin.com/in/anaruiz", label: "linkedin" },
          ],
          place: "Madrid, Spain",
          about: "Met at the booth.\nWants the deck, soon; really.\nDepartment: Alliances, Iberia",
          organization: "Contoso",
          connectedOn: null,
        },
      ],
    });
  });

  test("quoted-printable of 2.1 is decoded in its charset, over soft line breaks", () => {
    const text = card(
      [
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller=3B;J=C3=B6rg;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BC=",
        "ller",
        "ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Stra=DFenbau;B=FCro",
        "NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0A=",
        "second = third",
      ],
      "2.1",
    );
    const { cards, problems } = read(text);
    expect(problems).toEqual([]);
    expect(cards[0]).toMatchObject({
      name: "Jörg Müller",
      givenName: "Jörg",
      familyName: "Müller;",
      organization: "Straßenbau",
      about: "first\nsecond = third\nDepartment: Büro",
    });
  });

  test("raw bytes are read in the charset that the property names, or as the file is", () => {
    const inWestern = latin1(card(["FN;CHARSET=ISO-8859-1:J\u00f6rg M\u00fcller", "ORG:Caf\u00e9 Zo\u00eb"], "2.1"));
    expect(read(inWestern).cards[0]).toMatchObject({ name: "Jörg Müller", organization: "Café Zoë" });
    const shiftJis = new Uint8Array([
      ...latin1("BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:"),
      ...latin1("\x8e\x52\x93\x63"),
      ...latin1("\r\nEND:VCARD\r\n"),
    ]);
    expect(read(shiftJis).cards[0]?.name).toBe("山田");
  });

  test("one property in another encoding does not spoil the others", () => {
    const bytes = new Uint8Array([
      ...encoder.encode("BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Müller\nORG:"),
      ...latin1("Caf\u00e9"),
      ...encoder.encode("\nEND:VCARD\n"),
    ]);
    expect(read(bytes).cards[0]).toMatchObject({ name: "Zoë Müller", organization: "Café" });
  });

  test("UTF-16 with a byte order mark is read", () => {
    const text = `\ufeff${card(["FN:Łukasz Żak"])}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i += 1) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true);
    expect(read(bytes).cards[0]?.name).toBe("Łukasz Żak");
  });

  test("text in base64 is decoded", () => {
    expect(read(card(["FN:Ana Ruiz", "NOTE;ENCODING=b:R3LDvMOfZQ=="])).cards[0]?.about).toBe("Grüße");
  });

  test("a folded line goes on inside a word in 3.0, and at a space in 2.1", () => {
    expect(read(card(["FN:Ana Ruiz", "NOTE:half a wo", " rd"])).cards[0]?.about).toBe("half a word");
    expect(read(card(["FN:Ana Ruiz", "NOTE:two", " words"], "2.1")).cards[0]?.about).toBe("two words");
    const at76 = `NOTE:${"x".repeat(71)}`;
    expect(read(card(["FN:Ana Ruiz", at76, " yz"], "2.1")).cards[0]?.about).toBe(`${"x".repeat(71)}yz`);
  });

  test("lines may end in LF, CR, CRLF or CRCRLF", () => {
    for (const end of ["\n", "\r", "\r\n", "\r\r\n"]) {
      const text = card(["FN:Ana Ruiz", "NOTE:a", " b"]).replaceAll("\r\n", end);
      expect([end, read(text).cards]).toMatchObject([end, [{ name: "Ana Ruiz", about: "ab" }]]);
    }
  });

  test("photos, logos, sounds and keys are left out and counted, however they are written", () => {
    const text = card([
      "FN:Ana Ruiz",
      "PHOTO;ENCODING=b;TYPE=JPEG:AAAA",
      " BBBB",
      "LOGO;BASE64:",
      "  CCCC",
      "",
      "PHOTO;VALUE=uri:https://contoso.example/a.jpg",
      "KEY;X509;ENCODING=BASE64:",
      "DDDD",
      "EEEE==",
      "",
      "ORG:Contoso",
    ]);
    const { cards, photosSkipped, problems } = read(text);
    expect(photosSkipped).toBe(4);
    expect(problems).toEqual([]);
    expect(cards[0]?.organization).toBe("Contoso");
  });

  test("a grouped property takes the label a person gave it", () => {
    const text = card([
      "FN:Ana Ruiz",
      "item1.EMAIL;type=INTERNET:ana@contoso.example",
      "item1.X-ABLabel:Assistant",
      "item2.URL:http\\://contoso.example",
      "item2.X-ABLabel:_$!<HomePage>!$_",
    ]);
    expect(read(text).cards[0]).toMatchObject({
      emails: [{ value: "ana@contoso.example", label: "Assistant" }],
      urls: [{ value: "http://contoso.example", label: "HomePage" }],
    });
  });

  test("without FN the name comes from N, then the nickname, the e-mail, the organization", () => {
    const names = [
      ["N:Ruiz;Ana;María;Dr.;Jr."],
      ["NICKNAME:Annie", "ORG:Contoso"],
      ["EMAIL:ana.ruiz@contoso.example", "ORG:Contoso"],
      ["EMAIL:info@contoso.example"],
      ["ORG:Contoso;Sales"],
      ["TEL:+34 600 555 010"],
    ].map((lines) => read(card(lines)).cards[0]?.name);
    expect(names).toEqual([
      "Ana María Ruiz Jr.",
      "Annie",
      "Ana Ruiz",
      "info@contoso.example",
      "Contoso",
      "+34 600 555 010",
    ]);
  });

  test("an entry for a company keeps the company's name as it is", () => {
    expect(read(card(["FN:Contoso Iberia", "N:;;;;", "ORG:Contoso Iberia"])).cards[0]).toMatchObject({
      name: "Contoso Iberia",
      givenName: null,
      familyName: null,
      organization: "Contoso Iberia",
    });
  });

  test("a name that starts with the family name of N is turned round; a comma elsewhere is no turn", () => {
    expect(read(card(["FN:Ruiz\\, Ana", "N:Ruiz;Ana;;;"])).cards[0]?.name).toBe("Ana Ruiz");
    expect(
      read(card(["FN:Mr. John Richter\\, James Doe Sr.", "N:Doe;John;Richter\\, James;Mr.;Sr."])).cards[0],
    ).toMatchObject({
      name: "John Richter James Doe Sr.",
      givenName: "John",
      familyName: "Doe",
    });
  });

  test("an assistant's card inside a card is a card of its own", () => {
    const nested = [
      "BEGIN:VCARD",
      "VERSION:2.1",
      "FN:Ana Ruiz",
      "AGENT:",
      card(["FN:Ben Oduya"], "2.1").trim(),
      "ORG:Contoso",
      "END:VCARD",
    ].join("\n");
    expect(read(nested)).toMatchObject({
      cards: [{ name: "Ana Ruiz", organization: "Contoso" }, { name: "Ben Oduya" }],
      problems: [],
    });
    const inline = card(["FN:Ana Ruiz", "AGENT:BEGIN:VCARD\\nFN:Ben Oduya\\nEND:VCARD\\n", "ORG:Contoso"]);
    expect(read(inline)).toMatchObject({
      cards: [{ name: "Ana Ruiz", organization: "Contoso" }, { name: "Ben Oduya" }],
      problems: [],
    });
  });

  test("a missing END costs nothing but a problem", () => {
    const text = "BEGIN:VCARD\nFN:Ana Ruiz\nBEGIN:VCARD\nFN:Ben Oduya\n";
    const { cards, problems } = read(text);
    expect(cards.map((found) => found.name)).toEqual(["Ana Ruiz", "Ben Oduya"]);
    expect(problems.map(({ line, kept }) => [line, kept])).toEqual([
      [3, "both cards"],
      [3, "what it holds"],
    ]);
  });

  test("a bad line costs that line and is a problem with its number", () => {
    const text =
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nthis is no property\nEMAIL:nobody\nTEL:none\nORG:Contoso\nEND:VCARD\nstray\ntext\n";
    const { cards, problems } = read(text);
    expect(cards[0]).toMatchObject({ name: "Ana Ruiz", organization: "Contoso", emails: [], phones: [] });
    expect(problems).toEqual([
      { file: "people.vcf", line: 4, what: "not a line of a vCard", kept: "the card without this line" },
      { file: "people.vcf", line: 5, what: '"nobody" is no e-mail address', kept: "the card without it" },
      { file: "people.vcf", line: 6, what: '"none" is no telephone number', kept: "the card without it" },
      { file: "people.vcf", line: 9, what: "text outside of a card", kept: "nothing" },
    ]);
  });

  test("a soft line break does not swallow the end of the card", () => {
    const text =
      "BEGIN:VCARD\nVERSION:2.1\nFN:Ana Ruiz\nNOTE;ENCODING=QUOTED-PRINTABLE:broken off=\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Oduya\nEND:VCARD\n";
    const { cards, problems } = read(text);
    expect(cards).toMatchObject([{ name: "Ana Ruiz", about: "broken off" }, { name: "Ben Oduya" }]);
    expect(problems.map((problem) => problem.line)).toEqual([4]);
  });

  test("a group of addresses is no person, and neither is an empty card", () => {
    const { cards, problems } = read(card(["FN:Everybody", "KIND:group"], "4.0") + card([]));
    expect(cards).toEqual([]);
    expect(problems.map((problem) => problem.what)).toEqual([
      "a group of addresses, not a person",
      "a card without a name or an address",
    ]);
  });
});
