import type { EventId, PersonId } from "#domain/model/id.ts";
import {
  daysMissed,
  dayWanted,
  isToAskAgain,
  isVague,
  type Owner,
  type StepKind,
  type StepState,
} from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { ageDays } from "./ask-again.ts";
import { type Asking, showStep, type StepShown, stepShownNouns, todayIn } from "./asking.ts";

export interface StepFilter {
  owner?: Owner | undefined;
  kind?: StepKind | undefined;
  state?: StepState | "all" | undefined;
  eventId?: EventId | undefined;
  personId?: PersonId | undefined;
  /** Only those that want attention on this day. */
  wantedOn?: Day | undefined;
  /** Only vague ones (ST1). */
  isVague?: boolean | undefined;
}

export interface StepListed extends StepShown {
  daysMissed: number;
}

export const stepsNouns = stepShownNouns;

/** Steps that fit the filter, open ones by default: by day, those without one last, then by creation. */
export function steps(replica: Replica, filter: StepFilter, asking: Asking): StepListed[] {
  const day = todayIn(replica, asking);
  const state = filter.state ?? "open";
  const candidates = state === "all" ? [...replica.all("step")] : replica.by("step", "state", state);
  return candidates
    .filter(
      (step) =>
        (filter.kind === undefined || step.kind === filter.kind) &&
        (filter.eventId === undefined || step.eventId === filter.eventId) &&
        (filter.wantedOn === undefined || dayWanted(step) === filter.wantedOn) &&
        (filter.isVague !== true || isVague(step)) &&
        (filter.personId === undefined ||
          step.withPersonId === filter.personId ||
          step.ownerPersonId === filter.personId),
    )
    .map((step) => ({ ...showStep(replica, step), daysMissed: daysMissed(step, day) }))
    .filter((shown) => filter.owner === undefined || shown.owner === filter.owner)
    .sort((a, b) => order(dayWanted(a.step), dayWanted(b.step)) || order(a.step.id, b.step.id));
}

function order(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}

/** What others owe, by person: how long since it was written down, and whether the day to look again has come (ST2). */
export interface Waiting {
  who: string;
  steps: (StepShown & { ageDays: number; isDue: boolean })[];
}

export function waiting(replica: Replica, asking: Asking): Waiting[] {
  const day = todayIn(replica, asking);
  const byPerson = new Map<string, Waiting>();
  for (const shown of steps(replica, { owner: "them" }, asking)) {
    const who = shown.who ?? shown.organization ?? "somebody not named";
    // Two of one name are two people.
    const key = shown.step.ownerPersonId ?? who;
    const list = byPerson.get(key) ?? { who, steps: [] };
    list.steps.push({ ...shown, ageDays: ageDays(replica, shown, day), isDue: isToAskAgain(shown.step, day) });
    byPerson.set(key, list);
  }
  return [...byPerson.values()];
}
