import { beforeEach, describe, expect, test } from "vitest";
import type { EventId, LeadId, StepId } from "#domain/model/id.ts";
import { wholeParts } from "#domain/model/share.ts";
import { Replica } from "#replica/replica.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { pulseDue, pulsesOf } from "./pulses.ts";
import { value, valueNouns } from "./value.ts";
import { values } from "./values.ts";

let workspace: TestWorkspace;
let eventId: EventId;
let other: EventId;
let stepIds: StepId[];
let leadId: LeadId;

const conference = { timeZone: "Europe/Brussels", startsOn: day("2026-01-12"), endsOn: day("2026-01-14") } as const;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  eventId = (
    await workspace.run("event.add", {
      ...conference,
      name: "Partner Day",
      cost: { currency: "EUR", fee: 90_000, travel: 41_050, days: 2.5, dayRate: 60_000 },
    })
  ).result.eventId;
  other = (await workspace.run("event.add", { name: "Offsite", timeZone: "Europe/Brussels" })).result.eventId;
  stepIds = [];
  for (const what of ["Send the offer", "Call Ana", "Write it up", "Read the paper"]) {
    const { result } = await workspace.run("step.add", { what, kind: "do", eventId });
    stepIds.push(result.stepId);
  }
  leadId = (await workspace.run("lead.add", { name: "Audit", eventId, amount: 4_000_000, currency: "EUR" })).result
    .leadId;
});

const seen = async () => value(await workspace.replica(), eventId, workspace)!;

describe("value", () => {
  test("OC2 cost is fee, travel and days at the day rate; what is not known is not reckoned", async () => {
    expect((await seen()).cost).toMatchObject({ time: 150_000, total: 281_050 });
    await workspace.run("event.change", { eventId, cost: { currency: "EUR", fee: 90_000, days: 2 } });
    expect((await seen()).cost).toMatchObject({ time: null, total: 90_000 });
    await workspace.run("event.change", { eventId, cost: null });
    expect((await seen()).cost).toBeNull();
  });

  test("OC2 outcomes are summed by currency and never converted, those without an amount counted beside them", async () => {
    const add = (fields: object) =>
      workspace.run("outcome.add", {
        kind: "deal",
        what: "It",
        cameOn: day("2026-02-01"),
        stepIds: [stepIds[0]!],
        ...fields,
      });
    await add({ amount: 1_000_001, currency: "EUR", eventIds: [other] });
    await add({ amount: 5000, currency: "USD" });
    await add({ amount: 250_000, currency: "EUR" });
    await add({ kind: "skill" });
    await add({ kind: "nothing" });
    const found = await seen();
    expect(found.sums).toEqual([
      { currency: "EUR", amount: 750_001, count: 2 },
      { currency: "USD", amount: 5000, count: 1 },
    ]);
    expect([found.outcomes.length, found.withoutAmount.length, found.cameToNothing.length]).toEqual([5, 1, 1]);
    const replica = await workspace.replica();
    const elsewhere = value(replica, other, workspace)!;
    expect(elsewhere.sums).toEqual([{ currency: "EUR", amount: 500_000, count: 1 }]);
    expect(found.outcomes.find(({ others }) => others.length > 0)?.part).toBe(wholeParts / 2);
  });

  test("OC2 follow-through is done of made, with what was dropped and is open; time runs from coming home", async () => {
    workspace.now = Temporal.Instant.from("2026-01-17T09:00:00Z");
    await workspace.run("step.done", { stepId: stepIds[0]! });
    workspace.now = Temporal.Instant.from("2026-02-04T18:00:00Z");
    await workspace.run("step.done", { stepId: stepIds[1]! });
    await workspace.run("step.drop", { stepId: stepIds[2]! });
    await workspace.run("step.add", { what: "Send figures", kind: "email", eventId, isTheirs: true });
    await workspace.run("outcome.add", { kind: "deal", what: "It", cameOn: day("2026-01-29"), leadIds: [leadId] });
    const { followThrough, daysToFirstStep, daysToFirstOutcome, timeline, open, openSums } = await seen();
    const count = ({ made, done, dropped, open: left }: typeof followThrough.ours) =>
      [made, done, dropped, left].map(({ length }) => length);
    expect(count(followThrough.ours)).toEqual([4, 2, 1, 1]);
    expect(count(followThrough.theirs)).toEqual([1, 0, 0, 1]);
    expect([daysToFirstStep, daysToFirstOutcome]).toEqual([3, 15]);
    expect(timeline.map(({ day, what }) => `${day} ${what}`)).toEqual([
      "2026-01-12 first-day",
      "2026-01-14 last-day",
      "2026-01-17 step",
      "2026-01-29 outcome",
      "2026-02-04 step",
    ]);
    expect(open.map(({ stage, leads }) => [stage.key, leads.length])).toEqual([["met", 1]]);
    expect(openSums).toEqual([{ currency: "EUR", amount: 4_000_000, count: 1 }]);
  });

  test("OC2 it reads no noun but those it names", async () => {
    const { workspaceId, memberId } = workspace;
    const records = await workspace.records();
    const replica = new Replica(workspaceId, memberId, valueNouns);
    for (const noun of valueNouns) for (const record of records[noun]) replica.put({ noun, record, removed: false });
    expect(value(replica, eventId, workspace)?.followThrough.ours.made).toHaveLength(4);
  });

  test("OC2 events stand side by side with counted facts for going again, for sending somebody else, and for neither", async () => {
    await workspace.run("outcome.add", {
      kind: "deal",
      what: "Audit",
      cameOn: day("2026-02-01"),
      amount: 900_000,
      currency: "EUR",
      leadIds: [leadId],
    });
    workspace.now = Temporal.Instant.from("2026-05-20T09:00:00Z");
    await workspace.run("pulse.answer", { eventId, afterDays: 90, answer: 2 });
    const [one] = values(await workspace.replica(), workspace, [eventId]);
    expect(one?.facts).toEqual({
      again: [
        "1 outcome came of it, EUR 9,000",
        "More came back than it cost: EUR 9,000 for EUR 2,810.50",
        "1 lead is still open, EUR 40,000",
      ],
      somebodyElse: [],
      not: ["0 of 4 steps of ours done", "Little value after 90 days: 2 of 5"],
    });
  });
});

describe("still seeing value?", () => {
  const due = async () =>
    pulseDue(await workspace.replica(), workspace).map(({ afterDays, dueOn }) => [afterDays, dueOn]);

  test("OC3 it is asked 30, 90, 180 and 365 days after coming home, one thing at a time, until it is answered", async () => {
    expect(await due()).toEqual([]);
    workspace.now = Temporal.Instant.from("2026-02-13T09:00:00Z");
    expect(await due()).toEqual([[30, "2026-02-13"]]);
    await workspace.run("pulse.answer", { eventId, afterDays: 30, answer: 4, line: "two leads" });
    expect(await due()).toEqual([]);
    workspace.now = Temporal.Instant.from("2026-08-01T09:00:00Z");
    expect(await due()).toEqual([[180, "2026-07-13"]]);
    workspace.now = Temporal.Instant.from("2027-06-01T09:00:00Z");
    expect(await due()).toEqual([]);
    const answers = pulsesOf(await workspace.replica(), eventId);
    expect(answers.map(({ afterDays, answer, line }) => [afterDays, answer, line])).toEqual([[30, 4, "two leads"]]);
  });

  test("OC3 its days can be changed, none asks nothing, and what nothing was brought home from is not asked about", async () => {
    workspace.now = Temporal.Instant.from("2026-02-01T09:00:00Z");
    await workspace.run("workspace.change", { pulseDays: [14] });
    expect(await due()).toEqual([[14, "2026-01-28"]]);
    await workspace.run("event.add", { ...conference, name: "Another" });
    expect(await due()).toHaveLength(1);
    await workspace.run("workspace.change", { pulseDays: [] });
    expect(await due()).toEqual([]);
  });
});
