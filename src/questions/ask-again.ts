import { type Day, dayAt, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type StepShown, zoneOf } from "./asking.ts";
import { type Draft, draftOf } from "./draft.ts";

/** A step of theirs, asked again about: how long since it was written down, and words to send (ST2). */
export interface AskAgain extends StepShown {
  ageDays: number;
  draft: Draft;
}

export function askAgain(replica: Replica, shown: StepShown, day: Day): AskAgain {
  return { ...shown, ageDays: ageDays(replica, shown, day), draft: draftOf(replica, shown.step, { day }) };
}

/** Days since a step was written down, by the workspace's days; `day` is today. */
export function ageDays(replica: Replica, { step }: StepShown, day: Day): number {
  return Math.max(0, daysBetween(dayAt(step.createdAt, zoneOf(replica)), day));
}
