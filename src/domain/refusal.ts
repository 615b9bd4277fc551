/**
 * The closed list of reasons for which the rules forbid a command. `doors/answer.ts` gives each its status and
 * exit code.
 */
export const refusalCodes = [
  /** The arguments have the wrong shape. */
  "invalid",
  /** The thing named is not there (or was removed). */
  "not-found",
  /** It is there already, or the same was done before. */
  "duplicate",
  /** It was changed since, so the act no longer fits. */
  "changed-since",
  /** The rules of the product forbid it. */
  "not-allowed",
  /** It is over a limit. */
  "too-large",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * The rules forbid it. The message is the sentence for people: it names the thing, says what is wrong and what would
 * help. Thrown inside a command it rolls everything back.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The place where data is kept cannot be used: a full disk, a lock that is not let go, a server that does not answer.
 * Neither the rules' no nor a mistake of ours: nothing was changed, and the same act may succeed once the cause is gone. The
 * message is for people: it names the place, and what would help.
 */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** A mistake of ours. It rolls back and is logged, and is never shown as a refusal. The same act fails the same way again. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}

/** `why` says why it must hold; where it does not, it is a mistake of ours. */
export function assert(holds: unknown, why: string): asserts holds {
  if (!holds) throw new Mistake(`Must hold: ${why}`);
}
