import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["debrief", "examples/harbour-partner-day", "--save", "Harbour"]); // it ends on Wed 4 Feb
  terminal.now = Temporal.Instant.from("2026-02-05T09:00:00Z");
});
afterEach(() => terminal.close());

const add = (...more: string[]) => terminal.ok(["lead", "add", "Pilot", "--person", "li wei", ...more]);

describe("leads at the command line", () => {
  test("LD1 LD2 LD5 a lead is made with its next step, moved with a day to come back on, and listed by stage", async () => {
    expect(await add("--next", "send the reference", "--by", "friday", "--amount", "12,000 EUR")).toMatch(
      /^Lead: Pilot \([0-9a-f]{6}\), next: send the reference\n$/,
    );
    await terminal.ok(["lead", "add", "--organization", "contoso"]);
    const out = await terminal.ok(["leads"]);
    expect(out).toContain("Met 2\n");
    expect(out).toMatch(/Pilot {2}Li Wei, Adatum {2}EUR 12,000\n/);
    expect(out).toMatch(/next: [0-9a-f]{6} {2}send the reference \(Li Wei\) {2}Fri 6 Feb, tomorrow\n/);
    expect(await terminal.ok(["leads", "--stuck"])).toContain("stuck: no next step yet, at Met since Thu 5 Feb");
    expect(await terminal.ok(["lead", "move", "pilot", "won"])).toBe("Pilot is at Won; 1 step of it still open\n");
    const rest = ["lead", "move", "contoso", "resting", "--until", "2026-03-02", "--why", "budget in March"];
    expect(await terminal.ok(rest)).toBe("Contoso is at Resting\n");
    expect(await terminal.ok(["leads"])).not.toContain("Pilot");
    expect(await terminal.ok(["leads", "--resting"])).toContain("rests until Mon 2 Mar, in 25 days");
    terminal.now = Temporal.Instant.from("2026-03-02T09:00:00Z");
    expect(await terminal.ok(["today"])).toMatch(/Back from their rest\n {2}[0-9a-f]{6} {2}Contoso\n/);
  });

  test("LD4 LD6 paths say who could open the door; asking makes the step on both sides, and the lead shows them", async () => {
    await terminal.ok(["command", "person.add", '{"name": "Pat Ode", "organization": "Contoso"}']);
    const paths = await terminal.ok(["paths", "pat ode"]);
    expect(paths).toContain("You -> Ana Ruiz -> Contoso -> Pat Ode");
    expect(paths).toContain("Ana Ruiz works at Contoso with Pat Ode");
    expect(await terminal.json(["paths", "contoso"])).toMatchObject({ paths: [{ door: { name: "Ana Ruiz" } }] });
    await terminal.ok(["lead", "add", "Framework", "--person", "pat ode"]);
    expect(await terminal.ok(["lead", "ask", "framework", "ana"])).toMatch(
      /^[0-9a-f]{6} {2}Ask Ana Ruiz for an introduction to Pat Ode, Fri 6 Feb, tomorrow\n[0-9a-f]{6} {2}Ana Ruiz: Introduce me to Pat Ode, Fri 13 Feb, in 8 days\n$/,
    );
    expect(await terminal.ok(["show", "pat ode"])).toMatch(/Leads\n {2}[0-9a-f]{6} {2}Framework, Met\n/);
    expect(await terminal.ok(["leads", "--cold"])).toContain("open: You met Ana Ruiz at Harbour");
    const shown = await terminal.ok(["lead", "show", "framework"]);
    expect(shown).toContain("Next steps\n");
    expect(shown).toContain("Ana Ruiz was asked to introduce you to Pat Ode");
  });

  test("LD2 what cannot be is refused with what would help", async () => {
    await add();
    const no = async (...args: string[]) => (await terminal.run(args)).err;
    expect(await no("lead", "move", "pilot", "wom")).toContain('There is no stage "wom": Met, Contacted');
    expect(await no("lead", "move", "pilot", "resting")).toContain("At Resting a lead needs the day");
    expect(await no("lead", "move", "pilot")).toContain("Say which lead, and to which stage");
    expect(await no("lead", "show", "nothing")).toContain('There is no lead called "nothing"');
    expect(await no("lead", "win", "pilot")).toContain("is nothing to do with a lead");
    expect(await no("lead", "add", "X", "--amount", "much")).toContain("no amount with its currency");
    expect(await no("paths", "nobody")).toContain('There is no organization called "nobody"');
  });
});
