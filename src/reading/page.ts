import { type Block, pageRange } from "#domain/model/block.ts";
import type { ObservationKind } from "#domain/model/note.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import { confidenceOf } from "./confidence.ts";
import type { NameFound, NameIndex } from "./names.ts";
import { observationOf } from "./observations.ts";
import { type Span, cutSpan } from "./passages.ts";
import { mentionsOf } from "./people.ts";
import { plainReading } from "./plain.ts";
import type { Known, PageReading, PageToRead, Passage } from "./read.ts";
import type { Ready } from "./sentences.ts";
import { type StepFound, possibleOn, stepsOf } from "./steps.ts";

/** Reads one page, without merging what is said twice. */
export function readPage(page: PageToRead, known: Known, index: NameIndex): PageReading {
  const passages: Passage[] = [];
  const proposals: ProposalDraft[] = [];
  for (const { ready, possible } of possibleOn(page, known, index)) {
    const block = page.blocks[ready.blockAt];
    if (block === undefined) continue;
    const steps = stepsOf(ready, possible, known);
    const { session: knownSession } = ready.setting.around;
    const session = knownSession === null ? null : { guid: knownSession.guid, title: knownSession.title };
    const cuts = steps.slice(1).map((step) => ready.from + step.start);
    const spans = cuts.length === 0 ? [ready.span] : cutSpan(block, ready.span, cuts);
    for (const span of spans) {
      passages.push({ start: span.start, end: span.end, text: block.text.slice(span.from, span.to), session });
    }
    const draft = (from: number, to: number): Draft | null => draftAt(page, block, spans, from, to, session);
    for (const step of steps) push(proposals, stepDraft(draft(ready.from + step.start, ready.from + step.end), step));
    for (const mention of mentionsOf(ready.names, (name) => isMet(ready, name))) {
      const base = draft(ready.span.from + mention.start, ready.span.from + mention.end);
      if (base === null) continue;
      const { person, organization } = mention;
      const reading = person === null ? (organization?.name ?? "") : personInWords(person);
      push(proposals, {
        ...base,
        means: person === null ? "organization" : "person",
        person,
        organization,
        reading,
        confidence: mention.confidence,
      });
    }
    if (steps.length === 0) {
      const kind = observationOf(ready.sentence, ready.setting, known);
      if (kind !== null)
        push(proposals, observationDraft(draft(ready.from, ready.from + ready.sentence.text.length), kind));
    }
  }
  proposals.sort((one, other) => one.start - other.start || other.end - one.end);
  return { passages, proposals };
}

type Draft = Pick<
  ProposalDraft,
  "start" | "end" | "quote" | "session" | "repeats" | "step" | "person" | "organization" | "observation" | "isMarked"
>;

/** The page range and quote of clean words, if they lie in one passage and can be stored (RD1). */
function draftAt(
  page: PageToRead,
  block: Block,
  spans: readonly Span[],
  from: number,
  to: number,
  session: Passage["session"],
): Draft | null {
  const span = spans.find((one) => one.from <= from && one.to >= to);
  if (span === undefined || to <= from) return null;
  const range = pageRange(block, from, to);
  const start = Math.max(range.start, span.start);
  const quote = page.text.slice(start, range.end);
  if (quote === "" || quote.length > 20_000) return null;
  return {
    start,
    end: range.end,
    quote,
    session,
    repeats: [],
    step: null,
    person: null,
    organization: null,
    observation: null,
    isMarked: false,
  };
}

function push(proposals: ProposalDraft[], draft: ProposalDraft | null): void {
  if (draft !== null) proposals.push(draft);
}

function stepDraft(base: Draft | null, found: StepFound): ProposalDraft | null {
  if (base === null) return null;
  return {
    ...base,
    means: "step",
    step: found.step,
    reading: plainReading(found.step),
    isMarked: found.isMarked,
    confidence: confidenceOf(found.score, found.isMarked),
  };
}

function observationDraft(
  base: Draft | null,
  kind: { kind: ObservationKind; confidence: number },
): ProposalDraft | null {
  if (base === null) return null;
  return {
    ...base,
    means: "observation",
    observation: kind.kind,
    reading: `Observation: ${kind.kind}`,
    confidence: kind.confidence,
  };
}

function personInWords(person: NonNullable<ProposalDraft["person"]>): string {
  const from = person.organization === null ? "" : `, ${person.organization}`;
  return `${person.met ? "Met" : "Mentioned"}: ${person.name}${from}`;
}

const met =
  /\b(?:met|talked (?:to|with)|spoke (?:to|with|w)|chat(?:ted)? (?:to|with|w)|chatting (?:to|with)|coffee (?:with|w)|lunch (?:with|w)|dinner (?:with|w)|beer with|drinks with|bumped into|ran into|sat (?:next to|with)|introduced (?:to|myself)|told me|told us|asked me|asked us|getroffen|gesprochen mit|rencontré|hablé con|conocí)\b/iu;

/** The writer met or spoke with the person, as far as the sentence says so. */
function isMet(ready: Ready, name: NameFound): boolean {
  void name;
  return met.test(ready.sentence.text);
}
