import { describe, expect, test } from "vitest";
import type { TimeZone } from "#domain/model/time.ts";
import { detectProgramme, type ProgrammeRead, readProgramme } from "../programme.ts";
import { areSessions, columnsOf, speakersIn } from "./rows.ts";

function read(csv: string, timeZone: string | null = "Europe/Rome", name = "sessions.csv"): ProgrammeRead {
  const options = timeZone === null ? {} : { timeZone: timeZone as TimeZone };
  return readProgramme({ name, bytes: new TextEncoder().encode(csv) }, options);
}

function times(programme: ProgrammeRead): (string | null)[][] {
  return programme.sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
}

test("a table of sessions is read by its headings, cells of several lines and quotes included", () => {
  const programme = read(
    '\ufeffID,Proposal title,Abstract,Speaker names,Date,Start Time,Duration,Room,,\r\nA1,"Say ""hi"", loudly","One\r\n\r\nTwo","Ana Ruiz, Ben Ode (Contoso)",2026-11-19,11:30,00:45,Sala 7,,\r\nB2,Second,,,2026-11-19,,,Sala 8,,\r\n',
  );
  expect(programme.format).toBe("csv");
  expect(programme.problems).toEqual([]);
  expect(programme.sessions).toMatchObject([
    {
      guid: "A1",
      title: 'Say "hi", loudly',
      abstract: "One\n\nTwo",
      room: "Sala 7",
      startsAt: "2026-11-19T10:30:00.000Z",
      endsAt: "2026-11-19T11:15:00.000Z",
      speakers: [
        { name: "Ana Ruiz", organization: null },
        { name: "Ben Ode", organization: "Contoso" },
      ],
    },
    { guid: "B2", title: "Second", startsAt: null, speakers: [] },
  ]);
});

describe("headings", () => {
  test("of several exports are recognized, in other languages and separators too", () => {
    expect(
      read("Titel;Referent;Raum;Datum;Beginn;Ende\nEins;Ana Ruiz;Saal;24.05.2026;09:00;10:30").sessions,
    ).toMatchObject([
      { title: "Eins", room: "Saal", startsAt: "2026-05-24T07:00:00.000Z", endsAt: "2026-05-24T08:30:00.000Z" },
    ]);
    expect(read("Session\tSpeakers\tTime\tDate\nOne\tAna\t9:00 AM - 10:00 AM\tMay 24, 2026").sessions).toMatchObject([
      { title: "One", startsAt: "2026-05-24T07:00:00.000Z", endsAt: "2026-05-24T08:00:00.000Z" },
    ]);
  });

  test("prefer the column that says most", () => {
    const columns = columnsOf([
      "Room",
      "RoomInt",
      "Track",
      "TrackSlug",
      "Speakers",
      "speakerNames",
      "Title",
      "Day",
      "Date",
    ]);
    expect(Object.fromEntries(columns)).toMatchObject({
      room: "Room",
      track: "Track",
      speakers: "speakerNames",
      title: "Title",
      date: "Date",
    });
  });

  test("of an address book, of tasks and of activities are no programme", () => {
    expect(areSessions(["First Name", "Last Name", "Title", "Company", "Email", "Location"])).toBe(false);
    expect(areSessions(["Name", "Title", "Company", "Scan time"])).toBe(false);
    expect(areSessions(["title", "time", "products", "titleUrl"])).toBe(false);
    expect(areSessions(["Title", "Description", "Due date"])).toBe(false);
    expect(areSessions(["Title", "Speakers", "Room"])).toBe(true);
  });
});

test("days such as 03/04/2026 follow the order that the whole table shows", () => {
  const rows = "Title,Speakers,Date,Start\nA,X,03/04/2026,10:00\n";
  expect(times(read(`${rows}B,X,25/04/2026,10:00`))[0]).toEqual(["2026-04-03T08:00:00.000Z", null]);
  expect(times(read(`${rows}B,X,04/25/2026,10:00`))[0]).toEqual(["2026-03-04T09:00:00.000Z", null]);
  const open = read(rows);
  expect(times(open)).toEqual([[null, null]]);
  expect(open.problems).toMatchObject([
    { line: 2, what: "Days such as 03/04/2026 can be read in two ways, and nothing in the file tells" },
  ]);
});

test("an end before its start is after midnight", () => {
  expect(times(read("Title,Room,Date,Start,End\nA,X,2026-05-24,23:30,00:30"))).toEqual([
    ["2026-05-24T21:30:00.000Z", "2026-05-24T22:30:00.000Z"],
  ]);
});

test("a column with the time zone is used", () => {
  expect(times(read("Title,Room,Start,Time zone\nA,X,2026-05-24 10:00,America/New_York", null))).toEqual([
    ["2026-05-24T14:00:00.000Z", null],
  ]);
});

test("a row without a title or with no readable time is a problem with its line, and the others are kept", () => {
  const programme = read('Title,Speakers,Start\n"A\nB",X,2026-05-24 10:00\n,Y,\nC,Z,sometime\n');
  expect(programme.sessions.map((session) => session.title)).toEqual(["A B", "C"]);
  expect(programme.problems.map(({ line, what }) => `${line}: ${what}`)).toEqual([
    "5: “C” has no day and time that can be read",
    "4: A session has no title",
  ]);
});

test("a quotation mark without an end loses its own row alone", () => {
  const programme = read('Title,Speakers,Room\nA,X,1\nB,"Y,2\nC,Z,3\nD,W,4\n');
  expect(programme.sessions.map((session) => session.title)).toEqual(["A", "C", "D"]);
  expect(programme.problems).toMatchObject([{ line: 3, what: "A quotation mark in this row has no end" }]);
});

test("after twenty such marks the rest is read with marks as letters, in one more pass", () => {
  const started = performance.now();
  const programme = read(`Title,Speakers,Room\n${'Ship it,"y,2\n'.repeat(20_001)}`);
  expect(programme.sessions).toHaveLength(20_001 - 20);
  expect(programme.sessions.at(-1)).toMatchObject({ title: "Ship it", room: "2", speakers: [{ name: '"y' }] });
  expect(programme.problems).toHaveLength(20);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("a flat list in JSON is read by the names of its fields", () => {
  const items = [
    {
      Title: "Ship it",
      Room: "Room 8",
      Slug: "ship-it",
      Day: "Tuesday",
      TimeSlot: "08:45 - 09:45",
      Date: "24 May 2022 | 08:45 - 09:45",
      Speakers: "Ana Ruiz",
    },
    { Title: "Next", Room: "Room 9", Date: "24 May 2022 | 10:00 - 11:00", Speakers: ["Ben Ode", "Cy Lee"] },
  ];
  const programme = read(JSON.stringify(items), "Europe/Brussels", "sessions.json");
  expect(programme.format).toBe("sessions-json");
  expect(programme.sessions).toMatchObject([
    { guid: "ship-it", startsAt: "2022-05-24T06:45:00.000Z", endsAt: "2022-05-24T07:45:00.000Z" },
    { startsAt: "2022-05-24T08:00:00.000Z", speakers: [{ name: "Ben Ode" }, { name: "Cy Lee" }] },
  ]);
});

test("names in one cell are told apart", () => {
  const names = (cell: string, organizations: string | null = null): string[] =>
    speakersIn(cell, organizations).map((speaker) => `${speaker.name}/${speaker.organization}`);
  expect(names("Ana Ruiz; Ben Ode")).toEqual(["Ana Ruiz/null", "Ben Ode/null"]);
  expect(names("Ana Ruiz and Ben Ode")).toEqual(["Ana Ruiz/null", "Ben Ode/null"]);
  expect(names("Simon & Garfunkel")).toEqual(["Simon & Garfunkel/null"]);
  expect(names("Sam Hill, Jr., Ana Ruiz")).toEqual(["Sam Hill, Jr./null", "Ana Ruiz/null"]);
  expect(names("Ana Ruiz", "Contoso, Ltd")).toEqual(["Ana Ruiz/Contoso, Ltd"]);
  expect(names("Ana Ruiz, Ben Ode", "Contoso, Fabrikam")).toEqual(["Ana Ruiz/Contoso", "Ben Ode/Fabrikam"]);
});

test("a table of speakers is no programme", () => {
  const file = {
    name: "speakers.csv",
    bytes: new TextEncoder().encode("ID,Name,Biography,Proposal titles,Your company\n1,Ana,x,Ship it,Contoso\n"),
  };
  expect(detectProgramme(file)).toBeNull();
  expect(readProgramme(file)).toMatchObject({
    sessions: [],
    problems: [{ line: 1 }, { what: "The file is no programme in a format that is known" }],
  });
});

test("a million empty lines cost one pass", () => {
  const started = performance.now();
  const programme = read(`Title,Speakers,Room\n${"\n".repeat(1_000_000)}A,X,1\n`);
  expect(programme.sessions.map((session) => session.title)).toEqual(["A"]);
  expect(performance.now() - started).toBeLessThan(5000);
});
