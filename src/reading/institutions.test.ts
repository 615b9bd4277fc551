import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Karin Holm", organization: "Brakel Works" },
  colleagues: ["Tom Aerts", "Lise Maes"],
  people: [personWith("Ana Ruiz", { organization: "Contoso" }), personWith("Paul Meyer")],
});

/** Each step as owner, who, with and organization. */
const said = (text: string): string[] => {
  const [reading] = read([pageOf(text)], known);
  return (reading?.proposals ?? []).flatMap(({ step }) =>
    step === null ? [] : [`${step.owner}: ${step.who} / ${step.with} / ${step.organization}`],
  );
};

describe("RD1 an act may be turned to an organization that the note calls by what it is", () => {
  test.each([
    ["-> ring the bank about the loan", "me: null / null / the bank"],
    ["-> Lise to ask the Lakeview warehouse by Friday", "colleague: Lise Maes / null / the Lakeview warehouse"],
    ["- waiting on the county records office for the scans", "them: null / null / the county records office"],
    ["-> bank statements to the bank, tomorrow", "me: null / null / the bank"],
    ["-> am Montag das Eichamt anrufen wegen der Waage", "me: null / null / das Eichamt"],
    ["-> appeler l'imprimeur lundi pour les affiches", "me: null / null / l'imprimeur"],
    ["-> llamar mañana al ayuntamiento por el salón", "me: null / null / ayuntamiento"],
    ["-> ring Paul at the bank tomorrow", "me: null / Paul Meyer / null"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toContain(wanted);
  });

  test("nobody spoken of before is taken for its other side", () => {
    expect(said("Coffee with Ana. She likes the plan.\n-> phone the insurers about the stand tomorrow")).toContain(
      "me: null / null / the insurers",
    );
  });

  test("the noun that only tells what the next one is names nobody", () => {
    expect(said("-> mail the bank statements to Ana")).toContain("me: null / Ana Ruiz / Contoso");
    expect(said("-> buy a library card on Monday")).toContain("me: null / null / null");
  });
});

describe("RD1 an act may be turned to an organization that nobody knows by name", () => {
  test.each([
    ["-> llamar a Puerto de Obra por la ampliación", "me: null / null / Puerto de Obra"],
    ["-> asked Docuforge for a trial key", "them: null / null / Docuforge"],
    ["- Haze & Co, cancel the demo tomorrow", "me: null / null / Haze & Co"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toContain(wanted);
  });

  test("two asked for the same are two steps, and the reading says whom", () => {
    const [reading] = read([pageOf("- asked Contoso for a trial key\n- asked Docuforge for a trial key")], known);
    expect(
      reading?.proposals.flatMap(({ step, reading: words }) => (step === null ? [] : [words.split(",")[0]])),
    ).toEqual(["Contoso -> you: send a trial key (e-mail)", "Docuforge -> you: send a trial key (e-mail)"]);
  });
});
