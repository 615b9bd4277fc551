import { type Verb, verbsOf } from "./acts.ts";
import {
  type Frame,
  type Manner,
  type Seen,
  back,
  withFirst,
  baseFrame,
  modals,
  negations,
  reported,
} from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Subject, emptySubject, isClauseStart, subjectBefore } from "./subjects.ts";
import { adverbs, askWords, beWords, prepositions } from "./words.ts";

const needs = new Set(
  "need needs needed have has had must 've got ought supposed due brauche braucht tengo tiene hay".split(" "),
);
const goings = new Set("going gonna voy va vamos van vas".split(" "));
const wants = new Set(
  "want wants wanted plan plans planning planned intend intends aim aims hope hopes hoping try tries trying like wish quiero quiere".split(
    " ",
  ),
);
const promises = new Set(
  "promised promise promises agreed agree agrees offered offer offers volunteered volunteers committed commits decided said willing happy keen glad ready undertook pledged signed versprochen verspricht prometió promis".split(
    " ",
  ),
);
const remembers = new Set("remember forget reminder note sure".split(" "));

/** "to" and what governs it: "going to", "agreed to", "asked Ana to", "Tom to", "remember to", or nothing of these. */
export function toFrame(sentence: Sentence, verb: Verb, at: number, toAt: number, seen: Seen): Frame | null {
  const left = back(sentence, toAt - 1);
  const governor = wordAt(sentence, left.at);
  const both: Seen = { isHedged: seen.isHedged || left.isHedged, isNegated: seen.isNegated || left.isNegated };
  const governed = (manner: Manner): Frame => governedFrame(sentence, verb, at, left.at, manner, both);
  if (left.at < 0 || isClauseStart(sentence, left.at)) {
    if (verb.language !== "en") return null;
    return {
      ...baseFrame(verb, at),
      ...both,
      manner: "to",
      subject: emptySubject(at),
      from: left.at + 1,
      isElided: true,
    };
  }
  if (governor === "action" || governor === "item") {
    const taken = takenFrame(sentence, verb, at, left.at, both);
    if (taken !== null) return taken;
  }
  if (wordAt(sentence, toAt - 1) === "all" && isClauseStart(sentence, toAt - 2)) {
    const subject: Subject = { who: "role", words: "all", name: null, from: toAt - 1, to: toAt - 1 };
    return { ...baseFrame(verb, at), ...both, manner: "to", subject, from: toAt - 1 };
  }
  if (goings.has(governor)) return governed("going");
  if (governor === "faut" || governor === "hay") return null;
  if (needs.has(governor)) return governed("need");
  if (promises.has(governor)) return governed("promise");
  if (governor === "love" || (governor === "like" && ["would", "'d"].includes(wordAt(sentence, left.at - 1)))) {
    return governed(governor === "love" ? "wish" : "want");
  }
  if (wants.has(governor)) return governed("want");
  if (remembers.has(governor)) {
    const frame = governed("remember");
    // "make sure to" and "don't forget to": the words before belong to it, and their negation is none of the act's.
    const before = wordAt(sentence, left.at - 1);
    const isOwn = before === "make" || negations.has(before);
    const from = isOwn ? left.at - 1 : left.at;
    return { ...frame, isNegated: false, from: Math.min(from, frame.from) };
  }
  const isInitials = sentence.tokens[left.at]?.text === governor.toUpperCase();
  if (passives.has(governor) && beWords.has(wordAt(sentence, back(sentence, left.at - 1).at))) {
    return passiveFrame(sentence, verb, at, back(sentence, left.at - 1).at, both);
  }
  if (beWords.has(governor) && !isInitials && verb.language === "en") {
    const subject = subjectBefore(sentence, back(sentence, left.at - 1).at);
    if (subject.who === "none" || subject.who === "thing") return null;
    if (subject.who === "person" && subject.name === null && isCommonNoun(subject.words ?? "")) return null;
    return { ...baseFrame(verb, at), ...both, manner: "to", subject, from: subject.from };
  }
  const asked = askedFrame(sentence, verb, at, left.at, both) ?? promisedFrame(sentence, verb, at, left.at, both);
  if (asked !== null) return asked;
  if (verb.language !== "en") return null;
  const subject = subjectBefore(sentence, left.at);
  const isMyName = subject.who === "me" && subject.name !== null;
  if (isMyName || ["person", "organization", "role", "we"].includes(subject.who)) {
    const before = wordAt(sentence, subject.from - 1);
    if (prepositions.has(before) || verbsOf(before).length > 0) return null;
    if (subject.who === "person" && subject.name === null && isCommonNoun(subject.words ?? "")) return null;
    return { ...baseFrame(verb, at), ...both, manner: "to", subject, from: subject.from };
  }
  return nicknameFrame(sentence, verb, at, left.at, both);
}

/** "Agreement to think", "Output to channels", "Hard to say": a capital at the start of a line makes no person. */
function isCommonNoun(words: string): boolean {
  if (words.includes(" ")) return false;
  const lower = words.toLowerCase();
  if (takesTo.has(lower) || verbsOf(lower).length > 0) return true;
  if (words.length <= 3) return acronyms.has(words);
  return /(?:ions?|ments?|ships?|ity|ities|ness|ings?|ances?|ences?|ables?|ibles?|ful|less|ive|ous|puts?|ages?)$/u.test(
    lower,
  );
}

const acronyms = new Set(
  "PR PRs API CVE REC RFC KEP SIG CI CD UI UX DB SDK CLI OS PDF URL FAQ SLA KPI ROI AI ML Q1 Q2 Q3 Q4 CFP RFP TBD FYI NB PS IT HR QA".split(
    " ",
  ),
);

/** "gkellogg to add": one plain word at the start of a clause, which is no word that takes "to" by itself. */
function nicknameFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const token = sentence.tokens[left];
  if (token === undefined || (token.kind !== "word" && token.kind !== "handle")) return null;
  if (!isClauseStart(sentence, left - 1) || token.lower.length < 2) return null;
  if (takesTo.has(token.lower) || verbsOf(token.lower).length > 0 || adverbs.has(token.lower)) return null;
  const subject: Subject = { who: "person", words: token.text, name: null, from: left, to: left };
  return { ...baseFrame(verb, at), ...seen, manner: "to", subject, from: left };
}

const takesTo = new Set(
  (
    "similar hard difficult enough issue issues item items agreement effort intent meant strive seems about steps step pr prs features feature output outputs leads relevance membership hate partners slides discipline memo note sought conversion process goal reminder welcome room space desire decision request requests proposal proposals motion vote promise offer offers hopes title titles how what where when who which way ways time idea ideas plan plans reason reasons chance chances easy hard difficult important best better good great nice able unable ready free welcome possible impossible useful helpful fun " +
    "order want wants goal goals aim purpose thing things something nothing anything everything stuff place places lot lots enough too much many more less option options opportunity ability right need needs attempt effort efforts " +
    "interesting necessary safe fine ok okay likely unlikely hope continue happy excited proud sad glad used next step steps up due back down out on over off close key trick focus thanks tools tool allowed required it this that them him her me us you than as only just not and or but in " +
    "access path guide intro introduction approach answer solution link links respect regard according relative similar related thanks contribution contributions update updates change changes move moves pointer pointers feature framework library process rules rule committed"
  ).split(" "),
);

function governedFrame(
  sentence: Sentence,
  verb: Verb,
  at: number,
  governorAt: number,
  manner: Manner,
  seen: Seen,
): Frame {
  let left = back(sentence, governorAt - 1);
  let begin = governorAt;
  // "I am going to", "I have got to", "she would like to", "I do need to": the helping words belong to it.
  for (let steps = 0; steps < 3; steps += 1) {
    const word = wordAt(sentence, left.at);
    if (!beWords.has(word) && !["would", "'d", "have", "has", "had", "'ve", "do", "will", "'ll", "got"].includes(word))
      break;
    begin = left.at;
    const next = back(sentence, left.at - 1);
    left = { at: next.at, isHedged: left.isHedged || next.isHedged, isNegated: left.isNegated || next.isNegated };
  }
  const found = subjectBefore(sentence, left.at);
  const isElided = found.who === "none";
  const subject = isElided ? { ...withFirst(found, wordAt(sentence, governorAt)), from: begin } : found;
  const frame: Frame = {
    ...baseFrame(verb, at),
    manner,
    subject,
    from: isElided ? begin : subject.from,
    isHedged: seen.isHedged || left.isHedged,
    isNegated: seen.isNegated || left.isNegated,
    isElided,
  };
  return reported(sentence, frame);
}

/** "Tracy takes action to start", "took the action item to": taken on before everybody. */
function takenFrame(sentence: Sentence, verb: Verb, at: number, actionAt: number, seen: Seen): Frame | null {
  let takeAt = actionAt - 1;
  while (actionAt - takeAt < 4 && !takes.has(wordAt(sentence, takeAt))) takeAt -= 1;
  if (!takes.has(wordAt(sentence, takeAt))) return null;
  return governedFrame(sentence, verb, at, takeAt, "promise", seen);
}

const takes = new Set("take takes took taking has have".split(" "));

const passives = new Set("asked invited requested told instructed begged urged reminded".split(" "));

/** "Maura has been asked to find out": who was asked shall act. */
function passiveFrame(sentence: Sentence, verb: Verb, at: number, beAt: number, seen: Seen): Frame | null {
  let left = back(sentence, beAt - 1);
  if (["has", "have", "had", "'s", "'ve"].includes(wordAt(sentence, left.at))) left = back(sentence, left.at - 1);
  const subject = subjectBefore(sentence, left.at);
  if (subject.who === "thing") return null;
  const from = subject.who === "none" ? left.at + 1 : subject.from;
  return { ...baseFrame(verb, at), ...seen, manner: "asked", subject, from };
}

/** "asked me to send", "asked Paul to send", "Ana wants us to", "need Tom to approve", "reminded her to". */
function askedFrame(sentence: Sentence, verb: Verb, at: number, objectEnd: number, seen: Seen): Frame | null {
  const object = subjectBefore(sentence, objectEnd, true);
  if (object.who === "none" || object.who === "thing") return null;
  let governorAt = back(sentence, object.from - 1).at;
  if (["à", "a", "al"].includes(wordAt(sentence, governorAt))) governorAt -= 1;
  const governor = wordAt(sentence, governorAt);
  const isLike = governor === "like" && ["would", "'d"].includes(wordAt(sentence, governorAt - 1));
  if (!askWords.has(governor) && !isLike) return null;
  const asker = subjectBefore(sentence, back(sentence, governorAt - (isLike ? 2 : 1)).at);
  const from = asker.who === "none" ? governorAt : asker.from;
  return { ...baseFrame(verb, at), ...seen, manner: "asked", subject: object, asker, from };
}

/** "I promised Ana to visit": who promises shall act, not the one it was promised. */
function promisedFrame(sentence: Sentence, verb: Verb, at: number, objectEnd: number, seen: Seen): Frame | null {
  const object = subjectBefore(sentence, objectEnd, true);
  if (object.who === "none" || object.who === "thing") return null;
  const governorAt = back(sentence, object.from - 1).at;
  if (!promising.has(wordAt(sentence, governorAt))) return null;
  const frame = governedFrame(sentence, verb, at, governorAt, "promise", seen);
  return { ...frame, told: object.name };
}

const promising = new Set("promised promise promises promising swore pledged".split(" "));

/** "will be testing the tool": the same as "will test". */
function willBeFrame(sentence: Sentence, verb: Verb, at: number, modalAt: number, seen: Seen): Frame {
  const left = back(sentence, modalAt - 1);
  const subject = subjectBefore(sentence, left.at);
  const isElided = subject.who === "none";
  const manner = modals.get(wordAt(sentence, modalAt)) ?? "will";
  const isNegated = seen.isNegated || left.isNegated;
  const from = isElided ? modalAt : subject.from;
  return reported(sentence, { ...baseFrame(verb, at), ...seen, isNegated, manner, subject, from, isElided });
}

/** "Ana is sending", "I'm calling", "sending the deck tomorrow", "thinking about sending". */
export function ingFrame(sentence: Sentence, verb: Verb, at: number, left: number, seen: Seen): Frame | null {
  const word = wordAt(sentence, left);
  if (word === "about" || word === "of") {
    const governor = wordAt(sentence, left - 1);
    if (governor !== "thinking" && governor !== "think") return null;
    const frame = governedFrame(sentence, verb, at, left - 1, "think", seen);
    return { ...frame, isHedged: true };
  }
  if (word === "be" && modals.has(wordAt(sentence, back(sentence, left - 1).at))) {
    return willBeFrame(sentence, verb, at, back(sentence, left - 1).at, seen);
  }
  if (beWords.has(word)) {
    const before = back(sentence, left - 1);
    const subject = subjectBefore(sentence, before.at);
    if (subject.who === "none" || subject.who === "thing") return null;
    const isNegated = seen.isNegated || before.isNegated;
    return reported(sentence, {
      ...baseFrame(verb, at),
      isHedged: seen.isHedged || before.isHedged,
      isNegated,
      manner: "ing",
      subject,
      from: subject.from,
    });
  }
  const subject = subjectBefore(sentence, left);
  if (subject.who === "person" || subject.who === "me") {
    return { ...baseFrame(verb, at), ...seen, manner: "ing", subject, from: subject.from };
  }
  if (!isClauseStart(sentence, left)) return null;
  return { ...baseFrame(verb, at), ...seen, manner: "ing", subject: emptySubject(at), from: left + 1, isElided: true };
}
