import { Refusal, type RefusalCode, Trouble } from "#domain/refusal.ts";

/**
 * How each refusal is answered at each door: the one table. Exit codes are for scripts, and help prints them; the status is HTTP's
 * (RFC 9110, section 15).
 */
const answers: Record<RefusalCode, { exitCode: number; status: ErrorStatus; words: string }> = {
  invalid: { exitCode: 2, status: 400, words: "used wrongly: an unknown word or option, a value that does not fit" },
  "not-found": { exitCode: 3, status: 404, words: "what was named is not there, or nothing could be read" },
  duplicate: { exitCode: 4, status: 409, words: "it is there already" },
  "changed-since": { exitCode: 5, status: 409, words: "it was changed since, or closed already" },
  "not-allowed": { exitCode: 6, status: 403, words: "a rule, or a right on a file, forbids it" },
  "too-large": { exitCode: 7, status: 413, words: "over a limit, or no room on the disk" },
};

/** The command was used wrongly: an unknown option, a missing argument. */
export const exitUsage = answers.invalid.exitCode;
/** A mistake of ours. */
export const exitMistake = 1;
/** The place where data is kept, or the port, cannot be used now. */
const exitTrouble = 8;
/** Ctrl-C at a question: 128 and the number of the signal, as shells count. */
export const exitStopped = 130;

/** Every exit code with what it means, in order. */
export const exitCodes: readonly { exitCode: number; words: string }[] = [
  { exitCode: 0, words: "done" },
  { exitCode: exitMistake, words: "a mistake of ours" },
  ...Object.values(answers),
  { exitCode: exitTrouble, words: "the place where data is kept, or the port, cannot be used now" },
  { exitCode: exitStopped, words: "you stopped it (Ctrl-C); what was answered before is kept" },
];

/** What HTTP is answered with where something was refused or went wrong. */
export type ErrorStatus = 400 | 403 | 404 | 409 | 413 | 500 | 503;

export function statusOf(error: unknown): ErrorStatus {
  if (error instanceof Trouble) return 503;
  return error instanceof Refusal ? answers[error.code].status : 500;
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof Trouble) return exitTrouble;
  return error instanceof Refusal ? answers[error.code].exitCode : exitMistake;
}
