import { Refusal, type RefusalCode, Trouble } from "#domain/refusal.ts";

/**
 * How each refusal is answered at each door: the one table (HTTP status comes with the first door that speaks HTTP). Exit codes are for
 * scripts; help prints them.
 */
const answers: Record<RefusalCode, { exitCode: number; words: string }> = {
  invalid: { exitCode: 2, words: "used wrongly: an unknown word or option, a value that does not fit" },
  "not-found": { exitCode: 3, words: "what was named is not there, or nothing could be read" },
  duplicate: { exitCode: 4, words: "it is there already" },
  "changed-since": { exitCode: 5, words: "it was changed since, or closed already" },
  "not-allowed": { exitCode: 6, words: "a rule, or a right on a file, forbids it" },
  "too-large": { exitCode: 7, words: "over a limit, or no room on the disk" },
};

/** The command was used wrongly: an unknown option, a missing argument. */
export const exitUsage = answers.invalid.exitCode;
/** A mistake of ours. */
export const exitMistake = 1;
/** The place where data is kept cannot be used now. */
const exitTrouble = 8;
/** Ctrl-C at a question: 128 and the number of the signal, as shells count. */
export const exitStopped = 130;

/** Every exit code with what it means, in order. */
export const exitCodes: readonly { exitCode: number; words: string }[] = [
  { exitCode: 0, words: "done" },
  { exitCode: exitMistake, words: "a mistake of ours" },
  ...Object.values(answers),
  { exitCode: exitTrouble, words: "the place where data is kept cannot be used now" },
  { exitCode: exitStopped, words: "you stopped it (Ctrl-C); what was answered before is kept" },
];

export function exitCodeOf(error: unknown): number {
  if (error instanceof Trouble) return exitTrouble;
  return error instanceof Refusal ? answers[error.code].exitCode : exitMistake;
}
