import type { ProposalDraft } from "#domain/model/proposal.ts";

/**
 * Whether answering a proposal would change something: a known person who is only named, or an organization nothing is said
 * of, is no question. The one rule for the plan's ledger and for what is kept.
 */
export function isWorthAsking({ person, organization }: Pick<ProposalDraft, "person" | "organization">): boolean {
  if (person !== null) return person.met || person.known === null;
  return organization === null || organization.relation !== null;
}
