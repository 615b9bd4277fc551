import type { Block } from "#domain/model/block.ts";
import type { StepReading } from "#domain/model/proposal.ts";
import type { Day } from "#domain/model/time.ts";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../test/support/plain-page.ts";
import { type PageReading, read } from "./read.ts";
import { knownWith, personWith } from "../../test/support/known.ts";

const known = knownWith({
  event: { name: "Lowland Days", startsOn: "2026-02-02" as Day, endsOn: "2026-02-04" as Day },
  me: { name: "Noa Verhulst", organization: "Brakel Works" },
  colleagues: ["Tom Aerts", "Lise Maes"],
  people: [
    personWith("Ana Ruiz", {
      givenName: "Ana",
      familyName: "Ruiz",
      organization: "Contoso",
      emails: ["ana@contoso.example"],
    }),
    personWith("Paul Meyer", { givenName: "Paul", familyName: "Meyer", organization: "Fabrikam" }),
  ],
});

function readOne(text: string): PageReading {
  const [reading] = read([pageOf(text)], known);
  return reading ?? { passages: [], proposals: [], leftAlone: [] };
}

const quotesOf = (text: string): string[] =>
  readOne(text)
    .proposals.filter((proposal) => proposal.means === "step")
    .map((proposal) => proposal.quote);

function stepOf(text: string): StepReading {
  const { proposals } = readOne(text);
  const step = proposals.find((proposal) => proposal.means === "step")?.step;
  expect(step, `a step in "${text}"`).toBeDefined();
  // The line above fails the test where there is none.
  return step as StepReading;
}

describe("S1 own intentions are steps, marked or not", () => {
  test.each([
    ["I'll send Ana the deck by Friday", "I'll send Ana the deck by Friday"],
    ["told Ana I'd send the deck", "told Ana I'd send the deck"],
    ["I need to renew the badge", "I need to renew the badge"],
    ["- [ ] visa", "visa"],
    ["-> ring the printer", "ring the printer"],
    ["call Paul tomorrow", "call Paul tomorrow"],
  ])("%s", (text, quote) => {
    expect(quotesOf(text)).toEqual([quote]);
  });
});

test("RD1 a question is quoted to its end, whatever in it could be an act", () => {
  expect(quotesOf("-> ask Mats whether our status page can do this")).toEqual([
    "ask Mats whether our status page can do this",
  ]);
});

test("S6 thanks are given where they stand", () => {
  expect(quotesOf("- call Ana\n- thanks to all\n- TODO order the banner\n- danke an Paul")).toEqual([
    "call Ana",
    "order the banner",
  ]);
});

test("S8 a team's own meeting and what somebody did are no entries of a list", () => {
  expect(quotesOf("- crew meeting Monday at 8\n- Tom counted nineteen boxes\n- she wrote a script for it")).toEqual([]);
});

describe("S6 a talk, a call or a meal that was judged is over", () => {
  test.each([
    "good talk with @Sofie Lund",
    "great coffee with Ana",
    "good call with Ana Ruiz",
    "had a nice chat w Ana",
  ])("S6 %s", (text) => {
    expect(quotesOf(text)).toEqual([]);
  });
  test("S8 one to come is a step", () => {
    expect(quotesOf("coffee with @Sofie Lund tomorrow")).toEqual(["coffee with @Sofie Lund tomorrow"]);
  });
});

describe("who acts is the person, and not the organization the person is from", () => {
  test.each([
    ["Jürgen Müller from Contoso will check the prices", "Jürgen Müller"],
    ["Jürgen Müller from Contoso will check", "Jürgen Müller"],
    ["Li Wei at Fabrikam will mail the list", "Li Wei"],
    ["Müller von Fabrikam schickt die Preise", "Müller"],
  ])("%s", (text, who) => {
    expect(stepOf(text)).toMatchObject({ owner: "them", who });
    expect(quotesOf(text)).toEqual([text]);
  });
});

test("S1 a list of one's own is read to its barest words, without its title and what is crossed off", () => {
  const list = "HOME LIST dont lose!!\n\nvisa\nring the printer\nhotel booked";
  expect(quotesOf(list)).toEqual(["visa", "ring the printer"]);
});

test("S1 who acts is heard though no table knows the verb", () => {
  expect(quotesOf("Ana was on the stairs, she lends us her projector on Friday")).toEqual([
    "she lends us her projector on Friday",
  ]);
  expect(quotesOf("she whittles us a sign by Friday")).toEqual(["she whittles us a sign by Friday"]);
});

describe("S2 what is asked of the writer, and what the writer asks of others", () => {
  test.each([
    ["I chased Paul for the contract", "them"],
    ["Ana was requested to check the plan", "them"],
    ["I requested the estimate for two rooms", "them"],
  ])("S2 however a request is said, it is one: %s", (text, owner) => {
    expect(stepOf(text)).toMatchObject({ owner, basis: "asked" });
  });
  test("S2 a request made of me is asked", () => {
    expect(stepOf("Ana asked me to send the price list")).toMatchObject({
      owner: "me",
      basis: "asked",
      kind: "email",
      with: "Ana Ruiz",
    });
  });
  test("S2 a request I made is theirs, in the past tense too", () => {
    expect(stepOf("I asked Paul for the attendee list")).toMatchObject({
      owner: "them",
      basis: "asked",
      who: "Paul Meyer",
    });
  });
  test("S2 what somebody wants is asked of me", () => {
    expect(stepOf("Ana wants a price list by Friday")).toMatchObject({
      owner: "me",
      basis: "asked",
      with: "Ana Ruiz",
      dueOn: "2026-02-06",
    });
  });
});

describe("S3 what is still to be confirmed is tentative", () => {
  test.each(["Tom takes the desk on Sunday, to be confirmed", "I send the deck on Friday (tbc)"])("S3 %s", (text) => {
    expect(stepOf(text)).toMatchObject({ certainty: "tentative" });
  });
});

describe("S3 conditions and wishes", () => {
  test("S3 what a named person does if something happens is tentative", () => {
    expect(stepOf("If the budget holds Ana will send me two samples")).toMatchObject({
      owner: "them",
      certainty: "tentative",
    });
  });
  test.each(["would love to visit our lab one day", "It would be nice to do this in summer"])(
    "S3 a bare wish is none: %s",
    (text) => {
      expect(quotesOf(text)).toEqual([]);
    },
  );
});

describe("S4 promises to the writer count, announcements to the room do not", () => {
  test.each(["she will publish the numbers (to all)", "they will open the data to everyone"])(
    "S4 what is announced to all is no step: %s",
    (text) => {
      expect(quotesOf(text)).toEqual([]);
    },
  );
  test("S4 Ana sends me something", () => {
    expect(stepOf("Ana will send me the slides")).toMatchObject({
      owner: "them",
      who: "Ana Ruiz",
      kind: "email",
      basis: "promised",
    });
  });
  test.each(["They will open the portal API in Q3", "v3 will ship in autumn"])("S4 none: %s", (text) => {
    expect(quotesOf(`# Keynote\n- ${text}`)).toEqual([]);
  });
});

describe("S5 advice, rules, quotes and titles are none", () => {
  test.each([
    "You should publish prices, even rough ones",
    "Always write the test first",
    "Never deploy on a Friday",
    '"Call your customers before they call you"',
    "use feature flags for everything",
    "Don't wait for legal",
  ])("S5 %s", (text) => {
    expect(quotesOf(`# Panel: selling in winter\n- ${text}\n- half of the room agreed`)).toEqual([]);
  });
  test("S5 the words that adopt the advice are the step", () => {
    expect(quotesOf("# Panel\n- always ask the buyer first\n- -> try that for the intake form")).toEqual([
      "try that for the intake form",
    ]);
  });
});

describe("S6 retracted, declined, struck, ticked, done: none", () => {
  test.each([
    "- [x] send the deck to Ana",
    "- ~~call Paul~~",
    "# Done\n- call Paul",
    "# Parking lot\n- call Paul about the lab",
    "-> book the stand - done",
    "I decided not to write the post",
  ])("S6 %s", (text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe("S7 questions", () => {
  test.each(["Could we open the archive?", "Should we do this twice a year?"])(
    "S7 a modal question is none: %s",
    (text) => {
      expect(quotesOf(text)).toEqual([]);
    },
  );
  test("S7 a bare act with a question mark is tentative", () => {
    expect(stepOf("# To do\n- call the union?")).toMatchObject({ kind: "call", certainty: "tentative" });
  });
});

describe("S8 appointments", () => {
  test("S8 with somebody outside it is a step", () => {
    expect(stepOf("coffee with Ana on Thursday")).toMatchObject({
      owner: "me",
      kind: "meet",
      with: "Ana Ruiz",
      dueOn: "2026-02-05",
    });
  });
  test("S8 the team's own weekly meeting is none", () => {
    expect(quotesOf("weekly team meeting Monday 9:00")).toEqual([]);
  });
});

test("S9 two acts that differ are two steps, each in a passage of its own (NT2)", () => {
  const { passages, proposals } = readOne("I'll send Ana the deck and Paul will call me on Friday");
  const steps = proposals.filter((proposal) => proposal.means === "step");
  expect(steps.map((proposal) => proposal.quote)).toEqual(["I'll send Ana the deck", "Paul will call me on Friday"]);
  expect(passages).toHaveLength(2);
});

describe("S10 a repeat is the same step with both quotes", () => {
  test("S10 on one page", () => {
    const { proposals } = readOne("I'll send Ana the price deck by Friday\n# To do\n- send price deck to Ana");
    const steps = proposals.filter((proposal) => proposal.means === "step");
    expect(steps).toHaveLength(1);
    expect(steps[0]?.repeats.map((repeat) => repeat.quote)).toEqual(["send price deck to Ana"]);
  });
  test("S10 across pages, the first keeps it and says on which page the other is", () => {
    const readings = read(
      [pageOf("I'll send Ana the price deck"), pageOf("-> send price deck to Ana by Friday")],
      known,
    );
    const [first] = readings[0]?.proposals.filter((proposal) => proposal.means === "step") ?? [];
    expect(first?.repeats.map(({ page, quote }) => ({ page, quote }))).toEqual([
      { page: 1, quote: "send price deck to Ana by Friday" },
    ]);
    expect(first?.step?.dueOn).toBe("2026-02-06");
    expect(readings[1]?.proposals.filter((proposal) => proposal.means === "step")).toEqual([]);
  });
});

test("S11 in a status table an open item is a step with its owner and day, a closed one is none", () => {
  const columns = ["Action", "Owner", "Due", "Status"];
  const rows = [
    ["Send the offer", "Tom", "6 Feb", "open"],
    ["Book the room", "Lise", "2 Feb", "done"],
  ];
  const text = rows.map((row) => row.join("|")).join("\n");
  let start = 0;
  const blocks = rows.flatMap((row, number) =>
    row.map((cell, at): Block => {
      const block: Block = {
        kind: "cell",
        level: 0,
        text: cell,
        runs: [{ at: 0, length: cell.length, start, end: start + cell.length }],
        box: null,
        struck: [],
        column: columns[at] ?? null,
        row: number,
        takenOn: null,
      };
      start += cell.length + 1;
      return block;
    }),
  );
  const [reading] = read([{ file: "status.md", text, blocks, takenOn: null }], known);
  const steps = reading?.proposals.filter((proposal) => proposal.means === "step") ?? [];
  expect(steps.map(({ quote, step }) => ({ quote, owner: step?.owner, who: step?.who, dueOn: step?.dueOn }))).toEqual([
    { quote: "Send the offer|Tom|6 Feb", owner: "colleague", who: "Tom Aerts", dueOn: "2026-02-06" },
  ]);
});

test("S12 on an offsite's wall the same words are an idea under ideas, and a step where they were agreed", () => {
  const { proposals } = readOne(
    "# Ideas\n- order a new sign\n- ask a hotel how they answer the phone\n# Agreed\n- order a new sign\n- call the hotel by Friday",
  );
  expect(proposals.map(({ means, start }) => [means, start < 60 ? "ideas" : "agreed"])).toEqual([
    ["observation", "ideas"],
    ["observation", "ideas"],
    ["step", "agreed"],
    ["step", "agreed"],
  ]);
});

test("S12 on an offsite's wall what stands under ideas is an idea, whatever its grammar", () => {
  const { proposals } = readOne(
    "# Broken\n- nobody restocks room 3\n# Ideas\n- ask a hotel how they answer the phone\n- hire somebody for Mondays",
  );
  expect(
    proposals.filter((one) => one.means !== "person").map(({ observation, quote }) => [observation, quote]),
  ).toEqual([
    ["broken", "nobody restocks room 3"],
    ["idea", "ask a hotel how they answer the phone"],
    ["idea", "hire somebody for Mondays"],
  ]);
});

describe("RD3 marks are understood", () => {
  test("a first line that is marked is a step, and no title of the page", () => {
    expect(quotesOf("TODO: call the plumber\nTODO: call the printer\n")).toEqual([
      "call the plumber",
      "call the printer",
    ]);
  });

  test.each([
    ["-> send Ana the deck", { owner: "me" }],
    ["<- Ana sends the price list", { owner: "them", who: "Ana Ruiz" }],
    ["- [ ] order badges", { owner: "me" }],
    ["TODO order badges", { owner: "me" }],
    ["TODO: order badges", { owner: "me" }],
    ["Action: order badges", { owner: "me" }],
    ["AI: Tom: order badges", { owner: "colleague", who: "Tom Aerts" }],
    ["AI (Tom): order badges", { owner: "colleague", who: "Tom Aerts" }],
    ["ACTION ITEM: Tom to order badges", { owner: "colleague", who: "Tom Aerts" }],
    ["@Tom order badges", { owner: "colleague", who: "Tom Aerts" }],
    ["☐ order badges", { owner: "me" }],
    ["→ order badges", { owner: "me" }],
    ["À faire : commander les badges", { owner: "me" }],
    ["Pendiente: comprar el billete", { owner: "me" }],
  ])("RD3 %s", (text, expected) => {
    expect(stepOf(text)).toMatchObject(expected);
    expect(readOne(text).proposals.find((proposal) => proposal.means === "step")?.isMarked).toBe(true);
  });
  test("RD3 an exclamation mark before a marked step makes it urgent", () => {
    expect(stepOf("! -> call Paul")).toMatchObject({ isUrgent: true, kind: "call" });
  });
  test.each(["cold water -> warm water -> steam", "File -> Export", "x => y", "more users -> more load"])(
    "RD3 an arrow in the content is no mark: %s",
    (text) => {
      expect(quotesOf(`# Talk\n- ${text}`)).toEqual([]);
    },
  );
});

describe("fields", () => {
  test.each([
    ["I'll ring Ana tomorrow", "call"],
    ["I'll e-mail Ana the notes", "email"],
    ["I'll send Ana the notes", "email"],
    ["I'll ping Ana on Slack", "message"],
    ["I'll send Ana a message on LinkedIn", "message"],
    ["I'll meet Ana on Friday", "meet"],
    ["I'll look into the Contoso runtime", "investigate"],
    ["I'll write a blog post", "write"],
    ["I'll share the idea with the team", "share"],
    ["I'll introduce Ana to Paul", "introduce"],
    ["I'll book the room", "do"],
  ])("kind by the verb: %s is %s", (text, kind) => {
    expect(stepOf(text).kind).toBe(kind);
  });
  test("the plain reading says who, whom, what, which kind, by when (RD1)", () => {
    const [proposal] = readOne("told Ana I'd send the deck by Friday").proposals.filter((one) => one.means === "step");
    expect(proposal?.reading).toBe("You -> Ana Ruiz: send the deck (e-mail), by Fri 6 Feb");
  });
  test("theirs gets a check-back day: the working day after the due day, else a week after the note (ST2)", () => {
    expect(stepOf("Ana will send me the slides by Friday")).toMatchObject({
      dueOn: "2026-02-06",
      checkBackOn: "2026-02-09",
    });
    expect(stepOf("Ana will send me the slides")).toMatchObject({ dueOn: null, checkBackOn: "2026-02-10" });
  });
  test("maybe makes it tentative", () => {
    expect(stepOf("# To do\n- maybe ask Paul about the lab").certainty).toBe("tentative");
  });
});

describe("plain promises in other languages", () => {
  test.each([
    ["Ich schicke Ana morgen die Folien", { owner: "me", kind: "email", with: "Ana Ruiz", dueOn: "2026-02-04" }],
    [
      "Ana schickt mir die Preisliste bis Freitag",
      { owner: "them", who: "Ana Ruiz", kind: "email", dueOn: "2026-02-06" },
    ],
    ["J'envoie le dossier à Ana demain", { owner: "me", kind: "email", with: "Ana Ruiz", dueOn: "2026-02-04" }],
    ["Ana m'envoie le devis vendredi", { owner: "them", who: "Ana Ruiz", kind: "email", dueOn: "2026-02-06" }],
    ["Voy a mandar el informe a Ana mañana", { owner: "me", kind: "email", with: "Ana Ruiz", dueOn: "2026-02-04" }],
    ["Ana me manda el presupuesto el viernes", { owner: "them", who: "Ana Ruiz", kind: "email", dueOn: "2026-02-06" }],
  ])("%s", (text, expected) => {
    expect(stepOf(text)).toMatchObject(expected);
  });
});
