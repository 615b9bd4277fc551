import { firstFrom } from "#domain/model/place.ts";
import { type Block, pageRange } from "#domain/model/block.ts";
import { comparable } from "#domain/model/memory.ts";
import type { ObservationKind } from "#domain/model/note.ts";
import type { PersonReading, ProposalDraft } from "#domain/model/proposal.ts";
import { type CardFound, cardsIn } from "./names/cards.ts";
import { isMet, isMetHeading } from "./names/met.ts";
import { leftByHabit, observationByHabit, weighByHabit } from "./habits.ts";
import type { NameFound, NameIndex } from "./names.ts";
import { type LeftAlone, type LeftReason, whyLeft } from "./left-alone.ts";
import { type Span, cutSpan } from "./passages.ts";
import { personInWords } from "./merge.ts";
import { mentionsOf } from "./people.ts";
import { plainReading } from "./plain.ts";
import type { Known, PageReading, PageToRead, Passage } from "./read.ts";
import type { Ready } from "./sentences.ts";
import { alongRow, joinedPassages } from "./row-quote.ts";
import { possibleOn } from "./possible.ts";
import { type StepFound, stepsOf } from "./steps.ts";

/** Reads one page, without merging what is said twice. */
export function readPage(page: PageToRead, known: Known, index: NameIndex): PageReading {
  const passages: Passage[] = [];
  const proposals: ProposalDraft[] = [];
  const leftAlone: LeftAlone[] = [];
  const met = new Set<string>();
  const { memory } = known;
  for (const { ready, possible, observation } of possibleOn(page, known, index)) {
    const block = page.blocks[ready.blockAt];
    if (block === undefined) continue;
    if (memory !== undefined) weighByHabit(ready, possible, known, memory);
    const steps = stepsOf(ready, possible, known);
    const { session: knownSession } = ready.setting.around;
    const session = knownSession === null ? null : { guid: knownSession.guid, title: knownSession.title };
    const under = { session, heading: headingOf(ready) };
    const cuts = steps.slice(1).map((step) => ready.from + step.start);
    const spans = cuts.length === 0 ? [ready.span] : cutSpan(block, ready.span, cuts);
    for (const span of spans) {
      passages.push({ start: span.start, end: span.end, text: block.text.slice(span.from, span.to), session });
    }
    const draft = (from: number, to: number): Draft | null => draftAt(page, block, spans, from, to, under);
    for (const step of steps) {
      const base = draft(ready.from + step.start, ready.from + step.end);
      push(proposals, stepDraft(base === null ? null : alongRow(page, ready, block, base), step));
    }
    for (const step of steps) rememberMet(met, step);
    for (const mention of mentionsOf(ready.names, (name) => isMetHere(ready, block, name))) {
      const { person, organization } = mention;
      if (person !== null && memory?.passedOver.has(comparable(person.name)) === true) continue;
      const base = draft(ready.span.from + mention.start, ready.span.from + mention.end);
      if (base === null) continue;
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
    const left = memory === undefined ? null : leftByHabit(possible);
    if (steps.length === 0) {
      const whole = draft(ready.from, ready.from + ready.sentence.text.length);
      const weighed =
        observation === null || memory === undefined
          ? { found: observation }
          : observationByHabit(observation, under.heading, memory);
      if ("left" in weighed) leave(leftAlone, whole, weighed.left);
      else if (weighed.found !== null) push(proposals, observationDraft(whole, weighed.found));
      else if (left !== null) leave(leftAlone, whole, { reason: "let-go", because: left.because });
      else leave(leftAlone, whole, { reason: whyLeft(ready.setting, possible), because: null });
    } else if (left !== null) {
      const { start, end } = left.extent;
      leave(leftAlone, draft(ready.from + start, ready.from + end), { reason: "let-go", because: left.because });
    }
  }
  const joined = joinedPassages(passages, proposals);
  for (const card of cardsIn(page.blocks)) {
    const block = page.blocks[card.name.block];
    if (block !== undefined) push(proposals, cardDraft(page, block, card, joined));
  }
  for (const { person } of proposals) if (person !== null && met.has(person.name)) person.met = true;
  proposals.sort((one, other) => one.start - other.start || other.end - one.end);
  return { passages: joined, proposals, leftAlone };
}

type Draft = Pick<
  ProposalDraft,
  | "start"
  | "end"
  | "quote"
  | "session"
  | "heading"
  | "repeats"
  | "step"
  | "person"
  | "organization"
  | "observation"
  | "isMarked"
>;

/** The page range and quote of clean words, if they lie in one passage and can be stored (RD1). */
function draftAt(
  page: PageToRead,
  block: Block,
  spans: readonly Span[],
  from: number,
  to: number,
  under: Pick<ProposalDraft, "session" | "heading">,
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
    session: under.session,
    heading: under.heading,
    repeats: [],
    step: null,
    person: null,
    organization: null,
    observation: null,
    isMarked: false,
  };
}

/** The heading that a sentence stands under, as it is kept. */
function headingOf({ setting }: Ready): string | null {
  return setting.around.heading?.slice(0, 200).trim() || null;
}

/** Who promised the writer something, asked for it, or was asked, was spoken with. */
function rememberMet(met: Set<string>, { step }: StepFound): void {
  if (step.owner === "them" && step.who !== null) met.add(step.who);
  if (step.owner === "me" && step.basis === "asked" && step.with !== null) met.add(step.with);
}

/**
 * Whether a mention says that the writer met the person: its words do, a heading above does, or a line of the writer's
 * own is headed by the name ("Bo Lindgren, Fjordline: ...") and the person is no speaker of the session.
 */
function isMetHere(ready: Ready, block: Block, name: NameFound): boolean {
  const passage = block.text.slice(ready.span.from, ready.span.to);
  if (isMet(passage, name)) return true;
  const { around, genre } = ready.setting;
  if (around.heading !== null && isMetHeading(around.heading)) return true;
  if (genre.isMinutes || around.section === "agenda") return false;
  const said = name.name ?? name.words;
  if (around.session?.speakers.some((speaker) => speaker.name === said) === true) return false;
  if (name.person?.source === "programme") return false;
  if (isMet(passage, name, { isTalk: around.isTalk, isPeople: around.section === "people" })) return true;
  // "Bo Lindgren, Fjordline: ...", "CONTACT: Pat Nguyen (owner)": whom a line is about by its first words.
  const before = passage.slice(0, name.start);
  const after = passage.slice(name.end, name.end + 3);
  const isHead = /^\W{0,3}(?:(?:contact|card|met|name|kontakt|who)\W{1,3})?$/iu.test(before);
  return isHead && name.words.includes(" ") && /^\s?(?:$|[(,:|/–—-])/u.test(after);
}

/** The passage that holds a range: passages are in order and never overlap. */
function passageAt(passages: readonly Passage[], start: number, end: number): Passage | undefined {
  const found = passages[firstFrom(passages, start + 1) - 1];
  return found !== undefined && found.end >= end ? found : undefined;
}

/** A business card among the notes: its person, met, with what the card says. */
function cardDraft(
  page: PageToRead,
  block: Block,
  card: CardFound,
  passages: readonly Passage[],
): ProposalDraft | null {
  const { start, end } = pageRange(block, card.name.start, card.name.end);
  const passage = passageAt(passages, start, end);
  if (passage === undefined) return null;
  const { reading } = card;
  const person: PersonReading = {
    name: reading.name.slice(0, 300),
    organization: reading.organization?.slice(0, 300) ?? null,
    role: reading.role?.slice(0, 300) ?? null,
    email: reading.email?.slice(0, 320) ?? null,
    phone: reading.phone?.slice(0, 60) ?? null,
    met: true,
    known: null,
  };
  const quote = page.text.slice(start, end);
  if (person.name.trim() === "" || quote === "") return null;
  return {
    means: "person",
    start,
    end,
    quote,
    session: passage.session,
    heading: null,
    repeats: [],
    step: null,
    person,
    organization: null,
    observation: null,
    reading: personInWords(person),
    isMarked: false,
    confidence: 0.85,
  };
}

function leave(
  leftAlone: LeftAlone[],
  at: Draft | null,
  { reason, because }: { reason: LeftReason | null; because: string | null },
): void {
  if (at !== null && reason !== null)
    leftAlone.push({ start: at.start, end: at.end, quote: at.quote, reason, because });
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
    reading: readingOf(found),
    isMarked: found.isMarked,
    confidence: found.confidence,
    ...(found.remembered === null ? {} : { remembered: found.remembered.slice(0, 1000) }),
  };
}

/** The plain reading, with what the memory changed in it behind. */
function readingOf({ step, open, remembered }: StepFound): string {
  const reading = plainReading(step, open);
  const whole = remembered === null ? reading : `${reading} (${remembered})`;
  return whole.length <= 1000 ? whole : reading;
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
