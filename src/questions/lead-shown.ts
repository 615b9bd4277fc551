import { type Lead, type Stage, stagesOf } from "#domain/model/lead.ts";
import { sayDay } from "#domain/model/say.ts";
import { dayWanted, type Step } from "#domain/model/step.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import { type Warmth, type WarmthLevel, warmths } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName, personName, showStep, type StepShown, stepShownNouns, zoneOf } from "./asking.ts";
import { warmth } from "./warmth.ts";

/** A lead as lists show it. */
export interface LeadShown {
  lead: Lead;
  stage: Stage;
  person: string | null;
  organization: string | null;
  /** Its open step that is wanted first, whoever's. */
  next: StepShown | null;
  openSteps: number;
  /** It rests, and its day has come: it is back (LD5). */
  isBack: boolean;
  /** Why nothing will happen with it unless something is done now; null where all is well (LD5). */
  stuck: string | null;
  /** Computed each time, never typed (EC3). */
  warmth: Warmth;
}

/** The nouns a lead is shown from in a list. */
export const leadShownNouns = [...stepShownNouns, "lead", "meeting", "touch"] as const;

export function showLead(replica: Replica, lead: Lead, today: Day): LeadShown {
  const stage = stageOf(replica, lead);
  const steps = replica.by("step", "leadId", lead.id);
  const open = steps.filter(({ state }) => state === "open").sort((a, b) => byWhen(dayWanted(a), dayWanted(b)));
  const [next] = open;
  const isBack = stage.means === "resting" && lead.restsUntil !== null && lead.restsUntil <= today;
  return {
    lead,
    stage,
    person: personName(replica, lead.personId),
    organization: organizationName(replica, lead.organizationId),
    next: next === undefined ? null : showStep(replica, next),
    openSteps: open.length,
    isBack,
    stuck: open.length > 0 ? null : stuckOf(replica, { lead, stage, steps, isBack, today }),
    warmth: leadWarmth(replica, lead, today),
  };
}

/** The stage a lead is at; one that is gone, as another device may have it, still goes. */
export function stageOf(replica: Replica, { stage }: Pick<Lead, "stage">): Stage {
  const workspace = replica.get("workspace", replica.workspaceId);
  const known = stagesOf({ stages: workspace?.stages ?? null }).find(({ key }) => key === stage);
  return known ?? { key: stage, name: stage, means: "going" };
}

interface Stuck {
  lead: Lead;
  stage: Stage;
  steps: readonly Step[];
  isBack: boolean;
  today: Day;
}

/** LD5: what is wrong with a lead that has no open step: it goes nowhere, or its rest is over or has no end. */
function stuckOf(replica: Replica, { lead, stage, steps, isBack, today }: Stuck): string | null {
  if (stage.means === "won" || stage.means === "lost") return null;
  if (stage.means === "resting") {
    if (isBack) return `rested until ${sayDay(lead.restsUntil ?? today, today)}, and has no next step`;
    return lead.restsUntil === null ? `rests, and has no day to come back on` : null;
  }
  const last = steps
    .filter(({ closedAt }) => closedAt !== null)
    .toSorted((a, b) => byWhen(a.closedAt, b.closedAt))
    .at(-1);
  if (last === undefined || last.closedAt === null) {
    return `no next step yet, at ${stage.name} since ${sayDay(lead.stageOn, today)}`;
  }
  const day = sayDay(dayAt(last.closedAt, zoneOf(replica)), today);
  return `no next step since “${last.what}” was ${last.state === "done" ? "done" : "dropped"} on ${day}`;
}

/**
 * How warm a lead is (EC3): as warm as the connection with its person; where it has none, with whoever is warmest at its organization;
 * and cold where nobody is known there. It is stored nowhere.
 */
export function leadWarmth(replica: Replica, lead: Lead, today: Day): Warmth {
  const person = replica.get("person", lead.personId);
  if (person !== undefined) return warmth(replica, person, today);
  const organization = replica.get("organization", lead.organizationId);
  if (organization === undefined) return { level: "cold", sentence: "cold: no person or organization is named yet" };
  let warmest: { name: string; warmth: Warmth } | undefined;
  for (const one of replica.by("person", "organizationId", organization.id)) {
    const theirs = warmth(replica, one, today);
    if (warmest === undefined || rank(theirs.level) > rank(warmest.warmth.level)) {
      warmest = { name: one.name, warmth: theirs };
    }
  }
  if (warmest === undefined) return { level: "cold", sentence: `cold: you know nobody at ${organization.name} yet` };
  const { level, sentence } = warmest.warmth;
  return { level, sentence: `${level}: with ${warmest.name}, ${sentence.slice(level.length + 2)}` };
}

function rank(level: WarmthLevel): number {
  return warmths.indexOf(level);
}

/** LD5: leads that rested until a day that has come, the longest back first. */
export function backFromRest(replica: Replica, day: Day): LeadShown[] {
  const resting = new Set(
    stagesOf({ stages: replica.get("workspace", replica.workspaceId)?.stages ?? null }).flatMap(({ key, means }) =>
      means === "resting" ? [key] : [],
    ),
  );
  return [...replica.all("lead")]
    .filter(({ stage, restsUntil }) => resting.has(stage) && restsUntil !== null && restsUntil <= day)
    .sort((a, b) => (a.restsUntil ?? "").localeCompare(b.restsUntil ?? ""))
    .map((lead) => showLead(replica, lead, day));
}

/** Won or lost. */
export function isOver({ stage }: LeadShown): boolean {
  return stage.means === "won" || stage.means === "lost";
}

/** The earlier first, and what has no day last. */
export function byWhen(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
