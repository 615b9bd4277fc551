import type { StepKind } from "#domain/model/step.ts";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Tom Aerts"],
  people: ["Ana Ruiz", "Paul Meyer"].map((name) => personWith(name)),
});

/** The kind of the first step of a marked line, or of plain words where they begin with a capital. */
function kindOf(text: string): StepKind | undefined {
  const [reading] = read([pageOf(text)], known);
  return reading?.proposals.find(({ step }) => step !== null)?.step?.kind;
}

describe("RD1 the kind goes by the verb and its medium", () => {
  test.each<[string, StepKind]>([
    ["-> price list to Ana by Friday", "email"],
    ["-> minutes to Paul", "email"],
    ["-> trip report for Paul, two pages", "write"],
    ["Ana wants a one-pager by Friday", "write"],
    ["Ana wants our price list by Friday", "email"],
    ["Ana lets us have their terms on Monday", "email"],
    ["-> tell Ana on Monday", "message"],
    ["-> ping Paul about the room", "message"],
    ["-> say yes or no to Paul by Thursday", "message"],
    ["-> show it to the team on Monday", "share"],
    ["-> lightning talk on handovers", "share"],
    ["-> go through the contract again", "investigate"],
    ["-> see if the hall is free in May", "investigate"],
    ["-> put Ana and Paul in touch", "introduce"],
    ["Ana wants to meet Paul", "introduce"],
    ["-> half an hour with Paul tomorrow", "meet"],
    ["-> go to their open day on 12 March", "meet"],
    ["-> call Paul by phone on Monday", "call"],
    ["-> fill in the application", "write"],
    ["Paul is sending me 20 samples next week", "do"],
    ["-> list of speakers from Ana", "email"],
    ["-> let Paul know about the room", "message"],
  ])("%s: %s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe("RD1 kinds are read in German, French and Spanish", () => {
  test.each<[string, StepKind]>([
    ["-> Paul am Montag anrufen und das mit dem Stand klären", "call"],
    ["Ich rufe Ana morgen wegen der Halle an.", "call"],
    ["Ich schicke Ana die Unterlagen bis Freitag zu.", "email"],
    ["Ich schaue mir den Vertrag am Montag an.", "investigate"],
    ["-> das Angebot bis Freitag nachreichen, es ist für die Halle", "email"],
    ["-> Paul und Ana miteinander bekannt machen, das ist wichtig", "introduce"],
    ["-> envoyer le contrat à Ana avant vendredi", "email"],
    ["-> passer voir Paul chez lui mardi, il est au bureau", "meet"],
    ["-> un coup de fil à Paul pour la salle demain", "call"],
    ["-> faire une synthèse des ateliers pour le groupe", "write"],
    ["-> relire le contrat avec la liste des prix", "investigate"],
    ["-> mandarle a Ana el contrato el lunes", "email"],
    ["-> avisar a Paul de que el lunes no hay sala", "message"],
    ["-> revisar el contrato con la lista de precios", "investigate"],
    ["-> poner a Ana en contacto con los de la sala", "introduce"],
  ])("%s: %s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});
