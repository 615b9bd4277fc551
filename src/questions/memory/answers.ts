import type { OrganizationId, PersonId, ProposalId, StepId } from "#domain/model/id.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Owner, Step } from "#domain/model/step.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName, personName, showStep, zoneOf } from "../asking.ts";

/** A proposal beside what stands of it today: the difference between the two is what a person corrected. */
export interface Answer {
  proposal: Proposal;
  /** The day of the answer, where what was made of it says so. */
  on: Day | null;
  step: StepNow | null;
  /** The person's or organization's name. */
  name: string | null;
}

/** A step as it stands, in the words of a reading. */
type StepNow = Pick<Step, "kind"> & {
  owner: Owner;
  who: string | null;
  with: string | null;
  organization: string | null;
};

/** The nouns that hold what became of proposals. */
export const answerNouns = ["workspace", "member", "event", "person", "organization", "proposal", "step"] as const;

/**
 * Every proposal that was answered, oldest first. What a person changed is read off what stands: it does not matter whether they
 * edited the proposal, changed the step later, or merged two people.
 */
export function answersIn(replica: Replica): Answer[] {
  const zone = zoneOf(replica);
  return [...replica.all("proposal")]
    .filter(({ state }) => state !== "open")
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((proposal) => answerOf(replica, proposal, zone));
}

function answerOf(replica: Replica, proposal: Proposal, zone: TimeZone): Answer {
  const { means, madeId } = proposal;
  const none: Answer = { proposal, on: null, step: null, name: null };
  if (madeId === null) return none;
  if (means === "step") {
    const step = replica.get("step", madeId as StepId); // a proposal that means a step made one
    if (step === undefined) return none;
    const { owner, who, with: other, organization } = showStep(replica, step);
    const on = dayAt(Temporal.Instant.from(step.createdAt), zone);
    return { ...none, on, step: { kind: step.kind, owner, who, with: other, organization } };
  }
  // What a proposal made is of the noun it means.
  if (means === "person") return { ...none, name: personName(replica, madeId as PersonId) };
  if (means === "organization") return { ...none, name: organizationName(replica, madeId as OrganizationId) };
  return none;
}

/** What a remembered thing rests on. */
export interface Ground {
  proposalId: ProposalId;
  /** The plain reading as it was proposed. */
  reading: string;
  on: Day | null;
}

export function groundOf({ proposal, on }: Answer): Ground {
  return { proposalId: proposal.id, reading: proposal.reading, on };
}
