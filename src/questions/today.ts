import type { Commitment } from "#domain/model/commitment.ts";
import type { Period } from "#domain/model/period.ts";
import { mattersMost, type Weighable } from "#domain/model/priority.ts";
import { daysMissed, dayWanted, isToAskAgain, isVague } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type AskAgain, askAgain } from "./ask-again.ts";
import { idleThisWeek, servedBy } from "./commitments.ts";
import { monthEndDue, monthEndNouns } from "./month-end.ts";
import { type FollowUpDue, followUps, followUpsNouns } from "./follow-ups.ts";
import { backFromRest, type LeadShown, leadShownNouns } from "./lead-shown.ts";
import { draftNouns } from "./draft.ts";
import { type PulseDue, pulseDue, pulseDueNouns } from "./pulses.ts";
import { type InitiativeDue, initiativesDue, roadmapNouns } from "./roadmap.ts";
import { type Asking, showStep, type StepShown, todayIn } from "./asking.ts";

export interface Today {
  day: Day;
  /** At most three of mine, each with its reason. */
  first: (StepServing & { why: string })[];
  /** The rest of mine due today. */
  due: StepServing[];
  /** Mine past their day, oldest first, with their age in days (ST3). */
  missed: (StepServing & { daysMissed: number })[];
  /** Theirs whose check-back day has come: "ask again" is my step, and a draft for it is here (ST2). */
  askAgain: AskAgain[];
  /** Who is to be followed up, those who have had no first follow-up before the others (EC1). */
  followUps: FollowUpDue[];
  /** Initiatives of mine that ask for their first step (BD3) or a check-in. */
  initiatives: InitiativeDue[];
  /** Leads whose rest is over, the longest back first (LD5). */
  back: LeadShown[];
  /** Commitments whose time it is and for which nothing is planned this week (PL3). */
  idle: Commitment[];
  /** The month whose end is to be answered about now, and how many things it asks about (PL4). */
  monthEnd: { month: Period; count: number } | null;
  /** How many of mine have no day (ST1). */
  vague: number;
  /** Events that ask "still seeing value?" (OC3). */
  pulses: PulseDue[];
  /** How many proposals wait for an answer. */
  proposals: number;
}

/** A step with the commitment that it serves, in its words (PL3). */
export interface StepServing extends StepShown {
  serves: string | null;
}

export const todayNouns = [
  ...new Set([
    ...monthEndNouns,
    ...followUpsNouns,
    ...draftNouns,
    ...leadShownNouns,
    ...pulseDueNouns,
    ...roadmapNouns,
    "proposal" as const,
  ]),
];

/** What to do today: three that matter most, then due, missed, theirs to ask again about, and whom to follow up. */
export function today(replica: Replica, asking: Asking): Today {
  const day = todayIn(replica, asking);
  const open = replica.by("step", "state", "open").map((step) => showStep(replica, step));
  const mine = open
    .filter((shown) => shown.owner === "me")
    .map((shown) => ({ ...shown, serves: servedBy(replica, shown.step)?.what ?? null }));
  const now = mine.filter((shown) => {
    const wanted = dayWanted(shown.step);
    return wanted !== null && (wanted <= day || (shown.step.dueOn !== null && shown.step.dueOn <= day));
  });
  const soon = mine.filter((shown) => shown.step.isUrgent || dayWanted(shown.step) !== null);
  const first = mattersMost(soon, weighableOf, day).map(({ step, why }) => ({ ...step, why }));
  const taken = new Set(first.map((shown) => shown.step.id));
  const rest = now.filter((shown) => !taken.has(shown.step.id));
  return {
    day,
    first,
    due: rest.filter((shown) => daysMissed(shown.step, day) === 0),
    missed: rest
      .map((shown) => ({ ...shown, daysMissed: daysMissed(shown.step, day) }))
      .filter((shown) => shown.daysMissed > 0)
      .sort((a, b) => b.daysMissed - a.daysMissed),
    askAgain: open.filter(({ step }) => isToAskAgain(step, day)).map((shown) => askAgain(replica, shown, day)),
    followUps: followUps(replica, day),
    initiatives: initiativesDue(replica, asking),
    back: backFromRest(replica, day),
    idle: idleThisWeek(replica, day),
    monthEnd: monthEndDue(replica, asking),
    vague: mine.filter((shown) => isVague(shown.step)).length,
    pulses: pulseDue(replica, asking),
    proposals: replica.by("proposal", "state", "open").length,
  };
}

/** A shown step as the rule of what matters most takes it. */
function weighableOf({ step, with: other, organization, serves }: StepServing): Weighable {
  return {
    basis: step.basis,
    certainty: step.certainty,
    isUrgent: step.isUrgent,
    wantedOn: dayWanted(step),
    with: other ?? organization,
    serves,
  };
}
