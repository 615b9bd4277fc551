import { beforeEach, describe, expect, test } from "vitest";
import type { EventId, InitiativeId, MemberId } from "#domain/model/id.ts";
import { lastOffsite } from "#questions/last-offsite.ts";
import { initiative, initiativesDue, roadmap } from "#questions/roadmap.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

/** The offsite ends on Friday 6 February; Monday is the 9th, the fifth working day after it Friday the 13th. */
let workspace: TestWorkspace;
let eventId: EventId;
let ben: MemberId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  eventId = await offsite("Winter offsite", "2026-02-04", "2026-02-06");
  ben = (await workspace.run("member.add", { name: "Ben Adeyemi" })).result.memberId;
  at("2026-02-06");
});

function at(day: string): void {
  workspace.now = Temporal.Instant.from(`${day}T09:00:00Z`);
}

async function offsite(name: string, startsOn: string, endsOn: string): Promise<EventId> {
  const args = { name, kind: "offsite", timeZone: "Europe/Brussels", startsOn, endsOn } as const;
  return (await workspace.run("event.add", args)).result.eventId;
}

async function added(name = "Answer partners in three days", more: object = {}): Promise<InitiativeId> {
  const args = { name, eventId, ownerMemberId: workspace.memberId, measure: "days until an answer", ...more };
  return (await workspace.run("initiative.add", args)).result.initiativeId;
}

const firstStep = { what: "Ask Ana for the list of open requests", dueOn: "2026-02-10" };

async function begun(name?: string, more?: object): Promise<InitiativeId> {
  const initiativeId = await added(name, more);
  await workspace.run("initiative.start", { initiativeId, firstStep });
  return initiativeId;
}

const shown = async () => roadmap(await workspace.replica(), eventId, workspace);

describe("the roadmap", () => {
  test("BD2 what begins has one owner, a measure, and a first step within 5 working days; else it is kept as not now", async () => {
    const bare = (await workspace.run("initiative.add", { name: "Answer sooner", eventId })).result.initiativeId;
    const start = (dueOn: string) =>
      workspace.run("initiative.start", { initiativeId: bare, firstStep: { ...firstStep, dueOn } });
    await expect(start("2026-02-10")).rejects.toThrow('"Answer sooner" needs one owner and a measure');
    await workspace.run("initiative.change", { initiativeId: bare, ownerMemberId: ben, measure: "days" });
    await expect(start("2026-02-16")).rejects.toThrow("small enough for Fri 13 Feb at the latest");
    expect((await shown())?.notNow.map(({ initiative: { name } }) => name)).toEqual(["Answer sooner"]);
    const { result } = await start("2026-02-13");
    expect((await shown())?.going).toMatchObject([
      { owner: "Ben Adeyemi", firstStep: { step: { id: result.stepId } } },
    ]);
    expect((await workspace.records()).step).toMatchObject([{ initiativeId: bare, ownerMemberId: ben, eventId }]);
    await expect(workspace.run("initiative.change", { initiativeId: bare, ownerMemberId: null })).rejects.toThrow(
      "needs one owner",
    );
  });

  test("BD2 five are few: the sixth asks first, and is kept for later", async () => {
    for (const name of ["A", "B", "C", "D", "E"]) await begun(name);
    const initiativeId = await added("F");
    await expect(workspace.run("initiative.start", { initiativeId, firstStep })).rejects.toThrow(
      "as many as a team carries",
    );
    expect(await shown()).toMatchObject({ isTooMany: false, notNow: [{ initiative: { name: "F" } }] });
    await workspace.run("initiative.start", { initiativeId, firstStep, isBeyondFew: true });
    expect(await shown()).toMatchObject({ isTooMany: true, notNow: [] });
    await workspace.run("initiative.later", { initiativeId });
    expect(await shown()).toMatchObject({ isTooMany: false, notNow: [{ initiative: { name: "F" } }] });
  });

  test("BD3 on the first working day after, each owner is asked; silence has its age for all to see, and ends with the first sign", async () => {
    const initiativeId = await begun();
    const theirs = await begun("Ben's", { ownerMemberId: ben });
    const due = async () => initiativesDue(await workspace.replica(), workspace);
    expect(await due()).toEqual([]);
    at("2026-02-08");
    expect((await shown())?.going.map(({ monday }) => monday?.is)).toEqual(["toCome", "toCome"]);
    at("2026-02-09");
    expect(await due()).toMatchObject([{ initiative: { id: initiativeId }, asks: "firstStep", daysLate: 0 }]);
    at("2026-02-11");
    expect(await shown()).toMatchObject({ started: 0, silent: 2 });
    expect((await shown())?.going[1]?.monday).toEqual({
      askedOn: "2026-02-09",
      is: "silent",
      startedOn: null,
      silentDays: 2,
    });
    const stepId = (await workspace.records()).initiative.find(({ id }) => id === theirs)!.firstStepId!;
    await workspace.run("step.done", { stepId });
    await workspace.run("initiative.checkIn", { initiativeId, colour: "green", line: "Half of it is there" });
    expect(await shown()).toMatchObject({ started: 2, silent: 0 });
    expect(await due()).toEqual([]);
  });

  test("BD2 a check-in is the owner's line and colour, wanted in its rhythm; a missed one has its age", async () => {
    const initiativeId = await begun();
    await expect(
      workspace.run("initiative.checkIn", {
        initiativeId: await begun("Ben's", { ownerMemberId: ben }),
        colour: "red",
        line: "x",
      }),
    ).rejects.toThrow("is Ben Adeyemi's to check in on");
    await workspace.run("initiative.checkIn", { initiativeId, colour: "amber", line: "Two of five partners" });
    at("2026-02-16");
    expect((await shown())?.going[0]).toMatchObject({
      checkins: [{ colour: "amber", checkedOn: "2026-02-06" }],
      next: { dueOn: "2026-02-13", daysMissed: 3 },
    });
    expect(initiativesDue(await workspace.replica(), workspace)).toMatchObject([{ asks: "checkIn", daysLate: 3 }]);
  });

  test("BD2 a stuck one says what would unstick it and of whom: that is a step, and it goes on", async () => {
    const initiativeId = await begun();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    await workspace.run("initiative.stuck", { initiativeId, on: "Access to the mailbox", personId });
    expect((await workspace.records()).step.at(-1)).toMatchObject({
      what: "Access to the mailbox",
      isTheirs: true,
      ownerPersonId: personId,
      basis: "asked",
      checkBackOn: "2026-02-13",
      initiativeId,
    });
    expect((await shown())?.going).toMatchObject([
      { initiative: { state: "stuck", stuckOn: "Access to the mailbox" } },
    ]);
    await workspace.run("initiative.unstick", { initiativeId });
    expect((await shown())?.going).toMatchObject([{ initiative: { state: "going", stuckOn: null } }]);
  });

  test("BD4 the next offsite opens with what became of the last, and each is carried over, done or dropped with why", async () => {
    const done = await begun("Done");
    const goes = await begun("Goes on");
    const dropped = await begun("Dropped");
    const later = await added("Later");
    await workspace.run("note.add", { eventId, text: "Partners read the list, not the mail", observation: "learned" });
    await workspace.run("initiative.done", { initiativeId: done, cameOfIt: "Three days" });
    at("2026-08-03");
    const next = await offsite("Summer offsite", "2026-08-04", "2026-08-05");
    const opens = async () => lastOffsite(await workspace.replica(), next, workspace);
    expect(await opens()).toMatchObject({ event: { name: "Winter offsite" }, begun: 3, done: 1, learned: [{}] });
    expect((await opens())?.became.map(({ initiative: { name }, isOpen }) => [name, isOpen])).toEqual([
      ["Goes on", true],
      ["Dropped", true],
      ["Later", true],
      ["Done", false],
    ]);
    await workspace.run("initiative.drop", { initiativeId: dropped, why: "Nobody asked for it" });
    const { result } = await workspace.run("initiative.carry", { initiativeId: goes, eventId: next });
    await workspace.run("initiative.carry", { initiativeId: later, eventId: next });
    expect((await opens())?.became.every(({ isOpen }) => !isOpen)).toBe(true);
    expect(initiative(await workspace.replica(), result.initiativeId, workspace)).toMatchObject({
      initiative: { state: "notNow", eventId: next, ownerMemberId: workspace.memberId },
      before: { id: goes, cameOfIt: "Goes on: carried over to Summer offsite." },
    });
    await expect(workspace.run("initiative.carry", { initiativeId: goes, eventId: next })).rejects.toThrow("already");
  });

  test("a sticky or a cluster that goes leaves the initiative, and what was done for one keeps it", async () => {
    const { boardId } = (await workspace.run("board.add", { eventId, name: "Wall" })).result;
    const { stickyId } = (
      await workspace.run("sticky.write", { boardId, text: "Weeks without an answer", columnId: "broken" })
    ).result;
    const initiativeId = await begun("From the wall", { stickyIds: [stickyId] });
    expect(initiative(await workspace.replica(), initiativeId, workspace)?.stickies).toMatchObject([
      { text: "Weeks without an answer" },
    ]);
    await expect(workspace.run("initiative.remove", { initiativeId })).rejects.toThrow("has 1 step");
    const { entryId } = await workspace.run("sticky.remove", { stickyId });
    expect((await workspace.records()).initiative).toMatchObject([{ stickyIds: [] }]);
    await workspace.run("undo", { entryId });
    expect((await workspace.records()).initiative).toMatchObject([{ stickyIds: [stickyId] }]);
  });
});
