import { saysWhen } from "./act-day.ts";
import { firstFrom } from "#domain/model/place.ts";
import type { DayFound } from "./days.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import type { Sentence } from "./sentence.ts";

/** No further back is looked for what belongs to an act. */
const reach = 160;

/**
 * Where a step's quote begins: before the title of who acts, the words that ask for it, the condition it hangs on, the
 * name it is put to ("Angela, draft ..."), or the day that heads it ("Tuesday breakfast: tell ...").
 */
export function startOf(
  sentence: Sentence,
  frame: Frame,
  extent: Extent,
  floor: number,
): { start: number; day: DayFound | null } {
  const { text } = sentence;
  let { start, day } = extent;
  for (const before of frame.subject.who === "person" ? [titles, asking, condition] : [asking, condition]) {
    const from = Math.max(floor, start - reach);
    const match = before.exec(text.slice(from, start));
    if (match === null) continue;
    const end = start;
    start = from + match.index + (match[1]?.length ?? 0);
    // "If it is not there on Friday I ring him": the condition tells when.
    if (before === condition) day ??= lastDay(sentence, start, end);
  }
  const named = nameBefore(sentence, frame, start, floor);
  if (named !== null) start = named;
  const heading = day === null ? dayBefore(sentence, start, floor) : null;
  return heading === null ? { start, day } : { start: heading.start, day: heading };
}

// Each ends where the act begins; the first group is what stands before and is none of it. All look at `reach` characters.
const titles =
  /(^|[\s(,;:])(?:(?:mr|mrs|ms|miss|dr|prof|eng|frau|herr|hr)\.?\s\p{L}[\p{L}'’-]{1,24}\s(?:and|&|und)\s)?(?:mr|mrs|ms|miss|dr|prof|eng|hr|herrn?|frau|fr|mme|mlle|mevrouw|meneer|madam|madame|monsieur|sir|don|doña|sr|sra|srta|señor|señora|ing|mag|rev|sister|father)\.?\s$/iu;
const asking =
  /(^|[\s,;:.])(?:(?:i|he|she|they|we|il|elle|er|sie|ich|\p{Lu}[\p{L}.'’-]{1,20})\s)?(?:(?:have|has|had|ai|a|hat|habe|ha|he)\s)?(?:also\s)?(?:asked|asks|wondered|wonders|wanted to know|wants to know|demande|demandé|fragte?|gefragt|preguntó|pregunta|pregunté|aimerait|voudrait|souhaite|souhaiterait)(?:\s(?:me|us|him|her|them|mich|uns|nous))?,?\s(?:if|whether|ob|si|que|qu['’])\s?$/iu;
const condition =
  /(^|[.;:–—-]\s{0,2})(?:if|wenn|falls|si|s['’]|unless|as long as|sofern|once|sobald|when|quand|cuando)\s[^.;:]{0,140}$/iu;

/** "Angela, draft by Friday", "Femke please repair": whom an order names in front. */
function nameBefore(sentence: Sentence, frame: Frame, start: number, floor: number): number | null {
  if (floor > 0 || frame.subject.who === "me" || frame.subject.who === "we") return null;
  const [name] = sentence.names;
  if (name === undefined || name.means !== "person" || name.end > start) return null;
  const isFirst = /^\W{0,2}$/u.test(sentence.text.slice(0, name.start));
  const between = sentence.text.slice(name.end, start);
  return isFirst && between.length < 24 && put.test(between) ? name.start : null;
}

const put = /^(?:\s?[,:]|\s[–—-])?\s(?:(?:please|pls|plz|bitte|por favor|stp|svp),?\s)?$/iu;

/** "thurs breakfast: tell everyone": a day, and at most three words up to a colon or comma. */
function dayBefore(sentence: Sentence, start: number, floor: number): DayFound | null {
  const day = lastDay(sentence, floor, start);
  if (day === null) return null;
  return /^(?:\s[\p{L}'’-]{1,20}){0,3}\s?[:,–—-]\s$/u.test(sentence.text.slice(day.end, start)) ? day : null;
}

/** The last day that is said between two offsets, where it says when. */
function lastDay(sentence: Sentence, from: number, to: number): DayFound | null {
  const days = sentence.days();
  const day = days[firstFrom(days, to) - 1];
  return day !== undefined && day.start >= from && day.end <= to && saysWhen(sentence, day) ? day : null;
}
