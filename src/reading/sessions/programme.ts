import { type Day, type TimeZone } from "#domain/model/time.ts";
import { folded } from "../names/folding.ts";
import { partsOfName } from "../names/person-name.ts";
import type { KnownSession } from "../read.ts";
import { sessionWords, stemOf } from "./words.ts";

/** A programme arranged for finding the session that a heading means. Sessions are numbered as in the list given. */
export interface Programme {
  sessions: readonly KnownSession[];
  /** Title words of each session, each once. */
  titles: readonly (readonly string[])[];
  /** The number of the first session of the same title, for each. */
  titleOf: Int32Array;
  /** Weight of each title: the rarity of its words added up. */
  weights: Float64Array;
  /** Title word to the sessions that have it. */
  byWord: ReadonlyMap<string, readonly number[]>;
  /** Title words in order, for short forms ("auth"). */
  vocabulary: readonly string[];
  /** Title words by first letter and length, for misspellings. */
  byStart: ReadonlyMap<string, readonly string[]>;
  /** Speakers' words (given and family names, stemmed like all words) to sessions. */
  bySpeakerWord: ReadonlyMap<string, readonly number[]>;
  /** "given family", plain, to sessions. */
  bySpeaker: ReadonlyMap<string, readonly number[]>;
  /** Day and local time "10:30" to sessions that start then. */
  byTime: ReadonlyMap<string, readonly number[]>;
  /** Room's plain words, joined, to sessions. */
  byRoom: ReadonlyMap<string, readonly number[]>;
  /** Each session's local day, or null. */
  days: readonly (Day | null)[];
  /** The days of the programme in order. */
  allDays: readonly Day[];
  /** Sessions that say keynote in title or track. */
  keynotes: readonly number[];
}

const programmes = new WeakMap<readonly KnownSession[], Map<TimeZone, Programme>>();

/** The programme of a list of sessions; arranged once per list and zone. */
export function programmeOf(sessions: readonly KnownSession[], timeZone: TimeZone): Programme {
  let zones = programmes.get(sessions);
  if (zones === undefined) {
    zones = new Map();
    programmes.set(sessions, zones);
  }
  let programme = zones.get(timeZone);
  if (programme === undefined) {
    programme = arranged(sessions, timeZone);
    zones.set(timeZone, programme);
  }
  return programme;
}

/** How rare a word is among the titles; of a word no title has, as if one had. */
export function rarity(programme: Programme, word: string): number {
  const count = programme.byWord.get(word)?.length ?? 1;
  return Math.log(1 + programme.sessions.length / count);
}

function arranged(sessions: readonly KnownSession[], timeZone: TimeZone): Programme {
  const byWord = new Map<string, number[]>();
  const bySpeakerWord = new Map<string, number[]>();
  const bySpeaker = new Map<string, number[]>();
  const byTime = new Map<string, number[]>();
  const byRoom = new Map<string, number[]>();
  const titles: string[][] = [];
  const days: (Day | null)[] = [];
  const keynotes: number[] = [];
  const clock = localClock(timeZone);
  for (const [number, session] of sessions.entries()) {
    const words = [...new Set(sessionWords(session.title))];
    titles.push(words);
    for (const word of words) push(byWord, word, number);
    for (const speaker of session.speakers) {
      const { given, family } = partsOfName(speaker.name, { givenName: null, familyName: null });
      const first = stemOf(folded(given[0] ?? ""));
      const last = stemOf(folded(family.at(-1) ?? ""));
      if (first !== "" && last !== "") push(bySpeaker, `${first} ${last}`, number);
      for (const word of new Set([first, last])) if (word.length > 1) push(bySpeakerWord, word, number);
    }
    const at = session.startsAt === null ? null : clock(session.startsAt);
    days.push(at?.day ?? null);
    if (at !== null) push(byTime, `${at.day} ${at.time}`, number);
    if (session.room !== null) push(byRoom, roomKey(session.room), number);
    if (/keynote/iu.test(`${session.title} ${session.track ?? ""}`)) keynotes.push(number);
  }
  const vocabulary = [...byWord.keys()].sort();
  const byStart = new Map<string, string[]>();
  for (const word of vocabulary) push(byStart, word.charAt(0) + word.length, word);
  const programme: Programme = {
    sessions,
    titles,
    titleOf: sameTitles(sessions),
    weights: new Float64Array(sessions.length),
    byWord,
    vocabulary,
    byStart,
    bySpeakerWord,
    bySpeaker,
    byTime,
    byRoom,
    days,
    allDays: [...new Set(days.filter((day) => day !== null))].sort(),
    keynotes,
  };
  for (const [number, words] of titles.entries()) {
    let weight = 0;
    for (const word of words) weight += rarity(programme, word);
    programme.weights[number] = weight;
  }
  return programme;
}

function sameTitles(sessions: readonly KnownSession[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(sessions, ({ title }, number) => {
    const same = first.get(title) ?? number;
    first.set(title, same);
    return same;
  });
}

/** Rooms are compared by their plain letters and digits: "H.1302 (Depage)" as "h1302 depage". */
export function roomKey(room: string): string {
  const plain = folded(room);
  // Most of what is asked is a line of notes, and plain already.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(plain)) return plain;
  return plain
    .replace(/[.\-_]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Local day and time of an instant. Starts repeat (a programme has a few dozen of them), so each is worked out once.
 */
function localClock(timeZone: TimeZone): (instant: string) => { day: Day; time: string } {
  const known = new Map<string, { day: Day; time: string }>();
  return (instant) => {
    let at = known.get(instant);
    if (at === undefined) {
      const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
      at = {
        day: local.toPlainDate().toString() as Day, // a plain date's text is a calendar day
        time: local.toPlainTime().toString({ smallestUnit: "minute" }),
      };
      known.set(instant, at);
    }
    return at;
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (there.at(-1) !== value) there.push(value);
}
