import { type Frame, back, baseFrame } from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, isClauseStart, subjectAfter, subjectBefore } from "./subjects.ts";
import { beWords, determiners } from "./words.ts";

/**
 * Something was asked for, said with a verb that asks harder or more formally than "ask": "chased Paul for the chart",
 * "nagged for her list", "I requested the estimate", "hab sie um die Preisliste gebeten", "relancé pour les plans",
 * "le pedí la merma" (S2). Null where nobody is asked, or somebody is asked to do something (`governed.ts`).
 */
export function requestFrame(sentence: Sentence, at: number): Frame | null {
  const word = wordAt(sentence, at);
  const kind = asking.get(word);
  if (kind === undefined) return null;
  const left = back(sentence, at - 1, true);
  const plain = { ...baseFrame(null, at), isHedged: left.isHedged, isNegated: left.isNegated };
  if (kind === "de") return askedInGerman(sentence, at, plain);
  if (kind === "fr" || kind === "es") {
    return sentence.languages.has(kind) ? askedInRomance(sentence, at, plain) : null;
  }
  const isPassive = beWords.has(wordAt(sentence, left.at));
  const asker = isPassive ? null : subjectBefore(sentence, withoutHave(sentence, left.at));
  if (asker !== null && asker.who !== "me" && asker.who !== "we" && asker.who !== "none") return null;
  if (asker?.who === "none" && !isClauseStart(sentence, left.at)) return null;
  if (kind === "thing") {
    const next = sentence.tokens[at + 1];
    if (isPassive || next === undefined || next.kind === "mark" || next.lower === "to") return null;
    if (!determiners.has(next.lower) && next.kind !== "number" && asker?.who === "none") return null;
    return { ...plain, manner: "requested", subject: them(at), asker, from: asker?.from ?? at, to: at + 2 };
  }
  const isFor = wordAt(sentence, at + 1) === "for";
  const object = isFor ? null : subjectAfter(sentence, at + 1);
  if (!isFor && (object === null || wordAt(sentence, object.to + 1) !== "for")) return null;
  const from = asker === null || asker.who === "none" ? at : asker.from;
  if (isPassive) return null;
  const to = (object?.to ?? at) + 2;
  return { ...plain, manner: "requested", subject: object ?? them(at), asker, from, to, isElided: object === null };
}

/** Of whom the notes speak. */
function them(at: number): Subject {
  return { who: "she", words: null, name: null, from: at, to: at };
}

function withoutHave(sentence: Sentence, at: number): number {
  return ["have", "'ve", "had", "has"].includes(wordAt(sentence, at)) ? at - 1 : at;
}

/** "hab sie um die neue Preisliste gebeten", "Muster angefragt": what is asked for stands before. */
function askedInGerman(sentence: Sentence, at: number, plain: ReturnType<typeof baseFrame>): Frame | null {
  if (!sentence.languages.has("de")) return null;
  let from = at;
  let isMe = false;
  let isAsked = wordAt(sentence, at) !== "gebeten";
  let acts: Subject | null = null;
  while (from > 0 && at - from < 12 && !isClauseStart(sentence, from - 1)) {
    from -= 1;
    const word = wordAt(sentence, from);
    if (word === "um") isAsked = true;
    if (["mich", "uns", "mir"].includes(word)) isMe = true;
    const name = sentence.nameOf[from] ?? null;
    if (name !== null && name.means === "person" && !name.isMe)
      acts = { who: "person", words: name.words, name, from, to: from };
  }
  if (!isAsked || from === at || wordAt(sentence, at + 1) === "," || wordAt(sentence, at + 1) === "zu") return null;
  const me: Subject = { who: "me", words: null, name: null, from, to: from };
  return {
    ...plain,
    manner: "requested",
    subject: isMe ? me : (acts ?? them(from)),
    asker: isMe ? acts : me,
    from,
    actFrom: from,
  };
}

/** "relancé pour les plans", "je lui ai demandé la fiche", "le pedí la merma", "nos pidió los datos". */
function askedInRomance(sentence: Sentence, at: number, plain: ReturnType<typeof baseFrame>): Frame | null {
  let next = at + 1;
  const name = ["à", "a", "al"].includes(wordAt(sentence, next))
    ? subjectAfter(sentence, next + 1)
    : subjectAfter(sentence, next);
  if (name !== null && name.who === "person") next = name.to + 1;
  const word = wordAt(sentence, next);
  if (!determiners.has(word) && word !== "pour" && word !== "por" && sentence.tokens[next]?.kind !== "number")
    return null;
  let from = at;
  let isMe = false;
  while (from > 0 && at - from < 6 && !isClauseStart(sentence, from - 1)) {
    from -= 1;
    if (["me", "m'", "nous", "nos"].includes(wordAt(sentence, from))) isMe = true;
  }
  const me: Subject = { who: "me", words: null, name: null, from, to: from };
  const other = name !== null && name.who === "person" ? name : them(from);
  return { ...plain, manner: "requested", subject: isMe ? me : other, asker: isMe ? other : me, from, actFrom: at };
}

/** Words that ask for something, by whom or what they take and their language. */
export const asking = new Map<string, "person" | "thing" | "de" | "fr" | "es">();
for (const [kind, words] of [
  [
    "person",
    "chased begged nagged pestered badgered pressed hassled nudged pinged emailed e-mailed mailed texted messaged",
  ],
  ["thing", "requested"],
  ["de", "gebeten angefragt angefordert erbeten nachgefragt"],
  ["fr", "demandé réclamé relancé sollicité redemandé"],
  ["es", "pedí pedido pidió reclamado reclamé solicité solicitado pedimos"],
] as const) {
  for (const word of words.split(" ")) asking.set(word, kind);
}
