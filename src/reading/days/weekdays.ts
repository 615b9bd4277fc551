import { isBefore, weekdayAfter, weekdayBeforeDay, weekStart } from "./calendar.ts";
import { isClockAt } from "./clock.ts";
import { dateAt } from "./dates.ts";
import { eventAt } from "./events.ts";
import { numericAt } from "./numeric.ts";
import {
  after,
  day,
  endsWell,
  isDashAt,
  isEventDay,
  isNameNext,
  markAt,
  type Scan,
  skipArticle,
  type Span,
  wordAt,
} from "./scan.ts";
import { comingWords, dayParts, type Name, ordinals, units, weekdays, whichWords, words } from "./words.ts";
import { PlainDay } from "./plain-day.ts";

/**
 * A weekday, with what belongs to it: "Friday", "next Tuesday", "Friday week", "Tuesday of next week", "Mon 9 Feb",
 * "Friday the 13th", "lundi prochain".
 *
 * A weekday alone is the next one after the note's day (RD5). Usage is divided over "next Tuesday"; here it is the
 * Tuesday of next week, as "next week" is next week, and "Tuesday after next" the one a week later. "This Friday" on
 * a Friday is that day.
 */
export function weekdayAt(scan: Scan, at: number): Span | null {
  const which = whichAt(scan, at);
  if (which !== null) {
    const name = weekdays.get(wordAt(scan, which.next));
    if (name === undefined || !isWeekdayBeside(scan, which.next, name)) return null;
    const next = afterName(scan, which.next);
    if (scan.tokens[which.next]!.isPossessive && !isPossessiveLed(scan)) return null; // the weekday is there
    const date = resolve(scan, name.n, which);
    // "this Friday, 6 February", "next Tuesday 10/2": the date settles it.
    const dated = beside(scan, next, name.n);
    if (dated !== null) return dated;
    return { ...day(date, next), weekday: name.n };
  }
  const name = weekdays.get(wordAt(scan, at));
  if (name === undefined) return null;
  const next = afterName(scan, at);
  const isWeak = name.trust === "number" && !scan.tokens[at]!.isCapital && next === at + 1 && scan.language === "en"; // a weekday is there
  if (isWeak) return null;
  // "vend. 19": the point says that the weekday is one.
  const dated = beside(scan, next, name.n, name.trust === "number" && next === at + 1);
  if (dated !== null) return dated;
  // "Wed of next week": what follows makes a day of it.
  const isNext = wordAt(scan, next) === "next";
  const moved =
    name.trust === "number" || (name.trust === "risky" && !scan.tokens[at]!.isCapital && !isNext)
      ? null
      : later(scan, name.n, next); // a weekday is there
  if (moved !== null) return moved;
  const ofEvent = inEvent(scan, name.n, next);
  if (ofEvent !== undefined) return ofEvent;
  if (!isWeekdayAlone(scan, at, name)) return null;
  return { ...day(alone(scan, name.n), next), weekday: name.n, isBare: true };
}

/** "The Friday of Ignite": that day of the event; null where the event's days are not known, undefined where none is named. */
function inEvent(scan: Scan, weekday: number, at: number): Span | null | undefined {
  if (wordAt(scan, at) !== "of" && wordAt(scan, at) !== "at") return undefined;
  const event = eventAt(scan, skipArticle(scan, at + 1));
  if (event === null) return wordAt(scan, at) === "of" ? null : undefined;
  if (event.first === null || event.unit === "time") return null;
  const date = weekdayAfter(event.first.subtract({ days: 1 }), weekday);
  return isBefore(event.last ?? event.first, date) ? null : day(date, event.next);
}

interface Which {
  offset: number;
  isComing: boolean;
  next: number;
}

/** this / next / last, "this coming", "this past", "the following". */
function whichAt(scan: Scan, at: number): Which | null {
  const word = wordAt(scan, at);
  const offset = whichWords.get(word);
  if (offset === undefined) return null;
  const second = whichWords.get(wordAt(scan, at + 1));
  if (offset === 0 && second !== undefined && second !== 0) return { offset: second, isComing: true, next: at + 2 };
  return { offset, isComing: comingWords.has(word), next: at + 1 };
}

function resolve(scan: Scan, weekday: number, which: Which): PlainDay {
  const { today, previous } = scan;
  if (which.offset < 0) return weekdayBeforeDay(today, weekday);
  if (which.offset === 0) return today.dayOfWeek === weekday ? today : weekdayAfter(today, weekday);
  if (which.isComing) return weekdayAfter(previous ?? today, weekday);
  return inWeek(scan, weekday, which.offset);
}

/** The weekday of the week so many weeks after this one. */
export function inWeek(scan: Scan, weekday: number, offset: number): PlainDay {
  const start = weekStart(scan.today, scan.week).add({ days: 7 * offset });
  return start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
}

/** A weekday with nothing to say which: the next one; in a heading the event's, else the nearest. */
function alone(scan: Scan, weekday: number): PlainDay {
  const { today } = scan;
  if (scan.lead?.kind === "since") return weekdayBeforeDay(today, weekday);
  if (!scan.isHeading) return weekdayAfter(today, weekday);
  const { event } = scan.context;
  if (event !== null && event.startsOn !== null) {
    const first = weekdayAfter(PlainDay.from(event.startsOn).subtract({ days: 1 }), weekday);
    const isLong = event.endsOn !== null && isEventDay(scan, first.add({ days: 7 }));
    if (isEventDay(scan, first) && !isLong) return first;
  }
  return weekdayAfter(today.subtract({ days: 4 }), weekday);
}

/** What follows a weekday and moves it: "next week", "after next", "week", "in a week", "prochain", "que viene". */
function later(scan: Scan, weekday: number, at: number): Span | null {
  const next = ["of", "in", "de", "der", "on", "from"].includes(wordAt(scan, at))
    ? skipArticle(scan, at + 1)
    : markAt(scan, at) === ","
      ? at + 1
      : skipArticle(scan, at);
  const offset = whichWords.get(wordAt(scan, next));
  if (offset !== undefined && units.get(wordAt(scan, next + 1)) === "week") {
    const afterNext = after(scan, next + 2, "after", "next");
    return { ...day(inWeek(scan, weekday, offset), afterNext === -1 ? next + 2 : afterNext), weekday };
  }
  const theWeekAfterNext = after(scan, next, "week", "after", "next");
  if (theWeekAfterNext !== -1) return day(inWeek(scan, weekday, 2), theWeekAfterNext);
  // "de la semaine prochaine", "de la semana que viene"
  if (next > at && units.get(wordAt(scan, next)) === "week") {
    const post = postAt(scan, next + 1);
    if (post !== null) return { ...day(inWeek(scan, weekday, post.offset), post.next), weekday };
  }
  const afterNext = after(scan, at, "after", "next");
  if (afterNext !== -1) return day(inWeek(scan, weekday, 2), afterNext);
  const plain = weekdayAfter(scan.today, weekday);
  // "Weds next": the next one after the note, however near.
  const follower = scan.tokens[at + 1];
  if (wordAt(scan, at) === "next" && (follower === undefined || follower.kind === "mark")) return day(plain, at + 1);
  if (followingWords.has(wordAt(scan, at))) return day(weekdayAfter(scan.previous ?? scan.today, weekday), at + 1);
  if (wordAt(scan, at) === "week" && endsWell(scan, at + 1)) return day(plain.add({ days: 7 }), at + 1);
  if (wordAt(scan, at) === "fortnight" && endsWell(scan, at + 1)) return day(plain.add({ days: 14 }), at + 1);
  for (const [list, days] of weekLater) {
    const to = after(scan, at, ...list);
    if (to !== -1) return day(plain.add({ days }), to);
  }
  const post = postAt(scan, at);
  if (post === null) return null;
  return day(post.offset < 0 ? weekdayBeforeDay(scan.today, weekday) : plain, post.next);
}

/** "le vendredi suivant", "el viernes siguiente", "Freitag darauf": after the day said last. */
const followingWords = words("suivant suivante siguiente darauf drauf");

const weekLater: readonly (readonly [readonly string[], number])[] = [
  [["in", "einer", "woche"], 7],
  [["in", "acht", "tagen"], 7],
  [["in", "zwei", "wochen"], 14],
  [["in", "vierzehn", "tagen"], 14],
  [["en", "huit"], 7],
  [["en", "quinze"], 14],
];

/** prochain, dernier, próximo, pasado, "que viene", "last" after its noun. */
export function postAt(scan: Scan, at: number): { offset: number; next: number } | null {
  const viene = after(scan, at, "que", "viene");
  if (viene !== -1) return { offset: 1, next: viene };
  const word = wordAt(scan, at);
  if (!romanceWhich.has(word)) return null;
  return { offset: whichWords.get(word) ?? 0, next: at + 1 };
}

const romanceWhich = words("prochain prochaine dernier derniere passe passee proximo proxima pasado pasada");

/** A date right after the weekday: "Mon 9 Feb", "Monday, 9 February", "Mo 9.2.", "Friday the 13th", "Tue 10". */
function beside(scan: Scan, at: number, weekday: number, needsMonth = false): Span | null {
  const mark = markAt(scan, at);
  const isSetOff = mark === "," || mark === "(" || isDashBetween(scan, at);
  const next = skipArticle(scan, isSetOff ? at + 1 : at);
  const token = scan.tokens[next];
  if (token === undefined || token.kind === "mark" || token.kind === "opaque") return null;
  const dated = numericAt(scan, next, weekday) ?? dateAt(scan, next, weekday);
  if (dated === null) return null;
  // "do the 4th": a weak name needs a month or digits with one.
  if (needsMonth && (dated.dayOfMonth !== undefined || (dated.readings !== undefined && token.suffix !== "")))
    return null;
  if (dated.dayOfMonth !== undefined && token.suffix === "" && (isSetOff || !endsWell(scan, dated.next))) return null;
  if (mark !== "(") return dated;
  return markAt(scan, dated.next) === ")" ? { ...dated, next: dated.next + 1 } : null;
}

function isDashBetween(scan: Scan, at: number): boolean {
  return isDashAt(scan, at) && scan.tokens[at]?.gap === true && scan.tokens[at + 1]?.gap === true;
}

/** After a weekday's name; the point of an abbreviation belongs to it where more follows. */
function afterName(scan: Scan, at: number): number {
  const token = scan.tokens[at];
  const isShort = token !== undefined && token.end - token.start <= 5;
  const hasPoint = isShort && markAt(scan, at + 1) === "." && scan.tokens[at + 1]?.gap === false;
  const isMore =
    scan.tokens[at + 2]?.kind === "number" ||
    scan.tokens[at + 2]?.kind === "numbers" ||
    (scan.tokens[at + 2]?.kind === "word" && scan.tokens[at + 2]?.isCapital === false);
  return hasPoint && isMore ? at + 2 : at + 1;
}

/** "before Friday's call" names a day; "Tuesday's keynote" tells of one, and may be any Tuesday. */
function isPossessiveLed(scan: Scan): boolean {
  return (
    scan.lead !== null &&
    ["by", "before", "after", "at", "for", "in", "on"].includes(scan.lead.kind) &&
    scan.lead.words !== "from"
  );
}

/** After this/next/last: "next Mon" and "this sat" are days, "this sun" and "this wed" are not in lower case. */
function isWeekdayBeside(scan: Scan, at: number, name: Name): boolean {
  if (name.trust === "sure" || name.trust === "short") return true;
  const token = scan.tokens[at]!; // a weekday was found there
  if (name.trust === "risky")
    return (token.isCapital && !isNameNext(scan, at + 1)) || (wordAt(scan, at - 1) === "next" && token.norm !== "sun");
  return token.isCapital && token.norm.length === 2 && scan.language === "de";
}

const strongLeads = words("by until till before on since after from due");

/** Whether a weekday's name alone is a weekday: "sat", "sun", "wed" and "mon" are also other words. */
function isWeekdayAlone(scan: Scan, at: number, name: Name): boolean {
  const token = scan.tokens[at]!; // a weekday was found there
  const next = afterName(scan, at);
  if (token.isPossessive && !isPossessiveLed(scan)) return false;
  // "the first Sunday": of which month, nobody said.
  if (ordinals.has(wordAt(scan, at - 1))) return false;
  if (
    wordAt(scan, next) === "gras" ||
    ["black", "cyber", "super", "giving", "good", "casual"].includes(wordAt(scan, at - 1))
  )
    return false;
  const isBesideDay =
    dayParts.has(wordAt(scan, next)) || isClockAt(scan, next) || ["eod", "cob"].includes(wordAt(scan, next));
  const isListed = isListNext(scan, next);
  if (name.trust === "sure") return true;
  if (name.trust === "number") {
    if (!token.isCapital || token.isUpper || token.norm.length !== 2) return false;
    if (scan.isRange || scan.tokens.length === 1) return true; // a cell that says "Di"
    if (isPointed(scan, at)) return true;
    return (
      isListed ||
      (scan.language === "de" &&
        scan.lead?.language === "de" &&
        !scan.lead.hasArticle &&
        scan.lead.kind !== "in" &&
        endsWell(scan, next))
    );
  }
  if (scan.isRange || isListed || isBesideDay) return true;
  const isLed = scan.lead !== null && !scan.lead.hasArticle && strongLeads.has(scan.lead.words);
  // A cell or list item that holds nothing else.
  if (at === 0 && scan.tokens.every((other, index) => index === 0 || other.kind === "mark")) return true;
  if (name.trust === "short") return token.isCapital || isLed || scan.language !== "fr"; // fr. tue
  if (isLed) return token.isCapital ? !isNameNext(scan, next) : token.norm !== "sun" && endsWell(scan, next);
  if (!token.isCapital) return isDictated(scan, at, next);
  if (token.isUpper || scan.lead?.kind === "article" || scan.lead?.kind === "in") return false;
  if (isNameNext(scan, next) || (token.norm === "mon" && scan.language === "fr")) return false;
  const follower = scan.tokens[next];
  const isClosed =
    follower === undefined ||
    (follower.kind === "mark" && ":),.;-–—/!?".includes(follower.norm) && scan.tokens[next + 1]?.norm !== ">");
  const isOpening = at === 0 || /[.!?:]/.test(scan.tokens[at - 1]?.norm ?? "");
  return isOpening ? isClosed && follower?.norm !== "." : isClosed || endsWell(scan, next);
}

/** German "Di. anrufen", "ruft sie Di. an": the point says that it is short; "Fr. Moser" is a lady and "So." a word. */
function isPointed(scan: Scan, at: number): boolean {
  const { norm } = scan.tokens[at]!; // a weekday was found there
  if (!pointed.has(norm) || markAt(scan, at + 1) !== "." || scan.tokens[at + 1]?.gap !== false) return false;
  if (scan.language === "fr" || scan.language === "es") return false;
  return norm !== "fr" || scan.tokens[at + 2]?.isCapital !== true;
}

const pointed = words("mo di mi do fr sa");

const subjects = words("i we you he she it they who to and just get got be was were then never newly oh ah");

/** "call her wed", all in lower case as it is dictated: at the end of a clause, and not as its verb. */
function isDictated(scan: Scan, at: number, next: number): boolean {
  if (scan.language !== "en" || scan.lead !== null || wordAt(scan, at) === "sun" || subjects.has(wordAt(scan, at - 1)))
    return false;
  const isAbout = ["mon", "wed"].includes(wordAt(scan, at)) && ["re", "about"].includes(wordAt(scan, next));
  const isEnd = isAbout || scan.tokens[next] === undefined || scan.tokens[next]?.kind === "mark";
  return isEnd && at > 1 && wordAt(scan, at - 1) !== "";
}

/** Another weekday joined to it: Fri/Sat, Mon-Wed, Sat & Sun. */
function isListNext(scan: Scan, at: number): boolean {
  const isJoin =
    ["-", "–", "/", "&", "+", ","].includes(markAt(scan, at)) ||
    ["to", "and", "or", "bis", "und", "through", "thru"].includes(wordAt(scan, at));
  const token = scan.tokens[at + 1];
  return isJoin && token?.kind === "word" && token.isCapital && weekdays.has(token.norm);
}
