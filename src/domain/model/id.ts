import * as z from "zod";

/**
 * Ids are UUIDv7 (RFC 9562), made where the thing was created, so that creation works offline and a
 * command that is sent twice names the same thing. The brand keeps one noun's id out of another's place.
 */
const uuid = z.uuid();

export const WorkspaceId = uuid.brand<"WorkspaceId">();
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export const MemberId = uuid.brand<"MemberId">();
export type MemberId = z.infer<typeof MemberId>;
export const EventId = uuid.brand<"EventId">();
export type EventId = z.infer<typeof EventId>;
export const SessionId = uuid.brand<"SessionId">();
export type SessionId = z.infer<typeof SessionId>;
export const PageId = uuid.brand<"PageId">();
export type PageId = z.infer<typeof PageId>;
export const NoteId = uuid.brand<"NoteId">();
export type NoteId = z.infer<typeof NoteId>;
export const ProposalId = uuid.brand<"ProposalId">();
export type ProposalId = z.infer<typeof ProposalId>;
export const PersonId = uuid.brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;
export const OrganizationId = uuid.brand<"OrganizationId">();
export type OrganizationId = z.infer<typeof OrganizationId>;
export const MeetingId = uuid.brand<"MeetingId">();
export type MeetingId = z.infer<typeof MeetingId>;
export const StepId = uuid.brand<"StepId">();
export type StepId = z.infer<typeof StepId>;
export const TouchId = uuid.brand<"TouchId">();
export type TouchId = z.infer<typeof TouchId>;
export const CommitmentId = uuid.brand<"CommitmentId">();
export type CommitmentId = z.infer<typeof CommitmentId>;
export const LeadId = uuid.brand<"LeadId">();
export type LeadId = z.infer<typeof LeadId>;
export const NeedId = uuid.brand<"NeedId">();
export type NeedId = z.infer<typeof NeedId>;
export const SittingId = uuid.brand<"SittingId">();
export type SittingId = z.infer<typeof SittingId>;
export const CardId = uuid.brand<"CardId">();
export type CardId = z.infer<typeof CardId>;
export const DotId = uuid.brand<"DotId">();
export type DotId = z.infer<typeof DotId>;
export const BoardId = uuid.brand<"BoardId">();
export type BoardId = z.infer<typeof BoardId>;
export const ClusterId = uuid.brand<"ClusterId">();
export type ClusterId = z.infer<typeof ClusterId>;
export const StickyId = uuid.brand<"StickyId">();
export type StickyId = z.infer<typeof StickyId>;
export const VoteId = uuid.brand<"VoteId">();
export type VoteId = z.infer<typeof VoteId>;
export const InitiativeId = uuid.brand<"InitiativeId">();
export type InitiativeId = z.infer<typeof InitiativeId>;
export const CheckinId = uuid.brand<"CheckinId">();
export type CheckinId = z.infer<typeof CheckinId>;
export const CharterId = uuid.brand<"CharterId">();
export type CharterId = z.infer<typeof CharterId>;
export const AgreementId = uuid.brand<"AgreementId">();
export type AgreementId = z.infer<typeof AgreementId>;
export const OutcomeId = uuid.brand<"OutcomeId">();
export type OutcomeId = z.infer<typeof OutcomeId>;
export const PulseId = uuid.brand<"PulseId">();
export type PulseId = z.infer<typeof PulseId>;
/** The id of one journal entry, that is, of one command that was run. */
export const EntryId = uuid.brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;
/** The device a command was first run on; made once per device. */
export const DeviceId = uuid.brand<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;
