import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "#domain/model/block.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { readNotes } from "#formats/notes.ts";
import { readProgramme } from "#formats/programme.ts";
import type { Known, KnownSession } from "#reading/read.ts";
import { sessionsOf } from "#reading/sessions.ts";

/** Real programmes, and how many of the 200 cases each gives. */
const programmes = [
  ["fosdem-2025.xml", 120],
  ["sessionize-NDC_London_2020.json", 40],
  ["sessionize-Techorama_2022.json", 40],
] as const;

/** A fixed seed: the same cases each time. */
const seed = 20_250_201;

interface Tally {
  cases: number;
  right: number;
  wrong: number;
}

/**
 * How often notes are given the right session: 200 made from real programmes by a fixed procedure (a title with words
 * left out, misspelt, cut short or abbreviated as a heading; the title in a remark; half the words of an abstract's
 * sentences under a heading that says nothing), and how many sections of real notes from other events are given one all
 * the same. Rows, heading first; none where the programmes are not there.
 */
export function evaluateSessions(dataFolder: string): (string | number)[][] {
  const folder = join(dataFolder, "programmes");
  if (!programmes.every(([file]) => existsSync(join(folder, file)))) return [];
  const random = randomFrom(seed);
  const tallies = new Map<string, Tally>(kinds.map(({ name }) => [name, { cases: 0, right: 0, wrong: 0 }]));
  let foreign = { sections: 0, given: 0 };
  for (const [file, cases] of programmes) {
    const { sessions } = readProgramme({ name: file, bytes: readFileSync(join(folder, file)) });
    const known = knownOf(sessions);
    for (let made = 0; made < cases; made += 1) {
      const kind = kinds[made % kinds.length];
      const session = sessions[Math.floor(random() * sessions.length)];
      if (kind === undefined || session === undefined) continue;
      const tally = tallies.get(kind.name);
      const blocks = kind.blocks(session, random);
      if (tally === undefined || blocks === null) continue;
      const found = sessionsOf({ file: "notes.md", text: "", blocks, takenOn: null }, known)[kind.asked] ?? null;
      tally.cases += 1;
      if (found?.title === session.title) tally.right += 1;
      else if (found !== null) tally.wrong += 1;
    }
    const more = foreignSections(join(dataFolder, "notes"), known);
    foreign = { sections: foreign.sections + more.sections, given: foreign.given + more.given };
  }
  const rows = [...tallies].map(([name, { cases, right, wrong }]) => [
    name,
    cases,
    right / cases,
    wrong / cases,
    (cases - right - wrong) / cases,
  ]);
  return [
    ["note", "cases", "right", "wrong", "none"],
    ...rows,
    ["sections of notes from other events", foreign.sections, "-", foreign.given / foreign.sections, "-"],
  ];
}

type Random = () => number;

interface CaseKind {
  name: string;
  /** The page's blocks, or null where the session has too few words for it. */
  blocks: (session: KnownSession, random: Random) => Block[] | null;
  /** Which block is looked at. */
  asked: number;
}

const kinds: readonly CaseKind[] = [
  {
    name: "title as heading, words left out",
    asked: 1,
    blocks: headed((words, random) => words.filter(() => random() > 0.35)),
  },
  {
    name: "title as heading, misspelt",
    asked: 1,
    blocks: headed((words, random) => words.map((word) => misspelt(word, random))),
  },
  {
    name: "title as heading, first half",
    asked: 1,
    blocks: headed((words) => words.slice(0, Math.max(2, Math.ceil(words.length / 2)))),
  },
  {
    name: "title as heading, abbreviated",
    asked: 1,
    blocks: headed((words, random) => words.map((word) => abbreviated(word, random))),
  },
  {
    name: "title in a remark",
    asked: 0,
    blocks: ({ title }) => [block("line", `loved the ${title} talk, tell Paul`)],
  },
  {
    name: "half an abstract's words",
    asked: 1,
    blocks: ({ abstract }, random) => {
      const words = (abstract ?? "").split(/\s+/u).slice(0, 160);
      const kept = words.filter(() => random() > 0.5);
      return words.length < 60 ? null : [block("heading", "Notes"), block("line", kept.join(" "))];
    },
  },
];

function headed(change: (words: string[], random: Random) => string[]): CaseKind["blocks"] {
  return ({ title }, random) => {
    const words = title.split(/\s+/u);
    const changed = change(words, random);
    return [block("heading", (changed.length === 0 ? words : changed).join(" ")), block("line", "liked it")];
  };
}

function misspelt(word: string, random: Random): string {
  if (word.length < 5 || random() < 0.5) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const rest = word.slice(at + 1);
  const way = Math.floor(random() * 3);
  if (way === 0) return word.slice(0, at) + rest;
  return way === 1
    ? word.slice(0, at) + rest.charAt(0) + word.charAt(at) + rest.slice(1)
    : `${word.slice(0, at)}x${rest}`;
}

function abbreviated(word: string, random: Random): string {
  return word.length > 7 && random() < 0.5 ? word.slice(0, 4 + Math.floor(random() * 2)) : word;
}

function block(kind: "heading" | "line", text: string): Block {
  return { kind, level: 1, text, runs: [], box: null, struck: [], column: null, row: null, takenOn: null };
}

function knownOf(sessions: readonly KnownSession[]): Known {
  return {
    takenOn: "2025-02-01" as Known["takenOn"], // a day of FOSDEM 2025; the cases name none
    timeZone: "Europe/Brussels" as TimeZone, // a zone every runtime has
    event: null,
    events: [],
    me: null,
    colleagues: [],
    people: [],
    organizations: [],
    sessions,
    workingDays: [1, 2, 3, 4, 5],
  };
}

/** Notes of events that the programme is not of: every session given is wrong. A section is a heading with its blocks. */
function foreignSections(folder: string, known: Known): { sections: number; given: number } {
  let sections = 0;
  let given = 0;
  for (const file of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []) {
    if (!file.endsWith(".md")) continue;
    for (const page of readNotes({ name: file, bytes: readFileSync(join(folder, file)) }).pages) {
      const found = sessionsOf({ file, text: page.text, blocks: page.blocks, takenOn: null }, known);
      for (const [at, { kind }] of page.blocks.entries()) {
        if (kind !== "heading" && at > 0) continue;
        sections += 1;
        if (found[at] !== null) given += 1;
      }
    }
  }
  return { sections, given };
}

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes' constants), the same for the same seed. */
function randomFrom(start: number): Random {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
