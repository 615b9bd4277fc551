import type { StepKind } from "#domain/model/step.ts";
import type { Actor } from "./actors.ts";
import { type Cast, type Somebody, meant, somebodyNamed } from "./cast.ts";
import type { Extent } from "./extent.ts";
import { actingIn, isByMyName, isFirm, isWish, somebodyOf } from "./fields.ts";
import type { Frame } from "./frame.ts";
import { institutionOf, isInstitution, turningAt } from "./institutions.ts";
import { folded } from "./names/folding.ts";
import { flag, lexicon } from "./names/lexicon.ts";
import type { NameFound } from "./names.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { adverbs, conjunctions, determiners, plainCapitals, prepositions } from "./words.ts";

/** Whom the act is directed at: the person after the verb, or the one it is for, to, with; nobody spoken of before where it `isTurnedTo` an organization. */
export function withOf(
  sentence: Sentence,
  frame: Frame,
  {
    extent,
    cast,
    kind,
    actor,
    isTurnedTo,
  }: { extent: Extent; cast: Cast; kind: StepKind; actor: Actor | null; isTurnedTo: boolean },
): Somebody | null {
  const acting =
    actor === null ? (isByMyName(sentence, frame) ? null : somebodyOf(frame.subject)) : actor.isMe ? null : actor.who;
  const not = acting?.name ?? null;
  const from = frame.language === "en" || frame.actFrom < frame.verbAt ? frame.actFrom : frame.verbAt;
  const isMine = frame.subject.who === "me" || frame.subject.who === "we";
  const place: Place = { from, extent, not, kind };
  if (frame.manner === "requested" && isWish(sentence, frame)) return askerOf(sentence, frame, cast);
  if (frame.manner === "requested" || frame.manner === "waits" || frame.manner === "wants" || frame.manner === "owes") {
    if (frame.manner === "owes") return isMine ? firstPerson(sentence, cast, { ...place, from: frame.verbAt }) : null;
    return isMine ? askerOf(sentence, frame, cast) : null;
  }
  if (actor?.isMe === true && actor.isAsked)
    return actor.who ?? firstPerson(sentence, cast, place) ?? meant(sentence, 0, "", cast);
  if (isWish(sentence, frame)) return actingIn(sentence, frame.subject, cast);
  if (frame.manner === "asked" && isMine) return askerOf(sentence, frame, cast) ?? firstPerson(sentence, cast, place);
  const direct = firstPerson(sentence, cast, place);
  if (direct !== null) return direct;
  if (frame.told !== null) return somebodyNamed(frame.told);
  if (frame.language !== "en") {
    // "ich schicke es Ana", "Ana anrufen": other word orders put the person anywhere in the act.
    for (const [at, name] of sentence.nameOf.entries()) {
      if (name === null || name.means !== "person" || name.isMe || name.start < extent.start || name.end > extent.end)
        continue;
      if ((name !== frame.subject.name || acting === null) && isDirected(sentence, at, name, place))
        return somebodyNamed(name);
    }
  }
  // "ring the bank": an organization is the other side, and nobody else.
  if (isTurnedTo) return null;
  if (frame.language !== "en" || sentence.languages.size > 0) {
    const pronounAt = pronounBeside(sentence, frame, kind);
    if (pronounAt !== null) return meant(sentence, pronounAt, wordAt(sentence, pronounAt), cast, not);
  }
  const isOpen = frame.subject.who === "me" || frame.subject.who === "none" || frame.subject.who === "we";
  return isOpen && turning.has(kind) && !hasObject(sentence, frame, kind) ? cast.other : null;
}

/** Where to look for the other side: from which token, in which words, who acts, and what is done. */
interface Place {
  from: number;
  extent: Extent;
  not: string | null;
  kind: StepKind;
}

/**
 * Whether a person whose name begins or goes on at a token is the other side: not in "Ana's slides", "the Falk paper",
 * "a card for Ana", "los de Ana" or "if Ana agrees".
 */
function isDirected(sentence: Sentence, at: number, name: NameFound, { kind, not, from }: Place): boolean {
  if ((name.name ?? name.words) === not) return false;
  let first = at;
  while (first > 0 && sentence.nameOf[first - 1] === name) first -= 1;
  const before = wordAt(sentence, first - 1);
  const after = sentence.text.slice(name.end, name.end + 2);
  const next = sentence.tokens.find((token) => token.start >= name.end);
  if (/^['’]s?/u.test(after) && next !== undefined && wordAt(sentence, at + 2) !== "") return false;
  if (before === "the" && next?.kind === "word" && !prepositions.has(next.lower) && !conjunctions.has(next.lower))
    return false;
  if (beneficiaries.has(before) && !turning.has(kind) && kind !== "introduce") return false;
  if (before === "de" && ["los", "las", "les", "gens"].includes(wordAt(sentence, first - 2))) return false;
  if (subordinators.has(before)) return false;
  const isObject = first === from + 1;
  return isObject || next === undefined || !startsClause.has(next.lower) || next.start > name.end + 1;
}

const beneficiaries = new Set("for für pour para fürs".split(" "));
const subordinators = new Set(
  "if si wenn falls when weil because while until that dass que weeks once sobald quand cuando".split(" "),
);
const startsClause = new Set(
  "is was will would has had can could wants needs says said knows ist war hat wird kann will est a va peut es ha va puede".split(
    " ",
  ),
);

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

/** Who asked: the asker named, a pronoun's person; for a role ("the recruiter guy (Sam)") who stands beside it. */
function askerOf(sentence: Sentence, frame: Frame, cast: Cast): Somebody | null {
  const { asker } = frame;
  if (asker === null || asker.who === "none") return meant(sentence, frame.from, "", cast);
  if (asker.who !== "role") return asker.name?.means === "organization" ? null : actingIn(sentence, asker, cast);
  const beside = sentence.names.find((name) => name.means === "person" && !name.isMe);
  return beside === undefined ? cast.other : somebodyNamed(beside);
}

const pronouns = new Set("ihn ihr ihm ihnen lui leur l' le la les lo le".split(" "));

/** A foreign object pronoun before or after the verb ("je l'appelle", "ihr schicken"). */
function pronounBeside(sentence: Sentence, frame: Frame, kind: StepKind): number | null {
  const isThing = !meeting.has(kind);
  for (let at = Math.max(0, frame.verbAt - 2); at <= frame.verbAt + 2; at += 1) {
    const word = wordAt(sentence, at);
    // "Xavier le remplit", "lo revisa Ignacio", "la envía": what is filled in, checked or sent is no person.
    if (isThing && (accusatives.get(frame.language)?.has(word) ?? false)) continue;
    // "appeler l'URSSAF": an article.
    if (at > frame.verbAt && word === "l'") continue;
    if (at !== frame.verbAt && pronouns.has(word) && (at < frame.verbAt || !determiners.has(word))) return at;
  }
  return /(?:[aei]r)(?:le|les|lo|la)$/u.test(wordAt(sentence, frame.verbAt)) ? frame.verbAt : null;
}

/** Kinds of acts done to a person: "je l'appelle", "la veo". */
const meeting = new Set<StepKind>(["call", "meet", "message", "introduce"]);
/** Pronouns for the thing or person the act is done to, not for whom it is turned to. */
const accusatives: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["fr", new Set(["le", "la", "les", "l'"])],
  ["es", new Set(["lo", "la", "los", "las"])],
  ["de", new Set(["ihn"])],
]);

function firstPerson(sentence: Sentence, cast: Cast, place: Place): Somebody | null {
  const { from, extent, not } = place;
  for (let at = from; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start >= extent.end) break;
    const name = sentence.nameOf[at] ?? null;
    if (name !== null && name.means === "person" && !name.isMe && isDirected(sentence, at, name, place))
      return somebodyNamed(name);
    if (at > from && at <= from + 3 && family.has(token.lower)) {
      return { name: token.text, organization: null, isColleague: false, isMe: false };
    }
    if (at > from && ["her", "him"].includes(token.lower) && isObjectPlace(sentence, at))
      return meant(sentence, at, token.lower, cast, not);
    if (at > from && token.lower === "them" && isObjectPlace(sentence, at) && at <= from + 2)
      return meant(sentence, at, token.lower, cast, not);
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

/** The organization the act concerns: the other side's, else one named in its words, else the one it is turned to (`called`). */
export function organizationOf(
  sentence: Sentence,
  frame: Frame,
  { extent, people, called }: { extent: Extent; people: readonly (Somebody | null)[]; called: string | null },
): string | null {
  for (const { name, who, words } of [frame.subject, frame.asker ?? frame.subject]) {
    if (name?.means === "organization") return name.name ?? name.words;
    if (name === null && who === "person" && words !== null && isFirm(words)) return words;
  }
  for (const person of people) {
    if (person !== null && person.organization !== null && !person.isColleague) return person.organization;
  }
  const named = sentence.names.find(
    (name) =>
      name.means === "organization" &&
      name.end <= extent.end &&
      (name.start >= extent.start || heads(sentence, name, extent)),
  );
  if (named !== undefined) return named.name ?? named.words;
  return people.every((person) => person === null || person.isColleague) ? called : null;
}

/** "Haze & Co, cancel the demo": the name in front of the act begins the line. */
function heads(sentence: Sentence, name: NameFound, extent: Extent): boolean {
  return name.start <= 2 && /^\s?[,:–-]\s?$/u.test(sentence.text.slice(name.end, extent.start));
}

/** The organization an act is turned to, known or not: "call Lojas Íris", "write to Wexford", "ring the bank"; null where none is. */
export function organizationCalled(sentence: Sentence, frame: Frame, extent: Extent): string | null {
  return properCalled(sentence, frame, extent) ?? institutionOf(sentence, frame, extent);
}

/** A name right behind the verb that is no known person's. */
function properCalled(sentence: Sentence, frame: Frame, extent: Extent): string | null {
  const verbAt = turningAt(sentence, frame, extent);
  if (verbAt === null) return null;
  let at = verbAt + 1;
  while (approach.has(wordAt(sentence, at)) || (wordAt(sentence, at + 1) === "a" && isAside(sentence, at))) at += 1;
  const first = at;
  while (at - first < 5 && (isProper(sentence, at) || (at > first && isLink(sentence, at)))) at += 1;
  // "ask the Lakeview warehouse": the whole of it.
  if (isInstitution(wordAt(sentence, at))) return null;
  if (at - first === 1 && !mayBeFirm(sentence.tokens[first]?.text ?? "")) return null;
  const start = sentence.tokens[first]?.start ?? extent.end;
  const end = sentence.tokens[at - 1]?.end ?? start;
  return at === first || end > extent.end ? null : sentence.text.slice(start, end);
}

/** "llama mañana a Seguros Obi": a day or a small word before whom the act is turned to. */
function isAside(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word") return false;
  return adverbs.has(token.lower) || sentence.days().some((day) => day.start <= token.start && day.end > token.start);
}

/** "Puerto de Sagunto", "Haze & Co": small words inside a name. */
function isLink(sentence: Sentence, at: number): boolean {
  return links.has(wordAt(sentence, at)) && isProper(sentence, at + 1) && sentence.tokens[at]?.kind !== "number";
}

const links = new Set("de del do da du des of &".split(" "));

/** One word alone is as often somebody: not a given name, nor two letters. */
function mayBeFirm(word: string): boolean {
  return word.length > 2 && ((lexicon().get(folded(word)) ?? 0) & flag.given) === 0;
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
