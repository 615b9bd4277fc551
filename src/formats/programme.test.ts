import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProgrammeSession } from "#domain/model/session.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import { type InputFile, limits } from "./file.ts";
import { detectProgramme, type ProgrammeFormat, type ProgrammeRead, readProgramme } from "./programme.ts";

function file(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** One small programme in each format, with the same two sessions. */
const samples: readonly [ProgrammeFormat, InputFile][] = [
  [
    "schedule-xml",
    file(
      "schedule.xml",
      `<?xml version="1.0"?><schedule><conference><title>UpCon</title><time_zone_name>Europe/Brussels</time_zone_name></conference>
<day index="1" date="2026-03-27"><room name="Barn">
<event guid="g1"><date>2026-03-27T10:00:00+01:00</date><duration>00:45</duration><title>Ship it</title><abstract>&lt;p&gt;Short.&lt;/p&gt;</abstract><persons><person>Ana Ruiz</person></persons></event>
<event guid="g2"><date>2026-03-27T11:00:00+01:00</date><duration>00:30</duration><title>Après</title></event>
</room></day></schedule>`,
    ),
  ],
  [
    "schedule-json",
    file(
      "schedule.json",
      `{"schedule": {"conference": {"title": "UpCon", "time_zone_name": "Europe/Brussels", "days": [{"date": "2026-03-27", "rooms": {"Barn": [
{"guid": "g1", "date": "2026-03-27T10:00:00+01:00", "duration": "00:45", "title": "Ship it", "abstract": "Short.", "persons": [{"public_name": "Ana Ruiz"}]},
{"guid": "g2", "date": "2026-03-27T11:00:00+01:00", "duration": "00:30", "title": "Apr\\u00e8s"}]}}]}}}`,
    ),
  ],
  [
    "pretalx-json",
    file(
      "widget.json",
      `{"talks": [{"code": "g1", "title": "Ship it", "abstract": "Short.", "speakers": ["S"], "start": "2026-03-27T10:00:00+01:00", "end": "2026-03-27T10:45:00+01:00", "room": 1},
{"code": "g2", "title": "Après", "speakers": [], "start": "2026-03-27T11:00:00+01:00", "end": "2026-03-27T11:30:00+01:00", "room": 1}],
"timezone": "Europe/Brussels", "event_start": "2026-03-27", "rooms": [{"id": 1, "name": {"en": "Barn"}}], "speakers": [{"code": "S", "name": "Ana Ruiz"}]}`,
    ),
  ],
  [
    "sessionize-json",
    file(
      "all.json",
      `{"sessions": [{"id": "g1", "title": "Ship it", "description": "Short.", "startsAt": "2026-03-27T10:00:00", "endsAt": "2026-03-27T10:45:00", "isServiceSession": false, "speakers": ["S"], "roomId": 1},
{"id": "g2", "title": "Après", "startsAt": "2026-03-27T11:00:00", "endsAt": "2026-03-27T11:30:00", "speakers": [], "roomId": 1}],
"speakers": [{"id": "S", "fullName": "Ana Ruiz"}], "rooms": [{"id": 1, "name": "Barn"}]}`,
    ),
  ],
  [
    "sessions-json",
    file(
      "talks.json",
      `[{"id": "g1", "Title": "Ship it", "Description": "Short.", "Date": "27 March 2026 | 10:00 - 10:45", "Room": "Barn", "Speakers": ["Ana Ruiz"]},
{"id": "g2", "Title": "Après", "Date": "27 March 2026 | 11:00 - 11:30", "Room": "Barn", "Speakers": []}]`,
    ),
  ],
  [
    "icalendar",
    file(
      "upcon.ics",
      "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Brussels\r\nBEGIN:VEVENT\r\nUID:g1\r\nDTSTART;TZID=Europe/Brussels:20260327T100000\r\nDTEND:20260327T094500Z\r\nSUMMARY:Ship\r\n  it\r\nDESCRIPTION:Short.\r\nLOCATION:Barn\r\nATTENDEE;CN=Ana Ruiz:invalid:nomail\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:g2\r\nDTSTART:20260327T110000\r\nDURATION:PT30M\r\nSUMMARY:Après\r\nLOCATION:Barn\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ),
  ],
  [
    "csv",
    file(
      "sessions.csv",
      'ID,Title,Abstract,Speakers,Date,Start,Duration,Room\ng1,Ship it,"Short.",Ana Ruiz,2026-03-27,10:00,00:45,Barn\ng2,Après,,,2026-03-27,11:00,00:30,Barn\n',
    ),
  ],
  [
    "favourites",
    file(
      "favorites.txt",
      "Ship it\nFriday, March 27, 2026, 10:00 AM CET (Europe/Brussels), Barn\n\nhttps://x.example/1\n\n---\n\nAprès\nFriday, March 27, 2026, 11:00 AM CET (Europe/Brussels), Barn",
    ),
  ],
];

const brussels = TimeZone.parse("Europe/Brussels");

/** What must hold of any result whatever was read: the shapes of the model, and problems said for people. */
function flawsOf(programme: ProgrammeRead): string[] {
  const flaws = programme.problems
    .map(({ what, kept }) => `${what} ${kept}`)
    .filter((words) => /\bat .*\.ts:\d|Error:|undefined|\[object/.test(words));
  for (const session of programme.sessions) {
    if (!ProgrammeSession.safeParse(session).success) flaws.push(`session ${JSON.stringify(session)}`);
  }
  if (!Day.nullable().safeParse(programme.event.startsOn).success) flaws.push("startsOn");
  if (!TimeZone.nullable().safeParse(programme.event.timeZone).success) flaws.push("timeZone");
  if (programme.problems.length > limits.problemsMax + 1) flaws.push("problems");
  return flaws;
}

test.each(samples)("%s is detected and read: title, time, room, speaker, words", (format, input) => {
  expect(detectProgramme(input)).toBe(format);
  const programme = readProgramme(input, { timeZone: brussels });
  expect(programme.format).toBe(format);
  expect(programme.problems).toEqual([]);
  expect(programme.event).toMatchObject({ startsOn: "2026-03-27", endsOn: "2026-03-27", timeZone: "Europe/Brussels" });
  const isList = format === "favourites";
  expect(programme.sessions.map(({ title, room, startsAt, isStarred }) => [title, room, startsAt, isStarred])).toEqual([
    ["Ship it", "Barn", "2026-03-27T09:00:00.000Z", isList],
    ["Après", "Barn", "2026-03-27T10:00:00.000Z", isList],
  ]);
  if (isList) return;
  expect(programme.sessions.map(({ guid, endsAt, speakers, abstract }) => [guid, endsAt, speakers, abstract])).toEqual([
    ["g1", "2026-03-27T09:45:00.000Z", [{ name: "Ana Ruiz", organization: null }], "Short."],
    ["g2", "2026-03-27T10:30:00.000Z", [], null],
  ]);
});

describe("what is no programme is not taken for one", () => {
  test.each([
    ["notes.html", "<!DOCTYPE html><html><body><h1>UpCon schedule</h1><p>10:00 Ship it</p></body></html>"],
    ["notes.html", "<html><body><schedule>none</schedule></body></html>"],
    [
      "notes.enex",
      '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "x"><en-export><note><title>A</title></note></en-export>',
    ],
    ["contacts.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nTITLE:Speaker\r\nEND:VCARD\r\n"],
    [
      "Keep/note.json",
      '{"color":"DEFAULT","isTrashed":false,"textContent":"Ask Ana","title":"UpCon","userEditedTimestampUsec":1}',
    ],
    [
      "My Activity.json",
      '[{"header":"Search","title":"Searched for UpCon","titleUrl":"https://x.example","time":"2026-03-27T10:00:00Z"}]',
    ],
    [
      "Tasks.json",
      '{"kind":"tasks#taskLists","items":[{"title":"My tasks","items":[{"title":"Ask Ana","due":"2026-03-27"}]}]}',
    ],
    [
      "event.json",
      '{"name":"UpCon","kind":"conference","startsOn":"2026-03-27","endsOn":"2026-03-28","timeZone":"Europe/Brussels"}',
    ],
    ["plan.json", '{"format": "upshot.plan","version": 1,"sessions":[{"title":"A","startsAt":null,"speakers":[]}]}'],
    [
      "workspace.json",
      '{"format": "upshot.workspace","sessions":[{"title":"A","startsAt":"2026-03-27T10:00:00Z","speakers":[],"isServiceSession":false}]}',
    ],
    [
      "Connections.csv",
      'Notes:\n"When exporting"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,,,Contoso,CTO,27 Mar 2026',
    ],
    ["people.csv", "Name,Title,Company,Location,Date\nAna Ruiz,CTO,Contoso,Ghent,2026-03-27"],
    ["day1.md", "# UpCon\n\n10:00 Ship it, Barn\n-> ask Ana\n"],
    ["day1.txt", "UpCon day 1\n\nFriday, met Ana. She said: BEGIN:VCALENDAR is old.\n"],
    ["empty.txt", ""],
    ["photo.jpg", "\u00ff\u00d8\u00ff\u00e0 JFIF"],
  ])("%s", (name, text) => {
    expect(detectProgramme(file(name, text))).toBeNull();
  });
});

test("a file that is read all the same says that it is none, and holds nothing", () => {
  for (const text of ["", "Dear diary", "<html></html>", "{}", "[1, 2]", "BEGIN:\n"]) {
    const programme = readProgramme(file("x", text));
    expect(programme.sessions).toEqual([]);
    expect(programme.problems.at(-1)).toMatchObject({ what: "The file is no programme in a format that is known" });
  }
});

test("a programme in UTF-16, in Latin-1 as it declares, and after a byte order mark is read", () => {
  const xml =
    '<?xml version="1.0" encoding="ISO-8859-1"?><schedule><day><room name="K"><event><title>Après</title></event></room></day></schedule>';
  const latin = Uint8Array.from(xml, (letter) => letter.charCodeAt(0));
  const wide = new Uint8Array(2 + xml.length * 2);
  wide.set([0xff, 0xfe]);
  for (let i = 0; i < xml.length; i += 1) wide.set([xml.charCodeAt(i) & 0xff, xml.charCodeAt(i) >> 8], 2 + i * 2);
  for (const bytes of [latin, wide, new TextEncoder().encode(`\ufeff${xml.replace("ISO-8859-1", "UTF-8")}`)]) {
    const input = { name: "schedule.xml", bytes };
    expect(detectProgramme(input)).toBe("schedule-xml");
    expect(readProgramme(input).sessions.map((session) => session.title)).toEqual(["Après"]);
  }
});

describe("limits", () => {
  test("of a file larger than 64 MB only the beginning is read, and that is said", () => {
    const bytes = new Uint8Array(limits.fileBytesMax + 200).fill(0x20);
    const [, xml] = samples[0]!; // The table above has it.
    bytes.set(xml.bytes);
    bytes.set(
      new TextEncoder().encode("<schedule><event><title>Beyond</title></event></schedule>"),
      limits.fileBytesMax,
    );
    const programme = readProgramme({ name: "schedule.xml", bytes });
    expect(programme.sessions.map((session) => session.title)).toEqual(["Ship it", "Après"]);
    expect(programme.problems).toEqual([
      {
        file: "schedule.xml",
        line: null,
        what: "The file is larger than 64 MB",
        kept: "what stands in its first 64 MB",
      },
    ]);
  });

  const max = limits.sessionsMax;
  test.each([
    [
      "schedule.xml",
      `<schedule><day><room name="K">\n${"<event><title>A</title></event>\n".repeat(max + 3)}</room></day></schedule>`,
      max + 2,
    ],
    ["all.json", `{"sessions":[\n${'{"title":"A","startsAt":null,"speakers":[]},\n'.repeat(max + 3)}]}`, max + 2],
    ["a.csv", `Title,Speakers,Room\n${"A,X,1\n".repeat(max + 3)}`, max + 2],
    ["a.ics", `BEGIN:VCALENDAR\n${"BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n".repeat(max + 3)}`, 2 + max * 3],
  ])("of sessions beyond 50,000 are counted and not kept: %s", (name, text, line) => {
    const programme = readProgramme(file(name, text));
    expect(programme.sessions).toHaveLength(max);
    const what = `The programme has 3 sessions more than the ${max} that are read`;
    expect(programme.problems).toEqual([{ file: name, line, what, kept: `the first ${max} sessions` }]);
  });

  test("of problems beyond 200 are counted in a last line", () => {
    const programme = readProgramme(file("a.csv", `Title,Speakers,Room\nGood,X,1\n${",X,1\n".repeat(500)}`));
    expect(programme.sessions).toHaveLength(1);
    expect(programme.problems).toHaveLength(limits.problemsMax + 1);
    expect(programme.problems.at(-1)).toMatchObject({ what: "300 more problems of this file are not listed" });
  });
});

describe("any damage leaves values, never an exception", () => {
  const damaged = fc.constantFrom(...samples).chain(([format, { name, bytes }]) =>
    fc.record({
      format: fc.constant(format),
      name: fc.constantFrom(name, "unnamed"),
      bytes: fc.oneof(
        fc.nat(bytes.length).map((end) => bytes.slice(0, end)),
        fc.nat(bytes.length).map((start) => bytes.slice(start)),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((flips) => {
          const copy = bytes.slice();
          for (const [at, value] of flips) copy[at] = value;
          return copy;
        }),
        fc
          .tuple(fc.nat(bytes.length), fc.nat(bytes.length), fc.nat(bytes.length))
          .map(([from, to, at]) =>
            join(bytes.slice(0, at), bytes.slice(Math.min(from, to), Math.max(from, to)), bytes.slice(at)),
          ),
      ),
    }),
  );

  test("truncated, flipped and spliced files of every format", () => {
    fc.assert(
      fc.property(damaged, fc.boolean(), ({ name, bytes }, isZoneGiven) => {
        const input = { name, bytes };
        detectProgramme(input);
        expect(flawsOf(readProgramme(input, isZoneGiven ? { timeZone: brussels } : {}))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test("one flipped byte loses one session at most in the formats made of elements and lines", () => {
    const sturdy = samples.filter(([format]) => format === "icalendar" || format === "csv");
    fc.assert(
      fc.property(fc.constantFrom(...sturdy), fc.nat(), ([, { name, bytes }], place) => {
        const copy = bytes.slice();
        // Within the second session: the first one must come through.
        const start = Math.floor(bytes.length * 0.75);
        copy[start + (place % (bytes.length - start))] = 0x78;
        const titles = readProgramme({ name, bytes: copy }, { timeZone: brussels }).sessions.map(
          (session) => session.title,
        );
        expect(titles[0]).toBe("Ship it");
      }),
    );
  });

  test("random bytes and random text", () => {
    const names = fc.constantFrom("a.xml", "a.json", "a.ics", "a.csv", "a.txt", "a");
    const signs = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\n",
      "\r",
      " ",
      "\0",
      "BEGIN:",
      "END:",
      "VEVENT",
      "<event>",
      "<schedule>",
      "</",
      "title",
      "Title,Speakers,Room\n",
      "x",
    );
    const text = fc.array(signs, { maxLength: 200 }).map((parts) => new TextEncoder().encode(parts.join("")));
    fc.assert(
      fc.property(names, fc.oneof(text, fc.uint8Array({ maxLength: 500 })), (name, bytes) => {
        expect(flawsOf(readProgramme({ name, bytes }, { timeZone: brussels }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
