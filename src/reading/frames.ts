import { type Verb, particleOf } from "./acts.ts";
import {
  acting,
  contracted,
  foreignBare,
  germanClause,
  germanSubjectAfter,
  guessedPresent,
  simpleFuture,
  unknownInfinitive,
} from "./foreign.ts";
import { type Frame, type Seen, back, baseFrame, modals, reported, withFirst } from "./frame.ts";
import { ingFrame, toFrame } from "./governed.ts";
import { asking, requestFrame } from "./requests.ts";
import { type Sentence, verbsAt, wordAt } from "./sentence.ts";
import { type Subject, emptySubject, isClauseStart, subjectBefore } from "./subjects.ts";
import type { ActPlace } from "./spelling.ts";
import { appointmentFrame, nounFrame, nounGovernors } from "./things.ts";
import type { Token } from "./tokens.ts";
import {
  appointmentNouns,
  beWords,
  conjunctions,
  determiners,
  hedges,
  judgements,
  meWords,
  prepositions,
  theyWords,
  themWords,
  weWords,
  youWords,
} from "./words.ts";

const toWords = new Set(["to", "zu", "que", "a", "de", "à", "d'"]);
/** The acts said in a sentence, in order of place. Cost is linear in its tokens, but for short looks back. */
export function framesOf(sentence: Sentence): Frame[] {
  const frames: Frame[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || !mayAct(sentence, at, token)) continue;
    const isName = sentence.nameOf[at] !== null && at > 0;
    const frame =
      nounFrame(sentence, at) ??
      requestFrame(sentence, at) ??
      (isName ? null : futureFrame(sentence, at)) ??
      (isName ? null : verbFrame(sentence, at, verbsHere(sentence, at), frames.at(-1) ?? null)) ??
      appointmentFrame(sentence, at);
    if (frame !== null) frames.push(withHedge(sentence, frame));
  }
  return frames;
}

/**
 * A cheap look: whether an act can be said at a word at all. At most words it cannot: they are no verb and none of the nouns
 * that stand for one, and no language, name or word before makes a verb of what no table knows.
 */
function mayAct(sentence: Sentence, at: number, token: Token): boolean {
  if (sentence.languages.size > 0 || placeOf(token).isHere) return true;
  const before = sentence.tokens[at - 1];
  return before !== undefined && (placeOf(before).isNext || sentence.nameOf[at - 1]?.means === "person");
}

function placeOf({ lower, spelling }: Token): ActPlace {
  return (spelling.acts ??= {
    isHere: spelling.verbs.length > 0 || nounGovernors.has(lower) || asking.has(lower) || appointmentNouns.has(lower),
    isNext: lower === "to" || modals.has(lower) || acting.has(lower) || contracted.has(lower),
  });
}

/** "Perhaps I can talk": a hedge before the subject belongs to the act. */
function withHedge(sentence: Sentence, frame: Frame): Frame {
  const before = wordAt(sentence, frame.from - 1);
  if (!hedges.has(before) && !openers.has(before)) return frame;
  const isHedged = frame.isHedged || hedges.has(before);
  return { ...frame, from: frame.from - 1, isHedged };
}

/** "Fanny enverra", "il mettrait", "me mandará": future and conditional in one word. */
function futureFrame(sentence: Sentence, at: number): Frame | null {
  const found = simpleFuture(sentence, at);
  if (found === null) return null;
  const left = back(sentence, at - 1, true);
  const subject = subjectBefore(sentence, left.at);
  const lower = wordAt(sentence, at);
  const isFirst = /(?:ai|é)$/u.test(lower);
  const actor: Subject = subject.who === "none" && isFirst ? { ...subject, who: "me" } : subject;
  if (actor.who === "thing") return null;
  const frame: Frame = {
    ...baseFrame(found.verb, at),
    isHedged: left.isHedged,
    isNegated: left.isNegated,
    manner: found.manner,
    subject: actor,
    from: actor.who === "none" || actor.words === null ? left.at + 1 : actor.from,
    isElided: subject.who === "none",
  };
  return reported(sentence, frame);
}

/** A word's readings as a verb; any plain word after "will" or "to" is one, known or not. */
function verbsHere(sentence: Sentence, at: number): readonly Verb[] {
  const verbs = verbsAt(sentence, at);
  const token = sentence.tokens[at];
  if (verbs.length > 0) return token !== undefined && isHelper(sentence, at, token.lower) ? [] : verbs;
  const foreign = unknownInfinitive(sentence, at) ?? guessedPresent(sentence, at);
  if (foreign !== null) return [foreign];
  const before = wordAt(sentence, at - 1);
  const isAfterModal = before !== "to" && modals.has(before) && /^[a-z']+$/u.test(before);
  if (!isAfterModal && before !== "to") return verbs;
  if (token === undefined || token.isCapital || token.text.length < 3 || !/^[a-z-]+$/u.test(token.text)) return verbs;
  if (
    determiners.has(token.lower) ||
    prepositions.has(token.lower) ||
    hedges.has(token.lower) ||
    noVerbs.has(token.lower)
  )
    return verbs;
  return [
    { lemma: token.lower, form: "base", language: "en", kind: "do", class: "make", isNounToo: false, isGuess: true },
  ];
}

/** "has sold", "do you", "see whether": the word helps another verb, or says nothing of an act. */
function isHelper(sentence: Sentence, at: number, lower: string): boolean {
  const next = sentence.tokens[at + 1];
  if (lower === "see") {
    const isPerson =
      next !== undefined &&
      ((sentence.nameOf[at + 1] ?? null) !== null ||
        themWords.has(next.lower) ||
        next.lower === "mr" ||
        next.lower === "mrs" ||
        next.lower === "dr");
    return !isPerson && !seen.has(next?.lower ?? "");
  }
  if (!helpers.has(lower)) return false;
  if (next === undefined || next.kind === "mark") return true;
  const before = wordAt(sentence, at - 1);
  if (lower === "have" || lower === "has" || lower === "having") {
    if (before !== "to" && !modals.has(before) && at > 0 && !isClauseStart(sentence, at - 1)) return true;
    return (
      next.lower === "to" || next.lower === "been" || verbsAt(sentence, at + 1).some((verb) => verb.form === "past")
    );
  }
  if (lower === "do" || lower === "does") {
    return (
      next.lower === "not" ||
      meWords.has(next.lower) ||
      weWords.has(next.lower) ||
      youWords.has(next.lower) ||
      theyWords.has(next.lower) ||
      (sentence.nameOf[at + 1] ?? null) !== null
    );
  }
  return before !== "to" && !modals.has(before);
}

/** "see if the school wants them": to find out. */
const seen = new Set("if whether what how who which".split(" "));

const helpers = new Set("have has having do does be is being".split(" "));

const noVerbs = new Set(
  "like love not also just then quickly please probably maybe still now only all both again never always them him her you this that everyone someone something everything life work date production end edge cloud customers users people others each".split(
    " ",
  ),
);

const openers = new Set(
  "maybe perhaps please pls plz possibly vielleicht vllt evtl eventuell peut-être quizá quizás bitte".split(" "),
);

function verbFrame(sentence: Sentence, at: number, verbs: readonly Verb[], last: Frame | null): Frame | null {
  if (verbs.length === 0) return null;
  const isRomance = verbs[0]?.language === "fr" || verbs[0]?.language === "es";
  const left = back(sentence, at - 1, isRomance);
  const word = wordAt(sentence, left.at);
  const base = verbs.find((verb) => verb.form === "base");
  const english = base?.language === "en";
  const common = { isHedged: left.isHedged, isNegated: left.isNegated };
  if (base !== undefined) {
    const modal = modals.get(word);
    if (modal !== undefined && base.lemma === "be" && english) return null;
    if (modal !== undefined && !(word === "will" && sentence.nameOf[left.at]?.means === "person")) {
      return modalFrame(sentence, base, at, left.at, { ...common, isHedged: left.isHedged || hedges.has(word) });
    }
    if (base.language === "de" && (word === "zu" || /^\p{L}{2,7}zu\p{L}{3,}en$/u.test(wordAt(sentence, at)))) {
      const clause = germanClause(sentence, base, at, word === "zu" ? left.at : at);
      if (clause !== null) return clause;
    }
    if (toWords.has(word) && (english ? word === "to" : word !== "to")) {
      const frame = toFrame(sentence, base, at, left.at, common);
      if (frame !== null) return frame;
      if (english) return coordinated(sentence, base, at, left.at, last, common);
    }
    if (word === "let's" || word === "lets" || (word === "'s" && wordAt(sentence, left.at - 1) === "let")) {
      const from = word === "'s" ? left.at - 1 : left.at;
      const subject: Subject = { who: "we", words: null, name: null, from, to: left.at };
      return { ...baseFrame(base, at), ...common, manner: "lets", subject, from };
    }
    if (word === "me" && wordAt(sentence, left.at - 1) === "let") {
      const subject: Subject = { who: "me", words: null, name: null, from: left.at - 1, to: left.at };
      return { ...baseFrame(base, at), ...common, manner: "will", subject, from: left.at - 1 };
    }
    if (word === "don't" || word === "dont" || (word === "not" && wordAt(sentence, left.at - 1) === "do")) {
      if (wordAt(sentence, at) === "forget") return null;
      return {
        ...baseFrame(base, at),
        isHedged: false,
        isNegated: true,
        manner: "bare",
        subject: emptySubject(at),
        from: left.at,
      };
    }
  }
  // "could you send", "should I call", "will Ana send": the modal stands before its subject.
  if (base !== undefined && english) {
    const asked = invertedFrame(sentence, base, at, left.at, common);
    if (asked !== null) return asked;
  }
  const ing = verbs.find((verb) => verb.form === "ing");
  if (ing !== undefined) return ingFrame(sentence, ing, at, left.at, common);
  const subject = subjectBefore(sentence, left.at);
  const present = verbs.find((verb) => verb.form === "s" || verb.form === "third" || verb.form === "first");
  if (subject.who !== "none" && subject.who !== "thing") {
    const fits = isReceiver(subject, last) ? null : agreeing(verbs, subject, sentence, at);
    if (fits !== null) {
      const frame: Frame = { ...baseFrame(fits, at), ...common, manner: "present", subject, from: subject.from };
      return reported(sentence, frame);
    }
  }
  const inverted = germanSubjectAfter(sentence, present, at);
  if (inverted !== null && present !== undefined) {
    return { ...baseFrame(present, at), ...common, manner: "present", subject: inverted, from: left.at + 1 };
  }
  if (base === undefined) return elidedFrame(sentence, present, at, left.at, common);
  // "... maybe look them up", "... please send": such a word begins a thought, with a full stop or without.
  const isOpened = left.at < at - 1 && openers.has(wordAt(sentence, left.at + 1));
  if (isClauseStart(sentence, left.at) || isOpened) {
    return { ...baseFrame(base, at), ...common, manner: "bare", subject: emptySubject(at), from: left.at + 1 };
  }
  if (conjunctions.has(word)) return coordinated(sentence, base, at, left.at, last, common);
  if (!english) return foreignBare(sentence, base, at, common);
  return midFrame(sentence, base, at, left.at, common);
}

/** "sends seat export next week", "me manda el script": the subject is left out and is whom the notes are about. */
function elidedFrame(sentence: Sentence, verb: Verb | undefined, at: number, left: number, seen: Seen): Frame | null {
  if (verb === undefined || !isClauseStart(sentence, left)) return null;
  const next = sentence.tokens[at + 1];
  if (next === undefined || (verb.isNounToo && next.kind !== "word")) return null;
  const isFirst = verb.form === "first";
  const subject: Subject = { ...emptySubject(left + 1), who: isFirst ? "me" : "none" };
  return { ...baseFrame(verb, at), ...seen, manner: "present", subject, from: left + 1, isElided: true };
}

/** "I'll send", "Ana would send", "will send". */
function modalFrame(sentence: Sentence, verb: Verb, at: number, modalAt: number, seen: Seen): Frame {
  const word = wordAt(sentence, modalAt);
  const left = back(sentence, modalAt - 1);
  const found = subjectBefore(sentence, left.at);
  const subject = found.who === "none" ? withFirst(found, word) : found;
  const isElided = found.who === "none";
  const manner = modals.get(word) ?? "will";
  const frame: Frame = {
    ...baseFrame(verb, at),
    manner,
    subject,
    from: isElided ? modalAt : subject.from,
    isHedged: seen.isHedged || left.isHedged,
    isNegated: seen.isNegated || left.isNegated || word.endsWith("n't") || word === "cannot" || word === "wont",
    isElided,
  };
  return reported(sentence, frame);
}

/** "could you send", "can Ana send", "shall we meet". */
function invertedFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const subject = subjectBefore(sentence, left);
  if (subject.who === "none" || subject.who === "thing") return null;
  const modal = modals.get(wordAt(sentence, subject.from - 1));
  if (modal === undefined) return null;
  const before = back(sentence, subject.from - 2).at;
  // "Tom, could you send ...": whoever is addressed shall act.
  const called =
    subject.who === "you" ? subjectBefore(sentence, wordAt(sentence, before) === "," ? before - 1 : before) : null;
  if (called !== null && (called.who === "person" || called.who === "me") && isClauseStart(sentence, called.from - 1)) {
    return { ...baseFrame(verb, at), ...seen, manner: "asked", subject: called, from: called.from };
  }
  if (!isClauseStart(sentence, before)) return null;
  return { ...baseFrame(verb, at), ...seen, manner: modal, subject, from: subject.from - 1, isQuestion: true };
}

/** "send Ana numbers": whom something is sent to does not act, what follows is the thing. */
function isReceiver(subject: Subject, last: Frame | null): boolean {
  return last !== null && last.verb?.kind === "email" && last.verbAt === subject.from - 1 && last.manner === "bare";
}

/** The verb form that fits a subject in the present, or null where the words are no sentence of these two. */
function agreeing(verbs: readonly Verb[], subject: Subject, sentence: Sentence, at: number): Verb | null {
  const isFirst = subject.who === "me" || subject.who === "we" || subject.who === "you" || subject.who === "they";
  for (const verb of verbs) {
    if (thoughts.has(verb.lemma)) continue;
    if (verb.language === "en") {
      if (verb.form === "base" && (isFirst || isBareAfterName(sentence, subject, verb, at))) return verb;
      if (verb.form === "s" && !isFirst) return verb;
    } else if (verb.form === "first" && subject.who === "me") return verb;
    else if (verb.form === "third" && !isFirst) return verb;
    else if (verb.form === "base" && verb.language === "de" && (subject.who === "we" || subject.who === "they"))
      return verb;
  }
  return null;
}

/** What one thinks or knows in the present is no act. */
const thoughts = new Set(
  "think know feel believe mean seem understand remember like love want need hope expect".split(" "),
);

/** "Tom send the report": a name and a bare verb, where the verb cannot be the second half of a noun. */
function isBareAfterName(sentence: Sentence, subject: Subject, verb: Verb, at: number): boolean {
  if (subject.who !== "person") return false;
  if (!isClauseStart(sentence, subject.from - 1) && !conjunctions.has(wordAt(sentence, subject.from - 1))) return false;
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.kind === "mark") return false;
  if (!verb.isNounToo) return true;
  return (
    determiners.has(next.lower) ||
    next.isCapital ||
    particleOf(verb.lemma, next.lower) !== null ||
    themWords.has(next.lower)
  );
}

function coordinated(
  sentence: Sentence,
  verb: Verb,
  at: number,
  left: number,
  last: Frame | null,
  seen: Seen,
): Frame | null {
  const isAfterConjunction = conjunctions.has(wordAt(sentence, left)) || isClauseStart(sentence, left);
  if (!isAfterConjunction) return null;
  if (last === null || last.verb === null || at - last.verbAt > 40) {
    if (verb.language !== "en" || (verb.isNounToo && !isObject(sentence, at + 1))) return null;
    return { ...baseFrame(verb, at), ...seen, manner: "bare", subject: emptySubject(at), from: at };
  }
  return {
    ...last,
    ...baseFrame(verb, at),
    isHedged: seen.isHedged || last.isHedged,
    isNegated: seen.isNegated,
    isQuestion: last.isQuestion,
    report: last.report,
    reporter: last.reporter,
    told: last.told,
    asker: last.asker,
    isCoordinated: true,
    isElided: last.isElided,
    from: at,
  };
}

/** A name, pronoun or determiner: only an object of a verb begins so. */
function isObject(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at);
  return determiners.has(word) || themWords.has(word) || meWords.has(word) || (sentence.nameOf[at] ?? null) !== null;
}

/** "great chat send her the deck": no sign before the verb, but what follows can only be its object. */
function midFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const word = wordAt(sentence, left);
  if (determiners.has(word) || prepositions.has(word) || modals.has(word) || meWords.has(word) || weWords.has(word))
    return null;
  if (youWords.has(word) || theyWords.has(word) || beWords.has(word) || verb.class === "general") return null;
  if (
    ["to", "how", "who", "what", "where", "when", "why", "that", "which", "if", "not", "do", "does", "did"].includes(
      word,
    )
  )
    return null;
  const next = sentence.tokens[at + 1];
  if (next === undefined) return null;
  const name = sentence.nameOf[at + 1];
  const isObject =
    themWords.has(next.lower) ||
    meWords.has(next.lower) ||
    determiners.has(next.lower) ||
    (name !== null && name !== undefined) ||
    particleOf(verb.lemma, next.lower) !== null;
  const isWith = (next.lower === "w" || next.lower === "with") && (sentence.nameOf[at + 2] ?? null) !== null;
  if (!isObject && !isWith) return null;
  // "Good talk with Ana": it was one, and nobody is to hold it.
  if (verb.isNounToo && judgements.has(word) && (next.lower === "with" || next.lower === "w")) return null;
  return { ...baseFrame(verb, at), ...seen, manner: "mid", subject: emptySubject(at), from: at };
}
