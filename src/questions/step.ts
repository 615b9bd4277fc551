import type { StepId } from "#domain/model/id.ts";
import { daysMissed, type Step } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { type TouchWay, wayOfKind } from "#domain/model/touch.ts";
import type { Replica } from "#replica/replica.ts";
import { ageDays } from "./ask-again.ts";
import { type Asking, showStep, todayIn } from "./asking.ts";
import { type Draft, draftOf } from "./draft.ts";
import { source, type Source } from "./source.ts";
import type { StepListed } from "./steps.ts";

/** One step with all that can be seen of it. */
export interface StepSeen extends StepListed {
  /** Days since it was written down. */
  ageDays: number;
  /** Where it came from (NT3); undefined where it was set by hand. */
  source: Source | undefined;
  /** What to send where it is open and somebody is named: theirs is asked again about (ST2). */
  draft: Draft | null;
  /** The contact that doing it is, where it is one with a person; `isLogged` where one of that way was logged today. */
  touch: { way: TouchWay; isLogged: boolean } | null;
}

/** One step: whose, by when, the words it came from, and a draft to the other side, in their language. */
export function step(replica: Replica, stepId: StepId, asking: Asking): StepSeen | undefined {
  const found = replica.get("step", stepId);
  if (found === undefined) return undefined;
  const day = todayIn(replica, asking);
  const shown = showStep(replica, found);
  const isToSomebody = found.isTheirs || shown.with !== null;
  return {
    ...shown,
    daysMissed: daysMissed(found, day),
    ageDays: ageDays(replica, shown, day),
    source: source(replica, found.pageId, found.start, found.end),
    draft: isToSomebody && found.state === "open" ? draftOf(replica, found, { day }) : null,
    touch: touchOf(replica, found, day),
  };
}

function touchOf(replica: Replica, { isTheirs, ownerPersonId, withPersonId, kind }: Step, day: Day): StepSeen["touch"] {
  const personId = isTheirs ? ownerPersonId : withPersonId;
  const way = wayOfKind(kind);
  if (personId === null || way === null) return null;
  const touches = replica.by("touch", "personId", personId);
  return { way, isLogged: touches.some((touch) => touch.touchedOn === day && touch.way === way) };
}
