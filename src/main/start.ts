import "./temporal.ts";
import { v7 } from "uuid";
import { cli } from "#doors/cli/cli.ts";
import { version } from "./version.ts";

/** What `npm start` runs until the app is here: the debrief of the example event, and what to type next. */
const example = "examples/harbour-partner-day";
/** The evening on which the example was written; its "in 2 days" is meant from there. */
const evening = "2026-02-04";
process.stdout.write(
  `The example is an invented partner day: a programme, five contacts, three pages of notes, read as on its last evening.

  ./upshot debrief ${example} --today ${evening}

`,
);
process.exitCode = await cli(["debrief", example, "--today", evening], {
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  now: () => Temporal.Now.instant(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  userName: "me",
  newId: () => v7(),
  version: version(),
});
if (process.exitCode === 0) {
  process.stdout.write(`This was read from the example's files; nothing was stored. Type next:

  ./upshot debrief YOUR-NOTES-FOLDER                             your own event
  ./upshot debrief ${example} --html plan.html --today ${evening}
  ./upshot debrief ${example} --save          keep it, then answer what is proposed:
  ./upshot review
  ./upshot today
  ./upshot --help                                                everything else
`);
}
