import type { Problems } from "../file.ts";
import { atClock, dayFrom, type Moment, minutesOf, momentOf, spanOf } from "./moment.ts";
import { emptyTalk, type Talk, type TalkSpeaker } from "./talk.ts";

/** One event of a frab, pentabarf or pretalx schedule in the file's words; XML and JSON name the same fields. */
export interface FrabEvent {
  line: number;
  guid: string | null;
  id: string | null;
  title: string | null;
  subtitle: string | null;
  track: string | null;
  room: string | null;
  type: string | null;
  language: string | null;
  /** The instant, in newer files. */
  date: string | null;
  /** The time of day. */
  start: string | null;
  end: string | null;
  duration: string | null;
  abstract: string | null;
  description: string | null;
  url: string | null;
  persons: TalkSpeaker[];
}

/** The day of the schedule an event stands under. */
export interface FrabDay {
  date: string | null;
  start: string | null;
  end: string | null;
}

/** A schedule's day ends at this hour where it does not say itself: pretalx's and pentabarf's own default. */
const dayChangeDefault = { hour: 4, minute: 0 };

/**
 * A schedule's event as a talk. `date` carries the right instant, after midnight too; older files have only a day and
 * a time of day, and there a time before `dayChange` (`04:00:00`) belongs to the night after the day it stands under.
 */
export function talkOfFrab(event: FrabEvent, day: FrabDay, dayChange: string | null, problems: Problems): Talk {
  const starts = startOf(event, day, dayChange);
  const minutes = event.duration === null ? null : minutesOf(event.duration);
  const named = event.title?.trim() ?? "";
  if (starts === null && (event.start !== null || event.date !== null)) {
    problems.add(`“${named.slice(0, 80)}” has a start that is no time: ${event.date ?? event.start}`.slice(0, 300), {
      line: event.line,
      kept: "the session, without its times",
    });
  }
  if (minutes === null && event.duration !== null && event.duration.trim() !== "" && !isNothing(event.duration)) {
    problems.add(`“${named.slice(0, 80)}” has a duration that is none: ${event.duration}`.slice(0, 300), {
      line: event.line,
      kept: "the session, without its end",
    });
  }
  return {
    ...emptyTalk(event.line),
    guid: event.guid ?? event.id,
    title: event.title,
    subtitle: event.subtitle,
    track: event.track,
    room: event.room,
    kind: event.type,
    language: event.language,
    starts,
    ends: event.end === null ? null : momentOf(event.end),
    minutes,
    speakers: event.persons,
    abstract: bothOf(event.abstract, event.description),
    url: event.url,
  };
}

/** The abstract, then the description where it says something else. */
export function bothOf(abstract: string | null, description: string | null): string | null {
  const first = abstract?.trim() ?? "";
  const second = description?.trim() ?? "";
  if (first === "") return second === "" ? null : description;
  if (second === "" || first.includes(second)) return abstract;
  return second.includes(first) ? description : `${abstract}\n\n${description}`;
}

function isNothing(duration: string): boolean {
  return /^[0:]+$/.test(duration.trim());
}

function startOf(event: FrabEvent, day: FrabDay, dayChange: string | null): Moment | null {
  const exact = event.date === null ? null : momentOf(event.date);
  if (exact !== null) return exact;
  const whole = event.start === null ? null : momentOf(event.start);
  if (whole !== null) return whole;
  const stated = dayOf(event.date);
  const date = stated ?? dayOf(day.date) ?? dayOf(day.start);
  const clock = event.start === null ? undefined : spanOf(event.start, null).clocks[0];
  if (date === null || clock === undefined) return null;
  const at = atClock(date, clock.hour, clock.minute);
  if (at === null) return null;
  if (minuteOfDay(clock) >= changeMinute(day, dayChange)) return { kind: "local", at };
  const nextNight = at.add({ days: 1 });
  // A breakfast before the stated opening is no night: the day must last until then.
  return { kind: "local", at: isAfterEnd(nextNight, day) ? at : nextNight };
}

function isAfterEnd(at: Temporal.PlainDateTime, day: FrabDay): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(day.end ?? "");
  return found !== null && at.toString().slice(0, 16) > `${found[1]}T${found[2]}`;
}

/** The minute of the day at which a day of the schedule gives way to the next. */
function changeMinute(day: FrabDay, dayChange: string | null): number {
  const stated = dayChange === null ? undefined : spanOf(dayChange, null).clocks[0];
  if (stated !== undefined) return minuteOfDay(stated);
  const opens = /T(\d{2}):(\d{2})/.exec(day.start ?? "");
  // A day that opens at midnight has no night after it.
  return opens === null ? minuteOfDay(dayChangeDefault) : Number(opens[1]) * 60 + Number(opens[2]);
}

function minuteOfDay(clock: { hour: number; minute: number }): number {
  return clock.hour * 60 + clock.minute;
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text ?? "");
  return found === null ? null : dayFrom(Number(found[1]), Number(found[2]), Number(found[3]));
}
