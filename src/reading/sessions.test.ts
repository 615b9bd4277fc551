import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#domain/model/block.ts";
import type { Known, KnownSession, PageToRead } from "./read.ts";
import { sessionsOf } from "./sessions.ts";

function session(title: string, more: Partial<KnownSession> = {}): KnownSession {
  return {
    guid: null,
    title,
    startsAt: null,
    endsAt: null,
    track: null,
    room: null,
    speakers: [],
    abstract: null,
    ...more,
  };
}

function at(day: string, time: string): Partial<KnownSession> {
  return { startsAt: `${day}T${time}:00.000Z` as KnownSession["startsAt"] };
}

const saturday = "2026-01-31";
const sunday = "2026-02-01";

const sessions: KnownSession[] = [
  session("Opening keynote: twenty years of shared gardens", {
    ...at(saturday, "09:00"),
    room: "Main Hall",
    speakers: [{ name: "Nkiru Obi", organization: null }],
  }),
  session("Accelerating kernel TLS offload on small boards", {
    ...at(saturday, "10:30"),
    room: "H.2214 (Lindt)",
    speakers: [{ name: "Jonas Falke", organization: "Tailspin" }],
  }),
  session("Consent logging that people can read", {
    ...at(saturday, "10:30"),
    room: "K.1.105",
    speakers: [{ name: "Priya Nair", organization: null }],
  }),
  session("What beekeepers know about distributed consensus", {
    ...at(saturday, "13:00"),
    room: "K.1.105",
    speakers: [{ name: "Ana Ruiz", organization: null }],
    abstract:
      "A swarm of bees chooses a new home without a leader. Scouts visit hollow trees, return, and dance for the places they liked; the dance fades with time, and a quorum of scouts at one place ends the debate. We compare quorum sensing with Raft elections, show where the waggle dance beats gossip protocols, and where a hive would lose your writes.",
  }),
  session("Growing a volunteer rota", {
    ...at(sunday, "09:00"),
    room: "Main Hall",
    speakers: [{ name: "Ana Ruiz", organization: null }],
  }),
  session("Closing keynote: the long meadow", {
    ...at(sunday, "16:00"),
    room: "Main Hall",
    speakers: [{ name: "Karim Haddad", organization: null }],
  }),
  session("Mapping footpaths with schoolchildren", {
    ...at(sunday, "10:30"),
    room: "K.1.105",
    speakers: [{ name: "Li Wei", organization: null }],
    abstract: "Children map the footpaths they walk.",
  }),
];

const known: Known = {
  takenOn: saturday as Known["takenOn"],
  timeZone: "UTC" as Known["timeZone"],
  event: null,
  events: [],
  me: null,
  colleagues: [],
  people: [],
  organizations: [],
  sessions,
  workingDays: [1, 2, 3, 4, 5],
};

/** "# heading", "- item", "  - nested item", or a line. */
function block(written: string): Block {
  const match = /^(?<marks>#+ | *- )?(?<text>.*)$/su.exec(written);
  const marks = match?.groups?.["marks"] ?? "";
  const text = match?.groups?.["text"] ?? "";
  const isHeading = marks.startsWith("#");
  const level = isHeading ? marks.length - 1 : Math.max(0, (marks.length - 2) / 2);
  const kind = isHeading ? "heading" : marks.endsWith("- ") ? "item" : "line";
  return { kind, level, text, runs: [], box: null, struck: [], column: null, row: null, takenOn: null };
}

function titles(lines: readonly string[], page: Partial<PageToRead> = {}): (string | null)[] {
  const blocks = lines.map(block);
  const found = sessionsOf({ file: "notes.md", text: "", blocks, takenOn: null, ...page }, known);
  return found.map((one) => one?.title ?? null);
}

const [keynote = "", tls = "", consent = "", bees = "", rota = "", closing = "", paths = ""] = sessions.map(
  ({ title }) => title,
);

describe("a heading names the session of what stands under it", () => {
  test.for([
    ["the title", "# Consent logging that people can read", consent],
    ["part of the title", "# Kernel TLS offload", tls],
    ["a misspelt title", "# Beekeepers and distibuted concensus", bees],
    ["short forms", "# accel kernel TLS", tls],
    ["title and speaker", "# Kernel TLS (Jonas Falke)", tls],
    ["a speaker with one session", "# Li Wei", paths],
    ["a speaker with two sessions says too little", "# Ana Ruiz", null],
    ["a speaker with two sessions and a word", "# Ana Ruiz: rota", rota],
    ["a part and the speaker in brackets", "# Rota (Ruiz)", rota],
    ["one word of one title in a small programme", "# Beekeepers", bees],
    ["room and time", "# H.2214 10:30", tls],
    ["a time at which one thing starts", "# 13:00", bees],
    ["a time at which two things start", "# 10:30", null],
    ["time and a word", "# Sat 10:30 consent", consent],
    ["day and time", "# Sunday, 10:30", paths],
    ["keynote, of which there are two", "# Keynote", null],
    ["the keynote of a day", "# Day 2 keynote", closing],
    ["a day alone", "# Day 2", null],
    ["words of many titles", "# Notes", null],
    ["words of no title", "# Lunch with the printers", null],
  ] as const)("RD1 %s", ([, heading, title]) => {
    expect(titles([heading, "something said"])).toEqual([title, title]);
  });

  test("RD1 until the next heading of the same or a higher level", () => {
    expect(
      titles([
        "# Saturday",
        "## Kernel TLS offload",
        "fast",
        "### Questions",
        "how fast?",
        "## Lunch",
        "soup",
        "# Sunday",
        "keynote",
      ]),
    ).toEqual([null, tls, tls, tls, tls, null, null, null, closing]);
  });

  test("RD1 the page's day decides between days", () => {
    expect(titles(["# Keynote", "wow"], { takenOn: sunday as PageToRead["takenOn"] })).toEqual([closing, closing]);
    expect(titles(["# Keynote", "wow"], { takenOn: saturday as PageToRead["takenOn"] })).toEqual([keynote, keynote]);
  });
});

describe("a file's name names the session of the page", () => {
  test.for([
    ["notes/kernel-tls-offload.md", tls],
    ["2026-02-01_keynote.txt", closing],
    ["Day1-Keynote.md", keynote],
    ["ConsentLogging.md", consent],
    ["notes.md", null],
    ["2026-01-31.md", null],
  ] as const)("RD1 %s", ([file, title]) => {
    expect(titles(["one", "two"], { file })).toEqual([title, title]);
  });
});

describe("a block names its own session", () => {
  test.for([
    ["re the kernel TLS talk: mail Paul", tls],
    ["Jonas Falke's talk was the best", tls],
    ['loved "Mapping footpaths with schoolchildren"', paths],
    ["this talk was long", null],
    ["we should talk about consent", null],
    ["kernel panics again", null],
  ] as const)("RD1 %s", ([text, title]) => {
    expect(titles([text, "and so on"])).toEqual([title, null]);
  });

  test("RD1 a line that is a title holds until the next, or until the notes turn to something else", () => {
    expect(
      titles([
        "Kernel TLS offload on small boards",
        "fast",
        "10:30 K.1.105 Consent logging",
        "clear",
        "Next steps:",
        "mail Paul",
      ]),
    ).toEqual([tls, tls, consent, consent, null, null]);
  });

  test("RD1 a line that heads a list holds until the next such line", () => {
    expect(
      titles([
        "Kernel TLS (Falke)",
        "- fast",
        "- cheap",
        "Evening",
        "- soup",
        "== Consent logging ==",
        "clear",
        "== camp ==",
        "rain",
      ]),
    ).toEqual([tls, tls, tls, null, null, consent, consent, null, null]);
  });

  test("RD1 prose that opens with a title and its speaker", () => {
    const prose =
      "Footpaths (Li Wei). Children walked them with paper maps, and the maps were better than ours, which the hall did not like to hear.";
    expect(titles([prose, "We should walk more."])).toEqual([paths, paths]);
  });

  test("RD1 an item that is a title holds for the items below it", () => {
    expect(titles(["- Kernel TLS offload on small boards", "  - fast", "- soup at noon"])).toEqual([tls, tls, null]);
  });
});

test("RD1 a section whose words are far likest to one abstract is that session's", () => {
  const lines = [
    "# Bees!",
    "scouts visit hollow trees and dance for the places they liked",
    "the dance fades, a quorum of scouts at one place ends the debate",
    "compare: Raft elections, gossip protocols; hive would lose writes",
  ];
  expect(titles(lines)).toEqual([bees, bees, bees, bees]);
});

describe("RD1 prose that begins to tell of a session holds until another scene", () => {
  const told = (...lines: string[]): (string | null)[] => titles(lines);
  const swarm = "What beekeepers know about distributed consensus";
  test.each([
    "Jonas Falke on kernels, room packed",
    "Jonas Falke played back a whole afternoon of handshakes, packet by packet, and nobody left early.",
    "After the break, accelerating kernel TLS offload on small boards. Forty of us, and one dog, in a warm room.",
    "1/ Offload. Jonas Falke and a friend of his. Forty slides, of which six were needed by anybody at all.",
  ])("RD1 %s", (opening) => {
    expect(told(opening, "boards are small", "the cache is the hard part")).toEqual(
      Array.from({ length: 3 }, () => "Accelerating kernel TLS offload on small boards"),
    );
  });
  test("RD1 a meal, a hall or the way home ends it", () => {
    expect(told("Jonas Falke on kernels, room packed", "boards are small", "hall", "Priya wants the rota")).toEqual([
      "Accelerating kernel TLS offload on small boards",
      "Accelerating kernel TLS offload on small boards",
      null,
      null,
    ]);
    expect(told("Lunch, standing. Jonas Falke told me about his boards, and about the price of them.")).toEqual([null]);
    expect(told("Hotel, late. Ana Ruiz stopped me at the lift and asked for our slides on consensus.")).not.toContain(
      swarm,
    );
  });
  test("RD1 a remark on a talk is that line's only", () => {
    expect(told("Jonas Falke's talk was the best of the day, I think", "need more coffee")[1]).toBeNull();
  });
});

test("RD1 without a programme no block has a session", () => {
  const blocks = ["# Keynote", "x"].map(block);
  expect(sessionsOf({ file: "a", text: "", blocks, takenOn: null }, { ...known, sessions: [] })).toEqual([null, null]);
});

test("NT2 any page gets one entry per block, each null or a session of the programme", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.constantFrom(
      "# Day 2",
      "# Keynote",
      "## 10:30",
      "- Kernel TLS",
      "re the consent talk",
      '"a b c d e" "',
      "",
      "# ",
      "13:00 H.2214",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.string({ unit: "binary", maxLength: 40 }), (lines, file) => {
      const blocks = lines.map(block);
      const found = sessionsOf({ file, text: "", blocks, takenOn: null }, known);
      expect(found).toHaveLength(blocks.length);
      expect(found.every((one) => one === null || sessions.includes(one))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
