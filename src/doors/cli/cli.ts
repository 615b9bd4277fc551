import { Command, CommanderError } from "commander";
import { Refusal, Trouble } from "#domain/refusal.ts";
import { exitCodeOf, exitMistake, exitUsage } from "../answer.ts";
import { Desk } from "./desk.ts";
import type { World } from "./world.ts";

/**
 * The command line: words in, exit code out. Each command's work is loaded when it is used, so that "upshot today" does
 * not wait for the reader. Exit codes: see `answer.ts`.
 */
export async function cli(args: readonly string[], world: World): Promise<number> {
  let desk: Desk | undefined;
  const program = define(world, (store) => (desk = new Desk(world, store)));
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    return report(error, world);
  } finally {
    await desk?.close();
  }
}

function report(error: unknown, world: World): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage;
  if (error instanceof Refusal || error instanceof Trouble) {
    world.err.write(`upshot: ${error.message}\n`);
    return exitCodeOf(error);
  }
  const details =
    error instanceof Error
      ? world.env["UPSHOT_DEBUG"]
        ? (error.stack ?? error.message)
        : error.message
      : String(error);
  world.err.write(`upshot: a mistake of ours, nothing was changed: ${details}\nSet UPSHOT_DEBUG=1 to see where.\n`);
  return exitMistake;
}

function define(world: World, open: (store: string | undefined) => Desk): Command {
  const program = new Command("upshot");
  const desk = () => open(program.opts<{ store?: string }>().store);
  program
    .description("Turns what happened at an event into what follows from it.")
    .option("--store <place>", "where the workspace is kept: a file, or a postgres:// address")
    .showHelpAfterError("(upshot --help shows what there is)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out.write(text), writeErr: (text) => world.err.write(text) })
    .addHelpText(
      "after",
      examples(
        "upshot debrief ~/notes/fosdem",
        'upshot debrief notes.md schedule.xml contacts.vcf --save "FOSDEM 2025"',
        "upshot review-proposals",
        "upshot today",
      ),
    );
  // Sub-commands inherit the settings above only when they are made through `program.command`.
  eventOptions(program.command("debrief"))
    .argument("[files...]", "files and folders: programme, contacts, notes, a zip of them")
    .description("read an event's files and print the plan that follows; stores nothing unless --save")
    .option("--save [name]", "keep the event, its pages and what is proposed")
    .option("--json", "print the plan as JSON (format upshot.plan)")
    .option("--md [file]", "write it as Markdown")
    .option("--html [file]", "write it as one HTML file to read or print")
    .option("--csv [file]", "write the steps as CSV")
    .option("--ics [file]", "write the days as a calendar")
    .addHelpText(
      "after",
      examples(
        "upshot debrief examples/harbour-partner-day",
        "upshot debrief notes/ --taken-on 2026-02-01 --html plan.html",
        'upshot debrief notes.md --save "Partner Day"',
      ),
    )
    .action(async (files, options) => {
      if (files.length === 0)
        throw new Refusal("invalid", "Name the files or the folder of the event: upshot debrief ~/notes/fosdem");
      await (await import("./debrief.ts")).debriefCommand(desk(), files, options);
    });
  program
    .command("review-proposals")
    .description("answer what was proposed, one key each; resumes where it stopped")
    .option("--event <name>", "only of this event")
    .option("--accept-marked", "accept everything you marked (->, TODO, [ ] ...) at once")
    .option("--json", "list what is open as JSON")
    .action(async (options) => (await import("./review.ts")).reviewCommand(desk(), options));
  looks(program, desk);
  acts(program, desk);
  data(program, desk);
  return program;
}

function looks(program: Command, desk: () => Desk): void {
  const look = (name: string, description: string) =>
    program.command(name).description(description).option("--json", "print it as JSON");
  look("today", "what to do today: three that matter most and why, then due, missed, ask again").action(
    async (options) => (await import("./look.ts")).todayCommand(desk(), options),
  );
  look("waiting", "what others owe you, by person, with its age").action(async (options) =>
    (await import("./look.ts")).waitingCommand(desk(), options),
  );
  look("steps", "steps, open ones by default")
    .option("--mine", "only mine")
    .option("--theirs", "only theirs")
    .option("--colleagues", "only colleagues'")
    .option("--kind <kind>", "call, email, message, meet, investigate, write, share, introduce, do")
    .option("--event <name>", "of one event")
    .option("--person <name>", "with or of one person")
    .option("--vague", "only those without a day")
    .option("--closed", "those that are done")
    .option("--all", "open, done and dropped")
    .addHelpText("after", examples("upshot steps --mine --kind email", 'upshot steps --event "FOSDEM 2025" --all'))
    .action(async (options) => (await import("./look.ts")).stepsCommand(desk(), options));
  look("people", "people, those with something open first")
    .option("--duplicates", "pairs that may be one person, with the reason")
    .action(async (options) => (await import("./look.ts")).peopleCommand(desk(), options));
  look("events", "events with their ledgers").action(async (options) =>
    (await import("./look.ts")).eventsCommand(desk(), options),
  );
  look("event", "one event: its ledger, steps, people, observations, sessions")
    .argument("<name>", "its name or part of it, or its id")
    .action(async (name, options) => (await import("./look.ts")).eventCommand(desk(), name, options));
  look("show", "one thing, with the words it came from and the way back to the page")
    .argument("<id>", "an id, or its end as lists show it")
    .action(async (id, options) => (await import("./look.ts")).showCommand(desk(), id, options));
  look("search", "find steps, notes, people, sessions by their words")
    .argument("<words...>")
    .option("--max <number>", "how many at the most", "20")
    .action(async (words, options) => (await import("./look.ts")).searchCommand(desk(), words.join(" "), options));
  look("history", "what was done, newest first")
    .option("--max <number>", "how many at the most", "20")
    .action(async (options) => (await import("./act.ts")).historyCommand(desk(), options));
}

function acts(program: Command, desk: () => Desk): void {
  const act = (name: string, description: string) =>
    program.command(name).description(description).option("--json", "print the result as JSON");
  act("add", "capture a line; what it says to do becomes a step")
    .argument("<words...>")
    .option("--event <name>", "at this event")
    .option("--note", "keep it as a note only")
    .addHelpText(
      "after",
      examples(
        'upshot add "call Ana Ruiz on Friday about the deck"',
        'upshot add --note "their pricing page is public now"',
      ),
    )
    .action(async (words, options) => (await import("./add.ts")).addCommand(desk(), words, options));
  act("done", "close a step and say what came of it")
    .argument("<id>", "the step's id, or its end")
    .option("--came-of <line>", 'what came of it; "nothing" is an answer')
    .option("--drop", "close it undone")
    .addHelpText("after", examples("upshot done a1b2c3", 'upshot done a1b2c3 --came-of "she signed up for the pilot"'))
    .action(async (id, options) => (await import("./act.ts")).doneCommand(desk(), id, options));
  act("put-off", "move a step to another day")
    .argument("<id>", "the step's id, or its end")
    .argument("<day...>", '2026-02-06, +3, or words: "friday", "next week"')
    .option("--why <line>", "why; asked for after the third time")
    .action(async (id, day, options) => (await import("./act.ts")).putOffCommand(desk(), id, day, options));
  act("touch", "log a call, e-mail, message or meeting with a person; it closes no promise")
    .argument("<person>", "name or id")
    .argument("[words...]", "a line about it")
    .option("--by <way>", "call, email, message, meeting", "email")
    .option("--in", "they reached out")
    .option("--on <day>", "when it was (default: today)")
    .action(async (person, words, options) => (await import("./act.ts")).touchCommand(desk(), person, words, options));
  act("undo", "take back the last thing done, or one of the history")
    .argument("[entry]", "an id from upshot history, or its end")
    .action(async (entry, options) => (await import("./act.ts")).undoCommand(desk(), entry, options));
  act("merge", "two people who are one: keep the first")
    .argument("<keep>", "name or id")
    .argument("<other>", "name or id")
    .action(async (keep, other, options) => (await import("./act.ts")).mergeCommand(desk(), keep, other, options));
  act("focus", "set the up to three questions an event should answer")
    .argument("<event>", "name or id")
    .argument("[questions...]")
    .addHelpText(
      "after",
      examples('upshot focus "FOSDEM 2025" "Who else runs this at scale?" "Two partners for the north"'),
    )
    .action(async (event, questions, options) =>
      (await import("./act.ts")).focusCommand(desk(), event, questions, options),
    );
  act("command", "run any command by its name with JSON arguments; without a name, list them")
    .argument("[name]")
    .argument("[arguments]", "JSON")
    .action(async (name, args, options) => (await import("./act.ts")).rawCommand(desk(), name, args, options));
}

function data(program: Command, desk: () => Desk): void {
  eventOptions(program.command("import"))
    .argument("<files...>", "programme, contacts, notes; or one exported workspace")
    .description("take files into an event, or an exported workspace into an empty store")
    .action(async (files, options) => (await import("./data.ts")).importCommand(desk(), files, options));
  program
    .command("export")
    .argument("[file]", "where to (default: standard output)")
    .description("write the whole workspace as JSON lines")
    .action(async (file) => (await import("./data.ts")).exportCommand(desk(), file));
  program
    .command("backup")
    .argument("<file>")
    .description("write a checked copy of the store while it is in use")
    .action(async (file) => (await import("./data.ts")).backupCommand(desk(), file));
  program
    .command("restore")
    .argument("<file>", "a backup")
    .description("put a backup in the store's place; what was there is kept aside")
    .action(async (file) => (await import("./data.ts")).restoreCommand(desk(), file));
}

/** What the files do not say. */
function eventOptions(command: Command): Command {
  const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  return command
    .option("--event <name>", "the event's name")
    .option("--kind <kind>", "conference, partner-event, offsite or meeting")
    .option("--starts <day>", "the event's first day, 2026-02-01")
    .option("--ends <day>", "its last day")
    .option("--time-zone <name>", "its time zone, Europe/Brussels")
    .option("--taken-on <day>", "the day the notes were taken, where they do not say")
    .option("--me <name>", "who wrote the notes")
    .option("--organization <name>", "the writer's organization")
    .option("--colleague <name>", "someone of the same team (again for each)", collect)
    .option("--column <field=heading>", "what a column of a contact table holds (again for each)", collect)
    .option("--language-model", "ask the language model of the settings, too; pages are sent to it");
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
