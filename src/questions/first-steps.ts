import type { EventId } from "#domain/model/id.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, type StepShown, todayIn } from "./asking.ts";
import type { Day } from "#domain/model/time.ts";

/** What an event leaves to be chosen of on coming home: open steps that nobody has forgotten yet. */
export interface FirstSteps {
  day: Day;
  mine: StepShown[];
  theirs: StepShown[];
}

/** The open steps of an event, mine to choose at most three of, and theirs with the day on which I look again (ST2). */
export function firstSteps(replica: Replica, eventId: EventId, asking: Asking): FirstSteps {
  const open = replica
    .by("step", "eventId", eventId)
    .filter((step) => step.state === "open")
    .map((step) => showStep(replica, step));
  return {
    day: todayIn(replica, asking),
    mine: open.filter(({ owner }) => owner === "me"),
    theirs: open.filter(({ owner }) => owner === "them"),
  };
}
