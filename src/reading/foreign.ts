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
