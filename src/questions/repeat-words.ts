import { type Day, plainDate } from "#domain/model/time.ts";
import { type Meaning, meaningOf, type Unit, type Weekday, weekdays } from "./repeat-lexicon.ts";

/** A phrase about repeating that stands in a text: the rule, and where the phrase stands. */
export interface RepeatFound {
  repeats: string;
  start: number;
  end: number;
}

export interface RepeatFrom {
  /** A bare "every week" or "every month" repeats on this day. */
  day: Day;
  /** ISO weekdays that are worked. */
  workingDays: readonly number[];
}

interface Token {
  start: number;
  end: number;
  meaning: Meaning | undefined;
}

/** A line is captured whole, and is no longer than this. */
const textMax = 1000;

/**
 * RP3: what a text says about repeating, the first phrase of it ("every Monday", "on the first working day of each month", "alle zwei
 * Wochen", "chaque lundi", "cada 15 días"), as a rule of RFC 5545; null where it says nothing.
 */
export function repeatIn(text: string, from: RepeatFrom): RepeatFound | null {
  if (text.length > textMax) return null;
  const tokens = [
    ...text.matchAll(/\d{1,2}(?:st|nd|rd|th|er|re|º|ª|\.)?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+|[^\s]/giu),
  ].map(({ 0: word, index }): Token => ({
    start: index,
    end: index + word.length,
    meaning: word === "," ? { is: "and" } : meaningOf(word),
  }));
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = new Phrase(tokens, at, from);
    const repeats = phrase.read();
    const [first, last] = [tokens[at], tokens[phrase.at - 1]];
    if (repeats !== null && first && last) return { repeats, start: first.start, end: last.end };
  }
  return null;
}

/** The text without the phrase, and without what joined it. */
export function withoutRepeat(text: string, { start, end }: RepeatFound): string {
  const left = text.slice(0, start).replace(/[\s,;:–-]+$/u, "");
  const right = text.slice(end).replace(/^[\s,;:–-]+/u, "");
  return [left, right].filter(Boolean).join(" ");
}

/** Reads one phrase from a token on. `at` is where it ended. */
class Phrase {
  readonly #tokens: readonly Token[];
  readonly #from: RepeatFrom;
  at: number;

  constructor(tokens: readonly Token[], at: number, from: RepeatFrom) {
    this.#tokens = tokens;
    this.#from = from;
    this.at = at;
  }

  read(): string | null {
    const begin = this.at;
    for (const read of [() => this.#every(), () => this.#onEach(), () => this.#adverb(), () => this.#plural()]) {
      const rule = read();
      if (rule !== null) return rule;
      this.at = begin;
    }
    return null;
  }

  /** "every Monday and Friday", "every other week on Monday", "every first Monday of the month", "every working day". */
  #every(): string | null {
    if (this.#take("every") === undefined) return null;
    const after = this.#small();
    const count = this.#take("number") ?? this.#take("ordinal");
    if (count !== undefined) this.#small();
    const unit = this.#unit();
    if (unit !== null) return this.#ofUnit(unit, count?.n ?? 1);
    const days = this.#days();
    if (days === null) {
      this.at = after;
      return null;
    }
    const isOfMonth = this.#isOfUnit("month");
    const n = count?.n ?? 1;
    if (count?.is === "ordinal" && (isOfMonth || n === 1 || n === -1)) return nthOf(days, n);
    return `FREQ=WEEKLY${interval(n)};BYDAY=${days.list.join(",")}`;
  }

  /** "on the 15th of every month", "on the first working day of each month", "le premier lundi de chaque mois". */
  #onEach(): string | null {
    if (this.#peek()?.is !== "small") return null;
    this.#small();
    if (this.#peek()?.is === "unit") this.at += 1; // "el día 15"
    const within = this.#within();
    if (within === null) return null;
    this.#small();
    if (this.#take("every") === undefined) return null;
    this.#small();
    const unit = this.#unit();
    if (unit === "month") return `FREQ=MONTHLY;${within}`;
    return unit === "quarter" ? `FREQ=MONTHLY;INTERVAL=3;${within}` : null;
  }

  /** "weekly" at the end of what is said, or before "on Monday": "the weekly report" says nothing about repeating. */
  #adverb(): string | null {
    const adverb = this.#take("adverb");
    if (adverb === undefined) return null;
    const end = this.at;
    const rule = this.#ofUnit(adverb.unit, adverb.each);
    const isLast = this.#tokens
      .slice(this.at)
      .every(({ meaning, start, end: till }) => meaning === undefined && till - start === 1);
    return this.at > end || isLast ? rule : null;
  }

  /** "on Mondays", "montags", "les lundis". */
  #plural(): string | null {
    this.#small();
    const first = this.#peek();
    if (first?.is !== "weekday" || !first.isPlural) return null;
    const days = this.#days();
    return days === null ? null : `FREQ=WEEKLY;BYDAY=${days.list.join(",")}`;
  }

  /** So many of a unit, with the day in it where one is said, else the day it counts from. */
  #ofUnit(unit: Unit, each: number): string | null {
    if (each < 1 || each > 99) return null;
    const { year, month, day, dayOfWeek } = plainDate(this.#from.day);
    const end = this.at;
    const hasSmall = this.#small() > end;
    if (unit === "day") {
      this.at = end;
      return `FREQ=DAILY${interval(each)}`;
    }
    if (unit === "week") {
      const days = hasSmall ? this.#days() : null;
      if (days === null) this.at = end;
      return `FREQ=WEEKLY${interval(each)};BYDAY=${days?.list.join(",") ?? weekdays[dayOfWeek - 1]}`;
    }
    if (unit === "year") {
      this.at = end;
      return `FREQ=YEARLY${interval(each)};BYMONTH=${month};BYMONTHDAY=${year % 4 === 0 && month === 2 && day === 29 ? 28 : day}`;
    }
    const within = hasSmall ? this.#within() : null;
    if (within === null) this.at = end;
    return `FREQ=MONTHLY${interval(unit === "quarter" ? each * 3 : each)};${within ?? dayOfMonth(day)}`;
  }

  /** A place in a month: "first Monday", "last day", "first working day", "15th". */
  #within(): string | null {
    const count = this.#take("ordinal") ?? this.#take("number");
    if (count === undefined) return null;
    const end = this.at;
    this.#small();
    const unit = this.#peek();
    const days = this.#days();
    if (days !== null && count.is === "ordinal") return nthOf(days, count.n).replace("FREQ=MONTHLY;", "");
    if (unit?.is === "unit" && unit.unit === "day" && this.#take("unit")) return dayOfMonth(count.n);
    this.at = end;
    return count.n === -1 ? null : dayOfMonth(count.n);
  }

  /** Weekdays, or those that are worked. */
  #days(): Days | null {
    const worked = this.#worked();
    if (worked) return { list: this.#from.workingDays.map((day) => weekdays[day - 1] ?? "MO"), isWorked: true };
    const list: Weekday[] = [];
    for (let end = this.at; ; end = this.at) {
      const day = this.#take("weekday");
      if (day === undefined) {
        this.at = end;
        break;
      }
      if (!list.includes(day.day)) list.push(day.day);
      const joined = this.at;
      while (this.#take("and") || this.#take("small"));
      if (this.#peek()?.is !== "weekday" || this.at === joined) {
        this.at = joined;
        break;
      }
    }
    const inOrder = weekdays.filter((day) => list.includes(day));
    return inOrder.length === 0 ? null : { list: inOrder, isWorked: false };
  }

  /** "working day", "jour ouvré", "Werktag". */
  #worked(): boolean {
    const begin = this.at;
    const isDay = () => {
      const next = this.#peek();
      return next?.is === "unit" && next.unit === "day" && this.#take("unit") !== undefined;
    };
    if (this.#take("worked")) {
      isDay();
      return true;
    }
    if (isDay() && this.#take("worked")) return true;
    this.at = begin;
    return false;
  }

  #unit(): Unit | null {
    const begin = this.at;
    if (this.#worked()) {
      this.at = begin;
      return null;
    }
    return this.#take("unit")?.unit ?? null;
  }

  #isOfUnit(unit: Unit): boolean {
    const begin = this.at;
    this.#small();
    this.#take("every");
    this.#small();
    if (this.#take("unit")?.unit === unit) return true;
    this.at = begin;
    return false;
  }

  #small(): number {
    while (this.#take("small"));
    return this.at;
  }

  #peek(): Meaning | undefined {
    return this.#tokens[this.at]?.meaning;
  }

  #take<Is extends Meaning["is"]>(is: Is): Extract<Meaning, { is: Is }> | undefined {
    const meaning = this.#peek();
    if (meaning?.is !== is) return undefined;
    this.at += 1;
    return meaning as Extract<Meaning, { is: Is }>; // as was just seen
  }
}

interface Days {
  list: Weekday[];
  isWorked: boolean;
}

/** The first Monday is a weekday with its number; the first day worked is the first of a set. */
function nthOf({ list, isWorked }: Days, n: number): string {
  const [only] = list;
  return list.length === 1 && !isWorked
    ? `FREQ=MONTHLY;BYDAY=${n}${only}`
    : `FREQ=MONTHLY;BYDAY=${list.join(",")};BYSETPOS=${n}`;
}

/** A day of the month; one that not every month has is its last day there, so that no month is left out. */
function dayOfMonth(day: number): string | null {
  if (day === -1 || day === 31) return "BYMONTHDAY=-1";
  if (day < 1 || day > 31) return null;
  if (day <= 28) return `BYMONTHDAY=${day}`;
  return `BYMONTHDAY=${Array.from({ length: day - 27 }, (_, at) => 28 + at).join(",")};BYSETPOS=-1`;
}

function interval(each: number): string {
  return each === 1 ? "" : `;INTERVAL=${each}`;
}
