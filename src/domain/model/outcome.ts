import * as z from "zod";
import { DotId, EventId, InitiativeId, LeadId, NoteId, OutcomeId, StepId } from "./id.ts";
import { Currency, MinorUnits } from "./money.ts";
import { Share, sharesMax } from "./share.ts";
import { Line, Prose } from "./text.ts";
import { Day, Instant } from "./time.ts";

export const outcomeKinds = [
  "deal",
  "partnership",
  "hire",
  "content",
  "process",
  "skill",
  "saving",
  "relationship",
  "nothing",
] as const;
export const OutcomeKind = z.enum(outcomeKinds);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

/** What each kind is called. */
export const outcomeKindWords: Record<OutcomeKind, string> = {
  deal: "Deal",
  partnership: "Partnership",
  hire: "Hire",
  content: "Content published",
  process: "Process changed",
  skill: "Skill",
  saving: "Saving",
  relationship: "Relationship",
  nothing: "Nothing",
};

/** The most things of one noun that one outcome says it came from. */
export const sourcesMax = 50;

/**
 * What came of it (OC1), written by `outcome.add`, `outcome.change`, `outcome.share`, `outcome.remove`; whatever removes what it came
 * from takes that out of its lists. "Nothing" is an outcome, too.
 */
export const Outcome = z.object({
  id: OutcomeId,
  createdAt: Instant,
  kind: OutcomeKind,
  what: Line,
  about: Prose.nullable().default(null),
  /** What it is worth, in minor units of `currency`; both are null where nobody can say. */
  amount: MinorUnits.nullable().default(null),
  currency: Currency.nullable().default(null),
  /** The day on which it came. */
  cameOn: Day,
  /** What it came from. The way on to sessions, meetings and quotes is told by `questions/walk.ts`. */
  stepIds: z.array(StepId).max(sourcesMax).default([]),
  leadIds: z.array(LeadId).max(sourcesMax).default([]),
  dotIds: z.array(DotId).max(sourcesMax).default([]),
  initiativeIds: z.array(InitiativeId).max(sourcesMax).default([]),
  noteIds: z.array(NoteId).max(sourcesMax).default([]),
  /** Events it came from as a whole, where nothing finer is known. */
  eventIds: z.array(EventId).max(sourcesMax).default([]),
  /** What part each event has in it, as somebody said; null shares it equally. Read by `sharesOf`. Written by `outcome.share`. */
  shares: z.array(Share).max(sharesMax).nullable().default(null),
});
export type Outcome = z.infer<typeof Outcome>;
