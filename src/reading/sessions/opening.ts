import type { Day } from "#domain/model/time.ts";
import { folded } from "../names/folding.ts";
import { type Heading, readHeading } from "./heading.ts";
import type { Programme } from "./programme.ts";
import { match } from "./title-match.ts";
import { sessionWords, stemOf } from "./words.ts";

/** A first sentence longer than that says more than which talk it is. */
const openingMax = 220;

/** The first sentence of a paragraph, up to its full stop, colon or dash; two where the first has no more than three words ("Trials. Mel Osei ..."). */
function firstSentence(text: string): string {
  const head = text.slice(0, openingMax).replace(/^\W*(?:\d{1,2}\s?[/.)]\s*)?/u, "");
  const end = sentenceEnd(head, 0);
  if (end < 0) return text.length > openingMax ? "" : head;
  if (head.slice(0, end).trim().split(/\s+/u).length > 3) return head.slice(0, end);
  const next = sentenceEnd(head, end + 1);
  return next < 0 ? head.slice(0, end) : head.slice(0, next);
}

function sentenceEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[.!?:](?=[\s*_"”]|$)|\s[–—]\s/u);
  return end < 0 ? -1 : from + end;
}

/**
 * The session that a paragraph of prose begins to tell of: its first sentence holds nearly a whole title ("Pricing as a
 * feature, Ottoline Marsh", "Ship the boring half first was better than its title"), or says by whole name which speaker
 * of the programme, of one session, spoke ("Ragnhild Moen spoke about ..."). Null for anything less, and where the
 * sentence sets another scene ("Lunch, standing.").
 */
export function sessionOfOpening(programme: Programme, text: string, day: Day | null): number | null {
  const said = firstSentence(text);
  // A title in quotation marks, "Ana's talk": a remark on a session, which its own block belongs to.
  if (said === "" || /["“„«]/u.test(said) || /['’]s\s(?:talk|session|keynote|workshop)/iu.test(said) || setsScene(text))
    return null;
  const heading = readHeading(said, programme);
  return speaking(programme, said, day) ?? titleIn(programme, heading, said);
}

/** Nearly all of a title among few other words. */
function titleIn(programme: Programme, heading: Heading, said: string): number | null {
  const words = sessionWords(said);
  const distinct = new Set(words);
  if (distinct.size < 2 || distinct.size > 16) return null;
  const found = match(programme, words, { own: 0.15 });
  const least = distinct.size > 8 ? 0.95 : coverageMin;
  if (found === null || found.coverage < least || found.score - found.second < leadMin) return null;
  const own = programme.titles[found.session]?.length ?? 0;
  return found.shared >= 2 && (own >= 2 || heading.words.length <= 3) ? found.session : null;
}

const coverageMin = 0.8;
const leadMin = 0.25;

/** Who, by given and family name, spoke: with one session, or one on the day. */
function speaking(programme: Programme, said: string, day: Day | null): number | null {
  const words = [...folded(said).matchAll(/[\p{L}][\p{L}'’-]*/gu)];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const one = words[at];
    const two = words[at + 1];
    if (one === undefined || two === undefined) continue;
    const sessions = programme.bySpeaker.get(`${stemOf(one[0])} ${stemOf(two[0])}`);
    if (sessions === undefined) continue;
    const onDay = day === null ? sessions : sessions.filter((session) => programme.days[session] === day);
    const [only] = onDay.length === 1 ? onDay : sessions;
    if (onDay.length !== 1 && sessions.length !== 1) continue;
    const after = folded(said).slice(two.index + two[0].length);
    const before = folded(said).slice(0, one.index);
    const isHead = /^(?:[\p{L}'’]+[.,]?\s){0,3}$/u.test(before) && telling.test(after);
    // "Trials. Mel Osei and ...": a word or two, then who spoke.
    const isTitled = /^[^.:]{2,40}[.:]\s+(?:(?:dr|prof|dame|sir)\.?\s)?$/u.test(before);
    if (isTitled || speaks.test(after) || stage.test(before) || isHead) return only ?? null;
  }
  return null;
}

const speaks =
  /^,?\s(?:\([^()]{1,60}\)\s)?(?:on|about|over|talk\w*|spoke|speaks|opened|opens|closed|presented|presents|showed|shows|gave|explained|argued|keynote|session|workshop|sur|a parle|parle|presente|uber|sprach|spricht|sobre|hablo|habla|presento)\b/u;
/** "Deepa Thangaraj played her father's screen reader": a paragraph that begins with a speaker and what they did on stage. */
const telling =
  /^(?:\s(?:and|&)\s[\p{L}'’ -]{3,40})?\s(?:spent|played|counted|counts|read|made|built|described|walked|demonstrated|demoed|ran|used|compared|measured|began|started|explains|reported|listed|cut|has been|had|took us|let us|asked the room|made us|led|moderated|chaired)\s/u;
const stage =
  /\b(?:talk|keynote|opening|session|lecture|panel|workshop|vortrag|charla|conference|expose) (?:by|of|from|was|with|von|de|par|mit)\s(?:\w+\s)?$/u;

/** A paragraph whose first words set a scene away from the stage: what was told before it is over. */
export function setsScene(text: string): boolean {
  const first = folded(text.slice(0, 60))
    .replace(/^\W*(?:\d{1,2}\s?[/.)]\s*)?/u, "")
    .replace(
      /^(?:on|in|at|over|during|before|after|beim|im|am|in der|in dem|au|a la|dans|en|al|el|la|the|then|later|day \d|first|a|an|my|our)\s(?:the\s|der\s|dem\s|la\s|le\s)?/u,
      "",
    );
  return scene.test(first);
}

const scene =
  /^(?:lunch|fish|soup|dinner|breakfast|hotel|hallway|hall|corridor|foyer|lobby|stairs|floor|expo|booth|booths|stand|stands|bar|pub|train|bus|taxi|flight|airport|plane|evening|night|home|queue|lift|elevator|dinner|reception|sticker|after hours|flur|pause|mittag|mittagessen|abendessen|abend|zug|heimweg|hotelbar|couloir|dejeuner|diner|soir|pasillo|comida|cena|tren|noche)\b(?! (?:talk|session|keynote|track))/u;
