import { describe, expect, test } from "vitest";
import { kindOfSection, sectionOf } from "./sections.ts";

describe("what a heading announces", () => {
  test.each([
    ["Next steps", "steps"],
    ["## 3. Action items", "steps"],
    ["TODO (before Monday)", "steps"],
    ["Nächste Schritte", "steps"],
    ["À faire", "steps"],
    ["Pendientes", "steps"],
    ["Don’t forget", "steps"],
    ["Things to read", "look"],
    ["Waiting for", "theirs"],
    ["Attendees", "people"],
    ["Agenda", "agenda"],
    ["Key takeaways", "advice"],
    ["Parking lot", "parked"],
    ["Done", "done"],
    ["What is broken", "broken"],
    ['WALL 2 "WORKING" (green)', "working"],
    ["Ideas (unsorted)", "ideas"],
    ["Keynote by the minister", null],
    ["Call for papers closes on Friday", null],
    ["", null],
  ])("%s", (words, section) => {
    expect(sectionOf(words)).toBe(section);
  });
  test.each([
    ["CALLS", "call"],
    ["Mails", "email"],
    ["To read", "investigate"],
    ["Buy", "do"],
    ["Next steps", null],
  ])("the kind that %s lists", (words, kind) => {
    expect(kindOfSection(words)).toBe(kind);
  });
});
