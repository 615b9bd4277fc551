import type { StepReading } from "#domain/model/proposal.ts";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Noa Verhulst", organization: "Brakel Works" },
  colleagues: ["Tom Aerts", "Lise Maes"],
  people: [
    personWith("Ana Ruiz", { organization: "Contoso" }),
    personWith("Paul Meyer", { organization: "Fabrikam" }),
    personWith("Greta Falk", { organization: "Tailspin" }),
    personWith("Dana Cole", { organization: "Adatum" }),
    personWith("Dana Reyes", { organization: "Litware" }),
  ],
});

/** The steps of one page, as owner, who and with. */
function stepsOf(text: string): StepReading[] {
  const [reading] = read([pageOf(text)], known);
  return (reading?.proposals ?? []).flatMap(({ step }) => (step === null ? [] : [step]));
}

const said = (text: string): string[] =>
  stepsOf(text).map(({ owner, who, with: whom }) => `${owner}: ${who} / ${whom}`);

describe("RD1 pronouns mean the nearest person they fit", () => {
  test.each([
    [
      "of two people, the woman for she",
      "Spoke with Ana, then with Paul. She will send me the price list.",
      "them: Ana Ruiz / null",
    ],
    [
      "of two people, the man for he",
      "Spoke with Paul, then with Ana. He will send me the price list.",
      "them: Paul Meyer / null",
    ],
    [
      "somebody named in the same sentence",
      "Sat next to Lise and we agreed that she drafts the outline for Contoso.",
      "colleague: Lise Maes / null",
    ],
    [
      "her as the object, who is not she who acts",
      "Met Ana Ruiz at the stand. Lise rings her on Friday.",
      "colleague: Lise Maes / Ana Ruiz",
    ],
    [
      "German pronouns",
      "Greta Falk von Tailspin getroffen. Sie schickt mir die Preisliste bis Freitag.",
      "them: Greta Falk / null",
    ],
  ])("%s", (_, text, wanted) => {
    expect(said(text)).toContain(wanted);
  });
});

describe("RD1 a line of a list concerns whom it stands under, and not its neighbour", () => {
  test("an entry that names a person says whom the lines further in are for", () => {
    expect(said("Ana Ruiz, Contoso\n- wants a price list by Friday\n- call on Monday")).toEqual([
      "me: null / Ana Ruiz",
      "me: null / Ana Ruiz",
    ]);
  });

  test("a heading that names a person does, too", () => {
    expect(said("## Ana Ruiz (Contoso)\n\n- two sites, one budget\n- send the deck by Friday")).toEqual([
      "me: null / Ana Ruiz",
    ]);
  });

  test("a bullet takes nobody over from the bullet before", () => {
    expect(said("To do:\n- send Ana the deck by Friday\n- call the printer about the banner")).toEqual([
      "me: null / Ana Ruiz",
      "me: null / null",
    ]);
  });
});
