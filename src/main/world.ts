import "./temporal.ts";
import { userInfo } from "node:os";
import { v7 } from "uuid";
import type { World } from "#doors/cli/world.ts";
import { version } from "./version.ts";

/** The outside of the command line as this process has it. */
export const world: World = {
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
  serve: async (asked) => (await import("./serve.ts")).serve(asked, world),
};

function userName(): string {
  try {
    return userInfo().username || "me";
  } catch {
    return "me";
  }
}
