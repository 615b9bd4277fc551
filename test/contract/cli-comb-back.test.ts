import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["add", "--note", "their queue drops jobs at midnight"]);
  await terminal.ok(["add", "--note", "Contoso prices by gate, not by seat"]);
  await terminal.ok(["add", "--step", "write the guide on draining the queue tomorrow"]);
  terminal.now = terminal.now.add({ hours: 24 * 7 });
});
afterEach(() => terminal.close());

const idOf = async (noun: string, words: string) => {
  const hits = (await terminal.json(["search", words])) as { id: string; noun: string }[];
  return hits.find((hit) => hit.noun === noun)?.id ?? "";
};

describe("comb-back, at the command line", () => {
  test("RV2 lists what it brings beside what it resembles, with the words, and begins nothing", async () => {
    const out = await terminal.ok(["comb-back", "--list"]);
    expect(out).toContain("2 notes; about 2 min\n");
    expect(out).toMatch(/An old note +their queue drops jobs at midnight\n +~ step \w{6} .*queue.* \(queue/);
    expect(await terminal.json(["comb-back", "--list"])).toMatchObject({ sitting: null, cards: [{}, {}] });
  });

  test("RV4 a key a card; it stops anywhere, goes on there, ends with what changed and next week's day", async () => {
    const first = await terminal.ok(["comb-back"], "xq");
    expect(first).toContain("1/2  An old note\n  their queue drops jobs at midnight");
    expect(first).toContain("s make a step, j join it, r rest it, x let it go, u undo, q stop");
    expect(first).toContain('Go on with "upshot comb-back"');
    const second = await terminal.ok(["comb-back"], "r");
    expect(second).toContain("2/2  An old note\n  Contoso prices by gate, not by seat");
    expect(second).toContain("All done: 1 rested and 1 let go.\n  The next comb-back: Wed 18 Feb, in 7 days");
    expect(await terminal.ok(["comb-back"])).toContain("Nothing is to be combed back");
    expect(await terminal.ok(["history"])).toContain("answered a card");
  });

  test("RV2 a note is joined to what it resembles, and undone with a key", async () => {
    const out = await terminal.ok(["comb-back"], "jujq");
    expect(out).toContain("Undone.");
    const shown = await terminal.ok(["show", await idOf("note", "queue drops")]);
    expect(shown).toMatch(/Joined to\n {2}step \w{6} {2}Write the guide/);
    expect(shown).toContain("comes back in a comb-back from Sun 15 Feb, in 4 days");
    const step = await terminal.ok(["show", "write the guide"]);
    expect(step).toMatch(/Old notes joined to it\n {2}note \w{6} {2}their queue drops jobs/);
  });

  test("RV2 at a terminal a step is asked for, with its day, and what a day is not is said", async () => {
    const ran = await terminal.typing(["comb-back"], ["s", "\r", "friday\r", "q"]);
    expect(ran.out).toContain("due (a day, or empty)");
    expect(await terminal.ok(["steps"])).toContain("their queue drops jobs at midnight  Fri 13 Feb, in 2 days");
    const wrong = await terminal.typing(["comb-back"], ["r", "someday\r", "q"]);
    expect(wrong.out).toContain("is not a day I can read");
  });

  test("RV5 --end ends it early; without one under way it says so", async () => {
    await terminal.ok(["comb-back"], "xq");
    const out = await terminal.ok(["comb-back", "--end", "--next", "friday"]);
    expect(out).toBe("Ended: 1 let go. The next one: Fri 13 Feb, in 2 days.\n");
    const again = await terminal.run(["comb-back", "--end"]);
    expect(again).toMatchObject({ code: 3, err: expect.stringContaining("No comb-back is under way") });
  });
});

describe("join, at the command line", () => {
  test("RV2 joins a note to a step by the ends of their ids, once, and parts them", async () => {
    const ids = [await idOf("note", "queue drops"), await idOf("step", "draining")].map((id) => id.slice(-6));
    expect(await terminal.ok(["join", ...ids, "--because", "the same queue"])).toContain(
      'Joined: "their queue drops jobs at midnight" and "Write the guide on draining the queue',
    );
    const again = await terminal.run(["join", ...ids]);
    expect(again).toMatchObject({ code: 4, err: expect.stringContaining("joined already") });
    expect(await terminal.ok(["join", ...ids, "--part"])).toContain("Parted:");
    expect((await terminal.run(["join", ...ids, "--part"])).err).toContain("are not joined");
    expect((await terminal.run(["join", "ffffff", ids[1] ?? ""])).code).toBe(3);
  });
});
