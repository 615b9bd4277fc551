import type { Work } from "../command.ts";
import type { MeetingId, NoteId, OrganizationId, PersonId, StepId } from "../model/id.ts";
import { aboutMax } from "../model/note.ts";
import type { Noun } from "../model/nouns.ts";
import { Person } from "../model/person.ts";
import type { OrganizationReading, PersonReading, Proposal, StepReading } from "../model/proposal.ts";
import { sayNouns } from "../model/say.ts";
import { Step } from "../model/step.ts";
import { instantOf } from "../model/time.ts";
import { assert, Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { organizationNamed } from "./organization.ts";
import { grow, PersonIndex } from "./person-index.ts";
import { checkBackDay } from "./check-back.ts";

/** What accepting made: the noun and id of the new (or already known) record. */
export interface Made {
  noun: Noun;
  id: string;
}

/** Makes what an open proposal means. The caller settles its passages (NT2). */
export async function acceptProposal(proposal: Proposal, work: Work, who: Who = {}): Promise<Made> {
  const made = await make(proposal, work, who);
  await work.tx.patch("proposal", proposal.id, { state: "accepted", madeId: made.id });
  return made;
}

/** Whom an accepted person is, where it was said; and everybody there is, where many are accepted: the index grows with them. */
export interface Who {
  personId?: PersonId | undefined;
  people?: PersonIndex;
  /** How they were met, in words; without it the quote tells it. */
  metHow?: string;
}

function make(proposal: Proposal, work: Work, who: Who): Promise<Made> {
  switch (proposal.means) {
    case "step":
      assert(proposal.step, "a proposal that means a step holds its reading");
      return makeStep(proposal, proposal.step, work);
    case "person":
      assert(proposal.person, "a proposal that means a person holds its reading");
      return makePerson(proposal, proposal.person, { work, ...who });
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

/** The card that a person's reading is, as a contact file would give it. */
function cardOf(reading: PersonReading): Pick<Person, "name" | "nicknames" | "emails" | "phones" | "role"> {
  const addresses = (value: string | null) => (value === null ? [] : [{ value, label: null }]);
  const { name, role, email, phone } = reading;
  return { name, nicknames: [], role, emails: addresses(email), phones: addresses(phone) };
}

/** The people one of whom is meant, where nothing tells who: the reading is a bare name, and several have it. */
export async function namesakesOf(reading: PersonReading, { tx }: Work): Promise<Person[]> {
  if (reading.organization !== null || reading.email !== null || reading.phone !== null) return [];
  const card = { ...cardOf(reading), organizationId: null, organization: null };
  const named = await tx.list("person", { name: reading.name });
  return new PersonIndex(named).find(card).same === undefined ? named : [];
}

/**
 * Makes a person, or adds what was read to one who certainly is there, by the rule that contact files go by
 * (`PersonIndex`, `grow`): what is new is added, what is said otherwise is kept in words.
 */
async function makePerson(
  proposal: Proposal,
  reading: PersonReading,
  { work, personId, people, metHow }: Who & { work: Work },
): Promise<Made> {
  const { tx, newId, now } = work;
  const { organization } = reading;
  if (personId === undefined) await refuseUnclear(reading, work);
  const organizationId = organization === null ? null : await organizationNamed(organization, work);
  const card = cardOf(reading);
  const index = people ?? new PersonIndex(personId === undefined ? await tx.list("person") : []);
  const known =
    personId === undefined
      ? index.find({ ...card, organizationId, organization }).same?.person
      : await found(tx, "person", personId);
  const id = known?.id ?? (newId(`person of ${proposal.id}`) as PersonId);
  if (known === undefined) {
    const person = { ...Person.parse({ id, createdAt: instantOf(now), ...card }), organizationId };
    await tx.insert("person", person);
    index.add(person);
  } else {
    const page = await tx.get("page", proposal.pageId);
    const source = page === undefined ? null : page.name.slice(0, 1000);
    const grown = grow(known, { ...card, organizationId }, { source, organization });
    await tx.patch("person", id, grown);
    index.add({ ...known, ...grown });
  }
  await adoptName(proposal, { name: reading.name, personId: id }, work);
  if (organizationId !== null) await adoptOrganization(proposal, organizationId, work);
  if (reading.met) await metOnce(proposal, { personId: id, line: metHow ?? proposal.quote }, work);
  await aboutNote(proposal.noteId, { personId: id, organizationId }, work);
  return { noun: "person", id };
}

async function refuseUnclear(reading: PersonReading, work: Work): Promise<void> {
  const namesakes = await namesakesOf(reading, work);
  if (namesakes.length === 0) return;
  const said: string[] = [];
  for (const { id, organizationId } of namesakes.slice(0, 5)) {
    const organization = organizationId === null ? undefined : await work.tx.get("organization", organizationId);
    said.push(`${organization?.name ?? "no organization"}: ${id}`);
  }
  throw new Refusal(
    "not-allowed",
    `${sayNouns(namesakes.length, "person")} are called ${reading.name} (${said.join("; ")}). ` +
      "Say who is meant with personId, or with the organization.",
  );
}

/**
 * Steps of the same event that were waiting for this name now know the person; where others have the name too, only those
 * of the same passage.
 */
async function adoptName(
  proposal: Proposal,
  { name, personId }: { name: string; personId: PersonId },
  { tx }: Work,
): Promise<void> {
  const isOnlyOne = (await tx.list("person", { name })).length === 1;
  const isNear = (step: Step) => (isOnlyOne ? isOfSameEvent(proposal, step) : step.noteId === proposal.noteId);
  for (const step of await tx.list("step", { withName: name })) {
    if (isNear(step)) await tx.patch("step", step.id, { withPersonId: personId, withName: null });
  }
  for (const step of await tx.list("step", { ownerName: name })) {
    if (isNear(step)) await tx.patch("step", step.id, { ownerPersonId: personId, ownerName: null });
  }
}

/** The event's, or without an event the page's. */
function isOfSameEvent(proposal: Proposal, step: Step): boolean {
  return proposal.eventId === null ? step.pageId === proposal.pageId : step.eventId === proposal.eventId;
}

/** Steps of the same event that were read to be about this organization now know it. */
async function adoptOrganization(proposal: Proposal, organizationId: OrganizationId, { tx }: Work): Promise<void> {
  const { name } = await found(tx, "organization", organizationId);
  for (const other of await tx.list("proposal", { eventId: proposal.eventId, means: "step", state: "accepted" })) {
    if (other.step?.organization !== name || other.madeId === null) continue;
    const step = await tx.get("step", other.madeId as StepId); // a proposal that means a step made one
    if (step?.organizationId === null && isOfSameEvent(proposal, step)) {
      await tx.patch("step", step.id, { organizationId });
    }
  }
}

/** How we met, once for a person and event, or day where there is no event. */
async function metOnce(
  proposal: Proposal,
  { personId, line }: { personId: PersonId; line: string },
  { tx, newId, now }: Work,
): Promise<void> {
  const page = await tx.get("page", proposal.pageId);
  const met = await tx.list("meeting", { personId, eventId: proposal.eventId });
  if (met.some((meeting) => proposal.eventId !== null || meeting.metOn === (page?.takenOn ?? null))) return;
  await tx.insert("meeting", {
    id: newId(`meeting of ${proposal.id}`) as MeetingId,
    createdAt: instantOf(now),
    personId,
    eventId: proposal.eventId,
    sessionId: proposal.sessionId,
    metOn: page?.takenOn ?? null,
    place: null,
    throughPersonId: null,
    line: line.slice(0, 1000).trim() || null,
  });
}

async function makeOrganization(proposal: Proposal, reading: OrganizationReading, work: Work): Promise<Made> {
  const organizationId = await organizationNamed(reading.name, work);
  const organization = await found(work.tx, "organization", organizationId);
  if (organization.relation === null && reading.relation !== null) {
    await work.tx.patch("organization", organizationId, { relation: reading.relation });
  }
  await adoptOrganization(proposal, organizationId, work);
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
  const joined = <Id>(ids: readonly Id[], id: Id | null) =>
    [...new Set(id === null ? ids : [...ids, id])].slice(0, aboutMax);
  const personIds = joined(note.personIds, about.personId);
  await tx.patch("note", noteId, { personIds, organizationIds: joined(note.organizationIds, about.organizationId) });
}
