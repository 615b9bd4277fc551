import type { CommitmentId, EventId, OrganizationId, PersonId, SessionId } from "#domain/model/id.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { Day } from "#domain/model/time.ts";
import type { PageReading } from "#reading/read.ts";
import { isWorthAsking } from "./worth-asking.ts";

/** The longest line that is captured; a longer text is a page. */
export const capturedMax = 1000;

/** A line captured on the spot, and all that is said about it besides its words. */
export interface Captured {
  text: string;
  takenOn: Day;
  /** What the reader makes of it; undefined where it was not asked. */
  reading: PageReading | undefined;
  eventId: EventId | null;
  /** Where it is about a session of that event. */
  session?: { id: SessionId; guid: string | null; title: string } | null;
  personIds?: PersonId[];
  organizationIds?: OrganizationId[];
  /** What the person said it is: `note`, or a step (for a day); without it, what was read decides. */
  as?: "note" | { step: Day | null } | undefined;
  /** The commitment that its steps serve (PL1). */
  commitmentId?: CommitmentId | null;
  /** RP3: the rule by which its steps of mine come again, the first day of it, and the words that said so. */
  repeats?: { rule: string; firstOn: Day; words: string } | null;
}

/**
 * The command that keeps a captured line: what it says to do becomes steps at once, since it was typed on purpose (RD2), and
 * the line stays as where they came from (NT3); a line that says nothing to do is a note. A day that was said by hand is that of every
 * step of mine in it; without one a line that says how it repeats begins on the first such day.
 */
export function commandFor(captured: Captured) {
  const { text, takenOn, eventId, as, reading, repeats = null, commitmentId = null } = captured;
  const session = captured.session ?? null;
  const proposals = as === "note" ? [] : (reading?.proposals ?? []).filter(isWorthAsking);
  const steps = proposals.filter(({ means }) => means === "step");
  if (as === "note" || (as === undefined && steps.length === 0)) {
    const { personIds = [], organizationIds = [] } = captured;
    const about = { sessionId: session?.id ?? null, personIds, organizationIds };
    return { name: "note.add", args: { text, eventId, ...about } } as const;
  }
  const day = as === undefined ? null : as.step;
  const isRepeating = repeats !== null && (as !== undefined || proposals.some(isMine));
  const drafts = isRepeating
    ? withDay(text, proposals, day ?? repeats.firstOn).map((draft) => withoutWords(draft, repeats.words))
    : day === null
      ? proposals
      : withDay(text, proposals, day);
  const within = session === null ? null : { guid: session.guid, title: session.title };
  const passages = (reading?.passages ?? []).map((passage) => ({ ...passage, session: within ?? passage.session }));
  return {
    name: "page.capture",
    args: {
      eventId,
      text,
      takenOn,
      passages: passages.length > 0 ? passages : [{ start: 0, end: text.length, text, session: within }],
      proposals: drafts.map((draft) => ({ ...draft, session: within ?? draft.session })),
      ...(commitmentId !== null && { commitmentId }),
      ...(isRepeating && { repeats: repeats.rule }),
    },
  } as const;
}

function isMine({ step }: ProposalDraft): boolean {
  return step !== null && step.owner !== "them";
}

/** "water the plants every Monday" is to water the plants: what repeats is a field of its own. The quote keeps the words (NT3). */
function withoutWords(draft: ProposalDraft, words: string): ProposalDraft {
  if (draft.step === null || !isMine(draft)) return draft;
  const what = draft.step.what
    .replace(words, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
  return what === "" ? draft : { ...draft, step: { ...draft.step, what } };
}

/** Gives what is mine the day that was said by hand; where the reader saw no step, the line itself is one. */
function withDay(text: string, proposals: readonly ProposalDraft[], day: Day): ProposalDraft[] {
  if (!proposals.some(isMine)) return [...proposals, stepOf(text, day)];
  return proposals.map((draft) => {
    if (draft.step === null || !isMine(draft)) return draft;
    return { ...draft, step: { ...draft.step, dueOn: day, dueEnd: null, dueText: null } };
  });
}

/** The whole line as a step of mine. */
function stepOf(text: string, dueOn: Day): ProposalDraft {
  return {
    means: "step",
    start: 0,
    end: text.length,
    quote: text,
    repeats: [],
    session: null,
    heading: null,
    step: {
      owner: "me",
      basis: "promised",
      kind: "do",
      what: text.replace(/\s+/g, " "),
      who: null,
      with: null,
      organization: null,
      audience: null,
      dueOn,
      dueEnd: null,
      dueText: null,
      checkBackOn: null,
      certainty: "firm",
      isUrgent: false,
    },
    person: null,
    organization: null,
    observation: null,
    reading: `You: ${text.replace(/\s+/g, " ")}`,
    isMarked: true,
    confidence: 1,
  };
}
