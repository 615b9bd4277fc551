import * as z from "zod";
import { EventKind, eventKinds } from "#domain/model/event.ts";
import type { Problem } from "#domain/model/problem.ts";
import { Name } from "#domain/model/text.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import { decode } from "./decode.ts";
import { type InputFile, Problems } from "./file.ts";

/** The event's settings in an `event.json`: every key may be left out. */
const fields = {
  name: Name,
  /** In words too: "partner event" as well as "partner-event". */
  kind: z
    .string()
    .transform((words) =>
      words
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-"),
    )
    .pipe(EventKind),
  startsOn: Day,
  endsOn: Day,
  timeZone: TimeZone,
  notesTakenOn: Day,
  notesBy: Name,
  notesByOrganization: Name,
  colleagues: z.array(Name).max(1000),
};

type Field = keyof typeof fields;
export type EventFile = { [K in Field]?: z.output<(typeof fields)[K]> };

/** What each key must be, for people. */
const shapes: Record<Field, string> = {
  name: "a name",
  kind: `one of ${eventKinds.join(", ")}`,
  startsOn: "a day like 2026-02-01",
  endsOn: "a day like 2026-02-01",
  timeZone: "a time zone like Europe/Brussels",
  notesTakenOn: "a day like 2026-02-01",
  notesBy: "a name",
  notesByOrganization: "a name",
  colleagues: "a list of names",
};

/** Reads an `event.json`. A wrong value is a problem that names its key, and the rest is kept; unknown keys are left alone. */
export function readEventFile(file: InputFile): { settings: EventFile | null; problems: Problem[] } {
  const problems = new Problems(file.name);
  const root = objectIn(decode(file.bytes).text);
  if (root === null) {
    problems.add("This is not JSON with an object in it, so the event's settings cannot be read.");
    return { settings: null, problems: problems.done() };
  }
  const settings: Record<string, unknown> = {};
  for (const [field, shape] of Object.entries(fields)) {
    const given = Object.hasOwn(root, field) ? root[field] : null;
    if (given === null || given === undefined) continue;
    const parsed = shape.safeParse(given);
    if (parsed.success) settings[field] = parsed.data;
    else problems.add(`"${field}" must be ${shapes[field as Field]}.`, { kept: "the other settings" }); // a key of `fields`
  }
  return { settings, problems: problems.done() };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null; // just checked
  } catch {
    return null;
  }
}
