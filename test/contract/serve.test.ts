import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestTerminal } from "../support/terminal.ts";

let terminal: TestTerminal;
beforeEach(() => {
  terminal = new TestTerminal();
});
afterEach(() => terminal.close());

describe("upshot serve", () => {
  test.each([
    [["--port", "http"], '--port takes a number up to 65535; "http" is none.'],
    [["--port", "65536"], '--port takes a number up to 65535; "65536" is none.'],
    [["--port", "-1"], '--port takes a number up to 65535; "-1" is none.'],
    [["--host", "example.org"], "--host takes an address of this machine, 127.0.0.1 or 0.0.0.0"],
    [["--host", ""], "--host takes an address of this machine"],
    [["--allow-host", "https://notes.example.org/"], "without scheme and port"],
    [["--allow-host", "*"], "--allow-host takes a name like notes.example.org"],
  ])("says what does not fit, before it opens anything: %j", async (options, sentence) => {
    const ran = await terminal.run(["serve", ...options]);
    expect([ran.code, ran.out, ran.err]).toEqual([2, "", expect.stringContaining(sentence)]);
  });

  test("SY2 serves the data of the other words, to this machine alone, unless it is told otherwise", async () => {
    expect(await terminal.ok(["serve"])).toMatch(
      /^Upshot is at http:\/\/127\.0\.0\.1:4600\/ until you press Ctrl-C\. Your data: .*upshot\.db\n$/,
    );
    const open = await terminal.ok(["serve", "--host", "0.0.0.0", "--store", "postgres://me:secret@db.example/notes"]);
    expect(open).toContain(
      "Your data: postgres://db.example/notes\nWhoever reaches that address can read and change everything",
    );
    expect(JSON.parse(await terminal.ok(["serve", "--json", "--host", "localhost", "--port", "4700"]))).toEqual({
      url: "http://127.0.0.1:4700/",
      store: expect.stringMatching(/upshot\.db$/),
    });
  });
});
