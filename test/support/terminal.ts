import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { v7 } from "uuid";
import { cli } from "#doors/cli/cli.ts";
import { root } from "../house/source.ts";

/** What one run of the command line printed and answered. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/**
 * The command line on a store of its own in a temporary folder, with a clock that stands still until it is moved. No terminal:
 * output is plain, keys come from `input`.
 */
export class TestTerminal {
  readonly folder = mkdtempSync(join(tmpdir(), "upshot-cli-"));
  now = Temporal.Instant.from("2026-02-04T20:00:00Z");
  /** Where relative paths count from. */
  cwd: string = root;
  /** Columns of the terminal, where it says. */
  columns: number | undefined;
  /** Variables beside those that keep its files in the temporary folder. */
  readonly env: Record<string, string> = {};

  run(args: readonly string[], input = ""): Promise<Ran> {
    return this.#run(args, Readable.from(input === "" ? [] : [input]), false);
  }

  /** Runs at a terminal: each of `typed` is typed when the program waits for it. Everything printed is in `out`, in order. */
  async typing(args: readonly string[], typed: readonly string[]): Promise<Ran> {
    const input = new PassThrough();
    const left = [...typed];
    let isOver = false;
    const type = () => {
      if (isOver) return;
      if (input.listenerCount("data") > 0 && !input.isPaused() && input.readableLength === 0) {
        const next = left.shift();
        if (next !== undefined) input.write(next);
      }
      setTimeout(type, 5);
    };
    type();
    const ran = await this.#run(args, Object.assign(input, { isTTY: true, setRawMode: () => undefined }), true);
    isOver = true;
    return ran;
  }

  async #run(args: readonly string[], input: Readable, isTTY: boolean): Promise<Ran> {
    const printed = { out: "", err: "" };
    const stream = (name: "out" | "err") => {
      const decodeStrings = false;
      const write = (text: string, _: string, done: () => void) => {
        printed[isTTY ? "out" : name] += text;
        done();
      };
      return Object.assign(new Writable({ decodeStrings, write }), {
        isTTY,
        ...(this.columns && { columns: this.columns }),
      });
    };
    const code = await cli(args, {
      out: stream("out"),
      err: stream("err"),
      in: input,
      env: {
        ...this.env,
        XDG_DATA_HOME: join(this.folder, "data"),
        XDG_CONFIG_HOME: join(this.folder, "config"),
        HOME: this.folder,
      },
      cwd: this.cwd,
      now: () => this.now,
      timeZone: "Europe/Amsterdam",
      userName: "mira",
      newId: () => v7(),
      version: "0.0.0-test",
      // Says that it serves, and is told to stop: what serves is a process of its own, see test/e2e/server.test.ts.
      serve: async ({ host, port, ready }) => ready(`http://${host}:${port}/`),
    });
    return { code, ...printed };
  }

  /** Runs, expects success, and gives what was printed. */
  async ok(args: readonly string[], input = ""): Promise<string> {
    const ran = await this.run(args, input);
    if (ran.code !== 0) throw new Error(`upshot ${args.join(" ")} ended with ${ran.code}: ${ran.err}`);
    return ran.out;
  }

  async json(args: readonly string[]): Promise<unknown> {
    return JSON.parse(await this.ok([...args, "--json"]));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The short id at the start of the line that has these words. */
export function idOf(printed: string, words: string): string {
  const line = printed.split("\n").find((one) => one.includes(words));
  const id = /([0-9a-f]{6}) /.exec(line ?? "")?.[1];
  if (id === undefined) throw new Error(`no line with "${words}" in:\n${printed}`);
  return id;
}
