import { Command, CommanderError } from "commander";
import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { didYouMean } from "../nearest.ts";
import { addWords, programHelp } from "./words.ts";
import type { World } from "./world.ts";

/** The command line: words in, exit code out (see `answer.ts`). Without words it shows its help. Help waits for nothing that only work needs. */
export async function cli(args: readonly string[], world: World): Promise<number> {
  let desk: Desk | undefined;
  const isJson = isJsonAsked(args);
  try {
    const program = define(world, async (store) => (desk = new (await import("./desk.ts")).Desk(world, store)));
    refuseUnknownHelp(program, args);
    await program.parseAsync(args.length === 0 ? ["--help"] : args.map(masked), { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { tell } = await import("./fault.ts");
    return tell(error, world, { isJson, kept: desk?.kept ?? 0, word: args.find((arg) => !arg.startsWith("-")) });
  } finally {
    await desk?.close();
  }
}

function define(world: World, open: (store: string | undefined) => Promise<Desk>): Command {
  const program = new Command("upshot");
  // Sub-commands inherit these settings, since they are made through `program.command`.
  program
    .description("Turns what happened at an event into what follows from it.")
    .version(world.version, "-V, --version", "print the version")
    .option("--store <place>", "where the workspace is kept: a file, or a postgres:// address")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [word]", "show help for a word")
    .configureHelp({ subcommandTerm: (one) => `${one.name()}${takes(one)}` })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.out.write(text),
      writeErr: (text) => world.err.write(text),
      getOutHelpWidth: () => helpWidth(world.out.columns),
      getErrHelpWidth: () => helpWidth(world.err.columns),
      outputError: () => undefined, // told by `tell`, with everything else that goes wrong
    })
    .addHelpText("after", programHelp)
    .hook("preAction", (_, command) => {
      command.processedArgs = command.processedArgs.map(unmasked);
      for (const [name, value] of Object.entries(command.opts())) command.setOptionValue(name, unmasked(value));
    });
  addWords(program, () => open(program.opts<{ store?: string }>().store));
  return program;
}

/** "upshot help nonsense" says what is wrong with it; the whole help would bury that. */
function refuseUnknownHelp(program: Command, [first, word]: readonly string[]): void {
  const words = program.commands.flatMap((one) => [one.name(), ...one.aliases()]);
  if (first !== "help" || word === undefined || word.startsWith("-") || [...words, "help"].includes(word)) return;
  throw new Refusal("invalid", `There is no word "${word}".${didYouMean(word, words)} "upshot --help" lists them.`);
}

/** Lines of help are no longer than can be read, whatever the window. */
function helpWidth(columns: number | undefined): number {
  return Math.min(columns ?? 100, 120);
}

/** A word's arguments in the list of words: " <event> [questions...]". */
function takes(command: Command): string {
  return command.registeredArguments
    .map((one) => {
      const name = `${one.name()}${one.variadic ? "..." : ""}`;
      return one.required ? ` <${name}>` : ` [${name}]`;
    })
    .join("");
}

function isJsonAsked(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? undefined : end).includes("--json");
}

/** Stands before words that begin like an option and are none, until they are past the parser. No keyboard types it. */
const mask = "\u2063";

/** "-> call Ana" and "- [ ] visa" are notes as people write them, not options. */
function masked(arg: string): string {
  return /^-(?:[>[]|[^\s=]*\s)/.test(arg) ? mask + arg : arg;
}

function unmasked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmasked);
  return typeof value === "string" && value.startsWith(mask) ? value.slice(mask.length) : value;
}
