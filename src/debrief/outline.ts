import { mattersMost, type Weighable } from "#domain/model/priority.ts";
import { kindHeadings, observationHeadings, sayCount, sayDay, sayDayFrom } from "#domain/model/say.ts";
import { stepKinds } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Plan, PlanQuote, PlanStep } from "./plan.ts";

/** One line of the plan for people, with the words it came from. */
export interface OutlineItem {
  line: string;
  /** Smaller words behind it: the day, the reason, who asked. */
  detail: string | null;
  source: PlanQuote | null;
}

export interface OutlineSection {
  title: string;
  /** Said under the title where it helps. */
  note: string | null;
  items: OutlineItem[];
}

/** The plan in the order a person reads it; every writer (text, Markdown, HTML) prints this and decides nothing. */
export interface Outline {
  title: string;
  /** "3 pages, 41 passages: ..." */
  summary: string;
  sections: OutlineSection[];
}

/** Lays a plan out: the three that matter most and why, mine by kind, colleagues', theirs with a check-back day, people, observations, ledger, problems. */
export function outlineOf(plan: Plan, today: Day): Outline {
  const mine = plan.steps.filter((step) => step.owner === "me");
  const colleagues = plan.steps.filter((step) => step.owner === "colleague");
  const theirs = plan.steps.filter((step) => step.owner === "them");
  const met = plan.people.filter((person) => person.met);
  const mentioned = plan.people.length - met.length;
  const sections: OutlineSection[] = [
    {
      title: "First",
      note: "the three that matter most",
      items: mattersMost(mine.filter(isLikely), weighableOf, today).map(({ step, why }) => ({
        ...itemOf(step, today),
        detail: `${why}.`,
      })),
    },
    ...stepKinds.map((kind) => ({
      title: kindHeadings[kind],
      note: null,
      items: mine.filter((step) => step.kind === kind).map((step) => itemOf(step, today)),
    })),
    { title: "Colleagues", note: null, items: colleagues.map((step) => itemOf(step, today)) },
    {
      title: "Theirs",
      note: "look again on the day; it is never your overdue",
      items: theirs.map((step) => itemOf(step, today)),
    },
    {
      title: "People met",
      note: mentioned > 0 ? `${sayCount(mentioned, "other person is", "other people are")} only mentioned` : null,
      items: met.map((person) => ({
        line: [person.name, person.role, person.organization].filter(Boolean).join(", "),
        detail: person.known === null ? "new" : `known from ${person.known}`,
        source: person.mentions[0] ?? null,
      })),
    },
    ...observationSections(plan),
    {
      title: "Sessions with notes",
      note: null,
      items: plan.sessions.map((session) => ({
        line: session.title,
        detail: sayCount(session.passages.length, "passage"),
        source: null,
      })),
    },
    {
      title: "Could not be read",
      note: null,
      items: plan.problems.map((problem) => ({
        line: `${problem.file}${problem.line === null ? "" : `:${problem.line}`}: ${problem.what}`,
        detail: `kept: ${problem.kept}`,
        source: null,
      })),
    },
  ];
  return {
    title: plan.event.name === null ? "What follows" : `What follows from ${plan.event.name}`,
    summary: summaryOf(plan),
    sections: sections.filter((section) => section.items.length > 0),
  };
}

function summaryOf(plan: Plan): string {
  const { passages, proposed, made, kept, letGo, unread } = plan.ledger;
  const states = [
    `${proposed} proposed`,
    made > 0 ? `${made} made into something` : "",
    kept > 0 ? `${kept} kept` : "",
    letGo > 0 ? `${letGo} let go` : "",
    `${unread} unread`,
  ];
  return `${sayCount(plan.pages.length, "page")}, ${sayCount(passages, "passage")}: ${states.filter(Boolean).join(", ")}.`;
}

function itemOf(step: PlanStep, today: Day): OutlineItem {
  const detail = [
    step.owner === "me"
      ? step.with === null
        ? null
        : `${step.basis === "asked" ? "asked by" : "for"} ${step.with}`
      : null,
    dayDetail(step, today),
    step.certainty === "tentative" ? "maybe" : null,
    step.reading.endsWith(" (language model)") ? "read by the language model" : null,
    step.repeats.length > 0 ? `said ${step.repeats.length + 1} times` : null,
  ];
  const who = step.owner === "me" ? "" : `${step.who ?? step.organization ?? "Somebody"}: `;
  return {
    line: `${step.urgent ? "! " : ""}${who}${step.what}`,
    detail: detail.filter(Boolean).join("; ") || null,
    source: step,
  };
}

function dayDetail(step: PlanStep, today: Day): string {
  const due = step.due as Day | null; // the plan's days are days
  const until = step.dueEnd as Day | null;
  if (step.owner === "them" && step.checkBackOn !== null) {
    const promised = due === null ? "" : `${sayDay(until ?? due, today)}, `;
    return `${promised}check back ${sayDayFrom(step.checkBackOn as Day, today)}`;
  }
  if (due === null) return "no day yet";
  return until === null ? `by ${sayDayFrom(due, today)}` : `${sayDay(due, today)} to ${sayDayFrom(until, today)}`;
}

function observationSections(plan: Plan): OutlineSection[] {
  const kinds = [...new Set(plan.observations.map((observation) => observation.kind))];
  return kinds.map((kind) => ({
    title: observationHeadings[kind],
    note: null,
    items: plan.observations
      .filter((observation) => observation.kind === kind)
      .map((observation) => ({ line: oneLine(observation.quote), detail: observation.session, source: observation })),
  }));
}

/** A quote on one line, cut where it is long. */
export function oneLine(text: string, max = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= max ? line : `${line.slice(0, max - 1)}…`;
}

/** A reading that is more often wrong than right is proposed, but does not come first. */
function isLikely(step: PlanStep): boolean {
  return step.confidence >= 0.5;
}

function weighableOf(step: PlanStep): Weighable {
  return {
    basis: step.basis,
    certainty: step.certainty,
    isUrgent: step.urgent,
    wantedOn: (step.dueEnd ?? step.due) as Day | null, // the plan's days are days
    with: step.with ?? step.organization,
  };
}
