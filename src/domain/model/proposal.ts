import * as z from "zod";
import { EventId, NoteId, PageId, ProposalId, SessionId } from "./id.ts";
import { ObservationKind } from "./note.ts";
import { OrganizationRelation } from "./person.ts";
import { Audience, Basis, Certainty, Owner, StepKind } from "./step.ts";
import { Line, Name, Quote } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What the reader makes of a passage that holds a step. Names are words; accepting resolves them to records. */
export const StepReading = z.object({
  owner: Owner,
  basis: Basis,
  kind: StepKind,
  /** The act in clean words, starting with its verb: "Send Ana Ruiz the deck". */
  what: Line,
  /** The owner's name where it is not me; a known person's full name where there is exactly one that fits. */
  who: Name.nullable(),
  /** The other side, resolved the same way. */
  with: Name.nullable(),
  organization: Name.nullable(),
  audience: Audience.nullable(),
  dueOn: Day.nullable(),
  dueEnd: Day.nullable(),
  dueText: Line.nullable(),
  checkBackOn: Day.nullable(),
  certainty: Certainty,
  isUrgent: z.boolean().default(false),
});
export type StepReading = z.infer<typeof StepReading>;

/** A person read from a note: met, or only mentioned. */
export const PersonReading = z.object({
  name: Name,
  organization: Name.nullable(),
  role: Name.nullable(),
  email: z.string().max(320).nullable(),
  phone: z.string().max(60).nullable(),
  met: z.boolean(),
  /** Where the name was already known from: a contact file, the programme, or nowhere. */
  known: z.string().max(1000).nullable(),
});
export type PersonReading = z.infer<typeof PersonReading>;

/** An organization read from a note. */
export const OrganizationReading = z.object({ name: Name, relation: OrganizationRelation.nullable() });
export type OrganizationReading = z.infer<typeof OrganizationReading>;

export const meanings = ["step", "person", "organization", "observation"] as const;
export const Meaning = z.enum(meanings);
export type Meaning = z.infer<typeof Meaning>;

export const proposalStates = ["open", "accepted", "kept", "letGo"] as const;
export const ProposalState = z.enum(proposalStates);
export type ProposalState = z.infer<typeof ProposalState>;

/** What a proposal says, wherever it comes from: the reader emits these, `page.add` stores them with ids. */
const said = {
  means: Meaning,
  /** The exact words it rests on (RD1); `quote` is the page's text between `start` and `end`. */
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1).max(20_000),
  step: StepReading.nullable().default(null),
  person: PersonReading.nullable().default(null),
  organization: OrganizationReading.nullable().default(null),
  observation: ObservationKind.nullable().default(null),
  /** The plain reading: "You -> Ana Ruiz: send the deck (e-mail), by Fri 6 Feb" (RD1). */
  reading: Line,
  /** The writer marked it on purpose, so accept-all may take it (RD2, RD3). */
  isMarked: z.boolean().default(false),
  /** 0 to 1, how often readings like this one were right where it was measured. */
  confidence: z.number().min(0).max(1),
  /** The heading or label that the words stand under. What became of it and of others there is remembered (RD6). */
  heading: Line.nullable().default(null),
};

/** A proposal before it is stored: what the reader (or a language model behind the same gate) returns. */
export const ProposalDraft = z.object({
  ...said,
  /** The same thing said again (S10), in page order; `page` counts the pages that were read together, from 0. */
  repeats: z
    .array(Quote.extend({ page: z.int().min(0) }))
    .max(500)
    .default([]),
  /** Set where a language model proposed it and not the built-in reader (RD4). Not stored: the stored reading says it in words. */
  proposedBy: z.literal("language-model").optional(),
  /** What the workspace's memory changed in it, as a sentence (RD6). Not stored: the stored reading says it in words. */
  remembered: Line.optional(),
  /** The programme's session the passage belongs to: its guid where it has one, and its title. */
  session: z.object({ guid: z.string().nullable(), title: z.string() }).nullable().default(null),
});
export type ProposalDraft = z.infer<typeof ProposalDraft>;

/**
 * What the reader thinks a passage means. It changes nothing until a person accepts it (RD2). Written by `page.add`, which
 * also adds to `repeats` what a later page says again, and to an open one's reading what that page adds; `state` and
 * `madeId` by `proposal.accept`, `proposal.keep`, `proposal.letGo`.
 */
export const Proposal = z.object({
  id: ProposalId,
  createdAt: Instant,
  eventId: EventId.nullable().default(null),
  pageId: PageId,
  noteId: NoteId,
  sessionId: SessionId.nullable().default(null),
  ...said,
  /** The same thing said again elsewhere (S10). */
  repeats: z
    .array(Quote.extend({ pageId: PageId }))
    .max(500)
    .default([]),
  state: ProposalState.default("open"),
  /** The id of the step, person, organization or note it became. */
  madeId: z.uuid().nullable().default(null),
});
export type Proposal = z.infer<typeof Proposal>;
