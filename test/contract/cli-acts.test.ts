import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

const example = "examples/harbour-partner-day";
let terminal: TestTerminal;
beforeEach(() => void (terminal = new TestTerminal()));
afterEach(() => terminal.close());

/** The only step's short id. */
async function onlyStep(): Promise<string> {
  return (await terminal.ok(["steps", "--all"])).slice(0, 6);
}

const steps = async () =>
  ((await terminal.json(["steps", "--all"])) as { step: Record<string, unknown> }[]).map(({ step }) => step);
const proposals = async () =>
  ((await terminal.json(["review"])) as { proposals: { proposal: { id: string; quote: string } }[] }).proposals;

describe("add", () => {
  test("RD3 takes a line as people mark it, however it begins", async () => {
    for (const line of [
      ["-> call Ana Ruiz on Friday"],
      ["->", "call", "Bo"],
      ["- [ ] visa for June"],
      ["<- Cy sends the contract"],
    ])
      await terminal.ok(["add", ...line]);
    const found = await steps();
    expect(found).toHaveLength(4);
    expect(found.filter((step) => step["isTheirs"])).toHaveLength(1);
    expect(await terminal.ok(["add", "--note", "-> not a step this time"])).toBe("Noted.\n");
  });

  test("RD2 makes no step of what says nothing to do, unless told to", async () => {
    expect(await terminal.ok(["add", "their pricing page is public now"])).toContain("Noted. It says nothing to do");
    expect(await steps()).toEqual([]);
    expect(await terminal.ok(["add", "--step", "passport"])).toContain("passport");
    expect(await steps()).toMatchObject([{ what: "passport" }]);
    expect((await terminal.run(["add", "--step", "--note", "x"])).code).toBe(2);
  });

  test("RD2 asks nothing about people who are known", async () => {
    await terminal.ok(["command", "person.add", '{"name":"Ana Ruiz"}']);
    await terminal.ok(["add", "call Ana Ruiz on Friday about the deck"]);
    expect(await proposals()).toEqual([]);
  });

  test("a line each from standard input", async () => {
    await terminal.ok(["add", "-"], "call Ana on Friday\n\nsend Bo the deck tomorrow\n");
    expect(await steps()).toHaveLength(2);
  });
});

describe("put-off", () => {
  test("ST3 takes days in the words that notes are read with", async () => {
    await terminal.ok(["add", "write the post tomorrow"]);
    const id = await onlyStep();
    for (const [words, day] of [
      ["5 days", "2026-02-09"],
      ["1 week", "2026-02-11"],
      ["next friday", "2026-02-13"],
      ["to monday", "2026-02-09"],
      ["a week", "2026-02-11"],
      ["+ 3 days", "2026-02-07"],
      ["in 3 working days", "2026-02-09"],
      ["next week", "2026-02-09"],
    ] as const) {
      await terminal.ok(["put-off", id, ...words.split(" "), "--why", "busy"]);
      expect({ words, day: (await steps())[0]?.["dueOn"] }).toEqual({ words, day });
    }
    for (const words of ["not on friday", "someday", "friday or monday", "2026-02-30"]) {
      const ran = await terminal.run(["put-off", id, words]);
      expect({ words, code: ran.code }).toEqual({ words, code: 2 });
      expect(ran.err).toContain("is not a day I can read");
    }
  });

  test("ST3 asks why after the third time at a terminal, and names --why elsewhere", async () => {
    await terminal.ok(["add", "write the post tomorrow"]);
    const id = await onlyStep();
    for (const to of ["friday", "monday", "+7"]) await terminal.ok(["put-off", id, to]);
    const refused = await terminal.run(["put-off", id, "+9"]);
    expect(refused.err).toContain(`upshot put-off ${id} 2026-02-13 --why "..."`);
    const asked = await terminal.typing(["put-off", id, "+9"], ["the chapter moved\r"]);
    expect(asked).toMatchObject({ code: 0, out: expect.stringContaining("Put off 3 times already. Why this time?") });
    expect((await steps())[0]?.["deferrals"]).toMatchObject([{}, {}, {}, { why: "the chapter moved" }]);
  });
});

describe("done", () => {
  test("ST5 asks what came of it at a terminal; an empty line skips, nothing is an answer, a pipe is not asked", async () => {
    for (const what of ["write the post tomorrow", "order the banner tomorrow", "book the room tomorrow"])
      await terminal.ok(["add", what]);
    const ids = (await steps()).map(({ id }) => String(id).slice(-6));
    for (const [place, [typed, came]] of [
      ["\r", null],
      ["nothing\r", "nothing"],
    ].entries()) {
      const ran = await terminal.typing(["done", ids[place] ?? ""], [typed ?? ""]);
      expect(ran.out).toContain('What came of it? (one line; Enter skips, "nothing" is an answer)');
      expect((await steps())[place]).toMatchObject({ state: "done", cameOfIt: came });
    }
    expect(await terminal.ok(["done", ids[2] ?? ""], "not read\n")).toBe("Done: Book the room\n");
    expect((await steps())[2]).toMatchObject({ state: "done", cameOfIt: null });
  });

  test("ST5 says that a step is closed before it asks anything, and takes what came of it later", async () => {
    await terminal.ok(["add", "write the post tomorrow"]);
    const id = await onlyStep();
    await terminal.ok(["done", id]);
    const again = await terminal.typing(["done", id], ["never asked\r"]);
    expect(again.code).toBe(5);
    expect(again.out).not.toContain("What came of it?");
    expect(again.out).toContain("was done already on Wed 4 Feb");
    expect(again.out).toContain(`upshot command step.reopen '{"stepId": "${id}"}'`);
    expect(await terminal.ok(["done", id, "--came-of", "two people wrote back"])).toContain("two people wrote back");
    expect(await steps()).toMatchObject([{ state: "done", cameOfIt: "two people wrote back" }]);
    await terminal.ok(["command", "step.reopen", `{"stepId": "${id}"}`]);
    expect(await steps()).toMatchObject([{ state: "open" }]);
  });

  test("left with Ctrl-C or Ctrl-D at the question keeps the step open and says how to go on", async () => {
    await terminal.ok(["add", "write the post tomorrow"]);
    const id = await onlyStep();
    for (const key of ["\u0003", "\u0004"]) {
      const left = await terminal.typing(["done", id], [key]);
      expect(left.code).toBe(130);
      expect(left.out).toMatch(/\nupshot: "Write the post" is still open. Go on with: upshot done [0-9a-f]{6}\n$/);
    }
    expect(await steps()).toMatchObject([{ state: "open" }]);
    expect(await terminal.typing(["done", id], ["they liked it\r"])).toMatchObject({ code: 0 });
    expect(await steps()).toMatchObject([{ state: "done", cameOfIt: "they liked it" }]);
  });
});

describe("focus", () => {
  test("FO1 shows what an event should answer, takes answers, and clears only when told to", async () => {
    await terminal.run(["debrief", example, "--save"]);
    expect(await terminal.ok(["focus", "harbour"])).toContain("has no focus yet");
    await terminal.ok(["focus", "harbour", "Who else runs this?", "Two partners?"]);
    expect(await terminal.ok(["focus", "harbour"])).toContain("1. Who else runs this?\n     no answer yet");
    await terminal.ok(["focus", "harbour", "--answer", "2", "Contoso", "and Adatum"]);
    expect(await terminal.ok(["focus", "harbour"])).toContain("2. Two partners?\n     Contoso and Adatum");
    expect((await terminal.run(["focus", "harbour", "--answer", "3", "x"])).code).toBe(3);
    expect((await terminal.run(["focus", "harbour", "a", "b", "c", "d"])).err).toContain("up to 3 questions");
    expect(await terminal.ok(["focus", "harbour", "--clear"])).toContain("has no focus yet");
  });
});

describe("command", () => {
  test("shows what a command takes, and takes short ids and names", async () => {
    expect(await terminal.ok(["command", "step.defer"])).toMatch(
      /stepId {2}an id, needed\n {2}to {6}a day, 2026-02-06, needed/,
    );
    await terminal.ok(["command", "person.add", '{"name":"Ana Ruiz"}']);
    await terminal.ok(["add", "write the post tomorrow"]);
    await terminal.ok(
      ["command", "step.change", "-"],
      JSON.stringify({ stepId: await onlyStep(), withPersonId: "ana" }),
    );
    expect(await terminal.ok(["steps", "--person", "ana"])).toContain("Write the post");
    expect((await terminal.run(["command", "step.done", "{oops"])).err).toContain("must be JSON");
  });
});

describe("standard input", () => {
  test('"-" is notes, or any file', async () => {
    const printed = await terminal.ok(["debrief", "-", "--taken-on", "2026-02-04"], "- send Ana the deck by Friday\n");
    expect(printed).toContain("Send Ana the deck");
    await terminal.ok(["import", "-"], "Name,E-mail\nBo Lind,bo@lind.example\n");
    expect(await terminal.ok(["people"])).toContain("Bo Lind");
    expect((await terminal.run(["debrief", "-"])).code).toBe(3);
  });
});

describe("the plan as on another day", () => {
  test("--today says from which day distances are told", async () => {
    terminal.now = Temporal.Instant.from("2026-11-24T08:00:00Z");
    expect(await terminal.ok(["debrief", example, "--today", "2026-02-04"])).toContain("it is due in 2 days");
    expect((await terminal.run(["debrief", example, "--today", "yesterday"])).code).toBe(2);
  });
});

describe("review", () => {
  const two = async () => {
    const notes = join(terminal.folder, "other.md");
    writeFileSync(notes, "- [ ] ring Bo Lind\n- [ ] book the room for June\n");
    await terminal.run(["debrief", notes, "--save", "Other Day", "--starts", "2026-01-20"]);
    await terminal.run(["debrief", example, "--save"]);
  };

  test("RD2 accept-all takes what was marked in the event under review, and leaves the others", async () => {
    await two();
    const before = await proposals();
    const ran = await terminal.ok(["review", "--event", "harbour"], "Aq");
    expect(ran).toContain("Accepted 2 marked ones.");
    const left = (await proposals()).map(({ proposal }) => proposal.quote);
    expect(left.filter((quote) => /Bo Lind|room for June/.test(quote))).toHaveLength(2);
    expect(left).toHaveLength(before.length - 2);
  });

  test("ST6 undo in a sitting takes an accept-all back whole", async () => {
    await two();
    const before = (await proposals()).length;
    expect(await terminal.ok(["review"], "Auq")).toContain("Undone.");
    expect(await proposals()).toHaveLength(before);
    expect(await terminal.ok(["review"], "nAuq")).toMatch(/1 answer kept; \d+ left, go on with "upshot review"/);
  });

  test("RD2 e asks for every field, and only that field again where an answer cannot be used", async () => {
    await terminal.ok(["debrief", "-", "--save", "Day"], "- call Ana Ruiz on Friday\n");
    const ran = await terminal.typing(
      ["review"],
      [
        "e",
        "\u0015Ring Ana Ruiz\r",
        "\u0015the\r",
        "\u0015them\r",
        "\u0015Ana Ruiz\r",
        "\u0015juggle\r",
        "\u0015meet\r",
        "\u0015blursday\r",
        "\u0015next friday\r",
        "q",
      ],
    );
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('"the" is none of these. Did you mean them?');
    expect(ran.out).toContain('"juggle" is none of these.');
    expect(ran.out).toContain('"blursday" is not a day I can read');
    expect(await steps()).toMatchObject([
      { what: "Ring Ana Ruiz", isTheirs: true, kind: "meet", checkBackOn: "2026-02-13" },
    ]);
  });

  test("Ctrl-C and Ctrl-D leave, say what is kept, and what is left resumes", async () => {
    await two();
    const all = (await proposals()).length;
    const cut = await terminal.typing(["review"], ["\r", "n", "\u0003"]);
    expect(cut.code).toBe(130);
    expect(cut.out).toContain(`2 answers kept; ${all - 2} left, go on with "upshot review".`);
    const ended = await terminal.typing(["review"], ["x", "\u0004"]);
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining(`1 answer kept; ${all - 3} left`) });
    const inEdit = await terminal.typing(["review", "--event", "harbour"], ["e", "\u0003"]);
    expect(inEdit).toMatchObject({ code: 130, out: expect.stringContaining("0 answers kept") });
    expect(await proposals()).toHaveLength(all - 3);
    // Typed ahead in one go, and keys that are none.
    const ahead = await terminal.typing(["review"], ["\u001B[Ann", "q"]);
    expect(ahead.out).toContain("2 answers kept");
  });
});

test("every word prints JSON where it is asked for, and nothing else on standard output", async () => {
  await terminal.run(["debrief", example, "--save"]);
  await terminal.ok(["review", "--accept-marked"]);
  const id = await onlyStep();
  const file = (name: string) => join(terminal.folder, name);
  for (const words of [
    ["debrief", example],
    ["review"],
    ["review", "--accept-marked"],
    ["focus", "harbour", "Who else?"],
    ["today"],
    ["waiting"],
    ["add", "call Bo Lind on Friday"],
    ["add", "--note", "quiet harbour"],
    ["put-off", id, "next", "friday"],
    ["done", id],
    ["touch", "ana", "sent her the deck"],
    ["steps"],
    ["show", "ana"],
    ["show", "harbour"],
    ["search", "pilot"],
    ["people"],
    ["people", "--duplicates"],
    ["events"],
    ["event", "harbour"],
    ["undo"],
    ["history"],
    ["merge", "ana ruiz", "sade"],
    ["me"],
    ["command"],
    ["command", "step.done"],
    ["command", "note.add", '{"text":"x"}'],
    ["import", `${example}/contacts.csv`],
    ["export", file("all.jsonl")],
    ["backup", file("backup.db")],
    ["restore", file("backup.db")],
  ]) {
    const ran = await terminal.run([...words, "--json"]);
    expect({ words, code: ran.code, err: ran.code === 0 ? "" : ran.err }).toEqual({ words, code: 0, err: "" });
    expect(() => JSON.parse(ran.out) as unknown).not.toThrow();
  }
});

test("colours are for a terminal, and for nobody who said no", async () => {
  const colour = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m`);
  await terminal.ok(["add", "call Ana Ruiz on Friday"]);
  expect((await terminal.typing(["today"], [])).out).toMatch(colour);
  expect(await terminal.ok(["today"])).not.toMatch(colour);
  terminal.env["NO_COLOR"] = "1";
  expect((await terminal.typing(["today"], [])).out).not.toMatch(colour);
});

test("two first commands at the same moment begin one workspace, and both are kept", async () => {
  const ran = await Promise.all(
    ["call Ana on Friday", "call Bo on Friday", "call Cy on Friday"].map((line) => terminal.run(["add", line])),
  );
  expect(ran.map(({ code, err }) => ({ code, err }))).toEqual(ran.map(() => ({ code: 0, err: "" })));
  expect(await steps()).toHaveLength(3);
});
