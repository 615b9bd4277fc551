import { expect, test } from "vitest";
import { type ProgrammeRead, readProgramme } from "../programme.ts";

function read(value: unknown): ProgrammeRead {
  return readProgramme({ name: "widget.json", bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)) });
}

const talk = {
  code: "AB12CD",
  id: 11,
  title: "Ship it",
  abstract: "Short.",
  speakers: ["SPK1", "GONE"],
  track: 3,
  start: "2026-03-27T10:00:00+01:00",
  end: "2026-03-27T10:45:00+01:00",
  room: 5,
  duration: 45,
  content_locale: "en",
};
const pause = { id: 12, title: { en: "Lunch" }, start: "2026-03-27T11:00:00+01:00", end: null, room: 5 };
const expected = [
  {
    guid: "AB12CD",
    title: "Ship it",
    track: "Data",
    room: "Barn",
    language: "en",
    startsAt: "2026-03-27T09:00:00.000Z",
    endsAt: "2026-03-27T09:45:00.000Z",
    speakers: [{ name: "Ana Ruiz", organization: null }],
    abstract: "Short.",
  },
  { guid: "12", title: "Lunch", room: "Barn", startsAt: "2026-03-27T10:00:00.000Z", endsAt: null, speakers: [] },
];

test("what pretalx's widget loads is read through its ids and codes", () => {
  const programme = read({
    talks: [talk, pause],
    version: "v1",
    timezone: "Europe/Brussels",
    event_start: "2026-03-27",
    event_end: "2026-03-28",
    tracks: [{ id: 3, name: { en: "Data" } }],
    rooms: [{ id: 5, name: { en: "Barn" } }],
    speakers: [{ code: "SPK1", name: "Ana Ruiz" }],
  });
  expect(programme).toMatchObject({
    format: "pretalx-json",
    event: { startsOn: "2026-03-27", endsOn: "2026-03-28", timeZone: "Europe/Brussels" },
    sessions: expected,
    problems: [],
  });
});

test("rooms, tracks and speakers keyed by their code are read alike", () => {
  const programme = read({
    talks: [talk, pause],
    timezone: "Europe/Brussels",
    tracks: { 3: { name: "Data" } },
    rooms: { 5: { name: "Barn" } },
    speakers: { SPK1: { name: "Ana Ruiz" } },
  });
  expect(programme.sessions).toMatchObject(expected);
});

test("a page of the REST API gives each submission with its slot", () => {
  const programme = read({
    count: 1,
    results: [
      {
        code: "AB12CD",
        title: "Ship it",
        speakers: [{ code: "SPK1", name: "Ana Ruiz" }],
        submission_type: { en: "Talk" },
        track: { en: "Data" },
        slot: { room: { en: "Barn" }, start: talk.start, end: talk.end },
      },
    ],
  });
  expect(programme.sessions).toMatchObject([
    { guid: "AB12CD", kind: "Talk", track: "Data", room: "Barn", endsAt: "2026-03-27T09:45:00.000Z" },
  ]);
});

test("a time that is none is a problem with its line, and the talk is kept", () => {
  const programme = read({ talks: [{ ...talk, start: "soon" }], timezone: "UTC", event_start: "2026-03-27" });
  expect(programme.sessions).toMatchObject([{ title: "Ship it", startsAt: null }]);
  expect(programme.problems).toMatchObject([{ line: 3, what: "“Ship it” has a time that is none: soon" }]);
});
