import { type Day, dayOf } from "#domain/model/time.ts";
import { monthOf } from "../month.ts";

/**
 * The one day that a file name or a heading names with its year, or null where it names none, several, or one that
 * can be read in two ways (`03-04-2025`, unless a weekday beside it settles it). Never guesses a year and reads no clock.
 */
export function dayNamedIn(name: string): Day | null {
  const found = daysNamedIn(name);
  const first = found[0];
  if (first === undefined || found.some((one) => one.day !== first.day)) return null;
  return first.day;
}

/** A heading's day: named once, and first or last in it (`Meeting 2019-07-30`, `13 Dec, 2022 (recording)`). */
export function dayOfHeading(text: string): Day | null {
  if (text.length > longest) return null;
  const found = daysNamedIn(text);
  const first = found[0];
  if (first === undefined || found.some((one) => one.day !== first.day)) return null;
  const before = restOf(text.slice(0, first.start));
  const after = restOf(text.slice(found.at(-1)?.end ?? first.end).replace(/\([^()]*\)\s*$/u, ""));
  return (before === "" || after === "") && !deadlineWords.test(text) ? first.day : null;
}

/** A line's day where the line is a date and little else: a label (`Date:`), a weekday, a time, one short place. */
export function dayOfLine(text: string): Day | null {
  if (text.length > 80 || deadlineWords.test(text) || byWords.test(text)) return null;
  const found = daysNamedIn(text);
  const only = found[0];
  if (only === undefined || found.length > 1) return null;
  const rest = restOf(`${text.slice(0, only.start)} ${text.slice(only.end)}`);
  // A version, a price or a room beside the date makes the line one about something else.
  return rest.length <= 16 && !/\p{N}/u.test(rest) ? only.day : null;
}

/** Longer texts are no headings; the limit also bounds the work. */
const longest = 300;

interface DayNamed {
  day: Day;
  start: number;
  end: number;
}

const weekdayNames: readonly string[] = [
  "monday mon montag lundi lunes maandag lunedì",
  "tuesday tue tues dienstag mardi martes dinsdag martedì",
  "wednesday wed mittwoch mercredi miércoles miercoles woensdag mercoledì",
  "thursday thu thur thurs donnerstag jeudi jueves donderdag giovedì",
  "friday fri freitag vendredi viernes vrijdag venerdì",
  "saturday sat samstag sonnabend samedi sábado sabado zaterdag sabato",
  "sunday sun sonntag dimanche domingo zondag domenica",
];
const weekdays = new Map<string, number>();
for (const [at, names] of weekdayNames.entries()) for (const name of names.split(" ")) weekdays.set(name, at + 1);

/** Every pattern below holds four digits in a row. */
const hasYear = /\d{4}/u;

/** A month's name, also with what may stick to it: 4thMarch, 3ºmarzo. */
function hasMonth(name: string): boolean {
  for (const [word] of name.toLowerCase().matchAll(/\p{L}+/gu)) {
    if ([0, 1, 2].some((from) => monthOf(word.slice(from)) > 0)) return true;
  }
  return false;
}

// Each pattern is a row of pieces that begin differently, so none of them can take more than linear time. A letter's class
// said several times, or said together with the flag i, takes V8 a tenth of a second to compile for text in two bytes.
/** Year first: 2019-03-25, 2019_03_25, 2019.3.25, 2019/03/25, 20190325. */
const yearFirst = /(?<!\d)(\d{4})(?:([-_./])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)/gu;
/** Day or month first, in digits: 25.03.2019, 3/25/2019. */
const yearLast = /(?<![\d.])(\d{1,2})([-_./])(\d{1,2})\2(\d{4})(?!\d)/gu;
/** 25 March 2019, 25th of March, 2019, 25-Mar-2019, 25. März 2019, 3 de febrero de 2025. */
const dayMonthYear =
  /(?<!\d)(\d{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh]|[Ee][Rr]|º|\.)?[ \u00a0_-]{0,2}(?:[Oo][Ff] |[Dd][Ee] )?(\p{L}+)\.?,?[ \u00a0_-]{0,2}(?:[Dd][Ee] )?(\d{4})(?!\d)/gu;
/** March 25, 2019; Mar-25-2019. */
const monthDayYear =
  /(?<!\p{L})(\p{L}+)\.?[ \u00a0_-]{1,2}(\d{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])?,?[ \u00a0_-]{1,2}(\d{4})(?!\d)/gu;
/** 2019 March 25. */
const yearMonthDay = /(?<!\d)(\d{4})[ \u00a0_-]{1,2}(\p{L}+)\.?[ \u00a0_-]{1,2}(\d{1,2})(?!\d)/gu;

function daysNamedIn(text: string): DayNamed[] {
  const name = text.length > longest ? text.slice(0, longest) : text;
  const found: DayNamed[] = [];
  const keep = (match: RegExpExecArray, year: number, month: number, day: number): void => {
    const made = dayFrom(year, month, day);
    const [start, end] = [match.index, match.index + match[0].length];
    if (made !== null && found.every((one) => end <= one.start || start >= one.end))
      found.push({ day: made, start, end });
  };
  if (!hasYear.test(name)) return found;
  for (const match of name.matchAll(yearFirst)) {
    keep(match, Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
  }
  for (const match of name.matchAll(yearLast)) {
    const order = orderOf(match, name);
    if (order !== null) keep(match, Number(match[4]), order.month, order.day);
  }
  // Patterns of letters are dear to compile, so they wait for a month's name.
  if (!hasMonth(name)) return found.sort((one, other) => one.start - other.start);
  for (const match of name.matchAll(dayMonthYear)) {
    keep(match, Number(match[3]), monthOf(match[2] ?? ""), Number(match[1]));
  }
  for (const match of name.matchAll(monthDayYear)) {
    keep(match, Number(match[3]), monthOf(match[1] ?? ""), Number(match[2]));
  }
  for (const match of name.matchAll(yearMonthDay)) {
    keep(match, Number(match[1]), monthOf(match[2] ?? ""), Number(match[3]));
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Which of two numbers is the month: the only reading that fits, full stops (day first), or a weekday beside it. */
function orderOf(match: RegExpExecArray, name: string): { month: number; day: number } | null {
  const [one, two, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const dayFirst = { day: one, month: two };
  const monthFirst = { day: two, month: one };
  if (match[2] === "." || one === two) return dayFirst;
  const fitting = [dayFirst, monthFirst].filter(({ month, day }) => dayFrom(year, month, day) !== null);
  if (fitting.length === 1) return fitting[0] ?? null;
  const weekday = weekdayIn(name);
  if (weekday === null) return null;
  const meant = fitting.filter(({ month, day }) => Temporal.PlainDate.from({ year, month, day }).dayOfWeek === weekday);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function weekdayIn(name: string): number | null {
  for (const word of name.toLowerCase().matchAll(/\p{L}+/gu)) {
    const weekday = weekdays.get(word[0]);
    if (weekday !== undefined) return weekday;
  }
  return null;
}

/** Notes are of this or the last century; other numbers of four digits are something else (a room, a pixel width). */
function dayFrom(year: number, month: number, day: number): Day | null {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  try {
    return dayOf(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch {
    return null;
  }
}

const labels = new Set(
  "date day created time updated edited modified taken written on at the of datum erstellt am den le du fecha el data creado créé notes meeting minutes".split(
    " ",
  ),
);

/** The words beside a date that say something: no weekday, time, label or sign. */
function restOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\d{1,2}(?:[:.h]\d{2}){1,2}(?:[ \u202f]?[ap]\.?m\.?)?|t\d{2}:\d{2}\S*/gu, " ")
    .replaceAll(/\b(?:am|pm|uhr|utc|gmt|cet|cest|[ecmp][sd]t)\b/gu, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !weekdays.has(word) && !labels.has(word))
    .join(" ");
}

// A day that something is wanted on is not the day the page was written.
const deadlineWords =
  /(?<!\p{L})(?:due|before|until|till|deadline|next|expires?|bis|vor|fällig|frist|avant|échéance|antes|hasta|entrega)(?!\p{L})/iu;
/** In a heading "by" names the writer, in a line it sets a day. */
const byWords = /(?<!\p{L})(?:by|from|since|seit|ab|depuis|desde)(?!\p{L})/iu;
