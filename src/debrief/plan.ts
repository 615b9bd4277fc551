import type { EventKind } from "#domain/model/event.ts";
import type { Ledger } from "#domain/model/ledger.ts";
import type { ObservationKind } from "#domain/model/note.ts";
import type { OrganizationRelation } from "#domain/model/person.ts";
import type { Problem } from "#domain/model/problem.ts";
import type { LeftReason } from "#reading/left-alone.ts";
import type { Audience, Basis, Certainty, Owner, StepKind } from "#domain/model/step.ts";

/**
 * The follow-through plan, in the shape that `upshot debrief --json` prints (format `upshot.plan`, version 1). Other
 * programs read it, so it only grows. Offsets are UTF-16 code units into the file as received; a field that does not
 * apply is null, never missing. Days are `YYYY-MM-DD` in the event's zone.
 */
export interface Plan {
  format: "upshot.plan";
  version: 1;
  event: {
    name: string | null;
    kind: EventKind;
    startsOn: string | null;
    endsOn: string | null;
    timeZone: string;
  };
  pages: { file: string; takenOn: string; characters: number; encoding: string }[];
  steps: PlanStep[];
  people: {
    name: string;
    organization: string | null;
    met: boolean;
    known: string | null;
    role: string | null;
    /** As a card in the notes says, else the first that the contacts have. */
    email: string | null;
    phone: string | null;
    mentions: PlanQuote[];
  }[];
  organizations: { name: string; relation: OrganizationRelation | null; mentions: PlanQuote[] }[];
  observations: (PlanQuote & { kind: ObservationKind; session: string | null })[];
  sessions: {
    title: string;
    guid: string | null;
    attended: boolean | null;
    passages: { file: string; start: number; end: number }[];
  }[];
  /** Words that hold an act and were not proposed, with the reason, so that it can be looked at. */
  leftAlone: (PlanQuote & { reason: LeftReason; because: string | null })[];
  ledger: Ledger;
  problems: Problem[];
}

/** A stretch of a file as received; `quote` is the file's text between the offsets. */
export interface PlanQuote {
  file: string;
  start: number;
  end: number;
  quote: string;
}

export interface PlanStep extends PlanQuote {
  owner: Owner;
  basis: Basis;
  kind: StepKind;
  what: string;
  who: string | null;
  with: string | null;
  organization: string | null;
  session: string | null;
  audience: Audience | null;
  due: string | null;
  dueEnd: string | null;
  dueText: string | null;
  checkBackOn: string | null;
  certainty: Certainty;
  marked: boolean;
  urgent: boolean;
  confidence: number;
  reading: string;
  /** The built-in reader, or the language model where it was switched on. */
  proposedBy: "reader" | "language-model";
  /** What the workspace's memory changed in it, as a sentence (RD6). */
  remembered: string | null;
  /** The same step said again elsewhere (S10). */
  repeats: PlanQuote[];
}
