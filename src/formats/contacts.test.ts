import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ContactCard } from "#domain/model/person.ts";
import { readContacts } from "./contacts.ts";
import { limits } from "./file.ts";

const encoder = new TextEncoder();

function read(name: string, text: string) {
  return readContacts({ name, bytes: encoder.encode(text) });
}

const samples = [
  "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r\nTEL;CELL;PREF:+49 30 1234567\r\nEMAIL;INTERNET:joerg@x.example\r\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo\r\nPHOTO;ENCODING=BASE64:\r\n AAAA\r\n\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Ben\r\nEND:VCARD\r\nEND:VCARD\r\n",
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Ruiz\r\nN:Ruiz;Ana;;;\r\nitem1.EMAIL;TYPE="work,pref":ana@contoso.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nADR:;;Gran Vía 1;Madrid;;28013;Spain\r\nORG:Contoso\\;Sons;Sales\r\nNOTE:long li\r\n ne\r\nEND:VCARD\r\n',
  'Notes:\n"a note"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,https://www.linkedin.com/in/a,,Contoso,"Head, Sales",15 Jan 2024\n',
  'sep=;\nName;Firma;E-Mail;Notiz\n"Ruiz, Ana";"Contoso ""Iberia""";ana@contoso.example;"zwei\nZeilen"\n',
];

test("any truncation and any change of bytes of a valid file is read without an exception, into cards that are valid", () => {
  const damaged = fc.record({
    sample: fc.constantFrom(...samples),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 8,
    }),
  });
  fc.assert(
    fc.property(damaged, ({ sample, length, flips }) => {
      const whole = encoder.encode(sample);
      const bytes = whole.slice(0, Math.round(whole.length * length));
      for (const [at, byte] of flips) if (bytes.length > 0) bytes[Math.floor(at * (bytes.length - 1))] = byte;
      const result = readContacts({ name: "damaged.csv", bytes });
      for (const card of result.cards) expect(ContactCard.parse(card)).toEqual(card);
      expect(result.problems.length).toBeLessThanOrEqual(limits.problemsMax + 1);
    }),
    { numRuns: 1500 },
  );
});

test("any text as the value of any property gives a valid card or a problem", () => {
  const names = [
    "FN",
    "N",
    "ORG",
    "EMAIL",
    "TEL",
    "URL",
    "ADR",
    "NOTE",
    "NICKNAME",
    "TITLE",
    "AGENT",
    "IMPP",
    "item1.X-ABLabel",
  ];
  const parameters = [
    "",
    ";ENCODING=QUOTED-PRINTABLE",
    ";CHARSET=UTF-16",
    ";ENCODING=b",
    ";TYPE=work,pref",
    ";CHARSET=nonsense",
    ';X="a:b',
  ];
  const line = fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...parameters),
    fc.string({ unit: "binary", maxLength: 400 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = `BEGIN:VCARD\n${lines.map(([name, parameter, value]) => `${name}${parameter}:${value}`).join("\n")}\nEND:VCARD\n`;
      for (const card of read("any.vcf", text).cards) expect(ContactCard.parse(card)).toEqual(card);
    }),
    { numRuns: 500 },
  );
});

test("a file larger than the limit is a problem, and what comes before it is kept", () => {
  const bytes = new Uint8Array(limits.fileBytesMax + 10).fill(65);
  bytes.set(encoder.encode("BEGIN:VCARD\nFN:Ana Ruiz\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Oduya\nPHOTO:"));
  const { cards, problems } = readContacts({ name: "big.vcf", bytes });
  expect(cards.map((card) => card.name)).toEqual(["Ana Ruiz", "Ben Oduya"]);
  expect(problems).toEqual([
    {
      file: "big.vcf",
      line: null,
      what: "The file is larger than 64 MB",
      kept: "what was read up to there",
    },
    { file: "big.vcf", line: 4, what: "the card has no END", kept: "what it holds" },
  ]);
});

test("cards beyond the limit are a problem, and the first ones are kept", () => {
  const vcards = read("many.vcf", "BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(limits.cardsMax + 2));
  expect(vcards.cards.length).toBe(limits.cardsMax);
  expect(vcards.problems.map((problem) => [problem.line, problem.what])).toEqual([
    [limits.cardsMax * 3 + 1, `more than ${limits.cardsMax} cards`],
  ]);
  const rows = read("many.csv", `Name,Email\n${"Ana,a@x.example\n".repeat(limits.cardsMax + 2)}`);
  expect(rows.cards.length).toBe(limits.cardsMax);
  expect(rows.problems.map((problem) => [problem.line, problem.what])).toEqual([
    [limits.cardsMax + 2, `more than ${limits.cardsMax} rows`],
  ]);
});

test("a line beyond the limit costs that line, in a vCard and in a table", () => {
  const long = "x".repeat(limits.lineCharactersMax);
  const vcard = read("long.vcf", `BEGIN:VCARD\nFN:Ana Ruiz\nNOTE:${long}\n more\nORG:Contoso\nEND:VCARD\n`);
  expect(vcard.cards).toMatchObject([{ name: "Ana Ruiz", organization: "Contoso", about: null }]);
  expect(vcard.problems.map((problem) => problem.line)).toEqual([3]);
  const table = read("long.csv", `Name,Email,Notes\nAna Ruiz,a@x.example,${long}x\nBen Oduya,b@x.example,short\n`);
  expect(table.cards.map((card) => card.name)).toEqual(["Ben Oduya"]);
  expect(table.problems.map((problem) => problem.line)).toEqual([2]);
});

test("problems beyond the limit are counted in a last one", () => {
  const { problems } = read(
    "bad.vcf",
    `BEGIN:VCARD\nFN:Ana Ruiz\n${"bad line\n".repeat(limits.problemsMax + 7)}END:VCARD\n`,
  );
  expect(problems.length).toBe(limits.problemsMax + 1);
  expect(problems.at(-1)?.what).toBe("7 more problems of this file are not listed");
});

test("cards inside cards beyond the depth limit are cards beside each other", () => {
  const depth = limits.depthMax + 20;
  const { cards } = read("deep.vcf", `${"BEGIN:VCARD\nFN:A\nAGENT:\n".repeat(depth)}${"END:VCARD\n".repeat(depth)}`);
  expect(cards.length).toBe(depth);
});

test("long fields are cut and many addresses are kept up to their number, so that every card is valid", () => {
  const emails = Array.from({ length: 30 }, (_, index) => `EMAIL:a${index}@x.example`).join("\n");
  const { cards, problems } = read(
    "wide.vcf",
    `BEGIN:VCARD\nFN:${"n".repeat(900)}\n${emails}\nNOTE:${"y".repeat(30_000)}\nEND:VCARD\n`,
  );
  expect(cards.map((card) => ContactCard.safeParse(card).success)).toEqual([true]);
  expect(cards[0]?.emails.length).toBe(20);
  expect(problems.length).toBe(10);
});

test("an empty file and a file of noise give no cards and no exception", () => {
  expect(read("empty.csv", "").cards).toEqual([]);
  expect(
    readContacts({ name: "noise.vcf", bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256) })
      .format,
  ).toBe("csv");
});
