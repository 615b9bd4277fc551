import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal(); // it is Wed 4 Feb 2026
  const event = {
    name: "Winter offsite",
    kind: "offsite",
    timeZone: "UTC",
    startsOn: "2026-02-02",
    endsOn: "2026-02-04",
  };
  await terminal.ok(["command", "event.add", JSON.stringify(event)]);
});
afterEach(() => terminal.close());

const turnTo = (day: string) => (terminal.now = Temporal.Instant.from(`${day}T09:00:00Z`));

async function begun(name: string): Promise<void> {
  const about = [
    "--problem",
    "Partners wait for weeks",
    "--measure",
    "days until an answer",
    "--from",
    "9",
    "--to",
    "3",
  ];
  await terminal.ok(["initiative", "winter", name, ...about, "--begin", "ask for the list", "--due", "friday"]);
}

describe("an offsite, at the command line", () => {
  test("BD2 BD3 an initiative begins with its first step; from Monday on its owner's silence is shown to all, until they check in", async () => {
    await begun("Answer partners in three days");
    expect(await terminal.ok(["roadmap", "winter"])).toMatch(
      /^Winter offsite {2}1 initiative under way\n\nUnder way\n {2}\w{6} {2}Answer partners in three days {2}going, .*\n {10}Partners wait for weeks\n {10}days until an answer: 9 to 3\n {10}first: ask for the list, Fri 6 Feb\n$/,
    );
    turnTo("2026-02-09");
    expect(await terminal.ok(["roadmap", "winter"])).toContain("silent for 4 days");
    expect(await terminal.ok(["today"])).toContain(
      "Answer partners in three days waits for its first step, for 4 days",
    );
    await terminal.ok(["check-in", "answer partners", "amber", "two", "of", "five"]);
    expect(await terminal.ok(["roadmap", "winter"])).toContain("amber: two of five (Mon 9 Feb)");
    expect((await terminal.run(["check-in", "answer partners", "blue", "x"])).err).toContain('"blue" is none');
    await terminal.ok(["stuck", "answer partners", "access to the mailbox", "--due", "wed"]);
    expect(await terminal.ok(["roadmap", "winter"])).toContain("stuck on: access to the mailbox");
    await terminal.ok(["end", "answer partners", "--goes-on"]);
    expect((await terminal.run(["end", "answer partners"])).err).toContain("Say what becomes of it");
  });

  test("BD2 a first step that is too far away is refused with the last day it can be, and nothing is lost", async () => {
    await terminal.ok(["initiative", "winter", "One price list", "--measure", "lists in use"]);
    expect((await terminal.run(["begin", "one price", "collect them", "--due", "27 feb"])).err).toContain(
      "small enough for Wed 11 Feb at the latest",
    );
    expect(await terminal.ok(["roadmap", "winter"])).toContain("Not now\n");
    await terminal.ok(["begin", "one price", "collect them", "--due", "10 feb"]);
    expect(await terminal.ok(["roadmap", "winter"])).not.toContain("Not now\n");
  });

  test("BD4 the next offsite opens with what became of the last one", async () => {
    await begun("Answer partners in three days");
    await begun("One price list");
    await terminal.ok(["end", "one price list", "--done", "since March"]);
    turnTo("2026-08-03");
    const next = { name: "Summer offsite", kind: "offsite", timeZone: "UTC", startsOn: "2026-08-04" };
    await terminal.ok(["command", "event.add", JSON.stringify(next)]);
    expect(await terminal.ok(["roadmap", "summer"])).toContain("What became of Winter offsite\n  1 of 2 done\n");
    await terminal.ok(["end", "answer partners", "--carry-to", "summer"]);
    expect(await terminal.ok(["roadmap", "summer"])).toMatch(/Not now\n {2}\w{6} {2}Answer partners in three days/);
  });

  test("BD6 those who stayed at home read what was decided and where they can join in, also as a file", async () => {
    await begun("Answer partners in three days");
    await terminal.ok(["seek", "two people for onboarding", "--event", "winter"]);
    const out = await terminal.ok(["digest", "winter"]);
    expect(out).toContain("What was decided  each with one owner\n  Answer partners in three days: ");
    expect(out).toMatch(/Where you can join in\n {2}.* looks for two people for onboarding/);
    const [md, html] = [join(terminal.folder, "d.md"), join(terminal.folder, "d.html")];
    await terminal.ok(["digest", "winter", "--md", md, "--html", html]);
    expect(readFileSync(md, "utf8")).toContain("# Winter offsite: what came out of it");
    expect(readFileSync(html, "utf8")).toContain("<h2>Where you can join in</h2>");
  });

  test("BD5 the charter is begun, answered and agreed, and says what nobody answers for", async () => {
    expect(await terminal.ok(["charter"])).toContain("There is no charter yet");
    const { charterId } = (await terminal.json(["charter", "--begin", "winter"])) as { charterId: string };
    const words = { charterId, mission: "Easy to sell with", needed: ["answers partners"], roles: [{ name: "Desk" }] };
    await terminal.ok(["command", "charter.change", JSON.stringify(words)]);
    const out = await terminal.ok(["charter"]);
    expect(out).toContain("Gaps\n  nobody answers for: answers partners\n  nobody holds: Desk");
    expect((await terminal.run(["charter", "--agree"])).err).toContain("Nobody has answered");
    await terminal.ok(["charter", "--answer", "until June"]);
    expect(await terminal.ok(["charter"])).toContain("agrees, until June");
    expect(await terminal.ok(["charter", "--agree"])).toContain("Version 1 of the charter counts now.");
  });
});
