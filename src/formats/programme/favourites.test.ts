import { expect, test } from "vitest";
import { detectProgramme, type ProgrammeRead, readProgramme } from "../programme.ts";

function read(text: string, name: string): ProgrammeRead {
  return readProgramme({ name, bytes: new TextEncoder().encode(text) });
}

const shared = `Ship it, they said
Freitag, 27. Dezember 2019, 11:00 MEZ (Europe/Berlin), Yellow pavilion

https://upcon.example/2019/LD3FX9.html

---

The late one
Samstag, 28. Dezember 2019, 00:30 MEZ (Europe/Berlin), Cellar, left

https://upcon.example/2019/U28VSA.html

---

No address
Sonntag, 1. September 2019, 16:00 MESZ (Europe/Berlin), Tent`;

test("EventFahrplan's favourites as text are starred sessions with time, room and address", () => {
  const programme = read(shared, "favorites.txt");
  expect(programme).toMatchObject({
    format: "favourites",
    event: { timeZone: "Europe/Berlin" },
    problems: [],
  });
  expect(
    programme.sessions.map(({ title, room, startsAt, url, isStarred }) => [title, room, startsAt, url, isStarred]),
  ).toEqual([
    [
      "Ship it, they said",
      "Yellow pavilion",
      "2019-12-27T10:00:00.000Z",
      "https://upcon.example/2019/LD3FX9.html",
      true,
    ],
    ["The late one", "Cellar, left", "2019-12-27T23:30:00.000Z", "https://upcon.example/2019/U28VSA.html", true],
    ["No address", "Tent", "2019-09-01T14:00:00.000Z", null, true],
  ]);
});

test("a share with an offset for a zone, in English and with an hour of the afternoon, is read too", () => {
  const programme = read(
    "Ship it\nTuesday, January 22, 2019, 1:00 PM GMT+01:00, Barn\n\nhttps://x.example/1\n\n#upcon",
    "share.txt",
  );
  expect(programme.sessions).toMatchObject([{ title: "Ship it", room: "Barn", startsAt: "2019-01-22T12:00:00.000Z" }]);
});

test("a favourite whose day cannot be read is kept by its title", () => {
  const programme = read(`${shared}\n\n---\n\nOn the moon\n2019年12月27日 11:00 JST, Crater`, "favorites.txt");
  expect(programme.sessions.at(-1)).toMatchObject({ title: "On the moon", startsAt: null, isStarred: true });
  expect(programme.problems).toMatchObject([{ line: 20, kept: "the session, without its time" }]);
});

test("EventFahrplan's favourites as JSON are starred sessions by their key", () => {
  const lecture = {
    lecture_id: "6210",
    title: "Ship it",
    subtitle: "",
    day: 1,
    room: "Barn",
    slug: "upcon-6210-ship-it",
    url: "https://upcon.example/6210",
    speakers: "Ana Ruiz;Ben Ode",
    track: "Data",
    type: "talk",
    lang: "en",
    abstract: "Short.",
    description: "",
    links: "",
    date: "2026-03-27T10:00:00+01:00",
  };
  const programme = read(JSON.stringify({ lectures: [lecture] }), "favorites.json");
  expect(programme.format).toBe("favourites");
  expect(programme.sessions).toMatchObject([
    {
      guid: "6210",
      title: "Ship it",
      kind: "talk",
      language: "en",
      startsAt: "2026-03-27T09:00:00.000Z",
      speakers: [{ name: "Ana Ruiz" }, { name: "Ben Ode" }],
      abstract: "Short.",
      isStarred: true,
    },
  ]);
});

test("the fields that some versions of the app wrote one place too early are put back", () => {
  const lecture = {
    lecture_id: "6210",
    title: "Ship it",
    type: "en",
    lang: "Short.",
    abstract: "Long.",
    description: "https://x.example/",
    links: "2026-03-27T10:00:00+01:00",
  };
  expect(read(JSON.stringify({ lectures: [lecture] }), "favorites.json").sessions).toMatchObject([
    { kind: null, language: "en", abstract: "Short.\n\nLong.", startsAt: "2026-03-27T09:00:00.000Z" },
  ]);
});

test("notes that begin with a title and a day are no favourites", () => {
  const notes = [
    "Day one\nFriday, 27 December 2019\n\nMet Ana.",
    "Standup\n11:00 CET, Barn\n\n- [ ] ask Ben",
    "# UpCon\n27.12.2019 11:00\n",
  ];
  for (const text of notes) {
    expect(detectProgramme({ name: "notes.txt", bytes: new TextEncoder().encode(text) })).toBeNull();
  }
});
