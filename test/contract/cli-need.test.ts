import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["debrief", "examples/harbour-partner-day", "--save", "Harbour"]);
});
afterEach(() => terminal.close());

describe("needs, at the command line", () => {
  test("ND1 ND2 a need is written down, who could help is shown with the reason, asked, drafted to, and met", async () => {
    expect(await terminal.ok(["needs"])).toContain("Nothing is looked for or offered yet");
    const { needId } = (await terminal.json(["seek", "a partner lead who knows co-selling", "--event", "harbour"])) as {
      needId: string;
    };
    const id = needId.slice(-6);
    expect(await terminal.ok(["needs"])).toBe(
      `${id}  looking for: a partner lead who knows co-selling  nobody asked yet\n`,
    );
    const seen = await terminal.ok(["need", id]);
    expect(seen).toContain("Who could help\n");
    expect(seen).toMatch(/ {2}Sade Bello, Partner Lead, .*\n {6}Partner, Lead: /);
    const asked = await terminal.ok(["need", "co-selling", "--ask", "ana", "--ask", "li wei", "--check-back", "9 feb"]);
    expect(asked).toMatch(/ {2}Ana Ruiz, look again Mon 9 Feb: upshot draft \w{6}\n {2}Li Wei, look again/);
    const step = /draft (\w{6})/.exec(asked)![1]!;
    expect(await terminal.ok(["draft", step])).toContain("I am looking for this: a partner lead who knows co-selling.");
    await terminal.ok(["done", step, "--came-of", "she does, since 2019"]);
    expect(await terminal.ok(["need", id])).toMatch(/ {2}Ana Ruiz {2}answered {2}she does, since 2019/);
    expect(await terminal.ok(["need", id, "--met", "Ana"])).toContain("; 1 person asked may still answer");
    expect((await terminal.run(["need", id, "--ask", "ana"])).err).toContain("is met since");
    expect(await terminal.ok(["need", id, "--reopen"])).toContain("Open again");
  });

  test("what fits no need, or nobody, is said", async () => {
    await terminal.ok(["offer", "two days of help"]);
    expect((await terminal.run(["need", "nonsense"])).err).toContain('There is no need called "nonsense"');
    expect((await terminal.run(["need", "two days", "--ask", "nobody at all"])).err).toContain(
      "There is no person called",
    );
  });
});
