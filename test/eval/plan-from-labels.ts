import type { Plan, PlanStep } from "#debrief/plan.ts";
import type { OrganizationLabel, PersonLabel } from "../../eval/annotation.ts";
import type { CorpusFolder } from "../../eval/corpus.ts";
import { labelled, type Placed } from "../../eval/match.ts";

/** The plan a perfect reader would give: made from the labels. For testing the scorer. */
export function planFromLabels(folder: CorpusFolder): Plan {
  const steps = labelled(folder, "step").map((label): PlanStep => ({
    file: label.file,
    start: label.start,
    end: label.end,
    quote: label.quote,
    owner: label.owner,
    basis: label.basis,
    kind: label.kind,
    what: label.what ?? label.quote,
    who: label.who?.isOpen === true ? null : (label.who?.names[0] ?? null),
    with: label.with?.isOpen === true ? null : (label.with?.names[0] ?? null),
    organization: label.organization,
    session: label.session,
    audience: label.audience,
    due: label.due,
    dueEnd: label.dueEnd,
    dueText: null,
    checkBackOn: null,
    certainty: label.certainty,
    marked: false,
    urgent: false,
    confidence: 1,
    reading: label.quote,
    proposedBy: "reader",
    remembered: null,
    repeats: label.repeats,
  }));
  const observations = labelled(folder, "observation").map(({ file, start, end, quote, kind, session }) => ({
    file,
    start,
    end,
    quote,
    kind,
    session,
  }));
  const keys = new Set([...labelled(folder, "step"), ...labelled(folder, "observation")].map(({ session }) => session));
  const sessions = [...keys].flatMap((key) =>
    key === null
      ? []
      : [
          {
            title: key,
            guid: key,
            attended: null,
            passages: [...labelled(folder, "step"), ...labelled(folder, "observation")].filter(
              ({ session }) => session === key,
            ),
          },
        ],
  );
  return {
    format: "upshot.plan",
    version: 1,
    event: {
      name: folder.event.name,
      kind: "conference",
      startsOn: null,
      endsOn: null,
      timeZone: folder.event.timeZone,
    },
    pages: [],
    steps,
    people: peopleOf(labelled(folder, "person"), steps),
    organizations: organizationsOf(labelled(folder, "organization"), labelled(folder, "person")),
    observations,
    sessions,
    leftAlone: [],
    ledger: { passages: 0, made: 0, proposed: 0, kept: 0, letGo: 0, unread: 0 },
    problems: [],
  };
}

function peopleOf(labels: readonly Placed<PersonLabel>[], steps: readonly PlanStep[]): Plan["people"] {
  const people = new Map<string, Plan["people"][number]>();
  for (const { name, organization, met, file, start, end, quote } of labels) {
    const before = people.get(name);
    people.set(name, {
      name,
      organization,
      met: met === true || before?.met === true,
      known: null,
      role: null,
      email: null,
      phone: null,
      mentions: [...(before?.mentions ?? []), { file, start, end, quote }],
    });
  }
  for (const name of steps.flatMap((step) => [step.who, step.with])) {
    if (name === null || people.has(name)) continue;
    people.set(name, {
      name,
      organization: null,
      met: false,
      known: null,
      role: null,
      email: null,
      phone: null,
      mentions: [],
    });
  }
  return [...people.values()];
}

function organizationsOf(
  labels: readonly Placed<OrganizationLabel>[],
  people: readonly PersonLabel[],
): Plan["organizations"] {
  const names = new Set(labels.map(({ name }) => name));
  for (const { organization } of people) if (organization !== null) names.add(organization);
  return [...names].map((name) => ({ name, relation: null, mentions: [] }));
}
