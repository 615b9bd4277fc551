import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ProgrammeSession } from "#domain/model/session.ts";
import { TimeZone } from "#domain/model/time.ts";
import { decode } from "../decode.ts";
import { detectProgramme, type ProgrammeRead, readProgramme } from "../programme.ts";

/** Real files of many programmes and calendars; they are no part of the repository. */
const data = process.env["UPSHOT_DATA"] ?? fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const isAbsent = !existsSync(`${data}/programmes`);
const why = isAbsent ? ` (skipped: no files in ${data}; set UPSHOT_DATA)` : "";

function names(folder: string): string[] {
  return isAbsent ? ["each file"] : readdirSync(`${data}/${folder}`).sort();
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${data}/${path}`));
}

function read(path: string, timeZone?: string): ProgrammeRead {
  const options = timeZone === undefined ? {} : { timeZone: TimeZone.parse(timeZone) };
  return readProgramme({ name: path, bytes: bytesOf(path) }, options);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Every object in a JSON value that has one of the fields; a way of counting that knows nothing of the reader. */
function objectsWith(value: unknown, isWanted: (object: Record<string, unknown>) => boolean): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + objectsWith(item, isWanted), 0);
  if (typeof value !== "object" || value === null) return 0;
  const own = isWanted(value as Record<string, unknown>) ? 1 : 0;
  return Object.values(value).reduce((sum: number, item) => sum + objectsWith(item, isWanted), own);
}

/** GridSmart: the sessions of every room of every day. */
function sessionsInRooms(days: { rooms: { sessions: unknown[] }[] }[]): number {
  return days.flatMap((day) => day.rooms).reduce((sum, room) => sum + room.sessions.length, 0);
}

const countedBy: readonly [RegExp, (text: string) => number][] = [
  [/\.xml$/, (text) => count(text, /<event /g)],
  [/\.ics$/, (text) => count(text, /BEGIN:VEVENT/g)],
  [/^sessionize-NDC/, (text) => sessionsInRooms(JSON.parse(text))],
  [/^sessionize/, (text) => (JSON.parse(text) as unknown[]).length],
  [/^hub/, (text) => objectsWith(JSON.parse(text), (object) => "participants" in object)],
  [/\.json$/, (text) => objectsWith(JSON.parse(text), (object) => "persons" in object && "title" in object)],
  // Each row of that table begins with a key of six signs.
  [/_sessions\.csv$/, (text) => count(text, /^[A-Z0-9]{6},/gm)],
  [/\.csv$/, () => 0],
];

/** What is truly wrong in them; in all the others nothing is. */
const wrongInThem: Readonly<Record<string, string[]>> = {
  "droidcon-2025_speakers.csv": ["No column of the table is headed as the sessions' titles"],
  "sessionize-DevIntersection_Vegas_2017.json": [
    "“5 Popular Choices for NoSQL on a Microsoft Platform” ends before it starts",
  ],
};

describe(`real programmes${why}`, () => {
  test.skipIf(isAbsent).each(names("programmes"))("%s gives every session an independent count finds", (name) => {
    const { text } = decode(bytesOf(`programmes/${name}`));
    const expected = countedBy.find(([pattern]) => pattern.test(name))?.[1](text) ?? -1;
    const programme = read(`programmes/${name}`, "Europe/Brussels");
    expect(programme.sessions).toHaveLength(expected);
    expect(detectProgramme({ name, bytes: bytesOf(`programmes/${name}`) })).toBe(
      expected === 0 ? null : programme.format,
    );
    const said = programme.problems.filter((problem) => problem.line !== null).map((problem) => problem.what);
    expect(said).toEqual(wrongInThem[name] ?? []);
    expect(programme.sessions.map((session) => ProgrammeSession.parse(session))).toEqual(programme.sessions);
    expect(programme.sessions.filter((session) => session.startsAt === null)).toEqual([]);
    const abstracts = programme.sessions.map((session) => session.abstract ?? "");
    expect(abstracts.filter((words) => /<\/?(?:p|li|strong|em|a)[^<>]*>/.test(words))).toEqual([]);
  });

  test.skipIf(isAbsent)("FOSDEM 2025: what a visitor would look up is right", () => {
    const programme = read("programmes/fosdem-2025.xml");
    expect(programme.event).toEqual({
      name: "FOSDEM 2025",
      startsOn: "2025-02-01",
      endsOn: "2025-02-02",
      timeZone: "Europe/Brussels",
      place: "ULB (Université Libre de Bruxelles), Brussels",
      url: "https://fosdem.org/2025/schedule/",
    });
    const object = programme.sessions.find((session) => session.guid === "16e66ccf-84df-5d1e-b49d-95fc58e72691");
    expect({ ...object, abstract: object?.abstract?.slice(0, 60) }).toEqual({
      guid: "16e66ccf-84df-5d1e-b49d-95fc58e72691",
      title: "Improving compile-time computation of object size",
      subtitle: null,
      track: "LLVM",
      room: "K.3.201",
      kind: "devroom",
      language: "en",
      startsAt: "2025-02-01T10:30:00.000Z",
      endsAt: "2025-02-01T10:50:00.000Z",
      speakers: [{ name: "Serge « sans paille » Guelton", organization: null }],
      abstract: "The compiler intrinsic __builtin_object_size and the LLVM in",
      url: "https://fosdem.org/2025/schedule/event/fosdem-2025-5201-improving-compile-time-computation-of-object-size/",
      isStarred: false,
    });
    const flang = programme.sessions.find((session) => session.title === "O_o [ Flang + WASM ] o_O");
    expect(flang?.abstract).toBe(
      "Fortran => Scientific Computing => Performance Wasm => In Browser => Portability\n\nWhy would someone want to have both? Can Flang actually do that?",
    );
    const people = new Set(programme.sessions.flatMap((session) => session.speakers.map((speaker) => speaker.name)));
    const { text } = decode(bytesOf("programmes/fosdem-2025.xml"));
    expect(people.size).toBe(
      new Set(text.match(/<person id="\d+">[^<]+/g)?.map((tag) => tag.replace(/^.*>/, "").trim())).size,
    );
  });

  test.skipIf(isAbsent)("talks after midnight, zones by name, by offset and given, are the right instants", () => {
    const camp = read("programmes/frab-camp2019.json");
    expect(camp.event.timeZone).toBe("Europe/Berlin");
    expect(camp.sessions[0]).toMatchObject({
      title: "Opening Ceremony",
      startsAt: "2019-08-21T09:00:00.000Z",
      endsAt: "2019-08-21T09:30:00.000Z",
      speakers: [{ name: "jinxx" }, { name: "smtw" }],
    });
    const hub = read("programmes/hub-schedule2.json");
    expect(hub.sessions[1]).toMatchObject({
      title: "A Competitive Time-Trial AI for Need for Speed:",
      track: "Hardware & Making",
      room: "Saal ZIGZAG",
      startsAt: "2024-12-27T23:15:00.000Z",
      endsAt: "2024-12-27T23:55:00.000Z",
    });
    expect(read("programmes/pretalx-rc3.json").event).toMatchObject({ timeZone: "+01:00", startsOn: "2020-12-27" });
    expect(read("programmes/pretalx-rc3.json", "Europe/Berlin").event.timeZone).toBe("Europe/Berlin");
    const keynote = read("programmes/sessionize-NDC_London_2020.json", "Europe/London").sessions[0];
    expect(keynote).toMatchObject({
      guid: "155286",
      title: "Keynote: We are the Guardians of our Future",
      room: "Room 1",
      startsAt: "2020-01-29T09:00:00.000Z",
      endsAt: "2020-01-29T10:00:00.000Z",
      speakers: [{ name: "Tess Ferrandez-Norlander", organization: null }],
    });
    const sydney = read("programmes/sessionize-NDC_Sydney_2019.json", "Australia/Sydney").sessions.at(-1);
    // 16:20 on 18 October, eleven hours ahead of UTC since the 6th.
    expect(sydney).toMatchObject({ title: "Commuting like a developer", startsAt: "2019-10-18T05:20:00.000Z" });
  });

  test.skipIf(isAbsent)("tables, flat lists and calendars of conferences are the right instants and people", () => {
    const lisbon = read("programmes/droidcon-2025_sessions.csv", "Europe/Rome").sessions;
    expect(lisbon.find((session) => session.guid === "QMA87R")).toMatchObject({
      startsAt: "2025-11-20T09:20:00.000Z",
      endsAt: "2025-11-20T10:00:00.000Z",
      room: "Sala 8",
    });
    expect(lisbon.find((session) => session.guid === "XC8RZL")?.speakers.map((speaker) => speaker.name)).toEqual([
      "Sasa Sekulic",
      "Ivan Morgillo",
    ]);
    const techorama = read("programmes/sessionize-Techorama_2022.json", "Europe/Brussels").sessions;
    expect(techorama[0]).toMatchObject({ startsAt: "2022-05-24T06:45:00.000Z", endsAt: "2022-05-24T07:45:00.000Z" });
    const vegas = read("programmes/sessionize-DevIntersection_Vegas_2017.json", "America/Los_Angeles").sessions;
    expect(vegas.at(-1)).toMatchObject({
      title: "What’s new in C#:",
      startsAt: "2017-11-01T17:00:00.000Z",
      speakers: [{ name: "Mads Torgersen" }],
    });
    const pycon = read("programmes/pycon-us-tutorials.ics", "America/New_York");
    expect(pycon.event).toMatchObject({
      name: "PyCon 2025 Tutorials",
      timeZone: "America/New_York",
      startsOn: "2025-05-14",
    });
    expect(pycon.sessions[1]).toMatchObject({
      title: "[tutorial] Discover 3D graphics with WebGL and PyScript",
      room: "Room 320",
      startsAt: "2025-05-15T13:00:00.000Z",
      endsAt: "2025-05-15T16:30:00.000Z",
      speakers: [{ name: "Łukasz Langa", organization: null }],
    });
  });

  test.skipIf(isAbsent)("whatever is cut off or flipped in them, nothing is thrown and what is whole is kept", () => {
    for (const name of names("programmes")) {
      const bytes = bytesOf(`programmes/${name}`);
      for (const share of [0.1, 0.5, 0.9]) {
        const cut = bytes.slice(0, Math.floor(bytes.length * share));
        const flipped = bytes.slice();
        for (let at = Math.floor(share * 997); at < flipped.length; at += 9973) flipped[at] = (flipped[at] ?? 0) ^ 0x15;
        for (const damaged of [cut, flipped]) expect(() => readProgramme({ name, bytes: damaged })).not.toThrow();
      }
    }
    const whole = bytesOf("programmes/fosdem-2025.xml");
    const half = decode(whole).text.slice(0, 1_000_000);
    const read = readProgramme({ name: "half.xml", bytes: new TextEncoder().encode(half) });
    expect(read.sessions.length).toBeGreaterThanOrEqual(count(half, /<\/event>/g));
  });
});

/** Events as text blocks, folded lines joined: counted without the reader. */
function eventsIn(text: string): string[] {
  const joined = text.replace(/\r\n?/g, "\n").replace(/\n+[ \t]/g, "");
  return [...joined.matchAll(/^BEGIN:VEVENT$[^]*?^END:VEVENT$/gm)].map((found) => found[0]);
}

describe(`160 calendars, many broken on purpose${why}`, () => {
  test.skipIf(isAbsent).each(names("calendars"))("%s", (name) => {
    const bytes = bytesOf(`calendars/${name}`);
    expect(detectProgramme({ name, bytes })).toBe("icalendar");
    const programme = read(`calendars/${name}`, "Europe/Brussels");
    const events = eventsIn(decode(bytes).text);
    const titled = events.filter((event) => /^SUMMARY[;:]/m.test(event) && !/^SUMMARY[^:]*:\s*$/m.test(event));
    const isRepeated = titled.some((event) => /^(?:RRULE|RDATE|RECURRENCE-ID)[;:]./m.test(event));
    const found = programme.sessions.length;
    expect(isRepeated ? found >= titled.length : found === titled.length).toBe(true);
    const untitled = programme.problems.filter((problem) => problem.what === "A session has no title");
    expect(untitled).toHaveLength(events.length - titled.length);
    for (const session of programme.sessions) expect(ProgrammeSession.parse(session)).toEqual(session);
    for (const problem of programme.problems) expect(problem.what).not.toMatch(/Error|\.ts:|undefined/);
  });
});
