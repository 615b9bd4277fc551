import { CommanderError } from "commander";
import { Refusal, Trouble } from "#domain/refusal.ts";
import { exitCodeOf, exitMistake, exitStopped, exitUsage } from "../answer.ts";
import { Stopped } from "./ask.ts";
import { fileRefusal } from "../file-trouble.ts";
import { jsonText } from "./print.ts";
import type { World } from "./world.ts";
import { printable } from "./wrap.ts";

/** What went wrong, as it is told: a code for programs, sentences for people, and how the process ends. */
interface Fault {
  code: string;
  lines: string[];
  exitCode: number;
}

interface Telling {
  isJson: boolean;
  kept: number;
  /** The word that was used, for saying where its help is. */
  word: string | undefined;
}

/**
 * Tells what went wrong and gives the exit code. On standard error, as JSON where `--json` was asked for. `kept` is how many commands
 * of this run were kept before it: what is kept is said, never "nothing was changed" without knowing.
 */
export function tell(error: unknown, world: World, options: Telling): number {
  const { code, lines, exitCode } = faultOf(error, world, options);
  if (options.isJson) {
    world.err.write(jsonText({ error: { code, message: lines.join("\n") } }));
    return exitCode;
  }
  for (const [place, line] of lines.entries()) world.err.write(`${place === 0 ? "upshot: " : ""}${printable(line)}\n`);
  return exitCode;
}

function faultOf(error: unknown, world: World, { kept, word }: Telling): Fault {
  const before = kept > 0 ? ['What was done before that in this run is kept; "upshot history" shows it.'] : [];
  if (error instanceof CommanderError) return { code: "usage", lines: usageLines(error, word), exitCode: exitUsage };
  if (error instanceof Stopped) return { code: "stopped", lines: error.message.split("\n"), exitCode: exitStopped };
  const refusal = error instanceof Refusal ? error : fileRefusal(error);
  if (refusal !== undefined)
    return { code: refusal.code, lines: [...refusal.message.split("\n"), ...before], exitCode: exitCodeOf(refusal) };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Trouble)
    return { code: "trouble", lines: [...message.split("\n"), ...before], exitCode: exitCodeOf(error) };
  const isDebug = Boolean(world.env["UPSHOT_DEBUG"]);
  return {
    code: "mistake",
    lines: [
      `a mistake of ours: ${message}`,
      ...(kept > 0 ? before : ["Nothing was stored in this run."]),
      ...(isDebug && error instanceof Error ? (error.stack ?? "").split("\n") : ["Set UPSHOT_DEBUG=1 to see where."]),
    ],
    exitCode: exitMistake,
  };
}

/** Commander's own words, and where the help is that fits. */
function usageLines({ message, code }: CommanderError, word: string | undefined): string[] {
  if (code === "commander.help") return ['Say what to do; "upshot --help" lists the words.'];
  const [first = "", ...more] = message.replace(/^error: /, "").split("\n");
  const help =
    word === undefined || code === "commander.unknownCommand"
      ? '"upshot --help" lists the words.'
      : `"upshot ${word} --help" shows how it is used.`;
  return [first.endsWith(".") ? first : `${first}.`, ...more, help];
}
