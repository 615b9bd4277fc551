import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Plan } from "#debrief/plan.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await keep(
    "day one",
    "# Day one\n- send Ana the deck by Friday\n- send crates to Bo\n\n# Loose ends\n- pay the venue\n- book the room\n- call the printer\n- pay the invoice\n- check their docs\n",
  );
  await answer("the deck", { step: { with: "Ana Ruiz" } });
  await answer("crates", { step: { kind: "do", with: "Bo Lind" } });
  for (const words of ["venue", "room", "printer", "invoice", "docs"]) await answer(words, null);
});
afterEach(() => terminal.close());

function file(name: string, text: string): string {
  const path = join(terminal.folder, `${name}.md`);
  writeFileSync(path, text);
  return path;
}

async function keep(name: string, text: string): Promise<void> {
  await terminal.ok(["debrief", file(name, text), "--save", name, "--taken-on", "2026-02-03", "--me", "Mira Okafor"]);
}

async function answer(words: string, edits: object | null): Promise<void> {
  const { proposals } = (await terminal.json(["review"])) as { proposals: { proposal: Proposal }[] }; // as the inbox is
  const found = proposals.find(({ proposal }) => proposal.step !== null && proposal.quote.includes(words));
  if (found === undefined) throw new Error(`no step is proposed of "${words}"`);
  const args = JSON.stringify({ proposalId: found.proposal.id, ...edits });
  await terminal.ok(["command", edits === null ? "proposal.letGo" : "proposal.accept", args]);
}

async function planOf(text: string): Promise<Plan> {
  return (await terminal.json(["debrief", file("day two", text), "--taken-on", "2026-02-04"])) as Plan; // as docs/plan.md says
}

describe("upshot memory", () => {
  test("RD6 lists in words what was learned, each with the answers it rests on, whose words can be shown", async () => {
    const listed = await terminal.ok(["memory"]);
    expect(listed).toContain('"Ana" means Ana Ruiz  [name ana]');
    expect(listed).toContain('"send crates" read as "E-mail" is "Do"  [kind send crates as email]');
    expect(listed).toContain("you let go of all 5 steps under loose ends  [steps under loose ends]");
    const [, id = ""] =
      /means Ana Ruiz.*\n +([0-9a-f]{6}) {2}You -> Ana: send Ana the deck.*Wed 4 Feb 2026/u.exec(listed) ?? [];
    expect(await terminal.ok(["show", id])).toContain("send Ana the deck by Friday");
  });

  test("RD6 forgets and remembers again by the words it lists, and undo takes either back", async () => {
    expect(await terminal.ok(["memory", "forget", "ana"])).toBe('Forgotten: "Ana" means Ana Ruiz.\n');
    expect(await terminal.ok(["memory"])).toMatch(/Forgotten .*\n {2}name ana\n/u);
    const { steps } = await planOf("- call Ana on Monday\n");
    expect(steps).toMatchObject([{ with: "Ana", remembered: null }]);
    await terminal.ok(["undo"]);
    expect(await terminal.ok(["memory"])).not.toContain("Forgotten");
    await terminal.ok(["memory", "forget", "name", "ana"]);
    expect(await terminal.ok(["memory", "remember", "name", "ana"])).toBe('Remembered again: "Ana" means Ana Ruiz.\n');
    expect(await terminal.ok(["history", "--max", "1"])).toContain("remembered again: name ana");
  });

  test("RD6 says what is wrong where nothing or several things fit", async () => {
    const said = async (...words: string[]) => {
      const { code, err } = await terminal.run(["memory", ...words]);
      expect(code).not.toBe(0);
      return err;
    };
    expect(await said("forgt", "ana")).toContain("Did you mean forget?");
    expect(await said("forget")).toContain("Say what to forget");
    expect(await said("forget", "zzz")).toContain('Nothing is remembered as "zzz"');
    expect(await said("forget", "name")).toContain('"name" fits several: "name ana", "name bo"');
    expect(await said("remember", "name ana")).toContain("Nothing was forgotten as");
  });

  test("RD6 as JSON it is what is learned and what is forgotten", async () => {
    await terminal.ok(["memory", "forget", "ana"]);
    expect(await terminal.json(["memory"])).toMatchObject({
      learned: expect.arrayContaining([expect.objectContaining({ key: "kind send crates as email", about: "kind" })]),
      forgotten: [{ key: "name ana", about: "person", name: "Ana Ruiz", from: [{ on: "2026-02-04" }] }],
    });
  });

  test("RD6 a workspace that learned nothing says so", async () => {
    const fresh = new TestTerminal();
    await fresh.ok(["add", "call Ana on Friday"]);
    expect(await fresh.ok(["memory"])).toContain("Nothing is remembered yet");
    fresh.close();
  });
});

describe("the next page", () => {
  test("RD6 a debrief reads by it, kept or not, and says where it did", async () => {
    const text = "- call Ana on Monday\n- send crates by Friday\n\n# Loose ends\n- book the hall\n";
    const { steps, leftAlone } = await planOf(text);
    expect(steps).toMatchObject([
      { with: "Ana Ruiz", remembered: '"Ana" is Ana Ruiz: you corrected this on Wed 4 Feb 2026' },
      { kind: "do", remembered: '"send crates" is "Do": you corrected this on Wed 4 Feb 2026' },
    ]);
    expect(leftAlone).toMatchObject([
      { quote: "book the hall", reason: "let-go", because: "you let go of all 5 steps under loose ends" },
    ]);
    const path = file("day two", text);
    expect(await terminal.ok(["debrief", path, "--taken-on", "2026-02-04"])).toContain("like what you let go before");
    await keep("day two", text);
    const { proposals } = (await terminal.json(["review"])) as { proposals: { proposal: Proposal }[] }; // as the inbox is
    expect(proposals.map(({ proposal }) => proposal.reading)).toContainEqual(
      expect.stringContaining('("Ana" is Ana Ruiz: you corrected this on Wed 4 Feb 2026)'),
    );
  });

  test("RD6 so does a line that is captured", async () => {
    expect(await terminal.ok(["add", "call Ana on Friday"])).toContain("Ana Ruiz");
  });

  test("RD3 what is marked is proposed, whatever was let go under its heading", async () => {
    const { steps } = await planOf("# Loose ends\n- [ ] book the hall\n-> check the badges\n");
    expect(steps).toHaveLength(2);
  });
});
