import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { idOf, TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  await terminal.ok(["command", "event.add", '{"name":"Lake days","kind":"offsite","timeZone":"Europe/Brussels"}']);
});
afterEach(() => terminal.close());

function file(name: string, text: string): string {
  const path = join(terminal.folder, name);
  writeFileSync(path, text);
  return path;
}

const inColumns =
  "# Wall\n\n## Broken\n- **Handover**\n  - Lost in chat\n  - Nobody owns it\n- Two trackers\n\n## Ideas\n- Ship weekly\n";

describe("an offsite's wall, at the command line", () => {
  test("BD1 begins with a board, takes stickies in from a file, and prints them by column", async () => {
    expect(await terminal.ok(["board", "lake"])).toContain("Lake days has no board yet. Begin one: upshot board");
    expect((await terminal.run(["board", "lake", "--import", "nothing.csv"])).err).toContain("has no board yet");
    await terminal.ok(["board", "lake", "--new", "What slows us down?"]);
    const hung = await terminal.ok(["board", "lake", "--import", file("wall.md", inColumns)]);
    expect(hung).toContain("Hung 4 stickies on What slows us down?");
    const out = await terminal.ok(["board", "lake"]);
    expect(out).toMatch(/^Lake days {2}4 stickies\n[0-9a-f]{6} {2}What slows us down\?: Write\n\nBroken {2}2\n/);
    expect(out).toMatch(
      /\n[0-9a-f]{6} {2}Handover\n {10}[0-9a-f]{6} {2}Lost in chat\n {10}[0-9a-f]{6} {2}Nobody owns it\n/,
    );
    expect(await terminal.json(["board", "lake"])).toMatchObject({
      count: 4,
      columns: [
        { name: "Broken" },
        { name: "Working", topics: [] },
        { name: "Ideas", topics: [{ name: "Ship weekly" }] },
      ],
    });
  });

  test("BD1 prints Markdown that is read back as the same wall", async () => {
    await terminal.ok(["board", "lake", "--new", "One"]);
    await terminal.ok(["board", "lake", "--import", file("wall.md", inColumns)]);
    const md = await terminal.ok(["board", "lake", "--md"]);
    expect(md).toBe(
      "# Lake days: One\n\n## Broken\n\n- **Handover**\n  - Lost in chat\n  - Nobody owns it\n- Two trackers\n\n## Working\n\n\n## Ideas\n\n- Ship weekly\n",
    );
    await terminal.ok(["board", "lake", "--new", "Another", "--group", "North"]);
    expect((await terminal.run(["board", "lake", "--import", "x.md"])).err).toContain("several boards");
    await terminal.ok(["board", "lake", "--group", "North", "--import", file("again.md", md)]);
    expect(await terminal.ok(["board", "lake", "--group", "North", "--md"])).toBe(md.replace("One", "North"));
    expect(await terminal.ok(["board", "lake", "--md"])).toContain("- **Handover** (North)\n");
  });

  test("BD1 goes through its modes, hides what others write, counts dots at the end, and history tells no secret", async () => {
    await terminal.ok(["board", "lake", "--new", "One"]);
    const boardId = idOf(await terminal.ok(["board", "lake"]), "One: Write");
    const command = (name: string, args: object) =>
      terminal.ok(["command", name, JSON.stringify({ boardId, ...args })]);
    await terminal.ok(["command", "member.add", '{"name":"Bo Lindqvist"}']);
    await terminal.ok(["me", "mira"]);
    await command("sticky.write", { columnId: "broken", text: "Two trackers" });
    terminal.env["UPSHOT_MEMBER"] = "Bo";
    expect(await terminal.ok(["board", "lake"])).toContain("0 stickies, 1 not shown yet");
    expect(await terminal.ok(["history"])).not.toContain("Two trackers");
    expect((await terminal.run(["command", "board.mode", JSON.stringify({ boardId, mode: "show" })])).err).toContain(
      "facilitates",
    );
    delete terminal.env["UPSHOT_MEMBER"];
    for (const mode of ["show", "cluster", "vote"]) await command("board.mode", { mode });
    const stickyId = idOf(await terminal.ok(["board", "lake"]), "Two trackers");
    await command("vote.put", { stickyId });
    expect(await terminal.ok(["board", "lake"])).not.toContain("dot");
    await command("board.mode", { mode: "talk" });
    expect(await terminal.ok(["board", "lake"])).toContain("Two trackers  (1 dot)");
    expect(await terminal.ok(["show", stickyId])).toContain("Two trackers");
    expect(await terminal.ok(["history"])).toContain("moved a board on");
  });
});
