import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DuplicateCandidate, duplicatesAmong, organizationKey } from "./duplicates.ts";

interface Sketch {
  given?: string;
  family?: string;
  nicknames?: string[];
  at?: string;
  email?: string;
  phone?: string;
  url?: string;
  place?: string;
}

function person(key: string, name: string, sketch: Sketch = {}): DuplicateCandidate {
  return {
    key,
    name,
    givenName: sketch.given ?? null,
    familyName: sketch.family ?? null,
    nicknames: sketch.nicknames ?? [],
    organization: sketch.at ?? null,
    emails: sketch.email === undefined ? [] : [{ value: sketch.email }],
    phones: sketch.phone === undefined ? [] : [{ value: sketch.phone }],
    urls: sketch.url === undefined ? [] : [{ value: sketch.url }],
    place: sketch.place ?? null,
  };
}

/** The reason for the pair, or null where it is not proposed. */
function reason(a: DuplicateCandidate, b: DuplicateCandidate): string | null {
  const found = duplicatesAmong([a, b, ...crowd]);
  return found.find((pair) => pair.a === a.key && pair.b === b.key)?.reason ?? null;
}

/** Other people in the same file, none of whom is anybody's duplicate. */
const crowd =
  "Tom Berg,Eva Lindqvist,Noor Haddad,Paul Okafor,Rita Salgado,Jun Watanabe,Klara Novak,Igor Petrov,Lena Fuchs,Omar Farouk"
    .split(",")
    .map((name, index) =>
      person(`crowd ${index}`, name, {
        at: `Firm ${index}`,
        email: `${name.toLowerCase().replace(" ", ".")}@firm${index}.example`,
      }),
    );

describe("a duplicate is proposed with its reason", () => {
  test.each([
    [
      "the same personal e-mail, whatever the writing",
      person("a", "Ana Ruiz", { email: "Ana@Contoso.example" }),
      person("b", "A. Ruiz", { email: "ana+conf@contoso.example" }),
      "same e-mail ana@contoso.example and names are alike (Ana Ruiz, A. Ruiz)",
    ],
    [
      "the same e-mail under two names",
      person("a", "Ana Ruiz", { email: "ana@contoso.example" }),
      person("b", "Ana Gómez", { email: "ana@contoso.example" }),
      "same e-mail ana@contoso.example",
    ],
    [
      "the same number, with and without country code",
      person("a", "Ana Ruiz", { phone: "+34 600 555 010" }),
      person("b", "Ana", { phone: "0600555010" }),
      "same telephone number and names are alike (Ana Ruiz, Ana)",
    ],
    [
      "the same profile",
      person("a", "Ana Ruiz", { url: "https://www.linkedin.com/in/anaruiz/" }),
      person("b", "Ana R.", { url: "http://linkedin.com/in/AnaRuiz" }),
      "same profile linkedin.com/in/anaruiz and names are alike (Ana Ruiz, Ana R.)",
    ],
    [
      "one letter and the same company",
      person("a", "Ana Ruiz", { at: "Contoso GmbH" }),
      person("b", "Ana Riuz", { at: "Contoso" }),
      "names differ by one letter and both work at Contoso GmbH",
    ],
    ["the same name", person("a", "Ana Ruiz"), person("b", "ana  ruiz"), "same name Ana Ruiz"],
    [
      "given and family name the other way round",
      person("a", "Ana Ruiz", { given: "Ana", family: "Ruiz" }),
      person("b", "Ruiz Ana", { given: "Ruiz", family: "Ana" }),
      "given and family name are the other way round",
    ],
    [
      "an initial",
      person("a", "A. Ruiz", { at: "Contoso" }),
      person("b", "Ana Ruiz", { at: "Contoso, Inc." }),
      "names are alike (A. Ruiz, Ana Ruiz) and both work at Contoso",
    ],
    [
      "a short form",
      person("a", "Bob Oduya", { at: "Fabrikam" }),
      person("b", "Robert Oduya", { at: "Fabrikam" }),
      "names are alike (Bob Oduya, Robert Oduya) and both work at Fabrikam",
    ],
    ["accents", person("a", "Zoë Müller"), person("b", "Zoe Muller"), "same name Zoë Müller"],
    ["ß and ss", person("a", "Jan Groß"), person("b", "Jan Gross"), "same name Jan Groß"],
    ["ü and ue", person("a", "Jan Müller"), person("b", "Jan Mueller"), "same name, an umlaut apart"],
    [
      "another name one goes by",
      person("a", "William Oduya", { nicknames: ["Dr. Jon Kent", "Kit Marlowe"] }),
      person("b", "Kit Marlowe"),
      "one goes by the other's name too",
    ],
    [
      "a name that only the address holds",
      person("a", "Lily", { given: "Lily", email: "lily.robinson73@x.example" }),
      person("b", "Lily Robinson", { given: "Lily", family: "Robinson" }),
      "names are alike (Lily, Lily Robinson) and the address lily.robinson73@x.example holds the other's name",
    ],
  ])("%s", (_, a, b, expected) => {
    expect(reason(a, b)).toBe(expected);
  });

  test("two entries that both match a third are proposed with it named", () => {
    const all = [
      person("a", "Ana Ruiz", { email: "ana@contoso.example" }),
      person("b", "Ana Ruiz García", { email: "ana@contoso.example", phone: "+34 600 555 010" }),
      person("c", "Sales Iberia", { phone: "+34 600 555 010" }),
      person("d", "", { phone: "+34 600 555 010" }),
    ];
    const found = duplicatesAmong(all).map((pair) => [pair.a, pair.b, pair.reason]);
    expect(found).toContainEqual(["a", "d", "both match Ana Ruiz García"]);
    // The number alone does not make "Sales Iberia" the person.
    expect(found.filter(([a, b]) => a === "b" && b === "c")).toEqual([]);
  });
});

describe("what is no duplicate", () => {
  test.each([
    [
      "a desk's address",
      person("a", "Ana Ruiz", { email: "info@contoso.example" }),
      person("b", "Ben Oduya", { email: "info@contoso.example" }),
    ],
    [
      "a number two names share",
      person("a", "Ana Ruiz", { phone: "+34 910 555 000" }),
      person("b", "Ben Oduya", { phone: "+34 910 555 000" }),
    ],
    [
      "colleagues with one given name",
      person("a", "Ana Ruiz", { at: "Contoso" }),
      person("b", "Ana Lopez", { at: "Contoso" }),
    ],
    ["a family", person("a", "Ana Ruiz", { place: "Madrid" }), person("b", "Ben Ruiz", { place: "Madrid" })],
    [
      "a town and an employer in common",
      person("a", "Ana Ruiz", { at: "Contoso", place: "Madrid" }),
      person("b", "Ben Oduya", { at: "Contoso", place: "Madrid" }),
    ],
    [
      "two people of one host",
      person("a", "Ana Ruiz", { email: "a.ruiz@contoso.example" }),
      person("b", "Ana Ruge", { email: "a.ruge@contoso.example" }),
    ],
  ])("%s", (_, a, b) => {
    expect(reason(a, b)).toBeNull();
  });

  test("a switchboard's number that many share says little, even with like names", () => {
    const office = Array.from({ length: 12 }, (_, index) =>
      person(`o${index}`, `${"ABCDEFGHIJKL"[index]}na Person${index}`, { phone: "+34 910 555 000" }),
    );
    expect(duplicatesAmong(office).filter((pair) => pair.reason.includes("telephone"))).toEqual([]);
  });

  test("a common name needs more than itself among many people, a rare one does not", () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      person(
        `m${index}`,
        `${["John", "Mary", "Paul"][index % 3]} ${["Smith", "Jones", "Brown"][(index >> 2) % 3]}${index % 40 === 0 ? "" : index}`,
      ),
    );
    const found = duplicatesAmong([...many, person("x", "Ximena Öztürk"), person("y", "Ximena Ozturk")]);
    expect(found.filter((pair) => !pair.a.startsWith("m"))).toMatchObject([{ a: "x", b: "y" }]);
    expect(found.some((pair) => pair.reason.endsWith("same name John Smith"))).toBe(false);
  });
});

describe("the list", () => {
  test("the likeliest pair comes first, with the keys in the order given", () => {
    const found = duplicatesAmong([
      person("1", "Ana Ruiz", { email: "ana@contoso.example" }),
      person("2", "Ben Oduya"),
      person("3", "Ben Odua"),
      person("4", "Ana Ruiz", { email: "ana@contoso.example" }),
    ]);
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      ["1", "4"],
      ["2", "3"],
    ]);
    expect(found[0]?.likeness).toBeGreaterThan(0.99);
  });

  test("no pair is named twice, nobody is paired with itself, and likeness is between a half and one", () => {
    const names = fc.constantFrom("Ana Ruiz", "Ana", "A. Ruiz", "Ruiz, Ana", "Ben Oduya", "", "Zoë", "李 明", "x");
    const emails = fc.constantFrom("ana@contoso.example", "info@contoso.example", "no address", "@", "a@b", "");
    const any = fc.record({
      name: names,
      email: emails,
      at: fc.constantFrom("Contoso", "Contoso GmbH", ""),
      place: fc.string({ maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (people) => {
        const found = duplicatesAmong(people.map(({ name, ...rest }, index) => person(String(index), name, rest)));
        const pairs = found.map(({ a, b }) => `${a} ${b}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { a, b, likeness, reason } of found) {
          expect(Number(a)).toBeLessThan(Number(b));
          expect(likeness >= 0.5 && likeness <= 1 && reason !== "").toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("20,000 people of one name at one company cost no more than the others", () => {
    const same = Array.from({ length: 20_000 }, (_, index) =>
      person(String(index), "John Smith", { at: "Contoso", email: "info@contoso.example", place: "London" }),
    );
    const start = performance.now();
    expect(duplicatesAmong(same)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test.each([
  ["Contoso GmbH", "contoso"],
  ["Contoso, Inc.", "contoso"],
  ["CONTOSO", "contoso"],
  ["Contoso S.A.", "contoso"],
  ["The Contoso Company", "contoso"],
  ["Müller & Söhne GmbH & Co. KG", "muller and sohne"],
  ["Crédit Fabrikam S.à r.l.", "credit fabrikam"],
  ["Fabrikam Pty Ltd", "fabrikam"],
  ["Fabrikam Holdings", "fabrikam"],
  ["AG", "ag"],
  ["  ", ""],
])("the organization %j has the key %j", (name, key) => {
  expect(organizationKey(name)).toBe(key);
});
