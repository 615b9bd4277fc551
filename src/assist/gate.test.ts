import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProposalDraft } from "#domain/model/proposal.ts";
import type { Day, TimeZone } from "#domain/model/time.ts";
import { blocksOf } from "#formats/notes.ts";
import { type KnownPerson, type PageToRead, read } from "#reading/read.ts";
import { gate, type Gated } from "./gate.ts";
import { join, modelMark } from "./join.ts";
import { type Asked, askedOf } from "./numbered.ts";
import { peopleOf, wordList } from "./people.ts";
import { partsOf, promptOf, sealOf } from "./prompt.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const person = (name: string, more: Partial<KnownPerson> = {}): KnownPerson =>
  personWith(name, { source: "people.csv", ...more });

const known = knownWith({
  takenOn: "2026-02-04" as Day, // a Wednesday
  timeZone: "Europe/Amsterdam" as TimeZone, // a zone there is
  event: { name: "Partner Day", startsOn: null, endsOn: null },
  me: { name: "Mira Okafor", organization: null },
  colleagues: ["Jonas Weber"],
  people: [
    person("Ana Ruiz", { organization: "Contoso", emails: ["ana@contoso.example"] }),
    person("Bo Lindgren"),
    person("kim@fabrikam.example"),
  ],
});

interface Setting {
  page: PageToRead;
  passages: ReturnType<typeof read>[number]["passages"];
  asked: Asked[];
  through: (proposals: readonly unknown[]) => Gated;
}

function setting(text: string, markup: "plain" | "markdown" | "html" = "markdown"): Setting {
  const page: PageToRead = { file: "notes.md", text, blocks: blocksOf(text, markup), takenOn: null };
  const [reading] = read([page], known);
  const passages = reading?.passages ?? [];
  const asked = askedOf(page, passages, known);
  const pageWords = new Set(passages.flatMap((passage) => wordList(passage.text)));
  const around = { page, pageWords, known, people: peopleOf(known) };
  return { page, passages, asked, through: (proposals) => gate(proposals, asked, around) };
}

const step = { owner: "me", kind: "email", what: "Send Ana Ruiz the numbers" };

describe("the gate", () => {
  test("RD1 RD4 a proposal with an exact quote comes through with the page's words, and nothing else of it", () => {
    const { through } = setting("# Talk\n- told Ana I'd send **the numbers** by Friday\n");
    const { drafts, dropped } = through([
      {
        passage: 2,
        quote: "send the numbers by Friday",
        step: { ...step, with: "Ana Ruiz", dueOn: "2026-02-06", isMarked: true },
        confidence: 1,
        state: "accepted",
      },
    ]);
    expect(dropped).toEqual([]);
    expect(drafts).toEqual([
      {
        heading: null,
        means: "step",
        start: 22,
        end: 52,
        quote: "send **the numbers** by Friday",
        step: {
          owner: "me",
          basis: "promised",
          kind: "email",
          what: "Send Ana Ruiz the numbers",
          who: null,
          with: "Ana Ruiz",
          organization: null,
          audience: null,
          dueOn: "2026-02-06",
          dueEnd: null,
          dueText: "by Friday",
          checkBackOn: null,
          certainty: "firm",
          isUrgent: false,
        },
        person: null,
        organization: null,
        observation: null,
        reading: "You -> Ana Ruiz: send Ana Ruiz the numbers (e-mail), by Fri 6 Feb",
        isMarked: false,
        confidence: 0.2,
        repeats: [],
        session: null,
      },
    ]);
  });

  test("ST2 what is theirs gets a check-back day by our own rule", () => {
    const { through } = setting("Ana sends the numbers by Friday\n\nBo sends numbers\n");
    const theirs = { owner: "them", kind: "email", what: "Send numbers", checkBackOn: "2031-01-01" };
    const { drafts } = through([
      { passage: 1, quote: "sends the numbers by Friday", step: { ...theirs, who: "Ana Ruiz", dueOn: "2026-02-06" } },
      { passage: 2, quote: "sends numbers", step: { ...theirs, who: "Bo Lindgren" } },
    ]);
    expect(drafts.map((draft) => draft.step?.checkBackOn)).toEqual(["2026-02-09", "2026-02-11"]);
  });

  test("RD5 a range is taken as our own reader reads it, whichever end was given; a day of another passage is not", () => {
    const { through } = setting("numbers to Ana next week\n\nnumbers to Bo\n");
    const due = (passage: number, dueOn: string, dueEnd: string | null = null) => ({
      passage,
      quote: "numbers to",
      step: { ...step, what: "Numbers", dueOn, dueEnd },
    });
    const { drafts, daysTakenOff } = through([
      due(1, "2026-02-09", "2026-02-13"),
      due(1, "2026-02-09"),
      due(1, "2026-02-13"),
      due(2, "2026-02-09"),
    ]);
    expect(drafts.map(({ step }) => [step?.dueOn, step?.dueEnd, step?.dueText])).toEqual([
      ["2026-02-09", "2026-02-13", "next week"],
      ["2026-02-09", "2026-02-13", "next week"],
      [null, null, null],
      [null, null, null],
    ]);
    expect(daysTakenOff).toBe(2);
  });

  test("RD4 a name that neither the page nor a known person bears out is taken off", () => {
    const { through } = setting("ring the printer about Ana's deck\n");
    const { drafts, namesTakenOff } = through([
      {
        passage: 1,
        quote: "ring the printer",
        step: { ...step, kind: "call", what: "Ring the printer", with: "Eve Mallory", organization: "Contoso" },
      },
    ]);
    expect(drafts).toMatchObject([{ step: { with: null, organization: null } }]);
    expect(namesTakenOff).toBe(2);
  });

  test("a person is proposed on their name, with what is known of them; addresses are not taken from a model", () => {
    const { through } = setting("good talk with Ana (Contoso) at the bar\n");
    const { drafts } = through([
      {
        passage: 1,
        quote: "talk with Ana (Contoso)",
        person: { name: "Ana Ruiz", met: true, email: "eve@mallory.example", role: "CTO" },
      },
    ]);
    expect(drafts).toMatchObject([
      {
        quote: "Ana",
        person: {
          name: "Ana Ruiz",
          organization: "Contoso",
          role: null,
          email: null,
          phone: null,
          met: true,
          known: "people.csv",
        },
        reading: "Met: Ana Ruiz, Contoso",
      },
    ]);
  });

  test("RD1 a quote of a letter or a sign is none, unless the passage says no more", () => {
    const { through } = setting("numbers, numbers\n\nQ3\n");
    const seen = (passage: number, quote: string) => ({ passage, quote, observation: "market" });
    const { drafts, dropped } = through([seen(1, "n"), seen(1, ", "), seen(1, ""), seen(2, "Q3")]);
    expect(dropped).toEqual(["quote", "quote", "quote"]);
    expect(drafts.map(({ quote }) => quote)).toEqual(["Q3"]);
  });

  test("RD1 RD4 whatever is answered, nothing throws, and no proposal has a quote that is not the page's", () => {
    const texts = {
      markdown:
        "# Day 2 - Thu 5 Feb\n- [x] photo\n- told **Ana** I'd send *the* numbers by Friday! ~~Or not~~\n\n| who | what |\n| --- | --- |\n| Bo | slides next week |\n",
      html: "<h1>Day&nbsp;2</h1><p>Ana &amp; Bo: <b>send</b> the &eacute;tude&nbsp;by Friday. Call&#8217;em \u{1F600}!</p><ul><li>x</li></ul>",
      plain: "ana says hi\n\u{1F600}\u{1F600} call bo tmrw\n\n\t- numbers; numbers. Numbers?\n",
    } as const;
    for (const [markup, text] of Object.entries(texts)) {
      const { page, passages, asked, through } = setting(text, markup as keyof typeof texts); // the table's own keys
      expect(asked.map(({ passage }) => passage)).toEqual(passages);
      const quotes = fc
        .tuple(fc.nat(asked.length), fc.nat(60), fc.nat(60))
        .map(([at, from, length]) => (asked[at]?.passage.text ?? text).slice(from, from + length));
      const strange = fc.oneof(fc.string(), fc.constant(null), fc.nat(), fc.object());
      const proposals = fc.record(
        {
          passage: fc.oneof(fc.nat(asked.length + 1), strange),
          quote: fc.oneof(quotes, fc.string({ unit: "binary" }), strange),
          step: fc.oneof(
            fc.record(
              {
                owner: fc.constantFrom("me", "them", "colleague", "boss"),
                kind: fc.constantFrom("email", "call", "do", "steal"),
                what: fc.oneof(quotes, fc.string({ unit: "binary" })),
                who: fc.oneof(quotes, strange),
                with: fc.oneof(quotes, strange),
                dueOn: fc.oneof(fc.constantFrom("2026-02-06", "2026-02-09", "2026-13-01"), strange),
                dueEnd: fc.oneof(fc.constantFrom("2026-02-06", "2026-02-13"), strange),
                isUrgent: fc.oneof(fc.boolean(), strange),
              },
              { requiredKeys: [] },
            ),
            strange,
          ),
          person: fc.oneof(
            fc.record({ name: fc.oneof(quotes, fc.string({ unit: "binary" })), met: fc.boolean() }),
            strange,
          ),
          observation: fc.oneof(fc.constantFrom("idea", "market", "nonsense"), strange),
        },
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(fc.array(fc.oneof(proposals, fc.anything()), { maxLength: 12 }), (given) => {
          const { drafts, dropped } = through(given);
          expect(drafts.length + dropped.length).toBe(given.length);
          for (const draft of drafts) {
            expect(page.text.slice(draft.start, draft.end)).toBe(draft.quote);
            expect(passages.some(({ start, end }) => start <= draft.start && draft.end <= end)).toBe(true);
            expect(ProposalDraft.safeParse(draft).success).toBe(true);
            expect(draft).toMatchObject({ isMarked: false, confidence: 0.2 });
          }
          const alone = [{ passages, proposals: [], leftAlone: [] }];
          const [joined] = join(alone, [drafts]).readings;
          for (const draft of joined?.proposals ?? []) expect(ProposalDraft.safeParse(draft).success).toBe(true);
        }),
        { numRuns: 150 },
      );
    }
  });
});

describe("joining", () => {
  test("RD4 the reader's proposals stay as they are; what the model says again is dropped, what it repeats is merged", () => {
    const { page, through } = setting(
      "-> call Bo Lindgren on Monday\n\nthe printer: numbers\n\nthe printer: numbers again\n",
    );
    const readings = read([page], known);
    const before = structuredClone(readings);
    const { drafts } = through([
      { passage: 1, quote: "call Bo Lindgren", step: { owner: "me", kind: "call", what: "Call Bo Lindgren" } },
      { passage: 1, quote: "Bo Lindgren", person: { name: "Bo Lindgren", met: true } },
      { passage: 2, quote: "printer: numbers", step: { owner: "me", kind: "email", what: "Send the printer numbers" } },
      {
        passage: 3,
        quote: "printer: numbers again",
        step: { owner: "me", kind: "email", what: "Send the printer numbers" },
      },
    ]);
    const { readings: joined, added, agreeing } = join(readings, [drafts]);
    expect(readings).toEqual(before);
    const own = before[0]?.proposals ?? [];
    expect(joined[0]?.proposals.slice(0, own.length)).toEqual(own);
    expect(joined[0]?.proposals.slice(own.length)).toMatchObject([
      {
        quote: "printer: numbers",
        reading: expect.stringMatching(/ \(language model\)$/),
        repeats: [{ quote: "printer: numbers again" }],
      },
    ]);
    expect({ added, agreeing }).toEqual({ added: 1, agreeing: 3 });
  });

  test("RD1 a plain reading too long for a line is cut before its mark", () => {
    const { page, through } = setting("numbers for Ana\n");
    const what = `numbers ${"for Ana ".repeat(120)}`;
    const { drafts } = through([{ passage: 1, quote: "numbers for Ana", step: { owner: "me", kind: "do", what } }]);
    const [joined] = join([{ passages: [], proposals: [], leftAlone: [] }], [drafts]).readings;
    const [draft] = joined?.proposals ?? [];
    expect(draft?.reading.endsWith(modelMark)).toBe(true);
    expect(ProposalDraft.safeParse(draft).success).toBe(true);
    expect(page.text).toContain(draft?.quote);
  });
});

describe("what is sent", () => {
  test("RD4 numbered passages with what a reader would see, the days our own reader found, and names alone", () => {
    const { page, asked } = setting(
      "# Actions\n- [x] photo\n- [ ] mail Ana the numbers by Friday\n- ~~call Jonas~~\n\n## Thu 5 Feb\n\n> kim said tomorrow, 5/6 or soon\n",
    );
    const { user } = promptOf(asked, sealOf(page.text), known, peopleOf(known));
    expect(user.split("\n").slice(1, -2)).toEqual([
      "day of the notes: 2026-02-04 (Wednesday)",
      "event: Partner Day",
      "writer of the notes: Mira Okafor",
      "colleagues of the writer: Jonas Weber",
      "known people: Ana Ruiz",
      "[1] (heading) Actions",
      "[2] (done) photo",
      "[3] (open task) mail Ana the numbers by Friday",
      "    days: 2026-02-06",
      "[4] (struck out) call Jonas",
      "day from here on: 2026-02-05 (Thursday)",
      "[5] (heading) Thu 5 Feb",
      "    days: 2026-02-05",
      "[6] (quotation) kim said tomorrow, 5/6 or soon",
      "    days: 2026-02-06",
    ]);
  });

  test("RD4 a particle or an initial tells of nobody, a nickname and a name in small letters do", () => {
    const people = [
      person("Jan van Dam"),
      person("Ines de la Cruz"),
      person("J Doe"),
      person("Robert Ek", { nicknames: ["Bob"] }),
    ];
    const { page, asked } = setting("van full of posters, de la nada, j\nask bob and dam\n");
    const { user } = promptOf(asked, sealOf(page.text), known, peopleOf({ ...known, people }));
    expect(user).toContain("known people: Robert Ek; Jan van Dam\n");
  });

  test("RD4 a page that holds its own seal gets another boundary", () => {
    const { asked } = setting("the seal is 0123456789abcdef, they say\n");
    const { user, system } = promptOf(asked, "0123456789abcdef", known, peopleOf(known));
    const [boundary = ""] = user.split("\n");
    expect(boundary).not.toContain("0123456789abcdef");
    expect(user.split(boundary)).toHaveLength(3);
    expect(system).toContain(boundary);
  });

  test("RD4 parts end at the borders of passages, hold every passage once, and are no longer than they may be", () => {
    const { asked } = setting(
      Array.from({ length: 60 }, (_, at) => `line ${at} ${"of words ".repeat(at)}`).join("\n\n"),
    );
    const parts = partsOf(asked, 1000);
    expect(parts.flat()).toEqual(asked);
    for (const part of parts)
      expect(part.reduce((sum, { passage }) => sum + passage.text.length, 0)).toBeLessThanOrEqual(1000);
    expect(partsOf([], 1000)).toEqual([]);
  });
});
