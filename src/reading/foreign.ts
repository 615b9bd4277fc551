import type { Language } from "#domain/model/language.ts";
import { type Verb, verbsOf } from "./acts.ts";
import { type Frame, type Seen, baseFrame, modals } from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, emptySubject, isClauseStart, lastOfName, subjectBefore } from "./subjects.ts";
import { adverbs, beWords, conjunctions, determiners, meWords, newsWords, prepositions, saidWords } from "./words.ts";

/** German puts the subject behind the verb: "schickt Ana mir", "rufe ich Paul an", "muss ich". */
export function germanSubjectAfter(sentence: Sentence, verb: Verb | undefined, at: number): Subject | null {
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

/** Infinitives: French and Spanish ones begin the line, German ones end it ("Folien an Ana schicken"). */
export function foreignBare(sentence: Sentence, verb: Verb, at: number, seen: Seen): Frame | null {
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

const haves = new Set("hat habe haben hatte hatten ist sind war wurde wurden worden bin".split(" "));

/** Words that end like an infinitive and are none. */
const noInfinitives = new Set(
  (
    "premier dernier papier atelier hiver cher hier entier métier quartier dossier fier léger danger étranger janvier février lettre titre autre notre votre contre entre libre ordre cadre offre chiffre livre centre octobre septembre novembre décembre mètre être plaisir avenir loisir soir espoir pouvoir avoir devoir savoir encore genre rare mère père frère faire " +
    "lugar mujer taller ayer poder deber saber tener haber ser ir hogar bar par mar azúcar popular similar cualquier primer tercer " +
    "morgen gestern neben gegen wegen einen keinen meinen seinen ihren unseren zwischen oben unten allen vielen beiden wochen tagen kunden firmen jahren seiten zahlen fragen-an leuten terminen morgens"
  ).split(" "),
);

/**
 * An infinitive that no list knows, by its ending and place: at the start of a French or Spanish thought or after "de",
 * "à", "a", "que"; at the end of a German one, or after "zu". Null for anything else.
 */
export function unknownInfinitive(sentence: Sentence, at: number): Verb | null {
  const { languages } = sentence;
  if (languages.size === 0) return null;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word" || token.text.length < 5 || noInfinitives.has(token.lower))
    return null;
  const made = (language: "de" | "fr" | "es"): Verb => ({
    lemma: token.lower,
    form: "base",
    language,
    kind: "do",
    class: "errand",
    isNounToo: false,
    isGuess: true,
  });
  const before = wordAt(sentence, at - 1);
  const isFirst =
    isClauseStart(sentence, at - 1) || before === "peut-être" || before === "quizá" || before === "quizás";
  if (languages.has("fr") && /(?:er|ir|re)$/u.test(token.lower)) {
    if (
      isFirst ||
      ["de", "d'", "à", "vais", "va", "dois", "doit", "le", "la", "les", "l'", "lui", "y", "m'", "nous"].includes(
        before,
      )
    ) {
      return isFirst || isClauseStart(sentence, at - 2) || !["le", "la", "les", "l'"].includes(before)
        ? made("fr")
        : null;
    }
  }
  if (languages.has("es") && /(?:[aei]r)(?:me|te|se|l[aeo]s?|nos|sel[ao]s?)?$/u.test(token.lower)) {
    if (isFirst || ["a", "que", "de", "debo", "quiero", "puede", "puedo"].includes(before)) return made("es");
  }
  if (languages.has("de") && !token.isCapital && /(?:en|ern|eln)$/u.test(token.lower)) {
    const next = sentence.tokens[at + 1];
    if (/^\p{L}{2,7}zu\p{L}{3,}en$/u.test(token.lower)) return made("de");
    const isLast = next === undefined || next.kind === "mark" || next.lower === "und";
    const isParticiple = sentence.tokens.slice(Math.max(0, at - 8), at).some((one) => haves.has(one.lower));
    if (isParticiple) return null;
    if (isLast && at > 0 && !beWords.has(wordAt(sentence, at - 1))) return made("de");
  }
  return null;
}

/** Endings of the simple future and the conditional, with who acts by them. */
const frenchFuture = /^\p{L}{2,}(?:er|ir|r)(?:ai|as|a|ons|ont)$/u;
const frenchConditional = /^\p{L}{2,}(?:er|ir|r)(?:ait|ais|ions|aient)$/u;
const spanishFuture = /^\p{L}{2,}(?:ar|er|ir|dr|br)(?:é|ás|á|emos|án)$/u;
const spanishConditional = /^\p{L}{2,}(?:ar|er|ir|dr|br)(?:ía|ías|íamos|ían)$/u;
const noFutures = new Set(
  "sera fera aura ira sera viendra votera camera opera caméra opéra extra para era hora ahora fuera cara será estará habrá sería había podría quería debería tendría haría serait ferait aurait irait pourrait voudrait devrait faudrait faudra primera mera quiera guitarra tierra".split(
    " ",
  ),
);

/**
 * A French or Spanish verb in the simple future or conditional, known by its ending: "enverra", "mettrait", "mandará".
 * `will` or `would`, and the lemma where a table has it.
 */
export function simpleFuture(sentence: Sentence, at: number): { verb: Verb; manner: "will" | "would" } | null {
  const { languages } = sentence;
  if (languages.size === 0) return null;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word" || token.isCapital || token.text.length < 5) return null;
  const { lower } = token;
  if (noFutures.has(lower)) return null;
  const made = (language: "fr" | "es", stem: string): Verb => {
    const known = [
      stem,
      `${stem}e`,
      `${stem.slice(0, -1)}oir`,
      stem.replace(/verr$/u, "voyer"),
      stem.replace(/ettr$/u, "ettre"),
    ]
      .flatMap((word) => verbsOf(word))
      .find((verb) => verb.language === language);
    return (
      known ?? { lemma: stem, form: "base", language, kind: "do", class: "errand", isNounToo: false, isGuess: true }
    );
  };
  if (languages.has("fr")) {
    if (frenchFuture.test(lower))
      return { verb: made("fr", lower.replace(/(?:ai|as|a|ons|ont)$/u, "")), manner: "will" };
    if (frenchConditional.test(lower))
      return { verb: made("fr", lower.replace(/(?:ait|ais|ions|aient)$/u, "")), manner: "would" };
  }
  if (languages.has("es")) {
    if (spanishFuture.test(lower))
      return { verb: made("es", lower.replace(/(?:é|ás|á|emos|án)$/u, "")), manner: "will" };
    if (spanishConditional.test(lower))
      return { verb: made("es", lower.replace(/(?:ía|ías|íamos|ían)$/u, "")), manner: "would" };
  }
  return null;
}

/**
 * A present verb that no table knows, right after a person who acts: "CB saca", "alan mesure", "Femi rings". English ones
 * end in s; the others only need to be plain words in a sentence of their language.
 */
export function guessedPresent(sentence: Sentence, at: number): Verb | null {
  const token = sentence.tokens[at];
  const name = sentence.nameOf[at - 1] ?? null;
  if (token === undefined || token.kind !== "word" || token.isCapital) return null;
  const { lower } = token;
  if (name === null || name.means !== "person") return guessedEnglish(sentence, at);
  if (
    lower.length < 4 ||
    notVerbs.has(lower) ||
    adverbs.has(lower) ||
    prepositions.has(lower) ||
    conjunctions.has(lower) ||
    beWords.has(lower)
  )
    return null;
  if (saidWords.has(lower) || newsWords.has(lower) || determiners.has(lower)) return null;
  const language = lastOf(sentence.languages);
  if (language === null) {
    return /[a-z]{2}s$/u.test(lower) && !/(?:ss|us|is|as)$/u.test(lower)
      ? {
          lemma: lower.slice(0, -1),
          form: "s",
          language: "en",
          kind: "do",
          class: "make",
          isNounToo: false,
          isGuess: true,
        }
      : null;
  }
  const fits = language === "de" ? /(?:t|e)$/u.test(lower) : /[aeétsd]$/u.test(lower);
  return fits
    ? { lemma: lower, form: "third", language, kind: "do", class: "errand", isNounToo: false, isGuess: true }
    : null;
}

/**
 * An English verb that no table knows, between a pronoun and what can only be its object: "he shoots me a login", "I whittle
 * them down", "we're pencilling her in".
 */
function guessedEnglish(sentence: Sentence, at: number): Verb | null {
  const before = wordAt(sentence, at - 1);
  if (!acting.has(before) && !contracted.has(before)) return null;
  const lower = wordAt(sentence, at);
  if (lower.length < 4 || !/^[a-z]+$/u.test(lower) || minds.has(lower) || notVerbs.has(lower)) return null;
  if (adverbs.has(lower) || prepositions.has(lower) || determiners.has(lower) || conjunctions.has(lower)) return null;
  const made = (form: "s" | "base" | "ing", lemma: string): Verb => ({
    lemma,
    form,
    language: "en",
    kind: "do",
    class: "make",
    isNounToo: false,
    isGuess: true,
  });
  if (/[a-z]{3}ing$/u.test(lower)) return contracted.has(before) ? made("ing", lower.slice(0, -3)) : null;
  const next = sentence.tokens[at + 1];
  const isObject =
    next !== undefined &&
    (objects.has(next.lower) || next.kind === "number" || (sentence.nameOf[at + 1] ?? null)?.means === "person");
  if (!isObject) return null;
  if (before === "he" || before === "she") {
    return /[a-z]{2}s$/u.test(lower) && !/(?:ss|us|is)$/u.test(lower) ? made("s", lower.slice(0, -1)) : null;
  }
  return (before === "i" || before === "we") && !/(?:ed|s|t)$/u.test(lower) ? made("base", lower) : null;
}

/** Behind these an English word may be a verb that no table knows. */
export const acting = new Set(["he", "she", "i", "we"]);
export const contracted = new Set(["'m", "'re", "'s", "am", "are", "is"]);
const objects = new Set(
  "me us you him her them it our my your his their the a an this that these those some all".split(" "),
);
/** What one feels or thinks is no act. */
const minds = new Set(
  "hate miss enjoy dread doubt prefer fear suspect wonder wish bet love admire loathe imagine assume reckon envy enjoys hates loves misses prefers doubts wonders wishes insists insist seems looks sounds wondering hoping assuming guessing struggling enjoying loving feeling missing dying growing getting becoming hiring selling losing seeing having being running living starting everything nothing something anything during morning evening exciting interesting amazing boring missing".split(
    " ",
  ),
);

function lastOf(languages: ReadonlySet<Language>): Language | null {
  let last: Language | null = null;
  for (const language of languages) last = language;
  return last;
}

const notVerbs = new Set(
  "mañana hoy ayer lunes martes miércoles jueves viernes sábado domingo demain hier lundi mardi mercredi jeudi vendredi samedi dimanche heute morgen gestern montag dienstag mittwoch donnerstag freitag samstag sonntag hatte hätte habe wurde wollte sollte könnte konnte musste möchte hier heute seit unter weit nicht meist zuletzt leute seite beste erste zweite beide alle eine keine seine ihre unsere este esta para pero como cuando donde desde antes ayer también todavía casa parte cosa dice dijo tiene había estaba était avait aurait serait peut doit veut comme toute toutes cette notre votre leur leurs entre avant après dont sans chez vers plus très bien tous always does goes says this yes thus plus news sales notes".split(
    " ",
  ),
);

/** German "zu" with its verb after a comma: "Sie hat versprochen, mir ... zu schicken", "Evi gebeten, die Schleife zu bügeln". */
export function germanClause(sentence: Sentence, verb: Verb, at: number, zuAt: number): Frame | null {
  let comma = -1;
  for (let before = zuAt - 1; before >= Math.max(0, zuAt - 14); before -= 1) {
    if (wordAt(sentence, before) === ",") {
      comma = before;
      break;
    }
  }
  if (comma < 1) return null;
  let begin = comma;
  while (begin > 0 && comma - begin < 12 && !isClauseStart(sentence, begin - 1)) begin -= 1;
  const words = sentence.tokens.slice(begin, comma).map((token) => token.lower);
  const isPromised = words.some((word) => pledged.has(word));
  const isAsked = words.some((word) => begged.has(word));
  if (!isPromised && !isAsked) return null;
  let me: Subject | null = null;
  let other: Subject | null = null;
  for (let place = begin; place < comma; place += 1) {
    const word = wordAt(sentence, place);
    const name = sentence.nameOf[place] ?? null;
    if (word === "ich" || word === "wir") me = { who: "me", words: null, name: null, from: place, to: place };
    else if (name !== null && name.means === "person")
      other ??= {
        who: name.isMe ? "me" : "person",
        words: name.words,
        name,
        from: place,
        to: lastOfName(sentence, place),
      };
    else if ((word === "sie" || word === "er" || word === "ihn") && other === null)
      other = { who: "she", words: word, name: null, from: place, to: place };
    else if ((word === "mich" || word === "mir" || word === "uns") && isAsked)
      me = { who: "me", words: null, name: null, from: place, to: place };
  }
  const base = { ...baseFrame(verb, at), from: begin, actFrom: comma + 1 };
  if (isPromised)
    return {
      ...base,
      manner: "promise",
      subject: other ?? me ?? emptySubject(begin),
      isElided: other === null && me === null,
    };
  const saysToMe = words.includes("mich") || words.includes("uns");
  if (saysToMe) return { ...base, manner: "asked", subject: me ?? emptySubject(begin), asker: other };
  return other === null ? null : { ...base, manner: "asked", subject: other, asker: me };
}

const pledged = new Set("versprochen verspricht versprach zugesagt zugesichert angeboten bietet vereinbart".split(" "));
const begged = new Set("gebeten bat bitte bittet gefragt beauftragt aufgefordert".split(" "));
