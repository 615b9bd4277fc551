import { Refusal, type RefusalCode } from "#domain/refusal.ts";

/** How each refusal is answered at each door: the one table. Exit codes are for scripts: 0 done, 1 our mistake, 2 wrong use, 3 and up refusals. */
const answers: Record<RefusalCode, { exitCode: number; status: number }> = {
  invalid: { exitCode: 2, status: 400 },
  "not-found": { exitCode: 3, status: 404 },
  duplicate: { exitCode: 4, status: 409 },
  "changed-since": { exitCode: 5, status: 409 },
  "not-allowed": { exitCode: 6, status: 422 },
  "too-large": { exitCode: 7, status: 413 },
};

/** The command was used wrongly: an unknown option, a missing argument. */
export const exitUsage = 2;
/** A mistake of ours. */
export const exitMistake = 1;

export function exitCodeOf(error: unknown): number {
  return error instanceof Refusal ? answers[error.code].exitCode : exitMistake;
}

/** HTTP status (RFC 9110) of a refusal; 500 for a mistake of ours. */
export function statusOf(error: unknown): number {
  return error instanceof Refusal ? answers[error.code].status : 500;
}
