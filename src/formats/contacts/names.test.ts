import { expect, test } from "vitest";
import { nameOfEmail, readName } from "./names.ts";

test.each([
  ["Ana Ruiz", "Ana Ruiz", "Ana", "Ruiz", []],
  ["Ruiz, Ana", "Ana Ruiz", "Ana", "Ruiz", []],
  ["  Ana\u00a0 Ruiz\t", "Ana Ruiz", "Ana", "Ruiz", []],
  ["Herr Jörg Müller", "Jörg Müller", "Jörg", "Müller", []],
  ["Dr. Mei-Ling Placeholder", "Mei-Ling Placeholder", "Mei-Ling", "Placeholder", ["Dr. Mei-Ling Placeholder"]],
  ["Prof. Dr. Eva Lang", "Eva Lang", "Eva", "Lang", ["Prof. Dr. Eva Lang"]],
  ["Rui Sample, PhD, PMP", "Rui Sample", "Rui", "Sample", ["Rui Sample, PhD, PMP"]],
  ["John Doe, Jr.", "John Doe Jr.", "John", "Doe", []],
  ["Yo-Yo Ma", "Yo-Yo Ma", "Yo-Yo", "Ma", []],
  ["Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig", "van Beethoven", []],
  ["Ana María Ruiz García", "Ana María Ruiz García", null, null, []],
  ['Robert "Bob" Smith', "Robert Smith", "Robert", "Smith", ["Bob"]],
  ["Ana Ruiz (she/her)", "Ana Ruiz", "Ana", "Ruiz", []],
  ["Ana Ruiz (Contoso)", "Ana Ruiz", "Ana", "Ruiz", ["Ana Ruiz (Contoso)"]],
  ["Dana 🐝 Example 👩‍💻", "Dana Example", "Dana", "Example", []],
  ["Contoso, Inc.", "Contoso, Inc.", null, null, []],
  ["Dr.", "Dr.", null, null, []],
  ["", "", null, null, []],
] as const)("the name %j is read as %j", (written, name, givenName, familyName, aliases) => {
  expect(readName(written)).toEqual({ name, givenName, familyName, aliases });
});

test("an e-mail address gives a name only where it is written as one", () => {
  expect(
    ["ana.ruiz@x.example", "jörg_müller@x.example", "info@x.example", "a.ruiz2@x.example", "x"].map(nameOfEmail),
  ).toEqual(["Ana Ruiz", "Jörg Müller", "info@x.example", "a.ruiz2@x.example", "x"]);
});
