import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A server as `npm start` runs it, in a process of its own over the file at `path`. */
export interface Served {
  url: string;
  /** From the start of the process to its first answer. */
  coldMs: number;
  /** Stops it, and gives the memory that it held at the most. */
  stop(): Promise<{ megabytes: number; cpuSeconds: number }>;
}

export async function serve(root: string, path: string): Promise<Served> {
  const usage = `${path}.usage`;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", join(root, "bench/usage.mjs"), join(root, "dist/upshot.js"), "serve"].concat(
      ["--no-open", "--port", "0"],
      ["--store", path],
    ),
    {
      env: {
        ...process.env,
        UPSHOT_BENCH_USAGE: usage,
        NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const url = await addressOf(child);
  await (await fetch(`${url}api/health`)).text();
  const coldMs = performance.now() - startedAt;
  return {
    url,
    coldMs,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      const [bytes = 0, cpuSeconds = 0] = readFileSync(usage, "utf8").split(" ").map(Number);
      return { megabytes: bytes / 1e6, cpuSeconds };
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`The server ended with ${code} before it said where it is.`)));
    createInterface(child.stdout!).on("line", (line) => {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) done(url);
    });
  });
}
