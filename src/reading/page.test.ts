import type { Block, Run } from "#domain/model/block.ts";
import { ProposalDraft } from "#domain/model/proposal.ts";
import { array, assert, constantFrom, type Arbitrary, nat, oneof, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { type PageReading, type PageToRead, read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  me: { name: "Noa Verhulst", organization: null },
  colleagues: ["Tom Aerts"],
  people: [personWith("Ana Ruiz", { givenName: "Ana", familyName: "Ruiz", organization: "Contoso" })],
});

const words = constantFrom(
  "I'll",
  "send",
  "Ana",
  "the",
  "deck",
  "by",
  "Friday",
  "and",
  "call",
  "Tom",
  "->",
  "<-",
  "TODO:",
  "AI:",
  "@Tom",
  "met",
  "Ruiz",
  "will",
  "to",
  "me",
  "asked",
  "maybe",
  "?",
  ".",
  ",",
  "!",
  "(Contoso)",
  "is",
  "wants",
  "waiting",
  "for",
  "coffee",
  "with",
  "schicke",
  "ich",
  "Folien",
  "j'envoie",
  "&",
  "Next steps:",
  "done",
  "if",
  "'",
  "…",
  "-",
);
const sentence = oneof(
  array(words, { maxLength: 18 }).map((list) => list.join(" ")),
  string({ unit: "grapheme", maxLength: 40 }),
);

/** A block, written into the page with an entity for every "&" and stars around it, so that offsets are not lengths. */
interface Written {
  kind: Block["kind"];
  text: string;
  level: number;
  box: Block["box"];
}

const written: Arbitrary<Written> = record({
  kind: constantFrom<Block["kind"]>("line", "item", "heading", "quote", "code", "cell"),
  text: sentence.map((text) => text.replaceAll(/[\n\r\u2028\u2029]/gu, " ")),
  level: nat(3),
  box: constantFrom<Block["box"]>(null, null, "open", "ticked"),
});

function pageOf(blocks: readonly Written[]): PageToRead {
  let text = "";
  const out: Block[] = [];
  for (const [number, { kind, text: clean, level, box }] of blocks.entries()) {
    text += "**";
    const runs: Run[] = [];
    for (let at = 0; at < clean.length;) {
      const isEntity = clean.charAt(at) === "&";
      const next = clean.indexOf("&", at);
      const length = isEntity ? 1 : (next < 0 ? clean.length : next) - at;
      const source = isEntity ? "&amp;" : clean.slice(at, at + length);
      runs.push({ at, length, start: text.length, end: text.length + source.length });
      text += source;
      at += length;
    }
    text += "**\n";
    const cell = kind === "cell" ? { column: "Action", row: number } : { column: null, row: null };
    if (clean !== "") out.push({ kind, level, text: clean, runs, box, struck: [], ...cell, takenOn: null });
  }
  return { file: "notes.md", text, blocks: out, takenOn: null };
}

const pages = array(written, { maxLength: 12 }).map(pageOf);

test("NT2 the passages of a page are in order, never overlap, and cover every word of its blocks (property)", () => {
  assert(
    property(pages, (page) => {
      const [reading] = read([page], known);
      const covered = new Uint8Array(page.text.length);
      let end = 0;
      for (const passage of reading?.passages ?? []) {
        expect(passage.start).toBeGreaterThanOrEqual(end);
        expect(passage.end).toBeGreaterThan(passage.start);
        end = passage.end;
        covered.fill(1, passage.start, passage.end);
      }
      const uncovered: string[] = [];
      for (const run of page.blocks.flatMap((block) => block.runs)) {
        for (let at = run.start; at < run.end; at += 1) {
          if (page.text.charAt(at).trim() !== "" && covered[at] !== 1) uncovered.push(page.text.slice(at, at + 10));
        }
      }
      expect(uncovered).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("RD1 every proposal quotes the page exactly, lies in one passage, and can be stored (property)", () => {
  assert(
    property(pages, (page) => {
      const [reading] = read([page], known);
      for (const proposal of reading?.proposals ?? []) {
        expect(proposal.quote).toBe(page.text.slice(proposal.start, proposal.end));
        expect(reading?.passages.some((one) => one.start <= proposal.start && one.end >= proposal.end)).toBe(true);
        expect(ProposalDraft.safeParse(proposal).error).toBeUndefined();
        for (const repeat of proposal.repeats) expect(repeat.quote).toBe(page.text.slice(repeat.start, repeat.end));
      }
    }),
    { numRuns: 300 },
  );
});

test("the same pages are read the same way twice (property)", () => {
  assert(
    property(array(pages, { maxLength: 3 }), (list) => {
      expect(read(list, known)).toEqual(read(list, known));
    }),
    { numRuns: 100 },
  );
});

test("reading pages together changes nothing on each but what is merged (property)", () => {
  const bare = ({ passages, proposals }: PageReading): unknown => ({ passages, quotes: proposals.length });
  assert(
    property(pages, pages, (one, other) => {
      const together = read([one, other], known);
      const [alone] = read([one], known);
      const [second] = read([other], known);
      expect(together[0] === undefined ? null : bare(together[0])).toEqual(alone === undefined ? null : bare(alone));
      expect(together[1]?.passages).toEqual(second?.passages);
      const quotes = new Set(
        second?.proposals.map((proposal) => `${proposal.means} ${proposal.start} ${proposal.end}`),
      );
      for (const proposal of together[1]?.proposals ?? []) {
        expect(quotes.has(`${proposal.means} ${proposal.start} ${proposal.end}`)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("one passage of 10,000 characters without a blank or sign costs no more than its length asks for", () => {
  const page = (length: number): PageToRead =>
    pageOf([{ kind: "line", level: 0, box: null, text: "send-".repeat(length / 5) }]);
  const time = (length: number): number => {
    const from = performance.now();
    read([page(length)], known);
    return performance.now() - from;
  };
  time(10_000);
  expect(time(10_000)).toBeLessThan(1_000);
});
