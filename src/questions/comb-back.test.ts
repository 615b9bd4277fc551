import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArgsOf } from "#domain/run.ts";
import type { Subject } from "#domain/model/sitting.ts";
import { combBack } from "#questions/comb-back.ts";
import { combBackDay } from "#questions/comb-back-day.ts";
import { sayFace } from "#questions/comb-back/show.ts";
import { Ties } from "#questions/comb-back/ties.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";

async function asked(workspace: TestWorkspace) {
  return combBack(await workspace.replica(), { now: workspace.now });
}

/** What a comb-back would bring, or has left, in words: "note: queues drop jobs". */
async function brought(workspace: TestWorkspace): Promise<string[]> {
  const replica = await workspace.replica();
  const { cards } = combBack(replica, { now: workspace.now });
  return cards.map(({ face }) => `${face.about}: ${sayFace(replica, face)}`);
}

/** Begins a sitting with what is brought. */
async function begin(workspace: TestWorkspace): Promise<void> {
  const { cards } = await asked(workspace);
  await workspace.run("sitting.begin", { cards: cards.map(({ subject }) => subject) });
}

type Answer = Omit<ArgsOf<"card.answer">, "cardId">;

/** Answers the first card that is left. */
async function answer(workspace: TestWorkspace, said: Answer): Promise<void> {
  const [first] = (await asked(workspace)).cards;
  if (!first?.card) throw new Error("a sitting was begun");
  await workspace.run("card.answer", { cardId: first.card.id, ...said });
}

function later(workspace: TestWorkspace, days: number): void {
  workspace.now = workspace.now.add({ hours: 24 * days });
}

async function notes(workspace: TestWorkspace, count: number, words = "thought number"): Promise<void> {
  for (let n = 0; n < count; n += 1) await workspace.run("note.add", { text: `${words} ${n}` });
}

describe("RV1: how many notes are brought", () => {
  test("RV1: seven, or as many as was chosen, however many there are", async () => {
    const workspace = await TestWorkspace.open();
    await notes(workspace, 40);
    later(workspace, 7);
    expect(await brought(workspace)).toHaveLength(7);
    await workspace.run("workspace.change", { combBackNotes: 3 });
    expect(await brought(workspace)).toHaveLength(3);
  });

  test("RV1: it is never empty while a note is unanswered: young ones come, and those shown without an answer come again", async () => {
    const workspace = await TestWorkspace.open();
    await notes(workspace, 1);
    expect(await brought(workspace)).toEqual(["note: thought number 0"]);
    await begin(workspace);
    later(workspace, 7);
    expect(await brought(workspace)).toEqual(["note: thought number 0"]);
    await begin(workspace);
    await answer(workspace, { answer: "rest" });
    expect(await brought(workspace)).toEqual([]);
    later(workspace, 7);
    expect(await brought(workspace)).toEqual([]);
  });

  test("RV1: a heading of a page, a name or a rule does not come back by itself; kept by a person it does", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page("Day two\n---\nqueues drop jobs at midnight\n");
    later(workspace, 7);
    expect(await brought(workspace)).toEqual(["note: queues drop jobs at midnight"]);
    const heading = (await workspace.records()).note.find(({ text }) => text === "Day two");
    await workspace.run("note.keep", { noteIds: [heading!.id] }); // it is there
    expect(await brought(workspace)).toHaveLength(2);
  });

  test("RV1: every unanswered note has its turn: with k that wait longer, after k / 4 sittings at the latest", async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }), async (arrivals) => {
        const workspace = await TestWorkspace.open();
        await notes(workspace, 10, "watched thought");
        const watched = new Set((await workspace.records()).note.map(({ id }) => id as string));
        const seen = new Set<string | null>();
        const unseen = () => [...watched].filter((id) => !seen.has(id));
        let late: string[] = [];
        for (const [week, count] of [...arrivals, 0, 0, 0].entries()) {
          later(workspace, 7);
          await notes(workspace, count, `thought of week ${week}`);
          const { cards } = await asked(workspace);
          for (const { subject } of cards) seen.add(subject.noteId);
          if (cards.length > 0) await begin(workspace);
          for (const _ of cards) {
            await answer(workspace, { answer: week % 2 === 0 ? "rest" : "letGo" });
          }
          if (week >= Math.ceil(10 / 4) - 1) late = [...late, ...unseen()];
        }
        expect(late).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});

describe("RV3: the order", () => {
  test("RV3: what was of use comes back before what was rested, and a chosen day wins", async () => {
    const workspace = await TestWorkspace.open();
    await notes(workspace, 3);
    const { stepId } = (await workspace.run("step.add", { what: "Write", dueOn: day("2026-12-01") })).result;
    later(workspace, 7);
    await begin(workspace);
    await answer(workspace, { answer: "join", stepId });
    await answer(workspace, { answer: "rest" });
    await answer(workspace, { answer: "rest", restsUntil: day("2026-02-20") });
    later(workspace, 7);
    expect(await brought(workspace)).toEqual(["note: thought number 0"]);
    later(workspace, 7);
    expect(await brought(workspace)).toEqual(["note: thought number 0", "note: thought number 2"]);
    later(workspace, 14);
    expect(await brought(workspace)).toHaveLength(3);
  });

  test("RV3: of a sitting that was left, what stood further down was never seen, and waits as before", async () => {
    const workspace = await TestWorkspace.open();
    await notes(workspace, 7);
    later(workspace, 7);
    await begin(workspace);
    const first = (await asked(workspace)).cards.map(({ subject }) => subject.noteId);
    await answer(workspace, { answer: "letGo" });
    later(workspace, 7);
    const next = (await asked(workspace)).cards.map(({ subject }) => subject.noteId);
    expect(new Set(next)).toEqual(new Set(first.slice(1)));
    // The one that was on the screen comes, but after those that were not.
    expect(next.at(-1)).toBe(first[1]);
  });
});

describe("FO2: the focus in the comb-back", () => {
  test("FO2: notes that bear on a question of their event's focus come first, and say which", async () => {
    const workspace = await TestWorkspace.open();
    const event = { name: "Harbour Day", timeZone: "Europe/Brussels" };
    const { eventId } = (await workspace.run("event.add", event)).result;
    await workspace.run("event.focus", { eventId, questions: ["Who runs gate counters at scale?"] });
    for (let n = 0; n < 20; n += 1) await workspace.run("note.add", { text: `lunch table talk ${n}`, eventId });
    await workspace.run("note.add", { text: "Rotterdam runs gate counters on forty quays", eventId });
    for (let n = 0; n < 20; n += 1) await workspace.run("note.add", { text: `hallway talk number ${n}`, eventId });
    later(workspace, 7);
    const { cards } = await asked(workspace);
    expect(cards).toHaveLength(7);
    expect(cards[0]).toMatchObject({
      face: { note: { text: "Rotterdam runs gate counters on forty quays" } },
      bearsOn: "Who runs gate counters at scale?",
    });
    expect(cards.slice(1).every(({ bearsOn }) => bearsOn === null)).toBe(true);
  });
});

describe("RV4: stopping and going on", () => {
  test("RV4: a sitting goes on at its first unanswered card, and is over a week later", async () => {
    const workspace = await TestWorkspace.open();
    await notes(workspace, 9);
    later(workspace, 7);
    await begin(workspace);
    await answer(workspace, { answer: "rest" });
    later(workspace, 2);
    expect(await asked(workspace)).toMatchObject({
      answered: 1,
      sitting: { startedOn: "2026-02-11" },
      left: { note: 6 },
    });
    expect(combBackDay(await workspace.replica(), { now: workspace.now })).toMatchObject({
      isBegun: true,
      isDue: true,
    });
    later(workspace, 5);
    expect(await asked(workspace)).toMatchObject({ answered: 0, sitting: null });
  });

  test("RV4: what was done elsewhere meanwhile is not asked about", async () => {
    const workspace = await TestWorkspace.open();
    const { stepId } = (await workspace.run("step.add", { what: "Look into the broker" })).result;
    await begin(workspace);
    expect(await brought(workspace)).toEqual(["vague: Look into the broker"]);
    await workspace.run("step.done", { stepId });
    expect(await brought(workspace)).toEqual([]);
  });
});

describe("RV5: what comes after the notes", () => {
  test("RV5: theirs, cold, vague, events, commitments, what came of it, in that order", async () => {
    const workspace = await TestWorkspace.open();
    const event = {
      name: "Harbour Day",
      timeZone: "Europe/Brussels",
      startsOn: day("2025-10-01"),
      endsOn: day("2025-10-02"),
    };
    const { eventId } = (await workspace.run("event.add", event)).result;
    await workspace.run("note.add", { text: "queues drop jobs", eventId });
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    await workspace.run("meeting.add", { personId, eventId, metOn: day("2025-10-01") });
    const theirs = { what: "Send numbers", isTheirs: true, ownerName: "Bo", checkBackOn: day("2026-02-03") };
    await workspace.run("step.add", theirs);
    await workspace.run("step.add", { what: "Look into the broker" });
    const closed = (await workspace.run("step.add", { what: "Call Li", dueOn: day("2026-02-04") })).result;
    await workspace.run("step.done", { stepId: closed.stepId });
    expect(await brought(workspace)).toEqual([
      "note: queues drop jobs",
      "theirs: Bo: Send numbers",
      "cold: Ana Ruiz",
      "vague: Look into the broker",
      "event: Harbour Day",
      "cameOf: Call Li",
    ]);
  });

  test("RV5: a sitting stays short whatever the backlog, and over the weeks everything has its turn", async () => {
    const workspace = await TestWorkspace.open();
    for (let n = 0; n < 25; n += 1) await workspace.run("step.add", { what: `Vague ${n}` });
    const seen = new Set<Subject["stepId"]>();
    for (let week = 0; week < 9; week += 1) {
      const { cards } = await asked(workspace);
      expect(cards.length).toBeLessThanOrEqual(3);
      for (const { subject } of cards) seen.add(subject.stepId);
      await begin(workspace);
      for (const _ of cards) await answer(workspace, { answer: "rest" });
      later(workspace, 3);
      const { sitting } = await asked(workspace);
      if (sitting !== null) await workspace.run("sitting.end", { sittingId: sitting.id });
    }
    expect(seen.size).toBe(25);
  });

  test("EC4: a lead that went cold is brought, unless a step of it is open", async () => {
    const workspace = await TestWorkspace.open();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    await workspace.run("meeting.add", { personId, metOn: day("2025-10-01") });
    const { leadId } = (await workspace.run("lead.add", { name: "Ana's pilot", personId })).result;
    expect(await brought(workspace)).toEqual(["cold: Ana's pilot"]);
    await workspace.run("step.add", { what: "Call Ana", leadId, dueOn: day("2026-02-06") });
    expect(await brought(workspace)).toEqual([]);
  });

  test("EC4: of those who go cold a few are brought, the less familiar first, and one that has waited longest", async () => {
    const workspace = await TestWorkspace.open();
    const met = async (name: string, metOn: string, touches: number) => {
      const { personId } = (await workspace.run("person.add", { name })).result;
      await workspace.run("meeting.add", { personId, metOn: day(metOn) });
      for (let n = 0; n < touches; n += 1) {
        await workspace.run("touch.add", { personId, way: "email", touchedOn: day(metOn) });
      }
    };
    await met("Old Friend", "2025-03-01", 9);
    await met("Twice Written", "2025-09-01", 2);
    await met("Never Written", "2025-10-01", 0);
    await met("Once Written", "2025-10-02", 1);
    await met("Just Met", "2026-01-20", 0);
    expect(await brought(workspace)).toEqual(["cold: Old Friend", "cold: Never Written", "cold: Once Written"]);
  });
});

describe("RV2: what a note stands beside", () => {
  test("RV2: the work it resembles, with the words; what came of it or is joined to it is not there", async () => {
    const workspace = await TestWorkspace.open();
    const { noteId } = (await workspace.run("note.add", { text: "their queue drops jobs at midnight" })).result;
    const guide = (await workspace.run("step.add", { what: "Write the guide on draining the queue" })).result.stepId;
    await workspace.run("step.add", { what: "Book the train" });
    await workspace.run("step.add", { what: "Ask how the queue drops jobs", noteId });
    const note = (await workspace.records()).note[0]!; // there is one
    expect(Ties.now(await workspace.replica()).of(note, 3)).toMatchObject([
      { noun: "step", id: guide, title: "Write the guide on draining the queue", words: ["queue"] },
    ]);
    await workspace.run("dot.join", { noteId, stepId: guide });
    expect(Ties.now(await workspace.replica()).of(note, 3)).toEqual([]);
  });

  test("RV2: what follows a replica keeps up with it: new work is found, closed work is not", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("note.add", { text: "their queue drops jobs at midnight" });
    const replica = await workspace.replica();
    const { ties, stop } = await Ties.following(replica);
    const note = (await workspace.records()).note[0]!; // there is one
    expect(ties.of(note, 3)).toEqual([]);
    const { stepId } = (await workspace.run("step.add", { what: "Drain the queue" })).result;
    const put = async () => {
      const record = (await workspace.records()).step.find(({ id }) => id === stepId)!; // it was added
      replica.put({ noun: "step", record, removed: false });
    };
    await put();
    expect(ties.of(note, 3)).toMatchObject([{ id: stepId }]);
    await workspace.run("step.done", { stepId });
    await put();
    expect(ties.of(note, 3)).toEqual([]);
    stop();
  });
});

describe("RV5: the day of the next one", () => {
  test("RV5: the weekday that was fixed, then what was chosen at the end of the last one; without either there is none", async () => {
    const workspace = await TestWorkspace.open();
    const dayNow = async () => combBackDay(await workspace.replica(), { now: workspace.now });
    expect(await dayNow()).toEqual({ dueOn: null, isBegun: false, isDue: false });
    await workspace.run("workspace.change", { combBackDay: 5 });
    expect(await dayNow()).toEqual({ dueOn: "2026-02-06", isBegun: false, isDue: false });
    later(workspace, 4);
    expect(await dayNow()).toEqual({ dueOn: "2026-02-06", isBegun: false, isDue: true });
    await notes(workspace, 1);
    await begin(workspace);
    const { sitting } = await asked(workspace);
    await workspace.run("sitting.end", { sittingId: sitting!.id, nextOn: day("2026-02-19") }); // it was begun
    expect(await dayNow()).toEqual({ dueOn: "2026-02-19", isBegun: false, isDue: false });
  });
});
