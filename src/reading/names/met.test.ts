import { describe, expect, test } from "vitest";
import { indexNames, namesIn } from "../names.ts";
import { isMet, isMetHeading } from "./met.ts";
import { pageOf } from "../../../test/support/plain-page.ts";
import { read } from "../read.ts";
import { knownWith, personWith } from "../../../test/support/known.ts";

const known = knownWith({ people: ["Ana Ruiz", "Paul Obi"].map((name) => personWith(name)) });
const index = indexNames(known);

function met(text: string): boolean | undefined {
  const ana = namesIn(text, index).find((found) => found.name === "Ana Ruiz");
  return ana === undefined ? undefined : isMet(text, ana);
}

describe("met", () => {
  test.for([
    "met Ana at the booth",
    "Met with Ana Ruiz from Contoso",
    "talked to Ana about pricing",
    "I asked Ana for the list",
    "told Ana I'd send the deck",
    "coffee this morning with Ana",
    "had lunch with Paul and Ana",
    "bumped into Ana",
    "Ana told me about it",
    "Ana offered to intro us",
    "Ana (Contoso) - nice chat",
    "Ana and I agreed on a pilot",
    "was introduced to Ana by Paul",
    "Paul introduced me to Ana",
    "mit Ana lange gesprochen",
    "Ana getroffen",
    "discuté avec Ana hier",
    "rencontré Ana",
    "hablé con Ana",
    "conocí a Ana en el stand",
  ])("%s", (text) => {
    expect(met(text)).toBe(true);
  });
});

describe("only mentioned", () => {
  test.for([
    "need to meet Ana",
    "ask Ana for the list",
    "should talk to Ana",
    "missed Ana",
    "Paul met Ana in May",
    "he told Ana no",
    "Ana will send it",
    "call Ana",
    "didn't meet Ana",
    "never met Ana",
    "want to grab coffee with Ana",
    "schedule a call with Ana",
    "lunch with Ana on Friday?",
    "Talk by Ana",
    "told Paul about Ana",
    "talked to Paul about Ana",
    "met Paul who works with Ana",
    "Ana said the roadmap is open",
    "email Ana the deck",
    "muss mit Ana sprechen",
  ])("%s", (text) => {
    expect(met(text)).toBe(false);
  });
});

describe("those present were met", () => {
  test.each([
    ["Present: Paul (chair), Ana (Contoso), Li", true],
    ["Anwesend: Paul, Ana Ruiz, ich", true],
    ["Autour de l'écran : Paul (préside), Ana, Fanny et moi.", true],
    ["Village hall. Paul (chair), Ana, Tom Lee, and me with the pen.", true],
    ["Están: Paul, Ana y yo", true],
    ["Present: Paul, Li. Apologies: Ana", false],
    ["Entschuldigt: Ana", false],
    ["Ana, Tom and I will write to Paul", false],
    ["15:02 <Ana> agenda: fares", true],
    ["Next to me Ana Ruiz, who prints", true],
    ["Ana bought me a beer", true],
    ["Ana was there too", true],
    ["da hat mir die Ana von Contoso gezeigt, wie es geht", true],
    ["comida c/ Ana y Paul", true],
    ["# Talk to your neighbours (Ana Ruiz)", false],
  ] as const)("%s", (text, is) => {
    expect(met(text)).toBe(is);
  });
});

describe("with what stands around it", () => {
  const besides = { isTalk: false, isPeople: false };
  test.for([
    ["Ana Ruiz (Contoso): she'd like the export back", true],
    ["Ana, Contoso. Tall, sceptical.", true],
    ["KARTE 3 – Ana Ruiz, Contoso", true],
    ["Referat Ana Ruiz, Contoso", false],
    ["the buyer from Litware, Ana Ruiz, tasted it", true],
    ["Ana from the meetup: wants me as backup", true],
    ["Ana will draft the paper", false],
    ["Ana Ruiz presented an audit", false],
    ["call Ana about the hall", false],
    ["3. Migration (Ana Ruiz)", false],
    ["Possibly coffee with Ana", false],
  ] as const)("%s", ([text, is]) => {
    const ana = namesIn(text, index).find((found) => found.name === "Ana Ruiz");
    expect(ana !== undefined && isMet(text, ana, besides)).toBe(is);
  });

  test("in the notes of a talk who begins a line is spoken of, unless people are listed", () => {
    const text = "Ana Ruiz (Contoso): we cut it by half";
    const [ana] = namesIn(text, index);
    expect(ana !== undefined && isMet(text, ana, { isTalk: true, isPeople: false })).toBe(false);
    expect(ana !== undefined && isMet(text, ana, { isTalk: true, isPeople: true })).toBe(true);
  });
});

test.for([
  ["People I met", true],
  ["Met:", true],
  ["New contacts", true],
  ["Who I met at Ignite", true],
  ["Gespräche", true],
  ["Notes", false],
  ["People", false],
  ["Method", false],
] as const)("heading %s", ([heading, is]) => {
  expect(isMetHeading(heading)).toBe(is);
});

test("a line that begins with a person and goes on about them says in the plan that they were met", () => {
  const met = (text: string): unknown =>
    read([pageOf(text)], known)[0]?.proposals.find(({ person }) => person?.name === "Ana Ruiz")?.person?.met;
  expect(met("Ana Ruiz (Contoso): Lyon has three vans. Nice stand.")).toBe(true);
  expect(met("Talk by Ana Ruiz on vans")).toBe(false);
});
