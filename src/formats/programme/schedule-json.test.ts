import { expect, test } from "vitest";
import { type ProgrammeRead, readProgramme } from "../programme.ts";

function read(value: unknown): ProgrammeRead {
  return readProgramme({ name: "schedule.json", bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)) });
}

test("a schedule.json gives the sessions of its days and rooms", () => {
  const event = {
    guid: "22222222-0000-4000-8000-000000000001",
    id: 4,
    date: "2025-07-01T23:30:00+02:00",
    start: "23:30",
    duration: "01:00",
    room: "Barn",
    title: "Late &amp; loud",
    subtitle: "",
    track: { en: "Data", de: "Daten" },
    type: "talk",
    language: "en",
    abstract: "Short.",
    description: "",
    url: "https://upcon.example/talk/4/",
    persons: [{ public_name: "Ana Ruiz", organization: "Contoso" }, { name: "Ben Ode" }, {}, "junk"],
  };
  const conference = {
    title: "UpCon",
    start: "2025-07-01",
    end: "2025-07-02",
    time_zone_name: "Europe/Berlin",
    days: [{ date: "2025-07-01", day_start: "2025-07-01T04:00:00+02:00", rooms: { Barn: [event, 7, { id: 5 }] } }],
  };
  expect(read({ schedule: { base_url: "https://upcon.example/", conference } })).toEqual({
    format: "schedule-json",
    event: {
      name: "UpCon",
      startsOn: "2025-07-01",
      endsOn: "2025-07-02",
      timeZone: "Europe/Berlin",
      place: null,
      url: "https://upcon.example/",
    },
    sessions: [
      {
        guid: "22222222-0000-4000-8000-000000000001",
        title: "Late & loud",
        subtitle: null,
        track: "Data",
        room: "Barn",
        kind: "talk",
        language: "en",
        startsAt: "2025-07-01T21:30:00.000Z",
        endsAt: "2025-07-01T22:30:00.000Z",
        speakers: [
          { name: "Ana Ruiz", organization: "Contoso" },
          { name: "Ben Ode", organization: null },
        ],
        abstract: "Short.",
        url: "https://upcon.example/talk/4/",
        isStarred: false,
      },
    ],
    problems: [{ file: "schedule.json", line: 46, what: "A session has no title", kept: "nothing" }],
  });
});

test("the hub's newer shape gives tracks by their slug and only those who are on stage", () => {
  const programme = read({
    schedule: {
      conference: {
        title: "38C",
        start: "2024-12-27T09:30:00+00:00",
        end: "2024-12-27T23:30:00+00:00",
        time_zone_name: "Europe/Berlin",
        tracks: [{ slug: "hw", name: "Hardware" }],
        days: [{ index: 1, date: "2024-12-27" }],
      },
      events: [
        {
          guid: "g1",
          title: "Night",
          start: "2024-12-28T00:15:00+01:00",
          end: "2024-12-28T00:55:00+01:00",
          room: { name: "Hall", slug: "hall" },
          track: { slug: "hw" },
          participants: [
            { name: "Ana Ruiz", role: "SPEAKER" },
            { name: "Ben Ode", role: "CONTRIBUTOR" },
          ],
        },
      ],
    },
  });
  expect(programme.problems).toEqual([]);
  // The end of the event, 23:30 in UTC, is the next day in Berlin.
  expect(programme.event).toMatchObject({ startsOn: "2024-12-27", endsOn: "2024-12-28" });
  expect(programme.sessions).toMatchObject([
    {
      guid: "g1",
      track: "Hardware",
      room: "Hall",
      startsAt: "2024-12-27T23:15:00.000Z",
      endsAt: "2024-12-27T23:55:00.000Z",
      speakers: [{ name: "Ana Ruiz", organization: null }],
    },
  ]);
});

test("the same session listed again is one, the same key at another time is another without the key", () => {
  const at = (hour: string): object => ({
    guid: "g",
    title: "Plenary",
    date: `2025-07-01T${hour}:00:00+02:00`,
    duration: "00:30",
  });
  const programme = read({
    schedule: { conference: { days: [{ rooms: { A: [at("09")], B: [at("09"), at("15")] } }] } },
  });
  expect(programme.sessions.map(({ guid, room, startsAt }) => [guid, room, startsAt])).toEqual([
    ["g", "A", "2025-07-01T07:00:00.000Z"],
    [null, "B", "2025-07-01T13:00:00.000Z"],
  ]);
});
