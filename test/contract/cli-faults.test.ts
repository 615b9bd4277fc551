import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exitCodes } from "#doors/answer.ts";
import { root } from "../house/source.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../support/postgres.ts";
import { TestTerminal } from "../support/terminal.ts";

const example = "examples/harbour-partner-day";
let terminal: TestTerminal;
beforeEach(() => void (terminal = new TestTerminal()));
afterEach(() => terminal.close());

const file = (name: string, text = ""): string => {
  const path = join(terminal.folder, name);
  writeFileSync(path, text);
  return path;
};

describe("files that cannot be used", () => {
  test("are named, with what to do next, and are no mistake of ours", async () => {
    await terminal.ok(["add", "call Ana on Friday"]);
    const nowhere = join(terminal.folder, "no", "such", "folder.jsonl");
    for (const args of [
      ["export", nowhere],
      ["backup", nowhere],
      ["restore", nowhere],
      ["debrief", example, "--html", nowhere],
    ]) {
      const ran = await terminal.run(args);
      expect({ args, code: ran.code }).toEqual({ args, code: 3 });
      expect(ran.err).toContain(nowhere);
      expect(ran.err).not.toMatch(/mistake|nothing was changed|ENOENT/i);
    }
    const taken = file("taken.jsonl");
    expect(await terminal.run(["export", taken])).toMatchObject({
      code: 4,
      err: expect.stringContaining(`${taken} is there already`),
    });
    const folder = join(terminal.folder, "folder");
    mkdirSync(folder);
    expect((await terminal.run(["export", join(taken, "below.jsonl")])).err).toContain("something on the way to it");
  });

  test.skipIf(process.getuid?.() === 0)(
    "a folder that may not be written is said before anything is kept",
    async () => {
      const folder = join(terminal.folder, "closed");
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      const ran = await terminal.run(["debrief", example, "--save", "--html", join(folder, "plan.html")]);
      expect(ran).toMatchObject({ code: 6, err: expect.stringContaining("You have no right to") });
      expect(existsSync(join(terminal.folder, "data"))).toBe(false);
    },
  );

  test("a plan that cannot be written keeps nothing", async () => {
    const ran = await terminal.run(["debrief", example, "--save", "--md", join(terminal.folder, "nowhere", "plan.md")]);
    expect(ran.code).toBe(3);
    expect((await terminal.run(["events"])).code).toBe(3);
  });
});

describe("what goes wrong", () => {
  test("is JSON where JSON was asked for, with the code and the sentence", async () => {
    expect(JSON.parse((await terminal.run(["today", "--json"])).err)).toMatchObject({ error: { code: "not-found" } });
    await terminal.ok(["add", "call Ana on Friday"]);
    for (const [args, code] of [
      [["show", "nobody", "--json"], "not-found"],
      [["toda", "--json"], "usage"],
      [["steps", "--kind", "juggle", "--json"], "invalid"],
    ] as const) {
      const ran = await terminal.run(args);
      expect(ran.out).toBe("");
      expect(JSON.parse(ran.err)).toEqual({ error: { code, message: expect.stringMatching(/\w/) } });
    }
  });

  test("exit codes are those that help lists", async () => {
    const help = await terminal.ok(["--help"]);
    for (const { exitCode, words } of exitCodes) expect(help).toContain(`${String(exitCode).padEnd(4)} ${words}`);
  });

  test("a word that is nearly one is suggested, and so is a command's name and a setting", async () => {
    expect((await terminal.run(["toady"])).err).toContain("Did you mean today?");
    expect((await terminal.run(["command", "step.don"])).err).toContain("Did you mean step.done?");
    mkdirSync(join(terminal.folder, "config", "upshot"), { recursive: true });
    file("config/upshot/config.json", '{\n  "languageModel": {},\n  "stroe": "x.db"\n}\n');
    const ran = await terminal.run(["today"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('config.json, line 3: there is no setting "stroe". Did you mean "store"?');
    expect(ran.err).toContain("Settings are store, languageModel.");
    file("config/upshot/config.json", '{ "store": 7 }');
    expect((await terminal.run(["today"])).err).toContain("store must be text");
    file("config/upshot/config.json", '{ "store": ');
    expect((await terminal.run(["today"])).err).toContain("config.json is not JSON");
  });

  test("wrong use says where the help is, and two wishes that exclude each other are refused", async () => {
    for (const [args, says] of [
      [["help", "toady"], 'There is no word "toady". Did you mean today?'],
      [["done"], '"upshot done --help" shows how it is used.'],
      [["today", "tomorrow"], "got 1: tomorrow.\n"],
      [["--store", "x.db"], "Say what to do"],
      [["steps", "--mine", "--theirs"], "cannot be used with option"],
      [["debrief", example, "--json", "--md"], "Only one form can go to standard output"],
      [["restore", terminal.folder], "is no file. Name a backup"],
    ] as const) {
      const ran = await terminal.run(args);
      expect({ args, code: ran.code, out: ran.out }).toEqual({ args, code: 2, out: "" });
      expect(ran.err).toContain(says);
    }
  });

  test("a first command that is refused leaves no store behind", async () => {
    expect((await terminal.run(["add", "   "])).code).toBe(2);
    expect((await terminal.run(["add", "call Ana", "--event", "nowhere"])).code).toBe(3);
    expect((await terminal.run(["command", "event.add", '{"name":""}'])).code).toBe(2);
    expect((await terminal.run(["done", "a1b2c3"])).code).toBe(3);
    expect((await terminal.run(["export"])).code).toBe(3);
    expect((await terminal.run(["backup", join(terminal.folder, "b.db")])).code).toBe(3);
    expect(existsSync(join(terminal.folder, "data", "upshot", "upshot.db"))).toBe(false);
  });

  test("several first commands at once make one workspace, and all of them are kept", async () => {
    const adding = ["Ana", "Bo", "Cleo", "Dov"].map((name) => terminal.run(["add", `call ${name} on Friday`]));
    expect((await Promise.all(adding)).map(({ code, err }) => ({ code, err }))).toEqual(
      Array.from({ length: 4 }, () => ({ code: 0, err: "" })),
    );
    const steps = (await terminal.json(["steps"])) as unknown[];
    expect(steps).toHaveLength(4);
  });

  test("what cannot be read at all ends with a code of its own", async () => {
    const picture = join(terminal.folder, "picture.png");
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
    for (const more of [[], ["--save", "Day"], ["--json"]]) {
      const ran = await terminal.run(["debrief", picture, ...more]);
      expect(ran.code).toBe(3);
      expect(ran.err).toContain("Nothing could be read");
      expect(ran.err).toContain("picture.png");
    }
    expect((await terminal.run(["import", picture, "--event", "Day"])).code).toBe(3);
    expect(existsSync(join(terminal.folder, "data"))).toBe(false);
  });

  test("--save takes a name, not the file that it would leave unread", async () => {
    const notes = file("notes.md", "- call Ana on Friday\n");
    for (const args of [
      ["debrief", "--save", notes],
      ["debrief", example, "--save", notes],
    ]) {
      const ran = await terminal.run(args);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(`upshot debrief ${notes} --save "Event name"`);
    }
  });

  test("import names the option that it has", async () => {
    const notes = file("notes.md", "- call Ana on Friday\n");
    expect(await terminal.run(["import", notes])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--event "Event name"'),
    });
  });

  test("no schema's own words are shown to people", async () => {
    await terminal.ok(["add", "call Ana on Friday"]);
    for (const [name, args] of [
      ["step.done", '{"stepId":7}'],
      ["event.add", '{"name":"x","timeZone":"Mars"}'],
      ["event.add", '{"name":"x","timeZone":"UTC","kind":"party","startsOn":"soon"}'],
      ["page.add", '{"pages":[]}'],
      ["step.add", '{"what":"","extra":1}'],
    ] as const) {
      const ran = await terminal.run(["command", name, args]);
      expect(ran.code).toBe(2);
      expect(ran.err).not.toMatch(/Invalid|expected|received|undefined|Too (?:big|small)|Unrecognized/);
    }
    expect((await terminal.run(["add", "x".repeat(2000)])).err).toContain("A line holds up to 1000 characters");
  });
});

describe("where the data is", () => {
  const secret = "gloves";

  test("a password in an address or in the settings is told nowhere, and makes no file", async () => {
    terminal.cwd = terminal.folder;
    const strange = [
      `Postgres://mira:${secret}@127.0.0.1:1/upshot`,
      `postgres://mira:12/${secret}@127.0.0.1:1/upshot`,
      `postgres:mira:${secret}@127.0.0.1/upshot`,
      `host=127.0.0.1 user=mira password=${secret}`,
      `mysql://mira:${secret}@127.0.0.1/upshot`,
    ];
    for (const store of strange) {
      const ran = await terminal.run(["add", "call Ana", "--store", store]);
      expect({ store, code: ran.code }).toEqual({ store, code: expect.toBeOneOf([2, 8]) });
      expect(ran.err).not.toContain(secret);
      expect(ran.err).toMatch(/postgres:\/\/|The database/i);
    }
    expect(readdirSync(terminal.folder)).toEqual([]);
    mkdirSync(join(terminal.folder, "config", "upshot"), { recursive: true });
    file("config/upshot/config.json", `{ "store":\n${secret} }`);
    const ran = await terminal.run(["today"]);
    expect(ran.err).toContain("is not JSON");
    expect(ran.err).not.toContain(secret.slice(0, 3));
  });

  describe.skipIf(noPostgres)(`in PostgreSQL${noPostgres ? ` (skipped: ${noPostgres})` : ""}`, () => {
    let postgres: TestPostgres;
    beforeAll(async () => void (postgres = await startPostgres()));
    afterAll(() => postgres.stop());

    test("an import into a workspace that is there already does not tell the password", async () => {
      const store = new URL(await postgres.fresh());
      store.password = secret;
      const at = ["--store", store.href];
      await terminal.ok(["add", "call Ana on Friday", ...at]);
      const exported = join(terminal.folder, "all.jsonl");
      await terminal.ok(["export", exported, ...at]);
      for (const more of [[], ["--json"]]) {
        const ran = await terminal.run(["import", exported, ...at, ...more]);
        expect(ran).toMatchObject({ code: 6, err: expect.stringContaining("There is a workspace in postgres") });
        expect(ran.err).not.toContain(secret);
      }
    });
  });
});

describe("a name from outside", () => {
  test("of a file never steers the terminal", async () => {
    const hostile = file("no\u001B[31mtes\u0007.md", "- call Ana on Friday\n");
    const picture = file("pic\u001B]0;x\u0007.png", "\u0000\u0001\u0002");
    const missing = join(terminal.folder, "mis\u001B[2Jsing.md");
    for (const args of [
      ["debrief", hostile, picture, missing],
      ["debrief", hostile, picture, missing, "--save", "Day"],
      ["debrief", missing],
      ["debrief", "--save", hostile],
      ["import", hostile, picture, "--event", "Other"],
      ["show", "tes"],
      ["event", "day"],
      ["export", join(terminal.folder, "no\u001B[1m", "x")],
      ["fro\u001B[31mb"],
    ]) {
      const ran = await terminal.run(args);
      expect(ran.out + ran.err).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });
});

describe("help", () => {
  test("every word has an example that begins with it, and --version is the package's", async () => {
    const help = await terminal.ok(["--help"]);
    const words = [...help.matchAll(/^ {2}([a-z][a-z-]+)(?: [<[]\S+)* {2,}\S/gm)].map((match) => match[1] ?? "");
    expect(words.length).toBeGreaterThan(20);
    for (const word of words.filter((one) => one !== "help")) {
      const own = await terminal.ok([word, "--help"]);
      expect(own).toMatch(new RegExp(`Examples?:\n(?: {2}.*\\n)* {2}.*upshot (?:${word}|review) ?`));
      expect(own).toContain("--json");
    }
    expect(await terminal.ok([])).toBe(help);
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect((await terminal.ok(["--version"])).trim()).toBe("0.0.0-test");
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
