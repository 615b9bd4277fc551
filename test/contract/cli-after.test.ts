import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["debrief", "examples/harbour-partner-day", "--save", "Harbour"]); // it ends on Wed 4 Feb
});
afterEach(() => terminal.close());

const turnTo = (day: string) => (terminal.now = Temporal.Instant.from(`${day}T09:00:00Z`));
const rowOf = (out: string, name: string) => out.slice(out.indexOf(name) - 13).split("\n", 2);

describe("after an event, at the command line", () => {
  test("EC1 shows everybody who was scanned there, the three looks, and who is late", async () => {
    turnTo("2026-02-10");
    const out = await terminal.ok(["after", "harbour"]);
    expect(out).toContain("After Harbour  home Wed 4 Feb, 6 days ago\n5 people met; 5 without a first follow-up\n");
    expect(out).toContain("looks: first Fri 6 Feb, second Wed 11 Feb, third Fri 6 Mar");
    expect(rowOf(out, "Li Wei")).toEqual([
      expect.stringMatching(/ {2}!○○ {2}Li Wei, .* {2}first follow-up Fri 6 Feb, 4 days ago$/),
      "             warm: last touch 7 days ago (met at Harbour)",
    ]);
    expect(await terminal.json(["after", "harbour"])).toMatchObject({ homeOn: "2026-02-04", withoutFirst: 5 });
  });

  test("EC1 EC2 a touch moves the clock, today lists who is left, and the row says what was said", async () => {
    turnTo("2026-02-06");
    await terminal.ok(["touch", "li wei", "sent", "the", "reference"]);
    const today = await terminal.ok(["today"]);
    expect(today).toContain("Follow up\n");
    expect(today).toContain("Ana Ruiz, Contoso  first follow-up after Harbour");
    expect(today).not.toContain("Li Wei, Fabrikam");
    const out = await terminal.ok(["after", "harbour"]);
    expect(out.split("\n").filter((line) => line.includes("●○○"))).toHaveLength(1);
    expect(out).toContain("Fri 6 Feb, you e-mailed Li Wei: sent the reference");
    expect(await terminal.ok(["show", "Li Wei"])).toContain("  warm: last touch today (you e-mailed Li)");
  });

  test("EC1 its numbers can be changed, and a person's rhythm chosen; what is no number of days is refused", async () => {
    expect(await terminal.ok(["clock", "--first", "1", "--third", "45"])).toContain(
      "First follow-up: within 1 working day of coming home\nSecond look: 7 days after coming home\nThird look: 45 days",
    );
    expect(await terminal.json(["after", "harbour"])).toMatchObject({ looks: { first: "2026-02-05" } });
    expect(await terminal.ok(["clock", "--person", "li wei", "--every", "90"])).toContain(
      "In touch with Li Wei every 90 days",
    );
    expect(await terminal.ok(["show", "li wei"])).toContain("in touch every 90 days");
    expect(await terminal.ok(["clock", "--person", "li wei", "--every", "never"])).toContain("no rhythm any more");
    expect((await terminal.run(["clock", "--first", "soon"])).err).toContain('"soon" is none');
    expect((await terminal.run(["clock", "--every", "9"])).err).toContain("A rhythm is one person's");
    await terminal.ok(["undo"]);
    expect(await terminal.ok(["show", "li wei"])).toContain("in touch every 90 days");
  });

  test("says where nobody was met, and where there is no such event", async () => {
    await terminal.ok(["command", "event.add", '{"name":"Quiet day","timeZone":"UTC"}']);
    expect(await terminal.ok(["after", "quiet"])).toContain("Nobody was met there yet");
    expect((await terminal.run(["after", "nowhere"])).code).toBe(3);
  });
});

describe("drafts, at the command line", () => {
  test("ST8 a draft is printed, saved as a message, and nothing is sent; saying so logs the touch and closes nothing", async () => {
    await terminal.ok(["add", "call Li Wei on Friday about the reference"]);
    const id = (await terminal.ok(["steps", "--person", "li wei"])).slice(0, 6);
    expect(await terminal.ok(["draft", id])).toMatch(/^To: Li Wei.*\nSubject: .*\n\nHello Li,\n/);
    expect(await terminal.ok(["draft", id, "--language", "de"])).toContain("Guten Tag Li,");
    const file = join(terminal.folder, "draft.eml");
    expect(await terminal.ok(["draft", id, "--eml", file])).toContain("Nothing was sent");
    expect(readFileSync(file, "utf8")).toMatch(/^Date: Wed, 4 Feb 2026 .*\r\n[^]*X-Unsent: 1\r\n/);
    expect((await terminal.run(["draft", id, "--eml", file])).err).toContain("is there already");
    expect(await terminal.json(["touches"])).toEqual([]);
    expect(await terminal.ok(["draft", id, "--sent"])).toContain(`Was that it? upshot done ${id}`);
    expect(await terminal.json(["touches"])).toMatchObject([{ person: "Li Wei", touch: { way: "email" } }]);
    expect(await terminal.json(["steps", "--person", "li wei"])).toMatchObject([{ step: { state: "open" } }]);
    expect((await terminal.run(["draft", id, "--language", "xx"])).err).toContain('"xx" is none of these');
  });

  test("ST8 templates are listed, shown, written from standard input, and reset", async () => {
    expect(await terminal.ok(["template"])).toContain("ask-again   en, de, fr, es\n");
    expect(await terminal.ok(["template", "email", "fr"])).toContain("De mon côté");
    await terminal.ok(["template", "email", "fr", "--from", "-"], "Cher {first}");
    expect(await terminal.ok(["template", "email", "fr"])).toContain("\n\nCher {first}\n");
    expect(await terminal.ok(["template"])).toContain("your own words: fr");
    await terminal.ok(["template", "email", "fr", "--reset"]);
    expect(await terminal.ok(["template"])).not.toContain("your own words");
    expect((await terminal.run(["template", "emial"])).err).toContain("Did you mean email?");
  });
});
