import { WordTable } from "../word-table.ts";
import { folded } from "./folding.ts";
import { givenNames } from "./given.ts";
import type { Entry } from "./hits.ts";
import { type KnownNames, entryOf, flagsOf, mayBeKnown } from "./known.ts";
import { flag, noName } from "./lexicon.ts";
import { type NameToken, hashOf, nameTokens } from "./tokens.ts";
import { unspokenRanges } from "./unspoken.ts";

/**
 * One text under the eye of `namesIn`: its words and how it is written as a whole. All but the words is worked out when
 * first asked for, since most lines name nobody.
 */
export class Scan {
  readonly text: string;
  readonly tokens: readonly NameToken[];
  readonly known: KnownNames;
  readonly #entries: (Entry | undefined)[] = [];
  readonly #words: WordEntries;
  #unspoken: readonly { start: number; end: number }[] | null = null;
  #style: Style | null = null;
  #isRoster: boolean | null = null;
  #isDoubted: boolean | null = null;

  constructor(text: string, known: KnownNames) {
    this.text = text;
    this.known = known;
    this.tokens = nameTokens(text);
    this.#words = entriesOf(known);
  }

  /** What is known of word `at`; looked up once. */
  entry(at: number): Entry {
    const before = this.#entries[at];
    if (before !== undefined) return before;
    const token = this.tokens[at];
    if (token === undefined) return nothing;
    const words = token.shape === "capital" ? this.#words.capital : this.#words.other;
    const entry = words.at(this.text, token.start, token.end);
    this.#entries[at] = entry;
    return entry;
  }

  /** Most longer words have a capital: a heading or title, where a capital says nothing. */
  get isTitleCase(): boolean {
    return this.#styled().isTitleCase;
  }

  /** The text is a list of those present: "Attending: Nkiru, Falke (Litware)". */
  get isRoster(): boolean {
    this.#isRoster ??= roster.test(folded(this.text.slice(0, 30)));
    return this.#isRoster;
  }

  /** The writer says that they do not know who was meant: "ring Ana (which?)". */
  get isDoubted(): boolean {
    this.#isDoubted ??= doubt.test(this.text);
    return this.#isDoubted;
  }

  /** Some word has a capital; notes typed on a telephone often have none. */
  get hasCapitals(): boolean {
    return this.#styled().hasCapitals;
  }

  /** German prose: every noun has a capital. */
  get isGerman(): boolean {
    return this.#styled().isGerman;
  }

  /** French or Spanish prose: "de" links a name to where its bearer works more often than it belongs to it. */
  get isRomance(): boolean {
    return this.#styled().isRomance;
  }

  /** True where a word stands in a quotation, slogan or title. */
  isUnspoken(at: number): boolean {
    this.#unspoken ??= unspokenRanges(this.text);
    if (this.#unspoken.length === 0) return false;
    const start = this.tokens[at]?.start ?? 0;
    let low = 0;
    let high = this.#unspoken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#unspoken[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (this.#unspoken[low]?.start ?? Infinity) <= start;
  }

  #styled(): Style {
    this.#style ??= styleOf(this.tokens);
    return this.#style;
  }
}

const nothing: Entry = { flags: 0, hits: null, longest: 0, longestOrganization: 0 };
const ordinaryWord: Entry = { flags: flag.ordinary, hits: null, longest: 0, longestOrganization: 0 };
const givenName: Entry = { flags: flag.given, hits: null, longest: 0, longestOrganization: 0 };
const roleWord: Entry = { flags: flag.role, hits: null, longest: 0, longestOrganization: 0 };
/** German compounds that are roles: "Austrittsmanagerin", "Projektleiter". */
const compoundRole =
  /.{3}(?:manager|leiter|berater|chef|direktor|ingenieur|referent|beauftragter|sprecher|trainer|meister|arzt|arztin|beauftragte)(?:in)?$/u;
const dayWord: Entry = { flags: flag.ordinary | flag.time, hits: null, longest: 0, longestOrganization: 0 };

const roster =
  /^[^\p{L}]{0,4}(?:attending|attendees?|attendance|present|participants|here|in attendance|anwesend|teilnehmer|presents|asistentes|guests?|panel(?:ists)?|regrets|apologies|speakers?)\s?:/u;

const doubt =
  /\b(?:which (?:one|of (?:the|them)|\p{Lu})|which\?|one or the other|no idea (?:which|who)|(?:can't|cannot|couldn't) (?:tell|say|make out|read) (?:which|who)|don't know which|only (?:the )?first name|welche[rn]?\?|welche[rn] der|weiß nicht welche|keine ahnung welche|kenne? .{0,30}(?:deren|davon) (?:zwei|drei|mehrere)|lequel|laquelle|pas dit le?quel|l'un ou l'autre|cuál de|no (?:me acuerdo|recuerdo|sé) (?:quién|cuál|de quién)|ni idea|uno u otro|el uno o el otro)(?![\p{L}])|\(\p{Lu}[\p{L}.]{1,20} (?:or|oder|ou|o) (?:\p{L}{1,8} )?\p{Lu}[\p{L}.]{1,20}\??/u;

interface Style {
  isTitleCase: boolean;
  isGerman: boolean;
  isRomance: boolean;
  hasCapitals: boolean;
}

function styleOf(tokens: readonly NameToken[]): Style {
  let german = 0;
  let romance = 0;
  let other = 0;
  let longCapitals = 0;
  let hasCapitals = false;
  let longWords = 0;
  for (const token of tokens) {
    const length = token.end - token.start;
    if (length >= 4 && token.shape !== "number") {
      longWords += 1;
      if (token.shape !== "lower") longCapitals += 1;
    }
    // "roi", "UN SOL": capitals all through are shouting or an abbreviation.
    if (token.shape === "capital") hasCapitals = true;
    if (token.shape !== "lower") continue;
    if (germanWords.has(token.hash)) german += 1;
    else if (romanceWords.has(token.hash)) romance += 1;
    else if (length <= 3) other += 1;
  }
  return {
    isTitleCase: longWords >= 2 && longCapitals / longWords >= titleCaseShare,
    isGerman: german >= 2 && german >= other / 2,
    isRomance: romance >= 2 && romance >= other / 2,
    hasCapitals,
  };
}

/** Sentences of prose have under a third of their longer words in capitals; title case has nearly all. */
const titleCaseShare = 0.7;

const hashes = (words: string): Set<number> => new Set(words.split(" ").map(hashOf));

const germanWords = hashes(
  "der die das den dem des ein eine einen einem einer und mit nicht ist sind wir ich fur auf bei vom zum zur von im am wird hat haben nach noch auch uns mir ihm ihn sie getroffen gesprochen schickt will soll muss uber als aus bis wegen nur schon",
);
const romanceWords = hashes(
  "le les des du et avec pour dans sur une un est pas nous je il elle qui que au aux chez ce cette el la los las con por para una del al y en se lo su mi yo hable discute parle rencontre conoci de",
);

/** What is known of words as written: of those with a capital also what the form of a strange one says. */
interface WordEntries {
  capital: WordTable<Entry>;
  other: WordTable<Entry>;
}

const entries = new WeakMap<KnownNames, WordEntries>();
const entriesMax = 20_000;

/** What is known of words, kept for as long as what is known: notes repeat themselves. */
function entriesOf(known: KnownNames): WordEntries {
  let found = entries.get(known);
  if (found === undefined) {
    found = {
      capital: new WordTable((written) => {
        const plain = folded(written);
        return entryOf(known, plain) ?? ofStrangeWord(plain, known);
      }, entriesMax),
      other: new WordTable((written) => entryOf(known, folded(written)) ?? nothing, entriesMax),
    };
    entries.set(known, found);
  }
  return found;
}

/** "Marc-André" is a given name as Marc is, "Tuesdays" are days, "Surveyed" is an ordinary word in another form. */
function ofStrangeWord(plain: string, known: KnownNames): Entry {
  const hyphen = plain.indexOf("-");
  if (hyphen > 1) {
    const flags = flagsOf(known, plain.slice(0, hyphen));
    return (flags & (flag.given | flag.ordinary)) === flag.given ? givenName : nothing;
  }
  if (compoundRole.test(plain)) return roleWord;
  if (plain.endsWith("s") && (flagsOf(known, plain.slice(0, -1)) & flag.time) !== 0) return dayWord;
  return isInflected(plain, known) ? ordinaryWord : nothing;
}

/** "Materials", "Surveyed", "Fewer": another form of an ordinary word. */
function isInflected(plain: string, known: KnownNames): boolean {
  const isOrdinary = (word: string): boolean => (flagsOf(known, word) & flag.ordinary) !== 0;
  for (const ending of endings) {
    if (!plain.endsWith(ending) || plain.length - ending.length < 3) continue;
    const stem = plain.slice(0, -ending.length);
    if (isOrdinary(stem) || (ending !== "s" && isOrdinary(`${stem}e`))) return true;
    if (ending === "ies" && isOrdinary(`${stem}y`)) return true;
  }
  return false;
}

const endings = [
  "s",
  "es",
  "ies",
  "ed",
  "ing",
  "er",
  "ers",
  "ly",
  "est",
  "ness",
  "able",
  "al",
  "ity",
  "ment",
  "d",
  "r",
  "y",
  "less",
  "ful",
];

/** Whether word `at` can start a name at all: it has a capital, is an account or address, or may be a known name. */
export function mayStartName(scan: Scan, token: NameToken): boolean {
  if (token.shape !== "lower") return token.shape !== "number";
  return mayBeKnown(scan.known, token) || (!scan.hasCapitals && mayBeSmallName(token));
}

const smallNames = hashes([...givenNames, "dr prof mr mrs herr herrn frau madame senor senora"].join(" "));

function mayBeSmallName(token: NameToken): boolean {
  return smallNames.has(token.hash);
}

/** What stands between word `at` and the one before it; "'s" belongs to the word before. */
export function gap(scan: Scan, at: number): string {
  const before = scan.tokens[at - 1];
  const token = scan.tokens[at];
  if (before === undefined || token === undefined) return "";
  const clitic = before.ending === "" ? 0 : before.ending.length + 1;
  return scan.text.slice(before.end + clitic, token.start);
}

/** True where two neighbouring words have only a blank between them (or a point after an initial or title). */
export function isJoined(scan: Scan, at: number): boolean {
  const before = scan.tokens[at - 1];
  const token = scan.tokens[at];
  if (before === undefined || token === undefined || before.ending !== "") return false;
  const width = token.start - before.end;
  if (width === 1) return isBlank(scan.text.charCodeAt(before.end));
  if (width !== 2 || scan.text.charCodeAt(before.end) !== 46) return false;
  const isShort = before.shape === "initial" || (flagsAt(scan, at - 1) & flag.title) !== 0;
  return isShort && isBlank(scan.text.charCodeAt(before.end + 1));
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 9;
}

/** A word's flags; none beyond the ends. */
export function flagsAt(scan: Scan, at: number): number {
  return scan.entry(at).flags;
}

/** A sentence, clause or list entry starts here, so that a capital says nothing. */
export function isInitial(scan: Scan, at: number): boolean {
  if (at === 0) return true;
  return startsAnew.test(gap(scan, at));
}

const startsAnew = /[.!?:;\n\t|•*→>"“„«–—]|\s-\s|\)\s/u;
const endsClause = /[.!?;\n\t|•]/u;

/** True where something between the two words ends a clause. */
export function isClauseEnd(scan: Scan, at: number): boolean {
  const between = gap(scan, at);
  if (between === " ") return false;
  const isShort = scan.tokens[at - 1]?.shape === "initial" || (flagsAt(scan, at - 1) & flag.title) !== 0;
  return !(isShort && between.startsWith(".")) && endsClause.test(between);
}

/** The title of one person stands right before word `at`: what follows is a name, whatever else it may mean. */
export function isAfterTitle(scan: Scan, at: number): boolean {
  const before = scan.tokens[at - 1];
  if (before?.shape === "lower" && familyParticles.has(before.plain) && at > 1 && gap(scan, at) === " ")
    return isAfterTitle(scan, at - 1);
  // "MS Azure" is no Ms.
  return (
    before !== undefined &&
    before.shape !== "upper" &&
    personalTitles.has(before.plain) &&
    /^\.?\s$/u.test(gap(scan, at))
  );
}

const familyParticles = new Set(["de", "von", "van", "du", "zu", "le"]);

const personalTitles = new Set(
  "dr prof mr mrs ms herr herrn frau hr fr mme mlle monsieur senor senora rev eng professor".split(" "),
);

/** Written like a name: "Ana", "McKay", "Jean-Luc". */
export function looksNamed(token: NameToken | undefined): boolean {
  return token !== undefined && token.shape === "capital" && !token.isEmail;
}

/** A word that a bracket opens right before and closes right after, alone: "(Amara)", "[Arnaud]". */
export function isBracketed(scan: Scan, from: number, to: number): boolean {
  const start = scan.tokens[from]?.start ?? 0;
  const end = scan.tokens[to]?.end ?? 0;
  return /[([]/u.test(scan.text.charAt(start - 1)) && /[)\]\\]/u.test(scan.text.charAt(end));
}

/** `Robert "Bob" Smith`, "Michael (Stu) Stewart": word `at` is a short name in signs inside a longer one. */
export function isNickname(scan: Scan, at: number): boolean {
  if (!/^\s["“„(]$/u.test(gap(scan, at)) || !/^["”“)]\s$/u.test(gap(scan, at + 1))) return false;
  return looksNamed(scan.tokens[at]) && looksNamed(scan.tokens[at + 1]) && (flagsAt(scan, at + 1) & noName) === 0;
}
