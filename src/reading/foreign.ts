import type { Verb } from "./acts.ts";
import { type Frame, type Seen, baseFrame, modals } from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, emptySubject, isClauseStart, lastOfName, subjectBefore } from "./subjects.ts";
import { beWords, conjunctions, meWords, prepositions } from "./words.ts";

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
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== "word" || token.text.length < 5 || noInfinitives.has(token.lower))
    return null;
  const { languages } = sentence;
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
    const isLast = next === undefined || next.kind === "mark" || next.lower === "und";
    const isParticiple = sentence.tokens.slice(Math.max(0, at - 8), at).some((one) => haves.has(one.lower));
    if (isParticiple) return null;
    if (isLast && at > 0 && !beWords.has(wordAt(sentence, at - 1))) return made("de");
  }
  return null;
}
