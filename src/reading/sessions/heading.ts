import type { Day } from "#domain/model/time.ts";
import { folded } from "../names/folding.ts";
import { type Programme, roomKey } from "./programme.ts";
import { sessionWords } from "./words.ts";

/** What a heading, a line that may be one, or a file's name says beside its words. */
export interface Heading {
  /** The heading as written. */
  text: string;
  /** Words that may be a title's or a speaker's. */
  words: string[];
  /** "10:30", "h1030", "2 pm": the first, as HH:MM. */
  time: string | null;
  /** The programme's day that it names ("day 2", "Saturday", "2025-02-01"). */
  day: Day | null;
  /** It names a day that the programme does not have, or that cannot be told. */
  isOtherDay: boolean;
  isKeynote: boolean;
  /** The words that are left are the day's, time's or a keynote's. */
  isBare: boolean;
  /** Sessions in the room it names, or null. */
  inRoom: readonly number[] | null;
}

/** Reads a heading. `text` may be a file's name without its ending. */
export function readHeading(text: string, programme: Programme): Heading {
  const head = text.slice(0, headingMax);
  const plain = folded(head);
  const mayTellWhen = whenHint.test(plain);
  const day = mayTellWhen ? dayIn(plain, programme.allDays) : null;
  const room = roomIn(plain, programme);
  let rest = mayTellWhen ? head.replace(timePattern, " ").replace(dayWords, " ") : head;
  if (room !== null) rest = withoutRoom(rest, room.key);
  const words = sessionWords(rest.replace(/[_/\\]/gu, " ").replace(/([\p{Ll}])(?=\p{Lu}\p{Ll})/gu, "$1 "));
  return {
    text: head,
    words,
    time: mayTellWhen ? timeIn(plain) : null,
    day,
    isOtherDay: mayTellWhen && day === null && plain.search(dayWords) >= 0,
    isKeynote: plain.includes("keynote") && /\bkeynotes?\b/u.test(plain),
    isBare: words.every((word) => bareWords.has(word) || /^\d+$/u.test(word)),
    inRoom: room?.sessions ?? null,
  };
}

/** A title is no longer than that; the longest of 943 at FOSDEM 2025 has 150 characters. */
const headingMax = 300;

const bareWords = new Set(
  "open clos morn afternoon even first second third main general plenary track ii iii welcom".split(" "),
);

const timePattern =
  /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b(?:\s?(?:am|pm|uhr|h))?(?:\s?[-–—]\s?(?:[01]?\d|2[0-3])[:.h][0-5]\d)?|\b(?:1[0-2]|0?[1-9])\s?(?:am|pm)\b/giu;

function timeIn(plain: string): string | null {
  const match =
    /\b([01]?\d|2[0-3])(?:[:h]|\.(?=[0-5]\d(?:\s|$|[-–)]| uhr)))([0-5]\d)\b\s?(am|pm)?|\b(1[0-2]|0?[1-9])\s?(am|pm)\b/u.exec(
      plain,
    );
  if (match === null) return null;
  const [, hours = match[4] ?? "", minutes = "00", half = match[5]] = match;
  let hour = Number(hours) % 24;
  if (half === "pm" && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ["monday", "mon", "montag", "lundi", "lunes"],
    ["tuesday", "tue", "dienstag", "mardi", "martes"],
    ["wednesday", "wed", "mittwoch", "mercredi", "miercoles"],
    ["thursday", "thu", "donnerstag", "jeudi", "jueves"],
    ["friday", "fri", "freitag", "vendredi", "viernes"],
    ["saturday", "sat", "samstag", "samedi", "sabado"],
    ["sunday", "sun", "sonntag", "dimanche", "domingo"],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** All that names a day or time holds a digit or a weekday's name; most headings and lines hold neither. */
const whenHint = new RegExp(["\\d", ...weekdays.keys()].join("|"), "u");

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const dayWords =
  /\b(?:day|tag|jour|dia|día)\s?-?\s?\d{1,2}\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b20\d\d[-_.]?[01]\d[-_.]?[0-3]\d\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d{1,2}(?:st|nd|rd|th)?\b/giu;

/** The day of the programme that words name: by its number, weekday or date. Never one the programme does not have. */
export function dayIn(plain: string, days: readonly Day[]): Day | null {
  const iso = /\b(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)\b/u.exec(plain);
  if (iso !== null) return days.find((day) => day === `${iso[1]}-${iso[2]}-${iso[3]}`) ?? null;
  const numbered = /\b(?:day|tag|jour|dia)[\s_-]?([1-9])\b/u.exec(plain);
  if (numbered !== null) return days[Number(numbered[1]) - 1] ?? null;
  const dated =
    /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s(\d{1,2})\b/u.exec(
      plain,
    );
  if (dated !== null) {
    const month = months.indexOf(dated[2] ?? dated[3] ?? "") + 1;
    const end = `-${String(month).padStart(2, "0")}-${(dated[1] ?? dated[4] ?? "").padStart(2, "0")}`;
    const found = days.filter((day) => day.endsWith(end));
    if (found.length === 1) return found[0] ?? null;
  }
  for (const word of plain.match(/[a-z]{3,10}/gu) ?? []) {
    const weekday = weekdays.get(word);
    if (weekday === undefined) continue;
    const found = days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek === weekday);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** A room's whole name, or its first word where that has a digit ("H.1302" of "H.1302 (Depage)"). */
function roomIn(plain: string, programme: Programme): { key: string; sessions: readonly number[] } | null {
  if (programme.byRoom.size === 0) return null;
  const words = roomKey(plain);
  const { all, firsts } = roomsOf(programme);
  if (!words.split(" ").some((word) => firsts.has(word))) return null;
  const key = ` ${words} `;
  for (const { room, whole, isOwn, first, firstWhole, sessions } of all) {
    if (key.includes(whole) && (isOwn || key.includes(" room ") || key.includes(" hall "))) {
      return { key: room, sessions };
    }
    if (first !== null && key.includes(firstWhole)) return { key: first, sessions };
  }
  return null;
}

interface Room {
  room: string;
  /** The room between blanks, as it is looked for. */
  whole: string;
  /** It needs no "room" or "hall" beside it. */
  isOwn: boolean;
  /** Its first word, where that alone names it. */
  first: string | null;
  firstWhole: string;
  sessions: readonly number[];
}

interface Rooms {
  all: readonly Room[];
  /** Their first words: a heading without any of them names no room. */
  firsts: ReadonlySet<string>;
}

const rooms = new WeakMap<Programme, Rooms>();

/** The rooms as every heading is searched for them; worked out once per programme. */
function roomsOf(programme: Programme): Rooms {
  let found = rooms.get(programme);
  if (found === undefined) {
    const all = [...programme.byRoom]
      .filter(([room]) => room.length > 0)
      .map(([room, sessions]) => {
        const [first = ""] = room.split(" ");
        const isFirst = first !== room && /\d/u.test(first) && first.length > 2;
        return {
          room,
          whole: ` ${room} `,
          isOwn: /\d/u.test(room) || room.includes(" "),
          first: isFirst ? first : null,
          firstWhole: ` ${first} `,
          sessions,
        };
      });
    found = { all, firsts: new Set(all.map(({ firstWhole }) => firstWhole.trim())) };
    rooms.set(programme, found);
  }
  return found;
}

function withoutRoom(text: string, key: string): string {
  const parts = new Set(key.split(" "));
  return text
    .split(/\s+/u)
    .filter((word) => !parts.has(roomKey(word)))
    .join(" ");
}
