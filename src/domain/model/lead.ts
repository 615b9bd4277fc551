import * as z from "zod";
import { CommitmentId, EventId, LeadId, NoteId, OrganizationId, PersonId, SessionId } from "./id.ts";
import { Currency, MinorUnits } from "./money.ts";
import { Line, Prose } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What being at a stage means: something goes on, it was won, it was lost, or it rests until a day. */
export const stageMeanings = ["going", "won", "lost", "resting"] as const;
export const StageMeaning = z.enum(stageMeanings);
export type StageMeaning = z.infer<typeof StageMeaning>;

/** The key of a stage: leads keep it, so a stage can be given another name. */
export const StageKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export type StageKey = z.infer<typeof StageKey>;

/** One stage of leads, in one's own words. Written by `workspace.stages`. */
export const Stage = z.object({ key: StageKey, name: z.string().trim().min(1).max(40), means: StageMeaning });
export type Stage = z.infer<typeof Stage>;

/** More columns than that are no board any more. */
export const stagesMax = 20;

/** The stages where nobody chose others. */
export const usualStages: readonly Stage[] = [
  { key: "met", name: "Met", means: "going" },
  { key: "contacted", name: "Contacted", means: "going" },
  { key: "talking", name: "Talking", means: "going" },
  { key: "agreed", name: "Agreed", means: "going" },
  { key: "won", name: "Won", means: "won" },
  { key: "lost", name: "Lost", means: "lost" },
  { key: "resting", name: "Resting", means: "resting" },
];

/**
 * A connection that may become something, with a person, an organization, or neither yet. Its warmth is computed, never kept (EC3).
 * Its next steps name it (`step.leadId`). Written by the commands of `commands/lead.ts`.
 */
export const Lead = z.object({
  id: LeadId,
  createdAt: Instant,
  name: Line,
  personId: PersonId.nullable().default(null),
  organizationId: OrganizationId.nullable().default(null),
  /** Where it began (OC1): the event, the session, the note whose words it comes from. */
  eventId: EventId.nullable().default(null),
  sessionId: SessionId.nullable().default(null),
  noteId: NoteId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  stage: StageKey,
  /** The day on which it came to its stage. */
  stageOn: Day,
  /** Our call to action, and theirs. */
  ours: Line.nullable().default(null),
  theirs: Line.nullable().default(null),
  /** Until when it rests; null unless it does. */
  restsUntil: Day.nullable().default(null),
  /** Why it was lost, or rests. */
  why: Line.nullable().default(null),
  /** What it may be worth, in minor units of `currency`. */
  amount: MinorUnits.nullable().default(null),
  currency: Currency.nullable().default(null),
  about: Prose.nullable().default(null),
});
export type Lead = z.infer<typeof Lead>;

/** A workspace's stages, in their order: its own, or the usual ones. */
export function stagesOf(workspace: { stages: readonly Stage[] | null }): readonly Stage[] {
  return workspace.stages ?? usualStages;
}
