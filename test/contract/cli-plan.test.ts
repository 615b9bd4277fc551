import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(() => {
  terminal = new TestTerminal();
  turnTo("2026-11-24"); // a Tuesday
});
afterEach(() => terminal.close());

const turnTo = (day: string) => (terminal.now = Temporal.Instant.from(`${day}T09:00:00Z`));
const idIn = (out: string) => /\b[0-9a-f]{6}\b/.exec(out)?.[0] ?? "";
/** What a list says, without the ids. */
const plain = (out: string) => out.replaceAll(/\b[0-9a-f]{6}\b/g, "#");

describe("the plan, at the command line", () => {
  test("PL1 PL2 PL3 commitments are made under each other, with what hangs on them and what has nothing this month", async () => {
    await terminal.ok(["add", "--note", "the year begins"]);
    expect(await terminal.ok(["plan"])).toContain('Begin: upshot commit "..." --for 2026');
    await terminal.ok(["commit", "Ten partners in the north", "--for", "2026"]);
    const made = await terminal.ok(["commit", "Three signed", "--for", "2026-Q4", "--under", "ten partners"]);
    expect(plain(made)).toBe('Committed to Three signed, Q4 2026, for "Ten partners in the north" (#)\n');
    expect(plain(await terminal.ok(["plan"]))).toBe(
      [
        "2026  2 commitments, 2 with nothing this month",
        "#  Ten partners in the north  2026  nothing this month",
        "  #  Three signed  Q4 2026  nothing this month",
        "",
      ].join("\n"),
    );
    const step = idIn(await terminal.ok(["add", "call Ana Ruiz on Friday"]));
    expect(await terminal.ok(["commit", "three signed", "--step", step])).toContain('serves "Three signed"');
    expect(plain(await terminal.ok(["plan"]))).toBe(
      [
        "2026  2 commitments",
        "#  Ten partners in the north  2026, 1 open",
        "  #  Three signed  Q4 2026, 1 open",
        "      #  Call Ana Ruiz  Fri 27 Nov, in 3 days",
        "",
      ].join("\n"),
    );
    expect(await terminal.ok(["today"])).toContain("It serves “Three signed”.");
    expect(await terminal.ok(["show", step])).toContain('serves "Three signed"');
    const refused = await terminal.run(["commit", "Next year", "--for", "2027", "--under", "ten partners"]);
    expect(refused.err).toContain("does not lie in 2026");
    expect((await terminal.run(["commit", "When?"])).err).toContain("--for 2026-11");
    expect((await terminal.run(["commit", "When?", "--for", "soon"])).err).toContain('"soon" is no year');
    await terminal.ok(["commit", "three signed", "--done", "four, in fact"]);
    expect(await terminal.ok(["plan"])).toContain("[done]");
    expect(await terminal.json(["plan", "2026"])).toMatchObject({ period: { span: "year" }, items: [{}, {}] });
  });

  test("PL3 today says gently what has nothing planned this week", async () => {
    await terminal.ok(["commit", "Three signed", "--for", "2026-11"]);
    const today = await terminal.ok(["today"]);
    expect(plain(today)).toContain('nothing planned this week for "Three signed" (#; upshot plan)');
  });

  test("PL4 a month's end is answered one key each, and goes on where it was left", async () => {
    await terminal.ok(["commit", "Three signed", "--for", "2026-11"]);
    await terminal.ok(["commit", "A book", "--for", "2026-11"]);
    await terminal.ok(["add", "call Ana Ruiz tomorrow"]);
    turnTo("2026-12-01");
    expect(await terminal.ok(["today"])).toContain("Nov 2026 ends: 3 open things to keep, move or drop");
    const first = await terminal.ok(["month-end"], "zmq");
    expect(plain(first)).toContain("Nov 2026: 3 open things. k keep, m move, x drop, d done, q stop");
    expect(first).toContain("2 left. Go on with: upshot month-end 2026-11");
    const second = await terminal.ok(["month-end", "2026-11"], "km");
    expect(second).toContain("Nov 2026 is answered.");
    expect(await terminal.ok(["month-end", "2026-11"])).toBe("Nothing of Nov 2026 is left open.\n");
    expect(plain(await terminal.ok(["plan"]))).toContain("#  Three signed  Dec 2026  nothing this month, moved 1 time");
    expect(await terminal.ok(["steps"])).toContain("Fri 25 Dec");
  });

  test("RP2 RP3 a line says how it repeats, and done it comes again; never ends it", async () => {
    const out = await terminal.ok(["add", "-> send Bo the numbers every Monday"]);
    expect(plain(out)).toBe("#  Send Bo the numbers  Mon 30 Nov, in 6 days ↻\n");
    expect(await terminal.ok(["show", idIn(out)])).toContain("every Monday");
    expect(await terminal.ok(["done", idIn(out)])).toContain("Again on Mon 7 Dec.");
    await terminal.ok(["undo"]);
    expect(plain(await terminal.ok(["steps"]))).toBe(plain(out));
    turnTo("2027-01-20");
    await terminal.ok(["done", idIn(out)]);
    const next = await terminal.ok(["steps"]);
    expect(plain(next)).toBe("#  Send Bo the numbers  Mon 25 Jan, in 5 days ↻\n");
    expect(await terminal.ok(["done", idIn(next), "--again", "never"])).not.toContain("Again");
    const once = await terminal.ok(["add", "--step", "passport"]);
    expect((await terminal.run(["done", idIn(once), "--again", "friday"])).err).toContain("does not repeat");
  });

  test("PL5 the day, the month and the year are written as Markdown and as a page to print", async () => {
    terminal.cwd = terminal.folder;
    await terminal.ok(["commit", "Three <signed>", "--for", "2026-11"]);
    const step = idIn(await terminal.ok(["add", "call Ana Ruiz on Friday"]));
    await terminal.ok(["commit", "three", "--step", step]);
    expect(await terminal.ok(["plan", "2026-11", "--md"])).toBe(
      "# Nov 2026\n\n1 step, 0 done\n\n## Committed to\n\n- [ ] Three \\<signed\\> (Nov 2026)\n  - [ ] Call Ana Ruiz (Fri 27 Nov)\n",
    );
    expect(await terminal.ok(["today", "--md"])).toContain(
      "- [ ] Call Ana Ruiz (Fri 27 Nov · for “Three \\<signed\\>”)",
    );
    await terminal.ok(["plan", "2026", "--html", "year.html"]);
    const page = readFileSync(join(terminal.cwd, "year.html"), "utf8");
    expect(page).toContain("<b>Three &lt;signed&gt;</b> <small>Nov 2026</small>");
    expect(page).toContain("@page");
    expect((await terminal.run(["today", "--md", "--html"])).err).toContain("Only one form");
  });
});
