import { ObservationKind } from "#domain/model/note.ts";
import { PersonReading, type ProposalDraft, StepReading } from "#domain/model/proposal.ts";
import { checkBackAfter } from "#domain/model/step.ts";
import { personInWords } from "#reading/merge.ts";
import { plainReading } from "#reading/plain.ts";
import type { Known, PageToRead } from "#reading/read.ts";
import { isRecord } from "./answer.ts";
import type { Asked } from "./numbered.ts";
import { type People, wordList } from "./people.ts";
import { type PageRange, rangeOf, wordRange } from "./quotes.ts";

/** Why a proposal is dropped. A closed list, so that it can be counted and said without any of its words. */
export const dropReasons = {
  shape: "not one step, person or observation with a passage and a quote",
  passage: "no such passage",
  quote: "a quote that is not in the notes",
  fields: "a field that is not valid",
  invented: "words that are not the notes'",
} as const;
export type DropReason = keyof typeof dropReasons;

/** What came through the gate of one part of a page. */
export interface Gated {
  drafts: ProposalDraft[];
  dropped: DropReason[];
  /** Days and names that the words do not bear out, taken off proposals that stay. */
  daysTakenOff: number;
  namesTakenOff: number;
}

/** What the gate holds proposals against. */
export interface Surroundings {
  page: PageToRead;
  /** Every word of the page. */
  pageWords: ReadonlySet<string>;
  known: Known;
  people: People;
}

/**
 * Never measured, since models differ; below all that the built-in reader proposes (its lowest is 0.5 for a step), so that it
 * comes after.
 */
export const modelConfidence = 0.2;

/**
 * The gate (RD4): what a language model proposed about one part of a page, against the words themselves. A proposal stays where
 * it quotes a passage exactly, is of one meaning, and each field is one there may be. A day stays where `daysIn` finds it in the
 * passage (RD5), a name where the page says it. Nothing else in an answer is looked at. Takes any values; never throws.
 */
export function gate(proposals: readonly unknown[], part: readonly Asked[], around: Surroundings): Gated {
  const gated: Gated = { drafts: [], dropped: [], daysTakenOff: 0, namesTakenOff: 0 };
  for (const proposal of proposals) {
    const draft = draftOf(proposal, part, around, gated);
    if (typeof draft === "string") gated.dropped.push(draft);
    else gated.drafts.push(draft);
  }
  return gated;
}

function draftOf(
  proposal: unknown,
  part: readonly Asked[],
  around: Surroundings,
  gated: Gated,
): ProposalDraft | DropReason {
  if (!isRecord(proposal)) return "shape";
  const { passage: number, quote } = proposal;
  const given = (["step", "person", "observation"] as const).filter((means) => (proposal[means] ?? null) !== null);
  const [means] = given;
  if (typeof quote !== "string" || typeof number !== "number" || means === undefined || given.length > 1)
    return "shape";
  const asked = part[number - 1];
  if (asked === undefined) return "passage";
  const range = rangeOf(quote, asked, around.page);
  if (range === null) return "quote";
  const value = proposal[means];
  if (means === "observation") {
    const kind = ObservationKind.safeParse(value);
    if (!kind.success) return "fields";
    return { ...draftAt(range, asked), means, observation: kind.data, reading: `Observation: ${kind.data}` };
  }
  if (!isRecord(value)) return "fields";
  if (means === "step") {
    const step = stepOf(value, asked, around, gated);
    if (typeof step === "string") return step;
    return { ...draftAt(range, asked), means, step, reading: plainReading(step) };
  }
  const person = personOf(value, asked, around, gated);
  if (typeof person === "string") return person;
  const named = wordRange(person.name, range, asked, around.page) ?? range;
  return { ...draftAt(named, asked), means, person, reading: personInWords(person) };
}

function draftAt({ start, end, quote }: PageRange, { passage }: Asked): Omit<ProposalDraft, "means" | "reading"> {
  return {
    start,
    end,
    quote,
    step: null,
    person: null,
    organization: null,
    observation: null,
    // Accept-all is for what the writer marked; what a model says of marks is not believed (RD3).
    isMarked: false,
    confidence: modelConfidence,
    repeats: [],
    session: passage.session,
    heading: null,
  };
}

function stepOf(
  given: Record<string, unknown>,
  asked: Asked,
  around: Surroundings,
  gated: Gated,
): StepReading | DropReason {
  const isMine = given["owner"] === "me";
  const parsed = StepReading.safeParse({
    owner: given["owner"],
    basis: given["basis"] ?? "promised",
    kind: given["kind"],
    what: clean(given["what"]),
    who: isMine ? null : orNull(given["who"]),
    with: orNull(given["with"]),
    organization: orNull(given["organization"]),
    audience: orNull(given["audience"]),
    dueOn: orNull(given["dueOn"]),
    dueEnd: orNull(given["dueEnd"]),
    dueText: null,
    checkBackOn: null,
    certainty: given["certainty"] ?? "firm",
    isUrgent: given["isUrgent"] ?? false,
  });
  if (!parsed.success) return "fields";
  const step = parsed.data;
  if (!isGrounded(step.what, asked, around)) return "invented";
  for (const field of ["who", "with", "organization"] as const) {
    if (step[field] === null || isSaid(step[field], around)) continue;
    step[field] = null;
    gated.namesTakenOff += 1;
  }
  believeDay(step, asked, gated);
  if (step.owner === "them") {
    step.checkBackOn = checkBackAfter(step.dueEnd ?? step.dueOn, asked.takenOn, around.known.workingDays);
  }
  return step;
}

/** RD5: a day must be one that our own reader finds in the passage, and is then taken as it reads it; any other is taken off. */
function believeDay(step: StepReading, { days }: Asked, gated: Gated): void {
  const { dueOn, dueEnd } = step;
  if (dueOn === null && dueEnd === null) return;
  const found = days.find(({ on, until }) => on === dueOn && (dueEnd === null || dueEnd === on || dueEnd === until));
  if (found === undefined) gated.daysTakenOff += 1;
  step.dueOn = found?.on ?? null;
  step.dueEnd = found?.until ?? null;
  step.dueText = found?.words.trim().slice(0, 1000) || null;
}

function personOf(
  given: Record<string, unknown>,
  asked: Asked,
  around: Surroundings,
  gated: Gated,
): PersonReading | DropReason {
  const name = clean(given["name"]);
  const known = typeof name === "string" ? (around.people.byName.get(name.toLowerCase()) ?? null) : null;
  const parsed = PersonReading.safeParse({
    name,
    organization: orNull(given["organization"]),
    role: orNull(given["role"]),
    // Addresses and numbers are read from cards by the built-in reader; a model's are not needed.
    email: null,
    phone: null,
    met: given["met"] ?? false,
    known: known?.source ?? null,
  });
  if (!parsed.success) return "fields";
  const person = parsed.data;
  const passageWords = new Set(wordList(asked.passage.text));
  if (!isSaid(person.name, around) || !wordList(person.name).some((word) => passageWords.has(word))) return "invented";
  for (const field of ["organization", "role"] as const) {
    if (person[field] === null || isSaid(person[field], around)) continue;
    person[field] = null;
    gated.namesTakenOff += 1;
  }
  person.organization ??= known?.organization ?? null;
  return person;
}

/** The page says it: all its words are there, or it is the full name of a known person of whom some name is. */
function isSaid(name: string, { pageWords, people }: Surroundings): boolean {
  const words = wordList(name);
  if (words.length === 0) return false;
  if (people.byName.has(name.toLowerCase())) return words.some((word) => pageWords.has(word));
  return words.every((word) => pageWords.has(word));
}

/**
 * A third of the words of an act, by their first four letters, are the passage's: a paraphrase passes ("ring the printer" of
 * "printer!!"), an act made up does not. Short words tell nothing and do not count.
 */
function isGrounded(what: string, asked: Asked, { pageWords, people }: Surroundings): boolean {
  const stems = new Set(wordList(asked.passage.text).map(stem));
  const words = wordList(what).filter((word) => word.length > 2);
  if (words.length === 0) return wordList(what).some((word) => pageWords.has(word));
  const own = words.filter((word) => stems.has(stem(word)) || (pageWords.has(word) && people.byWord.has(word)));
  return own.length * 3 >= words.length;
}

function stem(word: string): string {
  return word.slice(0, 4);
}

/** Nothing said, in the ways models say it. */
function orNull(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const text = clean(value);
  return text === "" || text === "null" ? null : text;
}

/** On one line, without characters that steer a terminal or turn the direction of words. */
function clean(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value
    .replace(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, " ")
    .toWellFormed()
    .trim();
}
