import { beforeEach, describe, expect, test } from "vitest";
import { TestWorkspace } from "../../test/support/workspace.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { EventId, PersonId } from "#domain/model/id.ts";
import { after } from "./after.ts";
import { followUps } from "./follow-ups.ts";
import { today } from "./today.ts";

/** Partner Day ends on Friday 6 February; Mira is home that evening. */
let workspace: TestWorkspace;
let eventId: EventId;
let ana: PersonId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  const event = { name: "Partner Day", timeZone: "Europe/Brussels", startsOn: "2026-02-04", endsOn: "2026-02-06" };
  eventId = (await workspace.run("event.add", event)).result.eventId;
  ana = await met("Ana Ruiz");
});

async function met(name: string, more: Partial<ArgsOf<"person.add">> = {}): Promise<PersonId> {
  const { personId } = (await workspace.run("person.add", { name, ...more })).result;
  await workspace.run("meeting.add", { personId, eventId, metOn: "2026-02-04" });
  return personId;
}

function at(day: string): void {
  workspace.now = Temporal.Instant.from(`${day}T09:00:00Z`);
}

async function touch(personId: PersonId, touchedOn: string, more: Partial<ArgsOf<"touch.add">> = {}) {
  at(touchedOn);
  await workspace.run("touch.add", { personId, way: "email", touchedOn, ...more });
}

const asked = async () => after(await workspace.replica(), eventId, workspace);
const rowOf = async (personId: PersonId) => (await asked())?.people.find(({ person }) => person.id === personId);
const next = async (personId: PersonId) => {
  const look = (await rowOf(personId))?.clock?.next;
  return look ? `${look.look} ${look.dueOn}` : null;
};
const dueToday = async () =>
  today(await workspace.replica(), workspace).followUps.map(
    ({ person, look, daysLate }) => `${person.name}: ${look}, ${daysLate} late`,
  );

describe("after an event", () => {
  test("EC1 the clock starts with coming home, and today lists who has had no first follow-up when it is due", async () => {
    at("2026-02-07");
    expect(await asked()).toMatchObject({
      homeOn: "2026-02-06",
      looks: { first: "2026-02-10", second: "2026-02-13", third: "2026-03-08" },
      withoutFirst: 1,
    });
    expect(await dueToday()).toEqual([]);
    at("2026-02-10");
    expect(await dueToday()).toEqual(["Ana Ruiz: first, 0 late"]);
    at("2026-02-12");
    expect(await dueToday()).toEqual(["Ana Ruiz: first, 2 late"]);
    await touch(ana, "2026-02-12");
    expect(await dueToday()).toEqual([]);
    expect(await next(ana)).toBe("third 2026-03-08");
  });

  test("EC1 somebody who had a follow-up yesterday still has the second look: the fortnight is not silenced", async () => {
    await touch(ana, "2026-02-09");
    expect(await next(ana)).toBe("second 2026-02-13");
    await touch(ana, "2026-02-10");
    expect(await next(ana)).toBe("second 2026-02-13");
    at("2026-02-13");
    expect(await dueToday()).toEqual(["Ana Ruiz: second, 0 late"]);
  });

  test("EC1 the workspace's own numbers and working days count", async () => {
    await workspace.run("workspace.change", { firstLookWorkingDays: 1, secondLookDays: 10, workingDays: [6] });
    expect((await asked())?.looks).toEqual({ first: "2026-02-07", second: "2026-02-16", third: "2026-03-08" });
  });

  test("EC2 what they write moves no clock of mine: it waits for an answer, and a call counts whoever began it", async () => {
    await touch(ana, "2026-02-09", { direction: "in" });
    expect(await next(ana)).toBe("first 2026-02-10");
    expect((await rowOf(ana))?.warmth.sentence).toContain("Ana wrote on Mon 9 Feb and has no answer yet");
    await touch(ana, "2026-02-10", { direction: "in", way: "call" });
    expect(await next(ana)).toBe("second 2026-02-13");
  });

  test("EC2 meeting at the event is no follow-up; a line sent from there is one, and so is meeting again", async () => {
    await touch(ana, "2026-02-05", { way: "meeting" });
    expect(await next(ana)).toBe("first 2026-02-10");
    await touch(ana, "2026-02-06", { way: "message" });
    expect(await next(ana)).toBe("second 2026-02-13");
    at("2026-03-10");
    const other = { name: "Quay Forum", timeZone: "Europe/Brussels", startsOn: "2026-03-05", endsOn: "2026-03-06" };
    const again = (await workspace.run("event.add", other)).result.eventId;
    await workspace.run("meeting.add", { personId: ana, eventId: again, metOn: "2026-03-05" });
    expect(await next(ana)).toBeNull();
    expect(await dueToday()).toEqual(["Ana Ruiz: first, 0 late"]); // after the Quay Forum, and once
  });

  test("EC2 a touch moves the clock and closes no promise", async () => {
    const step = { what: "Send Ana the deck", kind: "email", withPersonId: ana, dueOn: "2026-02-09" } as const;
    const { stepId } = (await workspace.run("step.add", step)).result;
    at("2026-02-09");
    const { offers } = (await workspace.run("touch.add", { personId: ana, way: "email", touchedOn: "2026-02-09" }))
      .result;
    expect(offers).toEqual([stepId]);
    expect((await rowOf(ana))?.promises["I promised"].map(({ step }) => step.state)).toEqual(["open"]);
  });

  test("EC3 warmth is told from touches, promises and time, and is stored nowhere", async () => {
    await workspace.run("step.add", { what: "Send the deck", kind: "email", withPersonId: ana, dueOn: "2026-02-10" });
    await touch(ana, "2026-02-09");
    at("2026-02-21");
    expect((await rowOf(ana))?.warmth).toEqual({
      level: "cooling",
      sentence: "cooling: you owe Ana “Send the deck” since Tue 10 Feb, last touch 12 days ago (you e-mailed Ana)",
    });
    const step = (await workspace.records()).step[0];
    await workspace.run("step.done", { stepId: step!.id });
    expect((await rowOf(ana))?.warmth.level).toBe("warm");
    expect((await rowOf(ana))?.warmth.sentence).toContain("a promise was kept lately");
    expect(JSON.stringify(await workspace.records())).not.toContain("cooling");
  });

  test("EC1 colleagues have no clock; those who are late come first, the others by the day of what comes next", async () => {
    await met("Bo Lindqvist");
    await met("Cy Adler", { isColleague: true });
    await touch(ana, "2026-02-09");
    at("2026-02-12");
    const shown = await asked();
    expect(shown?.people.map(({ person, daysLate }) => [person.name, daysLate])).toEqual([
      ["Bo Lindqvist", 2],
      ["Ana Ruiz", 0],
    ]);
    expect(shown).toMatchObject({ colleagues: 1, withoutFirst: 1 });
    expect(await dueToday()).toEqual(["Bo Lindqvist: first, 2 late"]);
  });

  test("EC1 an event that was neglected leaves the day's list a fortnight after its third look, and not the event's own", async () => {
    at("2026-03-22");
    expect(await dueToday()).toEqual(["Ana Ruiz: first, 40 late"]);
    at("2026-03-23");
    expect(await dueToday()).toEqual([]);
    expect((await rowOf(ana))?.daysLate).toBe(41);
  });

  test("EC1 a slow rhythm asks again so long after the last contact, also for somebody who was met at no event", async () => {
    const { personId } = (await workspace.run("person.add", { name: "Di Moreau", rhythmDays: 60 })).result;
    await workspace.run("person.change", { personId: ana, rhythmDays: 90 });
    await touch(ana, "2026-02-24");
    await touch(ana, "2026-03-05");
    expect(await next(ana)).toBe("rhythm 2026-06-03");
    at("2026-06-04");
    expect(await dueToday()).toEqual(["Ana Ruiz: rhythm, 1 late", "Di Moreau: rhythm, 60 late"]);
    await touch(personId, "2026-06-04");
    expect(followUps(await workspace.replica(), "2026-06-05" as never).map(({ person }) => person.name)).toEqual([
      "Ana Ruiz",
    ]);
  });

  test("EC1 without any day there is no clock, and the person is shown all the same", async () => {
    const bare = (await workspace.run("event.add", { name: "Some evening", timeZone: "UTC" })).result.eventId;
    await workspace.run("meeting.add", { personId: ana, eventId: bare });
    const shown = after(await workspace.replica(), bare, workspace);
    expect(shown).toMatchObject({ homeOn: null, looks: null, people: [{ clock: null, daysLate: 0 }] });
  });
});
