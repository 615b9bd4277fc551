import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Karin Holm", organization: "Brakel Works" },
  colleagues: ["Tom Aerts", "Lise Maes"],
  people: [personWith("Ana Ruiz", { organization: "Contoso" }), personWith("Paul Meyer", { organization: "Fabrikam" })],
});

const said = (text: string): string[] => {
  const [reading] = read([pageOf(text)], known);
  return (reading?.proposals ?? []).flatMap(({ step }) =>
    step === null ? [] : [`${step.owner} ${step.basis}: ${step.who} / ${step.with}`],
  );
};

describe("RD3 the writer named in the third person is me", () => {
  test.each([
    "Action: Karin to send the deck to Ana by Friday",
    "AI: KH to send the deck to Ana by Friday",
    "- Holm to send the deck to Ana by Friday",
    "Karin Holm will send the deck to Ana by Friday",
  ])("%s", (text) => {
    expect(said(text)).toEqual(["me promised: null / Ana Ruiz"]);
  });

  test("in German, where the receiver stands behind the verb", () => {
    expect(said("Karin schickt Paul bis Freitag das Angebot und die Liste.")).toEqual([
      "me promised: null / Paul Meyer",
    ]);
  });
});

describe("S2 whoever is called upon acts, and was asked", () => {
  test.each([
    ["-> Lise please book the hall", "colleague asked: Lise Maes / null"],
    ["-> Lise bitte den Saal für die Probe buchen", "colleague asked: Lise Maes / null"],
    ["Lise, regarde si la salle est libre pour le groupe", "colleague asked: Lise Maes / null"],
    ["Le pedí a Lise que mire el contrato antes del viernes", "colleague asked: Lise Maes / null"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toContain(wanted);
  });
});

describe("S3 whoever a modal or a hedge stands beside acts", () => {
  test.each([
    ["-> Lise soll am Samstag die Haken ausbrennen", "colleague promised: Lise Maes / null"],
    ["-> quizá Lise lo pinta mañana con la brocha", "colleague promised: Lise Maes / null"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toContain(wanted);
  });
});

test.each([
  "Coffee avec Ana. Tom le remplit pour le dossier demain",
  "Café con Ana. Tom lo revisa mañana en la oficina",
])("RD1 a pronoun for the thing done means nobody: %s", (text) => {
  expect(said(text).join()).toContain("Tom Aerts / null");
});

describe("S2 what somebody wants of the writer is the writer's, asked", () => {
  test.each([
    ["Ana wants to see the numbers by Friday", "me asked: null / Ana Ruiz"],
    ["Paul wants to meet Ana", "me asked: null / Paul Meyer"],
    ["Ana nous demande une lettre pour le dossier avant vendredi", "me asked: null / Ana Ruiz"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toContain(wanted);
  });
});

describe("RD1 a name in the words is not always the other side", () => {
  test.each([
    ["-> write a card for Ana by Friday", "me promised: null / null"],
    ["-> read the Ruiz paper by Friday", "me promised: null / null"],
    ["-> send Paul's slides to Ana by Friday", "me promised: null / Ana Ruiz"],
  ])("%s", (text, wanted) => {
    expect(said(text)).toEqual([wanted]);
  });
});

describe("RD1 a first name that two known people have stays open, and the reading says why", () => {
  const two = knownWith({
    ...known,
    people: [...known.people, personWith("Dana Obi"), personWith("Dana Petrescu"), personWith("Dana Wu")],
  });
  const readings = (text: string): string[] =>
    (read([pageOf(text)], two)[0]?.proposals ?? []).map(({ reading }) => reading);

  test("whether it acts or is turned to, with a question mark; nobody of that name alone is proposed", () => {
    expect(readings("-> ask Dana for the keys")).toEqual([
      "You -> Dana? (Dana Obi, Dana Petrescu or Dana Wu): ask Dana for the keys (message)",
    ]);
    const [theirs = ""] = readings("Dana will send the list");
    expect(theirs).toMatch(/^Dana\? \(Dana Obi, Dana Petrescu or Dana Wu\) -> you: send the list/u);
  });

  test("one named before on the page is meant, unless the note says that it does not know", () => {
    expect(readings("Dana Obi was there.\n-> ask Dana for the keys")).toContain(
      "You -> Dana Obi: ask Dana Obi for the keys (message)",
    );
    expect(readings("Dana Obi was there.\n-> ask Dana for the keys (which?)").join()).toContain("You -> Dana? (");
  });
});
