import type { Habit } from "#domain/model/memory.ts";
import { sayDay } from "#domain/model/say.ts";
import type { StepKind } from "#domain/model/step.ts";
import type { Ground } from "./answers.ts";

/** One remembered thing, with the answers it rests on. */
export type Learned = {
  /** What it is named by, to forget it: "name ana". */
  key: string;
  /** In words: '"Ana" means Ana Ruiz'. */
  says: string;
  /** The corrections; for a habit, the answers. Oldest first. */
  from: Ground[];
} & (
  | { about: "person" | "organization"; words: string; name: string; because: string }
  | { about: "colleague"; words: string; name: string }
  | { about: "nobody"; words: string }
  | { about: "passed-over"; words: string }
  | { about: "kind"; words: string; kind: StepKind; because: string }
  | { about: "habit"; words: string; habit: Habit }
);

/** " on Mon 3 Nov", the last day of several; empty where none is known. */
export function sayOn(from: readonly Ground[]): string {
  const last = from.findLast(({ on }) => on !== null)?.on;
  return last === undefined || last === null ? "" : ` on ${sayDay(last)} ${last.slice(0, 4)}`;
}

/**
 * Whether answers settle something: what is corrected once and never was otherwise is, if what it was corrected to is likely by
 * itself (`least` 1); else it takes two, and more than speak for anything else.
 */
export function isSettled(count: { corrections: number; of: number; others: number; least?: number }): boolean {
  const { corrections, of, others, least = 1 } = count;
  return corrections >= least && (others === 0 || (of >= 2 && of > others));
}

/** The largest of some groups; of two alike the first. */
export function largest<K, T>(groups: ReadonlyMap<K, T[]>): [K, T[]] | undefined {
  let best: [K, T[]] | undefined;
  for (const group of groups) if (best === undefined || group[1].length > best[1].length) best = group;
  return best;
}
