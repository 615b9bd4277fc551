import type { Problems } from "../file.ts";
import { bothOf } from "./frab.ts";
import { type Json, JsonObject, objectsIn, wordsOf } from "./json.ts";
import { type Moment, minutesOf, momentOf } from "./moment.ts";
import { emptyDraft, emptyTalk, type ProgrammeDraft, type Talk, type TalkSpeaker, Talks } from "./talk.ts";

/**
 * Reads pretalx's own JSON: what its schedule widget loads (`talks`, with `rooms`, `tracks` and `speakers` beside
 * them, referred to by id and code), and a page of its REST API (`results`, each with its slot).
 * Source: pretalx, `Schedule.build_data` and the API's submissions and slots.
 */
export function readPretalx(root: JsonObject, problems: Problems): ProgrammeDraft {
  const talks = new Talks(problems);
  const rooms = names(root.get("rooms"));
  const tracks = names(root.get("tracks"));
  const speakers = people(root.get("speakers"));
  for (const item of [...root.objects("talks"), ...root.objects("results")]) {
    talks.add(talkOf(item, { rooms, tracks, speakers, problems }));
  }
  return {
    ...emptyDraft(),
    name: root.words("name", "event_name"),
    startsOn: root.words("event_start"),
    endsOn: root.words("event_end"),
    timeZoneName: root.words("timezone"),
    talks: talks.done(),
  };
}

interface Known {
  rooms: ReadonlyMap<string, string>;
  tracks: ReadonlyMap<string, string>;
  speakers: ReadonlyMap<string, TalkSpeaker>;
  problems: Problems;
}

function talkOf(item: JsonObject, known: Known): Talk {
  const slot = item.object("slot") ?? item.objects("slots")[0] ?? item;
  const work = item.object("submission") ?? item;
  const title = work.words("title", "description");
  const duration = item.words("duration") ?? work.words("duration");
  return {
    ...emptyTalk(item.line),
    guid: work.words("code") ?? item.words("code", "id"),
    title,
    track: named(work.get("track"), known.tracks),
    room: named(slot.get("room"), known.rooms),
    kind: named(work.get("submission_type"), new Map()),
    language: work.words("content_locale"),
    starts: timeOf(slot.words("start"), item, title, known.problems),
    ends: timeOf(slot.words("end"), item, title, known.problems),
    minutes: duration === null ? null : minutesOf(duration),
    speakers: speakersOf(work.get("speakers"), known.speakers),
    abstract:
      work === item && work.get("title") === null ? null : bothOf(work.words("abstract"), work.words("description")),
    url: item.object("urls")?.words("public") ?? work.words("url"),
  };
}

function timeOf(text: string | null, item: JsonObject, title: string | null, problems: Problems): Moment | null {
  const moment = text === null ? null : momentOf(text);
  if (text !== null && moment === null) {
    problems.add(`“${(title ?? "").slice(0, 80)}” has a time that is none: ${text.slice(0, 80)}`, {
      line: item.line,
      kept: "the session, without it",
    });
  }
  return moment;
}

/** Names by id (or slug, or code). Both a list of objects and an object keyed by id are met. */
function names(value: Json): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, item] of keyed(value)) {
    const name = item instanceof JsonObject ? (item.words("name", "title") ?? nameIn(item)) : wordsOf(item);
    if (name !== null) found.set(key, name);
  }
  return found;
}

/** `name` may itself be an object of translations, which `words` has taken; an item may be one too. */
function nameIn(item: JsonObject): string | null {
  return item.get("id") === null && item.get("code") === null ? wordsOf(item) : null;
}

function people(value: Json): ReadonlyMap<string, TalkSpeaker> {
  const found = new Map<string, TalkSpeaker>();
  for (const [key, item] of keyed(value)) {
    const name = item instanceof JsonObject ? item.words("name", "public_name") : wordsOf(item);
    if (name === null) continue;
    found.set(key, { name, organization: item instanceof JsonObject ? item.words("organization", "company") : null });
  }
  return found;
}

function keyed(value: Json): [string, Json][] {
  if (value instanceof JsonObject) return [...value.fields];
  return objectsIn(value).flatMap((item): [string, Json][] => {
    const key = item.words("code", "id", "slug");
    return key === null ? [] : [[key, item]];
  });
}

/** A reference by id, a name, or an object with one. */
function named(value: Json, known: ReadonlyMap<string, string>): string | null {
  if (value instanceof JsonObject) return value.words("name", "title") ?? wordsOf(value);
  const words = wordsOf(value);
  if (words === null) return null;
  return known.get(words) ?? (typeof value === "number" ? null : words);
}

function speakersOf(value: Json, known: ReadonlyMap<string, TalkSpeaker>): TalkSpeaker[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (item instanceof JsonObject) {
      const name = item.words("name", "public_name");
      return name === null ? [] : [{ name, organization: item.words("organization", "company") }];
    }
    const speaker = known.get(wordsOf(item) ?? "");
    return speaker === undefined ? [] : [speaker];
  });
}
