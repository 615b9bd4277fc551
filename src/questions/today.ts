import { mattersMost, type Weighable } from "#domain/model/priority.ts";
import { daysMissed, dayWanted, isToAskAgain, isVague } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type AskAgain, askAgain } from "./ask-again.ts";
import { type FollowUpDue, followUps, followUpsNouns } from "./follow-ups.ts";
import { backFromRest, type LeadShown, leadShownNouns } from "./lead-shown.ts";
import { draftNouns } from "./draft.ts";
import { type PulseDue, pulseDue, pulseDueNouns } from "./pulses.ts";
import { type InitiativeDue, initiativesDue, roadmapNouns } from "./roadmap.ts";
import { type Asking, showStep, type StepShown, stepShownNouns, todayIn } from "./asking.ts";

export interface Today {
  day: Day;
  /** At most three of mine, each with its reason. */
  first: (StepShown & { why: string })[];
  /** The rest of mine due today. */
  due: StepShown[];
  /** Mine past their day, oldest first, with their age in days (ST3). */
  missed: (StepShown & { daysMissed: number })[];
  /** Theirs whose check-back day has come: "ask again" is my step, and a draft for it is here (ST2). */
  askAgain: AskAgain[];
  /** Who is to be followed up, those who have had no first follow-up before the others (EC1). */
  followUps: FollowUpDue[];
  /** Initiatives of mine that ask for their first step (BD3) or a check-in. */
  initiatives: InitiativeDue[];
  /** Leads whose rest is over, the longest back first (LD5). */
  back: LeadShown[];
  /** How many of mine have no day (ST1). */
  vague: number;
  /** Events that ask "still seeing value?" (OC3). */
  pulses: PulseDue[];
  /** How many proposals wait for an answer. */
  proposals: number;
}

export const todayNouns = [
  ...stepShownNouns,
  ...followUpsNouns,
  ...draftNouns,
  ...leadShownNouns,
  ...pulseDueNouns,
  ...roadmapNouns,
  "proposal",
] as const;

/** What to do today: three that matter most, then due, missed, theirs to ask again about, and whom to follow up. */
export function today(replica: Replica, asking: Asking): Today {
  const day = todayIn(replica, asking);
  const open = replica.by("step", "state", "open").map((step) => showStep(replica, step));
  const mine = open.filter((shown) => shown.owner === "me");
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
    vague: mine.filter((shown) => isVague(shown.step)).length,
    pulses: pulseDue(replica, asking),
    proposals: replica.by("proposal", "state", "open").length,
  };
}

/** A shown step as the rule of what matters most takes it. */
function weighableOf({ step, with: other, organization }: StepShown): Weighable {
  return {
    basis: step.basis,
    certainty: step.certainty,
    isUrgent: step.isUrgent,
    wantedOn: dayWanted(step),
    with: other ?? organization,
  };
}
