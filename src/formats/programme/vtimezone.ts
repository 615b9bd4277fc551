import type { CalendarPart } from "./icalendar-parts.ts";

/**
 * A zone as a calendar defines it itself (VTIMEZONE, RFC 5545, section 3.6.5): wall-clock time -> instant.
 * Null where the definition has no usable part.
 */
export interface CalendarZone {
  /** The IANA name a calendar states beside its own (`X-LIC-LOCATION`, `TZID-ALIAS-OF`), as written. */
  place: string | null;
  instantOf(local: Temporal.PlainDateTime): Temporal.Instant | null;
}

export function calendarZone(part: CalendarPart): CalendarZone {
  const offsets = new Offsets(part);
  return {
    place: part.value("X-LIC-LOCATION") ?? part.value("TZID-ALIAS-OF"),
    instantOf(local) {
      const offset = offsets.at(local);
      if (offset === null) return null;
      try {
        return local.toZonedDateTime("UTC").toInstant().subtract({ seconds: offset });
      } catch {
        return null;
      }
    },
  };
}

/** The longest honest definition seen lists every change since 1883 one by one: about 240. */
const onsetsMax = 2000;
/** Yearly rules in force one after the other; a zone has had a dozen. */
const rulesMax = 40;

/** From when on (wall clock, as if it were UTC, in milliseconds) which offset holds, in seconds east of UTC. */
interface Onset {
  at: number;
  offset: number;
}

interface YearlyRule {
  first: Temporal.PlainDateTime;
  month: number;
  weekday: number;
  nth: number;
  monthDay: number | null;
  until: number;
  offset: number;
}

/** The offsets of one zone: single onsets in order, and yearly rules whose onsets are kept year by year. */
class Offsets {
  readonly #onsets: Onset[] = [];
  readonly #rules: YearlyRule[] = [];
  readonly #years = new Map<number, Onset[]>();
  #before: number | null = null;

  constructor(part: CalendarPart) {
    let earliest = Infinity;
    for (const inner of part.parts) {
      const first = localTime(inner.value("DTSTART") ?? "");
      const offset = secondsOf(inner.value("TZOFFSETTO") ?? "");
      if (first === null || offset === null) continue;
      const singles = inner.values("RDATE").flatMap((value) => value.slice(0, 100_000).split(","));
      for (const at of [first, ...singles.map(localTime)]) {
        if (at !== null && this.#onsets.length < onsetsMax) this.#onsets.push({ at: numberOf(at), offset });
      }
      const rule = yearlyOf(inner, first, offset);
      if (rule !== null && this.#rules.length < rulesMax) this.#rules.push(rule);
      if (numberOf(first) >= earliest) continue;
      earliest = numberOf(first);
      this.#before = secondsOf(inner.value("TZOFFSETFROM") ?? "") ?? offset;
    }
    this.#onsets.sort((a, b) => a.at - b.at);
  }

  /** The offset whose onset is the latest at or before a wall-clock time; before all of them, what held until then. */
  at(local: Temporal.PlainDateTime): number | null {
    const at = numberOf(local);
    let best: Onset | null = this.#single(at);
    for (const onset of [...this.#yearly(local.year), ...this.#yearly(local.year - 1)]) {
      if (onset.at <= at && (best === null || onset.at > best.at)) best = onset;
    }
    return best?.offset ?? this.#before;
  }

  #single(at: number): Onset | null {
    let low = 0;
    let high = this.#onsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#onsets[middle]?.at ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#onsets[low - 1] ?? null;
  }

  #yearly(year: number): readonly Onset[] {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const onsets = this.#rules.flatMap((rule) => {
      const at = year > rule.until ? null : onsetIn(year, rule);
      return at === null || at < numberOf(rule.first) ? [] : [{ at, offset: rule.offset }];
    });
    this.#years.set(year, onsets);
    return onsets;
  }
}

function numberOf(local: Temporal.PlainDateTime): number {
  return local.toZonedDateTime("UTC").epochMilliseconds;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Only the yearly rules that zones have (`BYMONTH=10;BYDAY=-1SU`, or days of the month with a weekday). */
function yearlyOf(part: CalendarPart, first: Temporal.PlainDateTime, offset: number): YearlyRule | null {
  const rule = ruleParts(part.value("RRULE") ?? "");
  const month = Number(rule.get("BYMONTH") ?? first.month);
  const day = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(rule.get("BYDAY") ?? "");
  if (rule.get("FREQ") !== "YEARLY" || !Number.isInteger(month) || month < 1 || month > 12) return null;
  const stated = Number.parseInt(rule.get("BYMONTHDAY") ?? "", 10);
  const monthDay = Number.isNaN(stated) ? (day === null ? first.day : null) : stated;
  const until = Number(rule.get("UNTIL")?.slice(0, 4) ?? 9999);
  const weekday = weekdays.indexOf(day?.[2] ?? "") + 1;
  return { first, month, weekday, nth: Number(day?.[1] ?? 1), monthDay, until, offset };
}

function onsetIn(year: number, rule: YearlyRule): number | null {
  try {
    const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
    return numberOf(dayIn(first, rule).toPlainDateTime(rule.first.toPlainTime()));
  } catch {
    return null;
  }
}

function dayIn(first: Temporal.PlainDate, rule: YearlyRule): Temporal.PlainDate {
  if (rule.monthDay !== null) {
    const from = first.with({ day: Math.max(1, rule.monthDay) });
    return rule.weekday === 0 ? from : from.add({ days: (rule.weekday - from.dayOfWeek + 7) % 7 });
  }
  if (rule.nth < 0) {
    const last = first.with({ day: first.daysInMonth });
    return last.subtract({ days: ((last.dayOfWeek - rule.weekday + 7) % 7) + (-rule.nth - 1) * 7 });
  }
  return first.add({ days: ((rule.weekday - first.dayOfWeek + 7) % 7) + (rule.nth - 1) * 7 });
}

/** `FREQ=YEARLY;BYMONTH=3` -> its parts, upper case, blanks gone. */
export function ruleParts(rule: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of rule.slice(0, 2000).split(";")) {
    const [name, value] = part.split("=", 2);
    if (name !== undefined && value !== undefined) {
      parts.set(name.trim().toUpperCase(), value.replace(/\s/g, "").toUpperCase());
    }
  }
  return parts;
}

/** `20250201T103000` or `20250201` as a wall-clock time. */
export function localTime(value: string): Temporal.PlainDateTime | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z?)?$/i.exec(value.trim());
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((digits) => Number(digits ?? 0));
  try {
    return Temporal.PlainDateTime.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 },
      { overflow: "reject" },
    );
  } catch {
    return null;
  }
}

function secondsOf(offset: string): number | null {
  const found = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(offset.trim());
  if (found === null) return null;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return found[1] === "-" ? -seconds : seconds;
}
