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
    expect(outline.summary).toBe("1 page, 5 passages: 1 proposed, 4 unread.");
    expect(
      outline.sections.map(({ title, items }) => [title, items.map(({ line, detail }) => `${line} | ${detail}`)]),
    ).toEqual([
      [
        "First",
        [
          "Send Ana the deck | You promised Ana Ruiz, and it is due in 2 days.",
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
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows).toMatchObject([{ what: `'=HYPERLINK("x")`, quote: 'says "now",\nhe', due: "2026-02-06" }]);
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
