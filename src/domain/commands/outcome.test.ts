import { beforeEach, describe, expect, test } from "vitest";
import type { EventId, OutcomeId } from "#domain/model/id.ts";
import { day, TestWorkspace } from "../../../test/support/workspace.ts";

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
});

const event = async (name: string) =>
  (await workspace.run("event.add", { name, timeZone: "Europe/Brussels" })).result.eventId;
const outcome = async (id: OutcomeId) => (await workspace.records()).outcome.find((one) => one.id === id);
const deal = { kind: "deal", what: "Audit for two years", cameOn: day("2026-02-03") } as const;

describe("outcomes", () => {
  test("OC1 what came of it is recorded with what it came from, each named once, and undone", async () => {
    const { result } = await workspace.run("step.add", { what: "Send the offer", kind: "email" });
    const added = await workspace.run("outcome.add", {
      ...deal,
      amount: 1_250_000,
      currency: "EUR",
      stepIds: [result.stepId, result.stepId],
    });
    const { outcomeId } = added.result;
    expect(await outcome(outcomeId)).toMatchObject({ ...deal, amount: 1_250_000, stepIds: [result.stepId] });
    await workspace.run("undo", { entryId: added.entryId });
    expect(await outcome(outcomeId)).toBeUndefined();
  });

  test("OC1 an amount without its currency, nothing worth something, and what has not happened are refused", async () => {
    const add = (fields: object) => workspace.run("outcome.add", { ...deal, ...fields });
    await expect(add({ amount: 5 })).rejects.toThrow(/amount and no currency/);
    await expect(add({ currency: "EUR" })).rejects.toThrow(/currency and no amount/);
    await expect(add({ kind: "nothing", amount: 5, currency: "EUR" })).rejects.toThrow(/choose another kind/);
    await expect(add({ cameOn: day("2026-02-05") })).rejects.toThrow(/has not happened yet/);
    const { outcomeId } = (await add({ amount: 5, currency: "EUR" })).result;
    await expect(workspace.run("outcome.change", { outcomeId, amount: null })).rejects.toThrow(/no amount/);
    await workspace.run("outcome.change", { outcomeId, amount: null, currency: null, what: "Audit" });
    expect(await outcome(outcomeId)).toMatchObject({ what: "Audit", amount: null, currency: null });
  });

  test("OC1 shares are kept summing to one, in proportion to what was said; no event twice, nor all without a part", async () => {
    const [a, b] = [await event("Partner Day"), await event("Offsite")];
    const { outcomeId } = (await workspace.run("outcome.add", { ...deal, eventIds: [a, b] })).result;
    const share = (parts: [EventId, number][]) =>
      workspace.run("outcome.share", { outcomeId, shares: parts.map(([eventId, part]) => ({ eventId, part })) });
    await share([
      [a, 2],
      [b, 1],
    ]);
    expect((await outcome(outcomeId))?.shares).toEqual([
      { eventId: a, part: 6667 },
      { eventId: b, part: 3333 },
    ]);
    await expect(
      share([
        [a, 1],
        [a, 2],
      ]),
    ).rejects.toThrow(/names an event twice/);
    await expect(share([[a, 0]])).rejects.toThrow(/belong to no event/);
    await workspace.run("outcome.share", { outcomeId, shares: null });
    expect((await outcome(outcomeId))?.shares).toBeNull();
  });

  test("OC1 what is removed leaves the outcomes that came from it, and undo puts it back among what they came from", async () => {
    const { stepId } = (await workspace.run("step.add", { what: "Send the offer", kind: "email" })).result;
    const eventId = await event("Partner Day");
    const { outcomeId } = (await workspace.run("outcome.add", { ...deal, stepIds: [stepId], eventIds: [eventId] }))
      .result;
    await workspace.run("step.remove", { stepId });
    const removed = await workspace.run("event.remove", { eventId });
    expect(await outcome(outcomeId)).toMatchObject({ stepIds: [], eventIds: [] });
    await workspace.run("undo", { entryId: removed.entryId });
    expect(await outcome(outcomeId)).toMatchObject({ stepIds: [], eventIds: [eventId] });
  });

  test("OC1 a thing that an outcome came from by now is not undone away", async () => {
    const made = await workspace.run("step.add", { what: "Send the offer", kind: "email" });
    await workspace.run("outcome.add", { ...deal, stepIds: [made.result.stepId] });
    await expect(workspace.run("undo", { entryId: made.entryId })).rejects.toThrow(/1 outcome now names the step/);
  });
});

describe("still seeing value", () => {
  test("is answered once for an event and a number of days; answering again changes the answer, and goes with the event", async () => {
    const eventId = await event("Partner Day");
    const first = await workspace.run("pulse.answer", { eventId, afterDays: 30, answer: 4, line: "two leads" });
    const again = await workspace.run("pulse.answer", { eventId, afterDays: 30, answer: 2 });
    await workspace.run("pulse.answer", { eventId, afterDays: 90, answer: 5 });
    expect(again.result.pulseId).toBe(first.result.pulseId);
    const said = (await workspace.records()).pulse.map(({ afterDays, answer, line }) => [afterDays, answer, line]);
    expect(said).toEqual([
      [30, 2, null],
      [90, 5, null],
    ]);
    await workspace.run("event.remove", { eventId });
    expect((await workspace.records()).pulse).toEqual([]);
  });
});
