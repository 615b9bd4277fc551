import type { Day } from "#domain/model/time.ts";
import { flag, lexicon } from "../names/lexicon.ts";
import { nameTokens } from "../names/tokens.ts";
import type { Heading } from "./heading.ts";
import type { Programme } from "./programme.ts";
import { sessionOfSpeaker, titleWithSpeaker } from "./speaker.ts";
import { type Match, match } from "./title-match.ts";
import { sessionWords, stemOf } from "./words.ts";

/** What holds around the words: the day, and the session they stand under already. */
interface Around {
  day: Day | null;
  /** The session around them; a part of its notes needs more to be another's. */
  within: number | null;
  /** Under a heading of people met: a name there is a person and not the person's talk. */
  isAmongPeople?: boolean;
}

/**
 * A heading is a session's from this score and this far ahead of the next. Measured on 600 titles with words left out,
 * misspelt or cut: 85 in 100 found, 2 in 1,000 wrong; of 1,400 headings and file names of other events, 17 in 1,000.
 */
const scoreMin = 0.5;
const leadMin = 0.1;
/** Under a session's heading, a heading of its own topics is likelier: "Time series" in a talk on something else. */
const scoreMinInside = 0.7;
const leadMinInside = 0.25;
/** Where day and time, or room, leave a few sessions, fewer words decide between them. */
const scoreMinAtTime = 0.25;

/** The session a heading or file name means; null where it says too little or fits several. */
export function sessionOfHeading(programme: Programme, heading: Heading, around: Around): number | null {
  const atTime = sessionsAt(programme, heading, around.day);
  if (atTime !== null) {
    if (heading.isBare) {
      const keynotes = heading.isKeynote ? atTime.filter((session) => programme.keynotes.includes(session)) : atTime;
      return keynotes.length === 1 ? (keynotes[0] ?? null) : null;
    }
    const found = match(programme, heading.words, { within: new Set(atTime) });
    if (found !== null && found.score >= scoreMinAtTime && found.score - found.second >= leadMin) return found.session;
  }
  if (heading.isKeynote && heading.isBare) return heading.isOtherDay ? null : theKeynote(programme, around.day);
  if (around.isAmongPeople !== true) {
    const bySpeaker =
      titleWithSpeaker(programme, heading, around.day) ?? sessionOfSpeaker(programme, heading, around.day);
    if (bySpeaker !== null) return bySpeaker;
  }
  const found = heading.words.length === 0 ? null : match(programme, heading.words);
  if (found !== null && isSure(found, heading.words, around.within)) return found.session;
  // Words that fit several sessions may fit one of the day's.
  const onDay = around.day === null || heading.words.length === 0 ? null : sessionsOn(programme, around.day);
  const there = onDay === null ? null : match(programme, heading.words, { within: onDay });
  if (there !== null && isSure(there, heading.words, around.within)) return there.session;
  return around.within === null ? inSmallProgramme(programme, heading) : null;
}

/** So few sessions that a rare word of one's title says which: "4. Licensing (Rob Tierney)" of "Licensing explained". */
const smallProgramme = 60;

function inSmallProgramme(programme: Programme, heading: Heading): number | null {
  if (programme.sessions.length > smallProgramme) return null;
  const words = new Set(sessionWords(heading.text.replace(/\([^()]*\)\W*$/u, "")));
  const found = words.size === 0 ? null : match(programme, [...words]);
  if (found === null || found.shared < words.size) return null;
  return found.coverage >= coverageMinSmall && found.score - found.second >= leadMinSmall ? found.session : null;
}

/** Each word must be the title's, a fifth of it at least, and no other title nearly as near. */
const coverageMinSmall = 0.2;
const leadMinSmall = 0.2;

/** For a line that may be a heading: the session only where the line is little else than its name, speaker and time. */
export function isSessionName(programme: Programme, heading: Heading, around: Around): number | null {
  if (heading.isBare && heading.time === null && !heading.isKeynote) return null;
  if (heading.words.length > 14) return null;
  const withSpeaker = titleWithSpeaker(programme, heading, around.day);
  if (withSpeaker !== null) return withSpeaker;
  const session = namedByLine(programme, heading, around);
  return session !== null && (heading.isBare || isLittleElse(programme, heading, session)) ? session : null;
}

function namedByLine(programme: Programme, heading: Heading, around: Around): number | null {
  const atTime = sessionsAt(programme, heading, around.day);
  if (atTime !== null) {
    const found = sessionOfHeading(programme, heading, around);
    if (found !== null) return found;
  }
  if (heading.isKeynote && heading.isBare) return heading.isOtherDay ? null : theKeynote(programme, around.day);
  // A name alone is a person met or present oftener than the person's talk.
  const bySpeaker = heading.words.length > 2 ? sessionOfSpeaker(programme, heading, around.day) : null;
  if (bySpeaker !== null && sharesTitle(programme, heading, bySpeaker)) return bySpeaker;
  const found = heading.words.length === 0 ? null : match(programme, heading.words);
  if (found === null || !isSure(found, heading.words, around.within)) return null;
  return found.score >= scoreMinLine && found.coverage >= coverageMinLine && found.shared >= 2 ? found.session : null;
}

function sharesTitle(programme: Programme, heading: Heading, session: number): boolean {
  return (match(programme, heading.words, { within: new Set([session]) })?.coverage ?? 0) > 0;
}

/** "Ana's rota talk was the best" is a note on a talk, not its title: every word must be the session's, or all but one after a time. */
function isLittleElse(programme: Programme, heading: Heading, session: number): boolean {
  const found = match(programme, heading.words, { within: new Set([session]) });
  return (found?.shared ?? 0) >= new Set(heading.words).size - (heading.time === null ? 0 : 1);
}

/** A line must hold most of the title: any note of a talk holds some words of another's. */
const scoreMinLine = 0.65;
const coverageMinLine = 0.5;

/** Sessions that start at the time, or are in the room, that a heading names; null where it names neither. */
function sessionsAt(programme: Programme, heading: Heading, day: Day | null): number[] | null {
  let found: number[] | null = null;
  if (heading.time !== null) {
    const days = day === null ? programme.allDays : [day];
    found = days.flatMap((one) => programme.byTime.get(`${one} ${heading.time ?? ""}`) ?? []);
  }
  if (heading.inRoom !== null) {
    const inRoom = new Set(heading.inRoom);
    found =
      found === null
        ? [...inRoom].filter((session) => day === null || programme.days[session] === day)
        : found.filter((session) => inRoom.has(session));
  }
  return found === null || found.length === 0 ? null : found;
}

function sessionsOn(programme: Programme, day: Day): Set<number> {
  const sessions = new Set<number>();
  for (const [session, on] of programme.days.entries()) if (on === day) sessions.add(session);
  return sessions;
}

/** The keynote of the day, or of the programme, where there is exactly one. */
function theKeynote(programme: Programme, day: Day | null): number | null {
  const keynotes =
    day === null ? programme.keynotes : programme.keynotes.filter((session) => programme.days[session] === day);
  return keynotes.length === 1 ? (keynotes[0] ?? null) : null;
}

function isSure(found: Match, words: readonly string[], within: number | null): boolean {
  if (found.session === within) return true;
  // A speaker's name alone is `sessionOfSpeaker`'s to judge.
  if (found.coverage === 0) return false;
  const lead = found.score - found.second;
  if (found.shared < 2) {
    // One word is a name of its own ("HAMNET") or the whole title.
    const [word = ""] = words;
    const isWhole = found.coverage > 0.99 && found.score > 0.9;
    const isOwn = words.length === 1 && lead >= 0.5 && word.length >= 4 && isNoWord(word);
    return within === null && (isOwn || (isWhole && lead >= leadMin));
  }
  return within === null
    ? found.score >= scoreMin && lead >= leadMin
    : found.score >= scoreMinInside && lead >= leadMinInside && found.coverage >= coverageMinLine;
}

function isNoWord(stem: string): boolean {
  const flags = (lexicon().get(stem) ?? 0) | (lexicon().get(`${stem}e`) ?? 0) | (lexicon().get(`${stem}s`) ?? 0);
  return (flags & (flag.ordinary | flag.thing | flag.place | flag.time | flag.role | flag.given)) === 0;
}

/** Words that say that a talk is meant: "the Kernel TLS talk", "Sitzung". */
const talkWord =
  /\b(?:talk|session|keynote|workshop|presentation|tutorial|lecture|panel|vortrag|sitzung|charla|ponencia|taller)\b/gi;
const quoted = /["“„«]([^"“”„«»]{6,150})["”“»]/gu;
const quotes = /["“„«]/u;
/** How many words before "talk" may be its name. */
const wordsBeforeMax = 8;

/**
 * The session that one block names among other words: a title in quotation marks, "the Kernel TLS talk", "Ana's talk",
 * or most of a longer title in a row. `words` are the block's where it is short, else null. Null for anything less.
 */
export function quotedSession(
  programme: Programme,
  text: string,
  { words, within }: { words: readonly string[] | null; within: number | null },
): number | null {
  if (quotes.test(text)) {
    for (const { 1: title = "" } of text.matchAll(quoted)) {
      const inside = sessionWords(title);
      const found = inside.length < 2 ? null : match(programme, inside);
      if (found !== null && isSure(found, inside, within) && found.coverage >= coverageMinLine) return found.session;
    }
  }
  for (const said of text.matchAll(talkWord)) {
    const before = text.slice(Math.max(0, said.index - 80), said.index);
    const clause = before.slice(before.search(/[^.!?;:,()]*$/u));
    const found = namedBefore(programme, clause, within) ?? speakersTalk(programme, clause);
    if (found !== null) return found;
  }
  return words === null ? null : longTitle(programme, words, within);
}

/** Amid prose a title must be said more fully than in a heading. */
const scoreMinQuoted = 0.6;

/** The best fit of the last words before "talk", taking ever more of them. */
function namedBefore(programme: Programme, clause: string, within: number | null): number | null {
  const tokens = nameTokens(clause);
  let best: Match | null = null;
  let bestWords: readonly string[] = [];
  for (let count = 1; count <= Math.min(wordsBeforeMax, tokens.length); count += 1) {
    const first = tokens[tokens.length - count];
    const words = sessionWords(clause.slice(first?.start ?? 0));
    if (words.length === 0 || words.length === bestWords.length) continue;
    const found = match(programme, words, { own: 0.7 });
    if (found !== null && (best === null || found.score > best.score)) {
      best = found;
      bestWords = words;
    }
  }
  return best !== null && best.score >= scoreMinQuoted && isSure(best, bestWords, within) ? best.session : null;
}

/** "Ana Ruiz's talk", "Ruiz' session" where the speaker has exactly one. */
function speakersTalk(programme: Programme, clause: string): number | null {
  const tokens = nameTokens(clause);
  const last = tokens.at(-1);
  if (last === undefined || last.ending !== "s" || last.shape !== "capital") return null;
  const before = tokens.at(-2);
  const whole =
    before === undefined ? undefined : programme.bySpeaker.get(`${stemOf(before.plain)} ${stemOf(last.plain)}`);
  const sessions = whole ?? programme.bySpeakerWord.get(stemOf(last.plain)) ?? [];
  return sessions.length === 1 ? (sessions[0] ?? null) : null;
}

/** Nearly all of a title of three words or more, inside a short line. */
function longTitle(programme: Programme, words: readonly string[], within: number | null): number | null {
  if (words.length < 3 || words.length > 24) return null;
  const found = match(programme, words, { own: 0.2 });
  if (found === null || found.shared < 3 || found.coverage < 0.8) return null;
  return found.score >= scoreMinInside && found.score - found.second >= leadMinInside && found.session !== within
    ? found.session
    : null;
}
