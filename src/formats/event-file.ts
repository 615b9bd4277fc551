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

/**
 * Reads an `event.json`. A wrong value, a key that is none of the settings (a slip, mostly), an end before the start are
 * problems that name the key, its line and what is allowed; the rest is kept.
 */
export function readEventFile(file: InputFile): { settings: EventFile | null; problems: Problem[] } {
  const problems = new Problems(file.name);
  const { text } = decode(file.bytes);
  const root = objectIn(text);
  if (root === null) {
    problems.add("This is not JSON with an object in it, so the event's settings cannot be read.");
    return { settings: null, problems: problems.done() };
  }
  const read: Record<string, unknown> = {};
  const say = (key: string, what: string) => {
    const line = problems.list.length < linesMax ? lineOf(text, key) : null;
    problems.add(what, { kept: "the other settings", ...(line === null ? {} : { line }) });
  };
  for (const [key, given] of Object.entries(root)) {
    const field = names.find((name) => name === key);
    if (field === undefined) say(key, unknownKey(key));
    else if (given !== null) {
      const parsed = fields[field].safeParse(given);
      if (parsed.success) read[field] = parsed.data;
      else say(key, `"${field}" must be ${shapes[field]}; ${shown(given)} is none.`);
    }
  }
  const settings = read as EventFile; // each field was parsed by its own shape
  const { startsOn, endsOn } = settings;
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    delete settings.endsOn;
    say("endsOn", `"endsOn" (${endsOn}) is before "startsOn" (${startsOn}).`);
  }
  return { settings, problems: problems.done() };
}

/** Finding a line reads the file once more, so a file made of nothing but slips is not searched for each. */
const linesMax = 50;

const names = Object.keys(fields) as Field[]; // keys of a literal object are its fields' names

function unknownKey(key: string): string {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/gu, "");
  const given = plain(key.slice(0, 100));
  const near = names.find((name) => plain(name) === given || isOneSlipApart(plain(name), given));
  const said = `"${printed(key)}" is no setting of an event`;
  return near === undefined ? `${said}. They are ${names.join(", ")}.` : `${said}; did you mean "${near}"?`;
}

/** Two words that differ by one letter: added, left out, another, or swapped with its neighbour. */
function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short.length < 3) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return isSwapped || short.slice(at + 1) === long.slice(at + 1);
}

/** A given value as a problem shows it. */
function shown(given: unknown): string {
  return typeof given === "string" ? `"${printed(given)}"` : printed(JSON.stringify(given));
}

function printed(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60)}…`;
}

/** The line on which a key stands, from 1. */
function lineOf(text: string, key: string): number | null {
  const at = text.indexOf(JSON.stringify(key));
  return at < 0 ? null : text.slice(0, at).split("\n").length;
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
