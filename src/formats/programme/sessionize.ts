import type { Problems } from "../file.ts";
import { type Json, JsonObject, objectsIn, wordsOf } from "./json.ts";
import { type Moment, momentOf } from "./moment.ts";
import { emptyDraft, emptyTalk, type ProgrammeDraft, type Talk, type TalkSpeaker, Talks } from "./talk.ts";

/**
 * Reads Sessionize's JSON views. `All`: sessions, with speakers, rooms and categories beside them by id.
 * `GridSmart`: a list of days, in them rooms, in them sessions. `Sessions`: a list of groups of sessions. Times
 * without an offset are the event's own and need its zone.
 * Source: Sessionize API v2, as its exports of several conferences show it.
 */
export function readSessionize(root: Json, problems: Problems): ProgrammeDraft {
  const talks = new Talks(problems);
  const known = root instanceof JsonObject ? knownOf(root) : nothingKnown;
  const taken = new Set<string>();
  const take = (session: JsonObject, room: string | null): void => {
    taken.add(session.words("id") ?? "");
    talks.add(talkOf(session, room, known, problems));
  };

  if (root instanceof JsonObject) for (const session of root.objects("sessions")) take(session, null);
  for (const part of objectsIn(root)) {
    for (const session of part.objects("sessions")) take(session, null);
    for (const room of part.objects("rooms")) {
      for (const session of room.objects("sessions")) take(session, room.words("name"));
    }
  }
  // GridSmart lists its sessions a second time by hour. A plenary that stands there alone is a session too; a lunch
  // that no room holds is an hour, not an item one goes to.
  for (const slot of objectsIn(root).flatMap((part) => part.objects("timeSlots"))) {
    for (const room of slot.objects("rooms")) {
      const session = room.object("session");
      if (session === null || session.get("isServiceSession") === true) continue;
      if (!taken.has(session.words("id") ?? "")) take(session, room.words("name"));
    }
  }
  return { ...emptyDraft(), talks: talks.done() };
}

interface Known {
  rooms: ReadonlyMap<string, string>;
  speakers: ReadonlyMap<string, TalkSpeaker>;
  /** Category items by id, each with its category's title. */
  categories: ReadonlyMap<string, { category: string; item: string }>;
}

const nothingKnown: Known = { rooms: new Map(), speakers: new Map(), categories: new Map() };

function knownOf(root: JsonObject): Known {
  const rooms = new Map<string, string>();
  for (const room of root.objects("rooms")) {
    const [id, name] = [room.words("id"), room.words("name")];
    if (id !== null && name !== null) rooms.set(id, name);
  }
  const categories = new Map<string, { category: string; item: string }>();
  for (const category of root.objects("categories")) {
    for (const item of category.objects("items")) {
      const [id, name] = [item.words("id"), item.words("name")];
      if (id !== null && name !== null) categories.set(id, { category: category.words("title") ?? "", item: name });
    }
  }
  return { rooms, categories, speakers: speakersById(root) };
}

function speakersById(root: JsonObject): ReadonlyMap<string, TalkSpeaker> {
  const companyQuestions = new Set(
    root
      .objects("questions")
      .filter((question) => /\b(?:company|organi[sz]ation|employer)\b/i.test(question.words("question") ?? ""))
      .map((question) => question.words("id")),
  );
  const speakers = new Map<string, TalkSpeaker>();
  for (const speaker of root.objects("speakers")) {
    const name = fullName(speaker);
    const id = speaker.words("id");
    if (id === null || name === null) continue;
    const answer = speaker.objects("questionAnswers").find((given) => companyQuestions.has(given.words("questionId")));
    const organization = answer?.words("answerValue", "answer") ?? organizationIn(speaker.words("tagLine"));
    speakers.set(id, { name, organization });
  }
  return speakers;
}

function fullName(speaker: JsonObject): string | null {
  const parts = [speaker.words("firstName"), speaker.words("lastName")].filter((part) => part !== null);
  return speaker.words("fullName", "name") ?? (parts.length === 0 ? null : parts.join(" "));
}

/**
 * The organization a tag line names: what stands after "@", or after "at" with a capital ("Data Engineer at Contoso").
 * Null for every other line; a guess would end up in somebody's contacts.
 */
export function organizationIn(tagLine: string | null): string | null {
  if (tagLine === null || tagLine.length > 200) return null;
  const found = /(?:^|\s)(?:@\s?|at\s(?=\p{Lu}))([^,|;/()@]{2,60})/u.exec(tagLine);
  const name = found?.[1]?.split(/\s(?:[-–—&+]|and)\s|\.\s|\.$/u)[0]?.trim();
  return name === undefined || name === "" ? null : name;
}

function talkOf(session: JsonObject, room: string | null, known: Known, problems: Problems): Talk {
  const title = session.words("title");
  const categories = categoriesOf(session, known);
  const ofKind = (pattern: RegExp): string | null =>
    categories.find(({ category }) => pattern.test(category))?.item ?? null;
  return {
    ...emptyTalk(session.line),
    guid: session.words("id"),
    title,
    track: session.words("track") ?? ofKind(/\b(?:track|stream|topic)s?\b/i),
    room: session.words("room") ?? known.rooms.get(session.words("roomId") ?? "") ?? room,
    kind: ofKind(/\b(?:format|type|kind)\b/i) ?? (session.get("isServiceSession") === true ? "service" : null),
    language: ofKind(/\blanguage\b/i),
    starts: timeOf(session, "startsAt", title, problems),
    ends: timeOf(session, "endsAt", title, problems),
    speakers: speakersOf(session.get("speakers"), known),
    abstract: session.words("description"),
    url: session.words("url", "liveUrl"),
  };
}

function timeOf(session: JsonObject, field: string, title: string | null, problems: Problems): Moment | null {
  const text = session.words(field);
  const moment = text === null ? null : momentOf(text);
  if (text !== null && moment === null) {
    problems.add(`“${(title ?? "").slice(0, 80)}” has a time that is none: ${text.slice(0, 80)}`, {
      line: session.line,
      kept: "the session, without it",
    });
  }
  return moment;
}

function categoriesOf(session: JsonObject, known: Known): { category: string; item: string }[] {
  const given = session.objects("categories").flatMap((category) =>
    category.objects("categoryItems").flatMap((item) => {
      const name = item.words("name");
      return name === null ? [] : [{ category: category.words("name", "title") ?? "", item: name }];
    }),
  );
  const ids = session.get("categoryItems");
  const byId = (Array.isArray(ids) ? ids : []).flatMap((id) => known.categories.get(wordsOf(id) ?? "") ?? []);
  return [...given, ...byId];
}

function speakersOf(value: Json, known: Known): TalkSpeaker[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const id = item instanceof JsonObject ? item.words("id") : wordsOf(item);
    const listed = known.speakers.get(id ?? "");
    if (listed !== undefined) return [listed];
    const name = item instanceof JsonObject ? fullName(item) : null;
    return name === null ? [] : [{ name, organization: null }];
  });
}
