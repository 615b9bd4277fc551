import { describe, expect, test } from "vitest";
import { detectContacts, readContacts } from "../contacts.ts";
import type { ColumnChoice } from "./columns.ts";

const encoder = new TextEncoder();

function read(text: string, columns?: ColumnChoice) {
  return readContacts({ name: "people.csv", bytes: encoder.encode(text) }, columns === undefined ? {} : { columns });
}

function fields(text: string): string[] {
  return (read(text).columns ?? []).map((column) => column.field);
}

const linkedin = `Notes:
"When exporting your connection data, you may notice that some addresses are missing.
See the settings."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/anaruiz,ana@contoso.example,Contoso,"Head of Alliances, Iberia",15 Jan 2024
Dr. Rui ,"Sample, PhD 🐝",https://www.linkedin.com/in/rui,,,,3 Mar 2026
,,,,,,02 Feb 2024
,,https://www.linkedin.com/in/nobody,,Fabrikam,,02 Feb 2024
`;

describe("LinkedIn's Connections.csv", () => {
  test("is read below its note, with the days of connecting; a row without anybody is a problem", () => {
    const { format, cards, problems } = read(linkedin);
    expect(format).toBe("linkedin");
    expect(cards).toEqual([
      {
        name: "Ana Ruiz",
        givenName: "Ana",
        familyName: "Ruiz",
        nicknames: [],
        role: "Head of Alliances, Iberia",
        emails: [{ value: "ana@contoso.example", label: null }],
        phones: [],
        urls: [{ value: "https://www.linkedin.com/in/anaruiz", label: "linkedin" }],
        place: null,
        about: null,
        organization: "Contoso",
        connectedOn: "2024-01-15",
      },
      {
        name: "Rui Sample",
        givenName: "Rui",
        familyName: "Sample",
        nicknames: ["Dr. Rui Sample, PhD 🐝"],
        role: null,
        emails: [],
        phones: [],
        urls: [{ value: "https://www.linkedin.com/in/rui", label: "linkedin" }],
        place: null,
        about: null,
        organization: null,
        connectedOn: "2026-03-03",
      },
      expect.objectContaining({ name: "Fabrikam", organization: "Fabrikam" }),
    ]);
    expect(problems).toEqual([
      { file: "people.csv", line: 8, what: "a row without a name or an address", kept: "nothing" },
    ]);
  });
});

describe("a table of contacts", () => {
  test.each([
    [
      "First Name,Last Name,Company,Job Title,E-mail,Phone,Notes",
      "givenName familyName organization role email phone about",
    ],
    [
      "Vorname;Nachname;Firma;Funktion;E-Mail-Adresse;Telefon;Bemerkungen",
      "givenName familyName organization role email phone about",
    ],
    [
      "Prénom;Nom;Société;Fonction;Courriel;Téléphone;Commentaires",
      "givenName familyName organization role email phone about",
    ],
    [
      "Nombre;Apellidos;Empresa;Cargo;Correo electrónico;Teléfono;Observaciones",
      "givenName familyName organization role email phone about",
    ],
    ["Name\tOrganisation\tPosition\tMail\tMobil\tScanned at", "name organization role email phone connectedOn"],
    ["Vorname,Nachname,Verein,Mail", "givenName familyName organization email"],
    ["First Name,Last Name,Authority,Email", "givenName familyName organization email"],
    ["Anrede;Titel;Vorname;Name;PLZ;Ort;Land;Webseite", "salutation role givenName familyName ignored place place url"],
  ])("headings are understood in four languages: %s", (headings, expected) => {
    const separator = /[,;\t]/.exec(headings)?.[0] ?? ",";
    const row = headings.split(separator).map((_, index) => `Wort${index}`);
    expect(fields(`${headings}\n${row.join(separator)}\n`).join(" ")).toBe(expected);
  });

  test("the guess says which column was taken for what and by what, with samples", () => {
    const { columns } = read(
      "Name,Work e-mail,Budget\nAna Ruiz,ana@contoso.example,50k\nBen Oduya,ben@fabrikam.example,50k\n",
    );
    expect(columns).toEqual([
      { column: 1, heading: "Name", field: "name", label: null, basis: "heading", samples: ["Ana Ruiz", "Ben Oduya"] },
      {
        column: 2,
        heading: "Work e-mail",
        field: "email",
        label: "work",
        basis: "heading",
        samples: ["ana@contoso.example", "ben@fabrikam.example"],
      },
      { column: 3, heading: "Budget", field: "about", label: null, basis: "nothing", samples: ["50k"] },
    ]);
  });

  test("every column can be chosen otherwise, by its heading or its number", () => {
    const text = "Name,Who,Firm\nrow 1,Ana Ruiz,Contoso\n";
    const { cards } = read(text, { name: "WHO", organization: ["3"], ignored: "Name" });
    expect(cards).toMatchObject([{ name: "Ana Ruiz", organization: "Contoso", about: null }]);
    expect(read(text, { name: "Nobody" }).problems.map((problem) => problem.what)).toContain(
      'there is no column "Nobody"',
    );
  });

  test("a badge scanner's table: its title line is a problem, its questions are kept under their headings", () => {
    const text = [
      "Leads of booth 12",
      "Scanned at,Badge ID,Full Name,Company,Title,Email,How interested?,Comments",
      '2026-02-01T10:33:00Z,881,"Ruiz, Ana",Contoso,Head of Alliances,ana@contoso.example,very,wants the deck',
      "2026-02-02T09:00:00Z,882,Ben Oduya,Fabrikam,CTO,ben@fabrikam.example,,",
    ].join("\n");
    const { cards, problems } = read(text);
    expect(cards).toMatchObject([
      {
        name: "Ana Ruiz",
        givenName: "Ana",
        familyName: "Ruiz",
        role: "Head of Alliances",
        about: "How interested?: very\nwants the deck",
        connectedOn: "2026-02-01",
      },
      { name: "Ben Oduya", role: "CTO", about: null, connectedOn: "2026-02-02" },
    ]);
    expect(problems).toEqual([
      { file: "people.csv", line: 1, what: "stands above the column headings", kept: "nothing" },
    ]);
  });

  test("a table without headings is understood by its values", () => {
    const text =
      "ana.ruiz@contoso.example;Ruiz;Ana;Contoso;+34 600 555 010\njohn.smith@fabrikam.example;Smith;John;Fabrikam;+44 20 7946 0000\n";
    expect(read(text).columns?.map(({ field, basis, heading }) => [field, basis, heading])).toEqual([
      ["email", "values", null],
      ["familyName", "values", null],
      ["givenName", "values", null],
      ["organization", "values", null],
      ["phone", "values", null],
    ]);
    expect(read(text).cards[0]).toMatchObject({ name: "Ana Ruiz", organization: "Contoso" });
    expect(
      read("Ana Ruiz,ana@contoso.example\nBen Oduya,ben@fabrikam.example\n").cards.map((card) => card.name),
    ).toEqual(["Ana Ruiz", "Ben Oduya"]);
  });

  test("headings in another language stand over columns that their values explain", () => {
    const text = "Jméno;Pošta\nAna Ruiz;ana@contoso.example\nBen Oduya;ben@fabrikam.example\n";
    expect(read(text).columns?.map(({ field, basis }) => [field, basis])).toEqual([
      ["name", "values"],
      ["email", "values"],
    ]);
  });

  test("Google's several values in a cell and its label columns are taken apart", () => {
    const text =
      "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n" +
      "Ana Ruiz,Ana,Ruiz,* Work,ana@contoso.example ::: ana@home.example,Mobile,+34 600 555 010,Contoso,CTO\n";
    expect(read(text).cards[0]).toMatchObject({
      emails: [
        { value: "ana@contoso.example", label: "work" },
        { value: "ana@home.example", label: "work" },
      ],
      phones: [{ value: "+34 600 555 010", label: "mobile" }],
      organization: "Contoso",
      role: "CTO",
    });
  });

  test("places of one kind are joined, of two kinds the first is taken", () => {
    const text =
      "Last Name,First Name,Business City,Business Country/Region,Home City,E-mail Address\nRuiz,Ana,Madrid,Spain,Toledo,ana@contoso.example\n";
    expect(read(text).cards[0]?.place).toBe("Madrid, Spain");
  });

  test("a column Title is a role or a form of address by its values", () => {
    expect(fields("Title,Name,Email\nDr.,Ana Ruiz,a@x.example\nMr,Ben Oduya,b@x.example\n")[0]).toBe("salutation");
    expect(fields("Title,Name,Email\nCTO,Ana Ruiz,a@x.example\nHead of Sales,Ben Oduya,b@x.example\n")[0]).toBe("role");
  });

  test("semicolons, tabs, a byte order mark, sep=, windows-1252 and UTF-16 are read", () => {
    const plain = "Vorname;Nachname;Firma\nJörg;Müller;Straßenbau, GmbH\n";
    const expected = [expect.objectContaining({ name: "Jörg Müller", organization: "Straßenbau, GmbH" })];
    expect(read(`\ufeff${plain}`).cards).toEqual(expected);
    expect(read(`sep=;\r\n${plain.replaceAll("\n", "\r\n")}`).cards).toEqual(expected);
    expect(read(plain.replaceAll(";", "\t")).cards).toEqual(expected);
    const western = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
    expect(readContacts({ name: "a.csv", bytes: western }).cards).toEqual(expected);
    const wide = new Uint8Array(2 + plain.length * 2);
    wide.set([0xff, 0xfe]);
    for (let i = 0; i < plain.length; i += 1) new DataView(wide.buffer).setUint16(2 + i * 2, plain.charCodeAt(i), true);
    expect(readContacts({ name: "a.csv", bytes: wide }).cards).toEqual(expected);
  });

  test("a quotation mark that never closes costs its own line", () => {
    const text =
      'Name,Company,Email\nAna Ruiz,"Contoso,ana@contoso.example\nBen Oduya,Fabrikam,ben@fabrikam.example\nCas Vos,"Two\nlines",cas@x.example\n';
    const { cards, problems } = read(text);
    expect(cards.map((card) => [card.name, card.organization])).toEqual([
      ["Ana Ruiz", "Contoso"],
      ["Ben Oduya", "Fabrikam"],
      ["Cas Vos", "Two lines"],
    ]);
    expect(problems).toEqual([
      {
        file: "people.csv",
        line: 2,
        what: "a quotation mark on this line does not close",
        kept: "the line as it stands",
      },
    ]);
  });

  test("many quotation marks that never close cost linear time", () => {
    const text = `Name,Email\n${'Ana "Ruiz,"ana@contoso.example\n'.repeat(50_000)}`;
    const start = performance.now();
    expect(read(text).cards.length).toBeGreaterThan(49_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("RD5: days that may be day/month or month/day are left out and said so; one telling value settles the column", () => {
    const table = (days: string[]) =>
      `Name,Email,Scanned at\n${days.map((day, index) => `Ana Ruiz,a${index}@x.example,${day}\n`).join("")}`;
    const unclear = read(table(["01/02/2026", "03/04/2026"]));
    expect(unclear.cards.map((card) => card.connectedOn)).toEqual([null, null]);
    expect(unclear.problems.map((problem) => problem.what)).toEqual([
      "the days in column 3 (Scanned at) may be day/month or month/day",
    ]);
    expect(read(table(["01/02/2026", "13/02/2026"])).cards.map((card) => card.connectedOn)).toEqual([
      "2026-02-01",
      "2026-02-13",
    ]);
    expect(read(table(["01/02/2026 3:15 PM"])).cards.map((card) => card.connectedOn)).toEqual(["2026-01-02"]);
    expect(read(table(["1.2.2026", "45.2.2026"])).cards.map((card) => card.connectedOn)).toEqual(["2026-02-01", null]);
  });

  test("headings repeated further down, and rows with too few cells, are no people", () => {
    const text = "Name,Email\nAna Ruiz,ana@x.example\nName,Email\n,\nBen Oduya\n";
    expect(read(text).cards.map((card) => card.name)).toEqual(["Ana Ruiz", "Ben Oduya"]);
  });
});

describe("what is no contact file", () => {
  const detect = (name: string, text: string) => detectContacts({ name, bytes: encoder.encode(text) });

  test("vCard, LinkedIn and tables are told apart by their content", () => {
    expect(detect("x.vcf", "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")).toBe("vcard");
    expect(detect("export.csv", linkedin)).toBe("linkedin");
    expect(detect("leads.csv", "Name;Firma;E-Mail\nAna Ruiz;Contoso;a@x.example\n")).toBe("csv");
    expect(detect("leads.txt", "Ana Ruiz\tana@contoso.example\nBen Oduya\tben@fabrikam.example\n")).toBe("csv");
  });

  test.each([
    ["sessions.csv", "Title,Room,Speakers,Start\nKeynote,Hall 1,Ana Ruiz,10:00\n"],
    ["speakers.csv", "Name,Biography,Proposal titles,Company\nAna Ruiz,Long,Keynote,Contoso\n"],
    ["tasks.csv", "Task,Owner,Due,Email\nCall,Ana,2026-02-01,a@x.example\n"],
    ["pages.csv", "Name,Tags,Created\nDay one,notes,2026-02-01\n"],
    ["prose.txt", "Dear Ana, thanks for the talk.\nWe met Ben, who works at Contoso, and Cas.\n"],
    ["mail.txt", "Ask Ana, ana@contoso.example, about the deck.\nThen lunch.\n"],
    ["notes.md", "Name,Email\nAna Ruiz,a@x.example\n"],
    ["empty.csv", ""],
    ["calendar.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"],
  ])("%s is none", (name, text) => {
    expect(detect(name, text)).toBeNull();
  });
});
