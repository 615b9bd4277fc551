import { Refusal, type RefusalCode, Trouble } from "#domain/refusal.ts";

/** How each refusal is answered at each door: the one table (HTTP status comes with the first door that speaks HTTP). Exit codes are for scripts: 0 done, 1 our mistake, 2 wrong use, 3 and up refusals. */
const answers: Record<RefusalCode, { exitCode: number }> = {
  invalid: { exitCode: 2 },
  "not-found": { exitCode: 3 },
  duplicate: { exitCode: 4 },
  "changed-since": { exitCode: 5 },
  "not-allowed": { exitCode: 6 },
  "too-large": { exitCode: 7 },
};

/** The command was used wrongly: an unknown option, a missing argument. */
export const exitUsage = 2;
/** A mistake of ours. */
export const exitMistake = 1;
/** The place where the data is kept cannot be used. */
const exitTrouble = 8;

export function exitCodeOf(error: unknown): number {
  if (error instanceof Trouble) return exitTrouble;
  return error instanceof Refusal ? answers[error.code].exitCode : exitMistake;
}
