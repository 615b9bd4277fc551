import type { TimeZone } from "#domain/model/time.ts";
import type { Known } from "../read.ts";
import { isBefore, type WorkWeek, workWeekOf } from "./calendar.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { languageWords, plainFollowers, words } from "./words.ts";
import { PlainDay } from "./plain-day.ts";

/** What the grammar counts from. `DayContext` of `days.ts`, with its days as Temporal values. */
export interface ScanContext extends Pick<Known, "event" | "events" | "sessions" | "workingDays"> {
  timeZone: TimeZone;
  takenOn: string;
  order?: DateOrder | null;
}

/** How numeric dates are written where they are read from: 5/6 is 5 June (`day-first`) or 6 May (`month-first`). */
export type DateOrder = "day-first" | "month-first";

/** What stands before a day and says how it is meant. */
export type LeadKind =
  | "by"
  | "before"
  | "after"
  | "from"
  | "since"
  | "on"
  | "in"
  | "at"
  | "for"
  | "within"
  | "between"
  | "article";

export interface Lead {
  kind: LeadKind;
  /** The lead's words, joined by a space. */
  words: string;
  language: "en" | "de" | "fr" | "es";
  /** An article stands between the lead and the day. */
  hasArticle: boolean;
}

/** A stretch of tokens that names a day or days. */
export interface Span {
  /** Null where the words name a time that is no day, or where several readings fit. */
  first: PlainDay | null;
  last: PlainDay | null;
  /** What was named; `time` is a time that is no day. */
  unit: "day" | "week" | "weekend" | "month" | "quarter" | "year" | "time";
  /** The token after the span. */
  next: number;
  /** The days that would fit, where several do and nothing settles which. */
  readings?: readonly PlainDay[];
  /** Names the end of a period: a deadline by itself ("EOW"), and "before the end of May" is by its last day. */
  isEnd?: boolean;
  /** A weekday. */
  weekday?: number;
  /** A weekday and nothing else: a range's other end settles its week. */
  isBare?: boolean;
  /** Its year was not said: a range's other end may settle it. */
  isYearOpen?: boolean;
  /** Two ends were said. */
  isRange?: boolean;
  /** A day of the month and nothing else: a range's other end settles its month. */
  dayOfMonth?: number;
  /** A deadline said after the day: "Friday at the latest". */
  isDeadline?: boolean;
  /** "From March on". */
  isFrom?: boolean;
  /** A lead moves it no more: "after Ana's talk" is the day of the talk, "vor zwei Wochen" is two weeks ago. */
  isSettled?: boolean;
}

/** One reading of one text: its tokens, what days count from, and what has been found so far. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly context: ScanContext;
  readonly today: PlainDay;
  readonly week: WorkWeek;
  readonly language: "en" | "de" | "fr" | "es";
  /** A heading names the day of the notes under it, so the nearest such day is meant, not the next. */
  readonly isHeading: boolean;
  /** The lead being read on from, if any. */
  lead: Lead | null;
  /** The last day found before this place: what "the following Monday" counts from. */
  previous: PlainDay | null;
  /** Reads a day or days at a token; given by `phrases.ts`, so that the parts of the grammar may call each other. */
  core: (scan: Scan, at: number) => Span | null;
  /** How many cores are being read inside one another. */
  depth: number;
  isRange: boolean;
  /** What holds for the whole text, found once and shared by every copy of the scan. */
  readonly memo: { tense: "past" | "open" | null; order: DateOrder | null | undefined };
}

export function scanOf(text: string, context: ScanContext, isHeading: boolean, core: Scan["core"]): Scan {
  const tokens = tokensOf(text);
  let language: Scan["language"] | null = null;
  return {
    text,
    tokens,
    context,
    today: PlainDay.from(context.takenOn),
    week: weekOf(context.workingDays),
    get language() {
      language ??= languageOf(tokens);
      return language;
    },
    isHeading,
    lead: null,
    previous: null,
    core,
    depth: 0,
    isRange: false,
    memo: { tense: null, order: undefined },
  };
}

const weeks = new WeakMap<readonly number[], WorkWeek>();

/** The working week of a workspace's list of working days; worked out once for each list. */
function weekOf(workingDays: readonly number[]): WorkWeek {
  let week = weeks.get(workingDays);
  if (week === undefined) {
    week = workWeekOf(workingDays);
    weeks.set(workingDays, week);
  }
  return week;
}

/** The word at a token, normal; empty for anything that is no word. */
export function wordAt(scan: Scan, at: number): string {
  const token = scan.tokens[at];
  return token?.kind === "word" ? token.norm : "";
}

export function markAt(scan: Scan, at: number): string {
  const token = scan.tokens[at];
  return token?.kind === "mark" ? token.norm : "";
}

export function isDashAt(scan: Scan, at: number): boolean {
  const mark = markAt(scan, at);
  return mark === "-" || mark === "–" || mark === "—";
}

/** The token after these words in a row, or -1. A dash between them is passed over where no blank space stands. */
export function after(scan: Scan, at: number, ...list: readonly string[]): number {
  let next = at;
  // By number: this is asked at nearly every word, and an iterator would be made each time.
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0 && isDashAt(scan, next) && scan.tokens[next]?.gap === false) next += 1;
    if (wordAt(scan, next) !== list[index]) return -1;
    next += 1;
  }
  return next;
}

const articles = words("the le la les l el los las der die das dem den des du del my our");

/** Past the articles at a token, of which there are at most two. */
export function skipArticle(scan: Scan, at: number): number {
  return articles.has(wordAt(scan, at)) ? at + 1 : at;
}

/** Past a dash that joins two words without blank space: mid-May. */
export function skipHyphen(scan: Scan, at: number): number {
  return isDashAt(scan, at) && scan.tokens[at]?.gap === false && scan.tokens[at + 1]?.gap === false ? at + 1 : at;
}

/**
 * True where nothing follows that would make the words before it something else: the end, a mark, or a small word
 * ("on the 9th we ..."), but not a noun ("the 9th edition").
 */
export function endsWell(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined) return true;
  if (token.kind === "mark")
    return !("%°".includes(token.norm) || (token.norm === "-" && !token.gap && scan.tokens[at + 1]?.gap === false));
  if (token.kind === "word") return plainFollowers.has(token.norm);
  return token.kind !== "opaque" && token.gap;
}

const verbs = words(
  "send meet ask ring ping write email mail book check share review finish ship deliver prepare set schedule treffen schicken",
);

/** A plain order right after a day: "on the 9th send ...". "Call" is not among them: "the conference call". */
export function isVerbNext(scan: Scan, at: number): boolean {
  return verbs.has(wordAt(scan, at));
}

/** True where a name or noun with a capital follows directly: "May Chen", "Sun Microsystems". */
export function isNameNext(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token?.kind === "word" && token.isCapital && !plainFollowers.has(token.norm);
}

/** The lead asks for a day still to come. */
export function isDeadlineLead(scan: Scan): boolean {
  return scan.lead?.kind === "by" || scan.lead?.kind === "before" || scan.lead?.kind === "within";
}

/** Inside the event's days. */
export function isEventDay(scan: Scan, date: PlainDay): boolean {
  const { event } = scan.context;
  if (event === null || event.startsOn === null) return false;
  const starts = PlainDay.from(event.startsOn);
  const ends = event.endsOn === null ? starts : PlainDay.from(event.endsOn);
  return !isBefore(date, starts) && !isBefore(ends, date);
}

/** Reads a day that other words hang on ("EOD Friday", "the week of the 9th"), as if the given lead stood before it. */
export function nested(scan: Scan, lead: Lead, at: number): Span | null {
  return scan.core({ ...scan, lead, depth: scan.depth + 1 }, at);
}

export function day(first: PlainDay, next: number): Span {
  return { first, last: null, unit: "day", next };
}

/** A time that is no day. */
export function time(next: number): Span {
  return { first: null, last: null, unit: "time", next };
}

const forwardWords = words(
  "expected scheduled planned delayed postponed targeted targeting will ll going should must need needs want wants plan plans planned todo due shall can could would may might let let's please want to by until deadline werden wird soll muss",
);
const pastWords = words(
  "was were had did went met saw said told spoke gave got made came sent wrote launched started happened released joined announced presented discussed talked visited decided attended closed finished completed shipped landed  hatte war waren haben hat etait",
);

/** Whether the passage tells of what has been: "we launched in March". Only where nothing in it looks ahead. */
export function tenseOf(scan: Scan): "past" | "open" {
  if (scan.memo.tense !== null) return scan.memo.tense;
  let isPast = false;
  let isForward = false;
  for (const token of scan.tokens) {
    if (token.kind !== "word") continue;
    if (forwardWords.has(token.norm) || token.norm.endsWith("'ll")) isForward = true;
    else if (pastWords.has(token.norm)) isPast = true;
  }
  scan.memo.tense = isPast && !isForward ? "past" : "open";
  return scan.memo.tense;
}

function languageOf(tokens: readonly Token[]): Scan["language"] {
  const counts = { de: 0, fr: 0, es: 0 };
  for (const token of tokens) {
    const language = token.kind === "word" ? languageWords.get(token.norm) : undefined;
    if (language !== undefined) counts[language] += 1;
  }
  const best = counts.de >= counts.fr && counts.de >= counts.es ? "de" : counts.fr >= counts.es ? "fr" : "es";
  return counts[best] > 0 && counts[best] * 8 >= tokens.length ? best : "en";
}
