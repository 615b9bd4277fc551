import { describe, expect, test } from "vitest";
import { steps, waiting } from "#questions/steps.ts";
import { today } from "#questions/today.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

async function withStep(fields: object = {}) {
  const workspace = await TestWorkspace.open();
  const { result } = await workspace.run("step.add", {
    what: "Call Ana",
    kind: "call",
    dueOn: "2026-02-06",
    ...fields,
  });
  return { workspace, stepId: result.stepId };
}

const ask = async (workspace: TestWorkspace) => today(await workspace.replica(), { now: workspace.now });

describe("steps", () => {
  test("ST1 an open step without its day is vague, and vague steps are a list", async () => {
    const { workspace } = await withStep({ dueOn: null });
    await workspace.run("step.add", { what: "Write the post", kind: "write", dueOn: "2026-02-09" });
    const vague = steps(await workspace.replica(), { isVague: true }, { now: workspace.now });
    expect(vague.map(({ step }) => step.what)).toEqual(["Call Ana"]);
    expect((await ask(workspace)).vague).toBe(1);
  });

  test("ST2 theirs gets a check-back day, is asked again about on that day, and is never missed", async () => {
    const { workspace } = await withStep({ isTheirs: true, ownerName: "Ana Ruiz", dueOn: "2026-02-06" });
    expect((await workspace.records()).step).toMatchObject([{ checkBackOn: "2026-02-09" }]);
    workspace.now = Temporal.Instant.from("2026-02-08T12:00:00Z");
    expect(await ask(workspace)).toMatchObject({ askAgain: [], missed: [], due: [] });
    workspace.now = Temporal.Instant.from("2026-02-20T12:00:00Z");
    const later = await ask(workspace);
    expect(later.askAgain.map(({ who }) => who)).toEqual(["Ana Ruiz"]);
    expect(later.missed).toEqual([]);
    expect(later.askAgain).toMatchObject([
      {
        ageDays: 16,
        draft: {
          by: "call",
          to: null,
          subject: "Call Ana",
          text: 'Hello Ana,\n\nyou said this would follow: "Call Ana", by Fri 6 Feb. How does it stand?\n\nThank you,\nMira',
        },
      },
    ]);
    expect(waiting(await workspace.replica(), { now: workspace.now })).toMatchObject([
      { who: "Ana Ruiz", steps: [{ ageDays: 16, isDue: true }] },
    ]);
  });

  test("ST2 the draft names the event, goes to the address that is known, and an asked favour is no promise", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
    const emails = [{ value: "ana@contoso.example" }];
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz", givenName: "Anita", emails })).result;
    const theirs = {
      isTheirs: true,
      ownerPersonId: personId,
      eventId,
      basis: "asked" as const,
      checkBackOn: "2026-02-04",
    };
    await workspace.run("step.add", { what: "Send the price list", kind: "email", ...theirs });
    expect(
      (await ask(workspace)).askAgain.map(({ draft: { by, to, subject, text } }) => ({ by, to, subject, text })),
    ).toEqual([
      {
        by: "email",
        to: "ana@contoso.example",
        subject: "Send the price list",
        text: 'Hello Anita,\n\nI asked you for this at Partner Day: "Send the price list". How does it stand?\n\nThank you,\nMira',
      },
    ]);
  });

  test("ST3 how long one waits is counted in the workspace's days, and two of one name are two", async () => {
    const workspace = await TestWorkspace.open();
    workspace.now = Temporal.Instant.from("2026-02-04T23:30:00Z"); // 5 February in Brussels
    const people = [];
    for (const organization of ["Contoso", "Fabrikam"]) {
      people.push((await workspace.run("person.add", { name: "Ana Ruiz", organization })).result.personId);
    }
    for (const ownerPersonId of people) {
      await workspace.run("step.add", { what: "Send it", isTheirs: true, ownerPersonId });
    }
    workspace.now = Temporal.Instant.from("2026-02-06T12:00:00Z");
    expect(waiting(await workspace.replica(), { now: workspace.now })).toMatchObject([
      { who: "Ana Ruiz", steps: [{ ageDays: 1, isDue: false }] },
      { who: "Ana Ruiz", steps: [{ ageDays: 1, isDue: false }] },
    ]);
  });

  test("EC2 doing a step can be the touch it was, in one act that one undo takes back; without a person it is none", async () => {
    const workspace = await TestWorkspace.open();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    const mine = { what: "Send the deck", kind: "email", withPersonId: personId } as const;
    const theirs = { what: "Send the map", kind: "email", isTheirs: true, ownerPersonId: personId } as const;
    for (const step of [mine, theirs]) {
      const { stepId } = (await workspace.run("step.add", step)).result;
      await workspace.run("step.done", { stepId, touch: "email" });
    }
    const touches = async () => (await workspace.records()).touch;
    expect(await touches()).toMatchObject([
      { personId, way: "email", direction: "out", touchedOn: "2026-02-04", line: "Send the deck" },
      { personId, way: "email", direction: "in", touchedOn: "2026-02-04", line: "Send the map" },
    ]);
    const { stepId } = (await workspace.run("step.add", mine)).result;
    const { entryId } = await workspace.run("step.done", { stepId, touch: "call" });
    await workspace.run("undo", { entryId });
    expect(await touches()).toHaveLength(2);
    const alone = (await workspace.run("step.add", { what: "Write the post" })).result.stepId;
    await expect(workspace.run("step.done", { stepId: alone, touch: "call" })).rejects.toThrow("names no person");
    expect((await workspace.records()).step.find(({ id }) => id === alone)?.state).toBe("open");
  });

  test("ST3 a missed day stays missed and shows its age", async () => {
    const { workspace } = await withStep();
    for (const what of ["a", "b", "c"]) await workspace.run("step.add", { what, dueOn: "2026-02-05", isUrgent: true });
    workspace.now = Temporal.Instant.from("2026-02-10T12:00:00Z");
    expect((await ask(workspace)).missed).toMatchObject([
      { step: { what: "Call Ana", dueOn: "2026-02-06" }, daysMissed: 4 },
    ]);
  });

  test("ST3 putting off is counted, asks why after the third time, and never goes back in time", async () => {
    const { workspace, stepId } = await withStep();
    for (const to of ["2026-02-07", "2026-02-09", "2026-02-10"]) await workspace.run("step.defer", { stepId, to });
    await expect(workspace.run("step.defer", { stepId, to: "2026-02-11" })).rejects.toThrow(
      "was put off 3 times already; say why this time, or drop it.",
    );
    const { result } = await workspace.run("step.defer", { stepId, to: "2026-02-11", why: "Ana is ill" });
    expect(result.deferrals).toBe(4);
    await expect(workspace.run("step.defer", { stepId, to: "2026-01-01", why: "x" })).rejects.toThrow(
      "that day is over",
    );
    const { step } = await workspace.records();
    expect(step[0]!.deferrals.map(({ from, to, why }) => ({ from, to, why }))).toEqual([
      { from: "2026-02-06", to: "2026-02-07", why: null },
      { from: "2026-02-07", to: "2026-02-09", why: null },
      { from: "2026-02-09", to: "2026-02-10", why: null },
      { from: "2026-02-10", to: "2026-02-11", why: "Ana is ill" },
    ]);
  });

  test("ST3 a first day, or an earlier one, is no putting off", async () => {
    const { workspace, stepId } = await withStep({ dueOn: null });
    for (const to of ["2026-02-20", "2026-02-13", "2026-02-13"]) {
      expect((await workspace.run("step.defer", { stepId, to })).result.deferrals).toBe(0);
      expect((await workspace.records()).step[0]).toMatchObject({ dueOn: to, deferrals: [] });
    }
    expect((await workspace.run("step.defer", { stepId, to: "2026-02-16" })).result.deferrals).toBe(1);
  });

  test("ST1 a new day leaves nothing of the old one, and what is theirs is looked at again after it (ST2)", async () => {
    const { workspace, stepId } = await withStep({ dueOn: "2026-02-09", dueEnd: "2026-02-13", dueText: "next week" });
    const step = async () => (await workspace.records()).step[0];
    await workspace.run("step.change", { stepId, kind: "meet" });
    expect(await step()).toMatchObject({ dueOn: "2026-02-09", dueEnd: "2026-02-13", dueText: "next week" });
    await workspace.run("step.change", { stepId, dueOn: "2026-02-20" });
    expect(await step()).toMatchObject({ dueOn: "2026-02-20", dueEnd: null, dueText: null });
    await workspace.run("step.change", { stepId, dueEnd: "2026-02-27" });
    expect(await step()).toMatchObject({ dueOn: "2026-02-20", dueEnd: "2026-02-27", checkBackOn: null });
    await expect(workspace.run("step.change", { stepId, dueEnd: "2026-02-19" })).rejects.toThrow("cannot end");
    await workspace.run("step.change", { stepId, isTheirs: true, ownerName: "Ana Ruiz" });
    expect(await step()).toMatchObject({ ownerMemberId: null, ownerName: "Ana Ruiz", checkBackOn: "2026-03-02" });
    await workspace.run("step.change", { stepId, dueOn: "2026-02-05" });
    expect(await step()).toMatchObject({ dueOn: "2026-02-05", dueEnd: null, checkBackOn: "2026-02-06" });
    await workspace.run("step.change", { stepId, isTheirs: false, ownerName: null });
    expect(await step()).toMatchObject({ ownerMemberId: workspace.memberId, checkBackOn: null });
    const theirs = { stepId, isTheirs: true, ownerMemberId: workspace.memberId };
    await expect(workspace.run("step.change", theirs)).rejects.toThrow("cannot be theirs and a member's");
  });

  test("NT3 what a step is said to come from is the page's own words, and a note is enough to name them", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId, pageId } = await workspace.page("ring the printer\nthe keynote was long");
    const [note, other] = (await workspace.records()).note;
    const add = (source: object) => workspace.run("step.add", { what: "Ring the printer", ...source });
    await expect(add({ pageId, start: 0, end: 16, quote: "ring the painter" })).rejects.toThrow("does not have at 0");
    await expect(add({ pageId, start: 0, end: 99 })).rejects.toThrow("does not have at 0");
    await expect(add({ pageId, start: 5 })).rejects.toThrow("only in part");
    await expect(add({ quote: "ring the printer" })).rejects.toThrow("only in part");
    await expect(add({ noteId: other!.id, pageId, start: 0, end: 16 })).rejects.toThrow("do not stand in the note");
    expect((await workspace.records()).step).toEqual([]);
    await add({ pageId, start: 0, end: 4 });
    await add({ noteId: note!.id });
    const of = { eventId, pageId, noteId: note!.id, start: 0 };
    expect((await workspace.records()).step).toMatchObject([
      { ...of, end: 4, quote: "ring" },
      { ...of, end: 16, quote: "ring the printer" },
    ]);
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["made", "unread"]);
  });

  test("ST4 a step needs no person", async () => {
    const { workspace } = await withStep({ what: "Look into the metering library", kind: "investigate", dueOn: null });
    expect((await workspace.records()).step).toMatchObject([
      { withPersonId: null, withName: null, organizationId: null, ownerMemberId: workspace.memberId },
    ]);
  });

  test("ST5 closing keeps what came of it; skipping is fine and can be answered later; nothing is an answer", async () => {
    const { workspace, stepId } = await withStep();
    await workspace.run("step.done", { stepId });
    expect((await workspace.records()).step).toMatchObject([
      { state: "done", cameOfIt: null, closedAt: "2026-02-04T18:00:00.000Z" },
    ]);
    await workspace.run("step.cameOf", { stepId, cameOfIt: "nothing" });
    expect((await workspace.records()).step).toMatchObject([{ cameOfIt: "nothing" }]);
    await expect(workspace.run("step.done", { stepId })).rejects.toThrow(
      '"Call Ana" is closed already (done on 2026-02-04). Say what came of it with step.cameOf, or open it again',
    );
    await workspace.run("step.reopen", { stepId });
    expect((await workspace.records()).step).toMatchObject([{ state: "open", cameOfIt: null, closedAt: null }]);
  });

  test("a change writes the fields it names and leaves the rest", async () => {
    const { workspace, stepId } = await withStep({ isUrgent: true, audience: "team" });
    await workspace.run("step.change", { stepId, what: "Call Ana Ruiz" });
    expect((await workspace.records()).step).toMatchObject([
      { what: "Call Ana Ruiz", isUrgent: true, audience: "team", kind: "call", dueOn: "2026-02-06" },
    ]);
  });

  test("ST7 today puts at most three first, each with its reason", async () => {
    const { workspace } = await withStep({ withName: "Ana Ruiz" });
    await workspace.run("step.add", { what: "Pay the fee", dueOn: "2026-02-01" });
    await workspace.run("step.add", { what: "Write the post", kind: "write", dueOn: "2026-02-27" });
    await workspace.run("step.add", { what: "Book the train", isUrgent: true });
    const { first } = await ask(workspace);
    expect(first.map(({ step, why }) => [step.what, why])).toEqual([
      ["Pay the fee", "You set it yourself, and its day was 3 days ago"],
      ["Call Ana", "It is for Ana Ruiz, and it is due in 2 days"],
      ["Book the train", "You marked it urgent"],
    ]);
  });
});
