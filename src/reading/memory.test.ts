import { describe, expect, test } from "vitest";
import type { Habit, Memory } from "#domain/model/memory.ts";
import { knownWith, personWith } from "../../test/support/known.ts";
import { pageOf } from "../../test/support/plain-page.ts";
import { type Known, type PageReading, read } from "./read.ts";

/** A memory that holds nothing but what is given. */
function remembering(more: Partial<Memory>): Memory {
  const none = { people: new Map(), organizations: new Map(), kinds: new Map(), habits: new Map() };
  return { ...none, nobody: new Set(), passedOver: new Set(), ...more };
}

const because = "you said so";
const meaning = (words: string, name: string) => new Map([[words, { name, because }]]);
const letGo = (trait: string, habit: Partial<Habit> = {}) =>
  new Map([[trait, { letGo: 5, accepted: 0, logOdds: -3, because, ...habit }]]);

const anas = knownWith({
  people: [personWith("Ana Ruiz", { organization: "Contoso" }), personWith("Ana Schmidt"), personWith("Will Grant")],
});

function readOne(text: string, memory?: Memory, known: Known = anas): PageReading {
  const [reading] = read([pageOf(text)], memory === undefined ? known : { ...known, memory });
  return reading ?? { passages: [], proposals: [], leftAlone: [] };
}

function stepsOf(text: string, memory?: Memory, known?: Known) {
  return readOne(text, memory, known).proposals.flatMap(({ step, ...draft }) =>
    step === null ? [] : [{ ...step, draft }],
  );
}

describe("words that were corrected", () => {
  test("RD6 a first name that two would fit means the one it was corrected to, and the reading says why", () => {
    const text = "- send Ana the deck by Friday";
    expect(stepsOf(text)).toMatchObject([{ with: "Ana" }]);
    const [step] = stepsOf(text, remembering({ people: meaning("ana", "Ana Schmidt") }));
    expect(step).toMatchObject({ with: "Ana Schmidt", draft: { remembered: because } });
    expect(step?.draft.reading).toMatch(/\(you said so\)$/u);
  });

  test("RD6 whom the page itself names goes before the memory", () => {
    const text = "Met Ana Ruiz at lunch.\n- send Ana the deck by Friday";
    expect(stepsOf(text, remembering({ people: meaning("ana", "Ana Schmidt") }))).toMatchObject([
      { with: "Ana Ruiz", draft: { reading: expect.not.stringContaining(because) } },
    ]);
  });

  test.for([
    ["ring ana about it", "ana", "Ana Ruiz"],
    ["AR: ring AR about it", "ar", "Ana Ruiz"],
    ["ask Anna Ruis for it", "anna ruis", "Ana Ruiz"],
    ["call Bob about it", "bob", "Juno Klee"],
  ] as const)("RD6 %s: %s is %s", ([text, words, name]) => {
    expect(stepsOf(`- ${text}`, remembering({ people: meaning(words, name) }))[0]?.with).toBe(name);
  });

  test("RD6 an ordinary word is no name for having been one once", () => {
    const memory = remembering({ people: meaning("will", "Will Grant") });
    expect(stepsOf("- I will send the deck", memory)).toMatchObject([{ with: null, owner: "me" }]);
  });

  test("RD6 an abbreviation is the organization it was corrected to", () => {
    const memory = remembering({ organizations: meaning("ttx", "Tritex") });
    expect(stepsOf("- call TTX about the pilot", memory)).toMatchObject([
      { organization: "Tritex", with: null, draft: { remembered: because } },
    ]);
    expect(stepsOf("- call TTX about the pilot")[0]?.organization).not.toBe("Tritex");
  });

  test("RD6 what is nobody's name is read as nobody; what was passed over is read and not asked about", () => {
    const text = "- ask Beaconne for the list";
    const people = (memory?: Memory) => readOne(text, memory).proposals.flatMap(({ person }) => person?.name ?? []);
    expect(people()).toEqual(["Beaconne"]);
    const nobody = remembering({ nobody: new Set(["beaconne"]) });
    expect(people(nobody)).toEqual([]);
    expect(stepsOf(text, nobody)[0]?.with).toBeNull();
    const passedOver = remembering({ passedOver: new Set(["beaconne"]) });
    expect(people(passedOver)).toEqual([]);
    expect(stepsOf(text, passedOver)[0]?.with).toBe("Beaconne");
  });
});

describe("kinds that were corrected", () => {
  test("RD6 a verb with its thing, or alone, is of the kind it was corrected to, and only where it was read so", () => {
    const kinds = new Map([
      ["send crates as email", { kind: "do" as const, because }],
      ["ping as message", { kind: "call" as const, because }],
    ]);
    const kindsOf = (text: string) => stepsOf(text, remembering({ kinds })).map(({ kind }) => kind);
    expect(kindsOf("- send Ana Ruiz the crates by Friday")).toEqual(["do"]);
    expect(kindsOf("- send Ana Ruiz the deck by Friday")).toEqual(["email"]);
    expect(kindsOf("- ping Ana Ruiz by Friday")).toEqual(["call"]);
  });
});

describe("what was let go", () => {
  const text = "# Odds and ends\n- check the roadmap talk\n- call Ana Ruiz on Friday";

  test("RD6 what was never accepted under a heading is left alone with the reason, and can be looked at", () => {
    expect(stepsOf(text).map(({ what }) => what)).toEqual(["Check the roadmap talk", "Call Ana Ruiz"]);
    const reading = readOne(text, remembering({ habits: letGo("steps that begin with check") }));
    expect(reading.proposals.flatMap(({ step }) => step?.what ?? [])).toEqual(["Call Ana Ruiz"]);
    expect(reading.leftAlone).toMatchObject([{ quote: "check the roadmap talk", reason: "let-go", because }]);
  });

  test("RD6 where one was accepted, the next is only less sure", () => {
    const trait = "steps that begin with check";
    const [before] = stepsOf(text);
    const [after] = stepsOf(text, remembering({ habits: letGo(trait, { accepted: 1 }) }));
    expect(after?.what).toBe(before?.what);
    expect(after?.draft.confidence).toBeLessThan(before?.draft.confidence ?? 0);
  });

  test("RD6 what was accepted always is surer, and nothing is proposed that was not", () => {
    const habits = new Map(
      ["steps that begin with check", "steps that begin with look", "steps under odds and ends"].map((trait) => [
        trait,
        { letGo: 0, accepted: 9, logOdds: 2, because },
      ]),
    );
    const lines = `${text}\n- the talk was long\n- they will ship it in May\n- always check the logs first`;
    const before = stepsOf(lines);
    const after = stepsOf(lines, remembering({ habits }));
    expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
    expect(after[0]?.draft.confidence).toBeGreaterThan(before[0]?.draft.confidence ?? 1);
  });

  test("RD3 what the writer marked is a step, whatever was let go", () => {
    const marked = "# Odds and ends\n-> check the roadmap talk\n- [ ] check the logs\nTODO check the badge";
    const habits = new Map([...letGo("steps that begin with check"), ...letGo("steps under odds and ends")]);
    expect(stepsOf(marked, remembering({ habits }))).toEqual(stepsOf(marked));
    expect(stepsOf(marked)).toHaveLength(3);
  });

  test("RD6 every proposal says which heading it stands under", () => {
    expect(stepsOf(text).map(({ draft }) => draft.heading)).toEqual(["Odds and ends", "Odds and ends"]);
  });
});

test("RD6 an empty memory reads as none", () => {
  const text = "# Ideas\nMet Ana Ruiz.\n- send Ana the deck\n- check TTX?\n- maybe call Bob\nWe saw a rival's demo.";
  expect(readOne(text, remembering({}))).toEqual(readOne(text));
});
