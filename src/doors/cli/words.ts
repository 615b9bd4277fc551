import { type Command, Option } from "commander";
import type { StepKind } from "#domain/model/step.ts";
import type { TouchWay } from "#domain/model/touch.ts";
import { exitCodes } from "../answer.ts";
import type { Desk } from "./desk.ts";

/**
 * Every word of the command line: what it takes, what help says of it, and an example that can be typed. Each one's work is loaded when it is
 * used, so that "upshot today" does not wait for the reader.
 */
export function addWords(program: Command, desk: () => Promise<Desk>): void {
  program.commandsGroup("After an event:");
  afterEvent(program, desk);
  fortnight(program, desk);
  program.commandsGroup("Day by day:");
  dayByDay(program, desk);
  planWords(program, desk);
  drafts(program, desk);
  weekly(program, desk);
  leadWords(program, desk);
  needWords(program, desk);
  program.commandsGroup("What came of it:");
  valueWords(program, desk);
  program.commandsGroup("An offsite:");
  wall(program, desk);
  offsite(program, desk);
  program.commandsGroup("Look things up:");
  lookUp(program, desk);
  program.commandsGroup("Put things right:");
  putRight(program, desk);
  program.commandsGroup("Your data:");
  data(program, desk);
  program.commandsGroup("In the browser:");
  browser(program, desk);
}

/** As the domain lists them; said here again, and held to it by the compiler, since the domain's files load schemas (30 ms of help). */
const stepKinds: Record<StepKind, true> = {
  call: true,
  email: true,
  message: true,
  meet: true,
  investigate: true,
  write: true,
  share: true,
  introduce: true,
  do: true,
};
const touchWays: Record<TouchWay, true> = { call: true, email: true, message: true, meeting: true };

/** What the program's own help says at its end. */
export const programHelp = [
  examples(
    "upshot debrief ~/notes/fosdem",
    'upshot debrief notes.md schedule.xml contacts.vcf --save "FOSDEM 2026"',
    "upshot review",
    "upshot today",
  ),
  `\nExit codes:\n${exitCodes.map(({ exitCode, words }) => `  ${String(exitCode).padEnd(4)} ${words}`).join("\n")}`,
  '\n"upshot WORD --help" shows a word with its options and examples. With --json every word prints JSON, errors too (on standard error).',
  "NO_COLOR=1 switches colours off. UPSHOT_STORE and UPSHOT_MEMBER say where the data is and who you are.",
].join("\n");

function afterEvent(program: Command, desk: () => Promise<Desk>): void {
  word(
    eventOptions(program.command("debrief")),
    "read an event's files and print the plan that follows; stores nothing unless --save",
    "upshot debrief ~/notes/fosdem",
    "upshot debrief notes.md --taken-on 2026-02-01 --html plan.html",
    'upshot debrief notes.md people.vcf --save "Partner Day"',
    'pbpaste | upshot debrief - --event "Partner Day"',
  )
    .argument("[files...]", 'files and folders: programme, contacts, notes, a zip of them; "-" is standard input')
    .option("--save [name]", "keep the event, its pages and what is proposed")
    .option("--today <day>", "see the plan as on that day (default: today)")
    .option("--md [file]", "write it as Markdown")
    .option("--html [file]", "write it as one HTML file to read or print")
    .option("--csv [file]", "write the steps as CSV")
    .option("--ics [file]", "write the days as a calendar")
    .action(async (files, options) => (await import("./debrief.ts")).debriefCommand(await desk(), files, options));
  word(
    program.command("review-proposals").alias("review"),
    "answer what was proposed, one key each; resumes where it stopped",
    "upshot review",
    'upshot review --event "FOSDEM 2026"',
    "upshot review --accept-marked",
  )
    .option("--event <name>", "only of this event")
    .option("--accept-marked", "accept everything you marked (->, TODO, [ ] ...) at once")
    .action(async (options) => (await import("./review.ts")).reviewCommand(await desk(), options));
  word(
    program.command("focus"),
    "what an event should answer, up to three questions; with questions, set them",
    'upshot focus "FOSDEM 2026"',
    'upshot focus fosdem "Who else runs this at scale?" "Two partners for the north"',
    'upshot focus fosdem --answer 1 "Three teams do; met two of them"',
    "upshot focus fosdem --clear",
  )
    .argument("<event>", "name or id")
    .argument("[questions...]")
    .option("--answer <number>", "the words are the answer to that question")
    .option("--clear", "take the questions away")
    .action(async (event, questions, options) =>
      (await import("./focus.ts")).focusCommand(await desk(), event, questions, options),
    );
}

/** An offsite's wall. */
function wall(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("board"),
    "an offsite's wall as a list: stickies by column, clusters, dots once they are counted; all its groups together, or one",
    'upshot board "Lake days"',
    'upshot board lake --new "What slows us down?" --group North',
    "upshot board lake --group North --import wall.csv",
    "upshot board lake --md",
  )
    .argument("<event...>", "name or id")
    .option("--group <name>", "one board: of that breakout group, or of that name")
    .addOption(new Option("--new <name>", "begin a board").conflicts(["import", "md"]))
    .addOption(
      new Option(
        "--import <file>",
        "hang up the stickies of a file: CSV of Miro, Mural, EasyRetro, or Markdown",
      ).conflicts("md"),
    )
    .option("--md", "print it as Markdown, which --import reads again")
    .action(async (event, options) =>
      (await import("./board.ts")).boardCommand(await desk(), event.join(" "), options),
    );
}

/** What was committed to, and a month's end. */
function planWords(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("plan"),
    "what you committed to for a year, with what hangs on each and what has nothing this month; of a month, its list",
    "upshot plan",
    "upshot plan 2026-11",
    "upshot plan 2026 --html year.html",
  )
    .argument("[period]", "2026, 2026-Q4 or 2026-11 (default: this year)")
    .option("--md [file]", "write its list as Markdown")
    .option("--html [file]", "write its list as one page of HTML to print")
    .action(async (period, options) => (await import("./plan.ts")).planCommand(await desk(), period, options));
  word(
    program.command("commit"),
    "commit to something for a year, a quarter or a month",
    'upshot commit "Ten partners in the north" --for 2026',
    'upshot commit "Three signed" --for 2026-Q4 --under "ten partners"',
    'upshot commit "three signed" --done "four, in fact"',
  )
    .argument("<words...>", "what; or with --done, --drop, --reopen or --step which one, by its words or id")
    .option("--for <period>", "2026, 2026-Q4 or 2026-11")
    .option("--under <commitment>", "the one it serves, by its words or id")
    .option("--team", "the whole team's, not yours alone")
    .option("--done [line]", "it is done, and what came of it")
    .option("--drop <line>", "it is dropped, and why")
    .option("--reopen", "open it again")
    .option("--step <step>", "this step serves it")
    .action(async (words, options) =>
      (await import("./plan.ts")).commitCommand(await desk(), words.join(" "), options),
    );
  word(
    program.command("month-end"),
    "answer what is open of a month, one key each: keep, move or drop; resumes where it stopped",
    "upshot month-end",
    "upshot month-end 2026-11",
  )
    .argument("[month]", "2026-11 (default: the month that is ending or was last)")
    .action(async (month, options) => (await import("./month-end.ts")).monthEndCommand(await desk(), month, options));
}

/** Words to send, and the templates they begin from. */
function drafts(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("draft"),
    "words to send about a step: what was said, what you do and what you ask, by when; nothing is sent",
    "upshot draft a1b2c3",
    "upshot draft a1b2c3 --language de --eml deck.eml",
    "upshot draft a1b2c3 --sent",
  )
    .argument("<step>", "the step's id, or its end")
    .option("--language <tag>", "en, de, fr or es (default: the person's)")
    .option("--eml <file>", "save it as a message that your mail program opens")
    .option("--sent", "you sent it: log the touch")
    .action(async (id, options) => (await import("./draft.ts")).draftCommand(await desk(), id, options));
  word(
    program.command("template"),
    "the words that drafts begin from, per purpose and language; with --from, in your own words",
    "upshot template",
    "upshot template email de",
    "upshot template email de --from mine.txt --subject '{what}'",
    "upshot template email de --reset",
  )
    .argument("[purpose]", "email, message, call, meet, introduce, share, ask-again, remind, seek, offer")
    .argument("[language]", "en, de, fr or es")
    .option("--from <file>", 'its text, with {first} and other fields; "-" is standard input')
    .option("--subject <line>", "its subject")
    .option("--reset", "go back to the usual words")
    .action(async (purpose, language, options) =>
      (await import("./draft.ts")).templateCommand(await desk(), { purpose, language }, options),
    );
}

/** What a team agrees on at an offsite, and what becomes of it. */
function offsite(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("roadmap"),
    "the few initiatives of an offsite: owner, measure, first step, check-ins, who is silent; what became of the last one",
    'upshot roadmap "Winter offsite"',
  )
    .argument("<event...>", "name or id")
    .action(async (event, options) =>
      (await import("./roadmap.ts")).roadmapCommand(await desk(), event.join(" "), options),
    );
  word(
    program.command("initiative"),
    "put an initiative on the roadmap of an event; with --begin, its first step",
    'upshot initiative "Winter offsite" Answer partners in three days --measure "days until an answer" --from 9 --to 3',
    'upshot initiative winter "One price list" --owner Ben --measure "lists in use" --begin "collect them" --due friday',
  )
    .argument("<event>", "name or id")
    .argument("<words...>", "what should become better")
    .option("--owner <member>", "the one who answers for it (default: you)")
    .option("--problem <text>", "the problem, in the team's words")
    .option("--measure <line>", "what is measured")
    .option("--from <line>", "from where")
    .option("--to <line>", "to where")
    .option("--begin <step>", "begin it, with this first step")
    .option("--due <day>", "by when the first step is done")
    .option("--beyond-few", "although five are under way")
    .action(async (event, words, options) =>
      (await import("./roadmap.ts")).initiativeCommand(await desk(), { event, words }, options),
    );
  word(
    program.command("begin"),
    "begin an initiative with its first step, due within five working days",
    "upshot begin 'one price list' collect the lists --due friday",
  )
    .argument("<initiative>", "its name or id")
    .argument("<step...>", "the first step")
    .requiredOption("--due <day>", "by when it is done")
    .option("--owner <member>", "the one who answers for it")
    .option("--measure <line>", "what is measured")
    .option("--beyond-few", "although five are under way")
    .action(async (given, words, options) =>
      (await import("./roadmap.ts")).beginCommand(await desk(), { given, words }, options),
    );
  word(
    program.command("check-in"),
    "how an initiative of yours goes, in a line and a colour",
    "upshot check-in 'one price list' amber two of five lists are in",
  )
    .argument("<initiative>", "its name or id")
    .argument("<colour>", "green, amber or red")
    .argument("<line...>", "how it goes")
    .action(async (given, colour, words, options) =>
      (await import("./roadmap.ts")).checkInCommand(await desk(), { given, colour, words }, options),
    );
  word(
    program.command("stuck"),
    "an initiative is stuck: what would unstick it, and of whom; that is a step",
    "upshot stuck 'one price list' access to the old system --of 'Ana Ruiz' --due monday",
  )
    .argument("<initiative>", "its name or id")
    .argument("<words...>", "what would unstick it")
    .option("--of <name>", "of a member, or a person outside")
    .option("--due <day>", "by when")
    .action(async (given, words, options) =>
      (await import("./roadmap.ts")).stuckCommand(await desk(), { given, words }, options),
    );
  word(
    program.command("end"),
    "what becomes of an initiative: done, dropped with why, later, goes on, or carried over",
    "upshot end 'one price list' --done 'one list since May'",
    "upshot end 'one price list' --carry-to 'Summer offsite'",
  )
    .argument("<initiative...>", "its name or id")
    .option("--done [line]", "it is done, and what came of it")
    .option("--drop <why>", "it is dropped, and why")
    .option("--later", "not now; kept")
    .option("--goes-on", "it is not stuck any more")
    .option("--carry-to <event>", "it goes on at the next offsite")
    .action(async (given, options) =>
      (await import("./roadmap.ts")).endInitiativeCommand(await desk(), given.join(" "), options),
    );
  word(
    program.command("digest"),
    "for those who stayed at home: what was decided, what changes, where they can join in",
    'upshot digest "Winter offsite"',
    "upshot digest winter --md digest.md --html digest.html",
  )
    .argument("<event...>", "name or id")
    .option("--md <file>", "write it as Markdown")
    .option("--html <file>", "write it as one HTML file to read or print")
    .action(async (event, options) =>
      (await import("./digest.ts")).digestCommand(await desk(), event.join(" "), options),
    );
  word(
    program.command("charter"),
    "the team's charter: mission, roles, who answers for what, gaps and overlaps; answer to it, agree on it",
    "upshot charter",
    "upshot charter --answer agree",
    "upshot charter --answer 'until June'",
    "upshot charter --agree",
  )
    .option("--begin [event]", "begin the next version, at an event")
    .option("--answer <words>", '"agree", "not yet", or the remark with which you agree')
    .option("--agree", "everybody who answered agrees: it counts now")
    .action(async (options) => (await import("./charter.ts")).charterCommand(await desk(), options));
}

/** What may become something, and who could open the door. */
function leadWords(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("leads"),
    "leads by stage, those that are stuck with the reason",
    "upshot leads",
    "upshot leads --stuck",
    "upshot leads --cold --json",
  )
    .addOption(new Option("--stuck", "only those with no next step and no rest").conflicts(["cold", "resting", "all"]))
    .addOption(
      new Option("--cold", "only those gone cold, the less familiar first, each with the path that is open").conflicts([
        "resting",
        "all",
      ]),
    )
    .addOption(new Option("--resting", "only those that rest").conflicts("all"))
    .option("--all", "won and lost ones, too")
    .action(async (options) => (await import("./lead.ts")).leadsCommand(await desk(), options));
  word(
    program.command("lead"),
    "make a lead, move it to a stage, show it, or ask somebody for an introduction",
    'upshot lead add "Pilot" --person "Li Wei" --next "send the reference" --by friday',
    "upshot lead move pilot talking",
    'upshot lead move pilot resting --until 2026-03-02 --why "budget in March"',
    "upshot lead show pilot",
    "upshot lead ask pilot ana",
  )
    .argument("<act>", "add, move, show or ask")
    .argument("[words...]", "its name; to move, the stage comes last; to ask, whom")
    .option("--person <name>", "with whom")
    .option("--organization <name>", "with which organization")
    .option("--step <id>", "made from this step, which is its next one")
    .option("--stage <stage>", "begins at this stage")
    .option("--ours <line>", "what we are to do")
    .option("--theirs <line>", "what they are to do")
    .option("--amount <amount>", 'what it may be worth, "12000 EUR"')
    .option("--next <line>", "its first next step")
    .option("--by <day>", "when that is due; to ask, when you ask")
    .option("--on <day>", "the day it came to the stage (default: today)")
    .option("--until <day>", "until when it rests; to ask, when you look again")
    .option("--why <line>", "why it was lost, or rests")
    .action(async (act, words, options) => (await import("./lead.ts")).leadCommand(await desk(), act, words, options));
  word(
    program.command("paths"),
    "who could open the door to a person or an organization, and how you know",
    "upshot paths Contoso",
    'upshot paths "Li Wei" --json',
  )
    .argument("<name...>", "a person or an organization")
    .action(async (name, options) => (await import("./lead.ts")).pathsCommand(await desk(), name.join(" "), options));
}

/** What is looked for and offered, and who was asked about it. */
/** OC1 to OC3: outcomes, what events were worth, the report. */
function valueWords(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("outcome"),
    "what came of it: list outcomes, show one with the way back, or add, share, remove",
    'upshot outcome add "Audit for two years" --kind deal --amount 12500 --from a1b2c3',
    "upshot outcome d4e5f6",
    'upshot outcome share d4e5f6 "FOSDEM 2026=70" "Partner Day=30"',
    "upshot outcome remove d4e5f6",
  )
    .argument("[words...]", 'the id of one; or "add" with its words, "share" or "remove" with its id')
    .option("--kind <kind>", "deal, partnership, hire, content, process, skill, saving, relationship, nothing")
    .option("--amount <amount>", "what it is worth")
    .option("--currency <code>", "of the amount (default: EUR)")
    .option("--on <day>", "the day it came (default: today)")
    .option("--from <id...>", "the step, lead, dot, initiative or note it came from")
    .option("--event <name...>", "an event it came from as a whole")
    .option("--about <text>", "more about it")
    .action(async (words, options) => (await import("./outcome.ts")).outcomeCommand(await desk(), words, options));
  word(
    program.command("value"),
    "what an event cost and what came of it; without a name, events side by side",
    'upshot value "FOSDEM 2026"',
    "upshot value",
  )
    .argument("[event...]", "name or id")
    .action(async (event, options) =>
      (await import("./value.ts")).valueCommand(await desk(), event.join(" "), options),
    );
  word(
    program.command("pulse"),
    "still seeing value? answer for an event with 1 (none) to 5 (a great deal); without words, which events ask",
    "upshot pulse",
    "upshot pulse fosdem 4 two of them became partners",
  )
    .argument("[event]", "name or id")
    .argument("[answer]", "1 to 5")
    .argument("[line...]", "a line about it")
    .option("--after <days>", "which question it answers: so many days after (default: the one that is asked)")
    .action(async (name, answer, words, options) =>
      (await import("./value.ts")).pulseCommand(await desk(), { name, answer, words }, options),
    );
  word(
    program.command("report"),
    "what a trip was worth, for who paid for it: one HTML file, or a PDF",
    "upshot report fosdem",
    "upshot report fosdem --html trip.html --pdf trip.pdf",
  )
    .argument("<event...>", "name or id")
    .option("--html [file]", "write it as one HTML file (what it does by itself)")
    .option("--pdf [file]", "print it through the machine's Chromium")
    .action(async (event, options) =>
      (await import("./report.ts")).reportCommand(await desk(), event.join(" "), options),
    );
}

function needWords(program: Command, desk: () => Promise<Desk>): void {
  word(program.command("needs"), "what you look for and can offer, and who answered", "upshot needs").action(
    async (options) => (await import("./need.ts")).needsCommand(await desk(), options),
  );
  for (const side of ["seek", "offer"] as const) {
    word(
      program.command(side),
      side === "seek" ? "write down what you look for" : "write down what you can offer",
      side === "seek"
        ? "upshot seek somebody who ran audits in Bergen"
        : "upshot offer two days of help with a migration",
    )
      .argument("<words...>", "what it is")
      .option("--about <text>", "more about it; stands in the words you send")
      .option("--event <name>", "where it came up")
      .option("--team", "the whole team's, not mine alone")
      .action(async (words, options) =>
        (await import("./need.ts")).addNeedCommand(await desk(), { side, words }, options),
      );
  }
  word(
    program.command("need"),
    "who could help with a need and why, who was asked, who answered what; with --ask, one step for each person",
    "upshot need audits",
    "upshot need audits --ask ana --ask 'Li Wei'",
    "upshot need audits --met 'Jonas knows the team in Bergen'",
  )
    .argument("<need...>", "its words or its id")
    .option("--ask <name>", "ask this person; again for more", (name, names: string[] | undefined) => [
      ...(names ?? []),
      name,
    ])
    .option("--check-back <day>", "when to look again (default: in a week)")
    .option("--met [line]", "it is met, and how")
    .option("--drop [line]", "no need any more, and why")
    .option("--reopen", "open it again")
    .action(async (words, options) => (await import("./need.ts")).needCommand(await desk(), words.join(" "), options));
}

/** The fortnight after an event, and the numbers it is counted by. */
function fortnight(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("after"),
    "the fortnight after an event: whom you met, who had a follow-up, what is promised both ways, how warm it is",
    'upshot after "FOSDEM 2026"',
    "upshot after fosdem --json",
  )
    .argument("<event...>", "name or id")
    .action(async (event, options) =>
      (await import("./after.ts")).afterCommand(await desk(), event.join(" "), options),
    );
  word(
    program.command("clock"),
    "when to be in touch after an event; with options, change the numbers, or choose a person's slow rhythm",
    "upshot clock",
    "upshot clock --first 3 --third 45",
    "upshot clock --person ana --every 90",
  )
    .option("--first <days>", "working days after coming home to the first follow-up")
    .option("--second <days>", "days after coming home to the second look")
    .option("--third <days>", "days after coming home to the third look")
    .option("--person <name>", "whose rhythm after the third look --every sets")
    .option("--every <days>", 'in touch with that person every so many days; "never" ends it')
    .action(async (options) => (await import("./clock.ts")).clockCommand(await desk(), options));
}

function dayByDay(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("today"),
    "what to do today: three that matter most and why, then due, missed, ask again, follow up",
    "upshot today",
    "upshot today --json",
    "upshot today --html today.html",
  )
    .option("--md [file]", "write the day's list as Markdown")
    .option("--html [file]", "write it as one page of HTML to print")
    .action(async (options) => (await import("./look.ts")).todayCommand(await desk(), options));
  word(program.command("waiting"), "what others owe you, by person, with its age", "upshot waiting").action(
    async (options) => (await import("./look.ts")).waitingCommand(await desk(), options),
  );
  word(
    program.command("add"),
    "capture a line; what it says to do becomes a step, anything else a note",
    'upshot add "call Ana Ruiz on Friday about the deck"',
    'upshot add "-> send Li Wei the reference"',
    'upshot add "send the numbers on the first working day of each month"',
    'upshot add --event "Partner Day" "their pricing page is public now"',
    "upshot add --step passport",
  )
    .argument("<words...>", 'the line; "-" reads one line each from standard input')
    .option("--event <name>", "at this event")
    .addOption(new Option("--note", "keep it as a note only").conflicts("step"))
    .option("--step", "make it a step of yours, whatever it says")
    .action(async (words, options) => (await import("./add.ts")).addCommand(await desk(), words, options));
  word(
    program.command("done"),
    "close a step and say what came of it",
    "upshot done a1b2c3",
    'upshot done a1b2c3 --came-of "she signed up for the pilot"',
    "upshot done a1b2c3 --by email",
    "upshot done a1b2c3 --drop",
  )
    .argument("<step>", "the step's id, or its end")
    .option("--came-of <line>", 'what came of it; "nothing" is an answer')
    .addOption(new Option("--by <way>", "doing it was a touch: call, email, message, meeting").conflicts("drop"))
    .option("--drop", "close it undone")
    .option("--again <day>", 'of one that repeats: when it comes again, "never" for no more (default: by its rule)')
    .action(async (id, options) => (await import("./close.ts")).doneCommand(await desk(), id, options));
  word(
    program.command("put-off"),
    "give a step a day, or a later one; putting off is counted, and after the third time it asks why",
    "upshot put-off a1b2c3 next friday",
    "upshot put-off a1b2c3 5 days",
    'upshot put-off a1b2c3 2026-03-02 --why "the chapter moved"',
  )
    .argument("<step>", "the step's id, or its end")
    .argument("<day...>", "2026-02-06, +3, or words: friday, next week, 5 days, 1 week")
    .option("--why <line>", "why; asked for after the third time")
    .action(async (id, day, options) => (await import("./close.ts")).putOffCommand(await desk(), id, day, options));
  word(
    program.command("touch"),
    "log a call, e-mail, message or meeting with a person; it closes no promise",
    "upshot touch ana sent her the deck",
    'upshot touch "Li Wei" --by call --in --on yesterday "rang about the pilot"',
  )
    .argument("<person>", "name or id")
    .argument("[words...]", "a line about it")
    .option("--by <way>", Object.keys(touchWays).join(", "), "email")
    .option("--in", "they reached out")
    .option("--on <day>", "when it was (default: today)")
    .action(async (person, words, options) =>
      (await import("./touch.ts")).touchCommand(await desk(), person, words, options),
    );
}

/** Old notes beside today's work, once a week. */
function weekly(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("comb-back"),
    "the weekly review: old notes come back beside what they resemble, a key a card; goes on where it stopped",
    "upshot comb-back",
    "upshot comb-back --list",
    "upshot comb-back --end --next friday",
  )
    .option("--list", "what it brings, without beginning")
    .option("--end", "end the one that is under way")
    .option("--next <day>", "with --end: the day of the next one")
    .action(async (options) => (await import("./comb-back.ts")).combBackCommand(await desk(), options));
  word(
    program.command("join"),
    "join an old note to a step, lead or commitment: a dot; with --part, take it away",
    "upshot join a1b2c3 d4e5f6",
    'upshot join a1b2c3 d4e5f6 --because "the same queue"',
    "upshot join a1b2c3 d4e5f6 --part",
  )
    .argument("<note>", "the note's id, or its end")
    .argument("<other>", "the step's, lead's or commitment's id, or its end")
    .option("--because <line>", "what ties them")
    .option("--part", "they do not belong together after all")
    .action(async (note, other, options) =>
      (await import("./comb-back.ts")).joinCommand(await desk(), { note, other }, options),
    );
}

function lookUp(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("steps"),
    "steps, open ones by default",
    "upshot steps --mine --kind email",
    'upshot steps --event "FOSDEM 2026" --all',
    "upshot steps --person ana",
  )
    .addOption(new Option("--mine", "only mine").conflicts(["theirs", "colleagues"]))
    .addOption(new Option("--theirs", "only theirs").conflicts("colleagues"))
    .option("--colleagues", "only colleagues'")
    .option("--kind <kind>", Object.keys(stepKinds).join(", "))
    .option("--event <name>", "of one event")
    .option("--person <name>", "with or of one person")
    .addOption(new Option("--vague", "only those without a day").conflicts(["closed", "all"]))
    .addOption(new Option("--closed", "those that are done").conflicts("all"))
    .option("--all", "open, done and dropped")
    .action(async (options) => (await import("./look.ts")).stepsCommand(await desk(), options));
  word(
    program.command("show"),
    "one thing, the words it came from, and the way back to page and file",
    "upshot show a1b2c3",
    "upshot show Ana",
    "upshot show day-1.md",
  )
    .argument("<thing...>", "an id (its end is enough) or a name: of a person, organization, event, session or page")
    .action(async (thing, options) => (await import("./show.ts")).showCommand(await desk(), thing.join(" "), options));
  word(
    program.command("search"),
    "find steps, notes, people, sessions by their words",
    "upshot search pilot numbers",
    "upshot search billing --max 5",
  )
    .argument("<words...>")
    .option("--max <number>", "how many at the most", "20")
    .action(async (words, options) =>
      (await import("./look.ts")).searchCommand(await desk(), words.join(" "), options),
    );
  word(
    program.command("people"),
    "people, those with something open first",
    "upshot people",
    "upshot people --duplicates",
  )
    .option("--duplicates", "pairs that may be one person, with the reason")
    .action(async (options) => (await import("./people.ts")).peopleCommand(await desk(), options));
  word(
    program.command("organizations"),
    "organizations, those with something open first",
    "upshot organizations",
    "upshot organizations --duplicates",
  )
    .option("--duplicates", "pairs that may be one organization, with the reason")
    .action(async (options) => (await import("./list.ts")).organizationsCommand(await desk(), options));
  ofWhom(program.command("touches"), "contacts with people, newest first", "upshot touches --person ana").action(
    async (options) => (await import("./list.ts")).touchesCommand(await desk(), options),
  );
  ofWhom(program.command("meetings"), "how you met whom, newest first", 'upshot meetings --event "FOSDEM 2026"').action(
    async (options) => (await import("./list.ts")).meetingsCommand(await desk(), options),
  );
  word(program.command("members"), "who works in this workspace", "upshot members").action(async (options) =>
    (await import("./list.ts")).membersCommand(await desk(), options),
  );
  word(program.command("events"), "events with their ledgers", "upshot events").action(async (options) =>
    (await import("./events.ts")).eventsCommand(await desk(), options),
  );
  word(
    program.command("event"),
    "one event: its ledger, pages, steps, people, observations, sessions",
    'upshot event "FOSDEM 2026"',
    "upshot event fosdem --json",
  )
    .argument("<name...>", "its name or part of it, or its id")
    .action(async (name, options) => (await import("./events.ts")).eventCommand(await desk(), name.join(" "), options));
}

function putRight(program: Command, desk: () => Promise<Desk>): void {
  word(
    program.command("undo"),
    "take back the last thing done, or one of the history; an undo can be undone",
    "upshot undo",
    "upshot undo a1b2c3",
  )
    .argument("[entry]", "an id from upshot history, or its end")
    .action(async (entry, options) => (await import("./history.ts")).undoCommand(await desk(), entry, options));
  word(program.command("history"), "what was done, newest first", "upshot history", "upshot history --max 100")
    .option("--max <number>", "how many at the most", "20")
    .action(async (options) => (await import("./history.ts")).historyCommand(await desk(), options));
  word(
    program.command("merge"),
    "two people who are one: keep the first; or two organizations",
    'upshot merge "Ana Ruiz" "A. Ruiz"',
    "upshot merge a1b2c3 d4e5f6",
    'upshot merge --organizations "Contoso" "Contoso GmbH"',
  )
    .option("--organizations", "the names are of organizations")
    .argument("<keep>", "name or id")
    .argument("<other>", "name or id")
    .action(async (keep, other, options) =>
      (await import("./people.ts")).mergeCommand(await desk(), keep, other, options),
    );
  word(
    program.command("memory"),
    "what was learned from what you corrected and let go, and from which answers; forget takes one out",
    "upshot memory",
    'upshot memory forget "name ana"',
    'upshot memory remember "name ana"',
  )
    .argument("[act]", "forget or remember")
    .argument("[words...]", "which: as listed, or words of it")
    .action(async (act, words, options) =>
      (await import("./memory.ts")).memoryCommand(await desk(), act === undefined ? [] : [act, ...words], options),
    );
  word(
    program.command("me"),
    "who you are in this workspace; with a name, say so for this machine",
    "upshot me",
    'upshot me "Mira Okafor"',
  )
    .argument("[name...]", "a member's name or id")
    .action(async (name, options) => (await import("./me.ts")).meCommand(await desk(), name.join(" "), options));
  word(
    program.command("command"),
    "run any command by its name with JSON arguments; without a name, list them",
    "upshot command",
    "upshot command step.change",
    `upshot command step.change '{"stepId": "a1b2c3", "cue": "when I sit down on Tuesday with coffee"}'`,
  )
    .argument("[name]", "without arguments: shows what the command takes")
    .argument("[arguments]", 'JSON, ids by their end; "-" reads it from standard input')
    .action(async (name, args, options) =>
      (await import("./command.ts")).rawCommand(await desk(), name, args, options),
    );
}

function data(program: Command, desk: () => Promise<Desk>): void {
  word(
    eventOptions(program.command("import")),
    "take files into an event, or an exported workspace into an empty store",
    'upshot import schedule.xml --event "FOSDEM 2026"',
    "upshot import people.vcf",
    "upshot import all.jsonl --store new.db",
  )
    .argument("<files...>", "programme, contacts, notes; or one exported workspace")
    .action(async (files, options) => (await import("./import.ts")).importCommand(await desk(), files, options));
  word(program.command("export"), "write the whole workspace as JSON lines", "upshot export all.jsonl")
    .argument("[file]", "where to (default: standard output)")
    .action(async (file, options) => (await import("./data.ts")).exportCommand(await desk(), file, options));
  word(
    program.command("backup"),
    "write a checked copy of the store while it is in use",
    "upshot backup ~/upshot-monday.db",
  )
    .argument("<file>", "a new file")
    .action(async (file, options) => (await import("./data.ts")).backupCommand(await desk(), file, options));
  word(
    program.command("restore"),
    "put a backup in the store's place; what was there is kept aside",
    "upshot restore ~/upshot-monday.db",
  )
    .argument("<file>", "a backup")
    .action(async (file, options) => (await import("./data.ts")).restoreCommand(await desk(), file, options));
}

function browser(program: Command, desk: () => Promise<Desk>): void {
  const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  word(
    program.command("serve"),
    "serve the app to your browser, until you press Ctrl-C",
    "upshot serve",
    "upshot serve --port 4700 --no-open",
    "upshot serve --host 0.0.0.0 --allow-host notes.example.org",
  )
    .option("--port <number>", "the port to listen on; 0 takes one that is free", "4600")
    .option("--host <address>", "the address to listen on; 0.0.0.0 is every one of this machine", "127.0.0.1")
    .option("--allow-host <name>", "a further name to answer to, as a proxy has it (again for each)", collect)
    .option("--no-open", "open no browser")
    .action(async (options) => (await import("./serve.ts")).serveCommand(await desk(), options));
}

/** What every word has: what it is for, `--json`, and examples below its help. */
function word(command: Command, description: string, ...lines: string[]): Command {
  return command
    .description(description)
    .option("--json", "print JSON, errors too")
    .addHelpText("after", examples(...lines));
}

/** A list that may be of one person or event alone. */
function ofWhom(command: Command, description: string, line: string): Command {
  return word(command, description, line)
    .option("--person <name>", "with one person")
    .option("--event <name>", "at one event")
    .option("--max <number>", "how many at the most", "20");
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
  return `\n${lines.length === 1 ? "Example" : "Examples"}:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
