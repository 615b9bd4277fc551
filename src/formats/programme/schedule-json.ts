import type { Problems } from "../file.ts";
import { type FrabDay, type FrabEvent, talkOfFrab } from "./frab.ts";
import { type Json, JsonObject, objectsIn, wordsOf } from "./json.ts";
import { emptyDraft, type ProgrammeDraft, type TalkSpeaker, Talks } from "./talk.ts";

/**
 * Reads `schedule.json` as frab and pretalx write it (days, in them rooms by name, in them events), and the newer
 * shape of the c3voc hub (`events` beside the conference, each with start, end, room, track and participants).
 * Source: the c3voc schedule and schedule2 JSON schemas.
 */
export function readScheduleJson(root: JsonObject, problems: Problems): ProgrammeDraft {
  const schedule = root.object("schedule") ?? root;
  const conference = schedule.object("conference") ?? schedule;
  const talks = new Talks(problems);
  const dayChange = conference.words("day_change");
  const tracks = trackNames(conference);
  const take = (event: JsonObject, day: FrabDay, room: string | null): void =>
    talks.add(talkOfFrab(eventOf(event, room, tracks), day, dayChange, problems));

  for (const day of conference.objects("days")) {
    const when: FrabDay = {
      date: day.words("date"),
      start: day.words("day_start", "start"),
      end: day.words("day_end", "end"),
    };
    for (const [room, events] of roomsOf(day.get("rooms"))) for (const event of events) take(event, when, room);
  }
  const none: FrabDay = { date: null, start: null, end: null };
  for (const event of schedule.objects("events")) take(event, none, null);

  return {
    ...emptyDraft(),
    name: conference.words("title", "acronym"),
    startsOn: conference.words("start"),
    endsOn: conference.words("end"),
    timeZoneName: conference.words("time_zone_name"),
    place: [conference.words("venue"), conference.words("city")].filter((part) => part !== null).join(", ") || null,
    url: conference.words("url") ?? schedule.words("url", "base_url"),
    talks: talks.done(),
  };
}

/** Rooms are an object from name to events, or a list of rooms that hold them. */
function roomsOf(rooms: Json): [string | null, JsonObject[]][] {
  if (rooms instanceof JsonObject) {
    return [...rooms.fields].map(([name, events]): [string, JsonObject[]] => [name, objectsIn(events)]);
  }
  return objectsIn(rooms).map((room): [string | null, JsonObject[]] => [
    room.words("name"),
    [...room.objects("events"), ...room.objects("talks"), ...room.objects("sessions")],
  ]);
}

function trackNames(conference: JsonObject): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const track of conference.objects("tracks")) {
    const name = track.words("name", "title");
    for (const key of [track.words("slug"), track.words("guid"), track.words("id")]) {
      if (key !== null && name !== null) names.set(key, name);
    }
  }
  return names;
}

function eventOf(event: JsonObject, room: string | null, tracks: ReadonlyMap<string, string>): FrabEvent {
  return {
    line: event.line,
    guid: event.words("guid"),
    id: event.words("id", "code", "slug"),
    title: event.words("title"),
    subtitle: event.words("subtitle"),
    track: placeName(event.get("track"), tracks),
    room: placeName(event.get("room"), null) ?? room,
    type: event.words("type"),
    language: event.words("language"),
    date: event.words("date"),
    start: event.words("start"),
    end: event.words("end"),
    duration: event.words("duration"),
    abstract: event.words("abstract"),
    description: event.words("description"),
    url: event.words("url", "origin_url"),
    persons: speakersOf(event),
  };
}

/** A room or track is its name, or an object with one; a track may be named by its slug alone. */
function placeName(value: Json, names: ReadonlyMap<string, string> | null): string | null {
  if (!(value instanceof JsonObject)) return wordsOf(value);
  const key = value.words("slug", "guid", "id");
  return value.words("name", "title") ?? (key === null ? null : (names?.get(key) ?? key)) ?? wordsOf(value);
}

function speakersOf(event: JsonObject): TalkSpeaker[] {
  const people = [...event.objects("persons"), ...event.objects("participants")];
  const onStage = people.filter((person) => person.words("role")?.toUpperCase() !== "CONTRIBUTOR");
  return (onStage.length > 0 ? onStage : people).flatMap((person) => {
    const name = person.words("public_name", "name", "full_public_name", "display_name");
    const organization = person.words("organization", "organisation", "affiliation", "company");
    return name === null ? [] : [{ name, organization }];
  });
}
