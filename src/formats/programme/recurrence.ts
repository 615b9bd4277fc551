import { localTime, ruleParts } from "./vtimezone.ts";

/** What a rule gives: the starts in wall-clock time, and whether the rule was followed to its end. */
export interface Occurrences {
  starts: Temporal.PlainDateTime[];
  isComplete: boolean;
}

/** A year of daily items; no event's programme goes beyond. */
const occurrencesMax = 366;

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const followed: ReadonlySet<string> = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"]);

/**
 * Expands the recurrences that programmes have (RFC 5545, section 3.3.10): daily and weekly, on given weekdays, with
 * a number or a last day. Every other rule, and one without an end, gives the first start alone, not complete: a rule
 * made to run for ever costs nothing here. `offsetSeconds` is the first start's distance from UTC: a rule states its
 * end in UTC, its starts are wall-clock times.
 */
export function occurrencesOf(first: Temporal.PlainDateTime, rule: string, offsetSeconds: number): Occurrences {
  const parts = ruleParts(rule);
  const once: Occurrences = { starts: [first], isComplete: false };
  const frequency = parts.get("FREQ");
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const days = weekdaysOf(parts.get("BYDAY"));
  const last = lastOf(parts, first, offsetSeconds);
  if (frequency !== "DAILY" && frequency !== "WEEKLY") return once;
  if ([...parts.keys()].some((name) => !followed.has(name)) || days === null || last === null) return once;
  if (!Number.isInteger(interval) || interval < 1 || interval > 366) return once;

  const starts: Temporal.PlainDateTime[] = [];
  const monday = first.toPlainDate().subtract({ days: first.dayOfWeek - 1 });
  // Candidates are days; at most a week of them is looked at for each occurrence that can be taken.
  for (let step = 0; step < occurrencesMax * 7; step += 1) {
    const at = candidate(first, step, { frequency, interval, monday, hasDays: days.size > 0 });
    if (Temporal.PlainDateTime.compare(at, last.until) > 0) return { starts, isComplete: true };
    if (Temporal.PlainDateTime.compare(at, first) < 0) continue;
    if (days.size > 0 && !days.has(at.dayOfWeek)) continue;
    starts.push(at);
    if (starts.length >= last.count) return { starts, isComplete: true };
    if (starts.length >= occurrencesMax) return { starts, isComplete: false };
  }
  return starts.length === 0 ? once : { starts, isComplete: false };
}

interface Stride {
  frequency: string;
  interval: number;
  monday: Temporal.PlainDate;
  hasDays: boolean;
}

function candidate(first: Temporal.PlainDateTime, step: number, stride: Stride): Temporal.PlainDateTime {
  if (stride.frequency === "DAILY") return first.add({ days: step * stride.interval });
  if (!stride.hasDays) return first.add({ days: step * 7 * stride.interval });
  const week = Math.floor(step / 7) * stride.interval;
  return stride.monday.add({ days: week * 7 + (step % 7) }).toPlainDateTime(first.toPlainTime());
}

/** ISO weekdays; empty where none are named, null where they are counted (`2MO`), which is not followed. */
function weekdaysOf(list: string | undefined): ReadonlySet<number> | null {
  if (list === undefined) return new Set();
  const days = list.split(",").map((name) => weekdays.indexOf(name) + 1);
  return days.includes(0) ? null : new Set(days);
}

/** How the rule ends; null where it does not. */
function lastOf(
  parts: ReadonlyMap<string, string>,
  first: Temporal.PlainDateTime,
  offsetSeconds: number,
): { count: number; until: Temporal.PlainDateTime } | null {
  const stated = parts.get("UNTIL");
  const far = first.add({ years: 20 });
  if (stated !== undefined) {
    const until = localTime(stated);
    if (until === null) return null;
    // A day alone means all of it.
    if (!stated.includes("T")) return { count: Infinity, until: until.with({ hour: 23, minute: 59 }) };
    return { count: Infinity, until: stated.endsWith("Z") ? until.add({ seconds: offsetSeconds }) : until };
  }
  const count = Number(parts.get("COUNT"));
  return Number.isInteger(count) && count > 0 ? { count, until: far } : null;
}
