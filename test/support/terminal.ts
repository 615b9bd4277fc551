import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
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
  /** Variables beside those that keep its files in the temporary folder. */
  readonly env: Record<string, string> = {};

  async run(args: readonly string[], input = ""): Promise<Ran> {
    const printed = { out: "", err: "" };
    const code = await cli(args, {
      out: { write: (text: string) => void (printed.out += text) },
      err: { write: (text: string) => void (printed.err += text) },
      in: Readable.from(input === "" ? [] : [input]),
      env: {
        ...this.env,
        XDG_DATA_HOME: join(this.folder, "data"),
        XDG_CONFIG_HOME: join(this.folder, "config"),
        HOME: this.folder,
      },
      cwd: root,
      now: () => this.now,
      timeZone: "Europe/Amsterdam",
      userName: "mira",
      newId: () => v7(),
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
