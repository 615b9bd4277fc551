import "./temporal.ts";
import { userInfo } from "node:os";
import { v7 } from "uuid";
import { cli } from "#doors/cli/cli.ts";
import { version } from "./version.ts";

// A reader that goes away (upshot steps | head) is no mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await cli(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  now: () => Temporal.Now.instant(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  userName: userName(),
  newId: () => v7(),
  version: version(),
});
// A pipe left open by whoever started us would keep the process waiting for keys nobody types.
process.stdin.unref?.();

function userName(): string {
  try {
    return userInfo().username || "me";
  } catch {
    return "me";
  }
}
