import type { ProposalId } from "#domain/model/id.ts";
import type { Proposal, StepReading } from "#domain/model/proposal.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { Names, StepLabel } from "../annotation.ts";
import type { CorpusFolder } from "../corpus.ts";
import type { ProposalAt } from "./place.ts";
import { fits, labelled, match, type Place } from "../match.ts";

/** One answer: accepted with these edits, or let go (null). */
export interface Answered {
  proposalId: ProposalId;
  edits: Omit<ArgsOf<"proposal.accept">, "proposalId"> | null;
}

/** What a person would say of these proposals who means what the labels say: what fits is corrected and accepted, all else is let go. */
export function answersTo(folder: CorpusFolder, proposals: readonly ProposalAt[]): Answered[] {
  const placesOf = ({ file, fileOf, start, end, repeats }: ProposalAt): Place[] => [
    { file, start, end },
    ...repeats.map((repeat) => ({ ...repeat, file: fileOf(repeat.pageId) })),
  ];
  const answers = new Map<ProposalId, Answered["edits"]>();
  const steps = proposals.filter(({ means }) => means === "step");
  const { pairs } = match(labelled(folder, "step"), steps, {
    labelPlaces: (label) => [label, ...label.repeats],
    proposalPlaces: placesOf,
  });
  for (const { label, proposal } of pairs)
    if (proposal.step !== null) answers.set(proposal.id, { step: stepEdits(label, proposal.step) });
  const observations = labelled(folder, "observation");
  const people = labelled(folder, "person");
  const organizations = labelled(folder, "organization");
  const at = <L extends Place>(labels: readonly L[], proposal: ProposalAt): L | undefined =>
    labels.find((label) => placesOf(proposal).some((place) => fits(label, place)));
  for (const proposal of proposals) {
    if (proposal.means === "observation") {
      const label = at(observations, proposal);
      if (label !== undefined) answers.set(proposal.id, { observation: label.kind });
    } else if (proposal.means === "person") {
      const label = at(people, proposal);
      const named = label?.name ?? nameInSteps(folder, proposal);
      if (named !== undefined) answers.set(proposal.id, { person: { name: named } });
    } else if (proposal.means === "organization") {
      const label = at(organizations, proposal);
      if (label !== undefined) answers.set(proposal.id, { organization: { name: label.name } });
    }
  }
  return proposals.map(({ id }) => ({ proposalId: id, edits: answers.get(id) ?? null }));
}

/** A person whom no label of its own marks, but whom a step names: in the story as well. */
function nameInSteps(folder: CorpusFolder, { person }: Proposal): string | undefined {
  const names = labelled(folder, "step").flatMap(({ who, with: other }) => [
    ...(who?.names ?? []),
    ...(other?.names ?? []),
  ]);
  return names.find((name) => name === person?.name);
}

/** The fields that a person would change: those that the label says otherwise. */
function stepEdits(label: StepLabel, read: StepReading): Partial<StepReading> {
  const edits: Partial<StepReading> = {};
  if (label.kind !== read.kind) edits.kind = label.kind;
  if (label.owner !== read.owner) edits.owner = label.owner;
  if (label.basis !== read.basis) edits.basis = label.basis;
  const who = label.owner === "me" ? null : corrected(label.who, read.who);
  if (who !== read.who) edits.who = who;
  const other = corrected(label.with, read.with);
  if (other !== read.with) edits.with = other;
  return edits;
}

/** The name as the label has it; where it leaves it open, or any of several is right, as it was read. */
function corrected(wanted: Names | null, read: string | null): string | null {
  if (wanted === null) return null;
  if (read !== null && wanted.names.some((name) => name.toLowerCase() === read.toLowerCase())) return read;
  return wanted.isOpen ? read : (wanted.names[0] ?? null);
}
