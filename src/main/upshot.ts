import "./temporal.ts";
import { cli } from "#doors/cli/cli.ts";
import { world } from "./world.ts";

// A reader that goes away (upshot steps | head) is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
}

process.exitCode = await cli(process.argv.slice(2), world);
// A pipe left open by whoever started us would keep the process waiting for keys nobody types.
process.stdin.unref?.();
