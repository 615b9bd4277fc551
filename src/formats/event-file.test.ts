import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readEventFile } from "./event-file.ts";

function read(content: unknown): ReturnType<typeof readEventFile> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return readEventFile({ name: "event.json", bytes: new TextEncoder().encode(text) });
}

test("every setting may be left out, and the kind may be in words", () => {
  const settings = {
    name: "Spring days",
    kind: "partner-event",
    startsOn: "2026-02-01",
    endsOn: "2026-02-03",
    timeZone: "Europe/Brussels",
    notesTakenOn: "2026-02-03",
    notesBy: "Jo Peeters",
    notesByOrganization: "Fabrikam",
    colleagues: ["Li Wei"],
  };
  expect(read({ ...settings, kind: "Partner event" })).toEqual({ settings, problems: [] });
  expect(read({})).toEqual({ settings: {}, problems: [] });
});

test("a wrong value is a problem that names its key, and the rest is kept", () => {
  const { settings, problems } = read({
    name: "X",
    kind: "party",
    startsOn: "1 Feb",
    timeZone: "Mars",
    colleagues: "Li",
  });
  expect(settings).toEqual({ name: "X" });
  expect(problems.map((problem) => /"\w+"/u.exec(problem.what)?.[0])).toEqual([
    '"kind"',
    '"startsOn"',
    '"timeZone"',
    '"colleagues"',
  ]);
  for (const problem of problems) expect(problem).toMatchObject({ file: "event.json", kept: "the other settings" });
});

test("a key that is none of the settings is told with its line, and a likely slip with what it may mean", () => {
  const { settings, problems } = read('{\n  "name": "X",\n  "startOn": "2026-02-01",\n  "weather": "fine"\n}');
  expect(settings).toEqual({ name: "X" });
  expect(problems).toEqual([
    {
      file: "event.json",
      line: 3,
      what: '"startOn" is no setting of an event; did you mean "startsOn"?',
      kept: "the other settings",
    },
    {
      file: "event.json",
      line: 4,
      what: '"weather" is no setting of an event. They are name, kind, startsOn, endsOn, timeZone, notesTakenOn, notesBy, notesByOrganization, colleagues.',
      kept: "the other settings",
    },
  ]);
});

test("a wrong value is told with its line, what it is and what is allowed", () => {
  const { problems } = read('{\n  "kind": "party",\n  "timeZone": "Mars"\n}');
  expect(problems.map(({ line, what }) => [line, what])).toEqual([
    [2, '"kind" must be one of conference, partner-event, offsite, meeting; "party" is none.'],
    [3, '"timeZone" must be a time zone like Europe/Brussels; "Mars" is none.'],
  ]);
});

test("an end before the start is told, and the start is kept", () => {
  const { settings, problems } = read({ startsOn: "2026-02-03", endsOn: "2026-02-01" });
  expect(settings).toEqual({ startsOn: "2026-02-03" });
  expect(problems).toMatchObject([
    { what: '"endsOn" (2026-02-01) is before "startsOn" (2026-02-03).', kept: "the other settings" },
  ]);
});

test("what is no JSON object gives no settings and one problem; nothing throws", () => {
  for (const content of ["", "[1]", "null", "{", "words"]) {
    expect(read(content)).toMatchObject({ settings: null, problems: [{ kept: "nothing" }] });
  }
  fc.assert(fc.property(fc.json(), (json) => void read(json)));
});
