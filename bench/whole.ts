import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Whole {
  seconds: number;
  /** Processor time, user and system, of all its threads. */
  cpuSeconds: number;
  megabytes: number;
}

/** Runs the command line as a process of its own, `times` times, and gives the median time and the highest memory. */
export function wholeProcess(root: string, args: readonly string[], env: Record<string, string>, times: number): Whole {
  const folder = mkdtempSync(join(tmpdir(), "upshot-bench-"));
  const usage = join(folder, "usage");
  // The launcher starts its Node with settings of its own.
  const settings = readFileSync(join(root, "upshot"), "utf8").match(/--max-semi-space-size=\d+/gu) ?? [];
  const runs = Array.from({ length: times }, () => {
    const startedAt = performance.now();
    const child = spawnSync(
      process.execPath,
      [...settings, "--import", join(root, "bench", "usage.mjs"), join(root, "dist/upshot.js"), ...args],
      {
        env: {
          ...process.env,
          ...env,
          UPSHOT_BENCH_USAGE: usage,
          NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
        },
        encoding: "utf8",
        maxBuffer: 1 << 30,
      },
    );
    if (child.status !== 0) throw new Error(`upshot ${args.join(" ")} failed: ${child.stderr}`);
    const seconds = (performance.now() - startedAt) / 1000;
    const [bytes = 0, cpuSeconds = 0] = readFileSync(usage, "utf8").split(" ").map(Number);
    return { seconds, bytes, cpuSeconds };
  });
  rmSync(folder, { recursive: true });
  return {
    seconds: median(runs.map((run) => run.seconds)),
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
    megabytes: Math.max(...runs.map((run) => run.bytes)) / 1e6,
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
