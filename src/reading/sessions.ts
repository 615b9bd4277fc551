import type { Block } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import { folded } from "./names/folding.ts";
import type { Known, KnownSession, PageToRead } from "./read.ts";
import { readHeading } from "./sessions/heading.ts";
import { likest } from "./sessions/likeness.ts";
import { type Programme, programmeOf } from "./sessions/programme.ts";
import { sessionOfOpening, setsScene } from "./sessions/opening.ts";
import { isSessionName, quotedSession, sessionOfHeading } from "./sessions/said.ts";
import { titleWithSpeaker } from "./sessions/speaker.ts";
import { match } from "./sessions/title-match.ts";
import { sessionWords } from "./sessions/words.ts";

/**
 * Which session each block of a page belongs to: by the file name, headings, speakers, times and words.
 * One entry per block of the page, null where no session is near enough to say so. A heading's session holds until the
 * next heading of its level or above; a line that is a title holds until the next such line or heading; an item's for
 * the items below it. A title quoted in one block ("re the Kernel TLS talk") is that block's own. A section whose words
 * alone are far likest to one session's is that one's. The programme is arranged once per `known.sessions`.
 */
export function sessionsOf(page: PageToRead, known: Known): (KnownSession | null)[] {
  if (known.sessions.length === 0) return page.blocks.map(() => null);
  const programme = programmeOf(known.sessions, known.timeZone);
  const walk = new Walk(page, programme);
  const numbers = page.blocks.map((_block, at) => walk.next(at));
  likenByWords(page.blocks, numbers, walk, programme);
  return numbers.map((number) => (number === null ? null : (programme.sessions[number] ?? null)));
}

interface Scope {
  level: number;
  session: number | null;
  day: Day | null;
  /** A heading of people met ("People", "Contacts"). */
  isOfPeople?: boolean;
}

/** Walks the blocks of a page in order and keeps what holds at each. */
class Walk {
  /** The number of the section each block stands in, for likeness by words. */
  readonly sections: number[] = [];
  /** The words of each block that is short enough to be a title, else null. */
  readonly words: (readonly string[] | null)[] = [];
  readonly #programme: Programme;
  readonly #blocks: readonly Block[];
  readonly #page: Scope;
  #headings: Scope[] = [];
  /** The session of a line that is a title, until the next such line or heading. */
  #line: number | null = null;
  #items: Scope[] = [];
  #day: Day | null = null;
  #section = 0;

  constructor(page: PageToRead, programme: Programme) {
    this.#programme = programme;
    this.#blocks = page.blocks;
    const name = readHeading(fileTitle(page.file), programme);
    const taken = page.takenOn !== null && programme.allDays.includes(page.takenOn) ? page.takenOn : null;
    const day = name.day ?? taken;
    this.#page = { level: 0, session: sessionOfHeading(programme, name, { day, within: null }), day };
  }

  /** The session of the next block, number `at`. */
  next(at: number): number | null {
    const block = this.#blocks[at];
    if (block === undefined) return null;
    this.words.push(null);
    const { takenOn } = block;
    if (takenOn !== null) this.#day = this.#programme.allDays.find((day) => day === takenOn) ?? this.#day;
    if (block.kind === "heading") return this.#heading(block.text, block.level);
    if (isHeadingLine(block, this.#blocks[at - 1], this.#blocks[at + 1])) return this.#heading(block.text, lineLevel);
    if (block.kind !== "item") this.#items = [];
    else this.#closeItems(block.level);
    this.sections.push(this.#section);
    if (block.kind === "code") return this.#current();
    const own = this.#own(block);
    if (block.kind === "item") this.#items.push({ level: block.level, session: own, day: null });
    return own ?? this.#current();
  }

  /** Ends the items that do not enclose one of a level; they stand in order of level. */
  #closeItems(level: number): void {
    while ((this.#items.at(-1)?.level ?? -1) >= level) this.#items.pop();
  }

  #heading(text: string, blockLevel: number): number | null {
    this.#line = null;
    this.#items = [];
    this.#headings = this.#headings.filter(({ level }) => level < blockLevel);
    const heading = readHeading(text, this.#programme);
    const isAmongPeople = this.#headings.some(({ isOfPeople }) => isOfPeople === true);
    const day = heading.day ?? this.#dayNow();
    const session = sessionOfHeading(this.#programme, heading, { day, within: this.#current(), isAmongPeople });
    const isOfPeople = peopleHeading.test(folded(text.slice(0, 60)));
    this.#headings.push({ level: blockLevel, session, day: heading.day, isOfPeople });
    if (blockLevel <= 2 || blockLevel === lineLevel || session !== null) this.#section += 1;
    this.sections.push(this.#section);
    return this.#current();
  }

  /** The session a block itself names; a line that is little else than a title holds for those below it. */
  #own(block: Block): number | null {
    const { text } = block;
    const within = this.#current();
    const isLine = block.kind === "line";
    const words = text.length <= titleLineMax ? sessionWords(text) : null;
    this.words[this.words.length - 1] = words;
    if (words !== null && (isLine || block.kind === "item") && mayBeTitle(this.#programme, text, words)) {
      const heading = readHeading(text, this.#programme);
      if (isLine && heading.isBare && heading.day !== null && heading.time === null && !heading.isKeynote) {
        this.#day = heading.day;
        this.#endLine();
        return null;
      }
      const session = isSessionName(this.#programme, heading, { day: heading.day ?? this.#dayNow(), within });
      if (session !== null) {
        if (isLine) {
          this.#endLine();
          this.#line = session;
        }
        return session;
      }
      if (isLine && heading.time !== null && /^\W*\d/u.test(text)) this.#endLine();
    }
    if (isLine) {
      const session = words === null ? this.#lead(text, within) : null;
      if (session !== null) return session;
      const opened = this.#opening(text);
      if (opened !== null) return opened;
    }
    if (isLine && this.#isInLine() && otherParts.test(folded(text.slice(0, 60)).trim())) this.#endLine();
    return quotedSession(this.#programme, text, { words, within: this.#current() });
  }

  /** "Ship logs (Nkiru Obi). Mostly a data paper. ...": prose that opens with a title and its speaker. */
  #lead(text: string, within: number | null): number | null {
    const end = text.slice(0, titleLineMax).search(/\)[.:]\s/u);
    if (end < 0) return null;
    const heading = readHeading(text.slice(0, end + 1), this.#programme);
    const session = titleWithSpeaker(this.#programme, heading, this.#dayNow());
    if (session !== null && session !== within) {
      this.#endLine();
      this.#line = session;
    }
    return session;
  }

  /** "Ragnhild Moen spoke about the particles ...": prose that begins to tell of a session, or of something else. */
  #opening(text: string): number | null {
    if (this.#isInLine() && setsScene(text)) this.#endLine();
    if (text.length <= openingMin) return null;
    const session = sessionOfOpening(this.#programme, text, this.#dayNow());
    if (session === null) return null;
    if (session !== this.#line) {
      this.#endLine();
      this.#line = session;
    }
    return session;
  }

  /** The talk that a line began is over, and a section of its own begins at the block being read. */
  #endLine(): void {
    this.#line = null;
    this.#headings = this.#headings.filter(({ level }) => level < lineLevel);
    this.#section += 1;
    this.sections[this.sections.length - 1] = this.#section;
  }

  #current(): number | null {
    const item = this.#items.findLast(({ session }) => session !== null)?.session ?? null;
    const heading = this.#headings.findLast(({ session }) => session !== null)?.session ?? null;
    return item ?? this.#line ?? heading ?? this.#page.session;
  }

  #isInLine(): boolean {
    return this.#line !== null || this.#headings.at(-1)?.level === lineLevel;
  }

  #dayNow(): Day | null {
    return this.#headings.findLast(({ day }) => day !== null)?.day ?? this.#day ?? this.#page.day;
  }
}

/** Below all headings: a line that heads the items under it. */
const lineLevel = 7;

/** "**Margins**" between lists, "== camp ==": a line that heads what follows, marked up as none. */
function isHeadingLine(block: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (block.kind !== "line" || block.text.length > 80 || after === undefined) return false;
  if (/^\d{1,2}[.)]\s.{2,60}[^.!?;:,]$/u.test(block.text)) return true;
  if (/^[=#~_]{2,}[^=#~_]+[=#~_]*$/u.test(block.text)) return true;
  if (after.kind !== "item" || after.level > 0 || before?.kind === "line" || before?.kind === "code") return false;
  return !/[.!?;,]$|:\s?$/u.test(block.text);
}

const peopleHeading =
  /\b(?:people|contacts?|met|leads|attendees|present|participants|leute|kontakte|personen|getroffen|teilnehmer|rencontres|personas|contactos)\b/u;

/** A line longer than that is prose and no title; 99 in 100 titles of FOSDEM 2025 have fewer characters. */
const titleLineMax = 120;

/** Whether a short line is worth reading as a title: it has a time, a day alone, or words of one session. */
function mayBeTitle(programme: Programme, text: string, words: readonly string[]): boolean {
  if (/\d[:.h]\d\d|\d\s?[ap]m\b|keynote/iu.test(text)) return true;
  if (words.length <= 3 && text.length <= 30) return true;
  return words.length <= 16 && (match(programme, words)?.score ?? 0) >= scoreWorthReading;
}

/** A shorter line is a title or a name, and no sentence that begins to tell. */
const openingMin = 25;

/** Below that, no speaker, day or room makes a title of a line; the least that is taken of one is .65. */
const scoreWorthReading = 0.35;

/** "Next steps:", "Lunch": a line that begins something else than the talk above it. */
const otherParts =
  /^(?:my |our |meine |mes |mis )?(?:next steps?|to ?-?dos?|actions?|action items?|follow[- ]?ups?|people(?: i)?(?: met)?|met|contacts|hallway(?: track)?|lunch|dinner|evening|general|misc|ideas?|summary|open questions|aufgaben|offen|sonstiges|abends|home|admin|business development|nachste schritte|a faire|pendientes|tareas|booths?|expo|travel)\b.{0,20}:?$/u;

/** A file's name without folder and ending, and without the words that only say what it is. */
function fileTitle(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return base
    .replace(/\.[a-z0-9]{1,5}$/iu, "")
    .replaceAll("_", " ")
    .replace(/(?<!\d)-+|-+(?!\d)/gu, " ");
}

/** A section's words decide only from so many that some session has, */
const wordsMin = 15;
/** with at least this mean gain for each, */
const gainMin = 0.6;
/**
 * and this far ahead of the second. Measured: sections of half an abstract's words and as many foreign ones find theirs in
 * 96 of 100 cases; sections of notes from other events find one in 2 of 100 (574 and 588 cases, three programmes).
 */
const leadMin = 0.4;
/** The beginning of a section says what it is about. */
const sectionCharactersMax = 6000;

/** The words of a section's beginning; null where it is too short to hold enough of them. */
function wordsOf(
  blocks: readonly Block[],
  words: readonly (readonly string[] | null)[],
  from: number,
  to: number,
): string[] | null {
  const said: string[] = [];
  let length = 0;
  for (let at = from; at < to && length < sectionCharactersMax; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === "code") continue;
    const left = sectionCharactersMax - length - 1;
    length += 1 + block.text.length;
    const known = words[at] ?? null;
    const own =
      known !== null && block.text.length <= left ? known : sessionWords(block.text.slice(0, Math.max(0, left)));
    for (const word of own) said.push(word);
  }
  return length < wordsMin * 4 ? null : said;
}

/** Gives sections that nothing names to the session their words are likest to, where one is clearly ahead. */
function likenByWords(
  blocks: readonly Block[],
  numbers: (number | null)[],
  { sections, words }: Pick<Walk, "sections" | "words">,
  programme: Programme,
): void {
  for (let from = 0; from < blocks.length;) {
    const to = sectionEnd(sections, from);
    const isNamed = numbers.slice(from, to).some((number) => number !== null);
    const said = isNamed ? null : wordsOf(blocks, words, from, to);
    const found = said === null ? null : likest(programme, said, wordsMin);
    const isAhead =
      found !== null && found.score / found.words >= gainMin && (found.score - found.second) / found.score >= leadMin;
    if (isAhead) numbers.fill(found.session, from, to);
    from = to;
  }
}

function sectionEnd(sections: readonly number[], from: number): number {
  let to = from + 1;
  while (to < sections.length && sections[to] === sections[from]) to += 1;
  return to;
}
