import type { Problems } from "../file.ts";
import { type ContentLine, textOf, textsOf } from "./content-line.ts";
import { type CalendarPart, readCalendarParts } from "./icalendar-parts.ts";
import { type Moment, minutesOf, momentOf } from "./moment.ts";
import { occurrencesOf } from "./recurrence.ts";
import { emptyDraft, emptyTalk, type ProgrammeDraft, type Talk, type TalkSpeaker, Talks } from "./talk.ts";
import { type CalendarZone, calendarZone, localTime } from "./vtimezone.ts";
import { zoneNamed } from "./zone.ts";

/**
 * Reads an iCalendar file (RFC 5545): each VEVENT is a session, a whole-day one from midnight to midnight. Times in
 * UTC, in a named zone, in one the file defines, or floating, which are the programme's own. Daily and weekly
 * repetitions that end are written out. One bad line loses that line, one bad event that event.
 */
export function readICalendar(text: string, problems: Problems): ProgrammeDraft {
  const calendar = readCalendarParts(text, problems);
  const talks = new Talks(problems);
  const reader = new EventReader(zonesOf(calendar.zones), problems);
  const moved = reader.movedOccurrences(calendar.events);
  const isStarred = /\bfaved\b/i.test(calendar.head.value("PRODID") ?? "");
  const areSpeakers = describesSpeakers(calendar.events);
  for (const event of calendar.events) {
    // Not even looked at: each of thousands might repeat hundreds of times.
    if (talks.isFull) {
      talks.pass(event.line);
      continue;
    }
    for (const talk of reader.talksOf(event, moved)) {
      const isNamed = areSpeakers && talk.speakers.length === 0;
      talks.add({ ...talk, speakers: isNamed ? speakersNamed(talk.abstract ?? "") : talk.speakers, isStarred });
    }
  }
  const head = (name: string): string | null => {
    const value = calendar.head.value(name);
    return value === null ? null : textOf(value);
  };
  return {
    ...emptyDraft(),
    name: head("X-WR-CALNAME") ?? head("NAME"),
    timeZoneName: head("X-WR-TIMEZONE") ?? head("TIMEZONE-ID") ?? reader.mostUsedZone(),
    url: head("URL"),
    talks: talks.done(),
  };
}

/** Definitions of zones kept from one file. */
const zonesMax = 500;

function zonesOf(parts: readonly CalendarPart[]): ReadonlyMap<string, CalendarZone> {
  const zones = new Map<string, CalendarZone>();
  for (const part of parts.slice(0, zonesMax)) {
    const id = part.value("TZID");
    if (id !== null && !zones.has(id)) zones.set(id, calendarZone(part));
  }
  return zones;
}

/** Dates listed in one event (RDATE, EXDATE); a year of days is honest, thousands are not. */
const datesMax = 1000;

/** A property's time: when, whether it is a whole day, and how far from UTC its wall clock stood. */
interface EventTime {
  moment: Moment;
  /** The wall-clock time as written. */
  local: Temporal.PlainDateTime;
  isDay: boolean;
  offsetSeconds: number;
  /** Another wall-clock time by the same clock. */
  again(local: Temporal.PlainDateTime): Moment | null;
}

class EventReader {
  readonly #zones: ReadonlyMap<string, CalendarZone>;
  readonly #problems: Problems;
  readonly #uses = new Map<string, number>();
  /** Clocks by the name of their zone, which thousands of events share. */
  readonly #clocks = new Map<string, { clock: Clock; zone: string | null }>();

  constructor(zones: ReadonlyMap<string, CalendarZone>, problems: Problems) {
    this.#zones = zones;
    this.#problems = problems;
  }

  /** Events that replace one occurrence of a repeated event: which starts of which UID they take away. */
  movedOccurrences(events: readonly CalendarPart[]): ReadonlyMap<string, ReadonlySet<string>> {
    const moved = new Map<string, Set<string>>();
    for (const event of events) {
      const uid = event.value("UID");
      const property = event.property("RECURRENCE-ID");
      const time = property === null ? null : this.#timeOf(property);
      if (uid === null || time === null) continue;
      moved.set(uid, (moved.get(uid) ?? new Set()).add(keyOf(time.moment)));
    }
    return moved;
  }

  talksOf(event: CalendarPart, moved: ReadonlyMap<string, ReadonlySet<string>>): Talk[] {
    const uid = event.value("UID");
    const title = event.value("SUMMARY");
    if (event.value("STATUS")?.toUpperCase() === "CANCELLED") {
      this.#problems.add(`“${textOf(title ?? "").slice(0, 80)}” was cancelled`, { line: event.line });
      return [];
    }
    const starts = this.#stated(event, "DTSTART");
    const ends = this.#stated(event, "DTEND");
    const talk: Talk = {
      ...wordsOf(event),
      guid: uid,
      starts: starts?.moment ?? null,
      ends: ends?.moment ?? (event.value("DURATION") === null ? wholeDay(starts) : null),
      minutes: minutesOf(event.value("DURATION") ?? ""),
    };
    const again = event.property("RECURRENCE-ID");
    if (again !== null) return [{ ...talk, guid: uid === null ? null : `${uid}/${again.value}` }];
    const isRepeated = event.value("RRULE") !== null || event.value("RDATE") !== null;
    return starts === null || title === null || !isRepeated
      ? [talk]
      : this.#repeated(event, talk, starts, moved.get(uid ?? ""));
  }

  /** The IANA zone that most of the times name; null where all are in UTC or floating. */
  mostUsedZone(): string | null {
    let best: string | null = null;
    for (const [zone, uses] of this.#uses) if (best === null || uses > (this.#uses.get(best) ?? 0)) best = zone;
    return best;
  }

  #repeated(event: CalendarPart, talk: Talk, starts: EventTime, moved: ReadonlySet<string> | undefined): Talk[] {
    const rule = event.value("RRULE");
    const found = rule === null ? null : occurrencesOf(starts.local, rule, starts.offsetSeconds);
    if (found !== null && !found.isComplete) {
      this.#problems.add(`“${(talk.title ?? "").slice(0, 80)}” repeats in a way that is not followed to its end`, {
        line: event.line,
        kept: found.starts.length === 1 ? "its first time" : `its first ${found.starts.length} times`,
      });
    }
    const moments = (found?.starts ?? [starts.local]).map((local) => starts.again(local));
    const extra = this.#list(event, "RDATE").map((time) => time.moment);
    const without = new Set([...this.#list(event, "EXDATE").map((time) => keyOf(time.moment)), ...(moved ?? [])]);
    const seen = new Set<string>();
    const talks: Talk[] = [];
    for (const moment of [...moments, ...extra]) {
      if (moment === null || seen.has(keyOf(moment)) || without.has(keyOf(moment))) continue;
      seen.add(keyOf(moment));
      talks.push({
        ...talk,
        guid: talk.guid === null ? null : `${talk.guid}/${keyOf(moment)}`,
        starts: moment,
        ends: shifted(talk, moment),
      });
    }
    return talks;
  }

  /** All times of a list property (RDATE, EXDATE); of a period its start. Bad ones are left out with a problem. */
  #list(event: CalendarPart, name: string): EventTime[] {
    const times: EventTime[] = [];
    let left = datesMax;
    for (const property of event.properties) {
      if (property.name !== name) continue;
      for (const value of property.value.split(",", datesMax)) {
        if (value.trim() === "") continue;
        left -= 1;
        if (left === 0)
          this.#problems.add(`More than ${datesMax} ${name} stand in one event`, {
            line: property.line,
            kept: "the first of them",
          });
        if (left <= 0) break;
        const time = this.#timeOf({ ...property, value: value.split("/", 1)[0] ?? "" });
        if (time === null) this.#sayNoTime(property, value);
        else times.push(time);
      }
    }
    return times;
  }

  #stated(event: CalendarPart, name: string): EventTime | null {
    const property = event.property(name);
    if (property === null) return null;
    const time = this.#timeOf(property);
    if (time === null) this.#sayNoTime(property, property.value);
    return time;
  }

  #sayNoTime(property: ContentLine, value: string): void {
    this.#problems.add(`${property.name} has a time that is none: “${value.slice(0, 60)}”`, {
      line: property.line,
      kept: "the session, without it",
    });
  }

  #timeOf(property: ContentLine): EventTime | null {
    // `TZID=(UTC-03:00) Brasília` without quotation marks: the colon of the name has split the value.
    const named = property.parameters.get("TZID") ?? null;
    const split = named === null ? null : /^(.{1,80}):(\d{8}(?:T\d{4,6}Z?)?)$/i.exec(property.value);
    const value = split?.[2] ?? property.value;
    const tzid = split === null ? named : `${named}:${split[1]}`;
    const local = localTime(value);
    if (local === null || local.year < 1900 || local.year > 2200) return isoTime(value);
    const isDay = !/T/i.test(value);
    const clock = isDay ? floating : /Z$/i.test(value) ? utc : tzid === null ? floating : this.#clockOf(tzid, property);
    const moment = clock(local);
    if (moment === null) return null;
    return { moment, local, isDay, offsetSeconds: offsetOf(moment, local), again: clock };
  }

  /** A clock by its zone's name: an IANA zone, else the file's own definition, else a Windows name; else floating. */
  #clockOf(tzid: string, property: ContentLine): Clock {
    const found = this.#clocks.get(tzid) ?? this.#newClock(tzid, property);
    this.#clocks.set(tzid, found);
    if (found.zone !== null) this.#uses.set(found.zone, (this.#uses.get(found.zone) ?? 0) + 1);
    return found.clock;
  }

  #newClock(tzid: string, property: ContentLine): { clock: Clock; zone: string | null } {
    const own = this.#zones.get(tzid);
    const named = zoneNamed(own?.place ?? tzid) ?? zoneNamed(tzid);
    const isPlainName = named !== null && (own === undefined || zoneNamed(tzid)?.toLowerCase() === tzid.toLowerCase());
    if (!isPlainName && own !== undefined) {
      const clock: Clock = (local) => {
        const at = own.instantOf(local);
        return at === null ? inZone(local, named) : { kind: "instant", at, offset: null };
      };
      return { clock, zone: named };
    }
    if (named === null) {
      this.#problems.add(`The time zone “${tzid.slice(0, 60)}” is not known and not defined in the file`, {
        line: property.line,
        kept: "its times, read in the programme's zone",
      });
    }
    return { clock: (local) => inZone(local, named), zone: named };
  }
}

type Clock = (local: Temporal.PlainDateTime) => Moment | null;

function floating(local: Temporal.PlainDateTime): Moment {
  return { kind: "local", at: local };
}

function utc(local: Temporal.PlainDateTime): Moment {
  return { kind: "instant", at: local.toZonedDateTime("UTC").toInstant(), offset: null };
}

function inZone(local: Temporal.PlainDateTime, zone: string | null): Moment {
  return zone === null
    ? floating(local)
    : { kind: "instant", at: local.toZonedDateTime(zone).toInstant(), offset: null };
}

/** ISO 8601 with hyphens, as careless exporters write it. */
function isoTime(value: string): EventTime | null {
  const moment = momentOf(value);
  if (moment === null) return null;
  const local = moment.kind === "local" ? moment.at : moment.at.toZonedDateTimeISO("UTC").toPlainDateTime();
  return { moment, local, isDay: false, offsetSeconds: 0, again: moment.kind === "local" ? floating : utc };
}

function offsetOf(moment: Moment, local: Temporal.PlainDateTime): number {
  if (moment.kind === "local") return 0;
  return (local.toZonedDateTime("UTC").epochMilliseconds - moment.at.epochMilliseconds) / 1000;
}

function wholeDay(starts: EventTime | null): Moment | null {
  return starts?.isDay === true ? floating(starts.local.add({ days: 1 })) : null;
}

/** The end of another occurrence: as long after its start as the first one's. */
function shifted(talk: Talk, start: Moment): Moment | null {
  const { starts, ends } = talk;
  if (starts?.kind === "instant" && ends?.kind === "instant" && start.kind === "instant") {
    return { kind: "instant", at: start.at.add(starts.at.until(ends.at)), offset: null };
  }
  if (starts?.kind === "local" && ends?.kind === "local" && start.kind === "local") {
    return floating(start.at.add(starts.at.until(ends.at)));
  }
  return null;
}

function keyOf(moment: Moment): string {
  return moment.at.toString();
}

function wordsOf(event: CalendarPart): Talk {
  const text = (name: string): string | null => {
    const value = event.value(name);
    return value === null ? null : textOf(value);
  };
  const description = text("DESCRIPTION");
  const categories = event.values("CATEGORIES").flatMap(textsOf);
  return {
    ...emptyTalk(event.line),
    title: text("SUMMARY"),
    room: text("LOCATION"),
    track: categories[0] ?? null,
    language: event.property("SUMMARY")?.parameters.get("LANGUAGE") ?? null,
    speakers: speakersOf(event, description),
    abstract: description,
    url: text("URL"),
  };
}

/**
 * Speakers: attendees that frab's and FOSDEM's calendars write without an address (`invalid:nomail`), people whose
 * role says so, and the names under a line "Speakers:" of the description. Guests of a private calendar are none.
 */
function speakersOf(event: CalendarPart, description: string | null): TalkSpeaker[] {
  const speakers: TalkSpeaker[] = [];
  for (const property of event.properties) {
    const isListed = property.name === "ATTENDEE" && /^invalid:/i.test(property.value);
    const name = property.parameters.get("CN");
    if (isListed && name !== undefined) speakers.push({ name, organization: null });
  }
  return speakers.length > 0 ? speakers : speakersUnder(description ?? "");
}

function speakersUnder(description: string): TalkSpeaker[] {
  const lines = description.split("\n");
  const at = lines.findIndex((line) => /^\s?(?:Speakers?|Presenters?|Speaker\(s\))\s?:/i.test(line));
  if (at === -1) return [];
  const beside = (lines[at] ?? "").replace(/^[^:]*:/, "");
  const names =
    beside.trim() === "" ? lines.slice(at + 1, at + 21).filter(isName) : beside.split(/[,;]/).filter(isName);
  return names.map((name) => ({ name: name.trim(), organization: null }));
}

/** A line that is a name and no sentence, markup or address. */
function isName(line: string): boolean {
  const words = line.trim();
  return /^\p{L}[^<>:/@!?]{1,60}$/u.test(words) && !words.endsWith(".") && words.split(/\s+/).length <= 6;
}

/** How many events are looked at for what a calendar's descriptions hold. */
const describedMax = 200;

/** Calendars typed by hand put nothing but the speakers into the description: more than half of those that have one. */
function describesSpeakers(events: readonly CalendarPart[]): boolean {
  let described = 0;
  let named = 0;
  for (const event of events.slice(0, describedMax)) {
    const value = event.value("DESCRIPTION");
    if (value === null) continue;
    described += 1;
    if (value.length <= 300 && speakersNamed(textOf(value)).length > 0) named += 1;
  }
  return named * 2 > described;
}

/** A description that is people's names with commas between, whole and alone: "Ana Ruiz, Dr. Bo van Obi". */
function speakersNamed(description: string): TalkSpeaker[] {
  if (description.length > 300) return [];
  const names = description.split(/[,;\n]|\s&\s|\s(?:and|und|et|y)\s/).map((name) => name.trim());
  const isWhole = names.every((name) => fullName.test(name) && !notNames.test(name));
  return isWhole ? names.map((name) => ({ name, organization: null })) : [];
}

const fullName =
  /^(?:\p{Lu}[\p{L}.'’-]{0,30}\s|(?:de|da|di|do|del|della|van|von|der|den|ter|la|le|bin|al)\s){1,4}\p{Lu}[\p{L}'’-]{1,30}$/u;

/** Capitals of a programme that are nobody: "Coffee Break", "Main Hall". */
const notNames =
  /\b(?:break|lunch|dinner|breakfast|coffee|tea|drinks|reception|registration|opening|closing|welcome|keynote|plenary|panel|session|workshop|tutorial|talk|track|hall|room|stage|party|networking|meeting|day|tour|pause|mittag\w*|kaffee\w*|empfang|eröffnung|abschluss|déjeuner|café|accueil|clôture|ouverture|comida|almuerzo|apertura|clausura|registro)\b/iu;
