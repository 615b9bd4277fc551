import type { Audience, Basis, Certainty, Owner, StepKind } from "#domain/model/step.ts";
import { particleOf } from "./acts.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { type Subject, isPersonLike } from "./subjects.ts";
import type { NameFound } from "./names.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { appointmentNouns, conjunctions, determiners, prepositions } from "./words.ts";

/** Somebody as a step names them: full name where known, words as written where not. */
export interface Somebody {
  name: string;
  organization: string | null;
  isColleague: boolean;
  isMe: boolean;
}

/** What pronouns and speakers stand for around a sentence. */
export interface Cast {
  /** The person spoken of last; "he", "she", "her" and "him" mean them. */
  focus: Somebody | null;
  /** Who "I" is where a line begins with who speaks ("Tom: I'll send it"); null for the writer. */
  speaker: Somebody | null;
  /** The owner written beside a mark or at the end of the line. */
  named: Somebody | null;
}

/** The owner of an act: me, or who it is. `mark` is "theirs" for an arrow that points in. */
export function ownerOf(frame: Frame, cast: Cast, mark: string | null): { owner: Owner; who: Somebody | null } {
  if (cast.named !== null) return ownedBy(cast.named);
  const { subject } = frame;
  const isMine =
    subject.who === "me" ||
    subject.who === "we" ||
    subject.who === "you" ||
    subject.who === "none" ||
    subject.who === "thing";
  if (isMine) {
    if (frame.asker !== null && subject.who === "you" && cast.speaker !== null) return { owner: "me", who: null };
    if (cast.speaker !== null) return ownedBy(cast.speaker);
    if (frame.manner === "present" && frame.isElided && subject.who === "none" && cast.focus !== null)
      return ownedBy(cast.focus);
    if (mark === "theirs") return cast.focus === null ? { owner: "them", who: null } : ownedBy(cast.focus);
    if (frame.report === "said" && subject.who === "none" && frame.reporter !== null)
      return ownerBySubject(frame.reporter, cast);
    return { owner: "me", who: null };
  }
  return ownerBySubject(subject, cast);
}

function ownedBy(who: Somebody): { owner: Owner; who: Somebody | null } {
  if (who.isMe) return { owner: "me", who: null };
  return { owner: who.isColleague ? "colleague" : "them", who };
}

function ownerBySubject(subject: Subject, cast: Cast): { owner: Owner; who: Somebody | null } {
  if (subject.who === "me" || subject.who === "we")
    return cast.speaker === null ? { owner: "me", who: null } : ownedBy(cast.speaker);
  if (subject.who === "she" || subject.who === "they")
    return cast.focus === null ? { owner: "them", who: null } : ownedBy(cast.focus);
  const who = somebodyOf(subject);
  return who === null ? { owner: "them", who: null } : ownedBy(who);
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

export function somebodyNamed(found: NameFound): Somebody {
  return {
    name: found.name ?? found.words,
    organization: found.means === "organization" ? (found.name ?? found.words) : found.organization,
    isColleague: found.isColleague,
    isMe: found.isMe,
  };
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
    /\b(?:maybe|perhaps|possibly|might|vielleicht|eventuell|evtl|peut-être|quizás?|tal vez|a lo mejor|not sure|unsure|if possible|if time|time permitting|if we can|if I can|could be worth|worth considering|consider)\b/iu.test(
      sentence.text.slice(extent.start, extent.end + 24),
    )
  )
    return "tentative";
  if (
    /\b(?:maybe|perhaps|vielleicht|peut-être|quizás?|tal vez)\b[^.;]{0,16}$/iu.test(
      sentence.text.slice(Math.max(0, extent.start - 24), extent.start),
    )
  )
    return "tentative";
  // An "if" that is the owner's own next act leaves it firm; that finer reading is beyond words alone.
  if (
    /\b(?:if|falls|unless)\b/iu.test(around) &&
    frame.manner !== "asked" &&
    !/\b(?:asked?|asks|see|check|know|wonder|find out|tell \p{L}+|whether) if\b/iu.test(around)
  )
    return "tentative";
  return "firm";
}

const callNouns = new Set("call phone telephone ring telefonat anruf llamada appel phonecall".split(" "));
const mailWords = new Set("email e-mail mail mails emails correo".split(" "));
const chatWords = new Set(
  "linkedin slack whatsapp sms dm chat teams signal telegram discord text message messenger xing mastodon".split(" "),
);
const introWords = new Set("intro intros introduction introductions".split(" "));
const arranging = new Set(
  "book schedule arrange organise organize plan set setup have do propose request suggest fix confirm get find make grab vereinbaren ausmachen caler fixer agendar concertar hold offer start host join planifier organiser quedar tener need".split(
    " ",
  ),
);
const teamWords =
  /\b(?:team|colleagues|the office|squad|équipe|equipo|everyone at (?:work|home)|all[- ]hands|stand-?up|internally|the others|kollegen|boss|management|leadership|sales)\b/iu;
const chapterWords = /\b(?:chapter|guild|community of practice|meetup|user group|community)\b/iu;
const publicWords =
  /\b(?:blog|public|publicly|linkedin post|twitter|mastodon|newsletter|podcast|post on linkedin|website)\b/iu;

/** The kind, by the verb and the medium that is named (reading.md). */
export function kindOf(sentence: Sentence, frame: Frame, extent: Extent): StepKind {
  const verb = frame.verb;
  const first = sentence.tokens[frame.verbAt + 1]?.lower ?? "";
  if (frame.manner === "appointment") return appointmentNouns.get(wordAt(sentence, frame.verbAt)) ?? "meet";
  if (frame.manner === "question") return "message";
  const words = sentence.tokens
    .slice(frame.verbAt + 1)
    .filter((token) => token.end <= extent.end)
    .map((token) => token.lower);
  const near = words.slice(0, 6);
  if (verb === null) return kindOfThing(sentence.text.slice(extent.start, extent.actEnd), words);
  const phrase = particleOf(verb.lemma, first) ?? particleAfterObject(verb.lemma, words);
  const kind = phrase?.kind ?? verb.kind;
  if (introWords.has(verb.lemma) || near.some((word) => introWords.has(word))) return "introduce";
  if (verb.lemma === "connect" && first === "with")
    return near.some((word) => chatWords.has(word)) ? "message" : "message";
  if (verb.lemma === "connect" && !words.includes("with") && !words.includes("to")) return "message";
  if (arranging.has(verb.lemma) && phrase?.kind !== "investigate") {
    const noun = near.find((word) => appointmentNouns.has(word) || callNouns.has(word));
    if (noun !== undefined) return callNouns.has(noun) ? "call" : (appointmentNouns.get(noun) ?? "meet");
  }
  if (["give", "drop", "shoot", "send", "write", "leave"].includes(verb.lemma)) {
    if (near.some((word) => callNouns.has(word)) && verb.lemma === "give") return "call";
    if (words.some((word) => chatWords.has(word)) && verb.lemma !== "write") return "message";
    if (near.some((word) => mailWords.has(word))) return "email";
    if (near.includes("line") || near.includes("note")) return "email";
  }
  if (kind === "message" && words.some((word) => mailWords.has(word))) return "email";
  if ((kind === "message" || kind === "do") && near.some((word) => word === "phone") && words.includes("by"))
    return "call";
  if (verb.lemma === "write" && hasReceiver(sentence, frame)) return "email";
  if (kind === "share") {
    const text = sentence.text.slice(extent.start, extent.end);
    if (teamWords.test(text) || chapterWords.test(text) || publicWords.test(text)) return "share";
    return verb.lemma === "share" && (frame.subject.who !== "me" || namedAfter(sentence, frame.verbAt) !== null)
      ? "email"
      : "share";
  }
  if (
    (kind === "message" && ["tell", "update", "show", "inform"].includes(verb.lemma)) ||
    verb.lemma === "bring" ||
    (verb.lemma === "show" && kind !== "message") ||
    (verb.lemma === "go" && first === "through") ||
    verb.lemma === "discuss" ||
    verb.lemma === "raise"
  ) {
    if (
      teamWords.test(sentence.text.slice(sentence.tokens[frame.verbAt]?.start ?? 0, extent.end)) &&
      namedAfter(sentence, frame.verbAt) === null
    )
      return "share";
  }
  return kind;
}

/** "write Ana", "write to Ana": the text has a receiver, so it is sent. */
function hasReceiver(sentence: Sentence, frame: Frame): boolean {
  const next = frame.verbAt + 1;
  const at = wordAt(sentence, next) === "to" ? next + 1 : next;
  const name = sentence.nameOf[at] ?? null;
  if (name?.means === "person") return true;
  return ["her", "him", "them"].includes(wordAt(sentence, at));
}

function particleAfterObject(lemma: string, words: readonly string[]): ReturnType<typeof particleOf> {
  for (const word of words.slice(1, 4)) {
    if (!["back", "up", "know", "out", "in", "touch", "call", "line", "look", "over"].includes(word)) continue;
    const found = particleOf(lemma, word);
    if (found !== null) return found;
  }
  return null;
}

/** The kind of an act that is named by a noun ("intro to Li", "the deck from Ana"). */
function kindOfThing(text: string, words: readonly string[]): StepKind {
  const all = [...words, ...text.toLowerCase().split(/[^\p{L}-]+/u)];
  if (all.some((word) => introWords.has(word))) return "introduce";
  if (all.some((word) => callNouns.has(word))) return "call";
  if (all.some((word) => appointmentNouns.get(word) === "meet")) return "meet";
  if (all.some((word) => mailWords.has(word))) return "email";
  if (
    all.some((word) =>
      [
        "deck",
        "slides",
        "link",
        "contract",
        "quote",
        "pricing",
        "price",
        "list",
        "paper",
        "report",
        "numbers",
        "recording",
        "pdf",
        "files",
        "data",
        "contact",
        "details",
        "offer",
        "template",
        "document",
        "docs",
        "figures",
      ].includes(word),
    )
  )
    return "email";
  return "do";
}

/** Whom the act is directed at: the person after the verb, or the one it is for, to, with. */
export function withOf(sentence: Sentence, frame: Frame, extent: Extent, cast: Cast): Somebody | null {
  const text = sentence.tokens;
  const from = frame.language === "en" || frame.actFrom < frame.verbAt ? frame.actFrom : frame.verbAt;
  if (frame.manner === "requested" || frame.manner === "waits" || frame.manner === "owes")
    return frame.manner === "owes" && frame.subject.who === "me"
      ? firstPerson(sentence, frame.verbAt, extent, cast)
      : null;
  if (
    (frame.manner === "asked" || frame.manner === "wants") &&
    frame.asker !== null &&
    (frame.subject.who === "me" || frame.subject.who === "we")
  ) {
    const asker = frame.asker.who === "she" || frame.asker.who === "they" ? cast.focus : somebodyOf(frame.asker);
    return firstPerson(sentence, from, extent, cast) ?? asker;
  }
  const direct = firstPerson(sentence, from, extent, cast);
  if (direct !== null) return direct;
  if (frame.told !== null) return somebodyNamed(frame.told);
  if (frame.language !== "en") {
    // "ich schicke es Ana", "Ana anrufen": other word orders put the person anywhere in the act.
    for (const name of sentence.names) {
      if (
        name.means === "person" &&
        name.start >= extent.start &&
        name.end <= extent.end &&
        name !== frame.subject.name
      )
        return somebodyNamed(name);
    }
  }
  void text;
  return null;
}

function firstPerson(sentence: Sentence, from: number, extent: Extent, cast: Cast): Somebody | null {
  for (let at = from; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start >= extent.end) break;
    const name = sentence.nameOf[at] ?? null;
    if (name !== null && name.means === "person" && !name.isMe) return somebodyNamed(name);
    if (at > from && ["her", "him"].includes(token.lower) && isObjectPlace(sentence, at)) return cast.focus;
    if (at > from && token.lower === "them" && cast.focus !== null && isObjectPlace(sentence, at) && at <= from + 2)
      return cast.focus;
    const before = wordAt(sentence, at - 1);
    if (
      name === null &&
      at > from &&
      isPersonLike(token) &&
      token.kind === "word" &&
      (before === "to" || before === "with" || before === "for") &&
      token.text.length > 2 &&
      !determiners.has(wordAt(sentence, at + 1))
    ) {
      void prepositions;
    }
  }
  return null;
}

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

/** The person named directly after a verb, within four words. */
function namedAfter(sentence: Sentence, verbAt: number): NameFound | null {
  for (let at = verbAt + 1; at <= verbAt + 6; at += 1) {
    const name = sentence.nameOf[at] ?? null;
    if (name !== null && name.means === "person") return name;
  }
  return null;
}

/** With whom an idea is shared; null for acts that are no sharing. */
export function audienceOf(kind: StepKind, words: string): Audience | null {
  if (kind !== "share") return null;
  if (chapterWords.test(words)) return "chapter";
  if (publicWords.test(words)) return "public";
  return teamWords.test(words) ? "team" : null;
}

/** The organization the act concerns: the other side's, else one named in its words. */
export function organizationOf(
  sentence: Sentence,
  extent: Extent,
  people: readonly (Somebody | null)[],
): string | null {
  for (const person of people) {
    if (person !== null && person.organization !== null && !person.isColleague) return person.organization;
  }
  const named = sentence.names.find(
    (name) => name.means === "organization" && name.start >= extent.start && name.end <= extent.end,
  );
  return named === undefined ? null : (named.name ?? named.words);
}
