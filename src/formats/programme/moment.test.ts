import { describe, expect, test } from "vitest";
import { minutesOf, momentOf, slashOrderOf, type SlashOrder, spanOf } from "./moment.ts";

function shown(text: string): string | null {
  const moment = momentOf(text);
  if (moment === null) return null;
  return moment.kind === "local" ? moment.at.toString() : `${moment.at.toString()} from ${moment.offset}`;
}

function span(text: string, order: SlashOrder = null): [string | null, ...string[]] {
  const { day, clocks } = spanOf(text, order);
  return [day?.toString() ?? null, ...clocks.map(({ hour, minute }) => `${hour}:${String(minute).padStart(2, "0")}`)];
}

test("a date with an offset is a point in time, without one it is a time on the wall", () => {
  expect(shown("2025-02-01T10:35:00+01:00")).toBe("2025-02-01T09:35:00Z from +01:00");
  expect(shown("2025-02-01T10:35:00.000+0100")).toBe("2025-02-01T09:35:00Z from +01:00");
  expect(shown("2025-02-01 10:35Z")).toBe("2025-02-01T10:35:00Z from null");
  expect(shown("2020-01-29T09:00:00")).toBe("2020-01-29T09:00:00");
  expect(shown("2017-11-1T9:00")).toBe("2017-11-01T09:00:00");
  expect(shown("2025-02-01T24:00:00")).toBe("2025-02-02T00:00:00");
});

test("what is no date and time is null", () => {
  const wrong = [
    "",
    "soon",
    "2025-02-30T10:00",
    "2025-02-01",
    "2025-02-01T25:00",
    "2025-02-01T10:61",
    "12025-01-01T10:00",
  ];
  expect(wrong.map(shown)).toEqual(wrong.map(() => null));
  expect(shown("2025-02-01T10:00+99:00")).toBe("2025-02-01T10:00:00Z from null");
});

describe("durations", () => {
  test.each([
    ["00:45", 45],
    ["0:45", 45],
    ["90", 90],
    ["1:30:00", 90],
    ["01:00", 60],
    ["PT45M", 45],
    ["PT1H30M", 90],
    ["P1D", 1440],
    ["1h 30m", 90],
    ["1.5 hours", 90],
    ["45 min", 45],
    ["45'", 45],
    ["00:00", null],
    ["0", null],
    ["long", null],
    ["-PT5M", null],
    ["99999:00", null],
    ["", null],
  ])("%s", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });
});

describe("days and times as people write them", () => {
  test.each<[string, [string | null, ...string[]]]>([
    ["24 May 2022 | 08:45 - 09:45", ["2022-05-24", "8:45", "9:45"]],
    ["Freitag, 27. Dezember 2019, 11:00", ["2019-12-27", "11:00"]],
    ["Tuesday, January 22, 2019, 1:00 PM", ["2019-01-22", "13:00"]],
    ["Friday, December 27, 2019 at 12:30\u202fAM", ["2019-12-27", "0:30"]],
    ["vendredi 7 août 2026 à 9h30", ["2026-08-07", "9:30"]],
    ["viernes, 27 de marzo de 2020, 9:05", ["2020-03-27", "9:05"]],
    ["22.01.2019 09:15", ["2019-01-22", "9:15"]],
    ["2025-11-19", ["2025-11-19"]],
    ["2025/11/19 8:00am", ["2025-11-19", "8:00"]],
    ["25/11/2025", ["2025-11-25"]],
    ["11/25/2025 9:00", ["2025-11-25", "9:00"]],
    ["Room 5, maybe", [null]],
    ["31 February 2025", [null]],
    ["9 PM", [null, "21:00"]],
  ])("%s", (text, expected) => {
    expect(span(text)).toEqual(expected);
  });

  test("03/04/2025 is ambiguous until another day of the file settles the order", () => {
    expect(spanOf("03/04/2025", null).day).toBe("ambiguous");
    expect(span("03/04/2025", slashOrderOf(["03/04/2025", "25/04/2025"]))).toEqual(["2025-04-03"]);
    expect(span("03/04/2025", slashOrderOf(["03/04/2025", "04/25/2025"]))).toEqual(["2025-03-04"]);
    expect(slashOrderOf(["25/04/2025", "04/25/2025"])).toBeNull();
    expect(slashOrderOf([])).toBeNull();
  });
});
