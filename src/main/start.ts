import "./temporal.ts";
import { v7 } from "uuid";
import { cli } from "#doors/cli/cli.ts";

/** What `npm start` runs until the app is here: the debrief of the example event, and what to type next. */
const example = "examples/harbour-partner-day";
process.stdout.write(
  `The example event is a partner day: a programme, five contacts, three pages of notes (${example}).\n\n`,
);
process.exitCode = await cli(["debrief", example], {
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  // The example was written on the evening of 4 February 2026; "in 2 days" is meant from there.
  now: () => Temporal.Instant.from("2026-02-04T20:00:00Z"),
  timeZone: "Europe/Amsterdam",
  userName: "me",
  newId: () => v7(),
});
if (process.exitCode === 0) {
  process.stdout.write(`This was read from the example's files; nothing was stored. Type next:

  ./upshot debrief ${example} --html plan.html      the same plan as a page to read or print
  ./upshot debrief ${example} --save "Harbour"      keep it, then answer what is proposed:
  ./upshot review-proposals
  ./upshot today

  ./upshot debrief YOUR-NOTES-FOLDER                        your own event
  ./upshot --help                                           everything else
`);
}
