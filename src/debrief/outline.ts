import { type Problem, sayProblem } from "#domain/model/problem.ts";
import { mattersMost, mattersMostMax, type Weighable } from "#domain/model/priority.ts";
import { observationKinds } from "#domain/model/note.ts";
import { kindHeadings, observationHeadings, sayCount, sayDay, sayDayFrom, shortened } from "#domain/model/say.ts";
import { stepKinds } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { type LeftReason, leftReasons } from "#reading/left-alone.ts";
import type { Plan, PlanQuote, PlanStep } from "./plan.ts";

/** One line of the plan for people, with the words it came from. */
export interface OutlineItem {
  line: string;
  /** Smaller words behind it: the day, the reason, who asked. */
  detail: string | null;
  /** The words themselves, the first said first; a writer shows at least the first. */
  sources: readonly PlanQuote[];
  /** Something to be done, with a box to tick. */
  isTask: boolean;
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
  /** "3 pages, 41 passages: ... As of Wed 4 Feb 2026." Days in the items are told from that one. */
  summary: string;
  sections: OutlineSection[];
}

/**
 * Lays a plan out: the three that matter most and why, mine by kind, theirs with a check-back day, colleagues', people, observations,
 * sessions, what could not be read, what was left alone. In each list of steps what is wanted first stands first.
 */
export function outlineOf(plan: Plan, today: Day): Outline {
  const mine = plan.steps.filter((step) => step.owner === "me").sort(byUse);
  const theirs = plan.steps.filter((step) => step.owner === "them").sort(byUse);
  const colleagues = plan.steps.filter((step) => step.owner === "colleague").sort(byUse);
  const sections: OutlineSection[] = [
    {
      title: "First",
      note: "the three that matter most",
      items: firstOf(mine, today).map(({ step, why }) => ({
        ...itemOf(step, today),
        detail: `${why}.`,
        // It is ticked off in its own list.
        isTask: false,
      })),
    },
    ...stepKinds.map((kind) => ({
      title: kindHeadings[kind],
      note: null,
      items: mine.filter((step) => step.kind === kind).map((step) => itemOf(step, today)),
    })),
    {
      title: "Theirs",
      note: "look again on the day; it is never your overdue",
      items: theirs.map((step) => itemOf(step, today)),
    },
    { title: "Colleagues", note: null, items: colleagues.map((step) => itemOf(step, today)) },
    peopleSection(plan),
    ...observationSections(plan),
    {
      title: "Sessions with notes",
      note: null,
      items: plan.sessions.map((session) => told(session.title, sayCount(session.passages.length, "passage"))),
    },
    {
      title: "To look at in the files",
      note: null,
      items: inOrder(plan.problems).map((problem) => told(sayProblem(problem), `kept: ${problem.kept}`)),
    },
    leftSection(plan),
  ];
  return {
    title: plan.event.name === null ? "What follows" : `What follows from ${plan.event.name}`,
    summary: `${summaryOf(plan)} As of ${sayDay(today)} ${today.slice(0, 4)}.`,
    sections: sections.filter((section) => section.items.length > 0),
  };
}

/** What matters most among the sure readings; others only fill up, since a wrong one at the top costs trust in all. */
function firstOf(mine: readonly PlanStep[], today: Day): { step: PlanStep; why: string }[] {
  const sure = mattersMost(mine.filter(isSure), weighableOf, today);
  const unsure = mine.filter((step) => isLikely(step) && !isSure(step));
  return [...sure, ...mattersMost(unsure, weighableOf, today)].slice(0, mattersMostMax);
}

/** Problems as one meets them in the files: a file's together, by line, those of no line first. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const place = new Map(files.map((file, at) => [file, at]));
  const rank = ({ file }: Problem) => place.get(file) ?? 0;
  return problems.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
}

function told(line: string, detail: string | null, sources: readonly PlanQuote[] = []): OutlineItem {
  return { line, detail, sources, isTask: false };
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

/** Likely ones before guesses, then by the day they are wanted (none last), urgent and firm ones first; else as the notes have them. */
function byUse(a: PlanStep, b: PlanStep): number {
  const rank = (step: PlanStep) =>
    (isLikely(step) ? 0 : 4) + (step.urgent ? 0 : 2) + (step.certainty === "firm" ? 0 : 1);
  const wanted = (step: PlanStep) => (step.owner === "them" ? step.checkBackOn : (step.dueEnd ?? step.due)) ?? "9999";
  const [one, other] = [wanted(a), wanted(b)];
  if (isLikely(a) === isLikely(b) && one !== other) return one < other ? -1 : 1;
  return rank(a) - rank(b);
}

function itemOf(step: PlanStep, today: Day): OutlineItem {
  const detail = [
    otherSide(step),
    dayDetail(step, today),
    step.certainty === "tentative" ? "maybe" : null,
    step.remembered,
    step.proposedBy === "language-model" ? "read by the language model" : null,
    step.repeats.length > 0 ? `said ${step.repeats.length + 1} times` : null,
  ];
  const who = step.owner === "me" ? "" : `${step.who ?? step.organization ?? "Somebody"}: `;
  return {
    line: `${step.urgent ? "! " : ""}${who}${step.what}`,
    detail: detail.filter(Boolean).join("; ") || null,
    sources: [step, ...step.repeats],
    isTask: true,
  };
}

/** For whom a step of mine is, where its words do not say so, or who asked for it. */
function otherSide({ owner, with: other, basis, what }: PlanStep): string | null {
  if (owner !== "me" || other === null) return null;
  if (basis === "asked") return `asked by ${other}`;
  return what.includes(other) ? null : `for ${other}`;
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

/** Whom I met, those with something open first, then those who are new. */
function peopleSection(plan: Plan): OutlineSection {
  const met = plan.people.filter((person) => person.met);
  const mentioned = plan.people.length - met.length;
  const open = new Map<string, number>();
  for (const { who, with: other } of plan.steps) {
    for (const name of new Set([who, other])) if (name !== null) open.set(name, (open.get(name) ?? 0) + 1);
  }
  const openOf = (name: string) => open.get(name) ?? 0;
  const sorted = met.toSorted(
    (a, b) => openOf(b.name) - openOf(a.name) || Number(a.known !== null) - Number(b.known !== null),
  );
  return {
    title: "People met",
    note: mentioned > 0 ? `${sayCount(mentioned, "other person is", "other people are")} only mentioned` : null,
    items: sorted.map(({ name, role, organization, known, email, phone, mentions }) => {
      const detail = [known === null ? "new" : `known from ${known}`, email, phone].filter(Boolean).join("; ");
      return told([name, role, organization].filter(Boolean).join(", "), detail, mentions.slice(0, 1));
    }),
  };
}

function observationSections(plan: Plan): OutlineSection[] {
  return observationKinds.map((kind) => ({
    title: observationHeadings[kind],
    note: null,
    items: plan.observations
      .filter((observation) => observation.kind === kind)
      .map((observation) => told(oneLine(observation.quote), observation.session, [observation])),
  }));
}

/** What was passed over, counted by reason, so that a person can look whether that was right. */
function leftSection({ leftAlone }: Plan): OutlineSection {
  return {
    title: "Left alone",
    note: "no step was read in these; look through them if one is missing",
    items: leftReasons.flatMap((reason) => {
      const left = leftAlone.filter((one) => one.reason === reason);
      if (left.length === 0) return [];
      const because = [...new Set(left.flatMap((one) => one.because ?? []))].slice(0, quotesShown).join("; ");
      return [
        told(`${sayCount(left.length, "line looks", "lines look")} like ${leftWords[reason]}`, because || null, left),
      ];
    }),
  };
}

const leftWords: Record<LeftReason, string> = {
  unsure: "a step, but not enough",
  announced: "what a speaker announced",
  advice: "advice, a rule or a title",
  question: "a question",
  supposed: "a supposition or a wish",
  routine: "a routine of the team",
  done: "something done, dropped or struck out",
  "let-go": "what you let go before",
};

/** Quotes of one item that a page of text shows; the rest are counted. */
const quotesShown = 3;

/** The quotes that are shown of an item, and how many are not. */
export function quotesOf({ sources }: OutlineItem, most: number = quotesShown): { shown: PlanQuote[]; more: number } {
  const shown = sources.slice(0, most);
  return { shown, more: sources.length - shown.length };
}

/** A quote on one line, cut where it is long. */
export function oneLine(text: string): string {
  return shortened(text, 200);
}

/** A reading that is more often wrong than right is proposed, but does not come first. */
function isLikely(step: PlanStep): boolean {
  return step.confidence >= 0.5;
}

/** Right seven times in ten where it was measured. */
function isSure(step: PlanStep): boolean {
  return step.confidence >= 0.7;
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
