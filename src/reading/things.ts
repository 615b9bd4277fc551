import { verbsOf } from "./acts.ts";
import { type Frame, back, baseFrame, modals } from "./frame.ts";
import { institutionAt } from "./institutions.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, emptySubject, isClauseStart, subjectAfter, subjectBefore } from "./subjects.ts";
import { appointmentNouns, beWords, conjunctions, determiners, judgements, meWords, prepositions } from "./words.ts";

/** Acts said without their verb: "asked Paul for the list", "Ana owes me the numbers", "coffee with Ana". */
export function nounFrame(sentence: Sentence, at: number): Frame | null {
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
    const asked = passiveSubject(sentence, left.at);
    if (wordAt(sentence, at + 1) === "for" && asked !== null) {
      return { ...plain, manner: "requested", subject: asked, from: asked.from, to: at + 2 };
    }
    if (wordAt(sentence, at + 1) === "for" && subject.who !== "thing") {
      if (subject.who === "me" || subject.who === "we") return null;
      if (subject.who === "none") {
        // "Asked for a redline": of whom the notes speak.
        const whom: Subject = { ...subject, who: "she" };
        return { ...plain, manner: "requested", subject: whom, from, to: at + 2, isElided: true };
      }
      const acts: Subject = { who: "me", words: null, name: null, from, to: from };
      return { ...plain, manner: "requested", subject: acts, asker: subject, from, to: at + 2 };
    }
    const bareIf = wordAt(sentence, at + 1);
    if ((bareIf === "if" || bareIf === "whether") && subject.who !== "thing" && subject.who !== "none") {
      const acts: Subject = { who: "none", words: null, name: null, from: at, to: at };
      return askedIf(sentence, at, acts, subject, left.isNegated);
    }
    const object = subjectAfter(sentence, at + 1);
    if (object === null) return null;
    const next = wordAt(sentence, object.to + 1);
    const isFor = next === "for" || next === "about";
    const isIf = next === "if" || next === "whether";
    if (!isFor && !isIf) return null;
    if (isIf) return askedIf(sentence, at, object, subject, left.isNegated);
    return { ...plain, manner: "requested", subject: object, asker: subject, from, to: object.to + 2 };
  }
  if (word === "like") return likeFrame(sentence, at, { ...plain, manner: "wants", subject, from });
  if (kind === "wants") return wantsFrame(sentence, at, { ...plain, manner: "wants", subject, from });
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.lower === "to" || next.kind === "mark") return null;
  return subject.who === "none" || subject.who === "thing" ? null : { ...plain, manner: "promised", subject, from };
}

/** "he's been asked", "Maura was asked": who was asked, or null where nobody was. */
function passiveSubject(sentence: Sentence, beAt: number): Subject | null {
  if (!beWords.has(wordAt(sentence, beAt))) return null;
  let at = beAt - 1;
  while (["has", "have", "had", "'s", "'ve", "been"].includes(wordAt(sentence, at))) at -= 1;
  const subject = subjectBefore(sentence, at);
  return subject.who === "person" || subject.who === "she" || subject.who === "role" ? subject : null;
}

/** "asked her if she could send", "asked me whether I can": who shall act stands in the question. */
function askedIf(sentence: Sentence, at: number, object: Subject, asker: Subject, isNegated: boolean): Frame | null {
  for (let next = object.to + 2; next < Math.min(sentence.tokens.length, object.to + 8); next += 1) {
    const verb = verbsOf(wordAt(sentence, next)).find((found) => found.form === "base");
    if (verb === undefined || !modals.has(wordAt(sentence, back(sentence, next - 1).at))) continue;
    const actor = subjectBefore(sentence, back(sentence, back(sentence, next - 1).at - 1).at);
    if (object.who === "none" && actor.who !== "me" && actor.who !== "we") return null;
    const acts = actor.who === "she" || actor.who === "they" ? object : actor.who === "none" ? object : actor;
    const from = asker.who === "none" ? at : asker.from;
    return { ...baseFrame(verb, next), isNegated, manner: "asked", subject: acts, asker, from };
  }
  return null;
}

/** "she wants a price list", "wants 4 CVs next week": something is wanted of the writer (S2). */
function wantsFrame(sentence: Sentence, at: number, frame: Frame): Frame | null {
  const asker = frame.subject;
  if (asker.who === "me" || asker.who === "we" || asker.who === "thing" || asker.who === "you") return null;
  if (asker.who === "none" && !isClauseStart(sentence, frame.from - 1)) return null;
  const next = sentence.tokens[at + 1];
  if (wordAt(sentence, at) === "hätte" && next?.lower !== "gern" && next?.lower !== "gerne") return null;
  if (next === undefined || ["to", "me", "us", "más", "que"].includes(next.lower) || next.kind === "mark") return null;
  if (next.spelling.verbs.some((verb) => !verb.isNounToo) && !determiners.has(next.lower)) return null;
  const subject: Subject = { who: "me", words: null, name: null, from: frame.from, to: frame.from };
  return { ...frame, subject, asker };
}

/** "she'd like the export back", "Ana would like two references". */
function likeFrame(sentence: Sentence, at: number, frame: Frame): Frame | null {
  const modal = wordAt(sentence, at - 1);
  if (modal !== "would" && modal !== "'d") return null;
  const asker = subjectBefore(sentence, at - 2);
  if (!["person", "she", "organization", "role", "they"].includes(asker.who)) return null;
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.lower === "to" || next.kind === "mark" || meWords.has(next.lower)) return null;
  const subject: Subject = { who: "me", words: null, name: null, from: asker.from, to: asker.from };
  return { ...frame, subject, asker, from: asker.from };
}

/** "coffee with Ana on Tuesday", "site visit Boulder Tue 24th": an appointment (S8). Its day is looked at later. */
export function appointmentFrame(sentence: Sentence, at: number): Frame | null {
  if (!appointmentNouns.has(wordAt(sentence, at))) return null;
  if (isCompound(sentence, at)) return null;
  let from = at;
  while (from > 0 && at - from < 3 && isModifier(sentence, from - 1)) from -= 1;
  if (!isClauseStart(sentence, from - 1) || isJudged(sentence, from, at)) return null;
  let owner = emptySubject(from);
  const first = sentence.nameOf[from] ?? null;
  const named = subjectAfter(sentence, from);
  if (first !== null && first.means === "person" && named !== null && named.to < at) owner = named;
  else if (first !== null && first.means === "person") return null;
  return { ...baseFrame(null, at), manner: "appointment", subject: owner, from };
}

/** "Great coffee with Ana": of one to come nobody knows how it was. */
function isJudged(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (judgements.has(wordAt(sentence, at))) return true;
  return false;
}

/** "lunch table", "demo day", "call was good": the noun is part of another, or of what happened. */
function isCompound(sentence: Sentence, at: number): boolean {
  for (let next = at + 1; next <= Math.min(at + 7, sentence.tokens.length - 1); next += 1) {
    const word = wordAt(sentence, next);
    if (word === "was" || word === "were" || word === "war" || word === "était" || word === "fue") return true;
    if (isClauseStart(sentence, next)) break;
  }
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.kind !== "word" || (sentence.nameOf[at + 1] ?? null) !== null || next.isCapital)
    return false;
  return compounds.has(next.lower);
}

const compounds = new Set(
  "table day days notes note centre center room report reports break time times list request slot slots link invite invites series agenda minutes script booth stand area crowd queue line hour hours unit units plan plans money bag box card cards".split(
    " ",
  ),
);

/** A word before a noun that belongs to it: an adjective or another noun, no verb, no small word. */
function isModifier(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || (token.kind !== "word" && token.kind !== "number") || isClauseStart(sentence, at))
    return false;
  if (plainPronouns.has(token.lower) || modals.has(token.lower) || token.lower === "to") return false;
  if (
    prepositions.has(token.lower) ||
    conjunctions.has(token.lower) ||
    meWords.has(token.lower) ||
    beWords.has(token.lower)
  )
    return false;
  if (sentence.nameOf[at] !== null) return true;
  return token.spelling.verbs.every((verb) => verb.isNounToo && verb.form === "base");
}

const plainPronouns = new Set(
  "i you he she it we they him her them us this that who what 'll 'd 'm 're 've 's let lets please pls and not no had has have".split(
    " ",
  ),
);

function waitsFrame(sentence: Sentence, at: number, frame: Frame): Frame | null {
  const next = wordAt(sentence, at + 1);
  if (next !== "for" && next !== "on" && next !== "auf") return null;
  const whom = subjectAfter(sentence, at + 2) ?? institutionAfter(sentence, at + 2);
  // "waiting on Ana for the deck": the thing stands behind its second "for".
  const isFor = whom !== null && ["for", "wegen", "w/"].includes(wordAt(sentence, whom.to + 1));
  return { ...frame, subject: whom ?? emptySubject(at), to: isFor ? whom.to + 2 : at + 2 };
}

/** "waiting on the library for the scans": whoever of it acts. */
function institutionAfter(sentence: Sentence, at: number): Subject | null {
  const found = institutionAt(sentence, at);
  if (found === null) return null;
  const { from, to } = found;
  const words = sentence.text.slice(sentence.tokens[from]?.start ?? 0, sentence.tokens[to]?.end ?? 0);
  return { who: "role", words, name: null, from, to };
}

/** Words that say an act without its verb, by how they say it. */
export const nounGovernors: ReadonlyMap<string, "owes" | "waits" | "asked" | "wants" | "promised"> = new Map<
  string,
  "owes" | "waits" | "asked" | "wants" | "promised"
>([
  ["owe", "owes"],
  ["owes", "owes"],
  ["waiting", "waits"],
  ["awaiting", "waits"],
  ["warte", "waits"],
  ["warten", "waits"],
  ["asked", "asked"],
  ["asks", "asked"],
  ["wondered", "asked"],
  ["reminded", "asked"],
  ["wants", "wants"],
  ["like", "wants"],
  ["möchte", "wants"],
  ["hätte", "wants"],
  ["veut", "wants"],
  ["voudrait", "wants"],
  ["quiere", "wants"],
  ["braucht", "wants"],
  ["wanted", "wants"],
  ["needs", "wants"],
  ["promised", "promised"],
  ["offered", "promised"],
]);
