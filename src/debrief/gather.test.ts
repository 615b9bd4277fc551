import { describe, expect, test } from "vitest";
import { day } from "../../test/support/workspace.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { debrief } from "./debrief.ts";

/** The writer sits in Lisbon. */
const surroundings = { today: day("2026-02-10"), timeZone: "Europe/Lisbon" as TimeZone }; // checked by eye

function read(files: Record<string, string>) {
  const inputs = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  return debrief(inputs, surroundings);
}

/** A note that a phone made at 23:30 UTC on the 3rd: it is the 4th in Tokyo and Brussels. */
const keep = JSON.stringify({
  title: "Quay",
  textContent: "call Ana Ruiz tomorrow\n",
  createdTimestampUsec: Date.parse("2026-02-03T23:30:00Z") * 1000,
  userEditedTimestampUsec: Date.parse("2026-02-03T23:30:00Z") * 1000,
});
const programme = JSON.stringify({
  schedule: {
    version: "1",
    conference: {
      acronym: "quay",
      title: "Quay Day",
      start: "2026-02-03",
      end: "2026-02-04",
      daysCount: 1,
      time_zone_name: "Asia/Tokyo",
      days: [],
    },
  },
});
const enex = `<?xml version="1.0" encoding="UTF-8"?><en-export><note><title>Quay</title><content><![CDATA[<en-note><div>call Ana Ruiz tomorrow</div></en-note>]]></content><created>20260203T233000Z</created></note></en-export>`;

describe("days of notes that a program wrote down", () => {
  test.each([["a note.json", keep] as const, ["an export.enex", enex] as const])(
    "RD5 the day of %s is that of the event's zone: event.json's, else the programme's, else where the writer is",
    (name, text) => {
      const event = JSON.stringify({ timeZone: "Pacific/Honolulu" });
      const dayOf = (files: Record<string, string>) => read({ ...files, [name]: text }).gathered.pages[0]?.takenOn;
      expect(dayOf({})).toBe("2026-02-03");
      // Named so that it comes after the notes.
      expect(dayOf({ "z schedule.json": programme })).toBe("2026-02-04");
      expect(dayOf({ "z schedule.json": programme, "event.json": event })).toBe("2026-02-03");
    },
  );

  test("RD5 notes that nothing dates are taken as today's, and that is said", () => {
    const { plan } = read({ "a.md": "call Ana tomorrow\n", "b.md": "# Tue 3 Feb 2026\n\ncall Li\n", "c.md": "x\n" });
    expect(plan.problems).toEqual([
      {
        file: "a.md",
        line: null,
        what: "Nothing says on which day this was taken (nor of 1 other page), so days in words count from today, 2026-02-10.",
        kept: "all of it; --taken-on says another day",
      },
    ]);
    expect(read({ "a.md": "call Ana tomorrow\n", "event.json": '{"endsOn":"2026-02-04"}' }).plan.problems).toEqual([]);
  });

  test("files are told in the order they were given, whatever is read first", () => {
    const { gathered } = read({ "a.md": "# 2026-02-03\n", "b.json": programme, "event.json": "{}" });
    expect(gathered.taken.map(({ file, as }) => [file, as])).toEqual([
      ["a.md", "notes"],
      ["b.json", "programme"],
      ["event.json", "event"],
    ]);
  });
});

describe("organizations of the plan", () => {
  test("are those the notes name and those of the people they name, by the contacts' whole name", () => {
    const { plan } = read({
      "contacts.csv": "Vorname,Nachname,Verein,Mail\nBo,Obi,Lakeview Pumps,bo@lakeview.example\n",
      "day.md": "met Bo, nice man\nour partner Adatum was there too\nand Lakeview's stand\n",
    });
    expect(plan.organizations.map(({ name, mentions }) => [name, mentions.map(({ quote }) => quote)])).toEqual([
      ["Adatum", ["Adatum"]],
      ["Lakeview Pumps", ["Lakeview", "Bo"]],
    ]);
  });
});
