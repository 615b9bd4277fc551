import { verbsOf } from "./acts.ts";
import { isFullStop } from "./full-stop.ts";
import type { NameFound } from "./names.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import type { Token } from "./tokens.ts";
import {
  conjunctions,
  determiners,
  meWords,
  plainCapitals,
  prepositions,
  roleWords,
  sheWords,
  theyWords,
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

/** The point of "9. März", "F. Maes" or "wg. Termin": it ends nothing. */
function isAbbreviation(sentence: Sentence, at: number): boolean {
  const before = sentence.tokens[at - 1];
  const token = sentence.tokens[at];
  if (before === undefined || token === undefined || before.end !== token.start) return false;
  return at + 1 < sentence.tokens.length && !isFullStop(sentence.text, token.start);
}

function isInitial(token: Token): boolean {
  return token.text.length === 1 && token.isCapital && token.text !== "I";
}

/** Signs that join words rather than part them. */
const inside = new Set(["&", "+", "'", "’", "#", "$", "€", "£", "%"]);

/** A bare act begins here: nothing of its clause stands before it. */
export function isClauseStart(sentence: Sentence, at: number): boolean {
  if (at < 0) return true;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind === "arrow") return true;
  if (token.text === "." && isAbbreviation(sentence, at)) return false;
  if (boundaries.has(token.text)) return true;
  return token.kind === "mark" && !inside.has(token.text);
}

/** Nobody, at a place. */
export function emptySubject(at: number): Subject {
  return { who: "none", words: null, name: null, from: at, to: at };
}

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
  if (lower === "%") return emptySubject(at + 1);
  if (lower === ".") return initialBefore(sentence, at);
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
    const member = who === "organization" ? memberBefore(sentence, from) : null;
    return member === null
      ? withPartners(sentence, { who, words: name.words, name, from, to: at })
      : { ...member, to: at };
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

/** "Ana from Contoso", "the CTO of Contoso": who acts is the person, whose organization begins at a token. */
function memberBefore(sentence: Sentence, at: number): Subject | null {
  const joint = wordAt(sentence, determiners.has(wordAt(sentence, at - 1)) ? at - 2 : at - 1);
  if (!membership.has(joint)) return null;
  const member = subjectBefore(sentence, determiners.has(wordAt(sentence, at - 1)) ? at - 3 : at - 2);
  return member.who === "person" || member.who === "role" ? member : null;
}

const membership = new Set("from of at von vom bei beim de du chez del".split(" "));

/** "F. to do the bid", "I. B. is getting": initials with points, as many as stand there. */
function initialBefore(sentence: Sentence, at: number): Subject {
  let from = at - 1;
  while (
    from >= 2 &&
    wordAt(sentence, from - 1) === "." &&
    isAbbreviation(sentence, from - 1) &&
    sentence.tokens[from - 2]?.kind === "word"
  )
    from -= 2;
  const last = sentence.tokens[at - 1];
  if (last === undefined || !isInitial(last)) return emptySubject(at + 1);
  const name = sentence.nameOf[from] ?? null;
  // "Emmanuelle R. calls": the given name before the initial.
  while (from > 0 && (name === null ? isPersonLike(sentence.tokens[from - 1]) : sentence.nameOf[from - 1] === name))
    from -= 1;
  const first = sentence.tokens[from];
  if (first === undefined) return emptySubject(at + 1);
  const words = sentence.text.slice(first.start, sentence.tokens[at]?.end ?? first.end);
  return { who: name?.isMe === true ? "me" : "person", words: name?.words ?? words, name, from, to: at };
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

/** The last token of the name that covers a token. */
export function lastOfName(sentence: Sentence, at: number): number {
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
  return token.spelling.verbs.length === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text);
}
