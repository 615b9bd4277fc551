import { easterOf, isBefore, nthWeekday, monthOf } from "./calendar.ts";
import { eventAt } from "./events.ts";
import { yearAt } from "./months.ts";
import { after, endsWell, nested, type Scan, type Span, time, wordAt } from "./scan.ts";
import { words as wordSet } from "./words.ts";
import { PlainDay } from "./plain-day.ts";

/** The day or event that other words count from: "after the 9th", "the week before Christmas", "two days after Ignite". */
export function anchorAt(scan: Scan, at: number): Span | null {
  return eventAt(scan, at) ?? nested(scan, { kind: "on", words: "on", language: "en", hasArticle: true }, at);
}

interface Holiday {
  words: readonly string[];
  on: (year: number) => PlainDay;
}

const fixed = (month: number, dayOfMonth: number) => (year: number) => PlainDay.from({ year, month, day: dayOfMonth });
const easter = (days: number) => (year: number) => easterOf(year).add({ days });
/** The day after the fourth Thursday of November, when shops everywhere mean it. */
const blackFriday = (days: number) => (year: number) => {
  const { first, last } = monthOf(year, 11);
  return (nthWeekday(first, last, 4, 4) ?? last).add({ days: 1 + days }); // a fourth Thursday there always is
};

/** Only days that are the same wherever they are written; Thanksgiving, Labor Day and the like differ by country. */
const holidays: readonly Holiday[] = (
  [
    [fixed(12, 24), "christmas eve, xmas eve, heiligabend, heilig abend, nochebuena, heiligen abend"],
    [fixed(12, 25), "christmas day, christmas, xmas day, xmas, weihnachten, noel, navidad"],
    [fixed(12, 26), "boxing day"],
    [fixed(12, 31), "new year eve, new years eve, silvester, nochevieja, saint sylvestre, nye"],
    [fixed(1, 1), "new year day, new years day, new year, new years, neujahr, nouvel an, jour de l'an, ano nuevo"],
    [fixed(2, 14), "valentine day, valentines day, valentinstag, saint valentin"],
    [fixed(10, 31), "halloween, reformationstag"],
    [fixed(11, 1), "all saints day, allerheiligen, toussaint"],
    [easter(0), "easter sunday, easter, ostersonntag, ostern, paques, pascua"],
    [easter(1), "easter monday, ostermontag, lundi de paques, lunes de pascua"],
    [easter(-2), "good friday, karfreitag, vendredi saint, viernes santo"],
    [easter(-3), "maundy thursday, grundonnerstag"],
    [easter(39), "ascension day, ascension, christi himmelfahrt, himmelfahrt"],
    [easter(49), "pentecost, whit sunday, pfingsten, pfingstsonntag, pentecote"],
    [easter(50), "whit monday, pfingstmontag, lundi de pentecote"],
    [blackFriday(0), "black friday"],
    [blackFriday(3), "cyber monday"],
  ] as const
).flatMap(([on, list]) => list.split(", ").map((said) => ({ words: said.split(" "), on })));

const wishes = wordSet("happy merry joyeux joyeuses frohe feliz frohes bonne");

const byFirst = Map.groupBy(
  holidays.toSorted((a, b) => b.words.length - a.words.length),
  (holiday) => holiday.words[0]!, // split never gives an empty list
);

/** The words a holiday can begin with. */
export const holidayStarts: ReadonlySet<string> = new Set(byFirst.keys());

/** Christmas, New Year, Easter and what hangs on it: the next such day, the one of the year said, or the last. */
export function holidayAt(scan: Scan, at: number): Span | null {
  for (const { words, on } of byFirst.get(wordAt(scan, at)) ?? []) {
    const next = after(scan, at, ...words);
    if (next === -1) continue;
    const isDeadline = scan.lead !== null && ["before", "after", "by", "since"].includes(scan.lead.kind);
    // "Merry Christmas" is a wish, "the Christmas party" a party; "before the Christmas break" is a day.
    const before = ["la", "le", "der", "the"].includes(wordAt(scan, at - 1)) ? at - 2 : at - 1;
    const isOf = ["de", "du", "of", "von"].includes(wordAt(scan, before)); // "la permanence de la Toussaint"
    if (
      isOf ||
      wishes.has(wordAt(scan, at - 1)) ||
      !(isDeadline || endsWell(scan, next) || yearAt(scan, next) !== null)
    )
      continue;
    // "In the new year" is some time in January.
    if (words.length === 2 && words[0] === "new" && !isDeadline) return scan.lead?.kind === "in" ? time(next) : null;
    const year = yearAt(scan, next);
    if (year !== null) return { first: on(year.year), last: null, unit: "day", next: year.next };
    const { today } = scan;
    const ofYear = on(today.year);
    const isBack = scan.lead?.kind === "since" || wordAt(scan, at - 1) === "last";
    if (isBack) return { first: isBefore(ofYear, today) ? ofYear : on(today.year - 1), last: null, unit: "day", next };
    return { first: isBefore(ofYear, today) ? on(today.year + 1) : ofYear, last: null, unit: "day", next };
  }
  return null;
}
