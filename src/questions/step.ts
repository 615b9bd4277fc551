import type { StepId } from "#domain/model/id.ts";
import { daysMissed } from "#domain/model/step.ts";
import type { Replica } from "#replica/replica.ts";
import { type AskAgain, askAgain, ageDays } from "./ask-again.ts";
import { type Asking, showStep, todayIn } from "./asking.ts";
import { source, type Source } from "./source.ts";
import type { StepListed } from "./steps.ts";

/** One step with all that can be seen of it. */
export interface StepSeen extends StepListed {
  /** Days since it was written down. */
  ageDays: number;
  /** Where it came from (NT3); undefined where it was set by hand. */
  source: Source | undefined;
  /** What to send where it is theirs and open (ST2). */
  draft: AskAgain["draft"] | null;
}

/** One step: whose, by when, the words it came from, and for theirs a draft to ask again. */
export function step(replica: Replica, stepId: StepId, asking: Asking): StepSeen | undefined {
  const found = replica.get("step", stepId);
  if (found === undefined) return undefined;
  const day = todayIn(replica, asking);
  const shown = showStep(replica, found);
  const isOwed = found.isTheirs && found.state === "open";
  return {
    ...shown,
    daysMissed: daysMissed(found, day),
    ageDays: ageDays(replica, shown, day),
    source: source(replica, found.pageId, found.start, found.end),
    draft: isOwed ? askAgain(replica, shown, day).draft : null,
  };
}
