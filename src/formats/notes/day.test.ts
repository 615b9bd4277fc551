import { describe, expect, test } from "vitest";
import { dayNamedIn, dayOfHeading, dayOfLine } from "./day.ts";

describe("the day that a name names", () => {
  test.each([
    ["2019-03-25.md", "2019-03-25"],
    ["20190325 notes", "2019-03-25"],
    ["2019_03_25-standup.txt", "2019-03-25"],
    ["Notes 25 Mar 2019", "2019-03-25"],
    ["notes-25-Mar-2019.md", "2019-03-25"],
    ["Mar 25, 2019, 3:20:11 PM", "2019-03-25"],
    ["December 14th, 2016, 11a - Noon", "2016-12-14"],
    ["13 Dec, 2022 (recording)", "2022-12-13"],
    ["Monday 3 Feb 2025", "2025-02-03"],
    ["Besprechung 25. März 2019", "2019-03-25"],
    ["3 de febrero de 2025", "2025-02-03"],
    ["réunion du 3 février 2025", "2025-02-03"],
    ["Protokoll 25.03.2019", "2019-03-25"],
    ["03-25-2019 only a month first fits", "2019-03-25"],
    ["Tue 05/06/2018 the weekday settles it", "2018-06-05"],
    ["2019-03-25 and again 25 March 2019", "2019-03-25"],
  ])("%s", (name, day) => {
    expect(dayNamedIn(name)).toBe(day);
  });

  test.each([
    ["no day", "Day 2 keynote.md"],
    ["no year", "Tuesday 4 Feb"],
    ["a year and an hour are no day", "ALAAC2018Sun0230pm-keep.html"],
    ["day and month could be swapped", "notes 05-06-2018"],
    ["two days", "2019-03-25 to 2019-03-27"],
    ["no such day", "2019-02-30"],
    ["a number that only looks like one", "IMG 120190325123"],
    ["two figures for the year", "25.03.19"],
    ["a month without a day", "March 2019"],
  ])("none where there is %s: %s", (_, name) => {
    expect(dayNamedIn(name)).toBeNull();
  });
});

test("a heading's day stands first or last in it, and is no deadline", () => {
  const headings = [
    "OpenJS Foundation Cross Project Council Meeting 2019-07-30",
    "December 16, 2019 (recording)",
    "How we lived through the 2019-03-25 outage and after",
    "Deadline 2019-03-25",
  ];
  expect(headings.map(dayOfHeading)).toEqual(["2019-07-30", "2019-12-16", null, null]);
});

test("a line's day needs a line that says little else", () => {
  const lines = [
    "Monday, March 25, 2019",
    "Date: 2019-03-25",
    "1:30pm–5:00pm Tuesday, 05/17/2016",
    "3 Feb 2025 Brussels",
    "Rust 1.0 came out on May 15, 2015",
    "1.0 May 15, 2015",
    "due 2019-03-25",
    "by 25 March 2019",
  ];
  expect(lines.map(dayOfLine)).toEqual([
    "2019-03-25",
    "2019-03-25",
    "2016-05-17",
    "2025-02-03",
    null,
    null,
    null,
    null,
  ]);
});
