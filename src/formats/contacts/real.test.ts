import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContactCard } from "#domain/model/person.ts";
import { detectContacts, readContacts } from "../contacts.ts";

const folder = join(process.env["UPSHOT_DATA"] ?? join(import.meta.dirname, "../../../../shared/data"), "contacts");
const isThere = existsSync(folder);
const reason = isThere ? "" : ` (skipped: ${folder} is not there; UPSHOT_DATA names another place)`;
const names = isThere ? readdirSync(folder).filter((name) => /\.(?:vcf|csv)$/.test(name)) : [];

function read(name: string) {
  return readContacts({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
}

/** Counted without any of our reading: lines of the raw bytes. */
function lines(name: string): string[] {
  return readFileSync(join(folder, name), "latin1").split(/[\r\n]+/);
}

describe.skipIf(!isThere)(`contacts as real programs write them${reason}`, () => {
  test("every vCard file has as many cards as lines that begin one, and as many media as lines that name one", () => {
    const files = names.filter((name) => name.endsWith(".vcf"));
    const counted = files.map((name) => ({
      name,
      cards: lines(name).filter((line) => /^BEGIN:VCARD\s*$/i.test(line)).length,
      media: lines(name).filter((line) => /^(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(line)).length,
    }));
    const found = files.map((name) => ({ name, cards: read(name).cards.length, media: read(name).photosSkipped }));
    expect(found).toEqual(counted);
    expect(found.length).toBe(17);
  });

  test("LinkedIn's table has as many cards as rows below its headings", () => {
    const name = "linkedin_connections_synthetic.csv";
    const all = lines(name).filter((line) => line.trim() !== "");
    const headings = all.findIndex((line) => line.startsWith("First Name,"));
    const { format, cards, problems } = read(name);
    expect({ format, cards: cards.length, problems }).toEqual({
      format: "linkedin",
      cards: all.length - headings - 1,
      problems: [],
    });
  });

  test("every file is known for what it is, and every card is valid as it stands", () => {
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      expect([name, detectContacts({ name, bytes })]).toEqual([name, name.endsWith(".vcf") ? "vcard" : "linkedin"]);
      for (const card of read(name).cards) expect(ContactCard.parse(card)).toEqual(card);
    }
  });

  test.each([
    ["John_Doe_ANDROID.vcf", 3, { name: "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ", phones: 4 }],
    [
      "John_Doe_ANDROID.vcf",
      4,
      { name: "Ñ Ñ Ñ Ñ", givenName: "Ñ Ñ Ñ", familyName: "Ñ Ñ", organization: "ÑÑÑÑÑÑÑÑÑÑÑÑ", urls: 2 },
    ],
    ["John_Doe_BLACK_BERRY.vcf", 0, { name: "John Doe", organization: "Acme Solutions", phones: 1 }],
    [
      "John_Doe_EVOLUTION.vcf",
      0,
      {
        name: "John Richter James Doe Sr.",
        nicknames: 1,
        emails: 1,
        place: "Albaney, New York, United States of America",
      },
    ],
    ["John_Doe_GMAIL.vcf", 0, { givenName: "John", familyName: "Doe", role: "Money Counter", phones: 2 }],
    [
      "John_Doe_IPHONE.vcf",
      0,
      { organization: "IBM", phones: 7, place: "New York, New York, United States of America" },
    ],
    ["John_Doe_LOTUS_NOTES.vcf", 0, { name: "Doe John I Johny", role: "Generic Accountant", emails: 2 }],
    ["John_Doe_MAC_ADDRESS_BOOK.vcf", 0, { name: "John Richter James Doe Sr.", phones: 7, urls: 1 }],
    ["John_Doe_MS_OUTLOOK.vcf", 0, { name: "John Richter James Doe Sr.", role: "Money Counter", emails: 1 }],
    ["fullcontact.vcf", 0, { organization: "Organization1", role: "Title1", emails: 5, phones: 9, urls: 11 }],
    ["gmail-list.vcf", 2, { name: "Doug White", emails: 1 }],
    ["gmail-single2.vcf", 0, { name: "VCard Test", emails: 5, phones: 11, urls: 14 }],
    ["outlook-2003.vcf", 0, { name: "John Doe III", organization: "Company, The", role: "The Job Title" }],
    ["outlook-2007.vcf", 0, { name: "Michael Angstadt Jr.", phones: 4, place: "New York, NY, USA" }],
    [
      "rfc2426-example.vcf",
      1,
      { name: "Tim Howes", organization: "Netscape Communications Corp.", place: "Mountain View, CA, U.S.A." },
    ],
    ["rfc6350-example.vcf", 0, { name: "Simon Perreault", organization: "Viagenie", place: "Quebec, QC, Canada" }],
    [
      "thunderbird-MoreFunctionsForAddressBook-extension.vcf",
      0,
      { name: "John Doe", nicknames: 1, emails: 5, phones: 5 },
    ],
    [
      "linkedin_connections_synthetic.csv",
      1,
      { name: "Rui Sample", role: "CTO & Cloud Architect", connectedOn: "2019-01-03" },
    ],
  ] as const)("%s, card %i, is read exactly", (name, index, expected) => {
    const card = read(name).cards[index];
    const found = Object.fromEntries(
      Object.keys(expected).map((key) => {
        const value = card?.[key as keyof ContactCard];
        return [key, Array.isArray(value) ? value.length : value];
      }),
    );
    expect(found).toEqual(expected);
  });

  test("a file of another alphabet keeps its names", () => {
    expect(read("linkedin_connections_synthetic.csv").cards.map((card) => card.name)).toContain(
      "דנה לדוגמה Dana Ledugma",
    );
  });
});
