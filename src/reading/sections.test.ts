import { describe, expect, test } from "vitest";
import { kindOfSection, sectionOf, sectionOfPage } from "./sections.ts";

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
    ["What worked", "working"],
    ["What didn't", "broken"],
    ["What didn’t work", "broken"],
    ["Was nicht funktioniert hat", "broken"],
    ['WALL 2 "WORKING" (green)', "working"],
    ["Ideas (unsorted)", "ideas"],
    ["HOME LIST dont lose!!", "steps"],
    ["6) Divers / à pas oublier", "steps"],
    ["Afterwards, for myself", "steps"],
    ["Fünftens, daheim:", "steps"],
    ["Take home messages", null],
    ["Home automation demo", null],
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

describe("what a whole page is", () => {
  test.each([
    ["notes/home list.txt", "visa", "steps"],
    ["untitled 4.txt", "TO DO, before the ferry", "steps"],
    ["keynote.md", "Opening keynote", null],
    ["agenda.md", "Agenda", null],
  ])("%s", (file, firstLine, section) => {
    expect(sectionOfPage(file, firstLine)).toBe(section);
  });
});
