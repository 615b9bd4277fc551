import "./temporal.ts";
import { cli } from "#doors/cli/cli.ts";
import type { Serving } from "#doors/cli/world.ts";
import { world } from "./world.ts";

/**
 * What `npm start` runs: the app, with the options of `upshot serve`. With `--example` the debrief of the example event at the
 * terminal, and what to type next.
 */
const example = "examples/harbour-partner-day";
/** The evening on which the example was written; its "in 2 days" is meant from there. */
const evening = "2026-02-04";
const args = process.argv.slice(2);

process.exitCode = args.includes("--example") ? await showExample() : await serveApp();

function serveApp(): Promise<number> {
  const ready = (asked: Serving) => (url: string) => {
    asked.ready(url);
    world.err.write(`At a terminal, in this folder: ./upshot debrief ${example} --today ${evening}
(npm start -- --example shows that, and what to type next; npm start -- --help what can be set.)
`);
  };
  return cli(["serve", ...args], { ...world, serve: (asked) => world.serve({ ...asked, ready: ready(asked) }) });
}

async function showExample(): Promise<number> {
  process.stdout.write(
    `The example is an invented partner day: a programme, five contacts, three pages of notes, read as on its last evening.

  ./upshot debrief ${example} --today ${evening}

`,
  );
  const code = await cli(["debrief", example, "--today", evening], world);
  if (code !== 0) return code;
  process.stdout.write(`This was read from the example's files; nothing was stored. Type next:

  ./upshot debrief YOUR-NOTES-FOLDER                             your own event
  ./upshot debrief ${example} --html plan.html --today ${evening}
  ./upshot debrief ${example} --save          keep it, then answer what is proposed:
  ./upshot review
  ./upshot today
  ./upshot --help                                                everything else
`);
  return code;
}
