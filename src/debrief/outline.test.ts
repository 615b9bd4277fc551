import * as fc from "fast-check";
import ICAL from "ical.js";
import Papa from "papaparse";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { day } from "../../test/support/workspace.ts";
import { asCsv } from "./as-csv.ts";
import { asHtml } from "./as-html.ts";
import { asIcs } from "./as-ics.ts";
import { asMarkdown } from "./as-markdown.ts";
import { outlineOf } from "./outline.ts";
import type { Plan, PlanStep } from "./plan.ts";

const today = day("2026-02-04");
const now = Temporal.Instant.from("2026-02-04T18:00:00Z");

function stepOf(fields: Partial<PlanStep>): PlanStep {
  return {
    file: "day-1.md",
    start: 10,
    end: 40,
    quote: "send Ana the deck by Friday",
    owner: "me",
    basis: "promised",
    kind: "email",
    what: "Send Ana the deck",
    who: null,
    with: "Ana Ruiz",
    organization: null,
    session: null,
    audience: null,
    due: "2026-02-06",
    dueEnd: null,
    dueText: "by Friday",
    checkBackOn: null,
    certainty: "firm",
    marked: false,
    urgent: false,
    confidence: 0.9,
    reading: "You -> Ana Ruiz: send the deck (e-mail), by Fri 6 Feb",
    remembered: null,
    proposedBy: "reader",
    repeats: [],
    ...fields,
  };
}

function planOf(steps: PlanStep[], more: Partial<Plan> = {}): Plan {
  return {
    format: "upshot.plan",
    version: 1,
    event: {
      name: "Partner Day",
      kind: "partner-event",
      startsOn: "2026-02-03",
      endsOn: "2026-02-04",
      timeZone: "Europe/Brussels",
    },
    pages: [{ file: "day-1.md", takenOn: "2026-02-04", characters: 100, encoding: "utf-8" }],
    steps,
    people: [],
    organizations: [],
    observations: [],
    sessions: [],
    leftAlone: [],
    ledger: { passages: 5, made: 0, proposed: 1, kept: 0, letGo: 0, unread: 4 },
    problems: [],
    ...more,
  };
}

const theirs = stepOf({
  owner: "them",
  who: "Ana Ruiz",
  with: null,
  what: "Send the numbers",
  due: null,
  checkBackOn: "2026-02-11",
  quote: "Ana will send the numbers",
});

describe("the plan for people", () => {
  test("the three that matter most come first with their reason, then mine by kind, theirs with the check-back day, the ledger", () => {
    const plan = planOf([
      stepOf({}),
      stepOf({ kind: "investigate", what: "Look into the library", with: null, due: null }),
      theirs,
    ]);
    const outline = outlineOf(plan, today);
    expect(outline.title).toBe("What follows from Partner Day");
    expect(outline.summary).toBe("1 page, 5 passages: 1 proposed, 4 unread. As of Wed 4 Feb 2026.");
    expect(
      outline.sections.map(({ title, items }) => [title, items.map(({ line, detail }) => `${line} | ${detail}`)]),
    ).toEqual([
      [
        "First",
        [
          "Send Ana the deck | It is for Ana Ruiz, and it is due in 2 days.",
          "Look into the library | You set it yourself; it has no day yet.",
        ],
      ],
      ["E-mail", ["Send Ana the deck | for Ana Ruiz; by Fri 6 Feb, in 2 days"]],
      ["Look into", ["Look into the library | no day yet"]],
      ["Theirs", ["Ana Ruiz: Send the numbers | check back Wed 11 Feb, in 7 days"]],
    ]);
  });

  test("as a calendar, my due day and their check-back day are whole days, and a second import gives the same entries", () => {
    const plan = planOf([stepOf({ what: "Send, the deck; now" }), theirs, stepOf({ due: null, what: "No day" })]);
    const events = new ICAL.Component(ICAL.parse(asIcs(plan, now)) as unknown[]).getAllSubcomponents("vevent");
    expect(
      events.map((event) => [
        event.getFirstPropertyValue("summary"),
        String(event.getFirstPropertyValue("dtstart")),
        String(event.getFirstPropertyValue("dtend")),
      ]),
    ).toEqual([
      ["Send, the deck; now", "2026-02-06", "2026-02-07"],
      ["Ask again: Ana Ruiz: Send the numbers", "2026-02-11", "2026-02-12"],
    ]);
    expect(asIcs(plan, now)).toBe(asIcs(plan, now));
  });

  test("as CSV, each step is a row, and a cell that a spreadsheet would run is defused", () => {
    const csv = asCsv(planOf([stepOf({ what: '=HYPERLINK("x")', quote: 'says "now",\nhe' })]));
    expect(csv).toMatch(/^\uFEFFowner,/);
    const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
    expect(rows).toMatchObject([{ what: `'=HYPERLINK("x")`, quote: 'says "now",\nhe', due: "2026-02-06" }]);
  });

  test("as CSV, no cell begins as a formula does", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
      const csv = asCsv(planOf([stepOf({ what: `${start}1+1` })])).slice(1);
      const [row] = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
      expect(row?.["what"]).toBe(`'${start}1+1`);
    }
  });

  test("as a calendar, no line is longer than 75 octets, and colleagues' steps are not in it", () => {
    const long = "Grüße an alle in Köln überbringen und für Jörg die Pläne prüfen ".repeat(4);
    const ics = asIcs(planOf([stepOf({ what: long }), stepOf({ owner: "colleague", who: "Jonas" })]), now);
    for (const line of ics.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const events = new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual([long]);
  });

  test("a reading that may well be wrong comes first only where nothing surer is there", () => {
    const guess = stepOf({ what: "Mail a guess", due: "2026-02-04", confidence: 0.6 });
    const sure = ["one", "two", "three"].map((word) => stepOf({ what: `Mail ${word}`, due: "2026-02-20" }));
    const linesOf = (steps: PlanStep[]) => outlineOf(planOf(steps), today).sections[0]?.items.map(({ line }) => line);
    expect(linesOf([guess, ...sure])).toEqual(["Mail one", "Mail two", "Mail three"]);
    expect(linesOf([guess, ...sure.slice(1)])).toEqual(["Mail two", "Mail three", "Mail a guess"]);
  });

  test("in a list what is wanted first stands first, guesses last", () => {
    const plan = planOf([
      stepOf({ what: "Mail one", due: null }),
      stepOf({ what: "Mail two", due: "2026-02-09" }),
      stepOf({ what: "Mail three", due: "2026-02-05", confidence: 0.3 }),
      stepOf({ what: "Mail four", due: "2026-02-06" }),
    ]);
    const list = outlineOf(plan, today).sections.find(({ title }) => title === "E-mail");
    expect(list?.items.map(({ line }) => line)).toEqual(["Mail four", "Mail two", "Mail one", "Mail three"]);
  });

  test("a step said twice shows both quotes, and what a language model read says so", () => {
    const again = { file: "day-2.md", start: 0, end: 12, quote: "deck for Ana" };
    const plan = planOf([stepOf({ repeats: [again], proposedBy: "language-model" })]);
    const markdown = asMarkdown(outlineOf(plan, today));
    expect(markdown).toContain("> send Ana the deck by Friday [day-1.md]\n  >\n  > deck for Ana [day-2.md]\n");
    expect(markdown).toContain(
      "- [ ] Send Ana the deck (for Ana Ruiz; by Fri 6 Feb, in 2 days; read by the language model;",
    );
  });

  test("people met show how to reach them, those with something open first", () => {
    const person = { organization: null, met: true, known: null, role: null, email: null, phone: null, mentions: [] };
    const people = [
      { ...person, name: "Li Wei", known: "cards.vcf" },
      { ...person, name: "Kim Lee", email: "kim@contoso.example", phone: "+31 20 555 0101" },
      { ...person, name: "Ana Ruiz", organization: "Contoso", role: "CTO" },
    ];
    const section = outlineOf(planOf([stepOf({})], { people }), today).sections.find(
      ({ title }) => title === "People met",
    );
    expect(section?.items.map(({ line, detail }) => [line, detail])).toEqual([
      ["Ana Ruiz, CTO, Contoso", "new"],
      ["Kim Lee", "new; kim@contoso.example; +31 20 555 0101"],
      ["Li Wei", "known from cards.vcf"],
    ]);
  });

  test("what was left alone is counted by its reason and can be looked at", () => {
    const left = (reason: "advice" | "announced", at: number) => ({
      file: "day-1.md",
      start: at,
      end: at + 5,
      quote: `line ${at}`,
      reason,
      because: null,
    });
    const leftAlone = [...Array.from({ length: 5 }, (_, at) => left("advice", at)), left("announced", 9)];
    const outline = outlineOf(planOf([], { leftAlone }), today);
    const section = outline.sections.at(-1);
    expect(section?.title).toBe("Left alone");
    expect(section?.items.map(({ line }) => line)).toEqual([
      "1 line looks like what a speaker announced",
      "5 lines look like advice, a rule or a title",
    ]);
    expect(asMarkdown(outline)).toContain("> line 2 [day-1.md]\n  >\n  > and 2 more\n");
    const html = asHtml(outline);
    expect(html).toContain("<details><summary>5 lines look like advice, a rule or a title</summary>");
    for (const { quote } of leftAlone) expect(html).toContain(quote);
  });

  test("as HTML and Markdown, outside words never become markup", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("<", ">", "&", '"', "'", "`", "*", "[", "]", "(", "script", "a", "\n", "#", "|"),
        }),
        (words) => {
          const outline = outlineOf(planOf([stepOf({ what: words || "x", quote: words || "x", file: words })]), today);
          const elements: string[] = [];
          let text = "";
          const parser = new Parser({ onopentagname: (name) => elements.push(name), ontext: (part) => (text += part) });
          parser.end(asHtml(outline));
          expect(new Set(elements)).toEqual(
            new Set([
              "html",
              "head",
              "meta",
              "title",
              "style",
              "body",
              "h1",
              "p",
              "section",
              "h2",
              "ul",
              "li",
              "label",
              "input",
              "span",
              "blockquote",
              "cite",
            ]),
          );
          expect(text).toContain((words || "x").replace(/\s+/g, " ").trim() || "");
          expect(asMarkdown(outline)).not.toMatch(/(^|[^\\])<|^[^\\\n]*[^\\]\]\(/m);
        },
      ),
    );
  });
});
