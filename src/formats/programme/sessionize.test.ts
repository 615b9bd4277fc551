import { expect, test } from "vitest";
import type { TimeZone } from "#domain/model/time.ts";
import { type ProgrammeRead, readProgramme } from "../programme.ts";
import { organizationIn } from "./sessionize.ts";

function read(value: unknown, timeZone = "Europe/Brussels"): ProgrammeRead {
  const file = { name: "all.json", bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)) };
  return readProgramme(file, { timeZone: timeZone as TimeZone });
}

test("the view All is read through its ids: speakers, rooms, categories, questions", () => {
  const programme = read({
    sessions: [
      {
        id: "101",
        title: "Ship it",
        description: "Short.",
        startsAt: "2026-03-27T10:00:00",
        endsAt: "2026-03-27T10:45:00",
        isServiceSession: false,
        speakers: ["s1", "s2", "gone"],
        categoryItems: [20, 30, 40],
        roomId: 5,
      },
      { id: "102", title: "Lunch", startsAt: null, isServiceSession: true, speakers: [], roomId: null },
    ],
    speakers: [
      { id: "s1", fullName: "Ana Ruiz", tagLine: "CTO", questionAnswers: [{ questionId: 9, answerValue: "Contoso" }] },
      { id: "s2", firstName: "Ben", lastName: "Ode", tagLine: "Data Engineer at Fabrikam, author" },
    ],
    questions: [{ id: 9, question: "Your company?", questionType: "Short_Text" }],
    categories: [
      { id: 1, title: "Track", items: [{ id: 20, name: "Data" }] },
      { id: 2, title: "Session format", items: [{ id: 30, name: "Workshop" }] },
      { id: 3, title: "Language", items: [{ id: 40, name: "English" }] },
    ],
    rooms: [{ id: 5, name: "Barn" }],
  });
  expect(programme.format).toBe("sessionize-json");
  expect(programme.problems).toEqual([]);
  expect(programme.sessions).toMatchObject([
    {
      guid: "101",
      title: "Ship it",
      track: "Data",
      kind: "Workshop",
      language: "English",
      room: "Barn",
      startsAt: "2026-03-27T09:00:00.000Z",
      endsAt: "2026-03-27T09:45:00.000Z",
      speakers: [
        { name: "Ana Ruiz", organization: "Contoso" },
        { name: "Ben Ode", organization: "Fabrikam" },
      ],
    },
    { guid: "102", title: "Lunch", kind: "service", startsAt: null },
  ]);
});

const session = {
  id: "7",
  title: "Ship it",
  startsAt: "2026-07-27T10:00:00Z",
  speakers: [{ id: "s1", name: "Ana Ruiz" }],
  categories: [{ id: 1, name: "Track", categoryItems: [{ id: 2, name: "Data" }] }],
};

test("GridSmart gives the sessions of its days and rooms", () => {
  const programme = read([
    { date: "2026-07-27T00:00:00", rooms: [{ id: 5, name: "Barn", sessions: [session] }, { id: 6 }] },
  ]);
  expect(programme.sessions).toMatchObject([
    { guid: "7", room: "Barn", track: "Data", startsAt: "2026-07-27T10:00:00.000Z", speakers: [{ name: "Ana Ruiz" }] },
  ]);
});

test("GridSmart's list by hour adds a plenary that its rooms do not have, and no lunch", () => {
  const plenary = { id: "8", title: "All together", startsAt: "2026-07-27T09:00:00Z", isServiceSession: false };
  const lunch = { id: "9", title: "Lunch", startsAt: "2026-07-27T12:00:00Z", isServiceSession: true };
  const timeSlots = [
    { rooms: [{ name: "Barn", session }] },
    { rooms: [{ name: "Yard", session: plenary }, { session: lunch }, {}] },
  ];
  const programme = read([{ rooms: [{ name: "Barn", sessions: [session] }], timeSlots }]);
  expect(programme.sessions.map(({ title, room }) => [title, room])).toEqual([
    ["Ship it", "Barn"],
    ["All together", "Yard"],
  ]);
});

test("the view Sessions gives the sessions of its groups", () => {
  const programme = read([
    { groupId: null, groupName: "All", sessions: [session, { ...session, id: "8", startsAt: "noon" }] },
  ]);
  expect(programme.sessions.map(({ guid, startsAt }) => [guid, startsAt])).toEqual([
    ["7", "2026-07-27T10:00:00.000Z"],
    ["8", null],
  ]);
  expect(programme.problems).toMatchObject([{ line: 29, what: "“Ship it” has a time that is none: noon" }]);
});

test.each([
  ["Solution Architect @ AWS", "AWS"],
  ["Senior Data Engineer at Kasna & Fellow at The Good Data Institute", "Kasna"],
  ["Principal Engineer @ Microsoft.", "Microsoft"],
  ["Data Engineer, Cash App", null],
  ["Tinkerer at heart", null],
  ["CTO", null],
  [null, null],
])("a tag line names an organization only after “at” or “@”: %s", (tagLine, organization) => {
  expect(organizationIn(tagLine)).toBe(organization);
});
