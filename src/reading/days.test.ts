import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day, Instant, TimeZone } from "#domain/model/time.ts";
import { dateOrder, type DayContext, type DayFound, dayHeading, daysIn } from "./days.ts";
import type { KnownSession } from "./read.ts";

/** Wednesday 4 February 2026, the second of the event's three days. */
const wednesday = context({});

function context(changes: Partial<DayContext>): DayContext {
  return {
    takenOn: "2026-02-04" as Day,
    timeZone: "Europe/Brussels" as TimeZone,
    event: { name: "Contoso Ignite 2026", startsOn: "2026-02-03" as Day, endsOn: "2026-02-05" as Day },
    events: [
      { name: "Partner Summit Lisbon", endsOn: "2026-03-13" as Day },
      { name: "Harbour Forum", endsOn: null },
    ],
    sessions: [
      session("Opening keynote", "2026-02-03T08:00:00.000Z", ["Ana Ruiz"]),
      session("Lakehouse workshop", "2026-02-05T13:00:00.000Z", ["Jan Peeters", "Li Wei"]),
      session("Panel: pricing", "2026-02-05T23:30:00.000Z", ["Marta Solé"]),
      session("Copilot for partners", "2026-02-04T09:00:00.000Z", ["Jan Peeters"]),
    ],
    workingDays: [1, 2, 3, 4, 5],
    ...changes,
  };
}

function session(title: string, startsAt: string, speakers: string[]): KnownSession {
  return {
    guid: null,
    title,
    startsAt: startsAt as Instant,
    endsAt: null,
    track: null,
    room: null,
    speakers: speakers.map((name) => ({ name, organization: null })),
    abstract: null,
  };
}

/** "by Friday = by 2026-02-06": the words, the sense and the day or days, in one line. */
function line({ words, on, until, sense, isAmbiguous, readings }: DayFound): string {
  const days = isAmbiguous
    ? `? ${(readings ?? []).join(" or ")}`
    : on === null
      ? "no day"
      : until === null
        ? on
        : `${on} to ${until}`;
  return `${words} = ${sense} ${days}`;
}

function found(text: string, at: DayContext = wednesday): string {
  return daysIn(text, at).map(line).join("; ");
}

/** Each row: the text, and what is found in it. */
type Rows = readonly (readonly [text: string, expected: string])[];

describe("RD5 a weekday is the next one after the note's day", () => {
  const rows: Rows = [
    ["send the deck Friday", "Friday = on 2026-02-06"],
    ["ring Ana on Monday", "on Monday = on 2026-02-09"],
    ["Wednesday", "Wednesday = on 2026-02-11"],
    ["by Thursday", "by Thursday = by 2026-02-05"],
    ["until Tue", "until Tue = by 2026-02-10"],
    ["before Friday", "before Friday = by 2026-02-05"],
    ["no later than Friday", "no later than Friday = by 2026-02-06"],
    ["Friday at the latest", "Friday at the latest = by 2026-02-06"],
    ["this Friday", "this Friday = on 2026-02-06"],
    ["this coming Monday", "this coming Monday = on 2026-02-09"],
    ["first thing Monday", "first thing Monday = on 2026-02-09"],
    ["Monday morning", "Monday morning = on 2026-02-09"],
    ["Monday first thing", "Monday first thing = on 2026-02-09"],
    ["early on Monday", "early on Monday = on 2026-02-09"],
    ["Friday at 3pm with Li", "Friday at 3pm = on 2026-02-06"],
    ["Fri 10:30-11:00 with Li", "Fri 10:30-11:00 = on 2026-02-06"],
    ["by 5pm on Friday", "by 5pm on Friday = by 2026-02-06"],
    ["by 10 a.m. Friday", "by 10 a.m. Friday = by 2026-02-06"],
    ["EOD Friday", "EOD Friday = by 2026-02-06"],
    ["by COB Thursday", "by COB Thursday = by 2026-02-05"],
    ["close of business Friday", "close of business Friday = by 2026-02-06"],
    ["Friday week", "Friday week = on 2026-02-13"],
    ["a week from Friday", "a week from Friday = on 2026-02-13"],
    ["a week on Friday", "a week on Friday = on 2026-02-13"],
    ["two weeks from Tuesday", "two weeks from Tuesday = on 2026-02-24"],
    ["due: Friday", "due: Friday = by 2026-02-06"],
    ["Mon: send deck", "Mon = on 2026-02-09"],
    ["call Ana Sat", "Sat = on 2026-02-07"],
    ["not before Monday", "not before Monday = from 2026-02-09"],
    ["from Monday", "from Monday = from 2026-02-09"],
    ["before Friday's call", "before Friday's = by 2026-02-05"],
    ["prepare for Friday's demo", "for Friday's = on 2026-02-06"],
    ["ring him tues re the van", "tues = on 2026-02-10"],
    ["call her wed", "wed = on 2026-02-11"],
    ["Tues 8.30, Dalston", "Tues 8.30 = on 2026-02-10"],
    ["by fryday", "by fryday = by 2026-02-06"],
    ["Di", "Di = on 2026-02-10"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test("on a Friday, Friday is the next week's and EOW is that day", () => {
    const friday = context({ takenOn: "2026-02-06" as Day });
    expect(found("send it Friday", friday)).toBe("Friday = on 2026-02-13");
    expect(found("this Friday", friday)).toBe("this Friday = on 2026-02-06");
    expect(found("by EOW", friday)).toBe("by EOW = by 2026-02-06");
    expect(found("this week", friday)).toBe("this week = on 2026-02-06");
  });
});

describe("RD5 a day that no year has is said, and none is chosen", () => {
  const rows: Rows = [
    ["by 31st of November", "by 31st of November = by no day"],
    ["31 April", "31 April = on no day"],
    ["on 30 February 2026", "on 30 February 2026 = on no day"],
    ["29 February 2026", "29 February 2026 = on no day"],
    ["le 31 novembre", "le 31 novembre = on no day"],
    ["by Feb 29", "by Feb 29 = by 2028-02-29"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 a weekday's short forms and its neighbours are read in four languages", () => {
  const rows: Rows = [
    ["site visit, Weds next", "Weds next = on 2026-02-11"],
    ["ruft sie Di. an", "Di. = on 2026-02-10"],
    ["Fr. Moser anrufen", ""],
    ["vend. 20", "vend. 20 = on 2026-02-20"],
    ["sem. prochaine", "sem. prochaine = on 2026-02-09 to 2026-02-13"],
    ["fin sem prochaine", "fin sem prochaine = by 2026-02-13"],
    ["mediados d diciembre", "mediados d diciembre = on 2026-12-15"],
    ["heut noch anrufen", "heut = on 2026-02-04"],
    ["ring him this arvo", "this arvo = on 2026-02-04"],
    ["Ende KW 12", "Ende KW 12 = by 2026-03-20"],
    ["jueves 23 con Ana", "jueves 23 = on 2026-04-23"],
    ["le 9 février, puis le vendredi suivant", "le 9 février = on 2026-02-09; le vendredi suivant = on 2026-02-13"],
    ["lunch on the second day", "on the second day = on 2026-02-04"],
    ["Lunch am dritten Tag mit Lukas", "am dritten Tag = on 2026-02-05"],
    ["the second day of the trial", ""],
    ["lundi 1re heure", "lundi = on 2026-02-09"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 next Tuesday is the Tuesday of next week, Tuesday after next a week later", () => {
  const rows: Rows = [
    ["next Tuesday", "next Tuesday = on 2026-02-10"],
    ["next Friday", "next Friday = on 2026-02-13"],
    ["next Thu", "next Thu = on 2026-02-12"],
    ["Tuesday after next", "Tuesday after next = on 2026-02-17"],
    ["Monday next week", "Monday next week = on 2026-02-09"],
    ["next week Monday", "next week Monday = on 2026-02-09"],
    ["next week on Tuesday", "next week on Tuesday = on 2026-02-10"],
    ["Wed of next week", "Wed of next week = on 2026-02-11"],
    ["the following Monday", "the following Monday = on 2026-02-09"],
    ["next week Mon-Wed", "next week Mon-Wed = on 2026-02-09 to 2026-02-11"],
    ["last week's Sunday", "last week's Sunday = past 2026-02-01"],
    ["packet closes 14 Feb, so the day before", "14 Feb = on 2026-02-14; the day before = on 2026-02-13"],
    ["on 9 Feb, report the Monday after", "on 9 Feb = on 2026-02-09; the Monday after = on 2026-02-16"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test("on a Monday, next Tuesday is in eight days", () => {
    expect(found("next Tuesday", context({ takenOn: "2026-02-02" as Day }))).toBe("next Tuesday = on 2026-02-10");
  });
});

describe("RD5 this week is the note's day to Friday, next week Monday to Friday", () => {
  const rows: Rows = [
    ["this week", "this week = on 2026-02-04 to 2026-02-06"],
    ["next week", "next week = on 2026-02-09 to 2026-02-13"],
    ["by next week", "by next week = by 2026-02-09 to 2026-02-13"],
    ["the week after next", "the week after next = on 2026-02-16 to 2026-02-20"],
    ["the week of the 9th", "the week of the 9th = on 2026-02-09 to 2026-02-13"],
    ["week of 11 Feb", "week of 11 Feb = on 2026-02-09 to 2026-02-13"],
    ["w/c 9 Feb", "w/c 9 Feb = on 2026-02-09 to 2026-02-13"],
    ["week commencing 9 February", "week commencing 9 February = on 2026-02-09 to 2026-02-13"],
    ["KW 12", "KW 12 = on 2026-03-16 to 2026-03-20"],
    ["calendar week 2", "calendar week 2 = on 2027-01-11 to 2027-01-15"],
    ["weekend", "weekend = on 2026-02-07 to 2026-02-08"],
    ["over the weekend", "over the weekend = on 2026-02-07 to 2026-02-08"],
    ["next weekend", "next weekend = on 2026-02-14 to 2026-02-15"],
    ["after the weekend", "after the weekend = after 2026-02-09"],
    ["EOW", "EOW = by 2026-02-06"],
    ["by end of week", "by end of week = by 2026-02-06"],
    ["by the end of the week", "by the end of the week = by 2026-02-06"],
    ["end of next week", "end of next week = by 2026-02-13"],
    ["mid next week", "mid next week = on 2026-02-11"],
    ["midweek", "midweek = on 2026-02-11"],
    ["early next week", "early next week = on 2026-02-09 to 2026-02-10"],
    ["late next week", "late next week = on 2026-02-12 to 2026-02-13"],
    ["start of next week", "start of next week = on 2026-02-09"],
    ["later this week", "later this week = on 2026-02-05 to 2026-02-06"],
    ["rest of the week", "rest of the week = on 2026-02-04 to 2026-02-06"],
    ["this week and next", "this week and next = on 2026-02-04 to 2026-02-13"],
    ["last week", "last week = past 2026-01-26 to 2026-01-30"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test("the working week follows the workspace's settings: Sunday to Thursday", () => {
    const gulf = context({ workingDays: [7, 1, 2, 3, 4] });
    expect(found("next week", gulf)).toBe("next week = on 2026-02-08 to 2026-02-12");
    expect(found("EOW", gulf)).toBe("EOW = by 2026-02-05");
    expect(found("weekend", gulf)).toBe("weekend = on 2026-02-06 to 2026-02-07");
    expect(found("after Ignite", gulf)).toBe("after Ignite = after 2026-02-08");
  });

  test("on a Sunday, this week runs to the Friday to come and the weekend is that day", () => {
    const sunday = context({ takenOn: "2026-02-08" as Day });
    expect(found("this week", sunday)).toBe("this week = on 2026-02-08 to 2026-02-13");
    expect(found("next week", sunday)).toBe("next week = on 2026-02-09 to 2026-02-13");
    expect(found("this weekend", sunday)).toBe("this weekend = on 2026-02-08");
  });
});

describe("RD5 a month, quarter or year is its first to its last day, and its parts are as written down", () => {
  const rows: Rows = [
    ["in March", "in March = on 2026-03-01 to 2026-03-31"],
    ["in February", "in February = on 2026-02-01 to 2026-02-28"],
    ["in January", "in January = on 2027-01-01 to 2027-01-31"],
    ["by June", "by June = by 2026-06-01 to 2026-06-30"],
    ["before March", "before March = by 2026-02-28"],
    ["March 2027", "March 2027 = on 2027-03-01 to 2027-03-31"],
    ["May next year", "May next year = on 2027-05-01 to 2027-05-31"],
    ["next month", "next month = on 2026-03-01 to 2026-03-31"],
    ["early March", "early March = on 2026-03-01 to 2026-03-10"],
    ["late March", "late March = on 2026-03-21 to 2026-03-31"],
    ["mid-May", "mid-May = on 2026-05-15"],
    ["first half of March", "first half of March = on 2026-03-01 to 2026-03-15"],
    ["by the beginning of March", "by the beginning of March = by 2026-03-01"],
    ["end of May", "end of May = by 2026-05-31"],
    ["end of month", "end of month = by 2026-02-28"],
    ["EOM", "EOM = by 2026-02-28"],
    ["EOM March", "EOM March = by 2026-03-31"],
    ["by month end", "by month end = by 2026-02-28"],
    ["Q2", "Q2 = on 2026-04-01 to 2026-06-30"],
    ["by Q3 2026", "by Q3 2026 = by 2026-07-01 to 2026-09-30"],
    ["Q2/27", "Q2/27 = on 2027-04-01 to 2027-06-30"],
    ["next quarter", "next quarter = on 2026-04-01 to 2026-06-30"],
    ["end of Q3", "end of Q3 = by 2026-09-30"],
    ["early Q3", "early Q3 = on 2026-07-01 to 2026-07-31"],
    ["second quarter of 2027", "second quarter of 2027 = on 2027-04-01 to 2027-06-30"],
    ["in H2", "in H2 = on 2026-07-01 to 2026-12-31"],
    ["by year end", "by year end = by 2026-12-31"],
    ["in 2027", "in 2027 = on 2027-01-01 to 2027-12-31"],
    ["next year", "next year = on 2027-01-01 to 2027-12-31"],
    ["first week of March", "first week of March = on 2026-03-02 to 2026-03-06"],
    ["last day of March", "last day of March = by 2026-03-31"],
    ["first Monday of March", "first Monday of March = on 2026-03-02"],
    ["last Friday of the month", "last Friday of the month = on 2026-02-27"],
    ["from March to May", "from March to May = on 2026-03-01 to 2026-05-31"],
    ["Jan-Feb 2027", "Jan-Feb 2027 = on 2027-01-01 to 2027-02-28"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 so long from now, or from another day", () => {
  const rows: Rows = [
    ["today", "today = on 2026-02-04"],
    ["tonight", "tonight = on 2026-02-04"],
    ["tomorrow", "tomorrow = on 2026-02-05"],
    ["by EOD tomorrow", "by EOD tomorrow = by 2026-02-05"],
    ["EOD", "EOD = by 2026-02-04"],
    ["the day after tomorrow", "the day after tomorrow = on 2026-02-06"],
    ["in a fortnight", "in a fortnight = on 2026-02-18"],
    ["in two weeks", "in two weeks = on 2026-02-18"],
    ["in two weeks' time", "in two weeks' time = on 2026-02-18"],
    ["in a couple of weeks", "in a couple of weeks = on 2026-02-18"],
    ["in 10 days", "in 10 days = on 2026-02-14"],
    ["10 days from now", "10 days from now = on 2026-02-14"],
    ["in 2-3 weeks", "in 2-3 weeks = on 2026-02-18 to 2026-02-25"],
    ["in a week or two", "in a week or two = on 2026-02-11 to 2026-02-18"],
    ["in 3 months", "in 3 months = on 2026-05-04"],
    ["in 2w", "in 2w = on 2026-02-18"],
    ["in 2 working days", "in 2 working days = on 2026-02-06"],
    ["within 3 business days", "within 3 business days = by 2026-02-09"],
    ["within two weeks", "within two weeks = by 2026-02-18"],
    ["next working day", "next working day = on 2026-02-05"],
    ["in the next two weeks", "in the next two weeks = by 2026-02-18"],
    ["in den nächsten 14 Tagen", "in den nächsten 14 Tagen = by 2026-02-18"],
    ["over the next two weeks", "over the next two weeks = on 2026-02-04 to 2026-02-18"],
    ["a week Monday", "a week Monday = on 2026-02-16"],
    ["two days before the 12th", "two days before the 12th = on 2026-02-10"],
    ["a week tomorrow", "a week tomorrow = on 2026-02-12"],
    ["two weeks ago", "two weeks ago = past 2026-01-21"],
    ["1 month and 12 days ago", "1 month and 12 days ago = past 2025-12-23"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 dates are read in the spellings of notes", () => {
  const rows: Rows = [
    ["9 Feb", "9 Feb = on 2026-02-09"],
    ["Feb 9th", "Feb 9th = on 2026-02-09"],
    ["on Feb. 9", "on Feb. 9 = on 2026-02-09"],
    ["the 9th of February", "the 9th of February = on 2026-02-09"],
    ["9 February 2027", "9 February 2027 = on 2027-02-09"],
    ["February 9, 2027", "February 9, 2027 = on 2027-02-09"],
    ["9-Feb-2027", "9-Feb-2027 = on 2027-02-09"],
    ["9 Feb '27", "9 Feb '27 = on 2027-02-09"],
    ["Feb13", "Feb13 = on 2026-02-13"],
    ["the third of March", "the third of March = on 2026-03-03"],
    ["2026-02-09", "2026-02-09 = on 2026-02-09"],
    ["2026-02-09T10:00:00Z", "2026-02-09T10:00:00Z = on 2026-02-09"],
    ["13/02/2026", "13/02/2026 = on 2026-02-13"],
    ["2/13/2026", "2/13/2026 = on 2026-02-13"],
    ["09.02.2026", "09.02.2026 = on 2026-02-09"],
    ["Mon 9/2", "Mon 9/2 = on 2026-02-09"],
    ["Mon 9 Feb", "Mon 9 Feb = on 2026-02-09"],
    ["Monday, 9 February, 10:30", "Monday, 9 February, 10:30 = on 2026-02-09"],
    ["Friday the 13th", "Friday the 13th = on 2026-02-13"],
    ["Tue 10", "Tue 10 = on 2026-02-10"],
    ["on the 9th", "on the 9th = on 2026-02-09"],
    ["on the 3rd", "on the 3rd = on 2026-03-03"],
    ["the 31st", "the 31st = on 2026-03-31"],
    ["by the 9th", "by the 9th = by 2026-02-09"],
    ["before the 12th", "before the 12th = by 2026-02-11"],
    ["until the 9th", "until the 9th = by 2026-02-09"],
    ["the 20th of next month", "the 20th of next month = on 2026-03-20"],
    ["from 1 March", "from 1 March = from 2026-03-01"],
    ["as of March 1", "as of March 1 = from 2026-03-01"],
    ["after the 12th", "after the 12th = after 2026-02-13"],
    ["by 3 Jan", "by 3 Jan = by 2027-01-03"],
    ["spoke on 30 Jan", "on 30 Jan = past 2026-01-30"],
    ["20 Dec", "20 Dec = on 2026-12-20"],
    ["29 Feb", "29 Feb = on 2028-02-29"],
    ["freeze is 2/26", "2/26 = on 2026-02-26"],
    ["met Fergus, 16/6, 09:30, York", "16/6, 09:30 = on 2026-06-16"],
    ["may 19 as backup", "may 19 = on 2026-05-19"],
    ["May twenty one", "May twenty one = on 2026-05-21"],
    ["on the twenty-first", "on the twenty-first = on 2026-02-21"],
    ["monday january 12th, 2027", "monday january 12th, 2027 = on 2027-01-12"],
    ["4 to 22 March", "4 to 22 March = on 2026-03-04 to 2026-03-22"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 a range has its first and its last day", () => {
  const rows: Rows = [
    ["9-11 Feb", "9-11 Feb = on 2026-02-09 to 2026-02-11"],
    ["Feb 9-11", "Feb 9-11 = on 2026-02-09 to 2026-02-11"],
    ["9 to 11 February", "9 to 11 February = on 2026-02-09 to 2026-02-11"],
    ["9th–11th of Feb", "9th–11th of Feb = on 2026-02-09 to 2026-02-11"],
    ["9/10 Feb", "9/10 Feb = on 2026-02-09 to 2026-02-10"],
    ["28 Feb - 2 March", "28 Feb - 2 March = on 2026-02-28 to 2026-03-02"],
    ["Nov 18-Dec 19, 2026", "Nov 18-Dec 19, 2026 = on 2026-11-18 to 2026-12-19"],
    ["between the 3rd and 5th", "between the 3rd and 5th = on 2026-03-03 to 2026-03-05"],
    ["from the 3rd to the 5th of March", "from the 3rd to the 5th of March = on 2026-03-03 to 2026-03-05"],
    ["between now and the 15th", "between now and the 15th = on 2026-02-04 to 2026-02-15"],
    ["Mon-Wed", "Mon-Wed = on 2026-02-09 to 2026-02-11"],
    ["Monday to Wednesday", "Monday to Wednesday = on 2026-02-09 to 2026-02-11"],
    ["Mon-Wed next week", "Mon-Wed next week = on 2026-02-09 to 2026-02-11"],
    ["Tue or Wed", "Tue or Wed = on 2026-02-10 to 2026-02-11"],
    ["Sat/Sun", "Sat/Sun = on 2026-02-07 to 2026-02-08"],
    ["Monday or Thursday", "Monday = on 2026-02-09; Thursday = on 2026-02-05"],
    ["3 and 17 Feb", "3 = past 2026-02-03; 17 Feb = on 2026-02-17"],
    ["Monday - call Ana", "Monday = on 2026-02-09"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 a date that can be read two ways is shown as such and never guessed", () => {
  const rows: Rows = [
    ["by 5/6", "by 5/6 = by ? 2026-06-05 or 2026-05-06"],
    ["09/02/2026", "09/02/2026 = on ? 2026-02-09 or 2026-09-02"],
    ["on 9/3", "on 9/3 = on ? 2026-03-09 or 2026-09-03"],
    ["Thu 10 Feb", "Thu 10 Feb = on ? 2026-02-10 or 2026-02-05"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  const settled: Rows = [
    ["by 13/5", "by 13/5 = by 2026-05-13"],
    ["by 6/6", "by 6/6 = by 2026-06-06"],
    ["5/6/2026 and 13/6/2026", "5/6/2026 = on 2026-06-05; 13/6/2026 = on 2026-06-13"],
    ["bis 5/6 bitte", "bis 5/6 = by 2026-06-05"],
    ["on 4/2", "on 4/2 = on 2026-02-04"],
    [
      "by 02/03/2026 or 9/1/2026",
      "by 02/03/2026 = by ? 2026-03-02 or 2026-02-03; 9/1/2026 = on ? 2026-01-09 or 2026-09-01",
    ],
  ];
  test.each(settled.slice(0, 5))("something settles it: %s -> %s", (text, expected) =>
    expect(found(text)).toBe(expected),
  );

  test("the page's own dates settle the order of one that is open", () => {
    expect(dateOrder("met 13/1, next 20/2")).toBe("day-first");
    expect(dateOrder("1/13 and 2/20")).toBe("month-first");
    expect(dateOrder("1/13 and 20/2")).toBe(null);
    expect(dateOrder(`${"a/b 5/6\n".repeat(100)}on 13/5\n2/3 done`)).toBe("day-first");
    expect(dateOrder("1/13\n20/2")).toBe(null);
    expect(dateOrder("5/6, and support 24/7")).toBe(null);
    expect(found("by 5/6", context({ order: "month-first" }))).toBe("by 5/6 = by 2026-05-06");
  });
});

describe("RD5 after an event is the first working day after its end", () => {
  const rows: Rows = [
    ["after Ignite", "after Ignite = after 2026-02-06"],
    ["after the conference", "after the conference = after 2026-02-06"],
    ["right after the show", "right after the show = after 2026-02-06"],
    ["after the summit send Li the notes", "after the summit = after 2026-02-06"],
    ["after the Partner Summit", "after the Partner Summit = after 2026-03-16"],
    ["before Ignite", "before Ignite = past 2026-02-02"],
    ["after Harbour Forum", "after Harbour Forum = after no day"],
    ["the week after Ignite", "the week after Ignite = on 2026-02-09 to 2026-02-13"],
    ["two days after the conference", "two days after the conference = on 2026-02-07"],
    ["the Monday after the conference", "the Monday after the conference = on 2026-02-09"],
    ["by the end of the conference", "by the end of the conference = by 2026-02-05"],
    ["day 2 lunch", "day 2 lunch = on 2026-02-04"],
    ["Day three", "Day three = on 2026-02-05"],
    ["by the end of day 2", "by the end of day 2 = by 2026-02-04"],
    ["last day of the conference", "last day of the conference = on 2026-02-05"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test.each([["after Contoso confirms"], ["day 4"], ["day 2 operations"], ["after that"], ["from day one"]])(
    "%s names no day of the event",
    (text) => expect(found(text)).toBe(""),
  );

  test("without an event nothing is made up", () => {
    const bare = context({ event: null, events: [], sessions: [] });
    expect(
      ["after Ignite", "after the conference", "day 2", "after Ana's talk"].map((text) => found(text, bare)),
    ).toEqual(["", "", "", ""]);
  });
});

describe("RD5 after a session is its day, where the programme leaves exactly one", () => {
  const rows: Rows = [
    ["right after the keynote", "right after the keynote = past 2026-02-03"],
    ["after Li's talk", "after Li's talk = on 2026-02-05"],
    ["before the Lakehouse workshop", "before the Lakehouse workshop = by 2026-02-05"],
    ["after Marta Solé's session", "after Marta Solé's session = on 2026-02-06"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test("two sessions of one speaker on two days leave it open", () => expect(found("after Jan's talk")).toBe(""));
});

describe("RD5 holidays only where they are the same for everybody", () => {
  const rows: Rows = [
    ["before Christmas", "before Christmas = by 2026-12-24"],
    ["by Christmas 2027", "by Christmas 2027 = by 2027-12-25"],
    ["after Easter", "after Easter = after 2026-04-06"],
    ["Easter Monday", "Easter Monday = on 2026-04-06"],
    ["Good Friday", "Good Friday = on 2026-04-03"],
    ["New Year's Eve", "New Year's Eve = on 2026-12-31"],
    ["nach Ostern", "nach Ostern = after 2026-04-06"],
    ["Thanksgiving", ""],
    ["happy new year", ""],
    ["Merry Christmas", ""],
    ["the Christmas party", ""],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));

  test("Easter is right in years where the reckoning is special", () => {
    const easter = (year: string) => daysIn(`Easter ${year}`, wednesday)[0]?.on;
    expect(["1954", "1981", "2000", "2019", "2024", "2038", "2049"].map(easter)).toEqual([
      "1954-04-18",
      "1981-04-19",
      "2000-04-23",
      "2019-04-21",
      "2024-03-31",
      "2038-04-25",
      "2049-04-18",
    ]);
  });
});

describe("RD5 past days are found as past", () => {
  const rows: Rows = [
    ["last Tuesday", "last Tuesday = past 2026-02-03"],
    ["yesterday", "yesterday = past 2026-02-03"],
    ["in 2019", "in 2019 = past 2019-01-01 to 2019-12-31"],
    ["back in October", "back in October = past 2025-10-01 to 2025-10-31"],
    ["we launched in November", "in November = past 2025-11-01 to 2025-11-30"],
    ["since Monday", "since Monday = past 2026-02-02"],
    ["last month", "last month = past 2026-01-01 to 2026-01-31"],
    ["last night", "last night = past 2026-02-03"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 a time that is no day is found without a day", () => {
  const rows: Rows = [
    ["ASAP", "ASAP = on no day"],
    ["a.s.a.p. please", "a.s.a.p. = on no day"],
    ["as soon as possible", "as soon as possible = on no day"],
    ["soon", "soon = on no day"],
    ["by the next call", "by the next call = by no day"],
    ["at the next steering meeting", "at the next steering meeting = on no day"],
    ["in the spring", "in the spring = on no day"],
    ["this summer", "this summer = on no day"],
    ["back home", "back home = on no day"],
    ["when I'm back in the office", "when I'm back in the office = on no day"],
    ["in a few days", "in a few days = on no day"],
    ["in the coming weeks", "in the coming weeks = on no day"],
    ["in the new year", "in the new year = on no day"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 nothing is made up: counts, versions, places, names and plain words are no days", () => {
  test.each(
    [
      "24/7 support",
      "3/4 of people",
      "2/3 done",
      "4/5 stars",
      "version 2.1",
      "v2.1.2026",
      "7.0.2",
      "1.2.26",
      "grew by 9.2",
      "10:30",
      "10:30-11:00",
      "room 4.12",
      "1:1 with Ana",
      "$10/12",
      "10/12 attendees",
      "in 1.28. No blockers",
      "the 90s",
      "12 monkeys",
      "5 of 9",
      "+32 2 123 45 67",
      "ISO 8601",
      "RFC 9562",
      "192.168.1.12",
      "https://example.com/2026/02/03/notes.html",
      "www.example.com/feb/9",
      "notes-2026-02-03.md",
      "IMG_20260203.jpg",
      "ana@may.example",
      "monday.com",
      "CVE-2026-1234",
      "may help",
      "this may have been it",
      "that may be so",
      "May Chen said hello",
      "call May",
      "email from May",
      "with April",
      "5 may be enough",
      "may 5 people join",
      "we march on",
      "March forward",
      "Mars mission",
      "Jan to send the slides",
      "slides from Jan",
      "talk by Jan",
      "Sun Microsystems",
      "the sun was out",
      "we sat there",
      "Sat next to Ana",
      "SAT exam",
      "they wed soon after".slice(0, 8),
      "mon ami est là",
      "so do I",
      "do the 4th option",
      "wait a second",
      "the second point",
      "a third of them",
      "in 2 minutes",
      "in 5 hours",
      "24 hours",
      "5 years ago",
      "for two weeks",
      "a 3-day workshop",
      "90-day plan",
      "two weeks of work",
      "3 days a week",
      "twice a week",
      "the month-long programme",
      "every Tuesday",
      "every other week",
      "each Monday",
      "weekly sync",
      "Mondays",
      "daily",
      "jeden Freitag",
      "chaque lundi",
      "cada viernes",
      "alle zwei Wochen",
      "the 9th edition",
      "on the 9th floor",
      "the 4th industrial revolution",
      "her 50th birthday",
      "on 15 servers",
      "on 5/6 occasions",
      "from now on",
      "one day",
      "some day",
      "later",
      "sometime",
      "next steps",
      "next to Ana",
      "the end of the world",
      "an end user",
      "to end next to it",
      "week 3 of the programme",
      "Q1: how do we price this?",
      "Q2 FY26",
      "FY26 Q2",
      "h1 heading",
      "Spring Boot",
      "in Spring Boot",
      "fall back",
      "Windows 2019",
      "Ignite 2026",
      "Feb 30",
      "31.2.2026",
      "2026-13-01",
      "32/12/2026",
      "Guten Morgen",
      "en deux semaines",
      "por la mañana",
      "Tuesday's keynote",
      "yesterday's slides",
      "the first Sunday",
      "room 3, June",
      "on the Friday of KubeCon",
      "every 2 weeks",
      "every second Tuesday and Thursday",
      "the permanence de la Toussaint",
      "final week",
    ].map((text) => [text]),
  )("%s", (text) =>
    expect(
      daysIn(text, context({ event: null, events: [] })).filter((day) => day.on !== null || day.isAmbiguous),
    ).toEqual([]),
  );
});

describe("RD5 German, French and Spanish days are read by their words, in a mixed page too", () => {
  const rows: Rows = [
    ["bis Freitag", "bis Freitag = by 2026-02-06"],
    ["bis spätestens Freitag", "bis spätestens Freitag = by 2026-02-06"],
    ["am Montag anrufen", "am Montag = on 2026-02-09"],
    ["nächsten Dienstag", "nächsten Dienstag = on 2026-02-10"],
    ["nächste Woche", "nächste Woche = on 2026-02-09 to 2026-02-13"],
    ["Ende der Woche", "Ende der Woche = by 2026-02-06"],
    ["Ende nächster Woche", "Ende nächster Woche = by 2026-02-13"],
    ["Mitte nächster Woche", "Mitte nächster Woche = on 2026-02-11"],
    ["Anfang März", "Anfang März = on 2026-03-01 to 2026-03-10"],
    ["Ende März", "Ende März = by 2026-03-31"],
    ["bis Monatsende", "bis Monatsende = by 2026-02-28"],
    ["übermorgen", "übermorgen = on 2026-02-06"],
    ["morgen früh", "morgen früh = on 2026-02-05"],
    ["in zwei Wochen", "in zwei Wochen = on 2026-02-18"],
    ["in acht Tagen", "in acht Tagen = on 2026-02-11"],
    ["vor zwei Wochen", "vor zwei Wochen = past 2026-01-21"],
    ["binnen 3 Werktagen", "binnen 3 Werktagen = by 2026-02-09"],
    ["Freitag in einer Woche", "Freitag in einer Woche = on 2026-02-13"],
    ["3. März", "3. März = on 2026-03-03"],
    ["bis 9.2.", "bis 9.2. = by 2026-02-09"],
    ["bis zum 9. schicken", "bis zum 9. = by 2026-02-09"],
    ["vor dem 12. melden", "vor dem 12. = by 2026-02-11"],
    ["vom 9. bis 11. Februar", "vom 9. bis 11. Februar = on 2026-02-09 to 2026-02-11"],
    ["9.-11.2.", "9.-11.2. = on 2026-02-09 to 2026-02-11"],
    ["Mo-Mi", "Mo-Mi = on 2026-02-09 to 2026-02-11"],
    ["Di, 10. Februar", "Di, 10. Februar = on 2026-02-10"],
    ["im 2. Quartal", "im 2. Quartal = on 2026-04-01 to 2026-06-30"],
    ["nach der Konferenz", "nach der Konferenz = after 2026-02-06"],
    ["avant vendredi", "avant vendredi = by 2026-02-05"],
    ["d'ici vendredi", "d'ici vendredi = by 2026-02-06"],
    ["d’ici la fin de la semaine", "d’ici la fin de la semaine = by 2026-02-06"],
    ["la semaine prochaine", "la semaine prochaine = on 2026-02-09 to 2026-02-13"],
    ["fin de la semaine prochaine", "fin de la semaine prochaine = by 2026-02-13"],
    ["lundi prochain", "lundi prochain = on 2026-02-09"],
    ["vendredi dernier", "vendredi dernier = past 2026-01-30"],
    ["après-demain", "après-demain = on 2026-02-06"],
    ["demain matin", "demain matin = on 2026-02-05"],
    ["9 février", "9 février = on 2026-02-09"],
    ["1er mars", "1er mars = on 2026-03-01"],
    ["avant le 12", "avant le 12 = by 2026-02-11"],
    ["du 9 au 11 février", "du 9 au 11 février = on 2026-02-09 to 2026-02-11"],
    ["entre le 3 et le 5 mars", "entre le 3 et le 5 mars = on 2026-03-03 to 2026-03-05"],
    ["mi-mars", "mi-mars = on 2026-03-15"],
    ["fin du mois", "fin du mois = by 2026-02-28"],
    ["dans quinze jours", "dans quinze jours = on 2026-02-18"],
    ["il y a deux semaines", "il y a deux semaines = past 2026-01-21"],
    ["au plus tard vendredi", "au plus tard vendredi = by 2026-02-06"],
    ["antes del viernes", "antes del viernes = by 2026-02-05"],
    ["para el viernes", "para el viernes = by 2026-02-06"],
    ["la próxima semana", "la próxima semana = on 2026-02-09 to 2026-02-13"],
    ["la semana que viene", "la semana que viene = on 2026-02-09 to 2026-02-13"],
    ["el lunes que viene", "el lunes que viene = on 2026-02-09"],
    ["pasado mañana", "pasado mañana = on 2026-02-06"],
    ["mañana por la mañana", "mañana por la mañana = on 2026-02-05"],
    ["9 de febrero", "9 de febrero = on 2026-02-09"],
    ["antes del 12", "antes del 12 = by 2026-02-11"],
    ["del 9 al 11 de febrero", "del 9 al 11 de febrero = on 2026-02-09 to 2026-02-11"],
    ["a finales de mes", "a finales de mes = on 2026-02-28"],
    ["a mediados de marzo", "a mediados de marzo = on 2026-03-15"],
    ["este fin de semana", "este fin de semana = on 2026-02-07 to 2026-02-08"],
    ["dentro de dos semanas", "dentro de dos semanas = on 2026-02-18"],
    ["hace tres días", "hace tres días = past 2026-02-01"],
    ["send it by Friday, sonst bis Montag", "by Friday = by 2026-02-06; bis Montag = by 2026-02-09"],
  ];
  test.each(rows)("%s -> %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("RD5 a heading that names a day dates the notes under it", () => {
  test.each([
    ["Day 2 - Tuesday", null],
    ["Day 2 - Wednesday", "2026-02-04"],
    ["Day 1", "2026-02-03"],
    ["Tue 3 Feb", "2026-02-03"],
    ["Tue 4 Feb", "2025-02-04"],
    ["Tuesday", "2026-02-03"],
    ["Dienstag", "2026-02-03"],
    ["2026-02-03", "2026-02-03"],
    ["2026-02-03 Keynote", "2026-02-03"],
    ["Tuesday 3 February: keynote and sessions", "2026-02-03"],
    ["Notes from Thursday", "2026-02-05"],
    ["3/2", "2026-02-03"],
    ["03.02.2026", "2026-02-03"],
    ["mardi 3 février", "2026-02-03"],
    ["Prepare for Tuesday", null],
    ["To do by Friday", null],
    ["Next week", null],
    ["Follow up on Monday", null],
    ["March", null],
    ["Keynote", null],
    ["9-11 Feb", null],
    ["Tuesday or Wednesday", null],
  ])("%s -> %s", (text, expected) => expect(dayHeading(text, wednesday)).toBe(expected));

  test("without an event a weekday is the one nearest to the page's day, a date the nearest", () => {
    const bare = context({ event: null, takenOn: "2026-01-02" as Day });
    expect(dayHeading("Monday", bare)).toBe("2026-01-05");
    expect(dayHeading("Wednesday", bare)).toBe("2025-12-31");
    expect(dayHeading("29 December", bare)).toBe("2025-12-29");
  });
});

describe("RD5 whatever the text, the answer is well formed", () => {
  const pieces = fc.constantFrom(
    ..."by|until|before|after|on|the|next|last|this|end|of|mid|early|week|weekend|month|quarter|Friday|Mon|Tue|sat|May|march|Feb|9|9th|31|2026|10/12|9.2.|2026-02-03|in|two|weeks|days|ago|from|to|-|–|and|or|,|.|/|(|)|EOD|EOW|Q2|KW 7|day 2|Ignite|Ana's|talk|every|tomorrow|morgen|mañana|d'ici|vendredi|prochain|antes del|bis zum|Ende|nächster|Woche|10:30|3pm|soon|a|few|'26|🎉|é|İ|\u0000".split(
      "|",
    ),
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((words) => words.join(" ")),
    fc.array(pieces, { maxLength: 10 }).map((words) => words.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from("1990-01-01").add({ days }).toString() as Day); // an ISO day

  test("ranges are in order, never overlap, hold their own words, and until is after on", () => {
    fc.assert(
      fc.property(text, day, fc.subarray([1, 2, 3, 4, 5, 6, 7]), (words, takenOn, workingDays) => {
        let end = 0;
        for (const one of daysIn(words, context({ takenOn, workingDays }))) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.words).toBe(words.slice(one.start, one.end));
          expect(one.until === null || (one.on !== null && one.on < one.until)).toBe(true);
          expect(one.isAmbiguous && one.on !== null).toBe(false);
          ({ end } = one);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("a heading names a day or nothing, whatever its text", () => {
    fc.assert(
      fc.property(text, day, (words, takenOn) => {
        expect(dayHeading(words, context({ takenOn })) ?? takenOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("a deadline that needs a coming day is never in the past", () => {
    const forward = fc.constantFrom(
      "by Friday",
      "before Friday",
      "by the 9th",
      "by 9 Feb",
      "by end of May",
      "by EOW",
      "next Tuesday",
      "in two weeks",
      "tomorrow",
      "by mid next week",
    );
    fc.assert(
      fc.property(forward, day, (words, takenOn) => {
        const [one] = daysIn(words, context({ takenOn, event: null, events: [] }));
        expect(one?.on !== null && one !== undefined && (one.on ?? "") >= takenOn).toBe(true);
      }),
    );
  });

  test("a long line costs in proportion to its length, whatever it repeats", () => {
    const hard = [
      "the day after ",
      "EOD ",
      "9/",
      "1-",
      "between the 3rd and ",
      "a week from ",
      "a.",
      "Mon-",
      "2026-",
      "9th/",
      "by 9/2, ",
      "met on 9 Jan, ",
    ];
    const cost = (piece: string, length: number) => {
      const long = piece.repeat(Math.ceil(length / piece.length));
      const before = process.cpuUsage();
      daysIn(long, wednesday);
      return process.cpuUsage(before).user;
    };
    cost(hard.join(""), 20_000);
    // Eight times the text: 64 times the work would be quadratic. What is done in 20 ms is too short to tell.
    const steep = hard.filter((piece) => cost(piece, 80_000) >= 32 * Math.max(cost(piece, 10_000), 20_000));
    expect(steep).toEqual([]);
  });
});
