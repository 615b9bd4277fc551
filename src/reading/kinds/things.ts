import type { StepKind } from "#domain/model/step.ts";
import type { Frame } from "../frame.ts";
import { type Sentence, wordAt } from "../sentence.ts";
import { appointmentNouns } from "../words.ts";
import { isForGroup } from "./audience.ts";
import { callWords, introWords, isSendable, isText, mailWords } from "./nouns.ts";
import { isGoods } from "./phrases.ts";

/** The kind of an act that is named by a thing ("intro to Li", "the deck from Ana", "a price list"). `plain` is folded. */
export function kindOfThing(sentence: Sentence, frame: Frame, plain: string): StepKind {
  const words = plain.match(/[a-z0-9&-]+/gu) ?? [];
  const { manner } = frame;
  if (words.some((word) => introWords.has(word))) return "introduce";
  if (
    manner === "wants" ||
    manner === "requested" ||
    manner === "promised" ||
    manner === "owes" ||
    manner === "waits"
  ) {
    return kindOfWish(sentence, frame, words, plain);
  }
  if (words.some((word) => callWords.has(word)) && !words.some(isSendable)) return "call";
  const holdsText = words.some(isText);
  if (words.some((word) => appointmentNouns.get(word) === "meet") && !holdsText) return "meet";
  if (words.some((word) => mailWords.has(word))) return "email";
  const isPapers = holdsText || words.some(isSendable);
  if (isPapers && hasReceiver(sentence)) return "email";
  if (isForGroup(plain, words.length) && !(holdsText && /\b(?:for|fur|pour|para)\b/u.test(plain))) return "share";
  if (holdsText && !isFromSomebody(sentence)) return "write";
  if (isPapers) return "email";
  return isMeetingWith(sentence, plain) ? "meet" : "do";
}

/** "minutes to Bain", "Satzung an sie", "contrat type à Line": it goes to somebody. */
function hasReceiver(sentence: Sentence): boolean {
  for (const [at, token] of sentence.tokens.entries()) {
    if (!["to", "an", "à", "a"].includes(token.lower) || at === 0) continue;
    const next = wordAt(sentence, at + 1);
    if ((sentence.nameOf[at + 1] ?? null) !== null || ["her", "him", "them", "sie", "ihn", "ihr", "lui"].includes(next))
      return true;
  }
  return false;
}

/** "trial offer from her": it is on its way from somebody. */
function isFromSomebody(sentence: Sentence): boolean {
  const at = sentence.tokens.findIndex((token) => token.lower === "from" || token.lower === "von");
  if (at < 0) return false;
  return (
    (sentence.nameOf[at + 1] ?? null)?.means === "person" || ["her", "him", "them"].includes(wordAt(sentence, at + 1))
  );
}

/** "half an hour with Petra", "point avec Yann", "Fergus Hale 16/6, 09:30": a person, and an hour or "with". */
function isMeetingWith(sentence: Sentence, plain: string): boolean {
  for (const name of sentence.names) {
    if (name.means !== "person") continue;
    if (
      /\b(?:w\/|with|mit|avec|con) ?$/u.test(sentence.text.slice(Math.max(0, name.start - 6), name.start).toLowerCase())
    )
      return true;
    if (/\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|h|uhr)\b/u.test(plain)) return true;
  }
  return false;
}

const wished = /(?:^|\s)(?:word|visit|demo|tour|walk|slot in|coffee|lunch)(?:$|\s)/u;

/** What is wanted, asked for, owed or promised is sent, unless its noun says otherwise. */
function kindOfWish(sentence: Sentence, frame: Frame, words: readonly string[], plain: string): StepKind {
  const from = words.indexOf(wordAt(sentence, frame.verbAt));
  let thing = words.slice(Math.max(0, from + 1));
  while (["for", "of", "to", "on", "me", "us", "him", "her"].includes(thing[0] ?? "")) thing = thing.slice(1);
  if (thing.includes("answer") || thing.includes("reply") || thing.includes("antwort")) return "message";
  if (thing.some((word) => callWords.has(word))) return "call";
  if (thing.some((word) => appointmentNouns.get(word) === "meet") || wished.test(thing.join(" "))) return "meet";
  if (isGoods(thing.join(" ")) && !thing.some(isSendable)) return thing.includes("key") ? "email" : "do";
  // What is there already is sent ("our price list"); what is not has to be written ("a one-pager").
  const isThere = thing
    .slice(0, 2)
    .some((word) => /^(?:the|our|my|your|unsere?n?|unser|nos|notre|nuestr[oa]s?)$/u.test(word));
  const isMine = frame.manner === "wants" || (frame.manner === "requested" && frame.subject.who === "me");
  const isWritten = thing.some(isText) || thing.some((word) => /^(?:written|typed|stories|confirmation)$/u.test(word));
  if (isWritten && !isThere && frame.manner !== "promised" && frame.manner !== "waits") return "write";
  if (isMine && /^an? (?:\w+ )?(?:plan|list)\b/u.test(thing.join(" "))) return "write";
  if (/\b(?:written|typed) up\b/u.test(plain)) return "write";
  return "email";
}
