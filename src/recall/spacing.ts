import { type Day, addDays, daysBetween } from "#domain/model/time.ts";
import { fsrs, type Grade, Rating } from "ts-fsrs";

/** What was said of a note when it was shown; null where it was shown and nothing was said. */
export type Said = "step" | "join" | "rest" | "letGo" | null;

/** One time a note was shown in a comb-back. */
export interface Showing {
  on: Day;
  said: Said;
  /** The day somebody chose, where it was to rest until one. */
  restsUntil: Day | null;
}

/** When a note comes back. */
export interface Spacing {
  /** From this day on; null where it was let go and never comes again by itself. */
  dueOn: Day | null;
  /** The last day on which it was shown. */
  shownOn: Day;
  times: number;
}

/**
 * FSRS spaces by memory: the easier something was to recall, the longer it is left alone. A note is not to be learned; it is to be
 * of use. So what is easy to do without takes the place of what is easy to recall (RV3): `step` and `join` say that the note was of
 * use, and it comes back soonest; nothing said leaves it in the middle; `rest` says it can be done without for long. "Again" is
 * never given: it would bring a note back on the next day, and a comb-back is weekly. Reasons: docs/decisions/2026-11-24-spacing.md.
 */
const ratings: Record<Exclude<Said, "letGo"> & string, Grade> & { none: Grade } = {
  step: Rating.Hard,
  join: Rating.Hard,
  none: Rating.Good,
  rest: Rating.Easy,
};

/** Nothing rests by itself for longer than this: the next year's event is the latest time at which a note may be wanted again. */
const restMaxDays = 365;

/**
 * First intervals of 4, 8 and 28 days: what was of use stands in the next sitting, what nothing was said of in the one after, what was
 * rested in a month. At 0.9, which is for learning, all three would be back within the next sitting.
 */
const scheduler = fsrs({
  request_retention: 0.8,
  maximum_interval: restMaxDays,
  enable_fuzz: false,
  enable_short_term: false,
});

/**
 * When a note comes back (RV3), told from the times it was shown, by replaying FSRS over them: nothing else is kept of it. A chosen day
 * wins; what was let go stays away, unless it was shown and answered again since. Of several showings on one day the last that says
 * something counts. Deterministic: no fuzz, and days as the workspace has them.
 * @param showings in any order; undefined where there is none
 */
export function spacingOf(showings: readonly Showing[]): Spacing | undefined {
  const byDay = new Map<Day, Showing>();
  for (const showing of showings) {
    if (showing.said !== null || !byDay.has(showing.on)) byDay.set(showing.on, showing);
  }
  const days = [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  let state: { stability: number; difficulty: number } | null = null;
  let before: Day | undefined;
  for (const { on, said } of days) {
    if (said === "letGo") continue;
    const elapsed = before === undefined ? 0 : daysBetween(before, on);
    state = scheduler.next_state(state, elapsed, ratings[said ?? "none"]);
    before = on;
  }
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const times = days.length;
  if (last.said === "letGo" || state === null) return { dueOn: null, shownOn: last.on, times };
  const chosen = last.said === "rest" ? last.restsUntil : null;
  const dueOn = chosen ?? addDays(last.on, scheduler.next_interval(state.stability, 0));
  return { dueOn, shownOn: last.on, times };
}
