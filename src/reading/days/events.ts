import { dayAt } from "#domain/model/time.ts";
import type { KnownSession } from "../read.ts";
import { day, endsWell, isDashAt, isVerbNext, type Scan, skipArticle, type Span, wordAt } from "./scan.ts";
import { normal, tokensOf } from "./tokens.ts";
import { numbers, words } from "./words.ts";
import { PlainDay } from "./plain-day.ts";

/** What people call the event they are at. */
const eventNouns = words(
  "conference conf event summit congress expo exhibition offsite convention forum hackathon tradeshow fair kickoff meetup symposium show trip " +
    "konferenz messe veranstaltung tagung kongress salon sommet evenement conferencia feria cumbre evento congreso jornadas",
);

/** Words of an event's name that do not tell it from another. */
const commonNames = words(
  "the of for and in at a conference conf summit day days week world global europe european emea annual partner partners customer community developer developers dev tech " +
    "technology cloud data ai digital forum expo congress meeting event live connect con user group team company sales kickoff offsite retreat festival show microsoft google amazon",
);

interface NamedEvent {
  words: readonly string[];
  startsOn: PlainDay | null;
  endsOn: PlainDay | null;
}

const named = new WeakMap<object, readonly NamedEvent[]>();

/**
 * An event known by name ("Ignite" for Microsoft Ignite), or "the conference", "the show", "the summit" for the one
 * the notes are from: its first and last day, null where they are not known. Null where no event is meant.
 */
export function eventAt(scan: Scan, at: number): Span | null {
  const word = wordAt(scan, at);
  if (word === "") return null;
  const { event } = scan.context;
  if (eventNouns.has(word) || (word === "trade" && wordAt(scan, at + 1) === "show")) {
    const next = word === "trade" ? at + 2 : at + 1;
    if (event === null || !(endsWell(scan, next) || isVerbNext(scan, next))) return null;
    return spanOf(
      {
        words: [],
        startsOn: event.startsOn === null ? null : PlainDay.from(event.startsOn),
        endsOn: event.endsOn === null ? null : PlainDay.from(event.endsOn),
      },
      next,
    );
  }
  if (scan.tokens[at]?.isCapital !== true) return null;
  const found = byName(scan, at);
  if (found === null) return null;
  const next = eventNouns.has(wordAt(scan, found.next)) ? found.next + 1 : found.next;
  // "after Contoso confirms": one word of a name stands for the event only where nothing is said of it.
  if (!found.isWhole && !endsWell(scan, next) && !isVerbNext(scan, next)) return null;
  return spanOf(found.event, next);
}

function spanOf({ startsOn, endsOn }: NamedEvent, next: number): Span {
  const first = startsOn ?? endsOn;
  if (first === null || endsOn === null)
    return { first: startsOn, last: null, unit: endsOn === null ? "time" : "day", next };
  return { first, last: endsOn.equals(first) ? null : endsOn, unit: "day", next };
}

/** The event whose name shares the longest run of words with the tokens; of two with the same, the next to end. */
function byName(scan: Scan, at: number): { event: NamedEvent; next: number; isWhole: boolean } | null {
  let best: { event: NamedEvent; next: number; isWhole: boolean; length: number } | null = null;
  for (const event of eventsOf(scan)) {
    const length = sharedRun(scan, at, event.words);
    if (length === 0) continue;
    const isBetter =
      best === null || length > best.length || (length === best.length && isSooner(scan.today, event, best.event));
    if (isBetter) best = { event, length, isWhole: length === event.words.length, next: at + length };
  }
  return best;
}

function isSooner(today: PlainDay, one: NamedEvent, other: NamedEvent): boolean {
  const left = one.endsOn === null ? Number.POSITIVE_INFINITY : daysTo(today, one.endsOn);
  const right = other.endsOn === null ? Number.POSITIVE_INFINITY : daysTo(today, other.endsOn);
  return left < right;
}

/** Days ahead; an event that lies behind comes after every one to come. */
function daysTo(today: PlainDay, ends: PlainDay): number {
  const days = today.daysUntil(ends);
  return days >= -60 ? Math.abs(days) : 100_000 - days;
}

function sharedRun(scan: Scan, at: number, name: readonly string[]): number {
  let longest = 0;
  for (let from = 0; from < name.length; from += 1) {
    let length = 0;
    let isTelling = false;
    while (from + length < name.length && scan.tokens[at + length]?.norm === name[from + length]) {
      if (!commonNames.has(name[from + length]!) && !/^\d+$/.test(name[from + length]!)) isTelling = true; // from + length is inside
      length += 1;
    }
    if ((isTelling || length > 1 || length === name.length) && length > longest) longest = length;
  }
  return longest;
}

function eventsOf(scan: Scan): readonly NamedEvent[] {
  const { event, events } = scan.context;
  let others = named.get(events);
  if (others === undefined) {
    others = events.map(({ name, endsOn }) => ({
      words: nameWords(name),
      startsOn: null,
      endsOn: endsOn === null ? null : PlainDay.from(endsOn),
    }));
    named.set(events, others);
  }
  if (event === null) return others;
  return [
    {
      words: nameWords(event.name),
      startsOn: event.startsOn === null ? null : PlainDay.from(event.startsOn),
      endsOn: event.endsOn === null ? null : PlainDay.from(event.endsOn),
    },
    ...others,
  ];
}

function nameWords(name: string): string[] {
  return tokensOf(name)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.norm || normal(name.slice(token.start, token.end)));
}

/** Nouns after "day 2" that make it a phase of running software. */
const phaseNouns = words(
  "operations operation ops problem problems concern concerns support management readiness task tasks of-the product retention",
);

/**
 * "day 2", "Day two", "Tag 2", "jour 2": that day of the event; also "the last day of the conference". Null where the
 * event's first day is not known or the event is shorter.
 */
export function eventDayAt(scan: Scan, at: number): Span | null {
  const { event } = scan.context;
  if (event === null || event.startsOn === null) return null;
  const first = PlainDay.from(event.startsOn);
  const last = event.endsOn === null ? null : PlainDay.from(event.endsOn);
  const word = wordAt(scan, at);
  if (["day", "tag", "jour", "dia"].includes(word)) {
    const token = scan.tokens[at + 1];
    const spelled = token?.kind === "word" ? numbers.get(token.norm) : undefined;
    const number = token?.kind === "number" && token.suffix === "" && token.gap ? token.values[0] : spelled;
    if (number === undefined || number < 1 || token?.norm === "a" || token?.norm === "an") return null;
    if (
      number === 1 &&
      spelled !== undefined &&
      !scan.isHeading &&
      !["on", "before", "after", "by"].includes(scan.lead?.words ?? "")
    )
      return null;
    if (["from", "since"].includes(scan.lead?.words ?? "")) return null; // "from day one" is a saying
    const next = at + 2;
    if (phaseNouns.has(wordAt(scan, next)) || isDashAt(scan, at + 1)) return null;
    const of = wordAt(scan, next) === "of" ? eventAt(scan, skipArticle(scan, next + 1)) : null;
    if (wordAt(scan, next) === "of" && of === null) return null;
    const date = first.add({ days: number - 1 });
    if (number > 31 || (last !== null && PlainDay.compare(date, last) > 0)) return null;
    return day(date, of?.next ?? next);
  }
  const which = ["last", "final", "letzten", "dernier", "ultimo"].includes(word)
    ? -1
    : ["first", "ersten", "premier", "primer"].includes(word)
      ? 1
      : ["second", "zweiten", "deuxieme", "segundo"].includes(word)
        ? 2
        : ["third", "dritten", "troisieme", "tercer"].includes(word)
          ? 3
          : 0;
  if (which === 0 || !["day", "tag", "jour", "dia"].includes(wordAt(scan, at + 1))) return null;
  if (!["of", "der", "des", "de", "du", "del"].includes(wordAt(scan, at + 2))) {
    // "lunch on the second day", "am zweiten Tag": of the event; the first and last day may be anything's.
    const isLed = scan.lead?.kind === "on" && (scan.lead.hasArticle || scan.lead.language === "de");
    const isRomance = scan.lead?.kind === "article" && ["jour", "dia"].includes(wordAt(scan, at + 1));
    const date = first.add({ days: which - 1 });
    const isThere = which > 1 && (last === null || PlainDay.compare(date, last) <= 0);
    return isThere && (isLed || isRomance) && endsWell(scan, at + 2) ? day(date, at + 2) : null;
  }
  const of = eventAt(scan, skipArticle(scan, at + 3));
  if (of === null || of.first === null) return null;
  const date = which === -1 ? (of.last ?? of.first) : of.first.add({ days: which - 1 });
  return day(date, of.next);
}

/** "the end of the conference": its last day. */
export function eventEndAt(scan: Scan, at: number): Span | null {
  const word = wordAt(scan, at);
  if (!["end", "close", "ende", "fin"].includes(word)) return null;
  const of = ["of", "der", "des", "de", "du", "del"].includes(wordAt(scan, at + 1)) ? skipArticle(scan, at + 2) : -1;
  const event = of === -1 ? null : eventAt(scan, of);
  if (event === null || event.unit === "time") return event;
  return { ...day(event.last ?? event.first!, event.next), isEnd: true }; // only `time` has no first day
}

const sessionNouns = words(
  "talk keynote session workshop panel demo presentation tutorial slot breakout masterclass roundtable bof vortrag atelier taller charla ponencia sesion conference",
);
/** A session noun that is often the title itself. */
const tellingNouns = words("keynote workshop panel tutorial masterclass roundtable");

interface IndexedSession {
  title: ReadonlySet<string>;
  speakers: readonly string[][];
  day: string | null;
}

const indexed = new WeakMap<object, IndexedSession[]>();

/**
 * "Ana's talk", "the opening keynote", "the Fabric workshop": the day of that session, where the programme leaves
 * exactly one day it can be. Read only after a word such as "after" or "before".
 */
export function sessionAt(scan: Scan, at: number): Span | null {
  if (scan.context.sessions.length === 0) return null;
  // The noun within the next seven words; what stands before it tells which session.
  let noun = at;
  while (noun < at + 7 && !sessionNouns.has(wordAt(scan, noun))) {
    const token = scan.tokens[noun];
    if (token === undefined || (token.kind !== "word" && token.kind !== "number" && token.norm !== "-")) return null;
    noun += 1;
  }
  if (noun === at + 7) return null;
  const said = scan.tokens.slice(at, noun + 1).filter((token) => token.kind === "word");
  const owner = said.findIndex((token) => token.isPossessive);
  const speaker = owner === -1 ? [] : said.slice(0, owner + 1).map((token) => token.norm);
  const rest = said.slice(owner + 1).map((token) => token.norm);
  const telling = rest.filter((word) => !smallWords.has(word) && (!sessionNouns.has(word) || tellingNouns.has(word)));
  if (speaker.length === 0 && telling.length === 0) return null;
  const fits = (session: IndexedSession) =>
    (speaker.length === 0 || session.speakers.some((name) => speaker.every((word) => name.includes(word)))) &&
    (speaker.length > 0
      ? telling.every((word) => session.title.has(word) || tellingNouns.has(word))
      : telling.every((word) => session.title.has(word)));
  const days = new Set(
    sessionsOf(scan)
      .filter(fits)
      .map((session) => session.day),
  );
  const only = [...days][0];
  if (days.size !== 1 || only === null || only === undefined) return null;
  return { ...day(PlainDay.from(only), noun + 1), isSettled: true };
}

const smallWords = words(
  "the a an his her their our this that opening closing short long great big main next lightning",
);

function sessionsOf(scan: Scan): IndexedSession[] {
  const { sessions, timeZone } = scan.context;
  let known = indexed.get(sessions);
  if (known === undefined) {
    known = sessions.map((session: KnownSession) => ({
      title: new Set([...nameWords(session.title), ...nameWords(session.track ?? "")]),
      speakers: session.speakers.map((speaker) => nameWords(speaker.name)),
      day: session.startsAt === null ? null : dayAt(session.startsAt, timeZone),
    }));
    indexed.set(sessions, known);
  }
  return known;
}
