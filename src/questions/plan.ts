import type { Commitment } from "#domain/model/commitment.ts";
import type { CommitmentId } from "#domain/model/id.ts";
import { type Lead, stagesOf } from "#domain/model/lead.ts";
import type { Need } from "#domain/model/need.ts";
import { isIn, lastOf, liesIn, type Period } from "#domain/model/period.ts";
import { dayWanted, daysMissed } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, todayIn } from "./asking.ts";
import { isIdleThisMonth, stepsServing, within } from "./commitments.ts";
import type { StepListed } from "./steps.ts";

/** One commitment of the plan, with what hangs on it. */
export interface PlanItem {
  commitment: Commitment;
  /** How deep it lies, from 0. */
  depth: number;
  /** Whose it is, where it is not mine: a member's name, or "the team". */
  who: string | null;
  /** What is open and hangs on it itself: steps by day, leads that go on, needs. */
  steps: StepListed[];
  leads: Lead[];
  needs: Need[];
  /** Of it and of all that lies in it. */
  counts: { open: number; done: number; leads: number; needs: number };
  /** PL3: its time has come, and nothing of it is under way this month. */
  isIdle: boolean;
  /** Open, and its time is over (ST3). */
  isOver: boolean;
  /** How often it was moved on. */
  moved: number;
}

export interface Plan {
  period: Period;
  day: Day;
  items: PlanItem[];
  /** How many have nothing under way this month. */
  idle: number;
  /** The years for which there is something, and this one. */
  years: number[];
}

/**
 * PL2, PL3: the outline of a year's commitments, each with what hangs on it; of a quarter or a month what lies in it, and what it lies in. This
 * year's has what is still open of the years before, too. A commitment whose holder is not shown stands at the top.
 */
export function plan(replica: Replica, period: Period, asking: Asking): Plan {
  const day = todayIn(replica, asking);
  const isNow = period.span === "year" && isIn(day, period);
  const shown = [...replica.all("commitment")].filter((one) => {
    if (liesIn(one, period) || (period.span !== "year" && liesIn(period, one))) return true;
    return isNow && one.state === "open" && lastOf(one) < period.startsOn;
  });
  const items = inOutline(shown).map(({ commitment, depth }) => itemOf(replica, { commitment, depth }, day));
  const years = [...replica.all("commitment")].map(({ startsOn }) => yearOf(startsOn));
  return {
    period,
    day,
    items,
    idle: items.filter(({ isIdle }) => isIdle).length,
    years: [...new Set([...years, yearOf(day), yearOf(period.startsOn)])].sort((a, b) => a - b),
  };
}

/** Every commitment that is open, in the order of the outline, for choosing one. */
export function openCommitments(replica: Replica): { commitment: Commitment; depth: number }[] {
  return inOutline(replica.by("commitment", "state", "open"));
}

/** Commitments in the order of their outline. Each is there once, those that lead back to themselves, too. */
export function inOutline(commitments: readonly Commitment[]): { commitment: Commitment; depth: number }[] {
  const byId = new Set<string>(commitments.map(({ id }) => id));
  const children = Map.groupBy(commitments, ({ parentId }) =>
    parentId !== null && byId.has(parentId) ? parentId : null,
  );
  const taken = new Set<string>();
  const outline: { commitment: Commitment; depth: number }[] = [];
  const take = (parentId: CommitmentId | null, depth: number) => {
    const inside = children.get(parentId) ?? [];
    for (const commitment of inside.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))) {
      if (taken.has(commitment.id)) continue;
      taken.add(commitment.id);
      outline.push({ commitment, depth });
      take(commitment.id, depth + 1);
    }
  };
  take(null, 0);
  for (const commitment of commitments) {
    if (taken.has(commitment.id)) continue;
    taken.add(commitment.id);
    outline.push({ commitment, depth: 0 });
    take(commitment.id, 1);
  }
  return outline;
}

function itemOf(replica: Replica, { commitment, depth }: Pick<PlanItem, "commitment" | "depth">, day: Day): PlanItem {
  const { id, state, memberId, answers } = commitment;
  const all = within(replica, commitment);
  const hanging = all.flatMap((one) => stepsServing(replica, one));
  const member = replica.get("member", memberId)?.name ?? null;
  return {
    commitment,
    depth,
    who: memberId === replica.memberId ? null : (member ?? "the team"),
    steps: stepsServing(replica, commitment)
      .filter((step) => step.state === "open")
      .map((step) => ({ ...showStep(replica, step), daysMissed: daysMissed(step, day) }))
      .sort((a, b) => ((dayWanted(a.step) ?? "9") < (dayWanted(b.step) ?? "9") ? -1 : 1)),
    leads: leadsOf(replica, id),
    needs: needsOf(replica, id),
    counts: {
      open: hanging.filter((step) => step.state === "open").length,
      done: hanging.filter((step) => step.state === "done").length,
      leads: all.flatMap((one) => leadsOf(replica, one.id)).length,
      needs: all.flatMap((one) => needsOf(replica, one.id)).length,
    },
    isIdle: isIdleThisMonth(replica, commitment, day),
    isOver: state === "open" && lastOf(commitment) < day,
    moved: answers.filter(({ answer }) => answer === "move").length,
  };
}

/** Leads that are neither won nor lost. */
function leadsOf(replica: Replica, id: CommitmentId): Lead[] {
  const workspace = replica.get("workspace", replica.workspaceId);
  const closed = stagesOf({ stages: workspace?.stages ?? null })
    .filter(({ means }) => means === "won" || means === "lost")
    .map(({ key }) => key);
  return replica.by("lead", "commitmentId", id).filter(({ stage }) => !closed.includes(stage));
}

function needsOf(replica: Replica, id: CommitmentId): Need[] {
  return replica.by("need", "commitmentId", id).filter(({ state }) => state === "open");
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
