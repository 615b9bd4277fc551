import { sayDay, sayDistance } from "./say.ts";
import { type Day, daysBetween } from "./time.ts";

/** How a connection stands (EC3), from coldest to hottest. */
export const warmths = ["cold", "cooling", "warm", "hot"] as const;
export type WarmthLevel = (typeof warmths)[number];

/** What warmth is computed from; nothing else is. */
export interface WarmthFacts {
  today: Day;
  /** How the person is called in the sentence. */
  name: string;
  /** The newest contact, whoever began it, and what it was: "you e-mailed". Null where there was none. */
  last: { day: Day; words: string } | null;
  /** They called, wrote or met me within the last 30 days, the meeting at the event itself not counted. */
  isMutual: boolean;
  /** They wrote, on this day, and nothing of mine came after it. */
  unansweredOn: Day | null;
  /** What I owe them past its day, the oldest first. */
  owed: readonly { what: string; sinceOn: Day }[];
  /** Promises that either side kept within the last 30 days. */
  kept: number;
  /** The slow rhythm chosen for the person: as long as it is kept, nothing has cooled. */
  rhythmDays: number | null;
}

export interface Warmth {
  level: WarmthLevel;
  /** One sentence that names the facts it rests on: "cooling: you owe Ana “the deck” since Tue 3 Feb, last touch 12 days ago". */
  sentence: string;
}

/** A reply, or a promise kept, is news for so long. */
export const newsDays = 30;
const hotDays = 7;
const warmDays = 21;
const coolingDays = 60;

/**
 * How warm a connection is, and why (EC3). Time since the last contact sets it: warm for three weeks (or one rhythm), cooling for
 * two months (or two rhythms), then cold. Hot is a week-old contact that goes both ways, or where a promise was kept. A promise of
 * mine past its day makes it one colder: silence is not what cools, being let down is. A touch never makes it colder.
 */
export function warmthOf(facts: WarmthFacts): Warmth {
  const level = warmths[levelOf(facts)] ?? "cold";
  return { level, sentence: `${level}: ${reasonsOf(facts).join(", ")}` };
}

function levelOf({ today, last, isMutual, owed, kept, rhythmDays }: WarmthFacts): number {
  if (last === null) return 0;
  const days = daysBetween(last.day, today);
  const rhythm = rhythmDays ?? 0;
  let level = 0;
  if (days <= hotDays && (isMutual || kept > 0)) level = 3;
  else if (days <= Math.max(warmDays, rhythm)) level = 2;
  else if (days <= Math.max(coolingDays, 2 * rhythm)) level = 1;
  return Math.max(0, owed.length > 0 ? level - 1 : level);
}

function reasonsOf({ today, name, last, unansweredOn, owed, kept }: WarmthFacts): string[] {
  const reasons: string[] = [];
  const [oldest] = owed;
  if (oldest !== undefined) {
    const more = owed.length > 1 ? ` and ${owed.length - 1} more` : "";
    reasons.push(`you owe ${name} “${oldest.what}”${more} since ${sayDay(oldest.sinceOn, today)}`);
  }
  if (unansweredOn !== null) reasons.push(`${name} wrote on ${sayDay(unansweredOn, today)} and has no answer yet`);
  if (kept > 0) reasons.push(kept === 1 ? "a promise was kept lately" : `${kept} promises were kept lately`);
  if (last === null) reasons.push("no touch yet");
  else reasons.push(`last touch ${sayDistance(daysBetween(today, last.day))} (${last.words})`);
  return reasons;
}
