import { particleOf } from "./acts.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";

const definite = new Set(
  "the this that these those my our his her their its der die das den dem diese diesen mein meine meinen unser unsere unseren le la les l' ce cette ces mon ma mes notre nos el los las este esta mi mis nuestro nuestra".split(
    " ",
  ),
);

/** How a bare act names its object: advice speaks of things at large, an errand of one thing. */
export function objectOf(sentence: Sentence, frame: Frame): "name" | "definite" | "one" | "many" | "none" | "plain" {
  const next = sentence.tokens[frame.verbAt + 1];
  if (next === undefined || (next.kind !== "word" && next.kind !== "number")) return "none";
  const name = sentence.nameOf[frame.verbAt + 1] ?? sentence.nameOf[frame.verbAt + 2] ?? null;
  if (name !== null) return "name";
  if (definite.has(next.lower)) return "definite";
  if (
    next.lower === "a" ||
    next.lower === "an" ||
    next.lower === "ein" ||
    next.lower === "eine" ||
    next.lower === "une" ||
    next.lower === "un" ||
    next.lower === "una"
  )
    return "one";
  if (next.isCapital && next.text.length > 1) return "name";
  return /[^s]s$/u.test(next.lower) ? "many" : "plain";
}

const nounFollowers = new Set(
  "of is are was were for from at with in on and / not has have will would can should as by".split(" "),
);

/** "Review of amazing work", "Test freeze today", "Call for papers": the word is a noun here. */
export function isNounReading(sentence: Sentence, frame: Frame): boolean {
  if (frame.verb?.isNounToo !== true) return false;
  const next = sentence.tokens[frame.verbAt + 1];
  if (next === undefined) return frame.from !== frame.verbAt || sentence.tokens.length > 1;
  if (particleOf(frame.verb.lemma, next.lower) !== null) return false;
  if (
    next.lower === "for" ||
    next.lower === "in" ||
    next.lower === "on" ||
    next.lower === "at" ||
    next.lower === "with" ||
    next.lower === "from"
  ) {
    return frame.verb.lemma !== "meet" && frame.verb.lemma !== "apply" && frame.verb.lemma !== "ask";
  }
  if (nounFollowers.has(next.lower) || next.kind === "arrow") return true;
  return (
    next.kind === "mark" &&
    next.text !== '"' &&
    next.text !== "“" &&
    next.text !== "(" &&
    next.text !== "„" &&
    next.text !== "'"
  );
}

/** Most words begin with a capital: a title or a name rather than an act. */
export function isTitle(sentence: Sentence): boolean {
  let capitals = 0;
  let words = 0;
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.kind !== "word" || token.text.length < 4 || sentence.nameOf[at] !== null) continue;
    words += 1;
    if (token.isCapital) capitals += 1;
  }
  return words >= 3 && capitals / words > 0.7;
}
