import { describe, expect, test } from "vitest";
import type { CardId, NoteId, SittingId } from "#domain/model/id.ts";
import { run } from "#domain/run.ts";
import { day, TestWorkspace } from "../../../test/support/workspace.ts";

/** A sitting over the given notes and what else is named, begun on Wednesday 4 February 2026. */
async function sittingOver(
  workspace: TestWorkspace,
  notes: readonly string[],
  more: readonly object[] = [],
): Promise<{ sittingId: SittingId; noteIds: NoteId[]; cardIds: CardId[] }> {
  const noteIds: NoteId[] = [];
  for (const text of notes) noteIds.push((await workspace.run("note.add", { text })).result.noteId);
  const cards = [...noteIds.map((noteId) => cardAbout({ about: "note", noteId })), ...more.map(cardAbout)];
  const { sittingId } = (await workspace.run("sitting.begin", { cards })).result;
  const own = (await workspace.records()).card.filter((card) => card.sittingId === sittingId);
  return { sittingId, noteIds, cardIds: own.map(({ id }) => id) };
}

function cardAbout(named: object) {
  const none = { noteId: null, stepId: null, leadId: null, personId: null, eventId: null, commitmentId: null };
  return { about: "note" as const, ...none, ...named };
}

async function cardOf(workspace: TestWorkspace, cardId: CardId | undefined) {
  return (await workspace.records()).card.find(({ id }) => id === cardId);
}

describe("RV2: the four answers to an old note", () => {
  test("RV2: make a step of it: its words are the source, and the note is made into something", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds, noteIds } = await sittingOver(workspace, ["their queue drops jobs at midnight"]);
    const [cardId] = cardIds;
    await workspace.run("card.answer", {
      cardId: cardId!, // there is one
      answer: "step",
      step: { what: "Ask Li how they drain the queue", kind: "message", dueOn: day("2026-02-09") },
    });
    const { step, note } = await workspace.records();
    expect(step).toMatchObject([
      { what: "Ask Li how they drain the queue", noteId: noteIds[0], quote: "their queue drops jobs at midnight" },
    ]);
    expect(note).toMatchObject([{ state: "made" }]);
    expect(await cardOf(workspace, cardId)).toMatchObject({ answer: "step", answeredAt: "2026-02-04T18:00:00.000Z" });
  });

  test("RV2: join it to something under way: a dot that names its card", async () => {
    const workspace = await TestWorkspace.open();
    const { stepId } = (await workspace.run("step.add", { what: "Write the queue guide" })).result;
    const { cardIds, noteIds } = await sittingOver(workspace, ["their queue drops jobs"]);
    const [cardId] = cardIds;
    await workspace.run("card.answer", { cardId: cardId!, answer: "join", stepId, line: "queue" }); // there is one
    const { dot, note } = await workspace.records();
    expect(dot).toMatchObject([{ noteId: noteIds[0], stepId, leadId: null, cardId, line: "queue" }]);
    expect(note).toMatchObject([{ state: "kept" }]);
  });

  test("RV2: rest it until a day, or let it go: the ledger says so", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds } = await sittingOver(workspace, ["one", "two"]);
    const [rests, goes] = cardIds;
    await workspace.run("card.answer", { cardId: rests!, answer: "rest", restsUntil: day("2026-05-01") }); // two cards
    await workspace.run("card.answer", { cardId: goes!, answer: "letGo" });
    expect(await cardOf(workspace, rests)).toMatchObject({ answer: "rest", restsUntil: "2026-05-01" });
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["unread", "letGo"]);
  });

  test("RV2: refused: an answer that does not fit, a step without words, a day that has come", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds } = await sittingOver(workspace, ["one"]);
    const cardId = cardIds[0]!; // there is one
    await expect(workspace.run("card.answer", { cardId, answer: "dealt" })).rejects.toThrow(/no answer to a card/);
    await expect(workspace.run("card.answer", { cardId, answer: "step" })).rejects.toThrow(/Say what the step is/);
    await expect(workspace.run("card.answer", { cardId, answer: "join" })).rejects.toThrow(/joins a note to one thing/);
    const soon = { cardId, answer: "rest" as const, restsUntil: day("2026-02-04") };
    await expect(workspace.run("card.answer", soon)).rejects.toThrow(/after today/);
    expect(await cardOf(workspace, cardId)).toMatchObject({ answer: null });
  });

  test("RV2: one undo takes an answer back, and what it made", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds } = await sittingOver(workspace, ["one"]);
    const before = await workspace.records();
    const done = await workspace.run("card.answer", { cardId: cardIds[0]!, answer: "step", step: { what: "Do it" } });
    await workspace.run("undo", { entryId: done.entryId });
    expect(await workspace.records()).toEqual(before);
  });
});

describe("RV4: it can stop anywhere and go on elsewhere", () => {
  test("RV4: the same card answered twice: the first answer stands, the second is told", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds } = await sittingOver(workspace, ["one"]);
    const cardId = cardIds[0]!; // there is one
    await workspace.run("card.answer", { cardId, answer: "rest" });
    await expect(workspace.run("card.answer", { cardId, answer: "letGo" })).rejects.toThrow(
      "This card was answered already: it rests. That answer stands; undo takes it back.",
    );
    expect((await workspace.records()).note).toMatchObject([{ state: "unread" }]);
  });

  test("RV4: two devices that began before they met: both count, and a note on both cards is answered once", async () => {
    const workspace = await TestWorkspace.open();
    const first = await sittingOver(workspace, ["one", "two"]);
    const cards = first.noteIds.map((noteId) => cardAbout({ about: "note", noteId }));
    const second = (await workspace.run("sitting.begin", { cards })).result.sittingId;
    const others = (await workspace.records()).card.filter(({ sittingId }) => sittingId === second);
    await workspace.run("card.answer", { cardId: first.cardIds[0]!, answer: "letGo" }); // two cards each
    await workspace.run("card.answer", { cardId: others[1]!.id, answer: "rest" });
    await expect(workspace.run("card.answer", { cardId: others[0]!.id, answer: "rest" })).rejects.toThrow(/already/);
    const { result } = await workspace.run("sitting.end", { sittingId: second });
    expect(result).toMatchObject({ answers: { letGo: 1, rest: 1, step: 0 }, left: 0 });
    expect((await workspace.records()).sitting.map(({ endedAt }) => endedAt)).toEqual([
      "2026-02-04T18:00:00.000Z",
      "2026-02-04T18:00:00.000Z",
    ]);
  });

  test("RV4: a note that comes again in a later sitting is answered anew", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds, noteIds } = await sittingOver(workspace, ["one"]);
    await workspace.run("card.answer", { cardId: cardIds[0]!, answer: "rest" }); // there is one
    workspace.now = workspace.now.add({ hours: 24 * 7 });
    const again = await workspace.run("sitting.begin", { cards: [cardAbout({ about: "note", noteId: noteIds[0] })] });
    const card = (await workspace.records()).card.find(({ sittingId }) => sittingId === again.result.sittingId);
    await workspace.run("card.answer", { cardId: card!.id, answer: "letGo" }); // just dealt
    expect(await cardOf(workspace, card?.id)).toMatchObject({ answer: "letGo" });
  });

  test("RV4: of another member's sitting nobody learns that it is there", async () => {
    const workspace = await TestWorkspace.open();
    const { cardIds, sittingId } = await sittingOver(workspace, ["one"]);
    const { memberId } = (await workspace.run("member.add", { name: "Bo Lind" })).result;
    const other = { ...workspace.context, memberId };
    await expect(run("card.answer", { cardId: cardIds[0]!, answer: "rest" }, other)).rejects.toThrow(/of yours/);
    await expect(run("sitting.end", { sittingId }, other)).rejects.toThrow(/of yours/);
  });
});

describe("RV5: the other cards", () => {
  test("RV5: theirs: they did it; or I ask again, and look again after that; or later", async () => {
    const workspace = await TestWorkspace.open();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    const theirs = {
      what: "Send the numbers",
      isTheirs: true,
      ownerPersonId: personId,
      checkBackOn: day("2026-02-03"),
    };
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await workspace.run("step.add", theirs)).result.stepId);
    const { cardIds } = await sittingOver(
      workspace,
      [],
      ids.map((stepId) => ({ about: "theirs", stepId })),
    );
    const [did, ask, later] = cardIds as [CardId, CardId, CardId]; // three were dealt
    await workspace.run("card.answer", { cardId: did, answer: "dealt", line: "came by mail" });
    await workspace.run("card.answer", {
      cardId: ask,
      answer: "step",
      step: { what: "Ask Ana for the numbers", kind: "email", dueOn: day("2026-02-06") },
    });
    await workspace.run("card.answer", { cardId: later, answer: "rest", restsUntil: day("2026-02-20") });
    const { step } = await workspace.records();
    expect(step.map(({ what, state, checkBackOn, cameOfIt }) => [what, state, checkBackOn, cameOfIt])).toEqual([
      ["Send the numbers", "done", "2026-02-03", "came by mail"],
      ["Send the numbers", "open", "2026-02-09", null],
      ["Send the numbers", "open", "2026-02-20", null],
      ["Ask Ana for the numbers", "open", null, null],
    ]);
    expect(step[3]).toMatchObject({ withPersonId: personId, isTheirs: false });
  });

  test("RV5: a vague step gets its day; what came of a closed one is kept", async () => {
    const workspace = await TestWorkspace.open();
    const vague = (await workspace.run("step.add", { what: "Look into the broker" })).result.stepId;
    const closed = (await workspace.run("step.add", { what: "Call Ana" })).result.stepId;
    const other = (await workspace.run("step.add", { what: "Call Bo" })).result.stepId;
    for (const stepId of [closed, other]) await workspace.run("step.done", { stepId });
    const { cardIds } = await sittingOver(
      workspace,
      [],
      [
        { about: "vague", stepId: vague },
        { about: "cameOf", stepId: closed },
        { about: "cameOf", stepId: other },
      ],
    );
    const [one, two, three] = cardIds as [CardId, CardId, CardId]; // three were dealt
    await expect(workspace.run("card.answer", { cardId: one, answer: "step" })).rejects.toThrow(/a day/);
    await workspace.run("card.answer", { cardId: one, answer: "step", on: day("2026-02-11") });
    await workspace.run("card.answer", { cardId: two, answer: "dealt", line: "she joins the pilot" });
    await workspace.run("card.answer", { cardId: three, answer: "letGo" });
    const { step } = await workspace.records();
    expect(step.map(({ dueOn, cameOfIt }) => [dueOn, cameOfIt])).toEqual([
      ["2026-02-11", null],
      [null, "she joins the pilot"],
      [null, "nothing"],
    ]);
  });

  test("RV5: somebody who goes cold: I was in touch, or a step with them", async () => {
    const workspace = await TestWorkspace.open();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    const { cardIds } = await sittingOver(workspace, [], [{ about: "cold", personId }]);
    await workspace.run("card.answer", { cardId: cardIds[0]!, answer: "dealt", touch: "call" }); // there is one
    expect((await workspace.records()).touch).toMatchObject([{ personId, way: "call", touchedOn: "2026-02-04" }]);
  });

  test("RV5: refused: a card that names nothing, two things, or something of another kind", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId } = (await workspace.run("event.add", { name: "Day", timeZone: "Europe/Brussels" })).result;
    for (const named of [{}, { about: "vague", eventId }]) {
      await expect(workspace.run("sitting.begin", { cards: [cardAbout(named)] })).rejects.toThrow(/names one such/);
    }
  });

  test("RV5: of what was removed meanwhile there is no card; with nothing left there is no sitting", async () => {
    const workspace = await TestWorkspace.open();
    const { stepId } = (await workspace.run("step.add", { what: "Gone" })).result;
    const { noteId } = (await workspace.run("note.add", { text: "one" })).result;
    await workspace.run("step.remove", { stepId });
    const gone = cardAbout({ about: "vague", stepId });
    const there = cardAbout({ about: "note", noteId });
    expect((await workspace.run("sitting.begin", { cards: [gone, there, there] })).result).toMatchObject({ cards: 1 });
    await expect(workspace.run("sitting.begin", { cards: [gone] })).rejects.toThrow(/any more/);
  });

  test("RV5: it ends with what changed, and next week's day: the workspace's weekday, or the one chosen", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("workspace.change", { combBackDay: 5 });
    const { sittingId, cardIds } = await sittingOver(workspace, ["one", "two"]);
    await workspace.run("card.answer", { cardId: cardIds[0]!, answer: "letGo" }); // two cards
    const ended = await workspace.run("sitting.end", { sittingId });
    expect(ended.result).toEqual({
      nextOn: "2026-02-13", // Friday; the one in two days would come too soon
      answers: { step: 0, join: 0, rest: 0, letGo: 1, dealt: 0 },
      left: 1,
    });
    const again = await workspace.run("sitting.end", { sittingId, nextOn: day("2026-02-12") });
    expect(again.result).toMatchObject({ nextOn: "2026-02-12" });
    await expect(workspace.run("sitting.end", { sittingId, nextOn: day("2026-02-04") })).rejects.toThrow(/after today/);
  });
});
