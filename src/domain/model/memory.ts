import * as z from "zod";
import type { ObservationKind } from "./note.ts";
import type { StepReading } from "./proposal.ts";
import type { StepKind } from "./step.ts";

/** Names one remembered thing: what it is about and the words, "name ana". Stable, so that it can be forgotten (RD6). */
export const MemoryKey = z.string().trim().min(1).max(400);

/** Few corrections are ever forgotten; the limit keeps the workspace's row small enough to sync. */
export const forgottenMax = 500;

/**
 * What reading takes from a person's answers (RD6): a pure function of what the workspace holds (`questions/memory.ts`).
 * Every map is looked up by plain words (`comparable`); each `because` is a sentence for people.
 */
export interface Memory {
  /** Words that mean a person. What is named on the page itself goes before it. */
  people: ReadonlyMap<string, { name: string; because: string }>;
  /** Words that mean an organization. */
  organizations: ReadonlyMap<string, { name: string; because: string }>;
  /** Words that are nobody's name, though they look like one. */
  nobody: ReadonlySet<string>;
  /** Names that were let go again and again: they are read, and not asked about. */
  passedOver: ReadonlySet<string>;
  /** Another kind for a step, by how it opens and the kind that was read: `kindKey`. */
  kinds: ReadonlyMap<string, { kind: StepKind; because: string }>;
  /** What became of proposals of one sort, by its trait: `traitsOfStep`, `traitsOfObservation`. */
  habits: ReadonlyMap<string, Habit>;
}

/** What became of the proposals of one sort. */
export interface Habit {
  letGo: number;
  accepted: number;
  /** What it adds to the log odds of the next one. */
  logOdds: number;
  because: string;
}

/** Words as they are compared: small letters without accents, one blank between them. */
export function comparable(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Second words that make one act with a verb: "look into" is another act than "look". */
const particles = new Set("up out into back on off over in round around through forward ahead".split(" "));

/** How a step opens: its first word, "ping", with a second one that belongs to it, "follow up". */
export function openingOf({ what }: Pick<StepReading, "what">): string {
  const [first = "", second = ""] = comparable(what.slice(0, 80)).split(" ");
  return particles.has(second) ? `${first} ${second}` : first;
}

/**
 * The keys of `Memory.kinds`, the closest first: how a step opens with the thing it is about ("send deck"), then how it opens, each
 * with the kind that was read.
 */
export function kindKeys(step: Pick<StepReading, "what" | "kind">): string[] {
  const opening = openingOf(step);
  const thing = thingOf(step.what, opening);
  return [...(thing === null ? [] : [`${opening} ${thing} as ${step.kind}`]), `${opening} as ${step.kind}`];
}

/** The first word after the opening that names a thing: in small letters, and no small word. */
function thingOf(what: string, opening: string): string | null {
  const words = what.slice(0, 200).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const skipped = opening.split(" ").length;
  const thing = words
    .slice(skipped, skipped + 6)
    .find((word) => /^\p{Ll}/u.test(word) && word.length > 3 && !notThings.has(word));
  return thing === undefined ? null : comparable(thing);
}

const notThings = new Set(
  "about with from into that this them they their your ours have what whether when until over also once more than some next back dass oder über nach eine einen einem unser dans avec pour notre leur sobre para nuestro desde".split(
    " ",
  ),
);

/** A heading longer than this heads nothing else. */
const headingMax = 60;

function underOf(heading: string | null): string[] {
  const words = heading === null || heading.length > headingMax ? "" : comparable(heading);
  return words === "" ? [] : [words];
}

/** A standing line of a template comes again word for word; fewer words than these say different things at different times. */
const veryWords = "steps in the words ";
const wordsMin = 3;
const wordsMax = 120;

/** The sorts a proposed step is of, by which answers are counted: its heading, how it opens, and what it is like. */
export function traitsOfStep(
  step: Pick<StepReading, "what" | "certainty" | "owner">,
  { quote, heading }: { quote: string; heading: string | null },
): string[] {
  const opening = openingOf(step);
  const words = comparable(quote.slice(0, wordsMax));
  return [
    ...(words.split(" ").length < wordsMin ? [] : [`${veryWords}${words}`]),
    ...underOf(heading).map((words) => `steps under ${words}`),
    ...(opening === "" ? [] : [`steps that begin with ${opening}`]),
    ...(step.certainty === "tentative" ? ["steps with a maybe"] : []),
    ...(quote.includes("?") ? ["steps with a question mark"] : []),
    ...(step.owner === "me" ? [] : [step.owner === "them" ? "steps of others" : "steps of colleagues"]),
  ];
}

/** The sorts a proposed observation is of. */
export function traitsOfObservation(kind: ObservationKind, heading: string | null): string[] {
  return [`observations of kind ${kind}`, ...underOf(heading).map((words) => `observations under ${words}`)];
}

/** Fewer answers than this are chance (docs/evaluation.md); the very same words need fewer than a sort. */
const answersMin = { sort: 5, words: 2 };
/** So many answers' worth is what the reader expected by itself: the prior's weight. */
const priorAnswers = { sort: 2, words: 1 };
/** The most that habit moves a proposal: from .95 to a coin's toss. */
const logOddsMax = 3;

/**
 * What answers to proposals of one sort say of the next one: the log odds of being accepted after them, less those the
 * reader gave. A beta distribution that begins at `expected`, the mean confidence of those proposals, worth a few answers.
 */
export function habitLogOdds(
  trait: string,
  { accepted, letGo, expected }: { accepted: number; letGo: number; expected: number },
): number {
  const answers = accepted + letGo;
  const of = trait.startsWith(veryWords) ? "words" : "sort";
  if (answers < answersMin[of]) return 0;
  const prior = Math.min(0.95, Math.max(0.05, expected));
  const after = (accepted + priorAnswers[of] * prior) / (answers + priorAnswers[of]);
  const moved = Math.log(after / (1 - after)) - Math.log(prior / (1 - prior));
  return Math.max(-logOddsMax, Math.min(logOddsMax, moved));
}

/** A confidence after a habit; two decimals. */
export function weighed(confidence: number, { logOdds }: Habit): number {
  const before = Math.min(0.99, confidence);
  const odds = (before / (1 - before)) * Math.exp(logOdds);
  return Math.round((odds / (1 + odds)) * 100) / 100;
}

/** Of the habits that bear on a proposal the most telling one; of two alike the first. Null where none does. */
export function habitOf(traits: readonly string[], habits: Memory["habits"]): Habit | null {
  let best: Habit | null = null;
  for (const trait of traits) {
    const habit = habits.get(trait);
    if (habit !== undefined && Math.abs(habit.logOdds) > Math.abs(best?.logOdds ?? 0)) best = habit;
  }
  return best;
}
