import { holidayAt } from "./anchors.ts";
import { isBefore, workingDayAfter } from "./calendar.ts";
import { clockEnd, isClockAt } from "./clock.ts";
import { dateAt } from "./dates.ts";
import { dayWordAt } from "./day-words.ts";
import { durationAt } from "./durations.ts";
import { eventAt, eventDayAt, eventEndAt, sessionAt } from "./events.ts";
import { type LeadFound, leadsAt, leadStarts } from "./leads.ts";
import { between, fromNow, rangeFrom } from "./ranges.ts";
import { canStart } from "./starts.ts";
import { trailing } from "./trailing.ts";
import { numericAt } from "./numeric.ts";
import { periodAt } from "./periods.ts";
import { type LeadKind, markAt, type Scan, type ScanContext, scanOf, skipArticle, type Span, wordAt } from "./scan.ts";
import { vagueAt } from "./vague.ts";
import { weekdayAt } from "./weekdays.ts";
import { countedAt } from "./weeks.ts";
import { dayParts, months, numbers, repeats, units, weekdays } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

/** Days found at a place of the text; `readings` are the days that would fit where several do. */
export interface Phrase {
  start: number;
  end: number;
  first: PlainDay | null;
  last: PlainDay | null;
  sense: "by" | "on" | "after" | "from" | "past";
  unit: Span["unit"];
  readings: readonly PlainDay[];
}

/** The most days read from one text; a passage with more is no note, and the rest of it is left. */
const daysMax = 1000;

/** Every day that a text names, in order, never overlapping. One pass: each token is looked at a bounded number of times. */
export function phrasesIn(text: string, context: ScanContext, isHeading = false): Phrase[] {
  const scan = scanOf(text, context, isHeading, core);
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < scan.tokens.length && phrases.length < daysMax) {
    const found = phraseAt(scan, at);
    if (found === null) {
      at = pastRepeat(scan, at) ?? at + 1;
      continue;
    }
    const start = scan.tokens[at]!.start; // at < length
    const end = scan.tokens[found.span.next - 1]!.end; // a span has at least one token
    const phrase = meant(scan, found.lead, found.span, start, end);
    phrases.push(phrase);
    if (phrase.first !== null) scan.previous = phrase.last ?? phrase.first;
    at = found.span.next;
  }
  return phrases;
}

interface Found {
  lead: LeadFound | null;
  span: Span;
}

function phraseAt(scan: Scan, at: number): Found | null {
  const token = scan.tokens[at]!; // at < length, by the caller
  if (token.kind === "mark" || token.kind === "opaque") return null;
  if (token.kind === "word") {
    const isStart = canStart(token);
    if (!isStart && !leadStarts.has(token.norm)) return null;
    for (const lead of leadsAt(scan, at)) {
      const span = led(scan, lead);
      if (span !== null) return { lead, span };
    }
    if (!isStart) return null;
  }
  scan.lead = null;
  const span = core(scan, at);
  return span === null ? null : { lead: null, span: extended(scan, span) };
}

/** What follows a lead. */
function led(scan: Scan, lead: LeadFound): Span | null {
  scan.lead = lead.isBack ? { ...lead, kind: "since" } : lead;
  const isBeside = lead.kind === "after" || lead.kind === "before";
  if (isBeside) {
    const event = eventAt(scan, lead.next);
    if (event !== null) return beside(scan, lead, event);
    const session = sessionAt(scan, lead.next);
    if (session !== null) return session;
  }
  if (lead.words === "post") return null;
  let at = lead.next;
  // "by 5pm on Friday", "at 10:30 tomorrow": the time of day stands first.
  if (isClockAt(scan, at)) {
    const end = clockEnd(scan, at);
    const to =
      ["on", "am", "le", "el"].includes(wordAt(scan, end)) || markAt(scan, end) === ","
        ? skipArticle(scan, end + 1)
        : end;
    const span = core(scan, to);
    return span !== null && span.unit === "day" && span.first !== null ? extended(scan, span) : null;
  }
  // "on the morning of the 9th", "by noon on Friday", "in the evening of Feb 9"
  if (dayParts.has(wordAt(scan, at)) && ["of", "on"].includes(wordAt(scan, at + 1))) at = skipArticle(scan, at + 2);
  else if (
    dayParts.has(wordAt(scan, at)) &&
    wordAt(scan, at) !== "morgen" &&
    weekdays.get(wordAt(scan, at + 1))?.trust === "sure"
  )
    at += 1;
  const range = lead.kind === "between" ? between(scan, at) : lead.kind === "from" ? fromNow(scan, at) : null;
  if (range !== null || lead.kind === "between") return range === null ? null : trailing(scan, range);
  const span = core(scan, at);
  if (span === null || (lead.needsDay && span.unit !== "day")) return null;
  return extended(scan, span);
}

/** After or before an event: the first working day after its end, the day before its start. */
function beside(scan: Scan, lead: LeadFound, event: Span): Span {
  if (lead.kind === "after") {
    const end = event.unit === "time" ? null : (event.last ?? event.first);
    return { ...event, first: end, last: null, unit: end === null ? "time" : "day" };
  }
  const isKnown = event.unit !== "time" && event.first !== null && event.last !== null;
  const isOneDay =
    scan.context.event !== null &&
    event.first !== null &&
    event.last === null &&
    scan.context.event.startsOn === event.first.toString();
  return isKnown || isOneDay
    ? { ...event, last: null, unit: "day" }
    : { ...event, first: null, last: null, unit: "time" };
}

/** A day, days or a time at a token, without what stands before it. */
function core(scan: Scan, at: number): Span | null {
  const token = scan.tokens[at];
  if (token === undefined || token.kind === "mark" || token.kind === "opaque" || scan.depth > depthMax) return null;
  if (token.kind === "word") {
    if (!canStart(token)) return null;
    // "a", "one", "two": an amount, or the beginning of "twenty-first of May".
    if (numbers.has(token.norm) && !months.has(token.norm)) return durationAt(scan, at) ?? dateAt(scan, at);
    return (
      vagueAt(scan, at) ??
      dayWordAt(scan, at) ??
      eventDayAt(scan, at) ??
      eventEndAt(scan, at) ??
      durationAt(scan, at) ??
      holidayAt(scan, at) ??
      countedAt(scan, at) ??
      weekdayAt(scan, at) ??
      dateAt(scan, at) ??
      periodAt(scan, at)
    );
  }
  return numericAt(scan, at) ?? durationAt(scan, at) ?? countedAt(scan, at) ?? dateAt(scan, at) ?? periodAt(scan, at);
}

/** How deep one day may hang on another: "two days before the Monday after the 9th" is two. */
const depthMax = 2;

/** A span with what belongs to it behind: a range's other end, the time of day, "at the latest". */
function extended(scan: Scan, span: Span): Span {
  let whole = trailing(scan, span);
  const range = rangeFrom(scan, whole);
  if (range !== null) whole = trailing(scan, range);
  return whole;
}

/** "every Tuesday", "each month", "alle zwei Wochen": a repeat is no single day and is left out whole. */
function pastRepeat(scan: Scan, at: number): number | null {
  if (!repeats.has(wordAt(scan, at))) return null;
  const second = wordAt(scan, at + 1);
  const isCounted =
    scan.tokens[at + 1]?.kind === "number" ||
    numbers.has(second) ||
    ["other", "second", "few", "single", "les", "los", "las"].includes(second);
  let next = isCounted ? at + 2 : at + 1;
  if (!weekdays.has(wordAt(scan, next)) && !units.has(wordAt(scan, next))) return null;
  next += 1;
  while (["and", "or", "&", "/", ","].includes(scan.tokens[next]?.norm ?? "") && weekdays.has(wordAt(scan, next + 1)))
    next += 2;
  return next;
}

/** What the words mean together: the lead applied to the days (RD5). */
function meant(scan: Scan, lead: LeadFound | null, span: Span, start: number, end: number): Phrase {
  const { workingDays } = scan.context;
  const kind = lead?.kind ?? null;
  let { first, last } = span;
  let sense = senseOf(kind, span);
  if (first !== null && span.isSettled !== true) {
    if (kind === "before" && span.isEnd !== true) {
      first = first.subtract({ days: 1 });
      last = null;
    } else if (kind === "after") {
      first = workingDayAfter(last ?? first, 1, workingDays);
      last = null;
    } else if (sense === "from" || (kind === "since" && !isPlaced(lead))) last = null;
  }
  // A working week of one day is no range.
  if (first !== null && last !== null && !isBefore(first, last)) last = null;
  const final = last ?? first;
  if (final !== null && isBefore(final, scan.today)) sense = "past";
  if (lead !== null && lead.isBack) sense = "past";
  return { start, end, first, last, sense, unit: span.unit, readings: span.readings ?? [] };
}

function senseOf(kind: LeadKind | null, span: Span): Phrase["sense"] {
  if (kind === "by" || kind === "before" || kind === "within" || span.isDeadline === true) return "by";
  if (span.isEnd === true && (kind === null || kind === "article")) return "by";
  if (kind === "after") return span.isSettled === true ? "on" : "after";
  // "from Monday to Wednesday" are days like any; "from March" has no end.
  const isOpen =
    span.isFrom === true || (kind === "from" && span.isRange !== true && !(span.unit === "day" && span.last !== null));
  return isOpen ? "from" : "on";
}

/** "Back in March" is the whole month; "since March" has only its first day. */
function isPlaced(lead: LeadFound | null): boolean {
  return lead !== null && /^(?:back|earlier)/.test(lead.words);
}
