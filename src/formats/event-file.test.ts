import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readEventFile } from "./event-file.ts";

function read(content: unknown): ReturnType<typeof readEventFile> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return readEventFile({ name: "event.json", bytes: new TextEncoder().encode(text) });
}

test("every setting may be left out, the kind may be in words, unknown keys are left alone", () => {
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
  expect(read({ ...settings, kind: "Partner event", else: 1 })).toEqual({ settings, problems: [] });
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

test("what is no JSON object gives no settings and one problem; nothing throws", () => {
  for (const content of ["", "[1]", "null", "{", "words"]) {
    expect(read(content)).toMatchObject({ settings: null, problems: [{ kept: "nothing" }] });
  }
  fc.assert(fc.property(fc.json(), (json) => void read(json)));
});
