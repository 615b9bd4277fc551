import type { Language } from "#domain/model/language.ts";
import type { Verb } from "./acts.ts";
import type { NameFound } from "./names.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, subjectBefore } from "./subjects.ts";
import { adverbs, hedges, newsWords, saidWords, themWords } from "./words.ts";

/**
 * How an act is said. The words on the left are what stands before the verb: `will`, `would`, `can`, `should`,
 * `need`, `going`, `want`, `promise` ("agreed to"), `to` ("Tom to draft"), `present` ("Ana sends"), `ing`,
 * `bare` ("send the deck"), `mid` (bare, but in the middle of unpunctuated words), `asked` (somebody asked somebody
 * to), `remember`, `lets`, `think` ("thinking about sending"); without a verb: `owes`, `waits`, `wants`,
 * `promised` (something), `requested` (something), `appointment`, `noun`, `question`.
 */
export type Manner =
  | "will"
  | "would"
  | "can"
  | "should"
  | "need"
  | "going"
  | "want"
  | "wish"
  | "promise"
  | "to"
  | "present"
  | "ing"
  | "bare"
  | "mid"
  | "asked"
  | "remember"
  | "lets"
  | "think"
  | "owes"
  | "waits"
  | "wants"
  | "promised"
  | "requested"
  | "appointment"
  | "noun"
  | "question";

/** An act said in a sentence: a possible step. */
export interface Frame {
  manner: Manner;
  subject: Subject;
  verb: Verb | null;
  /** Token of the verb, or of the noun that stands for it. */
  verbAt: number;
  /** Token range of all that belongs to the act: subject and reporting words to the last object. */
  from: number;
  to: number;
  /** Where the act's own words begin (the verb), for `what`. */
  actFrom: number;
  language: Language;
  isNegated: boolean;
  isHedged: boolean;
  isQuestion: boolean;
  /** What reports it: `said` for a promise ("told Ana I'd"), `news` for hearsay and opinion. */
  report: "said" | "news" | null;
  /** Who reported, and to whom. */
  reporter: Subject | null;
  told: NameFound | null;
  /** For `asked`, `requested`, `wants`: who asks. The subject is who shall act. */
  asker: Subject | null;
  /** It carries on from the frame before ("and send ..."). */
  isCoordinated: boolean;
  /** The subject is left out ("Will send"). */
  isElided: boolean;
}

/** Modal verbs and the manner each makes. */
export const modals = new Map<string, Manner>([
  ["pouvons", "can"],
  ["podemos", "can"],
  ["puedo", "can"],
  ["peux", "can"],
  ["debemos", "need"],
  ["devrait", "should"],
  ["devrais", "should"],
  ["debería", "should"],
  ["voudrait", "want"],
  ["will", "will"],
  ["'ll", "will"],
  ["ll", "will"],
  ["shall", "will"],
  ["gonna", "going"],
  ["wanna", "want"],
  ["gotta", "need"],
  ["would", "would"],
  ["'d", "would"],
  ["should", "should"],
  ["must", "need"],
  ["can", "can"],
  ["could", "can"],
  ["may", "would"],
  ["might", "would"],
  ["won't", "will"],
  ["wont", "will"],
  ["can't", "can"],
  ["cannot", "can"],
  ["couldn't", "can"],
  ["shouldn't", "should"],
  ["wouldn't", "would"],
  ["werde", "will"],
  ["wird", "will"],
  ["werden", "will"],
  ["muss", "need"],
  ["müssen", "need"],
  ["soll", "should"],
  ["sollen", "should"],
  ["sollte", "should"],
  ["sollten", "should"],
  ["will-ich", "want"],
  ["möchte", "want"],
  ["kann", "can"],
  ["können", "can"],
  ["könnte", "can"],
  ["könnten", "can"],
  ["würde", "would"],
  ["vais", "going"],
  ["va", "going"],
  ["allons", "going"],
  ["vont", "going"],
  ["dois", "need"],
  ["doit", "need"],
  ["devons", "need"],
  ["peut", "can"],
  ["pourrait", "can"],
  ["veux", "want"],
  ["veut", "want"],
  ["debo", "need"],
  ["debe", "need"],
  ["puede", "can"],
  ["podría", "can"],
  ["quiero", "want"],
  ["quiere", "want"],
]);
export const negations = new Set(
  "not n't no never don't dont doesn't didn't won't wont can't cannot couldn't shouldn't wouldn't isn't aren't nicht nie kein keine pas jamais ne n' nunca jamás".split(
    " ",
  ),
);
/** French and Spanish pronouns that stand between subject and verb ("elle m'envoie", "me lo manda"). */
const clitics = new Set("me te se le la les lo los las nous vous lui leur l' m' t' s' nos os y en".split(" "));

/** Walks back over adverbs (and, for Romance verbs, clitic pronouns); says what it saw on the way. */
export function back(sentence: Sentence, from: number, overClitics = false): { at: number } & Seen {
  let at = from;
  let isHedged = false;
  let isNegated = false;
  while (at >= 0) {
    const word = wordAt(sentence, at);
    if (hedges.has(word)) isHedged = true;
    if (negations.has(word)) isNegated = true;
    else if (!adverbs.has(word) && !hedges.has(word) && !(overClitics && clitics.has(word))) break;
    if (modals.has(word) && (word.endsWith("n't") || word === "cannot" || word === "wont")) break;
    if (
      word === "may" ||
      word === "might" ||
      word === "don't" ||
      word === "dont" ||
      word === "könnte" ||
      word === "würde"
    )
      break;
    at -= 1;
  }
  return { at, isHedged, isNegated };
}

/** Spanish and French verbs that say by their form that the writer acts. */
const firsts = new Map<string, "me" | "we">([
  ["voy", "me"],
  ["vamos", "we"],
  ["tengo", "me"],
  ["tenemos", "we"],
  ["debo", "me"],
  ["quiero", "me"],
  ["puedo", "me"],
  ["quedé", "me"],
  ["prometí", "me"],
]);

/** The subject, or the writer where a Spanish verb form says so without a pronoun. */
export function withFirst(subject: Subject, verbForm: string): Subject {
  const who = subject.who === "none" || subject.who === "thing" ? firsts.get(verbForm) : undefined;
  return who === undefined ? subject : { who, words: null, name: null, from: subject.to, to: subject.to };
}

/** A frame of a verb (or none) at a token, with nothing else known. */
export function baseFrame(verb: Verb | null, at: number): Omit<Frame, "manner" | "subject" | "from"> {
  return {
    verb,
    verbAt: at,
    to: at + 1,
    actFrom: at,
    language: verb?.language ?? "en",
    isNegated: false,
    isHedged: false,
    isQuestion: false,
    report: null,
    reporter: null,
    told: null,
    asker: null,
    isCoordinated: false,
    isElided: false,
  };
}

/** What stood between the verb and what governs it. */
export interface Seen {
  isHedged: boolean;
  isNegated: boolean;
}

/** Adds the words that report an act: "told Ana I'd", "Ana said she'd", "promised that", "heard they will". */
export function reported(sentence: Sentence, frame: Frame): Frame {
  let at = frame.from - 1;
  if (["that", "dass", "que", "qu'"].includes(wordAt(sentence, at))) at -= 1;
  if (wordAt(sentence, at) === ",") at -= 1;
  const object = subjectBefore(sentence, at, true);
  const isTold =
    object.who === "person" ||
    object.who === "me" ||
    object.who === "she" ||
    object.who === "we" ||
    themWords.has(wordAt(sentence, at));
  const sayAt = isTold ? Math.min(object.who === "none" ? at : object.from, at) - 1 : at;
  const say = wordAt(sentence, sayAt);
  const report = saidWords.has(say) ? "said" : newsWords.has(say) ? "news" : null;
  if (report === null) return frame;
  const reporter = subjectBefore(sentence, back(sentence, sayAt - 1).at);
  return {
    ...frame,
    report,
    reporter,
    told: isTold ? object.name : null,
    from: reporter.who === "none" ? sayAt : reporter.from,
  };
}
