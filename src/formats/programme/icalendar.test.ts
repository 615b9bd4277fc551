import { describe, expect, test } from "vitest";
import type { TimeZone } from "#domain/model/time.ts";
import { limits } from "../file.ts";
import { type ProgrammeRead, readProgramme } from "../programme.ts";

function read(text: string, timeZone?: string): ProgrammeRead {
  const file = { name: "upcon.ics", bytes: new TextEncoder().encode(text) };
  return readProgramme(file, timeZone === undefined ? {} : { timeZone: timeZone as TimeZone });
}

function calendar(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function event(...lines: string[]): string {
  return ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
}

function times(programme: ProgrammeRead): (string | null)[][] {
  return programme.sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
}

function said(programme: ProgrammeRead): string[] {
  return programme.problems.map((problem) => `${problem.line}: ${problem.what} [${problem.kept}]`);
}

test("an event is a session: folded lines, escapes, markup, room, track, speakers, address", () => {
  const programme = read(
    calendar(
      "X-WR-CALNAME:UpCon\\, 2026",
      "X-WR-TIMEZONE:Europe/Brussels",
      event(
        "UID:a-1",
        "DTSTART;TZID=Europe/Brussels:20260327T100000",
        "DURATION:PT45M",
        "SUMMARY;LANGUAGE=en:Ship it\\, then ",
        " sle",
        "\tep",
        "LOCATION:Barn",
        "CATEGORIES:Data\\, big,Other",
        "DESCRIPTION:<p>Short &amp\\; sweet.</p>\\nSpeakers:\\nAna Ruiz\\n<p>Ana builds.</p>\\nBen Ode\\nThe end of it all.",
        "URL:https://upcon.example/1",
        'ATTENDEE;CN="Cy Lee":mailto:cy@x.example',
      ),
    ),
  );
  expect(programme).toEqual({
    format: "icalendar",
    event: {
      name: "UpCon, 2026",
      startsOn: "2026-03-27",
      endsOn: "2026-03-27",
      timeZone: "Europe/Brussels",
      place: null,
      url: null,
    },
    sessions: [
      {
        guid: "a-1",
        title: "Ship it, then sleep",
        subtitle: null,
        track: "Data, big",
        room: "Barn",
        kind: null,
        language: "en",
        startsAt: "2026-03-27T09:00:00.000Z",
        endsAt: "2026-03-27T09:45:00.000Z",
        speakers: [
          { name: "Ana Ruiz", organization: null },
          { name: "Ben Ode", organization: null },
        ],
        abstract: "Short & sweet.\n\nSpeakers:\nAna Ruiz\n\nAna builds.\n\nBen Ode\nThe end of it all.",
        url: "https://upcon.example/1",
        isStarred: false,
      },
    ],
    problems: [],
  });
});

test("names alone in the descriptions are the speakers, where most of a calendar's descriptions are that", () => {
  const talk = (title: string, description: string) =>
    event("DTSTART:20260327T100000Z", `SUMMARY:${title}`, description);
  const speakers = (...events: string[]) =>
    read(calendar(...events)).sessions.map((session) => session.speakers.map(({ name }) => name));
  expect(
    speakers(
      talk("Rails", "DESCRIPTION:Ana Ruiz"),
      talk("Panel", "DESCRIPTION:Dr. Bo Obi\\, Mia van der Berg and Li Wu"),
      talk("Pause", "DESCRIPTION:Coffee Break"),
      talk("Nothing", "DESCRIPTION:"),
    ),
  ).toEqual([["Ana Ruiz"], ["Dr. Bo Obi", "Mia van der Berg", "Li Wu"], [], []]);
  expect(
    speakers(
      talk("Rails", "DESCRIPTION:Ana Ruiz"),
      talk("Wide", "DESCRIPTION:We lay the track."),
      talk("Far", "DESCRIPTION:On and on"),
    ),
  ).toEqual([[], [], []]);
});

test("attendees without an address are the speakers, as frab writes them", () => {
  const attendee = 'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;CN="Ana Ruiz":invalid:nomail';
  const programme = read(calendar(event("UID:1", "DTSTART:20260327T100000Z", "SUMMARY:A", attendee)));
  expect(programme.sessions[0]?.speakers).toEqual([{ name: "Ana Ruiz", organization: null }]);
});

test("pretalx's calendar of starred sessions is starred", () => {
  const programme = read(calendar("PRODID:-//pretalx//upcon//faved", event("DTSTART:20260327T100000Z", "SUMMARY:A")));
  expect(programme.sessions.map((session) => session.isStarred)).toEqual([true]);
});

describe("times", () => {
  const zone = [
    "BEGIN:VTIMEZONE",
    "TZID:Our zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ].join("\r\n");
  const at = (property: string, more = ""): string => event(property, "SUMMARY:A", ...(more === "" ? [] : [more]));

  test("in UTC, in a named zone and in a Windows zone are points in time", () => {
    const programme = read(
      calendar(
        at("DTSTART:20260701T100000Z"),
        at("DTSTART;TZID=America/New_York:20260701T100000"),
        at('DTSTART;TZID="Pacific Standard Time":20260701T100000'),
        at("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260701T100000"),
      ),
    );
    expect(times(programme).map(([start]) => start)).toEqual([
      "2026-07-01T10:00:00.000Z",
      "2026-07-01T14:00:00.000Z",
      "2026-07-01T17:00:00.000Z",
      "2026-07-01T08:00:00.000Z",
    ]);
    expect(programme.problems).toEqual([]);
  });

  test("in a zone that the file defines follow its rules, before or after the events", () => {
    const events = ["20260328T120000", "20260329T120000", "20261024T120000", "20261026T120000"].map((time) =>
      at(`DTSTART;TZID=Our zone:${time}`),
    );
    const expected = [
      ["2026-03-28T11:00:00.000Z", null],
      ["2026-03-29T10:00:00.000Z", null],
      ["2026-10-24T10:00:00.000Z", null],
      ["2026-10-26T11:00:00.000Z", null],
    ];
    expect(times(read(calendar(zone, ...events)))).toEqual(expected);
    expect(times(read(calendar(...events, zone)))).toEqual(expected);
  });

  test("that float are the programme's own", () => {
    expect(times(read(calendar("X-WR-TIMEZONE:Asia/Tokyo", at("DTSTART:20260701T100000"))))).toEqual([
      ["2026-07-01T01:00:00.000Z", null],
    ]);
    expect(times(read(calendar(at("DTSTART:20260701T100000")), "Asia/Tokyo"))).toEqual([
      ["2026-07-01T01:00:00.000Z", null],
    ]);
    const zoneless = read(calendar(at("DTSTART:20260701T100000")));
    expect(times(zoneless)).toEqual([[null, null]]);
    expect(said(zoneless)).toEqual([
      "3: The file gives times without a time zone, and none was given with it [1 session, without its time]",
    ]);
  });

  test("of a whole day are from midnight to midnight", () => {
    const programme = read(
      calendar(at("DTSTART;VALUE=DATE:20260701"), at("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704")),
      "Europe/Brussels",
    );
    expect(times(programme)).toEqual([
      ["2026-06-30T22:00:00.000Z", "2026-07-01T22:00:00.000Z"],
      ["2026-06-30T22:00:00.000Z", "2026-07-03T22:00:00.000Z"],
    ]);
  });

  test("in a zone nobody knows are the programme's own, and that is said once", () => {
    const programme = read(
      calendar(at("DTSTART;TZID=Atlantis:20260701T100000"), at("DTSTART;TZID=Atlantis:20260701T110000")),
      "Europe/Brussels",
    );
    expect(times(programme).map(([start]) => start)).toEqual(["2026-07-01T08:00:00.000Z", "2026-07-01T09:00:00.000Z"]);
    expect(said(programme)).toEqual([
      "4: The time zone “Atlantis” is not known and not defined in the file [its times, read in the programme's zone]",
    ]);
  });

  test("that are none lose the time and not the session", () => {
    const programme = read(calendar(event("DTSTART:tomorrow", "DTEND:20260230T100000Z", "SUMMARY:A")));
    expect(programme.sessions).toMatchObject([{ title: "A", startsAt: null, endsAt: null }]);
    expect(said(programme)).toEqual([
      "4: DTSTART has a time that is none: “tomorrow” [the session, without it]",
      "5: DTEND has a time that is none: “20260230T100000Z” [the session, without it]",
    ]);
  });
});

describe("repetitions", () => {
  const repeated = (...lines: string[]): ProgrammeRead =>
    read(
      calendar(
        event(
          "UID:r",
          "DTSTART;TZID=Europe/Berlin:20260325T090000",
          "DTEND;TZID=Europe/Berlin:20260325T100000",
          "SUMMARY:Standup",
          ...lines,
        ),
      ),
    );
  const days = (programme: ProgrammeRead): string[] =>
    programme.sessions.map((session) => (session.startsAt ?? "").slice(5, 16));

  test("that end are written out by the wall clock, across a clock change, each with a key of its own", () => {
    const programme = repeated("RRULE:FREQ=DAILY;UNTIL=20260330T070000Z;INTERVAL=2");
    expect(times(programme)).toEqual([
      ["2026-03-25T08:00:00.000Z", "2026-03-25T09:00:00.000Z"],
      ["2026-03-27T08:00:00.000Z", "2026-03-27T09:00:00.000Z"],
      ["2026-03-29T07:00:00.000Z", "2026-03-29T08:00:00.000Z"],
    ]);
    expect(new Set(programme.sessions.map((session) => session.guid)).size).toBe(3);
  });

  test("on weekdays, with days left out, added and moved", () => {
    const programme = read(
      calendar(
        event(
          "UID:r",
          "DTSTART:20260323T090000Z",
          "SUMMARY:Standup",
          "RRULE:FREQ=WEEKLY;BYDAY=MO, WE;COUNT=4",
          "EXDATE:20260325T090000Z",
          "RDATE:20260410T090000Z,20260411T090000Z/PT1H",
        ),
        event("UID:r", "RECURRENCE-ID:20260330T090000Z", "DTSTART:20260331T150000Z", "SUMMARY:Standup, moved"),
      ),
    );
    expect(programme.sessions.map(({ title, startsAt }) => `${startsAt?.slice(5, 16)} ${title}`)).toEqual([
      "03-23T09:00 Standup",
      "04-01T09:00 Standup",
      "04-10T09:00 Standup",
      "04-11T09:00 Standup",
      "03-31T15:00 Standup, moved",
    ]);
    expect(programme.problems).toEqual([]);
  });

  test.each([
    "FREQ=DAILY",
    "FREQ=SECONDLY;COUNT=1000000",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9",
    "FREQ=DAILY;INTERVAL=0;COUNT=3",
    "nonsense",
  ])("that have no end or are not followed give the first time and say so: %s", (rule) => {
    const programme = repeated(`RRULE:${rule}`);
    expect(days(programme)).toEqual(["03-25T08:00"]);
    expect(said(programme)).toEqual(["3: “Standup” repeats in a way that is not followed to its end [its first time]"]);
  });

  test("are written out a year of days at most", () => {
    const programme = repeated("RRULE:FREQ=DAILY;COUNT=100000");
    expect(programme.sessions).toHaveLength(366);
    expect(said(programme)).toEqual([
      "3: “Standup” repeats in a way that is not followed to its end [its first 366 times]",
    ]);
  });
});

describe("broken calendars", () => {
  const good = event("DTSTART:20260701T100000Z", "SUMMARY:Good");

  test("a line that is no property loses that line alone", () => {
    const programme = read(calendar(event("DTSTART:20260701T100000Z", "rubbish", "SUMMARY:A"), good));
    expect(programme.sessions.map((session) => session.title)).toEqual(["A", "Good"]);
    expect(said(programme)).toEqual(["5: “rubbish” is no calendar property [the lines around it]"]);
  });

  test("lone CRs, LFs, a byte order mark, NUL bytes, blank lines in folds and lower case are read", () => {
    const text = `\ufeff${calendar(event("dtstart;;VALUE=DATE-TIME:20260701T100000Z", "SUM\0MARY:A\r\n\r\n b"))}`;
    for (const variant of [text, text.replaceAll("\r\n", "\n"), text.replaceAll("\r\n", "\r")]) {
      expect(read(variant).sessions).toMatchObject([{ title: "Ab", startsAt: "2026-07-01T10:00:00.000Z" }]);
    }
  });

  test("events without a calendar, without an end, in two calendars are all kept", () => {
    const two = `${good}\r\nBEGIN:VEVENT\r\nSUMMARY:Open\r\n${good}\r\n${calendar(good)}BEGIN:VEVENT\r\nSUMMARY:Cut`;
    const programme = read(two);
    expect(programme.sessions.map((session) => session.title)).toEqual(["Good", "Open", "Good", "Good", "Cut"]);
    expect(said(programme)).toEqual([
      "7: An event has no end before the next one begins [both]",
      "18: The file ends inside an event; it may have been cut off [what it says up to there]",
    ]);
  });

  test("an event without a title and a cancelled one are problems", () => {
    const programme = read(calendar(event("UID:1"), event("SUMMARY:Off", "STATUS:CANCELLED"), good));
    expect(programme.sessions.map((session) => session.title)).toEqual(["Good"]);
    expect(said(programme)).toEqual(["6: “Off” was cancelled [nothing]", "3: A session has no title [nothing]"]);
  });

  test("a name of a zone with a colon and no quotation marks is put together again", () => {
    const programme = read(
      calendar(event("DTSTART;TZID=(UTC-03:00) Brasília:20260701T100000", "SUMMARY:A")),
      "America/Sao_Paulo",
    );
    expect(times(programme)).toEqual([["2026-07-01T13:00:00.000Z", null]]);
  });

  test("a time with more in front than a zone is told as it stands", () => {
    const programme = read(calendar(event("DTSTART:DTSTART;TZID=Europe/Brussels:20260327T100000", "SUMMARY:A")));
    expect(programme.sessions).toMatchObject([{ title: "A", startsAt: null }]);
    expect(said(programme)).toEqual([
      "4: DTSTART has a time that is none: “DTSTART;TZID=Europe/Brussels:20260327T100000” [the session, without it]",
    ]);
  });

  test("alarms and to-dos inside or beside an event change nothing of it", () => {
    const alarm = "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nEND:VALARM";
    const programme = read(calendar(event("SUMMARY:A", alarm), "BEGIN:VTODO\r\nSUMMARY:Do\r\nEND:VTODO"));
    expect(programme.sessions.map((session) => session.title)).toEqual(["A"]);
  });

  test(`components nested deeper than ${limits.depthMax} are passed over and what follows is kept`, () => {
    const deep = `${"BEGIN:X\r\n".repeat(5000)}${"END:X\r\n".repeat(5000)}`;
    const programme = read(calendar(deep + good));
    expect(programme.sessions.map((session) => session.title)).toEqual(["Good"]);
    expect(programme.problems).toHaveLength(1);
    expect(programme.problems[0]?.what).toContain(`deeper than ${limits.depthMax}`);
  });

  test("a line beyond the limit is cut and said, and the next is read", () => {
    const long = "x".repeat(1024 * 1024);
    const programme = read(calendar(event("SUMMARY:A", `X-LONG:${`${long}\r\n `.repeat(9)}`, "LOCATION:Barn")));
    expect(programme.sessions).toMatchObject([{ title: "A", room: "Barn" }]);
    expect(said(programme)).toEqual([
      `5: A line is longer than ${limits.lineCharactersMax} characters [its beginning]`,
    ]);
  });
});
