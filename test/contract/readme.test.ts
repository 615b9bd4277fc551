import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../house/source.ts";
import { pictureOf } from "../support/picture.ts";
import { TestTerminal } from "../support/terminal.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const example = "examples/harbour-partner-day";
let terminal: TestTerminal;
beforeEach(() => {
  terminal = new TestTerminal();
  terminal.cwd = terminal.folder;
  cpSync(join(root, "examples"), join(terminal.folder, "examples"), { recursive: true });
});
afterEach(() => terminal.close());

/** The commands of a paper, in order, without their comments: lines that are set apart and begin with a program. */
function commandsOf(text: string): string[] {
  return [...text.matchAll(/^ {4}((?:\.\/upshot|npm) [^#\n]*)/gm)].map((match) => (match[1] ?? "").trim());
}

/** Words as a shell parts them, where the only quotes are double. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}

describe("README", () => {
  test("every command in it runs as it stands, one after the other", async () => {
    const commands = commandsOf(readme);
    expect(commands.length).toBeGreaterThan(12);
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const scripts = commands.filter((one) => one.startsWith("npm ")).map((one) => one.slice("npm ".length));
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
    for (const command of commands.filter((one) => one.startsWith("./upshot "))) {
      const [, ...words] = wordsOf(command);
      const own = words.includes("a1b2c3") ? (await terminal.ok(["steps", "--mine"])).slice(0, 6) : "";
      const ran = await terminal.run(
        words.map((word) => (word === "a1b2c3" ? own : word)),
        words[0] === "review" ? "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" : "",
      );
      expect({ command, code: ran.code, err: ran.code === 0 ? "" : ran.err }).toEqual({ command, code: 0, err: "" });
    }
    expect(existsSync(join(terminal.folder, "plan.html"))).toBe(true);
  });

  test("npm start -- --example shows the example and names commands that run", async () => {
    const { HOME: _, ...env } = process.env;
    const started = spawnSync(process.execPath, ["src/main/start.ts", "--example"], {
      cwd: root,
      env: { ...env, HOME: terminal.folder, XDG_DATA_HOME: terminal.folder, XDG_CONFIG_HOME: terminal.folder },
      encoding: "utf8",
    });
    expect({ status: started.status, out: started.stdout }).toEqual({
      status: 0,
      out: expect.stringContaining("What follows from Harbour Partner Day 2026"),
    });
    const named = [...started.stdout.matchAll(/^ {2}\.\/upshot (.*?)(?: {3,}.*)?$/gm)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(5);
    const printed = [];
    for (const command of named) {
      const words = wordsOf(command.replace("YOUR-NOTES-FOLDER", example));
      printed.push(await terminal.ok(words, words[0] === "review" ? "q" : ""));
    }
    expect(started.stdout).toContain(printed[0] ?? "nothing was named");
  });

  test("its settings for a language model are settings", async () => {
    const settings = /`(\{ "languageModel".*?\})`/.exec(readme)?.[1] ?? "";
    expect(JSON.parse(settings)).toMatchObject({ languageModel: { url: expect.stringMatching(/^http/) } });
    expect(readme).toContain("~/.config/upshot/config.json");
  });

  test("every path it names is there", () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? "");
    const folders = [...readme.matchAll(/^\|(.*?)\|/gm)].flatMap(
      (match) => (match[1] ?? "").match(/[a-z]+(?:\/[a-z]+)?/g) ?? [],
    );
    for (const path of [...links, ...folders])
      expect({ path, there: existsSync(join(root, path)) }).toEqual({ path, there: true });
  });

  const picture = join(root, "docs", "debrief.svg");

  test("NT3 its picture quotes the example's own words, and opens as the command does", async () => {
    const texts = [...readFileSync(picture, "utf8").matchAll(/<text[^>]*>(.*)<\/text>/g)].map((match) =>
      plain(match[1] ?? ""),
    );
    const [command = "", ...lines] = texts;
    const printed = await terminal.ok(wordsOf(command.replace(/^\$ \.?\/?upshot /, "")));
    expect(printed.split("\n").slice(0, 2)).toContain(lines.find((line) => line.startsWith("What follows")));
    const quotes = texts.flatMap((line) => /^ {4}"(.*)" (notes\/.*)$/.exec(line) ?? []);
    expect(quotes.length).toBeGreaterThan(3 * 3);
    for (let at = 0; at < quotes.length; at += 3) {
      const page = readFileSync(join(root, example, quotes[at + 2] ?? ""), "utf8").replace(/\s+/g, " ");
      expect(page).toContain(quotes[at + 1]);
    }
  });

  // Run with UPSHOT_PICTURE=1 when what the command prints has changed.
  test.runIf(process.env["UPSHOT_PICTURE"])("its picture is drawn anew", async () => {
    terminal.columns = 100;
    const words = ["debrief", example, "--today", "2026-02-04"];
    const ran = await terminal.typing(words, []);
    const plan = ran.out.slice(ran.out.indexOf("What follows") - "\u001B[1m".length);
    const drawn = pictureOf(`./upshot ${words.join(" ")}`, plan, 34);
    expect(drawn).toContain("What follows from Harbour Partner Day 2026");
    writeFileSync(picture, drawn);
  });
});

function plain(svg: string): string {
  return svg
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
