import type { Problem } from "#domain/model/problem.ts";
import type { ProgrammeSession } from "#domain/model/session.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { decode, sayOdd } from "./decode.ts";
import { type InputFile, limits, Problems } from "./file.ts";
import { readCsv } from "./programme/csv.ts";
import { detectedFormat, formatOfJson, likelyFormat, type ProgrammeFormat } from "./programme/detect.ts";
import { readFavouritesJson, readFavouritesText } from "./programme/favourites.ts";
import { readICalendar } from "./programme/icalendar.ts";
import { type Json, JsonObject, readJson } from "./programme/json.ts";
import { readPretalx } from "./programme/pretalx.ts";
import { type ProgrammeEvent, resolve } from "./programme/resolve.ts";
import { readScheduleJson } from "./programme/schedule-json.ts";
import { readScheduleXml } from "./programme/schedule-xml.ts";
import { readSessionize } from "./programme/sessionize.ts";
import { readSessionsJson } from "./programme/sessions-json.ts";
import { emptyDraft, type ProgrammeDraft } from "./programme/talk.ts";

export type { ProgrammeFormat } from "./programme/detect.ts";

/** What a programme file says. `sessions` keep the file's order; those of a favourites file are starred. */
export interface ProgrammeRead {
  format: ProgrammeFormat;
  event: ProgrammeEvent;
  sessions: ProgrammeSession[];
  problems: Problem[];
}

/**
 * Reads an event's programme: schedule.xml and schedule.json of frab, pentabarf and pretalx, pretalx's own JSON,
 * Sessionize, a flat list or a table of sessions, iCalendar, EventFahrplan's favourites. Times come out as instants,
 * resolved in the zone the file names, else by its dates' offsets, else in `timeZone`; without any they are null.
 * Bad input is a list of problems and the rest is kept; nothing is thrown. Over 64 MB only the beginning is read.
 */
export function readProgramme(file: InputFile, options: { timeZone?: TimeZone } = {}): ProgrammeRead {
  const problems = new Problems(file.name);
  const isTooLarge = file.bytes.length > limits.fileBytesMax;
  if (isTooLarge) {
    const megabytes = limits.fileBytesMax / (1024 * 1024);
    problems.add(`The file is larger than ${megabytes} MB`, { kept: `what stands in its first ${megabytes} MB` });
  }
  const bytes = isTooLarge ? file.bytes.subarray(0, limits.fileBytesMax) : file.bytes;
  const detected = detectedFormat(file.name, bytes);
  const decoded = decode(bytes, declaredEncoding(bytes));
  const { text } = decoded;
  sayOdd(decoded, problems);
  const { format, draft } = draftOf(detected ?? likelyFormat(text), text, problems);
  const { event, sessions } = resolve(draft, options.timeZone ?? null, problems);
  if (sessions.length === 0) {
    problems.add(
      detected === null ? "The file is no programme in a format that is known" : "The file holds no sessions",
    );
  }
  return { format, event, sessions, problems: problems.done() };
}

/**
 * Whether a file is a programme, and in which format: by its name and its first few KB. Null where it is none, or is
 * notes, contacts, a calendar of nothing, or a plan of Upshot's own.
 */
export function detectProgramme(file: InputFile): ProgrammeFormat | null {
  return detectedFormat(file.name, file.bytes);
}

function draftOf(
  format: ProgrammeFormat,
  text: string,
  problems: Problems,
): { format: ProgrammeFormat; draft: ProgrammeDraft } {
  if (format === "schedule-xml") return { format, draft: readScheduleXml(text, problems) };
  if (format === "icalendar") return { format, draft: readICalendar(text, problems) };
  if (format === "csv") return { format, draft: readCsv(text, problems) };
  const isJson = /^[[{]/.test(text.trimStart());
  if (format === "favourites" && !isJson) return { format, draft: readFavouritesText(text, problems) };
  return fromJson(format, readJson(text, problems), problems);
}

/** The whole file tells which JSON it is; its beginning alone can mislead. */
function fromJson(
  detected: ProgrammeFormat,
  root: Json,
  problems: Problems,
): { format: ProgrammeFormat; draft: ProgrammeDraft } {
  const format = formatOfJson(root) ?? detected;
  if (format === "sessionize-json") return { format, draft: readSessionize(root, problems) };
  if (format === "sessions-json") return { format, draft: readSessionsJson(root, problems) };
  if (!(root instanceof JsonObject)) return { format, draft: emptyDraft() };
  if (format === "pretalx-json") return { format, draft: readPretalx(root, problems) };
  if (format === "favourites") return { format, draft: readFavouritesJson(root, problems) };
  return { format: "schedule-json", draft: readScheduleJson(root, problems) };
}

/** The encoding an XML declaration states, read as ASCII; one that contradicts that reading is not believed. */
function declaredEncoding(bytes: Uint8Array): string | null {
  let head = "";
  for (const byte of bytes.subarray(0, 200)) head += String.fromCharCode(byte);
  const found = /^\s{0,20}<\?xml[^>]{0,100}encoding\s?=\s?["']([A-Za-z0-9._-]{2,40})["']/.exec(head);
  const name = found?.[1]?.toLowerCase() ?? null;
  return name === null || name.startsWith("utf-16") || name.startsWith("ucs") ? null : name;
}
