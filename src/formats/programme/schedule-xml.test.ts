import { describe, expect, test } from "vitest";
import type { TimeZone } from "#domain/model/time.ts";
import { limits } from "../file.ts";
import { type ProgrammeRead, readProgramme } from "../programme.ts";

function read(xml: string, timeZone?: string): ProgrammeRead {
  const file = { name: "schedule.xml", bytes: new TextEncoder().encode(xml) };
  // The zones of these tests are known ones.
  return readProgramme(file, timeZone === undefined ? {} : { timeZone: timeZone as TimeZone });
}

function said(programme: ProgrammeRead): string[] {
  return programme.problems.map((problem) => `${problem.line}: ${problem.what} [${problem.kept}]`);
}

const recent = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made for a test -->
<schedule>
  <conference>
    <acronym>upcon</acronym>
    <title>UpCon &amp; Friends</title>
    <venue>Old Mill</venue><city>Ghent</city>
    <start>2026-03-27</start><end>2026-03-28</end>
    <day_change>06:00:00</day_change>
    <base_url>https://upcon.example/2026/</base_url>
    <time_zone_name>Europe/Brussels</time_zone_name>
  </conference>
  <tracks><track slug="data">Data</track></tracks>
  <day index="1" date="2026-03-27" start="2026-03-27T06:00:00+01:00" end="2026-03-28T05:59:00+01:00">
    <room name="Barn" slug="barn">
      <event guid="11111111-0000-4000-8000-000000000001" id="1">
        <date>2026-03-27T10:00:00+01:00</date>
        <start>10:00</start><duration>00:45</duration>
        <room>Barn</room><slug>upcon-1</slug>
        <url>https://upcon.example/2026/talk/1/</url>
        <title>Ship &lt;it&gt; &amp;amp; sleep</title>
        <subtitle>A story</subtitle>
        <track>Data</track><type>talk</type><language>en</language>
        <abstract>&lt;p&gt;Short.&lt;/p&gt;</abstract>
        <description><p>Long &amp; <b>bold</b>.</p></description>
        <persons><person id="7">Ana Ruiz</person><person id="8"><name>Ben Ode</name><organization>Contoso</organization></person></persons>
        <links><link href="https://x.example/">Slides</link></links>
      </event>
      <event guid="11111111-0000-4000-8000-000000000002" id="2">
        <date>2026-03-28T00:30:00+01:00</date><start>00:30</start><duration>1:30:00</duration>
        <title><![CDATA[Night & fog]]></title>
      </event>
    </room>
    <room name="Empty"></room>
  </day>
</schedule>`;

test("a schedule.xml gives its event and every session, times as instants", () => {
  expect(read(recent)).toEqual({
    format: "schedule-xml",
    event: {
      name: "UpCon & Friends",
      startsOn: "2026-03-27",
      endsOn: "2026-03-28",
      timeZone: "Europe/Brussels",
      place: "Old Mill, Ghent",
      url: "https://upcon.example/2026/",
    },
    sessions: [
      {
        guid: "11111111-0000-4000-8000-000000000001",
        title: "Ship <it> & sleep",
        subtitle: "A story",
        track: "Data",
        room: "Barn",
        kind: "talk",
        language: "en",
        startsAt: "2026-03-27T09:00:00.000Z",
        endsAt: "2026-03-27T09:45:00.000Z",
        speakers: [
          { name: "Ana Ruiz", organization: null },
          { name: "Ben Ode", organization: "Contoso" },
        ],
        abstract: "Short.\n\nLong & bold.",
        url: "https://upcon.example/2026/talk/1/",
        isStarred: false,
      },
      {
        guid: "11111111-0000-4000-8000-000000000002",
        title: "Night & fog",
        subtitle: null,
        track: null,
        room: "Barn",
        kind: null,
        language: null,
        startsAt: "2026-03-27T23:30:00.000Z",
        endsAt: "2026-03-28T01:00:00.000Z",
        speakers: [],
        abstract: null,
        url: null,
        isStarred: false,
      },
    ],
    problems: [],
  });
});

/** The shape of older years: no dates in events, no guid, no zone. */
function older(conference: string, day: string, events: string): string {
  return `<schedule><conference><title>Old</title>${conference}</conference><day index="1" ${day}><room name="K">${events}</room></day></schedule>`;
}

describe("older files without dates in their events", () => {
  const night =
    '<event id="5"><start>23:30</start><duration>01:00</duration><title>Late</title></event><event id="6"><start>01:15</start><duration>00:30</duration><title>Later</title></event>';

  test("a time before the change of day belongs to the night after", () => {
    const programme = read(older("<day_change>04:00:00</day_change>", 'date="2012-07-01"', night), "Europe/Berlin");
    expect(programme.sessions.map(({ guid, startsAt, endsAt }) => [guid, startsAt, endsAt])).toEqual([
      ["5", "2012-07-01T21:30:00.000Z", "2012-07-01T22:30:00.000Z"],
      ["6", "2012-07-01T23:15:00.000Z", "2012-07-01T23:45:00.000Z"],
    ]);
    expect(programme.event).toMatchObject({ startsOn: "2012-07-01", endsOn: "2012-07-02" });
  });

  test("without a stated change the day's own opening is it, and a breakfast before it is no night", () => {
    const day = 'date="2012-07-01" start="2012-07-01T09:00:00+02:00" end="2012-07-02T04:00:00+02:00"';
    const early = '<event id="7"><start>08:30</start><duration>00:30</duration><title>Breakfast</title></event>';
    const starts = read(older("", day, night + early), "Europe/Berlin").sessions.map((session) => session.startsAt);
    expect(starts).toEqual(["2012-07-01T21:30:00.000Z", "2012-07-01T23:15:00.000Z", "2012-07-01T06:30:00.000Z"]);
  });

  test("without any time zone the times stay null and the file's problem says so", () => {
    const programme = read(older("<day_change>04:00:00</day_change>", 'date="2012-07-01"', night));
    expect(programme.sessions.map((session) => session.startsAt)).toEqual([null, null]);
    expect(programme.event).toMatchObject({ timeZone: null, startsOn: "2012-07-01" });
    expect(said(programme)).toEqual([
      "1: The file gives times without a time zone, and none was given with it [2 sessions, without their times]",
    ]);
  });
});

describe("the zone", () => {
  const event = (date: string): string =>
    `<event><date>${date}</date><duration>00:30</duration><title>A</title></event>`;

  test("is the one offset of the dates where none is named", () => {
    expect(read(older("", "", event("2025-07-01T10:00:00+02:00"))).event.timeZone).toBe("+02:00");
  });

  test("is the given one where it agrees with the offsets", () => {
    const xml = older("", "", event("2025-07-01T10:00:00+02:00") + event("2025-12-01T10:00:00+01:00"));
    expect(read(xml, "Europe/Paris").event.timeZone).toBe("Europe/Paris");
    expect(read(xml, "Asia/Tokyo").sessions.map((session) => session.startsAt)).toEqual([
      "2025-07-01T08:00:00.000Z",
      "2025-12-01T09:00:00.000Z",
    ]);
  });

  test("that nobody knows is a problem, and the given one is taken", () => {
    const named = "<time_zone_name>Middle/Earth</time_zone_name>";
    const talk = "<event><start>10:00</start><title>A</title></event>";
    const programme = read(older(named, 'date="2025-07-01"', talk), "Europe/Paris");
    expect(programme.sessions[0]?.startsAt).toBe("2025-07-01T08:00:00.000Z");
    expect(said(programme)).toEqual(["null: The time zone “Middle/Earth” is not known [everything else]"]);
  });
});

describe("broken talks", () => {
  const good = (name: string): string => `<event><title>${name}</title></event>`;

  test("one without a title is a problem with its line, and the others are kept", () => {
    const programme = read(
      `<schedule><day date="2025-01-01"><room name="K">\n${good("A")}\n<event id="x"></event>\n${good("B")}</room></day></schedule>`,
    );
    expect(programme.sessions.map((session) => session.title)).toEqual(["A", "B"]);
    expect(said(programme)).toEqual(["3: A session has no title [nothing]"]);
  });

  test("one whose time or duration is none keeps its words", () => {
    const xml = older(
      "",
      'date="2025-01-01"',
      "<event><date>whenever</date><start>late</start><duration>long</duration><title>A</title></event>",
    );
    const programme = read(xml, "Europe/Paris");
    expect(programme.sessions).toMatchObject([{ title: "A", startsAt: null, endsAt: null }]);
    expect(said(programme)).toEqual([
      "1: “A” has a start that is no time: whenever [the session, without its times]",
      "1: “A” has a duration that is none: long [the session, without its end]",
    ]);
  });

  test("one that ends before it starts keeps its start", () => {
    const xml = older(
      "",
      "",
      "<event><date>2025-01-01T10:00:00Z</date><end>2025-01-01T09:00:00Z</end><title>A</title></event>",
    );
    const programme = read(xml);
    expect(programme.sessions).toMatchObject([{ startsAt: "2025-01-01T10:00:00.000Z", endsAt: null }]);
    expect(said(programme)).toEqual(["1: “A” ends before it starts [the session, without its end]"]);
  });

  test("an end tag that is missing loses no talk", () => {
    const programme = read(
      `<schedule><day><room name="K"><event><title>A</title><abstract>open\n<event><title>B</title></event>${good("C")}</room></day></schedule>`,
    );
    expect(programme.sessions.map(({ title, room, abstract }) => [title, room, abstract])).toEqual([
      ["A", "K", "open"],
      ["B", "K", null],
      ["C", "K", null],
    ]);
    expect(said(programme)).toEqual(["2: <event> has no end before the next <event> [both]"]);
  });

  test("a file that was cut off keeps what came before the cut", () => {
    const programme = read(recent.slice(0, recent.indexOf("Night &") + 5));
    expect(programme.sessions.map((session) => session.title)).toEqual(["Ship <it> & sleep", "Night"]);
    expect(said(programme)).toEqual([
      "31: The file ends inside <schedule>; it may have been cut off [everything before the end]",
    ]);
  });

  test("stray signs in the text are words", () => {
    const programme = read(
      `<schedule><day><room name="K">${good("a & b &nonsense; < c")}${good("D")}</room></day></schedule>`,
    );
    expect(programme.sessions.at(-1)?.title).toBe("D");
  });
});

describe("hostile files", () => {
  test("definitions of entities are ignored, said once, and expand to nothing", () => {
    const bomb = `<!DOCTYPE schedule [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, i) => `<!ENTITY x${i} "&x${i - 1};&x${i - 1};">`).join("")}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const programme = read(
      `<?xml version="1.0"?>${bomb}<schedule><day><room name="K"><event><title>&x29; &f; &a;</title></event></room></day></schedule>`,
    );
    expect(programme.format).toBe("schedule-xml");
    expect(programme.sessions.map((session) => session.title)).toEqual(["&x29; &f; &a;"]);
    expect(said(programme)).toEqual([
      "1: The file brings definitions of its own (DOCTYPE, ENTITY); they are not followed [everything but what they would have added]",
    ]);
  });

  test(`elements nested deeper than ${limits.depthMax} are passed over, and the talks after them are kept`, () => {
    const deep = "<x>".repeat(200_000) + "</x>".repeat(200_000);
    const programme = read(
      `<schedule><day><room name="K"><event><title>A</title>${deep}</event><event><title>B</title></event></room></day></schedule>`,
    );
    expect(programme.sessions.map((session) => session.title)).toEqual(["A", "B"]);
    expect(said(programme)).toEqual([
      `1: Elements are nested deeper than ${limits.depthMax}; what stands deeper is passed over [everything above that depth]`,
    ]);
  });

  test("addresses that are no web pages are left out", () => {
    const talk = (url: string): string => `<event><title>A</title><url>${url}</url></event>`;
    const programme = read(
      older("<base_url>https://x.example/c/</base_url>", "", talk("javascript:alert(1)") + talk("talk/1") + talk("//")),
    );
    expect(programme.sessions.map((session) => session.url)).toEqual([null, "https://x.example/c/talk/1", null]);
  });
});
