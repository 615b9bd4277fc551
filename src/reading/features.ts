import type { Block } from "#domain/model/block.ts";
import { type VerbClass, particleOf } from "./acts.ts";
import { type Cue, saysCue } from "./cues.ts";
import { isNounReading, isTitle, objectOf } from "./bare.ts";
import type { DayFound } from "./days.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Marks } from "./marks.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import type { Genre, Surroundings } from "./surroundings.ts";
import { determiners, themWords } from "./words.ts";
import { type Add, addThing, sectionOfSetting } from "./thing-features.ts";

/** Where a sentence stands, and what is known about its block. */
export interface Setting {
  block: Block;
  around: Surroundings;
  genre: Genre;
  marks: Marks;
  /** The first sentence of its block: the block's marks are its own. */
  isFirst: boolean;
  /** How many characters before the sentence the name begins that it is put to ("Theo: script"); 0 where there is none. */
  head: number;
  /** The row of a status table the cell is in, with who it names and when it is due. */
  row: { isTask: boolean; isClosed: boolean; due: DayFound | null; first: Block; last: Block } | null;
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

const conditions = new Set("if wenn falls si s' whether ob unless sofern provided".split(" "));
const circumstances = new Set(
  "when once after before until till while that because since as who which where how what why dass quand lorsque que qui cuando sobald nachdem bevor bis weil".split(
    " ",
  ),
);
const thats = new Set("que qu' dass that ob si".split(" "));
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
 * worth. `cues` are those of the whole sentence (`cues.ts`). Equal input gives equal features.
 */
export function featuresOf(
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  setting: Setting,
  cues: readonly Cue[],
): string[] {
  const actor = frame.manner === "wants" && frame.asker !== null ? frame.asker : frame.subject;
  // "asked Contoso for the list": waited for like anybody.
  const isAsked = frame.manner === "requested" && actor.who === "organization";
  const isStranger = isAsked || (actor.who === "person" && actor.name === null);
  const features: string[] = ["bias", actNames.of(mannerOf(frame), isStranger ? "stranger" : actor.who)];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  const isBare = isBareAct(frame);
  add("by:colleague", actor.name?.isColleague === true);
  add("by:known", actor.name !== null && actor.name.person !== null && !actor.name.isColleague);
  add("nickname", frame.manner === "to" && isStranger && /^\p{Ll}/u.test(actor.words ?? ""));
  if (isBare && frame.verb !== null) addBare(add, sentence, frame, setting, cues);
  if (frame.manner === "appointment") addAppointment(add, sentence, frame, extent, cues);
  if (frame.manner === "noun") addThing(add, sentence, extent, setting, cues);
  if (setting.genre.isMinutes && frame.subject.who === "none" && !isBare) add(`${frame.manner}|none@minutes`, true);
  addPlace(add, sentence, frame, setting, isBare);
  addObjects(add, sentence, frame, extent, setting, isBare, cues);
  addManner(add, sentence, frame, extent, setting, isBare, cues);
  addVerb(add, sentence, frame, extent, isBare);
  const act = features[1] ?? "";
  for (let at = features.length - 1; at > 1; at -= 1) {
    const feature = features[at] ?? "";
    if (paired.has(feature)) features.push(withPairs.of(act, feature));
  }
  return features;
}

/**
 * What says another thing of each way in which an act is said: a day makes a plan of "she signs", less of "I will sign".
 * Chosen on hands of train and real sources held out; marks, sections and neighbours gained nothing when paired.
 */
const paired = new Set(
  "day:future to:me to:person to:pronoun said:if said:you verb:state verb:guess verb:guess-foreign release-verb by:colleague by:known coordinated elided hedged question in-condition in-circumstance".split(
    " ",
  ),
);

/** Names of features that are made of two words: each is put together once, not for every act that has it. */
export class PairNames {
  readonly #sign: string;
  readonly #names = new Map<string, Map<string, string>>();

  constructor(sign: string) {
    this.#sign = sign;
  }

  of(first: string, second: string): string {
    let names = this.#names.get(first);
    if (names === undefined) this.#names.set(first, (names = new Map<string, string>()));
    let name = names.get(second);
    if (name === undefined) names.set(second, (name = `${first}${this.#sign}${second}`));
    return name;
  }
}

const actNames = new PairNames("|");
const withPairs = new PairNames("&");

function isBareAct(frame: Frame): boolean {
  if (frame.manner === "bare" || frame.manner === "mid") return true;
  return (frame.manner === "to" || frame.manner === "ing") && frame.subject.who === "none";
}

/** A bare act says little by itself: the class of its verb, its object and its place say more. */
function addBare(add: Add, sentence: Sentence, frame: Frame, setting: Setting, cues: readonly Cue[]): void {
  const { around, genre } = setting;
  add(`bare:${classOf(sentence, frame)}`, true);
  add("bare:talk", around.isTalk && !genre.isMinutes);
  add("bare:minutes", genre.isMinutes && !around.isTalk);
  add("bare:steps", sectionOfSetting(setting) === "steps");
  add(`object:${objectOf(sentence, frame)}`, true);
  add("bare:neighbours", setting.bareNeighbours >= 2);
  add("bare:you", cues.includes("people"));
  add("bare:foreign", frame.language !== "en");
}

function addAppointment(add: Add, sentence: Sentence, frame: Frame, extent: Extent, cues: readonly Cue[]): void {
  add("appointment:with", withWords.test(sentence.text.slice(extent.start, extent.end)));
  add(`appointment:${groupOf(wordAt(sentence, frame.verbAt))}`, true);
  const isNamed = sentence.names.some((name) => name.start >= extent.start && name.end <= extent.end + 2 && !name.isMe);
  add("appointment:named", isNamed);
  add("appointment:recurring", cues.includes("recurring"));
}

const withWords = /(?<![\p{L}\p{N}])(?:with|w|mit|avec|con|at|bei|chez)(?![\p{L}\p{N}])/iu;

/** Where it stands: section, mark, table, heading. */
function addPlace(add: Add, sentence: Sentence, frame: Frame, setting: Setting, isBare: boolean): void {
  const { marks, genre, block } = setting;
  const section = sectionOfSetting(setting);
  const isHeadOfMinutes = genre.isMinutes && (section === "agenda" || section === "people");
  if (section !== null) add(isHeadOfMinutes ? "in:minutes" : `in:${section}`, true);
  if (marks.mark !== null) add(setting.isFirst ? `mark:${marks.mark}` : "mark:later", true);
  add("table:task", setting.row !== null && setting.row.isTask);
  // "More users -> more load": an arrow in the content is no mark (RD3).
  const isContent = (): boolean => isBare && frame.verb?.isNounToo === true && isNounReading(sentence, frame);
  add("arrow-before", sentence.tokens[frame.from - 1]?.kind === "arrow" && !isContent());
  add("urgent", marks.isUrgent && setting.isFirst);
  add("owner:end", setting.hasOwnerAtEnd);
  add("owner:speaker", marks.speaker !== null && isBare);
  const isListed = section === "steps" || section === "theirs" || section === "look";
  add("heading:card", block.kind === "heading" && isListed);
  if (block.kind === "heading" || block.kind === "quote" || block.kind === "cell") add(`block:${block.kind}`, true);
}

/** Whom and when: the writer, a person, a day. */
function addObjects(
  add: Add,
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  setting: Setting,
  isBare: boolean,
  cues: readonly Cue[],
): void {
  const isToMe = saysMe(sentence, frame);
  add("to:me", isToMe);
  const isDirected = namesPerson(sentence, frame, extent);
  add("to:person", isDirected);
  add("to:pronoun", !isDirected && saysThem(sentence, frame));
  add("to:audience", isBare && saysHere("audience", cues, sentence, extent));
  const isDated = extent.day !== null && extent.day.sense !== "past";
  add("day:future", isDated || (setting.row?.due ?? null) !== null);
  add("day:past", extent.day === null && sentence.days().some((day) => day.sense === "past"));
  if (frame.report !== null && mannerOf(frame) !== "pledge") add(`report:${frame.report}`, true);
  const isPromise = frame.manner === "asked" || frame.manner === "requested" || frame.manner === "promise";
  add("talk:announces", setting.around.isTalk && isOther(frame) && !isToMe && frame.report !== "said" && !isPromise);
  add("announces:all", isToAll(sentence, frame, extent) && !isToMe);
  add("release-verb", isOther(frame) && !isToMe && frame.verb !== null && releases.has(frame.verb.lemma));
}

/** How it is said: asked, hedged, denied, supposed, quoted, told as a rule. */
function addManner(
  add: Add,
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  setting: Setting,
  isBare: boolean,
  cues: readonly Cue[],
): void {
  const opener = wordAt(sentence, frame.from - 1);
  add("hedged", frame.isHedged);
  add("negated", frame.isNegated);
  add("in-condition", conditions.has(opener));
  add("in-circumstance", circumstances.has(opener));
  const isAsked = frame.isQuestion || endsInQuestion(sentence, extent);
  add("question", isAsked && !isBare && frame.manner !== "question" && frame.manner !== "appointment");
  add("question:bare", isAsked && isBare);
  add("said:you", frame.subject.who !== "you" && cues.includes("you"));
  add("said:always", cues.includes("rule") || saysHere("always", cues, sentence, extent));
  add("said:if-you", cues.includes("if-you") && frame.subject.who !== "me" && frame.subject.who !== "person");
  add("said:if", cues.includes("if") && !cues.includes("if-you"));
  const isQuoted = setting.quoted.some((range) => range.start <= extent.start + 1 && range.end >= extent.actEnd - 1);
  add("quoted", isQuoted);
  for (const cue of ["retracted", "refused", "hypothetical"] as const) add(cue, holdsHere(cue, cues, sentence, extent));
  add("please", cues.includes("please"));
  add(
    "asks:you",
    frame.manner === "can" && frame.subject.who === "you" && frame.isQuestion && asksHere(sentence, frame),
  );
  add("pleads", cues.includes("please") && pleas.test(sentence.text.slice(extent.start, extent.start + 8)));
  add("long", sentence.tokens.length > 32);
  add("elided", frame.isElided);
  add("coordinated", frame.isCoordinated);
  add("third-asks", frame.asker !== null && isThird(frame));
}

/** Of what a sentence says somewhere: whether the words of the act do. */
function saysHere(cue: "audience" | "always", cues: readonly Cue[], sentence: Sentence, extent: Extent): boolean {
  return cues.includes(cue) && saysCue(cue, sentence.text.slice(extent.start, extent.end));
}

/** In a long sentence a cue speaks of the act it stands by: the others are as they were. */
function holdsHere(
  cue: "retracted" | "refused" | "hypothetical",
  cues: readonly Cue[],
  sentence: Sentence,
  extent: Extent,
): boolean {
  if (!cues.includes(cue)) return false;
  if (cue === "refused" || sentence.tokens.length <= 20) return true;
  return saysCue(cue, sentence.text.slice(Math.max(0, extent.start - 40), extent.end + 40));
}

/** "Can you mail me her number?": asked of somebody, for the writer. */
function asksHere(sentence: Sentence, frame: Frame): boolean {
  for (let at = frame.verbAt + 1; at <= frame.verbAt + 4; at += 1) {
    const word = wordAt(sentence, at);
    if (
      mes.has(word) ||
      word === "this" ||
      word === "that" ||
      word === "please" ||
      (sentence.nameOf[at] ?? null) !== null
    )
      return true;
  }
  return sentence.nameOf[0] !== null && sentence.nameOf[0] !== undefined;
}

const pleas = /^(?:please|pls|plz)(?![\p{L}\p{N}])/iu;

/** What the verb is, and whether it is one at all here. */
function addVerb(add: Add, sentence: Sentence, frame: Frame, extent: Extent, isBare: boolean): void {
  const { verb } = frame;
  add("noun-reading", isBare && isNounReading(sentence, frame));
  add("title-case", isBare && isTitle(sentence));
  add("verb:guess", verb?.isGuess === true && verb.language === "en");
  add("verb:guess-foreign", verb?.isGuess === true && verb.language !== "en");
  add("verb:state", verb !== null && states.has(verb.lemma));
  add("says-that", frame.manner === "present" && thats.has(wordAt(sentence, frame.verbAt + 1)));
  const after = frame.subject.who === "none" ? sentence.text.slice(extent.actEnd, extent.actEnd + 14) : "";
  add("issue-title", after.includes("#") && issueNumber.test(after));
}

/** Meetings and calls are as often the team's own; a visit or a meal is with somebody. */
function groupOf(noun: string): "talk" | "call" | "meal" | "visit" {
  if (/^(?:meeting|sync|workshop|réunion|reunión|session|planning|chat|demo|cita)$/u.test(noun)) return "talk";
  if (/call|zoom|telco|anruf|telefonat|llamada|appel/u.test(noun)) return "call";
  return /visit|walk|interview|appointment|termin|treffen|rencontre|rendez|rdv|1:1|one|121|1on1/u.test(noun)
    ? "visit"
    : "meal";
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
  const isLeftOut = frame.manner === "present" && frame.subject.who === "none";
  if (!isOther(frame) && !isLeftOut) return false;
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

/** "She will publish the numbers (to all)": what somebody outside announces to whoever is there (S4). */
function isToAll(sentence: Sentence, frame: Frame, extent: Extent): boolean {
  const { who, name } = frame.subject;
  const isOutside = who === "she" || who === "they" || who === "organization" || who === "role" || who === "person";
  if (!isOutside || (name !== null && (name.isColleague || name.person !== null))) return false;
  return toAll.test(sentence.text.slice(extent.start, extent.end + 24));
}

const toAll =
  /(?<![\p{L}\p{N}])(?:(?:to|for|with) (?:all|everyone|everybody|anyone|anybody|the (?:public|room|audience|world))|publicly|für alle|an alle|allen|pour tous|à tous|à tout le monde|para todos|a todos)(?![\p{L}\p{N}])(?! (?:my|our|the|of|unser|nos|los|las))/iu;

function endsInQuestion(sentence: Sentence, extent: Extent): boolean {
  const at = sentence.text.indexOf("?", extent.start);
  return at >= 0 && at <= extent.end + 4;
}
