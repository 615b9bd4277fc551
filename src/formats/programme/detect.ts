import { decode } from "../decode.ts";
import { headingsOf } from "./csv.ts";
import { isFavouritesText } from "./favourites.ts";
import { type Json, JsonObject, objectsIn } from "./json.ts";
import { areSessions } from "./rows.ts";

export type ProgrammeFormat =
  /** frab, pentabarf, pretalx, FOSDEM. */
  | "schedule-xml"
  /** frab and pretalx, and the c3voc hub's newer shape. */
  | "schedule-json"
  /** pretalx's schedule widget and REST API. */
  | "pretalx-json"
  | "sessionize-json"
  /** A flat list of sessions. */
  | "sessions-json"
  | "icalendar"
  | "csv"
  /** EventFahrplan's, as text or JSON; every session in it is starred. */
  | "favourites";

/** Bytes looked at. The first fields of the largest head seen (FOSDEM's list of tracks) end before. */
const headBytes = 16 * 1024;

/** The format that name and beginning show; null where they show no programme. */
export function detectedFormat(name: string, bytes: Uint8Array): ProgrammeFormat | null {
  const { text } = decode(wholeCharacters(bytes.subarray(0, headBytes)));
  const head = text.replaceAll("\0", "").trimStart();
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^BEGIN:V(?:CALENDAR|EVENT)\b/i.test(head)) return "icalendar";
  if (["ics", "ical", "ifb", "icalendar"].includes(extension)) return "icalendar";
  if (head.startsWith("<")) return isSchedule(head) ? "schedule-xml" : null;
  if (head.startsWith("{") || head.startsWith("[")) return formatOfJsonHead(head);
  if (["csv", "tsv", "txt", ""].includes(extension) && areSessions(headingsOf(head))) return "csv";
  if (["txt", "text", ""].includes(extension) && isFavouritesText(head)) return "favourites";
  return null;
}

/** For a file that shows no format and is to be read all the same. */
export function likelyFormat(text: string): ProgrammeFormat {
  const start = text.trimStart();
  if (start.startsWith("<")) return "schedule-xml";
  if (start.startsWith("{") || start.startsWith("[")) return "schedule-json";
  return /^BEGIN:/im.test(start.slice(0, headBytes)) ? "icalendar" : "csv";
}

/** Which JSON it is, by the shape of the whole. */
export function formatOfJson(root: Json): ProgrammeFormat | null {
  if (root instanceof JsonObject) {
    if (root.objects("lectures").some((item) => item.fields.has("lecture_id"))) return "favourites";
    const schedule = root.object("schedule") ?? root;
    if (schedule.object("conference") !== null || schedule.objects("days").length > 0) return "schedule-json";
    if (Array.isArray(root.get("talks")) || root.objects("results").some(isPretalx)) return "pretalx-json";
    if (root.objects("sessions").some(isSessionize)) return "sessionize-json";
    return null;
  }
  const items = objectsIn(root).slice(0, 50);
  if (items.some((item) => item.objects("rooms").length > 0 || item.objects("sessions").length > 0)) {
    return "sessionize-json";
  }
  if (items.some(isSessionize)) return "sessionize-json";
  return areSessions([...new Set(items.flatMap((item) => [...item.fields.keys()]))]) ? "sessions-json" : null;
}

function isSessionize(item: JsonObject): boolean {
  return item.fields.has("isServiceSession") || item.fields.has("startsAt") || item.fields.has("categoryItems");
}

function isPretalx(item: JsonObject): boolean {
  return item.fields.has("code") || item.fields.has("slot") || item.fields.has("submission");
}

/** The root element, after declaration, comments and DOCTYPE, is `schedule`. */
function isSchedule(head: string): boolean {
  let rest = head;
  for (let skipped = 0; skipped < 200; skipped += 1) {
    rest = rest.trimStart();
    if (/^<(?:[\w.-]{1,40}:)?schedule[\s>/]/i.test(rest)) return true;
    const end = rest.startsWith("<!--") ? rest.indexOf("-->") : rest.indexOf(">");
    // What is left of a DOCTYPE's own definitions is no element.
    if (end === -1 || !/^(?:<[?!]|\])/.test(rest)) return false;
    rest = rest.slice(end + 1).replace(/^->/, "");
  }
  return false;
}

/**
 * By the names of the fields in the beginning alone. Each format is known by names that belong together; one name is
 * never enough, because notes, tasks and Upshot's own files have titles, sessions and dates too.
 */
function formatOfJsonHead(head: string): ProgrammeFormat | null {
  const has = (...names: string[]): boolean => names.every((name) => head.includes(`"${name}"`));
  if (/"format"\s?:\s?"upshot/.test(head.slice(0, 300))) return null;
  if (has("lectures", "lecture_id")) return "favourites";
  if (has("schedule") && (has("conference") || has("days"))) return "schedule-json";
  if (has("conference", "days")) return "schedule-json";
  if (head.startsWith("{") && has("talks") && (has("code", "speakers") || has("event_start"))) return "pretalx-json";
  if (has("results", "code", "speakers") && (has("slot") || has("submission_type"))) return "pretalx-json";
  if (has("sessions", "startsAt") && (has("isServiceSession") || has("speakers"))) return "sessionize-json";
  if (has("rooms", "sessions", "speakers") && head.startsWith("[")) return "sessionize-json";
  if (!head.startsWith("[")) return null;
  if (has("title", "startsAt", "speakers")) return "sessionize-json";
  const names = [...head.matchAll(/"([^"\\\n]{1,40})"\s{0,4}:/g)].map((found) => found[1] ?? "");
  return areSessions([...new Set(names)]) ? "sessions-json" : null;
}

/** Without the beginning of a UTF-8 character that the cut has split. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end > 0 && (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}
