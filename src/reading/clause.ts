import { firstFrom } from "#domain/model/place.ts";
import type { DayFound } from "./days.ts";
import type { Frame } from "./frame.ts";
import { isPersonLike } from "./subjects.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { closers, conjunctions, meWords, sheWords, theyWords, thingWords, weWords } from "./words.ts";

/** Where a clause ends, and what may follow that still belongs to it: signs and words, told from one place. */

export const stops = new Set([";", ".", "!", "?", "(", "[", "|", "…", ")", "]", "*", "•", "·"]);
export const dashes = new Set(["-", "–", "—"]);
export const circumstances = new Set(
  "if when once whenever wenn sobald falls quand si cuando before after until till bevor nachdem avant après antes después".split(
    " ",
  ),
);

/** After "ask", "check", "find out" a question belongs to the act: "which laptops are in stock". */
export function asksOf(frame: Frame): boolean {
  return frame.verb !== null && (frame.verb.kind === "message" || frame.verb.kind === "investigate");
}

export const questions = new Set(
  "who which what whose whether if when where how why ob wer welche welcher welches was wann wie wo qui quel quelle quels si quién qué cuál cuándo".split(
    " ",
  ),
);

/** Further words that open a condition or a question. */
export const hangs = new Set("unless falls sofern solange ob whether bis damit".split(" "));

/** A reason or a restriction begins; French "car" is English for a vehicle. */
export function isCloser(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at);
  return closers.has(word) && (word !== "car" || sentence.languages.has("fr"));
}

/** Can only be who acts. */
export function isSubjectWord(word: string): boolean {
  return subjectWords.has(word);
}

const subjectWords = new Set(["i", ...weWords, ...sheWords, ...theyWords, ...thingWords]);

/** A dash with blanks around it parts two thoughts; in "follow-up" it does not. */
export function isApart(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  const before = sentence.tokens[at - 1];
  return token !== undefined && before !== undefined && before.end < token.start;
}

/** After a comma the act goes on where a list of names or things does, or its day. */
export function readsOn(sentence: Sentence, comma: number, days: readonly DayFound[]): boolean {
  if (startsDay(sentence, comma + 1, days)) return false;
  for (let at = comma + 1; at < Math.min(comma + 6, sentence.tokens.length); at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined) return false;
    if (token.text === "," || conjunctions.has(token.lower)) {
      return at > comma + 1 && !startsOther(sentence, at + 1) && !isSubjectWord(wordAt(sentence, comma + 1));
    }
    if (token.kind === "mark" || token.kind === "arrow") return false;
    if (meWords.has(token.lower) || isSubjectWord(token.lower)) return false;
  }
  return false;
}

export function startsDay(sentence: Sentence, at: number, days: readonly DayFound[]): boolean {
  const start = sentence.tokens[at]?.start ?? -1;
  return days[firstFrom(days, start)]?.start === start;
}

/** After "and": a new subject, so a new thought. */
export function startsOther(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at);
  if (isSubjectWord(word)) return true;
  const token = sentence.tokens[at];
  const next = wordAt(sentence, at + 1);
  return isPersonLike(token) && ["is", "was", "will", "has", "said", "wants", "had", "would"].includes(next);
}

/** Signs and joining words at the very end belong to what follows. */
export function isLoose(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return true;
  if (token.kind === "mark") return !["%", "€", "$", "+", "#", ")", '"', "”", "»", "'", "’"].includes(token.text);
  return (
    conjunctions.has(token.lower) ||
    ["if", "maybe", "he", "she", "they", "i", "we", "because", "-"].includes(token.lower)
  );
}

/** A sign that ends a thought: not a comma, nor the point of an abbreviation. */
export function isStop(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind === "arrow") return true;
  if (token.text === ".") return at + 1 >= sentence.tokens.length;
  return stops.has(token.text) || token.text === ":" || (dashes.has(token.text) && isApart(sentence, at));
}
