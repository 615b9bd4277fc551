import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { idOf, TestTerminal } from "../support/terminal.ts";

const example = "examples/harbour-partner-day";
let terminal: TestTerminal;
beforeEach(() => void (terminal = new TestTerminal()));
afterEach(() => terminal.close());

describe("who I am", () => {
  test("is who wrote the notes of the first event that is kept", async () => {
    const notes = join(terminal.folder, "notes.md");
    writeFileSync(notes, "- I will send Ana Ruiz the deck by Friday\n");
    const says = ["--me", "Zed Quill", "--organization", "Fabrikam"];
    await terminal.ok(["debrief", notes, "--save", "Harbour Forum", ...says]);
    expect(await terminal.ok(["me"])).toContain("You are Zed Quill, Fabrikam.");
  });

  test("stays the same when members join, change, and come first in every order", async () => {
    await terminal.ok(["add", "call Ana Ruiz on Friday"]);
    const before = await terminal.ok(["steps", "--mine"]);
    for (const name of ["Aaron", "Zoe"]) await terminal.ok(["command", "member.add", JSON.stringify({ name })]);
    await terminal.ok(["command", "member.change", JSON.stringify({ memberId: "Aaron", name: "Aaron Adler" })]);
    expect(await terminal.ok(["steps", "--mine"])).toBe(before);
    expect(await terminal.ok(["me"])).toContain("You are mira.");
    expect(await terminal.ok(["me"])).toContain("Other members: Aaron Adler, Zoe");
    await terminal.ok(["add", "call Bo on Friday"]);
    expect((await terminal.ok(["steps", "--mine"])).split("\n")).toHaveLength(3);
  });

  test("is asked for once where a machine knows several members and not which one it serves", async () => {
    await terminal.ok(["add", "call Ana Ruiz on Friday"]);
    await terminal.ok(["command", "member.add", '{"name":"Zoe Park"}']);
    const other = new TestTerminal();
    try {
      const store = join(terminal.folder, "data", "upshot", "upshot.db");
      const refused = await other.run(["today", "--store", store]);
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("upshot me NAME") });
      expect(await other.ok(["me", "zoe", "--store", store])).toContain("You are Zoe Park on this machine.");
      expect(await other.ok(["steps", "--mine", "--store", store])).toBe("No steps fit.\n");
      other.env["UPSHOT_MEMBER"] = "mira";
      expect(await other.ok(["steps", "--mine", "--store", store])).toContain("Call Ana Ruiz");
    } finally {
      other.close();
    }
  });
});

describe("show", () => {
  beforeEach(async () => {
    await terminal.run(["debrief", example, "--save"]);
    await terminal.ok(["review", "--accept-marked"]);
  });

  test("NT3 tells of a step in words, with the quote and the way back to page and file", async () => {
    await terminal.ok(["add", "call Ana Ruiz on Friday about the deck"]);
    const id = idOf(await terminal.ok(["steps"]), "Call Ana Ruiz");
    const shown = await terminal.ok(["show", id]);
    expect(shown).toContain("yours (call), for Ana Ruiz");
    expect(shown).toContain("due Fri 6 Feb, in 2 days");
    expect(shown).toContain("Where it came from: captured, line 1, taken Wed 4 Feb 2026");
    expect(shown).toContain("| call Ana Ruiz on Friday about the deck");
    expect(shown).not.toMatch(/null|\{|isTheirs|createdAt|01[0-9a-f]{6}-/);
    const page = /The whole page: (upshot show [0-9a-f]{6})/.exec(shown)?.[1] ?? "";
    expect(await terminal.ok(page.split(" ").slice(1))).toContain("captured  page");
  });

  test("NT3 gives the exact quote, and every other place that says it", async () => {
    const notes =
      "- [ ] ring Bo Lind about the pilot on Friday, he asked twice\n\nRing Bo Lind about the pilot on Friday.\n";
    await terminal.ok(["debrief", "-", "--save", "Calls", "--taken-on", "2026-02-04"], notes);
    await terminal.ok(["review", "--event", "calls", "--accept-marked"]);
    const shown = await terminal.ok(["show", "ring bo"]);
    expect(shown).toContain('  "ring Bo Lind about the pilot on Friday');
    expect(shown).toContain("| - [ ] ring Bo Lind about the pilot on Friday, he asked twice");
    expect(shown).toContain('said again in pasted, line 3: "Ring Bo Lind about the pilot on Friday');
  });

  test("finds a person, an organization, a page, a session and an event by name", async () => {
    const ana = await terminal.ok(["show", "Ana"]);
    expect(ana).toContain("Ana Ruiz, Head of Alliances, Contoso  person");
    expect(ana).toContain("ana.ruiz@contoso.example");
    expect(ana).not.toMatch(/"value"|createdAt/);
    expect(await terminal.ok(["show", "contoso"])).toMatch(/Contoso {2}organization[^]*Ana Ruiz/);
    expect(await terminal.ok(["show", "co-selling"])).toContain("Co-selling without stepping on toes  session");
    expect(await terminal.ok(["show", "harbour"])).toBe(await terminal.ok(["event", "harbour"]));
    expect(await terminal.ok(["event", "harbour"])).toMatch(/Pages\n {2}[0-9a-f]{6} {2}notes\/Evening of day 2.html/);
    expect(await terminal.run(["show", "nobody at all"])).toMatchObject({
      code: 3,
      err: expect.stringContaining("upshot search nobody at all"),
    });
    expect((await terminal.run(["event", "harbor"])).err).toContain("Did you mean Harbour Partner Day 2026?");
    expect((await terminal.run(["touch", "anna lindquist"])).err).toContain("Did you mean Anna Lindqvist?");
    const several = await terminal.run(["show", "notes"]);
    expect(several).toMatchObject({ code: 2, err: expect.stringContaining("page notes/day-1.md (") });
  });

  test("NT2 shows a page with every passage, its line and its state", async () => {
    const shown = await terminal.ok(["show", "day-1.md"]);
    expect(shown).toMatch(/ {2}\d+ passages: \d+ made into something, \d+ proposed/);
    expect(shown).toMatch(
      /\d+ {2}proposed {2}.*told Ana I'd send her the pilot numbers by Friday\n {16}=> You -> Ana Ruiz/,
    );
    expect(shown).toMatch(
      / 23 {2}made {6}look into Fabrikam's open source metering library\n {16}=> step [0-9a-f]{6}: Look into/,
    );
    const page = (await terminal.json(["show", "day-1.md"])) as { noun: string; record: { text: string } };
    expect(page.noun).toBe("page");
    const passages = shown.split("\n").filter((line) => /^ *\d+ {2}(?:unread|proposed|made|kept|let go) /.test(line));
    expect(`${passages.length} passages`).toBe(/\d+ passages/.exec(shown)?.[0]);
  });
});

describe("one act, one undo", () => {
  test("ST6 a debrief that was kept is taken back whole, and can be done again", async () => {
    await terminal.run(["debrief", example, "--save"]);
    expect((await terminal.ok(["history"])).trim().split("\n")).toHaveLength(2);
    const undone = await terminal.ok(["undo"]);
    expect(undone).toContain("Undone: kept an event's files: Harbour Partner Day 2026");
    expect(await terminal.ok(["events"])).toContain("No events yet");
    expect(await terminal.ok(["people"])).toContain("No people yet");
    await terminal.ok((/upshot (undo [0-9a-f]{6})/.exec(undone)?.[1] ?? "").split(" "));
    expect(await terminal.ok(["events"])).toContain("Harbour Partner Day 2026");
    expect((await terminal.run(["undo", "ffffff"])).err).toContain('hold none that ends in "ffffff"');
  });

  test("ST6 a second import of the files is taken back alone; contacts need no event", async () => {
    const cards = join(terminal.folder, "people.csv");
    writeFileSync(cards, "Name,E-mail\nBo Lind,bo@lind.example\n");
    const ran = await terminal.run(["import", cards]);
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining("Contacts from people.csv: 1 added") });
    expect(await terminal.json(["events"])).toEqual([]);
    await terminal.run(["debrief", example, "--save"]);
    await terminal.ok(["undo"]);
    expect(await terminal.ok(["people"])).toContain("Bo Lind");
  });

  test("history says what was done in words, and what was taken back", async () => {
    await terminal.run(["debrief", example, "--save"]);
    await terminal.ok(["add", "call Bo Lind on Friday"]);
    const id = idOf(await terminal.ok(["steps"]), "Call Bo Lind");
    await terminal.ok(["put-off", id, "monday"]);
    await terminal.ok(["undo"]);
    const lines = (await terminal.ok(["history"])).trim().split("\n");
    expect(lines.map((line) => line.replace(/^[0-9a-f]{6} {2}Wed 4 Feb 21:00 +/, ""))).toEqual([
      "took back: put off: Call Bo Lind",
      "put off: Call Bo Lind  (taken back)",
      "captured a line: call Bo Lind on Friday",
      "kept an event's files: Harbour Partner Day 2026",
      "began this workspace",
    ]);
  });
});

describe("lists", () => {
  test("organizations, touches, meetings and members are listed, with ids that other words take", async () => {
    await terminal.run(["debrief", example, "--save"]);
    await terminal.ok(["review"], "aaaaa");
    await terminal.ok(["command", "organization.add", '{"name":"Relecloud","relation":"competitor"}']);
    await terminal.ok(["add", "look into Contoso"]);
    const organizations = await terminal.ok(["organizations"]);
    expect(organizations).toMatch(/^[0-9a-f]{6} {2}Relecloud, competitor$/m);
    expect(organizations).toMatch(/^[0-9a-f]{6} {2}Contoso {2}1 person/m);
    expect(await terminal.ok(["show", idOf(organizations, "Relecloud")])).toContain("Relecloud");
    for (const line of ["sent her the deck", "sent her the numbers"]) await terminal.ok(["touch", "ana ruiz", line]);
    await terminal.ok(["touch", "li wei", "--by", "call", "--in", "--on", "yesterday"]);
    expect((await terminal.ok(["touches"])).split("\n").map((line) => line.slice(8))).toEqual([
      "Wed 4 Feb: you e-mailed Ana Ruiz  sent her the numbers",
      "Wed 4 Feb: you e-mailed Ana Ruiz  sent her the deck",
      "Tue 3 Feb: Li Wei called you",
      "",
    ]);
    expect(await terminal.ok(["touches", "--max", "1"])).toContain("and 2 more (--max 3)");
    expect(await terminal.json(["touches", "--person", "li wei"])).toMatchObject([{ person: "Li Wei" }]);
    const met = await terminal.ok(["meetings", "--event", "harbour"]);
    expect(met).toMatch(/^[0-9a-f]{6} {2}Sade Bello {2}Wed 4 Feb, at Harbour Partner Day 2026/m);
    expect(await terminal.ok(["show", idOf(met, "Sade Bello")])).toContain("How you met Sade Bello");
    await terminal.ok(["command", "member.add", '{"name":"Zoe Park"}']);
    expect(await terminal.ok(["members"])).toMatch(
      /^[0-9a-f]{6} {2}Mira Okafor, Lantern Consulting {2}you, \d+ open steps\n[0-9a-f]{6} {2}Zoe Park\n$/,
    );
  });

  test("that are empty say how something comes there", async () => {
    await terminal.ok(["add", "--step", "passport"]);
    expect(await terminal.ok(["organizations"])).toContain("No organizations yet.");
    expect(await terminal.ok(["touches"])).toContain("upshot touch PERSON");
    expect(await terminal.ok(["meetings"])).toContain("You met nobody yet");
    expect(await terminal.ok(["members"])).toContain("mira  you, 1 open step");
    expect(await terminal.json(["touches"])).toEqual([]);
  });
});

test("RD2 organizations that may be one are listed with the reason, merged when told to, and parted by undo", async () => {
  for (const name of ["Contoso", "Contoso GmbH", "Fabrikam"])
    await terminal.ok(["command", "organization.add", JSON.stringify({ name })]);
  expect(await terminal.ok(["organizations", "--duplicates"])).toMatch(
    /Contoso {2}= {2}\S+ Contoso GmbH\n +the same name, written in two ways/,
  );
  expect(await terminal.ok(["merge", "--organizations", "Contoso GmbH", "Fabrikam"])).toContain(
    "Fabrikam is now part of Contoso GmbH.",
  );
  expect(await terminal.ok(["organizations"])).not.toContain("Fabrikam");
  await terminal.ok(["undo"]);
  expect(await terminal.ok(["organizations"])).toContain("Fabrikam");
});
