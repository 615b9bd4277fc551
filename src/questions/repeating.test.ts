import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween, plainDate, workingDaysDefault } from "#domain/model/time.ts";
import { day } from "../../test/support/workspace.ts";
import { daysOf, nextDay } from "./repeating.ts";
import { repeatIn, withoutRepeat } from "./repeat-words.ts";
import { sayRepeat } from "./say-repeat.ts";

const from = { day: day("2026-11-24"), workingDays: workingDaysDefault }; // a Tuesday
const said = (text: string) => {
  const found = repeatIn(text, from);
  return found && [sayRepeat(found.repeats, workingDaysDefault), text.slice(found.start, found.end)];
};
const mine = { isTheirs: false, dueEnd: null, checkBackOn: null };

/** Rules that people can type. */
const rules = fc.constantFrom(
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=14",
  "FREQ=WEEKLY;BYDAY=MO",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "FREQ=MONTHLY;BYMONTHDAY=15",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
  "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28",
);
const days = fc.integer({ min: 0, max: 4000 }).map((away) => addDays(day("2024-01-01"), away));

describe("the next day", () => {
  test("RP2 is always after the one done and after today, whatever the rule and however late it was", () => {
    fc.assert(
      fc.property(rules, days, fc.integer({ min: -40, max: 400 }), (repeats, dueOn, late) => {
        const today = addDays(dueOn, late);
        const next = nextDay({ ...mine, repeats, dueOn }, today);
        expect([next! > dueOn, next! > today]).toEqual([true, true]);
      }),
      { numRuns: 120 },
    );
  });

  test("RP2 after a month that was skipped is one day, the first to come, in step with the rule's own weeks", () => {
    const step = { ...mine, repeats: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", dueOn: day("2026-10-05") };
    expect(nextDay(step, day("2026-11-24"))).toBe("2026-11-30");
    expect(daysOf(step.repeats, step.dueOn, 6).at(-1)).toBe("2026-12-14");
    expect(nextDay({ ...step, dueEnd: day("2026-12-01") }, day("2026-11-24"))).toBe("2026-12-14");
  });

  test("RP2 keeps to the calendar over leap days, ends of months and the change to summer time", () => {
    const next = (repeats: string, dueOn: string) => nextDay({ ...mine, repeats, dueOn: day(dueOn) }, day(dueOn));
    expect(next("FREQ=DAILY", "2026-03-28")).toBe("2026-03-29");
    expect(next("FREQ=DAILY", "2026-03-29")).toBe("2026-03-30");
    expect(next("FREQ=DAILY", "2026-10-24")).toBe("2026-10-25");
    expect(next("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2028-01-30")).toBe("2028-02-29");
    expect(next("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-02-28")).toBe("2026-03-31");
    expect(next("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-07-01")).toBe("2026-08-03");
    expect(next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2096-02-29")).toBe("2104-02-29");
  });

  test("RP2 is for a person to say where a rule has ended, or has parts that are not known", () => {
    const next = (repeats: string) => nextDay({ ...mine, repeats, dueOn: day("2026-11-23") }, day("2026-11-24"));
    expect(next("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130")).toBe("2026-11-30");
    for (const repeats of [
      "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261129",
      "FREQ=SECONDLY;INTERVAL=1",
      "FREQ=WEEKLY;COUNT=3",
      "FREQ=WEEKLY;BYDAY=XX",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=MONTHLY;BYMONTHDAY=,",
    ]) {
      expect([repeats, next(repeats)]).toEqual([repeats, null]);
    }
  });
});

describe("what people type", () => {
  test.each([
    ["water the plants every Monday", "every Monday", "every Monday"],
    ["every mon, wed and fri: stand-up notes", "every Monday, Wednesday and Friday", "every mon, wed and fri"],
    ["send the numbers every other week on Friday", "every 2 weeks on Friday", "every other week on Friday"],
    ["pay the rent on the first working day of each month", "on the first working day of each month", null],
    ["close the books on the last day of every quarter", "on the last day of every quarter", null],
    ["invoices every month on the 30th", "on the 30th of each month", "every month on the 30th"],
    ["report every working day", "every working day", "every working day"],
    ["review the plan every 3 months", "on the 24th of every quarter", "every 3 months"],
    ["every second Monday call Bo", "every 2 weeks on Monday", "every second Monday"],
    ["every second Monday of the month call Bo", "on the second Monday of each month", null],
    ["call home on Sundays", "every Sunday", "on Sundays"],
    ["check the backups daily", "every day", "daily"],
    ["send the letter weekly on Thursday", "every Thursday", "weekly on Thursday"],
    ["renew the badge every year", "every year on 24 November", "every year"],
    ["jeden Montag Bo anrufen", "every Monday", "jeden Montag"],
    ["alle zwei Wochen den Stand schicken", "every 2 weeks on Tuesday", "alle zwei Wochen"],
    ["Miete am ersten Arbeitstag jedes Monats", "on the first working day of each month", null],
    ["montags die Zahlen", "every Monday", "montags"],
    ["jeden ersten Dienstag im Monat Stammtisch", "on the first Tuesday of each month", null],
    ["rappeler Luc chaque lundi", "every Monday", "chaque lundi"],
    ["écrire le premier vendredi de chaque mois", "on the first Friday of each month", null],
    ["tous les jours ouvrés arroser", "every working day", "tous les jours ouvrés"],
    ["toutes les deux semaines", "every 2 weeks on Tuesday", "toutes les deux semaines"],
    ["llamar a Ana cada lunes", "every Monday", "cada lunes"],
    ["informe el día 15 de cada mes", "on the 15th of each month", "el día 15 de cada mes"],
    ["todos los viernes", "every Friday", "todos los viernes"],
    ["cada 15 días", "every 15 days", "cada 15 días"],
  ])("RP3 %s", (text, words, phrase) => {
    expect(said(text)?.[0]).toBe(words);
    expect(said(text)?.[1]).toBe(phrase ?? said(text)?.[1]);
  });

  test("RP3 that says nothing of repeating is left alone", () => {
    for (const text of [
      "call Ana on Monday",
      "send every customer a card",
      "read the weekly report before the call",
      "all the slides, each with a title",
      "on the last day of the month",
      "tous les clients",
      "alle Kunden anrufen",
      "a second look at the first draft",
      "once the deck is ready",
      "every",
      "every 2",
      "",
    ]) {
      expect([text, said(text)]).toEqual([text, null]);
    }
  });

  test("RP3 its phrase is taken out of the words, and what is left reads well", () => {
    const left = (text: string) => withoutRepeat(text, repeatIn(text, from)!);
    expect(left("water the plants, every Monday")).toBe("water the plants");
    expect(left("every Monday: water the plants")).toBe("water the plants");
    expect(left("call Ana every Monday about the deck")).toBe("call Ana about the deck");
  });

  test("RP3 whatever is typed is read in time, and a rule that comes of it has days, all different", () => {
    const words =
      "every each other second 2 15th first last on the of month week quarter Monday tuesdays working day , and jeden le cada dia".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (typed) => {
        const found = repeatIn(typed.join(" "), from);
        const first: Day[] =
          found === null ? [day("2026-01-01"), day("2026-01-02")] : daysOf(found.repeats, from.day, 2);
        expect(daysBetween(first[0]!, first[1]!)).toBeGreaterThan(0);
        expect(found === null || /^FREQ=[A-Z0-9=;,+-]{4,190}$/.test(found.repeats)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(said("every ".repeat(160))).toBeNull();
    expect(plainDate(daysOf("FREQ=WEEKLY;BYDAY=SU", from.day, 1)[0]!).dayOfWeek).toBe(7);
  });
});
