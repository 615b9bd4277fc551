import * as z from "zod";
import { command, type Work } from "../command.ts";
import { EventId, type NoteId, PageId, PersonId, ProposalId } from "../model/id.ts";
import { ObservationKind } from "../model/note.ts";
import {
  type Meaning,
  meanings,
  OrganizationReading,
  PersonReading,
  type Proposal,
  StepReading,
} from "../model/proposal.ts";
import { withNewDay } from "../model/step.ts";
import { Refusal } from "../refusal.ts";
import { acceptProposal, type Made, namesakesOf } from "./accept.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { PersonIndex } from "./person-index.ts";
import { notesTold, settle } from "./settle.ts";
import { refuseContradiction } from "./step.ts";

/**
 * Accepts one proposal, as read or with edits; only now a step, person or organization exists (RD2). It keeps the quote
 * and the way back to the page (NT3).
 */
const accept = command({
  title: "Accept a proposal",
  args: z.strictObject({
    proposalId: ProposalId,
    step: z.object(changes(StepReading)).optional(),
    person: z.object(changes(PersonReading)).optional(),
    organization: z.object(changes(OrganizationReading)).optional(),
    observation: ObservationKind.optional(),
    /** Who is meant, where several people have the name. */
    personId: PersonId.optional(),
  }),
  async run({ proposalId, personId, ...edits }, work) {
    const proposal = await openProposal(proposalId, work);
    refuseOtherEdits(proposal, { ...edits, ...(personId ? { person: {} } : {}) });
    const accepted = { ...proposal, ...edited(proposal, edits) };
    const made = await acceptProposal(accepted, work, { personId });
    await settle(work.tx, await notesTold(work.tx, "proposal", proposal));
    return made;
  },
});

/** An edit of what the proposal does not mean would be lost without a word. */
function refuseOtherEdits({ means, reading }: Proposal, edits: Edits): void {
  const other = meanings.find((one) => one !== means && edits[one] !== undefined);
  if (other === undefined) return;
  throw new Refusal("invalid", `"${reading}" means ${sayMeaning[means]}; edit its ${means}, not its ${other}.`);
}

const sayMeaning: Record<Meaning, string> = {
  step: "a step",
  person: "a person",
  organization: "an organization",
  observation: "an observation",
};

interface Edits {
  step?: Loose<StepReading> | undefined;
  person?: Loose<PersonReading> | undefined;
  organization?: Loose<OrganizationReading> | undefined;
  observation?: ObservationKind | undefined;
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

function edited(proposal: Proposal, edits: Edits): Partial<Proposal> {
  return {
    step: proposal.step && editedStep(proposal.step, edits.step ?? {}),
    person: proposal.person && { ...proposal.person, ...given(edits.person ?? {}) },
    organization: proposal.organization && { ...proposal.organization, ...given(edits.organization ?? {}) },
    observation: edits.observation ?? proposal.observation,
  };
}

/** A new day, or another owner, leaves nothing of the day on which the old one was to be looked at again (ST2). */
function editedStep(step: StepReading, edits: Loose<StepReading>): StepReading {
  const edited = { ...step, ...given(edits), ...withNewDay(step, edits) };
  const isMoved = edited.dueOn !== step.dueOn || edited.dueEnd !== step.dueEnd || edited.owner !== step.owner;
  if (isMoved && edits.checkBackOn === undefined) edited.checkBackOn = null;
  refuseContradiction({ ...edited, isTheirs: edited.owner === "them", ownerMemberId: null });
  return edited;
}

/** RD2: accept-all, for what the writer marked on purpose. A person whose name several have stays open, to be asked about. */
const acceptMarked = command({
  title: "Accept everything the writer marked",
  args: z.strictObject({ eventId: EventId.optional(), pageId: PageId.optional() }),
  async run({ eventId, pageId }, work) {
    const scope = {
      ...(eventId ? { eventId } : {}),
      ...(pageId ? { pageId } : {}),
      state: "open" as const,
      isMarked: true,
    };
    const made: Made[] = [];
    const told: NoteId[] = [];
    const marked = await work.tx.list("proposal", scope);
    const hasPeople = marked.some(({ means }) => means === "person");
    const people = new PersonIndex(hasPeople ? await work.tx.list("person") : []);
    for (const proposal of marked) {
      if (proposal.person !== null && (await namesakesOf(proposal.person, work)).length > 0) continue;
      made.push(await acceptProposal(proposal, work, { people }));
      told.push(...(await notesTold(work.tx, "proposal", proposal)));
    }
    await settle(work.tx, told);
    return { made };
  },
});

const keep = command({
  title: "Keep a proposal's words as a note",
  args: z.strictObject({ proposalId: ProposalId }),
  run: ({ proposalId }, work) => answer(proposalId, "kept", work),
});

const letGo = command({
  title: "Let a proposal go",
  args: z.strictObject({ proposalId: ProposalId }),
  run: ({ proposalId }, work) => answer(proposalId, "letGo", work),
});

async function answer(id: ProposalId, state: "kept" | "letGo", work: Work): Promise<void> {
  const proposal = await openProposal(id, work);
  await work.tx.patch("proposal", id, { state });
  await settle(work.tx, await notesTold(work.tx, "proposal", proposal));
}

async function openProposal(id: ProposalId, { tx }: Work): Promise<Proposal> {
  const proposal = await found(tx, "proposal", id);
  if (proposal.state !== "open") {
    throw new Refusal(
      "changed-since",
      `"${proposal.reading}" was answered already (${proposal.state}); undo that first.`,
    );
  }
  return proposal;
}

export const proposalCommands = {
  "proposal.accept": accept,
  "proposal.acceptMarked": acceptMarked,
  "proposal.keep": keep,
  "proposal.letGo": letGo,
} as const;
