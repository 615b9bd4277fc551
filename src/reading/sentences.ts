import type { Block } from "#domain/model/block.ts";
import type { Day } from "#domain/model/time.ts";
import { type Book, bookOf, withBook } from "./book.ts";
import { type DayContext, type DayFound, dateOrder, dayHeading, daysIn } from "./days.ts";
import { languagesOfPage } from "./language.ts";
import type { Setting } from "./features.ts";
import { type Cast, type Somebody, Company, somebodyNamed } from "./cast.ts";
import { isInstitution } from "./institutions.ts";
import { type Marks, marksOf, ownerAtEnd } from "./marks.ts";
import { type NameFound, type NameIndex, namesIn } from "./names.ts";
import { folded } from "./names/folding.ts";
import { looksCoined } from "./names/strangers.ts";
import { type Span, passagesOf } from "./passages.ts";
import type { Known, KnownPerson, PageToRead } from "./read.ts";
import { rowOf } from "./rows.ts";
import { sectionOf } from "./sections.ts";
import { type Sentence, once, sentenceOf } from "./sentence.ts";
import { sessionsOf } from "./sessions.ts";
import { type Page, surroundingsOf } from "./surroundings.ts";
import { tokensOf } from "./tokens.ts";
import { verbsOf } from "./acts.ts";

/** A sentence ready to be read for steps, with all that is known about its place. */
export interface Ready {
  span: Span;
  blockAt: number;
  /** Where the sentence's text begins in the block's clean words. */
  from: number;
  sentence: Sentence;
  setting: Setting;
  cast: Cast;
  names: readonly NameFound[];
}

/** The sentences of a page in order, each with its marks, names, surroundings and cast. */
export function* sentencesOf(page: PageToRead, known: Known, index: NameIndex): Generator<Ready> {
  const walk = new Walk(page, known, index);
  for (const [blockAt, block] of page.blocks.entries()) {
    const spans = passagesOf(block);
    walk.begin();
    for (let at = 0; at < spans.length; at += 1) {
      const ready = walk.next(block, blockAt, spans, at);
      if (ready !== null) yield ready;
    }
  }
}

/** Walks the passages of a page in order and keeps who and what was spoken of last. */
class Walk {
  readonly #index: NameIndex;
  readonly #known: Known;
  readonly #order: ReturnType<typeof dateOrder>;
  readonly #surroundings: Page;
  readonly #languages: ReturnType<typeof languagesOfPage>;
  readonly #answers: boolean;
  readonly #bare: readonly boolean[];
  readonly #recent: KnownPerson[] = [];
  readonly #book: Book;
  readonly #isGroup: boolean;
  readonly #contexts = new Map<Day, DayContext>();
  readonly #company = new Company();
  #before = "";
  #heads: { heading: string; owner: Somebody } | null = null;
  #speaker: Somebody | null = null;
  #label: Setting["label"] = null;

  constructor(page: PageToRead, known: Known, index: NameIndex) {
    const sessions = sessionsOf(page, known);
    this.#index = index;
    this.#known = known;
    this.#order = dateOrder(page.text);
    this.#surroundings = surroundingsOf(page, known, sessions, (words, takenOn, isHeading) =>
      headedDay(words, this.#dayContext(takenOn), isHeading),
    );
    this.#languages = languagesOfPage(textsOf(page.blocks));
    this.#answers = page.blocks.some((block) => /^Q[:.)]/u.test(block.text));
    this.#bare = page.blocks.map(beginsBare);
    this.#book = bookOf(known);
    this.#isGroup = this.#surroundings.genre.isMinutes && known.colleagues.length === 0;
  }

  /** A block begins: nobody has spoken in it yet. */
  begin(): void {
    this.#speaker = null;
    this.#label = null;
  }

  /** The passage number `at` of a block; null where the page says nothing of the block. */
  next(block: Block, blockAt: number, spans: readonly Span[], at: number): Ready | null {
    const span = spans[at];
    const around = this.#surroundings.around[blockAt];
    if (span === undefined || around === undefined) return null;
    const { genre } = this.#surroundings;
    const passage = block.text.slice(span.from, span.to);
    const tokens = tokensOf(passage);
    const names = withBook(namesIn(passage, this.#index, this.#recent), tokens, this.#book);
    const marks = marksIn(block, span, at === 0, this.#answers, this.#surroundings);
    if (at === 0) this.#open(block, span, names, marks, blockAt);
    const head = headOf(marks, names, span.from);
    const text = block.text.slice(marks.bodyFrom, marks.bodyTo);
    const shift = marks.bodyFrom - span.from;
    const inBody = shift === 0 ? names : shifted(names, shift);
    if (around.isLabel && at === 0) this.#heads = headOwner(block, names);
    const heads = this.#heads;
    const listed = heads !== null && around.heading === heads.heading && !around.isLabel ? heads.owner : null;
    if (listed !== null && around.section === null) this.#label ??= "steps";
    const ownerEnd = ownerAtEnd(text);
    const endOwner = ownerEnd === null ? null : somebodyIn(ownerEnd, inBody, 0);
    const isOwnerKnown = endOwner !== null && (isPersonAt(ownerEnd, inBody, 0) || genre.isMinutes);
    const table = around.row === null ? null : rowOf(block, around.row);
    const rowOwner =
      table === null || table.owner === null ? null : ownerInCell(table.owner, this.#index, this.#recent, this.#book);
    const context = this.#dayContext(around.takenOn);
    const sentence = sentenceOf(
      text,
      text.length === passage.length ? tokens : tokensOf(text),
      inBody,
      once(() => daysIn(text, context)),
      this.#languages,
    );
    const setting: Setting = {
      block,
      around,
      genre,
      marks: { ...marks, bodyFrom: 0, bodyTo: text.length },
      isFirst: at === 0,
      head: at === 0 ? head : 0,
      label: this.#label,
      quoted: quotedIn(text),
      struck: block.struck.map((range) => ({ start: range.start - marks.bodyFrom, end: range.end - marks.bodyFrom })),
      row: table === null ? null : { ...table, due: dueInCell(table.due, context) },
      bareNeighbours: this.#bareBeside(blockAt),
      isAssigned: this.#speaker !== null && isPersonAt(marks.speaker, names, span.from),
      hasOwnerAtEnd: isOwnerKnown,
      before: this.#before,
      after: after(block, spans[at + 1]),
      isTop: blockAt === 0,
    };
    const cast: Cast = {
      ...this.#company.before(block, blockAt, around),
      speaker: this.#speaker,
      named: somebodyIn(marks.owner, names, span.from) ?? rowOwner ?? listed ?? (isOwnerKnown ? endOwner : null),
      isGroup: this.#isGroup,
    };
    this.#company.add(names, block, blockAt, around);
    this.#before = passage;
    return { span, blockAt, from: marks.bodyFrom, sentence, setting, cast, names };
  }

  /** What the first passage of a block says of it: who speaks, and a label ("Next steps:"), which its body is without. */
  #open(block: Block, span: Span, names: readonly NameFound[], marks: Marks, blockAt: number): void {
    const { isMinutes } = this.#surroundings.genre;
    const said = somebodyIn(marks.speaker, names, span.from);
    const isNamed = isPersonAt(marks.speaker, names, span.from);
    const isSpeaking = said !== null && (isMinutes || said.isColleague || said.isMe);
    this.#speaker = isSpeaking && (isNamed || isMinutes) ? said : null;
    // "Ana: pricing by Friday" in one's own notes is about Ana; only in minutes and chats does she speak.
    if (isNamed && this.#speaker === null && said !== null) this.#company.about(said, blockAt);
    if (this.#speaker === null && marks.speaker !== null) this.#label = sectionOf(marks.speaker.words);
    if (this.#label !== null) return;
    const labelled = labelOf(block.text.slice(marks.bodyFrom, marks.bodyTo));
    if (labelled === null) return;
    this.#label = labelled.section;
    marks.bodyFrom += labelled.length;
  }

  #bareBeside(blockAt: number): number {
    let count = 0;
    for (const other of [blockAt - 2, blockAt - 1, blockAt + 1, blockAt + 2])
      if (this.#bare[other] === true) count += 1;
    return count;
  }

  #dayContext(takenOn: Day): DayContext {
    let context = this.#contexts.get(takenOn);
    if (context === undefined) {
      context = { ...this.#known, takenOn, order: this.#order };
      this.#contexts.set(takenOn, context);
    }
    return context;
  }
}

/** The day a line or heading is headed by: only where it says little else ("coffee on Thursday" is no heading). */
function headedDay(words: string, context: DayContext, isHeading: boolean): Day | null {
  const day = dayHeading(words, context);
  if (day === null) return null;
  const letters = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]+/gu, "").length;
  let said = /^\W{0,3}(?:day|tag|jour|día|dia) ?\d{1,2}\b/iu.test(words) ? letters(words) : 0;
  for (const found of daysIn(words, context)) said += letters(found.words);
  return said >= letters(words) * (isHeading ? 0.5 : 0.85) ? day : null;
}

function shifted(names: readonly NameFound[], by: number): NameFound[] {
  return names
    .filter((name) => name.start >= by)
    .map((name) => ({ ...name, start: name.start - by, end: name.end - by }));
}

/** A heading that is just a colleague's name: what follows is theirs to do. */
function headOwner(block: Block, names: readonly NameFound[]): { heading: string; owner: Somebody } | null {
  const [name] = names;
  if (name === undefined || names.length > 1 || name.means !== "person" || (!name.isColleague && !name.isMe))
    return null;
  const rest = block.text.trim().length - (name.end - name.start);
  return rest <= 3 ? { heading: block.text.trim(), owner: somebodyNamed(name) } : null;
}

function ownerInCell(cell: Block, index: NameIndex, recent: KnownPerson[], book: Book): Somebody | null {
  const words = cell.text.trim();
  if (words === "" || !/\p{L}/u.test(words)) return null;
  const names = withBook(namesIn(cell.text, index, recent), tokensOf(cell.text), book);
  // "fridge company": an organization owes; who of it, nobody says.
  const last = /[\p{L}-]+$/u.exec(words)?.[0] ?? "";
  if (!names.some((name) => name.means === "person") && (isInstitution(last) || looksCoined(folded(words))))
    return { name: "", organization: words, isColleague: false, isMe: false };
  return somebodyIn({ words, start: 0, end: words.length }, names, 0);
}

function dueInCell(cell: Block | null, context: DayContext): DayFound | null {
  if (cell === null) return null;
  return daysIn(cell.text, context).find((day) => day.on !== null) ?? null;
}

/** How far before the thought the name stands that it is put to: "Theo: script, half a page"; 0 where none does. */
function headOf(marks: Marks, names: readonly NameFound[], offset: number): number {
  const named = marks.speaker ?? marks.owner;
  if (named === null || !isPersonAt(named, names, offset)) return 0;
  const from = names.find((name) => name.start + offset < named.end && name.end + offset > named.start);
  const start = Math.min(named.start, (from?.start ?? named.start) + offset);
  return marks.bodyFrom - named.end <= 4 ? marks.bodyFrom - start : 0;
}

function isPersonAt(range: Marks["speaker"], names: readonly NameFound[], offset: number): boolean {
  if (range === null) return false;
  return names.some(
    (name) => name.means === "person" && name.start + offset < range.end && name.end + offset > range.start,
  );
}

function after(block: Block, span: Span | undefined): string {
  return span === undefined ? "" : block.text.slice(span.from, Math.min(span.to, span.from + 80));
}

function* textsOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) if (block.kind !== "code") yield block.text;
}

function marksIn(block: Block, span: Span, isFirst: boolean, answers: boolean, page: Page): Marks {
  const marks = marksOf(block.text, span.from, span.to, answers);
  if (!isFirst) return marks;
  if (block.box === "ticked") marks.isTicked = true;
  if (block.box === "open") marks.mark ??= "box";
  if (marks.mark === "mine" && page.genre.arrows > 0.6) marks.mark = null;
  return marks;
}

/** "Next steps: send the deck": a known label before a colon and the section it announces. */
function labelOf(text: string): { section: NonNullable<Setting["label"]>; length: number } | null {
  const colon = text.slice(0, 48).indexOf(":");
  if (colon < 2 || colon + 1 >= text.length) return null;
  const section = sectionOf(text.slice(0, colon));
  if (section === null) return null;
  const rest = text.slice(colon + 1);
  return { section, length: colon + 1 + (rest.length - rest.trimStart().length) };
}

function somebodyIn(
  range: { words: string; start: number; end: number } | null,
  names: readonly NameFound[],
  offset: number,
): Somebody | null {
  if (range === null) return null;
  const found = names.find(
    (name) => name.means === "person" && name.start + offset < range.end && name.end + offset > range.start,
  );
  if (found !== undefined) return somebodyNamed(found);
  const isMe = /^(?:me|ich|moi|yo|i)$/iu.test(range.words);
  return { name: range.words, organization: null, isColleague: false, isMe };
}

function beginsBare(block: Block): boolean {
  if (block.kind !== "item" && block.kind !== "line") return false;
  const word = /^[\p{L}-]+/u.exec(block.text)?.[0]?.toLowerCase() ?? "";
  return verbsOf(word).some((verb) => verb.form === "base");
}

/** Ranges in quotation marks of any style; an apostrophe is none. */
function quotedIn(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  if (!/["“„«‘]/u.test(text)) return ranges;
  for (const match of text.matchAll(
    /"[^"]{2,400}"|“[^”"]{2,400}["”]|„[^“”"]{2,400}["“”]|«[^»]{2,400}»|‘[^’]{8,400}’/gu,
  )) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}
