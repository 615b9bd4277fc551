import type { Day } from "#domain/model/time.ts";
import type { Heading } from "./heading.ts";
import type { Programme } from "./programme.ts";
import { match } from "./title-match.ts";
import { sessionWords } from "./words.ts";

/** Among a speaker's own sessions few words decide. */
const scoreMinAmongOwn = 0.25;
const leadMinAmongOwn = 0.1;

/** The one session of a speaker whose whole name the heading gives; with several, the words choose or none. */
export function sessionOfSpeaker(programme: Programme, heading: Heading, day: Day | null): number | null {
  const { words } = heading;
  for (let at = 0; at + 1 < words.length; at += 1) {
    // A speaker's words are also known one by one; that spares making most pairs.
    if (!mayBeSpeaker(programme, words[at]) || !mayBeSpeaker(programme, words[at + 1])) continue;
    const all = programme.bySpeaker.get(`${words[at] ?? ""} ${words[at + 1] ?? ""}`);
    if (all === undefined) continue;
    const rest = words.filter((_word, place) => place !== at && place !== at + 1);
    const chosen = byWords(programme, rest, all);
    if (chosen !== null) return chosen;
    const onDay = day === null ? all : all.filter((session) => programme.days[session] === day);
    const sessions = onDay.length > 0 ? onDay : all;
    // "Ana Ruiz" or "Ana Ruiz, Contoso": nothing but the name, or little beside it.
    const isBare = rest.length <= 2 && match(programme, rest, { within: new Set(sessions) }) === null;
    if (sessions.length === 1 && isBare) return sessions[0] ?? null;
  }
  return null;
}

function mayBeSpeaker(programme: Programme, word = ""): boolean {
  return word.length <= 1 || programme.bySpeakerWord.has(word);
}

function byWords(programme: Programme, words: readonly string[], sessions: readonly number[]): number | null {
  const found = words.length === 0 ? null : match(programme, words, { within: new Set(sessions) });
  if (found === null || found.coverage === 0) return null;
  return found.score >= scoreMinAmongOwn && found.score - found.second >= leadMinAmongOwn ? found.session : null;
}

/** "Opening (R. Ainsley)", "Version nothing / Oksana Bilyk", "Licensing - Rob Tierney": the end of a title line. */
const byline = /^(.{0,100}?)\s*(?:\(([^()]{2,80})\)|\s[-–—|/]\s([^–—|/()]{3,50})|,\s([^,()]{3,40}))[\s.:*_=]*$/u;

/**
 * The session of a title line that ends in its speaker, by whole name or, in brackets, family name: among the speaker's
 * sessions the words before choose; one alone needs none where the name stands in brackets.
 */
export function titleWithSpeaker(programme: Programme, heading: Heading, day: Day | null): number | null {
  const parts = byline.exec(heading.text);
  if (parts === null) return null;
  const [, title = "", inBrackets, afterDash, afterComma] = parts;
  const names = inBrackets ?? afterDash ?? afterComma ?? "";
  for (const name of names.split(/\s?[,&+/]\s?|\s(?:and|und|et|y)\s/u)) {
    const said = sessionWords(name);
    const sessions = sessionsOfName(programme, said, inBrackets !== undefined);
    if (sessions.length === 0) continue;
    // "Ana Ruiz (@ana)": the line is a person and no title.
    const words = sessionWords(title).filter((word) => !said.includes(word));
    if (words.every((word) => programme.bySpeakerWord.has(word))) continue;
    const chosen = byWords(programme, words, sessions);
    if (chosen !== null) return chosen;
    const onDay = day === null ? sessions : sessions.filter((session) => programme.days[session] === day);
    const [only] = onDay.length === 1 ? onDay : sessions;
    const isOnly = onDay.length === 1 || sessions.length === 1;
    if (isOnly && inBrackets !== undefined && words.length > 0 && title.length <= 60) return only ?? null;
  }
  return null;
}

/** A speaker's sessions by given and family name; by the last word alone only where that was asked for. */
function sessionsOfName(programme: Programme, words: readonly string[], byFamily: boolean): readonly number[] {
  if (words.length === 0 || words.length > 4) return [];
  const whole = programme.bySpeaker.get(`${words[0] ?? ""} ${words.at(-1) ?? ""}`);
  if (whole !== undefined) return whole;
  return byFamily ? (programme.bySpeakerWord.get(words.at(-1) ?? "") ?? []) : [];
}
