import { firstFrom } from "#domain/model/place.ts";
import type { Extent } from "./extent.ts";
import type { Somebody } from "./cast.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";

const mannerVerbs: Readonly<Record<string, string>> = {
  owes: "Send",
  waits: "Send",
  requested: "Send",
  promised: "Send",
  wants: "Send",
};

/**
 * The act in clean words, starting with its verb (StepReading.what): "Send Ana Ruiz the deck". Names are given in
 * full, pronouns are filled in, the day and the owner are left out. At most 1,000 characters.
 */
export function wordsOfStep(sentence: Sentence, frame: Frame, extent: Extent, other: Somebody | null): string {
  const actStart = sentence.tokens[frame.actFrom]?.start ?? extent.start;
  const from =
    frame.verb === null && frame.manner !== "noun"
      ? nounStart(sentence, frame, extent)
      : Math.max(actStart, extent.start);
  let words = "";
  let at = from;
  for (let index = firstFrom(sentence.tokens, from); index < sentence.tokens.length; index += 1) {
    const token = sentence.tokens[index];
    if (token === undefined || token.start >= extent.end) break;
    if (extent.day !== null && token.start >= extent.day.start && token.start < extent.day.end) {
      at = Math.max(at, token.end);
      continue;
    }
    const name = sentence.nameOf[index] ?? null;
    const isFirstOfName = name !== null && sentence.nameOf[index - 1] !== name;
    words += sentence.text.slice(Math.max(at, from), token.start);
    if (name !== null && name.means === "person" && name.name !== null) words += isFirstOfName ? name.name : "";
    else if (
      other !== null &&
      index > frame.verbAt &&
      (token.lower === "her" || token.lower === "him") &&
      index <= frame.verbAt + 3
    )
      words += other.name;
    else words += index === frame.verbAt && frame.verbAt >= frame.actFrom ? plainVerb(frame, token.text) : token.text;
    at = token.end;
  }
  const clean = words
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\s,;:.–—-]+$/gu, "")
    .replaceAll(/^[\s,;:.–—-]+/gu, "")
    .replace(/^to (?=\p{Ll})/u, "")
    .replace(extent.day === null ? /^$/u : /\s(?:by|until|till|before|bis|avant|antes de)$/iu, "");
  const verb = mannerVerbs[frame.manner];
  const text = verb !== undefined && frame.verb === null ? `${verb} ${clean}` : clean;
  const line = (text === "" ? sentence.text.slice(extent.start, extent.end) : text).trim();
  return (line.charAt(0).toUpperCase() + line.slice(1)).slice(0, 1000).trim() || "Step";
}

/** "sends", "sending": the verb as one says it to somebody, "send". Other languages keep their form. */
function plainVerb({ verb }: Frame, written: string): string {
  const isPlain = verb === null || verb.language !== "en" || verb.isGuess === true || verb.form === "base";
  return isPlain ? written : verb.lemma;
}

/** Where the thing itself begins: after "asked Paul for", "owes me", "waiting for". */
function nounStart(sentence: Sentence, frame: Frame, extent: Extent): number {
  if (frame.manner === "appointment" || frame.manner === "question")
    return sentence.tokens[frame.verbAt]?.start ?? extent.start;
  let at = Math.max(frame.verbAt + 1, frame.to);
  while (["me", "us", "for", "on", "her", "him", "them"].includes(sentence.tokens[at]?.lower ?? "")) at += 1;
  const start = sentence.tokens[at]?.start;
  return start === undefined || start >= extent.end ? extent.start : start;
}
