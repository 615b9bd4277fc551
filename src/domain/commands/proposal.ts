import * as z from "zod";
import { command, type Work } from "../command.ts";
import {
  EventId,
  type MeetingId,
  type NoteId,
  type OrganizationId,
  PageId,
  type PersonId,
  ProposalId,
  type StepId,
} from "../model/id.ts";
import { ObservationKind } from "../model/note.ts";
import type { Noun } from "../model/nouns.ts";
import { Person } from "../model/person.ts";
import { OrganizationReading, PersonReading, type Proposal, StepReading } from "../model/proposal.ts";
import { Step, withNewDay } from "../model/step.ts";
import { instantOf } from "../model/time.ts";
import { assert, Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { organizationNamed } from "./organization.ts";
import { notesTold, settle } from "./settle.ts";
import { checkBackDay, refuseContradiction } from "./step.ts";

/** What accepting made: the noun and id of the new (or already known) record. */
export interface Made {
  noun: Noun;
  id: string;
}

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
  }),
  async run({ proposalId, ...edits }, work) {
    const proposal = await openProposal(proposalId, work);
    const made = await acceptProposal({ ...proposal, ...edited(proposal, edits) }, work);
    await settle(work.tx, await notesTold(work.tx, "proposal", proposal));
    return made;
  },
});

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

/** RD2: accept-all, for what the writer marked on purpose. */
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
    for (const proposal of await work.tx.list("proposal", scope)) {
      made.push(await acceptProposal(proposal, work));
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

/** Makes what an open proposal means. The caller settles its passages (NT2). */
export async function acceptProposal(proposal: Proposal, work: Work): Promise<Made> {
  const made = await make(proposal, work);
  await work.tx.patch("proposal", proposal.id, { state: "accepted", madeId: made.id });
  return made;
}

function make(proposal: Proposal, work: Work): Promise<Made> {
  switch (proposal.means) {
    case "step":
      assert(proposal.step, "a proposal that means a step holds its reading");
      return makeStep(proposal, proposal.step, work);
    case "person":
      assert(proposal.person, "a proposal that means a person holds its reading");
      return makePerson(proposal, proposal.person, work);
    case "organization":
      assert(proposal.organization, "a proposal that means an organization holds its reading");
      return makeOrganization(proposal, proposal.organization, work);
    case "observation":
      return makeObservation(proposal, work);
  }
}

async function makeStep(proposal: Proposal, reading: StepReading, work: Work): Promise<Made> {
  const { tx, memberId, newId, now } = work;
  const withPersonId = await personNamed(reading.with, work);
  const owner = await ownerNamed(reading, work);
  const organizationId =
    reading.organization === null
      ? null
      : ((await tx.list("organization", { name: reading.organization }))[0]?.id ?? null);
  const isTheirs = reading.owner === "them";
  const checkBackOn = isTheirs ? (reading.checkBackOn ?? (await checkBackDay(reading, work))) : null;
  const id = newId(`step of ${proposal.id}`) as StepId;
  await tx.insert("step", {
    ...Step.parse({ id, createdAt: instantOf(now), what: reading.what }),
    ...owner,
    isTheirs,
    ownerMemberId: reading.owner === "me" ? memberId : owner.ownerMemberId,
    eventId: proposal.eventId,
    sessionId: proposal.sessionId,
    noteId: proposal.noteId,
    pageId: proposal.pageId,
    start: proposal.start,
    end: proposal.end,
    quote: proposal.quote,
    basis: reading.basis,
    kind: reading.kind,
    withPersonId,
    withName: withPersonId === null ? reading.with : null,
    organizationId,
    audience: reading.audience,
    dueOn: reading.dueOn,
    dueEnd: reading.dueEnd,
    dueText: reading.dueText,
    checkBackOn,
    certainty: reading.certainty,
    isUrgent: reading.isUrgent,
  });
  await aboutNote(proposal.noteId, { personId: withPersonId ?? owner.ownerPersonId, organizationId }, work);
  return { noun: "step", id };
}

/** The owner where it is not me: a member or person of that very name, else the name stays as words. */
async function ownerNamed(
  { owner, who }: StepReading,
  work: Work,
): Promise<Pick<Step, "ownerMemberId" | "ownerPersonId" | "ownerName">> {
  const nobody = { ownerMemberId: null, ownerPersonId: null, ownerName: null };
  if (owner === "me" || who === null) return nobody;
  const member = owner === "colleague" ? (await work.tx.list("member", { name: who }))[0] : undefined;
  if (member !== undefined) return { ...nobody, ownerMemberId: member.id };
  const personId = await personNamed(who, work);
  return personId === null ? { ...nobody, ownerName: who } : { ...nobody, ownerPersonId: personId };
}

/** The one person of exactly that name; null where nobody or several have it. */
async function personNamed(name: string | null, { tx }: Work): Promise<PersonId | null> {
  if (name === null) return null;
  const people = await tx.list("person", { name });
  return people.length === 1 ? (people[0]?.id ?? null) : null;
}

async function makePerson(proposal: Proposal, reading: PersonReading, work: Work): Promise<Made> {
  const { tx, newId, now } = work;
  const createdAt = instantOf(now);
  const organizationId = reading.organization === null ? null : await organizationNamed(reading.organization, work);
  let personId = await personNamed(reading.name, work);
  if (personId === null) {
    personId = newId(`person of ${proposal.id}`) as PersonId;
    const addresses = (value: string | null) => (value === null ? [] : [{ value, label: null }]);
    await tx.insert("person", {
      ...Person.parse({ id: personId, createdAt, name: reading.name }),
      organizationId,
      role: reading.role,
      emails: addresses(reading.email),
      phones: addresses(reading.phone),
    });
    await adoptName(reading.name, personId, work);
  }
  if (reading.met) await metOnce(proposal, personId, work);
  await aboutNote(proposal.noteId, { personId, organizationId }, work);
  return { noun: "person", id: personId };
}

/** Steps that were waiting for this name now know the person. */
async function adoptName(name: string, personId: PersonId, { tx }: Work): Promise<void> {
  for (const step of await tx.list("step", { withName: name })) {
    await tx.patch("step", step.id, { withPersonId: personId, withName: null });
  }
  for (const step of await tx.list("step", { ownerName: name })) {
    await tx.patch("step", step.id, { ownerPersonId: personId, ownerName: null });
  }
}

/** How we met, once for a person and event. */
async function metOnce(proposal: Proposal, personId: PersonId, { tx, newId, now }: Work): Promise<void> {
  const met = await tx.list("meeting", { personId, ...(proposal.eventId ? { eventId: proposal.eventId } : {}) });
  if (met.length > 0) return;
  const page = await tx.get("page", proposal.pageId);
  await tx.insert("meeting", {
    id: newId(`meeting of ${proposal.id}`) as MeetingId,
    createdAt: instantOf(now),
    personId,
    eventId: proposal.eventId,
    sessionId: proposal.sessionId,
    metOn: page?.takenOn ?? null,
    place: null,
    throughPersonId: null,
    line: proposal.quote.slice(0, 1000).trim() || null,
  });
}

async function makeOrganization(proposal: Proposal, reading: OrganizationReading, work: Work): Promise<Made> {
  const organizationId = await organizationNamed(reading.name, work);
  const organization = await found(work.tx, "organization", organizationId);
  if (organization.relation === null && reading.relation !== null) {
    await work.tx.patch("organization", organizationId, { relation: reading.relation });
  }
  await aboutNote(proposal.noteId, { personId: null, organizationId }, work);
  return { noun: "organization", id: organizationId };
}

async function makeObservation(proposal: Proposal, { tx }: Work): Promise<Made> {
  assert(proposal.observation, "a proposal that means an observation holds its kind");
  await tx.patch("note", proposal.noteId, { observation: proposal.observation });
  return { noun: "note", id: proposal.noteId };
}

/** The note now is about that person and organization. */
async function aboutNote(
  noteId: NoteId,
  about: { personId: PersonId | null; organizationId: OrganizationId | null },
  { tx }: Work,
): Promise<void> {
  const note = await found(tx, "note", noteId);
  const personIds = about.personId === null ? note.personIds : [...new Set([...note.personIds, about.personId])];
  const organizationIds =
    about.organizationId === null
      ? note.organizationIds
      : [...new Set([...note.organizationIds, about.organizationId])];
  await tx.patch("note", noteId, { personIds, organizationIds });
}

export const proposalCommands = {
  "proposal.accept": accept,
  "proposal.acceptMarked": acceptMarked,
  "proposal.keep": keep,
  "proposal.letGo": letGo,
} as const;
