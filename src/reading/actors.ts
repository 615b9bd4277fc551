import { type Cast, type Somebody, meant, somebodyNamed } from "./cast.ts";
import type { Frame } from "./frame.ts";
import { isSendable, isText } from "./kinds/nouns.ts";
import { kindOfVerb } from "./kinds/verbs.ts";
import { folded } from "./names/folding.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { isClauseStart, lastOfName } from "./subjects.ts";
import { beWords, determiners, sheWords } from "./words.ts";

/** Who acts, where the act's own words do not say so: `who` is null for somebody outside whom nothing names. */
export interface Actor {
  who: Somebody | null;
  isMe: boolean;
  /** Asked of whoever acts, and not promised (S2). */
  isAsked: boolean;
  /** The token at which the act's words begin. */
  from: number;
}

/**
 * The actor of an act without a subject: whom a call in front addresses ("Femke please repair", "Rosalie, regarde"),
 * who stands before a verb no table knows ("Loup m'accompagne", "tom cleans that up"), or behind it in German; and the
 * writer where the thought is what somebody wants ("will drei Muster", "il lui faut la liste"). Null where none shows, and for what somebody
 * says in the first person: a line of a chat.
 */
export function actorOf(sentence: Sentence, frame: Frame, cast: Cast): Actor | null {
  if (cast.speaker !== null) return null;
  const { subject, manner } = frame;
  if (manner === "noun" || (frame.verb?.isGuess === true && (sentence.nameOf[frame.verbAt] ?? null) !== null))
    return ofWhole(sentence, cast);
  // "Rosalie, regarde si ...": the form is that of the first person and of a call alike.
  const isCall = frame.verb !== null && frame.verb.language !== "en" && frame.verb.form !== "base";
  const isInferred = subject.who === "me" && subject.words === null && isCall;
  if (subject.who !== "none" && subject.who !== "you" && !isInferred) return null;
  const start = subject.who === "you" ? subject.from : frame.from;
  const called = calledBefore(sentence, start, cast, isCall) ?? calledInside(sentence, frame.from, frame.verbAt);
  if (called !== null || isInferred || subject.who === "you" || sentence.languages.size === 0) return called;
  const clause = clauseFrom(sentence, frame.verbAt);
  return isActing(sentence, clause) ? ofWhole(sentence, cast, clause) : null;
}

/** "Birte bitte Prüfung bis Monatsende buchen": the name, a please, and the act with its verb at the end. */
function calledInside(sentence: Sentence, from: number, to: number): Actor | null {
  for (let at = from; at < to; at += 1) {
    const name = sentence.nameOf[at] ?? null;
    if (name === null || name.means !== "person" || !pleases.has(wordAt(sentence, at + 1))) continue;
    return { who: somebodyNamed(name), isMe: name.isMe, isAsked: true, from: pastPleas(sentence, at + 1) };
  }
  return null;
}

const pleases = new Set("pls plz please bitte stp svp".split(" "));

/** "Femke, please repair": the name in front of a bare act. Outside one's own group only with a please. */
function calledBefore(sentence: Sentence, start: number, cast: Cast, isCall: boolean): Actor | null {
  let at = start - 1;
  const isSetOff = wordAt(sentence, at) === ",";
  let isPlea =
    pleases.has(wordAt(sentence, start)) ||
    (wordAt(sentence, start) === "por" && wordAt(sentence, start + 1) === "favor");
  while (
    at >= 0 &&
    (wordAt(sentence, at) === "," || pleases.has(wordAt(sentence, at)) || wordAt(sentence, at) === "mal")
  ) {
    isPlea ||= pleases.has(wordAt(sentence, at));
    at -= 1;
  }
  const name = sentence.nameOf[at] ?? null;
  if (at < 0 || name === null || name.means !== "person") return null;
  let first = at;
  while (first > 0 && sentence.nameOf[first - 1] === name) first -= 1;
  if (!isClauseStart(sentence, first - 1)) return null;
  if (!isPlea && !(isCall && isSetOff) && !name.isColleague && !name.isMe && !cast.isGroup) return null;
  return { who: somebodyNamed(name), isMe: name.isMe, isAsked: true, from: start };
}

/** The first token of the clause that holds a token. */
function clauseFrom(sentence: Sentence, at: number): number {
  let from = at;
  while (from > 0 && !isClauseStart(sentence, from - 1)) from -= 1;
  return from;
}

/** A pronoun or a person begins the clause, so whoever it is acts in it. */
function isActing(sentence: Sentence, from: number): boolean {
  const name = sentence.nameOf[from] ?? null;
  return sheWords.has(wordAt(sentence, from)) || name?.means === "person";
}

/** The actor of a thought without a known verb, or of a clause from a token on. */
function ofWhole(sentence: Sentence, cast: Cast, start = 0): Actor | null {
  let at = start;
  while (at < start + 2 && leads.has(wordAt(sentence, at))) at += 1;
  const first = wordAt(sentence, at);
  const name = sentence.nameOf[at] ?? null;
  if (name !== null && name.means === "person") {
    let next = lastOfName(sentence, at) + 1;
    if (wordAt(sentence, next) === "." && !isClauseStart(sentence, next)) next += 1;
    while (
      ["and", "und", "et", "y", "&"].includes(wordAt(sentence, next)) &&
      (sentence.nameOf[next + 1] ?? null) !== null
    )
      next = lastOfName(sentence, next + 1) + 1;
    const from = pastPleas(sentence, next);
    const isPlea = from > next + (wordAt(sentence, next) === "," ? 1 : 0) || endsInPlea(sentence);
    if (isPlea && (name.isColleague || wordAt(sentence, next) !== ","))
      return { who: somebodyNamed(name), isMe: name.isMe, isAsked: true, from };
    const wished = wishedAt(sentence, next);
    if (wished !== null) return { who: somebodyNamed(name), isMe: true, isAsked: true, from: wished };
    const verbAt = thirdAt(sentence, next);
    if (verbAt !== null && askers.has(wordAt(sentence, verbAt))) return askedOf(sentence);
    return verbAt === null
      ? askedOf(sentence)
      : { who: somebodyNamed(name), isMe: name.isMe, isAsked: false, from: verbAt };
  }
  const asked = askedOf(sentence);
  if (asked !== null) return asked;
  const wished = wishedAt(sentence, at);
  if (wished !== null) return { who: null, isMe: true, isAsked: true, from: wished };
  const isPronoun = sheWords.has(first) && (thirdAt(sentence, at + 1) !== null || isForeignVerb(sentence, at + 1));
  if (contracted.has(first) || isPronoun) {
    const who = meant(sentence, at, first.replace(/s$/u, ""), cast);
    return { who, isMe: false, isAsked: false, from: at + 1 };
  }
  if (promising.has(first)) {
    const who = meant(sentence, at, "", cast);
    return who === null ? null : { who, isMe: false, isAsked: false, from: at + 1 };
  }
  const called = calledInside(sentence, start, sentence.tokens.length - 1);
  return called ?? owedBy(sentence, at) ?? (sentence.languages.has("de") ? behindVerb(sentence) : null);
}

/** "Piet's price list on Monday": what is somebody's and has a day is on its way from them. */
function owedBy(sentence: Sentence, at: number): Actor | null {
  const name = sentence.nameOf[at] ?? null;
  if (
    name === null ||
    name.means !== "person" ||
    name.isMe ||
    !/^['’]s\s/u.test(sentence.text.slice(name.end, name.end + 3))
  )
    return null;
  const isPaper = sentence.tokens.some((token) => isSendable(token.lower) || isText(token.lower));
  if (!isPaper || !sentence.days().some((day) => day.on !== null)) return null;
  return { who: somebodyNamed(name), isMe: false, isAsked: false, from: lastOfName(sentence, at) + 1 };
}

/** After a French or Spanish pronoun, past others ("elle m'"), a word in small letters is the verb. */
function isForeignVerb(sentence: Sentence, start: number): boolean {
  if (!sentence.languages.has("fr") && !sentence.languages.has("es")) return false;
  let at = start;
  while (clitics.has(wordAt(sentence, at)) && at < start + 2) at += 1;
  const token = sentence.tokens[at];
  return (
    token !== undefined && token.kind === "word" && !token.isCapital && !beWords.has(token.lower) && token.lower !== "a"
  );
}

const askers = new Set(
  "pedí pedido pedimos encargué encargado encargamos ruega ruego rogué demandé prié chargé gebeten bat beauftragt".split(
    " ",
  ),
);

/** "le pedí a Maite que mire", "demandé à Perrine un mot", "Eleni gebeten": who was asked stands behind, in German before. */
function askedOf(sentence: Sentence): Actor | null {
  for (let at = 0; at < Math.min(8, sentence.tokens.length); at += 1) {
    if (!askers.has(wordAt(sentence, at))) continue;
    for (const on of [at + 1, at + 2, at - 1, at - 2, at - 4]) {
      const name = sentence.nameOf[on] ?? null;
      if (name === null || name.means !== "person") continue;
      return { who: somebodyNamed(name), isMe: name.isMe, isAsked: true, from: lastOfName(sentence, on) + 1 };
    }
  }
  return null;
}

const leads = new Set(
  "also and then und dann et puis y der die el la - – • maybe perhaps vielleicht evtl eventuell quizá quizás".split(
    " ",
  ),
);
const contracted = new Set("hes shes".split(" "));
const promising = new Set("promised offered promises offers versprach promet promit promete prometió".split(" "));

function pastPleas(sentence: Sentence, start: number): number {
  let at = start;
  while ([",", "mal", "por", "favor"].includes(wordAt(sentence, at)) || pleases.has(wordAt(sentence, at))) at += 1;
  return at;
}

function endsInPlea(sentence: Sentence): boolean {
  return pleases.has(wordAt(sentence, sentence.tokens.length - 1));
}

const clitics = new Set("le la les l' lui leur m' me nous se lo los las nos en y te".split(" "));
const plainThirds = new Set(
  "quedó has takes does gets goes comes hat macht nimmt fait prend va hace tiene va lleva toma".split(" "),
);

/** "Ivo soll die Haken ausbrennen", "Lupita debe pintarlo": who shall act, whatever the verb behind. */
const modalThirds = new Set(
  "soll sollte muss müsste wird kann könnte darf doit devra devrait debe debería puede podría should must shall".split(
    " ",
  ),
);

/** The token of a verb in the third person right behind a subject; null where none stands there. */
function thirdAt(sentence: Sentence, start: number): number | null {
  let at = start;
  while (clitics.has(wordAt(sentence, at)) && at < start + 2) at += 1;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word" || (token.isCapital && token.text !== token.text.toUpperCase()))
    return null;
  const word = token.lower;
  if (plainThirds.has(word) || modalThirds.has(word)) return at;
  const next = sentence.tokens[at + 1];
  const hasObject =
    next !== undefined &&
    (determiners.has(next.lower) ||
      objects.has(next.lower) ||
      next.kind === "number" ||
      (sentence.nameOf[at + 1] ?? null) !== null);
  for (const verb of token.spelling.verbs) {
    if (verb.language !== "en" && !sentence.languages.has(verb.language)) continue;
    if (verb.form === "third" || (verb.form === "s" && (!verb.isNounToo || hasObject))) return at;
    if (verb.form === "base" && verb.language === "en" && hasObject && !beWords.has(word)) return at;
  }
  // "Loup m'accompagne": a pronoun stands between a name and a verb only.
  if (at > start && isForeignVerb(sentence, at)) return at;
  const plain = folded(token.text);
  // "Hector walks the line": a form no table has, right between a person and an object.
  if (hasObject && /[a-z]{3}[^s]s$/u.test(plain)) return at;
  for (const language of sentence.languages) {
    if (kindOfVerb(plain, language) === null) continue;
    if (language === "de" ? plain.endsWith("t") : /(?:[aeit]|[aei]ra)$/u.test(plain)) return at;
  }
  return null;
}

const objects = new Set("it them him her this that these those everything me us".split(" "));

/** "will drei Muster", "il lui faut notre liste", "elle attend des photos": the token of what is wanted of the writer. */
function wishedAt(sentence: Sentence, start: number): number | null {
  let at = sheWords.has(wordAt(sentence, start)) ? start + 1 : start;
  if (["has", "hat", "have", "ha"].includes(wordAt(sentence, at))) at += 1;
  if (["nous", "me", "m'", "nos"].includes(wordAt(sentence, at))) at += 1;
  const word = wordAt(sentence, at);
  if (wordAt(sentence, at + 1) === "faut" && ["lui", "leur"].includes(word)) return at + 2;
  const next = wordAt(sentence, at + 1);
  if (word === "ob" && next === "wir") return at + 2;
  if (word === "asked" && next === "for") return at + 2;
  if (next === "to" && wishes.has(word) && perceptions.has(wordAt(sentence, at + 2))) return at + 2;
  if (!wishes.has(word) || next === "to" || next === "" || ["me", "mich", "mir"].includes(next)) return null;
  return at + 1;
}

const perceptions = new Set("see know have get read hear".split(" "));
const wishes = new Set(
  "will wants needs expects requested möchte braucht sucht hätte erbittet veut voudrait attend souhaite demande aimerait quiere necesita espera pide busca".split(
    " ",
  ),
);

/** "den probiert der Ivo an einem Samstag aus": the subject behind its verb. */
function behindVerb(sentence: Sentence): Actor | null {
  for (let at = 1; at < Math.min(14, sentence.tokens.length); at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind !== "word" || token.isCapital) continue;
    const isVerb = token.spelling.verbs.some((verb) => verb.language === "de" && verb.form === "third");
    if (!isVerb && !(token.lower.endsWith("t") && kindOfVerb(folded(token.text), "de") !== null)) continue;
    const on = ["der", "die"].includes(wordAt(sentence, at + 1)) ? at + 2 : at + 1;
    const name = sentence.nameOf[on] ?? null;
    if (name === null || name.means !== "person") continue;
    return { who: somebodyNamed(name), isMe: name.isMe, isAsked: false, from: 0 };
  }
  return null;
}
