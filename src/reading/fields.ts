import type { Basis, Certainty, Owner, StepKind } from "#domain/model/step.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Subject } from "./subjects.ts";
import { type Cast, type Somebody, meant, somebodyNamed } from "./cast.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { adverbs, conjunctions, plainCapitals, determiners, prepositions } from "./words.ts";

/** The owner of an act: me, or who it is. `mark` is "theirs" for an arrow that points in. */
export function ownerOf(
  sentence: Sentence,
  frame: Frame,
  cast: Cast,
  isTheirs: boolean,
): { owner: Owner; who: Somebody | null } {
  if (cast.named !== null) return ownedBy(cast, cast.named);
  if (isTheirs && frame.verb === null) {
    const named = sentence.names.find((name) => name.means === "person" && !name.isMe);
    if (named !== undefined) return ownedBy(cast, somebodyNamed(named));
  }
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
  const who = somebodyOf(subject);
  return who === null ? { owner: "them", who: null } : ownedBy(cast, who);
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
    return { name: subject.words.replace(/^@/u, ""), organization: null, isColleague: false, isMe: false };
  }
  return null;
}

/** `asked` where it was requested of the owner and not yet promised (S2). */
export function basisOf(frame: Frame, owner: Owner): Basis {
  if (frame.manner === "asked" || frame.manner === "requested" || frame.manner === "wants") return "asked";
  if (frame.isQuestion) return "asked";
  if (owner !== "me" && (frame.manner === "should" || frame.manner === "need" || frame.manner === "waits"))
    return frame.manner === "waits" ? "promised" : "asked";
  return "promised";
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
    /(?<![\p{L}\p{N}])(?:maybe|perhaps|possibly|might|vielleicht|eventuell|evtl|peut-être|quizás?|tal vez|a lo mejor|not sure|unsure|if possible|if time|time permitting|if we can|if I can|could be worth|worth considering|consider)(?![\p{L}\p{N}])/iu.test(
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

/** Whom the act is directed at: the person after the verb, or the one it is for, to, with. */
export function withOf(sentence: Sentence, frame: Frame, extent: Extent, cast: Cast, kind: StepKind): Somebody | null {
  const actor = somebodyOf(frame.subject)?.name ?? null;
  const from = frame.language === "en" || frame.actFrom < frame.verbAt ? frame.actFrom : frame.verbAt;
  const isMine = frame.subject.who === "me" || frame.subject.who === "we";
  if (frame.manner === "requested" || frame.manner === "waits" || frame.manner === "wants" || frame.manner === "owes") {
    if (frame.manner === "owes") return isMine ? firstPerson(sentence, frame.verbAt, extent, cast, actor) : null;
    return isMine ? askerOf(sentence, frame, cast) : null;
  }
  if (frame.manner === "asked" && isMine)
    return askerOf(sentence, frame, cast) ?? firstPerson(sentence, from, extent, cast, actor);
  const direct = firstPerson(sentence, from, extent, cast, actor);
  if (direct !== null) return direct;
  if (frame.told !== null) return somebodyNamed(frame.told);
  if (frame.language !== "en") {
    // "ich schicke es Ana", "Ana anrufen": other word orders put the person anywhere in the act.
    for (const name of sentence.names) {
      if (name.means !== "person" || name.start < extent.start || name.end > extent.end) continue;
      if (name !== frame.subject.name) return somebodyNamed(name);
    }
    const pronounAt = pronounBeside(sentence, frame);
    if (pronounAt !== null) return meant(sentence, pronounAt, wordAt(sentence, pronounAt), cast, actor);
  }
  const isOpen = frame.subject.who === "me" || frame.subject.who === "none" || frame.subject.who === "we";
  return isOpen && turning.has(kind) && !hasObject(sentence, frame, kind) ? cast.other : null;
}

/** "call the printer", "message legal": the act has its own other side, only not by name. */
function hasObject(sentence: Sentence, frame: Frame, kind: StepKind): boolean {
  if (kind === "email" || frame.verb === null) return false;
  const next = sentence.tokens[frame.verbAt + 1];
  if (next === undefined || next.kind !== "word") return false;
  if (prepositions.has(next.lower) || adverbs.has(next.lower) || ["back", "again", "up"].includes(next.lower))
    return false;
  return !sentence.days().some((day) => day.start <= next.start && day.end > next.start);
}

/** Kinds that need another side, so that who is spoken of is meant where nobody is named. */
const turning = new Set<StepKind>(["call", "email", "message", "meet"]);

function askerOf(sentence: Sentence, frame: Frame, cast: Cast): Somebody | null {
  const { asker } = frame;
  if (asker === null || asker.who === "none") return meant(sentence, frame.from, "", cast);
  return asker.who === "she" || asker.who === "they" ? meantBy(sentence, asker, cast) : somebodyOf(asker);
}

const pronouns = new Set("ihn ihr ihm ihnen lui leur l' le la les lo le".split(" "));

/** A foreign object pronoun before or after the verb ("je l'appelle", "ihr schicken"). */
function pronounBeside(sentence: Sentence, frame: Frame): number | null {
  for (let at = Math.max(0, frame.verbAt - 2); at <= frame.verbAt + 2; at += 1) {
    const word = wordAt(sentence, at);
    if (at !== frame.verbAt && pronouns.has(word) && (at < frame.verbAt || !determiners.has(word))) return at;
  }
  return /(?:[aei]r)(?:le|les|lo|la)$/u.test(wordAt(sentence, frame.verbAt)) ? frame.verbAt : null;
}

function firstPerson(
  sentence: Sentence,
  from: number,
  extent: Extent,
  cast: Cast,
  actor: string | null,
): Somebody | null {
  for (let at = from; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start >= extent.end) break;
    const name = sentence.nameOf[at] ?? null;
    if (name !== null && name.means === "person" && !name.isMe) return somebodyNamed(name);
    if (at > from && at <= from + 3 && family.has(token.lower)) {
      return { name: token.text, organization: null, isColleague: false, isMe: false };
    }
    if (at > from && ["her", "him"].includes(token.lower) && isObjectPlace(sentence, at))
      return meant(sentence, at, token.lower, cast, actor);
    if (at > from && token.lower === "them" && isObjectPlace(sentence, at) && at <= from + 2)
      return meant(sentence, at, token.lower, cast, actor);
  }
  return null;
}

const family = new Set(
  "mom mum mama mami dad papa oma opa mother father wife husband sister brother mamie papi abuela mutti vati".split(
    " ",
  ),
);

/** "send her the deck", "call her", not "her deck" alone after a preposition of place. */
function isObjectPlace(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.kind !== "word") return true;
  return (
    determiners.has(next.lower) ||
    prepositions.has(next.lower) ||
    conjunctions.has(next.lower) ||
    wordAt(sentence, at - 1) !== "in"
  );
}

/** The organization the act concerns: the other side's, else one named in its words. */
export function organizationOf(
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  people: readonly (Somebody | null)[],
): string | null {
  for (const person of people) {
    if (person !== null && person.organization !== null && !person.isColleague) return person.organization;
  }
  const named = sentence.names.find(
    (name) => name.means === "organization" && name.start >= extent.start && name.end <= extent.end,
  );
  if (named !== undefined) return named.name ?? named.words;
  return people.every((person) => person === null) ? organizationCalled(sentence, frame, extent) : null;
}

/** "call Lojas Íris", "write to Wexford", "waiting on Wessex": a name right behind that is no known person's. */
function organizationCalled(sentence: Sentence, frame: Frame, extent: Extent): string | null {
  const { verb, manner } = frame;
  const isTurned = verb === null ? manner === "waits" : verb.class === "contact";
  if (!isTurned) return null;
  let at = frame.verbAt + 1;
  while (approach.has(wordAt(sentence, at))) at += 1;
  const first = at;
  while (at - first < 4 && isProper(sentence, at)) at += 1;
  const start = sentence.tokens[first]?.start ?? extent.end;
  const end = sentence.tokens[at - 1]?.end ?? start;
  return at === first || end > extent.end ? null : sentence.text.slice(start, end);
}

const approach = new Set(
  "to at with the from in on for back up out off by à la le les l' au a al an die der das bei mit chez con".split(" "),
);

function isProper(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word" || (sentence.nameOf[at] ?? null) !== null) return false;
  if (plainCapitals.has(token.lower) || token.text.length < 2) return false;
  if (sentence.languages.has("de")) return false;
  return token.isCapital && !sentence.days().some((day) => day.start <= token.start && day.end > token.start);
}
