import { type Language, type Verb, particleOf, verbsOf } from "./acts.ts";
import type { NameFound } from "./names.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import type { Token } from "./tokens.ts";
import {
  adverbs,
  askWords,
  beWords,
  conjunctions,
  determiners,
  hedges,
  meWords,
  newsWords,
  plainCapitals,
  prepositions,
  roleWords,
  saidWords,
  sheWords,
  theyWords,
  themWords,
  thingWords,
  weWords,
  youWords,
} from "./words.ts";

/** Who acts, grammatically. `she` is a pronoun for one person, `role` someone named by what they do. */
export interface Subject {
  who: "me" | "we" | "you" | "person" | "organization" | "she" | "they" | "role" | "thing" | "none";
  /** The words, without determiners; null for none. */
  words: string | null;
  name: NameFound | null;
  /** Token range. */
  from: number;
  to: number;
}

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

const modals = new Map<string, Manner>([
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
const negations = new Set(
  "not n't no never don't dont doesn't didn't won't wont can't cannot couldn't shouldn't wouldn't isn't aren't nicht nie kein keine pas jamais ne n' nunca jamás".split(
    " ",
  ),
);
const toWords = new Set(["to", "zu", "que", "a", "de", "à", "d'"]);
const boundaries = new Set([
  ",",
  ";",
  ":",
  "-",
  "–",
  "—",
  "(",
  ")",
  ".",
  "!",
  "?",
  "|",
  "/",
  "…",
  "[",
  "]",
  '"',
  "“",
  "„",
  "«",
  "*",
  "•",
  "·",
  "~",
]);

const needs = new Set(
  "need needs needed have has had must 've got ought supposed due brauche braucht tengo tiene hay".split(" "),
);
const wants = new Set(
  "want wants wanted plan plans planning planned intend intends aim aims hope hopes hoping try tries trying like wish quiero quiere".split(
    " ",
  ),
);
const promises = new Set(
  "promised promise promises agreed agree agrees offered offer offers volunteered volunteers committed commits decided said willing happy keen glad ready undertook pledged signed versprochen verspricht prometió promis".split(
    " ",
  ),
);
const remembers = new Set("remember forget reminder note sure".split(" "));

/** The acts said in a sentence, in order of place. Cost is linear in its tokens, but for short looks back. */
export function framesOf(sentence: Sentence): Frame[] {
  const frames: Frame[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") continue;
    const verbs = sentence.nameOf[at] === null || at === 0 ? verbsOf(token.lower) : [];
    const frame = verbs.length > 0 ? verbFrame(sentence, at, verbs, frames.at(-1) ?? null) : null;
    if (frame !== null) frames.push(frame);
    else {
      const other = nounFrame(sentence, at);
      if (other !== null) frames.push(other);
    }
  }
  return frames;
}

/** Walks back over adverbs; says what it saw on the way. */
function back(sentence: Sentence, from: number): { at: number; isHedged: boolean; isNegated: boolean } {
  let at = from;
  let isHedged = false;
  let isNegated = false;
  while (at >= 0) {
    const word = wordAt(sentence, at);
    if (hedges.has(word)) isHedged = true;
    if (negations.has(word)) isNegated = true;
    else if (!adverbs.has(word) && !hedges.has(word)) break;
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

function emptySubject(at: number): Subject {
  return { who: "none", words: null, name: null, from: at, to: at };
}

/** A bare act begins here: nothing of its clause stands before it. */
function isClauseStart(sentence: Sentence, at: number): boolean {
  if (at < 0) return true;
  const token = sentence.tokens[at];
  return token === undefined || boundaries.has(token.text) || token.kind === "arrow";
}

function baseFrame(verb: Verb | null, at: number): Omit<Frame, "manner" | "subject" | "from"> {
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

function verbFrame(sentence: Sentence, at: number, verbs: readonly Verb[], last: Frame | null): Frame | null {
  const left = back(sentence, at - 1);
  const word = wordAt(sentence, left.at);
  const base = verbs.find((verb) => verb.form === "base");
  const english = base?.language === "en";
  const common = { isHedged: left.isHedged, isNegated: left.isNegated };
  if (base !== undefined) {
    const modal = modals.get(word);
    if (modal !== undefined && !(word === "will" && sentence.nameOf[left.at]?.means === "person")) {
      return modalFrame(sentence, base, at, left.at, { ...common, isHedged: left.isHedged || hedges.has(word) });
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
    const fits = agreeing(verbs, subject, sentence, at);
    if (fits !== null) {
      const frame: Frame = { ...baseFrame(fits, at), ...common, manner: "present", subject, from: subject.from };
      return reported(sentence, frame);
    }
  }
  const inverted = germanSubjectAfter(sentence, present, at);
  if (inverted !== null && present !== undefined) {
    return { ...baseFrame(present, at), ...common, manner: "present", subject: inverted, from: left.at + 1 };
  }
  if (base === undefined) return null;
  if (isClauseStart(sentence, left.at)) {
    return { ...baseFrame(base, at), ...common, manner: "bare", subject: emptySubject(at), from: left.at + 1 };
  }
  if (conjunctions.has(word)) return coordinated(sentence, base, at, left.at, last, common);
  if (!english) return foreignBare(sentence, base, at, common);
  return midFrame(sentence, base, at, left.at, common);
}

interface Seen {
  isHedged: boolean;
  isNegated: boolean;
}

/** "I'll send", "Ana would send", "will send". */
function modalFrame(sentence: Sentence, verb: Verb, at: number, modalAt: number, seen: Seen): Frame {
  const word = wordAt(sentence, modalAt);
  const left = back(sentence, modalAt - 1);
  const subject = subjectBefore(sentence, left.at);
  const isElided = subject.who === "none";
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
  if (modal === undefined || !isClauseStart(sentence, back(sentence, subject.from - 2).at)) return null;
  return { ...baseFrame(verb, at), ...seen, manner: modal, subject, from: subject.from - 1, isQuestion: true };
}

/** "to" and what governs it: "going to", "agreed to", "asked Ana to", "Tom to", "remember to", or nothing of these. */
function toFrame(sentence: Sentence, verb: Verb, at: number, toAt: number, seen: Seen): Frame | null {
  const left = back(sentence, toAt - 1);
  const governor = wordAt(sentence, left.at);
  const both: Seen = { isHedged: seen.isHedged || left.isHedged, isNegated: seen.isNegated || left.isNegated };
  const governed = (manner: Manner): Frame => governedFrame(sentence, verb, at, left.at, manner, both);
  if (left.at < 0 || isClauseStart(sentence, left.at)) {
    if (verb.language !== "en") return null;
    return {
      ...baseFrame(verb, at),
      ...both,
      manner: "to",
      subject: emptySubject(at),
      from: left.at + 1,
      isElided: true,
    };
  }
  if (governor === "going" || governor === "gonna") return governed("going");
  if (needs.has(governor)) return governed("need");
  if (promises.has(governor)) return governed("promise");
  if (governor === "love" || (governor === "like" && ["would", "'d"].includes(wordAt(sentence, left.at - 1)))) {
    return governed(governor === "love" ? "wish" : "want");
  }
  if (wants.has(governor)) return governed("want");
  if (remembers.has(governor)) {
    const frame = governed("remember");
    // "make sure to" and "don't forget to": the words before belong to it, and their negation is none of the act's.
    const before = wordAt(sentence, left.at - 1);
    const isOwn = before === "make" || negations.has(before);
    const from = isOwn ? left.at - 1 : left.at;
    return { ...frame, isNegated: false, from: Math.min(from, frame.from) };
  }
  if (beWords.has(governor) && verb.language === "en") {
    const subject = subjectBefore(sentence, back(sentence, left.at - 1).at);
    if (subject.who === "none" || subject.who === "thing") return null;
    return { ...baseFrame(verb, at), ...both, manner: "to", subject, from: subject.from };
  }
  if (verb.language !== "en") return null;
  const asked = askedFrame(sentence, verb, at, left.at, both);
  if (asked !== null) return asked;
  const subject = subjectBefore(sentence, left.at);
  if (subject.who === "person" || subject.who === "organization" || subject.who === "role" || subject.who === "we") {
    const before = wordAt(sentence, subject.from - 1);
    if (prepositions.has(before) || verbsOf(before).length > 0) return null;
    return { ...baseFrame(verb, at), ...both, manner: "to", subject, from: subject.from };
  }
  return nicknameFrame(sentence, verb, at, left.at, both);
}

/** "gkellogg to add": one plain word at the start of a clause, which is no word that takes "to" by itself. */
function nicknameFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const token = sentence.tokens[left];
  if (token === undefined || (token.kind !== "word" && token.kind !== "handle")) return null;
  if (!isClauseStart(sentence, left - 1) || token.lower.length < 2) return null;
  if (takesTo.has(token.lower) || verbsOf(token.lower).length > 0 || adverbs.has(token.lower)) return null;
  const subject: Subject = { who: "person", words: token.text, name: null, from: left, to: left };
  return { ...baseFrame(verb, at), ...seen, manner: "to", subject, from: left };
}

const takesTo = new Set(
  (
    "how what where when who which way ways time idea ideas plan plans reason reasons chance chances easy hard difficult important best better good great nice able unable ready free welcome possible impossible useful helpful fun " +
    "order want wants goal goals aim purpose thing things something nothing anything everything stuff place places lot lots enough too much many more less option options opportunity ability right need needs attempt effort efforts " +
    "interesting necessary safe fine ok okay likely unlikely hope continue happy excited proud sad glad used next step steps up due back down out on over off close key trick focus thanks tools tool allowed required it this that them him her me us you than as only just not and or but in " +
    "access path guide intro introduction approach answer solution link links respect regard according relative similar related thanks contribution contributions update updates change changes move moves pointer pointers feature framework library process rules rule committed"
  ).split(" "),
);

function governedFrame(
  sentence: Sentence,
  verb: Verb,
  at: number,
  governorAt: number,
  manner: Manner,
  seen: Seen,
): Frame {
  let left = back(sentence, governorAt - 1);
  let begin = governorAt;
  // "I am going to", "I have got to", "she would like to", "I do need to": the helping words belong to it.
  for (let steps = 0; steps < 3; steps += 1) {
    const word = wordAt(sentence, left.at);
    if (!beWords.has(word) && !["would", "'d", "have", "has", "had", "'ve", "do", "will", "'ll", "got"].includes(word))
      break;
    begin = left.at;
    const next = back(sentence, left.at - 1);
    left = { at: next.at, isHedged: left.isHedged || next.isHedged, isNegated: left.isNegated || next.isNegated };
  }
  const subject = subjectBefore(sentence, left.at);
  const isElided = subject.who === "none";
  const frame: Frame = {
    ...baseFrame(verb, at),
    manner,
    subject,
    from: isElided ? begin : subject.from,
    isHedged: seen.isHedged || left.isHedged,
    isNegated: seen.isNegated || left.isNegated,
    isElided,
  };
  return reported(sentence, frame);
}

/** "asked me to send", "asked Paul to send", "Ana wants us to", "need Tom to approve", "reminded her to". */
function askedFrame(sentence: Sentence, verb: Verb, at: number, objectEnd: number, seen: Seen): Frame | null {
  const object = subjectBefore(sentence, objectEnd, true);
  if (object.who === "none" || object.who === "thing") return null;
  const governorAt = back(sentence, object.from - 1).at;
  const governor = wordAt(sentence, governorAt);
  const isLike = governor === "like" && ["would", "'d"].includes(wordAt(sentence, governorAt - 1));
  if (!askWords.has(governor) && !isLike) return null;
  const asker = subjectBefore(sentence, back(sentence, governorAt - (isLike ? 2 : 1)).at);
  const from = asker.who === "none" ? governorAt : asker.from;
  return { ...baseFrame(verb, at), ...seen, manner: "asked", subject: object, asker, from };
}

/** "Ana is sending", "I'm calling", "sending the deck tomorrow", "thinking about sending". */
function ingFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const word = wordAt(sentence, left);
  if (word === "about" || word === "of") {
    const governor = wordAt(sentence, left - 1);
    if (governor !== "thinking" && governor !== "think") return null;
    const frame = governedFrame(sentence, verb, at, left - 1, "think", seen);
    return { ...frame, isHedged: true };
  }
  if (beWords.has(word)) {
    const before = back(sentence, left - 1);
    const subject = subjectBefore(sentence, before.at);
    if (subject.who === "none" || subject.who === "thing") return null;
    const isNegated = seen.isNegated || before.isNegated;
    return reported(sentence, {
      ...baseFrame(verb, at),
      isHedged: seen.isHedged || before.isHedged,
      isNegated,
      manner: "ing",
      subject,
      from: subject.from,
    });
  }
  const subject = subjectBefore(sentence, left);
  if (subject.who === "person" || subject.who === "me") {
    return { ...baseFrame(verb, at), ...seen, manner: "ing", subject, from: subject.from };
  }
  if (!isClauseStart(sentence, left)) return null;
  return { ...baseFrame(verb, at), ...seen, manner: "ing", subject: emptySubject(at), from: left + 1, isElided: true };
}

/** The verb form that fits a subject in the present, or null where the words are no sentence of these two. */
function agreeing(verbs: readonly Verb[], subject: Subject, sentence: Sentence, at: number): Verb | null {
  const isFirst = subject.who === "me" || subject.who === "we" || subject.who === "you" || subject.who === "they";
  for (const verb of verbs) {
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

/** German puts the subject behind the verb: "schickt Ana mir", "rufe ich Paul an", "muss ich". */
function germanSubjectAfter(sentence: Sentence, verb: Verb | undefined, at: number): Subject | null {
  if (verb === undefined || (verb.language !== "de" && verb.language !== "es")) return null;
  const next = wordAt(sentence, at + 1);
  if (verb.form === "first" && next === "ich") return { who: "me", words: null, name: null, from: at + 1, to: at + 1 };
  if (verb.form === "first" && at === 0) return { who: "me", words: null, name: null, from: at, to: at };
  if (verb.form === "third" && (next === "sie" || next === "er")) {
    return { who: "she", words: next, name: null, from: at + 1, to: at + 1 };
  }
  const name = sentence.nameOf[at + 1];
  if (verb.form === "third" && name !== null && name !== undefined && name.means === "person") {
    return { who: "person", words: name.words, name, from: at + 1, to: lastOfName(sentence, at + 1) };
  }
  return null;
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
    if (verb.language !== "en") return null;
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
  if (!isObject) return null;
  return { ...baseFrame(verb, at), ...seen, manner: "mid", subject: emptySubject(at), from: at };
}

/** Infinitives: French and Spanish ones begin the line, German ones end it ("Folien an Ana schicken"). */
function foreignBare(sentence: Sentence, verb: Verb, at: number, seen: Seen): Frame | null {
  if (verb.language !== "de") return null;
  let begin = at;
  while (begin > 0 && !isClauseStart(sentence, begin - 1)) {
    const word = wordAt(sentence, begin - 1);
    const modal = modals.get(word);
    if (modal !== undefined) {
      const before = subjectBefore(sentence, begin - 2);
      const after = subjectBefore(sentence, begin);
      const isAfter = before.who === "none" || before.who === "thing";
      const subject = isAfter ? after : before;
      const from = Math.min(begin - 1, subject.who === "none" ? begin - 1 : subject.from);
      return {
        ...baseFrame(verb, at),
        ...seen,
        manner: modal,
        subject,
        from,
        actFrom: begin,
        isElided: subject.who === "none",
      };
    }
    if (beWords.has(word) || meWords.has(word)) return null;
    begin -= 1;
  }
  const next = sentence.tokens[at + 1];
  if (next !== undefined && next.kind === "word" && !conjunctions.has(next.lower) && !prepositions.has(next.lower))
    return null;
  return { ...baseFrame(verb, at), ...seen, manner: "bare", subject: emptySubject(begin), from: begin, actFrom: begin };
}

/** Adds the words that report an act: "told Ana I'd", "Ana said she'd", "promised that", "heard they will". */
function reported(sentence: Sentence, frame: Frame): Frame {
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

/** Acts said without their verb: "asked Paul for the list", "Ana owes me the numbers", "coffee with Ana". */
function nounFrame(sentence: Sentence, at: number): Frame | null {
  const word = wordAt(sentence, at);
  const kind = nounGovernors.get(word);
  if (kind === undefined) return null;
  const left = back(sentence, at - 1);
  const subject = subjectBefore(sentence, left.at);
  const from = subject.who === "none" ? at : subject.from;
  const plain = { ...baseFrame(null, at), isHedged: left.isHedged, isNegated: left.isNegated };
  if (kind === "owes") return { ...plain, manner: "owes", subject, from, isElided: subject.who === "none" };
  if (kind === "waits") return waitsFrame(sentence, at, { ...plain, manner: "waits", subject, from });
  if (kind === "asked") {
    const object = subjectAfter(sentence, at + 1);
    if (object === null) return null;
    const next = wordAt(sentence, object.to + 1);
    const isFor = next === "for" || next === "about";
    const isIf = next === "if" || next === "whether";
    if (!isFor && !isIf) return null;
    if (isIf) return askedIf(sentence, at, object, subject, left.isNegated);
    return { ...plain, manner: "requested", subject: object, asker: subject, from, to: object.to + 2 };
  }
  if (kind === "wants") {
    if (subject.who === "none" || subject.who === "thing") return null;
    const next = sentence.tokens[at + 1];
    if (next === undefined || next.lower === "to" || next.kind === "mark" || verbsOf(next.lower).length > 0)
      return null;
    return { ...plain, manner: "wants", subject, from };
  }
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.lower === "to" || next.kind === "mark") return null;
  return subject.who === "none" || subject.who === "thing" ? null : { ...plain, manner: "promised", subject, from };
}

/** "asked her if she could send", "asked me whether I can": who shall act stands in the question. */
function askedIf(sentence: Sentence, at: number, object: Subject, asker: Subject, isNegated: boolean): Frame | null {
  for (let next = object.to + 2; next < Math.min(sentence.tokens.length, object.to + 8); next += 1) {
    const verb = verbsOf(wordAt(sentence, next)).find((found) => found.form === "base");
    if (verb === undefined || !modals.has(wordAt(sentence, back(sentence, next - 1).at))) continue;
    const actor = subjectBefore(sentence, back(sentence, back(sentence, next - 1).at - 1).at);
    const acts = actor.who === "she" || actor.who === "they" ? object : actor.who === "none" ? object : actor;
    const from = asker.who === "none" ? at : asker.from;
    return { ...baseFrame(verb, next), isNegated, manner: "asked", subject: acts, asker, from };
  }
  return null;
}

function waitsFrame(sentence: Sentence, at: number, frame: Frame): Frame | null {
  const next = wordAt(sentence, at + 1);
  if (next !== "for" && next !== "on" && next !== "auf") return null;
  const whom = subjectAfter(sentence, at + 2);
  return { ...frame, subject: whom ?? emptySubject(at), to: at + 2 };
}

const nounGovernors = new Map<string, "owes" | "waits" | "asked" | "wants" | "promised">([
  ["owe", "owes"],
  ["owes", "owes"],
  ["waiting", "waits"],
  ["awaiting", "waits"],
  ["warte", "waits"],
  ["warten", "waits"],
  ["asked", "asked"],
  ["asks", "asked"],
  ["reminded", "asked"],
  ["wants", "wants"],
  ["wanted", "wants"],
  ["needs", "wants"],
  ["promised", "promised"],
  ["offered", "promised"],
]);

/** The person, pronoun or role that begins at a token, or null. */
export function subjectAfter(sentence: Sentence, at: number): Subject | null {
  const token = sentence.tokens[at];
  if (token === undefined) return null;
  const name = sentence.nameOf[at] ?? null;
  if (name !== null) {
    const to = lastOfName(sentence, at);
    return { who: name.isMe ? "me" : name.means, words: name.words, name, from: at, to };
  }
  if (meWords.has(token.lower)) return { who: "me", words: null, name: null, from: at, to: at };
  if (weWords.has(token.lower)) return { who: "we", words: null, name: null, from: at, to: at };
  if (token.lower === "her" || token.lower === "him" || sheWords.has(token.lower))
    return { who: "she", words: token.lower, name: null, from: at, to: at };
  if (token.lower === "them") return { who: "they", words: token.lower, name: null, from: at, to: at };
  if (isPersonLike(token)) {
    let to = at;
    while (to - at < 2 && isPersonLike(sentence.tokens[to + 1])) to += 1;
    return {
      who: "person",
      words: sentence.text.slice(token.start, sentence.tokens[to]?.end ?? token.end),
      name: null,
      from: at,
      to,
    };
  }
  const skip = determiners.has(token.lower) ? at + 1 : at;
  if (roleWords.has(wordAt(sentence, skip))) {
    return { who: "role", words: sentence.tokens[skip]?.text ?? null, name: null, from: at, to: skip };
  }
  return null;
}

/** Who stands directly before a place: a name, pronoun, role, or some other noun (`thing`); `none` at a clause's start. */
export function subjectBefore(sentence: Sentence, at: number, asObject = false): Subject {
  const token = sentence.tokens[at];
  if (token === undefined || isClauseStart(sentence, at)) {
    if (token?.text === ")" || token?.text === "]") return subjectBeforeBracket(sentence, at);
    return emptySubject(at + 1);
  }
  const { lower } = token;
  const own = (who: Subject["who"]): Subject => ({ who, words: token.text, name: null, from: at, to: at });
  if (lower === "i" || lower === "ich" || lower === "je" || lower === "j'" || lower === "yo") return own("me");
  if (asObject && (lower === "me" || lower === "mir" || lower === "mich")) return own("me");
  if (lower === "we" || lower === "wir" || lower === "nous" || lower === "nosotros") return own("we");
  if (asObject && lower === "us") return own("we");
  if (youWords.has(lower)) return own("you");
  if (sheWords.has(lower) || (asObject && (lower === "her" || lower === "him"))) return own("she");
  if (theyWords.has(lower) || (asObject && lower === "them")) return own("they");
  if (thingWords.has(lower)) return own("thing");
  const name = sentence.nameOf[at] ?? null;
  if (name !== null) {
    let from = at;
    while (from > 0 && sentence.nameOf[from - 1] === name) from -= 1;
    const who = name.isMe ? "me" : name.means;
    return withPartners(sentence, { who, words: name.words, name, from, to: at });
  }
  if (token.kind === "handle") return own("person");
  if (conjunctions.has(lower) || closersBefore.has(lower)) return emptySubject(at + 1);
  if (isPersonLike(token)) {
    let from = at;
    while (at - from < 2 && isPersonLike(sentence.tokens[from - 1]) && sentence.nameOf[from - 1] === null) from -= 1;
    const before = wordAt(sentence, from - 1);
    if (
      !determiners.has(before) &&
      !prepositions.has(before) &&
      !(from === 0 && plainCapitals.has(sentence.tokens[0]?.lower ?? ""))
    ) {
      const start = sentence.tokens[from]?.start ?? token.start;
      return withPartners(sentence, {
        who: "person",
        words: sentence.text.slice(start, token.end),
        name: null,
        from,
        to: at,
      });
    }
  }
  if (roleWords.has(lower)) {
    let from = at;
    for (let steps = 0; steps < 3 && from > 0; steps += 1) {
      const before = wordAt(sentence, from - 1);
      if (determiners.has(before)) {
        from -= 1;
        break;
      }
      if (
        sentence.tokens[from - 1]?.kind !== "word" ||
        prepositions.has(before) ||
        conjunctions.has(before) ||
        verbsOf(before).length > 0
      )
        break;
      from -= 1;
    }
    return { who: "role", words: token.text, name: null, from, to: at };
  }
  if (prepositions.has(lower) || determiners.has(lower)) return { ...own("thing") };
  return own("thing");
}

const closersBefore = new Set(
  "because if when once after before until while that as since unless wenn sobald nachdem damit dass quand si cuando si".split(
    " ",
  ),
);

/** "Ana Ruiz (Contoso) will": the bracket belongs to the name before it. */
function subjectBeforeBracket(sentence: Sentence, close: number): Subject {
  for (let at = close - 1; at >= Math.max(0, close - 8); at -= 1) {
    const text = sentence.tokens[at]?.text;
    if (text === "(" || text === "[") {
      // "[paris] will": the bracket itself holds the name.
      if (text === "[" || at === 0) {
        const inner = subjectAfter(sentence, at + 1);
        return inner === null ? emptySubject(close + 1) : { ...inner, from: at, to: close };
      }
      const subject = subjectBefore(sentence, at - 1);
      return subject.who === "thing" ? emptySubject(close + 1) : { ...subject, to: close };
    }
  }
  return emptySubject(close + 1);
}

/** "Ana and Tom", "Tim, Mike": the others before an owner belong to the words, the last is the name taken. */
function withPartners(sentence: Sentence, subject: Subject): Subject {
  const joint = wordAt(sentence, subject.from - 1);
  if (joint !== "and" && joint !== "&" && joint !== "und" && joint !== "/" && joint !== "+") return subject;
  const before = subjectBefore(sentence, subject.from - 2);
  if (before.who !== "person" && before.who !== "me" && before.who !== "we") return subject;
  if (before.who !== "person") return { ...before, to: subject.to };
  return { ...before, to: subject.to };
}

function lastOfName(sentence: Sentence, at: number): number {
  const name = sentence.nameOf[at] ?? null;
  let to = at;
  if (name !== null) while (sentence.nameOf[to + 1] === name) to += 1;
  return to;
}

/** A capitalised word, or initials, that is no common word: perhaps a person nobody knows yet. */
export function isPersonLike(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === "handle") return true;
  if (token.kind !== "word" || !token.isCapital || token.text.length < 2) return false;
  if (plainCapitals.has(token.lower) || /\d/u.test(token.text)) return false;
  if (token.text === token.text.toUpperCase()) return token.text.length <= 3;
  return verbsOf(token.lower).length === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text);
}
