import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
let step: string;

beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["debrief", "examples/harbour-partner-day", "--save", "Harbour"]);
  await terminal.ok(["review", "--accept-marked"]);
  const { steps } = (await terminal.json(["event", "harbour"])) as { steps: { me: { step: { id: string } }[] } };
  step = steps.me[0]!.step.id.slice(-6);
  terminal.cwd = terminal.folder;
});
afterEach(() => terminal.close());

describe("value, at the command line", () => {
  test("OC1 OC2 an outcome is recorded from a step, walked back to its words, shared, counted in the event's value, removed", async () => {
    expect(await terminal.ok(["outcome"])).toContain("Nothing is recorded yet");
    await terminal.ok(["done", step, "--came-of", "they signed"]);
    const { outcomeId } = (await terminal.json([
      "outcome",
      "add",
      "Audit for two years",
      "--kind",
      "deal",
      "--amount",
      "12,500.50",
      "--from",
      step,
    ])) as { outcomeId: string };
    const id = outcomeId.slice(-6);
    expect(await terminal.ok(["outcome"])).toContain(`${id}  Audit for two years  deal  EUR 12,500.50`);
    const seen = await terminal.ok(["outcome", id]);
    expect(seen).toMatch(/1 way back|ways back/);
    expect(seen).toMatch(/← step .*\n.*← note /);
    const value = await terminal.ok(["value", "harbour"]);
    expect(value).toContain("came of it: EUR 12,500.50");
    expect(value).toMatch(/steps: 1 of \d+ done/);
    expect(await terminal.ok(["value"])).toContain("+ 1 outcome came of it, EUR 12,500.50");
    expect(await terminal.ok(["outcome", "share", id, "harbour=3"])).toContain("100 %");
    expect(await terminal.ok(["outcome", "remove", id])).toContain("Removed: Audit for two years");
    expect(await terminal.ok(["value", "harbour"])).toContain("came of it: nothing recorded yet");
  });

  test("OC1 what cannot be understood is said with what would help", async () => {
    const err = async (...args: string[]) => (await terminal.run(["outcome", ...args])).err;
    expect(await err("add")).toContain("Say what came of it");
    expect(await err("add", "It", "--kind", "win")).toContain("--kind is one of deal");
    expect(await err("add", "It", "--amount", "lots")).toContain('"lots" is no amount');
    expect(await err("share")).toContain("Say which");
    expect(await err("zzzzzz")).toContain("There is no outcome with an id");
  });

  test("OC3 the question comes with today's list after a month, and is answered in a word", async () => {
    expect(await terminal.ok(["pulse"])).toBe("No event asks just now.\n");
    terminal.now = Temporal.Instant.from("2026-03-20T09:00:00Z");
    expect(await terminal.ok(["today"])).toContain("Still seeing value?");
    expect(await terminal.ok(["pulse"])).toMatch(/Harbour.*: still seeing value, after 30 days\?/);
    expect((await terminal.run(["pulse", "harbour", "9"])).err).toContain("from 1 (no value) to 5");
    expect(await terminal.ok(["pulse", "harbour", "4", "two", "leads"])).toContain("after 30 days: 4 of 5, much.");
    expect(await terminal.ok(["pulse"])).toBe("No event asks just now.\n");
    expect(await terminal.ok(["value", "harbour"])).toContain("after 30 days: 4 of 5, much: two leads");
  });

  test("OC2 the report is one file that needs nothing else; without a Chromium the PDF says how to print it", async () => {
    expect(await terminal.ok(["report", "harbour"])).toMatch(/^Written: upshot-harbour.*\.html\n$/);
    const file = readdirSync(terminal.folder).find((name) => name.startsWith("upshot-harbour"))!;
    const html = readFileSync(join(terminal.folder, file), "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('href="#steps"');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
    terminal.env["UPSHOT_CHROMIUM"] = join(terminal.folder, "none");
    const { err, code } = await terminal.run(["report", "harbour", "--pdf", "trip.pdf"]);
    expect([code === 0, existsSync(join(terminal.folder, "trip.pdf"))]).toEqual([false, false]);
    expect(err).toContain("open that in a browser, and print it as PDF from there");
    expect(readdirSync(terminal.folder).filter((name) => name.includes("trip"))).toEqual([]);
  });
});
