import type { Block } from "#domain/model/block.ts";
import { type VerbClass, particleOf, verbsOf } from "./acts.ts";
import type { DayFound } from "./days.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Marks } from "./marks.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import type { Genre, Surroundings } from "./surroundings.ts";
import { beWords, determiners, themWords } from "./words.ts";

/** Where a sentence stands, and what is known about its block. */
export interface Setting {
  block: Block;
  around: Surroundings;
  genre: Genre;
  marks: Marks;
  /** The first sentence of its block: the block's marks are its own. */
  isFirst: boolean;
  /** The row of a status table the cell is in, with who it names and when it is due. */
  row: { isTask: boolean; isClosed: boolean; due: DayFound | null } | null;
  /** The section a label inside the block announces ("Next steps: ..."), which is nearer than the heading's. */
  label: Surroundings["section"];
  /** Ranges of the sentence that stand in quotation marks, or are struck out. */
  quoted: readonly { start: number; end: number }[];
  struck: readonly { start: number; end: number }[];
  /** The words before the colon name a person: "Theo: script, half a page". */
  isAssigned: boolean;
  /** How many of the neighbouring items begin with a bare act. */
  bareNeighbours: number;
  /** Somebody is named at the end of the thought: "... - Elsie". */
  hasOwnerAtEnd: boolean;
  /** The passage before this one, and the one after it in its block. */
  before: string;
  after: string;
  /** The page's first block: as often a title and date as a thought. */
  isTop: boolean;
}

const retractions =
  /\b(?:never ?mind|scrap (?:that|this|it)|no longer (?:needed|necessary|relevant)|not (?:needed|necessary) (?:any ?more|anymore|after all)|forget (?:it|that|about (?:it|that))|cancel+ed|dropped|parked|declined|turned (?:it )?down|said no|(?:he|she|they|i|we) (?:already|just) (?:did|sent|called|wrote|booked|paid|mailed|fixed)|already (?:done|sent|booked|paid|called|mailed|fixed|sorted)|sorted already|hat sich erledigt|erledigt|schon (?:erledigt|gemacht|geschickt)|déjà fait|ya (?:está )?hecho|struck off|called off|says? no|has been moved|moved to \p{Lu}|abandonn(?:é|ée|ée?s)|annul(?:é|ée|ee)s?|descartad[oa]s?|gestrichen|verworfen|entfällt|ni loco|not going to happen|won't happen|off the table|on hold|instead of that|decided against|decided not to)\b/iu;
const endsInNo =
  /(?:[,.;:!?–-]|->|→|\s)\s?(?:no|non|nan|nein|nope|nah|nee|nö)(?:[.!]*$|[,.!–-]+\s\S.{0,60}$|,?\s(?:too|trop|zu|demasiado)\s.{0,30}$)/iu;
const refusals =
  /^\W{0,3}(?:no|nope|non|nein|nah|said no|declined|refused|i said no|we said no|told (?:him|her|them) no|no way|not us|no thanks?|no thank you|abgelehnt|abgesagt|habe abgelehnt|nein|j'ai dit non|j'ai refusé|dije que no|le dije que no|les dije que no)\b(?!\s(?:idea|one|problem|later|doubt|answer|reply|rush|hurry|vat|need))/iu;
const recurring =
  /\b(?:next (?:call|meeting|round|session|guild|retro|sync|time)|nächste (?:runde|sitzung)|prochaine (?:réunion|séance)|próxima reunión|crew|staff|every|each|weekly|bi-?weekly|monthly|daily|as always|as usual|recurring|regular|stand-?up|all[- ]hands|team|jede[nrs]?|wöchentlich|wie immer|jour fixe|runde|chaque|tous les|équipe|cada|todos los|equipo|retro|group)\b/iu;
const textNouns =
  /\b(?:report|rpt|quote|memo|form|list|invoice|application|proposal|notes?|feedback|comments?|slides|deck|card|letter|summary|post|thread|article|piece|blog|offer|contract|expenses|minutes|paper|abstract|script|recap|debrief|write-?up|bericht|angebot|rechnung|protokoll|liste|antrag|konzept|folien|spesen|rapport|devis|facture|note|liste|compte rendu|courrier|billet|tribune|informe|presupuesto|factura|memoria|lista|artículo|correo|resumen)s?\b/iu;
const pastWords =
  /\b(?:done|paid|booked|returned|sent|bought|got|had|went|did|was|were|given|gone|dropped|cancelled|erledigt|bezahlt|gebucht|gemacht|gekauft|abgesagt|gestrichen|fait|payée?s?|réglée?s?|rendue?s?|abandonnée?|annulée?|pagad[oa]s?|hech[oa]s?|descartad[oa]s?|cancelad[oa]s?|comprad[oa]s?)\b/iu;
const saidPronouns = new Set(
  "i we you he she they it ich wir er sie je j' nous il elle on yo él ella ojalá i'd".split(" "),
);
const rules = /^(?:never|always|niemals|immer|jamais|toujours|nunca|siempre|do not|don't|dont|no|stop|avoid|rule)\b/iu;
const ifYou =
  /\b(?:if|when|wenn|once) (?:you|your|one|the (?:customer|user|team|client)s?|they|people|someone|somebody|a |an |it )/iu;
const conditions = new Set("if wenn falls si s' whether ob unless sofern provided".split(" "));
const circumstances = new Set(
  "when once after before until till while that because since as who which where how what why dass quand lorsque que qui cuando sobald nachdem bevor bis weil".split(
    " ",
  ),
);
const conditional = /\b(?:if|falls|unless|in case|si|wenn)\b/iu;
const thats = new Set("que qu' dass that ob si".split(" "));
/** "si le budget était ouvert elle signerait", "if we had two more people I'd", "hätten wir ..., wäre". */
const hypothetical =
  /\bsi\s.{0,60}(?:ait|aient|était|étaient|avions|avais)\b.{0,60}rai(?:t|s|ent)\b|\bsi\s.{0,50}(?:ara|iera|áramos|iéramos|aran|ieran|uviera)\b|\bif (?:i|we|they|he|she) (?:had|were|only had)\b|\b(?:hätten?|hätt|wären?|wär)\b.{0,60}\b(?:hätten?|hätt|wären?|wär|gäbe|könnten?)\b|\b(?:would|'d) have \p{L}+(?:ed|t|n|d)\b|\bwould have\b/iu;
const perfect =
  /\b(?:a|ont|ai|avons|ha|han|hemos|he|hat|haben|habe|has|have|had)\s(?:\p{L}+\s)?\p{L}{2,}(?:é|ée|és|is|it|u|ado|ido|icho|echo|t|en|ed)\b/iu;
/** Verbs of being and thinking: what they say is seldom an act. */
const states = new Set(
  "be have know think see feel believe like want need mean hope expect understand consider remember agree seem depend matter do go come get".split(
    " ",
  ),
);
/** "Add copyright guidance [#414]": the title of an issue or pull request. */
const issueNumber = /^\W{0,4}#\d{1,6}/u;
const releases = new Set(
  "release ship launch announce open support roll publish add introduce deliver include start run happen come go be have use".split(
    " ",
  ),
);

/**
 * What can be said about a possible step, as names of features; each counts once. `weights.ts` says what each is
 * worth. Reads the sentence's tokens and its setting only, so equal input gives equal features.
 */
export function featuresOf(sentence: Sentence, frame: Frame, extent: Extent, setting: Setting): string[] {
  const { around, marks, genre } = setting;
  const actor = frame.manner === "wants" && frame.asker !== null ? frame.asker : frame.subject;
  const who = actor.who === "person" && actor.name === null ? "stranger" : actor.who;
  const features: string[] = ["bias", `${mannerOf(frame)}|${who}`];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  add("by:colleague", actor.name?.isColleague === true);
  add("by:known", actor.name !== null && actor.name.person !== null && !actor.name.isColleague);
  const section = setting.label ?? around.section;
  const verb = frame.verb;
  const isBare =
    frame.manner === "bare" ||
    frame.manner === "mid" ||
    (frame.manner === "to" && frame.subject.who === "none") ||
    (frame.manner === "ing" && frame.subject.who === "none");
  if (isBare && verb !== null) {
    features.push(`bare:${classOf(sentence, frame)}`);
    add("bare:talk", around.isTalk && !genre.isMinutes);
    add("bare:minutes", genre.isMinutes && !around.isTalk);
    add("bare:steps", section === "steps");
    add(`object:${objectOf(sentence, frame)}`, true);
    add("bare:neighbours", setting.bareNeighbours >= 2);
    add("bare:you", /\b(?:you|your|yourself|one's|users?|customers?|people)\b/iu.test(sentence.text));
    add("bare:foreign", frame.language !== "en");
  }
  if (frame.manner === "appointment") {
    const rest = sentence.text.slice(extent.start, extent.end);
    add("appointment:with", /\b(?:with|w|mit|avec|con|at|bei|chez)\b/iu.test(rest));
    features.push(`appointment:${groupOf(wordAt(sentence, frame.verbAt))}`);
    add(
      "appointment:named",
      sentence.names.some((name) => name.start >= extent.start && name.end <= extent.end + 2 && !name.isMe),
    );
    add("appointment:recurring", recurring.test(sentence.text));
  }
  if (frame.manner === "noun") {
    features.push(
      section === "steps" || section === "look" ? "noun:listed" : marks.mark === null ? "noun:loose" : "noun:marked",
    );
    add("noun:deadline", extent.day?.sense === "by");
    add(
      "noun:receiver",
      /(?:\b(?:to|for|an|für|à|pour|para|a)\s|,\s?)$/iu.test(
        sentence.text.slice(0, sentence.names.find((name) => name.means === "person" && name.start > 3)?.start ?? 0),
      ),
    );
    add("noun:clock", clock.test(sentence.text));
    add("noun:dated", extent.day !== null && extent.day.sense !== "by" && extent.day.on !== null);
    add("noun:text", textNouns.test(sentence.text));
    add("noun:maybe", /^(?:maybe|perhaps|evtl|vielleicht|vllt|peut-être|quizás?|possibly)\b/iu.test(sentence.text));
    add("noun:short", sentence.tokens.length <= 4);
    add("noun:past", pastWords.test(sentence.text));
    add(
      "noun:said",
      sentence.tokens.some((token) => saidPronouns.has(token.lower)),
    );
    add(
      "noun:verb",
      sentence.tokens.some(
        (token) =>
          verbsOf(token.lower).some((verb) => verb.form === "s" || verb.form === "past") || beWords.has(token.lower),
      ),
    );
  }
  if (section !== null)
    features.push(genre.isMinutes && (section === "agenda" || section === "people") ? "in:minutes" : `in:${section}`);
  if (marks.mark !== null) features.push(setting.isFirst ? `mark:${marks.mark}` : "mark:later");
  const before = sentence.tokens[frame.from - 1];
  add("table:task", setting.row !== null && setting.row.isTask);
  add("arrow-before", before?.kind === "arrow");
  add("urgent", marks.isUrgent && setting.isFirst);
  add("owner:end", setting.hasOwnerAtEnd);
  add("owner:speaker", marks.speaker !== null && isBare);
  add(
    "heading:card",
    setting.block.kind === "heading" && (section === "steps" || section === "theirs" || section === "look"),
  );
  if (setting.block.kind === "heading" || setting.block.kind === "quote" || setting.block.kind === "cell")
    features.push(`block:${setting.block.kind}`);
  const isToMe = saysMe(sentence, frame);
  add("to:me", isToMe);
  const isDirected = namesPerson(sentence, frame, extent);
  add("to:person", isDirected);
  add("to:pronoun", !isDirected && saysThem(sentence, frame));
  add(
    "to:audience",
    /\b(?:team|colleagues|chapter|guild|office|boss)\b/iu.test(sentence.text.slice(extent.start, extent.end)) && isBare,
  );
  add("day:future", (extent.day !== null && extent.day.sense !== "past") || (setting.row?.due ?? null) !== null);
  add("day:past", sentence.days().some((day) => day.sense === "past") && extent.day === null);
  if (frame.report !== null && mannerOf(frame) !== "pledge") features.push(`report:${frame.report}`);
  add(
    "talk:announces",
    around.isTalk &&
      isOther(frame) &&
      !isToMe &&
      frame.report !== "said" &&
      frame.manner !== "asked" &&
      frame.manner !== "requested" &&
      frame.manner !== "promise",
  );
  add("hedged", frame.isHedged);
  const opener = wordAt(sentence, frame.from - 1);
  add("in-condition", conditions.has(opener));
  add("in-circumstance", circumstances.has(opener));
  add("negated", frame.isNegated);
  const isAsked = frame.isQuestion || endsInQuestion(sentence, extent);
  add("question", isAsked && !isBare && frame.manner !== "question" && frame.manner !== "appointment");
  add("question:bare", isAsked && isBare);
  add("said:you", frame.subject.who !== "you" && /\byou(?:r|'re|'ll)?\b/iu.test(sentence.text));
  add(
    "said:always",
    rules.test(sentence.text.slice(marks.bodyFrom === 0 ? 0 : Math.min(marks.bodyFrom, sentence.text.length))) ||
      /\b(?:always|never)\b/iu.test(sentence.text.slice(extent.start, extent.end)),
  );
  const isIfYou = ifYou.test(sentence.text);
  add("said:if-you", isIfYou && frame.subject.who !== "me" && frame.subject.who !== "person");
  add("said:if", !isIfYou && conditional.test(sentence.text));
  add(
    "quoted",
    setting.quoted.some((range) => range.start <= extent.start + 1 && range.end >= extent.actEnd - 1),
  );
  add("noun-reading", isBare && isNounReading(sentence, frame));
  add("title-case", isBare && isTitle(sentence));
  add("retracted", retractions.test(sentence.text) || endsInNo.test(sentence.text));
  add("refused", refusals.test(setting.after));
  add("first-block", setting.isTop && frame.manner === "noun" && marks.mark === null);
  add("long", sentence.tokens.length > 32);
  add("elided", frame.isElided);
  add("coordinated", frame.isCoordinated);
  add("third-asks", frame.asker !== null && isThird(frame));
  add("verb:guess", verb?.isGuess === true && verb.language === "en");
  add("verb:guess-foreign", verb?.isGuess === true && verb.language !== "en");
  add(
    "nickname",
    frame.manner === "to" && actor.who === "person" && actor.name === null && /^\p{Ll}/u.test(actor.words ?? ""),
  );
  add("says-that", frame.manner === "present" && thats.has(wordAt(sentence, frame.verbAt + 1)));
  add("hypothetical", hypothetical.test(sentence.text));
  add("loose:said", features.includes("noun:loose") && features.includes("noun:said"));
  add("loose:verb", features.includes("noun:loose") && features.includes("noun:verb"));
  add("loose:past", features.includes("noun:loose") && perfect.test(sentence.text));
  add("verb:state", verb !== null && states.has(verb.lemma));
  add(
    "issue-title",
    issueNumber.test(sentence.text.slice(extent.actEnd, extent.actEnd + 14)) && frame.subject.who === "none",
  );
  add("pleads", /^(?:please|pls|plz)\b/iu.test(sentence.text.slice(extent.start)));
  add("release-verb", isOther(frame) && !isToMe && verb !== null && releases.has(verb.lemma));
  return features;
}

/** Meetings and calls are as often the team's own; a visit or a meal is with somebody. */
function groupOf(noun: string): "talk" | "call" | "meal" | "visit" {
  if (/^(?:meeting|sync|workshop|réunion|reunión|session|planning|chat|demo|cita)$/u.test(noun)) return "talk";
  if (/call|zoom|telco|anruf|telefonat|llamada|appel/u.test(noun)) return "call";
  return /visit|walk|interview|appointment|termin|treffen|rencontre|rendez|rdv|1:1|one|121|1on1/u.test(noun)
    ? "visit"
    : "meal";
}

const clock = /\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h|o'clock)\b/iu;
const definite = new Set(
  "the this that these those my our his her their its der die das den dem diese diesen mein meine meinen unser unsere unseren le la les l' ce cette ces mon ma mes notre nos el los las este esta mi mis nuestro nuestra".split(
    " ",
  ),
);

/** How a bare act names its object: advice speaks of things at large, an errand of one thing. */
function objectOf(sentence: Sentence, frame: Frame): "name" | "definite" | "one" | "many" | "none" | "plain" {
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

/** "told Ana I'd send", "she said she would": a pledge, not a supposition. */
function mannerOf(frame: Frame): string {
  return frame.report === "said" && (frame.manner === "would" || frame.manner === "can") ? "pledge" : frame.manner;
}

/** A verb's class, or that of the act it makes with its particle. */
export function classOf(sentence: Sentence, frame: Frame): VerbClass {
  const verb = frame.verb;
  if (verb === null) return "general";
  return particleOf(verb.lemma, wordAt(sentence, frame.verbAt + 1))?.class ?? verb.class;
}

function isOther(frame: Frame): boolean {
  return (
    frame.subject.who !== "me" &&
    frame.subject.who !== "we" &&
    frame.subject.who !== "none" &&
    frame.subject.who !== "you"
  );
}

/** Somebody outside asks somebody else: neither mine nor asked by me. */
function isThird(frame: Frame): boolean {
  const asker = frame.asker?.who ?? "none";
  const acts = frame.subject.who;
  const isMine = acts === "me" || acts === "we";
  return !isMine && asker !== "me" && asker !== "we" && asker !== "none";
}

const mes = new Set(["me", "us", "our", "my", "mir", "uns", "m'", "nous", "nos", "mich", "mein", "unser"]);

/** The act is directed at the writer: "sends me", "to us", "our draft". */
function saysMe(sentence: Sentence, frame: Frame): boolean {
  if (!isOther(frame)) return false;
  const from = frame.language === "en" ? frame.verbAt + 1 : frame.from;
  for (let at = from; at < Math.min(sentence.tokens.length, frame.verbAt + 12); at += 1) {
    const word = wordAt(sentence, at);
    if (mes.has(word) || (word === "me" && frame.language !== "en")) return true;
  }
  return false;
}

function saysThem(sentence: Sentence, frame: Frame): boolean {
  for (let at = frame.verbAt + 1; at <= frame.verbAt + 4; at += 1) {
    const word = wordAt(sentence, at);
    if (word === "her" || word === "him" || (word === "them" && at <= frame.verbAt + 2)) return true;
    if (frame.language !== "en" && themWords.has(word) && !determiners.has(word)) return true;
  }
  return false;
}

/** A person is named among the act's words, other than its owner. */
function namesPerson(sentence: Sentence, frame: Frame, extent: Extent): boolean {
  const from = sentence.tokens[frame.actFrom]?.start ?? extent.start;
  return sentence.names.some(
    (name) => name.means === "person" && !name.isMe && name.start >= from && name.end <= extent.end,
  );
}

function endsInQuestion(sentence: Sentence, extent: Extent): boolean {
  const at = sentence.text.indexOf("?", extent.start);
  return at >= 0 && at <= extent.end + 4;
}

const nounFollowers = new Set(
  "of is are was were for from at with in on and / not has have will would can should as by".split(" "),
);

/** "Review of amazing work", "Test freeze today", "Call for papers": the word is a noun here. */
function isNounReading(sentence: Sentence, frame: Frame): boolean {
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
function isTitle(sentence: Sentence): boolean {
  let capitals = 0;
  let words = 0;
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.kind !== "word" || token.text.length < 4 || sentence.nameOf[at] !== null) continue;
    words += 1;
    if (token.isCapital) capitals += 1;
  }
  return words >= 3 && capitals / words > 0.7;
}
