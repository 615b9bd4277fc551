import type { Commitment, Span } from "#domain/model/commitment.ts";
import { isIn, lastOf, periodOn } from "#domain/model/period.ts";
import { dayWanted, type Step } from "#domain/model/step.ts";
import { addDays, type Day, dayAt, plainDate } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { stepShownNouns, zoneOf } from "./asking.ts";

/** Nouns that tell what is planned, and what hangs on it. */
export const planNouns = [...stepShownNouns, "commitment", "lead", "need"] as const;

/** The commitment that a step serves (PL1): its own, or that of the lead or need it works on. */
export function servedBy(replica: Replica, step: Step): Commitment | undefined {
  const id =
    step.commitmentId ??
    replica.get("lead", step.leadId)?.commitmentId ??
    replica.get("need", step.needId)?.commitmentId ??
    null;
  return replica.get("commitment", id);
}

/** The steps that hang on a commitment itself, and those of the leads and needs that do; each once. */
export function stepsServing(replica: Replica, { id }: Commitment): Step[] {
  const steps = new Map<string, Step>();
  const take = (found: readonly Step[]) => {
    for (const step of found) steps.set(step.id, step);
  };
  take(replica.by("step", "commitmentId", id));
  for (const lead of replica.by("lead", "commitmentId", id)) take(replica.by("step", "leadId", lead.id));
  for (const need of replica.by("need", "commitmentId", id)) take(replica.by("step", "needId", need.id));
  return [...steps.values()];
}

/** A commitment, and all that lies in it, outer ones first. Rows that lead back to themselves are gone through once. */
export function within(replica: Replica, commitment: Commitment): Commitment[] {
  const all = new Map<string, Commitment>([[commitment.id, commitment]]);
  for (const one of all.values()) {
    for (const child of replica.by("commitment", "parentId", one.id)) if (!all.has(child.id)) all.set(child.id, child);
  }
  return [...all.values()];
}

/**
 * PL3: true where something of a commitment is under way by a day: a step in it or in what lies in it is open and wanted by then (a late
 * one, too), or was done since `from`.
 */
export function isUnderWay(
  replica: Replica,
  commitment: Commitment,
  { from, until }: { from: Day; until: Day },
): boolean {
  const zone = zoneOf(replica);
  return within(replica, commitment).some((one) =>
    stepsServing(replica, one).some((step) => {
      if (step.state === "open") return (dayWanted(step) ?? "9") <= until;
      return step.state === "done" && step.closedAt !== null && dayAt(step.closedAt, zone) >= from;
    }),
  );
}

/** Mine, or the whole team's. */
export function isOurs(replica: Replica, { memberId }: Commitment): boolean {
  return memberId === null || memberId === replica.memberId;
}

/** So many at once are a hint; more would be another list. */
const idleMax = 3;
const spanOrder: Record<Span, number> = { month: 0, quarter: 1, year: 2 };

/**
 * PL3: at most three of my commitments whose time it is and for which nothing is planned this week, those of the month first. One that
 * holds another such one is left out: what is to be done is said by the inner one.
 */
export function idleThisWeek(replica: Replica, day: Day): Commitment[] {
  const workspace = replica.get("workspace", replica.workspaceId);
  const toNextWeek = ((workspace?.firstDayOfWeek ?? 1) - plainDate(day).dayOfWeek + 7) % 7 || 7;
  const until = addDays(day, toNextWeek - 1);
  const week = { from: addDays(until, -6), until };
  const now = replica
    .by("commitment", "state", "open")
    .filter((one) => isOurs(replica, one) && isIn(day, one) && !isUnderWay(replica, one, week));
  const holders = new Set(now.map(({ parentId }) => parentId));
  return now
    .filter(({ id }) => !holders.has(id))
    .sort((a, b) => spanOrder[a.span] - spanOrder[b.span] || a.rank - b.rank)
    .slice(0, idleMax);
}

/** PL3: open, its time has come, and nothing of it is under way in this month. */
export function isIdleThisMonth(replica: Replica, commitment: Commitment, day: Day): boolean {
  if (commitment.state !== "open" || !isIn(day, commitment)) return false;
  const month = periodOn("month", day);
  return !isUnderWay(replica, commitment, { from: month.startsOn, until: lastOf(month) });
}
