import { sayCount } from "#domain/model/say.ts";
import type { ProgrammeSession } from "#domain/model/session.ts";
import { dayOf, type Day, type Instant, instantOf, type TimeZone } from "#domain/model/time.ts";
import type { Problems } from "../file.ts";
import { dayFrom, type Moment, momentOf } from "./moment.ts";
import type { ProgrammeDraft, Talk } from "./talk.ts";
import { lineOf, proseOf } from "./words.ts";
import { zoneNamed } from "./zone.ts";

/** What a programme says of its event; null where it does not say. */
export interface ProgrammeEvent {
  name: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  timeZone: TimeZone | null;
  place: string | null;
  url: string | null;
}

/**
 * A draft with its times resolved: in the zone the file names, else by the offsets of its dates, else in `given`.
 * Where none of these is there, wall-clock times stay null and a problem says so; no time is invented. Words are
 * cleaned and cut to what a session may hold. A talk without a title is a problem.
 */
export function resolve(
  draft: ProgrammeDraft,
  given: TimeZone | null,
  problems: Problems,
): { event: ProgrammeEvent; sessions: ProgrammeSession[] } {
  const named = draft.timeZoneName === null ? null : zoneNamed(draft.timeZoneName);
  if (draft.timeZoneName !== null && named === null) {
    problems.add(`The time zone “${draft.timeZoneName.slice(0, 60)}” is not known`, { kept: "everything else" });
  }
  const byOffsets = named === null ? offsetZone(draft.talks, given) : null;
  const zone = named ?? byOffsets ?? given;
  const sessions = sessionsOf(draft, zone, problems);
  return { event: eventOf(draft, zone), sessions };
}

/** The zone the offsets of the dates show: the given one where it agrees with them all, else their one offset. */
function offsetZone(talks: readonly Talk[], given: TimeZone | null): TimeZone | null {
  const offsets = new Set<string>();
  let isGivenRight = given !== null;
  for (const { starts } of talks) {
    if (starts?.kind !== "instant" || starts.offset === null) continue;
    offsets.add(starts.offset);
    if (given !== null && starts.at.toZonedDateTimeISO(given).offset !== starts.offset) isGivenRight = false;
  }
  if (offsets.size === 0) return null;
  if (isGivenRight) return given;
  const [only] = offsets;
  // Two offsets are a clock change or two places: no fixed offset stands for both.
  return offsets.size === 1 && only !== undefined ? zoneNamed(only) : given;
}

function sessionsOf(draft: ProgrammeDraft, zone: TimeZone | null, problems: Problems): ProgrammeSession[] {
  const sessions: ProgrammeSession[] = [];
  const guids = new Map<string, Set<string>>();
  let zoneless = 0;
  let firstZoneless: Talk | null = null;
  for (const talk of draft.talks) {
    const session = sessionOf(talk, draft.url, zone, problems);
    if (session === null) continue;
    if (talk.starts?.kind === "local" && zone === null) {
      zoneless += 1;
      firstZoneless ??= talk;
    }
    if (session.guid !== null && isRepeated(session, guids)) continue;
    sessions.push(session);
  }
  if (zoneless > 0) {
    problems.add("The file gives times without a time zone, and none was given with it", {
      ...(firstZoneless === null || firstZoneless.line === null ? {} : { line: firstZoneless.line }),
      kept: `${sayCount(zoneless, "session")}, without ${zoneless === 1 ? "its time" : "their times"}`,
    });
  }
  return sessions;
}

/**
 * True for the very same session again (a plenary listed under each room). The same key at another time is another
 * slot of one talk: it is kept, without the key, because a key names one session.
 */
function isRepeated(session: ProgrammeSession, guids: Map<string, Set<string>>): boolean {
  const guid = session.guid ?? "";
  const what = `${session.startsAt}|${session.endsAt}|${session.title}`;
  const known = guids.get(guid);
  if (known?.has(what) === true) return true;
  if (known !== undefined) session.guid = null;
  guids.set(guid, (known ?? new Set()).add(what));
  return false;
}

function sessionOf(
  talk: Talk,
  base: string | null,
  zone: TimeZone | null,
  problems: Problems,
): ProgrammeSession | null {
  const title = lineOf(talk.title, 1000);
  if (title === null) {
    problems.add("A session has no title", talk.line === null ? {} : { line: talk.line });
    return null;
  }
  const starts = talk.starts === null ? null : instantIn(talk.starts, zone);
  const ends = talk.ends === null ? null : instantIn(talk.ends, zone);
  const reckoned = ends ?? later(starts, talk.minutes);
  const isBackwards = starts !== null && reckoned !== null && Temporal.Instant.compare(reckoned, starts) < 0;
  if (isBackwards) {
    problems.add(`“${title.slice(0, 80)}” ends before it starts`, {
      ...(talk.line === null ? {} : { line: talk.line }),
      kept: "the session, without its end",
    });
  }
  return {
    guid: lineOf(talk.guid, 300),
    title,
    subtitle: lineOf(talk.subtitle, 1000),
    track: lineOf(talk.track, 300),
    room: lineOf(talk.room, 300),
    kind: lineOf(talk.kind, 100),
    language: lineOf(talk.language, 35),
    startsAt: starts === null ? null : instantText(starts),
    endsAt: reckoned === null || isBackwards ? null : instantText(reckoned),
    speakers: speakersOf(talk),
    abstract: proseOf(talk.abstract, 50_000),
    url: urlOf(talk.url, base),
    isStarred: talk.isStarred,
  };
}

/** The most speakers one session may hold (the model's own limit). */
const speakersMax = 200;

function speakersOf(talk: Talk): ProgrammeSession["speakers"] {
  const speakers: ProgrammeSession["speakers"] = [];
  const names = new Set<string>();
  for (const speaker of talk.speakers.slice(0, speakersMax)) {
    const name = lineOf(speaker.name, 300);
    if (name === null || names.has(name)) continue;
    names.add(name);
    speakers.push({ name, organization: lineOf(speaker.organization, 300) });
  }
  return speakers;
}

function instantIn(moment: Moment, zone: TimeZone | null): Temporal.Instant | null {
  if (moment.kind === "instant") return moment.at;
  return zone === null ? null : moment.at.toZonedDateTime(zone).toInstant();
}

function later(starts: Temporal.Instant | null, minutes: number | null): Temporal.Instant | null {
  return starts === null || minutes === null ? null : starts.add({ seconds: Math.round(minutes * 60) });
}

function instantText(instant: Temporal.Instant): Instant | null {
  const text = instantOf(instant);
  // Years beyond four digits are written with a sign, which no stored instant has.
  return text.length === 24 ? text : null;
}

/** A web address, whole or against the programme's own. Other schemes (`javascript:`, `file:`) are left out. */
function urlOf(text: string | null, base: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || trimmed.length > 2000) return null;
  try {
    const url =
      isWeb(base ?? "") && !/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? new URL(trimmed, base ?? "") : new URL(trimmed);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    return isWeb(trimmed) ? trimmed : url.href.slice(0, 2000);
  } catch {
    return null;
  }
}

function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text);
}

/** The event's days as stated, else the first and last day on which a session starts, by the event's own clock. */
function eventOf(draft: ProgrammeDraft, zone: TimeZone | null): ProgrammeEvent {
  let first: Day | null = null;
  let last: Day | null = null;
  for (const talk of draft.talks) {
    const day = talk.starts === null ? null : dayByOwnClock(talk.starts, zone);
    if (day === null) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  const startsOn = dayStated(draft.startsOn, zone) ?? first;
  const endsOn = dayStated(draft.endsOn, zone) ?? last;
  const isBackwards = startsOn !== null && endsOn !== null && endsOn < startsOn;
  return {
    name: lineOf(draft.name, 300),
    startsOn,
    endsOn: isBackwards ? startsOn : endsOn,
    timeZone: zone,
    place: lineOf(draft.place, 300),
    url: urlOf(draft.url, null),
  };
}

/** A wall-clock time has its day without any zone; an instant has one in the zone, or in the offset it came with. */
function dayByOwnClock(moment: Moment, zone: TimeZone | null): Day | null {
  if (moment.kind === "local") return dayOf(moment.at.toPlainDate());
  const where = zone ?? moment.offset;
  return where === null ? null : dayOf(moment.at.toZonedDateTimeISO(where).toPlainDate());
}

function dayStated(text: string | null, zone: TimeZone | null): Day | null {
  if (text === null) return null;
  const moment = momentOf(text);
  if (moment?.kind === "instant" && zone !== null) return dayOf(moment.at.toZonedDateTimeISO(zone).toPlainDate());
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const day = found === null ? null : dayFrom(Number(found[1]), Number(found[2]), Number(found[3]));
  return day === null ? null : dayOf(day);
}
