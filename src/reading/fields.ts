import type { Basis, Certainty, Owner } from "#domain/model/step.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Subject } from "./subjects.ts";
import type { Actor } from "./actors.ts";
import { type Cast, type Somebody, meant, somebodyNamed } from "./cast.ts";
import { folded } from "./names/folding.ts";
import { looksCoined } from "./names/strangers.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { determiners } from "./words.ts";

/** The owner of an act: me, or who it is. `isTheirs` where an arrow that points in, or a heading, says so; `actor` as `actorOf` finds it. */
export function ownerOf(
  sentence: Sentence,
  frame: Frame,
  { cast, actor, isTheirs }: { cast: Cast; actor: Actor | null; isTheirs: boolean },
): { owner: Owner; who: Somebody | null } {
  if (cast.named !== null) return ownedBy(cast, cast.named);
  if (isTheirs && frame.verb === null) {
    const named = sentence.names.find((name) => name.means === "person" && !name.isMe);
    if (named !== undefined) return ownedBy(cast, somebodyNamed(named));
  }
  if (actor !== null && !isTheirs) {
    if (actor.isMe) return { owner: "me", who: null };
    return actor.who === null ? { owner: "them", who: null } : ownedBy(cast, actor.who);
  }
  if (isWish(sentence, frame)) return { owner: "me", who: null };
  if (isByMyName(sentence, frame)) return { owner: "me", who: null };
  const { subject } = frame;
  const isMine =
    subject.who === "me" ||
    subject.who === "we" ||
    subject.who === "you" ||
    subject.who === "none" ||
    subject.who === "thing";
  if (isMine) {
    if (frame.asker !== null && subject.who === "you" && cast.speaker !== null) return { owner: "me", who: null };
    if (cast.speaker !== null) return ownedBy(cast, cast.speaker);
    const isLeftOut = frame.isElided && subject.who === "none";
    if (isTheirs || (isLeftOut && (frame.manner === "present" || promisesMe(sentence, frame)))) {
      const who = meant(sentence, frame.from, "", cast);
      if (who !== null) return ownedBy(cast, who);
      if (isTheirs) return { owner: "them", who: null };
    }
    if (frame.report === "said" && subject.who === "none" && frame.reporter !== null)
      return ownerBySubject(sentence, frame.reporter, cast);
    return { owner: "me", who: null };
  }
  return ownerBySubject(sentence, subject, cast);
}

/** "Karin schickt ihm das Angebot" in Karin's own notes. */
export function isByMyName(sentence: Sentence, { language, verbAt }: Frame): boolean {
  return language !== "en" && (sentence.nameOf[verbAt - 1] ?? null)?.isMe === true;
}

/** A wish of somebody else's: the writer is to fulfil it, though the grammar has the other act. */
export function isWish(sentence: Sentence, frame: Frame): boolean {
  return isWished(sentence, frame) || isWishToMeet(sentence, frame);
}

/** What somebody else wants is for the writer to bring about: "Ana wants to see the numbers", "il nous demande une lettre". */
function isWished(sentence: Sentence, frame: Frame): boolean {
  const { manner, subject, verb, verbAt, isElided } = frame;
  // "asked for our table": of what is ours, they asked and not we.
  if (manner === "requested" && isElided)
    return ["our", "my", "unsere", "unseren", "notre", "nos"].includes(wordAt(sentence, frame.to));
  if (verb === null || !thirds.has(subject.who)) return false;
  if (manner === "want") return perceptions.has(verb.lemma) && verbAt > 0;
  if (manner !== "present" || !askings.test(verb.lemma)) return false;
  const next = sentence.tokens[verbAt + 1];
  if (next === undefined || next.kind !== "word" || (sentence.nameOf[verbAt + 1] ?? null) !== null) return false;
  const isForMe = ["nous", "me", "m'", "nos"].includes(wordAt(sentence, verbAt - 1));
  return verb.language === "en" ? !asides.has(next.lower) : isForMe || determiners.has(next.lower);
}

const thirds = new Set(["person", "she", "they", "organization", "role"]);
const askings = /^(?:asks?|demande|demander|pide|pedir|réclame|réclamer)$/u;
/** After "he asks" a question, a topic or somebody else follows. */
const asides = new Set(
  "if whether what how who when where why about for me us him her them to the that again around".split(" "),
);

/** "Paul wants to meet Ana": not with the writer, so the two are to be put in touch. */
function isWishToMeet(sentence: Sentence, { manner, subject, verb, verbAt }: Frame): boolean {
  if (manner !== "want" || verb === null || verb.lemma !== "meet") return false;
  if (!thirds.has(subject.who)) return false;
  const next = wordAt(sentence, verbAt + 1);
  return (
    (sentence.nameOf[verbAt + 1] ?? null)?.isMe !== true &&
    !["me", "us", "again", "in", "on", "up", "with", "at", ""].includes(next)
  );
}

const pleas = /^(?:pls|plz|please|bitte|stp|svp)$/u;
const perceptions = new Set("know see have get hear read receive".split(" "));

/** "might build us a page": whoever is left out does it for the writer. */
function promisesMe(sentence: Sentence, frame: Frame): boolean {
  if (frame.manner !== "will" && frame.manner !== "would" && frame.manner !== "promise" && frame.manner !== "going")
    return false;
  for (let at = frame.verbAt + 1; at <= frame.verbAt + 3; at += 1) {
    if (["me", "us", "our", "my"].includes(wordAt(sentence, at))) return true;
  }
  return false;
}

function ownedBy(cast: Cast, who: Somebody): { owner: Owner; who: Somebody | null } {
  if (who.isMe) return { owner: "me", who: null };
  const isColleague = who.isColleague || (cast.isGroup && who.organization === null);
  return { owner: isColleague ? "colleague" : "them", who };
}

function ownerBySubject(sentence: Sentence, subject: Subject, cast: Cast): { owner: Owner; who: Somebody | null } {
  if (subject.who === "me" || subject.who === "we")
    return cast.speaker === null ? { owner: "me", who: null } : ownedBy(cast, cast.speaker);
  if (subject.who === "she" || subject.who === "they") {
    const who = meantBy(sentence, subject, cast);
    return who === null ? { owner: "them", who: null } : ownedBy(cast, who);
  }
  // An organization owes, but `who` is for people.
  const who = subject.name?.means === "organization" ? null : somebodyOf(subject);
  return who === null ? { owner: "them", who: null } : ownedBy(cast, who);
}

/** Whom a subject means: the person it names, or whom its pronoun stands for. */
export function actingIn(sentence: Sentence, subject: Subject, cast: Cast): Somebody | null {
  return subject.who === "she" || subject.who === "they" ? meantBy(sentence, subject, cast) : somebodyOf(subject);
}

/** Whom a pronoun that acts means. */
function meantBy(sentence: Sentence, subject: Subject, cast: Cast): Somebody | null {
  return meant(sentence, subject.from, subject.who === "she" ? wordAt(sentence, subject.to) : "", cast);
}

/** A subject or object as somebody; null where it names nobody. */
export function somebodyOf(subject: Subject): Somebody | null {
  if (subject.who === "me") return { name: "me", organization: null, isColleague: false, isMe: true };
  if (subject.name !== null) return somebodyNamed(subject.name);
  if (subject.who === "person" && subject.words !== null) {
    if (isFirm(subject.words)) return null;
    return { name: subject.words.replace(/^@/u, ""), organization: null, isColleague: false, isMe: false };
  }
  return null;
}

/** A strange name that companies and products have and people do not: "Docuforge". */
export function isFirm(words: string): boolean {
  return !words.includes(" ") && looksCoined(folded(words));
}

/** `asked` where it was requested of the owner and not yet promised (S2). */
export function basisOf(
  sentence: Sentence,
  frame: Frame,
  { owner, actor }: { owner: Owner; actor: Actor | null },
): Basis {
  if (actor?.isAsked === true) return "asked";
  if (frame.manner === "asked" || frame.manner === "requested" || frame.manner === "wants") return "asked";
  if (frame.isQuestion || isWish(sentence, frame)) return "asked";
  if (owner !== "me" && (frame.manner === "should" || frame.manner === "need" || frame.manner === "waits"))
    return "asked";
  return frame.subject.who === "person" && pleas.test(wordAt(sentence, frame.subject.to + 1)) ? "asked" : "promised";
}

/** `tentative` only where the note hedges (maybe, might, would, think about, if), S3 and S7. */
export function certaintyOf(sentence: Sentence, frame: Frame, extent: Extent): Certainty {
  if (frame.isHedged || frame.manner === "think") return "tentative";
  if (frame.manner === "would" && frame.report !== "said") return "tentative";
  const after = sentence.text.slice(extent.end, extent.end + 4);
  if (
    (after.startsWith("?") || sentence.text.slice(extent.start, extent.end).includes("?")) &&
    frame.manner !== "question" &&
    frame.manner !== "asked"
  )
    return "tentative";
  const around = sentence.text.slice(Math.max(0, extent.start - 60), extent.end + 60);
  if (
    /(?<![\p{L}\p{N}])(?:maybe|perhaps|possibly|might|vielleicht|eventuell|evtl|peut-être|quizás?|tal vez|a lo mejor|not sure|unsure|if possible|if time|time permitting|if we can|if I can|could be worth|worth considering|consider|tbc|to be confirmed|we shall see|we(?:'|’)ll see|à voir|à confirmer|por confirmar|noch offen)(?![\p{L}\p{N}])/iu.test(
      sentence.text.slice(extent.start, extent.end + 24),
    )
  )
    return "tentative";
  if (
    /(?<![\p{L}\p{N}])(?:maybe|perhaps|vielleicht|peut-être|quizás?|tal vez)(?![\p{L}\p{N}])[^.;]{0,16}$/iu.test(
      sentence.text.slice(Math.max(0, extent.start - 24), extent.start),
    )
  )
    return "tentative";
  // An "if" that is the owner's own next act leaves it firm; that finer reading is beyond words alone.
  if (
    /(?<![\p{L}\p{N}])(?:if|falls|unless|wenn|sofern)(?![\p{L}\p{N}])|^(?:si|s'il) /iu.test(around) &&
    frame.manner !== "asked" &&
    !/(?<![\p{L}\p{N}])(?:asked?|asks|see|check|know|wonder|find out|tell \p{L}+|whether) if\b/iu.test(around)
  )
    return "tentative";
  return "firm";
}
