import type { Problems } from "../file.ts";
import { bothOf } from "./frab.ts";
import type { JsonObject } from "./json.ts";
import { atClock, type Moment, momentAt, momentOf, offsetName, spanOf } from "./moment.ts";
import { emptyDraft, emptyTalk, type ProgrammeDraft, type Talk, Talks } from "./talk.ts";
import { zoneNamed } from "./zone.ts";

/**
 * Reads the favourites that the app EventFahrplan shares as JSON (`{"lectures": [{"lecture_id", "title", ...}]}`).
 * Every session is starred. Several versions of the app wrote the fields from `type` on one place too early (the
 * language under `type`, the abstract under `lang`, the description under `abstract`, the date under `links`); they
 * are put back. Source: EventFahrplan, `SessionExport` through its versions.
 */
export function readFavouritesJson(root: JsonObject, problems: Problems): ProgrammeDraft {
  const talks = new Talks(problems);
  for (const item of root.objects("lectures")) talks.add(lectureOf(item));
  return { ...emptyDraft(), talks: talks.done() };
}

function lectureOf(item: JsonObject): Talk {
  const stated = item.words("date");
  const isShifted = stated === null && momentOf(item.words("links") ?? "") !== null;
  const date = stated ?? (isShifted ? item.words("links") : null);
  const texts = isShifted
    ? [item.words("lang"), item.words("abstract")]
    : [item.words("abstract"), item.words("description")];
  return {
    ...emptyTalk(item.line),
    guid: item.words("lecture_id", "session_id", "guid"),
    title: item.words("title"),
    subtitle: item.words("subtitle"),
    track: item.words("track"),
    room: item.words("room"),
    kind: isShifted ? null : item.words("type"),
    language: isShifted ? item.words("type") : item.words("lang"),
    starts: date === null ? null : momentOf(date),
    speakers: (item.words("speakers") ?? "")
      .split(";")
      .map((name) => ({ name: name.trim(), organization: null }))
      .filter((speaker) => speaker.name !== ""),
    abstract: bothOf(texts[0] ?? null, texts[1] ?? null),
    url: item.words("url"),
    isStarred: true,
  };
}

/**
 * The second line of each session in EventFahrplan's text: the day in full, the time, the zone by a short name or
 * offset and, mostly, its place in brackets; then the room.
 */
const whenAndWhere =
  /^(.{8,80}?\d{1,2}[:.h]\d{2}(?:\s?[\p{L}.]{2,12})?)\s((?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,5}|[+-]\d{2}(?::?\d{2})?)(?:\s\(([A-Za-z]{1,20}(?:\/[A-Za-z_+-]{1,30}){0,2})\))?,\s(.{0,300})$/u;

/** True where a text begins as EventFahrplan's shared favourites do: a title, and under it day, time, zone and room. */
export function isFavouritesText(text: string): boolean {
  const [title, when, next] = text.trimStart().split(/\r\n|\r|\n/, 3);
  if (title === undefined || when === undefined || title.trim() === "" || title.length > 500) return false;
  const found = when.length > 500 ? null : whenAndWhere.exec(when.trim());
  return found !== null && spanOf(found[1] ?? "", null).clocks.length > 0 && (next ?? "").trim() === "";
}

/**
 * Reads the favourites that EventFahrplan shares as text: sessions parted by `---`, each a title, a line of day, time,
 * zone and room, and mostly its address. Every session is starred. Source: EventFahrplan, `SimpleSessionFormat`.
 */
export function readFavouritesText(text: string, problems: Problems): ProgrammeDraft {
  const talks = new Talks(problems);
  const zones = new Set<string>();
  let block: { line: number; text: string }[] = [];
  const take = (): void => {
    const talk = talkOfBlock(block, zones, problems);
    if (talk !== null) talks.add(talk);
    block = [];
  };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === "---") take();
    else if (line !== "") block.push({ line: index + 1, text: line });
  }
  take();
  const [zone] = zones;
  return { ...emptyDraft(), timeZoneName: zones.size === 1 && zone !== undefined ? zone : null, talks: talks.done() };
}

function talkOfBlock(
  block: readonly { line: number; text: string }[],
  zones: Set<string>,
  problems: Problems,
): Talk | null {
  const [title, when] = block;
  if (title === undefined) return null;
  const found = when === undefined || when.text.length > 500 ? null : whenAndWhere.exec(when.text);
  const starts = found === null ? null : momentIn(found, zones);
  if (starts === null) {
    problems.add(`“${title.text.slice(0, 80)}” has no day and time that can be read`, {
      line: title.line,
      kept: "the session, without its time",
    });
  }
  return {
    ...emptyTalk(title.line),
    title: title.text,
    room: found?.[4] ?? null,
    starts,
    url: block.slice(2).find((line) => /^https?:\/\//.test(line.text))?.text ?? null,
    isStarred: true,
  };
}

function momentIn(found: RegExpExecArray, zones: Set<string>): Moment | null {
  const span = spanOf(found[1] ?? "", null);
  const clock = span.clocks[0];
  if (!(span.day instanceof Temporal.PlainDate) || clock === undefined) return null;
  const at = atClock(span.day, clock.hour, clock.minute);
  if (at === null) return null;
  const zone = found[3] === undefined ? null : zoneNamed(found[3]);
  if (zone !== null) {
    zones.add(zone);
    return { kind: "instant", at: at.toZonedDateTime(zone).toInstant(), offset: null };
  }
  const short = found[2] ?? "";
  if (short === "GMT" || short === "UTC") return momentAt(at, "Z");
  const offset = offsetName(short.replace(/^(?:GMT|UTC)/, ""));
  return momentAt(at, offset);
}
